"""大厅数字: how many came and how long they waited, for clerks (mock-up s12). No person stands in it; what is too little is not drawn.

Here: the page's view, what stands on each bar and how long it is. Elsewhere: reckoning (domain.figures), words shared with the workbook
(interface.shared.figures_words).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from kiosk.application.ports import Clock
from kiosk.application.unavailable import Unavailable
from kiosk.domain.catalog import CatalogList, Edition, EntryCode
from kiosk.domain.figures import NO_ITEM, PROMPT_TARGET, FigureCell, Figures
from kiosk.interface.shared.figures_words import (
    PROMPT_MINUTES,
    TOO_FEW,
    class_words,
    counter_words,
    day_words,
    hour_words,
    item_words,
    span_words,
)
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.list_names import list_name
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.sentences import sentence
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1

MOST_ITEMS = 8
MOST_DAYS = 7
MOST_COUNTERS = 6
AXIS_STEPS = (5, 10, 15, 20, 30, 45, 60, 90, 120, 240)
"""Minutes between two lines of the axis; there are three above the ground line."""


class Span(StrEnum):
    TODAY = "today"
    LAST_WEEK = "last_week"
    MONTH = "month"


class FiguresState(StrEnum):
    LOADING = "loading"
    EMPTY = "empty"
    ERROR = "error"
    CONTENT = "content"


SPANS = {Span.TODAY: "今天", Span.LAST_WEEK: "上周", Span.MONTH: "本月"}


def days_of(span: Span, today: date) -> tuple[date, date]:
    """First and last day, both included. A week begins on Monday; of this month and of today it counts up to now."""
    match span:
        case Span.TODAY:
            return today, today
        case Span.LAST_WEEK:
            monday = today - timedelta(days=today.weekday() + 7)
            return monday, monday + timedelta(days=6)
        case Span.MONTH:
            return today.replace(day=1), today


@dataclass(frozen=True, slots=True)
class SpanChip:
    key: str
    label: str
    cap: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FigureFact:
    """`worded`: there are words where the figure would be."""

    key: str
    label: str
    figure: str
    note: str
    worded: bool = False


@dataclass(frozen=True, slots=True)
class HourBar:
    """`half` and `nine` as shares of the axis; with `few` nothing is drawn but these words."""

    key: str
    label: str
    tickets: str
    half: float
    nine: float
    halfText: str
    nineText: str
    few: str


@dataclass(frozen=True, slots=True)
class ShareBar:
    """`share` of the bar's room. `listKey`, `listName`: of an item; `few` stands instead of the bar."""

    key: str
    label: str
    share: float
    figure: str
    listKey: str
    listName: str
    few: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    key: str
    label: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class FiguresView:
    """`axis`: what stands beside the lines, lowest first. `told`: how saving ended, or why there is nothing."""

    state: FiguresState = FiguresState.LOADING
    span: str = ""
    chips: tuple[SpanChip, ...] = ()
    facts: tuple[FigureFact, ...] = ()
    hours: tuple[HourBar, ...] = ()
    axis: tuple[str, ...] = ()
    busiest: str = ""
    items: tuple[ShareBar, ...] = ()
    days: tuple[ShareBar, ...] = ()
    counters: tuple[FigureLine, ...] = ()
    classes: tuple[FigureLine, ...] = ()
    help: str = ""
    told: str = ""
    saving: bool = False


def derive_figures_view(
    figures: Figures | None, *, span: Span, problem: Unavailable | None, edition: Edition, told: str, saving: bool
) -> FiguresView:
    """`figures` None: not known, being asked for, or away because of `problem`."""
    chips = tuple(SpanChip(each.value, SPANS[each], f"Ctrl+{place}", each is span) for place, each in enumerate(Span, 1))
    if figures is None:
        state = FiguresState.LOADING if problem is None else FiguresState.ERROR
        return FiguresView(state=state, chips=chips, told=sentence(problem) if problem is not None else "")
    if not figures.has_any:
        words = f"{span_words(figures)}还没有人取号，有了就在这里。"
        return FiguresView(state=FiguresState.EMPTY, span=span_words(figures), chips=chips, told=words)
    step = _axis_step(figures.by_hour)
    return FiguresView(
        state=FiguresState.CONTENT,
        span=span_words(figures),
        chips=chips,
        facts=_facts(figures),
        hours=tuple(_hour(cell, 3 * step) for cell in figures.by_hour),
        axis=tuple(str(place * step) for place in range(4)),
        busiest=_busiest(figures.by_hour),
        items=_items(figures, edition),
        days=tuple(_day(cell) for cell in figures.by_day[-MOST_DAYS:]),
        counters=tuple(_counter(cell) for cell in figures.by_counter[:MOST_COUNTERS]),
        classes=tuple(_class(cell) for cell in figures.by_class),
        help=_help(figures),
        told=told,
        saving=saving,
    )


