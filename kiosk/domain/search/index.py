"""SearchIndex: which entries answer to a query, best first.

Here: what is compared with what, and how much each comparison weighs. Elsewhere: everyday language (sayings.py), readings (hanzi.py, spelling.py),
the words offered while letters are typed (candidates.py), who asks (interface, command line).

Every name and alias of an entry is a *saying*. A query is compared with each saying by characters, pairs of characters (also when one of the two
is only heard: homophones) and meanings, each weighing the more the fewer entries have it (cosine over inverse document frequency). An entry is as
good as its best saying and as the share of the query that stands anywhere in it, its guide included. Saying the very words ranks before all.
Letters are cut into syllables and initials and laid along the readings of each saying; whole syllables are compared as sounds as well.
Long because ranking is one piece: the weight of a comparison means something only beside the others.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import accumulate, chain, pairwise
from math import log, sqrt
from operator import itemgetter

from kiosk.domain.catalog import CatalogList, Edition, EntryCode, SearchKeys
from kiosk.domain.search.candidates import CandidateWords
from kiosk.domain.search.names import KEPT, Saying, normalised, sayings_of
from kiosk.domain.search.sayings import audiences, kept_of, meanings
from kiosk.domain.search.spelling import (
    MOST_CUTS,
    Piece,
    careless,
    hanzi_piece,
    likely_cuts,
    sounds_like,
    sounds_of,
    syllables,
    typed_pieces,
)

# What one comparison weighs against the others: found on the aliases themselves (tenths of them kept aside in turn) and on aliases with one
# character exchanged or left out. The optimum is flat, so the second decimal means nothing.
_CHARACTER = 0.7
_PAIR = 1.0
_MEANING = 1.3
_HEARD = 0.5
_ALIKE = 0.5
_COVERAGE = 1.2
_GUIDE_SHARE = 0.6
_EXACT = 1.0
_SOUNDS_SAME = 0.7
_WITHIN = 0.35
_CONTAINS = 0.2
_LIKE_ENOUGH = 0.2
"""Cosine from which it is worth asking whether one text stands within the other."""
_WRONG_KIND = 0.95
"""A proof when no proof was asked for, an item when one was."""
_UNNAMED = 0.8
"""An entry whose name says whom it is for, when the query names nobody of them."""
_FROM_START = 1.2
_INSIDE = 0.9
_SHARE = 0.3
_NAME = 0.02
_SCATTERED = 0.8
"""Initials of which most pairs stand somewhere in a saying: 养老认证 for 养老资格认证."""
_STANDS_FOR = 1.3
"""Score from which letters are taken to stand for a saying."""
_HEARD_ENOUGH = 0.45
"""Cosine of sounds from which typed pinyin may mean a saying: jiashizheng is not 老家是哪的证明."""
_FEW = 5
"""Entries that letters must find as they stand; with fewer, careless spelling and scattered initials are tried as well."""
_FEWEST_LETTERS = 3
_ALSO = 0.5
"""What that saying finds, against what the letters find themselves."""
_LOOKED_AT = 30
"""Entries whose sayings are compared one by one."""
_TOUCHED_ENOUGH = 4000
_STILL_LIKELY = 250
"""Bounds for catalogues of thousands of entries; a hall's own never reaches them."""
_MANY_SAYINGS = 300
"""From here on it is quicker to look the likely entries up in a row than to read the row."""
_LEAST = 0.36
_LEAST_OF_BEST = 0.1
"""Below these a hit shares too little with the query, or with what the best one shares, to be shown as found."""

