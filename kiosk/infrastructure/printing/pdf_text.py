"""The words of a PDF drawn by Qt, as they are meant: for searching, copying and reading aloud.

Qt names a glyph after the first character that the font draws with it. In a Chinese face that is often a radical (⼾ U+2F3E for 户 U+6237) or
another dash: it looks the same and is another word. Here: those names are put right in the finished file. Elsewhere: drawing (sheet.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtGui import QFont, QRawFont

_MEANT = "–" + "".join(map(chr, range(0x4E00, 0xA000)))
"""What words are written with; whatever else shares a glyph with one of these means it."""
_ODD = "".join(map(chr, (*range(0x2010, 0x2016), *range(0x2E80, 0x2FE0))))
"""Dashes and radicals."""
_CHARACTER_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_NAMED = re.compile(rb"<(2[0-9A-Fa-f]{3})>")
"""U+2000 to U+2FFF. Glyph numbers of a map are written the same way, but no document has so many glyphs."""


def with_meant_words(pdf: bytes, *, family: str) -> bytes:
    """The same file with its character maps put right, byte for byte in place. `family` drew its words. Qt writes these maps uncompressed."""
    twins = {**_twins(family, QFont.Weight.Normal), **_twins(family, QFont.Weight.Bold)}

    def meant(found: re.Match[bytes]) -> bytes:
        code = int(found[1], 16)
        return b"<%04X>" % twins.get(code, code)

    return _CHARACTER_MAP.sub(lambda found: _NAMED.sub(meant, found[0]), pdf)


def _twins(family: str, weight: QFont.Weight) -> Mapping[int, int]:
    """Odd characters that this face draws with the glyph of a meant one, which is the value."""
    font = QFont(family)
    font.setWeight(weight)
    raw = QRawFont.fromFont(font)
    meant = {glyph: ord(character) for character, glyph in zip(_MEANT, raw.glyphIndexesForString(_MEANT), strict=True) if glyph}
    return {ord(character): meant[glyph] for character, glyph in zip(_ODD, raw.glyphIndexesForString(_ODD), strict=True) if glyph in meant}
