"""告示: what the hall and the street tell everybody today, newest first; a touch opens one to read in full. Nobody's own matter is here.

Elsewhere: where notices come from (hall.toml by infrastructure.settings), what holds on a day (domain.hall).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.application.ports import Clock
from kiosk.domain.hall import Hall, Notice, NoticeKind
from kiosk.interface.citizen.paging import ListState, paged
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.moments import short_date_words
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import set_words

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

_TABS = {"": "都看", NoticeKind.HALL: "大厅告示", NoticeKind.STREET: "街上的事"}
_KINDS = {NoticeKind.HALL: "大厅", NoticeKind.STREET: "街上"}


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """`key` is the notice's place among all of the hall's notices. `date` is empty for one that has no first day."""

    key: str
    kind: str
    fromHall: bool
    date: str
    title: str
    text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class NoticeTab:
    key: str
    label: str
    figure: str
    selected: bool


@dataclass(frozen=True, slots=True)
class OpenNotice:
    """One notice in full. `days` says from when and until when it holds, as far as it says so itself."""

    kind: str = ""
    from_hall: bool = False
    days: str = ""
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoticesView:
    count: str = ""
    state: ListState = ListState.LOADING
    tabs: tuple[NoticeTab, ...] = ()
    rows: tuple[NoticeRow, ...] = ()
    page: int = 1
    pages: int = 1
    open: OpenNotice | None = None


def derive_notices_view(notices: Sequence[tuple[int, Notice]], *, kind: str, page: int, size: int) -> NoticesView:
    """`notices`: those of today with their places, in the order in which they are shown. `kind` is a NoticeKind or empty for both."""
    some = paged([(place, notice) for place, notice in notices if kind in ("", notice.kind)], page=page, size=size)
    rows = tuple(_row(place, notice) for place, notice in some.rows)
    return NoticesView(
        count=str(len(notices)),
        state=ListState.CONTENT if rows else ListState.EMPTY,
        tabs=tuple(
            NoticeTab(key, label, str(sum(1 for _, notice in notices if key in ("", notice.kind))), key == kind)
            for key, label in _TABS.items()
        ),
        rows=rows,
        page=some.page,
        pages=some.pages,
    )


def open_notice(notice: Notice) -> OpenNotice:
    return OpenNotice(
        _KINDS[notice.kind],
        notice.kind is NoticeKind.HALL,
        _days_words(notice.shown_from, notice.shown_until),
        set_words(notice.title),
        set_words(notice.text),
    )


def _row(place: int, notice: Notice) -> NoticeRow:
    day = short_date_words(notice.shown_from) if notice.shown_from else ""
    title, text = set_words(notice.title), set_words(notice.text)
    spoken = "，".join(part for part in (_KINDS[notice.kind], day, title) if part)
    return NoticeRow(str(place), _KINDS[notice.kind], notice.kind is NoticeKind.HALL, day, title, text, spoken)


def _days_words(first: date | None, last: date | None) -> str:
    words = [short_date_words(first)] if first else []
    if last:
        words.append(f"到 {short_date_words(last)}为止")
    return "，".join(words)


@QmlElement
@QmlUncreatable("made by the role")
class NoticesViewModel(QObject, Showing[NoticesView]):
    """The place's argument is empty for the list, else the notice to read."""

    viewChanged = Signal()

    def __init__(self, *, hall: Hall, clock: Clock, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self._clock = clock
        self._navigator = navigator
        self._kind = ""
        self._page = 1
        self._size = 5
        self._open: Notice | None = None
        self._view = NoticesView()
        self._tabs: RecordList[NoticeTab] = RecordList(NoticeTab, parent=self)
        self._rows: RecordList[NoticeRow] = RecordList(NoticeRow, parent=self)

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        if argument:
            self._open = self._at(argument)
        else:
            self._open = None
            if not returning:
                self._kind, self._page = "", 1
        self._derive()

    def forget(self) -> None:
        self._kind, self._page, self._open = "", 1, None
        self._derive()

    def _at(self, key: str) -> Notice:
        """KeyError for a place that is none."""
        if not (key.isascii() and key.isdecimal() and int(key) < len(self._hall.notices)):
            raise KeyError(key)
        return self._hall.notices[int(key)]

    def _derive(self) -> None:
        today = self._hall.notices_on(self._clock.now().date())
        placed = [(self._hall.notices.index(notice), notice) for notice in today]
        view = derive_notices_view(placed, kind=self._kind, page=self._page, size=self._size)
        if self._open is not None:
            view = NoticesView(view.count, ListState.CONTENT, view.tabs, view.rows, view.page, view.pages, open_notice(self._open))
        self._page = view.page
        self._tabs.show(view.tabs)
        self._rows.show(view.rows)
        self._show(view)

    @Property(str, notify=viewChanged)
    def countText(self) -> str:
        return self._view.count

    @Property(str, notify=viewChanged)
    def state(self) -> str:
        return self._view.state

    @Property(bool, notify=viewChanged)
    def reading(self) -> bool:
        return self._view.open is not None

    @Property(str, notify=viewChanged)
    def openKind(self) -> str:
        return self._view.open.kind if self._view.open else ""

    @Property(bool, notify=viewChanged)
    def openFromHall(self) -> bool:
        return self._view.open is not None and self._view.open.from_hall

    @Property(str, notify=viewChanged)
    def openDays(self) -> str:
        return self._view.open.days if self._view.open else ""

    @Property(str, notify=viewChanged)
    def openTitle(self) -> str:
        return self._view.open.title if self._view.open else ""

    @Property(str, notify=viewChanged)
    def openText(self) -> str:
        return self._view.open.text if self._view.open else ""

    @Property(int, notify=viewChanged)
    def page(self) -> int:
        return self._view.page

    @Property(int, notify=viewChanged)
    def pages(self) -> int:
        return self._view.pages

    @Property(QObject, notify=viewChanged)
    def tabs(self) -> RecordList[NoticeTab]:
        return self._tabs

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[NoticeRow]:
        return self._rows

    @Slot(int)
    def fitRows(self, rows: int) -> None:
        """So many rows fit a page here."""
        if rows >= 1 and rows != self._size:
            self._size = rows
            self._derive()

    @Slot(str)
    def chooseKind(self, key: str) -> None:
        self._kind, self._page = key, 1
        self._derive()

    @Slot()
    def previousPage(self) -> None:
        self._page -= 1
        self._derive()

    @Slot()
    def nextPage(self) -> None:
        self._page += 1
        self._derive()

    @Slot(str)
    def openNotice(self, key: str) -> None:
        self._navigator.go("notices", key)

    @Slot()
    def openHelper(self) -> None:
        self._navigator.go("helper")