_STEP = 20
"""Entries that are taken apart in one step of making an index."""
_PROOF = frozenset({"proof", "seal"})
_LETTER = re.compile(r"[a-z]")
_LETTERS = re.compile(r"[a-z]+")
_RUN = re.compile(r"[a-z]+|[^a-z]")


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that answers, how well (only the order means something), and the name or alias that was met best, empty if it was the guide."""

    code: EntryCode
    score: float
    saying: str


_Answer = tuple[int, float, str]
"""Number of the entry, score, its best saying as written."""


class SearchIndex:
    """The sayings of one edition, ready to be compared. Making one takes half a second for 217 entries: after the first frame, in steps."""

    def __init__(
        self,
        codes: Sequence[EntryCode],
        lists: Mapping[EntryCode, CatalogList],
        sayings: Sequence[Saying],
        in_words: _Aspect,
        in_sound: _Aspect,
    ) -> None:
        self.sayings = sayings
        self._codes = codes
        self._is_proof = [lists[code] in (CatalogList.RETAINED, CatalogList.ABOLISHED) for code in codes]
        self._audiences: list[set[str]] = [set() for _ in codes]
        for saying in sayings:
            if saying.is_name:
                self._audiences[saying.entry] |= audiences(saying.plain)
        self._in_words = in_words
        self._in_sound = in_sound
        self._words = CandidateWords(sayings)
        self._starts, self._pairs = _initials_index(sayings)

    @classmethod
    def of(cls, edition: Edition) -> SearchIndex:
        """All at once."""
        return [index for index in cls.in_steps(edition) if index is not None][-1]

    @classmethod
    def in_steps(cls, edition: Edition) -> Iterator[SearchIndex | None]:
        """The same in steps of some hundredths of a second, for a worker that has other things to do; the last step gives the index."""
        return cls.of_keys_in_steps(edition.search_keys, {code: row.list for code, row in edition.rows.items()})

    @classmethod
    def of_keys_in_steps(cls, keys: Sequence[SearchKeys], lists: Mapping[EntryCode, CatalogList]) -> Iterator[SearchIndex | None]:
        sayings: list[Saying] = []
        words, sounds = _Gathered(), _Gathered()
        for entry, key in enumerate(keys):
            for saying in sayings_of(entry, key):
                sayings.append(saying)
                words.add(words.said, _features_of(saying))
                sounds.add(sounds.said, _sounds_of(saying))
            words.add(words.guided, _guide_features(key.words))
            if entry % _STEP == 0:
                yield None
        entry_of = array("I", [saying.entry for saying in sayings])
        in_words = _Aspect(len(keys), entry_of, words)
        yield None
        in_sound = _Aspect(len(keys), entry_of, sounds)
        yield None
        yield cls([key.code for key in keys], lists, sayings, in_words, in_sound)

    def rank(self, query: str, limit: int) -> list[Hit]:
        """Entries that answer to `query`, best first, at most `limit`; [] when nothing shares enough with it.

        Any text is a query: Hanzi of either form, pinyin, initials, figures, a mix. Control characters and marks are not looked at.
        """
        hits = self.nearest(query, limit)
        return [hit for hit in hits if hit.score >= max(_LEAST, _LEAST_OF_BEST * hits[0].score)]

    def nearest(self, query: str, limit: int) -> list[Hit]:
        """As `rank`, however little the entries share with the query: what to offer when nothing was found."""
        plain = normalised(query)
        if not plain:
            return []
        spelt = self.spelt("".join(_LETTERS.findall(plain)))
        meant = meanings(_LETTERS.sub("", plain) + spelt)
        answers = self._asked_in_both(plain, spelt) if _LETTER.search(plain) else self._asked_in_hanzi(plain)
        apt = [(-score * self._aptness(entry, meant), self._codes[entry], saying) for entry, score, saying in answers]
        return [Hit(code, -score, saying) for score, code, saying in nsmallest(limit, apt)]

    def _aptness(self, entry: int, meant: set[str]) -> float:
        """1, or less for the other kind of entry and for an entry that is for people whom the query does not name."""
        wants_proof = not _PROOF.isdisjoint(meant)
        apt = 1.0 if self._is_proof[entry] == wants_proof else _WRONG_KIND
        for_others = bool(self._audiences[entry]) and self._audiences[entry].isdisjoint(meant)
        return apt * _UNNAMED if for_others else apt

    def _asked_in_hanzi(self, plain: str) -> Iterator[_Answer]:
        sounds = [sounds_of(character) for character in plain]
        features = _features(plain, sounds)
        covered, cosines = self._in_words.compared(features)
        best = dict.fromkeys(covered, (0.0, ""))
        for number, cosine in cosines.items():
            saying = self.sayings[number]
            score = cosine + (_exactness(plain, sounds, saying) if cosine > _LIKE_ENOUGH else 0.0)
            if score > best[saying.entry][0]:
                best[saying.entry] = score, saying.written
        return ((entry, score + _COVERAGE * covered[entry], written) for entry, (score, written) in best.items())

    def _asked_in_both(self, plain: str, spelt: str) -> Iterable[_Answer]:
        """Letters, perhaps after words: 社bk stands in a saying as it is; 老人 hl is 老人 and something with h, l.

        What the letters stand for is then asked for in Hanzi, so that glbt also finds what has to do with 高龄补贴.
        """
        best = {entry: (score, written) for entry, score, written in self._asked_in_letters(plain)}
        letters, rest = "".join(_LETTERS.findall(plain)), _LETTERS.sub("", plain)
        if rest:
            by_letters = {entry: score for entry, score, _ in self._asked_in_letters(letters)}
            for entry, score, written in self._asked_in_hanzi(rest):
                both = score + by_letters.get(entry, 0.0)
                if both > best.get(entry, (0.0, ""))[0]:
                    best[entry] = (both, written)
        meant = spelt or self._well_met(letters, best.values()) or self._words.spelt_one_by_one(letters)
        for entry, score, written in self._asked_in_hanzi(normalised(rest + meant)) if meant else ():
            best[entry] = (best.get(entry, (0.0, ""))[0] + _ALSO * score, written)
        return ((entry, score, written) for entry, (score, written) in best.items())

    def _well_met(self, letters: str, answers: Iterable[tuple[float, str]]) -> str:
        """The saying that letters met well enough to stand for it; empty for none."""
        score, saying = max(answers, default=(0.0, ""))
        return saying if len(letters) >= _FEWEST_LETTERS and score > _STANDS_FOR else ""

    def candidates(self, letters: str, limit: int) -> list[str]:
        """At most `limit` Hanzi words of the catalogue that begin as the letters do, likeliest first; [] for anything but a–z."""
        return self._words.for_letters(letters, limit)

    def spelt(self, letters: str) -> str:
        """The word of the catalogue that letters are taken for because they spell it in full; empty for none."""
        return self._words.spelt(letters)

    def _asked_in_letters(self, plain: str) -> Iterator[_Answer]:
        best: dict[int, tuple[float, str]] = {}

        def offer(saying: Saying, score: float) -> None:
            if score > best.get(saying.entry, (0.0, ""))[0]:
                best[saying.entry] = (score, saying.written)

        for pieces in _ways(plain):
            for number in self._where(pieces):
                offer(self.sayings[number], _laid_along(pieces, self.sayings[number]))
        spelt = syllables(plain)
        if len(spelt) > 1 and len(best) < _FEW:
            covered, cosines = self._in_sound.compared(_sound_pairs([(syllable.replace("v", "u"),) for syllable in spelt]))
            for number, cosine in cosines.items():
                if cosine > _HEARD_ENOUGH:
                    offer(self.sayings[number], cosine + _COVERAGE * covered[self.sayings[number].entry])
        if plain.isascii() and len(plain) > 2 and len(best) < _FEW:
            for number, share in self._scattered(plain):
                offer(self.sayings[number], _SCATTERED * share)
        return ((entry, score, written) for entry, (score, written) in best.items())

    def _where(self, pieces: Sequence[Piece]) -> Iterable[int]:
        """The sayings that may hold these pieces: those that hold every pair of their initials."""
        if len(pieces) == 1:
            return _either(self._starts, pieces[0].initials)
        pairs = [[first + second for first in left.initials for second in right.initials] for left, right in pairwise(pieces)]
        return set.intersection(*[_either(self._pairs, ways) for ways in pairs])

    def _scattered(self, initials: str) -> Iterator[tuple[int, float]]:
        """Sayings that hold at least half of the pairs of initials, and how much of the saying that is. One letter over and over is no word."""
        asked = {initials[i : i + 2] for i in range(len(initials) - 1)}
        if len(asked) < 2:
            return
        found = Counter(number for pair in asked for number in self._pairs.get(pair, ()))
        for number, count in found.items():
            if 2 * count >= len(asked):
                yield number, count / len(asked) * min(1.0, len(initials) / len(self.sayings[number].plain))


class _Gathered:
    """The features of sayings and of guides while an index is made: each feature a number, all numbers in one row.

    Trap: a set or list a saying, or a dict a feature, costs an idle kiosk fifty megabytes; so do strings that are made twice.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.said = _Rows()
        self.guided = _Rows()

    def add(self, rows: _Rows, features: Iterable[str]) -> None:
        numbers = self.numbers
        rows.add([numbers.setdefault(feature, len(numbers)) for feature in features])


