"""稍等一下: leaves by itself or at once, and takes nobody away from another page."""

from __future__ import annotations

import pytest

from kiosk.interface.citizen.fault import SECONDS, FaultViewModel
from kiosk.interface.shared.navigator import HOME, Navigator, Place


@pytest.fixture
def navigator() -> Navigator:
    navigator = Navigator()
    navigator.replace("fault")
    return navigator


def test_eight_seconds_then_home(qapp: object, navigator: Navigator) -> None:
    page = FaultViewModel(navigator=navigator)
    page.enter("", False)
    shown = []
    for _ in range(SECONDS - 1):
        shown.append(page.seconds)
        page.tick()
    assert shown == [8, 7, 6, 5, 4, 3, 2]
    assert navigator.here == Place("fault")
    page.tick()
    assert navigator.here == HOME


def test_the_board_leaves_at_once(qapp: object, navigator: Navigator) -> None:
    page = FaultViewModel(navigator=navigator)
    page.enter("", False)
    page.leave()
    page.forget()
    assert navigator.here == HOME


def test_who_went_on_stays_there(qapp: object, navigator: Navigator) -> None:
    page = FaultViewModel(navigator=navigator)
    page.enter("", False)
    navigator.go("helper")
    for _ in range(SECONDS + 2):
        page.tick()
    assert navigator.here == Place("helper")


def test_a_second_fault_counts_anew(qapp: object, navigator: Navigator) -> None:
    page = FaultViewModel(navigator=navigator)
    page.enter("", False)
    page.tick()
    page.enter("", False)
    assert page.seconds == SECONDS
    page.forget()
