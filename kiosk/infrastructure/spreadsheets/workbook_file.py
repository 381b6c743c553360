"""Writes a workbook (application.workbook) as an .xlsx file, whole or not at all.

Elsewhere: what a cell may hold (cells.py), what stands in the sheets (application.workbook).
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.application.unavailable import DiskFull, FileNotWritable
from kiosk.application.workbook import ColumnKind, Sheet
from kiosk.infrastructure.spreadsheets.cells import put

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS = {ColumnKind.COUNT: "0", ColumnKind.MINUTES: "0.0", ColumnKind.SHARE: "0%"}
_HANZI_WIDTH = 2.2
"""Widths of columns are counted in numerals."""


def write_workbook(path: Path, sheets: Sequence[Sheet], *, at: datetime) -> None:
    """FileNotWritable, DiskFull; then what stood there before still stands. `at`: told as the time it was made."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = book.properties.lastModifiedBy = ""
    book.properties.created = book.properties.modified = at.replace(tzinfo=None, microsecond=0)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            book.save(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _fault(error, path) from error


def _fill(drawn: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    row = 0
    for note in sheet.notes:
        row += 1
        put(drawn, row, 1, note)
    row += 2 if sheet.notes else 1
    for position, column in enumerate(sheet.columns, 1):
        head = put(drawn, row, position, column.name)
        head.font = Font(bold=True)
        head.alignment = Alignment(horizontal="left" if column.kind is ColumnKind.TEXT else "right")
        drawn.column_dimensions[get_column_letter(position)].width = _HANZI_WIDTH * column.width
    drawn.freeze_panes = f"A{row + 1}"
    for values in sheet.rows:
        row += 1
        for position, (column, value) in enumerate(zip(sheet.columns, values, strict=True), 1):
            written = put(drawn, row, position, value)
            if column.kind is not ColumnKind.TEXT:
                written.number_format = _FORMATS[column.kind]
                written.alignment = Alignment(horizontal="right")


def _fault(error: OSError, path: Path) -> DiskFull | FileNotWritable:
    if error.errno in {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}:
        return DiskFull(error, path=str(path.parent))
    return FileNotWritable(error, path=str(path))
