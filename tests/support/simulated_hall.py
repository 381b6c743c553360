"""A hall on paper: seeded days with two peaks of arrivals, three counters with a lunch break, services whose true times are known.

Three such halls are the yardstick of the wait estimate. Service is log-normal, coefficient of variation 0.6 within an item;
the items' means are log-normal themselves, spread 0.2, 0.5 or 0.9; one holder in twenty does not come. What the estimate is told is what a
kiosk knows. The oracle knows more: every item's true mean, how the day's arrivals fall, and plays the rest of the day ORACLE_RUNS times with
services and arrivals drawn anew; its answer is the median.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import exp, inf, log, sqrt
from random import Random
from statistics import NormalDist, median

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import PRIORITY_RUN, TicketClass, TicketId
from kiosk.domain.waiting.foresight import AtCounter, HallScene, InQueue, ServingCounter
from kiosk.domain.waiting.service_times import PRIORITY_STEP, ServiceSpan

OPENS, LUNCH, REOPENS, LAST_TICKET, CLOSES = 0.0, 180.0, 240.0, 450.0, 480.0
"""Minutes since 9:00: lunch is 12 to 13, no ticket is given after 16:30, the hall closes at 17:00."""
FIRST_HOUR = 9
PEAKS = ((45.0, 30.0), (300.0, 35.0))
"""When people come: the middle and the spread of the morning's and of the afternoon's rush, in minutes; half of all come in them."""
WITHIN = 0.6
MEAN_MINUTES = 8.0
PEOPLE_A_DAY = 132
PRIORITY_SHARE = 0.1
NO_SHOWS = 0.05
COUNTERS: Sequence[tuple[int, str]] = ((1, "ABH"), (2, "AB"), (3, "AB"))
ITEMS_OF_LINES = (("A", 28), ("B", 10), ("H", 2))
ORACLE_RUNS = 100

_SPREAD = sqrt(log(1 + WITHIN**2))
_WALK_MINUTES = 0.5
"""Before that nobody knows whether the holder comes."""
_MISSED_MINUTES = (0.75, 1.5)


@dataclass(frozen=True, slots=True)
class SimulatedItem:
    code: str
    line: LineId
    mean: float
    share: float


@dataclass(slots=True)
class Person:
    """Called at `called_at`; the counter was held for `held` minutes from then on."""

    id: TicketId
    arrives: float
    item: SimulatedItem
    ticket_class: TicketClass
    absent: bool
    held: float
    called_at: float = inf
    counter: int = -1


@dataclass(frozen=True, slots=True)
class Arrival:
    """The hall as `person` finds it on taking a number: what a kiosk knows (`scene`, `ticket`) and all of it (`state`). `served_at_once`: a counter
    of the line stands idle."""

    person: Person
    scene: HallScene
    ticket: InQueue
    state: State
    served_at_once: bool


@dataclass(slots=True)
class State:
    """A hall in the middle of a day."""

    now: float
    waiting: list[Person]
    serving: dict[int, Person] = field(default_factory=dict)
    streak: int = 0


@dataclass(frozen=True, slots=True)
class SimulatedHall:
    """`spread`: standard deviation of the logarithm of the items' means."""

    spread: float
    items: Sequence[SimulatedItem]

    @classmethod
    def drawn(cls, spread: float, random: Random) -> SimulatedHall:
        """Few items are asked for often, most seldom; the average ticket takes MEAN_MINUTES."""
        names = [(f"{line}-{number:02d}", LineId(line)) for line, count in ITEMS_OF_LINES for number in range(count)]
        random.shuffle(names)
        weights = [1 / (rank + 2) for rank in range(len(names))]
        means = [random.lognormvariate(0, spread) for _ in names]
        total = sum(weights)
        average = sum(weight * mean for weight, mean in zip(weights, means, strict=True)) / total
        return cls(
            spread,
            [
                SimulatedItem(code, line, MEAN_MINUTES * mean / average, weight / total)
                for (code, line), weight, mean in zip(names, weights, means, strict=True)
            ],
        )

    def day(self, random: Random, first_id: int = 1) -> Sequence[Person]:
        """Who comes on a day, in order; nobody was called yet."""
        moments = sorted(moment for moment in (_arrival(random) for _ in range(_poisson(PEOPLE_A_DAY, random))) if moment is not None)
        return [self.person(moment, TicketId(first_id + place), random) for place, moment in enumerate(moments)]

    def person(self, moment: float, number: TicketId, random: Random) -> Person:
        item = random.choices(self.items, [each.share for each in self.items])[0]
        kind = random.choice((TicketClass.MILITARY, TicketClass.ASSISTED)) if random.random() < PRIORITY_SHARE else TicketClass.NORMAL
        absent = random.random() < NO_SHOWS
        return Person(number, moment, item, kind, absent, random.uniform(*_MISSED_MINUTES) if absent else service(item, random))


