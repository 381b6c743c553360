"""A counter is opened, paused, gone on with, closed: by the clerk who signs in there.

Every deed is one row in the log of counters and one in the audit, and gives the counter as it stands then. A counter that is open may be opened
again: so another clerk takes it over, and a console that was killed comes back to the ticket it had. Elsewhere: tickets (calling.py, serving.py).
"""

from __future__ import annotations

from kiosk.application.commands.clerk import Clerk, counter_of
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import business_day
from kiosk.domain.queueing.counters import COUNTER_RULES, CounterDeed, CounterStanding, CounterState, standing_by_setting
from kiosk.domain.queueing.deeds import Deed, released
from kiosk.domain.refusals import CounterNotOpen, CounterOccupied, CounterServesNothing, CounterTakenOver


def open_counter(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> CounterStanding:
    """From now on it is this clerk's. Refuses UnknownCounter, SessionEnded, NotPermitted, ForbiddenOnLiveHall, CounterServesNothing (without a
    line)."""
    return _say(CounterDeed.OPEN, counter, clerk, uow, clock, hall)


def pause_counter(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> CounterStanding:
    """Nobody is called; no ticket may be open. Refuses like `open_counter`, and CounterNotOpen, CounterTakenOver, CounterOccupied."""
    return _say(CounterDeed.PAUSE, counter, clerk, uow, clock, hall)


def resume_counter(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> CounterStanding:
    """After a pause. Resuming what is open changes nothing. Refuses like `pause_counter`."""
    return _say(CounterDeed.RESUME, counter, clerk, uow, clock, hall)


def close_counter(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> CounterStanding:
    """No ticket may be open. Numbers that waited for this very counter wait on their line again, with the age they have. Closing what is closed
    changes nothing. Refuses like `pause_counter`."""
    return _say(CounterDeed.CLOSE, counter, clerk, uow, clock, hall)


def _say(deed: CounterDeed, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> CounterStanding:
    place = counter_of(hall, counter)
    takes, leaves = COUNTER_RULES[deed]
    with uow:
        actor = clerk.prove(uow=uow, clock=clock)
        moment = clock.now()
        day = business_day(moment)
        before = uow.counters.said_of(day, place.id) or standing_by_setting(place, live=hall.live)
        if deed is CounterDeed.OPEN:
            if not place.lines:
                raise CounterServesNothing(counter=counter)
        else:
            if before.state is leaves:
                return before
            if before.state not in takes:
                raise CounterNotOpen(counter=counter, state=before.state.value)
            if before.turn > 0 and before.staff != clerk.number:
                raise CounterTakenOver(counter=counter, staff=before.staff)
        if leaves is not CounterState.OPEN:
            open_ticket = uow.tickets.at_counter(day, place.id)
            if open_ticket is not None:
                raise CounterOccupied(counter=counter, number=str(open_ticket.number), state=open_ticket.state.value)
        if leaves is CounterState.CLOSED:
            for ticket in uow.tickets.waiting(day):
                if ticket.for_counter == place.id:
                    after_it = released(ticket, at=moment)
                    uow.tickets.change(ticket, after_it, deed=Deed.RELEASE, at=moment, counter=place.id, staff=clerk.number, details={})
        after = uow.counters.say(day, before, leaves, staff=clerk.number, at=moment)
        uow.audit.record(act=f"counter {deed.value}", actor=actor, at=moment, subject=f"counter:{place.id}", details={"counter": place.id})
        uow.commit()
    return after
