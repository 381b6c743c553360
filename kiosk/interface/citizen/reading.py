"""What is read, page by page: rows of different heights, none cut, none made smaller. Guide and proof page show their matter through it.

Here: the row that ReadingPane.qml draws, how rows fall into pages, and the view model that holds the page one is on.
Elsewhere: which rows an entry has (guide_rows.py, proof_rows.py). The QML measures the rows, since only it knows how long a text runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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


CLAUSE_ENDS = "，。；：、）"
NEVER_FIRST = frozenset("，。；：、）”》 ")
PART_LEAST = 4
"""A part of a text that is shorter than this many characters is not worth a row."""


def parted(row: ReadingRow, height: float, room: float) -> tuple[ReadingRow, ...]:
    """A row of `height` that is higher than a page of `room` (pixels), as several that are not: the words are divided after clauses.

    Heights are taken to follow from the number of characters, with a little left over; who measures again parts again what is still too high.
    One row, unchanged, where there is nothing to divide: entries, and texts of a few characters.
    """
    text = row.note or row.title
    if height <= room or row.kind not in {RowKind.POINT, RowKind.FACT}:
        return (row,)
    share = int(len(row.title + row.note) * room / height * 0.9) - (len(row.title) if row.note else 0)
    ends = [at for at in range(PART_LEAST, min(share, len(text) - PART_LEAST) + 1) if text[at] not in NEVER_FIRST]
    if not ends:
        return (row,)
    end = max((at for at in ends if text[at - 1] in CLAUSE_ENDS), default=ends[-1])
    first = replace(row, note=text[:end]) if row.note else replace(row, title=text[:end])
    rest = replace(row, key=f"{row.key}+", mark="", icon="", tag="", strong=False, look="", leads="")
    rest = replace(rest, title="", note=text[end:]) if row.kind is RowKind.FACT else replace(rest, title=text[end:], note="")
    return first, *parted(rest, height * (len(text) - end) / len(row.title + row.note), room)


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
        self._matter: tuple[ReadingRow, ...] = ()
        self._measure = 0.0, 0.0
        self._rows: RecordList[ReadingRow] = RecordList(ReadingRow, places=True, parent=self)

    def read(self, rows: Sequence[ReadingRow], page: int = 0) -> None:
        """Other matter, open at a page. Nothing is shown until the rows are measured."""
        if tuple(rows) == self._matter:
            self._show(ReadingView(self._view.spans, page))
            return
        self._matter = tuple(rows)
        self._show(ReadingView(page=page))
        self._rows.show(rows)

    @property
    def page_index(self) -> int:
        return self._view.page

    @Slot("QVariantList", float, float, result=bool)
    def measured(self, heights: list[float], width: float, room: float) -> bool:
        """The QML has laid the rows out: see `pages_of` and `parted`. Measures of rows that are no longer these are let go.

        False: the rows are others now and want to be measured once more.
        """
        if len(heights) != len(self._rows.rows):
            return False
        # Another room: what was parted for the former one may be whole again.
        rows = self._matter if (width, room) != self._measure else self._rows.rows
        self._measure = width, room
        if rows == self._rows.rows:
            rows = tuple(part for row, height in zip(rows, heights, strict=True) for part in parted(row, height, room))
        if rows != self._rows.rows:
            self._rows.show(rows)
            return False
        spans = pages_of(heights, [row.kind for row in self._rows.rows], room)
        self._show(ReadingView(spans, min(self._view.page, len(spans) - 1)))
        return True

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
