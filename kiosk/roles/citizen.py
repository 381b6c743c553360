"""The citizen's kiosk: opens the window, and only then wakes the database.

Order matters for the first frame: hall settings, edition file, QML of the home screen. Every other page, SQLAlchemy, the change feed and
the printer come after it; their imports stand inside the functions that build them.
What is away takes only its own part with it: without a database the guides stand and 取号 says where to go.

Here: the window, and what moves while it is open. Elsewhere: the pages (citizen_pages.py), the hall's deeds (citizen_hall.py), printers
(citizen_paper.py), the ends of days (days.py), the numbers' safety (keeping.py), the process as any role's (running.py).
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickView

from kiosk.application.unavailable import DatabaseDamaged, EndedUnexpectedly, SafeMode, Unavailable
from kiosk.infrastructure.paths import data_directory
from kiosk.interface.citizen.citizen import CitizenViewModel, Pages
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.shared.garbage import ScreenGarbage
from kiosk.interface.shared.idle import USUAL, IdleClock, Patience
from kiosk.interface.shared.jobs import WorkerJobs
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import QObject
from kiosk.interface.shared.wall_clock import WallClock
from kiosk.roles.citizen_hall import CitizenHall
from kiosk.roles.citizen_pages import CitizenPages
from kiosk.roles.days import Days
from kiosk.roles.heartbeat import Heartbeat, heartbeat_of
from kiosk.roles.keeping import Keeping
from kiosk.roles.listening import Listening
from kiosk.roles.parts import Parts
from kiosk.roles.running import UNAVAILABLE, once, say, size, stop_on_signals
from kiosk.roles.screen import Modes, application, open_view
from kiosk.roles.supervisor import ENDED, SAFE

if TYPE_CHECKING:
    from types import TracebackType

    from kiosk.application.changes import Changed
    from kiosk.interface.shared.input_gate import InputGate

ROLE = "citizen"
WARM_UP_MS = 400
"""After the first frame: the queue line is asked for and the other pages are made, once the first screen has been looked at."""

log = logging.getLogger(__name__)


class CitizenKiosk(QObject):
    """One running kiosk: view models, window, workers. `close` ends them in the order that Qt and the threads need."""

    def __init__(self, parts: Parts) -> None:
        """EditionMissing, EditionNewer or EditionDamaged when there is no catalogue to show."""
        super().__init__()
        self.garbage = ScreenGarbage(self)
        self.parts = parts
        edition, fault = parts.edition_to_show()
        if fault is not None:
            self._say(fault)
        self.jobs = WorkerJobs(parent=self)
        self.navigator = Navigator()
        self.idle = IdleClock(self)
        self.wall_clock = WallClock(parts.clock, self)
        self.hall = CitizenHall(parts, edition, say=self._say)
        self.queue = QueueWatch(self.hall.queue_now, self.jobs, parent=self)
        self.pages = CitizenPages(
            parts=parts,
            edition=edition,
            hall=self.hall,
            jobs=self.jobs,
            navigator=self.navigator,
            idle=self.idle,
            wall_clock=self.wall_clock,
            queue=self.queue,
            staff_sign=self._show_staff_sign,
            parent=self,
        )
        self.citizen = CitizenViewModel(
            pages=Pages(self.pages.makers),
            hall_name=parts.cover.hall_name,
            clock=parts.clock,
            wall_clock=self.wall_clock,
            navigator=self.navigator,
            idle=self.idle,
            parent=self,
        )
        self.jobs.failed.connect(self.citizen.show_fault)
        self.idle.left.connect(self.garbage.collect_all)
        self.listening = Listening(parts, self.jobs, parent=self)
        self.listening.heard.connect(self._changed)
        self.listening.began.connect(self.queue.look)
        self.queue.changed.connect(self._say_what_is_away)
        self.days = Days(self.hall, parts.clock, parts.uptime, self.jobs)
        self.keeping = Keeping(parts, self.jobs, self)
        self.keeping.told.connect(self._say)
        self.keeping.reopened.connect(self._follow_the_file)
        self.wall_clock.minutePassed.connect(self._minute_passed)
        self._awake = False
        self._said: Unavailable | None = None
        self._gate: InputGate | None = None
        self.view: QQuickView | None = None

    def _say(self, problem: Unavailable) -> None:
        say(problem, self.parts, ROLE)

    def _show_staff_sign(self, words: str) -> None:
        self.citizen.show_staff_sign(words)

    def open(self, *, width: int, height: int, diagonal: float, modes: Modes, mount: int | None = None) -> QQuickView:
        """The window, not shown yet. `mount`: millimetres from the floor to the screen's lower edge, the hall's setting where it is None."""
        self.citizen.choose_elder(modes.elder)
        self.citizen.choose_low(modes.low)
        self.view = open_view(
            main="Citizen/Main.qml",
            properties={"citizen": self.citizen},
            width=width,
            height=height,
            diagonal=diagonal,
            modes=modes,
            mount=self.parts.cover.mount if mount is None else mount,
        )
        return self.view

    def wake(self) -> None:
        """The first frame stands: database, change feed and printer may come, and the other pages are made in idle time."""
        from kiosk.interface.shared.input_gate import InputGate

        self._awake = True
        self.pages.home.show_hall(self.hall.settings.hall)
        if self.view is not None:
            self._gate = InputGate(self.citizen.touched, scanned=self._scanned, parent=self)
            self.view.installEventFilter(self._gate)
        self.wall_clock.start()
        self.garbage.start()
        self.keeping.start()
        self.listening.start()
        self.queue.look()
        self.days.end()
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

    def _scanned(self, text: str) -> None:
        """A code was held before the scanner. Only where somebody looks for their number: elsewhere it would tear them away."""
        if self.navigator.here.page in {"home", "my-turn"}:
            self.navigator.go("my-turn")
            self.pages.my_turn.scan(text)

    def _follow_the_file(self) -> None:
        """The database was recovered: what changes in the new file is heard from there."""
        self.listening.follow()
        self.queue.look()

    def _changed(self, changed: Changed) -> None:
        from kiosk.application.changes import Subject

        self.keeping.something_was_written()
        if Subject.QUEUEING in changed.subjects or Subject.HALL in changed.subjects:
            self.queue.look()
        if Subject.HALL in changed.subjects:
            self.pages.calendar.look()
        if Subject.ASSISTANCE in changed.subjects:
            self.pages.calls.look()

    def _say_what_is_away(self) -> None:
        """IT reads on stderr and in the log why there are no tickets, once per reason; a database that answers is listened to."""
        why = self.queue.unavailable
        if why is not None and why is not self.hall.unusable and type(why) is not type(self._said):
            self._say(why)
        self._said = why
        if why is None:
            self.listening.follow()
        elif isinstance(why, DatabaseDamaged):
            self.keeping.hurt()

    def _minute_passed(self) -> None:
        if self._awake:
            self.keeping.minute_passed()
            self.queue.look()
            self.days.end()
            self.days.settle()
            if self.pages.calendar.calendar is None:
                self.pages.calendar.look()

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
        self.pages.paper.close()
        self.jobs.close()
        self.listening.close()
        self.keeping.close()
        self.parts.close()
        self.garbage.close()


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The command line. SystemExit 2 for wrong usage."""
    arguments = argparse.ArgumentParser(prog=f"kiosk {ROLE}", description="居民用的触摸屏")
    arguments.add_argument("--data", help="数据目录")
    arguments.add_argument("--database", help="数据库地址（默认是数据目录里的 SQLite）")
    arguments.add_argument("--windowed", action="store_true", help="开成窗口，不占满屏幕")
    arguments.add_argument("--size", type=size, metavar="WxH", help="窗口大小，例如 1080x1920")
    arguments.add_argument("--diagonal", type=float, metavar="INCH", help="屏幕对角线，英寸")
    arguments.add_argument("--mount", type=int, metavar="MM", help="屏幕下沿离地多少毫米")
    return arguments.parse_args(argv)


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
        with parts.alone(ROLE):
            tell_how_it_comes(parts, os.environ.pop(ENDED, ""))
            return _run(parts, arguments)
    except (Unavailable, Refused) as missing:
        say(missing, parts, ROLE)
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
        parts.keep_log(ROLE)
        QTimer.singleShot(WARM_UP_MS, kiosk.wake)

    try:
        screen = app.primaryScreen().size()
        width, height = arguments.size or (screen.width(), screen.height())
        diagonal = arguments.diagonal or parts.cover.diagonal
        view = kiosk.open(width=width, height=height, diagonal=diagonal, modes=Modes(), mount=arguments.mount)
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
        say(EndedUnexpectedly(how=how, frozen=manner == "frozen"), parts, ROLE)
    if parts.safe is not None:
        say(parts.safe, parts, ROLE)
