"""The display in the hall: the call huge, the last six, who waits, which windows are open; the published lists between calls.

What stands here anybody in the hall may read: numbers and windows, never an item, a class or a person.

Elsewhere: what is known of the hall (display_watch.py), the pages between calls (publication.py), the voice (infrastructure.speech).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.domain.queueing.counters import CounterState
from kiosk.interface.display.announcer import Announcer
from kiosk.interface.display.display_watch import DisplayWatch
from kiosk.interface.display.publication import Leaf, PublishedPage, PublishedRow, alert_notice, leaves_of, page_of
from kiosk.interface.shared.alert_words import stopped_until_words
from kiosk.interface.shared.moments import clock_words, date_words
from kiosk.interface.shared.opening_words import moment_words, next_ticket_moment, opening_line, week_words
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import minutes_range
from kiosk.interface.shared.wall_clock import WallClock

if TYPE_CHECKING:
    from kiosk.application.ports import Clock
    from kiosk.application.queries.hall_display import DisplayNow
    from kiosk.application.queries.queueing import HallNow, LineNow
    from kiosk.domain.alerts import Alert
    from kiosk.domain.announcing import Call
    from kiosk.domain.catalog import Edition
    from kiosk.domain.hall import Hall

QML_IMPORT_NAME = "Kiosk.DisplayModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE_MS = 12_000
"""A page of the lists, a notice."""
HELPER_LINE = "H"
_TONES = ("civic", "teal", "plum", "leaf")
_STATES = {CounterState.OPEN: "开", CounterState.PAUSED: "暂停", CounterState.CLOSED: "未开"}


class Mode(StrEnum):
    """What fills the middle of the display."""

    CALLING = "calling"
    BETWEEN = "between"
    CLOSED = "closed"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class CalledRow:
    key: str
    number: str
    counter: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """`tone`: the colour beside it. `wait` is empty where nobody can tell; `stopped`: it says until when nothing is done there (今日停办)."""

    key: str
    name: str
    waiting: str
    wait: str
    tone: str
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class CounterRow:
    """`stands`: a CounterState. `calling`: the window of the call on the board."""

    key: str
    number: str
    stands: str
    stateWords: str
    calling: bool


@dataclass(frozen=True, slots=True)
class DisplayView:
    """`told_at`: the time of figures that are old, empty while they are not. `closed_words`: why no window is open, and when next."""

    date: str = ""
    clock: str = ""
    mode: Mode = Mode.BETWEEN
    number: str = ""
    counter: str = ""
    line: str = ""
    told_at: str = ""
    last_title: str = ""
    last: tuple[CalledRow, ...] = ()
    recent: tuple[CalledRow, ...] = ()
    lines: tuple[LineRow, ...] = ()
    counters: tuple[CounterRow, ...] = ()
    counters_title: str = ""
    closed_words: str = ""
    week: str = ""
    page: PublishedPage = field(default_factory=PublishedPage)


def derive_display_view(
    *,
    moment: datetime,
    now: DisplayNow | None,
    stale: bool,
    hall: Hall,
    board: Call | None,
    last: Sequence[Call],
    busy: bool,
    page: PublishedPage,
) -> DisplayView:
    """`board` and `last` as the announcer has them, of today or of an earlier day; `busy`: the board has not had its time yet.

    An old answer (`stale`) is shown as old, once the calls that are known have had their time. Before the first answer nothing is claimed.
    """
    today = moment.date()
    board = board if board is not None and board.at.date() == today else None
    calls = [call for call in (board, *last) if call is not None and call.at.date() == today]
    mode = _mode(now, stale=stale, on_board=board is not None, busy=busy and board is not None)
    shown = (calls[0] if calls else None) if mode in {Mode.CALLING, Mode.AWAY} else None
    told_at = clock_words(now.hall.at) if mode is Mode.AWAY and now is not None else ""
    calling = shown.counter if shown is not None and mode is Mode.CALLING else None
    counters = tuple(
        CounterRow(str(counter), str(counter), state.value, _STATES[state], counter == calling)
        for counter, state in (now.counters if now else ())
    )
    opened = sum(1 for each in counters if each.stands == CounterState.OPEN.value)
    names = {line.id: line.name for line in hall.lines}
    return DisplayView(
        date=date_words(today),
        clock=clock_words(moment),
        mode=mode,
        number=str(shown.number) if shown else "",
        counter=str(shown.counter) if shown else "",
        line=names.get(shown.line, "") if shown else "",
        told_at=told_at,
        last_title="刚才叫过" if len(calls) > (shown is not None) else "" if calls or mode is Mode.AWAY else "今天还没有叫号",
        last=_rows([call for call in calls if call is not shown]),
        recent=_rows(calls[:3]),
        lines=tuple(_line(line, place, now.hall, told=mode is not Mode.AWAY) for place, line in enumerate(now.hall.lines)) if now else (),
        counters=counters,
        counters_title=f"{told_at} 时开着的窗口" if told_at else f"开 {opened} 个窗口" if opened else "窗口都没开",
        closed_words=_closed_words(now, moment) if now and mode is Mode.CLOSED else "",
        week=week_words(hall.hours) if mode is Mode.CLOSED else "",
        page=page if mode is Mode.BETWEEN else PublishedPage(),
    )


def _mode(now: DisplayNow | None, *, stale: bool, on_board: bool, busy: bool) -> Mode:
    if stale and not busy:
        return Mode.AWAY
    if on_board:
        return Mode.CALLING
    if now is not None and not any(state is CounterState.OPEN for _, state in now.counters):
        return Mode.CLOSED
    return Mode.BETWEEN


def _rows(calls: Sequence[Call]) -> tuple[CalledRow, ...]:
    return tuple(CalledRow(str(call.ticket), str(call.number), str(call.counter)) for call in calls)


def _line(line: LineNow, place: int, hall: HallNow, *, told: bool) -> LineRow:
    tone = "gold" if line.line == HELPER_LINE else _TONES[place % len(_TONES)]
    alert = next((alert for alert in hall.alerts if alert.line == line.line), None)
    if alert is not None:
        return LineRow(line.line, line.name, str(line.waiting), stopped_until_words(alert.until), tone, stopped=True)
    wait = minutes_range(line.wait_low, line.wait_high) if told else ""
    return LineRow(line.line, line.name, str(line.waiting), f"约 {wait} 分" if wait else "", tone)


def _closed_words(now: DisplayNow, moment: datetime) -> str:
    """When somebody is there again; while the hall has its hours and no window is open, that somebody will be called by voice."""
    following = next_ticket_moment(now.hall.opening)
    if following is None or following.at.date() == moment.date():
        return opening_line(now.hall.opening)
    return f"{opening_line(now.hall.opening)}，{moment_words(following.at, moment.date())} 再开"


@QmlElement
@QmlUncreatable("made by the role")
class DisplayViewModel(QObject, Showing[DisplayView]):
    """Nothing can be pressed; it moves by calls, by the clock and by what the hall does."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        edition: Edition,
        hall: Hall,
        clock: Clock,
        wall_clock: WallClock,
        watch: DisplayWatch,
        announcer: Announcer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edition = edition
        self._hall = hall
        self._clock = clock
        self._watch = watch
        self._announcer = announcer
        self._view = DisplayView()
        self._turned = 0
        self._alerts: tuple[Alert, ...] = ()
        self._page: tuple[Leaf, PublishedPage] | None = None
        self._last: RecordList[CalledRow] = RecordList(CalledRow, places=True, parent=self)
        self._recent: RecordList[CalledRow] = RecordList(CalledRow, places=True, parent=self)
        self._lines: RecordList[LineRow] = RecordList(LineRow, parent=self)
        self._counters: RecordList[CounterRow] = RecordList(CounterRow, parent=self)
        self._rows: RecordList[PublishedRow] = RecordList(PublishedRow, places=True, parent=self)
        self._turning = QTimer(self)
        self._turning.setInterval(PAGE_MS)
        self._turning.timeout.connect(self.turn)
        watch.changed.connect(self.refresh)
        announcer.changed.connect(self.refresh)
        wall_clock.minutePassed.connect(self.refresh)
        self.refresh()

    def show_edition(self, edition: Edition) -> None:
        """A new edition was published."""
        self._edition, self._page = edition, None
        self.refresh()

    def turn(self) -> None:
        """The next page of the lists and notices."""
        self._turned += 1
        self.refresh()

    def stop(self) -> None:
        self._turning.stop()

    def refresh(self) -> None:
        moment = self._clock.now()
        announcer = self._announcer
        view = derive_display_view(
            moment=moment,
            now=self._watch.now,
            stale=self._watch.stale,
            hall=self._hall,
            board=announcer.board,
            last=announcer.last,
            busy=announcer.busy,
            page=self._published(moment),
        )
        if view.mode is not Mode.BETWEEN:
            self._turning.stop()
        elif not self._turning.isActive():
            self._turning.start()
        self._last.show(view.last)
        self._recent.show(view.recent)
        self._lines.show(view.lines)
        self._counters.show(view.counters)
        self._rows.show(view.page.rows)
        self._show(view)

    def _published(self, moment: datetime) -> PublishedPage:
        """Made once: the display derives its view with every look. What is stopped today comes first, and at once when it is new."""
        alerts = self._watch.now.hall.alerts if self._watch.now is not None else ()
        if alerts != self._alerts:
            self._alerts, self._turned, self._page = alerts, 0, None
        notices = (*(alert_notice(alert, self._edition, self._hall) for alert in alerts), *self._hall.notices_on(moment.date()))
        leaves = leaves_of(self._edition, len(notices))
        if not leaves:
            return PublishedPage()
        leaf = leaves[self._turned % len(leaves)]
        if self._page is None or self._page[0] != leaf:
            self._page = leaf, page_of(leaf, self._edition, notices)
        return self._page[1]

    @Property(str, notify=viewChanged)
    def hallName(self) -> str:
        return self._hall.name

    @Property(str, notify=viewChanged)
    def dateText(self) -> str:
        return self._view.date

    @Property(str, notify=viewChanged)
    def clockText(self) -> str:
        return self._view.clock

    @Property(str, notify=viewChanged)
    def mode(self) -> str:
        return self._view.mode

    @Property(str, notify=viewChanged)
    def number(self) -> str:
        return self._view.number

    @Property(str, notify=viewChanged)
    def counter(self) -> str:
        return self._view.counter

    @Property(str, notify=viewChanged)
    def line(self) -> str:
        return self._view.line

    @Property(str, notify=viewChanged)
    def toldAt(self) -> str:
        return self._view.told_at

    @Property(QObject, notify=viewChanged)
    def last(self) -> RecordList[CalledRow]:
        return self._last

    @Property(QObject, notify=viewChanged)
    def recent(self) -> RecordList[CalledRow]:
        """The call on the board first."""
        return self._recent

    @Property(int, notify=viewChanged)
    def recentCount(self) -> int:
        return len(self._view.recent)

    @Property(str, notify=viewChanged)
    def lastTitle(self) -> str:
        return self._view.last_title

    @Property(QObject, notify=viewChanged)
    def lines(self) -> RecordList[LineRow]:
        return self._lines

    @Property(int, notify=viewChanged)
    def lineCount(self) -> int:
        return len(self._view.lines)

    @Property(QObject, notify=viewChanged)
    def counters(self) -> RecordList[CounterRow]:
        return self._counters

    @Property(int, notify=viewChanged)
    def counterCount(self) -> int:
        return len(self._view.counters)

    @Property(str, notify=viewChanged)
    def countersTitle(self) -> str:
        return self._view.counters_title

    @Property(str, notify=viewChanged)
    def closedText(self) -> str:
        return self._view.closed_words

    @Property(str, notify=viewChanged)
    def weekText(self) -> str:
        return self._view.week

    @Property(str, notify=viewChanged)
    def pageKind(self) -> str:
        return self._view.page.kind

    @Property(str, notify=viewChanged)
    def pageHeading(self) -> str:
        return self._view.page.heading

    @Property(str, notify=viewChanged)
    def pageTitle(self) -> str:
        return self._view.page.title

    @Property(str, notify=viewChanged)
    def pageFigure(self) -> str:
        return self._view.page.figure

    @Property(int, notify=viewChanged)
    def page(self) -> int:
        return self._view.page.page

    @Property(int, notify=viewChanged)
    def pages(self) -> int:
        return self._view.page.pages

    @Property(str, notify=viewChanged)
    def pageText(self) -> str:
        return self._view.page.page_words

    @Property(str, notify=viewChanged)
    def nameHead(self) -> str:
        return self._view.page.name_head

    @Property(str, notify=viewChanged)
    def detailHead(self) -> str:
        return self._view.page.detail_head

    @Property(str, notify=viewChanged)
    def editionText(self) -> str:
        return self._view.page.edition_words

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[PublishedRow]:
        return self._rows

    @Property(str, notify=viewChanged)
    def noticeTitle(self) -> str:
        return self._view.page.notice_title

    @Property(str, notify=viewChanged)
    def noticeText(self) -> str:
        return self._view.page.text
