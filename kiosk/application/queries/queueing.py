"""How busy the hall is, and how one ticket stands.

Here: the views `HallNow`, `LineNow`, `TicketSeen`, `TurnSeen`. Elsewhere: taking and calling (commands), words (interface).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.application.ports import Clock, Snapshot
from kiosk.application.queries.waits import OwnWaits, own_waits
from kiosk.domain.hall import SEARCHED_DAYS, CounterId, Hall, Open, Opening, opening_at
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber, business_day
from kiosk.domain.queueing import PrintJob, PrintState, Ticket, TicketClass, TicketId, TicketState, ahead_of, calling_order
from kiosk.domain.refusals import UnknownTicket
from kiosk.domain.waiting import UNKNOWN_WAIT, WaitRange, minutes_each
from kiosk.domain.waiting.estimate import WaitEstimate, first_estimate

Counts = Mapping[tuple[LineId, TicketClass], int]


@dataclass(frozen=True, slots=True)
class LineNow:
    """`ahead`, `wait_low`, `wait_high`: for a normal ticket taken now. `waiting`: on this line alone."""

    line: LineId
    name: str
    description: str
    waiting: int
    ahead: int
    wait_low: int | None
    wait_high: int | None
    open_counters: int


@dataclass(frozen=True, slots=True)
class HallNow:
    """`open_counters` is 0 while the hall is closed."""

    at: datetime
    opening: Opening
    waiting: int
    open_counters: int
    lines: tuple[LineNow, ...]

    def line(self, line_id: str) -> LineNow | None:
        return next((line for line in self.lines if line.line == line_id), None)


@dataclass(frozen=True, slots=True)
class TicketSeen:
    """A ticket as it stands now. `ahead` is 0 and the range unknown once it is called or given back."""

    id: int
    day: date
    number: str
    line: LineId
    item: str | None
    ticket_class: TicketClass
    issued_at: datetime
    state: TicketState
    counter: CounterId | None
    called_at: datetime | None
    ahead: int
    wait_low: int | None
    wait_high: int | None
    print_state: PrintState
    print_cause: str | None


@dataclass(frozen=True, slots=True)
class LastCall:
    counter: CounterId
    number: str


@dataclass(frozen=True, slots=True)
class TurnSeen:
    """A ticket for whoever asks 到我了吗, at the moment `at`. `calls`: what was last called to each counter, latest first. `reprint`: how the
    copy of its paper stands, None while it has had none."""

    at: datetime
    ticket: TicketSeen
    calls: tuple[LastCall, ...]
    reprint: PrintState | None


def ranks(counts: Counts, lines: tuple[LineId, ...]) -> tuple[int, int]:
    """(priority, normal) tickets that wait on `lines`."""
    priority = sum(n for (line, kind), n in counts.items() if line in lines and kind.priority)
    return priority, sum(n for (line, _), n in counts.items() if line in lines) - priority


def by_line(counts: Counts, lines: tuple[LineId, ...]) -> Mapping[LineId, int]:
    return {line: sum(n for (other, _), n in counts.items() if other == line) for line in lines}


def outlook(
    line: LineId, ticket_class: TicketClass, counts: Counts, streak: int, hall: Hall, own: OwnWaits | None = None, item: str | None = None
) -> tuple[int, WaitEstimate]:
    """People ahead of a ticket taken now, and its wait: by the hall's own times, or by the setting where they say nothing."""
    lines = hall.competing_lines(line)
    priority, normal = ranks(counts, lines)
    same, others = (priority, normal) if ticket_class.priority else (normal, priority)
    ahead = ahead_of(ticket_class, same_before=same, others=others, streak=streak)
    known = own.of_new(line, ticket_class, item) if own is not None else None
    return ahead, known or first_estimate(ahead, minutes_each(line, by_line(counts, lines), hall))


def opening_now(*, snapshot: Snapshot, moment: datetime, hall: Hall) -> Opening:
    """Inside an entered snapshot or unit of work."""
    day = moment.date()
    return opening_at(moment, hall.hours, snapshot.calendar.between(day, day + timedelta(days=SEARCHED_DAYS)))


def queue_now(*, snapshot: Snapshot, clock: Clock, hall: Hall) -> HallNow:
    """The whole hall in one consistent view."""
    moment = clock.now()
    with snapshot:
        opening = opening_now(snapshot=snapshot, moment=moment, hall=hall)
        counts = snapshot.tickets.waiting_counts(business_day(moment))
        streak = snapshot.tickets.priority_streak(business_day(moment))
        own = own_waits(snapshot=snapshot, moment=moment, hall=hall, opening=opening)
    return hall_now(moment, opening, counts, streak, hall, own)


def hall_now(moment: datetime, opening: Opening, counts: Counts, streak: int, hall: Hall, own: OwnWaits | None = None) -> HallNow:
    is_open = isinstance(opening, Open)
    lines = []
    for line in hall.lines:
        ahead, estimate = outlook(line.id, TicketClass.NORMAL, counts, streak, hall, own if is_open else None)
        counters = len(hall.open_counters(line.id)) if is_open else 0
        low, high = (estimate.range.low, estimate.range.high) if is_open else (None, None)
        lines.append(LineNow(line.id, line.name, line.description, by_line(counts, (line.id,))[line.id], ahead, low, high, counters))
    return HallNow(moment, opening, sum(counts.values()), len(hall.open_counters()) if is_open else 0, tuple(lines))


