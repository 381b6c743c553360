"""大字版 in the bar: at once on the page one is on, the same place on every page, and gone with the session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.shared.navigator import HOME, Place
from tests.support.drawn_scene import SceneSeen, layout_faults, millimetre_faults
from tests.support.halls import command
from tests.support.matrix_kiosk import NORMAL, UPRIGHT, USUAL, MatrixKiosk, Screen

SWITCH = "大字版"


@pytest.fixture
def kiosk(tmp_path: Path, qtbot: QtBot) -> Iterator[MatrixKiosk]:
    data = DataDirectory(tmp_path / "hall")
    assert command(data, "prepare", "--json").code == 0
    made = MatrixKiosk(data.root, tmp_path / "kiosk", Screen(UPRIGHT, NORMAL, USUAL))
    yield made
    made.close()


def press(kiosk: MatrixKiosk, scene: SceneSeen, name: str) -> None:
    middle = next(target.box.center() for target in scene.targets if target.name == name)
    QTest.mouseClick(kiosk.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(middle.x()), int(middle.y())))


def words(scene: SceneSeen) -> set[str]:
    return {seen.words for seen in scene.words}


def test_one_touch_makes_everything_large_and_the_session_ends_it(kiosk: MatrixKiosk) -> None:
    before = kiosk.show(HOME)
    assert "别的事情" not in words(before)
    press(kiosk, before, SWITCH)
    large = kiosk.show(HOME)
    assert "别的事情" in words(large)
    assert layout_faults(large) + millimetre_faults(large, mm_per_pixel=kiosk.screen.mm_per_pixel, body_mm=12.0) == []
    place = Place("list", "convenience")
    listed = kiosk.show(place)
    assert millimetre_faults(listed, mm_per_pixel=kiosk.screen.mm_per_pixel, body_mm=12.0) == []
    kiosk.kiosk.citizen.endSession()
    assert words(kiosk.show(HOME)) == words(before)


def test_pages_made_before_the_touch_are_as_large_as_pages_made_after(kiosk: MatrixKiosk) -> None:
    place = Place("guide", "WHL-MZ-001")
    kiosk.show(place)
    kiosk.kiosk.citizen.toggleElder()
    switched = kiosk.show(place)
    kiosk.kiosk.citizen.goHome()
    assert words(switched) == words(kiosk.show(place))
    assert layout_faults(switched) == []
