"""Learning how long services take: what little is known is drawn to what is known better."""

from math import exp, log
from random import Random

import pytest

from kiosk.domain.numbering import LineId
from kiosk.domain.waiting.service_times import ENOUGH_SERVICES, ServiceSpan, ServiceTimes, learn

A, B = LineId("A"), LineId("B")


def spans(item: str | None, median: float, count: int, *, line: LineId = A, hour: int = 10, seed: int = 1) -> list[ServiceSpan]:
    drawn = Random(seed)
    return [ServiceSpan(line, item, hour, median * exp(drawn.gauss(0, 0.5))) for _ in range(count)]


def learnt(*found: list[ServiceSpan]) -> ServiceTimes:
    times = learn([span for some in found for span in some])
    assert times is not None
    return times


def minutes(times: ServiceTimes, item: str | None, line: LineId = A) -> float:
    typical = times.typical(line, item)
    assert typical is not None
    return exp(typical.log_mean)


def test_a_hall_with_too_few_services_has_learnt_nothing() -> None:
    few = spans("x", 8, ENOUGH_SERVICES - 1)
    assert learn(few) is None
    assert learn([*few, ServiceSpan(A, "x", 10, 300.0), ServiceSpan(A, "x", 10, 0.01)]) is None, "mistaken presses are no services"
    assert learn([*few, ServiceSpan(A, "x", 10, 8.0)]) is not None


def test_often_served_items_are_known_by_their_own_services() -> None:
    times = learnt(spans("short", 3, 200), spans("long", 20, 200, seed=2))
    assert minutes(times, "short") == pytest.approx(3, rel=0.1)
    assert minutes(times, "long") == pytest.approx(20, rel=0.1)
    assert times.services == 400


def test_an_item_served_once_lies_between_its_service_and_its_line() -> None:
    times = learnt(*(spans(f"item{seed}", 8 * exp(Random(seed).gauss(0, 0.3)), 60, seed=seed) for seed in range(12)), spans("rare", 60, 1))
    line = minutes(times, None)
    assert line < minutes(times, "rare") < 40
    assert minutes(times, "never seen") == line


def test_the_more_services_the_nearer_to_their_own_mean() -> None:
    others = [spans(f"item{seed}", 8 * exp(Random(seed).gauss(0, 0.3)), 60, seed=seed) for seed in range(12)]
    found = [minutes(learnt(*others, [ServiceSpan(A, "rare", 10, 30.0)] * count), "rare") for count in (1, 3, 10, 40)]
    assert found == sorted(found)
    assert found[-1] == pytest.approx(30, rel=0.1)


def test_items_that_do_not_differ_are_taken_for_their_line() -> None:
    times = learnt(*(spans(f"item{seed}", 8, 20, seed=seed) for seed in range(10)))
    assert all(minutes(times, f"item{seed}") == pytest.approx(minutes(times, None), rel=0.1) for seed in range(10))


def test_a_line_with_few_services_is_drawn_to_the_hall() -> None:
    times = learnt(spans(None, 8, 200), spans(None, 30, 3, line=B, seed=3))
    assert 8 < minutes(times, None, B) < 16
    assert times.typical(LineId("Z"), "x") is None


def test_an_hour_counts_as_far_as_there_is_reason_to() -> None:
    slow = learnt(spans("x", 8, 400), spans("x", 12, 400, hour=15, seed=2), spans("x", 30, 1, hour=9, seed=3))
    assert slow.hours[10] < -0.05
    assert slow.hours[15] > 0.05
    assert abs(slow.hours[9]) < 0.02


def test_who_does_not_come_is_counted_apart() -> None:
    none = learnt(spans("x", 8, 400))
    some = learnt(spans("x", 8, 400), [ServiceSpan(A, "x", 10, 2.0, missed=True)] * 100)
    assert none.missed_share < 0.05 < some.missed_share < 0.25
    assert some.missed_minutes == pytest.approx(2, rel=0.2)
    assert minutes(some, "x") == minutes(none, "x")
    assert some.minutes(A) < none.minutes(A)


def test_the_average_ticket_holds_a_counter_for_the_mean_and_not_the_median() -> None:
    times = learnt(spans("x", 8, 4000))
    served = [span.minutes for span in spans("x", 8, 4000)]
    mean = sum(served) / len(served)
    assert times.minutes(A) == pytest.approx((1 - times.missed_share) * mean + times.missed_share * times.missed_minutes, rel=0.03)


def test_the_mean_of_logarithms_is_the_lines_median() -> None:
    assert minutes(learnt([ServiceSpan(A, None, 10, 8.0)] * 100), None) == pytest.approx(exp(log(8)))
