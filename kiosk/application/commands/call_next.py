"""A counter calls the next number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.application.ports import Clock, UnitOfWork
from kiosk.application.queries.queueing import ranks
from kiosk.domain.hall import CounterId, Hall
from kiosk.domain.numbering import LineId, business_day
from kiosk.domain.queueing import TicketClass, TicketId, priority_is_next
from kiosk.domain.refusals import CounterServesNothing, ForbiddenOnLiveHall, NobodyWaiting, UnknownCounter


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledTicket:
    id: TicketId
    day: date
    number: str
    line: LineId
    item: str | None
    ticket_class: TicketClass
    issued_at: datetime
    called_at: datetime
    counter: CounterId


def call_next(*, counter: int, actor: str, uow: UnitOfWork, clock: Clock, hall: Hall) -> CalledTicket:
    """The ticket whose turn it is on the counter's lines (queueing.calling_order), claimed for this counter alone.

    Allowed outside opening hours: those who waited are served. Audited with `actor` (`os:name`). Refuses UnknownCounter,
    CounterServesNothing, NobodyWaiting, and ForbiddenOnLiveHall: a live hall calls through clerks who have signed in.
    """
    place = hall.counter(counter)
    if place is None:
        raise UnknownCounter(counter=counter, counters=tuple(known.id for known in hall.counters))
    if hall.live:
        raise ForbiddenOnLiveHall(act="counter-call")
    if not place.open or not place.lines:
        raise CounterServesNothing(counter=counter)
    with uow:
        moment = clock.now()
        day = business_day(moment)
        priority, normal = ranks(uow.tickets.waiting_counts(day), place.lines)
        if priority + normal == 0:
            raise NobodyWaiting(counter=counter)
        first = priority_is_next(priority_waits=priority > 0, normal_waits=normal > 0, streak=uow.tickets.priority_streak(day))
        waiting = uow.tickets.oldest_waiting(day, place.lines, priority=first)
        if waiting is None:
            raise NobodyWaiting(counter=counter)
        called = uow.tickets.claim(waiting, place.id, moment)
        uow.audit.record(
            act="counter-call",
            actor=actor,
            at=moment,
            subject=f"ticket:{called.id}",
            details={"number": str(called.number), "counter": counter},
        )
        uow.commit()
    return CalledTicket(
        id=called.id,
        day=called.day,
        number=str(called.number),
        line=called.line,
        item=called.item,
        ticket_class=called.ticket_class,
        issued_at=called.issued_at,
        called_at=called.called_at or moment,
        counter=place.id,
    )
