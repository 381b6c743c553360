"""How a counter stands: by setting, and by what was said today."""

from dataclasses import replace

import pytest

from kiosk.domain.hall import CounterId
from kiosk.domain.queueing.counters import (
    COUNTER_RULES,
    CounterDeed,
    CounterStanding,
    CounterState,
    hall_as_it_stands,
    standing_by_setting,
    standings,
)
from tests.support.halls import hall

ONE, TWO, THREE = (CounterId(number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("live", "is_open", "lines", "state"),
    [
        (False, True, "A", CounterState.OPEN),
        (False, False, "A", CounterState.CLOSED),
        (False, True, "", CounterState.CLOSED),
        (True, True, "A", CounterState.CLOSED),
    ],
)
def test_before_anybody_signs_in(live: bool, is_open: bool, lines: str, state: CounterState) -> None:
    (counter,) = hall(counters=((1, lines),)).counters
    assert standing_by_setting(replace(counter, open=is_open), live=live) == CounterStanding(ONE, state)


def test_what_was_said_today_counts_more_than_the_setting() -> None:
    made = hall()
    said = {ONE: CounterStanding(ONE, CounterState.PAUSED, turn=2), TWO: CounterStanding(TWO, CounterState.CLOSED, turn=4)}
    assert {counter: standing.state for counter, standing in standings(made, said).items()} == {
        ONE: CounterState.PAUSED,
        TWO: CounterState.CLOSED,
        THREE: CounterState.OPEN,
    }
    now = hall_as_it_stands(made, said)
    assert [each.id for each in now.open_counters()] == [THREE]
    assert (
        hall_as_it_stands(replace(made, live=True), {ONE: CounterStanding(ONE, CounterState.OPEN, turn=1)}).open_counters()
        == made.counters[:1]
    )


def test_every_deed_leads_somewhere_a_counter_is_not_already() -> None:
    for deed, (takes, leaves) in COUNTER_RULES.items():
        assert deed is CounterDeed.OPEN or leaves not in takes
