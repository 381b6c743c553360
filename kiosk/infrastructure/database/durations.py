"""WaitRepository over SQL: the hall as the wait estimate sees it, what was learnt of it, what was told, and how right that was.

Elsewhere: the estimate and the learning (domain.waiting), the port (application.ports).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId
from kiosk.domain.queueing import TicketClass, TicketEventKind, TicketId, TicketState
from kiosk.domain.queueing.deeds import Deed
from kiosk.domain.waiting.counter_events import CounterEvent, CounterEventKind
from kiosk.domain.waiting.estimate import WaitEstimate, WaitGround
from kiosk.domain.waiting.foresight import AtCounter, InQueue
from kiosk.domain.waiting.scores import ToldWait, WaitScore
from kiosk.domain.waiting.service_times import PRIORITY_STEP, ServiceTimes, Typical
from kiosk.infrastructure.database.schema import service_times, ticket, ticket_event, wait_estimate, wait_score
from kiosk.infrastructure.database.tickets import STANDS, WAITS_ON, deed_of

_KINDS = {
    TicketEventKind.CALLED.value: CounterEventKind.CALLED,
    TicketEventKind.FINISHED.value: CounterEventKind.FINISHED,
    TicketEventKind.MISSED.value: CounterEventKind.MISSED,
    TicketEventKind.PARKED.value: CounterEventKind.LEFT,
    TicketEventKind.TRANSFERRED.value: CounterEventKind.LEFT,
    TicketEventKind.CANCELLED.value: CounterEventKind.LEFT,
    TicketEventKind.CLOSED.value: CounterEventKind.LEFT,
    TicketEventKind.VOIDED.value: CounterEventKind.LEFT,
}
_CLASSES = {kind.value: kind for kind in TicketClass}
_PRIORITY = [kind.value for kind in TicketClass if kind.priority]

_LEARNT = select(service_times.c.times).order_by(service_times.c.until.desc()).limit(1)
_PRESENT = (
    select(
        ticket.c.id, WAITS_ON, ticket.c.item, ticket.c.ticket_class, ticket.c.state, ticket.c.counter, ticket.c.called_at, ticket.c.place
    )
    .where(
        ticket.c.day == bindparam("day"),
        or_(*(ticket.c.state == state.value for state in (TicketState.WAITING, TicketState.CALLED, TicketState.SERVING))),
    )
    .order_by(ticket.c.id)
)
_TELL = insert(wait_estimate)
_first_call = (
    select(ticket_event.c.ticket_id, func.min(ticket_event.c.id).label("event"))
    .join(ticket, ticket.c.id == ticket_event.c.ticket_id)
    .where(ticket.c.day == bindparam("day"), ticket_event.c.kind == TicketEventKind.CALLED.value, STANDS)
    .group_by(ticket_event.c.ticket_id)
    .subquery()
)
_TOLD = (
    select(ticket.c.line, ticket.c.wait_low, ticket.c.wait_high, ticket.c.issued_at, ticket_event.c.at, wait_estimate.c.expected_seconds,
           wait_estimate.c.ground)
    .join(wait_estimate, wait_estimate.c.ticket_id == ticket.c.id)
    .join(_first_call, _first_call.c.ticket_id == ticket.c.id)
    .join(ticket_event, ticket_event.c.id == _first_call.c.event)
    .where(ticket.c.day == bindparam("day"), ticket.c.wait_low.is_not(None), ticket.c.wait_high.is_not(None))
    .order_by(ticket.c.id)
)  # fmt: skip
_UNSCORED = (
    select(ticket.c.day)
    .join(wait_estimate, wait_estimate.c.ticket_id == ticket.c.id)
    .where(
        ticket.c.day.between(bindparam("first"), bindparam("last")),
        ticket.c.called_at.is_not(None),
        ticket.c.wait_low.is_not(None),
        ticket.c.day.not_in(select(wait_score.c.day)),
    )
    .distinct()
    .order_by(ticket.c.day)
)


class SqlWaitRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def learnt(self) -> ServiceTimes | None:
        text = self._connection.execute(_LEARNT).scalar_one_or_none()
        return _times(text) if text is not None else None

    def learnt_until(self) -> BusinessDay | None:
        until = self._connection.execute(select(func.max(service_times.c.until))).scalar_one()
        return BusinessDay(until) if until is not None else None

    def keep_learnt(self, times: ServiceTimes | None, until: BusinessDay) -> None:
        self._connection.execute(delete(service_times))
        self._connection.execute(insert(service_times), {"until": until, "times": _text(times) if times is not None else None})

    def present(self, day: BusinessDay, moment: datetime) -> tuple[Sequence[InQueue], Mapping[CounterId, AtCounter]]:
        queue: list[InQueue] = []
        held: dict[CounterId, AtCounter] = {}
        for number, line, item, kind, state, counter, called_at, place in self._connection.execute(_PRESENT, {"day": day}).all():
            if state == TicketState.WAITING.value:
                queue.append(InQueue(number, line, item, _CLASSES[kind], place))
            elif called_at is not None and counter is not None:
                minutes = max(0.0, (moment - datetime.fromisoformat(called_at)).total_seconds() / 60)
                arrived = state == TicketState.SERVING.value
                held[CounterId(counter)] = AtCounter(TicketId(number), LineId(line), item, minutes, arrived=arrived)
        return queue, held

    def counter_events(self, first: date, last: date) -> Mapping[BusinessDay, Sequence[CounterEvent]]:
        rows = self._connection.execute(
            select(ticket.c.day, ticket.c.id, ticket.c.line, ticket.c.item, ticket.c.issued_at, ticket_event.c.kind, ticket_event.c.at,
                   ticket_event.c.counter, ticket_event.c.detail)
            .join(ticket_event, ticket_event.c.ticket_id == ticket.c.id)
            .where(ticket.c.day.between(first, last), ticket_event.c.kind.in_(_KINDS), STANDS)
            .order_by(ticket_event.c.id)
        )  # fmt: skip
        days: dict[BusinessDay, list[CounterEvent]] = {}
        for row in rows:
            # How long a rehearsal's call lasted says nothing of a service.
            kind = CounterEventKind.LEFT if deed_of(row.detail) is Deed.SUPERSEDE else _KINDS[row.kind]
            days.setdefault(BusinessDay(row.day), []).append(
                CounterEvent(
                    ticket=TicketId(row.id),
                    line=LineId(row.line),
                    item=row.item,
                    issued_at=datetime.fromisoformat(row.issued_at),
                    kind=kind,
                    at=datetime.fromisoformat(row.at),
                    counter=CounterId(row.counter) if kind is CounterEventKind.CALLED and row.counter is not None else None,
                )
            )
        return days

    def priority_a_day(self, first: date, last: date) -> Mapping[tuple[LineId, int], float]:
        within = ticket.c.day.between(first, last)
        days = self._connection.execute(select(func.count(ticket.c.day.distinct())).where(within)).scalar_one()
        found: dict[tuple[LineId, int], float] = {}
        rows = self._connection.execute(select(ticket.c.line, ticket.c.issued_at).where(within, ticket.c.ticket_class.in_(_PRIORITY)))
        for line, issued_at in rows:
            moment = datetime.fromisoformat(issued_at)
            key = LineId(line), (60 * moment.hour + moment.minute) // PRIORITY_STEP
            found[key] = found.get(key, 0.0) + 1 / days
        return found

    def tell(self, of: TicketId, estimate: WaitEstimate) -> None:
        if estimate.expected is not None:
            row = {"ticket_id": of, "expected_seconds": round(60 * estimate.expected), "ground": estimate.ground.value}
            self._connection.execute(_TELL, row)

    def told_on(self, day: BusinessDay) -> Sequence[ToldWait]:
        return [
            ToldWait(
                line=LineId(row.line),
                low=row.wait_low,
                high=row.wait_high,
                expected=row.expected_seconds / 60,
                own=row.ground == WaitGround.OWN.value,
                waited=(datetime.fromisoformat(row.at) - datetime.fromisoformat(row.issued_at)).total_seconds() / 60,
            )
            for row in self._connection.execute(_TOLD, {"day": day})
        ]

    def unscored_days(self, first: date, last: date) -> Sequence[BusinessDay]:
        return [BusinessDay(day) for day in self._connection.execute(_UNSCORED, {"first": first, "last": last}).scalars()]

    def keep_scores(self, day: BusinessDay, scores: Sequence[WaitScore]) -> None:
        self._connection.execute(delete(wait_score).where(wait_score.c.day == day))
        for score in scores:
            self._connection.execute(
                insert(wait_score),
                {
                    "day": score.day,
                    "line": score.line,
                    "tickets": score.tickets,
                    "own": score.own,
                    "inside": score.inside,
                    "minutes_off": score.minutes_off,
                    "minutes_longer": score.minutes_longer,
                },
            )

    def scores(self, first: date, last: date) -> Sequence[WaitScore]:
        rows = self._connection.execute(
            select(wait_score).where(wait_score.c.day.between(first, last)).order_by(wait_score.c.day.desc(), wait_score.c.line)
        )
        return [
            WaitScore(BusinessDay(row.day), LineId(row.line), row.tickets, row.own, row.inside, row.minutes_off, row.minutes_longer)
            for row in rows
        ]


def _text(times: ServiceTimes) -> str:
    return json.dumps(
        {
            "services": times.services,
            "lines": {line: _pair(typical) for line, typical in times.lines.items()},
            "items": {item: _pair(typical) for item, typical in times.items.items()},
            "hours": {str(hour): round(shift, 4) for hour, shift in times.hours.items()},
            "missed": [round(times.missed_share, 4), round(times.missed_minutes, 3)],
            "stretch": round(times.stretch, 4),
            "priority": [[line, step, round(count, 4)] for (line, step), count in times.priority.items()],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _pair(typical: Typical) -> list[float]:
    return [round(typical.log_mean, 4), round(typical.log_spread, 4)]


@lru_cache(maxsize=2)
def _times(text: str) -> ServiceTimes:
    kept = json.loads(text)
    share, minutes = kept["missed"]
    return ServiceTimes(
        services=kept["services"],
        lines={LineId(line): Typical(*pair) for line, pair in kept["lines"].items()},
        items={item: Typical(*pair) for item, pair in kept["items"].items()},
        hours={int(hour): shift for hour, shift in kept["hours"].items()},
        missed_share=share,
        missed_minutes=minutes,
        stretch=kept["stretch"],
        priority={(LineId(line), step): count for line, step, count in kept["priority"]},
    )
