"""Figures of a hall that has worked: every deed of a counter as it counts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.application.commands.calling import miss, rejoin
from kiosk.application.commands.clerk import Clerk
from kiosk.application.commands.front_desk import enter_pad_number, void_tickets
from kiosk.application.commands.serving import finish, park, start, take_back, transfer
from kiosk.application.commands.undo import undo
from kiosk.application.queries.figures import hall_figures
from kiosk.domain.figures import Figures
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import ParkReason, Ticket, TicketClass
from kiosk.roles.parts import Parts
from tests.support.day_hall import DayHall
from tests.support.halls import MONDAY_TEN

MONDAY = MONDAY_TEN.date()


class Counted(DayHall):
    """Counter 1 with a clerk who never signs in: a rehearsal."""

    @property
    def clerk_1(self) -> Clerk:
        return self.tool

    def figures(self) -> Figures:
        return hall_figures(first=MONDAY, last=MONDAY, snapshot=self.parts.snapshot(), clock=self.clock)

    def serve(self, minutes: float) -> Ticket:
        """Calls the next, who comes at once."""
        self.call()
        start(counter=1, clerk=self.tool, **self.deed)
        self.later(minutes=minutes)
        return finish(counter=1, clerk=self.tool, **self.deed)


@pytest.fixture
def day(parts: Parts) -> Counted:
    return Counted(parts)


def test_a_morning(day: Counted) -> None:
    for _ in range(6):
        day.take(item="WHL-001")
    day.later(minutes=3)
    for _ in range(5):
        day.serve(4)
    figures = day.figures()
    assert (figures.total.tickets, figures.total.called, figures.total.served, figures.total.minutes_served) == (6, 5, 5, 4)
    assert (figures.total.half_waited, figures.total.nine_waited, figures.total.prompt) == (11, 19, 0.4)
    assert [(cell.key, cell.tickets, cell.served) for cell in figures.by_counter] == [("1", 5, 5)]
    assert figures.until == day.clock.moment


def test_the_minutes_of_a_parked_matter_are_those_at_the_counter(day: Counted) -> None:
    for _ in range(5):
        day.take()
    for _ in range(4):
        day.serve(10)
    called = day.call()
    start(counter=1, clerk=day.tool, **day.deed)
    day.later(minutes=4)
    park(counter=1, reason=ParkReason.COPIES, clerk=day.tool, **day.deed)
    day.later(minutes=30)
    take_back(ticket=called.id, counter=1, clerk=day.tool, **day.deed)
    day.later(minutes=6)
    finish(counter=1, clerk=day.tool, **day.deed)
    assert day.figures().total.minutes_served == 10


def test_missed_and_back_is_missed_once_and_waited_until_the_first_call(day: Counted) -> None:
    for _ in range(5):
        day.take()
    called = day.call()
    miss(counter=1, clerk=day.tool, **day.deed)
    day.later(minutes=5)
    rejoin(ticket=called.id, counter=1, clerk=day.tool, **day.deed)
    for _ in range(5):
        day.serve(2)
    total = day.figures().total
    assert (total.missed, total.served) == (1, 5)
    assert total.half_waited == 7


def test_what_was_undone_did_not_happen(day: Counted) -> None:
    for _ in range(5):
        day.take()
    for _ in range(4):
        day.serve(1)
    day.later(minutes=1)
    day.call()
    miss(counter=1, clerk=day.tool, **day.deed)
    undo(counter=1, clerk=day.tool, **day.deed)
    assert day.figures().total.missed == 0


def test_a_transferred_ticket_counts_where_it_was_served(day: Counted) -> None:
    for _ in range(5):
        day.take()
    for _ in range(5):
        day.call()
        start(counter=1, clerk=day.tool, **day.deed)
        day.later(minutes=2)
        transfer(counter=1, to_line=LineId("B"), to_counter=None, clerk=day.tool, **day.deed)
        day.call(counter=2)
        start(counter=2, clerk=day.tool, **day.deed)
        day.later(minutes=5)
        finish(counter=2, clerk=day.tool, **day.deed)
    figures = day.figures()
    assert [(cell.key, cell.tickets, cell.minutes_served) for cell in figures.by_line] == [("B", 5, 5)]
    assert [(cell.key, cell.served) for cell in figures.by_counter] == [("2", 5)]


def test_voided_numbers_are_nobody_and_pad_numbers_are_somebody(day: Counted) -> None:
    for _ in range(9):
        day.take()
    void_tickets(line="A", first=1, last=5, clerk=day.tool, **day.deed)
    given_at = MONDAY_TEN - timedelta(minutes=30)
    enter_pad_number(
        sequence=1, line="A", item=None, ticket_class=TicketClass.NORMAL, given_at=given_at, clerk=day.tool, known_items=(), **day.deed
    )
    figures = day.figures()
    assert figures.total.tickets == 5
    assert [cell.key for cell in figures.by_line] == ["A"]
    assert [cell.key for cell in figures.by_hour] == ["9", "10"]


def test_a_rehearsals_next_call_says_nothing_of_how_long_a_service_takes(day: Counted) -> None:
    for _ in range(7):
        day.take()
    for _ in range(7):
        day.call()
        day.later(minutes=9)
    total = day.figures().total
    assert (total.called, total.served, total.minutes_served) == (7, 0, None)


def test_the_span_before_has_the_same_length(day: Counted) -> None:
    for _ in range(6):
        day.take()
    day.clock.moment += timedelta(days=1)
    for _ in range(7):
        day.take()
    tuesday = MONDAY + timedelta(days=1)
    one = hall_figures(first=tuesday, last=tuesday, snapshot=day.parts.snapshot(), clock=day.clock)
    both = hall_figures(first=MONDAY, last=tuesday, snapshot=day.parts.snapshot(), clock=day.clock)
    assert (one.total.tickets, one.tickets_before, one.days) == (7, 6, 1)
    assert (both.total.tickets, both.tickets_before, both.days) == (13, None, 2)


def test_no_such_span(day: Counted) -> None:
    with pytest.raises(ValueError, match="before"):
        hall_figures(first=MONDAY, last=MONDAY - timedelta(days=1), snapshot=day.parts.snapshot(), clock=day.clock)
