"""How well and how fast search finds what people say, beside LIKE and FTS5 on the same names and aliases.

Shares are counted on `tests/domain/search/queries.tsv` (measured) and `phrases.tsv` (our own), with no alias that is a query word for word.
Keys: each phrase is typed on the keypad, letter by letter, as full pinyin and as the initials of its content words, a candidate being tapped
where the strip offers it; counted is the way that needs fewest keys until an accepted entry stands among the first three.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import inf

from kiosk.domain.catalog import CatalogList, EntryCode, SearchKeys
from kiosk.domain.search import SearchIndex
from tests.benchmarks.figure import Figure, at_least, at_most, percentile, told
from tests.support.search_phrases import Phrase, index_of, phrases, real_edition, real_index, share_found, without_aliases

SYNTHETIC = 5000
STRIP = 6
MOST_KEYS = 20
LONGEST_WORD = 6

Finder = Callable[[str], Sequence[str]]


def figures(*, quick: bool) -> Sequence[Figure]:
    measured, own = phrases("queries"), phrases("phrases")
    index = real_index()
    like, fts = _baselines()
    found = [
        at_least("search top-1", share_found(index, measured, 1), "", 0.88, floor=_share(like, measured, 1)),
        at_least("search top-3", share_found(index, measured, 3), "", 0.96, floor=_share(like, measured, 3)),
        at_least("search top-1, own phrases", share_found(index, own, 1), "", 0.88, floor=_share(like, own, 1)),
        at_least("search top-3, own phrases", share_found(index, own, 3), "", 0.96, floor=_share(like, own, 3)),
        told("search top-1, hard phrases", share_found(index, phrases("hard"), 1), "", floor=_share(fts, phrases("hard"), 1)),
        told("search top-3, hard phrases", share_found(index, phrases("hard"), 3), "", floor=_share(fts, phrases("hard"), 3)),
        told("LIKE over names top-3", _share(like, measured, 3), ""),
        told("FTS5 over names and aliases top-1", _share(fts, measured, 1), ""),
        told("FTS5 over names and aliases top-3", _share(fts, measured, 3), ""),
        at_most("search p99, 217 entries", _slowest(index, [*measured, *own]), "ms", 3),
    ]
    keys = [keys_needed(index, phrase) for phrase in measured]
    typed = [count for count in keys if count is not None]
    found += [
        at_least("found by keypad", len(typed) / len(keys), "", 0.9),
        at_most("keys until found, median", percentile(typed, 50), "keys", 4),
        at_most("keys until found, p90", percentile(typed, 90), "keys", 8),
    ]
    if not quick:
        found.append(at_most(f"search p99, {SYNTHETIC} entries", _slowest(_synthetic_index(), [*measured, *own]), "ms", 20))
    return found


def _slowest(index: SearchIndex, asked: Sequence[Phrase]) -> float:
    """The 99th percentile over phrases, in ms; of each phrase the quickest of five, so that other work of the machine does not count."""
    for phrase in asked[:20]:
        index.rank(phrase.text, 12)
    taken = [inf] * len(asked)
    for _ in range(5):  # one phrase after the other: what a query leaves in caches is of no use to the next
        for number, phrase in enumerate(asked):
            started = time.perf_counter()
            index.rank(phrase.text, 12)
            taken[number] = min(taken[number], (time.perf_counter() - started) * 1000)
    return percentile(taken, 99)


# -- peers -----------------------------------------------------------------------------------------------------------------


def _share(finder: Finder, asked: Sequence[Phrase], within: int) -> float:
    return sum(not phrase.accepted.isdisjoint(finder(phrase.text)[:within]) for phrase in asked) / len(asked)


def _baselines() -> tuple[Finder, Finder]:
    """What a hall machine usually does, and a full-text index whose tokens are single characters, any of them, by rank."""
    asked = {phrase.text for phrase in phrases("queries")}
    keys = [without_aliases(each, asked) for each in real_edition().search_keys]
    database = sqlite3.connect(":memory:")
    database.execute("create table entry (code text, names text)")
    database.execute("create virtual table said using fts5 (code unindexed, words)")
    database.executemany("insert into entry values (?, ?)", [(each.code, " ".join(each.names)) for each in keys])
    database.executemany("insert into said values (?, ?)", [(each.code, " ".join(" ".join((*each.names, *each.aliases)))) for each in keys])

    def like(text: str) -> Sequence[str]:
        rows = database.execute("select code from entry where names like ? order by length(names)", (f"%{text}%",))
        return [code for (code,) in rows]

    def fts(text: str) -> Sequence[str]:
        characters = " OR ".join(f'"{character}"' for character in text)
        rows = database.execute("select code from said where said match ? order by rank limit 3", (characters,))
        return [code for (code,) in rows]

    return like, fts


# -- keypad ----------------------------------------------------------------------------------------------------------------


def keys_needed(index: SearchIndex, phrase: Phrase) -> int | None:
    """Fewest keys until an accepted entry is among the first three; None when none of the ways gets there."""
    if phrase.text.isascii():
        ways = [_typed(index, phrase, phrase.text)]
    else:
        words = _content_words(index, phrase.text)
        ways = [_typed(index, phrase, _pinyin(phrase.text)), *(_tapped(index, phrase, words[start:]) for start in range(len(words)))]
    return min((count for count in ways if count is not None), default=None)


def _is_found(index: SearchIndex, phrase: Phrase, text: str) -> bool:
    return any(hit.code in phrase.accepted for hit in index.rank(text, 3))


def _typed(index: SearchIndex, phrase: Phrase, letters: str) -> int | None:
    return next((count for count in range(1, min(MOST_KEYS, len(letters)) + 1) if _is_found(index, phrase, letters[:count])), None)


def _tapped(index: SearchIndex, phrase: Phrase, words: Sequence[str]) -> int | None:
    """Initials of one word after the other; a word that the strip offers is tapped, which is a key as well."""
    built, count = "", 0
    for word in words:
        initials = "".join(syllable[0] for syllable in _syllables(word))
        for length in range(1, len(initials) + 1):
            count += 1
            if _is_found(index, phrase, built + initials[:length]):
                return count
            if word in index.candidates(initials[:length], STRIP):
                break
        built += word
        count += 1
        if _is_found(index, phrase, built):
            return count
    return None


def _content_words(index: SearchIndex, text: str) -> list[str]:
    """The words of the phrase that the catalogue has, longest first at each place."""

    def words() -> Iterator[str]:
        place = 0
        while place < len(text):
            lengths = range(min(LONGEST_WORD, len(text) - place), 1, -1)
            parts = (text[place : place + length] for length in lengths)
            word = next((part for part in parts if part in index.candidates(_pinyin(part), 24)), "")
            if word:
                yield word
            place += len(word) or 1

    return list(words())


def _syllables(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    return [syllable.replace("ü", "v") for syllable in lazy_pinyin(text)]


def _pinyin(text: str) -> str:
    return "".join(_syllables(text))


# -- a catalogue that is twenty times as large -----------------------------------------------------------------------------


def _synthetic_index() -> SearchIndex:
    """Entries whose sayings are halves of real sayings put together anew. Seeded: the same on every machine."""
    chance = random.Random(20261122)
    keys = list(real_edition().search_keys)
    said = [text for each in keys for text in (*each.names, *each.aliases)]
    guides = [text for each in keys for text in each.words]

    def saying() -> str:
        left, right = chance.choice(said), chance.choice(said)
        return left[: max(2, len(left) // 2)] + right[len(right) // 2 :]

    def entry(number: int) -> SearchKeys:
        texts = [saying() for _ in range(12)]
        blank = ("",) * len(texts)
        words = tuple(chance.sample(guides, 8))
        return replace(
            keys[0], code=EntryCode(f"S-{number}"), names=(texts[0],), aliases=tuple(texts[1:]), words=words, initials=blank, full=blank
        )

    made = [entry(number) for number in range(SYNTHETIC)]
    return index_of(made, {each.code: CatalogList.CONVENIENCE for each in made})