class _Rows:
    """Rows of numbers in two arrays: where each row ends, and what stands in them."""

    def __init__(self) -> None:
        self.starts = array("I", [0])
        self.numbers = array("I")

    def add(self, row: Iterable[int]) -> None:
        self.numbers.extend(row)
        self.starts.append(len(self.numbers))

    def __getitem__(self, row: int) -> array[int]:
        return self.numbers[self.starts[row] : self.starts[row + 1]]

    def __iter__(self) -> Iterator[array[int]]:
        return map(self.__getitem__, range(len(self.starts) - 1))

    def count(self, row: int) -> int:
        return self.starts[row + 1] - self.starts[row]

    def turned(self, values: int) -> _Rows:
        """For each of `values` numbers the rows that hold it, in order."""
        turned = _Rows()
        turned.starts = array("I", bytes(4 * (values + 1)))
        for number in self.numbers:
            turned.starts[number + 1] += 1
        turned.starts = array("I", accumulate(turned.starts))
        turned.numbers = array("I", bytes(4 * len(self.numbers)))
        free = turned.starts[:]
        for row, numbers in enumerate(self):
            for number in numbers:
                turned.numbers[free[number]] = row
                free[number] += 1
        return turned


class _Aspect:
    """Sayings by one kind of feature: how rare each feature is, where it stands, how long a saying is by it."""

    def __init__(self, entries: int, entry_of: Sequence[int], gathered: _Gathered) -> None:
        self._numbers = gathered.numbers
        self._entry_of = entry_of
        self._first = array("I", [bisect_left(entry_of, entry) for entry in range(entries + 1)])
        self._sayings_with = gathered.said.turned(len(self._numbers))
        self._entries_with = _Rows()
        self._starts = array("I")
        """Beside each entry of `_entries_with`: where in `_sayings_with` its sayings start."""
        place = 0
        for sayings in self._sayings_with:
            held = Counter([entry_of[saying] for saying in sayings])
            self._entries_with.add(held)
            for count in held.values():
                self._starts.append(place)
                place += count
        self._starts.append(place)
        self._unknown = log(1 + 2 * entries)
        self._weights = array("d")
        for feature, number in self._numbers.items():
            where = self._entries_with.count(number)
            self._weights.append((log(1 + entries / where) if where else self._unknown) * _type_weight(feature))
        weights = self._weights
        self._lengths = array("d", [self._length([weights[number] for number in row]) for row in gathered.said])
        self._guides_with = _Rows()
        guides = gathered.guided.turned(len(self._numbers))
        for number in range(len(self._numbers)):
            said = set(self._entries_with[number])
            self._guides_with.add([entry for entry in guides[number] if entry not in said])

    def _weight(self, feature: str) -> float:
        number = self._numbers.get(feature)
        return self._unknown * _type_weight(feature) if number is None else self._weights[number]

    @staticmethod
    def _length(weights: Iterable[float]) -> float:
        return sqrt(sum([weight**2 for weight in weights])) or 1.0

    def compared(self, features: set[str]) -> tuple[Mapping[int, float], Mapping[int, float]]:
        """The entries that share most with the query, each with the share of the query that stands anywhere in it; the cosine of each of
        their sayings that shares any."""
        weights = {feature: self._weight(feature) for feature in features}
        covered = self._coverage(weights)
        likely = nlargest(_LOOKED_AT, covered, key=covered.__getitem__)
        shared = dict.fromkeys(chain(*[range(self._first[entry], self._first[entry + 1]) for entry in likely]), 0.0)
        for feature, weight in weights.items():
            number = self._numbers.get(feature)
            if number is not None:
                square = weight * weight
                for saying in self._having(number, likely, shared):
                    shared[saying] += square
        length = self._length(weights.values())
        cosines = {saying: square / (length * self._lengths[saying]) for saying, square in shared.items() if square}
        return {entry: covered[entry] for entry in likely}, cosines

    def _having(self, number: int, likely: Iterable[int], sayings: Mapping[int, float]) -> Iterable[int]:
        """Those of the `sayings`, all of the `likely` entries, that have this feature."""
        row, entries, starts = self._sayings_with.numbers, self._entries_with.numbers, self._starts
        if self._sayings_with.count(number) < _MANY_SAYINGS:
            return [saying for saying in self._sayings_with[number] if saying in sayings]
        first, last = self._entries_with.starts[number : number + 2]
        places = [(bisect_left(entries, entry, first, last), entry) for entry in likely]
        return chain(*[row[starts[place] : starts[place + 1]] for place, entry in places if place < last and entries[place] == entry])

    def _coverage(self, weights: Mapping[str, float]) -> Mapping[int, float]:
        """Rare features first. Once many entries have been touched, the common ones only tell the likelier of these apart."""
        whole = sum(weights.values()) or 1.0
        covered: dict[int, float] = defaultdict(float)
        touched = 0
        known = [(self._spread(number), feature, number) for feature in weights if (number := self._numbers.get(feature)) is not None]
        for spread, feature, number in sorted(known):
            share = weights[feature] / whole
            said, guided = self._entries_with[number], self._guides_with[number]
            if touched > _TOUCHED_ENOUGH:
                for entry in covered.keys() & said:
                    covered[entry] += share
                for entry in covered.keys() & guided:
                    covered[entry] += share * _GUIDE_SHARE
                continue
            for entry in said:
                covered[entry] += share
            for entry in guided:
                covered[entry] += share * _GUIDE_SHARE
            touched += spread
            if touched > _TOUCHED_ENOUGH:
                covered = dict(nlargest(_STILL_LIKELY, covered.items(), key=itemgetter(1)))
        return covered

    def _spread(self, number: int) -> int:
        return self._entries_with.count(number) + self._guides_with.count(number)