def seen(ticket: Ticket, *, snapshot: Snapshot, hall: Hall, moment: datetime | None = None) -> TicketSeen:
    """Inside an entered snapshot. Without the moment the range is by the setting: the hall's own times need to know how late it is."""
    ahead, wait = 0, UNKNOWN_WAIT
    if ticket.state is TicketState.WAITING:
        lines = hall.competing_lines(ticket.line)
        counts = snapshot.tickets.waiting_counts(ticket.day)
        priority, normal = ranks(counts, lines)
        ahead = ahead_of(
            ticket.ticket_class,
            same_before=snapshot.tickets.waiting_before(ticket, lines),
            others=normal if ticket.ticket_class.priority else priority,
            streak=snapshot.tickets.priority_streak(ticket.day),
        )
        own = _own_at(moment, ticket.day, snapshot, hall)
        known = own.of(ticket.id) if own is not None else None
        wait = (known or first_estimate(ahead, minutes_each(ticket.line, by_line(counts, lines), hall))).range
    return _seen(ticket, ahead, wait, snapshot.print_jobs.latest_of(ticket.id))


def _own_at(moment: datetime | None, day: BusinessDay, snapshot: Snapshot, hall: Hall) -> OwnWaits | None:
    """None for another day than today."""
    if moment is None or business_day(moment) != day:
        return None
    return own_waits(snapshot=snapshot, moment=moment, hall=hall, opening=opening_now(snapshot=snapshot, moment=moment, hall=hall))


def ticket_seen(*, number: TicketNumber, day: BusinessDay, snapshot: Snapshot, hall: Hall, clock: Clock | None = None) -> TicketSeen:
    """UnknownTicket when that day has no such number. `clock` as in `seen`."""
    with snapshot:
        ticket = snapshot.tickets.by_number(day, number)
        if ticket is None:
            raise UnknownTicket(number=str(number), day=day.isoformat())
        return seen(ticket, snapshot=snapshot, hall=hall, moment=clock.now() if clock is not None else None)


CALLS_SHOWN = 3


def turn_of(*, number: TicketNumber, snapshot: Snapshot, clock: Clock, hall: Hall) -> TurnSeen:
    """One of today's tickets and what is called now. UnknownTicket when there is no such number today."""
    moment = clock.now()
    day = business_day(moment)
    with snapshot:
        ticket = snapshot.tickets.by_number(day, number)
        if ticket is None:
            raise UnknownTicket(number=str(number), day=day.isoformat())
        latest: dict[CounterId, str] = {}
        for called in snapshot.tickets.latest_called(day, CALLS_SHOWN * len(hall.counters)):
            if called.counter is not None:
                latest.setdefault(called.counter, str(called.number))
        calls = tuple(LastCall(counter, called_number) for counter, called_number in latest.items())
        copy = snapshot.print_jobs.copy_of(ticket.id)
        return TurnSeen(
            moment, seen(ticket, snapshot=snapshot, hall=hall, moment=moment), calls[:CALLS_SHOWN], copy.state if copy else None
        )


def tickets_on(*, day: BusinessDay, snapshot: Snapshot, hall: Hall, clock: Clock | None = None) -> tuple[TicketSeen, ...]:
    """All tickets of a business day in the order of issue. `clock` as in `seen`."""
    with snapshot:
        tickets = snapshot.tickets.on_day(day)
        jobs = snapshot.print_jobs.latest_on(day)
        streak = snapshot.tickets.priority_streak(day)
        own = _own_at(clock.now() if clock is not None else None, day, snapshot, hall)
    waiting = [ticket for ticket in tickets if ticket.state is TicketState.WAITING]
    counts = Counter((ticket.line, ticket.ticket_class) for ticket in waiting)
    outlooks: dict[TicketId, tuple[int, WaitRange]] = {}
    for line in hall.lines:
        lines = hall.competing_lines(line.id)
        each = minutes_each(line.id, by_line(counts, lines), hall)
        for ahead, ticket in enumerate(calling_order((ticket for ticket in waiting if ticket.line in lines), streak)):
            if ticket.line == line.id:
                known = own.of(ticket.id) if own is not None else None
                outlooks[ticket.id] = ahead, (known or first_estimate(ahead, each)).range
    return tuple(_seen(ticket, *outlooks.get(ticket.id, (0, UNKNOWN_WAIT)), jobs.get(ticket.id)) for ticket in tickets)


def _seen(ticket: Ticket, ahead: int, wait: WaitRange, job: PrintJob | None) -> TicketSeen:
    return TicketSeen(
        id=ticket.id,
        day=ticket.day,
        number=str(ticket.number),
        line=ticket.line,
        item=ticket.item,
        ticket_class=ticket.ticket_class,
        issued_at=ticket.issued_at,
        state=ticket.state,
        counter=ticket.counter,
        called_at=ticket.called_at,
        ahead=ahead,
        wait_low=wait.low,
        wait_high=wait.high,
        print_state=job.state if job else PrintState.NONE,
        print_cause=job.cause if job else None,
    )
