"""A counter calls: the next number, a certain one, once more; nobody comes; somebody who was missed comes back.

Every deed is one transaction with its event and its entry in the audit, and gives the ticket as it is then. Elsewhere: who may act and the look
at the counter (clerk.py), what follows a call (serving.py), taking a deed back (undo.py), the rules (domain.queueing).
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.application.commands.clerk import AtCounter, Clerk, ToolClerk, at_counter
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.hall import Hall
from kiosk.domain.queueing import Ticket, TicketId, by_turn, may_be_called_at, order_at, runs_after, slot_behind
from kiosk.domain.queueing.deeds import Deed, called, missed, recalled, rejoined, superseded
from kiosk.domain.refusals import AlreadyCalled, DeedOutOfTurn, NobodyWaiting, NotForThisCounter


def call_next(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """The ticket whose turn it is on the counter's lines (queueing.calling_order), claimed for this counter alone.

    Allowed outside opening hours: those who waited are served. Refuses what `at_counter` refuses, CounterOccupied, NobodyWaiting.
    """
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        there, heads = uow.tickets.heads(here.day, here.place.lines, here.counter)
        here.require_free(there)
        after = _claim_next(here, heads, act=None)
        uow.commit()
    return after


def rehearse_call(*, counter: int, actor: str, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """`kiosk counter-call`: calls the next number as one deed; what the counter had before is finished with it.

    Refuses UnknownCounter, CounterServesNothing, CounterNotOpen, NobodyWaiting, and ForbiddenOnLiveHall: a live hall calls through clerks who
    have signed in.
    """
    with uow:
        here = at_counter(counter=counter, clerk=ToolClerk(actor, hall), uow=uow, clock=clock, hall=hall)
        before, heads = uow.tickets.heads(here.day, here.place.lines, here.counter)
        if before is not None:
            here.write(Deed.SUPERSEDE, before, superseded(before, counter=here.counter, at=here.moment))
        after = _claim_next(here, heads, act="counter-call")
        uow.commit()
    return after


def call_this(*, ticket: TicketId, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """A certain ticket, out of turn. The run of priority calls stays as it is.

    Refuses what `at_counter` refuses, CounterOccupied, UnknownTicket, TicketOfAnotherDay, NotForThisCounter, AlreadyCalled, DeedOutOfTurn.
    """
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        here.require_free(uow.tickets.at_counter(here.day, here.counter))
        before = here.ticket(ticket)
        if not may_be_called_at(before, here.counter, here.place.lines):
            raise NotForThisCounter(counter=counter, number=str(before.number), line=before.waits_on, for_counter=before.for_counter)
        try:
            after = called(before, Deed.CALL_THIS, counter=here.counter, at=here.moment)
        except DeedOutOfTurn:
            if before.counter is not None and before.counter != here.counter:
                raise AlreadyCalled(number=str(before.number), counter=before.counter) from None
            raise
        here.write(Deed.CALL_THIS, before, after)
        uow.commit()
    return after


def recall(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """Calls the called ticket once more, MAX_RECALLS times. Refuses what `at_counter` refuses, NothingAtCounter, DeedOutOfTurn (its holder is
    there already), RecallsUsedUp."""
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.current()
        after = here.write(Deed.RECALL, before, recalled(before, counter=here.counter, at=here.moment))
        uow.commit()
    return after


def miss(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """Nobody came. Refuses what `at_counter` refuses, NothingAtCounter, DeedOutOfTurn."""
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.current()
        after = here.write(Deed.MISS, before, missed(before, counter=here.counter, at=here.moment))
        uow.commit()
    return after


def rejoin(*, ticket: TicketId, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """Whoever was missed is there: the number waits again, two places later on its line (queueing.slot_behind). If it was kept for a counter that
    has closed meanwhile, every counter of the line may call it.

    Refuses what `at_counter` refuses, UnknownTicket, TicketOfAnotherDay, DeedOutOfTurn, RejoinTooLate.
    """
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.ticket(ticket)
        kept = before.for_counter if before.for_counter is not None and here.is_served(before.for_counter, hall) else None
        row = [
            other
            for other in uow.tickets.waiting(here.day)
            if (other.waits_on, other.for_counter) == (before.waits_on, kept)
            and other.ticket_class.priority is before.ticket_class.priority
        ]
        slot = slot_behind(by_turn(row))
        place = uow.tickets.free_place(here.day, *slot) if slot is not None else None
        after = here.write(Deed.REJOIN, before, rejoined(before, at=here.moment, place=place, for_counter=kept))
        uow.commit()
    return after


def _claim_next(here: AtCounter, heads: Sequence[Ticket], act: str | None) -> Ticket:
    """`heads`: the first of each rank on each line. `act`: what the audit calls it, None: by the deed."""
    tickets, place = here.uow.tickets, here.place
    if not heads:
        raise NobodyWaiting(counter=place.id)
    runs = tickets.runs(here.day)
    before = order_at(heads, here.counter, place.lines, runs)[0]
    after = called(before, Deed.CALL_NEXT, counter=here.counter, at=here.moment)
    tickets.change(before, after, deed=Deed.CALL_NEXT, at=here.moment, counter=here.counter, staff=here.staff, details={})
    then = runs_after(runs, place.lines, priority=before.ticket_class.priority)
    tickets.keep_runs(here.day, {line: run for line, run in then.items() if run != runs.get(line, 0)})
    here.record(act or "ticket call-next", after)
    return after
