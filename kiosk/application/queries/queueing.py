"""How busy the hall is, and how one ticket stands.

Here: the views `HallNow`, `LineNow`, `TicketSeen`, `TurnSeen`. Elsewhere: taking and calling (commands), words (interface).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kiosk.application.ports import Clock, Snapshot
from kiosk.application.queries.waits import OwnWaits, own_waits
from kiosk.domain.alerts import Alert, alert_on
from kiosk.domain.hall import SEARCHED_DAYS, CounterId, Hall, Open, Opening, opening_at
from kiosk.domain.numbering import PAPER_PAD, BusinessDay, LineId, TicketNumber, business_day
from kiosk.domain.queueing import PrintJob, PrintState, Ticket, TicketClass, TicketId, TicketState, ahead_of, calling_order, longest_run
from kiosk.domain.queueing.counters import hall_as_it_stands
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
    counters: tuple[CounterId, ...] = ()
    """Those that are open for it."""


@dataclass(frozen=True, slots=True)
class HallNow:
    """`open_counters` is 0 while the hall is closed. `alerts`: 今日停办, as it stands. `given_out`: lines and items whose quota of the day is used up."""

    at: datetime
    opening: Opening
    waiting: int
    open_counters: int
    lines: tuple[LineNow, ...]
    alerts: tuple[Alert, ...] = ()
    given_out: frozenset[str] = frozenset()

    def line(self, line_id: str) -> LineNow | None:
        return next((line for line in self.lines if line.line == line_id), None)

    def stopped(self, *, item: str | None, line: str) -> Alert | None:
        """The alert because of which no number is given."""
        return alert_on(self.alerts, item=item, line=line, moment=self.at)

    def is_given_out(self, *, item: str | None, line: str) -> bool:
        return line in self.given_out or item in self.given_out


@dataclass(frozen=True, slots=True)
class TicketSeen:
    """A ticket as it stands now. `ahead` is 0 and the range unknown unless it waits. `counter`: where it is, or was last."""

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
    since: datetime | None = None
    """When it came into its state; None since it was issued."""
    moved_to: LineId | None = None
    """The line it was transferred to."""
    for_counter: CounterId | None = None
    """Only this counter calls it."""


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
    line: LineId,
    ticket_class: TicketClass,
    counts: Counts,
    runs: Mapping[LineId, int],
    hall: Hall,
    own: OwnWaits | None = None,
    item: str | None = None,
    place: int | None = None,
) -> tuple[int, WaitEstimate]:
    """People ahead of a ticket taken now, and its wait: by the hall's own times, or by the setting where they say nothing. `counts`: of those
    whose turn comes before it, which with `place` None is everybody."""
    lines = hall.competing_lines(line)
    priority, normal = ranks(counts, lines)
    same, others = (priority, normal) if ticket_class.priority else (normal, priority)
    normals = {other for other, kind in counts if other in lines and not kind.priority} | ({line} if not ticket_class.priority else set())
    ahead = ahead_of(ticket_class, same_before=same, others=others, streak=longest_run(runs, normals))
    known = own.of_new(line, ticket_class, item, place) if own is not None else None
    return ahead, known or first_estimate(ahead, minutes_each(line, by_line(counts, lines), hall))


def opening_now(*, snapshot: Snapshot, moment: datetime, hall: Hall) -> Opening:
    """Inside an entered snapshot or unit of work."""
    day = moment.date()
    return opening_at(moment, hall.hours, snapshot.calendar.between(day, day + timedelta(days=SEARCHED_DAYS)))


def hall_standing(*, snapshot: Snapshot, day: BusinessDay, hall: Hall) -> Hall:
    """The hall with those counters open that clerks have opened today, or that are open by setting. Inside an entered snapshot."""
    return hall_as_it_stands(hall, snapshot.counters.said_on(day))


def queue_now(*, snapshot: Snapshot, clock: Clock, hall: Hall) -> HallNow:
    """The whole hall in one consistent view."""
    with snapshot:
        return hall_within(snapshot=snapshot, moment=clock.now(), hall=hall)


def hall_within(*, snapshot: Snapshot, moment: datetime, hall: Hall) -> HallNow:
    """Inside an entered snapshot or unit of work."""
    opening = opening_now(snapshot=snapshot, moment=moment, hall=hall)
    hall = hall_standing(snapshot=snapshot, day=business_day(moment), hall=hall)
    counts = snapshot.tickets.waiting_counts(business_day(moment))
    runs = snapshot.tickets.runs(business_day(moment))
    own = own_waits(snapshot=snapshot, moment=moment, hall=hall, opening=opening)
    now = hall_now(moment, opening, counts, runs, hall, own)
    alerts, given_out = tuple(snapshot.alerts.standing(moment)), _given_out(snapshot, business_day(moment), hall)
    return replace(now, alerts=alerts, given_out=given_out) if alerts or given_out else now


def _given_out(snapshot: Snapshot, day: BusinessDay, hall: Hall) -> frozenset[str]:
    """Asks only where a quota is set."""
    lines = {
        line.id for line in hall.lines if line.quota is not None and snapshot.hall_day.given_on_line(day, line.id, PAPER_PAD) >= line.quota
    }
    items = {item for item, quota in hall.item_quotas.items() if snapshot.hall_day.given_for_item(day, item) >= quota}
    return frozenset(lines | items)


def hall_now(
    moment: datetime, opening: Opening, counts: Counts, runs: Mapping[LineId, int], hall: Hall, own: OwnWaits | None = None
) -> HallNow:
    """`hall` as it stands."""
    is_open = isinstance(opening, Open)
    lines = []
    for line in hall.lines:
        ahead, estimate = outlook(line.id, TicketClass.NORMAL, counts, runs, hall, own if is_open else None)
        counters = tuple(each.id for each in hall.open_counters(line.id)) if is_open else ()
        low, high = (estimate.range.low, estimate.range.high) if is_open else (None, None)
        waiting = by_line(counts, (line.id,))[line.id]
        lines.append(LineNow(line.id, line.name, line.description, waiting, ahead, low, high, len(counters), counters))
    return HallNow(moment, opening, sum(counts.values()), len(hall.open_counters()) if is_open else 0, tuple(lines))


def seen(ticket: Ticket, *, snapshot: Snapshot, hall: Hall, moment: datetime | None = None) -> TicketSeen:
    """Inside an entered snapshot. Without the moment the range is by the setting: the hall's own times need to know how late it is."""
    ahead, wait = 0, UNKNOWN_WAIT
    if ticket.state is TicketState.WAITING:
        hall = hall_standing(snapshot=snapshot, day=ticket.day, hall=hall)
        lines = hall.competing_lines(ticket.waits_on)
        ahead = _place_of(ticket, snapshot.tickets.waiting(ticket.day), lines, snapshot.tickets.runs(ticket.day))
        counts = snapshot.tickets.waiting_counts(ticket.day)
        own = _own_at(moment, ticket.day, snapshot, hall)
        known = own.of(ticket.id) if own is not None else None
        wait = (known or first_estimate(ahead, minutes_each(ticket.waits_on, by_line(counts, lines), hall))).range
    return _seen(ticket, ahead, wait, snapshot.print_jobs.latest_of(ticket.id))


