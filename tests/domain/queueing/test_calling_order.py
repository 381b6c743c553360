"""The calling order: fairness as properties, and the count of people ahead against the order itself."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import (
    PRIORITY_RUN,
    SLOT,
    TicketClass,
    TicketId,
    ahead_of,
    by_turn,
    calling_order,
    longest_run,
    priority_is_next,
    runs_after,
    runs_by_calls,
    slot_behind,
    turn_of_place,
)


@dataclass(frozen=True)
class Person:
    id: TicketId
    ticket_class: TicketClass
    place: int | None = None

    @property
    def turn(self) -> int:
        return turn_of_place(self.id, self.place)


def queue(words: str) -> list[Person]:
    """`n m a`: normal, military, assisted, in the order of issue."""
    kinds = {kind.value[0]: kind for kind in TicketClass}
    return [Person(TicketId(number), kinds[letter]) for number, letter in enumerate(words, 1)]


queues = st.text("nma", max_size=40).map(queue)
streaks = st.integers(0, 5)


@pytest.mark.parametrize(
    ("waiting", "streak", "order"),
    [
        ("", 0, []),
        ("nnn", 0, [1, 2, 3]),
        ("nm", 0, [2, 1]),
        ("nmam", 0, [2, 3, 1, 4]),
        ("nmmmmnn", 0, [2, 3, 1, 4, 5, 6, 7]),
        ("nm", 1, [2, 1]),
        ("nm", 2, [1, 2]),
        ("mmmm", 2, [1, 2, 3, 4]),
        ("nm", 5, [1, 2]),
    ],
)
def test_who_is_called_when(waiting: str, streak: int, order: list[int]) -> None:
    assert [person.id for person in calling_order(queue(waiting), streak)] == order


@given(queues, streaks)
def test_everybody_is_called_once(waiting: list[Person], streak: int) -> None:
    assert sorted(person.id for person in calling_order(waiting, streak)) == [person.id for person in waiting]


@given(queues, streaks)
def test_never_three_priority_calls_in_a_row_while_a_normal_ticket_waits(waiting: list[Person], streak: int) -> None:
    order = calling_order(waiting, streak)
    run = streak
    for position, person in enumerate(order):
        run = run + 1 if person.ticket_class.priority else 0
        normal_waits = any(not later.ticket_class.priority for later in order[position:])
        assert run <= PRIORITY_RUN or not normal_waits


@given(queues, streaks)
def test_within_a_rank_the_oldest_is_first(waiting: list[Person], streak: int) -> None:
    order = calling_order(waiting, streak)
    for priority in (True, False):
        same = [person.id for person in order if person.ticket_class.priority is priority]
        assert same == sorted(same)


@given(queues, streaks)
def test_the_count_of_people_ahead_is_the_place_in_the_order(waiting: list[Person], streak: int) -> None:
    for ahead, person in enumerate(calling_order(waiting, streak)):
        rank = person.ticket_class.priority
        assert ahead == ahead_of(
            person.ticket_class,
            same_before=sum(1 for other in waiting if other.id < person.id and other.ticket_class.priority is rank),
            others=sum(1 for other in waiting if other.ticket_class.priority is not rank),
            streak=streak,
        )


@given(queues, streaks)
def test_the_next_call_is_the_first_of_the_order(waiting: list[Person], streak: int) -> None:
    if waiting:
        ranks = {person.ticket_class.priority for person in waiting}
        first = priority_is_next(priority_waits=True in ranks, normal_waits=False in ranks, streak=streak)
        assert calling_order(waiting, streak)[0].ticket_class.priority is first


def back(number: int, row: list[Person]) -> list[Person]:
    """The row once somebody who was missed has come back to it."""
    slot = slot_behind(by_turn(row))
    if slot is None:
        return [*row, Person(TicketId(number), TicketClass.NORMAL)]
    taken = [person.turn for person in row if slot[0] <= person.turn < slot[1]]
    return [*row, Person(TicketId(number), TicketClass.NORMAL, max([slot[0], *taken]) + 1)]


@pytest.mark.parametrize(
    ("waiting", "returning", "order"),
    [
        ([], [1], [1]),
        ([5], [1], [5, 1]),
        ([5, 6], [1], [5, 6, 1]),
        ([5, 6, 7], [1], [5, 6, 1, 7]),
        ([5, 6, 7], [1, 2, 3], [5, 6, 1, 2, 3, 7]),
        ([5, 6, 7], [2, 1], [5, 6, 2, 1, 7]),
    ],
)
def test_who_was_missed_comes_back_two_places_later(waiting: list[int], returning: list[int], order: list[int]) -> None:
    row = [Person(TicketId(number), TicketClass.NORMAL) for number in waiting]
    for number in returning:
        row = back(number, row)
    assert [person.id for person in calling_order(row, 0)] == order


@given(st.lists(st.integers(10, 60), unique=True, max_size=12), st.lists(st.integers(1, 9), unique=True, max_size=9))
def test_who_comes_back_disturbs_nobodys_order(waiting: list[int], returning: list[int]) -> None:
    row = [Person(TicketId(number), TicketClass.NORMAL) for number in sorted(waiting)]
    before = [person.id for person in row]
    for number in returning:
        row = back(number, row)
    order = [person.id for person in calling_order(row, 0)]
    assert [number for number in order if number in before] == before
    if len(before) > 1:
        assert order[:2] == before[:2]


@given(st.integers(0, 9), st.integers(0, 9), st.integers(1, 40))
def test_a_weight_is_a_head_start_of_so_many_numbers(weight: int, other: int, issued: int) -> None:
    """Two lines in turn at one counter: nobody is overtaken by more than the difference who came later."""
    row = [Person(TicketId(at), TicketClass.NORMAL, (at - (weight if at % 2 else other)) * SLOT) for at in range(1, issued + 1)]
    order = [person.id for person in calling_order(row, 0)]
    for place, number in enumerate(order):
        assert sum(later > number for later in order[:place]) <= abs(weight - other)


A, B = LineId("A"), LineId("B")


def test_a_call_counts_for_the_lines_of_its_counter() -> None:
    runs = runs_after({}, [A, B], priority=True)
    runs = runs_after(runs, [A], priority=True)
    assert runs == {A: 2, B: 1}
    assert (longest_run(runs, [A, B]), longest_run(runs, [B]), longest_run(runs, [])) == (2, 1, 0)
    assert runs_after(runs, [B], priority=False) == {A: 2, B: 0}


@given(st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=30))
def test_the_runs_read_off_the_calls_are_the_runs_that_were_counted(calls: list[tuple[int, bool]]) -> None:
    counters = {CounterId(1): (A, B), CounterId(2): (A,), CounterId(3): (B,)}
    runs: Mapping[LineId, int] = {}
    for counter, priority in calls:
        runs = runs_after(runs, counters[CounterId(counter)], priority=priority)
    read = runs_by_calls([A, B], ((CounterId(counter), priority) for counter, priority in reversed(calls)), counters)
    assert read == {line: min(PRIORITY_RUN, runs.get(line, 0)) for line in (A, B)}


def test_no_more_calls_are_read_than_matter() -> None:
    calls = iter([(CounterId(1), True), (CounterId(1), False), (CounterId(1), True)])
    assert runs_by_calls([A, B], calls, {CounterId(1): (A, B)}) == {A: 1, B: 1}
    assert next(calls, None) is not None
