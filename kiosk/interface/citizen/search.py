"""搜索: find an entry in one's own words, with a keypad of letters and the Hanzi words they may stand for.

Here: what was typed, what it is taken for, results page by page, candidates, what stands there when nothing is typed or nothing found.
`search/proofs/` looks among the proofs alone and answers in each line whether one has to get it. Elsewhere: how entries are ranked and which
words are offered (domain.search), what a row says (entry_rows), what the hall is asked for most and searches without a hit (asked_watch).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.application.unavailable import EditionDamaged, Unavailable
from kiosk.domain.catalog import CatalogList, Edition, EntryCode, EntryRow
from kiosk.interface.citizen.entry_rows import PROOF_SCOPE, EntryRowView, entry_row_view, is_proof, open_entry, open_proof_search
from kiosk.interface.citizen.entry_words import title_words
from kiosk.interface.citizen.paging import ListState, paged
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

if TYPE_CHECKING:
    from kiosk.domain.search import SearchIndex
    from kiosk.interface.citizen.asked_watch import AskedWatch

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

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


@QmlElement
@QmlUncreatable("made by the role")
class SearchViewModel(QObject, Showing[SearchView]):
    """Answers after every key, on the screen's thread: ranking takes a few milliseconds. The index is made on the worker, in steps."""

    viewChanged = Signal()

    def __init__(self, *, edition: Edition, asked: AskedWatch, jobs: Jobs, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition = edition
        self._asked = asked
        self._jobs = jobs
        self._navigator = navigator
        self._index: SearchIndex | None = None
        self._unavailable = False
        self._proofs = False
        self._typed = Typed()
        self._place = Place()
        self._left: dict[bool, tuple[Typed, Place]] = {}
        """What stood in the other scope, for 返回."""
        self._view = SearchView()
        self._rows: RecordList[EntryRowView] = RecordList(EntryRowView, parent=self)
        self._near: RecordList[NearView] = RecordList(NearView, parent=self)
        self._candidates: RecordList[CandidateView] = RecordList(CandidateView, parent=self)
        self._steps = _index_in_steps(edition)
        asked.changed.connect(self._derive)
        self._next_step()

    def _next_step(self) -> None:
        self._jobs.run(lambda: next(self._steps), self._step_made, unavailable=self._cannot_search)

    def _step_made(self, index: SearchIndex | None) -> None:
        if index is None:
            self._next_step()
        else:
            self._index = index
            self._derive()

    def _cannot_search(self, _missing: Unavailable) -> None:
        self._unavailable = True
        self._derive()

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        proofs = argument.startswith(PROOF_SCOPE)
        anew = (Typed.of(argument.removeprefix(PROOF_SCOPE)), replace(self._place, page=1, turn=0))
        if proofs != self._proofs:
            self._left[self._proofs] = self._typed, self._place
            kept = self._left.get(proofs, anew)
        else:
            kept = self._typed, self._place
        self._proofs = proofs
        self._typed, self._place = kept if returning else anew
        self._derive()

    def forget(self) -> None:
        self._asked.forget()
        self._left.clear()
        self._proofs = False
        self._typed = Typed()
        self._place = replace(self._place, page=1, turn=0)
        self._derive()

    def _derive(self) -> None:
        try:
            view = derive_search_view(
                self._edition, self._index, self._typed, self._place, proofs=self._proofs, most_asked=self._asked.most_asked
            )
        except EditionDamaged:
            view = SearchView(text=self._typed.text, state=ListState.ERROR)
        if self._unavailable:
            view = replace(view, state=ListState.ERROR)
        self._place = replace(self._place, page=view.page)
        self._asked.box_shows(view.text, missed=view.state is ListState.EMPTY)
        self._rows.show(view.rows)
        self._near.show(view.near)
        self._candidates.show(view.candidates)
        self._show(view)

    def _type(self, typed: Typed) -> None:
        if typed == self._typed:
            return
        self._typed = typed
        self._place = replace(self._place, page=1, turn=0)
        self._derive()

    @Property(bool, notify=viewChanged)
    def inProofs(self) -> bool:
        """It looks among the proofs alone."""
        return self._view.proofs

    @Property(str, notify=viewChanged)
    def headingText(self) -> str:
        return self._view.heading

    @Property(str, notify=viewChanged)
    def text(self) -> str:
        return self._view.text

    @Property(bool, notify=viewChanged)
    def hasText(self) -> bool:
        return bool(self._view.text)

    @Property(str, notify=viewChanged)
    def state(self) -> str:
        return self._view.state

    @Property(str, notify=viewChanged)
    def countText(self) -> str:
        return self._view.count

    @Property(str, notify=viewChanged)
    def foundText(self) -> str:
        return self._view.found

    @Property(str, notify=viewChanged)
    def askedText(self) -> str:
        return self._view.asked

    @Property(str, notify=viewChanged)
    def remarkText(self) -> str:
        return self._view.remark

    @Property(str, notify=viewChanged)
    def meaningText(self) -> str:
        return self._view.meaning

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[EntryRowView]:
        return self._rows

    @Property(int, notify=viewChanged)
    def page(self) -> int:
        return self._view.page

    @Property(int, notify=viewChanged)
    def pages(self) -> int:
        return self._view.pages

    @Property(QObject, notify=viewChanged)
    def near(self) -> RecordList[NearView]:
        return self._near

    @Property(QObject, notify=viewChanged)
    def candidates(self) -> RecordList[CandidateView]:
        return self._candidates

    @Property(bool, notify=viewChanged)
    def moreCandidates(self) -> bool:
        return self._view.more_candidates

    @Property(str, notify=viewChanged)
    def hintText(self) -> str:
        return self._view.hint

    @Slot(int)
    def fitRows(self, rows: int) -> None:
        """So many results fit a page here. The first one that was seen stays in sight."""
        if rows == self._place.rows or rows < 1:
            return
        seen = (self._place.page - 1) * self._place.rows
        self._place = replace(self._place, rows=rows, page=seen // rows + 1)
        self._derive()

    @Slot(float)
    def fitCandidates(self, hanzi: float) -> None:
        """So many Hanzi fit the candidate strip."""
        if hanzi == self._place.strip or hanzi < 1:
            return
        self._place = replace(self._place, strip=hanzi, turn=0)
        self._derive()

    @Slot(str)
    def typeLetter(self, letter: str) -> None:
        """A key of the keypad or of a keyboard. Whatever is no single letter is left out."""
        self._type(self._typed.with_letter(letter))

    @Slot(str)
    def takeWord(self, word: str) -> None:
        """A tapped candidate: the word stands for the letters."""
        self._type(self._typed.with_word(word))

    @Slot()
    def erase(self) -> None:
        self._type(self._typed.shortened())

    @Slot()
    def clear(self) -> None:
        self._asked.settle()
        self._type(Typed())

    @Slot()
    def turnCandidates(self) -> None:
        """更多字: the next strip of candidates, after the last the first."""
        self._place = replace(self._place, turn=self._place.turn + 1)
        self._derive()

    @Slot()
    def turnPage(self) -> None:
        """The next page of results, after the last the first."""
        self._place = replace(self._place, page=1 if self._view.page >= self._view.pages else self._view.page + 1)
        self._derive()

    @Slot(str)
    def openEntry(self, key: str) -> None:
        open_entry(self._edition, self._navigator, key)

    @Slot()
    def changeScope(self) -> None:
        """From everything to the proofs, from the proofs to everything."""
        if self._proofs:
            self._navigator.go("search")
        else:
            open_proof_search(self._navigator)

    @Slot()
    def lookElsewhere(self) -> None:
        """Nothing found: the same words among everything, or the twelve boards where that has been searched."""
        if self._proofs:
            self._navigator.go("search", self._typed.text)
        else:
            self._navigator.home()

    @Slot()
    def openList(self) -> None:
        self._navigator.go("list", CatalogList.ABOLISHED if self._proofs else CatalogList.CONVENIENCE)

    @Slot()
    def openHelper(self) -> None:
        self._asked.settle()
        self._navigator.go("helper")


def _index_in_steps(edition: Edition) -> Iterator[SearchIndex | None]:
    """The tables of readings and sayings are loaded with the first step, on the worker."""
    from kiosk.domain.search import SearchIndex

    yield from SearchIndex.in_steps(edition)
