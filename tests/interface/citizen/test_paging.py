"""Pages of rows: every row on exactly one page, whatever size the screen gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.interface.citizen.paging import Paged, paged


@pytest.mark.parametrize(
    ("count", "page", "size", "expected"),
    [
        (0, 1, 5, Paged((), 1, 1)),
        (5, 1, 5, Paged((0, 1, 2, 3, 4), 1, 1)),
        (6, 2, 5, Paged((5,), 2, 2)),
        (6, 9, 5, Paged((5,), 2, 2)),
        (6, 0, 5, Paged((0, 1, 2, 3, 4), 1, 2)),
        (3, 2, 0, Paged((1,), 2, 3)),
    ],
)
def test_pages(count: int, page: int, size: int, expected: Paged[int]) -> None:
    assert paged(range(count), page=page, size=size) == expected


@given(st.integers(0, 100), st.integers(1, 20))
def test_all_pages_together_are_all_rows(count: int, size: int) -> None:
    pages = paged(range(count), page=1, size=size).pages
    assert [row for page in range(1, pages + 1) for row in paged(range(count), page=page, size=size).rows] == list(range(count))
