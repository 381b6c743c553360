"""找金小二: where to go, and a helper's number in one touch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import BeyondClosing
from kiosk.interface.citizen.helper import HelperViewModel, counters_words
from kiosk.interface.shared.navigator import Place
from tests.support.halls import MONDAY_TEN, hall
from tests.support.ticket_screen import TicketScreen


@pytest.fixture
def screen(qapp: object, tmp_path: Path) -> TicketScreen:
    return TicketScreen(tmp_path)


@pytest.fixture
def page(screen: TicketScreen) -> HelperViewModel:
    page = screen.helper()
    page.enter("", False)
    return page


@pytest.mark.parametrize(
    ("counters", "words"),
    [
        (((1, "ABH"),), "去 1 号窗口"),
        (((1, "H"), (4, "AH"), (5, "A")), "去 1、4 号窗口"),
        (((1, "AB"),), "到哪个窗口，问工作人员"),
        ((), "到哪个窗口，问工作人员"),
    ],
)
def test_where_helpers_sit(counters: tuple[tuple[int, str], ...], words: str) -> None:
    assert counters_words(hall(counters=counters))[0] == words


def test_one_touch_gives_a_helpers_number(screen: TicketScreen, page: HelperViewModel) -> None:
    assert (page.buttonText, page.buttonNote, page.buttonAwayText) == ("取帮办号", "前面 6 人，大约等 15–25 分钟", "")
    page.takeTicket()
    asked = screen.desk.asked[0]
    assert (asked.line, asked.item, asked.ticket_class) == ("H", None, TicketClass.NORMAL)
    assert screen.navigator.here == Place("ticket-done")
    assert page.buttonText == "看我的号 H012"


def test_a_session_with_a_number_gets_no_second_one(screen: TicketScreen, page: HelperViewModel) -> None:
    screen.taking.take(line="A", item=None, ticket_class=TicketClass.NORMAL)
    page.enter("", False)
    page.takeTicket()
    assert [asked.line for asked in screen.desk.asked] == ["A"]
    assert screen.navigator.here == Place("ticket-done")


def test_closed_away_refused_and_pausing_are_told_in_the_buttons_place(screen: TicketScreen, page: HelperViewModel) -> None:
    screen.clock.moment = MONDAY_TEN.replace(hour=12, minute=20)
    screen.queue.look()
    assert page.buttonAwayText == "13:00 开始"
    screen.away = DatabaseUnavailable(reason="away")
    screen.queue.look()
    assert page.buttonAwayText == "请到窗口取号"
    screen.away, screen.clock.moment = None, MONDAY_TEN
    screen.queue.look()
    assert page.buttonAwayText == ""
    screen.desk.answer = BeyondClosing(line="H", ahead=3, wait_low=50, minutes_left=9, closes_at=MONDAY_TEN)
    page.takeTicket()
    assert page.buttonAwayText == "下一个上班日再取"
    screen.desk.answer = None
    page.enter("", False)
    page.takeTicket()
    page.forget()
    page.takeTicket()
    assert page.buttonAwayText == "刚刚取过号，请过 20 秒再取"
    page.forget()


def test_a_no_to_another_line_is_not_told_here(screen: TicketScreen, page: HelperViewModel) -> None:
    screen.desk.answer = BeyondClosing(line="A", ahead=3, wait_low=50, minutes_left=9, closes_at=MONDAY_TEN)
    screen.taking.take(line="A", item=None, ticket_class=TicketClass.NORMAL)
    assert page.buttonAwayText == ""


def test_a_hall_without_helpers_line_says_where_to_go(qapp: object, tmp_path: Path) -> None:
    screen = TicketScreen(tmp_path, hall=replace(hall(), lines=hall().lines[:2]))
    assert screen.helper().buttonAwayText == "这个大厅不发帮办号，直接到窗口说"
