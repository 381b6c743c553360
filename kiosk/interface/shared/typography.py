"""How catalogue words stand on screen and paper: full-width punctuation between Hanzi, a space between Hanzi and figures.

The catalogue keeps its sources' characters; this is where they are set. GB/T 15834 for the marks, the mock-ups for the spaces.

Elsewhere: sizes and weights (resources/qml/Kiosk/Theme), dates and times (moments.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "(": "（", ")": "）"}


@dataclass(frozen=True, slots=True)
class _Patterns:
    after_hanzi: re.Pattern[str]
    after_figure: re.Pattern[str]
    brackets: re.Pattern[str]
    hanzi_beside_figure: re.Pattern[str]
    range: re.Pattern[str]
    document_number: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compiled when first needed: 8 ms that the first frame does not have to pay."""
    hanzi = r"\u3007\u3400-\u9fff"
    return _Patterns(
        after_hanzi=re.compile(rf"(?<=[{hanzi}”』」》）％%])([,;:?])\s*"),
        after_figure=re.compile(rf"(?<=[0-9A-Za-z])([,;:?])\s*(?=[{hanzi}“《（])"),
        brackets=re.compile(rf"\(([^()]*[{hanzi}][^()]*)\)"),
        hanzi_beside_figure=re.compile(rf"(?<=[{hanzi}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[{hanzi}])"),
        # A range, never a date.
        range=re.compile(r"(?<![\d.-])(\d{1,3}(?:\.\d+)?)\s*[-~～]\s*(\d{1,3}(?:\.\d+)?)(?![\d-])"),
        document_number=re.compile(r"〕(\d+) 号"),
    )


def set_words(words: str) -> str:
    """The same words, set for reading: `年满16周岁,本人去(带证)` → `年满 16 周岁，本人去（带证）`. Web addresses are left alone."""
    if "://" in words or not any(character.isascii() for character in words):
        return words
    patterns = _patterns()
    words = patterns.brackets.sub(r"（\1）", words)
    words = patterns.after_hanzi.sub(lambda found: _WIDE[found[1]], words)
    words = patterns.after_figure.sub(lambda found: _WIDE[found[1]], words)
    words = patterns.range.sub(r"\1–\2", words)
    return patterns.document_number.sub(r"〕\1号", patterns.hanzi_beside_figure.sub(" ", words))


def in_a_row(words: list[str] | tuple[str, ...]) -> str:
    """`一、二、三`."""
    return "、".join(words)


def minutes_range(low: int | None, high: int | None) -> str:
    """`15–25`, `15` when both are one, empty when unknown: the caller then says so in words, never a zero."""
    if low is None or high is None:
        return ""
    return f"{low}" if low == high else f"{low}–{high}"
