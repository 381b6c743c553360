"""How long one ticket waits: tables and properties of one scene. How right it is over many days stands in test_simulated_halls.py."""

from dataclasses import replace
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass, TicketId
from kiosk.domain.waiting.foresight import AtCounter, Breaks, Foresight, HallScene, InQueue, ServingCounter, foresee
from kiosk.domain.waiting.service_times import PRIORITY_STEP, ServiceTimes, Typical

A, B, H = LineId("A"), LineId("B"), LineId("H")
NORMAL, ASSISTED = TicketClass.NORMAL, TicketClass.ASSISTED
EIGHT = Typical(log(8), 0.5)
TIMES = ServiceTimes(500, {A: EIGHT, B: EIGHT, H: EIGHT}, {"short": Typical(log(2), 0.5), "long": Typical(log(30), 0.5)}, missed_share=0.0)
SURE = ServiceTimes(500, {A: Typical(log(10), 0.0), H: Typical(log(10), 0.0)}, {}, missed_share=0.0)
"""Ten minutes, and nobody stays away."""


def ticket(number: int, line: LineId = A, item: str | None = None, kind: TicketClass = NORMAL) -> InQueue:
    return InQueue(TicketId(number), line, item, kind)


def counter(number: int, lines: str = "ABH", busy: AtCounter | None = None) -> ServingCounter:
    return ServingCounter(CounterId(number), frozenset(map(LineId, lines)), busy)


def at(minutes: float, number: int = 900, item: str | None = None) -> AtCounter:
    return AtCounter(TicketId(number), A, item, minutes, arrived=True)


def wait(
    queue: list[InQueue], counters: list[ServingCounter], *, of: int = -1, streak: int = 0, breaks: Breaks = (), times: ServiceTimes = TIMES
) -> Foresight:
    found = foresee(queue[of], HallScene(queue, counters, streak, 600, breaks), times)
    assert found is not None
    return found


def test_an_idle_counter_calls_at_once() -> None:
    assert wait([ticket(1)], [counter(1), counter(2, busy=at(3))]) == Foresight(0, 0, 0)


def test_with_sure_services_the_wait_is_a_sum() -> None:
    queue = [ticket(number) for number in range(1, 6)]
    assert wait(queue, [counter(1)], times=SURE).expected == pytest.approx(40, abs=0.2)
    assert wait(queue, [counter(1), counter(2)], times=SURE).expected == pytest.approx(20, abs=0.2)
    assert wait(queue[:1], [counter(1, busy=at(4))], times=SURE).expected == pytest.approx(6, abs=0.2)


def test_what_is_being_served_is_over_the_sooner_the_longer_it_has_lasted() -> None:
    found = [wait([ticket(1)], [counter(1, busy=at(minutes))]).expected for minutes in (0.5, 3, 6)]
    assert found == sorted(found, reverse=True)


def test_a_service_that_lasts_for_ever_is_not_over_in_no_time() -> None:
    assert wait([ticket(1)], [counter(1, busy=at(90))]).expected > 3


def test_items_ahead_count_with_their_own_times() -> None:
    def behind(item: str) -> float:
        return wait([ticket(1, item=item), ticket(2, item=item), ticket(3)], [counter(1)]).expected

    assert behind("short") < behind("never seen") < behind("long")


def test_a_number_that_may_not_be_answered_is_soon_over() -> None:
    fresh = AtCounter(TicketId(9), A, None, 0.1, arrived=False)
    absent = ServiceTimes(500, {A: EIGHT}, {}, missed_share=0.5, missed_minutes=1.0)
    there = AtCounter(TicketId(9), A, None, 0.1, arrived=True)
    scene = [ticket(1)]
    assert wait(scene, [counter(1, busy=fresh)], times=absent).low < 1
    assert wait(scene, [counter(1, busy=fresh)], times=absent).expected < wait(scene, [counter(1, busy=there)], times=absent).expected


def test_priority_goes_first_but_never_three_in_a_row() -> None:
    queue = [ticket(1), ticket(2, kind=ASSISTED), ticket(3, kind=ASSISTED), ticket(4, kind=ASSISTED)]
    one = [counter(1)]
    assert [wait(queue, one, of=place, times=SURE).expected for place in range(4)] == pytest.approx([20, 0, 10, 30], abs=0.2)
    assert wait(queue, one, of=0, streak=2, times=SURE).expected == pytest.approx(0, abs=0.2)


def test_a_line_waits_for_the_counters_that_serve_it() -> None:
    counters = [counter(1, "ABH", at(5)), counter(2, "AB"), counter(3, "AB")]
    assert wait([ticket(1, H)], counters, times=SURE).expected == pytest.approx(5, abs=0.2)
    assert wait([ticket(1, A)], counters, times=SURE).expected == 0
    assert wait([ticket(1, H), ticket(2, A)], counters, times=SURE).expected == 0, "who waits for counter 1 alone holds up nobody else"


def test_other_counters_lines_do_not_matter() -> None:
    alone = wait([ticket(1), ticket(2)], [counter(1, "A")])
    beside = wait([ticket(1), ticket(2), *(ticket(number, B) for number in range(3, 30))], [counter(1, "A"), counter(2, "B")], of=1)
    assert beside == alone


def test_nobody_serves_the_line_or_nothing_is_known_of_it() -> None:
    queue = [ticket(1, H)]
    assert foresee(queue[0], HallScene(queue, [counter(1, "AB")], 0, 600), TIMES) is None
    assert foresee(queue[0], HallScene(queue, [counter(1)], 0, 600), ServiceTimes(500, {A: EIGHT}, {})) is None


