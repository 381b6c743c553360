"""TicketHistoryRepository over SQL: the events of one ticket, oldest first, without those of its paper's way through a printer.

Elsewhere: writing the events (tickets.py), the port (application.ports).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from kiosk.application.ports import TicketMoment
from kiosk.domain.hall import CounterId
from kiosk.domain.queueing import TicketEventKind, TicketId
from kiosk.domain.staff import StaffNumber
from kiosk.infrastructure.database.schema import ticket_event

_OF = (
    select(ticket_event)
    .where(ticket_event.c.ticket_id == bindparam("of"), ticket_event.c.kind != TicketEventKind.PAPER.value)
    .order_by(ticket_event.c.id)
)


class SqlTicketHistoryRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, ticket: TicketId) -> Sequence[TicketMoment]:
        rows = self._connection.execute(_OF, {"of": ticket}).all()
        taken_back = {row.undoes for row in rows if row.undoes is not None}
        return [
            TicketMoment(
                kind=TicketEventKind(row.kind),
                at=datetime.fromisoformat(row.at),
                counter=CounterId(row.counter) if row.counter is not None else None,
                staff=StaffNumber(row.staff) if row.staff is not None else None,
                undone=row.id in taken_back,
                details=_details(row.detail),
            )
            for row in rows
        ]


def _details(detail: str | None) -> dict[str, str]:
    """What was said with the deed: where to, why. The ticket as it was before is nobody's news."""
    if not detail or not detail.startswith("{"):
        return {}
    said = json.loads(detail)
    return {name: str(value) for name, value in said.items() if name not in {"was", "deed"} and value is not None}
