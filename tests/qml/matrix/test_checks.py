"""Each check of the matrix finds what it is there for: one small bad scene for each fault, and a good one without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtQuick import QQuickView
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.interface.shared.fonts import find_hanzi_family, load_icon_family
from tests.support.drawn_scene import SceneSeen, contrast_faults, focus_faults, layout_faults, millimetre_faults, name_faults, see
from tests.support.guide_screens import QML

MM = 0.248
_SCENE = """
import QtQuick
import Kiosk.Theme
import Kiosk.Controls

Rectangle {
    color: Theme.colour.paper
    height: 600
    width: 800
    %s
}
"""
Drawn = Callable[[str], SceneSeen]


@pytest.fixture
def drawn(qtbot: QtBot, tmp_path: Path) -> Iterator[Drawn]:
    views: list[QQuickView] = []

    def draw(body: str) -> SceneSeen:
        view = QQuickView()
        views.append(view)
        view.engine().addImportPath(str(QML))
        theme = view.engine().singletonInstance("Kiosk.Theme", "Theme")
        assert isinstance(theme, QObject)
        theme.setProperty("hanziFamily", find_hanzi_family())
        theme.setProperty("iconFamily", load_icon_family())
        file = tmp_path / "Scene.qml"
        file.write_text(_SCENE % body, "utf-8")
        view.setSource(QUrl.fromLocalFile(str(file)))
        assert view.rootObject() is not None, view.errors()
        view.show()
        QTest.qWait(0)
        return see(view.rootObject(), view.grabWindow())

    yield draw
    for view in views:
        shiboken6.delete(view)


def faults(scene: SceneSeen, *, body_mm: float = 7.4) -> list[str]:
    drawn = layout_faults(scene) + millimetre_faults(scene, mm_per_pixel=MM, body_mm=body_mm)
    return drawn + contrast_faults(scene) + name_faults(scene) + focus_faults(scene)


GOOD = 'Button { x: 40; y: 40; width: 400; label: "取号" } Words { x: 40; y: 300; text: "前面 6 人" }'


def test_a_good_scene_has_no_fault(drawn: Drawn) -> None:
    scene = drawn(GOOD)
    assert {seen.words for seen in scene.words} == {"取号", "前面 6 人"}
    assert [(target.spoken, target.role) for target in scene.targets] == [("取号", "Button")]
    assert faults(scene) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('Words { width: 120; lines: 1; text: "前面还有六个人" }', "cut: 前面还有六个人"),
        ('Words { width: 100; wrapMode: Text.NoWrap; text: "前面还有六个人" }', "larger than its box: 前面还有六个人"),
        ('Words { width: 200; height: 20; text: "前面还有六个人在等叫号" }', "larger than its box: 前面还有六个人在等叫号"),
        ('Words { x: 700; text: "前面还有六个人" }', "beyond the window: 前面还有六个人"),
        ('Sheet { width: 100; height: 60; Words { text: "前面还有六个人" } }', "beyond its board: 前面还有六个人"),
        ('Beam { y: 100; width: 800 } Words { y: 90; text: "等叫号" }', "across the beam: 等叫号"),
        ('Picture { file: "jinxiaoer"; height: 300 } Words { x: 60; y: 150; text: "等叫号" }', "on 金小二: 等叫号"),
        ('Words { text: "等叫号" } Words { x: 20; y: 10; text: "取号" }', "one over the other: 等叫号 / 取号"),
        ('Words { text: "等叫号" } Button { x: 20; y: 10; width: 300; label: "取号" }', "等叫号 under 取号"),
        ('Button { width: 300; label: "取号" } Button { y: 100; width: 300; label: "返回" }', "targets over one another: 取号 / 返回"),
        ('Button { x: 600; width: 300; label: "取号" }', "target beyond the window: 取号"),
        ('Button { y: 200; width: 300; label: "取号" } Button { width: 300; label: "返回" }', "focus goes back: 取号 / 返回"),
        ('Button { x: 400; width: 300; label: "取号" } Button { width: 300; label: "返回" }', "focus goes back: 取号 / 返回"),
        ('Button { x: 400; width: -30; label: "取号" }', "hard to hit: 取号 (Button) -7.4 mm"),
        ('Button { width: 300; height: 56; label: "取号" }', "hard to hit: 取号 (Button) 13.9 mm"),
        ('Words { font.pixelSize: 30; text: "取号" }', "hard to read: 取号 6.52 mm"),
        ('Words { color: "#8899AA"; text: "取号" }', "pale: 取号 2.6"),
        ('Icon { glyph: Theme.icon.back; color: "#DDDDD0" }', "pale: 0xf004d 1.2"),
        ('Pressable { x: 40; y: 40; width: 300; height: 100; name: "取号" }', "no edge: 取号 1.0"),
        ('Pressable { x: 40; y: 40; width: 300; height: 100; name: " "; Sheet { anchors.fill: parent } }', "nameless: Pressable"),
        (
            'Pressable { width: 300; height: 100; name: "取号"; Accessible.role: Accessible.StaticText; Sheet { anchors.fill: parent } }',
            "取号 is no button: StaticText",
        ),
    ],
)
def test_a_bad_scene_is_found(drawn: Drawn, body: str, fault: str) -> None:
    assert fault in faults(drawn(body))


def test_what_may_be_is_no_fault(drawn: Drawn) -> None:
    """A beginning on purpose, a thing to press inside another, words of what cannot be pressed now."""
    scene = drawn(
        'Words { width: 200; lines: 1; excerpt: true; text: "前面还有六个人" }'
        ' Button { y: 200; width: 700; height: 300; label: "外" ; Button { x: 8; y: 8; width: 200; label: "内" } }'
        ' Button { y: 80; width: 300; available: false; label: "下一页" }'
    )
    assert faults(scene) == []


def test_the_elder_version_asks_for_more(drawn: Drawn) -> None:
    assert "hard to read: 前面 6 人 7.60 mm" in faults(drawn(GOOD), body_mm=12.0)
