"""Taking, calling and looking, as commands and queries on a real SQLite file."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.queries.queueing import queue_now, ticket_seen, tickets_on
from kiosk.domain.hall import Hall, Lunch, Open
from kiosk.domain.numbering import TicketNumber, business_day
from kiosk.domain.queueing import PrintState, TicketClass, TicketState
from kiosk.domain.refusals import (
    BeyondClosing,
    CounterServesNothing,
    ForbiddenOnLiveHall,
    HallClosed,
    NobodyWaiting,
    RequestReused,
    UnknownCounter,
    UnknownItem,
    UnknownLine,
    UnknownTicket,
)
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock, hall


class Desk:
    """Takes and calls in a hall, with a clock that stands."""

    def __init__(self, parts: Parts, made: Hall) -> None:
        self.parts = parts
        self.hall = made
        self.clock = StandingClock()

    def take(self, line: str = "A", ticket_class: TicketClass = TicketClass.NORMAL, request: str | None = None, **more: Any) -> TakenTicket:
        needs: dict[str, Any] = {
            "uow": self.parts.unit_of_work(),
            "clock": self.clock,
            "hall": self.hall,
            "known_items": {"WHL-001", "WHL-002"},
            "item": None,
        }
        return take_ticket(line=line, ticket_class=ticket_class, request_id=request, **(needs | more))

    def call(self, counter: int = 1) -> str:
        return str(rehearse_call(counter=counter, actor="os:test", uow=self.parts.unit_of_work(), clock=self.clock, hall=self.hall).number)


@pytest.fixture
def desk(parts: Parts) -> Desk:
    return Desk(parts, hall(minutes=1))


def test_the_first_ticket(desk: Desk) -> None:
    ticket = desk.take(item="WHL-001")
    assert (ticket.number, ticket.line, ticket.item, ticket.ticket_class) == ("A001", "A", "WHL-001", TicketClass.NORMAL)
    assert (ticket.issued_at, ticket.ahead, ticket.print_state, ticket.print_job) == (MONDAY_TEN, 0, PrintState.NONE, None)


def test_each_line_and_each_day_is_a_series_of_its_own(desk: Desk) -> None:
    assert [desk.take(line).number for line in "AABAH"] == ["A001", "A002", "B001", "A003", "H001"]
    desk.clock.moment += timedelta(days=1)
    assert desk.take().number == "A001"


def test_paper_is_queued_with_the_ticket_when_asked_for(desk: Desk) -> None:
    ticket = desk.take(on_paper=True)
    with desk.parts.snapshot() as snapshot:
        job = snapshot.print_jobs.latest_of(ticket.id)
    assert ticket.print_state is PrintState.QUEUED
    assert job is not None
    assert (job.id, job.state, job.ticket) == (ticket.print_job, PrintState.QUEUED, ticket.id)


def test_what_is_told_ahead_is_what_call_next_does(desk: Desk) -> None:
    desk.take()
    desk.take("B")
    military = desk.take(ticket_class=TicketClass.MILITARY)
    assisted = desk.take("B", TicketClass.ASSISTED)
    third = desk.take("B", TicketClass.ASSISTED)
    assert (military.ahead, assisted.ahead, third.ahead) == (0, 1, 3)
    last = desk.take()
    assert last.ahead == 5
    assert [desk.call() for _ in range(6)] == ["A002", "B002", "A001", "B003", "B001", "A003"]


def test_the_same_request_gives_the_same_ticket_even_when_the_hall_has_closed(desk: Desk) -> None:
    first = desk.take(request="r-1", item="WHL-001")
    desk.take()
    desk.clock.moment += timedelta(hours=12)
    assert desk.take(request="r-1", item="WHL-001") == first
    with desk.parts.snapshot() as snapshot:
        assert len(snapshot.tickets.on_day(business_day(MONDAY_TEN))) == 2


@pytest.mark.parametrize(
    "other",
    [{"line": "B"}, {"ticket_class": TicketClass.MILITARY}, {"item": "WHL-002"}, {"item": None}],
    ids=lambda other: next(iter(other)),
)
def test_a_request_id_stands_for_one_ticket_only(desk: Desk, other: dict[str, Any]) -> None:
    desk.take(request="r-1", item="WHL-001")
    with pytest.raises(RequestReused) as refused:
        desk.take(**{"request": "r-1", "item": "WHL-001", **other})
    assert refused.value.facts() == {"request_id": "r-1", "number": "A001"}


@pytest.mark.parametrize(
    ("moment", "reason", "opens_at"),
    [
        ("2026-11-23T12:20", "lunch", "2026-11-23T13:00:00+08:00"),
        ("2026-11-23T07:00", "before_opening", "2026-11-23T09:00:00+08:00"),
        ("2026-11-20T17:00", "after_closing", "2026-11-23T09:00:00+08:00"),
        ("2026-11-22T10:05", "closed_day", "2026-11-23T09:00:00+08:00"),
        ("2026-10-01T10:00", "closed_day", "2026-10-08T09:00:00+08:00"),
    ],
)
def test_a_closed_hall_gives_no_number_and_says_when(desk: Desk, moment: str, reason: str, opens_at: str) -> None:
    desk.clock.moment = datetime.fromisoformat(f"{moment}+08:00")
    with pytest.raises(HallClosed) as refused:
        desk.take()
    assert (refused.value.facts()["reason"], refused.value.facts()["opens_at"]) == (reason, opens_at)
    with desk.parts.snapshot() as snapshot:
        assert not snapshot.tickets.on_day(business_day(desk.clock.moment))


def test_numbers_end_when_the_turn_would_come_after_closing(desk: Desk) -> None:
    desk.hall = hall(minutes=60, counters=((1, "A"),))
    desk.clock.moment = MONDAY_TEN.replace(hour=16)
    assert [desk.take().number for _ in range(5)] == ["A001", "A002", "A003", "A004", "A005"]
    with pytest.raises(BeyondClosing) as refused:
        desk.take()
    assert refused.value.facts() == {"line": "A", "ahead": 5, "wait_low": 196, "minutes_left": 60, "closes_at": "2026-11-23T17:00:00+08:00"}


def test_what_does_not_exist_is_refused_before_the_database_is_asked(desk: Desk) -> None:
    with pytest.raises(UnknownLine):
        desk.take("Z", uow=None)
    with pytest.raises(UnknownItem):
        desk.take(item="WHL-999", uow=None)


def test_a_clock_that_steps_back_reuses_and_refuses_nothing(desk: Desk) -> None:
    first = [desk.take().number for _ in range(2)]
    desk.clock.moment -= timedelta(minutes=30)
    assert [*first, desk.take().number] == ["A001", "A002", "A003"]
    desk.clock.moment -= timedelta(days=3)
    assert desk.take().number == "A001"
    desk.clock.moment = MONDAY_TEN
    assert desk.take().number == "A004"
    assert desk.call() == "A001"


def test_calling_needs_a_counter_that_serves(desk: Desk) -> None:
    with pytest.raises(UnknownCounter):
        desk.call(9)
    with pytest.raises(NobodyWaiting):
        desk.call(1)
    desk.take("H")
    with pytest.raises(NobodyWaiting):
        desk.call(2)
    assert desk.call(1) == "H001"
    desk.hall = hall(counters=((1, ""),))
    with pytest.raises(CounterServesNothing):
        desk.call(1)
    desk.hall = replace(desk.hall, live=True)
    with pytest.raises(ForbiddenOnLiveHall):
        desk.call(1)


def test_yesterdays_tickets_are_not_called_today(desk: Desk) -> None:
    desk.take()
    desk.clock.moment += timedelta(days=1)
    with pytest.raises(NobodyWaiting):
        desk.call()


def test_the_queue_now(desk: Desk) -> None:
    for line in "AAB":
        desk.take(line)
    now = queue_now(snapshot=desk.parts.snapshot(), clock=desk.clock, hall=desk.hall)
    assert isinstance(now.opening, Open)
    assert (now.waiting, now.open_counters, [line.waiting for line in now.lines], [line.ahead for line in now.lines]) == (
        3,
        3,
        [2, 1, 0],
        [3, 3, 3],
    )
    assert [line.open_counters for line in now.lines] == [3, 3, 1]
    assert all(line.wait_low is not None for line in now.lines)


def test_a_closed_hall_has_no_open_counter_and_no_range(desk: Desk) -> None:
    desk.clock.moment = MONDAY_TEN.replace(hour=12)
    now = queue_now(snapshot=desk.parts.snapshot(), clock=desk.clock, hall=desk.hall)
    assert isinstance(now.opening, Lunch)
    assert now.open_counters == 0
    assert {(line.open_counters, line.wait_low, line.wait_high) for line in now.lines} == {(0, None, None)}


def test_the_list_and_one_ticket_tell_the_same(desk: Desk) -> None:
    classes = [TicketClass.NORMAL, TicketClass.MILITARY, TicketClass.ASSISTED, TicketClass.MILITARY, TicketClass.NORMAL]
    for line, ticket_class in zip("ABAHA", classes, strict=True):
        desk.take(line, ticket_class, on_paper=True)
    desk.call(2)
    day = business_day(MONDAY_TEN)
    listed = tickets_on(day=day, snapshot=desk.parts.snapshot(), hall=desk.hall)
    one_by_one = tuple(
        ticket_seen(number=TicketNumber.parse(seen.number), day=day, snapshot=desk.parts.snapshot(), hall=desk.hall) for seen in listed
    )
    assert listed == one_by_one
    assert [(seen.number, seen.state, seen.counter, seen.ahead) for seen in listed] == [
        ("A001", TicketState.WAITING, None, 1),
        ("B001", TicketState.CALLED, 2, 0),
        ("A002", TicketState.WAITING, None, 0),
        ("H001", TicketState.WAITING, None, 2),
        ("A003", TicketState.WAITING, None, 3),
    ]


def test_a_number_of_another_day_is_unknown(desk: Desk) -> None:
    desk.take()
    day = business_day(MONDAY_TEN + timedelta(days=1))
    with pytest.raises(UnknownTicket):
        ticket_seen(number=TicketNumber.parse("A001"), day=day, snapshot=desk.parts.snapshot(), hall=desk.hall)
