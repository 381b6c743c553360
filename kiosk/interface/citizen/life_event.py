"""人生大事: what there is to do when something has happened, in up to three groups in the order in which a person does them.

Upright screens hang the groups from one another, as many rows a page as there is room for; wide screens show one group at a time behind a tab.

Elsewhere: the rows (entry_rows.py), which entries belong to an event (domain.catalog).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from kiosk.application.unavailable import EditionDamaged
from kiosk.domain.catalog import Edition, LifeEvent, LifeEventGroup, LifeEventId
from kiosk.interface.citizen.alert_watch import AlertWatch
from kiosk.interface.citizen.entry_rows import EntryRowView, entry_row_view, open_entry
from kiosk.interface.citizen.paging import ListState, paged
from kiosk.interface.shared.entry_words import NOT_VERIFIED, any_pending
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import set_words

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

MOST_GROUPS = 3
_FEWEST_TOGETHER = 2
"""A group is not torn so that a single row stands alone, where that can be helped."""


@dataclass(frozen=True, slots=True)
class HangingRoom:
    """Heights in pixels on an upright screen: the room for groups, what a group and a row in it take, what page buttons would take."""

    room: float
    group: float
    row: float
    pager: float


@dataclass(frozen=True, slots=True)
class TabRoom:
    """On a wide screen: how many rows of the chosen group fit."""

    rows: int


Room = HangingRoom | TabRoom


@dataclass(frozen=True, slots=True)
class GroupView:
    """One group, or the part of it on this page."""

    key: str
    label: str
    icon: str
    rows: tuple[EntryRowView, ...]


@dataclass(frozen=True, slots=True)
class GroupTab:
    key: str
    label: str
    figure: str
    selected: bool


@dataclass(frozen=True, slots=True)
class LifeEventView:
    title: str = ""
    icon: str = ""
    count: str = ""
    hint: str = ""
    note: str = ""
    solemn: bool = False
    state: ListState = ListState.LOADING
    tabs: tuple[GroupTab, ...] = ()
    groups: tuple[GroupView, ...] = ()
    page: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """Rows `start` to `end` of group number `group`."""

    group: int
    start: int
    end: int


def hang(sizes: Sequence[int], room: HangingRoom) -> tuple[tuple[Part, ...], ...]:
    """Groups of these sizes, page by page. Everything on one page if it fits there; otherwise with room left for the page buttons.

    A page holds one row at least, whatever the room. The order is kept; a group goes on overleaf under the same heading.
    """
    whole = sum(room.group + size * room.row for size in sizes if size)
    if whole <= room.room:
        return (tuple(Part(group, 0, size) for group, size in enumerate(sizes) if size),)
    height = room.room - room.pager
    pages: list[list[Part]] = [[]]
    left = height
    for group, size in enumerate(sizes):
        start = 0
        while start < size:
            fits = int((left - room.group) // room.row)
            waits = size - start
            if fits < waits and (fits < _FEWEST_TOGETHER or waits - fits < _FEWEST_TOGETHER) and pages[-1]:
                pages.append([])
                left = height
                continue
            torn = waits - _FEWEST_TOGETHER if 0 < waits - fits < _FEWEST_TOGETHER else fits
            end = start + max(1, min(torn, waits))
            pages[-1].append(Part(group, start, end))
            left -= room.group + (end - start) * room.row
            start = end
    return tuple(tuple(page) for page in pages)


def derive_life_event_view(edition: Edition, event: LifeEvent, room: Room, *, group: int, page: int) -> LifeEventView:
    """One life event. `group` is the chosen tab (wide screens), `page` counts from 1."""
    view = LifeEventView(
        title=set_words(event.name),
        icon=edition.glyphs.get(event.icon, ""),
        count=str(len(event.items)),
        hint=set_words(event.hint),
        solemn=event.solemn,
    )
    try:
        note = NOT_VERIFIED if any_pending(edition, event.items) else ""
        match room:
            case HangingRoom():
                hung = hang([len(one.items) for one in event.groups], room)
                page = min(max(1, page), len(hung))
                groups = tuple(_group_view(edition, event.groups, part) for part in hung[page - 1])
                view = replace(view, groups=groups, page=page, pages=len(hung))
            case TabRoom():
                chosen = event.groups[group]
                some = paged(chosen.items, page=page, size=room.rows)
                start = (some.page - 1) * max(1, room.rows)
                groups = (_group_view(edition, event.groups, Part(group, start, start + len(some.rows))),)
                view = replace(view, tabs=_tabs(event.groups, group), groups=groups, page=some.page, pages=some.pages)
            case _:
                assert_never(room)
    except EditionDamaged:
        return replace(view, state=ListState.ERROR)
    return replace(view, note=note, state=ListState.CONTENT if event.items else ListState.EMPTY)


def _group_view(edition: Edition, groups: Sequence[LifeEventGroup], part: Part) -> GroupView:
    group = groups[part.group]
    rows = tuple(entry_row_view(edition.rows[code], edition, in_plain_words=True) for code in group.items[part.start : part.end])
    return GroupView(str(part.group), set_words(group.title), edition.glyphs.get(group.icon, ""), rows)


def _tabs(groups: Sequence[LifeEventGroup], chosen: int) -> tuple[GroupTab, ...]:
    return tuple(GroupTab(str(n), set_words(group.title), str(len(group.items)), n == chosen) for n, group in enumerate(groups))


@dataclass(frozen=True, slots=True)
class GroupBoard:
    """What QML reads of a group: its heading, and its rows as a list of their own."""

    key: str
    label: str
    glyph: str
    entries: RecordList[EntryRowView]


@QmlElement
@QmlUncreatable("made by the role")
class LifeEventViewModel(QObject, Showing[LifeEventView]):
    """Remembers the life event, the tab and the page; everything else follows from the edition."""

    viewChanged = Signal()

    def __init__(self, *, edition: Edition, navigator: Navigator, alerts: AlertWatch | None = None, parent: QObject | None = None) -> None:
        """`alerts` None: nothing is ever stopped."""
        super().__init__(parent)
        self._edition = edition
        self._navigator = navigator
        self._alerts = alerts
        if alerts is not None:
            alerts.changed.connect(self._alerts_moved)
        self._event: LifeEvent | None = None
        self._group = 0
        self._page = 1
        self._room: Room = TabRoom(5)
        self._view = LifeEventView()
        self._tabs: RecordList[GroupTab] = RecordList(GroupTab, places=True, parent=self)
        self._boards: RecordList[GroupBoard] = RecordList(GroupBoard, places=True, parent=self)
        self._entries: list[RecordList[EntryRowView]] = [RecordList(EntryRowView, places=True, parent=self) for _ in range(MOST_GROUPS)]

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        event = self._edition.life_events[LifeEventId(argument)]
        if not (returning and self._event is event):
            self._event, self._group, self._page = event, 0, 1
        self._derive()

    def forget(self) -> None:
        self._group, self._page = 0, 1
        self._derive()

    @Slot()
    def _alerts_moved(self) -> None:
        self._derive()

    def _derive(self) -> None:
        if self._event is None:
            return
        view = derive_life_event_view(self._edition, self._event, self._room, group=self._group, page=self._page)
        self._page = view.page
        for entries, group in zip(self._entries, view.groups, strict=False):
            entries.show(self._alerts.mark(group.rows) if self._alerts is not None else group.rows)
        self._boards.show(
            [GroupBoard(group.key, group.label, group.icon, entries) for group, entries in zip(view.groups, self._entries, strict=False)]
        )
        self._tabs.show(view.tabs)
        self._show(view)

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def icon(self) -> str:
        return self._view.icon

    @Property(str, notify=viewChanged)
    def countText(self) -> str:
        return self._view.count

    @Property(str, notify=viewChanged)
    def hintText(self) -> str:
        return self._view.hint

    @Property(str, notify=viewChanged)
    def noteText(self) -> str:
        return self._view.note

    @Property(bool, notify=viewChanged)
    def solemn(self) -> bool:
        return self._view.solemn

    @Property(str, notify=viewChanged)
    def state(self) -> str:
        return self._view.state

    @Property(int, notify=viewChanged)
    def page(self) -> int:
        return self._view.page

    @Property(int, notify=viewChanged)
    def pages(self) -> int:
        return self._view.pages

    @Property(int, notify=viewChanged)
    def rowsShown(self) -> int:
        return sum(len(group.rows) for group in self._view.groups)

    @Property(int, notify=viewChanged)
    def rowsThatFit(self) -> int:
        """On a wide screen; 1 on an upright one."""
        return self._room.rows if isinstance(self._room, TabRoom) else 1

    @Property(QObject, notify=viewChanged)
    def tabs(self) -> RecordList[GroupTab]:
        return self._tabs

    @Property(QObject, notify=viewChanged)
    def groups(self) -> RecordList[GroupBoard]:
        return self._boards

    @Slot(float, float, float, float)
    def fitGroups(self, room: float, group: float, row: float, pager: float) -> None:
        """An upright screen: see HangingRoom."""
        self._fit(HangingRoom(room, group, row, pager))

    @Slot(int)
    def fitRows(self, rows: int) -> None:
        """A wide screen: see TabRoom."""
        self._fit(TabRoom(max(1, rows)))

    def _fit(self, room: Room) -> None:
        if room != self._room:
            self._room = room
            self._derive()

    @Slot(str)
    def chooseGroup(self, key: str) -> None:
        self._group, self._page = int(key), 1
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
    def openEntry(self, key: str) -> None:
        open_entry(self._edition, self._navigator, key)

    @Slot()
    def openHelper(self) -> None:
        self._navigator.go("helper")
