"""别的事情: what home has no place for, and where a board leads."""

from __future__ import annotations

import pytest

from kiosk.interface.citizen.home import HomeViewModel
from kiosk.interface.citizen.other_events import OtherEventsViewModel
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.wall_clock import WallClock
from tests.support.guide_screens import real_edition
from tests.support.halls import StandingClock


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def page(qapp: object, navigator: Navigator) -> OtherEventsViewModel:
    home = HomeViewModel(
        edition=real_edition(),
        clock=StandingClock(),
        queue=QueueWatch(lambda: None, None),  # type: ignore[arg-type, return-value]  # never asked here
        navigator=navigator,
        wall_clock=WallClock(StandingClock()),
    )
    return OtherEventsViewModel(home=home, navigator=navigator, parent=home)


def test_the_other_eight_stand_in_the_order_of_life(page: OtherEventsViewModel) -> None:
    page.enter("", returning=False)
    keys = [board.key for board in page.events.rows]
    assert len(keys) == 8
    assert keys == [event for event in real_edition().life_events if event in keys]


def test_a_board_leads_to_its_event(page: OtherEventsViewModel, navigator: Navigator) -> None:
    page.openLifeEvent("birth")
    assert str(navigator.here) == "life-event/birth"


def test_there_is_nothing_else_behind_it(page: OtherEventsViewModel) -> None:
    with pytest.raises(KeyError):
        page.enter("birth", returning=False)
