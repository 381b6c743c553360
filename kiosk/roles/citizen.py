"""The citizen's kiosk: builds its parts, opens the window, and only then wakes the database.

Order matters for the first frame: hall settings, edition file, QML of the home screen. Every other page, SQLAlchemy, the change feed and
the printer come after it; their imports stand inside the functions that build them.
What is away takes only its own part with it: without a database the guides stand and 取号 says where to go.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk.application.unavailable import Unavailable
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
from kiosk.roles.parts import Parts
from kiosk.roles.screen import Modes, application, open_view

if TYPE_CHECKING:
    import argparse
    from types import TracebackType

    from kiosk.application.changes import Changed
    from kiosk.application.commands.take_ticket import TakenTicket
    from kiosk.application.ports import ChangeFeed, PrintDesk
    from kiosk.application.queries.queueing import HallNow
    from kiosk.domain.queueing import TicketClass
    from kiosk.domain.refusals import Refused
    from kiosk.infrastructure.settings import HallSettings
    from kiosk.interface.citizen.page import PageModel
    from kiosk.interface.citizen.print_watch import PrintWatch
    from kiosk.interface.citizen.ticket_taking import TicketTaking
    from kiosk.interface.shared.input_gate import InputGate

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
        self._unusable: Unavailable | None = None
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
        self.wall_clock.minutePassed.connect(self._minute_passed)
        self._awake = False
        self._said: Unavailable | None = None
        self._feed: ChangeFeed | None = None
        self._desk: PrintDesk | None = None
        self._gate: InputGate | None = None
        self.view: QQuickView | None = None

    @cached_property
    def settings(self) -> HallSettings:
        """The hall, checked. With settings that cannot be read the catalogue is still served, without tickets; the reason is said and logged."""
        from kiosk.infrastructure.settings import demo_settings

        try:
            return self.parts.settings
        except Unavailable as fault:
            say(fault, self.parts)
            self._unusable = fault
            return demo_settings()

    # -- pages -------------------------------------------------------------------------------------------------------------

    def _page_makers(self) -> dict[str, Callable[[], PageModel]]:
        return {
            "home": lambda: self.home,
            "list": self._list,
            "life-event": self._life_event,
            "search": self._search,
            "guide": self._guide,
            "proof": self._proof,
            "ticket": self._ticket,
            "ticket-done": self._ticket_done,
            "helper": self._helper,
            "notices": self._notices,
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

    def _search(self) -> PageModel:
        from kiosk.interface.citizen.search import SearchViewModel

        return SearchViewModel(edition=self._edition, jobs=self.jobs, navigator=self.navigator, parent=self)

    def _guide(self) -> PageModel:
        from kiosk.interface.citizen.guide import GuideViewModel

        return GuideViewModel(
            edition=self._edition, hall=self.settings.hall, clock=self._clock, queue=self.queue, navigator=self.navigator, parent=self
        )

    def _proof(self) -> PageModel:
        from kiosk.interface.citizen.proof import ProofViewModel

        return ProofViewModel(edition=self._edition, navigator=self.navigator, parent=self)

    def _ticket(self) -> PageModel:
        from kiosk.interface.citizen.ticket import TicketViewModel

        return TicketViewModel(
            edition=self._edition,
            hall=self.settings.hall,
            clock=self._clock,
            wall_clock=self.wall_clock,
            queue=self.queue,
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

    def _idle_question(self) -> PageModel:
        from kiosk.interface.citizen.idle_question import IdleQuestionViewModel

        return IdleQuestionViewModel(idle=self.idle, parent=self)

    def _fault(self) -> PageModel:
        from kiosk.interface.citizen.fault import FaultViewModel

        return FaultViewModel(navigator=self.navigator, parent=self)

    # -- tickets -----------------------------------------------------------------------------------------------------------

    @cached_property
    def taking(self) -> TicketTaking:
        from kiosk.interface.citizen.ticket_taking import TicketTaking

        return TicketTaking(take=self._take, jobs=self.jobs, navigator=self.navigator, parent=self)

    @cached_property
    def printing(self) -> PrintWatch:
        from kiosk.interface.citizen.print_watch import PrintWatch

        return PrintWatch(self._print_desk(), parent=self)

    def _print_desk(self) -> PrintDesk | None:
        """None where the hall has set up no printer."""
        printer = self.settings.printer
        if printer is None:
            return None
        from kiosk.infrastructure.printing.print_desk import TicketPrintDesk, printer_for
        from kiosk.interface.shared.fonts import find_hanzi_family

        desk = TicketPrintDesk(
            printer=printer_for(printer.link, width=printer.width, family=find_hanzi_family()),
            unit_of_work=self.parts.unit_of_work,
            clock=self._clock,
        )
        desk.start()
        self._desk = desk
        return desk

    def _take(self, *, line: str, item: str | None, ticket_class: TicketClass, request_id: str) -> TakenTicket:
        """On the worker."""
        if self._unusable is not None:
            raise self._unusable
        from kiosk.application.commands.take_ticket import take_ticket

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
        )

    def _ask_queue(self) -> HallNow:
        """On the worker."""
        settings = self.settings
        if self._unusable is not None:
            raise self._unusable
        from kiosk.application.queries.queueing import queue_now

        return queue_now(snapshot=self.parts.snapshot(), clock=self._clock, hall=settings.hall)

    # -- the window --------------------------------------------------------------------------------------------------------

    def open(self, *, width: int, height: int, diagonal: float, modes: Modes) -> QQuickView:
        """The window, not shown yet."""
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
            self._gate = InputGate(self.citizen.touched, parent=self)
            self.view.installEventFilter(self._gate)
        self.wall_clock.start()
        self.garbage.start()
        self.queue.look()
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

    def _feed_started(self, feed: ChangeFeed) -> None:
        self._feed = feed

    def _changed(self, changed: Changed) -> None:
        from kiosk.application.changes import Subject

        if Subject.QUEUEING in changed.subjects or Subject.HALL in changed.subjects:
            self.queue.look()

    def _say_what_is_away(self) -> None:
        """IT reads on stderr and in the log why there are no tickets; once per reason."""
        why = self.queue.unavailable
        if why is not None and why is not self._unusable and type(why) is not type(self._said):
            say(why, self.parts)
        self._said = why

    def _minute_passed(self) -> None:
        if self._awake:
            self.queue.look()

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
        if self._desk is not None:
            self._desk.close()
        self.jobs.close()
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
    try:
        parts = Parts(data=data_directory(arguments.data), database=arguments.database)
        with parts.alone("citizen"):
            return _run(parts, arguments)
    except (Unavailable, Refused) as missing:
        say(missing, parts)
        return UNAVAILABLE


def _run(parts: Parts, arguments: argparse.Namespace) -> int:
    app = application()
    kiosk = CitizenKiosk(parts)
    sys.excepthook = kiosk.bug

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
        return app.exec()
    finally:
        kiosk.close()


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
