"""Any sequence of deeds, on a real database beside the hall in memory: the same is refused, the same comes of it, and the log tells the same story."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId, business_day
from kiosk.domain.queueing import AT_A_COUNTER, PRIORITY_RUN, ParkReason, Ticket, TicketEventKind, TicketId, TicketState, may_be_called_at
from kiosk.domain.queueing.deeds import (
    MAX_RECALLS,
    REJOIN_WITHIN,
    RULES,
    UNDO_SECONDS,
    Deed,
    called,
    cancelled,
    finished,
    missed,
    parked,
    recalled,
    started,
    taken_back,
    transferred,
)
from kiosk.domain.refusals import Refused
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.counter_hall import CLASSES, CounterHall
from tests.support.queue_model import QueueModel

COUNTERS = st.integers(1, 3)
FOLDERS = count()
STATE_AFTER = {
    TicketEventKind.ISSUED: TicketState.WAITING,
    TicketEventKind.CALLED: TicketState.CALLED,
    TicketEventKind.STARTED: TicketState.SERVING,
    TicketEventKind.FINISHED: TicketState.FINISHED,
    TicketEventKind.MISSED: TicketState.MISSED,
    TicketEventKind.REJOINED: TicketState.WAITING,
    TicketEventKind.PARKED: TicketState.PARKED,
    TicketEventKind.TAKEN_BACK: TicketState.SERVING,
    TicketEventKind.TRANSFERRED: TicketState.WAITING,
    TicketEventKind.CANCELLED: TicketState.CANCELLED,
}


class AnySequence(RuleBasedStateMachine):
    """`real` and `model` do the same. A deed that the model would refuse must be refused, and only then."""

    def __init__(self, first_use: Path, folder: Path) -> None:
        super().__init__()
        shutil.copytree(first_use, data := folder / str(next(FOLDERS)))
        self.parts = Parts(data=DataDirectory(data), environment={})
        self.real = CounterHall(self.parts)
        self.model = QueueModel({each.id: each.lines for each in self.real.hall.counters})
        self.done: dict[CounterId, list[tuple[Deed, Ticket]]] = {each: [] for each in self.model.counters}
        """Deeds at each counter that stand, with the ticket as it was before; None of a counter's earlier days."""
        self.at: dict[TicketId, Any] = {}
        self.when: dict[tuple[CounterId, int], Any] = {}

    def teardown(self) -> None:
        self.parts.close()

    @rule(line=st.sampled_from("ABH"), kind=st.sampled_from("nma"))
    def take(self, line: str, kind: str) -> None:
        number = self.real.take(line, kind)
        assert str(self.model.take(LineId(line), CLASSES[kind], self.real.clock.now()).number) == number

    @rule(counter=COUNTERS)
    def call_next(self, counter: int) -> None:
        here = CounterId(counter)
        may = self.model.at(here) is None and bool(self.model.order(here))
        first = self.model.order(here)[0] if may else None
        self._both(
            Deed.CALL_NEXT, here, first, may, lambda: self.real.next(counter), lambda _: self.model.next(here, self.real.clock.now())
        )

    @rule(counter=COUNTERS, data=st.data())
    def call_this(self, counter: int, data: st.DataObject) -> None:
        here, ticket = CounterId(counter), self._some(data)
        if ticket is not None:
            may = self.model.at(here) is None and ticket.state is TicketState.WAITING
            may = may and may_be_called_at(ticket, here, self.model.counters[here])
            self._both(
                Deed.CALL_THIS, here, ticket, may, lambda: self.real.call(counter, str(ticket.number)),
                lambda t: self.model.put(called(t, Deed.CALL_THIS, counter=here, at=self.real.clock.now())),
            )  # fmt: skip

    @rule(counter=COUNTERS, deed=st.sampled_from([Deed.RECALL, Deed.START, Deed.FINISH, Deed.MISS, Deed.PARK]))
    def at_the_counter(self, counter: int, deed: Deed) -> None:
        here = CounterId(counter)
        now = self.real.clock.now()
        there = self.model.at(here)
        may = there is not None and there.state in RULES[deed].takes and not (deed is Deed.RECALL and there.recalls == MAX_RECALLS)
        acts: Mapping[Deed, tuple[Callable[[int], object], Callable[[Ticket], Ticket]]] = {
            Deed.RECALL: (self.real.recall, lambda t: recalled(t, counter=here, at=now)),
            Deed.START: (self.real.start, lambda t: started(t, counter=here, at=now, clerk=None)),
            Deed.FINISH: (self.real.finish, lambda t: finished(t, counter=here, at=now)),
            Deed.MISS: (self.real.miss, lambda t: missed(t, counter=here, at=now)),
            Deed.PARK: (self.real.park, lambda t: parked(t, counter=here, at=now, reason=ParkReason.PAPERS)),
        }
        act, expected = acts[deed]
        self._both(deed, here, there, may, lambda: act(counter), lambda t: self.model.put(expected(t)))

    @rule(counter=COUNTERS, line=st.sampled_from([None, "A", "B", "H"]), to=st.sampled_from([None, 1, 2, 3]))
    def transfer(self, counter: int, line: str | None, to: int | None) -> None:
        here, there = CounterId(counter), self.model.at(CounterId(counter))
        if line is None and to is None:
            return
        after = {"to_line": LineId(line) if line is not None else None, "to_counter": CounterId(to) if to is not None else None}
        self._both(
            Deed.TRANSFER, here, there, there is not None, lambda: self.real.transfer(counter, line, to),
            lambda t: self.model.put(transferred(t, counter=here, at=self.real.clock.now(), **after)),  # type: ignore[arg-type]
        )  # fmt: skip

    @rule(counter=COUNTERS, data=st.data())
    def rejoin(self, counter: int, data: st.DataObject) -> None:
        here, ticket = CounterId(counter), self._some(data)
        if ticket is not None:
            now = self.real.clock.now()
            may = ticket.state is TicketState.MISSED and ticket.since is not None and now - ticket.since <= REJOIN_WITHIN
            self._both(
                Deed.REJOIN, here, ticket, may, lambda: self.real.rejoin(counter, str(ticket.number)), lambda t: self.model.rejoin(t, now)
            )

    @rule(counter=COUNTERS, data=st.data())
    def take_back(self, counter: int, data: st.DataObject) -> None:
        here, ticket = CounterId(counter), self._some(data)
        if ticket is not None:
            may = ticket.state is TicketState.PARKED and self.model.at(here) is None
            self._both(
                Deed.TAKE_BACK, here, ticket, may, lambda: self.real.take_back(counter, str(ticket.number)),
                lambda t: self.model.put(taken_back(t, counter=here, at=self.real.clock.now())),
            )  # fmt: skip

    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        ticket = self._some(data)
        if ticket is not None:
            self._both(
                Deed.CANCEL, None, ticket, ticket.state is TicketState.WAITING, lambda: self.real.cancel(str(ticket.number)),
                lambda t: self.model.put(cancelled(t, at=self.real.clock.now())),
            )  # fmt: skip

    @rule(counter=COUNTERS)
    def undo(self, counter: int) -> None:
        here = CounterId(counter)
        deed, before = self.done[here][-1] if self.done[here] else (None, None)
        may = deed is not None and before is not None and RULES[deed].undoable
        if may and deed is not None and before is not None:
            now = self.model.tickets[before.id]
            at = self.when[here, len(self.done[here])]
            filled = before.state in AT_A_COUNTER and before.counter is not None and self.model.at(before.counter) not in {None, now}
            may = now.version == before.version + 1 and self.real.clock.now() <= at + timedelta(seconds=UNDO_SECONDS) and not filled
        if not may:
            assert self.real.refused(lambda: self.real.undo(counter))[0] == "NothingToUndo"
            return
        assert deed is not None
        assert before is not None
        self.real.undo(counter)
        self.done[here].pop()
        if deed is Deed.CALL_NEXT:
            self.model.forget_call(here, before.id)
        self.model.put(replace(before, version=before.version + 2))

    @rule(seconds=st.sampled_from([3, 8, 60, 1900]))
    def later(self, seconds: int) -> None:
        if self.real.clock.now().hour < 11:
            self.real.later(seconds=seconds)

    @invariant()
    def both_are_the_same(self) -> None:
        day = business_day(self.real.clock.now())
        with self.parts.snapshot() as snapshot:
            kept = snapshot.tickets.on_day(day)
            runs = snapshot.tickets.runs(day)
            histories = {ticket.id: snapshot.ticket_history.of(ticket.id) for ticket in kept}
        expected = list(self.model.tickets.values())
        # What was told at issue is no matter of the model.
        assert [replace(ticket, ahead=0, wait_low=None, wait_high=None) for ticket in kept] == expected
        lines = [line.id for line in self.real.hall.lines]
        assert [min(PRIORITY_RUN, runs.get(line, 0)) for line in lines] == [
            min(PRIORITY_RUN, self.model.runs.get(line, 0)) for line in lines
        ]
        for counter in self.model.counters:
            assert self.real.waiting(counter) == [str(ticket.number) for ticket in self.model.order(counter)]
        for ticket in kept:
            told = [moment.kind for moment in histories[ticket.id] if not moment.undone and moment.kind in STATE_AFTER]
            assert STATE_AFTER[told[-1]] is ticket.state

    def _some(self, data: st.DataObject) -> Ticket | None:
        """Any ticket, those that wait somewhere more often than those that are over."""
        tickets = list(self.model.tickets.values())
        return data.draw(st.sampled_from(tickets)) if tickets else None

    def _both(
        self,
        deed: Deed,
        counter: CounterId | None,
        ticket: Ticket | None,
        may: bool,
        act: Callable[[], object],
        expected: Callable[[Ticket], object],
    ) -> None:
        if not may or ticket is None:
            self.real.refused(act)
            return
        try:
            act()
        except Refused as refused:
            raise AssertionError(f"refused: {refused}") from refused
        expected(ticket)
        if counter is not None:
            self.done[counter].append((deed, ticket))
            self.when[counter, len(self.done[counter])] = self.real.clock.now()


def run(first_use: Path, folder: Path, examples: int, steps: int) -> None:
    class Here(AnySequence):
        def __init__(self) -> None:
            super().__init__(first_use, folder)

    often = settings(max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Here, settings=often)


def test_any_sequence_of_deeds(first_use: Path, tmp_path: Path) -> None:
    run(first_use, tmp_path, examples=4, steps=25)


@pytest.mark.slow
def test_many_sequences_of_deeds(first_use: Path, tmp_path: Path) -> None:
    run(first_use, tmp_path, examples=40, steps=50)
