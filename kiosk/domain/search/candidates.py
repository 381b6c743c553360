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
from itertools import islice

from kiosk.domain.search.names import Saying
from kiosk.domain.search.sayings import FILLER_CHARACTERS
from kiosk.domain.search.spelling import Piece, is_hanzi, likely_cuts, syllables, typed_pieces

_LONGEST_SAYING = 7
_LONGEST_PART = 4
_FEWEST_SAYINGS = 4
"""Sayings, of two entries at least, that must hold a part before it counts as a word."""
_MANY_BEFORE = 4
_MANY_AFTER = 4
"""Different characters beside a part from which on it is a word of its own.."""

_ENOUGH = 60
"""Words of one way to read the letters that are put in order."""

_Readings = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Word:
    hanzi: str
    readings: _Readings
    held_by: int

    def order(self) -> tuple[int, int, str]:
        """What most sayings have comes first; each further character that has to be believed counts as a saying less."""
        return (len(self.hanzi) - self.held_by, len(self.hanzi), self.hanzi)


class CandidateWords:
    """The words of one edition by the initials they start with. Made with the search index, from its sayings."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self._by_initials: dict[str, list[_Word]] = defaultdict(list)
        for word in sorted(_words(sayings), key=_Word.order):
            firsts = {reading[0] for reading in word.readings[0]}
            seconds = {reading[0] for reading in word.readings[1]}
            for initials in firsts | {first + second for first in firsts for second in seconds}:
                self._by_initials[initials].append(word)

    def for_letters(self, letters: str, limit: int) -> list[str]:
        """At most `limit` words that begin as the letters do: `g` 高龄 …, `glbt` 高龄补贴, `gaolingb` 高龄补贴. [] for anything but a–z."""
        if not letters.isascii() or not letters.isalpha():
            return []
        order: dict[str, tuple[bool, tuple[int, int, str]]] = {}
        for cut in likely_cuts(letters.lower()):
            pieces = typed_pieces(cut)
            fitting = (
                word for word in self._by_initials.get("".join(piece.letters[0] for piece in pieces[:2]), ()) if _begins(pieces, word)
            )
            for word in islice(fitting, _ENOUGH):
                rank = (len(word.hanzi) > len(pieces), word.order())
                order[word.hanzi] = min(rank, order.get(word.hanzi, rank))
        return nsmallest(limit, order, key=order.__getitem__)

    def spelt(self, letters: str) -> str:
        """The word that the letters spell in full and that most sayings have; empty for none."""
        first = self.for_letters(letters, 1)
        return first[0] if first and any(len(cut) == len(first[0]) for cut in likely_cuts(letters.lower())) else ""

    def spelt_one_by_one(self, letters: str) -> str:
        """The words that full pinyin spells one after the other: yiliaobaoxiao is 医疗 报销. Empty unless they are most of it."""
        spelling = syllables(letters)
        words: list[str] = []
        place = 0
        while place < len(spelling):
            ends = range(min(len(spelling), place + _LONGEST_PART), place + 1, -1)
            found = ((end, self.spelt("".join(spelling[place:end]))) for end in ends)
            end, word = next(((end, word) for end, word in found if len(word) == end - place), (place + 1, ""))
            words.append(word)
            place = end
        spelt = "".join(words)
        return spelt if 2 * len(spelt) > len(spelling) else ""


def _begins(pieces: Sequence[Piece], word: _Word) -> bool:
    return len(pieces) <= len(word.hanzi) and all(map(Piece.fits, pieces, word.hanzi, word.readings))


@dataclass(slots=True)
class _Part:
    """A stretch of sayings that may be a word: who holds it, and what stands beside it."""

    sayings: int
    readings: _Readings = ()
    entries: set[int] = field(default_factory=set)
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)

    @property
    def is_word(self) -> bool:
        """Neither torn from what precedes (疾证 of 残疾证) nor from what follows (残疾补 of 残疾补贴)."""
        begins, ends = self.before[""], self.after[""]
        free_before = begins > 1 or (begins and len(self.before) >= _MANY_BEFORE)
        free_after = ends > 1 or len(self.after) >= _MANY_AFTER
        return len(self.entries) > 1 and bool(free_before and free_after)


def _words(sayings: Sequence[Saying]) -> Iterator[_Word]:
    held = Counter(saying.plain[start:end] for saying in sayings for start, end in _parts(saying.plain))
    parts = {part: _Part(count) for part, count in held.items() if count >= _FEWEST_SAYINGS}  # nine of ten are not worth a closer look
    whole: dict[str, _Readings] = {}
    for saying in sayings:
        plain = saying.plain
        for start, end in _parts(plain):
            part = parts.get(plain[start:end])
            if part is not None:
                part.readings = part.readings or saying.readings[start:end]
                part.entries.add(saying.entry)
                part.before[plain[start - 1] if start else ""] += 1
                part.after[plain[end : end + 1]] += 1
        if 1 < len(plain) <= _LONGEST_SAYING and all(map(is_hanzi, plain)):
            whole[plain] = saying.readings
    for hanzi, part in parts.items():
        if part.is_word or hanzi in whole:
            yield _Word(hanzi, part.readings, part.sayings)
    for hanzi, readings in whole.items():
        if hanzi not in parts:
            yield _Word(hanzi, readings, held.get(hanzi, 1))


def _parts(plain: str) -> Iterator[tuple[int, int]]:
    for start in range(len(plain)):
        for end in range(start + 2, min(len(plain), start + _LONGEST_PART) + 1):
            part = plain[start:end]
            if all(map(is_hanzi, part)) and part[0] not in FILLER_CHARACTERS and part[-1] not in FILLER_CHARACTERS:
                yield start, end
