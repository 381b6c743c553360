"""The way there and back."""

from __future__ import annotations

import pytest

from kiosk.interface.shared.navigator import HOME, Navigator, Place


@pytest.fixture
def told() -> list[tuple[str, bool]]:
    return []


@pytest.fixture
def navigator(told: list[tuple[str, bool]]) -> Navigator:
    made = Navigator()
    made.listen(lambda place, returning: told.append((str(place), returning)))
    return made


def test_back_leads_the_same_way(navigator: Navigator, told: list[tuple[str, bool]]) -> None:
    navigator.go("list", "retained")
    navigator.go("proof", "BL-01")
    navigator.back()
    navigator.back()
    assert told == [("list/retained", False), ("proof/BL-01", False), ("list/retained", True), ("home", True)]
    assert not navigator.can_go_back


def test_going_where_one_is_is_no_step(navigator: Navigator, told: list[tuple[str, bool]]) -> None:
    navigator.go("helper")
    navigator.go("helper")
    assert told == [("helper", False)]


def test_going_home_forgets_the_way(navigator: Navigator) -> None:
    navigator.go("list", "abolished")
    navigator.go("home")
    assert navigator.here == HOME
    assert not navigator.can_go_back


def test_a_taken_ticket_is_not_gone_back_behind(navigator: Navigator) -> None:
    navigator.go("guide", "WHL-MZ-001")
    navigator.go("ticket", "WHL-MZ-001")
    navigator.replace("ticket-done", "A001")
    navigator.back()
    assert navigator.here == HOME


def test_the_way_stays_finite(navigator: Navigator) -> None:
    for step in range(500):
        navigator.go("proof", f"QX-{step}")
    steps = 0
    while navigator.can_go_back:
        navigator.back()
        steps += 1
    assert steps < 50
    assert navigator.here == HOME


def test_back_at_home_is_nothing(navigator: Navigator, told: list[tuple[str, bool]]) -> None:
    navigator.back()
    assert told == []


@pytest.mark.parametrize("written", ["home", "guide/WHL-MZ-001", "search/社保/卡"])
def test_places_are_written_as_on_the_command_line(written: str) -> None:
    assert str(Place.parse(written)) == written
