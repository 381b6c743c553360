"""A whole day of a hall: features/hall_day.feature. The kiosk, two consoles and the display run in one process on one data directory, each on
connections of its own; they hear of each other through the database alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast

import pytest
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from kiosk.application.commands.alerts import set_alert
from kiosk.application.commands.clerk import ToolClerk
from kiosk.application.commands.end_day import end_day
from kiosk.application.queries.audit import verify_audit
from kiosk.application.queries.queueing import TicketSeen
from kiosk.domain.alerts import AlertReason
from kiosk.domain.announcing import Pace
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import business_day
from kiosk.domain.queueing import TicketState
from kiosk.roles.display import HallDisplay
from kiosk.roles.screen import Modes
from tests.journeys.conftest import main_button_says, moment_of
from tests.journeys.kiosk_at_hand import KioskAtHand, PartsByClock
from tests.support.console_at_hand import ConsoleAtHand, HandClock
from tests.support.drawn_scene import see
from tests.support.printer_double import PrinterDouble, PrinterMode

scenarios("hall_day.feature")
pytestmark = pytest.mark.usefixtures("at_hand")

HASTE = Pace(board=0.2, crowd_board=0.1, quiet=0.5)
"""Seconds of a test instead of a hall's."""


@dataclass
class ListeningVoice:
    """Has said everything at once; what it was, stands here."""

    said: list[str] = field(default_factory=list)

    def say(self, words: Sequence[str], *, chime: bool) -> Future[None]:  # noqa: ARG002
        self.said.append("".join(words))
        over: Future[None] = Future()
        over.set_result(None)
        return over

    def close(self) -> None: ...


class HallDay:
    """Everything that stands in the hall, and who holds which number."""

    def __init__(self, kiosk: KioskAtHand, printer: PrinterDouble) -> None:
        self.kiosk = kiosk
        self.printer = printer
        self.numbers: dict[str, str] = {}
        self.voice = ListeningVoice()
        self.display = HallDisplay(PartsByClock(data=kiosk.data, clock=kiosk.clock), self.voice, pace=HASTE)
        self.display.open(width=960, height=540, modes=Modes()).show()
        self.display.wake()
        # The consoles share the kiosk's clock: one hall, one time.
        clock = cast("HandClock", kiosk.clock)
        self.consoles: Mapping[int, ConsoleAtHand] = {
            number: ConsoleAtHand(kiosk.data, counter=number, clerks=number == 1, clock=clock) for number in (1, 2)
        }
        self._heard = 0

    def close(self) -> None:
        for console in self.consoles.values():
            console.close()
        self.display.close()

    def come(self, moment: datetime) -> None:
        seconds = (moment - self.kiosk.clock.moment).total_seconds()
        self.kiosk.set_clock(moment)
        self.kiosk.clock.passed += seconds
        for console in self.consoles.values():
            console.console.wall_clock.look()
            console.console.look()
            console.settle()
        self.display.watch.look()

    def take(self, who: str, *chosen: str) -> None:
        """By touching the screen."""
        before = {ticket.number for ticket in self.kiosk.tickets()}
        self.kiosk.begin_visit()
        self.kiosk.touch("一口受理 取号")
        for choice in chosen:
            self.kiosk.touch(choice)
        self.kiosk.touch("取一个号")
        self.kiosk.wait(lambda: self.kiosk.page == "ticket-done", "the number")
        self.kiosk.end_visit()
        (self.numbers[who],) = {ticket.number for ticket in self.kiosk.tickets()} - before
        for console in self.consoles.values():
            console.settle()

    def ticket(self, who: str) -> TicketSeen:
        return next(ticket for ticket in self.kiosk.tickets() if ticket.number == self.numbers[who])

    def console(self, counter: int) -> ConsoleAtHand:
        """As the clerk sees it, a moment after whatever happened elsewhere."""
        console = self.consoles[counter]
        console.step(1.5)
        return console

    def wait_for(self, who: str, state: TicketState) -> None:
        self.kiosk.wait(lambda: self.ticket(who).state is state, lambda: f"{state} of {who}, but {self.ticket(who)}")

    def display_words(self) -> str:
        assert self.display.view is not None
        QTest.qWait(0)
        root = self.display.view.rootObject()
        assert isinstance(root, QQuickItem)
        return " ".join(seen.words for seen in see(root, self.display.view.grabWindow()).words)

    def display_says(self, words: str) -> None:
        self.kiosk.wait(lambda: words in self.display_words().replace(" ", ""), lambda: f"{words}, but {self.display_words()}")

    def heard(self) -> Sequence[str]:
        """What the voice has said since this was asked last."""
        new = self.voice.said[self._heard :]
        self._heard = len(self.voice.said)
        return new


