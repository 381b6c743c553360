"""办事指南: what an item is, whether it can be done today, what it takes, and the way to a number for it.

Here: what stands above the tabs, the tip and the buttons. Elsewhere: the rows inside the tabs (guide_rows.py) and their pages (reading.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from kiosk.application.ports import Clock
from kiosk.application.queries.queueing import HallNow
from kiosk.application.takeaway import Takeaway
from kiosk.domain.catalog import CatalogList, Edition, EntryCode, HallRole, ServiceItem
from kiosk.domain.hall import AfterClosing, BeforeOpening, ClosedDay, Hall, Lunch, Open, Opening
from kiosk.interface.citizen.attachment_words import PAGE, looked_at
from kiosk.interface.citizen.calendar_watch import CalendarWatch
from kiosk.interface.citizen.entry_rows import open_entry
from kiosk.interface.citizen.guide_rows import TAB_NAMES, Tab, tab_rows, verification_words
from kiosk.interface.citizen.promise_words import promise_words
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.reading import ReadingRow, ReadingViewModel
from kiosk.interface.citizen.take_away import TakeAway, TakeAwayOffer
from kiosk.interface.citizen.takeaway_words import takeaway_of_item
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.alert_words import STOPPED, again_words, alert_reason_words
from kiosk.interface.shared.entry_words import ASK_AT_COUNTER, brings_nothing, official_words, title_words
from kiosk.interface.shared.idle import READING, Patience
from kiosk.interface.shared.moments import clock_words, day_distance_words, short_date_words
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.opening_words import ticket_starts_words
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import minutes_range, set_words

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

_SEE_STEPS = "详见怎么办"
_GUIDES_ONLY = "大厅只指引"
_GIVEN_OUT = "今天的号发完了"
_MACHINE_AWAY = "机器取号停了，请到窗口找工作人员"


@dataclass(frozen=True, slots=True)
class GuideTab:
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class GuideFact:
    """One of 带几样, 多久, 多少钱, 在哪办: `figure` with its `unit`, or a word alone (`unit` empty, `worded`)."""

    key: str
    label: str
    figure: str
    unit: str = ""
    note: str = ""
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """`pill` whether it can be done now (empty: nobody knows yet), `hours` until when or from when. `can`: it can. `wait`: people ahead and
    minutes, `wait_short` the shorter of it. `ticket_away`: when numbers are given again, empty while they are, `away_short` the same in
    few words."""

    pill: str = ""
    hours: str = ""
    can: bool = False
    wait: str = ""
    wait_short: str = ""
    ticket_away: str = ""
    away_short: str = ""


@dataclass(frozen=True, slots=True)
class GuideView:
    """`tip` is empty where nobody stumbles; `mascot` false on solemn and sensitive items."""

    key: str = ""
    list_key: str = CatalogList.CONVENIENCE.value
    title: str = ""
    official: str = ""
    summary: tuple[str, ...] = ()
    verification: str = ""
    facts: tuple[GuideFact, ...] = ()
    tip: str = ""
    mascot: bool = False
    ticket_label: str = ""
    list_label: str = ""
    list_note: str = ""
    list_short_note: str = ""
    today: Today = Today()
    tab: Tab = Tab.ELIGIBLE


def derive_guide_view(*, item: ServiceItem, edition: Edition, hall: Hall, tab: Tab, today: Today) -> GuideView:
    row = edition.rows[item.code]
    served = item.hall_role.served_here
    solemn = any(edition.life_events[event].solemn for event in item.life_events if event in edition.life_events)
    return GuideView(
        key=item.code,
        list_key=item.list,
        title=title_words(row),
        official=official_words(row),
        summary=tuple(set_words(sentence) for sentence in item.summary),
        verification=verification_words(item.verification.status, item.verification.assured_date),
        facts=(_papers(item), _time(item), _fee(item), _place(item, hall)),
        tip=set_words(item.common_mistakes[0]) if item.common_mistakes else "",
        mascot=not (solemn or item.sensitive),
        ticket_label="取号去办" if served else "取号问一问",
        list_label=f"答 {len(item.situations)} 个问题，出我的清单" if item.situations else "出我的清单",
        list_note="只列您要带的，不多带一张" if item.situations else "带什么，一样一样勾",
        list_short_note=f"答 {len(item.situations)} 个问题" if item.situations else "一样一样勾",
        today=today,
        tab=tab,
    )


def _papers(item: ServiceItem) -> GuideFact:
    """Never a zero: papers that are not known are asked at the counter."""
    least, most = item.papers_to_bring
    omitted = sum(1 for material in item.materials if material.omitted)
    note = f"{item.counter_forms} 样窗口填" if item.counter_forms else f"{omitted} 样不用带" if omitted else ""
    label = "带几样"
    if brings_nothing(item.materials):
        return GuideFact("papers", label, "不用带", note=note, worded=True)
    if most == 0:
        return GuideFact("papers", label, ASK_AT_COUNTER, worded=True)
    figure = f"{least}" if least == most else f"{least}–{most}" if least else f"最多 {most}"
    return GuideFact("papers", label, figure, "样", note)


def _time(item: ServiceItem) -> GuideFact:
    """The legal limit first: a promise of other halls is no promise of this one, and says so."""
    verified = item.verification.assured_date is not None
    if verified and item.promised.days is not None:
        limit, note = item.promised, "大厅承诺"
    elif item.statutory.days is not None:
        limit, note = item.statutory, "规定最长"
    elif item.promised.days is not None:
        limit, note = item.promised, "别处参考"
    else:
        return GuideFact("time", "多久", ASK_AT_COUNTER, note=_SEE_STEPS if item.time_note or item.statutory.note else "", worded=True)
    if limit.days == 0:
        return GuideFact("time", "多久", "当场办", note="按规定" if limit is item.statutory else note, worded=True)
    return GuideFact("time", "多久", str(limit.days), "个工作日" if limit.unit == "工作日" else "天", note)


def _fee(item: ServiceItem) -> GuideFact:
    """不收费 only where that is all there is to say; words that depend are read in 怎么办."""
    if item.fee.charged is False and item.fee.text == "不收费":
        return GuideFact("fee", "多少钱", "不收费", worded=True)
    if not item.fee.text:
        return GuideFact("fee", "多少钱", ASK_AT_COUNTER, worded=True)
    return GuideFact("fee", "多少钱", "看情况", note=_SEE_STEPS, worded=True)


def _place(item: ServiceItem, hall: Hall) -> GuideFact:
    line = hall.line(item.line)
    name = line.name if line else ASK_AT_COUNTER
    match item.hall_role:
        case HallRole.GUIDE:
            return GuideFact("place", "在哪办", "去别处", note="大厅只指引", worded=True)
        case HallRole.ACCEPT:
            note = "大厅受理"
        case HallRole.FIRST_REVIEW:
            note = "大厅初审"
        case HallRole.ASSIST:
            note = "大厅帮办"
        case _:
            assert_never(item.hall_role)
    return GuideFact("place", "在哪办", name if len(name) > 2 else f"{name}窗口", note=note, worded=True)


def derive_today(*, item: ServiceItem, now: HallNow | None, unavailable: bool, today: date) -> Today:
    """`now` None: not known yet, then nothing is claimed."""
    served = item.hall_role.served_here
    if now is None:
        pill = "" if served else _GUIDES_ONLY
        return Today(pill, ticket_away=_MACHINE_AWAY, away_short="请到窗口") if unavailable else Today(pill)
    hours = _hours(now.opening, today)
    if not isinstance(now.opening, Open):
        return Today("现在不开" if served else _GUIDES_ONLY, hours, ticket_away=ticket_starts_words(now.opening, today), away_short=hours)
    alert = now.stopped(item=item.code, line=item.line)
    if alert is not None:
        again = again_words(alert.until)
        return Today(STOPPED, again, ticket_away=f"{alert_reason_words(alert.reason.value)}，{again}", away_short=again)
    if now.is_given_out(item=item.code, line=item.line):
        return Today(_GIVEN_OUT, "下一个上班日再来", ticket_away=f"{_GIVEN_OUT}，下一个上班日再来", away_short="下一个上班日再来")
    line = now.line(item.line)
    if line is None:
        return Today("问金小二" if served else _GUIDES_ONLY, hours)
    minutes = minutes_range(line.wait_low, line.wait_high)
    ahead = f"前面 {line.ahead} 人"
    wait_short = f"约 {minutes} 分钟" if minutes else ahead
    wait = f"{ahead}，{wait_short}" if minutes else ahead
    if not served:
        return Today(_GUIDES_ONLY, hours, wait=wait, wait_short=wait_short)
    if not line.open_counters:
        return Today("现在不开", "窗口暂时没人", wait=wait, wait_short=wait_short)
    return Today("今天能办", hours, can=True, wait=wait, wait_short=wait_short)


def _hours(opening: Opening, today: date) -> str:
    """Short, for beside the title: `开到 17:00`, `13:00 再开`, `明天 9:00 开`."""
    match opening:
        case Open(closes_at=at):
            return f"开到 {clock_words(at)}"
        case Lunch(reopens_at=at):
            return f"{clock_words(at)} 再开"
        case BeforeOpening(opens_at=at):
            return f"{clock_words(at)} 开门"
        case AfterClosing(next_opening=following) | ClosedDay(next_opening=following):
            if following is None:
                return "看门口通知"
            day = following.at.date()
            near = (day - today).days <= 1
            return f"{day_distance_words(day, today) if near else short_date_words(day)} {clock_words(following.at)} 开"
        case _:
            assert_never(opening)


@QmlElement
@QmlUncreatable("made by the role")
class GuideViewModel(QObject, Showing[GuideView]):
    """One item at a time. Which tab and page of it was open is kept until the session ends, so that 返回 finds it again."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        edition: Edition,
        hall: Hall,
        clock: Clock,
        told: Told,
        queue: QueueWatch,
        take_away: TakeAway,
        navigator: Navigator,
        calendar: CalendarWatch | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`calendar` None: no day of completion is reckoned."""
        super().__init__(parent)
        self._calendar = calendar
        self._edition = edition
        self._hall = hall
        self._clock = clock
        self._told = told
        self._queue = queue
        self._navigator = navigator
        self._view = GuideView()
        self._item: ServiceItem | None = None
        self._left_at: dict[EntryCode, tuple[Tab, int]] = {}
        self._facts: RecordList[GuideFact] = RecordList(GuideFact, parent=self)
        self._tabs: RecordList[GuideTab] = RecordList(GuideTab, parent=self)
        self._reading = ReadingViewModel(self)
        self._reading.chosen.connect(self._open)
        self._reading.looked.connect(self._look_at)
        self._offer = TakeAwayOffer(take_away, self._document, parent=self)
        queue.changed.connect(self.refresh)
        if calendar is not None:
            calendar.changed.connect(self.refresh)

    @property
    def patience(self) -> Patience:
        return READING

    def enter(self, argument: str, returning: bool) -> None:
        """KeyError for a code that is no item of the edition."""
        item = self._edition.item(EntryCode(argument))
        self._remember()
        self._item = item
        tab, page = self._left_at.get(item.code, (Tab.ELIGIBLE, 0)) if returning else (Tab.ELIGIBLE, 0)
        self._look(item, tab, page)

    def forget(self) -> None:
        self._item = None
        self._told.forget()
        self._left_at.clear()
        self._reading.read(())
        self._facts.show(())
        self._show(GuideView())

    @Slot()
    def refresh(self) -> None:
        """Time or queue has moved."""
        if self._item is not None:
            self._show(replace(self._view, today=self._today(self._item)))
            if self._view.tab is Tab.STEPS:
                self._reading.read(self._rows(self._item, Tab.STEPS), self._reading.page_index)

    def _remember(self) -> None:
        if self._item is not None:
            self._left_at[self._item.code] = self._view.tab, self._reading.page_index

    def _today(self, item: ServiceItem) -> Today:
        return derive_today(item=item, now=self._queue.now, unavailable=self._queue.unavailable is not None, today=self._clock.now().date())

    def _look(self, item: ServiceItem, tab: Tab, page: int = 0) -> None:
        view = derive_guide_view(item=item, edition=self._edition, hall=self._hall, tab=tab, today=self._today(item))
        self._facts.show(view.facts)
        self._tabs.show([GuideTab(each, TAB_NAMES[each]) for each in Tab])
        self._reading.read(self._rows(item, tab), page)
        self._show(view)

    def _rows(self, item: ServiceItem, tab: Tab) -> tuple[ReadingRow, ...]:
        now = self._queue.now
        promise = promise_words(
            item,
            opening=now.opening if now is not None else None,
            today=self._clock.now().date(),
            calendar=self._calendar.calendar if self._calendar is not None else None,
        )
        return tab_rows(tab, item, self._edition, promise=promise)

    def _open(self, key: str) -> None:
        self._remember()
        open_entry(self._edition, self._navigator, key)

    def _look_at(self, paper: str) -> None:
        if self._item is not None:
            self._remember()
            self._navigator.go(PAGE, looked_at(self._item.code, paper))

    @Slot(str)
    def openTab(self, key: str) -> None:
        if self._item is not None:
            self._look(self._item, Tab(key))

    def _document(self) -> Takeaway | None:
        """The guide on paper; with the person's own papers once they have seen their list."""
        item = self._item
        if item is None:
            return None
        return takeaway_of_item(
            item=item,
            edition=self._edition,
            hall=self._hall,
            today=self._clock.now().date(),
            mine=self._told.list_of(item),
            ticks=self._told.ticks(item),
        )

    @Slot()
    def makeList(self) -> None:
        """The questions first, where there are any; the list at once where it was made already: its answers can be changed there."""
        if self._item is not None:
            asks = self._item.situations and self._told.list_of(self._item) is None
            self._navigator.go("questions" if asks else "my-list", self._item.code)

    @Slot()
    def takeTicket(self) -> None:
        if self._item is not None:
            self._navigator.go("ticket", self._item.code)

    @Property(QObject, notify=viewChanged)
    def facts(self) -> RecordList[GuideFact]:
        return self._facts

    @Property(QObject, notify=viewChanged)
    def tabs(self) -> RecordList[GuideTab]:
        return self._tabs

    @Property(ReadingViewModel, notify=viewChanged)
    def reading(self) -> ReadingViewModel:
        return self._reading

    @Property(str, notify=viewChanged)
    def listKey(self) -> str:
        return self._view.list_key

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def officialName(self) -> str:
        return self._view.official

    @Property(str, notify=viewChanged)
    def summary(self) -> str:
        return "\n".join(self._view.summary)

    @Property(str, notify=viewChanged)
    def verificationText(self) -> str:
        return self._view.verification

    @Property(str, notify=viewChanged)
    def todayText(self) -> str:
        return self._view.today.pill

    @Property(str, notify=viewChanged)
    def hoursText(self) -> str:
        return self._view.today.hours

    @Property(str, notify=viewChanged)
    def stateText(self) -> str:
        """Hours and verification in one line."""
        return "，".join(words for words in (self._view.today.hours, self._view.verification) if words)

    @Property(bool, notify=viewChanged)
    def canToday(self) -> bool:
        return self._view.today.can

    @Property(str, notify=viewChanged)
    def tip(self) -> str:
        return self._view.tip

    @Property(bool, notify=viewChanged)
    def mascotShown(self) -> bool:
        return self._view.mascot

    @Property(str, notify=viewChanged)
    def ticketLabel(self) -> str:
        return self._view.ticket_label

    @Property(str, notify=viewChanged)
    def listLabel(self) -> str:
        return self._view.list_label

    @Property(str, notify=viewChanged)
    def listNote(self) -> str:
        return self._view.list_note

    @Property(str, notify=viewChanged)
    def listShortLabel(self) -> str:
        """Where the button is narrow."""
        return "出我的清单"

    @Property(str, notify=viewChanged)
    def listShortNote(self) -> str:
        return self._view.list_short_note

    @Property(TakeAwayOffer, notify=viewChanged)
    def offer(self) -> TakeAwayOffer:
        return self._offer

    @Property(str, notify=viewChanged)
    def waitText(self) -> str:
        return self._view.today.wait

    @Property(str, notify=viewChanged)
    def waitShortText(self) -> str:
        return self._view.today.wait_short

    @Property(str, notify=viewChanged)
    def ticketAwayText(self) -> str:
        return self._view.today.ticket_away

    @Property(str, notify=viewChanged)
    def awayShortText(self) -> str:
        return self._view.today.away_short

    @Property(str, notify=viewChanged)
    def tab(self) -> str:
        return self._view.tab
