"""How far the wait estimate is off in three simulated halls, beside an oracle and beside the plain average; and how long it takes, alone and in a ticket.

The halls stand in tests/support/simulated_hall.py. Each estimate is made from what a kiosk knows: the hall's own days before, learnt each night anew,
and the hall at the moment. Scored are the tickets for which there is something to estimate: a counter that stands idle calls at once. The oracle
is asked for every so manieth of them; its ratio is taken over those. The seeds are not those on which the estimate was tuned.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from kiosk.application.commands.calling import rehearse_call
from kiosk.domain.hall import CounterId, Hall
from kiosk.domain.numbering import BusinessDay, LineId
from kiosk.domain.queueing import TicketClass, TicketId, calling_order
from kiosk.domain.waiting.estimate import own_estimate
from kiosk.domain.waiting.foresight import AtCounter, HallScene, InQueue, ServingCounter, foresee
from kiosk.domain.waiting.scores import ToldWait, scores_of, stretched
from kiosk.domain.waiting.service_times import LEARNING_DAYS, ServiceSpan, ServiceTimes, learn
from kiosk.roles.parts import Parts
from tests.benchmarks.bare_tickets import BareTickets
from tests.benchmarks.figure import Figure, at_least, at_most, median, percentile, ratio_at_most, told
from tests.benchmarks.halls import fresh_hall
from tests.benchmarks.tickets import MONDAY_MORNING, MorningClock, Taking, alternate, quick_hall
from tests.support.simulated_hall import Arrival, Person, SimulatedHall, oracle, priority_of, run_day, serve_day, spans_of

LONG = 40
SPREADS = (0.2, 0.5, 0.9)
SEEDS = (20261, 20262, 20263, 20264)


@dataclass(frozen=True, slots=True)
class Guess:
    """One ticket, minutes: what it waited, what was expected by us, by the peer and (where it was asked) by the oracle."""

    waited: float
    expected: float
    low: int
    high: int
    naive: float
    oracle: float | None

    @property
    def told(self) -> ToldWait:
        return ToldWait(LineId("A"), self.low, self.high, self.expected, own=True, waited=self.waited)


def guesses(spread: float, seed: int, *, days: int, past: int = LEARNING_DAYS, oracle_every: int = 0) -> list[Guess]:
    """`days` of one hall after `past` others that it has learnt from; the learning goes on each night. `oracle_every` 0: it is never asked."""
    random, wise = Random(seed), Random(-seed)
    hall = SimulatedHall.drawn(spread, random)
    history: list[Sequence[Person]] = []
    found: list[Guess] = []
    stretch = 1.0
    for day in range(past + days):
        people = hall.day(random)
        if day < past:
            serve_day(people)
        else:
            today = _one_day(people, history[-LEARNING_DAYS:], stretch, hall, wise, oracle_every)
            stretch = stretched(stretch, scores_of(BusinessDay(date(2026, 11, 23)), [guess.told for guess in today]))
            found += today
        history.append(people)
    return found


def _one_day(
    people: Sequence[Person], history: Sequence[Sequence[Person]], stretch: float, hall: SimulatedHall, wise: Random, every: int
) -> list[Guess]:
    times = learn([span for day in history for span in spans_of(day)], priority_of(history), stretch)
    if times is None:
        raise ValueError("a hall that has learnt nothing is not measured here")
    average = sum(person.held for day in history for person in day) / sum(len(day) for day in history)
    arrivals = [arrival for arrival in run_day(people) if not arrival.served_at_once]
    # Asked when the day is over: an answer must not depend on what happened after it, and cannot, for an arrival is a value.
    return [
        _guess(arrival, times, average, oracle(arrival, hall, wise) if every and place % every == 0 else None)
        for place, arrival in enumerate(arrivals)
    ]


def _guess(arrival: Arrival, times: ServiceTimes, average: float, known: float | None) -> Guess:
    foresight = foresee(arrival.ticket, arrival.scene, times)
    if foresight is None:
        raise ValueError("every line of the simulated hall has a counter")
    estimate = own_estimate(foresight)
    waited = arrival.person.called_at - arrival.person.arrives
    low, high = estimate.range.low or 0, estimate.range.high or 0
    return Guess(waited, foresight.expected, low, high, _naive(arrival, average), known)


def _naive(arrival: Arrival, average: float) -> float:
    """Ahead × average / counters."""
    order = [ticket.id for ticket in calling_order(arrival.scene.queue, arrival.scene.streak)]
    counters = sum(arrival.ticket.line in counter.lines for counter in arrival.scene.counters)
    return order.index(arrival.ticket.id) * average / counters


def off(found: Sequence[Guess]) -> float:
    """Mean absolute error of ours."""
    return sum(abs(guess.waited - guess.expected) for guess in found) / len(found)


def naive_off(found: Sequence[Guess]) -> float:
    return sum(abs(guess.waited - guess.naive) for guess in found) / len(found)


def ratio_to_oracle(found: Sequence[Guess]) -> float:
    """Over the tickets for which the oracle was asked."""
    both = [guess for guess in found if guess.oracle is not None]
    return off(both) / (sum(abs(guess.waited - (guess.oracle or 0.0)) for guess in both) / len(both))


def held(found: Sequence[Guess]) -> float:
    """The share of waits within the told range."""
    return sum(guess.low <= guess.waited <= guess.high for guess in found) / len(found)


def figures(*, quick: bool) -> Sequence[Figure]:
    seeds, past, days, every = (SEEDS[:1], 30, 4, 16) if quick else (SEEDS, LEARNING_DAYS, 12, 8)
    answer: list[Figure] = []
    for spread in SPREADS:
        found = [guess for seed in seeds for guess in guesses(spread, seed, days=days, past=past, oracle_every=every)]
        asked = sum(guess.oracle is not None for guess in found)
        answer += [
            at_most(f"wait error over oracle's, spread {spread}", ratio_to_oracle(found), "×", 1.15),
            ratio_at_most(f"wait error, spread {spread}", off(found), "min", naive_off(found), 1.0),
            at_least(f"waits in the range, spread {spread}, least", held(found), "", 0.75),
            at_most(f"waits in the range, spread {spread}, most", held(found), "", 0.85),
            told(f"waits scored, spread {spread}", len(found), "tickets", floor=asked),
        ]
    times = milliseconds(40, turns=60)
    return [
        *answer,
        at_most("wait estimate, 40 waiting, median", median(times), "ms", 1),
        told("wait estimate, 40 waiting, p95", percentile(times, 95), "ms"),
        *ticket_overhead(1 if quick else 5),
    ]


def ticket_overhead(halls: int) -> Sequence[Figure]:
    """What `take_ticket` costs over the bare commit where the hall knows its times, the queue growing from 1 to LONG at three busy counters."""
    differences: list[float] = []
    for _ in range(halls):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            parts = Parts(data=fresh_hall(Path(folder) / "kiosk"), environment={})
            beside = Path(folder) / "bare.sqlite3"
            shutil.copyfile(parts.data.database, beside)
            with closing(parts), closing(BareTickets(beside)) as bare:
                taking = Taking(parts, _knowing_hall(parts))
                tickets, commits = alternate(taking, bare, LONG)
        differences += [ticket - commit for ticket, commit in zip(tickets, commits, strict=True)]
    return [
        at_most("ticket_overhead_own_times_median", median(differences), "ms", 3),
        at_most("ticket_overhead_own_times_p95", percentile(differences, 95), "ms", 6),
    ]


def _knowing_hall(parts: Parts) -> Hall:
    """Three counters, each with somebody, and times learnt of every item."""
    hall = quick_hall()
    hall = replace(hall, counters=hall.counters[:3])
    random = Random(11)
    items = [str(code) for code in parts.edition().rows]
    line = LineId("A")
    spans = [ServiceSpan(line, random.choice(items), 9, random.lognormvariate(0, 0.5)) for _ in range(5000)]
    with parts.unit_of_work() as uow:
        uow.waits.keep_learnt(learn(spans, {(line, step): 1.0 for step in range(18, 34)}), BusinessDay(MONDAY_MORNING.date()))
        uow.commit()
    taking = Taking(parts, hall)
    for counter in hall.counters:
        taking.take()
        rehearse_call(counter=counter.id, actor="os:bench", uow=parts.unit_of_work(), clock=MorningClock(), hall=hall)
    return hall


def milliseconds(waiting: int, *, turns: int) -> list[float]:
    """One estimate each, of `turns` different queues at three counters, lunch two hours away; the quickest of three."""
    random = Random(7)
    hall = SimulatedHall.drawn(0.5, random)
    days = [hall.day(random) for _ in range(20)]
    for people in days:
        serve_day(people)
    times = learn([span for people in days for span in spans_of(people)], priority_of(days))
    if times is None:
        raise ValueError("twenty days are enough to learn from")
    found = []
    for _ in range(turns):
        scene = _crowded(hall, waiting, random)
        quickest = 1e9
        for _ in range(3):
            begun = time.perf_counter_ns()
            foresee(scene.queue[-1], scene, times)
            quickest = min(quickest, (time.perf_counter_ns() - begun) / 1e6)
        found.append(quickest)
    return found


def _crowded(hall: SimulatedHall, waiting: int, random: Random) -> HallScene:
    people = [hall.person(0.0, TicketId(100 + place), random) for place in range(waiting)]
    queue = [InQueue(person.id, person.item.line, person.item.code, person.ticket_class) for person in people]
    counters = [
        ServingCounter(
            CounterId(place + 1),
            frozenset(map(LineId, lines)),
            AtCounter(TicketId(90 + place), LineId("A"), None, 3.0 + place, arrived=True),
        )
        for place, lines in enumerate(("ABH", "AB", "AB"))
    ]
    return HallScene((*queue, InQueue(TicketId(200), LineId("A"), None, TicketClass.NORMAL)), counters, 0, 600, ((120.0, 180.0),))
