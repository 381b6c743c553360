"""When a day is ended: with the start and with the date, and not by a clock that was only set wrong for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast

import pytest

from kiosk.interface.shared.jobs import Jobs
from kiosk.roles.citizen_hall import CitizenHall
from kiosk.roles.days import ENDING_MINUTES, STEADY_SECONDS, Days
from tests.support.halls import MONDAY_TEN, StandingClock
from tests.support.staff import HandUptime

DAY = timedelta(days=1)


@dataclass
class Ended:
    """The hall's part of it: the days for which an end was asked."""

    days: list[date] = field(default_factory=list)

    def end_day(self, today: date) -> date:
        self.days.append(today)
        return today


class AtOnce:
    def run(self, deed: Callable[[], Any], done: Callable[[Any], None], **_: object) -> None:
        done(deed())


@dataclass
class Running:
    """A kiosk's minutes."""

    clock: StandingClock = field(default_factory=lambda: StandingClock(MONDAY_TEN))
    uptime: HandUptime = field(default_factory=HandUptime)
    hall: Ended = field(default_factory=Ended)

    def __post_init__(self) -> None:
        self.days = Days(cast("CitizenHall", self.hall), self.clock, self.uptime, cast("Jobs", AtOnce()))
        self.days.end()

    def live(self, minutes: int) -> None:
        for _ in range(minutes):
            self.clock.moment += timedelta(minutes=1)
            self.uptime.seconds += 60
            self.days.end()


def test_with_the_start_and_with_every_new_date() -> None:
    kiosk = Running(clock=StandingClock(MONDAY_TEN.replace(hour=23, minute=58)))
    kiosk.live(3)
    assert kiosk.hall.days == [MONDAY_TEN.date(), (MONDAY_TEN + DAY).date()]


@pytest.mark.parametrize("step", [DAY, -DAY], ids=["forward", "back"])
def test_a_clock_that_is_set_wrong_and_right_again_ends_no_day(step: timedelta) -> None:
    kiosk = Running()
    kiosk.clock.moment += step
    kiosk.live(5)
    kiosk.clock.moment -= step
    kiosk.live(int(STEADY_SECONDS / 60) - 1)
    assert set(kiosk.hall.days) == {MONDAY_TEN.date()}


def test_a_clock_that_was_set_and_goes_on_is_believed() -> None:
    kiosk = Running()
    kiosk.clock.moment += DAY
    kiosk.live(int(STEADY_SECONDS / 60) + ENDING_MINUTES)
    assert kiosk.hall.days[-1] == (MONDAY_TEN + DAY).date()
