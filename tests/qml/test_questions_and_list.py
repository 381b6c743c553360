"""Questions and a person's own list on a real scene: everything readable, nothing cut, and what can be pressed does what it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.domain.catalog import ServiceItem
from tests.support.guide_screens import Screen, real_edition

UPRIGHT, WIDE = (1080, 1920), (1920, 1080)
LOW_INCOME = "WHL-MZ-001"


def real_items() -> list[ServiceItem]:
    return [entry for entry in map(real_edition().entry, real_edition().rows) if isinstance(entry, ServiceItem)]


def hardest() -> list[ServiceItem]:
    """The items with the most papers and the longest words in them."""
    items = real_items()
    asking = [item for item in items if item.situations]
    picked = {
        max(items, key=lambda item: len(item.plain_name)).code,
        max(items, key=lambda item: len(item.materials)).code,
        max(items, key=lambda item: max((len(paper.name) for paper in item.materials), default=0)).code,
        max(items, key=lambda item: max((len(paper.note or "") for paper in item.materials), default=0)).code,
        max(items, key=lambda item: sum(1 for paper in item.materials if paper.omitted)).code,
        max(asking, key=lambda item: max(len(situation.question) for situation in item.situations)).code,
        max(asking, key=lambda item: max(len(situation.answers) for situation in item.situations)).code,
        max(asking, key=lambda item: max(len(answer.label) for situation in item.situations for answer in situation.answers)).code,
        max(asking, key=lambda item: max(len(situation.why or "") for situation in item.situations)).code,
        max(asking, key=lambda item: len(item.situations)).code,
    }
    return [item for item in items if item.code in picked]


@pytest.fixture(params=[(*UPRIGHT, False), (*WIDE, False), (*UPRIGHT, True)], ids=["upright", "wide", "upright-contrast"])
def screen(qapp: object, request: pytest.FixtureRequest) -> Iterator[Screen]:
    width, height, contrast = request.param
    made = Screen(width, height, contrast=contrast)
    yield made
    made.close()


def test_the_hardest_lists_are_whole_on_every_page(screen: Screen) -> None:
    found = {item.code: faults for item in hardest() if (faults := faults_of_list(screen, item))}
    assert found == {}


def faults_of_list(screen: Screen, item: ServiceItem) -> list[str]:
    page = screen.my_list
    page.enter(item.code, returning=False)
    screen.show("my-list")
    shown: set[int] = set()
    faults = []
    for number in range(1, page.pages + 1):
        shown |= set(range(page.firstRow, page.lastRow + 1))
        faults += [f"page {number}: {fault}" for fault in (*screen.faults(), *beyond(screen))]
        page.next()
        screen.settle()
    # Reasons are as long as the words they stand for, or longer: their place is kept.
    while page.page > 1:
        page.previous()
    pages = page.pages
    for row in page.rows.rows:
        if row.reason:
            page.askWhy(row.key)
    screen.settle()
    if page.pages != pages:
        faults.append("reading why moves the pages")
    faults += [f"why: {fault}" for fault in (*screen.faults(), *beyond(screen))]
    if shown != set(range(page.rows.rowCount())):
        faults.append("rows that no page shows")
    return faults


def beyond(screen: Screen) -> list[str]:
    """Rows that stand lower than their pane."""
    (pane,) = screen.items("MyListPane")
    return [f"beyond: {row.property('title')}" for row in screen.items("MyListRow") if row.y() + row.height() > pane.height() + 1]


def test_the_hardest_questions_are_whole(screen: Screen) -> None:
    found = {}
    for item in hardest():
        for situation in item.situations:
            screen.questions.enter(f"{item.code}/{situation.id}", returning=False)
            screen.show("questions")
            if faults := screen.faults():
                found[f"{item.code}/{situation.id}"] = faults
    assert found == {}


def test_an_answer_is_one_tap_and_large(screen: Screen) -> None:
    screen.questions.enter(LOW_INCOME, returning=False)
    screen.show("questions")
    for board in (*screen.items("AnswerChoice"), *screen.items("UnsureChoice")):
        assert min(board.width(), board.height()) >= 81 * 2
    _tap(screen, "有")
    assert screen.went == [f"my-list/{LOW_INCOME}"]


def test_what_was_said_before_is_marked_and_said(screen: Screen) -> None:
    screen.questions.enter(LOW_INCOME, returning=False)
    screen.show("questions")
    assert [board.property("name") for board in screen.items("AnswerChoice") if board.property("checked")] == []
    _tap(screen, "没有")
    screen.questions.enter(LOW_INCOME, returning=True)
    screen.settle()
    assert [board.property("name") for board in screen.items("AnswerChoice") if board.property("checked")] == ["没有"]


def test_the_whole_row_ticks_and_says_so(screen: Screen) -> None:
    screen.my_list.enter(LOW_INCOME, returning=False)
    screen.show("my-list")
    _tap(screen, "居民户口簿，还缺")
    row = screen.button("居民户口簿，有了")
    assert row.property("checked")
    assert row.height() >= 81
    assert screen.my_list.missingText == "1"


def test_why_is_read_beside_the_tick_and_does_not_tick(screen: Screen) -> None:
    screen.my_list.enter(LOW_INCOME, returning=False)
    screen.show("my-list")
    name = "残疾人证、诊断证明、在校证明等"
    while not any(tick.property("title") == name for tick in screen.items("PaperTick")):
        assert screen.my_list.page < screen.my_list.pages
        screen.my_list.next()
        screen.settle()
    _tap(screen, f"为什么要带{name}")
    reason = "“家里有残疾人、重病人或在校学生吗？”还没答。要不要带，到窗口问"
    assert reason in {item.property("text") for item in screen.items("Words")}
    assert not screen.button(f"{name}，可能要").property("checked")


@pytest.mark.parametrize(
    ("code", "button", "place"),
    [(LOW_INCOME, "答 1 个问题，出我的清单", f"questions/{LOW_INCOME}"), ("WHL-MZ-010", "出我的清单", "my-list/WHL-MZ-010")],
    ids=["questions", "none"],
)
def test_from_the_guide_to_the_list(screen: Screen, code: str, button: str, place: str) -> None:
    screen.open(code)
    _tap(screen, button)
    assert screen.went == [place]


def test_the_guide_is_taken_away_in_one_tap(screen: Screen) -> None:
    screen.open(LOW_INCOME)
    _tap(screen, "打印")
    assert [document.code for document in screen.desk.taken] == [LOW_INCOME]
    assert screen.went == [f"take-away/{LOW_INCOME}"]


def _tap(screen: Screen, name: str) -> None:
    item: QQuickItem = screen.button(name)
    middle = item.mapToScene(item.boundingRect().center())
    QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(middle.x()), int(middle.y())))
    screen.settle()
