"""What stands on the search page: what was typed and what it is taken for, hits page by page, candidates, and what there is when nothing was found.

Here: the view and how it is derived. Pure: an edition, its index and what was typed in, a view out. Elsewhere: keys, pages turned, the making of
the index (search.py), how entries are ranked and which words are offered (domain.search), what a row says (entry_rows.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.catalog import CatalogList, Edition, EntryCode, EntryRow
from kiosk.interface.citizen.entry_rows import EntryRowView, entry_row_view, is_proof
from kiosk.interface.citizen.paging import ListState, paged
from kiosk.interface.shared.entry_words import title_words

if TYPE_CHECKING:
    from kiosk.domain.search import SearchIndex

LONGEST_TEXT = 20
MOST_HITS = 12
"""Results that are worth paging through; whoever needs the thirteenth is better helped by 金小二."""
NEAREST = 3
_MOST_CANDIDATES = 24
_AROUND_WORD = 1.3
"""Air around a candidate and the gap after it, in Hanzi of the strip (SearchPage's candidates keep to it)."""

_LETTER = re.compile(r"[A-Za-z]")
_TAIL = re.compile(r"[a-z]*$")


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that were tapped, then letters. Never longer than LONGEST_TEXT."""

    words: tuple[str, ...] = ()
    letters: str = ""

    @property
    def text(self) -> str:
        return "".join(self.words) + self.letters

    @classmethod
    def of(cls, text: str) -> Typed:
        """A text that came in one piece: letters at its end stay letters."""
        text = "".join(character for character in text.lower() if character.isalnum())[:LONGEST_TEXT]
        found = _TAIL.search(text)
        letters = found[0] if found else ""
        rest = text[: len(text) - len(letters)]
        return cls((rest,) if rest else (), letters)

    def with_letter(self, letter: str) -> Typed:
        """One more letter; whatever is no single letter, or one too many, changes nothing."""
        if not _LETTER.fullmatch(letter) or len(self.text) >= LONGEST_TEXT:
            return self
        return replace(self, letters=self.letters + letter.lower())

    def with_word(self, word: str) -> Typed:
        """The word instead of the letters."""
        if sum(map(len, self.words)) + len(word) > LONGEST_TEXT:
            return self
        return Typed((*self.words, word))

    def shortened(self) -> Typed:
        """Without the last letter, or without the last word."""
        return replace(self, letters=self.letters[:-1]) if self.letters else Typed(self.words[:-1])


@dataclass(frozen=True, slots=True)
class CandidateView:
    """One word of the strip. `used`: the one that the results are taken for."""

    key: str
    used: bool


@dataclass(frozen=True, slots=True)
class NearView:
    """One of the nearest entries when nothing was found. `verdict` is empty for an item."""

    key: str
    title: str
    verdict: str
    needed: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """`state` is that of the rows: EMPTY is nothing found. `asked` is what was typed, where it is repeated, `meaning` what it is taken for.
    `heading` names the rows where they answer to nothing that was typed."""

    proofs: bool = False
    text: str = ""
    state: ListState = ListState.LOADING
    found: str = ""
    count: str = ""
    asked: str = ""
    remark: str = ""
    meaning: str = ""
    heading: str = ""
    rows: tuple[EntryRowView, ...] = ()
    page: int = 1
    pages: int = 1
    near: tuple[NearView, ...] = ()
    candidates: tuple[CandidateView, ...] = ()
    more_candidates: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: the page of results, the turn of the candidates, and how much there is room for."""

    page: int = 1
    turn: int = 0
    rows: int = 3
    strip: float = 18.0
    """Hanzi that the candidate strip holds beside its 更多字."""


def derive_search_view(
    edition: Edition,
    index: SearchIndex | None,
    typed: Typed,
    place: Place,
    *,
    proofs: bool = False,
    most_asked: Sequence[EntryCode] = (),
) -> SearchView:
    """The whole page. Without an index there are letters, but no answer yet. What letters are taken for is the word that
    they spell in full; one letter may be anything. `proofs`: looks among them alone. `most_asked`: of this hall, most first; empty while unknown."""
    view = SearchView(proofs=proofs, text=typed.text)
    if index is None:
        return view
    if not typed.text:
        return _every_proof(edition, view, place) if proofs else _common_matters(edition, view, place, most_asked)
    hits = _hits(edition, index, typed.text, proofs)
    if not hits:
        return replace(
            view,
            state=ListState.EMPTY,
            found="找到",
            count="0",
            remark=f"这里 {_proofs(edition)} 张证明里没有。" if proofs else f"这里 {_items(edition)} 项里没有，可能在别处办。",
            near=_near(edition, index, typed, proofs),
            hint="删几个字母再试，或者只打每个字的头一个" if typed.letters else "删一个词再试，或者换个说法",
        )
    offered = index.candidates(typed.letters, _MOST_CANDIDATES)
    if proofs:
        said = _said_of_proofs(edition)
        offered = [word for word in offered if word in said]
    strips = list(_strips(offered, place.strip))
    strip = strips[place.turn % len(strips)] if strips else ()
    meaning = index.spelt(typed.letters) if len(typed.letters) > 1 else ""
    some = paged(hits, page=place.page, size=place.rows)
    lit = meaning or typed.text
    found = "每行右边写着：不用开，还是要开。" if proofs else "找到的在下面，越靠前越像。"
    return replace(
        view,
        state=ListState.CONTENT,
        found="找到" if len(hits) < MOST_HITS else "最像的",
        count=str(len(hits)),
        asked=typed.letters if meaning else "",
        remark="像是" if meaning else found,
        meaning=meaning,
        rows=tuple(entry_row_view(row, edition, answering=True, matched=_shared(lit, title_words(row))) for row in some.rows),
        page=some.page,
        pages=some.pages,
        candidates=tuple(CandidateView(word, index == 0 and place.turn == 0 and word == meaning) for index, word in enumerate(strip)),
        more_candidates=len(strips) > 1,
        hint="" if strip else "点其中一项，或者接着打字母",
    )


def _hits(edition: Edition, index: SearchIndex, text: str, proofs: bool) -> list[EntryRow]:
    hits = index.rank(text, len(edition.rows) if proofs else MOST_HITS)
    rows = (edition.rows[hit.code] for hit in hits)
    return [row for row in rows if not proofs or is_proof(row)][:MOST_HITS]


def _said_of_proofs(edition: Edition) -> str:
    """Names and aliases of all proofs, one a line: a word that stands nowhere here leads to none of them."""
    return "\n".join(said for keys in edition.search_keys if is_proof(edition.rows[keys.code]) for said in (*keys.names, *keys.aliases))


def _common_matters(edition: Edition, view: SearchView, place: Place, most_asked: Sequence[EntryCode]) -> SearchView:
    """Nothing typed: what this hall is asked for most; until its tickets tell, the first matter of each life event."""
    codes = most_asked or tuple(dict.fromkeys(event.items[0] for event in edition.life_events.values() if event.items))
    some = paged(codes, page=place.page, size=place.rows)
    return replace(
        view,
        state=ListState.CONTENT,
        remark="打拼音，或者每个字的头一个字母，比如低保打 D B。",
        heading="大家常办" if most_asked else "",
        rows=tuple(entry_row_view(edition.rows[code], edition) for code in some.rows),
        page=some.page,
        pages=some.pages,
        hint="打一个字母就开始找" if most_asked else "先列着常见的事，打一个字母就开始找",
    )


def _every_proof(edition: Edition, view: SearchView, place: Place) -> SearchView:
    """Nothing typed yet, among the proofs: all of them, the abolished first."""
    rows = [*edition.listed(CatalogList.ABOLISHED), *edition.listed(CatalogList.RETAINED)]
    some = paged(rows, page=place.page, size=place.rows)
    return replace(
        view,
        state=ListState.CONTENT,
        remark="打拼音，或者每个字的头一个字母，比如收入打 S R。",
        rows=tuple(entry_row_view(row, edition, answering=True) for row in some.rows),
        page=some.page,
        pages=some.pages,
        hint="每行右边写着：不用开，还是要开",
    )


def _items(edition: Edition) -> int:
    return edition.counts[CatalogList.CONVENIENCE] + edition.counts[CatalogList.SOCIAL_SECURITY]


def _proofs(edition: Edition) -> int:
    return edition.counts[CatalogList.RETAINED] + edition.counts[CatalogList.ABOLISHED]


def _near(edition: Edition, index: SearchIndex, typed: Typed, proofs: bool) -> tuple[NearView, ...]:
    """The nearest entries; where the whole shares nothing with any, those nearest to its beginning."""
    codes: dict[EntryCode, None] = {}
    for length in range(len(typed.text), 0, -1):
        nearest = (hit.code for hit in index.nearest(typed.text[:length], len(edition.rows) if proofs else NEAREST))
        codes.update(dict.fromkeys([code for code in nearest if not proofs or is_proof(edition.rows[code])][:NEAREST]))
        if len(codes) >= NEAREST:
            break
    views = (entry_row_view(edition.rows[code], edition) for code in list(codes)[:NEAREST])
    return tuple(NearView(view.key, view.title, view.verdict, view.needed, view.spoken) for view in views)


def _strips(words: Sequence[str], room: float) -> Iterator[tuple[str, ...]]:
    """The candidates in strips of `room` Hanzi, one at least in each."""
    strip: list[str] = []
    used = 0.0
    for word in words:
        need = len(word) + _AROUND_WORD
        if strip and used + need > room:
            yield tuple(strip)
            strip, used = [], 0.0
        strip.append(word)
        used += need
    if strip:
        yield tuple(strip)


def _shared(words: str, title: str) -> tuple[int, int]:
    """(start, length) of the longest stretch of at least two characters that a title shares with the words; (0, 0) for none."""
    for length in range(min(len(words), len(title)), 1, -1):
        for start in range(len(words) - length + 1):
            at = title.find(words[start : start + length])
            if at >= 0:
                return at, length
    return 0, 0
