"""A workbook before it is a file: sheets with columns of one kind and rows of plain values.

Elsewhere: its words, set by whoever makes it (interface); the file (infrastructure.spreadsheets).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | None
"""None leaves a cell empty."""


class ColumnKind(StrEnum):
    TEXT = "text"
    COUNT = "count"
    MINUTES = "minutes"
    """One decimal."""
    SHARE = "share"
    """0 … 1, shown in per cent."""


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in Hanzi."""

    name: str
    kind: ColumnKind
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """`notes` stand above the table, a line each. A text in a column of figures says why there is none."""

    name: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
