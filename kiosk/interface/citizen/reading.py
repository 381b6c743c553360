"""What is read, page by page: rows of different heights, none cut, none made smaller. Guide and proof page show their matter through it.

Here: the row that ReadingPane.qml draws, how rows fall into pages, and the view model that holds the page one is on.
Elsewhere: which rows an entry has (guide_rows.py, proof_rows.py). The QML measures the rows, since only it knows how long a text runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


class RowKind(StrEnum):
    """How a row is drawn. HEADING (on the sheet) and SECTION (on the paper, over entries) name the rows after them and never stand last on
    a page; ENTRY can be pressed and leads on; CHANGE is a figure before (`note`) and after (`tag`)."""

    HEADING = "heading"
    SECTION = "section"
    POINT = "point"
    FACT = "fact"
    ENTRY = "entry"
    CHANGE = "change"


_NAMING = frozenset({RowKind.HEADING, RowKind.SECTION})


class Tone(StrEnum):
    """What a row's tint says; the words say it too."""

    PLAIN = "plain"
    OMITTED = "omitted"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """`mark`: a figure in a circle. `icon`: a character of the icon face, where there is no mark. `note`: the quiet words under the title
    (of a fact: the fact itself, the title is its label). `tag`: a word or two at the end. `strong`: the title is short enough to be bold.
    `look`: what there is to look at of a paper, at the place `leads`; empty: nothing."""

    key: str
    kind: RowKind
    title: str
    note: str = ""
    mark: str = ""
    icon: str = ""
    tag: str = ""
    tone: Tone = Tone.PLAIN
    strong: bool = True
    look: str = ""
    leads: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """The rows of one page: `first` to `last`, both included. Empty: last is before first."""

    first: int
    last: int


def pages_of(heights: Sequence[float], kinds: Sequence[RowKind], room: float) -> tuple[Span, ...]:
    """Rows into pages of a height `room`; all in pixels.

    A row higher than a page stands alone on one. A heading goes with the row after it; where the two do not fit on one page the row stands
    without it, for a heading alone is a page that says nothing. Never empty: no rows are one empty page.
    """
    pages: list[Span] = []
    first, used = 0, 0.0
    for index, height in enumerate(heights):
        if used + height > room and index > first:
            named = index
            while named > first and kinds[named - 1] in _NAMING:
                named -= 1
            if named > first:
                pages.append(Span(first, named - 1))
            first = index
            while first > named and sum(heights[first - 1 : index + 1]) <= room:
                first -= 1
            used = sum(heights[first:index])
        used += height
    pages.append(Span(first, len(heights) - 1))
    return tuple(pages)


@dataclass(frozen=True, slots=True)
class ReadingView:
    """`page` counts from 0."""

    spans: tuple[Span, ...] = (Span(0, -1),)
    page: int = 0

    @property
    def span(self) -> Span:
        return self.spans[min(self.page, len(self.spans) - 1)]


@QmlElement
@QmlUncreatable("made by a page's view model")
class ReadingViewModel(QObject, Showing[ReadingView]):
    """The rows of one matter and the page that is open. `chosen` tells the key of an entry that was pressed, `looked` where a paper's form is."""

    viewChanged = Signal()
    chosen = Signal(str)
    looked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = ReadingView()
        self._rows: RecordList[ReadingRow] = RecordList(ReadingRow, parent=self)

    def read(self, rows: Sequence[ReadingRow], page: int = 0) -> None:
        """Other matter, open at a page. Nothing is shown until the rows are measured."""
        if tuple(rows) == self._rows.rows:
            self._show(ReadingView(self._view.spans, page))
            return
        self._show(ReadingView(page=page))
        self._rows.show(rows)

    @property
    def page_index(self) -> int:
        return self._view.page

    @Slot("QVariantList", float)
    def measured(self, heights: list[float], room: float) -> None:
        """The QML has laid the rows out: see `pages_of`. Measures of rows that are no longer these are let go."""
        if len(heights) != len(self._rows.rows):
            return
        spans = pages_of(heights, [row.kind for row in self._rows.rows], room)
        self._show(ReadingView(spans, min(self._view.page, len(spans) - 1)))

    @Slot()
    def previous(self) -> None:
        self._show(ReadingView(self._view.spans, max(0, self._view.page - 1)))

    @Slot()
    def next(self) -> None:
        self._show(ReadingView(self._view.spans, min(len(self._view.spans) - 1, self._view.page + 1)))

    @Slot(str)
    def choose(self, key: str) -> None:
        self.chosen.emit(key)

    @Slot(str)
    def look(self, leads: str) -> None:
        self.looked.emit(leads)

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[ReadingRow]:
        return self._rows

    @Property(int, notify=viewChanged)
    def firstRow(self) -> int:
        return self._view.span.first

    @Property(int, notify=viewChanged)
    def lastRow(self) -> int:
        return self._view.span.last

    @Property(int, notify=viewChanged)
    def page(self) -> int:
        """Counted from 1."""
        return min(self._view.page, len(self._view.spans) - 1) + 1

    @Property(int, notify=viewChanged)
    def pages(self) -> int:
        return len(self._view.spans)
