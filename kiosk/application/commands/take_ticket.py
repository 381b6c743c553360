"""A person takes a number.

The counter of the series, the ticket, its first event, what the person told (if anything) and the print job (if asked for) are one
transaction; when `take_ticket` returns, they are on disk. Printing itself is another deed (print_ticket) and never on this path.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime
from typing import assert_never

from kiosk.application.ports import Clock, UnitOfWork
from kiosk.application.queries.queueing import opening_now, outlook
from kiosk.application.queries.waits import own_waits
from kiosk.domain.hall import AfterClosing, BeforeOpening, ClosedDay, Hall, Lunch, Open, Opening
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import BusinessDay, LineId, business_day
from kiosk.domain.queueing import NewTicket, PrintJob, PrintJobId, PrintState, Ticket, TicketClass, TicketId
from kiosk.domain.refusals import BeyondClosing, HallClosed, RequestReused, UnknownItem, UnknownLine
from kiosk.domain.waiting.estimate import beyond_closing


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenTicket:
    """What the screen and the paper tell. `print_job` is for print_ticket; None when `print_state` is none."""

    id: TicketId
    day: date
    number: str
    line: LineId
    item: str | None
    ticket_class: TicketClass
    issued_at: datetime
    ahead: int
    wait_low: int | None
    wait_high: int | None
    print_state: PrintState
    print_job: PrintJobId | None
    choices: Choices | None = None
    """What the person told and ticked, for their paper; not in the answer of any command line."""


def require_open(opening: Opening) -> Open:
    """HallClosed with the reason and the next opening, unless numbers are given now."""
    match opening:
        case Open():
            return opening
        case Lunch():
            raise HallClosed(
                reason="lunch", opens_at=opening.reopens_at, closes_at=opening.closes_at, day_name=None, assumed=opening.assumed
            )
        case BeforeOpening():
            raise HallClosed(
                reason="before_opening", opens_at=opening.opens_at, closes_at=opening.closes_at, day_name=None, assumed=opening.assumed
            )
        case AfterClosing(next_opening=later):
            raise HallClosed(
                reason="after_closing",
                opens_at=later.at if later else None,
                closes_at=later.closes_at if later else None,
                day_name=None,
                assumed=later.assumed if later else True,
            )
        case ClosedDay(name=name, next_opening=later):
            raise HallClosed(
                reason="closed_day",
                opens_at=later.at if later else None,
                closes_at=later.closes_at if later else None,
                day_name=name,
                assumed=later.assumed if later else True,
            )
    assert_never(opening)


def take_ticket(
    *,
    line: str,
    item: str | None,
    ticket_class: TicketClass,
    request_id: str | None,
    uow: UnitOfWork,
    clock: Clock,
    hall: Hall,
    known_items: Container[object],
    on_paper: bool = False,
    choices: Choices | None = None,
) -> TakenTicket:
    """The next number of a line, durable.

    `request_id` is unique for ever: a repetition gives the same ticket (as it was told), other arguments RequestReused; None: no protection.
    `known_items`: an Edition, or any container of codes. `on_paper`: a printer is set up and paper is wanted, so a print job is queued.
    `choices` go with the number to the counter and are deleted when the day is over; the first number of a line's day deletes those of other days.
    Refuses UnknownLine, UnknownItem, HallClosed, BeyondClosing (`beyond_closing`), RequestReused.
    """
    wanted = hall.line(line)
    if wanted is None:
        raise UnknownLine(line=line, lines=tuple(known.id for known in hall.lines))
    if item is not None and item not in known_items:
        raise UnknownItem(item=item)
    with uow:
        earlier = uow.tickets.by_request(request_id) if request_id is not None else None
        if earlier is not None:
            return _again(earlier, wanted.id, item, ticket_class, choices, business_day(clock.now()), uow)
        # The moment is read inside the transaction: tickets queue for the write lock, and a number belongs to the day on which it is given.
        moment = clock.now()
        day = business_day(moment)
        opening = require_open(opening_now(snapshot=uow, moment=moment, hall=hall))
        own = own_waits(snapshot=uow, moment=moment, hall=hall, opening=opening)
        counts = own.counts() if own is not None else uow.tickets.waiting_counts(day)
        # A run of priority calls changes nothing for a queue of one rank, and each question asked here lengthens the queue for the lock.
        mixed = any(waiting.priority is not ticket_class.priority for _, waiting in counts)
        streak = own.scene.streak if own is not None else uow.tickets.priority_streak(day) if mixed else 0
        ahead, estimate = outlook(wanted.id, ticket_class, counts, streak, hall, own, item)
        wait = estimate.range
        until_closing = (opening.closes_at - moment).total_seconds() / 60
        if wait.low is not None and beyond_closing(estimate, serving_minutes=opening.minutes_left, minutes=until_closing):
            raise BeyondClosing(
                line=wanted.id, ahead=ahead, wait_low=wait.low, minutes_left=opening.minutes_left, closes_at=opening.closes_at
            )
        ticket = uow.tickets.issue(
            NewTicket(
                day=day,
                line=wanted.id,
                item=item,
                ticket_class=ticket_class,
                issued_at=moment.replace(microsecond=0),
                ahead=ahead,
                wait_low=wait.low,
                wait_high=wait.high,
                request_id=request_id,
            )
        )
        uow.waits.tell(ticket.id, estimate)
        if ticket.number.sequence == 1:
            uow.choices.forget_other_days(day)
        if choices is not None:
            uow.choices.keep(ticket.id, day, choices)
        job = uow.print_jobs.queue(ticket.id, moment) if on_paper else None
        uow.commit()
    return taken(ticket, job, choices)


def _again(
    ticket: Ticket, line: LineId, item: str | None, ticket_class: TicketClass, choices: Choices | None, today: BusinessDay, uow: UnitOfWork
) -> TakenTicket:
    """Choices that the end of their day has deleted cannot be compared any more: they are taken for the same."""
    kept = uow.choices.of(ticket.id)
    told = choices if ticket.day == today else kept
    if (ticket.line, ticket.item, ticket.ticket_class, kept) != (line, item, ticket_class, told):
        raise RequestReused(request_id=ticket.request_id or "", number=str(ticket.number))
    job = uow.print_jobs.latest_of(ticket.id)
    return taken(ticket, job, kept)


def taken(ticket: Ticket, job: PrintJob | None, choices: Choices | None) -> TakenTicket:
    """What a face is told of a ticket. `job`: its paper, None where none is wanted."""
    return TakenTicket(
        id=ticket.id,
        day=ticket.day,
        number=str(ticket.number),
        line=ticket.line,
        item=ticket.item,
        ticket_class=ticket.ticket_class,
        issued_at=ticket.issued_at,
        ahead=ticket.ahead,
        wait_low=ticket.wait_low,
        wait_high=ticket.wait_high,
        print_state=job.state if job else PrintState.NONE,
        print_job=job.id if job else None,
        choices=choices,
    )
