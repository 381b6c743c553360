"""到我了吗: one number, how it stands, and what its holder may do with it.

Here: the steps of the page. Elsewhere: its words (my_turn_words.py), who counts as holder (domain.queueing.HeldNumber), cancelling and copying
(application.commands.held_ticket), the code on paper (application.ticket_code), the paper's state (print_watch.py).

Anybody may look up any number: the hall's display shows them all. Giving one back, or having its paper copied, asks for the time printed
on it, unless this session took it or the paper was scanned. Never says what the number is for.
Long because one page has five steps with a dozen deeds, and forty properties that QML reads (docs/adr/0028).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol, TypeVar

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ports import Clock
from kiosk.application.queries.queueing import TurnSeen
from kiosk.application.ticket_code import read_ticket_code
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import Unavailable
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import TicketNumber, business_day
from kiosk.domain.queueing import HeldNumber, PrintState, Ticket, TicketState
from kiosk.domain.refusals import NotItsTime, Refused, TooManyDoubts, UnknownTicket
from kiosk.interface.citizen.my_turn_words import (
    LEAST_DIGITS,
    MOST_DIGITS,
    TIME_DIGITS,
    MyTurnView,
    Step,
    number_view,
    state_view,
    time_of,
    time_view,
)
from kiosk.interface.citizen.print_watch import PrintWatch
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.ticket_done import paper_line
from kiosk.interface.citizen.ticket_taking import TicketTaking
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.moments import short_date_words
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.sentences import sentence
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

Made = TypeVar("Made")


class Wish(StrEnum):
    CANCEL = "cancel"
    REPRINT = "reprint"


class TurnDeeds(Protocol):
    """The hall's side; the role makes it. Each runs on the worker."""

    def look(self, number: TicketNumber) -> TurnSeen: ...
    def check(self, held: HeldNumber) -> Ticket: ...
    def cancel(self, held: HeldNumber) -> Ticket: ...
    def reprint(self, held: HeldNumber) -> TakenTicket: ...


@dataclass(frozen=True, slots=True)
class LineKey:
    key: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CallRow:
    key: str
    place: str
    number: str


