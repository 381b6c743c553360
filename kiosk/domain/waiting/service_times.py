"""What this hall's own service times say: learnt per item, line and hour, each shrunk towards what is known better.

Here: the facts that are learnt from and the learning. Elsewhere: where the facts come from (ticket events, the database), what follows for a
person who waits (foresight.py).

Everything is in the logarithm of minutes: services are many short ones and a few long ones, about log-normal. An item's mean lies between
the mean of its own services and that of its line, the nearer to its own the more there are (empirical Bayes: the weight follows from how much
items differ and how much services of one item do). An item never seen, or a ticket without one, is taken for its line's average ticket.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt

from kiosk.domain.numbering import LineId

LEARNING_DAYS = 60
"""Days that are learnt from, the current one left out: long enough for rare items, short enough to follow the hall."""
ENOUGH_SERVICES = 50
"""Before that many are known, the setting speaks (first_range.py)."""
SHORTEST_MINUTES, LONGEST_MINUTES = 0.1, 180.0
"""What lies outside is a mistaken press or a forgotten one."""
LINE_TRUST = 20
"""Services of a line that weigh as much as the rest of the hall."""
SPREAD_TRUST = 20
"""Services of an item that weigh as much, for its spread, as all others."""
HOUR_SPREAD = 0.03
"""How much hours of the day are expected to differ, in the logarithm: about 3 %."""
PRIORITY_STEP = 30
"""Minutes of the day in one count of priority tickets."""
MISSED_TRUST = 40
MISSED_BEFORE = 0.05
"""The share of holders who do not come is begun with 5 %, as if seen in 40 tickets."""
MISSED_MINUTES = 1.0
"""A number that nobody answers holds its counter about so long, until the hall knows better."""


@dataclass(frozen=True, slots=True)
class ServiceSpan:
    """One ticket at one counter: from its call until the counter was free for another. `missed`: nobody came. `hour`: of the call."""

    line: LineId
    item: str | None
    hour: int
    minutes: float
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Typical:
    """Minutes of one kind of service: the mean and the standard deviation of their logarithm, for the next one of its kind."""

    log_mean: float
    log_spread: float


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """`services` that it was learnt from. `hours`: what is added to the logarithm at an hour of the day. `priority`: how many
    priority tickets are taken for a line in each PRIORITY_STEP of a day (a business day's average). `stretch`: how much wider than these times
    alone would have it the range must be, for what they do not know: slow days, clerks who differ (scores.stretched)."""

    services: int
    lines: Mapping[LineId, Typical]
    items: Mapping[str, Typical]
    hours: Mapping[int, float] = field(default_factory=dict)
    missed_share: float = MISSED_BEFORE
    missed_minutes: float = MISSED_MINUTES
    priority: Mapping[tuple[LineId, int], float] = field(default_factory=dict)
    stretch: float = 1.0

    def typical(self, line: LineId, item: str | None) -> Typical | None:
        """None: nothing is known of the line."""
        known = self.items.get(item) if item is not None else None
        return known or self.lines.get(line)

    def minutes(self, line: LineId) -> float:
        """How long a counter is held by the average ticket of a line, those of absent holders included."""
        typical = self.lines[line]
        served = exp(typical.log_mean + typical.log_spread**2 / 2)
        return (1 - self.missed_share) * served + self.missed_share * self.missed_minutes


def learn(
    spans: Iterable[ServiceSpan], priority: Mapping[tuple[LineId, int], float] | None = None, stretch: float = 1.0
) -> ServiceTimes | None:
    """None while there are fewer than ENOUGH_SERVICES."""
    served: list[tuple[ServiceSpan, float]] = []
    missed: list[float] = []
    for span in spans:
        if not SHORTEST_MINUTES <= span.minutes <= LONGEST_MINUTES:
            continue
        if span.missed:
            missed.append(span.minutes)
        else:
            served.append((span, log(span.minutes)))
    if len(served) < ENOUGH_SERVICES:
        return None
    by_line: dict[LineId, list[float]] = defaultdict(list)
    by_item: dict[tuple[str, LineId], list[float]] = defaultdict(list)
    for span, value in served:
        by_line[span.line].append(value)
        if span.item is not None:
            by_item[span.item, span.line].append(value)
    hall = _mean([value for _, value in served])
    hall_variance = _squares([value for _, value in served], hall) / (len(served) - 1)
    lines = {line: _line(values, hall, hall_variance) for line, values in by_line.items()}
    within, between = _variances(by_item, lines, hall_variance)
    items = _items(by_item, lines, within, between)
    return ServiceTimes(
        services=len(served),
        lines=lines,
        items=items,
        hours=_hours(served, lines, items, within),
        missed_share=(len(missed) + MISSED_BEFORE * MISSED_TRUST) / (len(missed) + len(served) + MISSED_TRUST),
        missed_minutes=(sum(missed) + MISSED_MINUTES * MISSED_TRUST) / (len(missed) + MISSED_TRUST),
        priority=dict(priority or {}),
        stretch=stretch,
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _squares(values: Sequence[float], mean: float) -> float:
    return sum((value - mean) ** 2 for value in values)


def _line(values: Sequence[float], hall: float, hall_variance: float) -> Typical:
    mean = (sum(values) + LINE_TRUST * hall) / (len(values) + LINE_TRUST)
    variance = (_squares(values, mean) + LINE_TRUST * hall_variance) / (len(values) + LINE_TRUST)
    return Typical(mean, sqrt(variance))


def _variances(
    by_item: Mapping[tuple[str, LineId], Sequence[float]], lines: Mapping[LineId, Typical], hall_variance: float
) -> tuple[float, float]:
    """Of the services of one item, and of the means of items, after the method of moments."""
    count = sum(len(values) for values in by_item.values())
    free = count - len(by_item)
    if free < ENOUGH_SERVICES // 2:
        return hall_variance, 0.0
    within = sum(_squares(values, _mean(values)) for values in by_item.values()) / free
    apart = sum(len(values) * (_mean(values) - lines[line].log_mean) ** 2 for (_, line), values in by_item.items())
    degrees = len(by_item) - len({line for _, line in by_item})
    weight = count - sum(len(values) ** 2 for values in by_item.values()) / count
    return within, max(0.0, apart - degrees * within) / weight if weight > 0 else 0.0


def _items(
    by_item: Mapping[tuple[str, LineId], Sequence[float]], lines: Mapping[LineId, Typical], within: float, between: float
) -> Mapping[str, Typical]:
    """An item that comes on several lines is learnt on the one where it comes most."""
    found: dict[str, tuple[int, Typical]] = {}
    for (item, line), values in by_item.items():
        count = len(values)
        if between <= 0 or count <= found.get(item, (0,))[0]:
            continue
        trust = within / between
        mean = (sum(values) + trust * lines[line].log_mean) / (count + trust)
        variance = (_squares(values, _mean(values)) + SPREAD_TRUST * within) / (count - 1 + SPREAD_TRUST)
        found[item] = count, Typical(mean, sqrt(variance + within / (count + trust)))
    return {item: typical for item, (_, typical) in found.items()}


def _hours(
    served: Iterable[tuple[ServiceSpan, float]], lines: Mapping[LineId, Typical], items: Mapping[str, Typical], within: float
) -> Mapping[int, float]:
    left: dict[int, list[float]] = defaultdict(list)
    for span, value in served:
        typical = items.get(span.item) if span.item is not None else None
        left[span.hour].append(value - (typical or lines[span.line]).log_mean)
    trust = within / HOUR_SPREAD**2
    return {hour: sum(values) / (len(values) + trust) for hour, values in sorted(left.items())}