@pytest.fixture
def day(qapp: QApplication, at_hand: KioskAtHand, printer: PrinterDouble) -> Iterator[HallDay]:
    at_hand.set_clock(moment_of("2026-11-23 08:00"))
    made = HallDay(at_hand, printer)
    yield made
    made.close()


@given("大厅里有一台取号机、两个窗口和一块大屏")
def a_hall(day: HallDay) -> None:
    assert [console.door for console in day.consoles.values()] != ["", ""]


@when(parsers.re(r"到了 (?P<clock>\d\d:\d\d)"))
def the_time_comes(day: HallDay, clock: str) -> None:
    day.come(moment_of(f"{day.kiosk.clock.moment:%Y-%m-%d} {clock}"))


@when(parsers.re(r"第二天 (?P<clock>\d\d:\d\d) 到了"))
def the_next_day(day: HallDay, clock: str) -> None:
    day.come(moment_of(f"{day.kiosk.clock.moment + timedelta(days=1):%Y-%m-%d} {clock}"))


@then(parsers.parse("首页的大按钮写着“{words}”"))
def home_says(day: HallDay, words: str) -> None:
    day.kiosk.begin_visit()
    main_button_says(day.kiosk, words)


@when(parsers.parse("{counter:d} 号窗口的人登录，开了窗口"))
def signs_in(day: HallDay, counter: int) -> None:
    day.console(counter).sign_in(counter)
    assert day.consoles[counter].door == "open"


@when(parsers.parse("“{who}”在取号机上取了一个号"))
def takes(day: HallDay, who: str) -> None:
    day.take(who)


@when(parsers.parse("军人“{who}”在取号机上取了一个号"))
def a_soldier_takes(day: HallDay, who: str) -> None:
    day.take(who, "军人")


@then(parsers.parse("大屏写着还有 {people:d} 个人等"))
def display_counts(day: HallDay, people: int) -> None:
    day.display_says(f"{people}人等")


@when(parsers.parse("{counter:d} 号窗口按 {chords}"))
def presses(day: HallDay, counter: int, chords: str) -> None:
    day.console(counter).keys(*chords.split())


@then(parsers.parse("{counter:d} 号窗口叫的是“{who}”"))
def has_called(day: HallDay, counter: int, who: str) -> None:
    day.wait_for(who, TicketState.CALLED)
    assert day.ticket(who).counter == CounterId(counter)


@then(parsers.parse("大屏叫“{who}”到 {counter:d} 号窗口，念两遍"))
def display_calls(day: HallDay, who: str, counter: int) -> None:
    sentence = f"请{day.numbers[who][0]}"
    day.kiosk.wait(lambda: len(day.voice.said) >= day._heard + 2, "it was said twice")
    heard = day.heard()
    assert len(heard) == 2
    assert heard[0] == heard[1]
    assert heard[0].startswith(sentence)
    assert heard[0].endswith("号窗口")
    day.display_says(day.numbers[who])


@then(parsers.parse("大屏不再叫“{who}”"))
def display_calls_no_more(day: HallDay, who: str) -> None:
    day.kiosk.wait(lambda: day.display.display.property("number") != day.numbers[who], "the board is free of it")


@then(parsers.parse("取号机上查“{who}”，说“{words}”"))
def asks_for_the_turn(day: HallDay, who: str, words: str) -> None:
    day.kiosk.begin_visit()
    day.kiosk.touch("到我了吗")
    number = day.numbers[who]
    day.kiosk.touch(f"{number[0]} ")
    for digit in number[1:]:
        day.kiosk.touch(digit)
    day.kiosk.touch("查一下")
    day.kiosk.read(words)
    day.kiosk.end_visit()


@then(parsers.parse("“{who}”办完了"))
def is_finished(day: HallDay, who: str) -> None:
    day.wait_for(who, TicketState.FINISHED)


@then(parsers.parse("“{who}”过号了"))
def is_missed(day: HallDay, who: str) -> None:
    day.wait_for(who, TicketState.MISSED)


@then(parsers.parse("“{who}”又在等了"))
def waits_again(day: HallDay, who: str) -> None:
    day.wait_for(who, TicketState.WAITING)


@when(parsers.parse("{counter:d} 号窗口搁置，等材料"))
def lays_aside(day: HallDay, counter: int) -> None:
    day.console(counter).keys("F10", "1", "Enter")


