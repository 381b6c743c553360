"""HelpCallRepository over SQL. Who goes is settled by one conditional update, and one screen's single ringing call by a unique index.

Elsewhere: the rules of help calls (domain.assistance), the port (application.ports).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from kiosk.domain.assistance import HelpCall, HelpCallId, HelpCallState, HelpReason
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay
from kiosk.infrastructure.database.schema import help_call, help_call_event

_RING = insert(help_call).returning(help_call)
_EVENT = insert(help_call_event)
_TAKE = (
    update(help_call)
    .where(help_call.c.id == bindparam("call"), help_call.c.state == HelpCallState.RINGING.value)
    .values(state=HelpCallState.TAKEN.value, counter=bindparam("at_counter"), taken_by=bindparam("by"), taken_at=bindparam("at"))
)
_END = (
    update(help_call)
    .where(help_call.c.id == bindparam("call"), help_call.c.state.in_(bindparam("former", expanding=True)))
    .values(state=bindparam("latter"), ended_at=bindparam("at"))
)
_OPEN_UNTIL = select(help_call.c.id, help_call.c.state).where(
    help_call.c.day <= bindparam("until"), help_call.c.state.in_([HelpCallState.RINGING.value, HelpCallState.TAKEN.value])
)


class SqlHelpCallRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ring(self, *, day: BusinessDay, kiosk: int, reason: HelpReason, at: datetime) -> HelpCall:
        state = HelpCallState.RINGING
        row = {"day": day, "kiosk": kiosk, "reason": reason.value, "state": state.value, "rung_at": _moment(at)}
        call = _call(self._connection.execute(_RING, row).one())
        self._record(call.id, state, at)
        return call

    def by_id(self, call: HelpCallId) -> HelpCall | None:
        row = self._connection.execute(select(help_call).where(help_call.c.id == call)).one_or_none()
        return _call(row) if row is not None else None

    def latest_of(self, kiosk: int) -> HelpCall | None:
        latest = select(help_call).where(help_call.c.kiosk == kiosk).order_by(help_call.c.id.desc()).limit(1)
        row = self._connection.execute(latest).one_or_none()
        return _call(row) if row is not None else None

    def on_days(self, first: date, last: date) -> Sequence[HelpCall]:
        rows = self._connection.execute(select(help_call).where(help_call.c.day.between(first, last)).order_by(help_call.c.id))
        return [_call(row) for row in rows]

    def take(self, call: HelpCallId, *, counter: CounterId, by: str, at: datetime) -> bool:
        if self._connection.execute(_TAKE, {"call": call, "at_counter": counter, "by": by, "at": _moment(at)}).rowcount != 1:
            return False
        self._record(call, HelpCallState.TAKEN, at)
        return True

    def done(self, call: HelpCallId, at: datetime) -> bool:
        return self._end(call, HelpCallState.DONE, at, HelpCallState.TAKEN)

    def cancel(self, call: HelpCallId, at: datetime) -> bool:
        return self._end(call, HelpCallState.CANCELLED, at, HelpCallState.RINGING, HelpCallState.TAKEN)

    def lapse(self, call: HelpCallId, at: datetime) -> bool:
        return self._end(call, HelpCallState.LAPSED, at, HelpCallState.RINGING)

    def end_until(self, day: BusinessDay, at: datetime) -> int:
        open_calls = self._connection.execute(_OPEN_UNTIL, {"until": day}).all()
        for call, state in open_calls:
            if state == HelpCallState.RINGING.value:
                self.lapse(HelpCallId(call), at)
            else:
                self.done(HelpCallId(call), at)
        return len(open_calls)

    def _end(self, call: HelpCallId, state: HelpCallState, at: datetime, *former: HelpCallState) -> bool:
        values = {"call": call, "former": [each.value for each in former], "latter": state.value, "at": _moment(at)}
        if self._connection.execute(_END, values).rowcount != 1:
            return False
        self._record(call, state, at)
        return True

    def _record(self, call: HelpCallId, state: HelpCallState, at: datetime) -> None:
        self._connection.execute(_EVENT, {"call_id": call, "kind": state.value, "at": _moment(at)})


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _call(row: Row[Any]) -> HelpCall:
    return HelpCall(
        id=HelpCallId(row.id),
        day=row.day,
        kiosk=row.kiosk,
        reason=HelpReason(row.reason),
        state=HelpCallState(row.state),
        rung_at=datetime.fromisoformat(row.rung_at),
        counter=CounterId(row.counter) if row.counter is not None else None,
        taken_by=row.taken_by,
        taken_at=datetime.fromisoformat(row.taken_at) if row.taken_at is not None else None,
        ended_at=datetime.fromisoformat(row.ended_at) if row.ended_at is not None else None,
    )
