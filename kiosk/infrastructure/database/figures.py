"""FiguresRepository over SQL: how tickets went, read off their events. An event that was undone did not happen.

Elsewhere: what counts as what (domain.figures), the port (application.ports).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, exists, func, select

from kiosk.domain.figures import TicketCourse
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId
from kiosk.domain.queueing import TicketClass, TicketEventKind
from kiosk.domain.queueing.deeds import Deed
from kiosk.infrastructure.database.schema import ticket, ticket_event

_STEPS = tuple(
    kind.value
    for kind in (
        TicketEventKind.CALLED,
        TicketEventKind.STARTED,
        TicketEventKind.TAKEN_BACK,
        TicketEventKind.PARKED,
        TicketEventKind.TRANSFERRED,
        TicketEventKind.MISSED,
        TicketEventKind.FINISHED,
    )
)
_taking_back = ticket_event.alias("taking_back")
_voiding = ticket_event.alias("voiding")
_SPAN = ticket.c.day.between(bindparam("first"), bindparam("last"))
_VALID = ~exists().where(_voiding.c.ticket_id == ticket.c.id, _voiding.c.kind == TicketEventKind.VOIDED.value)
_COUNT = select(func.count()).select_from(ticket).where(_SPAN, _VALID)
_STOOD = ~exists().where(_taking_back.c.undoes == ticket_event.c.id)
_COURSES = (
    select(
        ticket.c.id, ticket.c.day, ticket.c.line, ticket.c.moved_to, ticket.c.item, ticket.c.ticket_class, ticket.c.issued_at,
        ticket_event.c.kind, ticket_event.c.at, ticket_event.c.counter, ticket_event.c.detail,
    )
    .select_from(ticket)
    .outerjoin(ticket_event, and_(ticket_event.c.ticket_id == ticket.c.id, ticket_event.c.kind.in_(_STEPS), _STOOD))
    .where(_SPAN, _VALID)
    .order_by(ticket.c.id, ticket_event.c.id)
)  # fmt: skip


class SqlFiguresRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def courses(self, first: date, last: date) -> Sequence[TicketCourse]:
        rows: Iterable[Row[Any]] = self._connection.execute(_COURSES, {"first": first, "last": last})
        return [_course(list(steps)) for _, steps in groupby(rows, key=lambda row: row.id)]

    def tickets(self, first: date, last: date) -> int:
        return int(self._connection.execute(_COUNT, {"first": first, "last": last}).scalar_one())


def _course(rows: Sequence[Row[Any]]) -> TicketCourse:
    """`rows`: one for each step, or a single one without a step."""
    whole = rows[0]
    served: timedelta | None = None
    began: datetime | None = None
    called_at: datetime | None = None
    counter: int | None = None
    missed = False
    for row in rows:
        if row.kind is None:
            continue
        at = datetime.fromisoformat(row.at)
        match TicketEventKind(row.kind):
            case TicketEventKind.CALLED:
                called_at, began, counter = called_at or at, at, row.counter
            case TicketEventKind.STARTED | TicketEventKind.TAKEN_BACK:
                began, counter = at, row.counter
            case TicketEventKind.PARKED if began is not None:
                served, began = (served or timedelta()) + max(at - began, timedelta()), None
            case TicketEventKind.FINISHED if began is not None:
                # A rehearsal's next call ends the service before it: how long that took says nothing.
                served = None if _is_superseded(row) else (served or timedelta()) + max(at - began, timedelta())
                began = None
            case TicketEventKind.MISSED:
                began, missed = None, True
            case _:
                began = None
    return TicketCourse(
        day=BusinessDay(whole.day),
        line=LineId(whole.moved_to or whole.line),
        item=whole.item,
        ticket_class=TicketClass(whole.ticket_class),
        issued_at=datetime.fromisoformat(whole.issued_at),
        called_at=called_at,
        counter=CounterId(counter) if counter is not None else None,
        served=served,
        missed=missed,
    )


def _is_superseded(row: Row[Any]) -> bool:
    return row.detail is not None and f'"{Deed.SUPERSEDE.value}"' in row.detail
