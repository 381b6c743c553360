"""The citizen's kiosk: builds its parts, opens the window, and only then wakes the database.

Order matters for the first frame: hall settings, edition file, QML of the home screen. Every other page, SQLAlchemy, the change feed and
the printer come after it; their imports stand inside the functions that build them.
What is away takes only its own part with it: without a database the guides stand and 取号 says where to go.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk.application.unavailable import DatabaseDamaged, EndedUnexpectedly, SafeMode, Unavailable
from kiosk.infrastructure.paths import data_directory
from kiosk.interface.citizen.citizen import CitizenViewModel, Pages
from kiosk.interface.citizen.home import HomeViewModel
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.shared.garbage import ScreenGarbage
from kiosk.interface.shared.idle import USUAL, IdleClock, Patience
from kiosk.interface.shared.jobs import WorkerJobs
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import QObject, Signal
from kiosk.interface.shared.wall_clock import WallClock
from kiosk.roles.heartbeat import Heartbeat, heartbeat_of
from kiosk.roles.keeping import Keeping
from kiosk.roles.parts import Parts, twice_when_full
from kiosk.roles.screen import Modes, application, open_view
from kiosk.roles.supervisor import ENDED, SAFE

if TYPE_CHECKING:
    import argparse
    from datetime import date
    from types import TracebackType

    from kiosk.application.changes import Changed
    from kiosk.application.commands.take_ticket import TakenTicket
    from kiosk.application.ports import ChangeFeed, RollPrinter, SheetPrinter, TakeawayDesk
    from kiosk.application.queries.queueing import HallNow
    from kiosk.application.takeaway import Takeaway
    from kiosk.domain.catalog import EntryCode
    from kiosk.domain.hall import HallCalendar
    from kiosk.domain.my_list import Choices
    from kiosk.domain.queueing import TicketClass
    from kiosk.domain.refusals import Refused
    from kiosk.infrastructure.printing.lane import PrintLane
    from kiosk.infrastructure.printing.print_desk import TicketPrintDesk
    from kiosk.infrastructure.settings import HallSettings
    from kiosk.interface.citizen.asked_watch import AskedWatch
    from kiosk.interface.citizen.calendar_watch import CalendarWatch
    from kiosk.interface.citizen.my_turn import MyTurnViewModel
    from kiosk.interface.citizen.page import PageModel
    from kiosk.interface.citizen.paper_sign import PaperSign
    from kiosk.interface.citizen.print_watch import PrintWatch
    from kiosk.interface.citizen.take_away import TakeAway
    from kiosk.interface.citizen.ticket_taking import TicketTaking
    from kiosk.interface.citizen.told import Told
    from kiosk.interface.shared.input_gate import InputGate
    from kiosk.roles.held_tickets import HeldTickets

log = logging.getLogger(__name__)
UNAVAILABLE = 3
WARM_UP_MS = 400
"""After the first frame: the queue line is asked for and the other pages are made, once the first screen has been looked at."""


class CitizenKiosk(QObject):
    """One running kiosk: view models, window, workers. `close` ends them in the order that Qt and the threads need."""

    fed = Signal(object)

    def __init__(self, parts: Parts) -> None:
        """EditionMissing, EditionNewer or EditionDamaged when there is no catalogue to show."""
        super().__init__()
        self.garbage = ScreenGarbage(self)
        self.parts = parts
        self._unusable: Unavailable | None = parts.safe
        self._edition, fault = parts.edition_to_show()
        if fault is not None:
            say(fault, parts)
        self._clock = parts.clock
        self.jobs = WorkerJobs(parent=self)
        self.navigator = Navigator()
        self.idle = IdleClock(self)
        self.wall_clock = WallClock(self._clock, self)
        self.queue = QueueWatch(self._ask_queue, self.jobs, parent=self)
        self.citizen = CitizenViewModel(
            pages=Pages(self._page_makers()),
            hall_name=parts.cover.hall_name,
            clock=self._clock,
            wall_clock=self.wall_clock,
            navigator=self.navigator,
            idle=self.idle,
            parent=self,
        )
        self.jobs.failed.connect(self.citizen.show_fault)
        self.idle.left.connect(self.garbage.collect_all)
        self.fed.connect(self._changed)
        self.queue.changed.connect(self._say_what_is_away)
        self.keeping = Keeping(parts, self.jobs, self)
        self.keeping.told.connect(lambda what: say(what, parts))
        self.keeping.reopened.connect(self._follow_the_file)
        self.wall_clock.minutePassed.connect(self._minute_passed)
        self._awake = False
        self._ended_for: date | None = None
        self._settled_for: date | None = None
        self._said: Unavailable | None = None
        self._feed: ChangeFeed | None = None
        self._desk: TicketPrintDesk | None = None
        self._sheet_lane: PrintLane | None = None
        self._gate: InputGate | None = None
        self.view: QQuickView | None = None

    @cached_property
    def settings(self) -> HallSettings:
        """The hall, checked. With settings that cannot be read the catalogue is still served, without tickets; the reason is said and logged."""
        from kiosk.infrastructure.settings import demo_settings

        try:
            found = self.parts.settings
        except Unavailable as fault:
            say(fault, self.parts)
            self._unusable = fault
            return demo_settings()
        # In safe mode whatever may have brought the kiosk down is left alone: devices too.
        return found if self.parts.safe is None else replace(found, printer=None, sheets=None)

    # -- pages -------------------------------------------------------------------------------------------------------------

    def _page_makers(self) -> dict[str, Callable[[], PageModel]]:
        return {
            "home": lambda: self.home,
            "list": self._list,
            "life-event": self._life_event,
            "other-events": self._other_events,
            "search": self._search,
            "guide": self._guide,
            "questions": self._questions,
            "my-list": self._my_list,
            "proof": self._proof,
            "ticket": self._ticket,
            "ticket-done": self._ticket_done,
            "helper": self._helper,
            "notices": self._notices,
            "my-turn": lambda: self.my_turn,
            "change-roll": self._change_roll,
            "take-away": lambda: self.take_away,
            "attachment": self._attachment,
            "idle": self._idle_question,
            "fault": self._fault,
        }

    @cached_property
    def home(self) -> HomeViewModel:
        return HomeViewModel(
            edition=self._edition,
            clock=self._clock,
            queue=self.queue,
            navigator=self.navigator,
            wall_clock=self.wall_clock,
            parent=self,
        )

    def _list(self) -> PageModel:
        from kiosk.interface.citizen.list_page import ListViewModel

        return ListViewModel(edition=self._edition, navigator=self.navigator, parent=self)

    def _life_event(self) -> PageModel:
        from kiosk.interface.citizen.life_event import LifeEventViewModel

        return LifeEventViewModel(edition=self._edition, navigator=self.navigator, parent=self)

    def _other_events(self) -> PageModel:
        from kiosk.interface.citizen.other_events import OtherEventsViewModel

        return OtherEventsViewModel(home=self.home, navigator=self.navigator, parent=self)

    def _search(self) -> PageModel:
        from kiosk.interface.citizen.search import SearchViewModel

        return SearchViewModel(edition=self._edition, asked=self.asked, jobs=self.jobs, navigator=self.navigator, parent=self)

    def _guide(self) -> PageModel:
        from kiosk.interface.citizen.guide import GuideViewModel

        return GuideViewModel(
            edition=self._edition,
            hall=self.settings.hall,
            clock=self._clock,
            told=self.told,
            queue=self.queue,
            take_away=self.take_away,
            navigator=self.navigator,
            calendar=self.calendar,
            parent=self,
        )

    @cached_property
    def calendar(self) -> CalendarWatch:
        """Read when it is made, which is after the first frame."""
        from kiosk.interface.citizen.calendar_watch import CalendarWatch

        watch = CalendarWatch(self._ask_calendar, self.jobs, parent=self)
        watch.look()
        return watch

    def _ask_calendar(self) -> HallCalendar:
        """On the worker."""
        from kiosk.application.queries.calendar import calendar_ahead

        return calendar_ahead(snapshot=self.parts.snapshot(), clock=self._clock)

    @cached_property
    def told(self) -> Told:
        from kiosk.interface.citizen.told import Told

        return Told(self._edition, parent=self)

    def _questions(self) -> PageModel:
        from kiosk.interface.citizen.questions import QuestionsViewModel

        return QuestionsViewModel(edition=self._edition, told=self.told, navigator=self.navigator, parent=self)

    def _my_list(self) -> PageModel:
        from kiosk.interface.citizen.my_list import MyListViewModel

        return MyListViewModel(
            edition=self._edition,
            hall=self.settings.hall,
            clock=self._clock,
            told=self.told,
            queue=self.queue,
            take_away=self.take_away,
            navigator=self.navigator,
            parent=self,
        )

    def _proof(self) -> PageModel:
        from kiosk.interface.citizen.proof import ProofViewModel

        return ProofViewModel(
            edition=self._edition, take_away=self.take_away, slip_of=self._entry_to_take_away, navigator=self.navigator, parent=self
        )

    def _ticket(self) -> PageModel:
        from kiosk.interface.citizen.ticket import TicketViewModel

        return TicketViewModel(
            edition=self._edition,
            hall=self.settings.hall,
            clock=self._clock,
            wall_clock=self.wall_clock,
            queue=self.queue,
            told=self.told,
            taking=self.taking,
            navigator=self.navigator,
            parent=self,
        )

    def _ticket_done(self) -> PageModel:
        from kiosk.interface.citizen.ticket_done import TicketDoneViewModel
        from kiosk.roles.paper import paper_of

        return TicketDoneViewModel(
            paper_of=lambda ticket: paper_of(ticket, hall=self.settings.hall, edition=self._edition),
            taking=self.taking,
            printing=self.printing,
            reprint=self.held_tickets.reprint,
            sign=self.paper_sign,
            jobs=self.jobs,
            navigator=self.navigator,
            parent=self,
        )

    def _helper(self) -> PageModel:
        from kiosk.interface.citizen.helper import HelperViewModel

        return HelperViewModel(
            hall=self.settings.hall, clock=self._clock, queue=self.queue, taking=self.taking, navigator=self.navigator, parent=self
        )

    def _notices(self) -> PageModel:
        from kiosk.interface.citizen.notices import NoticesViewModel

        return NoticesViewModel(hall=self.settings.hall, clock=self._clock, navigator=self.navigator, parent=self)

    @cached_property
    def take_away(self) -> TakeAway:
        from kiosk.interface.citizen.take_away import TakeAway

        return TakeAway(
            desk=self._takeaway_desk(),
            document_of=self._entry_to_take_away,
            jobs=self.jobs,
            navigator=self.navigator,
            parent=self,
        )

    def _entry_to_take_away(self, code: str) -> Takeaway:
        """An entry as it is for everybody. KeyError for a code that is none."""
        from kiosk.domain.catalog import EntryCode
        from kiosk.interface.citizen.takeaway_words import takeaway_of_entry

        return takeaway_of_entry(code=EntryCode(code), edition=self._edition, hall=self.settings.hall, today=self._clock.now().date())

    def _takeaway_desk(self) -> TakeawayDesk | None:
        """The A4 printer where the hall has one, else the roll of the tickets where its line is fast enough; None without either."""
        from kiosk.infrastructure.printing.takeaway_desk import LaneTakeawayDesk, carries_takeaways

        settings, desk, roll = self.settings, self.desk, self._roll
        if self._sheets is not None:
            printer, lane = self._sheets
            return LaneTakeawayDesk(printer, lane, sheet=True)
        if desk is None or roll is None or settings.printer is None or not carries_takeaways(settings.printer.link):
            return None
        return LaneTakeawayDesk(roll, desk.lane, sheet=False)

    @cached_property
    def _sheets(self) -> tuple[SheetPrinter, PrintLane] | None:
        """The A4 printer and its lane; None where the hall has none."""
        sheets = self.settings.sheets
        if sheets is None:
            return None
        from kiosk.infrastructure.printing.lane import PrintLane
        from kiosk.infrastructure.printing.sheet_printers import sheet_printer_for
        from kiosk.interface.shared.fonts import find_hanzi_family

        self._sheet_lane = PrintLane("sheets")
        self._sheet_lane.start()
        return sheet_printer_for(sheets, family=find_hanzi_family()), self._sheet_lane

    def _attachment(self) -> PageModel:
        from kiosk.infrastructure.printing.takeaway_desk import LaneFormDesk
        from kiosk.interface.citizen.attachment import AttachmentViewModel

        desk = LaneFormDesk(*self._sheets) if self._sheets is not None else None
        return AttachmentViewModel(edition=self._edition, desk=desk, jobs=self.jobs, navigator=self.navigator, parent=self)

    def _idle_question(self) -> PageModel:
        from kiosk.interface.citizen.idle_question import IdleQuestionViewModel

        return IdleQuestionViewModel(idle=self.idle, parent=self)

    def _fault(self) -> PageModel:
        from kiosk.interface.citizen.fault import FaultViewModel

        return FaultViewModel(navigator=self.navigator, parent=self)

    @cached_property
    def held_tickets(self) -> HeldTickets:
        from kiosk.roles.held_tickets import HeldTickets

        return HeldTickets(self.parts, lambda: self._unusable)

    @cached_property
    def paper_sign(self) -> PaperSign:
        from kiosk.interface.citizen.paper_sign import PaperSign

        sign = PaperSign(self)
        sign.changed.connect(lambda: self.citizen.show_staff_sign(sign.words))
        return sign

    def _change_roll(self) -> PageModel:
        from kiosk.interface.citizen.change_roll import ChangeRollViewModel

        return ChangeRollViewModel(sign=self.paper_sign, navigator=self.navigator, parent=self)

    @cached_property
    def my_turn(self) -> MyTurnViewModel:
        from kiosk.interface.citizen.my_turn import MyTurnViewModel
        from kiosk.interface.citizen.print_watch import PrintWatch
        from kiosk.roles.paper import paper_of

        return MyTurnViewModel(
            hall=self.settings.hall,
            clock=self._clock,
            queue=self.queue,
            taking=self.taking,
            deeds=self.held_tickets,
            paper_of=lambda ticket: paper_of(ticket, hall=self.settings.hall, edition=self._edition),
            printing=PrintWatch(self.desk, parent=self),
            jobs=self.jobs,
            navigator=self.navigator,
            parent=self,
        )

    # -- tickets -----------------------------------------------------------------------------------------------------------

    @cached_property
    def taking(self) -> TicketTaking:
        from kiosk.interface.citizen.ticket_taking import TicketTaking

        return TicketTaking(take=self._take, jobs=self.jobs, navigator=self.navigator, parent=self)

    @cached_property
    def printing(self) -> PrintWatch:
        from kiosk.interface.citizen.print_watch import PrintWatch

        return PrintWatch(self.desk, parent=self)

    @cached_property
    def desk(self) -> TicketPrintDesk | None:
        """None where the hall has set up no printer."""
        printer, driver = self.settings.printer, self._roll
        if printer is None or driver is None:
            return None
        from kiosk.infrastructure.printing.paper_watch import PaperWatch, PrinterBook, printer_name, tells_its_state
        from kiosk.infrastructure.printing.print_desk import TicketPrintDesk

        unit_of_work = self.parts.unit_of_work
        book = PrinterBook(printer_name(printer.link), unit_of_work=unit_of_work, clock=self._clock, told=self.paper_sign.hear)
        watch = PaperWatch(driver, told=book) if tells_its_state(printer.link) else None
        desk = TicketPrintDesk(printer=driver, unit_of_work=unit_of_work, clock=self._clock, watch=watch)
        desk.start()
        self._desk = desk
        return desk

    @cached_property
    def _roll(self) -> RollPrinter | None:
        printer = self.settings.printer
        if printer is None:
            return None
        from kiosk.infrastructure.printing.print_desk import printer_for
        from kiosk.interface.shared.fonts import find_hanzi_family

        return printer_for(printer.link, width=printer.width, family=find_hanzi_family())

    def _take(self, *, line: str, item: str | None, ticket_class: TicketClass, choices: Choices | None, request_id: str) -> TakenTicket:
        """On the worker."""
        if self._unusable is not None:
            raise self._unusable
        from kiosk.application.commands.take_ticket import take_ticket

        def taken() -> TakenTicket:
            return take_ticket(
                line=line,
                item=item,
                ticket_class=ticket_class,
                request_id=request_id,
                uow=self.parts.unit_of_work(),
                clock=self._clock,
                hall=self.settings.hall,
                known_items=self._edition,
                on_paper=self.settings.printer is not None,
                choices=choices,
            )

        return twice_when_full(taken)

    def _scanned(self, text: str) -> None:
        """A code was held before the scanner. Only where somebody looks for their number: elsewhere it would tear them away."""
        if self.navigator.here.page in {"home", "my-turn"}:
            self.navigator.go("my-turn")
            self.my_turn.scan(text)

    def _ask_queue(self) -> HallNow:
        """On the worker."""
        settings = self.settings
        if self._unusable is not None:
            raise self._unusable
        from kiosk.application.queries.queueing import queue_now

        return queue_now(snapshot=self.parts.snapshot(), clock=self._clock, hall=settings.hall)

    # -- what the hall is asked --------------------------------------------------------------------------------------------

    @cached_property
    def asked(self) -> AskedWatch:
        """Made with the search page, after the first frame."""
        from kiosk.interface.citizen.asked_watch import AskedWatch

        asked = AskedWatch(count=self._count_miss, ask=self._most_asked, jobs=self.jobs, parent=self)
        asked.changed.connect(lambda: self.home.show_most_asked(asked.most_asked))
        return asked

    def _count_miss(self, text: str) -> None:
        """On the worker."""
        from kiosk.application.commands.count_miss import count_miss

        parts = self.parts
        count_miss(text=text, fingerprints=parts.fingerprints(), uow=parts.unit_of_work(), clock=self._clock)

    def _most_asked(self) -> tuple[EntryCode, ...]:
        """On the worker."""
        from kiosk.application.queries.asked import most_asked

        frequent = most_asked(snapshot=self.parts.snapshot(), clock=self._clock, edition=self._edition)
        return tuple(item.code for item in frequent)

    # -- the window --------------------------------------------------------------------------------------------------------

    def open(self, *, width: int, height: int, diagonal: float, modes: Modes) -> QQuickView:
        """The window, not shown yet."""
        self.citizen.choose_elder(modes.elder)
        self.view = open_view(
            main="Citizen/Main.qml", properties={"citizen": self.citizen}, width=width, height=height, diagonal=diagonal, modes=modes
        )
        return self.view

    def wake(self) -> None:
        """The first frame stands: database, change feed and printer may come, and the other pages are made in idle time."""
        from kiosk.interface.shared.input_gate import InputGate

        self._awake = True
        self.home.show_hall(self.settings.hall)
        if self.view is not None:
            self._gate = InputGate(self.citizen.touched, scanned=self._scanned, parent=self)
            self.view.installEventFilter(self._gate)
        self.wall_clock.start()
        self.garbage.start()
        self.keeping.start()
        self.queue.look()
        self._end_days()
        self.jobs.run(self._start_feed, self._feed_started, unavailable=log.info)  # the queue watch has told the screens already
        self.citizen.warm_up()

    def bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception that left a slot: in the log with its trace, and the calm page on the screen."""
        log.critical("uncaught", exc_info=(kind, error, trace))
        self.citizen.show_fault(error)

    def ask_whether_someone_is_there(self) -> None:
        """The question 还在吗 stands, its countdown not running: for a picture of it."""
        self.idle.restart(Patience(quiet=1, answer=USUAL.answer))
        self.idle.tick()
        self.idle.hold()

    def _start_feed(self) -> ChangeFeed:
        feed = self.parts.change_feed()
        feed.start(self.fed.emit)
        return feed

    def _follow_the_file(self) -> None:
        """The database was recovered: what changes in the new file is told by a new feed."""
        if self._feed is not None:
            self._feed.close()
            self._feed = None
            self.jobs.run(self._start_feed, self._feed_started, unavailable=log.info)
        self.queue.look()

    def _feed_started(self, feed: ChangeFeed) -> None:
        self._feed = feed

    def _changed(self, changed: Changed) -> None:
        from kiosk.application.changes import Subject

        self.keeping.something_was_written()
        if Subject.QUEUEING in changed.subjects or Subject.HALL in changed.subjects:
            self.queue.look()
        if Subject.HALL in changed.subjects:
            self.calendar.look()

    def _say_what_is_away(self) -> None:
        """IT reads on stderr and in the log why there are no tickets; once per reason."""
        why = self.queue.unavailable
        if why is not None and why is not self._unusable and type(why) is not type(self._said):
            say(why, self.parts)
        self._said = why
        if isinstance(why, DatabaseDamaged):
            self.keeping.hurt()

    def _minute_passed(self) -> None:
        if self._awake:
            self.keeping.minute_passed()
            self.queue.look()
            self._end_days()
            self._settle_days()
            if self.calendar.calendar is None:
                self.calendar.look()

    def _end_days(self) -> None:
        """With the first minute, and whenever the day has changed: what persons told on other days is deleted, from the files as well."""
        today = self._clock.now().date()
        if today == self._ended_for:
            return
        self._ended_for = today
        self.jobs.run(lambda: self._forget_choices(today), self._days_ended, unavailable=lambda _: self._days_ended(None))

    def _days_ended(self, until: date | None) -> None:
        """None: the next minute asks again."""
        self._ended_for = until

    def _forget_choices(self, today: date) -> date | None:
        """On the worker. None while somebody else is reading, so that the files still hold what was deleted."""
        if self._unusable is not None:
            return today
        from kiosk.application.commands.forget_choices import forget_choices

        forget_choices(uow=self.parts.unit_of_work(), clock=self._clock)
        return today if self.parts.cut_log() else None

    def _settle_days(self) -> None:
        """Soon after midnight, or a minute after a start: what was told of yesterday's waits is scored and its services are learnt from."""
        today = self._clock.now().date()
        if today == self._settled_for or self._unusable is not None:
            return
        self._settled_for = today
        self.jobs.run(self._settle_waits, lambda _: None, unavailable=lambda _: self._unsettle())

    def _settle_waits(self) -> bool:
        """On the worker."""
        from kiosk.application.commands.settle_waits import settle_waits

        return settle_waits(snapshot=self.parts.snapshot, unit_of_work=self.parts.unit_of_work, clock=self._clock)

    def _unsettle(self) -> None:
        """The next minute asks again."""
        self._settled_for = None

    def close(self) -> None:
        """The QML engine goes before the view models: its bindings would see null otherwise."""
        self.idle.stop()
        self.wall_clock.stop()
        self.citizen.stop_warming()
        if self.view is not None:
            if self._gate is not None:
                self.view.removeEventFilter(self._gate)
            shiboken6.delete(self.view)
            self.view = None
        if self._feed is not None:
            self._feed.close()
        if self._sheet_lane is not None:
            self._sheet_lane.close(within=1)
        if self._desk is not None:
            self._desk.close()
        self.jobs.close()
        self.keeping.close()
        self.parts.close()
        self.garbage.close()


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The command line. SystemExit 2 for wrong usage."""
    import argparse

    arguments = argparse.ArgumentParser(prog="kiosk citizen", description="居民用的触摸屏")
    arguments.add_argument("--data", help="数据目录")
    arguments.add_argument("--database", help="数据库地址（默认是数据目录里的 SQLite）")
    arguments.add_argument("--windowed", action="store_true", help="开成窗口，不占满屏幕")
    arguments.add_argument("--size", type=size, metavar="WxH", help="窗口大小，例如 1080x1920")
    arguments.add_argument("--diagonal", type=float, metavar="INCH", help="屏幕对角线，英寸")
    arguments.add_argument("--mount", type=int, metavar="MM", help="屏幕下沿离地多少毫米")
    return arguments.parse_args(argv)


def size(text: str) -> tuple[int, int]:
    """`1080x1920` → (1080, 1920)."""
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"{text} 不是屏幕大小，写成 1080x1920 这样")
    return int(width), int(height)


def run(argv: Sequence[str]) -> int:
    """Opens the kiosk and runs it until it is closed.

    0 closed as wished · 2 wrong usage · 3 something without which no screen can be shown.
    """
    from kiosk.domain.refusals import Refused

    arguments = parsed(argv)
    parts = None
    crashes = os.environ.pop(SAFE, "")
    safe = SafeMode(times=int(crashes)) if crashes.isdecimal() else None
    try:
        parts = Parts(data=data_directory(arguments.data), database=arguments.database, safe=safe)
        with parts.alone("citizen"):
            tell_how_it_comes(parts, os.environ.pop(ENDED, ""))
            return _run(parts, arguments)
    except (Unavailable, Refused) as missing:
        say(missing, parts)
        return UNAVAILABLE


def _run(parts: Parts, arguments: argparse.Namespace) -> int:
    app = application()
    kiosk = CitizenKiosk(parts)
    sys.excepthook = kiosk.bug
    heartbeat: Heartbeat | None = heartbeat_of(os.environ, unheard=app.quit, parent=app)
    if heartbeat is not None:
        # Asked by SIGABRT: where every thread stands, on stderr. Places in the program only, nothing that anybody typed.
        faulthandler.enable()

    def first_frame() -> None:
        parts.keep_log("citizen")
        QTimer.singleShot(WARM_UP_MS, kiosk.wake)

    try:
        screen = app.primaryScreen().size()
        width, height = arguments.size or (screen.width(), screen.height())
        view = kiosk.open(width=width, height=height, diagonal=arguments.diagonal or parts.cover.diagonal, modes=Modes())
        once(view, first_frame)
        stop_on_signals(app)
        if arguments.windowed or arguments.size:
            view.show()
        else:
            view.showFullScreen()
        if heartbeat is not None:
            heartbeat.start()
        return app.exec()
    finally:
        if heartbeat is not None and sys.exc_info()[0] is None:
            heartbeat.leave()
        kiosk.close()


def tell_how_it_comes(parts: Parts, ended: str) -> None:
    """What the supervisor knows of the run before (`frozen SIGABRT`, `ended SIGSEGV`), and that this one is in safe mode: to staff."""
    if ended:
        manner, _, how = ended.partition(" ")
        say(EndedUnexpectedly(how=how, frozen=manner == "frozen"), parts)
    if parts.safe is not None:
        say(parts.safe, parts)


def say(problem: Unavailable | Refused, parts: Parts | None) -> None:
    """One sentence for IT on stderr, the facts in the log."""
    from kiosk.interface.shared.sentences import sentence

    if parts is not None:
        parts.keep_log("citizen")
        if parts.has_logbook:
            log.error("%s", problem)
    print(sentence(problem), file=sys.stderr)


def once(view: QQuickView, first_frame: Callable[[], None]) -> None:
    """Calls back after the first frame has been shown, once."""

    def shown() -> None:
        view.frameSwapped.disconnect(shown)
        first_frame()

    view.frameSwapped.connect(shown)


def stop_on_signals(app: QGuiApplication) -> None:
    """SIGTERM and Ctrl+C end the program like closing the window.

    Trap: Python runs a signal's function between two bytecodes of whatever it is doing, which may be a slot called by QML; quitting from in
    there crashed now and then. The function only remembers, a timer quits.
    """
    import signal

    wished: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _: wished.append(number))
    glance = QTimer(app)
    glance.timeout.connect(lambda: app.quit() if wished else None)
    glance.start(200)
