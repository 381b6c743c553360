"""Answers of `hall_display` as values: a hall of three lines at ten on a Monday, calls by their number."""

from __future__ import annotations

from datetime import datetime, timedelta

from kiosk.application.queries.hall_display import DisplayNow
from kiosk.application.queries.queueing import HallNow, LineNow
from kiosk.domain.announcing import Call, CallId, TakenBack
from kiosk.domain.hall import CounterId, Open, Opening
from kiosk.domain.numbering import LineId, TicketNumber
from kiosk.domain.queueing import TicketId
from kiosk.domain.queueing.counters import CounterState
from tests.support.halls import MONDAY_TEN

OPEN = Open(MONDAY_TEN + timedelta(hours=2), MONDAY_TEN + timedelta(hours=7), 360, assumed=False)
COUNTERS = (CounterState.OPEN, CounterState.PAUSED, CounterState.CLOSED)


def call(number: str, counter: int = 1, *, event: int = 0, at: datetime = MONDAY_TEN) -> Call:
    parsed = TicketNumber.parse(number)
    return Call(
        id=CallId(event or parsed.sequence), ticket=TicketId(parsed.sequence), number=parsed, counter=CounterId(counter), at=at
    )  # fmt: skip


def answer(
    *,
    at: datetime = MONDAY_TEN,
    opening: Opening = OPEN,
    lines: tuple[tuple[str, str, int, int | None, int | None], ...] = (("A", "一口受理", 9, 12, 20), ("B", "社保", 4, 5, 10)),
    counters: tuple[CounterState, ...] = COUNTERS,
    news: tuple[Call | TakenBack, ...] = (),
    latest: tuple[Call, ...] = (),
    seen: int = 0,
) -> DisplayNow:
    """`lines`: (letter, name, waiting, low, high)."""
    now = HallNow(
        at, opening, sum(line[2] for line in lines), counters.count(CounterState.OPEN),
        tuple(LineNow(LineId(line), name, "", waiting, waiting, low, high, 1) for line, name, waiting, low, high in lines),
    )  # fmt: skip
    stood = tuple((CounterId(number), state) for number, state in enumerate(counters, 1))
    return DisplayNow(now, stood, news, latest, CallId(seen))
