"""列表: one of the four lists, page by page. Boards choose a theme or a department, a row of buttons where it is done; the abolished list
has tabs by who used to issue. What a row says is in entry_rows.

Elsewhere: the rows (entry_rows.py), pages of any list (paging.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.application.unavailable import EditionDamaged
from kiosk.domain.catalog import CatalogList, Edition, EntryRow
from kiosk.interface.citizen.alert_watch import AlertWatch
from kiosk.interface.citizen.entry_rows import EntryRowView, entry_row_view, open_entry, open_proof_search
from kiosk.interface.citizen.paging import ListState, Paged, paged
from kiosk.interface.shared.entry_words import NOT_VERIFIED, any_pending
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.list_names import list_name
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

COLUMNS = 8
"""Boards that hang side by side: 全部 and seven others, or 全部, six others and 更多."""

ALL = ""
MORE = "more"

_LEADS = {
    CatalogList.CONVENIENCE: "救助、残疾、住房，\n都在这里找。",
    CatalogList.SOCIAL_SECURITY: "养老、医保、就业，\n都在这里找。",
    CatalogList.RETAINED: "这些证明还要开。\n点进去看谁开、怎么开。",
    CatalogList.ABOLISHED: "这些都不用开。\n点进去看拿什么代替。",
}
_FORMER_ISSUERS = {"community": "社区开的", "police": "派出所开的", "other": "别处开的"}


class Grouping(StrEnum):
    """What the boards stand for."""

    THEME = "theme"
    DEPARTMENT = "department"
    FORMER_ISSUER = "former_issuer"
    NONE = "none"


class Place(StrEnum):
    """Where an item is done."""

    ALL = "all"
    HERE = "here"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class ListChoice:
    """What the person has chosen. `boards` counts the turns of 更多; `page` counts from 1."""

    list: CatalogList
    grouping: Grouping
    group: str = ALL
    place: Place = Place.ALL
    boards: int = 0
    page: int = 1

    @classmethod
    def of(cls, which: CatalogList) -> ListChoice:
        """Nothing chosen yet."""
        match which:
            case CatalogList.CONVENIENCE | CatalogList.SOCIAL_SECURITY:
                return cls(which, Grouping.THEME)
            case CatalogList.ABOLISHED:
                return cls(which, Grouping.FORMER_ISSUER)
            case CatalogList.RETAINED:
                return cls(which, Grouping.NONE)


@dataclass(frozen=True, slots=True)
class GroupBoard:
    """A theme, a department, a former issuer, 全部 or (`turns`) the board that shows further boards."""

    key: str
    label: str
    figure: str
    selected: bool
    turns: bool


@dataclass(frozen=True, slots=True)
class PlaceButton:
    key: str
    label: str
    selected: bool


@dataclass(frozen=True, slots=True)
class ListView:
    """`layout`: items, retained or abolished, the three shapes of this page."""

    list: str = ""
    layout: str = ""
    title: str = ""
    count: str = ""
    lead: str = ""
    note: str = ""
    boards: tuple[GroupBoard, ...] = ()
    places: tuple[PlaceButton, ...] = ()
    regroup: str = ""
    state: ListState = ListState.LOADING
    rows: tuple[EntryRowView, ...] = ()
    page: int = 1
    pages: int = 1


def derive_list_view(edition: Edition, choice: ListChoice, *, size: int) -> ListView:
    """The list as chosen, `size` rows a page. Figures on the boards are what a touch on them shows, so they count within the chosen place."""
    every = tuple(edition.listed(choice.list))
    placed = tuple(row for row in every if _done(row, choice.place))
    shown = [row for row in placed if choice.group in (ALL, _group_of(row, choice.grouping))]
    some: Paged[EntryRow] = paged(shown, page=choice.page, size=size)
    view = ListView(
        list=choice.list,
        layout=_layout(choice.list),
        title=list_name(choice.list),
        count=str(len(every)),
        lead=_LEADS[choice.list],
        boards=_boards(edition, choice, every, placed),
        places=_places(choice),
        regroup=_regroup_words(choice),
    )
    try:
        rows = tuple(entry_row_view(row, edition) for row in some.rows)
        note = NOT_VERIFIED if any_pending(edition, [row.code for row in every]) else ""
    except EditionDamaged:
        return replace(view, state=ListState.ERROR)
    return replace(view, note=note, state=ListState.CONTENT if rows else ListState.EMPTY, rows=rows, page=some.page, pages=some.pages)


def _done(row: EntryRow, place: Place) -> bool:
    match place:
        case Place.ALL:
            return True
        case Place.HERE:
            return row.hall_role is not None and row.hall_role.served_here
        case Place.GUIDE:
            return row.hall_role is not None and not row.hall_role.served_here


def _group_of(row: EntryRow, grouping: Grouping) -> str | None:
    match grouping:
        case Grouping.THEME:
            return row.theme
        case Grouping.DEPARTMENT:
            return row.department
        case Grouping.FORMER_ISSUER:
            return row.former_issuer
        case Grouping.NONE:
            return None


def _layout(which: CatalogList) -> str:
    return which.value if which in (CatalogList.RETAINED, CatalogList.ABOLISHED) else "items"


def _names(edition: Edition, grouping: Grouping) -> dict[str, str]:
    match grouping:
        case Grouping.THEME:
            return {theme.id: theme.name for theme in edition.themes.values()}
        case Grouping.DEPARTMENT:
            return {department.id: department.name for department in edition.departments.values()}
        case Grouping.FORMER_ISSUER:
            return _FORMER_ISSUERS
        case Grouping.NONE:
            return {}


def _boards(edition: Edition, choice: ListChoice, every: Sequence[EntryRow], placed: Sequence[EntryRow]) -> tuple[GroupBoard, ...]:
    """全部 first, then the groups, largest of the whole list first, so that no board moves when a place is chosen."""
    if choice.grouping is Grouping.NONE:
        return ()
    names = _names(edition, choice.grouping)
    sizes = _count(every, choice.grouping)
    now = _count(placed, choice.grouping)
    keys = [key for key in names if sizes[key]]
    if choice.grouping is not Grouping.FORMER_ISSUER:
        keys.sort(key=lambda key: -sizes[key])
    first = GroupBoard(ALL, "都看" if choice.grouping is Grouping.FORMER_ISSUER else "全部", str(len(placed)), choice.group == ALL, False)
    if len(keys) < COLUMNS:
        return (first, *(GroupBoard(key, names[key], str(now[key]), choice.group == key, False) for key in keys))
    turn = paged(keys, page=choice.boards % -(-len(keys) // (COLUMNS - 2)) + 1, size=COLUMNS - 2)
    return (
        first,
        *(GroupBoard(key, names[key], str(now[key]), choice.group == key, False) for key in turn.rows),
        GroupBoard(MORE, "更多", "", False, True),
    )


def _count(rows: Iterable[EntryRow], grouping: Grouping) -> Counter[str | None]:
    return Counter(_group_of(row, grouping) for row in rows)


def _places(choice: ListChoice) -> tuple[PlaceButton, ...]:
    if choice.grouping not in (Grouping.THEME, Grouping.DEPARTMENT):
        return ()
    labels = {Place.ALL: "都看", Place.HERE: "在本大厅办", Place.GUIDE: "只给指引"}
    return tuple(PlaceButton(place, label, choice.place is place) for place, label in labels.items())


def _regroup_words(choice: ListChoice) -> str:
    match choice.grouping:
        case Grouping.THEME:
            return "按部门找"
        case Grouping.DEPARTMENT:
            return "按主题找"
        case Grouping.FORMER_ISSUER | Grouping.NONE:
            return ""


@QmlElement
@QmlUncreatable("made by the role")
class ListViewModel(QObject, Showing[ListView]):
    """Every choice derives the whole page anew from the edition, which is a value in memory."""

    viewChanged = Signal()

    def __init__(self, *, edition: Edition, navigator: Navigator, alerts: AlertWatch | None = None, parent: QObject | None = None) -> None:
        """`alerts` None: nothing is ever stopped."""
        super().__init__(parent)
        self._edition = edition
        self._navigator = navigator
        self._alerts = alerts
        self._choice = ListChoice.of(CatalogList.CONVENIENCE)
        self._size = 5
        self._view = ListView()
        self._boards: RecordList[GroupBoard] = RecordList(GroupBoard, places=True, parent=self)
        self._tabs: RecordList[GroupBoard] = RecordList(GroupBoard, places=True, parent=self)
        self._places: RecordList[PlaceButton] = RecordList(PlaceButton, places=True, parent=self)
        self._rows: RecordList[EntryRowView] = RecordList(EntryRowView, places=True, parent=self)
        if alerts is not None:
            alerts.changed.connect(self._alerts_moved)

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        try:
            which = CatalogList(argument)
        except ValueError as unknown:
            raise KeyError(argument) from unknown
        if not (returning and self._choice.list is which):
            self._choice = ListChoice.of(which)
        self._derive()

    def forget(self) -> None:
        """The next person starts at the beginning of a list."""
        self._choice = ListChoice.of(self._choice.list)
        if self._view.list:
            self._derive()

    @Slot()
    def _alerts_moved(self) -> None:
        if self._view.list:
            self._derive()

    def _derive(self) -> None:
        view = derive_list_view(self._edition, self._choice, size=self._size)
        self._choice = replace(self._choice, page=view.page)
        if view.layout == CatalogList.ABOLISHED:
            self._tabs.show(view.boards)
        elif view.boards:  # what is not seen now stays as it was: making boards anew takes longer than all the rest of a page
            self._boards.show(view.boards)
            self._places.show(view.places)
        self._rows.show(self._alerts.mark(view.rows) if self._alerts is not None else view.rows)
        self._show(view)

    def _choose(self, change: Callable[[ListChoice], ListChoice]) -> None:
        self._choice = change(self._choice)
        self._derive()

    @Property(str, notify=viewChanged)
    def list(self) -> str:
        return self._view.list

    @Property(str, notify=viewChanged)
    def layout(self) -> str:
        return self._view.layout

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def countText(self) -> str:
        return self._view.count

    @Property(str, notify=viewChanged)
    def leadText(self) -> str:
        return self._view.lead

    @Property(str, notify=viewChanged)
    def noteText(self) -> str:
        return self._view.note

    @Property(str, notify=viewChanged)
    def regroupText(self) -> str:
        return self._view.regroup

    @Property(str, notify=viewChanged)
    def state(self) -> str:
        return self._view.state

    @Property(int, notify=viewChanged)
    def page(self) -> int:
        return self._view.page

    @Property(int, notify=viewChanged)
    def pages(self) -> int:
        return self._view.pages

    @Property(QObject, notify=viewChanged)
    def boards(self) -> RecordList[GroupBoard]:
        return self._boards

    @Property(QObject, notify=viewChanged)
    def tabs(self) -> RecordList[GroupBoard]:
        """The boards of the abolished list, which has none of the others."""
        return self._tabs

    @Property(QObject, notify=viewChanged)
    def places(self) -> RecordList[PlaceButton]:
        return self._places

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[EntryRowView]:
        return self._rows

    @Slot(int)
    def fitRows(self, rows: int) -> None:
        """So many rows fit a page here. The first row that was seen stays in sight."""
        if rows == self._size or rows < 1:
            return
        seen = (self._choice.page - 1) * self._size
        self._size = rows
        self._choice = replace(self._choice, page=seen // rows + 1)
        if self._view.list:
            self._derive()

    @Slot(str)
    def chooseGroup(self, key: str) -> None:
        """A board: a group, 全部, or 更多, which turns the boards and leaves the rows."""
        if key == MORE:
            self._choose(lambda choice: replace(choice, boards=choice.boards + 1))
        else:
            self._choose(lambda choice: replace(choice, group=key, page=1))

    @Slot(str)
    def choosePlace(self, key: str) -> None:
        self._choose(lambda choice: replace(choice, place=Place(key), page=1))

    @Slot()
    def regroup(self) -> None:
        """Boards by department instead of by theme, and back."""
        other = Grouping.DEPARTMENT if self._choice.grouping is Grouping.THEME else Grouping.THEME
        self._choose(lambda choice: replace(choice, grouping=other, group=ALL, boards=0, page=1))

    @Slot()
    def showAll(self) -> None:
        """The way out of a choice that leaves nothing."""
        self._choice = ListChoice.of(self._choice.list)
        self._derive()

    @Slot()
    def previousPage(self) -> None:
        self._choose(lambda choice: replace(choice, page=choice.page - 1))

    @Slot()
    def nextPage(self) -> None:
        self._choose(lambda choice: replace(choice, page=choice.page + 1))

    @Slot(str)
    def openEntry(self, key: str) -> None:
        open_entry(self._edition, self._navigator, key)

    @Slot()
    def openSearch(self) -> None:
        """The lists of proofs alone have a door to search: it looks among the proofs."""
        open_proof_search(self._navigator)

    @Slot()
    def openHelper(self) -> None:
        self._navigator.go("helper")
