"""The first range of minutes: tables and properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.numbering import LineId
from kiosk.domain.waiting import UNKNOWN_WAIT, WaitRange, minutes_each, wait_range
from tests.support.halls import hall

A, B, H = LineId("A"), LineId("B"), LineId("H")


@pytest.mark.parametrize(
    ("ahead", "each", "expected"),
    [(0, 8 / 3, WaitRange(0, 5)), (6, 8 / 3, WaitRange(10, 25)), (1, 8.0, WaitRange(1, 25)), (3, None, UNKNOWN_WAIT)],
)
def test_the_range(ahead: int, each: float | None, expected: WaitRange) -> None:
    assert wait_range(ahead, each) == expected


@given(st.integers(0, 2000), st.floats(0.1, 240))
def test_the_range_holds_the_mean_and_grows_with_the_queue(ahead: int, each: float) -> None:
    wait, longer = wait_range(ahead, each), wait_range(ahead + 1, each)
    assert wait.low is not None
    assert wait.high is not None
    assert longer.low is not None
    assert longer.high is not None
    assert 0 <= wait.low <= ahead * each <= wait.high
    assert wait.high <= longer.high


def test_more_counters_make_the_wait_shorter() -> None:
    one, three = hall(counters=((1, "A"),)), hall(counters=((1, "A"), (2, "A"), (3, "A")))
    assert minutes_each(A, {A: 5}, one) == 8
    assert minutes_each(A, {A: 5}, three) == pytest.approx(8 / 3)


def test_without_an_open_counter_nobody_knows() -> None:
    assert minutes_each(A, {A: 5}, hall(counters=((1, "B"),))) is None
    assert minutes_each(LineId("Z"), {}, hall()) is None


def test_tickets_that_other_counters_also_serve_cost_less() -> None:
    assert minutes_each(H, {H: 3}, hall()) == 8
    assert minutes_each(H, {A: 3}, hall()) == pytest.approx(8 / 3)
    assert minutes_each(H, {A: 1, H: 1}, hall()) == pytest.approx((8 + 8 / 3) / 2)
    assert minutes_each(A, {H: 3}, hall()) == pytest.approx(8 / 3)
