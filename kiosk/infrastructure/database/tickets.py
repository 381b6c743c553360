"""TicketRepository over SQL. Two statements settle every race: the upsert that returns the next sequence, and the conditional claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber
from kiosk.domain.queueing import NewTicket, Ticket, TicketClass, TicketEventKind, TicketId, TicketState
from kiosk.domain.refusals import AlreadyCalled, NotWaiting
from kiosk.infrastructure.database.schema import calling_run, series, ticket, ticket_event

_PRIORITY = [kind for kind in TicketClass if kind.priority]
_NORMAL = [kind for kind in TicketClass if not kind.priority]

_first = upsert(series).values(day=bindparam("day"), line=bindparam("line"), last=1)
_NEXT = _first.on_conflict_do_update(index_elements=[series.c.day, series.c.line], set_={"last": series.c.last + 1}).returning(
    series.c.last
)
_ISSUE = insert(ticket).returning(ticket.c.id)
_EVENT = insert(ticket_event)
_BY_REQUEST = select(ticket).where(ticket.c.request_id == bindparam("request"))
_BY_NUMBER = select(ticket).where(
    ticket.c.day == bindparam("day"), ticket.c.line == bindparam("line"), ticket.c.sequence == bindparam("sequence")
)
_COUNTS = (
    select(ticket.c.line, ticket.c.ticket_class, func.count())
    .where(ticket.c.day == bindparam("day"), ticket.c.state == TicketState.WAITING.value)
    .group_by(ticket.c.line, ticket.c.ticket_class)
)
_STREAK = select(calling_run.c.priority_streak).where(calling_run.c.day == bindparam("day"))
_WAITING = select(ticket).where(
    ticket.c.day == bindparam("day"),
    ticket.c.state == TicketState.WAITING.value,
    ticket.c.line.in_(bindparam("lines", expanding=True)),
    ticket.c.ticket_class.in_(bindparam("classes", expanding=True)),
)
_OLDEST = _WAITING.order_by(ticket.c.id).limit(1)
_OLDER = _WAITING.where(ticket.c.id < bindparam("before")).with_only_columns(func.count())
_CLAIM = (
    update(ticket)
    .where(ticket.c.id == bindparam("claimed"), ticket.c.state == TicketState.WAITING.value)
    .values(state=TicketState.CALLED.value, counter=bindparam("at_counter"), called_at=bindparam("at"))
)
_CANCEL = (
    update(ticket)
    .where(ticket.c.id == bindparam("cancelled"), ticket.c.state == TicketState.WAITING.value)
    .values(state=TicketState.CANCELLED.value)
)
_DOUBTS = select(func.count()).where(ticket_event.c.ticket_id == bindparam("of"), ticket_event.c.kind == TicketEventKind.DOUBTED.value)
_run = upsert(calling_run).values(day=bindparam("day"), priority_streak=bindparam("streak"))
_RUN = _run.on_conflict_do_update(index_elements=[calling_run.c.day], set_={"priority_streak": _run.excluded.priority_streak})


class SqlTicketRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def issue(self, new: NewTicket) -> Ticket:
        sequence = self._connection.execute(_NEXT, {"day": new.day, "line": new.line}).scalar_one()
        row = {
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
        number = TicketId(self._connection.execute(_ISSUE, row).scalar_one())
        self._record(number, TicketEventKind.ISSUED, new.issued_at, None)
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

    def by_request(self, request_id: str) -> Ticket | None:
        return _maybe(self._connection.execute(_BY_REQUEST, {"request": request_id}).one_or_none())

    def by_number(self, day: BusinessDay, number: TicketNumber) -> Ticket | None:
        return _maybe(self._connection.execute(_BY_NUMBER, {"day": day, "line": number.line, "sequence": number.sequence}).one_or_none())

    def by_id(self, wanted: TicketId) -> Ticket | None:
        return _maybe(self._connection.execute(select(ticket).where(ticket.c.id == wanted)).one_or_none())

    def on_day(self, day: BusinessDay) -> Sequence[Ticket]:
        return [_ticket(row) for row in self._connection.execute(select(ticket).where(ticket.c.day == day).order_by(ticket.c.id))]

    def waiting_counts(self, day: BusinessDay) -> Mapping[tuple[LineId, TicketClass], int]:
        return {(LineId(line), TicketClass(kind)): count for line, kind, count in self._connection.execute(_COUNTS, {"day": day})}

    def waiting_before(self, before: Ticket, lines: Sequence[LineId]) -> int:
        classes = _PRIORITY if before.ticket_class.priority else _NORMAL
        found = self._connection.execute(_OLDER, {"day": before.day, "lines": lines, "classes": classes, "before": before.id})
        return int(found.scalar_one())

    def priority_streak(self, day: BusinessDay) -> int:
        return self._connection.execute(_STREAK, {"day": day}).scalar_one_or_none() or 0

    def oldest_waiting(self, day: BusinessDay, lines: Sequence[LineId], *, priority: bool) -> Ticket | None:
        classes = _PRIORITY if priority else _NORMAL
        return _maybe(self._connection.execute(_OLDEST, {"day": day, "lines": lines, "classes": classes}).one_or_none())

    def claim(self, waiting: Ticket, counter: CounterId, at: datetime) -> Ticket:
        moment = at.isoformat(timespec="seconds")
        if self._connection.execute(_CLAIM, {"claimed": waiting.id, "at_counter": counter, "at": moment}).rowcount != 1:
            other = self.by_id(waiting.id)
            if other is not None and other.state is TicketState.CANCELLED:
                raise NotWaiting(number=str(other.number), state=other.state.value, counter=None)
            raise AlreadyCalled(number=str(waiting.number), counter=other.counter if other else None)
        streak = self.priority_streak(waiting.day) + 1 if waiting.ticket_class.priority else 0
        self._connection.execute(_RUN, {"day": waiting.day, "streak": streak})
        self._record(waiting.id, TicketEventKind.CALLED, at, str(counter))
        return _ticket(self._connection.execute(select(ticket).where(ticket.c.id == waiting.id)).one())

    def cancel(self, waiting: Ticket, at: datetime) -> Ticket:
        if self._connection.execute(_CANCEL, {"cancelled": waiting.id}).rowcount != 1:
            other = self.by_id(waiting.id) or waiting
            raise NotWaiting(number=str(waiting.number), state=other.state.value, counter=other.counter)
        self._record(waiting.id, TicketEventKind.CANCELLED, at, None)
        return _ticket(self._connection.execute(select(ticket).where(ticket.c.id == waiting.id)).one())

    def note(self, of: TicketId, kind: TicketEventKind, at: datetime) -> None:
        self._record(of, kind, at, None)

    def doubts(self, of: TicketId) -> int:
        return int(self._connection.execute(_DOUBTS, {"of": of}).scalar_one())

    def latest_called(self, day: BusinessDay, limit: int) -> Sequence[Ticket]:
        rows = self._connection.execute(
            select(ticket)
            .join(ticket_event, ticket_event.c.ticket_id == ticket.c.id)
            .where(ticket.c.day == day, ticket_event.c.kind == TicketEventKind.CALLED.value)
            .order_by(ticket_event.c.id.desc())
            .limit(limit)
        )
        return [_ticket(row) for row in rows]

    def _record(self, of: TicketId, kind: TicketEventKind, at: datetime, detail: str | None) -> None:
        self._connection.execute(_EVENT, {"ticket_id": of, "kind": kind.value, "at": at.isoformat(timespec="seconds"), "detail": detail})


def _maybe(row: Row[Any] | None) -> Ticket | None:
    return _ticket(row) if row is not None else None


def _ticket(row: Row[Any]) -> Ticket:
    return Ticket(
        id=TicketId(row.id),
        day=BusinessDay(row.day),
        number=TicketNumber(LineId(row.line), row.sequence),
        item=row.item,
        ticket_class=TicketClass(row.ticket_class),
        issued_at=datetime.fromisoformat(row.issued_at),
        state=TicketState(row.state),
        ahead=row.ahead,
        wait_low=row.wait_low,
        wait_high=row.wait_high,
        request_id=row.request_id,
        counter=CounterId(row.counter) if row.counter is not None else None,
        called_at=datetime.fromisoformat(row.called_at) if row.called_at is not None else None,
    )
