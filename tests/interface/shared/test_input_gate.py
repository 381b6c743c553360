"""A scanner that types is not a person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from kiosk.interface.shared.input_gate import InputGate


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def press(key: Qt.Key, text: str = "", *, repeats: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, repeats)


def test_a_burst_reaches_no_button(qapp: object, clock: Clock) -> None:
    touched: list[int] = []
    gate = InputGate(lambda: touched.append(1), clock)
    window = QObject()
    passed = 0
    for character in "A" + "\x1b\t\r" * 1400 + "1":
        clock.now += 0.004
        passed += not gate.eventFilter(window, press(Qt.Key.Key_Return, character))
    assert passed == 1, "only the first key of a burst may pass: it is a character like any other"
    assert len(touched) == 1


def test_fingers_on_a_keyboard_pass(qapp: object, clock: Clock) -> None:
    gate = InputGate(lambda: None, clock)
    window = QObject()
    for _ in range(20):
        clock.now += 0.09
        assert not gate.eventFilter(window, press(Qt.Key.Key_Tab))
    clock.now += 0.01
    assert not gate.eventFilter(window, press(Qt.Key.Key_Tab, repeats=True))


def test_after_silence_keys_pass_again(qapp: object, clock: Clock) -> None:
    gate = InputGate(lambda: None, clock)
    window = QObject()
    gate.eventFilter(window, press(Qt.Key.Key_A))
    assert gate.eventFilter(window, press(Qt.Key.Key_A))
    clock.now += 1
    assert not gate.eventFilter(window, press(Qt.Key.Key_A))


def test_what_a_scanner_types_is_told_whole(qapp: object, clock: Clock, qtbot: QtBot) -> None:
    codes: list[str] = []
    gate = InputGate(lambda: None, clock, scanned=codes.append)
    window = QObject()
    for character in "大厅，号码 A012，9:42 取号\r":
        clock.now += 0.004
        gate.eventFilter(window, press(Qt.Key.Key_A, character))
    qtbot.waitUntil(lambda: codes != [])
    assert codes == ["大厅，号码 A012，9:42 取号"]


def test_a_late_key_belongs_to_its_code(qapp: object, clock: Clock, qtbot: QtBot) -> None:
    codes: list[str] = []
    gate = InputGate(lambda: None, clock, scanned=codes.append)
    window = QObject()
    for character, pause in zip("A0122026", (1, 0.004, 0.004, 0.05, 0.004, 0.004, 0.004, 0.004), strict=True):
        clock.now += pause
        gate.eventFilter(window, press(Qt.Key.Key_A, character))
    qtbot.waitUntil(lambda: codes != [])
    assert codes == ["A0122026"]


def test_fingers_and_bouncing_keys_are_no_code(qapp: object, clock: Clock, qtbot: QtBot) -> None:
    codes: list[str] = []
    gate = InputGate(lambda: None, clock, scanned=codes.append)
    window = QObject()
    for character in "A0122026112309":
        clock.now += 0.2
        gate.eventFilter(window, press(Qt.Key.Key_A, character))
    for _ in range(3):
        clock.now += 0.01
        gate.eventFilter(window, press(Qt.Key.Key_A, "a"))
    qtbot.waitUntil(lambda: not gate._end.isActive())
    assert codes == []
