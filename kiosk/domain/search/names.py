"""Sayings: the names and aliases of entries, taken apart, and how any text is normalised before it is compared.

Here: one shape for what is searched and what is asked. Elsewhere: what of it is compared (index.py), which parts are words (candidates.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kiosk.domain.catalog import SearchKeys
from kiosk.domain.search.hanzi import simplified
from kiosk.domain.search.spelling import is_hanzi, sounds_of

LONGEST_QUERY = 40
"""Characters that are looked at. Nobody says more at a counter before somebody answers."""

KEPT = re.compile(r"[0-9a-z\u3400-\u9fff]+")
"""What is left of a normalised text: figures, letters, Hanzi."""

_SYLLABLE = re.compile(r"[A-Z][a-z]*")
_FIGURES = re.compile(r"[0-9]+")
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Saying:
    """One name or alias, taken apart. `plain` is normalised, fillers and all; `readings` stand beside its characters."""

    entry: int
    written: str
    plain: str
    is_name: bool
    readings: tuple[tuple[str, ...], ...]
    initials: tuple[str, ...]
    """The first letters of the readings, beside each character: `zc` for 重."""


def normalised(text: str) -> str:
    """Half-width, lower case, Simplified, without marks and spaces; figures up to 99 in Hanzi, so that 80岁 is 八十岁."""
    text = simplified(unicodedata.normalize("NFKC", text[: 4 * LONGEST_QUERY]).lower())
    text = "".join(KEPT.findall(text))
    return _FIGURES.sub(lambda found: _in_hanzi(found[0]), text)[:LONGEST_QUERY]


def _in_hanzi(figures: str) -> str:
    if len(figures) > 2:
        return figures
    tens, ones = divmod(int(figures), 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def sayings_of(entry: int, key: SearchKeys) -> Iterator[Saying]:
    for place, written in enumerate((*key.names, *key.aliases)):
        plain = normalised(written)
        if plain:
            readings = tuple(map(_once, _readings(plain, key.full[place])))
            initials = tuple("".join(dict.fromkeys([reading[0] for reading in its])) for its in readings)
            yield Saying(entry, written, plain, place < len(key.names), readings, initials)


@cache
def _once(readings: tuple[str, ...]) -> tuple[str, ...]:
    """The same readings as one object: thirty thousand characters have a thousand of them."""
    return readings


def _readings(plain: str, full: str) -> tuple[tuple[str, ...], ...]:
    """The readings of each character: those of the edition, which follow the phrase, where they can be laid beside it."""
    ways = [_SYLLABLE.findall(way) for way in full.split("|")]
    hanzi = sum(map(is_hanzi, plain))
    fitting = [way for way in ways if len(way) == hanzi]
    if not fitting:
        return tuple(sounds_of(character) for character in plain)
    columns = iter([tuple(dict.fromkeys(column)) for column in zip(*fitting, strict=True)])
    return tuple(tuple(syllable.lower() for syllable in next(columns)) if is_hanzi(character) else (character,) for character in plain)
