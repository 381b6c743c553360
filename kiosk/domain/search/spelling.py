"""Letters and what they may spell: initials, full pinyin, a mix of both, with Hanzi in between.

Here: cutting a typed query into syllables and initials, and when two syllables sound alike in Henan. Elsewhere: the tables (hanzi.py), what is
compared with what (index.py, candidates.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from kiosk.domain.search.hanzi import READINGS, SYLLABLES

MOST_CUTS = 8
"""Ways to cut one run of letters that are tried. The ways with the fewest pieces come first, so what is left out is far-fetched."""

_LONGEST = max(map(len, SYLLABLES))
_STARTS: frozenset[str] = frozenset(syllable[:end] for syllable in SYLLABLES for end in range(1, len(syllable) + 1))
_SOUNDS = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_DOUBLE = frozenset({"zh", "ch", "sh"})
_ENDINGS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands for one character of a catalogue word: the Hanzi or figure itself, or the letters it may begin with."""

    character: str
    letters: str
    initials: tuple[str, ...]
    whole: bool = False
    """The letters are a syllable to the end: jia is not the beginning of jian once more letters follow."""

    def fits(self, character: str, readings: Sequence[str]) -> bool:
        """Whether the piece may stand for this character, which has these readings."""
        if self.character:
            return self.character == character
        if self.whole:
            return self.letters in readings
        return readings[0].startswith(self.letters) or any(reading.startswith(self.letters) for reading in readings[1:])


def typed_pieces(cut: Sequence[str]) -> list[Piece]:
    """The pieces of one way to cut a run of letters; the last may be unfinished."""
    last = len(cut) - 1
    return [Piece("", part, (part[0],), place < last and len(part) > 1 and part in SYLLABLES) for place, part in enumerate(cut)]


def hanzi_piece(character: str) -> Piece:
    return Piece(character, "", tuple({reading[0] for reading in READINGS.get(character, (character,))}))


@lru_cache(maxsize=1024)
def careless(syllable: str) -> str:
    """The key under which syllables are taken for each other: zh z, ch c, sh s, ang an, eng en, ing in."""
    for long, short in _SOUNDS:
        if syllable.startswith(long):
            syllable = short + syllable[2:]
            break
    for long, short in _ENDINGS:
        if syllable.endswith(long):
            return syllable[: -len(long)] + short
    return syllable


@lru_cache(maxsize=2048)
def sounds_like(readings: tuple[str, ...]) -> tuple[str, ...]:
    """The sounds of these readings, each once: ü is u."""
    return tuple(dict.fromkeys(reading.replace("v", "u") for reading in readings))


def sounds_of(character: str) -> tuple[str, ...]:
    """The sounds of one Hanzi; of a figure or letter, itself."""
    return sounds_like(tuple(READINGS.get(character, (character,))))


def is_hanzi(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


@lru_cache(maxsize=8)
def cuts(letters: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a run of letters as syllables and initials; the last piece may be the beginning of a syllable.

    `shebk` → (she, b, k) …; `sbk` → (s, b, k); `xian` → (xian), (xi, an). Fewest pieces first. One query asks for the same cuts several times.
    """
    if not letters:
        return ()
    best = tuple(pieces for _, _, pieces in _cuts(letters))
    single = tuple(letters)
    return best if single in best else (*best, single)


_Way = tuple[int, int, tuple[str, ...]]
"""How many pieces, how many of them single letters, the pieces."""
_FEWEST_FIRST = itemgetter(0, 1)


def _cuts(letters: str) -> list[_Way]:
    """Whole syllables where there are any; single letters elsewhere. Grows with the number of readings, kept small by `alive`."""
    alive: list[list[_Way]] = [[(0, 0, ())], *([] for _ in letters)]
    for start in range(len(letters)):
        ways = sorted(alive[start], key=_FEWEST_FIRST)[:MOST_CUTS]
        for end in range(start + 1, min(len(letters), start + _LONGEST) + 1):
            piece = letters[start:end]
            last = end == len(letters)
            if end == start + 1 or piece in SYLLABLES or piece in _DOUBLE or (last and piece in _STARTS):
                single = end == start + 1
                alive[end] += [(count + 1, singles + single, (*pieces, piece)) for count, singles, pieces in ways]
    return sorted(alive[len(letters)], key=_FEWEST_FIRST)[:MOST_CUTS]


def syllables(letters: str) -> tuple[str, ...]:
    """The one way to read letters wholly as syllables (the last may be unfinished); empty when there is none."""
    for pieces in cuts(letters):
        if all(piece in SYLLABLES for piece in pieces[:-1]) and pieces[-1] in _STARTS:
            return pieces
    return ()


def likely_cuts(letters: str) -> Sequence[tuple[str, ...]]:
    """As `cuts`, but letters that are clearly syllables (shebao, shebaok) are only these or initials, nothing in between."""
    spelt = syllables(letters)
    if len(spelt) > 1 and min(map(len, spelt[:-1])) > 1:
        return (spelt, tuple(letters))
    return cuts(letters)
