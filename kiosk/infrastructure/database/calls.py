"""CallRepository over SQL: the events of tickets, read as what the hall is told.

Elsewhere: writing the events (tickets.py), the port (application.ports).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from kiosk.domain.announcing import Call, CallId, TakenBack
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber
from kiosk.domain.queueing import TicketEventKind, TicketId
from kiosk.infrastructure.database.schema import ticket, ticket_event

_CALLED, _RECALLED, _UNDONE = (kind.value for kind in (TicketEventKind.CALLED, TicketEventKind.RECALLED, TicketEventKind.UNDONE))

_EVENTS = (
    select(ticket_event.c.id, ticket_event.c.ticket_id, ticket_event.c.kind, ticket_event.c.at, ticket_event.c.counter,
           ticket_event.c.undoes, ticket.c.line, ticket.c.sequence)
    .join(ticket, ticket.c.id == ticket_event.c.ticket_id)
    .where(ticket_event.c.kind.in_((_CALLED, _RECALLED, _UNDONE)))
)  # fmt: skip
_AFTER = _EVENTS.where(ticket_event.c.id > bindparam("after")).order_by(ticket_event.c.id)
_OF_DAY = _EVENTS.where(ticket.c.day == bindparam("day")).order_by(ticket_event.c.id.desc())
_LAST = select(func.coalesce(func.max(ticket_event.c.id), 0))


class SqlCallRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self) -> CallId:
        return CallId(self._connection.execute(_LAST).scalar_one())

    def after(self, last: CallId) -> Sequence[Call | TakenBack]:
        return [_told(row) for row in self._connection.execute(_AFTER, {"after": last})]

    def latest(self, day: BusinessDay, limit: int) -> Sequence[Call]:
        found: dict[TicketId, Call] = {}
        taken_back: set[CallId] = set()
        for row in self._connection.execute(_OF_DAY, {"day": day}):
            told = _told(row)
            if isinstance(told, TakenBack):
                taken_back.add(told.call)
            elif told.id not in taken_back:
                found.setdefault(told.ticket, told)
            if len(found) == limit:
                break
        return list(found.values())


def _told(row: Row[*tuple[Any, ...]]) -> Call | TakenBack:
    if row.kind == _UNDONE:
        return TakenBack(CallId(row.undoes))
    return Call(
        id=CallId(row.id),
        ticket=TicketId(row.ticket_id),
        number=TicketNumber(LineId(row.line), row.sequence),
        counter=CounterId(row.counter),
        at=datetime.fromisoformat(row.at),
        again=row.kind == _RECALLED,
    )