def _either(places: Mapping[str, set[int]], keys: Sequence[str]) -> set[int]:
    return places.get(keys[0], set()) if len(keys) == 1 else set().union(*[places.get(key, ()) for key in keys])


def _initials_index(sayings: Sequence[Saying]) -> tuple[Mapping[str, set[int]], Mapping[str, set[int]]]:
    """Which sayings each initial starts, and which hold each pair of initials."""
    starts: dict[str, set[int]] = defaultdict(set)
    pairs: dict[str, set[int]] = defaultdict(set)
    for number, saying in enumerate(sayings):
        initials = saying.initials
        for initial in initials[0]:
            starts[initial].add(number)
        for pair in {first + second for left, right in pairwise(initials) for first in left for second in right}:
            pairs[pair].add(number)
    return starts, pairs


def _features_of(saying: Saying) -> set[str]:
    return _features(saying.plain, [sounds_like(readings) for readings in saying.readings])


def _sounds_of(saying: Saying) -> set[str]:
    return _sound_pairs([sounds_like(readings) for readings in saying.readings])


def _features(plain: str, sounds: Sequence[Sequence[str]]) -> set[str]:
    """Characters, pairs of characters, pairs of which one is only heard (高龄金贴 still has 龄+jin and jin+贴), meanings. Without fillers."""
    kept = kept_of(plain)
    core = "".join([plain[i] for i in kept])
    features = set(core)
    for i in range(len(core) - 1):
        features.add(core[i : i + 2])
        features.update([f"{core[i]}'{heard}" for heard in sounds[kept[i + 1]]])
        features.update([f"{heard}'{core[i + 1]}" for heard in sounds[kept[i]]])
    features.update([f"@{meaning}" for meaning in meanings(core)])
    return features