def _minutes(minutes: float | None) -> str:
    """Whole, rounded up: 9 分内 must hold."""
    return str(ceil(minutes)) if minutes is not None else ""


def _axis_step(cells: Sequence[FigureCell]) -> int:
    most = max((cell.nine_waited or 0 for cell in cells), default=0)
    return next((step for step in AXIS_STEPS if 3 * step >= most), ceil(most / 3))


def _facts(figures: Figures) -> tuple[FigureFact, ...]:
    total, calls, told = figures.total, figures.help, figures.estimates
    before = f"前一段 {figures.tickets_before}" if figures.tickets_before is not None else ""
    nine = f"十人里九人 {_minutes(total.nine_waited)} 分内" if total.nine_waited is not None else ""
    prompt = f"{total.prompt:.0%}" if total.prompt is not None else None
    inside = f"{told.inside:.0%}" if told.inside is not None else None
    missed = f"{total.missed / total.tickets:.1%}" if total.missed is not None and total.tickets else None
    return (
        _fact("tickets", "取号", str(total.tickets) if total.tickets is not None else None, before),
        _fact("prompt", f"{PROMPT_MINUTES} 分钟内叫到", prompt, f"目标 {PROMPT_TARGET:.0%}"),
        _fact("half", "一半人等", f"{_minutes(total.half_waited)} 分内" if total.half_waited is not None else None, nine),
        _fact("estimates", "预计时间准", inside, "目标 75–85%"),
        _fact("missed", "过号", missed, f"{total.missed} 个号" if total.missed is not None else ""),
        _fact("help", "叫人过来", str(calls.calls), f"60 秒内有人去 {calls.prompt} 次" if calls.prompt is not None else ""),
    )


def _fact(key: str, label: str, figure: str | None, note: str) -> FigureFact:
    return FigureFact(key, label, figure or TOO_FEW, note, worded=figure is None)


def _hour(cell: FigureCell, axis: int) -> HourBar:
    if cell.half_waited is None or cell.nine_waited is None:
        return HourBar(cell.key, hour_words(cell.key), "", 0.0, 0.0, "", "", TOO_FEW)
    return HourBar(
        key=cell.key,
        label=hour_words(cell.key),
        tickets=f"{cell.tickets} 个号",
        half=cell.half_waited / axis,
        nine=cell.nine_waited / axis,
        halfText=_minutes(cell.half_waited),
        nineText=_minutes(cell.nine_waited),
        few="",
    )


def _busiest(cells: Sequence[FigureCell]) -> str:
    told = [cell for cell in cells if cell.nine_waited is not None]
    if len(told) < 2:
        return ""
    return f"{hour_words(max(told, key=lambda cell: cell.nine_waited or 0).key)}来的等得最久。"


def _items(figures: Figures, edition: Edition) -> tuple[ShareBar, ...]:
    told = [cell for cell in figures.by_item if cell.tickets is not None and cell.key != NO_ITEM][:MOST_ITEMS]
    most = max((cell.tickets or 0 for cell in told), default=1)
    return tuple(_item(cell, most, edition) for cell in told)


def _item(cell: FigureCell, most: int, edition: Edition) -> ShareBar:
    row = edition.rows.get(EntryCode(cell.key))
    which = row.list if row is not None else CatalogList.CONVENIENCE
    tickets = cell.tickets or 0
    return ShareBar(cell.key, item_words(cell.key, edition), tickets / most, str(tickets), which.value, list_name(which)[:2], "")


def _day(cell: FigureCell) -> ShareBar:
    label = day_words(cell.key)
    if cell.prompt is None:
        return ShareBar(cell.key, label, 0.0, "", "", "", TOO_FEW)
    return ShareBar(cell.key, label, cell.prompt, f"{cell.prompt:.0%}", "", "", "")


def _counter(cell: FigureCell) -> FigureLine:
    label = counter_words(cell.key)
    if cell.is_too_few:
        return FigureLine(cell.key, label, TOO_FEW, "")
    return FigureLine(
        cell.key, label, str(cell.served), f"{_minutes(cell.minutes_served)} 分" if cell.minutes_served is not None else TOO_FEW
    )


def _class(cell: FigureCell) -> FigureLine:
    if cell.is_too_few:
        return FigureLine(cell.key, class_words(cell.key), TOO_FEW, "")
    waited = f"{_minutes(cell.half_waited)} 分" if cell.half_waited is not None else TOO_FEW
    return FigureLine(cell.key, class_words(cell.key), str(cell.tickets), waited)


def _help(figures: Figures) -> str:
    calls = figures.help
    if calls.calls == 0:
        return "没有人在机器上叫人。"
    return f"在机器上叫人 {calls.calls} 次，有人去 {calls.taken} 次，自己取消 {calls.cancelled} 次，没人去 {calls.unanswered} 次。"


