"""The faces' two typefaces, found by what they can draw and not by their name.

Without a CJK face Qt draws every Hanzi as an empty box and exits with 0, so the coverage is asked for at start (FontMissing) and in tests.
The icon face comes as a package; its names are turned into characters here, once.

Elsewhere: sizes and weights (resources/qml/Kiosk/Theme), the faces on paper (infrastructure.printing.blocks).
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from kiosk.application.unavailable import FontMissing

# Likely families first: asking for one costs far less than listing all families of the machine.
_LIKELY = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "WenQuanYi Micro Hei")
_PROBE = "国您办证残疾补贴邻一口受理取号龄骨灰孕婚姻籍，。？（）、《》〔〕–0aA"


def covers(family: str) -> bool:
    """True when this family itself (no fallback face) draws every character of a probe of the catalogue's words."""
    raw = QRawFont.fromFont(QFont(family))
    return (
        raw.isValid()
        and raw.familyName().casefold().startswith(family.casefold()[:8])
        and all(raw.supportsCharacter(ord(c)) for c in _PROBE)
    )


def find_hanzi_family() -> str:
    """A family that covers the catalogue's Hanzi. FontMissing when this machine has none."""
    for family in _LIKELY:
        if covers(family):
            return family
    for family in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        if covers(family):
            return family
    raise FontMissing


def load_icon_family() -> str:
    """Loads the icon face from its package and gives the family name Qt knows it by."""
    number = QFontDatabase.addApplicationFont(str(_icon_font()))
    families = QFontDatabase.applicationFontFamilies(number)
    if not families:
        raise FontMissing
    return families[0]


def _icon_font() -> Path:
    """Found without importing its package, whose table of seven thousand names would cost the first frame 10 ms."""
    package = importlib.util.find_spec("fonticon_mdi7")
    if package is None or package.origin is None:
        raise FontMissing
    return next((Path(package.origin).parent / "fonts").glob("*.ttf"))


@cache
def icon_character(name: str) -> str:
    """The character of a Material Design icon, `account-check` → one code point. KeyError for a name the package does not have."""
    from fonticon_mdi7 import MDI7

    glyph = getattr(MDI7, name.replace("-", "_"), None)
    if glyph is None:
        raise KeyError(name)
    return str(glyph).rpartition(".")[2]
