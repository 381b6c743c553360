"""The pages around a number, really drawn: nothing clipped, nothing over another, everything pressable named, large enough and working."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QRectF, Qt
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import DatabaseUnavailable, PrintCause
from kiosk.domain.catalog import CatalogList, EntryCode
from kiosk.domain.queueing import PrintJobId, PrintState, TicketClass
from kiosk.domain.refusals import BeyondClosing
from kiosk.interface.shared.idle import Patience
from kiosk.interface.shared.navigator import HOME, Place
from kiosk.roles.screen import Modes
from tests.support.drawn_window import SHAPES, DrawnWindow
from tests.support.halls import MONDAY_TEN
from tests.support.ticket_screen import TicketScreen


class Drawn(DrawnWindow[TicketScreen]):
    """One screen with its window."""

    def __init__(self, screen: TicketScreen, size: tuple[int, int], qtbot: QtBot, *, contrast: bool = False) -> None:
        frame = screen.frame()
        screen.navigator.replace("fault")
        super().__init__(screen, frame, size, qtbot, Modes(contrast=contrast))

    def check(self) -> None:
        """What holds for every one of these screens, once it is laid out (a grab polishes the scene)."""
        self.view.grabWindow()
        rects = []
        for item in self.texts():
            words = str(item.property("text"))
            assert not item.property("truncated"), f"cut short: {words}"
            rect = _ink(item)
            assert self.bounds.contains(rect), f"beyond the screen: {words} {rect}"
            rects.append((words, rect))
        for index, (words, rect) in enumerate(rects):
            for other, other_rect in rects[index + 1 :]:
                assert not rect.intersects(other_rect), f"one over the other: {words} / {other}"
        self.check_targets()


def _ink(item: QQuickItem) -> QRectF:
    """Where the words stand: the box of a Text without the air that it was given beyond its words."""
    width = min(item.property("paintedWidth"), item.width())
    context = qmlContext(item)
    assert context is not None
    align = QQmlExpression(context, item, "horizontalAlignment").evaluate()[0]
    left = {Qt.AlignmentFlag.AlignHCenter.value: (item.width() - width) / 2, Qt.AlignmentFlag.AlignRight.value: item.width() - width}
    return item.mapRectToScene(QRectF(left.get(align, 0.0), 0, width, item.height())).adjusted(2, 3, -2, -3)


@pytest.fixture
def drawn(qapp: object, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Drawn]]:
    made: list[Drawn] = []

    def make(size: tuple[int, int], *, contrast: bool = False, hold: bool = False) -> Drawn:
        made.append(Drawn(TicketScreen(tmp_path, hold=hold), size, qtbot, contrast=contrast))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("contrast", [False, True])
def test_taking_a_number(drawn: Callable[..., Drawn], size: tuple[int, int], contrast: bool) -> None:
    screen = drawn(size, contrast=contrast)
    screen.go("ticket")
    screen.check()
    screen.tap("老人、残疾人、孕妇")
    screen.tap("社保")
    assert "社保 取号" in screen.words()
    screen.check()
    screen.tap("取一个号")
    assert [(asked.line, asked.ticket_class) for asked in screen.screen.desk.asked] == [("B", TicketClass.ASSISTED)]
    screen.wait_for("ticket-done")
    assert "B012" in screen.words()
    screen.check()
    screen.tap("好了，回首页")
    assert screen.screen.navigator.here == HOME


@pytest.mark.parametrize("size", SHAPES)
def test_a_number_for_every_item_of_the_catalogue(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    screen = drawn(size)
    edition = screen.screen.edition
    screen.go("ticket")
    for which in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY):
        for row in edition.listed(which):
            screen.screen.navigator.go("ticket", row.code)
            screen.check()


@pytest.mark.parametrize("size", SHAPES)
def test_what_is_missing_stands_whole_for_every_item_whose_list_was_seen(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    screen = drawn(size)
    edition = screen.screen.edition
    screen.go("ticket")
    seen = 0
    for which in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY):
        for row in edition.listed(which):
            screen.screen.told.see_list(edition.item(row.code))
            screen.screen.navigator.go("ticket", row.code)
            screen.check()
            asking = next((item for item in screen.texts() if str(item.property("text")).endswith("还要取号吗？")), None)
            if asking is not None:
                seen += 1
                sheet = _sheet_around(asking)
                inside = sheet.mapRectToScene(QRectF(0, 0, sheet.width(), sheet.height()))
                below = [item for item in screen.texts() if sheet.isAncestorOf(item)]
                assert len(below) >= 3
                assert all(inside.contains(_ink(item)) for item in below), row.code
    assert seen > 80


def _sheet_around(item: QQuickItem) -> QQuickItem:
    above = item.parentItem()
    while not above.metaObject().className().startswith("Sheet_QML"):
        above = above.parentItem()
    return above


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("contrast", [False, True])
def test_missing_papers_are_asked_about_and_never_in_the_way(drawn: Callable[..., Drawn], size: tuple[int, int], contrast: bool) -> None:
    screen = drawn(size, contrast=contrast)
    item = screen.screen.edition.item(EntryCode("WHL-MZ-005"))
    screen.screen.told.see_list(item)
    screen.go("ticket", item.code)
    assert "缺 4 样，另有 1 样可能要，还要取号吗？" in screen.words()
    screen.check()
    screen.tap("还是取号")
    screen.wait_for("ticket-done")
    assert screen.screen.desk.asked[-1].choices is not None


@pytest.mark.parametrize("size", SHAPES)
def test_the_longest_item_stands_whole_beside_its_number(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    screen = drawn(size)
    rows = [row for row in screen.screen.edition.rows.values() if row.list in {CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY}]
    longest = max((row for row in rows if not row.sensitive), key=lambda row: len(row.plain_name))
    screen.screen.desk.number = 1012
    screen.screen.taking.take(line="A", item=longest.code, ticket_class=TicketClass.NORMAL)
    screen.wait_for("ticket-done")
    assert "A1012" in screen.words()
    screen.check()


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize(
    ("hour", "day", "title"),
    [(12, 23, "中午休息"), (8, 23, "还没开门"), (17, 23, "今天下班了"), (10, 22, "今天不上班"), (17, 27, "今天下班了")],
)
def test_closed(drawn: Callable[..., Drawn], size: tuple[int, int], hour: int, day: int, title: str) -> None:
    screen = drawn(size)
    screen.screen.clock.moment = MONDAY_TEN.replace(day=day, hour=hour, minute=0)
    screen.go("ticket")
    assert title in screen.words()
    assert "取一个号" not in screen.words()
    screen.check()
    screen.tap("查证明要不要开")


@pytest.mark.parametrize("size", SHAPES)
def test_refused_after_the_press_and_machine_away(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    screen = drawn(size)
    screen.go("ticket")
    screen.screen.desk.answer = BeyondClosing(line="A", ahead=128, wait_low=500, minutes_left=20, closes_at=MONDAY_TEN.replace(hour=17))
    screen.tap("取一个号")
    assert "今天的号发完了" in screen.words()
    screen.check()
    screen.screen.away = DatabaseUnavailable(reason="away")
    screen.screen.navigator.back()
    screen.go("ticket")
    assert "机器取号停了" in screen.words()
    screen.check()


@pytest.mark.parametrize("size", SHAPES)
def test_two_quick_taps_make_one_ticket_and_the_page_says_that_it_is_under_way(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    screen = drawn(size, hold=True)
    screen.go("ticket")
    screen.screen.jobs.settle()
    screen.tap("取一个号")
    assert "正在取号" in screen.words()
    screen.check()
    assert [item.property("name") for item in screen.pressables() if "取号" in str(item.property("name"))] == ["先不取号"]
    screen.screen.jobs.settle()
    assert len(screen.screen.desk.asked) == 1


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("cause", [None, PrintCause.NO_PAPER, PrintCause.COVER_OPEN, PrintCause.TIMED_OUT])
def test_every_word_about_the_paper_fits(drawn: Callable[..., Drawn], size: tuple[int, int], cause: PrintCause | None) -> None:
    screen = drawn(size)
    screen.screen.desk.print_job = PrintJobId(1)
    screen.screen.taking.take(line="A", item=None, ticket_class=TicketClass.NORMAL)
    screen.wait_for("ticket-done")
    screen.check()
    before = [(str(item.property("text")), _ink(item).topLeft()) for item in screen.texts()]
    state = PrintState.UNKNOWN if cause is None else PrintState.FAILED
    screen.screen.prints.futures[0].set_result(PrintOutcome(state, cause))
    screen.check()
    after = {str(item.property("text")): _ink(item).topLeft() for item in screen.texts()}
    icons = {words for words, _ in before if unicodedata.category(words[0]) == "Co"}  # the same picture may mean another thing elsewhere
    moved = [words for words, place in before if words in after and after[words] != place and words not in icons]
    assert not moved, "nothing moves while someone reads"


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("contrast", [False, True])
def test_the_code_reads_from_the_screen(drawn: Callable[..., Drawn], size: tuple[int, int], contrast: bool) -> None:
    screen = drawn(size, contrast=contrast)
    screen.screen.taking.take(line="A", item=None, ticket_class=TicketClass.NORMAL)
    screen.wait_for("ticket-done")
    screen.qtbot.waitUntil(lambda: bool(zxingcpp.read_barcodes(screen.picture())))
    assert zxingcpp.read_barcodes(screen.picture())[0].text.startswith("文化路街道便民服务大厅，号码 A012，")


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("hour", [10, 12])
def test_the_helper(drawn: Callable[..., Drawn], size: tuple[int, int], hour: int) -> None:
    screen = drawn(size)
    screen.screen.clock.moment = MONDAY_TEN.replace(hour=hour)
    screen.go("helper")
    assert "去 1 号窗口" in screen.words()
    screen.check()
    if hour == 10:
        screen.tap("取帮办号")
        screen.wait_for("ticket-done")
        assert "H012" in screen.words()
    else:
        assert "13:00 开始" in screen.words()


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("contrast", [False, True])
def test_are_you_still_there(drawn: Callable[..., Drawn], size: tuple[int, int], contrast: bool) -> None:
    screen = drawn(size, contrast=contrast)
    screen.go("helper")
    screen.screen.idle.restart(Patience(1, 20))
    screen.screen.idle.tick()
    screen.wait_for("idle")
    screen.check()
    screen.tap("我还在，接着办")
    screen.wait_for("helper")
    assert screen.screen.navigator.here == Place("helper")


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("contrast", [False, True])
def test_the_fault_page(drawn: Callable[..., Drawn], size: tuple[int, int], contrast: bool) -> None:
    screen = drawn(size, contrast=contrast)
    screen.wait_for("fault")
    screen.check()
    screen.tap("现在就回首页")
    assert screen.screen.navigator.here == HOME