@QmlElement
@QmlUncreatable("made by the role")
class FiguresViewModel(QObject, Showing[FiguresView]):
    """`ask` gives the figures of two days and what lies between; `save` writes the workbook and says where. Both run on the worker."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        edition: Edition,
        clock: Clock,
        ask: Callable[[date, date], Figures],
        save: Callable[[Figures], str],
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edition = edition
        self._clock = clock
        self._ask = ask
        self._save = save
        self._jobs = jobs
        self._span = Span.LAST_WEEK
        self._figures: Figures | None = None
        self._problem: Unavailable | None = None
        self._told = ""
        self._saving = False
        self._view = FiguresView()
        self._chips: RecordList[SpanChip] = RecordList(SpanChip, parent=self)
        self._facts: RecordList[FigureFact] = RecordList(FigureFact, parent=self)
        self._hours: RecordList[HourBar] = RecordList(HourBar, parent=self)
        self._items: RecordList[ShareBar] = RecordList(ShareBar, parent=self)
        self._days: RecordList[ShareBar] = RecordList(ShareBar, parent=self)
        self._counters: RecordList[FigureLine] = RecordList(FigureLine, parent=self)
        self._classes: RecordList[FigureLine] = RecordList(FigureLine, parent=self)

    @Slot()
    def look(self) -> None:
        """The page is opened, or another span chosen."""
        span = self._span
        first, last = days_of(span, self._clock.now().date())
        self._figures, self._problem, self._told = None, None, ""
        self.refresh()
        self._jobs.run(lambda: self._ask(first, last), lambda figures: self._answered(span, figures), unavailable=self._missing)

    @Slot(str)
    def chooseSpan(self, key: str) -> None:
        self._span = Span(key)
        self.look()

    @Slot(int)
    def pressed(self, place: int) -> None:
        """A key on this page: a span by its place, 0 to save."""
        if place == 0:
            self.saveWorkbook()
        else:
            self.chooseSpan(list(Span)[place - 1])

    @Slot()
    def saveWorkbook(self) -> None:
        """存成 Excel. A press while one is being written does nothing."""
        figures = self._figures
        if figures is None or not figures.has_any or self._saving:
            return
        self._saving, self._told = True, ""
        self.refresh()
        self._jobs.run(lambda: self._save(figures), self._saved, unavailable=lambda why: self._saved(sentence(why)))

    def refresh(self) -> None:
        view = derive_figures_view(
            self._figures, span=self._span, problem=self._problem, edition=self._edition, told=self._told, saving=self._saving
        )
        self._chips.show(view.chips)
        self._facts.show(view.facts)
        self._hours.show(view.hours)
        self._items.show(view.items)
        self._days.show(view.days)
        self._counters.show(view.counters)
        self._classes.show(view.classes)
        self._show(view)

    def _answered(self, span: Span, figures: Figures) -> None:
        if span is self._span:
            self._figures = figures
            self.refresh()

    def _missing(self, why: Unavailable) -> None:
        self._problem = why
        self.refresh()

    def _saved(self, told: str) -> None:
        self._saving, self._told = False, told
        self.refresh()

    @Property(str, notify=viewChanged)
    def state(self) -> str:
        return self._view.state

    @Property(str, notify=viewChanged)
    def spanText(self) -> str:
        return self._view.span

    @Property(str, notify=viewChanged)
    def toldText(self) -> str:
        return self._view.told

    @Property(bool, notify=viewChanged)
    def canSave(self) -> bool:
        return self._view.state is FiguresState.CONTENT and not self._view.saving

    @Property(str, notify=viewChanged)
    def busiestText(self) -> str:
        return self._view.busiest

    @Property(str, notify=viewChanged)
    def helpText(self) -> str:
        return self._view.help

    @Property("QStringList", notify=viewChanged)
    def axis(self) -> list[str]:
        return list(self._view.axis)

    @Property(float, notify=viewChanged)
    def target(self) -> float:
        return PROMPT_TARGET

    @Property(QObject, notify=viewChanged)
    def chips(self) -> RecordList[SpanChip]:
        return self._chips

    @Property(QObject, notify=viewChanged)
    def facts(self) -> RecordList[FigureFact]:
        return self._facts

    @Property(QObject, notify=viewChanged)
    def hours(self) -> RecordList[HourBar]:
        return self._hours

    @Property(QObject, notify=viewChanged)
    def items(self) -> RecordList[ShareBar]:
        return self._items

    @Property(QObject, notify=viewChanged)
    def days(self) -> RecordList[ShareBar]:
        return self._days

    @Property(QObject, notify=viewChanged)
    def counters(self) -> RecordList[FigureLine]:
        return self._counters

    @Property(QObject, notify=viewChanged)
    def classes(self) -> RecordList[FigureLine]:
        return self._classes
