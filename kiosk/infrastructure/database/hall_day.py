"""HallDayRepository over SQL: quotas, days that are still open, numbers of the paper pad.

Elsewhere: what the day asks of them (application.commands), the port (application.ports).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, and_, bindparam, exists, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.domain.numbering import BusinessDay, LineId
from kiosk.domain.queueing import NewTicket, Ticket, TicketEventKind, TicketId, TicketState
from kiosk.domain.queueing.deeds import RULES, Deed
from kiosk.infrastructure.database.schema import series, ticket, ticket_event
from kiosk.infrastructure.database.tickets import row_of, ticket_of

_OPEN = [state.value for state in RULES[Deed.CLOSE].takes]
_OPEN_DAYS = select(ticket.c.day).where(ticket.c.day <= bindparam("until"), ticket.c.state.in_(_OPEN)).distinct().order_by(ticket.c.day)
_VOIDED = exists().where(ticket_event.c.ticket_id == ticket.c.id, ticket_event.c.kind == TicketEventKind.VOIDED.value)
_GIVEN = select(func.count()).where(
    ticket.c.day == bindparam("day"),
    ticket.c.state != TicketState.CANCELLED.value,
    ~and_(ticket.c.state == TicketState.CLOSED.value, _VOIDED),
)
# A number of the pad counts for the line that it was given for.
_OF_LINE = _GIVEN.where(
    or_(
        ticket.c.line == bindparam("of_line"),
        and_(ticket.c.line == bindparam("pad"), ticket.c.moved_to == bindparam("of_line")),
    )
)
_OF_ITEM = _GIVEN.where(ticket.c.item == bindparam("of_item"))
# A series is never behind its numbers, the pad's included: otherwise the database would pass for damaged (recovery.py).
_series = upsert(series).values(day=bindparam("day"), line=bindparam("line"), last=bindparam("sequence"))
_KEEP_UP = _series.on_conflict_do_update(
    index_elements=[series.c.day, series.c.line], set_={"last": func.max(series.c.last, _series.excluded.last)}
)
_ENTER = insert(ticket).returning(ticket.c.id)
_EVENT = insert(ticket_event)


class SqlHallDayRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def given_on_line(self, day: BusinessDay, line: LineId, pad: LineId) -> int:
        return int(self._connection.execute(_OF_LINE, {"day": day, "of_line": line, "pad": pad}).scalar_one())

    def given_for_item(self, day: BusinessDay, item: str) -> int:
        return int(self._connection.execute(_OF_ITEM, {"day": day, "of_item": item}).scalar_one())

    def open_days(self, until: BusinessDay) -> Sequence[BusinessDay]:
        return [BusinessDay(day) for day in self._connection.execute(_OPEN_DAYS, {"until": until}).scalars()]

    def enter(self, new: NewTicket, sequence: int, *, waits_on: LineId) -> Ticket:
        self._connection.execute(_KEEP_UP, {"day": new.day, "line": new.line, "sequence": sequence})
        entered = TicketId(self._connection.execute(_ENTER, {**row_of(new, sequence), "moved_to": waits_on}).scalar_one())
        event = {"ticket_id": entered, "kind": TicketEventKind.ISSUED.value, "at": new.issued_at.isoformat(timespec="seconds")}
        self._connection.execute(_EVENT, event)
        return replace(ticket_of(new, entered, sequence), moved_to=waits_on)
