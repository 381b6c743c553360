"""The citizen's window with one page on it, as a test looks at it and taps it.

Here: what every page's test does with a window. Elsewhere: the parts behind the page (ticket_screen.py, turn_screen.py), a scene judged as a
whole (drawn_scene.py).
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Generic, TypeVar

import shiboken6
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.interface.citizen.citizen import CitizenViewModel
from kiosk.roles.screen import Modes, open_view
from tests.support.ticket_screen import TicketScreen

Screen = TypeVar("Screen", bound=TicketScreen)

MM = 0.248
"""Millimetres a pixel at 21.5 inches."""
SHAPES = UPRIGHT, WIDE = ((1080, 1920), (1920, 1080))
LEAST_MM = 15


class DrawnWindow(Generic[Screen]):
    """Opened over a screen's parts; `close` before they go."""

    def __init__(
        self,
        screen: Screen,
        frame: CitizenViewModel,
        size: tuple[int, int],
        qtbot: QtBot,
        modes: Modes = Modes(),  # noqa: B008
    ) -> None:
        self.screen = screen
        self.frame = frame
        self.qtbot = qtbot
        self.view: QQuickView = open_view(
            main="Citizen/Main.qml", properties={"citizen": frame}, width=size[0], height=size[1], diagonal=21.5, modes=modes
        )
        self.view.show()

    def close(self) -> None:
        self.screen.idle.stop()
        self.frame.goHome()
        shiboken6.delete(self.view)

    def go(self, page: str, argument: str = "") -> None:
        self.screen.navigator.go(page, argument)
        self.wait_for(page)

    def wait_for(self, page: str) -> None:
        """Until the page is there and takes taps."""
        self.qtbot.waitUntil(lambda: self.page_item(page) is not None)

    def page_item(self, page: str) -> QQuickItem | None:
        for item in everything(self.view.rootObject()):
            if item.property("page") == page and item.property("file") and item.isVisible() and item.isEnabled():
                loaded = item.property("item")
                return loaded if isinstance(loaded, QQuickItem) else None
        return None

    def items(self) -> list[QQuickItem]:
        return list(shown(self.view.rootObject()))

    def texts(self) -> list[QQuickItem]:
        return [item for item in self.items() if item.property("paintedWidth") is not None and item.property("text")]

    def words(self) -> str:
        return " ".join(str(item.property("text")) for item in self.items() if item.property("text"))

    def pressables(self) -> list[QQuickItem]:
        return [item for item in self.items() if item.property("lastTap") is not None and item.property("available")]

    def names(self) -> set[str]:
        return {str(item.property("name")) for item in self.pressables()}

    def tap(self, name: str) -> None:
        found = [item for item in self.pressables() if item.property("name") == name]
        assert len(found) == 1, self.names()
        middle = place(found[0]).center()
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(middle.x()), int(middle.y())))

    def picture(self) -> Image.Image:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert self.view.grabWindow().save(buffer, "PNG")  # type: ignore[call-overload]
        return Image.open(io.BytesIO(bytes(buffer.data().data())))

    @property
    def bounds(self) -> QRectF:
        return QRectF(0, 0, self.view.width(), self.view.height())

    def check_words(self) -> None:
        """Nothing is cut, nothing begins or ends beyond the screen."""
        for item in self.texts():
            words = str(item.property("text"))
            assert not item.property("truncated"), f"cut short: {words}"
            assert self.bounds.contains(item.mapRectToScene(QRectF(0, 0, item.property("paintedWidth"), 1))), words

    def check_targets(self) -> None:
        """What can be pressed has a name, is large enough and lies on the screen."""
        for item in self.pressables():
            assert str(item.property("name")).strip(), item
            assert min(item.width(), item.height()) * MM >= LEAST_MM, item.property("name")
            assert self.bounds.contains(place(item)), item.property("name")


def everything(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from everything(child)


def shown(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is seen, from the back to the front."""
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from shown(child)


def place(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
