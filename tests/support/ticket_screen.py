"""The pages around a number, wired as the role wires them, over jobs that run when told and a hall that says what it is told to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ports import PrintOutcome
from kiosk.application.queries.queueing import HallNow, LineNow
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import Unavailable
from kiosk.domain.catalog import Edition
from kiosk.domain.hall import Hall, Open, opening_at
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import HeldNumber, PrintJobId, PrintState, TicketClass, TicketId
from kiosk.domain.refusals import Refused
from kiosk.infrastructure.settings import settings_of
from kiosk.interface.citizen.citizen import CitizenViewModel, Pages
from kiosk.interface.citizen.fault import FaultViewModel
from kiosk.interface.citizen.helper import HelperViewModel
from kiosk.interface.citizen.home import HomeViewModel
from kiosk.interface.citizen.idle_question import IdleQuestionViewModel
from kiosk.interface.citizen.paper_sign import PaperSign
from kiosk.interface.citizen.print_watch import PrintWatch
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.ticket import TicketViewModel
from kiosk.interface.citizen.ticket_done import TicketDoneViewModel
from kiosk.interface.citizen.ticket_taking import TicketTaking
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.idle import IdleClock
from kiosk.interface.shared.navigator import HOME, Navigator, Place
from kiosk.interface.shared.qml import QObject
from kiosk.interface.shared.wall_clock import WallClock
from kiosk.roles.paper import paper_of
from tests.support.guide_screens import real_edition
from tests.support.halls import CALENDAR, MONDAY_TEN, StandingClock


class HeldJobs:
    """Jobs that wait until `settle`; with `hold` False they run at once. Outcomes go where the real ones go."""

    def __init__(self, *, hold: bool = False) -> None:
        self.hold = hold
        self._waiting: list[Callable[[], None]] = []

    def run(
        self,
        deed: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[Refused], None] | None = None,
        unavailable: Callable[[Unavailable], None] | None = None,
    ) -> None:
        def work() -> None:
            try:
                result = deed()
            except Refused as refusal:
                assert refused is not None
                refused(refusal)
            except Unavailable as missing:
                assert unavailable is not None
                unavailable(missing)
            else:
                done(result)

        self._waiting.append(work)
        if not self.hold:
            self.settle()

    def settle(self) -> None:
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            work()


@dataclass(frozen=True)
class Asked:
    line: str
    item: str | None
    ticket_class: TicketClass
    request_id: str
    choices: Choices | None = None


@dataclass
class Desk:
    """The hall's side of 取号: notes what it is asked and answers with numbers, or with `answer`."""

    moment: Callable[[], datetime]
    asked: list[Asked] = field(default_factory=list)
    answer: Exception | None = None
    number: int = 12
    print_job: PrintJobId | None = None

    def __call__(self, *, line: str, item: str | None, ticket_class: TicketClass, choices: Choices | None, request_id: str) -> TakenTicket:
        self.asked.append(Asked(line, item, ticket_class, request_id, choices))
        if self.answer is not None:
            raise self.answer
        return TakenTicket(
            id=TicketId(self.number),
            day=self.moment().date(),
            number=f"{line}{self.number:03d}",
            line=LineId(line),
            item=item,
            ticket_class=ticket_class,
            issued_at=self.moment(),
            ahead=6,
            wait_low=15,
            wait_high=25,
            print_state=PrintState.QUEUED if self.print_job else PrintState.NONE,
            print_job=self.print_job,
            choices=choices,
        )


class Copies:
    """The hall's side of one more paper: gives this session's ticket with another job, or `answer`."""

    def __init__(self, screen: TicketScreen) -> None:
        self._screen = screen
        self.asked: list[HeldNumber] = []
        self.answer: Exception | None = None

    def __call__(self, held: HeldNumber) -> TakenTicket:
        self.asked.append(held)
        if self.answer is not None:
            raise self.answer
        ticket = self._screen.taking.ticket
        assert ticket is not None
        return replace(ticket, print_state=PrintState.QUEUED, print_job=PrintJobId(77))


class PrintDeskDouble:
    """Keeps the futures for the test to resolve."""

    def __init__(self) -> None:
        self.jobs: list[PrintJobId] = []
        self.papers: list[TicketPaper] = []
        self.futures: list[Future[PrintOutcome]] = []

    def submit(self, *, job: PrintJobId, paper: TicketPaper) -> Future[PrintOutcome]:
        self.jobs.append(job)
        self.papers.append(paper)
        self.futures.append(Future())
        return self.futures[-1]

    def close(self) -> None: ...


