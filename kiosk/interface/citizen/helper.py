"""找金小二: somebody comes to this screen, by one reason and one button; or a helper's number in one touch. No field anywhere: name and phone are
said in person.

Here: this page. Elsewhere: the deeds (ticket_taking.py, help_watch.py), the closed hall's words (ticket_away.py). While nobody at a counter would hear
a call, the page tells instead what a helper does and where to go.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kiosk.application.ports import Clock
from kiosk.application.queries.assistance import HelpAtKiosk
from kiosk.application.queries.queueing import HallNow
from kiosk.application.unavailable import Unavailable
from kiosk.domain.assistance import HelpCallState, HelpReason
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import HallClosed, PauseBetweenTickets, QuotaReached, Refused, StoppedToday
from kiosk.interface.citizen.help_watch import HelpWatch
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.ticket import HELPER_LINE
from kiosk.interface.citizen.ticket_away import MACHINE_AWAY, away_by_problem, away_now
from kiosk.interface.citizen.ticket_taking import TicketTaking
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.idle import READING, USUAL, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.sentences import sentence
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import in_a_row, minutes_range

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


class Calling(StrEnum):
    """How the call from this screen stands. AWAY: nobody would hear one."""

    AWAY = "away"
    OFFERED = "offered"
    RINGING = "ringing"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class ReasonBoard:
    key: str
    label: str
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CallView:
    """`title` and `note` of a call that rings or is answered; `button` rings or gives up."""

    calling: Calling = Calling.AWAY
    title: str = ""
    note: str = ""
    button: str = ""
    under_way: bool = False
    reasons: tuple[ReasonBoard, ...] = ()


@dataclass(frozen=True, slots=True)
class HelperView:
    """`button_away`: why no helper's number is to be had now, empty while it is. `counters`: where to go."""

    counters: str = ""
    counters_note: str = ""
    button: str = ""
    button_note: str = ""
    button_away: str = ""
    under_way: bool = False
    call: CallView = CallView()


PAGE = "helper"

_REASONS = (
    (HelpReason.SCREEN, "不会用屏幕", "gesture-tap"),
    (HelpReason.SIGHT, "看不清字", "eye-outline"),
    (HelpReason.HEARING, "听不清楚", "ear-hearing"),
    (HelpReason.WHAT, "不知该办啥", "help-circle-outline"),
    (HelpReason.PAPERS, "看不懂材料", "file-question-outline"),
    (HelpReason.WALKING, "走动不方便", "human-wheelchair"),
    (HelpReason.CHILDREN, "带着孩子", "human-male-child"),
    (HelpReason.TALK, "见面再说", "dots-horizontal"),
)


def reason_boards(chosen: HelpReason | None) -> tuple[ReasonBoard, ...]:
    """All eight, in the order of the page."""
    return tuple(ReasonBoard(reason.value, label, icon_character(icon), reason is chosen) for reason, label, icon in _REASONS)


def derive_call_view(now: HelpAtKiosk | None, *, chosen: HelpReason | None, under_way: bool) -> CallView:
    """`chosen`: this person's reason, None while they have named none. Nobody is promised a time: nobody knows it."""
    if now is None or (now.call is None and not now.listens):
        return CallView()
    call = now.call
    if call is None:
        return CallView(Calling.OFFERED, button="正在叫人" if under_way else "请人过来", under_way=under_way, reasons=reason_boards(chosen))
    if call.state is HelpCallState.TAKEN:
        where = f"{call.counter} 号窗口的人过来了"
        return CallView(Calling.COMING, where, "请在这里等一下。", "不用来了", under_way)
    if now.escalated:
        return CallView(Calling.RINGING, "还没有人接，又叫了一遍", "也可以直接到窗口说一声。", "不用来了", under_way)
    return CallView(Calling.RINGING, "已经叫人了", "窗口都响了，请在这里等一下。", "不用来了", under_way)


def counters_words(hall: Hall) -> tuple[str, str]:
    """Where helpers sit, by the hall's settings, and what to do there."""
    numbers = [str(counter.id) for counter in hall.open_counters(LineId(HELPER_LINE))]
    if not numbers:
        return "到哪个窗口，问工作人员", "告诉他您要金小二帮忙，不用填姓名电话。"
    return f"去 {in_a_row(numbers)} 号窗口", "代办也在那里说，不用在这里填姓名电话。"


def derive_helper_view(
    *,
    moment: datetime,
    now: HallNow | None,
    unavailable: bool,
    hall: Hall,
    number: str | None,
    under_way: bool,
    problem: Refused | Unavailable | None,
) -> HelperView:
    """`number`: this session's own, if it has one: one number a session, whatever the line."""
    place, note = counters_words(hall)
    if number is not None:
        return HelperView(place, note, f"看我的号 {number}", "叫到这个号，窗口也能请金小二帮您。")
    if under_way:
        return HelperView(place, note, "正在取号", "", "", True)
    take = "取帮办号"
    if hall.line(HELPER_LINE) is None:
        return HelperView(place, note, take, "", "这个大厅不发帮办号，直接到窗口说")
    away = away_now(now, item=None, line=HELPER_LINE, moment=moment) if now is not None else MACHINE_AWAY if unavailable else None
    if isinstance(problem, PauseBetweenTickets):
        return HelperView(place, note, take, "", sentence(problem).rstrip("。"))
    if problem is not None and (away is None or unavailable):
        away = away_by_problem(problem, moment)
    if away is not None:
        return HelperView(place, note, take, "", away.starts)
    return HelperView(place, note, take, _queue_words(now))