def _guide_features(words: Iterable[str]) -> set[str]:
    features: set[str] = set()
    for text in words:
        plain = "".join(KEPT.findall(text.lower()))
        features.update([plain[i : i + 2] for i in range(len(plain) - 1)])
        features.update([f"@{meaning}" for meaning in meanings(plain)])
    return features


def _sound_pairs(sounds: Sequence[Sequence[str]]) -> set[str]:
    """Pairs of syllables as they are, and as they sound to a careless ear."""
    pairs = {(first, second) for left, right in pairwise(sounds) for first in left for second in right}
    return {f"{first}'{second}" for first, second in pairs} | {f"~{careless(first)}'{careless(second)}" for first, second in pairs}


def _type_weight(feature: str) -> float:
    if "'" in feature:
        return _ALIKE if feature[0] == "~" else _HEARD
    if feature[0] == "@":
        return _MEANING
    return _CHARACTER if len(feature) == 1 else _PAIR


def _exactness(plain: str, sounds: Sequence[Sequence[str]], saying: Saying) -> float:
    said = saying.plain
    if plain == said:
        return _EXACT
    if len(plain) == len(said) and all(
        not set(heard).isdisjoint(sounds_like(its)) for heard, its in zip(sounds, saying.readings, strict=True)
    ):
        return _SOUNDS_SAME
    if len(plain) > 1 and plain in said:
        return _WITHIN * len(plain) / len(said)
    if len(said) > 1 and said in plain:
        return _CONTAINS * len(said) / len(plain)
    return 0.0


def _ways(plain: str) -> list[tuple[Piece, ...]]:
    """The ways to take a query with letters apart."""
    ways: list[tuple[Piece, ...]] = [()]
    for run in _RUN.findall(plain):
        if _LETTER.match(run):
            ways = [(*way, *typed_pieces(cut)) for way in ways for cut in likely_cuts(run)][:MOST_CUTS]
        else:
            ways = [(*way, hanzi_piece(run)) for way in ways]
    return ways


def _laid_along(pieces: Sequence[Piece], saying: Saying) -> float:
    """How well pieces fit a saying, one character each: whole, from its start, or within."""
    count, length = len(pieces), len(saying.plain)
    for start in range(length - count + 1):
        for place, piece in enumerate(pieces, start):
            if piece.letters[:1] not in saying.initials[place] or not piece.fits(saying.plain[place], saying.readings[place]):
                break
        else:
            share = count / length
            score = 1 + _COVERAGE + _EXACT if share == 1 else _SHARE * share + (_INSIDE if start else _FROM_START)
            return score + (_NAME if saying.is_name else 0.0)
    return 0.0
