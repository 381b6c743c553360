"""Candidates: the Hanzi words of the catalogue that letters typed so far may stand for, so that Hanzi are entered without an input method.

Here: which words of the catalogue are worth offering, and in which order. Elsewhere: what a query finds (index.py).

A word is a short saying, or a part that the sayings of several entries have: 高龄补贴, 高龄, 补贴. A word whose characters are all begun stands
before one that goes on; then what more sayings hold stands before what fewer hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from kiosk.domain.search.names import Saying
from kiosk.domain.search.sayings import FILLER_CHARACTERS
from kiosk.domain.search.spelling import Piece, is_hanzi, likely_cuts, typed_pieces

_LONGEST_SAYING = 7
_LONGEST_PART = 4
_FEWEST_SAYINGS = 4
"""Sayings, of two entries at least, that must hold a part before it counts as a word."""
_MANY_BEFORE = 8
_MANY_AFTER = 4
"""Different characters beside a part from which on it is a word of its own. Hanzi join to the left more freely than to the right."""

_Readings = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Word:
    hanzi: str
    readings: _Readings
    held_by: int


class CandidateWords:
    """The words of one edition by the initial they start with. Made with the search index, from its sayings."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self._by_start: dict[str, list[_Word]] = defaultdict(list)
        for word in _words(sayings):
            for initial in {reading[0] for reading in word.readings[0]}:
                self._by_start[initial].append(word)

    def for_letters(self, letters: str, limit: int) -> list[str]:
        """At most `limit` words that begin as the letters do: `g` 高龄 …, `glbt` 高龄补贴, `gaolingb` 高龄补贴. [] for anything but a–z."""
        if not letters.isascii() or not letters.isalpha():
            return []
        ways = [typed_pieces(cut) for cut in likely_cuts(letters.lower())]
        order: dict[str, tuple[bool, int, int, str]] = {}
        for word in self._by_start.get(letters[0].lower(), ()):
            left = min((len(word.hanzi) - len(pieces) for pieces in ways if _begins(pieces, word)), default=None)
            if left is not None:
                order[word.hanzi] = (left > 0, left - word.held_by, len(word.hanzi), word.hanzi)
        return nsmallest(limit, order, key=order.__getitem__)

    def spelt(self, letters: str) -> str:
        """The word that the letters spell in full and that most sayings have; empty for none."""
        first = self.for_letters(letters, 1)
        return first[0] if first and any(len(cut) == len(first[0]) for cut in likely_cuts(letters.lower())) else ""


def _begins(pieces: Sequence[Piece], word: _Word) -> bool:
    if len(pieces) > len(word.hanzi):
        return False
    return all(piece.fits(character, its) for piece, character, its in zip(pieces, word.hanzi, word.readings, strict=False))


@dataclass(slots=True)
class _Part:
    """A stretch of sayings that may be a word: who holds it, and what stands beside it."""

    readings: _Readings
    sayings: int = 0
    entries: set[int] = field(default_factory=set)
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)

    @property
    def is_word(self) -> bool:
        """Neither torn from what precedes (疾证 of 残疾证) nor from what follows (残疾补 of 残疾补贴)."""
        begins, ends = self.before[""], self.after[""]
        free_before = begins > 1 or (begins and len(self.before) >= _MANY_BEFORE)
        free_after = ends > 1 or len(self.after) >= _MANY_AFTER
        return self.sayings >= _FEWEST_SAYINGS and len(self.entries) > 1 and bool(free_before and free_after)


def _words(sayings: Sequence[Saying]) -> Iterator[_Word]:
    parts: dict[str, _Part] = {}
    whole: dict[str, _Readings] = {}
    for saying in sayings:
        plain = saying.plain
        for start, end in _parts(plain):
            part = parts.setdefault(plain[start:end], _Part(saying.readings[start:end]))
            part.sayings += 1
            part.entries.add(saying.entry)
            part.before[plain[start - 1] if start else ""] += 1
            part.after[plain[end : end + 1]] += 1
        if len(plain) <= _LONGEST_SAYING and all(map(is_hanzi, plain)):
            whole[plain] = saying.readings
    for hanzi, part in parts.items():
        if part.is_word or hanzi in whole:
            yield _Word(hanzi, part.readings, part.sayings)
    for hanzi, readings in whole.items():
        if hanzi not in parts:
            yield _Word(hanzi, readings, 1)


def _parts(plain: str) -> Iterator[tuple[int, int]]:
    for start in range(len(plain)):
        for end in range(start + 2, min(len(plain), start + _LONGEST_PART) + 1):
            part = plain[start:end]
            if all(map(is_hanzi, part)) and part[0] not in FILLER_CHARACTERS and part[-1] not in FILLER_CHARACTERS:
                yield start, end
