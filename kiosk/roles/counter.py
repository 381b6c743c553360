"""A counter's console: one window in two shapes, the slim bar over a clerk's other programs and the full desk.

The bar stands at the upper edge of the screen, above other windows, as wide as the screen; the full window grows downwards from it. One
console for one counter: a second one on the same data directory says so and ends.

Here: the window and what moves while it is open. Elsewhere: what the console does (interface.counter), what it asks its hall (counter_hall.py).
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk.application.changes import Changed, Subject
from kiosk.application.unavailable import Unavailable
from kiosk.domain.hall import CounterId, HallCalendar
from kiosk.domain.refusals import Refused, UnknownCounter
from kiosk.infrastructure.paths import data_directory
from kiosk.infrastructure.speech.bell import Bell
from kiosk.infrastructure.speech.players import SystemPlayer
from kiosk.interface.counter.console import ConsoleViewModel
from kiosk.interface.counter.desk_watch import DeskWatch
from kiosk.interface.counter.figures import FiguresViewModel
from kiosk.interface.counter.key_events import KeyGate
from kiosk.interface.counter.sign_in import SignInViewModel
from kiosk.interface.shared.garbage import ScreenGarbage
from kiosk.interface.shared.jobs import WorkerJobs
from kiosk.interface.shared.qml import QObject
from kiosk.interface.shared.qr_picture import QrPicture, qr_picture
from kiosk.interface.shared.wall_clock import WallClock
from kiosk.roles.counter_hall import CounterHall
from kiosk.roles.counter_paper import CounterPaper
from kiosk.roles.listening import Listening
from kiosk.roles.parts import Parts
from kiosk.roles.running import UNAVAILABLE, once, place, say, size, stop_on_signals
from kiosk.roles.screen import Modes, application, open_view

if TYPE_CHECKING:
    from types import TracebackType


ROLE = "counter"
BAR_WIDTH, BAR_HEIGHT, WINDOW_HEIGHT = 1366, 72, 768
"""As drawn, at 96 dpi."""
USUAL_DPI = 96.0
DIAGONAL = 21.5

log = logging.getLogger(__name__)


class CounterConsole(QObject):
    """One running console. `close` ends its parts in the order that Qt and the threads need."""

    def __init__(self, parts: Parts, counter: CounterId, bell: Bell | None = None) -> None:
        """`bell` None: nothing is heard. UnknownCounter; SettingsMalformed and whatever else hall.toml or the edition lack."""
        super().__init__()
        hall = parts.hall
        if hall.counter(counter) is None:
            raise UnknownCounter(counter=counter, counters=tuple(known.id for known in hall.counters))
        self.parts = parts
        self.counter = counter
        self.garbage = ScreenGarbage(self)
        edition, fault = parts.edition_to_show()
        if fault is not None:
            say(fault, parts, ROLE)
        self.jobs = WorkerJobs(parent=self)
        self.wall_clock = WallClock(parts.clock, self)
        self.paper = CounterPaper(parts)
        self.hall = CounterHall(parts, edition, counter, self.paper)
        self.desk = DeskWatch(self.hall.desk, self.jobs, parent=self)
        self.sign_in = SignInViewModel(counter=counter, doorkeeper=self.hall, jobs=self.jobs, now=self._running, parent=self)
        self.console = ConsoleViewModel(
            counter=counter,
            hall=hall,
            edition=edition,
            clock=parts.clock,
            now=self._running,
            desk=self.desk,
            deeds=self.hall,
            sign_in=self.sign_in,
            jobs=self.jobs,
            parent=self,
        )
        self.figures = FiguresViewModel(
            edition=edition, clock=parts.clock, ask=self.hall.figures, save=self.hall.save_figures, jobs=self.jobs, parent=self
        )
        self.console.figuresKey.connect(self.figures.pressed)
        self.listening = Listening(parts, self.jobs, parent=self)
        self.listening.heard.connect(self._changed)
        self.listening.began.connect(self.look)
        self._bell = bell
        self.console.rings.connect(self._ring)
        self.desk.changed.connect(self._say_what_is_away)
        self.jobs.failed.connect(self._deed_failed)
        self.wall_clock.minutePassed.connect(self.look)
        self.console.viewChanged.connect(self._reshape)
        self.console.asksHelp.connect(self._ask_help)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.console.second_passed)
        self._said: Unavailable | None = None
        self._gate: KeyGate | None = None
        self._screen: QRect | None = None
        self._made = QSize()
        self._unit = 1.0
        self.view: QQuickView | None = None

    def _running(self) -> float:
        return self.parts.uptime.now().seconds

    # -- the window --------------------------------------------------------------------------------------------------------

    def open(self, *, width: int, height: int, unit: float = 1.0) -> QQuickView:
        """The window, not shown yet. `unit`: pixels per drawn pixel."""
        self._unit, self._made = unit, QSize(width, height)
        self.console.show_scale(unit)
        self.view = open_view(
            main="Counter/Main.qml",
            properties={
                "desk": self.console,
                "signIn": self.sign_in,
                "bar": self.console.bar,
                "queue": self.console.window.queue,
                "matter": self.console.window.matter,
                "guide": self.console.window.guide,
                "help": self.console.window.help,
                "sheets": self.console.sheets,
                "figures": self.figures,
            },
            width=width,
            height=height,
            diagonal=DIAGONAL,
            modes=Modes(),
        )
        self.view.setTitle(f"{self.counter} 号窗口")
        self._gate = KeyGate(self.console.key, self.console.touched, self)
        self.view.installEventFilter(self._gate)
        return self.view

    def place(self, screen: QRect) -> None:
        """At the upper edge of `screen`, without a frame, above other programs while it is a bar."""
        self._screen = screen
        if self.view is not None:
            self.view.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self._reshape()

    def _reshape(self) -> None:
        """Bar or window: at the edge of the screen as wide as it is, in a frame as wide as it was made."""
        view, screen = self.view, self._screen
        if view is None:
            return
        wide = bool(self.console.property("wide"))
        drawn = round((WINDOW_HEIGHT if wide else BAR_HEIGHT) * self._unit)
        if screen is None:
            tall = self._made.height() if wide else drawn
            if view.height() != tall:
                view.resize(view.width(), tall)
            return
        shape = QRect(screen.x(), screen.y(), screen.width(), min(screen.height(), drawn))
        if view.geometry() != shape:
            view.setFlag(Qt.WindowType.WindowStaysOnTopHint, not wide)
            view.setMinimumSize(shape.size())
            view.setMaximumSize(shape.size())
            view.setGeometry(shape)

    # -- running -----------------------------------------------------------------------------------------------------------

    def wake(self) -> None:
        """The first frame stands: the database may come."""
        self.garbage.start()
        self.wall_clock.start()
        self._second.start()
        self.listening.start()
        self.ask()

    def ask(self) -> None:
        """Everything that the screens show, for the first time."""
        self.look()
        self.jobs.run(self.hall.calendar, self._show_hours, unavailable=log.info)
        self.jobs.run(self._rating_code, lambda found: self.console.sheets.show_rating(*found))

    def _rating_code(self) -> tuple[QrPicture | None, str]:
        """On the worker: the counter's 好差评 code, where the hall has given one."""
        from kiosk.infrastructure.rating_codes import code_of

        code = code_of(self.counter, self.parts.data, self.parts.settings.rating_hosts)
        return (qr_picture(code.address), code.host) if code is not None else (None, "")

    def look(self) -> None:
        """How the counter stands, and who asks for help."""
        self.desk.look()
        self._ask_help()

    def _ask_help(self) -> None:
        self.jobs.run(self.hall.help, self.console.show_help, unavailable=log.info)

    def _show_hours(self, calendar: HallCalendar) -> None:
        hall, today = self.parts.hall, self.parts.clock.now().date()
        self.console.show_hours(hall.hours.periods(today, calendar))

    def _changed(self, changed: Changed) -> None:
        if changed.subjects & {Subject.QUEUEING, Subject.HALL}:
            self.desk.look()
        if Subject.ASSISTANCE in changed.subjects:
            self._ask_help()
        if Subject.STAFF in changed.subjects:
            self.sign_in.look()

    def _ring(self, _what: str) -> None:
        if self._bell is not None:
            self._bell.ring()

    def _say_what_is_away(self) -> None:
        """IT reads on stderr and in the log what is away, once per reason; a database that was replaced is listened to anew."""
        why = self.desk.unavailable
        if why is not None and type(why) is not type(self._said):
            say(why, self.parts, ROLE)
        self._said = why
        if why is None:
            self.listening.follow()

    def _deed_failed(self, bug: object) -> None:
        log.error("a deed failed: %r", bug)
        self.console.failed()

    def bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception that left a slot: in the log with its trace; the console goes on."""
        log.critical("uncaught", exc_info=(kind, error, trace))
        self.console.failed()

    def close(self) -> None:
        """The QML engine goes before the view models: its bindings would see null otherwise."""
        self._second.stop()
        self.wall_clock.stop()
        if self.view is not None:
            if self._gate is not None:
                self.view.removeEventFilter(self._gate)
            shiboken6.delete(self.view)
            self.view = None
        self.jobs.close()
        self.listening.close()
        self.paper.close()
        self.parts.close()
        self.garbage.close()


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The command line. SystemExit 2 for wrong usage."""
    arguments = argparse.ArgumentParser(prog=f"kiosk {ROLE}", description="窗口的叫号台：细条和大窗")
    arguments.add_argument("--counter", type=_counter, required=True, metavar="N", help="几号窗口")
    arguments.add_argument("--data", help="数据目录")
    arguments.add_argument("--database", help="数据库地址（默认是数据目录里的 SQLite）")
    arguments.add_argument("--windowed", action="store_true", help="开成有边框的窗口，不贴在屏幕上边")
    arguments.add_argument("--size", type=size, metavar="WxH", help="窗口大小，例如 1366x768；和 --windowed 一起用")
    arguments.add_argument("--place", type=place, metavar="X,Y", help="窗口左上角在屏幕上的位置；和 --size 一起用")
    return arguments.parse_args(argv)


