"""Faces found by what they draw; icons that are what they are called."""

from __future__ import annotations

import re

import pytest
from fonticon_mdi7 import MDI7
from PySide6.QtGui import QFontDatabase

from kiosk.application.unavailable import FontMissing
from kiosk.infrastructure.paths import resources_dir
from kiosk.interface.shared import fonts

FRAME_ICON = re.compile(r'readonly property string (\w+): "\\u\{([0-9A-F]+)\}" // ([a-z0-9-]+)')


def test_a_family_covers_the_hanzi(qapp: object) -> None:
    assert fonts.covers(fonts.find_hanzi_family())


def test_a_latin_family_does_not(qapp: object) -> None:
    assert not fonts.covers(fonts.load_icon_family())


def test_without_a_hanzi_family_it_is_said(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_LIKELY", ("Some Latin Face",))
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: ["Some Latin Face"])
    with pytest.raises(FontMissing):
        fonts.find_hanzi_family()


def test_the_frame_icons_are_what_their_names_say() -> None:
    source = (resources_dir() / "qml" / "Kiosk" / "Theme" / "Icons.qml").read_text("utf-8")
    found = FRAME_ICON.findall(source)
    assert len(found) > 40
    assert source.count("readonly property string") == len(found)
    for name, code, package_name in found:
        assert ord(fonts.icon_character(package_name)) == int(code, 16), name


def test_an_unknown_icon_is_a_key_error() -> None:
    assert not hasattr(MDI7, "no_such_icon")
    with pytest.raises(KeyError):
        fonts.icon_character("no-such-icon")
