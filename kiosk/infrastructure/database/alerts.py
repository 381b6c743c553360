"""AlertRepository over SQL. That an item or line has one alert at a time is a unique index over those that have not ended.

Elsewhere: what an alert is (domain.alerts), the port (application.ports).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from kiosk.domain.alerts import Alert, AlertId, AlertReason
from kiosk.domain.numbering import LineId
from kiosk.infrastructure.database.schema import alert

_OPEN = select(alert).where(alert.c.ended_at.is_(None)).order_by(alert.c.id)
_SET = insert(alert).returning(alert)
_REPLACED = (
    update(alert)
    .where(
        alert.c.ended_at.is_(None),
        alert.c.item.is_not_distinct_from(bindparam("of_item")),
        alert.c.line.is_not_distinct_from(bindparam("of_line")),
    )
    .values(ended_at=bindparam("at"))
)
_END = update(alert).where(alert.c.id == bindparam("ended"), alert.c.ended_at.is_(None)).values(ended_at=bindparam("at"))


class SqlAlertRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def standing(self, moment: datetime) -> Sequence[Alert]:
        return [found for row in self._connection.execute(_OPEN) if (found := _alert(row)).holds_at(moment)]

    def set(self, *, item: str | None, line: LineId | None, reason: AlertReason, since: datetime, until: datetime) -> Alert:
        at = since.isoformat(timespec="seconds")
        self._connection.execute(_REPLACED, {"of_item": item, "of_line": line, "at": at})
        row = {"item": item, "line": line, "reason": reason.value, "since": at, "until": until.isoformat(timespec="seconds")}
        return _alert(self._connection.execute(_SET, row).one())

    def end(self, of: Alert, at: datetime) -> None:
        self._connection.execute(_END, {"ended": of.id, "at": at.isoformat(timespec="seconds")})

    def end_past(self, moment: datetime) -> int:
        past = [found for row in self._connection.execute(_OPEN) if not (found := _alert(row)).holds_at(moment)]
        for each in past:
            self.end(each, each.until)
        return len(past)


def _alert(row: Row[Any]) -> Alert:
    return Alert(
        id=AlertId(row.id),
        item=row.item,
        line=LineId(row.line) if row.line is not None else None,
        reason=AlertReason(row.reason),
        since=datetime.fromisoformat(row.since),
        until=datetime.fromisoformat(row.until),
    )
