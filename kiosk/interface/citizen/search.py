"""搜索: find an entry in one's own words, with a keypad of letters and the Hanzi words they may stand for.

Here: keys, words, pages, and the making of the index. `search/proofs/` looks among the proofs alone and answers in each line whether one has to
get it. Elsewhere: what stands on the page for what was typed (search_view.py), how entries are ranked and which words are offered (domain.search),
what the hall is asked for most and searches without a hit (asked_watch.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.application.unavailable import EditionDamaged, Unavailable
from kiosk.domain.catalog import CatalogList, Edition
from kiosk.interface.citizen.alert_watch import AlertWatch
from kiosk.interface.citizen.entry_rows import PROOF_SCOPE, EntryRowView, open_entry, open_proof_search
from kiosk.interface.citizen.paging import ListState
from kiosk.interface.citizen.search_view import CandidateView, NearView, Place, SearchView, Typed, derive_search_view
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


@QmlElement
@QmlUncreatable("made by the role")
class SearchViewModel(QObject, Showing[SearchView]):
    """Answers after every key, on the screen's thread: ranking takes a few milliseconds. The index is made on the worker, in steps."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        edition: Edition,
        asked: AskedWatch,
        jobs: Jobs,
        navigator: Navigator,
        alerts: AlertWatch | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`alerts` None: nothing is ever stopped."""
        super().__init__(parent)
        self._edition = edition
        self._alerts = alerts
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
        if alerts is not None:
            alerts.changed.connect(self._derive)
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
        self._rows.show(self._alerts.mark(view.rows) if self._alerts is not None else view.rows)
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
