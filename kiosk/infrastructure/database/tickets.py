"""TicketRepository over SQL. Two kinds of statements settle every race: the upsert that returns the next sequence, and the change of a ticket that
holds only for the version that was seen. Constraints stand behind them: one number of a series, one open ticket at a counter, one undoing of a
deed.

Elsewhere: which deed follows which (domain.queueing), the port (application.ports), the second place of a number (issued_log.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.application.unavailable import Fact
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber
from kiosk.domain.queueing import (
    AT_A_COUNTER,
    SLOT,
    NewTicket,
    ParkReason,
    Ticket,
    TicketClass,
    TicketEventKind,
    TicketId,
    TicketState,
    by_turn,
    turn_of_place,
)
from kiosk.domain.queueing.deeds import RULES, Deed, DeedDone
from kiosk.domain.refusals import AlreadyCalled, DeedOutOfTurn, NotWaiting
from kiosk.domain.staff import StaffNumber
from kiosk.infrastructure.database.schema import calling_run, series, ticket, ticket_event

_PRIORITY = [kind.value for kind in TicketClass if kind.priority]
_AT_A_COUNTER = [state.value for state in AT_A_COUNTER]
_ENDED = [TicketState.FINISHED.value, TicketState.CANCELLED.value, TicketState.CLOSED.value]
_CALLS = frozenset({Deed.CALL_NEXT, Deed.CALL_THIS})

WAITS_ON = func.coalesce(ticket.c.moved_to, ticket.c.line)
_TURN = func.coalesce(ticket.c.place, ticket.c.id * SLOT)
_taken_back = ticket_event.alias("taken_back")
STANDS = ~exists().where(_taken_back.c.undoes == ticket_event.c.id)
"""Of events: not undone since."""

_first = upsert(series).values(day=bindparam("day"), line=bindparam("line"), last=1)
_NEXT = _first.on_conflict_do_update(index_elements=[series.c.day, series.c.line], set_={"last": series.c.last + 1}).returning(
    series.c.last
)
_ISSUE = insert(ticket).returning(ticket.c.id)
_EVENT = insert(ticket_event)
_TODAYS = select(ticket).where(ticket.c.day == bindparam("day"))
_BY_ID = select(ticket).where(ticket.c.id == bindparam("wanted"))
_BY_REQUEST = select(ticket).where(ticket.c.request_id == bindparam("request"))
_BY_NUMBER = _TODAYS.where(ticket.c.line == bindparam("line"), ticket.c.sequence == bindparam("sequence"))
_WAITING = _TODAYS.where(ticket.c.state == TicketState.WAITING.value)
_COUNTS = _WAITING.with_only_columns(WAITS_ON, ticket.c.ticket_class, func.count()).group_by(WAITS_ON, ticket.c.ticket_class)
_COUNTS_UP_TO = _COUNTS.where(bindparam("up_to") >= _TURN)
_may_call = or_(
    and_(ticket.c.for_counter.is_(None), WAITS_ON.in_(bindparam("lines", expanding=True))), ticket.c.for_counter == bindparam("at_counter")
)
_is_here = and_(ticket.c.state != TicketState.WAITING.value, ticket.c.counter == bindparam("at_counter"))
_in_rank = func.row_number().over(
    partition_by=(ticket.c.state, WAITS_ON, ticket.c.ticket_class == TicketClass.NORMAL.value), order_by=(_TURN, ticket.c.id)
)
_ranked = (
    _TODAYS.where(
        ticket.c.state.in_([TicketState.WAITING.value, *_AT_A_COUNTER]),
        or_(and_(ticket.c.state == TicketState.WAITING.value, _may_call), _is_here),
    )
    .add_columns(_in_rank.label("behind"))
    .subquery()
)
_HEADS = select(_ranked).where(_ranked.c.behind == 1).order_by(_ranked.c.id)
_OPEN = _TODAYS.where(ticket.c.state.not_in(_ENDED)).order_by(ticket.c.id)
_THERE = _TODAYS.where(ticket.c.state.in_(_AT_A_COUNTER)).order_by(ticket.c.id)
_AT_COUNTER = _THERE.where(ticket.c.counter == bindparam("at_counter"))
_LAST_PLACE = _TODAYS.where(ticket.c.place >= bindparam("first"), ticket.c.place < bindparam("end")).with_only_columns(
    func.max(ticket.c.place)
)
_CHANGE = (
    update(ticket)
    .where(ticket.c.id == bindparam("of"), ticket.c.version == bindparam("seen"))
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in (
                "item", "state", "counter", "called_at", "since", "recalls", "moved_to", "for_counter", "place", "more_items", "first_asked",
                "parked_for", "version",
            )
        }
    )
)  # fmt: skip
_DOUBTS = select(func.count()).where(ticket_event.c.ticket_id == bindparam("of"), ticket_event.c.kind == TicketEventKind.DOUBTED.value)
_FIRST_ASKED = select(func.max(ticket_event.c.id)).where(
    ticket_event.c.ticket_id == bindparam("of"), ticket_event.c.kind == TicketEventKind.FIRST_ASKED.value
)
_LAST_DEED = (
    select(ticket_event.c.id.label("event"), ticket_event.c.at, ticket_event.c.detail, ticket)
    .join(ticket, ticket.c.id == ticket_event.c.ticket_id)
    .where(
        ticket_event.c.counter == bindparam("at_counter"),
        ticket_event.c.kind.in_(sorted({rule.event.value for rule in RULES.values()})),
        ticket.c.day == bindparam("day"),
        STANDS,
    )
    .order_by(ticket_event.c.id.desc())
    .limit(1)
)
_STANDING_EVENTS = (
    select(ticket_event.c.ticket_id, ticket_event.c.kind, ticket_event.c.at, ticket_event.c.counter, ticket_event.c.detail,
           ticket.c.ticket_class)
    .join(ticket, ticket.c.id == ticket_event.c.ticket_id)
    .where(ticket.c.day == bindparam("day"), STANDS)
)  # fmt: skip
_CALLS_BACK = _STANDING_EVENTS.where(ticket_event.c.kind == TicketEventKind.CALLED.value).order_by(ticket_event.c.id.desc())
_EVENTS_AT = _STANDING_EVENTS.where(
    ticket_event.c.counter == bindparam("at_counter"), ticket_event.c.kind.in_(bindparam("kinds", expanding=True))
).order_by(ticket_event.c.id)
_RUNS = select(calling_run.c.line, calling_run.c.priority_streak).where(calling_run.c.day == bindparam("day"))
_run = upsert(calling_run).values(day=bindparam("day"), line=bindparam("line"), priority_streak=bindparam("streak"))
_RUN = _run.on_conflict_do_update(
    index_elements=[calling_run.c.day, calling_run.c.line], set_={"priority_streak": _run.excluded.priority_streak}
)


class SqlTicketRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def issue(self, new: NewTicket) -> Ticket:
        place = self.next_turn(new.weight) if new.weight else None
        sequence = self._connection.execute(_NEXT, {"day": new.day, "line": new.line}).scalar_one()
        number = TicketId(self._connection.execute(_ISSUE, {**row_of(new, sequence), "place": place}).scalar_one())
        self._record(number, TicketEventKind.ISSUED, new.issued_at)
        return replace(ticket_of(new, number, sequence), place=place)

    def by_request(self, request_id: str) -> Ticket | None:
        return _maybe(self._connection.execute(_BY_REQUEST, {"request": request_id}).one_or_none())

    def by_number(self, day: BusinessDay, number: TicketNumber) -> Ticket | None:
        return _maybe(self._connection.execute(_BY_NUMBER, {"day": day, "line": number.line, "sequence": number.sequence}).one_or_none())

    def by_id(self, wanted: TicketId) -> Ticket | None:
        return _maybe(self._connection.execute(_BY_ID, {"wanted": wanted}).one_or_none())

    def on_day(self, day: BusinessDay) -> Sequence[Ticket]:
        return [_ticket(row) for row in self._connection.execute(_TODAYS.order_by(ticket.c.id), {"day": day})]

    def open_on(self, day: BusinessDay) -> Sequence[Ticket]:
        return [_ticket(row) for row in self._connection.execute(_OPEN, {"day": day})]

    def waiting(self, day: BusinessDay) -> Sequence[Ticket]:
        return by_turn(_ticket(row) for row in self._connection.execute(_WAITING, {"day": day}))

    def waiting_counts(self, day: BusinessDay, *, up_to_turn: int | None = None) -> Mapping[tuple[LineId, TicketClass], int]:
        if up_to_turn is None:
            return _counted(self._connection.execute(_COUNTS, {"day": day}))
        return _counted(self._connection.execute(_COUNTS_UP_TO, {"day": day, "up_to": up_to_turn}))

    def heads(self, day: BusinessDay, lines: Sequence[LineId], counter: CounterId) -> tuple[Ticket | None, Sequence[Ticket]]:
        found = [_ticket(row) for row in self._connection.execute(_HEADS, {"day": day, "lines": lines, "at_counter": counter})]
        there = next((each for each in found if each.state is not TicketState.WAITING), None)
        return there, [each for each in found if each is not there]

    def next_turn(self, weight: int) -> int:
        last = self._connection.execute(select(func.max(ticket.c.id))).scalar_one() or 0
        return turn_of_place(TicketId(last + 1 - weight), None)

    def free_place(self, day: BusinessDay, first: int, end: int) -> int:
        last = self._connection.execute(_LAST_PLACE, {"day": day, "first": first, "end": end}).scalar_one()
        return (first if last is None else last) + 1

    def at_counter(self, day: BusinessDay, counter: CounterId) -> Ticket | None:
        return _maybe(self._connection.execute(_AT_COUNTER, {"day": day, "at_counter": counter}).one_or_none())

    def at_counters(self, day: BusinessDay) -> Sequence[Ticket]:
        return [_ticket(row) for row in self._connection.execute(_THERE, {"day": day})]

    def runs(self, day: BusinessDay) -> Mapping[LineId, int]:
        return {LineId(line): streak for line, streak in self._connection.execute(_RUNS, {"day": day})}

    def keep_runs(self, day: BusinessDay, runs: Mapping[LineId, int]) -> None:
        if runs:
            self._connection.execute(_RUN, [{"day": day, "line": line, "streak": streak} for line, streak in runs.items()])

    def calls_back(self, day: BusinessDay) -> Iterator[tuple[CounterId, bool]]:
        for row in self._connection.execute(_CALLS_BACK, {"day": day}).yield_per(20):
            if deed_of(row.detail) is Deed.CALL_NEXT:
                yield CounterId(row.counter), row.ticket_class in _PRIORITY

    def change(
        self,
        before: Ticket,
        after: Ticket,
        *,
        deed: Deed,
        at: datetime,
        counter: CounterId | None,
        staff: StaffNumber | None,
        details: Mapping[str, Fact],
    ) -> None:
        self._put(before, after, deed)
        detail: dict[str, object] = {"deed": deed.value, **{name: fact for name, fact in details.items() if fact is not None}}
        if RULES[deed].undoable:
            # The version ends each deed: by it the deed is known to be the last one of its ticket.
            old, new = _columns(before), _columns(after)
            detail["was"] = {name: old[name] for name in old if old[name] != new[name]}
        text = json.dumps(detail, ensure_ascii=False, separators=(",", ":"))
        self._record(after.id, RULES[deed].event, at, counter=counter, staff=staff, detail=text)

    def undo(self, now: Ticket, after: Ticket, event: int, *, at: datetime, counter: CounterId, staff: StaffNumber | None) -> None:
        self._put(now, after, None)
        undoing = [event]
        if now.first_asked != after.first_asked:
            undoing.append(self._connection.execute(_FIRST_ASKED, {"of": now.id}).scalar_one())
        for undone in undoing:
            self._record(now.id, TicketEventKind.UNDONE, at, counter=counter, staff=staff, undoes=undone)

    def last_deed_at(self, day: BusinessDay, counter: CounterId) -> DeedDone | None:
        row = self._connection.execute(_LAST_DEED, {"day": day, "at_counter": counter}).one_or_none()
        deed = deed_of(row.detail) if row is not None else None
        if row is None or deed is None:
            return None
        before = _ticket(row, json.loads(row.detail).get("was", {}))
        return DeedDone(event=row.event, deed=deed, at=datetime.fromisoformat(row.at), before=before)

    def counter_figures(self, day: BusinessDay, counter: CounterId) -> tuple[int, int, float | None]:
        begins = {TicketEventKind.STARTED.value, TicketEventKind.TAKEN_BACK.value}
        ends = {TicketEventKind.FINISHED.value, TicketEventKind.PARKED.value}
        missed = TicketEventKind.MISSED.value
        kinds = sorted(begins | ends | {missed})
        begun: dict[int, datetime] = {}
        held: dict[int, float] = {}
        finished: list[float] = []
        unserved, misses = 0, 0
        for row in self._connection.execute(_EVENTS_AT, {"day": day, "kinds": kinds, "at_counter": counter}):
            moment = datetime.fromisoformat(row.at)
            if row.kind in begins:
                begun[row.ticket_id] = moment
            elif row.kind in ends and row.ticket_id in begun:
                held[row.ticket_id] = held.get(row.ticket_id, 0.0) + (moment - begun.pop(row.ticket_id)).total_seconds() / 60
            misses += row.kind == missed
            if row.kind == TicketEventKind.FINISHED.value:
                if row.ticket_id in held:
                    finished.append(held.pop(row.ticket_id))
                else:
                    unserved += 1
        return len(finished) + unserved, misses, sum(finished) / len(finished) if finished else None

    def note(
        self, of: TicketId, kind: TicketEventKind, at: datetime, *, counter: CounterId | None = None, staff: StaffNumber | None = None
    ) -> None:
        self._record(of, kind, at, counter=counter, staff=staff)

    def doubts(self, of: TicketId) -> int:
        return int(self._connection.execute(_DOUBTS, {"of": of}).scalar_one())

    def latest_called(self, day: BusinessDay, limit: int) -> Sequence[Ticket]:
        rows = self._connection.execute(
            select(ticket)
            .join(ticket_event, ticket_event.c.ticket_id == ticket.c.id)
            .where(ticket.c.day == day, ticket_event.c.kind == TicketEventKind.CALLED.value, STANDS)
            .order_by(ticket_event.c.id.desc())
            .limit(limit)
        )
        return [_ticket(row) for row in rows]

    def _put(self, before: Ticket, after: Ticket, deed: Deed | None) -> None:
        values = {f"new_{name}": value for name, value in _columns(after).items()}
        if self._connection.execute(_CHANGE, {"of": before.id, "seen": before.version, **values}).rowcount == 1:
            return
        now = self.by_id(before.id) or before
        number, state = str(now.number), now.state.value
        if deed is Deed.CANCEL or (deed in _CALLS and now.counter is None):
            raise NotWaiting(number=number, state=state, counter=now.counter)
        if deed in _CALLS:
            raise AlreadyCalled(number=number, counter=now.counter)
        raise DeedOutOfTurn(deed=deed.value if deed is not None else "undo", number=number, state=state, counter=now.counter)

    def _record(
        self,
        of: TicketId,
        kind: TicketEventKind,
        at: datetime,
        *,
        counter: CounterId | None = None,
        staff: StaffNumber | None = None,
        detail: str | None = None,
        undoes: int | None = None,
    ) -> None:
        self._connection.execute(
            _EVENT,
            {
                "ticket_id": of,
                "kind": kind.value,
                "at": at.isoformat(timespec="seconds"),
                "detail": detail,
                "counter": counter,
                "staff": staff,
                "undoes": undoes,
            },
        )


def _counted(rows: Any) -> Mapping[tuple[LineId, TicketClass], int]:  # noqa: ANN401
    return {(LineId(line), TicketClass(kind)): count for line, kind, count in rows}


def deed_of(detail: str | None) -> Deed | None:
    """None for an event that is no deed, or of before deeds were told."""
    return Deed(json.loads(detail)["deed"]) if detail is not None and detail.startswith("{") else None


def _columns(of: Ticket) -> dict[str, str | int | None]:
    """What a deed may change, as it lies in the table."""
    return {
        "item": of.item,
        "state": of.state.value,
        "counter": of.counter,
        "called_at": _moment(of.called_at),
        "since": _moment(of.since),
        "recalls": of.recalls,
        "moved_to": of.moved_to,
        "for_counter": of.for_counter,
        "place": of.place,
        "more_items": " ".join(of.more_items),
        "first_asked": of.first_asked,
        "parked_for": of.parked_for.value if of.parked_for is not None else None,
        "version": of.version,
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at is not None else None


def row_of(new: NewTicket, sequence: int) -> dict[str, Any]:
    """What is written of a ticket that begins to wait."""
    return {
        "day": new.day,
        "line": new.line,
        "sequence": sequence,
        "item": new.item,
        "ticket_class": new.ticket_class.value,
        "issued_at": new.issued_at.isoformat(),
        "state": TicketState.WAITING.value,
        "ahead": new.ahead,
        "wait_low": new.wait_low,
        "wait_high": new.wait_high,
        "request_id": new.request_id,
    }


def ticket_of(new: NewTicket, number: TicketId, sequence: int) -> Ticket:
    """The ticket that was written so."""
    return Ticket(
        id=number,
        day=new.day,
        number=TicketNumber(new.line, sequence),
        item=new.item,
        ticket_class=new.ticket_class,
        issued_at=new.issued_at,
        state=TicketState.WAITING,
        ahead=new.ahead,
        wait_low=new.wait_low,
        wait_high=new.wait_high,
        request_id=new.request_id,
    )


def _maybe(row: Row[Any] | None) -> Ticket | None:
    return _ticket(row) if row is not None else None


def _ticket(row: Row[Any], instead: Mapping[str, Any] | None = None) -> Ticket:
    """`instead`: columns as they were before a deed."""
    now = {**row._mapping, **instead} if instead else row._mapping  # noqa: SLF001  (a row's only way to all its columns)
    called_at, since, counter, kept, parked_for = now["called_at"], now["since"], now["counter"], now["for_counter"], now["parked_for"]
    return Ticket(
        id=TicketId(now["id"]),
        day=BusinessDay(now["day"]),
        number=TicketNumber(LineId(now["line"]), now["sequence"]),
        item=now["item"],
        ticket_class=TicketClass(now["ticket_class"]),
        issued_at=datetime.fromisoformat(now["issued_at"]),
        state=TicketState(now["state"]),
        ahead=now["ahead"],
        wait_low=now["wait_low"],
        wait_high=now["wait_high"],
        request_id=now["request_id"],
        counter=CounterId(counter) if counter is not None else None,
        called_at=datetime.fromisoformat(called_at) if called_at is not None else None,
        since=datetime.fromisoformat(since) if since is not None else None,
        recalls=now["recalls"],
        moved_to=LineId(now["moved_to"]) if now["moved_to"] is not None else None,
        for_counter=CounterId(kept) if kept is not None else None,
        place=now["place"],
        more_items=tuple(now["more_items"].split()),
        first_asked=StaffNumber(now["first_asked"]) if now["first_asked"] is not None else None,
        parked_for=ParkReason(parked_for) if parked_for is not None else None,
        version=now["version"],
    )