@QmlElement
@QmlUncreatable("made by the role")
class MyTurnViewModel(QObject, Showing[MyTurnView]):
    """One number at a time. What was typed, found and proved goes with the session."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        hall: Hall,
        clock: Clock,
        queue: QueueWatch,
        taking: TicketTaking,
        deeds: TurnDeeds,
        paper_of: Callable[[TakenTicket], TicketPaper],
        printing: PrintWatch,
        jobs: Jobs,
        navigator: Navigator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hall = hall
        self._clock = clock
        self._queue = queue
        self._taking = taking
        self._deeds = deeds
        self._paper_of = paper_of
        self._printing = printing
        self._jobs = jobs
        self._navigator = navigator
        self._view = MyTurnView()
        self._lines: RecordList[LineKey] = RecordList(LineKey, parent=self)
        self._calls: RecordList[CallRow] = RecordList(CallRow, parent=self)
        self._visit = 0
        """Counts the numbers that were asked for: an answer to an earlier one comes too late."""
        self._begin()
        queue.changed.connect(self.lookAgain)
        printing.changed.connect(self._refresh)

    def _begin(self) -> None:
        self._visit += 1
        self._step = Step.NUMBER
        self._line, self._digits, self._time = "", "", ""
        self._number: TicketNumber | None = None
        self._held: HeldNumber | None = None
        self._scanned: HeldNumber | None = None
        self._seen: TurnSeen | None = None
        self._wish: Wish | None = None
        self._problem = ""
        self._looking_again = False
        self._busy = False
        self._printing.forget()
        self._refresh()

    # -- the page ------------------------------------------------------------------------------------------------------------

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        """`A012`: at once how it stands. KeyError for what is no number."""
        if returning and self._step is not Step.NUMBER:
            self.lookAgain()
            return
        if not argument:
            self._begin()
            return
        try:
            number = TicketNumber.parse(argument)
        except ValueError as wrong:
            raise KeyError(argument) from wrong
        self._begin()
        self._look(number)

    def forget(self) -> None:
        self._begin()

    # -- typing --------------------------------------------------------------------------------------------------------------

    @Slot(str)
    def chooseLine(self, letter: str) -> None:
        self._line, self._problem = letter, ""
        self._refresh()

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        if self._step is Step.TIME:
            self._time = (self._time + digit)[:TIME_DIGITS]
        elif self._line and len(self._digits) < (LEAST_DIGITS if self._digits.startswith("0") else MOST_DIGITS):
            self._digits += digit
        else:
            return
        self._problem = ""
        self._refresh()

    @Slot()
    def erase(self) -> None:
        if self._step is Step.TIME:
            self._time = self._time[:-1]
        elif self._digits:
            self._digits = self._digits[:-1]
        else:
            self._line = ""
        self._problem = ""
        self._refresh()

    @Slot()
    def clear(self) -> None:
        if self._step is Step.TIME:
            self._time = ""
        else:
            self._line, self._digits = "", ""
        self._problem = ""
        self._refresh()

    @Slot()
    def go(self) -> None:
        """What was typed is whole: look the number up, or compare the time."""
        if not self._view.ready:
            return
        if self._step is Step.TIME:
            self._check()
        else:
            self._look(TicketNumber.parse(self._line + self._digits))

    def scan(self, text: str) -> None:
        """A code was held before the scanner: the paper itself stands for holding it."""
        code = read_ticket_code(text)
        if code is None:
            self._begin()
            self._say("没认出这个码，请扫号票上的码，或者照着号票点号码。")
        elif not code.is_of(self._hall.name):
            self._begin()
            self._say(f"这张号票是{code.hall}的，不是本大厅的，请到那里去等。")
        elif code.day != business_day(self._clock.now()):
            self._begin()
            self._say(f"这张号票是 {short_date_words(code.day)}的，今天不能用了，请重新取一个号。")
        else:
            self._begin()
            self._scanned = code.held
            self._look(code.held.number)

    # -- looking up ------------------------------------------------------------------------------------------------------------

    def _look(self, number: TicketNumber) -> None:
        self._visit += 1
        visit = self._visit
        self._number = number
        self._line, self._digits = number.line, f"{number.sequence:03d}"
        self._step, self._problem = Step.LOOKING, ""
        self._refresh()
        self._jobs.run(
            lambda: self._deeds.look(number),
            lambda seen: self._found(visit, seen),
            lambda refused: self._unknown(visit, refused),
            lambda missing: self._unknown(visit, missing),
        )

    @Slot()
    def lookAgain(self) -> None:
        """The queue has moved, or a deed was done."""
        number = self._number
        if number is None or self._seen is None:
            return
        if self._looking_again:
            return
        self._looking_again = True
        visit = self._visit
        self._jobs.run(
            lambda: self._deeds.look(number),
            lambda seen: self._found_again(visit, seen),
            lambda refused: self._not_found_again(visit, refused),
            lambda missing: self._not_found_again(visit, missing),
        )

    def _found(self, visit: int, seen: TurnSeen) -> None:
        if visit != self._visit:
            return
        self._seen = seen
        self._held = self._proof(seen)
        self._step = Step.STATE
        self._refresh()

    def _found_again(self, visit: int, seen: TurnSeen) -> None:
        if visit != self._visit:
            return
        self._looking_again = False
        self._seen = seen
        if seen.ticket.state is not TicketState.WAITING and self._step in {Step.TIME, Step.SURE}:
            self._step = Step.STATE
        self._refresh()

    def _not_found_again(self, visit: int, problem: Refused | Unavailable) -> None:
        """What was true a moment ago is not shown as true now."""
        if visit == self._visit:
            self._looking_again = False
            self._unknown(visit, problem)

    def _unknown(self, visit: int, problem: Refused | Unavailable) -> None:
        if visit != self._visit:
            return
        self._seen, self._held, self._step = None, None, Step.NUMBER
        if isinstance(problem, UnknownTicket):
            self._say(f"今天没有 {problem.number} 这个号，请看看号票上的字母、数字和日期。")
        elif isinstance(problem, Refused):
            self._say(sentence(problem))
        else:
            self._say("现在查不了，请看大屏或者听叫号。")

    def _proof(self, seen: TurnSeen) -> HeldNumber | None:
        """Who took it here, in this session, or holds its paper before the scanner, has nothing to prove."""
        issued = seen.ticket.issued_at
        own = self._taking.ticket
        mine = own is not None and own.id == seen.ticket.id
        scanned = self._scanned is not None and (self._scanned.issued.hour, self._scanned.issued.minute) == (issued.hour, issued.minute)
        return HeldNumber(number=TicketNumber.parse(seen.ticket.number), issued=issued.time()) if mine or scanned else None

    # -- giving it back, printing it again -------------------------------------------------------------------------------------

    @Slot()
    def cancel(self) -> None:
        self._wants(Wish.CANCEL)

    @Slot()
    def reprint(self) -> None:
        self._wants(Wish.REPRINT)

    def _wants(self, wish: Wish) -> None:
        if self._busy or self._step is not Step.STATE:
            return
        self._wish, self._problem = wish, ""
        if self._held is None:
            self._step, self._time = Step.TIME, ""
            self._refresh()
        else:
            self._go_on(self._held)

    def _check(self) -> None:
        issued = time_of(self._time)
        if self._number is None or issued is None:
            return
        held = HeldNumber(number=self._number, issued=issued)
        self._do(lambda: self._deeds.check(held), lambda _ticket: self._go_on(held))

    def _go_on(self, held: HeldNumber) -> None:
        self._held = held
        if self._wish is Wish.CANCEL:
            self._step = Step.SURE
            self._refresh()
        elif self._wish is Wish.REPRINT:
            self._step = Step.STATE
            self._do(lambda: self._deeds.reprint(held), self._copy_queued)

    @Slot()
    def keep(self) -> None:
        """不取消, or not now: back to how it stands."""
        self._step, self._wish, self._problem = Step.STATE, None, ""
        self._refresh()

    @Slot()
    def cancelForGood(self) -> None:
        held = self._held
        if held is not None and self._step is Step.SURE:
            self._do(lambda: self._deeds.cancel(held), lambda _ticket: self._after())

    def _copy_queued(self, ticket: TakenTicket) -> None:
        self._printing.submit(ticket, replace(self._paper_of(ticket), reprint=True))
        self._after()

    def _do(self, deed: Callable[[], Made], done: Callable[[Made], None]) -> None:
        """One deed at a time; what comes of it is for the visit that wished it."""
        if self._busy:
            return
        self._busy, self._problem = True, ""
        visit = self._visit

        def settled(made: Made) -> None:
            if visit == self._visit:
                self._busy = False
                done(made)

        def failed(problem: Refused | Unavailable) -> None:
            if visit == self._visit:
                self._busy = False
                self._failed(problem)

        self._refresh()
        self._jobs.run(deed, settled, failed, failed)

    def _after(self) -> None:
        self._step, self._wish = Step.STATE, None
        self._refresh()
        self.lookAgain()

    def _failed(self, problem: Refused | Unavailable) -> None:
        self._time = ""
        if not isinstance(problem, NotItsTime):
            self._step, self._wish = Step.STATE, None
        self._say(sentence(problem) if isinstance(problem, Refused) else "现在办不了，请拿着号票到窗口说一声。")
        if isinstance(problem, Refused) and not isinstance(problem, NotItsTime | TooManyDoubts):
            self.lookAgain()

    # -- leaving -----------------------------------------------------------------------------------------------------------------

    @Slot()
    def anotherNumber(self) -> None:
        self._begin()

    @Slot()
    def dismiss(self) -> None:
        self._navigator.home()

    @Slot()
    def openHelper(self) -> None:
        self._navigator.go("helper")

    @Slot()
    def takeTicket(self) -> None:
        self._navigator.go("ticket")

    # -- what is shown -------------------------------------------------------------------------------------------------------------

    def _say(self, problem: str) -> None:
        self._problem = problem
        self._refresh()

    def _refresh(self) -> None:
        self._lines.show([LineKey(line.id, line.name, line.id == self._line) for line in self._hall.lines])
        calls = self._seen.calls if self._seen is not None else ()
        self._calls.show([CallRow(str(call.counter), f"{call.counter} 号窗口", call.number) for call in calls])
        self._show(self._derive())

    def _derive(self) -> MyTurnView:
        if self._step is Step.TIME:
            return time_view(self._view.number, self._time, self._problem, busy=self._busy)
        seen = self._seen
        if seen is None or self._step in {Step.NUMBER, Step.LOOKING}:
            return number_view(self._line, self._digits, self._problem, looking=self._step is Step.LOOKING)
        now = self._queue.now
        line = self._hall.line(seen.ticket.line)
        printing = self._printing.standing
        return state_view(
            seen,
            line.name if line is not None else seen.ticket.line,
            now.opening if now is not None else None,
            step=self._step,
            problem=self._problem,
            busy=self._busy,
            printer=self._printing.has_printer,
            paper=None if printing.state is PrintState.NONE else paper_line(printing, seen.ticket.number),
        )

    @Property(str, notify=viewChanged)
    def step(self) -> str:
        return self._view.step.value

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def note(self) -> str:
        return self._view.note

    @Property("QStringList", notify=viewChanged)
    def cells(self) -> list[str]:
        return list(self._view.cells)

    @Property(bool, notify=viewChanged)
    def ready(self) -> bool:
        return self._view.ready

    @Property(str, notify=viewChanged)
    def goLabel(self) -> str:
        return self._view.go_label

    @Property(str, notify=viewChanged)
    def problem(self) -> str:
        return self._view.problem

    @Property(QObject, notify=viewChanged)
    def lines(self) -> RecordList[LineKey]:
        return self._lines

    @Property(QObject, notify=viewChanged)
    def calls(self) -> RecordList[CallRow]:
        return self._calls

    @Property(str, notify=viewChanged)
    def number(self) -> str:
        return self._view.number

    @Property(str, notify=viewChanged)
    def lineName(self) -> str:
        return self._view.line

    @Property(str, notify=viewChanged)
    def lead(self) -> str:
        return self._view.turn.lead

    @Property(str, notify=viewChanged)
    def figure(self) -> str:
        return self._view.turn.figure

    @Property(str, notify=viewChanged)
    def unit(self) -> str:
        return self._view.turn.unit

    @Property(str, notify=viewChanged)
    def under(self) -> str:
        return self._view.turn.under

    @Property(str, notify=viewChanged)
    def tip(self) -> str:
        return self._view.turn.tip

    @Property(bool, notify=viewChanged)
    def waiting(self) -> bool:
        return self._view.turn.waiting

    @Property(bool, notify=viewChanged)
    def over(self) -> bool:
        return self._view.turn.over

    @Property(bool, notify=viewChanged)
    def canCancel(self) -> bool:
        return self._view.can_cancel

    @Property(bool, notify=viewChanged)
    def canReprint(self) -> bool:
        return self._view.can_reprint

    @Property(str, notify=viewChanged)
    def reprintNote(self) -> str:
        return self._view.reprint_note

    @Property(bool, notify=viewChanged)
    def hasPaper(self) -> bool:
        return self._view.paper is not None

    @Property(str, notify=viewChanged)
    def paperTitle(self) -> str:
        return self._view.paper.title if self._view.paper is not None else ""

    @Property(str, notify=viewChanged)
    def paperNote(self) -> str:
        return self._view.paper.note if self._view.paper is not None else ""

    @Property(str, notify=viewChanged)
    def paperIcon(self) -> str:
        return self._view.paper.icon if self._view.paper is not None else ""

    @Property(str, notify=viewChanged)
    def paperTone(self) -> str:
        return self._view.paper.tone if self._view.paper is not None else "plain"
