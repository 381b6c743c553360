"""Nobody waits for ever: the bound on priority calls, on any sequence of deeds that hypothesis finds and on thousands of simulated days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import (
    PRIORITY_RUN,
    TicketClass,
    TicketId,
    TicketState,
    by_turn,
    may_be_called_at,
    order_at,
    runs_after,
    slot_behind,
    turn_of_place,
)
from kiosk.domain.queueing.deeds import Deed, called, finished, missed, started, transferred
from tests.support.halls import MONDAY_TEN
from tests.support.queue_model import Counters, QueueModel, Suffered

LAYOUTS: list[Counters] = [
    {CounterId(number): tuple(LineId(line) for line in lines) for number, lines in enumerate(layout, 1)}
    for layout in (("ABH",), ("ABH", "AB", "AB"), ("A", "B"), ("AB", "A", "B"), ("AB", "BH", "A"), ("A", "A", "AB", "BH"))
]
KINDS = st.sampled_from([TicketClass.NORMAL, TicketClass.MILITARY, TicketClass.ASSISTED])


class FairHall(RuleBasedStateMachine):
    """Every deed that moves somebody in a queue, in any order. Whatever comes, no normal ticket sees more priority calls than the bound says."""

    numbers = Bundle("numbers")

    @initialize(layout=st.sampled_from(LAYOUTS))
    def open(self, layout: Counters) -> None:
        self.hall = QueueModel(layout)
        self.now = MONDAY_TEN
        self.pure = True
        """Nobody has come back or been sent on: the promise made at issue must hold."""

    @rule(target=numbers, line=st.sampled_from("AB"), kind=KINDS)
    def take(self, line: str, kind: TicketClass) -> TicketId:
        return self.hall.take(LineId(line), kind, self.now).id

    @rule(at=st.integers(0, 3))
    def call_next(self, at: int) -> None:
        counter = self._counter(at)
        if self.hall.at(counter) is None:
            self.hall.next(counter, self.now)

    @rule(at=st.integers(0, 3))
    def serve(self, at: int) -> None:
        counter = self._counter(at)
        there = self.hall.at(counter)
        if there is not None and there.state is TicketState.CALLED:
            self.hall.put(finished(started(there, counter=counter, at=self.now, clerk=None), counter=counter, at=self.now))

    @rule(at=st.integers(0, 3))
    def miss(self, at: int) -> None:
        counter = self._counter(at)
        there = self.hall.at(counter)
        if there is not None and there.state is TicketState.CALLED:
            self.hall.put(missed(there, counter=counter, at=self.now))

    @rule(number=numbers)
    def rejoin(self, number: TicketId) -> None:
        ticket = self.hall.tickets[number]
        if ticket.state is TicketState.MISSED:
            self.pure = False
            self.hall.rejoin(ticket, self.now)

    @rule(number=numbers, at=st.integers(0, 3))
    def call_this(self, number: TicketId, at: int) -> None:
        counter, ticket = self._counter(at), self.hall.tickets[number]
        free = self.hall.at(counter) is None
        if free and ticket.state is TicketState.WAITING and may_be_called_at(ticket, counter, self.hall.counters[counter]):
            self.hall.put(called(ticket, Deed.CALL_THIS, counter=counter, at=self.now))

    @rule(at=st.integers(0, 3), line=st.sampled_from("AB"), kept=st.booleans())
    def transfer(self, at: int, line: str, kept: bool) -> None:
        counter = self._counter(at)
        there = self.hall.at(counter)
        if there is not None:
            self.pure = False
            to = self._counter(at + 1) if kept else None
            self.hall.put(transferred(there, counter=counter, at=self.now, to_line=LineId(line), to_counter=to))

    @precondition(lambda self: hasattr(self, "hall"))
    @invariant()
    def nobody_is_overtaken_beyond_the_bound(self) -> None:
        for suffered in self.hall.suffered.values():
            assert suffered.within_bound
            assert suffered.within_promise or not self.pure

    def _counter(self, at: int) -> CounterId:
        return list(self.hall.counters)[at % len(self.hall.counters)]


TestFairHall = FairHall.TestCase
TestFairHall.settings = settings(max_examples=60, stateful_step_count=60, deadline=None, suppress_health_check=list(HealthCheck))


@dataclass(slots=True, eq=False)
class Person:
    """A ticket as far as the calling order looks at it: thousands of days are played with these."""

    id: TicketId
    turn: int
    ticket_class: TicketClass
    waits_on: LineId
    issued: int
    for_counter: CounterId | None = None
    missed_at: int | None = None
    suffered: Suffered | None = None
    """Of a normal ticket that waits."""


@dataclass
class Day:
    """One simulated day, minute by minute. `pure`: numbers are only taken and called."""

    layout: Counters
    priority_share: float
    pure: bool
    draw: Random
    waiting: list[Person] = field(default_factory=list)
    missed: list[Person] = field(default_factory=list)
    at: dict[CounterId, tuple[Person, int]] = field(default_factory=dict)
    """Who is at each counter, and until when."""
    runs: Mapping[LineId, int] = field(default_factory=dict)
    taken: int = 0
    longest: dict[bool, int] = field(default_factory=lambda: {False: 0, True: 0})
    """Minutes from issue to the first call, by priority."""
    tightest: float = 0.0
    """The largest share of the bound that somebody suffered."""

    def play(self) -> None:
        lines = sorted({line for lines in self.layout.values() for line in lines})
        for minute in range(480):
            busy = 0.8 if 30 <= minute < 120 or 240 <= minute < 330 else 0.15
            if minute < 420 and self.draw.random() < busy * len(self.layout) / 4:
                self.taken += 1
                number = TicketId(self.taken)
                kind = TicketClass.ASSISTED if self.draw.random() < self.priority_share else TicketClass.NORMAL
                self._wait(Person(number, turn_of_place(number, None), kind, self.draw.choice(lines), minute))
            for counter in self.layout:
                there = self.at.get(counter)
                if there is None or there[1] <= minute:
                    self._work(counter, minute, lines)

    def _wait(self, person: Person) -> None:
        if not person.ticket_class.priority:
            serving = [(counter, lines) for counter, lines in self.layout.items() if may_be_called_at(person, counter, lines)]
            ahead = sum(other.suffered is not None and any(may_be_called_at(other, *each) for each in serving) for other in self.waiting)
            person.suffered = Suffered(ahead)
        self.waiting.append(person)

    def _work(self, counter: CounterId, minute: int, lines: list[LineId]) -> None:
        there = self.at.pop(counter, None)
        if there is not None and not self.pure:
            self._end(there[0], minute, lines)
        order = order_at(self.waiting, counter, self.layout[counter], self.runs) if self.waiting else ()
        if not order:
            return
        person = order[0]
        priority = person.ticket_class.priority
        self.waiting.remove(person)
        for other in order[1:]:
            if other.suffered is not None:
                self._overtaken(other.suffered, priority=priority)
        self.runs = runs_after(self.runs, self.layout[counter], priority=priority)
        if person.missed_at is None:
            self.longest[priority] = max(self.longest[priority], minute - person.issued)
        self.at[counter] = person, minute + max(1, round(self.draw.lognormvariate(1.6, 0.6)))

    def _overtaken(self, suffered: Suffered, *, priority: bool) -> None:
        suffered.see(priority=priority)
        assert suffered.within_bound
        assert suffered.within_promise or not self.pure
        self.tightest = max(self.tightest, suffered.priority / (PRIORITY_RUN * (suffered.normal + 1)))

    def _end(self, person: Person, minute: int, lines: list[LineId]) -> None:
        fate = self.draw.random()
        person.suffered = None
        if fate < 0.08:
            person.missed_at = minute
            self.missed.append(person)
        elif fate < 0.15:
            person.waits_on = self.draw.choice(lines)
            self._wait(person)
        if self.missed and self.draw.random() < 0.1:
            back = self.missed.pop(self.draw.randrange(len(self.missed)))
            row = by_turn(
                other
                for other in self.waiting
                if other.waits_on == back.waits_on and other.ticket_class.priority is back.ticket_class.priority
            )
            slot = slot_behind(row)
            if slot is not None:
                back.turn = max([slot[0], *(other.turn for other in row if slot[0] <= other.turn < slot[1])]) + 1
            self._wait(back)


def play(days: range) -> list[Day]:
    played = []
    for number in days:
        draw = Random(number)
        day = Day(draw.choice(LAYOUTS), draw.choice([0.05, 0.2, 0.5, 0.9]), number % 2 == 0, draw)
        day.play()
        played.append(day)
    return played


def told(days: list[Day]) -> str:
    waits = {name: max(day.longest[priority] for day in days) for name, priority in (("normal", False), ("priority", True))}
    taken = sum(day.taken for day in days)
    tightest = max(day.tightest for day in days)
    return (
        f"{len(days)} days, {taken} tickets: longest wait normal {waits['normal']} min, priority {waits['priority']} min;"
        f" nearest to the bound {tightest:.0%}"
    )


def test_some_simulated_days() -> None:
    days = play(range(12))
    assert max(day.tightest for day in days) == 1, "the bound is never reached: nothing was tested"


@pytest.mark.slow
@pytest.mark.parametrize("thousand", range(10))
def test_ten_thousand_simulated_days(thousand: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The longest waits of both classes are printed."""
    days = play(range(1000 * thousand, 1000 * (thousand + 1)))
    with capsys.disabled():
        print(f"\n{told(days)}")
    assert max(day.tightest for day in days) == 1
