"""Counters through the day: opened by a clerk, paused, closed. A counter without a word of its own today stands as the setting says.

Here: the states and what may follow what. Elsewhere: which counters there are and what they serve (domain.hall), who may open one
(application.commands.counters).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kiosk.domain.hall import Counter, CounterId, Hall
from kiosk.domain.staff import StaffNumber


class CounterState(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    """Back soon; nobody is called."""
    CLOSED = "closed"


class CounterDeed(StrEnum):
    """The values are stable: they stand in the audit."""

    OPEN = "open"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"


COUNTER_RULES: Mapping[CounterDeed, tuple[frozenset[CounterState], CounterState]] = {
    # Opening an open counter is how another clerk takes it over, and how a console comes back that was killed.
    CounterDeed.OPEN: (frozenset(CounterState), CounterState.OPEN),
    CounterDeed.PAUSE: (frozenset({CounterState.OPEN}), CounterState.PAUSED),
    CounterDeed.RESUME: (frozenset({CounterState.PAUSED}), CounterState.OPEN),
    CounterDeed.CLOSE: (frozenset({CounterState.OPEN, CounterState.PAUSED}), CounterState.CLOSED),
}


@dataclass(frozen=True, slots=True)
class CounterStanding:
    """How a counter stands today. `staff`: who has opened it, None on a rehearsal. `turn` counts what was said of it today, 0: nothing yet,
    it stands by setting."""

    counter: CounterId
    state: CounterState
    staff: StaffNumber | None = None
    since: datetime | None = None
    turn: int = 0


def standing_by_setting(counter: Counter, *, live: bool) -> CounterStanding:
    """Before anybody signs in: open by setting in a rehearsal hall, closed in one that serves people."""
    is_open = counter.open and bool(counter.lines) and not live
    return CounterStanding(counter.id, CounterState.OPEN if is_open else CounterState.CLOSED)


def standings(hall: Hall, said: Mapping[CounterId, CounterStanding]) -> Mapping[CounterId, CounterStanding]:
    """Every counter of the hall. `said`: those of which something was said today."""
    return {each.id: said.get(each.id) or standing_by_setting(each, live=hall.live) for each in hall.counters}


def hall_as_it_stands(hall: Hall, said: Mapping[CounterId, CounterStanding]) -> Hall:
    """The hall with those counters open that are open now: what estimates and 开着的窗口 go by."""
    now = standings(hall, said)
    return replace(hall, counters=tuple(replace(each, open=now[each.id].state is CounterState.OPEN) for each in hall.counters))