def _queue_words(now: HallNow | None) -> str:
    line = now.line(HELPER_LINE) if now is not None else None
    if line is None:
        return "听叫号，叫到再过去"
    wait = minutes_range(line.wait_low, line.wait_high)
    return f"前面 {line.ahead} 人，{f'大约等 {wait} 分钟' if wait else '听叫号'}"


@QmlElement
@QmlUncreatable("made by the role")
class HelperViewModel(QObject, Showing[HelperView]):
    """One touch: a number of the helpers' line, class normal, no item. `calls`: how a helper is called here; None where screens cannot call."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        hall: Hall,
        clock: Clock,
        queue: QueueWatch,
        taking: TicketTaking,
        navigator: Navigator,
        calls: HelpWatch | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._calls = calls
        self._reason: HelpReason | None = None
        self._reasons: RecordList[ReasonBoard] = RecordList(ReasonBoard, places=True, parent=self)
        self._hall = hall
        self._clock = clock
        self._queue = queue
        self._taking = taking
        self._navigator = navigator
        self._view = HelperView()
        queue.changed.connect(self._queue_moved)
        taking.changed.connect(self._taking_moved)
        if calls is not None:
            calls.changed.connect(self.refresh)
        self.refresh()

    @property
    def patience(self) -> Patience:
        """Whoever waits for somebody to come touches nothing."""
        return READING if self._view.call.calling in {Calling.RINGING, Calling.COMING} else USUAL

    def enter(self, argument: str, returning: bool) -> None:
        if argument:
            raise KeyError(argument)
        self._taking.put_aside()
        self._queue.look()
        self._look_at_calls()
        self.refresh()

    def forget(self) -> None:
        """The reason is the person's; the call is the screen's, and somebody may be on the way to who waits beside it."""
        self._reason = None
        self._taking.forget()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Time, queue, call or deed has moved."""
        ticket = self._taking.ticket
        call = derive_call_view(
            self._calls.now if self._calls is not None else None,
            chosen=self._reason,
            under_way=self._calls is not None and self._calls.under_way,
        )
        if call.reasons:
            self._reasons.show(call.reasons)
        self._show(
            replace(
                derive_helper_view(
                    moment=self._clock.now(),
                    now=self._queue.now,
                    unavailable=self._queue.unavailable is not None,
                    hall=self._hall,
                    number=ticket.number if ticket is not None else None,
                    under_way=self._taking.under_way,
                    problem=self._taking.problem(HELPER_LINE),
                ),
                call=call,
            )
        )

    def _look_at_calls(self) -> None:
        if self._calls is not None:
            self._calls.look()

    @Slot()
    def _queue_moved(self) -> None:
        if self._queue.unavailable is None and isinstance(
            self._taking.problem(HELPER_LINE), HallClosed | QuotaReached | StoppedToday | Unavailable
        ):
            self._taking.put_aside()
        if self._navigator.here.page == PAGE:  # a clerk may have come or gone
            self._look_at_calls()
        self.refresh()

    @Slot()
    def _taking_moved(self) -> None:
        self.refresh()
        if isinstance(self._taking.problem(HELPER_LINE), HallClosed | QuotaReached | StoppedToday | Unavailable):
            self._queue.look()

    @Slot()
    def takeTicket(self) -> None:
        """A helper's number, or the way back to the one this session has."""
        if self._taking.ticket is not None:
            self._navigator.replace("ticket-done")
        else:
            self._taking.take(line=HELPER_LINE, item=None, ticket_class=TicketClass.NORMAL)

    @Slot(str)
    def chooseReason(self, key: str) -> None:
        """Once more takes it back."""
        reason = HelpReason(key)
        self._reason = None if reason is self._reason else reason
        self.refresh()

    @Slot()
    def callHelper(self) -> None:
        """Without a reason it is said in person."""
        if self._calls is not None and self._view.call.calling is Calling.OFFERED:
            self._calls.ring(self._reason or HelpReason.TALK)

    @Slot()
    def giveUp(self) -> None:
        """不用来了."""
        if self._calls is not None:
            self._calls.cancel()

    @Property(str, notify=viewChanged)
    def calling(self) -> str:
        return self._view.call.calling

    @Property(QObject, notify=viewChanged)
    def reasons(self) -> RecordList[ReasonBoard]:
        return self._reasons

    @Property(str, notify=viewChanged)
    def callTitle(self) -> str:
        return self._view.call.title

    @Property(str, notify=viewChanged)
    def callNote(self) -> str:
        return self._view.call.note

    @Property(str, notify=viewChanged)
    def callButtonText(self) -> str:
        return self._view.call.button

    @Property(bool, notify=viewChanged)
    def callUnderWay(self) -> bool:
        return self._view.call.under_way

    @Property(str, notify=viewChanged)
    def countersText(self) -> str:
        return self._view.counters

    @Property(str, notify=viewChanged)
    def countersNote(self) -> str:
        return self._view.counters_note

    @Property(str, notify=viewChanged)
    def buttonText(self) -> str:
        return self._view.button

    @Property(str, notify=viewChanged)
    def buttonNote(self) -> str:
        return self._view.button_note

    @Property(str, notify=viewChanged)
    def buttonAwayText(self) -> str:
        return self._view.button_away

    @Property(bool, notify=viewChanged)
    def underWay(self) -> bool:
        return self._view.under_way