def service(item: SimulatedItem, random: Random) -> float:
    return item.mean * exp(random.gauss(0, _SPREAD) - _SPREAD**2 / 2)


def run_day(people: Sequence[Person]) -> Iterator[Arrival]:
    """Plays a day; yields the hall as each person finds it. All are called when it is over."""
    state = State(OPENS, [])
    for person in people:
        _play(state, person.arrives)
        state.now = person.arrives
        state.waiting.append(person)
        yield _seen(person, state)
        _call(state)
    _play(state, inf)


def serve_day(people: Sequence[Person]) -> None:
    """`run_day` when nobody looks."""
    state = State(OPENS, [])
    for person in people:
        _play(state, person.arrives)
        state.now = person.arrives
        state.waiting.append(person)
        _call(state)
    _play(state, inf)


def spans_of(people: Sequence[Person]) -> Sequence[ServiceSpan]:
    """What the hall's own events say of a day."""
    return [ServiceSpan(each.item.line, each.item.code, _hour(each.called_at), each.held, each.absent) for each in people]


def priority_of(days: Sequence[Sequence[Person]]) -> Mapping[tuple[LineId, int], float]:
    """Priority tickets of a day, by line and step."""
    found: dict[tuple[LineId, int], float] = {}
    for people in days:
        for each in people:
            if each.ticket_class.priority:
                key = each.item.line, int(60 * FIRST_HOUR + each.arrives) // PRIORITY_STEP
                found[key] = found.get(key, 0.0) + 1 / len(days)
    return found


def oracle(arrival: Arrival, hall: SimulatedHall, random: Random) -> float:
    """The median of the wait over ORACLE_RUNS futures of the same moment, with everything known but the future itself."""
    return median(_one_future(arrival, hall, random) for _ in range(ORACLE_RUNS))


def _one_future(arrival: Arrival, hall: SimulatedHall, random: Random) -> float:
    past = arrival.state
    me = replace(arrival.person, called_at=inf)
    waiting = [_drawn_anew(each, random) if each.id != me.id else me for each in past.waiting]
    serving = {counter: _still_held(each, past.now, random) for counter, each in past.serving.items()}
    state = State(past.now, waiting, serving, past.streak)
    _call(state)
    later = _priority_to_come(hall, past.now, me.id, random) if not me.ticket_class.priority else iter(())
    for person in later:
        if me.called_at < inf:
            break
        _play(state, person.arrives, me)
        if me.called_at < inf:
            break
        state.now = person.arrives
        state.waiting.append(person)
        _call(state)
    _play(state, inf, me)
    return me.called_at - past.now


def _drawn_anew(each: Person, random: Random) -> Person:
    absent = random.random() < NO_SHOWS
    return replace(each, called_at=inf, absent=absent, held=random.uniform(*_MISSED_MINUTES) if absent else service(each.item, random))


def _still_held(each: Person, now: float, random: Random) -> Person:
    """A service as long as it has lasted at least: the rest of its distribution."""
    lasted = now - each.called_at
    if each.absent:
        return replace(each, held=max(lasted, random.uniform(*_MISSED_MINUTES)))  # nobody has come so far: the oracle is told so
    normal = NormalDist(log(each.item.mean) - _SPREAD**2 / 2, _SPREAD)
    past = normal.cdf(log(lasted)) if lasted > 0 else 0.0
    return replace(each, held=max(lasted, exp(normal.inv_cdf(min(1 - 1e-9, max(1e-9, past + (1 - past) * random.random()))))))


