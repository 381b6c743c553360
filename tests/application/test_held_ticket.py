"""What a holder may do with a number, on a real SQLite file."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.held_ticket import cancel_ticket, check_held, reprint_ticket
from kiosk.application.commands.print_ticket import begin_printing, record_print_state
from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.queries.printing import print_jobs_on
from kiosk.application.queries.queueing import queue_now, ticket_seen, turn_of
from kiosk.application.unavailable import PrintCause
from kiosk.domain.numbering import TicketNumber, business_day
from kiosk.domain.queueing import DOUBTS, HeldNumber, PrintState, TicketClass, TicketState
from kiosk.domain.refusals import AlreadyReprinted, NobodyWaiting, NotItsTime, NotWaiting, TooManyDoubts, UnknownTicket
from kiosk.roles.parts import Parts
from tests.support.halls import StandingClock, hall


class Counterside:
    """A hall in which numbers are taken at 10:00, called and given back."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.hall = hall()
        self.clock = StandingClock()

    def take(self, *, on_paper: bool = True) -> TakenTicket:
        return take_ticket(
            line="A", item=None, ticket_class=TicketClass.NORMAL, request_id=None, uow=self.parts.unit_of_work(), clock=self.clock,
            hall=self.hall, known_items=(), on_paper=on_paper,
        )  # fmt: skip

    def held(self, ticket: TakenTicket, *, wrong: bool = False) -> HeldNumber:
        issued = ticket.issued_at + timedelta(minutes=1 if wrong else 0)
        return HeldNumber(number=TicketNumber.parse(ticket.number), issued=time(issued.hour, issued.minute))

    def cancel(self, held: HeldNumber) -> Any:
        return cancel_ticket(held=held, uow=self.parts.unit_of_work(), clock=self.clock)

    def reprint(self, held: HeldNumber) -> TakenTicket:
        return reprint_ticket(held=held, uow=self.parts.unit_of_work(), clock=self.clock)

    def call(self) -> str:
        return str(rehearse_call(counter=1, actor="os:test", uow=self.parts.unit_of_work(), clock=self.clock, hall=self.hall).number)

    def end_job(self, ticket: TakenTicket, state: PrintState, cause: PrintCause | None = None) -> None:
        assert ticket.print_job is not None
        assert begin_printing(job=ticket.print_job, uow=self.parts.unit_of_work(), clock=self.clock) is None
        record_print_state(job=ticket.print_job, state=state, cause=cause, uow=self.parts.unit_of_work(), clock=self.clock)

    def state(self, ticket: TakenTicket) -> TicketState:
        day = business_day(ticket.issued_at)
        return ticket_seen(number=TicketNumber.parse(ticket.number), day=day, snapshot=self.parts.snapshot(), hall=self.hall).state


@pytest.fixture
def here(parts: Parts) -> Counterside:
    return Counterside(parts)


def test_a_number_given_back_is_never_called(here: Counterside) -> None:
    first, second = here.take(), here.take()
    assert here.cancel(here.held(first)).state is TicketState.CANCELLED
    assert queue_now(snapshot=here.parts.snapshot(), clock=here.clock, hall=here.hall).waiting == 1
    assert here.call() == second.number
    with pytest.raises(NobodyWaiting):
        here.call()
    assert here.state(first) is TicketState.CANCELLED


def test_only_a_waiting_number_can_be_given_back(here: Counterside) -> None:
    called, cancelled = here.take(), here.take()
    assert here.call() == called.number
    here.cancel(here.held(cancelled))
    for ticket, facts in ((called, {"state": "called", "counter": 1}), (cancelled, {"state": "cancelled", "counter": None})):
        with pytest.raises(NotWaiting) as no:
            here.cancel(here.held(ticket))
        assert no.value.facts() == {"number": ticket.number, **facts}
        with pytest.raises(NotWaiting):
            here.reprint(here.held(ticket))


def test_another_time_than_the_one_on_the_paper_is_refused_and_counted_for_the_whole_hall(here: Counterside) -> None:
    ticket, other = here.take(), here.take()
    for tries_left in range(DOUBTS - 1, -1, -1):
        with pytest.raises(NotItsTime) as no:
            check_held(held=here.held(ticket, wrong=True), uow=here.parts.unit_of_work(), clock=here.clock)
        assert no.value.tries_left == tries_left
    for deed in (here.cancel, here.reprint):
        with pytest.raises(TooManyDoubts):
            deed(here.held(ticket))
    assert here.state(ticket) is TicketState.WAITING
    assert here.cancel(here.held(other)).state is TicketState.CANCELLED


def test_a_number_of_another_day_is_unknown(here: Counterside) -> None:
    yesterday = here.take()
    here.clock.moment += timedelta(days=1)
    for deed in (here.cancel, here.reprint):
        with pytest.raises(UnknownTicket):
            deed(here.held(yesterday))


@pytest.mark.parametrize("end", [PrintState.PRINTED, PrintState.UNKNOWN, PrintState.QUEUED])
def test_a_paper_is_copied_once(here: Counterside, end: PrintState) -> None:
    ticket = here.take()
    copy = here.reprint(here.held(ticket))
    assert copy.print_job not in {None, ticket.print_job}
    assert (copy.number, copy.issued_at, copy.ahead) == (ticket.number, ticket.issued_at, ticket.ahead)
    if end is not PrintState.QUEUED:
        here.end_job(copy, end)
    with pytest.raises(AlreadyReprinted):
        here.reprint(here.held(ticket))


def test_a_copy_that_came_to_nothing_may_be_asked_for_again(here: Counterside) -> None:
    ticket = here.take()
    failed = here.reprint(here.held(ticket))
    here.end_job(failed, PrintState.FAILED, PrintCause.NO_PAPER)
    again = here.reprint(here.held(ticket))
    assert (again.print_job, again.print_state) == (failed.print_job, PrintState.QUEUED)
    here.end_job(again, PrintState.PRINTED)
    with pytest.raises(AlreadyReprinted):
        here.reprint(here.held(ticket))
    jobs = print_jobs_on(day=business_day(ticket.issued_at), snapshot=here.parts.snapshot())
    assert [(job.number, job.reprint, job.state) for job in jobs] == [
        (ticket.number, False, PrintState.QUEUED),
        (ticket.number, True, PrintState.PRINTED),
    ]


def test_whose_turn_it_is_tells_what_is_called_now(here: Counterside) -> None:
    tickets = [here.take() for _ in range(4)]
    assert here.call() == "A001"
    assert here.call() == "A002"
    turn = turn_of(number=TicketNumber.parse(tickets[3].number), snapshot=here.parts.snapshot(), clock=here.clock, hall=here.hall)
    assert (turn.ticket.ahead, turn.ticket.state, turn.reprint) == (1, TicketState.WAITING, None)
    assert [(call.counter, call.number) for call in turn.calls] == [(1, "A002")]
    here.reprint(here.held(tickets[3]))
    again = turn_of(number=TicketNumber.parse("A004"), snapshot=here.parts.snapshot(), clock=here.clock, hall=here.hall)
    assert again.reprint is PrintState.QUEUED
    with pytest.raises(UnknownTicket):
        turn_of(number=TicketNumber.parse("A099"), snapshot=here.parts.snapshot(), clock=here.clock, hall=here.hall)