def hall_now(hall: Hall, moment: datetime, *, ahead: int = 6, wait: tuple[int | None, int | None] = (15, 25)) -> HallNow:
    """A hall with six people waiting; closed when its hours say so."""
    opening = opening_at(moment, hall.hours, CALENDAR)
    is_open = isinstance(opening, Open)
    low, high = wait if is_open else (None, None)
    counters = {line.id: tuple(each.id for each in hall.open_counters(line.id)) if is_open else () for line in hall.lines}
    lines = tuple(
        LineNow(line.id, line.name, line.description, ahead, ahead, low, high, 3 if is_open else 0, counters[line.id])
        for line in hall.lines
    )
    return HallNow(moment, opening, ahead, 3 if is_open else 0, lines)


class TicketScreen:
    """Every part of it, for a test to turn and to look at."""

    def __init__(self, folder: Path, *, moment: datetime = MONDAY_TEN, hold: bool = False, hall: Hall | None = None) -> None:
        self.clock = StandingClock(moment)
        self.hall = hall or settings_of(folder / "hall.toml").hall
        self.edition: Edition = real_edition()
        self.jobs = HeldJobs(hold=hold)
        self.navigator = Navigator()
        self.visited: list[Place] = []
        self.navigator.listen(lambda place, returning: self.visited.append(place))
        self.seconds = 100.0
        self.desk = Desk(self.clock.now)
        self.prints = PrintDeskDouble()
        self.away: Unavailable | None = None
        self.queue = QueueWatch(self._ask, self.jobs)
        self.taking = TicketTaking(take=self.desk, jobs=self.jobs, navigator=self.navigator, seconds=lambda: self.seconds)
        self.told = Told(self.edition)
        self.printing = PrintWatch(self.prints)
        self.sign = PaperSign()
        self.copies = Copies(self)
        self.idle = IdleClock()
        self.wall_clock = WallClock(self.clock)
        self.owner = QObject()

    def _ask(self) -> HallNow:
        if self.away is not None:
            raise self.away
        return hall_now(self.hall, self.clock.now())

    def ticket(self) -> TicketViewModel:
        return TicketViewModel(
            edition=self.edition,
            hall=self.hall,
            clock=self.clock,
            wall_clock=self.wall_clock,
            queue=self.queue,
            told=self.told,
            taking=self.taking,
            navigator=self.navigator,
        )

    def ticket_done(self) -> TicketDoneViewModel:
        return TicketDoneViewModel(
            paper_of=lambda ticket: paper_of(ticket, hall=self.hall, edition=self.edition),
            taking=self.taking,
            printing=self.printing,
            reprint=self.copies,
            sign=self.sign,
            jobs=self.jobs,
            navigator=self.navigator,
        )

    def helper(self) -> HelperViewModel:
        return HelperViewModel(hall=self.hall, clock=self.clock, queue=self.queue, taking=self.taking, navigator=self.navigator)

    def _owned(self, page: QObject) -> QObject:
        """A view model that a slot hands to QML would be QML's to delete, unless it has a parent."""
        page.setParent(self.owner)
        return page

    def frame(self, more: Mapping[str, Callable[[], Any]] | None = None) -> CitizenViewModel:
        """The real frame around the real pages, `more` of them, and home to go to."""
        makers: dict[str, Callable[[], Any]] = {
            HOME.page: lambda: HomeViewModel(
                edition=self.edition,
                clock=self.clock,
                queue=self.queue,
                navigator=self.navigator,
                wall_clock=self.wall_clock,
                parent=self.owner,
            ),
            "ticket": lambda: self._owned(self.ticket()),
            "ticket-done": lambda: self._owned(self.ticket_done()),
            "helper": lambda: self._owned(self.helper()),
            "idle": lambda: IdleQuestionViewModel(idle=self.idle, parent=self.owner),
            "fault": lambda: FaultViewModel(navigator=self.navigator, parent=self.owner),
            **(more or {}),
        }
        self.pages = Pages(makers)
        return CitizenViewModel(
            pages=self.pages,
            hall_name=self.hall.name,
            clock=self.clock,
            wall_clock=self.wall_clock,
            navigator=self.navigator,
            idle=self.idle,
        )
