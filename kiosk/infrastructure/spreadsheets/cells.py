"""Cells that cannot become anything but what they say.

A text that begins like a formula would be reckoned by whoever opens the file: texts are written as texts, and keep their mark as text when somebody
edits the cell or another program reads the file.

Elsewhere: the file they stand in (workbook_file.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
"""Characters that a cell holds."""

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def put(sheet: Worksheet, row: int, column: int, value: str | float | None) -> Cell | MergedCell:
    """One cell; None leaves it empty. A text stays a text, whatever it begins with; what XML cannot hold is left out of it."""
    cell = sheet.cell(row, column)
    if value is None:
        return cell
    if not isinstance(value, str):
        cell.value = value
        return cell
    text = _UNWRITABLE.sub("", value)[:LONGEST]
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_STARTS_A_FORMULA):
        cell.quotePrefix = True
    return cell
