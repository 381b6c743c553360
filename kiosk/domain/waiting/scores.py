"""How right the estimates of a day were.

Here: what was told against what happened. Elsewhere: where both stand (the database).

Scored is every ticket that was called, also when nobody came: its holder was told a range. A ticket that was given back or never called has no wait.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp

from kiosk.domain.numbering import BusinessDay, LineId


@dataclass(frozen=True, slots=True)
class ToldWait:
    """What a ticket was told, and its wait: minutes from issue to the first call. `own`: by the hall's own times."""

    line: LineId
    low: int
    high: int
    expected: float
    own: bool
    waited: float


@dataclass(frozen=True, slots=True)
class WaitScore:
    """One line's day. `own` of the `tickets` were told by the hall's own times; for `inside` of them the range held the wait. Minutes off: the
    mean distance from the expected wait, and the mean by which waits were longer than it (negative: shorter)."""

    day: BusinessDay
    line: LineId
    tickets: int
    own: int
    inside: int
    minutes_off: float
    minutes_longer: float

    @property
    def coverage(self) -> float:
        """The share of waits that the range held."""
        return self.inside / self.tickets


WANTED = 0.8
"""The share of waits that a told range shall hold."""
STRETCH_STEP = 0.3
LEAST_STRETCH, MOST_STRETCH = 0.7, 2.0
FEWEST_SCORED = 20
"""A day with fewer tickets says nothing of the width."""


def stretched(stretch: float, scores: Iterable[WaitScore]) -> float:
    """The next day's stretch, after the scores of one day: wider when its ranges held too little, narrower when too much, a little each night.

    Only lines whose every ticket was told by the hall's own times count.
    """
    own = [score for score in scores if score.own == score.tickets]
    tickets = sum(score.tickets for score in own)
    if tickets < FEWEST_SCORED:
        return stretch
    coverage = sum(score.inside for score in own) / tickets
    return min(MOST_STRETCH, max(LEAST_STRETCH, stretch * exp(STRETCH_STEP * (WANTED - coverage))))


def scores_of(day: BusinessDay, told: Iterable[ToldWait]) -> tuple[WaitScore, ...]:
    """A row for every line that had called tickets, by line."""
    lines: dict[LineId, list[ToldWait]] = defaultdict(list)
    for each in told:
        lines[each.line].append(each)
    return tuple(_score(day, line, lines[line]) for line in sorted(lines))


def _score(day: BusinessDay, line: LineId, told: list[ToldWait]) -> WaitScore:
    return WaitScore(
        day=day,
        line=line,
        tickets=len(told),
        own=sum(each.own for each in told),
        inside=sum(each.low <= each.waited <= each.high for each in told),
        minutes_off=sum(abs(each.waited - each.expected) for each in told) / len(told),
        minutes_longer=sum(each.waited - each.expected for each in told) / len(told),
    )