def _counter(text: str) -> CounterId:
    number = int(text)
    if not 0 < number < 1000:
        raise ValueError(text)
    return CounterId(number)


def run(argv: Sequence[str]) -> int:
    """Opens the console and runs it until it is closed.

    0 closed as wished · 2 wrong usage · 3 something without which no console can be shown.
    """
    arguments = parsed(argv)
    parts = None
    try:
        parts = Parts(data=data_directory(arguments.data), database=arguments.database)
        with parts.alone(f"{ROLE}-{arguments.counter}"):
            return _run(parts, arguments)
    except (Unavailable, Refused) as missing:
        say(missing, parts, ROLE)
        return UNAVAILABLE


def _run(parts: Parts, arguments: argparse.Namespace) -> int:
    app = application()
    console = CounterConsole(parts, arguments.counter, Bell(SystemPlayer()))
    sys.excepthook = console.bug
    try:
        unit = scale_of(app)
        width, height = arguments.size or (round(BAR_WIDTH * unit), round(WINDOW_HEIGHT * unit))
        view = console.open(width=width, height=height, unit=unit)
        if not arguments.windowed and not arguments.size:
            console.place(app.primaryScreen().availableGeometry())

        def first_frame() -> None:
            parts.keep_log(ROLE)
            console.wake()

        once(view, first_frame)
        if arguments.place is not None:
            view.setPosition(*arguments.place)
        stop_on_signals(app)
        view.show()
        return app.exec()
    finally:
        console.close()


def scale_of(app: QGuiApplication) -> float:
    """Pixels per drawn pixel on this screen: by its dots per inch, in steps of a quarter, never below what was drawn."""
    dots = app.primaryScreen().logicalDotsPerInch()
    return max(1.0, min(3.0, round(4 * dots / USUAL_DPI) / 4))