def _place_of(ticket: Ticket, waiting: Iterable[Ticket], lines: tuple[LineId, ...], runs: Mapping[LineId, int]) -> int:
    """How many of those who wait on `lines` are called before it."""
    return next((ahead for ahead, other in enumerate(_in_order(waiting, lines, runs)) if other.id == ticket.id), 0)


def _in_order(waiting: Iterable[Ticket], lines: tuple[LineId, ...], runs: Mapping[LineId, int]) -> Sequence[Ticket]:
    """As a counter of `lines` would call them."""
    there = [ticket for ticket in waiting if ticket.waits_on in lines]
    return calling_order(there, longest_run(runs, {ticket.waits_on for ticket in there if not ticket.ticket_class.priority}))


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
        hall = hall_standing(snapshot=snapshot, day=day, hall=hall)
        runs = snapshot.tickets.runs(day)
        own = _own_at(clock.now() if clock is not None else None, day, snapshot, hall)
    waiting = [ticket for ticket in tickets if ticket.state is TicketState.WAITING]
    counts = Counter((ticket.waits_on, ticket.ticket_class) for ticket in waiting)
    outlooks: dict[TicketId, tuple[int, WaitRange]] = {}
    for line in hall.lines:
        lines = hall.competing_lines(line.id)
        each = minutes_each(line.id, by_line(counts, lines), hall)
        for ahead, ticket in enumerate(_in_order(waiting, lines, runs)):
            if ticket.waits_on == line.id:
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
        since=ticket.since,
        moved_to=ticket.moved_to,
        for_counter=ticket.for_counter,
    )
