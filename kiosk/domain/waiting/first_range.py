"""How long a person may wait: a first honest range.

Here: the estimate from what is known at the moment. Elsewhere: who waits (the database). Once the hall has data of its own, its service
times take the place of the setting.

A ticket ahead takes one service time, divided among the counters that can serve it or the person asking, whichever are more. Around
that mean lies the spread of a sum of independent services (coefficient of variation 0.6), four times in five within the range.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor, sqrt

from kiosk.domain.hall import Hall
from kiosk.domain.numbering import LineId

SPREAD = 0.6
"""Coefficient of variation of one service."""
FOUR_IN_FIVE = 1.28
"""Standard deviations on either side that hold 80 % of a normal distribution."""
DOUBT = 3
"""A hall may be this many times quicker than its setting says. Until its own times are known, nobody is sent away on less."""


@dataclass(frozen=True, slots=True)
class WaitRange:
    """Whole minutes; both None: unknown."""

    low: int | None
    high: int | None


UNKNOWN_WAIT = WaitRange(None, None)


def minutes_each(line: LineId, waiting: Mapping[LineId, int], hall: Hall) -> float | None:
    """How many minutes one ticket ahead costs a person of `line`, averaged over those who wait. None: no counter is open for the line."""
    own = hall.line(line)
    counters = len(hall.open_counters(line))
    if own is None or counters == 0:
        return None
    total = 0
    minutes = 0.0
    for other, count in waiting.items():
        there = hall.line(other)
        if there is not None and count > 0:
            total += count
            minutes += count * there.service_minutes / max(counters, len(hall.open_counters(other)))
    return minutes / total if total else own.service_minutes / counters


def wait_range(ahead: int, each: float | None) -> WaitRange:
    """`each`: minutes per ticket ahead. With nobody ahead the range still runs to one service: every counter may be busy."""
    if each is None:
        return UNKNOWN_WAIT
    low = ahead * each - FOUR_IN_FIVE * SPREAD * each * sqrt(ahead)
    high = (ahead + 1) * each + FOUR_IN_FIVE * SPREAD * each * sqrt(ahead + 1)
    return WaitRange(max(0, floor(low)), ceil(high))


def surely_beyond(wait: WaitRange, minutes_left: int) -> bool:
    """The turn would come after closing even if the hall were DOUBT times as quick as its setting says."""
    return wait.low is not None and wait.low > DOUBT * minutes_left
