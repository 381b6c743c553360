"""Who acts at a counter, and what is asked before every deed there, inside its transaction.

Here: the two who may act (a clerk who has signed in, the command line on a hall that is not live) and the look at the counter. Elsewhere: the
deeds (calling.py, serving.py, undo.py, counters.py), sessions (staff.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.application.commands.staff import acting
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.application.unavailable import Fact
from kiosk.domain.hall import Counter, CounterId, Hall
from kiosk.domain.numbering import BusinessDay, business_day
from kiosk.domain.queueing import Ticket, TicketId
from kiosk.domain.queueing.counters import CounterStanding, CounterState, standing_by_setting
from kiosk.domain.queueing.deeds import Deed
from kiosk.domain.refusals import (
    CounterNotOpen,
    CounterOccupied,
    CounterServesNothing,
    CounterTakenOver,
    ForbiddenOnLiveHall,
    NothingAtCounter,
    TicketOfAnotherDay,
    UnknownCounter,
    UnknownTicket,
)
from kiosk.domain.staff import Permission, StaffNumber, StaffSession


class Clerk(Protocol):
    """Whoever acts."""

    @property
    def number(self) -> StaffNumber | None:
        """None: the command line."""
        ...

    def prove(self, *, uow: UnitOfWork, clock: Clock) -> str:
        """The audit's actor, `staff:07` or `os:name`. Asked inside the transaction. Refuses SessionEnded, NotPermitted, ForbiddenOnLiveHall."""
        ...


@dataclass(frozen=True, slots=True)
class SignedInClerk:
    session: StaffSession

    @property
    def number(self) -> StaffNumber | None:
        return self.session.number

    def prove(self, *, uow: UnitOfWork, clock: Clock) -> str:
        return acting(session=self.session, needs=Permission.CALL, uow=uow, clock=clock)


@dataclass(frozen=True, slots=True)
class ToolClerk:
    """The command line: rehearsals only. `act`: what a refusal names."""

    actor: str
    hall: Hall
    act: str = "counter-call"

    @property
    def number(self) -> StaffNumber | None:
        return None

    def prove(self, *, uow: UnitOfWork, clock: Clock) -> str:  # noqa: ARG002  (the shape of Clerk)
        if self.hall.live:
            raise ForbiddenOnLiveHall(act=self.act)
        return self.actor


@dataclass(frozen=True, slots=True)
class AtCounter:
    """A clerk at a counter, at a moment, inside a transaction."""

    uow: UnitOfWork
    place: Counter
    standing: CounterStanding
    actor: str
    staff: StaffNumber | None
    moment: datetime
    day: BusinessDay

    @property
    def counter(self) -> CounterId:
        return self.place.id

    def current(self) -> Ticket:
        """The ticket called or served here. Refuses NothingAtCounter."""
        ticket = self.uow.tickets.at_counter(self.day, self.counter)
        if ticket is None:
            raise NothingAtCounter(counter=self.counter)
        return ticket

    def require_free(self, there: Ticket | None) -> None:
        """`there`: what is at the counter. Refuses CounterOccupied: one ticket at a time."""
        if there is not None:
            raise CounterOccupied(counter=self.counter, number=str(there.number), state=there.state.value)

    def ticket(self, wanted: TicketId) -> Ticket:
        """One of today's. Refuses UnknownTicket, TicketOfAnotherDay."""
        found = self.uow.tickets.by_id(wanted)
        if found is None:
            raise UnknownTicket(number=f"#{wanted}", day=self.day.isoformat())
        if found.day != self.day:
            raise TicketOfAnotherDay(number=str(found.number), day=found.day.isoformat())
        return found

    def is_served(self, counter: CounterId, hall: Hall) -> bool:
        """Another counter of the hall is open, or will be soon: it pauses."""
        place = hall.counter(counter)
        if place is None:
            return False
        standing = self.uow.counters.said_of(self.day, place.id) or standing_by_setting(place, live=hall.live)
        return standing.state is not CounterState.CLOSED

    def write(self, deed: Deed, before: Ticket, after: Ticket, **details: Fact) -> Ticket:
        """The row, its event and the audit's entry; the caller commits. `details` stand in the event and in the audit."""
        self.uow.tickets.change(before, after, deed=deed, at=self.moment, counter=self.counter, staff=self.staff, details=details)
        self.record(f"ticket {deed.value.replace('_', '-')}", after, **details)
        return after

    def record(self, act: str, ticket: Ticket, **details: Fact) -> None:
        self.uow.audit.record(
            act=act,
            actor=self.actor,
            at=self.moment,
            subject=f"ticket:{ticket.id}",
            details={"number": str(ticket.number), "counter": self.counter, **details},
        )


def counter_of(hall: Hall, counter: int) -> Counter:
    """Refuses UnknownCounter."""
    place = hall.counter(counter)
    if place is None:
        raise UnknownCounter(counter=counter, counters=tuple(known.id for known in hall.counters))
    return place


def at_counter(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> AtCounter:
    """Inside an entered unit of work: the clerk may act, and the counter is open and this clerk's.

    Refuses UnknownCounter, SessionEnded, NotPermitted, ForbiddenOnLiveHall; CounterServesNothing (closed by setting, or without a line);
    CounterNotOpen (closed or paused, perhaps from another console); CounterTakenOver (another clerk has opened it since).
    """
    place = counter_of(hall, counter)
    actor = clerk.prove(uow=uow, clock=clock)
    moment = clock.now()
    day = business_day(moment)
    standing = uow.counters.said_of(day, place.id) or standing_by_setting(place, live=hall.live)
    if not place.lines or (standing.turn == 0 and clerk.number is None and standing.state is CounterState.CLOSED):
        raise CounterServesNothing(counter=counter)
    if standing.turn == 0 and clerk.number is not None:
        raise CounterNotOpen(counter=counter, state=CounterState.CLOSED.value)
    if standing.state is not CounterState.OPEN:
        raise CounterNotOpen(counter=counter, state=standing.state.value)
    if clerk.number is not None and standing.staff != clerk.number:
        raise CounterTakenOver(counter=counter, staff=standing.staff)
    return AtCounter(uow, place, standing, actor, clerk.number, moment, day)


def said(details: Mapping[str, Fact]) -> dict[str, Fact]:
    """Without what is not known."""
    return {name: value for name, value in details.items() if value is not None}
