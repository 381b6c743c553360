"""A number in hand: features/my_turn.feature."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.queries.queueing import TicketSeen
from kiosk.application.ticket_paper import qr_text_of
from kiosk.domain.queueing import TicketState
from kiosk.domain.refusals import NobodyWaiting
from kiosk.infrastructure.settings import settings_of
from kiosk.roles.parts import Parts
from tests.journeys.conftest import number_of
from tests.journeys.kiosk_at_hand import KioskAtHand
from tests.support.printer_double import PrinterDouble

scenarios("my_turn.feature")
pytestmark = pytest.mark.usefixtures("at_hand")


def mine(kiosk: KioskAtHand) -> TicketSeen:
    return kiosk.new_tickets()[-1]


@given("我取了一个号，回到首页")
def took_a_number(kiosk: KioskAtHand, printer: PrinterDouble) -> None:
    kiosk.touch("一口受理 取号")
    kiosk.touch("取一个号")
    kiosk.wait(lambda: kiosk.page == "ticket-done", "the number")
    kiosk.wait(lambda: mine(kiosk).print_state.value == "printed", "the paper")
    kiosk.touch("好了，回首页")
    kiosk.wait(lambda: kiosk.page == "home", "home")


@when("我照着号票点出我的号")
def type_my_number(kiosk: KioskAtHand) -> None:
    number = number_of(kiosk)
    kiosk.touch(f"{number[0]} ")
    for digit in number[1:]:
        kiosk.touch(digit)


@when("我照着号票点出时间")
def type_its_time(kiosk: KioskAtHand) -> None:
    type_a_time(kiosk, f"{mine(kiosk).issued_at:%H:%M}")


@when(parsers.parse("我点出时间“{clock}”"))
def type_a_time(kiosk: KioskAtHand, clock: str) -> None:
    for digit in clock.replace(":", ""):
        kiosk.touch(digit)


@when("我扫号票上的码")
def scan_my_paper(kiosk: KioskAtHand) -> None:
    ticket = mine(kiosk)
    hall = settings_of(kiosk.data.hall_settings).hall.name
    scan(kiosk, qr_text_of(hall=hall, number=ticket.number, issued_at=ticket.issued_at))


@when(parsers.parse("我扫一个码“{text}”"))
def scan(kiosk: KioskAtHand, text: str) -> None:
    """What a keyboard scanner does: types it all in one go, then Enter."""
    for sign in f"{text}\r":
        QCoreApplication.sendEvent(kiosk.view, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
    QTest.qWait(0)


@when("窗口一直叫到我的号")
def call_until_mine(kiosk: KioskAtHand) -> None:
    """By a counter, on a connection of its own: the screen hears of it through the hall's records."""
    while mine(kiosk).state is TicketState.WAITING:
        call(kiosk)


def call(kiosk: KioskAtHand) -> str:
    parts = Parts(data=kiosk.data, environment={})
    try:
        return str(rehearse_call(counter=1, actor="os:test", uow=parts.unit_of_work(), clock=kiosk.clock, hall=parts.hall).number)
    finally:
        parts.close()


@then("屏幕上写着“我的号”")
def my_number_is_shown(kiosk: KioskAtHand) -> None:
    kiosk.read(number_of(kiosk))


@then("屏幕上没有“我的号”")
def my_number_is_gone(kiosk: KioskAtHand) -> None:
    kiosk.wait(lambda: not kiosk.says(number_of(kiosk)), "my number gone")


@then("我的号还排着")
def still_waiting(kiosk: KioskAtHand) -> None:
    assert mine(kiosk).state is TicketState.WAITING


@then("我的号取消了，窗口再也不叫它")
def never_called(kiosk: KioskAtHand) -> None:
    assert mine(kiosk).state is TicketState.CANCELLED
    number = number_of(kiosk)
    assert number not in list(called_to_the_end(kiosk))


def called_to_the_end(kiosk: KioskAtHand) -> Iterator[str]:
    """Every number that still waits, as a counter gets it."""
    with suppress(NobodyWaiting):
        while True:
            yield call(kiosk)


@then("打印机又出了一张，上面写着补打")
def copy_came_out(kiosk: KioskAtHand, printer: PrinterDouble) -> None:
    kiosk.wait(lambda: len(printer.receipts) == 2, "two receipts")
    first, copy = (receipt.picture for receipt in printer.receipts)
    assert copy.height > first.height, "one line more: 补打"
    assert copy.tobytes() != first.tobytes()
    assert mine(kiosk).issued_at == datetime.fromisoformat("2026-11-23T10:00:00+08:00")
