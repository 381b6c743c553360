"""Excel in and out. Only here is openpyxl known; it is loaded with the first workbook."""
