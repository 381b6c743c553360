"""首页: greeting, how busy the hall is, the twelve life events, the four lists, the one big button.

Elsewhere: the queue line (queue_watch.py), what the hall is asked for most (asked_watch.py), the life events (domain.catalog).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.catalog import CatalogList, LifeEventId
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.list_names import list_name
from kiosk.interface.shared.moments import clock_words, greeting
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.wall_clock import WallClock

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.application.ports import Clock
    from kiosk.application.queries.queueing import HallNow
    from kiosk.domain.catalog import Edition, EntryCode
    from kiosk.domain.hall import Hall, Notice

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

MAIN_LINE = "A"
MOST_USED = 4
USUAL_EVENTS = ("pension", "medical", "hardship", "disability")
"""What older people come for, where a hall has too few tickets of its own to tell."""


@dataclass(frozen=True, slots=True)
class LifeEventBoard:
    key: str
    label: str
    firstLine: str
    secondLine: str
    icon: str


@dataclass(frozen=True, slots=True)
class ListBoard:
    key: str
    label: str
    figure: str


@dataclass(frozen=True, slots=True)
class BusyFact:
    """One of: who waits, what is open, how long a ticket taken now would wait."""

    key: str
    label: str
    figure: str
    unit: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """`ticket_away` is empty while numbers are given, else says when they are."""

    greeting: str = ""
    clock: str = ""
    opening: str = ""
    open_now: bool = False
    busy: tuple[BusyFact, ...] = ()
    ticket_ahead: str = ""
    ticket_wait: str = ""
    ticket_away: str = ""
    notices_title: str = ""
    notice: str = ""


def derive_home_view(*, moment: datetime, now: HallNow | None, unavailable: bool, notices: Sequence[Notice] | None) -> HomeView:
    """`now` and `notices` are None before they are known: what they would say is left out, nothing is shown as zero."""
    notices_title = f"告示 {len(notices)} 条" if notices else "告示"
    notice = _notice_words(notices)
    view = HomeView(greeting=greeting(moment), clock=clock_words(moment), notices_title=notices_title, notice=notice)
    if now is None:
        away = "机器取号停了，请到窗口找工作人员" if unavailable else ""
        return HomeView(view.greeting, view.clock, notices_title=notices_title, notice=notice, ticket_away=away)
    # Loaded with the first answer of the queue, not with the first frame.
    from kiosk.domain.hall import Open
    from kiosk.interface.shared.opening_words import opening_line, ticket_starts_words
    from kiosk.interface.shared.typography import minutes_range

    line = now.line(MAIN_LINE)
    wait = minutes_range(line.wait_low, line.wait_high) if line else ""
    open_now = isinstance(now.opening, Open)
    busy = (
        (
            BusyFact("waiting", "正在等", str(now.waiting), "人"),
            BusyFact("counters", "开着", str(now.open_counters), "个窗口"),
            *((BusyFact("wait", "现在取号等", wait, "分钟"),) if wait else ()),
        )
        if open_now
        else ()
    )
    return HomeView(
        greeting=view.greeting,
        clock=view.clock,
        opening=opening_line(now.opening),
        open_now=open_now,
        busy=busy,
        ticket_ahead=str(line.ahead) if line and open_now else "",
        ticket_wait=f"约 {wait} 分钟" if wait and open_now else "听叫号，看大屏" if open_now else "",
        ticket_away="" if open_now else ticket_starts_words(now.opening, moment.date()),
        notices_title=notices_title,
        notice=notice,
    )


def most_used_events(edition: Edition, asked: Sequence[EntryCode]) -> tuple[LifeEventId, ...]:
    """The four life events of the elder version's home: those of the hall's most frequent items, then a fixed order."""
    of_items = (event.id for code in asked for event in edition.life_events.values() if any(code in group.items for group in event.groups))
    usual = (LifeEventId(name) for name in USUAL_EVENTS)
    known = [event for event in dict.fromkeys((*of_items, *usual, *edition.life_events)) if event in edition.life_events]
    return tuple(known[:MOST_USED])


def _notice_words(notices: Sequence[Notice] | None) -> str:
    if not notices:
        return "" if notices is None else "今天没有新告示"
    from kiosk.interface.shared.typography import set_words

    return set_words(notices[0].title)


@QmlElement
@QmlUncreatable("made by the role")
class HomeViewModel(QObject, Showing[HomeView]):
    """The first thing anyone sees. What comes from the edition stands at once; the queue line fills when its first answer is there."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        edition: Edition,
        clock: Clock,
        queue: QueueWatch,
        navigator: Navigator,
        wall_clock: WallClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hall: Hall | None = None
        self._clock = clock
        self._queue = queue
        self._navigator = navigator
        self._view = HomeView()
        self._life_events: RecordList[LifeEventBoard] = RecordList(LifeEventBoard, parent=self)
        self._lists: RecordList[ListBoard] = RecordList(ListBoard, parent=self)
        self._busy: RecordList[BusyFact] = RecordList(BusyFact, parent=self)
        self._elder_events: RecordList[LifeEventBoard] = RecordList(LifeEventBoard, parent=self)
        self._edition = edition
        self._asked: tuple[EntryCode, ...] = ()
        self.show_edition(edition)
        queue.changed.connect(self.refresh)
        wall_clock.minutePassed.connect(self.refresh)
        self.refresh()

    def show_edition(self, edition: Edition) -> None:
        """The boards of this edition."""
        self._edition = edition
        self._life_events.show(
            [
                LifeEventBoard(event.id, event.name, event.board_lines[0], "".join(event.board_lines[1:]), edition.glyphs[event.icon])
                for event in edition.life_events.values()
            ]
        )
        self._show_elder_events()
        self._lists.show([ListBoard(which, list_name(which), str(edition.counts[which])) for which in CatalogList])

    def show_most_asked(self, asked: Sequence[EntryCode]) -> None:
        """What the hall is asked for most: the elder version's boards follow it, between two sessions."""
        self._asked = tuple(asked)
        self._show_elder_events()

    def _show_elder_events(self) -> None:
        boards = {board.key: board for board in self._life_events.rows}
        self._elder_events.show([boards[event] for event in most_used_events(self._edition, self._asked)])

    @property
    def other_events(self) -> tuple[LifeEventBoard, ...]:
        """Those that are not among the four, in the order of life."""
        shown = {board.key for board in self._elder_events.rows}
        return tuple(board for board in self._life_events.rows if board.key not in shown)

    def show_hall(self, hall: Hall) -> None:
        """The hall's settings are there: its notices can be shown."""
        self._hall = hall
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Time or queue has moved."""
        moment = self._clock.now()
        view = derive_home_view(
            moment=moment,
            now=self._queue.now,
            unavailable=self._queue.unavailable is not None,
            notices=self._hall.notices_on(moment.date()) if self._hall else None,
        )
        self._busy.show(view.busy)
        self._show(view)

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        if argument:
            raise KeyError(argument)
        self.refresh()

    def forget(self) -> None:
        """Nothing is chosen here."""

    @Property(QObject, notify=viewChanged)
    def lifeEvents(self) -> RecordList[LifeEventBoard]:
        return self._life_events

    @Property(QObject, notify=viewChanged)
    def elderEvents(self) -> RecordList[LifeEventBoard]:
        """The four boards of the elder version."""
        return self._elder_events

    @Property(QObject, notify=viewChanged)
    def lists(self) -> RecordList[ListBoard]:
        return self._lists

    @Property(QObject, notify=viewChanged)
    def busy(self) -> RecordList[BusyFact]:
        return self._busy

    @Property(bool, notify=viewChanged)
    def busyKnown(self) -> bool:
        return bool(self._view.busy)

    @Property(str, notify=viewChanged)
    def greeting(self) -> str:
        return self._view.greeting

    @Property(str, notify=viewChanged)
    def clockText(self) -> str:
        return self._view.clock

    @Property(str, notify=viewChanged)
    def openText(self) -> str:
        return self._view.opening

    @Property(bool, notify=viewChanged)
    def openNow(self) -> bool:
        return self._view.open_now

    @Property(str, notify=viewChanged)
    def ticketAhead(self) -> str:
        return self._view.ticket_ahead

    @Property(str, notify=viewChanged)
    def ticketWait(self) -> str:
        return self._view.ticket_wait

    @Property(str, notify=viewChanged)
    def ticketAwayText(self) -> str:
        return self._view.ticket_away

    @Property(str, notify=viewChanged)
    def noticesTitle(self) -> str:
        return self._view.notices_title

    @Property(str, notify=viewChanged)
    def noticeText(self) -> str:
        return self._view.notice

    @Slot(str)
    def openLifeEvent(self, key: str) -> None:
        self._navigator.go("life-event", key)

    @Slot(str)
    def openList(self, key: str) -> None:
        self._navigator.go("list", key)

    @Slot()
    def openOtherEvents(self) -> None:
        self._navigator.go("other-events")

    @Slot()
    def openProofSearch(self) -> None:
        from kiosk.interface.citizen.entry_rows import open_proof_search

        open_proof_search(self._navigator)

    @Slot()
    def openSearch(self) -> None:
        self._navigator.go("search")

    @Slot()
    def openNotices(self) -> None:
        self._navigator.go("notices")

    @Slot()
    def openMyTurn(self) -> None:
        self._navigator.go("my-turn")

    @Slot()
    def openHelper(self) -> None:
        self._navigator.go("helper")

    @Slot()
    def takeTicket(self) -> None:
        self._navigator.go("ticket")
