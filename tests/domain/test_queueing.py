"""The calling order: fairness as properties, and the count of people ahead against the order itself."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.queueing import PRIORITY_RUN, TicketClass, TicketId, ahead_of, calling_order, priority_is_next


@dataclass(frozen=True)
class Person:
    id: TicketId
    ticket_class: TicketClass


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
