"""What can be pressed, under a finger: on release, sliding out cancels, the first finger wins, a second tap within half a second is the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.guide_screens import QML

BOARD = b"""
import QtQuick
import Kiosk.Controls
Item {
    property int taps: 0
    property alias identity: board.identity
    property alias down: board.down
    Pressable {
        id: board
        height: 100
        name: "one"
        rapid: RAPID
        width: 200
        onActivated: parent.taps += 1
    }
}
"""
INSIDE, OUTSIDE = QPoint(100, 50), QPoint(100, 280)


class Board:
    """A window of 200 × 300 with one pressable thing in its upper third."""

    def __init__(self, *, rapid: bool) -> None:
        self.window = QQuickView()
        self.window.engine().addImportPath(str(QML))
        self.window.resize(200, 300)
        self._component = QQmlComponent(self.window.engine())
        self._component.setData(BOARD.replace(b"RAPID", b"true" if rapid else b"false"), QUrl())
        made = self._component.create()
        assert isinstance(made, QQuickItem), self._component.errors()
        self.item: QQuickItem = made
        self.item.setParentItem(self.window.contentItem())
        self.window.show()
        QCoreApplication.processEvents()
        self._finger = QTest.createTouchDevice()

    def press(self, at: QPoint = INSIDE, finger: int = 0) -> None:
        QTest.touchEvent(self.window, self._finger).press(finger, at, self.window).commit()

    def move(self, at: QPoint, finger: int = 0) -> None:
        QTest.touchEvent(self.window, self._finger).move(finger, at, self.window).commit()

    def lift(self, at: QPoint = INSIDE, finger: int = 0) -> None:
        QTest.touchEvent(self.window, self._finger).release(finger, at, self.window).commit()

    @property
    def taps(self) -> int:
        return int(self.item.property("taps"))

    @property
    def down(self) -> bool:
        return bool(self.item.property("down"))

    def close(self) -> None:
        self.item.deleteLater()
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def board(qapp: object) -> Iterator[Board]:
    made = Board(rapid=False)
    yield made
    made.close()


@pytest.fixture
def key(qapp: object) -> Iterator[Board]:
    made = Board(rapid=True)
    yield made
    made.close()


def test_it_acts_when_the_finger_is_lifted(board: Board) -> None:
    board.press()
    assert (board.down, board.taps) == (True, 0)
    board.lift()
    assert (board.down, board.taps) == (False, 1)


def test_sliding_out_cancels(board: Board, qtbot: QtBot) -> None:
    board.press()
    board.move(OUTSIDE)
    qtbot.waitUntil(lambda: not board.down)
    board.lift(OUTSIDE)
    assert board.taps == 0


def test_a_trembling_finger_taps_once(board: Board) -> None:
    for _ in range(2):
        board.press()
        board.lift()
    assert board.taps == 1


def test_a_key_takes_every_tap(key: Board) -> None:
    for _ in range(2):
        key.press()
        key.lift()
    assert key.taps == 2


def test_what_became_something_else_under_the_finger_is_not_tapped(board: Board) -> None:
    board.item.setProperty("identity", "WHL-MZ-001")
    board.press()
    pressed = board.down
    board.item.setProperty("identity", "WHL-MZ-002")
    assert (pressed, board.down) == (True, False)
    board.lift()
    assert board.taps == 0
    board.press()
    board.lift()
    assert board.taps == 1
