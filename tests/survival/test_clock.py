"""The machine's clock steps a day forward and back while the kiosk runs: no number twice, the right queue, and the session still ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import HallClosed
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.shared.sentences import sentence
from tests.journeys.kiosk_at_hand import KioskAtHand
from tests.support.halls import MONDAY_TEN

DAY = timedelta(days=1)


@pytest.fixture
def kiosk(qapp: QApplication, data: DataDirectory) -> Iterator[KioskAtHand]:
    made = KioskAtHand(data, size=(540, 960))
    made.set_clock(MONDAY_TEN)
    yield made
    made.end_visit()
    made.close()


def take(kiosk: KioskAtHand, request: str) -> TakenTicket:
    """The kiosk's own deed, as its worker does it."""
    return kiosk.kiosk.hall.take(line="A", item=None, ticket_class=TicketClass.NORMAL, choices=None, request_id=request)


def test_steps_of_a_day_repeat_no_number_and_show_the_right_queue(kiosk: KioskAtHand) -> None:
    given: list[tuple[str, str]] = []
    waiting: list[int] = []
    for turn, moment in enumerate((MONDAY_TEN, MONDAY_TEN + DAY, MONDAY_TEN, MONDAY_TEN - 3 * DAY, MONDAY_TEN + DAY, MONDAY_TEN)):
        kiosk.set_clock(moment)
        given += [(ticket.day.isoformat(), ticket.number) for ticket in (take(kiosk, f"{turn}-{number}") for number in range(2))]
        kiosk.set_clock(moment + timedelta(minutes=1))
        now = kiosk.kiosk.queue.now
        assert now is not None
        waiting.append(sum(line.waiting for line in now.lines))
    assert len(set(given)) == len(given) == 12
    assert [number for day, number in given if day == "2026-11-23"] == [f"A{sequence:03d}" for sequence in range(1, 7)]
    assert waiting == [2, 2, 4, 2, 4, 6], "the queue of the day that the clock shows"


def test_a_request_made_before_the_step_gives_the_same_ticket_after_it(kiosk: KioskAtHand) -> None:
    first = take(kiosk, "one wish")
    kiosk.set_clock(MONDAY_TEN + DAY)
    assert take(kiosk, "one wish") == first


def test_on_a_closed_day_the_hall_says_so_calmly(kiosk: KioskAtHand) -> None:
    kiosk.kiosk.navigator.go("ticket")
    kiosk.set_clock(MONDAY_TEN - DAY)
    with pytest.raises(HallClosed) as closed:
        take(kiosk, "on a Sunday")
    assert sentence(closed.value).startswith("今天不上班")
    assert kiosk.page == "ticket"
    assert any("不上班" in line or "不开" in line or "休息" in line for line in kiosk.words()), kiosk.words()


@pytest.mark.parametrize("step", [DAY, -DAY], ids=["forward", "back"])
def test_the_session_ends_by_seconds_and_not_by_the_hour(kiosk: KioskAtHand, step: timedelta) -> None:
    kiosk.kiosk.navigator.go("search")
    kiosk.touch("S")
    kiosk.quiet_seconds(30)
    kiosk.set_clock(kiosk.clock.moment + step)
    kiosk.quiet_seconds(20)
    assert kiosk.page == "search", "a step of the clock is no minute of quiet"
    kiosk.quiet_seconds(15)
    assert kiosk.page == "idle"
    kiosk.quiet_seconds(25)
    assert kiosk.page == "home"
