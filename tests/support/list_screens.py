"""One page with lists on the real catalogue, drawn without the frame around it: what it shows is measured, what is pressed is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF, Qt, QUrl
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from kiosk.interface.shared.fonts import find_hanzi_family, load_icon_family
from tests.support.guide_screens import QML

UPRIGHT, WIDE = (1080, 1920), (1920, 1080)
MM = 0.248

_PAGE = """
import QtQuick
import Kiosk.Citizen
import Kiosk.CitizenModels
Item {{
    id: root
    required property {model} model
    {page} {{ anchors.fill: parent; viewModel: root.model }}
}}
"""


class ListScreen:
    """A window with one page. `width` × `height` is the screen's; the page has it without the persistent bar."""

    def __init__(self, page: str, model: QObject, width: int, height: int, *, contrast: bool = False) -> None:
        self._model = model  # outlives the scene
        self.window = QQuickView()
        engine = self.window.engine()
        engine.addImportPath(str(QML))
        theme = cast("QObject", engine.singletonInstance("Kiosk.Theme", "Theme"))
        inputs = {
            "hanziFamily": find_hanzi_family(),
            "iconFamily": load_icon_family(),
            "shortSide": min(width, height),
            "portrait": height >= width,
            "contrast": contrast,
            "mmPerPixel": MM,
        }
        for name, value in inputs.items():
            theme.setProperty(name, value)
        self.size = width, height - (150 if height >= width else 128)
        self.window.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.window.resize(*self.size)
        self.window.setInitialProperties({"model": model})
        with TemporaryDirectory() as folder:
            file = Path(folder) / "Page.qml"
            file.write_text(_PAGE.format(page=page, model=type(model).__name__), encoding="utf-8")
            self.window.setSource(QUrl.fromLocalFile(str(file)))
        assert self.window.rootObject() is not None, self.window.errors()
        self.window.show()
        self.settle()

    def close(self) -> None:
        """The scene before the view model, or bindings see null."""
        self.window.hide()
        self.window.setSource(QUrl())
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Until everything is laid out: a grab polishes and draws the scene."""
        for _ in range(2):
            QCoreApplication.processEvents()
            self.window.grabWindow()

    def texts(self) -> list[QQuickItem]:
        return [item for item in _shown(self.window.rootObject()) if item.property("paintedWidth") is not None and item.property("text")]

    def words(self) -> list[str]:
        return [str(item.property("text")) for item in self.texts()]

    def pressables(self) -> list[QQuickItem]:
        return [item for item in _shown(self.window.rootObject()) if item.property("lastTap") is not None and item.property("available")]

    def names(self) -> list[str]:
        return [str(item.property("name")) for item in self.pressables()]

    def chosen(self) -> list[str]:
        return [str(item.property("name")) for item in self.pressables() if item.property("checked")]

    def tap(self, name: str) -> None:
        found = [item for item in self.pressables() if item.property("name") == name]
        assert len(found) == 1, self.names()
        middle = found[0].mapRectToScene(QRectF(0, 0, found[0].width(), found[0].height())).center()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(middle.x()), int(middle.y())))
        self.settle()

    def faults(self) -> list[str]:
        """Words cut, small, beyond the page or one over the other; things to press that are nameless, small or beyond the page."""
        page = QRectF(-1, -1, self.size[0] + 2, self.size[1] + 2)
        found = []
        inked = []
        for item in self.texts():
            words, shape = str(item.property("text")), _ink(item)
            inked.append((words, shape))
            if item.property("truncated"):
                found.append(f"cut: {words}")
            if item.property("font").pixelSize() < 35:
                found.append(f"small: {words}")
            if not page.contains(shape):
                found.append(f"beyond the page: {words}")
            if (board := _pressable_above(item)) is not None and not _box(board).contains(shape):
                found.append(f"beyond its board: {words}")
        for (words, here), (others, there) in combinations(inked, 2):
            shared = here.intersected(there)
            if shared.width() > 1 and shared.height() > 1:
                found.append(f"one over the other: {words} / {others}")
        for item in self.pressables():
            name = str(item.property("name"))
            if not name.strip():
                found.append("nameless")
            if min(item.width(), item.height()) * MM < 15:
                found.append(f"hard to hit: {name}")
            if not page.contains(_box(item)):
                found.append(f"target beyond the page: {name}")
        return found


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _ink(item: QQuickItem) -> QRectF:
    """Where the words stand: without the air that the box has beyond them."""
    width = item.property("paintedWidth")
    context = qmlContext(item)
    assert context is not None
    align = QQmlExpression(context, item, "horizontalAlignment").evaluate()[0]
    left = (item.width() - width) / 2 if align == Qt.AlignmentFlag.AlignHCenter.value else 0.0
    return item.mapRectToScene(QRectF(left, 0, width, item.height())).adjusted(1, 3, -1, -3)


def _pressable_above(item: QQuickItem) -> QQuickItem | None:
    above: QQuickItem | None = item.parentItem()
    while above is not None and above.property("lastTap") is None:
        above = above.parentItem()
    return above


def _shown(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from _shown(child)
