"""CalendarRepository over SQL.

Elsewhere: what a special day means (domain.hall), the port (application.ports).
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Text, bindparam, cast, literal, null, select, union_all
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.domain.hall import DayKind, HallCalendar, SpecialDay
from kiosk.infrastructure.database.schema import calendar_day, calendar_year

_YEAR = "year"
# One statement for days and years: this stands in every ticket's transaction.
_BETWEEN = union_all(
    select(calendar_day.c.date, calendar_day.c.kind, calendar_day.c.name).where(
        calendar_day.c.date.between(bindparam("first"), bindparam("last"))
    ),
    select(null(), literal(_YEAR), cast(calendar_year.c.year, Text)).where(
        calendar_year.c.year.between(bindparam("first_year"), bindparam("last_year"))
    ),
)


class SqlCalendarRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def between(self, first: date, last: date) -> HallCalendar:
        span = {"first": first, "last": last, "first_year": first.year, "last_year": last.year}
        rows = self._connection.execute(_BETWEEN, span).all()
        days = {day: SpecialDay(day, DayKind(kind), name) for day, kind, name in rows if kind != _YEAR}
        return HallCalendar(days, frozenset(int(name) for _, kind, name in rows if kind == _YEAR))

    def put(self, day: SpecialDay) -> None:
        values = {"kind": day.kind.value, "name": day.name}
        statement = upsert(calendar_day).values(date=day.date, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=[calendar_day.c.date], set_=values))

    def know_year(self, year: int) -> None:
        self._connection.execute(upsert(calendar_year).values(year=year).on_conflict_do_nothing())
