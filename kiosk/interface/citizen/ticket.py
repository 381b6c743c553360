"""取号: the line, people ahead, an honest range, the class one declares oneself, one big button; or why there are no numbers now, and when again.

Here: what this page says and lets choose. Elsewhere: the deed (ticket_taking.py), the words of a closed hall (ticket_away.py), the number (ticket_done.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.application.ports import Clock
from kiosk.application.queries.queueing import HallNow
from kiosk.application.unavailable import Unavailable
from kiosk.domain.catalog import CatalogList, Edition, EntryCode, ServiceItem
from kiosk.domain.hall import Hall, Line
from kiosk.domain.my_list import MyList
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import HallClosed, PauseBetweenTickets, QuotaReached, Refused, StoppedToday
from kiosk.interface.citizen.home import MAIN_LINE
from kiosk.interface.citizen.my_list_rows import advice, missing_words, names_of
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.ticket_away import MACHINE_AWAY, TicketAway, away_by_problem, away_now
from kiosk.interface.citizen.ticket_taking import TicketTaking
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.entry_words import item_papers_words
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.sentences import sentence
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import in_a_row, minutes_range, set_words
from kiosk.interface.shared.wall_clock import WallClock

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

HELPER_LINE = "H"
"""Has its own page, so it is no choice here."""
NAMED_COUNTERS = 3
"""So many counters are named by number; more are counted."""


@dataclass(frozen=True, slots=True)
class TicketFact:
    """`spoken` is the whole fact in one phrase; `figure` alone stands large."""

    key: str
    label: str
    figure: str
    unit: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ClassBoard:
    key: str
    firstLine: str
    secondLine: str
    note: str
    icon: str
    spoken: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class LineBoard:
    key: str
    label: str
    note: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TicketView:
    """`missing` is empty unless the person's own list lacks something; `missing_names` are those papers, `advice` what to think of.
    `away` stands instead of everything else while there are no numbers. `button_away` is empty unless the one button cannot be pressed."""

    line: str = ""
    title: str = ""
    item: str = ""
    papers: str = ""
    check_title: str = ""
    missing: str = ""
    missing_names: str = ""
    advice: str = ""
    facts: tuple[TicketFact, ...] = ()
    classes: tuple[ClassBoard, ...] = ()
    lines: tuple[LineBoard, ...] = ()
    leave: str = ""
    button: str = ""
    button_away: str = ""
    under_way: bool = False
    away: TicketAway | None = None


_CLASSES = (
    (TicketClass.NORMAL, "普通", "", "谁都可以", "account-outline"),
    (TicketClass.MILITARY, "军人", "退役军人", "", "shield-star-outline"),
    (TicketClass.ASSISTED, "老人、残疾人", "孕妇", "", "human-wheelchair"),
)


def class_boards(chosen: TicketClass) -> tuple[ClassBoard, ...]:
    """Full words: people are not shortened."""
    return tuple(
        ClassBoard(
            kind.value, first, second, note, icon_character(icon), in_a_row([part for part in (first, second) if part]), kind is chosen
        )
        for kind, first, second, note, icon in _CLASSES
    )


def citizen_lines(hall: Hall) -> tuple[Line, ...]:
    """The lines one may choose here, 一口受理 first."""
    return tuple(sorted((line for line in hall.lines if line.id != HELPER_LINE), key=lambda line: line.id != MAIN_LINE))


def line_for(wanted: str, hall: Hall) -> Line | None:
    """The wanted line, else the first of this hall: a hall without 社保 takes social security at 一口受理."""
    lines = citizen_lines(hall)
    return next((line for line in lines if line.id == wanted), lines[0] if lines else None)


def ticket_facts(now: HallNow | None, line: Line, ticket_class: TicketClass) -> tuple[TicketFact, ...]:
    """Ahead, range, open counters. Unknown is said in words. The figures are those of a normal ticket: a priority one is told at issue."""
    seen = now.line(line.id) if now is not None else None
    if seen is None:
        return (TicketFact("ahead", "前面几个人", "正在看", "", "正在看前面几个人"),)
    wait = minutes_range(seen.wait_low, seen.wait_high)
    numbers = [str(counter) for counter in seen.counters]
    if not numbers:
        counters = TicketFact("counters", "开着的窗口", "暂时没有", "", "现在没有窗口开着")
    elif len(numbers) <= NAMED_COUNTERS:
        counters = TicketFact("counters", "开着的窗口", "、".join(numbers), "号", f"{in_a_row(numbers)} 号窗口开着")
    else:
        counters = TicketFact("counters", "开着的窗口", str(len(numbers)), "个", f"开着 {len(numbers)} 个窗口")
    if ticket_class.priority:
        return (
            TicketFact("ahead", "前面几个人", "取号后看", "", "前面几个人，取号后看"),
            TicketFact("wait", "叫号", "优先", "", "优先叫号"),
            counters,
        )
    return (
        TicketFact("ahead", "前面", str(seen.ahead), "人", f"前面 {seen.ahead} 人"),
        TicketFact("wait", "大约等", wait, "分钟", f"大约等 {wait} 分钟")
        if wait
        else TicketFact("wait", "等多久", "听叫号", "", "等多久说不准，听叫号"),
        counters,
    )


def button_words(number: str | None, under_way: bool, problem: Refused | Unavailable | None, *, lacking: bool = False) -> tuple[str, str]:
    """(words, why it cannot be pressed). `lacking`: papers are missing, and the person may well come again another day."""
    if number is not None:
        return f"看我的号 {number}", ""
    if under_way:
        return "正在取号", ""
    return "还是取号" if lacking else "取一个号", sentence(problem).rstrip("。") if isinstance(problem, PauseBetweenTickets) else ""


def derive_ticket_view(
    *,
    moment: datetime,
    now: HallNow | None,
    unavailable: bool,
    hall: Hall,
    line: Line | None,
    item: ServiceItem | None,
    mine: MyList | None,
    ticks: frozenset[str],
    ticket_class: TicketClass,
    number: str | None,
    under_way: bool,
    problem: Refused | Unavailable | None,
) -> TicketView:
    """`mine` with `ticks`: the person's own list, None where they have not looked at it. `number`: this session's own, if it has one. `problem`: what the last press on this line was answered."""
    if line is None:
        return TicketView(title="取号", away=MACHINE_AWAY)
    code = item.code if item is not None else None
    away = away_now(now, item=code, line=line.id, moment=moment) if now is not None else MACHINE_AWAY if unavailable else None
    if problem is not None and (away is None or unavailable):
        away = away_by_problem(problem, moment)
    if number is not None or under_way:
        away = None
    missing = mine.missing(ticks) if mine is not None else ()
    certain = sum(1 for paper in missing if not paper.perhaps)
    lacking = missing_words(certain, len(missing) - certain)
    words, button_away = button_words(number, under_way, problem, lacking=bool(missing))
    choices: Sequence[Line] = citizen_lines(hall) if item is None else ()
    return TicketView(
        line=line.id,
        title=f"{line.name} 取号",
        item=set_words(item.plain_name) if item is not None else "",
        papers="都齐了" if mine is not None and mine.papers and not missing else item_papers_words(item) if item is not None else "",
        check_title=f"{lacking}，还要取号吗？" if missing else "东西带齐了吗",
        missing=lacking,
        missing_names=names_of(missing),
        advice=advice(missing) or "缺着也能取号，窗口会说清怎么补。",
        leave="先不取" if missing else "先不取号",
        facts=ticket_facts(now, line, ticket_class),
        classes=class_boards(ticket_class),
        lines=tuple(LineBoard(each.id, each.name, each.description, each.id == line.id) for each in choices) if len(choices) > 1 else (),
        button=words,
        button_away=button_away,
        under_way=under_way,
        away=away,
    )


@QmlElement
@QmlUncreatable("made by the role")
class TicketViewModel(QObject, Showing[TicketView]):
    """`ticket` of the hall's main line, or `ticket/CODE` for an item, whose line is then not chosen but known."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        edition: Edition,
        hall: Hall,
        clock: Clock,
        wall_clock: WallClock,
        queue: QueueWatch,
        told: Told,
        taking: TicketTaking,
        navigator: Navigator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edition = edition
        self._hall = hall
        self._clock = clock
        self._queue = queue
        self._told = told
        self._taking = taking
        self._navigator = navigator
        self._item: ServiceItem | None = None
        self._line = line_for(MAIN_LINE, hall)
        self._class = TicketClass.NORMAL
        self._view = TicketView()
        self._facts: RecordList[TicketFact] = RecordList(TicketFact, parent=self)
        self._classes: RecordList[ClassBoard] = RecordList(ClassBoard, parent=self)
        self._lines: RecordList[LineBoard] = RecordList(LineBoard, parent=self)
        wall_clock.minutePassed.connect(self.refresh)
        queue.changed.connect(self._queue_moved)
        taking.changed.connect(self._taking_moved)
        told.changed.connect(self.refresh)
        self.refresh()

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        """KeyError for a code that is no item of this edition."""
        if not returning:
            item = self._edition.item(EntryCode(argument)) if argument else None
            self._item = item
            self._line = line_for(item.line if item is not None else MAIN_LINE, self._hall)
            self._class = TicketClass.NORMAL
        self._taking.put_aside()
        self._queue.look()
        self.refresh()

    def forget(self) -> None:
        self._item = None
        self._line = line_for(MAIN_LINE, self._hall)
        self._class = TicketClass.NORMAL
        self._told.forget()
        self._taking.forget()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Time, queue, choice or deed has moved."""
        ticket = self._taking.ticket
        view = derive_ticket_view(
            moment=self._clock.now(),
            now=self._queue.now,
            unavailable=self._queue.unavailable is not None,
            hall=self._hall,
            line=self._line,
            item=self._item,
            mine=self._told.list_of(self._item) if self._item is not None else None,
            ticks=self._told.ticks(self._item) if self._item is not None else frozenset(),
            ticket_class=self._class,
            number=ticket.number if ticket is not None else None,
            under_way=self._taking.under_way,
            problem=self._problem(),
        )
        self._facts.show(view.facts)
        self._classes.show(view.classes)
        self._lines.show(view.lines)
        self._show(view)

    def _problem(self) -> Refused | Unavailable | None:
        return self._taking.problem(self._line.id) if self._line is not None else None

    @Slot()
    def _queue_moved(self) -> None:
        """A fresh answer of the queue tells opening and machine better than an older no."""
        if self._queue.unavailable is None and isinstance(self._problem(), HallClosed | QuotaReached | StoppedToday | Unavailable):
            self._taking.put_aside()
        self.refresh()

    @Slot()
    def _taking_moved(self) -> None:
        self.refresh()
        if isinstance(self._problem(), HallClosed | QuotaReached | StoppedToday | Unavailable):
            self._queue.look()

    @Slot(str)
    def chooseClass(self, key: str) -> None:
        self._class = TicketClass(key)
        self._taking.put_aside()
        self.refresh()

    @Slot(str)
    def chooseLine(self, key: str) -> None:
        self._line = line_for(key, self._hall)
        self._taking.put_aside()
        self.refresh()

    @Slot()
    def takeTicket(self) -> None:
        """The one button: a number, or the way back to the one this session has."""
        if self._taking.ticket is not None:
            self._navigator.replace("ticket-done")
        elif self._line is not None:
            item = self._item.code if self._item is not None else None
            choices = self._told.choices(self._item) if self._item is not None else None
            self._taking.take(line=self._line.id, item=item, ticket_class=self._class, choices=choices)

    @Slot()
    def leave(self) -> None:
        """先不取号."""
        self._navigator.back()

    @Slot()
    def openList(self) -> None:
        """回清单再看看."""
        if self._item is not None:
            self._navigator.go("my-list", self._item.code)

    @Slot()
    def openProofs(self) -> None:
        self._navigator.go("list", CatalogList.ABOLISHED.value)

    @Slot()
    def openSearch(self) -> None:
        self._navigator.go("search")

    @Property(QObject, notify=viewChanged)
    def facts(self) -> RecordList[TicketFact]:
        return self._facts

    @Property(QObject, notify=viewChanged)
    def classes(self) -> RecordList[ClassBoard]:
        return self._classes

    @Property(QObject, notify=viewChanged)
    def lines(self) -> RecordList[LineBoard]:
        return self._lines

    @Property(int, notify=viewChanged)
    def lineCount(self) -> int:
        return len(self._view.lines)

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def itemName(self) -> str:
        return self._view.item

    @Property(str, notify=viewChanged)
    def papersText(self) -> str:
        return self._view.papers

    @Property(str, notify=viewChanged)
    def checkTitle(self) -> str:
        return self._view.check_title

    @Property(str, notify=viewChanged)
    def missingText(self) -> str:
        return self._view.missing

    @Property(str, notify=viewChanged)
    def missingNames(self) -> str:
        return self._view.missing_names

    @Property(str, notify=viewChanged)
    def adviceText(self) -> str:
        return self._view.advice

    @Property(str, notify=viewChanged)
    def leaveText(self) -> str:
        return self._view.leave

    @Property(str, notify=viewChanged)
    def buttonText(self) -> str:
        return self._view.button

    @Property(str, notify=viewChanged)
    def buttonAwayText(self) -> str:
        return self._view.button_away

    @Property(bool, notify=viewChanged)
    def underWay(self) -> bool:
        return self._view.under_way

    @Property(bool, notify=viewChanged)
    def giving(self) -> bool:
        """Numbers are given, as far as anyone knows."""
        return self._view.away is None

    @Property(str, notify=viewChanged)
    def awayTitle(self) -> str:
        return self._view.away.title if self._view.away else ""

    @Property(str, notify=viewChanged)
    def awayReason(self) -> str:
        return self._view.away.reason if self._view.away else ""

    @Property(str, notify=viewChanged)
    def awayAdvice(self) -> str:
        return self._view.away.advice if self._view.away else ""

    @Property(str, notify=viewChanged)
    def awayBoardLabel(self) -> str:
        return self._view.away.board_label if self._view.away else ""

    @Property(str, notify=viewChanged)
    def awayBoard(self) -> str:
        return self._view.away.board if self._view.away else ""

    @Property(str, notify=viewChanged)
    def awayBoardNote(self) -> str:
        return self._view.away.board_note if self._view.away else ""

    @Property(str, notify=viewChanged)
    def awayStarts(self) -> str:
        return self._view.away.starts if self._view.away else ""

    @Property(str, notify=viewChanged)
    def proofsNote(self) -> str:
        return f"{self._edition.counts[CatalogList.ABOLISHED]} 项已经取消，不用跑"

    @Property(str, notify=viewChanged)
    def itemsNote(self) -> str:
        counts = self._edition.counts
        return f"{counts[CatalogList.CONVENIENCE] + counts[CatalogList.SOCIAL_SECURITY]} 项，先看要带什么"
