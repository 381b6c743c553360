"""What a counter does with the person in front of it: begins, ends, lays aside and takes back, sends on, puts the item right.

Every deed is one transaction with its event and its entry in the audit, and gives the ticket as it is then. Elsewhere: calling (calling.py),
taking a deed back (undo.py), the rules (domain.queueing.deeds).
"""

from __future__ import annotations

from collections.abc import Container

from kiosk.application.commands.clerk import Clerk, at_counter, counter_of
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.hall import CounterId, Hall
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import ParkReason, Ticket, TicketEventKind, TicketId
from kiosk.domain.queueing.counters import CounterState
from kiosk.domain.queueing.deeds import Deed, finished, parked, started, taken_back, transferred, with_another_item, with_item
from kiosk.domain.refusals import CounterNotOpen, UnknownItem, UnknownLine


def start(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """The holder is there. The first clerk to begin is the first asked (首问) and stands in the log once. Refuses what `at_counter` refuses,
    NothingAtCounter, DeedOutOfTurn."""
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.current()
        after = here.write(Deed.START, before, started(before, counter=here.counter, at=here.moment, clerk=here.staff))
        if after.first_asked != before.first_asked:
            uow.tickets.note(after.id, TicketEventKind.FIRST_ASKED, here.moment, counter=here.counter, staff=here.staff)
        uow.commit()
    return after


def finish(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """Done, for all its items. Refuses what `at_counter` refuses, NothingAtCounter, DeedOutOfTurn (not begun)."""
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.current()
        after = here.write(Deed.FINISH, before, finished(before, counter=here.counter, at=here.moment))
        uow.commit()
    return after


def park(*, counter: int, reason: ParkReason, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """Laid aside: the counter is free, the number does not wait again. Refuses what `at_counter` refuses, NothingAtCounter, DeedOutOfTurn."""
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.current()
        after = here.write(Deed.PARK, before, parked(before, counter=here.counter, at=here.moment, reason=reason), reason=reason.value)
        uow.commit()
    return after


def take_back(*, ticket: TicketId, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """A parked number goes on, at this counter, whichever had parked it. Refuses what `at_counter` refuses, CounterOccupied, UnknownTicket,
    TicketOfAnotherDay, DeedOutOfTurn (another counter was quicker)."""
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        here.require_free(uow.tickets.at_counter(here.day, here.counter))
        before = here.ticket(ticket)
        after = here.write(Deed.TAKE_BACK, before, taken_back(before, counter=here.counter, at=here.moment))
        uow.commit()
    return after


def transfer(
    *, counter: int, to_line: LineId | None, to_counter: CounterId | None, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall
) -> Ticket:
    """To a line, to one counter, or both: it waits again there with the age it has. One of the two must be given (ValueError).

    Refuses what `at_counter` refuses, NothingAtCounter, DeedOutOfTurn, UnknownLine, UnknownCounter, CounterNotOpen (of the other counter).
    """
    if to_line is None and to_counter is None:
        raise ValueError("neither a line nor a counter")
    if to_line is not None and hall.line(to_line) is None:
        raise UnknownLine(line=to_line, lines=tuple(line.id for line in hall.lines))
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.current()
        if to_counter is not None and not here.is_served(counter_of(hall, to_counter).id, hall):
            raise CounterNotOpen(counter=to_counter, state=CounterState.CLOSED.value)
        after = transferred(before, counter=here.counter, at=here.moment, to_line=to_line, to_counter=to_counter)
        here.write(Deed.TRANSFER, before, after, to_line=to_line, to_counter=to_counter)
        uow.commit()
    return after


def correct_item(
    *, counter: int, item: str, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall, known_items: Container[object]
) -> Ticket:
    """It is about another item than was told. `known_items`: an Edition. Refuses what `at_counter` refuses, UnknownItem, NothingAtCounter,
    DeedOutOfTurn."""
    _require_known(item, known_items)
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.current()
        after = with_item(before, counter=here.counter, at=here.moment, item=item)
        here.write(Deed.CORRECT_ITEM, before, after, item=item, instead_of=before.item)
        uow.commit()
    return after


def add_item(*, counter: int, item: str, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall, known_items: Container[object]) -> Ticket:
    """One thing more for the same number. Refuses like `correct_item`."""
    _require_known(item, known_items)
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        before = here.current()
        after = here.write(Deed.ADD_ITEM, before, with_another_item(before, counter=here.counter, at=here.moment, item=item), item=item)
        uow.commit()
    return after


def _require_known(item: str, known_items: Container[object]) -> None:
    if item not in known_items:
        raise UnknownItem(item=item)
