"""A person takes a number.

The counter of the series, the ticket, its first event, what the person told (if anything) and the print job (if asked for) are one
transaction; when `take_ticket` returns, they are on disk. Printing itself is another deed (print_ticket) and never on this path.

Elsewhere: the series' next number (the repository), the number's paper (ticket_paper.py), who presses (interface.citizen.ticket_taking).
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime
from typing import assert_never

from kiosk.application.commands.clerk import Clerk
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.application.queries.queueing import hall_standing, opening_now, outlook
from kiosk.application.queries.waits import own_waits
from kiosk.domain.alerts import alert_on
from kiosk.domain.hall import AfterClosing, BeforeOpening, ClosedDay, Hall, Line, Lunch, Open, Opening
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import PAPER_PAD, BusinessDay, LineId, business_day
from kiosk.domain.queueing import NewTicket, PrintJob, PrintJobId, PrintState, Ticket, TicketClass, TicketId
from kiosk.domain.refusals import BeyondClosing, HallClosed, QuotaReached, RequestReused, StoppedToday, UnknownItem, UnknownLine
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
    clerk: Clerk | None = None,
) -> TakenTicket:
    """The next number of a line, durable.

    `request_id` is unique for ever: a repetition gives the same ticket (as it was told), other arguments RequestReused; None: no protection.
    `known_items`: an Edition, or any container of codes. `on_paper`: a printer is set up and paper is wanted, so a print job is queued.
    `choices` go with the number to the counter and are deleted when the day is over; the first number of a line's day deletes those of other days.
    `clerk`: who gives it at the desk to somebody who cannot use the screen; it is then audited, by the same rules.
    Refuses UnknownLine, UnknownItem, HallClosed, StoppedToday, QuotaReached, BeyondClosing (`beyond_closing`), RequestReused. Long because it is one
    transaction, whose steps have an order.
    """
    wanted = hall.line(line)
    if wanted is None:
        raise UnknownLine(line=line, lines=tuple(known.id for known in hall.lines))
    if item is not None and item not in known_items:
        raise UnknownItem(item=item)
    with uow:
        actor = clerk.prove(uow=uow, clock=clock) if clerk is not None else None
        earlier = uow.tickets.by_request(request_id) if request_id is not None else None
        if earlier is not None:
            return _again(earlier, wanted.id, item, ticket_class, choices, business_day(clock.now()), uow)
        # The moment is read inside the transaction: tickets queue for the write lock, and a number belongs to the day on which it is given.
        moment = clock.now()
        day = business_day(moment)
        opening = require_open(opening_now(snapshot=uow, moment=moment, hall=hall))
        require_not_stopped(line=wanted.id, item=item, uow=uow, moment=moment)
        require_within_quota(line=wanted, item=item, day=day, uow=uow, hall=hall)
        hall = hall_standing(snapshot=uow, day=day, hall=hall)
        own = own_waits(snapshot=uow, moment=moment, hall=hall, opening=opening)
        # Only a line of some weight gives a number that goes before others.
        place = uow.tickets.next_turn(wanted.weight) if wanted.weight else None
        counts = own.counts(up_to_turn=place) if own is not None else uow.tickets.waiting_counts(day, up_to_turn=place)
        # A run of priority calls changes nothing for a queue of one rank, and each question asked here lengthens the queue for the lock.
        mixed = any(waiting.priority is not ticket_class.priority for _, waiting in counts)
        runs = own.runs if own is not None else uow.tickets.runs(day) if mixed else {}
        ahead, estimate = outlook(wanted.id, ticket_class, counts, runs, hall, own, item, place)
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
                weight=wanted.weight,
            )
        )
        uow.waits.tell(ticket.id, estimate)
        if ticket.number.sequence == 1:
            uow.choices.forget_other_days(day)
        if choices is not None:
            uow.choices.keep(ticket.id, day, choices)
        job = uow.print_jobs.queue(ticket.id, moment) if on_paper else None
        if actor is not None:
            details = {"number": str(ticket.number), "item": item}
            uow.audit.record(act="desk issue", actor=actor, at=moment, subject=f"ticket:{ticket.id}", details=details)
        uow.commit()
    return taken(ticket, job, choices)


def require_not_stopped(*, line: LineId, item: str | None, uow: UnitOfWork, moment: datetime) -> None:
    """Refuses StoppedToday while an alert stands on the line or the item."""
    alert = alert_on(uow.alerts.standing(moment), item=item, line=line, moment=moment)
    if alert is not None:
        raise StoppedToday(line=line, item=alert.item, reason=alert.reason.value, until=alert.until)


def require_within_quota(*, line: Line, item: str | None, day: BusinessDay, uow: UnitOfWork, hall: Hall) -> None:
    """Refuses QuotaReached when the day's numbers of the line or of the item were all given. Counted inside the transaction: nobody slips through."""
    if line.quota is not None and uow.hall_day.given_on_line(day, line.id, PAPER_PAD) >= line.quota:
        raise QuotaReached(line=line.id, item=None, quota=line.quota)
    quota = hall.item_quotas.get(item or "")
    if item is not None and quota is not None and uow.hall_day.given_for_item(day, item) >= quota:
        raise QuotaReached(line=line.id, item=item, quota=quota)


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