def _priority_to_come(hall: SimulatedHall, now: float, last: int, random: Random) -> Iterator[Person]:
    """Only priority tickets can still come before a normal one."""
    moments = sorted(
        moment
        for moment in (_arrival(random) for _ in range(_poisson(PEOPLE_A_DAY * PRIORITY_SHARE, random)))
        if moment is not None and moment > now
    )
    for place, moment in enumerate(moments, start=1):
        yield replace(hall.person(moment, TicketId(last + place), random), ticket_class=TicketClass.ASSISTED)


def _play(state: State, until: float, watched: Person | None = None) -> None:
    """Counters finish and call until `until`, or until `watched` is called."""
    while state.serving or state.waiting:
        if watched is not None and watched.called_at < inf:
            return
        ends = [(_resumes(each.called_at + each.held), counter) for counter, each in state.serving.items()]
        idle = [number for number, _ in COUNTERS if number not in state.serving]
        if LUNCH <= state.now < REOPENS and idle:
            ends.append((REOPENS, idle[0]))
        if not ends:
            return
        moment, counter = min(ends)
        if moment > until:
            return
        state.now = max(state.now, moment)
        state.serving.pop(counter, None)
        _call(state)


def _call(state: State) -> None:
    """Every free counter calls, unless it is lunch: oldest of its lines, priority first, never three of them in a row while a normal waits."""
    if LUNCH <= state.now < REOPENS:
        return
    for counter, lines in COUNTERS:
        if counter in state.serving:
            continue
        mine = [person for person in state.waiting if person.item.line in lines]
        if not mine:
            continue
        first = [person for person in mine if person.ticket_class.priority]
        rest = [person for person in mine if not person.ticket_class.priority]
        called = first[0] if first and (not rest or state.streak < PRIORITY_RUN) else rest[0]
        state.streak = state.streak + 1 if called.ticket_class.priority else 0
        state.waiting.remove(called)
        called.called_at, called.counter = state.now, counter
        state.serving[counter] = called


def _seen(person: Person, state: State) -> Arrival:
    queue = [InQueue(each.id, each.item.line, each.item.code, each.ticket_class) for each in state.waiting]
    counters = [
        ServingCounter(CounterId(number), frozenset(LineId(line) for line in lines), _busy(state.serving.get(number), state.now))
        for number, lines in COUNTERS
    ]
    breaks = [(LUNCH - state.now, REOPENS - state.now)] if state.now < REOPENS else []
    idle = any(number not in state.serving and person.item.line in lines for number, lines in COUNTERS)
    frozen = State(state.now, list(state.waiting), dict(state.serving), state.streak)
    return Arrival(person, HallScene(queue, counters, state.streak, round(60 * FIRST_HOUR + state.now), breaks), queue[-1], frozen, idle)


def _busy(each: Person | None, now: float) -> AtCounter | None:
    if each is None:
        return None
    minutes = now - each.called_at
    return AtCounter(each.id, each.item.line, each.item.code, minutes, arrived=not each.absent and minutes > _WALK_MINUTES)


def _resumes(moment: float) -> float:
    return REOPENS if LUNCH <= moment < REOPENS else moment


def _hour(moment: float) -> int:
    return FIRST_HOUR + int(moment // 60)


def _arrival(random: Random) -> float | None:
    """A moment of the day; None: the hall gives no numbers then."""
    if random.random() < 0.5:
        middle, spread = PEAKS[random.random() < 0.45]
        moment = random.gauss(middle, spread)
    else:
        moment = random.uniform(OPENS, LAST_TICKET)
    return None if moment < OPENS or LUNCH <= moment < REOPENS or moment > LAST_TICKET else moment


def _poisson(mean: float, random: Random) -> int:
    return max(0, round(random.gauss(mean, sqrt(mean))))
