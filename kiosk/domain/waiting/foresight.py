"""How long one ticket is likely to wait, from this hall's own service times.

Here: one hall at one moment (`HallScene`) and what follows for one of its tickets. Elsewhere: learning the times (service_times.py), the range of a
hall that knows none yet (first_range.py), reading the scene (the database), what was right of it (scores.py).

The rest of the morning is played RUNS times: each ticket ahead, in the order in which it is called, holds the counter that is free first for as
long as its kind of service may take; at lunch no counter begins. The runs are fixed, not drawn: every ticket goes through the same RUNS shares of
its distribution, from the shortest to the longest, in an order that its id alone decides. So the same scene gives the same answer in every
process, and one more person ahead never gives a shorter one (where all counters serve the line).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heapreplace
from math import erf, exp, inf, log, sqrt
from operator import itemgetter
from typing import TypeAlias

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass, TicketId, calling_order, turn_of_place
from kiosk.domain.waiting.service_times import PRIORITY_STEP, ServiceTimes, Typical

RUNS = 40
LOW_SHARE, HIGH_SHARE = 0.08, 0.92
ORDERS = 251
"""Different orders of the shares. Two tickets with the same one would be long together in all runs."""
LEAST_SPREAD = 0.01
FAR_OUT = 2.0
"""Standard deviations after which a service is called unusually long."""
AHEAD = 600
"""Minutes for which later priority tickets are reckoned with."""
MOST_OVERTAKING = 0.5
"""Priority tickets yet to come take at most this share of the counters from a normal one that waits."""

Breaks: TypeAlias = Sequence[tuple[float, float]]
Stops: TypeAlias = Sequence[tuple[int, int]]
"""Breaks as moments of the runs' clock."""
Group: TypeAlias = tuple[int, int, frozenset[int] | None]
"""Tickets of a row, from one place to before another, and the counters that may serve them; None: every one."""
BITS = 6
"""Of a moment that name the counter: up to 64 of them."""
_PLACE = (1 << BITS) - 1
_NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class InQueue:
    """A ticket that waits. `line`: where it waits. `place`: as in queueing.Ticket."""

    id: TicketId
    line: LineId
    item: str | None
    ticket_class: TicketClass
    place: int | None = None

    @property
    def turn(self) -> int:
        return turn_of_place(self.id, self.place)


@dataclass(frozen=True, slots=True)
class AtCounter:
    """A ticket that was called and holds its counter, `minutes` long already. `arrived`: its holder is there for sure."""

    id: TicketId
    line: LineId
    item: str | None
    minutes: float
    arrived: bool


@dataclass(frozen=True, slots=True)
class ServingCounter:
    """An open counter; `busy` with the ticket called last, or free."""

    id: CounterId
    lines: frozenset[LineId]
    busy: AtCounter | None = None


@dataclass(frozen=True, slots=True)
class HallScene:
    """The hall at a moment, `minute` of the day. `streak`: the run of priority calls that the asking ticket's line has seen. `breaks`: what is left of the times at which nobody is called, in minutes from now, ascending."""

    queue: Sequence[InQueue]
    counters: Sequence[ServingCounter]
    streak: int
    minute: int
    breaks: Breaks = ()


@dataclass(frozen=True, slots=True)
class Foresight:
    """Minutes until the call: as likely more as less than `expected`; four times in five between `low` and `high`."""

    expected: float
    low: float
    high: float


def foresee(ticket: InQueue, scene: HallScene, times: ServiceTimes) -> Foresight | None:
    """`ticket` stands in the scene's queue. None: no open counter serves its line, or nothing is known of a line ahead."""
    serving = [counter for counter in scene.counters if ticket.line in counter.lines]
    if not serving or any(times.typical(other.line, other.item) is None for other in scene.queue):
        return None
    clock = _Clock(ticket, serving, scene, times)
    waits = [clock.hall_minutes(moment) for moment in _Play(ticket, scene, times).waits(clock.breaks())]
    middle, low, high = _quantile(waits, 0.5), _quantile(waits, LOW_SHARE), _quantile(waits, HIGH_SHARE)
    return Foresight(middle, max(0.0, middle - times.stretch * (middle - low)), middle + times.stretch * (high - middle))


