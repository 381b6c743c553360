"""The frame: moving, coming back, ending a session, faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from kiosk.interface.citizen.citizen import CitizenViewModel, Pages
from kiosk.interface.shared.idle import ELDER, READING, USUAL, IdleClock, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.wall_clock import WallClock
from tests.support.halls import StandingClock

NAMES = ("home", "guide", "helper", "idle", "fault")


@dataclass
class Page:
    """Remembers what it was told; knows one entry."""

    patience: Patience = USUAL
    entered: list[tuple[str, bool]] = field(default_factory=list)
    forgotten: int = 0

    def enter(self, argument: str, returning: bool) -> None:
        if argument == "GONE":
            raise KeyError(argument)
        self.entered.append((argument, returning))

    def forget(self) -> None:
        self.forgotten += 1


@dataclass
class Frame:
    citizen: CitizenViewModel
    navigator: Navigator
    pages: dict[str, Page]
    idle: IdleClock
    clock: StandingClock
    wall_clock: WallClock


@pytest.fixture
def frame(qapp: object) -> object:
    pages = {name: Page(READING if name == "guide" else USUAL) for name in NAMES}
    navigator, idle, clock = Navigator(), IdleClock(), StandingClock()
    wall_clock = WallClock(clock)
    made = Pages({name: lambda name=name: pages[name] for name in NAMES})  # type: ignore[misc]
    citizen = CitizenViewModel(pages=made, hall_name="测试大厅", clock=clock, wall_clock=wall_clock, navigator=navigator, idle=idle)
    yield Frame(citizen, navigator, pages, idle, clock, wall_clock)
    idle.stop()


def test_the_frame_shows_where_one_is(frame: Frame) -> None:
    assert (frame.citizen.page, frame.citizen.canGoBack) == ("home", False)
    frame.navigator.go("guide", "A")
    assert (frame.citizen.page, frame.citizen.canGoBack) == ("guide", True)
    assert frame.pages["guide"].entered == [("A", False)]
    frame.citizen.goHelper()
    frame.citizen.goBack()
    assert frame.pages["guide"].entered == [("A", False), ("A", True)]


def test_only_pages_that_were_made_are_forgotten(frame: Frame) -> None:
    frame.navigator.go("guide", "A")
    frame.citizen.goHome()
    assert frame.pages["guide"].forgotten == 1
    assert frame.pages["helper"].forgotten == 0
    assert not frame.idle.running


@pytest.mark.parametrize("way", [("guide", "GONE"), ("nowhere", "")])
def test_what_is_not_there_leads_home(frame: Frame, way: tuple[str, str]) -> None:
    frame.navigator.go(*way)
    assert frame.citizen.page == "home"
    assert not frame.citizen.canGoBack


def test_a_page_grants_its_own_patience(frame: Frame) -> None:
    frame.navigator.go("guide", "A")
    assert frame.idle.seconds_left == READING.quiet
    frame.citizen.goHelper()
    assert frame.idle.seconds_left == USUAL.quiet


def test_nobody_answers_and_everything_is_forgotten(frame: Frame) -> None:
    frame.navigator.go("guide", "A")
    for _ in range(READING.quiet):
        frame.idle.tick()
    assert frame.citizen.page == "idle"
    for _ in range(READING.answer):
        frame.idle.tick()
    assert frame.citizen.page == "home"
    assert frame.pages["guide"].forgotten == 1


def test_a_touch_restarts_quiet_time_but_does_not_answer_the_question(frame: Frame) -> None:
    frame.navigator.go("guide", "A")
    frame.idle.tick()
    frame.citizen.touched()
    assert frame.idle.seconds_left == READING.quiet
    for _ in range(READING.quiet):
        frame.idle.tick()
    frame.citizen.touched()
    assert frame.citizen.page == "idle"


def test_a_bug_shows_the_calm_page_and_forgets(frame: Frame) -> None:
    frame.navigator.go("guide", "A")
    frame.citizen.show_fault(ZeroDivisionError("planted"))
    assert frame.citizen.page == "fault"
    assert frame.pages["guide"].forgotten == 1
    frame.citizen.goBack()
    assert frame.citizen.page == "home"


def test_a_page_that_cannot_be_made_is_a_bug_too(frame: Frame) -> None:
    frame.navigator.go("guide", "A")
    frame.citizen.pageBroken("guide")
    assert frame.citizen.page == "fault"
    frame.citizen.pageBroken("fault")
    assert frame.citizen.page == "home"


def test_pages_are_made_ahead_one_by_one_but_for_those_nobody_waits_for(frame: Frame) -> None:
    made: list[int] = []
    frame.citizen.viewChanged.connect(lambda: made.append(len(frame.citizen.made)))
    for _ in range(len(NAMES) + 2):
        frame.citizen._warm_one()
    assert made == [1, 2, 3, 4]
    assert "idle" not in frame.citizen.made


def test_the_header_follows_the_hall_clock_even_backwards(frame: Frame) -> None:
    frame.clock.moment += timedelta(minutes=5)
    frame.wall_clock.look()
    assert frame.citizen.clockText == "10:05"
    frame.clock.moment -= timedelta(days=1)
    frame.wall_clock.look()
    assert (frame.citizen.dateText, frame.citizen.clockText) == ("11 月 22 日 星期日", "10:05")


def test_the_elder_version_is_for_this_person_and_ends_with_the_session(frame: Frame) -> None:
    frame.citizen.toggleElder()
    assert frame.citizen.elder
    frame.navigator.go("guide", "A")
    frame.citizen.goHome()
    assert frame.citizen.elder, "going home is no leaving"
    for _ in range(ELDER.quiet):
        frame.idle.tick()
    assert (frame.citizen.page, frame.citizen.elder) == ("idle", True)
    for _ in range(ELDER.answer):
        frame.idle.tick()
    assert (frame.citizen.page, frame.citizen.elder, frame.idle.running) == ("home", False, False)


def test_the_elder_version_takes_its_time_on_every_page(frame: Frame) -> None:
    frame.navigator.go("helper")
    assert frame.idle.seconds_left == USUAL.quiet
    frame.citizen.toggleElder()
    assert frame.idle.seconds_left == ELDER.quiet
    frame.citizen.goHome()
    assert (frame.idle.running, frame.idle.seconds_left) == (True, ELDER.quiet)
    frame.navigator.go("guide", "A")
    assert frame.idle.seconds_left == max(READING.quiet, ELDER.quiet)


def test_switched_off_at_home_nobody_is_asked(frame: Frame) -> None:
    frame.citizen.toggleElder()
    assert frame.idle.running
    frame.citizen.toggleElder()
    assert (frame.citizen.elder, frame.idle.running) == (False, False)