def test_lunch_is_waited_through() -> None:
    queue = [ticket(number) for number in range(1, 4)]
    at_lunch = wait(queue, [counter(1)], breaks=((15.0, 75.0),), times=SURE)
    assert at_lunch.expected == pytest.approx(75, abs=0.2), "the second service ends in the break, and nobody is called in it"
    assert wait(queue, [counter(1)], breaks=((25.0, 85.0),), times=SURE).expected == pytest.approx(20, abs=0.2)
    assert wait(queue[:1], [counter(1)], breaks=((0.0, 30.0),), times=SURE).expected == pytest.approx(30, abs=0.2)


def test_near_lunch_the_range_holds_both_sides_of_it() -> None:
    before = wait([ticket(number) for number in range(1, 5)], [counter(1), counter(2)], breaks=((12.0, 72.0),))
    assert before.low < 12
    assert before.high >= 72


def test_priority_tickets_to_come_make_a_normal_one_wait_longer() -> None:
    busy = {(A, step): 3.0 for step in range(600 // PRIORITY_STEP, 1000 // PRIORITY_STEP)}
    coming = ServiceTimes(500, TIMES.lines, {}, missed_share=0.0, priority=busy)
    queue = [ticket(number) for number in range(1, 8)]
    one = [counter(1), counter(2)]
    assert wait(queue, one, times=coming).expected > 1.1 * wait(queue, one).expected
    first = [*queue, ticket(8, kind=ASSISTED)]
    assert wait(first, one, times=coming) == wait(first, one), "nobody overtakes a priority ticket but a normal one in its turn"


def test_a_hall_that_was_wrong_too_often_tells_a_wider_range() -> None:
    queue = [ticket(number) for number in range(1, 8)]
    usual = wait(queue, [counter(1)])
    wider = wait(queue, [counter(1)], times=replace(TIMES, stretch=1.5))
    assert wider.expected == usual.expected
    assert wider.high - wider.expected == pytest.approx(1.5 * (usual.high - usual.expected))
    assert wider.expected - wider.low == pytest.approx(1.5 * (usual.expected - usual.low))
    assert wait(queue[:1], [counter(1, busy=at(1))], times=replace(TIMES, stretch=2.0)).low == 0


def test_the_same_scene_gives_the_same_answer() -> None:
    queue = [ticket(number, item="long" if number % 3 else None) for number in range(1, 12)]
    assert wait(queue, [counter(1), counter(2, busy=at(3))]) == wait(list(queue), [counter(1), counter(2, busy=at(3))])


def no_longer(one: Foresight, other: Foresight) -> bool:
    """In its whole range, up to the rounding of fractions."""
    return one.low <= other.low + 1e-9 and one.expected <= other.expected + 1e-9 and one.high <= other.high + 1e-9


items = st.sampled_from([None, "short", "long"])


coming = st.lists(st.sampled_from([0.0, 0.5, 5.0]), min_size=8, max_size=8)


@given(st.lists(items, min_size=1, max_size=15), items, st.integers(1, 4), st.floats(0, 20), st.booleans(), coming)
def test_one_more_ahead_never_means_a_shorter_wait(
    ahead: list[str | None], more: str | None, counters: int, lasted: float, lunch: bool, priority: list[float]
) -> None:
    times = replace(TIMES, priority={(A, 600 // PRIORITY_STEP + step): count for step, count in enumerate(priority)})
    serving = [counter(number, busy=at(lasted, 900 + number)) for number in range(1, counters + 1)]
    queue = [ticket(number, item=item) for number, item in enumerate(ahead, start=1)]
    breaks = ((10.0, 70.0),) if lunch else ()
    mine = ticket(100)
    shorter = wait([*queue, mine], serving, breaks=breaks, times=times)
    longer = wait([*queue, ticket(50, item=more), mine], serving, breaks=breaks, times=times)
    assert no_longer(shorter, longer)


@given(st.lists(items, max_size=15), st.integers(1, 3), st.floats(0, 60), st.sampled_from(list(TicketClass)), st.integers(0, 3))
def test_the_range_is_in_order_and_another_counter_makes_it_no_longer(
    ahead: list[str | None], counters: int, lasted: float, kind: TicketClass, streak: int
) -> None:
    queue = [*(ticket(number, item=item) for number, item in enumerate(ahead, start=1)), ticket(100, kind=kind)]
    serving = [counter(number, busy=at(lasted, 900 + number)) for number in range(1, counters + 1)]
    few, many = wait(queue, serving, streak=streak), wait(queue, [*serving, counter(9, busy=at(lasted, 950))], streak=streak)
    assert 0 <= few.low <= few.expected <= few.high
    assert no_longer(many, few)


@given(st.lists(st.sampled_from([A, B, H]), min_size=1, max_size=20), st.integers(0, 19))
def test_every_ticket_of_a_mixed_hall_has_a_wait_and_the_last_of_a_line_the_longest(lines: list[LineId], place: int) -> None:
    queue = [ticket(number, line) for number, line in enumerate(lines, start=1)]
    counters = [counter(1, "ABH", at(2, 901)), counter(2, "AB", at(5, 902)), counter(3, "AB", at(9, 903))]
    mine = queue[place % len(queue)]
    last = [other for other in queue if other.line == mine.line][-1]
    first, then = (foresee(each, HallScene(queue, counters, 0, 600), TIMES) for each in (mine, last))
    assert first is not None
    assert then is not None
    assert first.expected <= then.expected + 1e-9
