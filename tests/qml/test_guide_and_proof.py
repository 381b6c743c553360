"""The guide and the proof page on a real scene: everything readable, nothing cut, and what can be pressed leads on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.catalog import CatalogList, ServiceItem
from kiosk.interface.citizen.guide_rows import Tab
from tests.support.guide_screens import Screen, real_edition

UPRIGHT, WIDE = (1080, 1920), (1920, 1080)


def hardest() -> list[str]:
    """The entries with the longest names, sentences and papers, and those with the most of them."""
    entries = [real_edition().entry(code) for code in real_edition().rows]
    items = [entry for entry in entries if isinstance(entry, ServiceItem)]
    proofs = [entry for entry in entries if not isinstance(entry, ServiceItem)]
    picked = {
        max(items, key=lambda item: len(item.plain_name)).code,
        max(items, key=lambda item: len(item.name)).code,
        max(items, key=lambda item: sum(map(len, item.summary))).code,
        max(items, key=lambda item: max(map(len, item.eligibility))).code,
        max(items, key=lambda item: len(item.materials)).code,
        max(items, key=lambda item: len(item.proofs) + len(item.related_items)).code,
        max(items, key=lambda item: len(item.common_mistakes[0])).code,
        next(item for item in items if not item.hall_role.served_here).code,
        max(proofs, key=lambda proof: len(proof.plain_name)).code,
        max(proofs, key=lambda proof: len(proof.name)).code,
        max(proofs, key=lambda proof: len(proof.summary[0])).code,
        max(proofs, key=lambda proof: len(proof.legal_basis or "")).code,
        max(proofs, key=lambda proof: len(proof.related_items)).code,
    }
    return sorted(picked)


@pytest.fixture(params=[(*UPRIGHT, False), (*WIDE, False), (*UPRIGHT, True)], ids=["upright", "wide", "upright-contrast"])
def screen(qapp: object, request: pytest.FixtureRequest) -> Iterator[Screen]:
    width, height, contrast = request.param
    made = Screen(width, height, contrast=contrast)
    yield made
    made.close()


def test_the_hardest_entries_are_whole_on_every_page_of_every_tab(screen: Screen) -> None:
    found: dict[str, list[str]] = {}
    for code in hardest():
        reading = screen.open(code)
        item = not code.startswith(("BL-", "QX-"))
        for tab in Tab if item else (None,):
            if tab is not None:
                screen.guide.openTab(tab)
                screen.settle()
            shown: set[int] = set()
            for page in range(1, reading.pages + 1):
                shown |= set(range(reading.firstRow, reading.lastRow + 1))
                if faults := screen.faults():
                    found[f"{code} {tab} {page}"] = faults
                reading.next()
                screen.settle()
            assert shown == set(range(reading.rows.rowCount())), f"{code} {tab}: rows that no page shows"
    assert found == {}


def test_rows_stay_inside_their_pane(screen: Screen) -> None:
    screen.open("WHL-MZ-001")
    screen.guide.openTab(Tab.STEPS)
    screen.settle()
    pane = next(screen.items("ReadingPane"))
    lines = list(screen.items("ReadingLine"))
    assert lines
    assert all(line.y() + line.height() <= pane.height() for line in lines)


def test_the_official_name_is_on_the_guide(screen: Screen) -> None:
    screen.open("WHL-MZ-001")
    assert "最低生活保障审核确认" in {item.property("text") for item in screen.items("Words")}


def test_a_number_is_one_tap_away(screen: Screen) -> None:
    screen.open("WHL-MZ-001")
    _tap(screen, "取号去办，前面 6 人，约 15–25 分钟")
    assert screen.went == ["ticket/WHL-MZ-001"]


def test_tabs_say_which_is_open(screen: Screen) -> None:
    screen.open("WHL-MZ-001")
    _tap(screen, "要带什么")
    assert [tab.property("label") for tab in screen.items("TabBoard") if tab.property("checked")] == ["要带什么"]


def test_a_related_entry_leads_to_its_page(screen: Screen) -> None:
    code = next(
        code for code, row in real_edition().rows.items() if row.list is CatalogList.RETAINED and real_edition().proof(code).related_items
    )
    reading = screen.open(code)
    while not list(screen.items("ReadingEntry")):
        assert reading.page < reading.pages
        reading.next()
        screen.settle()
    _tap(screen, str(next(screen.items("ReadingEntry")).property("name")))
    assert screen.went == [f"guide/{real_edition().proof(code).related_items[0]}"]


def test_a_finger_that_went_down_on_one_entry_opens_no_other(screen: Screen) -> None:
    """Rows are places (ADR 0017): what stands under the finger may be another entry when it is lifted."""
    code = next(
        code for code, row in real_edition().rows.items() if row.list is CatalogList.RETAINED and real_edition().proof(code).related_items
    )
    reading = screen.open(code)
    while not list(screen.items("ReadingEntry")):
        reading.next()
        screen.settle()
    entry = next(screen.items("ReadingEntry"))
    middle = entry.mapToScene(entry.boundingRect().center()).toPoint()
    button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(screen.window, button, no_keys, middle)
    assert entry.property("down")
    reading.read([replace(row, key=f"other-{row.key}") for row in reading.rows.rows], page=reading.page_index)
    screen.settle()
    QTest.mouseRelease(screen.window, button, no_keys, middle)
    screen.settle()
    assert screen.went == []


def test_the_verdict_is_the_first_thing_read_on_a_proof(screen: Screen) -> None:
    abolished = next(code for code, row in real_edition().rows.items() if row.list is CatalogList.ABOLISHED)
    screen.open(abolished)
    said = {line.property("key") for line in screen.items("ReadingLine")}
    assert {"replacement", "basis", "nobody"} <= said, "substitute, basis and who may not ask stand on the first page"
    board = next(screen.items("VerdictBoard"))
    assert board.property("verdict") == "不用开"
    pane = next(screen.items("ReadingPane"))
    assert board.y() + board.height() < pane.y()
    assert any("12345" in str(item.property("text")) for item in screen.items("Words"))
    _tap(screen, "查别的证明")
    assert screen.went == ["search/proofs/"]


@pytest.mark.parametrize("code", ["QX-01", "BL-02"])
def test_a_slip_is_one_tap_away(screen: Screen, code: str) -> None:
    screen.open(code)
    _tap(screen, {"QX-01": "打印这张说明", "BL-02": "打印怎么开"}[code])
    assert [slip.code for slip in screen.desk.taken] == [code]
    assert screen.went == [f"take-away/{code}"]


def _tap(screen: Screen, name: str) -> None:
    button = screen.button(name)
    middle = button.mapToScene(button.boundingRect().center()).toPoint()
    QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle.x(), middle.y()))
    screen.settle()
