"""Rows of different heights fall into pages; the view model keeps the page and tells what changed."""

from __future__ import annotations

import pytest

from kiosk.interface.citizen.reading import ReadingRow, ReadingViewModel, RowKind, Span, pages_of

P, H, S = RowKind.POINT, RowKind.HEADING, RowKind.SECTION


@pytest.mark.parametrize(
    ("heights", "kinds", "room", "expected"),
    [
        ([], [], 100, [(0, -1)]),
        ([40, 60], [P, P], 100, [(0, 1)]),
        ([40, 61], [P, P], 100, [(0, 0), (1, 1)]),
        ([50, 50, 50, 50, 50], [P] * 5, 100, [(0, 1), (2, 3), (4, 4)]),
        ([60, 30, 60], [P, H, P], 100, [(0, 0), (1, 2)]),
        ([60, 30, 60], [P, S, P], 100, [(0, 0), (1, 2)]),
        ([30, 90], [H, P], 100, [(1, 1)]),
        ([60, 30, 90], [P, H, P], 100, [(0, 0), (2, 2)]),
        ([60, 20, 20, 50], [P, S, H, P], 100, [(0, 0), (1, 3)]),
        ([60, 20, 20, 70], [P, S, H, P], 100, [(0, 0), (2, 3)]),
        ([30], [H], 100, [(0, 0)]),
        ([150, 20], [P, P], 100, [(0, 0), (1, 1)]),
        ([20, 150, 20], [P, P, P], 100, [(0, 0), (1, 1), (2, 2)]),
    ],
    ids=[
        "no rows",
        "all fit",
        "one too many",
        "three pages",
        "a heading goes with its row",
        "so does a section",
        "a heading says nothing alone",
        "nor between pages",
        "both names go with the row",
        "the nearer one where both do not fit",
        "but where nothing else is",
        "too high",
        "in between",
    ],
)
def test_rows_fall_into_pages(heights: list[float], kinds: list[RowKind], room: float, expected: list[tuple[int, int]]) -> None:
    assert pages_of(heights, kinds, room) == tuple(Span(*span) for span in expected)


def rows(count: int, prefix: str = "r") -> list[ReadingRow]:
    return [ReadingRow(f"{prefix}{number}", P, f"{prefix}{number}") for number in range(count)]


@pytest.fixture
def reading(qapp: object) -> ReadingViewModel:
    return ReadingViewModel()


def test_nothing_is_shown_before_the_rows_are_measured(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    assert (reading.firstRow, reading.lastRow) == (0, -1)
    reading.measured([50, 50, 50], 100)
    assert (reading.firstRow, reading.lastRow, reading.page, reading.pages) == (0, 1, 1, 2)


def test_pages_turn_and_stop_at_the_ends(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    reading.measured([50, 50, 50], 100)
    reading.previous()
    assert reading.page == 1
    reading.next()
    reading.next()
    assert (reading.page, reading.firstRow, reading.lastRow) == (2, 2, 2)


def test_measures_of_other_rows_are_let_go(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    reading.measured([50, 50], 100)
    assert reading.lastRow == -1


def test_the_same_measures_stay_silent(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    reading.measured([50, 50, 50], 100)
    told: list[int] = []
    reading.viewChanged.connect(lambda: told.append(1))
    reading.measured([50, 50, 50], 100)
    assert told == []


def test_a_page_that_no_longer_exists_becomes_the_last_one(reading: ReadingViewModel) -> None:
    reading.read(rows(3), page=4)
    reading.measured([50, 50, 50], 100)
    assert reading.page == 2


def test_other_matter_begins_at_its_first_page(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    reading.measured([50, 50, 50], 100)
    reading.next()
    reading.read(rows(3, "x"))
    reading.measured([50, 50, 50], 100)
    assert reading.page == 1
