"""CounterRepository over SQL: what was said of counters, appended; the last row of a counter's day is how it stands.

Elsewhere: what a state of a counter means (domain.queueing), the port (application.ports).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay
from kiosk.domain.queueing.counters import CounterStanding, CounterState
from kiosk.domain.refusals import CounterTakenOver
from kiosk.domain.staff import StaffNumber
from kiosk.infrastructure.database.schema import counter_event

_SAID = select(counter_event).where(counter_event.c.day == bindparam("on_day"))
_SAID_OF = _SAID.where(counter_event.c.counter == bindparam("at_counter")).order_by(counter_event.c.turn.desc()).limit(1)
_SAID_ON = _SAID.order_by(counter_event.c.counter, counter_event.c.turn)
_SAY = insert(counter_event)


class SqlCounterRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def said_of(self, day: BusinessDay, counter: CounterId) -> CounterStanding | None:
        row = self._connection.execute(_SAID_OF, {"on_day": day, "at_counter": counter}).one_or_none()
        return _standing(row) if row is not None else None

    def said_on(self, day: BusinessDay) -> Mapping[CounterId, CounterStanding]:
        return {CounterId(row.counter): _standing(row) for row in self._connection.execute(_SAID_ON, {"on_day": day})}

    def say(
        self, day: BusinessDay, before: CounterStanding, state: CounterState, *, staff: StaffNumber | None, at: datetime
    ) -> CounterStanding:
        moment = at.isoformat(timespec="seconds")
        row = {"day": day, "counter": before.counter, "turn": before.turn + 1, "state": state.value, "staff": staff, "at": moment}
        try:
            self._connection.execute(_SAY, row)
        except IntegrityError as error:
            now = self.said_of(day, before.counter)
            raise CounterTakenOver(counter=before.counter, staff=now.staff if now is not None else None) from error
        return CounterStanding(before.counter, state, staff, datetime.fromisoformat(moment), before.turn + 1)


def _standing(row: Row[Any]) -> CounterStanding:
    return CounterStanding(
        CounterId(row.counter),
        CounterState(row.state),
        StaffNumber(row.staff) if row.staff is not None else None,
        datetime.fromisoformat(row.at),
        row.turn,
    )
