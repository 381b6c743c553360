"""找金小二: what a helper does, which counter to go to, a helper's number in one touch. No field anywhere: name and phone are said at the counter.

Here: this page. Elsewhere: the deed (ticket_taking.py), the closed hall's words (ticket_away.py). Calling someone to the screen comes with the
counters' consoles.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.application.ports import Clock
from kiosk.application.queries.queueing import HallNow
from kiosk.application.unavailable import Unavailable
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import HallClosed, PauseBetweenTickets, Refused
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.ticket import HELPER_LINE
from kiosk.interface.citizen.ticket_away import MACHINE_AWAY, away_by_opening, away_by_problem
from kiosk.interface.citizen.ticket_taking import TicketTaking
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.sentences import sentence
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import in_a_row, minutes_range

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HelperView:
    """`button_away`: why no helper's number is to be had now, empty while it is. `counters`: where to go."""

    counters: str = ""
    counters_note: str = ""
    button: str = ""
    button_note: str = ""
    button_away: str = ""
    under_way: bool = False


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
    away = away_by_opening(now.opening, moment) if now is not None else MACHINE_AWAY if unavailable else None
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
    """One touch: a number of the helpers' line, class normal, no item."""

    viewChanged = Signal()

    def __init__(
        self, *, hall: Hall, clock: Clock, queue: QueueWatch, taking: TicketTaking, navigator: Navigator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._hall = hall
        self._clock = clock
        self._queue = queue
        self._taking = taking
        self._navigator = navigator
        self._view = HelperView()
        queue.changed.connect(self._queue_moved)
        taking.changed.connect(self._taking_moved)
        self.refresh()

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        if argument:
            raise KeyError(argument)
        self._taking.put_aside()
        self._queue.look()
        self.refresh()

    def forget(self) -> None:
        self._taking.forget()

    def refresh(self) -> None:
        """Time, queue or deed has moved."""
        ticket = self._taking.ticket
        self._show(
            derive_helper_view(
                moment=self._clock.now(),
                now=self._queue.now,
                unavailable=self._queue.unavailable is not None,
                hall=self._hall,
                number=ticket.number if ticket is not None else None,
                under_way=self._taking.under_way,
                problem=self._taking.problem(HELPER_LINE),
            )
        )

    @Slot()
    def _queue_moved(self) -> None:
        if self._queue.unavailable is None and isinstance(self._taking.problem(HELPER_LINE), HallClosed | Unavailable):
            self._taking.put_aside()
        self.refresh()

    @Slot()
    def _taking_moved(self) -> None:
        self.refresh()
        if isinstance(self._taking.problem(HELPER_LINE), HallClosed | Unavailable):
            self._queue.look()

    @Slot()
    def takeTicket(self) -> None:
        """A helper's number, or the way back to the one this session has."""
        if self._taking.ticket is not None:
            self._navigator.replace("ticket-done")
        else:
            self._taking.take(line=HELPER_LINE, item=None, ticket_class=TicketClass.NORMAL)

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