class _Clock:
    """The clock of the runs beside the hall's, both in minutes from now. Priority tickets that come later and go first take a share of the
    counters from a normal ticket: while they do, its clock goes slower. For a priority ticket both are one."""

    def __init__(self, ticket: InQueue, serving: Sequence[ServingCounter], scene: HallScene, times: ServiceTimes) -> None:
        self._scene = scene
        self._hall, self._runs = [0.0], [0.0]
        if ticket.ticket_class.priority:
            return
        lines = frozenset[LineId]().union(*(counter.lines for counter in serving))
        cost = [(line, times.minutes(line) / len(serving) / PRIORITY_STEP) for line in times.lines if line in lines]
        step = scene.minute // PRIORITY_STEP
        edges = {float((step + more) * PRIORITY_STEP - scene.minute) for more in range(1, AHEAD // PRIORITY_STEP)}
        for edge in sorted(edges.union(*((max(0.0, begin), end) for begin, end in scene.breaks))):
            before = self._hall[-1]
            if edge > before:
                at = (before + edge) / 2
                taken = 0.0
                if not any(begin <= at < end for begin, end in scene.breaks):
                    here = int(scene.minute + at) // PRIORITY_STEP
                    taken = min(MOST_OVERTAKING, sum(times.priority.get((line, here), 0.0) * minutes for line, minutes in cost))
                self._hall.append(edge)
                self._runs.append(self._runs[-1] + (edge - before) * (1 - taken))

    def breaks(self) -> Breaks:
        """On the runs' clock; they last as long on both."""
        return [(_on(self._hall, self._runs, max(0.0, begin)), _on(self._hall, self._runs, end)) for begin, end in self._scene.breaks]

    def hall_minutes(self, moment: float) -> float:
        return _on(self._runs, self._hall, moment)


def _on(here: Sequence[float], there: Sequence[float], moment: float) -> float:
    """A moment of one clock on another. The clocks are alike after the last of the moments that both are known for."""
    place = bisect_right(here, moment) - 1
    if place + 1 == len(here):
        return there[place] + moment - here[place]
    return there[place] + (moment - here[place]) * (there[place + 1] - there[place]) / (here[place + 1] - here[place])


class _Play:
    """The runs of one scene, on a clock of whole seconds. A moment carries its counter: `second << BITS | place of the counter`."""

    def __init__(self, ticket: InQueue, scene: HallScene, times: ServiceTimes) -> None:
        self._times = times
        self._kinds: dict[tuple[LineId, str | None], tuple[int, ...]] = {}
        self._shift = times.hours.get(scene.minute // 60, 0.0)
        lines, counters = _concerned(ticket.line, scene.counters)
        places = {line: frozenset(place for place, counter in enumerate(counters) if line in counter.lines) for line in lines}
        ahead: list[InQueue] = []
        for other in calling_order([other for other in scene.queue if other.line in lines], scene.streak):
            if other.id == ticket.id:
                break
            ahead.append(other)
        columns = [self._service(other) for other in ahead]
        self._rows = list(zip(*columns, strict=True)) if columns else [()] * RUNS
        self._begins = list(zip(*(self._rest(counter, place) for place, counter in enumerate(counters)), strict=True))
        self._own = places[ticket.line]
        self._groups = _groups([places[other.line] for other in ahead], everybody=len(counters))

    def waits(self, breaks: Breaks) -> Sequence[float]:
        """Minutes of every run, ascending."""
        stops = [(round(begin * 60) << BITS, round(end * 60) << BITS) for begin, end in breaks]
        runs = zip(self._begins, self._rows, strict=True)
        return [(moment >> BITS) / 60 for moment in sorted([_run(list(free), row, self._groups, self._own, stops) for free, row in runs])]

    def _service(self, ticket: InQueue) -> tuple[int, ...]:
        """How long it holds a counter, in each run."""
        kind = ticket.line, ticket.item
        held = self._kinds.get(kind)
        if held is None:
            typical = self._typical(*kind)
            held = self._kinds[kind] = _held(
                round(typical.log_mean + self._shift, 2),
                max(LEAST_SPREAD, round(typical.log_spread, 2)),
                round(self._times.missed_share, 2),
                round(self._times.missed_minutes, 1),
            )
        return _in_order_of(ticket.id, held)

    def _typical(self, line: LineId, item: str | None) -> Typical:
        found = self._times.typical(line, item)
        if found is None:
            raise LookupError(f"nothing is known of line {line}")
        return found

    def _rest(self, counter: ServingCounter, place: int) -> Sequence[int]:
        """When it is free, in each run: what is left of a service that has lasted so long already."""
        busy = counter.busy
        if busy is None or self._times.typical(busy.line, busy.item) is None:
            return (place,) * RUNS
        typical = self._typical(busy.line, busy.item)
        mean, spread = typical.log_mean + self._shift, max(LEAST_SPREAD, round(typical.log_spread, 2))
        lasted = 60 * busy.minutes
        deviation = (log(busy.minutes) - mean) / spread if busy.minutes > 0 else -inf
        if deviation > FAR_OUT:
            # The rest of a log-normal far out is about exponential; its mean is this.
            more = lasted * spread / deviation
            left = [round(more * share) for share in _waning()]
        else:
            missed = 0.0 if busy.arrived or busy.minutes >= 2 * self._times.missed_minutes else round(self._times.missed_share, 2)
            absent, factors = _shares(spread, missed, round(_below(deviation), 2))
            scale = 60 * exp(mean)
            left = [max(0, round(60 * self._times.missed_minutes - lasted))] * absent
            left += [max(0, round(scale * factor - lasted)) for factor in factors]
        return [second << BITS | place for second in _in_order_of(busy.id, left)]


@lru_cache(maxsize=4096)
def _held(log_mean: float, spread: float, missed_share: float, missed_minutes: float) -> tuple[int, ...]:
    """How long a ticket of a kind holds its counter, from the shortest to the longest."""
    absent, factors = _shares(spread, missed_share)
    scale = 60 * exp(log_mean)
    return (round(60 * missed_minutes) << BITS,) * absent + tuple([round(scale * factor) << BITS for factor in factors])


def _concerned(line: LineId, counters: Sequence[ServingCounter]) -> tuple[frozenset[LineId], Sequence[ServingCounter]]:
    """The counters that serve a line or share a line with those that do, and so on; and all their lines."""
    lines, before = frozenset({line}), frozenset[LineId]()
    while lines != before:
        before = lines
        lines = lines.union(*(counter.lines for counter in counters if counter.lines & lines))
    return lines, [counter for counter in counters if counter.lines & lines]


def _groups(places: Sequence[frozenset[int]], everybody: int) -> Sequence[Group]:
    """Neighbours in the order of calling who may go to every counter are one group; whoever may not is one alone."""
    groups: list[Group] = []
    for index, serving in enumerate(places):
        only = None if len(serving) == everybody else serving
        if groups and only is None and groups[-1][2] is None:
            groups[-1] = groups[-1][0], index + 1, None
        else:
            groups.append((index, index + 1, only))
    return groups


def _run(free: list[int], row: Sequence[int], groups: Sequence[Group], own: frozenset[int], stops: Stops) -> int:
    """When the ticket is called after those of the row; `own`: the counters that serve it."""
    heapify(free)
    take = heapreplace
    stop = stops[0][0] if stops else _NEVER
    for begin, end, only in groups:
        if only is None:
            for held in row[begin:end]:
                first = free[0]
                if first >= stop:
                    first = _after(first, stops)
                take(free, first + held)
        else:
            first = min([moment for moment in free if moment & _PLACE in only])
            free[free.index(first)] = _after(first, stops) + row[begin]
            heapify(free)
    return _after(min([moment for moment in free if moment & _PLACE in own]), stops)


def _after(moment: int, stops: Stops) -> int:
    """The first moment from this one on at which the counter may call."""
    for begin, end in stops:
        if begin <= moment < end:
            return end | (moment & _PLACE)
    return moment


def _quantile(ascending: Sequence[float], share: float) -> float:
    place = share * len(ascending) - 0.5
    left = max(0, min(len(ascending) - 2, int(place)))
    return ascending[left] + (place - left) * (ascending[left + 1] - ascending[left])


def _below(deviation: float) -> float:
    """The share of a normal distribution below so many standard deviations."""
    return 0.5 * (1 + erf(deviation / sqrt(2)))


@lru_cache(maxsize=1)
def _normal() -> Callable[[float], float]:
    """Standard deviations below which a share of a normal distribution lies. Loaded when first needed: never before the first frame."""
    from statistics import NormalDist

    return NormalDist().inv_cdf


@lru_cache(maxsize=4096)
def _shares(spread: float, missed: float, past: float = 0.0) -> tuple[int, tuple[float, ...]]:
    """Of RUNS equal shares of what may happen: in how many nobody comes; for the others, ascending, the service over its median.

    `past`: the share of services that are shorter than this one is known to be.
    """
    absent = round(missed * RUNS)
    served = RUNS - absent
    normal = _normal()
    return absent, tuple([exp(spread * normal(past + (1 - past) * (run + 0.5) / served)) for run in range(served)])


@lru_cache(maxsize=1)
def _waning() -> tuple[float, ...]:
    """The shares of an exponential distribution of mean 1, ascending."""
    return tuple([-log(1 - (run + 0.5) / RUNS) for run in range(RUNS)])


@lru_cache(maxsize=1)
def _orders() -> Sequence[Callable[[Sequence[int]], tuple[int, ...]]]:
    from random import Random

    drawn = Random(20261123)  # noqa: S311 - nothing secret: the same order in every process is the point
    return [itemgetter(*drawn.sample(range(RUNS), RUNS)) for _ in range(ORDERS)]


def _in_order_of(ticket: TicketId, shares: Sequence[int]) -> tuple[int, ...]:
    """What happens to a ticket in each run."""
    return _orders()[ticket % ORDERS](shares)
