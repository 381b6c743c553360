"""低位 in the bar: at once on the page one is on, within reach of a wheelchair, and gone with the session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.shared.navigator import HOME, Place
from tests.support.drawn_scene import SceneSeen, layout_faults
from tests.support.halls import command
from tests.support.matrix_kiosk import NORMAL, SMALL, UPRIGHT, USUAL, WIDE, MatrixKiosk, Screen, reach_faults

SWITCH = "低位"
Kiosks = Callable[[Screen], MatrixKiosk]


@pytest.fixture
def on(tmp_path: Path, qtbot: QtBot) -> Iterator[Kiosks]:
    data = DataDirectory(tmp_path / "hall")
    assert command(data, "prepare", "--json").code == 0
    made: list[MatrixKiosk] = []

    def make(screen: Screen) -> MatrixKiosk:
        made.append(MatrixKiosk(data.root, tmp_path / f"kiosk-{len(made)}", screen))
        return made[-1]

    yield make
    for kiosk in made:
        kiosk.close()


def press(kiosk: MatrixKiosk, scene: SceneSeen, name: str) -> None:
    middle = next(target.box.center() for target in scene.targets if target.name == name)
    QTest.mouseClick(kiosk.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(middle.x()), int(middle.y())))


def highest(scene: SceneSeen) -> float:
    """The middle of the highest thing to press, in pixels from the top; 金小二 on the beam is no control."""
    return min(target.box.center().y() for target in scene.targets if target.available and target.name != "找金小二")


def names(scene: SceneSeen) -> list[str]:
    return [target.name for target in scene.targets]


def test_one_touch_brings_everything_down_and_the_session_ends_it(on: Kiosks) -> None:
    kiosk = on(Screen(UPRIGHT, NORMAL, 43.0))
    before = kiosk.show(HOME)
    assert reach_faults(before, kiosk.screen) != []
    press(kiosk, before, SWITCH)
    low = kiosk.show(HOME)
    assert reach_faults(low, kiosk.screen) + layout_faults(low) == []
    assert sorted(names(low)) == sorted(names(before))
    listed = kiosk.show(Place("list", "convenience"))
    assert reach_faults(listed, kiosk.screen) + layout_faults(listed) == []
    kiosk.kiosk.citizen.endSession()
    after = kiosk.show(HOME)
    assert [target.box for target in after.targets] == [target.box for target in before.targets]


def test_pages_made_before_the_touch_come_down_as_well(on: Kiosks) -> None:
    kiosk = on(Screen(UPRIGHT, NORMAL, USUAL))
    place = Place("list", "social_security")
    before = kiosk.show(place)
    kiosk.kiosk.citizen.toggleLow()
    switched = kiosk.show(place)
    assert highest(switched) > highest(before) + 100
    kiosk.kiosk.citizen.goHome()
    assert names(kiosk.show(place)) == names(switched)


def test_a_person_who_chose_it_is_asked_whether_they_are_still_there(on: Kiosks) -> None:
    kiosk = on(Screen(UPRIGHT, NORMAL, USUAL)).kiosk
    asked = [kiosk.idle.running]
    for _ in range(2):
        kiosk.citizen.toggleLow()
        asked.append(kiosk.idle.running)
    assert asked == [False, True, False]


def test_a_screen_that_hangs_low_anyway_has_no_switch(on: Kiosks) -> None:
    assert SWITCH not in names(on(Screen(WIDE, NORMAL, SMALL)).show(HOME))
    assert SWITCH in names(on(Screen(WIDE, NORMAL, 43.0)).show(HOME))
