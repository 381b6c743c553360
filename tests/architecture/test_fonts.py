"""This machine can draw the kiosk's words: every Hanzi of catalogue, pages and sentences, in regular and in true bold.

Without such a face Qt draws empty boxes and exits with 0.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QRawFont
from pytestqt.qtbot import QtBot

from kiosk.interface.shared.fonts import find_hanzi_family

ROOT = Path(__file__).resolve().parents[2]
_SOURCES = (("catalog", "*.yaml"), ("resources/qml", "*.qml"), ("kiosk", "*.py"))


def words_characters() -> set[str]:
    """Every Hanzi and every punctuation mark of Chinese text in the sources."""
    texts = [path.read_text("utf-8") for folder, pattern in _SOURCES for path in (ROOT / folder).rglob(pattern)]
    return {c for text in texts for c in set(text) if unicodedata.east_asian_width(c) in "WF" and unicodedata.category(c) != "So"}


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
def test_a_face_draws_every_character_of_the_product(qtbot: QtBot, weight: QFont.Weight) -> None:
    characters = words_characters()
    assert len(characters) > 1000, "the test must have seen the catalogue"
    font = QFont(find_hanzi_family())
    font.setWeight(weight)
    raw = QRawFont.fromFont(font)
    assert raw.isValid()
    assert (raw.weight() >= QFont.Weight.DemiBold.value) == (weight is QFont.Weight.Bold), (
        f"{raw.familyName()} has {raw.styleName()} for it"
    )
    # Asked by number: asked by str, PySide6 6.11 says no to some that are there (火, 灭 and 200 more).
    assert "".join(sorted(c for c in characters if not raw.supportsCharacter(ord(c)))) == ""
