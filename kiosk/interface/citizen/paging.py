"""Rows page by page: nothing scrolls, a page holds what the space there holds (the QML says how many rows fit).

Elsewhere: rows of different heights (reading.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Row = TypeVar("Row")


class ListState(StrEnum):
    """The four states of every list page."""

    LOADING = "loading"
    EMPTY = "empty"
    ERROR = "error"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Paged(Generic[Row]):
    """The rows of one page. `page` counts from 1; `pages` is at least 1."""

    rows: tuple[Row, ...]
    page: int
    pages: int


def paged(rows: Sequence[Row], *, page: int, size: int) -> Paged[Row]:
    """Page `page` of rows at `size` a page; a page beyond the ends is the nearest one. A size below 1 counts as 1."""
    size = max(1, size)
    pages = max(1, -(-len(rows) // size))
    page = min(max(1, page), pages)
    return Paged(tuple(rows[(page - 1) * size : page * size]), page, pages)
