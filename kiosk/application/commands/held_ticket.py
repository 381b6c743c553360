"""What a holder does with a number in hand: gives it back, or has its paper printed once more.

Both ask for the number and the time on its paper (domain.queueing.HeldNumber, ADR 0016), and both speak of today's tickets alone.

Elsewhere: what counts as holding (domain.queueing), the page that asks (interface.citizen.my_turn).
"""

from __future__ import annotations

from kiosk.application.commands.take_ticket import TakenTicket, taken
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.numbering import business_day
from kiosk.domain.queueing import DOUBTS, HeldNumber, Ticket, TicketEventKind, TicketState
from kiosk.domain.queueing.deeds import Deed, cancelled
from kiosk.domain.refusals import AlreadyReprinted, NotItsTime, NotWaiting, TooManyDoubts, UnknownTicket


def cancel_ticket(*, held: HeldNumber, uow: UnitOfWork, clock: Clock) -> Ticket:
    """Gives a waiting number back: nobody is called for it any more. The row and its event are one transaction.

    Refuses UnknownTicket (none of today's), TooManyDoubts, NotItsTime, NotWaiting.
    """
    with uow:
        ticket = _held_today(held, uow, clock)
        if ticket.state is not TicketState.WAITING:
            raise NotWaiting(number=str(ticket.number), state=ticket.state.value, counter=ticket.counter)
        now = clock.now()
        after = cancelled(ticket, at=now)
        uow.tickets.change(ticket, after, deed=Deed.CANCEL, at=now, counter=None, staff=None, details={})
        uow.commit()
    return after


def reprint_ticket(*, held: HeldNumber, uow: UnitOfWork, clock: Clock) -> TakenTicket:
    """Queues the one copy of a waiting ticket's paper and gives the ticket as it was told at issue, with the job.

    A copy that came to nothing (no paper, printer away) may be asked for again; one that is printed, on its way or uncertain may not.
    Refuses UnknownTicket (none of today's), TooManyDoubts, NotItsTime, NotWaiting, AlreadyReprinted.
    """
    with uow:
        ticket = _held_today(held, uow, clock)
        if ticket.state is not TicketState.WAITING:
            raise NotWaiting(number=str(ticket.number), state=ticket.state.value, counter=ticket.counter)
        now = clock.now()
        job = uow.print_jobs.queue_copy(ticket.id, now)
        if job is None:
            raise AlreadyReprinted(number=str(ticket.number))
        uow.tickets.note(ticket.id, TicketEventKind.REPRINTED, now)
        choices = uow.choices.of(ticket.id)
        uow.commit()
    return taken(ticket, job, choices)


def check_held(*, held: HeldNumber, uow: UnitOfWork, clock: Clock) -> Ticket:
    """The ticket, where the number and its time belong together. For a screen that asks for the time before it asks again.

    Refuses UnknownTicket, TooManyDoubts, NotItsTime.
    """
    with uow:
        return _held_today(held, uow, clock)


def _held_today(held: HeldNumber, uow: UnitOfWork, clock: Clock) -> Ticket:
    """A wrong time is written down before it is refused: a guesser who starts anew, or at another kiosk, has no more tries."""
    now = clock.now()
    day = business_day(now)
    ticket = uow.tickets.by_number(day, held.number)
    if ticket is None:
        raise UnknownTicket(number=str(held.number), day=day.isoformat())
    doubts = uow.tickets.doubts(ticket.id)
    if doubts >= DOUBTS:
        raise TooManyDoubts(number=str(held.number))
    if not held.fits(ticket):
        uow.tickets.note(ticket.id, TicketEventKind.DOUBTED, now)
        uow.commit()
        raise NotItsTime(number=str(held.number), tries_left=DOUBTS - doubts - 1)
    return ticket
