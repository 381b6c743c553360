"""The estimate over many days of simulated halls: a small sample with wide bounds. The measured figures: `build/dev.py bench --only waits`."""

from random import Random

import pytest

from kiosk.domain.queueing import PRIORITY_RUN
from tests.benchmarks.waits import guesses, held, naive_off, off, ratio_to_oracle
from tests.support.simulated_hall import LUNCH, NO_SHOWS, PEOPLE_A_DAY, REOPENS, SimulatedHall, serve_day


@pytest.mark.parametrize("spread", [0.2, 0.5, 0.9])
def test_near_the_oracle_better_than_the_average_and_four_times_in_five_right(spread: float) -> None:
    found = guesses(spread, 5, days=3, past=20, oracle_every=15)
    assert len(found) > 200
    assert ratio_to_oracle(found) < 1.3
    assert off(found) < 0.9 * naive_off(found)
    assert 0.7 < held(found) < 0.9


def test_the_simulated_day_is_the_one_that_is_stated() -> None:
    random = Random(3)
    hall = SimulatedHall.drawn(0.5, random)
    days = [hall.day(random) for _ in range(30)]
    for people in days:
        serve_day(people)
    everybody = [person for people in days for person in people]
    assert 0.6 * PEOPLE_A_DAY < len(everybody) / len(days) < PEOPLE_A_DAY
    assert sum(person.absent for person in everybody) / len(everybody) == pytest.approx(NO_SHOWS, abs=0.02)
    assert not any(LUNCH <= person.called_at < REOPENS for person in everybody)
    assert all(person.called_at >= person.arrives for person in everybody)
    assert {person.counter for person in everybody if person.item.line == "H"} == {1}
    served = [person.held for person in everybody if not person.absent]
    assert sum(served) / len(served) == pytest.approx(8, rel=0.1)


def test_nobody_is_overtaken_by_three_priority_calls_in_a_row() -> None:
    random = Random(4)
    hall = SimulatedHall.drawn(0.5, random)
    people = hall.day(random)
    serve_day(people)
    for person in people:
        if person.ticket_class.priority or person.item.line == "H":
            continue
        later = sorted(
            (other for other in people if other.arrives > person.arrives and other.called_at < person.called_at and other.item.line != "H"),
            key=lambda other: other.called_at,
        )
        assert all(other.ticket_class.priority for other in later), "a normal ticket overtook an older one"
        before = sum(other.arrives <= person.arrives < other.called_at <= person.called_at for other in people)
        assert len(later) <= PRIORITY_RUN * (before + 1)
