"""四减: shown with the hall's own figures, and not at all without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.catalog import Change, EntryCode, Reductions, ServiceItem
from kiosk.interface.citizen.guide_rows import Tab, tab_rows
from kiosk.interface.citizen.reading import RowKind
from kiosk.interface.citizen.reduction_rows import reduction_rows
from tests.support.guide_screens import real_edition

FIGURES = Reductions(
    materials=Change(6, 3), steps=Change(5, 2), days=Change(20, 5), visits=Change(2, 1), note="2026年起", is_hall_data=True
)


def item(reductions: Reductions | None) -> ServiceItem:
    return replace(real_edition().item(EntryCode("WHL-MZ-001")), reductions=reductions)


def test_before_and_after() -> None:
    rows = list(reduction_rows(item(FIGURES)))
    assert [(row.kind, row.title, row.note, row.tag) for row in rows[1:5]] == [
        (RowKind.CHANGE, "材料", "6 样", "3 样"),
        (RowKind.CHANGE, "环节", "5 个", "2 个"),
        (RowKind.CHANGE, "时间", "20 个工作日", "5 个工作日"),
        (RowKind.CHANGE, "跑动", "2 趟", "1 趟"),
    ]
    assert rows[0].kind is RowKind.HEADING
    assert (rows[5].kind, rows[5].note) == (RowKind.FACT, "2026 年起")
    assert all(row.icon for row in rows[1:5])


@pytest.mark.parametrize(
    "reductions",
    [
        None,
        replace(FIGURES, is_hall_data=False),
        replace(FIGURES, is_hall_data=None),
        Reductions(note="只有说明", is_hall_data=True),
        Reductions(materials=Change(3, 3), visits=Change(1, 2), is_hall_data=True),
    ],
)
def test_nothing_at_all_without_figures_of_the_hall_that_are_less(reductions: Reductions | None) -> None:
    assert list(reduction_rows(item(reductions))) == []


def test_they_stand_under_how_it_is_done() -> None:
    edition = real_edition()
    kinds = [row.kind for row in tab_rows(Tab.STEPS, item(FIGURES), edition)]
    assert kinds.count(RowKind.CHANGE) == 4
    assert RowKind.CHANGE not in [row.kind for row in tab_rows(Tab.BASIS, item(FIGURES), edition)]


def test_the_catalogue_that_came_with_the_program_claims_nothing_for_this_hall() -> None:
    edition = real_edition()
    items = [edition.item(code) for code, row in edition.rows.items() if row.list.value in {"convenience", "social_security"}]
    assert [each.code for each in items if list(reduction_rows(each))] == []
