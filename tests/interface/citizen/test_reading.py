"""Rows of different heights fall into pages; the view model keeps the page and tells what changed."""

from __future__ import annotations

import pytest

from kiosk.interface.citizen.reading import ReadingRow, ReadingViewModel, RowKind, Span, pages_of, parted

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
    reading.measured([50, 50, 50], 600, 100)
    assert (reading.firstRow, reading.lastRow, reading.page, reading.pages) == (0, 1, 1, 2)


def test_pages_turn_and_stop_at_the_ends(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    reading.measured([50, 50, 50], 600, 100)
    reading.previous()
    assert reading.page == 1
    reading.next()
    reading.next()
    assert (reading.page, reading.firstRow, reading.lastRow) == (2, 2, 2)


def test_measures_of_other_rows_are_let_go(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    reading.measured([50, 50], 600, 100)
    assert reading.lastRow == -1


def test_the_same_measures_stay_silent(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    reading.measured([50, 50, 50], 600, 100)
    told: list[int] = []
    reading.viewChanged.connect(lambda: told.append(1))
    reading.measured([50, 50, 50], 600, 100)
    assert told == []


def test_a_page_that_no_longer_exists_becomes_the_last_one(reading: ReadingViewModel) -> None:
    reading.read(rows(3), page=4)
    reading.measured([50, 50, 50], 600, 100)
    assert reading.page == 2


def test_other_matter_begins_at_its_first_page(reading: ReadingViewModel) -> None:
    reading.read(rows(3))
    reading.measured([50, 50, 50], 600, 100)
    reading.next()
    reading.read(rows(3, "x"))
    reading.measured([50, 50, 50], 600, 100)
    assert reading.page == 1


LONG = ReadingRow(
    "paper",
    P,
    "看户口簿",
    "用户口簿、结婚证、出生医学证明；看不出的，由公安派出所核查或公证",
    mark="2",
    tag="原件",
    look="样本",
    leads="a/b",
)


def test_a_row_higher_than_a_page_is_divided_after_a_clause() -> None:
    first, rest = parted(LONG, 200, 150)
    assert first.note == "用户口簿、结婚证、出生医学证明；"
    assert (first.key, first.mark, first.tag, first.look) == ("paper", "2", "原件", "样本")
    assert (rest.key, rest.title, rest.note, rest.strong) == ("paper+", "看不出的，由公安派出所核查或公证", "", False)
    assert not rest.mark + rest.tag + rest.look + rest.leads


def test_of_a_fact_both_parts_are_facts() -> None:
    first, rest = parted(ReadingRow("where", RowKind.FACT, "地点", "文化路街道便民服务大厅，一楼一口受理窗口"), 160, 150)
    assert (first.title, rest.title, first.note + rest.note) == ("地点", "", "文化路街道便民服务大厅，一楼一口受理窗口")


@pytest.mark.parametrize(
    ("row", "height"),
    [(LONG, 150.0), (ReadingRow("a", RowKind.ENTRY, LONG.note), 400.0), (ReadingRow("a", P, "看户口簿"), 400.0)],
    ids=["fits", "can be pressed", "a few characters"],
)
def test_a_row_that_cannot_or_need_not_be_divided_stays_whole(row: ReadingRow, height: float) -> None:
    assert parted(row, height, 150) == (row,)


def test_parts_are_whole_again_in_another_room(reading: ReadingViewModel) -> None:
    reading.read([LONG])
    reading.measured([200], 600, 150)
    assert [row.key for row in reading.rows.rows] == ["paper", "paper+"]
    reading.measured([150, 60], 600, 150)
    assert (reading.pages, reading.lastRow) == (2, 0)
    reading.measured([100, 40], 600, 400)
    assert [row.key for row in reading.rows.rows] == ["paper"]
    reading.measured([100], 600, 400)
    assert (reading.pages, reading.firstRow, reading.lastRow) == (1, 0, 0)
