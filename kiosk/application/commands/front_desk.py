"""What the desk does with numbers: gives one to somebody who cannot use the screen, enters those of the paper pad, takes out those nobody holds.

Here: the deeds, each one transaction with its events and its audit. Elsewhere: the ordinary way to a number (take_ticket.py), calling and serving.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from kiosk.application.commands.clerk import Clerk
from kiosk.application.commands.take_ticket import TakenTicket, require_not_stopped, take_ticket
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import PAPER_PAD, LineId, TicketNumber, business_day
from kiosk.domain.queueing import NewTicket, Ticket, TicketClass
from kiosk.domain.queueing.deeds import RULES, Deed, closed
from kiosk.domain.refusals import NothingToVoid, PadNumberEntered, UnknownItem, UnknownLine


def issue_at_desk(
    *,
    line: str,
    item: str | None,
    ticket_class: TicketClass,
    request_id: str | None,
    clerk: Clerk,
    uow: UnitOfWork,
    clock: Clock,
    hall: Hall,
    known_items: Container[object],
    on_paper: bool = False,
) -> TakenTicket:
    """A number as the screen would give it, by the same rules and from the same series, in a clerk's name. Refuses what `take_ticket` refuses and
    what the clerk's session refuses."""
    return take_ticket(
        line=line,
        item=item,
        ticket_class=ticket_class,
        request_id=request_id,
        uow=uow,
        clock=clock,
        hall=hall,
        known_items=known_items,
        on_paper=on_paper,
        clerk=clerk,
    )


def enter_pad_number(
    *,
    sequence: int,
    line: str,
    item: str | None,
    ticket_class: TicketClass,
    given_at: datetime | None,
    clerk: Clerk,
    uow: UnitOfWork,
    clock: Clock,
    hall: Hall,
    known_items: Container[object],
) -> Ticket:
    """A number of the paper pad, given by hand while no screen gave any: `P012` on the pad waits on `line` from now on.

    The pad has a letter that no line has (numbering.PAPER_PAD), so it meets no number of a screen, whichever was first. Its age is that of its
    entry, for order is by sequence and never by a clock: what is entered first is called first. `given_at`: what the pad says, for the wait that
    the figures count; a moment of today that is past, else the moment of entry is taken. Opening hours, quotas and closing are not asked:
    the person holds the number. Refuses UnknownLine, UnknownItem, StoppedToday, PadNumberEntered, and what the clerk's session refuses.
    """
    wanted = hall.line(line)
    if wanted is None:
        raise UnknownLine(line=line, lines=tuple(known.id for known in hall.lines))
    if item is not None and item not in known_items:
        raise UnknownItem(item=item)
    number = TicketNumber(PAPER_PAD, sequence)
    with uow:
        moment = clock.now()
        actor = clerk.prove(uow=uow, clock=clock)
        day = business_day(moment)
        require_not_stopped(line=wanted.id, item=item, uow=uow, moment=moment)
        if uow.tickets.by_number(day, number) is not None:
            raise PadNumberEntered(number=str(number))
        is_of_today = given_at is not None and business_day(given_at) == day and given_at <= moment
        new = NewTicket(
            day=day,
            line=PAPER_PAD,
            item=item,
            ticket_class=ticket_class,
            issued_at=(given_at if given_at is not None and is_of_today else moment).replace(microsecond=0),
            ahead=0,
            wait_low=None,
            wait_high=None,
            request_id=None,
        )
        ticket = uow.hall_day.enter(new, sequence, waits_on=wanted.id)
        details = {"number": str(number), "line": wanted.id, "item": item}
        uow.audit.record(act="desk paper number", actor=actor, at=moment, subject=f"ticket:{ticket.id}", details=details)
        uow.commit()
    return ticket


def void_tickets(*, line: str, first: int, last: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> tuple[Ticket, ...]:
    """Takes a burst of today's numbers out, `first` to `last` of a line or of the pad, both included: those that wait, were missed or are parked.
    What is called, served or over stays as it is. None of them counts in the figures. Refuses UnknownLine, NothingToVoid, and what the clerk's
    session refuses."""
    if line != PAPER_PAD and hall.line(line) is None:
        raise UnknownLine(line=line, lines=tuple(known.id for known in hall.lines))
    with uow:
        moment = clock.now()
        actor = clerk.prove(uow=uow, clock=clock)
        numbers = [
            ticket
            for ticket in uow.tickets.on_day(business_day(moment))
            if ticket.line == line and first <= ticket.number.sequence <= last and ticket.state in RULES[Deed.VOID].takes
        ]
        if not numbers:
            raise NothingToVoid(first=str(TicketNumber(LineId(line), first)), last=str(TicketNumber(LineId(line), max(first, last))))
        voided = []
        for before in numbers:
            after = closed(before, Deed.VOID, at=moment)
            uow.tickets.change(before, after, deed=Deed.VOID, at=moment, counter=None, staff=clerk.number, details={})
            voided.append(after)
        for ticket in voided:
            uow.audit.record(
                act="ticket void", actor=actor, at=moment, subject=f"ticket:{ticket.id}", details={"number": str(ticket.number)}
            )
        uow.commit()
    return tuple(voided)