@then(parsers.parse("“{who}”搁置了，窗口空着"))
def is_parked(day: HallDay, who: str) -> None:
    day.wait_for(who, TicketState.PARKED)
    assert day.console(1).desk.current is None


@when("有人在取号机上叫金小二")
def asks_for_help(day: HallDay) -> None:
    day.kiosk.begin_visit()
    day.kiosk.touch("找金小二")
    day.kiosk.touch("请人过来")


@then("两个窗口都响")
def both_ring(day: HallDay) -> None:
    for console in day.consoles.values():
        day.kiosk.wait(lambda console=console: "F9" in str(console.words()), "it rings")  # type: ignore[misc]


@then("1 号窗口不响了")
def the_other_is_quiet(day: HallDay) -> None:
    first = day.consoles[1]
    first.step(5)
    day.kiosk.wait(lambda: "我去" not in str(first.words()), lambda: str(first.words()))


@then("取号机说有人来")
def somebody_comes(day: HallDay) -> None:
    day.kiosk.read("过来了")
    day.kiosk.end_visit()


@then(parsers.parse("1 号窗口接着把“{who}”办完"))
def goes_on(day: HallDay, who: str) -> None:
    """Closed for new numbers, not for those who are here."""
    day.console(1).keys("F11", "Ctrl+1", "Home", "Down", "Enter")
    day.wait_for(who, TicketState.SERVING)
    day.console(1).keys("F5")
    day.wait_for(who, TicketState.FINISHED)


@when(parsers.parse("1 号窗口定下“{line}”今天停办"))
def is_stopped(day: HallDay, line: str) -> None:
    parts = day.consoles[1].parts
    found = next(each for each in parts.hall.lines if each.name == line)
    until = day.kiosk.clock.moment.replace(hour=17)
    set_alert(
        item=None, line=found.id, until=until, reason=AlertReason.SYSTEM, clerk=ToolClerk("os:test", parts.hall),
        uow=parts.unit_of_work(), clock=parts.clock, hall=parts.hall, known_items=parts.edition(),
    )  # fmt: skip


@then(parsers.parse("“{line}”在取号机上取不到号"))
def cannot_be_taken(day: HallDay, line: str) -> None:
    day.kiosk.begin_visit()
    day.kiosk.touch("一口受理 取号")
    day.kiosk.touch(line)
    day.kiosk.read("停办")
    day.kiosk.end_visit()


@when("打印机没纸了")
def out_of_paper(day: HallDay) -> None:
    day.printer.mode = PrinterMode.PAPER_OUT


@then(parsers.parse("“{who}”在等，号在数据库里"))
def waits(day: HallDay, who: str) -> None:
    assert day.ticket(who).state is TicketState.WAITING
    day.printer.mode = PrinterMode.OK


@when("两个窗口的人都走了")
def all_leave(day: HallDay) -> None:
    for number in day.consoles:
        day.console(number).keys("Shift+F12")
    parts = day.consoles[1].parts
    end_day(uow=parts.unit_of_work(), clock=parts.clock, hall=parts.hall)


@then("没办完的号都关了，写着原因")
def all_closed(day: HallDay) -> None:
    states = [ticket.state for ticket in day.kiosk.tickets()]
    assert set(states) == {TicketState.FINISHED, TicketState.CLOSED}
    assert states.count(TicketState.CLOSED) == 3, "甲 who never came back, 丙 and 戊 who waited"


@then("一句别人说过的话都没留下")
def nothing_told_is_left(day: HallDay) -> None:
    with day.consoles[1].parts.snapshot() as snapshot:
        assert all(snapshot.choices.of(ticket.id) is None for ticket in snapshot.tickets.on_day(business_day(day.kiosk.clock.moment)))


@then("每一步都记在册上，一环扣一环")
def chain_holds(day: HallDay) -> None:
    parts = day.consoles[1].parts
    report = verify_audit(uow=parts.unit_of_work(), snapshot=parts.snapshot(), named_head=None, look_at_note=True)
    assert report.whole
    acts = day.consoles[1].acts()
    assert {
        "ticket call-next",
        "ticket start",
        "ticket finish",
        "ticket miss",
        "ticket undo",
        "ticket park",
        "alert set",
        "day end",
    } <= set(acts)


@then(parsers.parse("“{who}”的号是 {number}"))
def has_number(day: HallDay, who: str, number: str) -> None:
    assert day.numbers[who] == number
