"""One counter as its clerk sees it, and all counters as the hall sees them.

Here: the views `CounterDesk` and `CounterNow`. Elsewhere: the deeds (commands), the words and the choice of what may be pressed (interface).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.application.ports import Clock, Snapshot, TicketRepository
from kiosk.application.unavailable import VoiceCause
from kiosk.domain.hall import CounterId, Hall
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import BusinessDay, LineId, business_day
from kiosk.domain.queueing import AT_A_COUNTER, ParkReason, Ticket, TicketClass, TicketId, TicketState, order_at
from kiosk.domain.queueing.counters import CounterState, standing_by_setting, standings
from kiosk.domain.queueing.deeds import MAX_RECALLS, REJOIN_WITHIN, RULES, Deed, DeedDone
from kiosk.domain.refusals import UnknownCounter
from kiosk.domain.staff import StaffNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTicket:
    """The ticket called or served at the counter. `items`: all that is done for it, `item` the first. `since`: when it came into its state.
    `choices`: what its holder told and ticked; what is missing follows from it and the item (domain.my_list)."""

    id: TicketId
    number: str
    line: LineId
    item: str | None
    items: tuple[str, ...]
    ticket_class: TicketClass
    state: TicketState
    issued_at: datetime
    since: datetime
    called_at: datetime
    recalls_left: int
    first_asked: StaffNumber | None
    choices: Choices | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """One that waits, is parked or was missed. `line`: where it waits. `kept`: for this counter alone. `reason` of a parked one. `counter`:
    where it was parked or missed. `until`: how long a missed one may come back; None for the others."""

    id: TicketId
    number: str
    line: LineId
    item: str | None
    items: tuple[str, ...]
    ticket_class: TicketClass
    issued_at: datetime
    since: datetime
    kept: bool
    counter: CounterId | None
    reason: ParkReason | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """What Ctrl+Z would take back now, and until when."""

    deed: Deed
    number: str
    until: datetime


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """Of this counter, today. `mean_minutes`: from the beginning of a service to its end; None before the first."""

    served: int
    missed: int
    mean_minutes: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterDesk:
    """`waiting`: who this counter may call, in the order in which call-next would. `parked`, `missed`: the whole hall's, oldest first.
    `waiting_per_line`: of the counter's lines, whoever they are kept for. `since`: when it came into its state. `silent`: why a display of the
    hall is not heard, None while all are."""

    at: datetime
    counter: CounterId
    lines: tuple[LineId, ...]
    state: CounterState
    staff: StaffNumber | None
    since: datetime | None
    current: DeskTicket | None
    waiting: tuple[DeskRow, ...]
    parked: tuple[DeskRow, ...]
    missed: tuple[DeskRow, ...]
    undo: UndoOffer | None
    waiting_per_line: Mapping[LineId, int]
    today: DeskFigures
    silent: VoiceCause | None = None


@dataclass(frozen=True, slots=True)
class CounterNow:
    """`number`: called or served there now."""

    state: CounterState
    staff: StaffNumber | None
    number: str | None


def counter_desk(*, counter: int, snapshot: Snapshot, clock: Clock, hall: Hall) -> CounterDesk:
    """In one consistent view. UnknownCounter."""
    place = hall.counter(counter)
    if place is None:
        raise UnknownCounter(counter=counter, counters=tuple(known.id for known in hall.counters))
    moment = clock.now()
    day = business_day(moment)
    with snapshot:
        standing = snapshot.counters.said_of(day, place.id) or standing_by_setting(place, live=hall.live)
        open_tickets = snapshot.tickets.open_on(day)
        runs = snapshot.tickets.runs(day)
        current = next((ticket for ticket in open_tickets if _is_at(ticket, place.id)), None)
        choices = snapshot.choices.of(current.id) if current is not None else None
        undo = _undo_offer(snapshot, day, place.id, moment)
        today = DeskFigures(*snapshot.tickets.counter_figures(day, place.id))
        silent = next((seen.silent for seen in snapshot.voices.now() if seen.silent is not None), None)
    waiting = [ticket for ticket in open_tickets if ticket.state is TicketState.WAITING]
    return CounterDesk(
        at=moment,
        counter=place.id,
        lines=place.lines,
        state=standing.state,
        staff=standing.staff,
        since=standing.since,
        current=_current(current, choices) if current is not None else None,
        waiting=tuple(_row(ticket, place.id) for ticket in order_at(waiting, place.id, place.lines, runs)),
        parked=_standing(open_tickets, TicketState.PARKED, place.id),
        missed=_standing(open_tickets, TicketState.MISSED, place.id),
        undo=undo,
        waiting_per_line={line: sum(ticket.waits_on == line for ticket in waiting) for line in place.lines},
        today=today,
        silent=silent,
    )


def counter_states(*, snapshot: Snapshot, clock: Clock, hall: Hall) -> Mapping[CounterId, CounterNow]:
    """Every counter of the hall."""
    day = business_day(clock.now())
    with snapshot:
        return states_of(day, snapshot, hall)


def states_of(day: BusinessDay, snapshot: Snapshot, hall: Hall) -> Mapping[CounterId, CounterNow]:
    """Inside an entered snapshot."""
    now = standings(hall, snapshot.counters.said_on(day))
    there = {ticket.counter: str(ticket.number) for ticket in snapshot.tickets.at_counters(day)}
    return {counter: CounterNow(standing.state, standing.staff, there.get(counter)) for counter, standing in now.items()}


def why_no_undo(done: DeedDone, now: Ticket | None, tickets: TicketRepository, moment: datetime) -> str | None:
    """The reason for NothingToUndo; None when it may be undone. `now`: the ticket as it is."""
    if now is None or not RULES[done.deed].undoable:
        return "final"
    if moment > done.undo_until:
        return "too_late"
    if not done.may_be_undone(now):
        return "moved_on"
    # The counter may have been filled meanwhile from another console.
    before = done.before
    if before.state in AT_A_COUNTER and before.counter is not None:
        there = tickets.at_counter(before.day, before.counter)
        if there is not None and there.id != before.id:
            return "moved_on"
    return None


def _is_at(ticket: Ticket, counter: CounterId) -> bool:
    return ticket.counter == counter and ticket.state in AT_A_COUNTER


def _undo_offer(snapshot: Snapshot, day: BusinessDay, counter: CounterId, moment: datetime) -> UndoOffer | None:
    done = snapshot.tickets.last_deed_at(day, counter)
    if done is None or why_no_undo(done, snapshot.tickets.by_id(done.before.id), snapshot.tickets, moment) is not None:
        return None
    return UndoOffer(done.deed, str(done.before.number), done.undo_until)


def _current(ticket: Ticket, choices: Choices | None) -> DeskTicket:
    return DeskTicket(
        id=ticket.id,
        number=str(ticket.number),
        line=ticket.waits_on,
        item=ticket.item,
        items=ticket.items,
        ticket_class=ticket.ticket_class,
        state=ticket.state,
        issued_at=ticket.issued_at,
        since=ticket.since or ticket.issued_at,
        called_at=ticket.called_at or ticket.issued_at,
        recalls_left=MAX_RECALLS - ticket.recalls,
        first_asked=ticket.first_asked,
        choices=choices,
    )


def _standing(tickets: Iterable[Ticket], state: TicketState, counter: CounterId) -> tuple[DeskRow, ...]:
    rows = [_row(ticket, counter) for ticket in tickets if ticket.state is state]
    return tuple(sorted(rows, key=lambda row: (row.since, row.id)))


def _row(ticket: Ticket, counter: CounterId) -> DeskRow:
    since = ticket.since or ticket.issued_at
    return DeskRow(
        id=ticket.id,
        number=str(ticket.number),
        line=ticket.waits_on,
        item=ticket.item,
        items=ticket.items,
        ticket_class=ticket.ticket_class,
        issued_at=ticket.issued_at,
        since=since,
        kept=ticket.for_counter == counter,
        counter=ticket.counter,
        reason=ticket.parked_for,
        until=since + REJOIN_WITHIN if ticket.state is TicketState.MISSED else None,
    )
