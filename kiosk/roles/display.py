"""The display in the hall: opens the window, then listens to the database and to nothing else.

It only reads, so that a display that is switched off in the middle of anything leaves nothing behind. What is away is said on the display
itself: the last answer stays, with its time.

Elsewhere: what the display shows (interface.display), the voice (infrastructure.speech), the process as any role's (running.py).
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
import os
import platform
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from functools import cached_property, partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickView

from kiosk.application.unavailable import EndedUnexpectedly, SafeMode, Unavailable
from kiosk.domain.announcing import PACE, Pace
from kiosk.infrastructure.paths import built_voice, data_directory
from kiosk.infrastructure.speech.silence import Silence
from kiosk.interface.display.announcer import Announcer
from kiosk.interface.display.display import DisplayViewModel
from kiosk.interface.display.display_watch import DisplayWatch
from kiosk.interface.shared.garbage import ScreenGarbage
from kiosk.interface.shared.jobs import WorkerJobs
from kiosk.interface.shared.qml import QObject, Signal
from kiosk.interface.shared.wall_clock import WallClock
from kiosk.roles.heartbeat import Heartbeat, heartbeat_of
from kiosk.roles.listening import Listening
from kiosk.roles.parts import Parts
from kiosk.roles.running import UNAVAILABLE, once, place, say, size, stop_on_signals
from kiosk.roles.screen import Modes, application, open_view
from kiosk.roles.supervisor import ENDED, SAFE

if TYPE_CHECKING:
    from types import TracebackType

    from kiosk.application.changes import Changed
    from kiosk.application.ports import Voice
    from kiosk.application.queries.hall_display import DisplayNow
    from kiosk.application.unavailable import VoiceCause, VoiceUnavailable
    from kiosk.domain.announcing import CallId
    from kiosk.domain.hall import Hall

ROLE = "display"
DIAGONAL = 43.0
"""Inches; only what grows with millimetres asks, and on the display nothing does."""
LOOK_SECONDS = 0.05
"""A call is painted within 300 ms: the wait for the next look at the database is the longest part of it."""

log = logging.getLogger(__name__)


class HallDisplay(QObject):
    """One running display. `close` ends its parts in the order that Qt and the threads need."""

    _voice_told = Signal(object)

    def __init__(self, parts: Parts, voice: Voice | None = None, *, pace: Pace = PACE) -> None:
        """`voice`: None for the hall's own. `pace`: another one than a hall's is for tests and measurements.

        EditionMissing, EditionNewer or EditionDamaged when there is no catalogue to show.
        """
        super().__init__()
        self.garbage = ScreenGarbage(self)
        self.parts = parts
        self.voice = voice or self._hall_voice()
        self._unusable: Unavailable | None = None
        edition, fault = parts.edition_to_show()
        if fault is not None:
            self._say(fault)
        self.jobs = WorkerJobs(parent=self)
        self.wall_clock = WallClock(parts.clock, self)
        self.announcer = Announcer(self.voice, pace=pace, parent=self)
        self.watch = DisplayWatch(self._ask, self.jobs, parent=self)
        self.watch.began.connect(self.announcer.begin)
        self.watch.heard.connect(self.announcer.hear)
        self.display = DisplayViewModel(
            edition=edition,
            hall=self.hall,
            clock=parts.clock,
            wall_clock=self.wall_clock,
            watch=self.watch,
            announcer=self.announcer,
            parent=self,
        )
        self.listening = Listening(parts, self.jobs, look_seconds=LOOK_SECONDS, parent=self)
        self.listening.heard.connect(self._changed)
        self.listening.began.connect(self.watch.look)
        self._voice_told.connect(self._hear_of_the_voice)
        self.watch.changed.connect(self._answered)
        self.jobs.failed.connect(self.watch.never_answered)
        self._said: Unavailable | None = None
        self.view: QQuickView | None = None

    @cached_property
    def hall(self) -> Hall:
        """With settings that cannot be read nothing is known of the queue; the reason is said and logged."""
        try:
            return self.parts.hall
        except Unavailable as fault:
            from kiosk.infrastructure.settings import demo_settings

            self._say(fault)
            self._unusable = fault
            return demo_settings().hall

    def open(self, *, width: int, height: int, modes: Modes) -> QQuickView:
        """The window, not shown yet."""
        self.view = open_view(
            main="Display/Main.qml", properties={"display": self.display}, width=width, height=height, diagonal=DIAGONAL, modes=modes
        )
        # Nobody points at anything here.
        self.view.setCursor(Qt.CursorShape.BlankCursor)
        return self.view

    def wake(self) -> None:
        """The first frame stands: the database may come."""
        self.wall_clock.start()
        self.garbage.start()
        self.listening.start()
        self.watch.start()

    def bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception that left a slot: in the log with its trace. The display goes on."""
        log.critical("uncaught", exc_info=(kind, error, trace))

    def close(self) -> None:
        """The QML engine goes before the view models: its bindings would see null otherwise."""
        self.watch.stop()
        self.wall_clock.stop()
        self.display.stop()
        if self.view is not None:
            shiboken6.delete(self.view)
            self.view = None
        self.announcer.close()
        self.voice.close()
        self.jobs.close()
        self.listening.close()
        self.parts.close()
        self.garbage.close()

    def _hall_voice(self) -> Voice:
        """The hall's own recording where there is a whole one, else the program's voice."""
        from kiosk.infrastructure.speech.clip_voice import ClipVoice
        from kiosk.infrastructure.speech.clips import read_clips
        from kiosk.infrastructure.speech.players import SystemPlayer

        folders = (self.parts.data.voice, built_voice())
        return ClipVoice([partial(read_clips, folder) for folder in folders], SystemPlayer(), told=self._voice_told.emit)

    def _hear_of_the_voice(self, silent: VoiceUnavailable | None) -> None:
        """Staff read it on the consoles, IT on stderr and in the log."""
        if silent is not None:
            self._say(silent)
        reason = silent.reason if silent is not None else None
        self.jobs.run(lambda: self._record_voice(reason), lambda _: None, unavailable=log.info)

    def _record_voice(self, silent: VoiceCause | None) -> bool:
        """On the worker."""
        from kiosk.application.commands.watch_voice import record_voice

        return record_voice(display=platform.node(), silent=silent, uow=self.parts.unit_of_work(), clock=self.parts.clock)

    def _say(self, problem: Unavailable) -> None:
        say(problem, self.parts, ROLE)

    def _ask(self, seen: CallId | None) -> DisplayNow:
        """On the worker."""
        if self._unusable is not None:
            raise self._unusable
        from kiosk.application.queries.hall_display import hall_display

        return hall_display(seen=seen, snapshot=self.parts.snapshot(), clock=self.parts.clock, hall=self.hall)

    def _answered(self) -> None:
        """IT reads on stderr and in the log what is away, once per reason; a database that was replaced is listened to anew."""
        why = self.watch.unavailable
        if why is not None and why is not self._unusable and type(why) is not type(self._said):
            self._say(why)
        self._said = why
        if why is None:
            self.listening.follow()

    def _changed(self, changed: Changed) -> None:
        from kiosk.application.changes import Subject

        if changed.subjects & {Subject.QUEUEING, Subject.HALL, Subject.STAFF}:
            self.watch.look()
        if Subject.CATALOG in changed.subjects:
            self.jobs.run(self.parts.edition_to_show, lambda shown: self.display.show_edition(shown[0]), unavailable=self._say)


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The command line. SystemExit 2 for wrong usage."""
    arguments = argparse.ArgumentParser(prog=f"kiosk {ROLE}", description="大厅里的大屏")
    arguments.add_argument("--data", help="数据目录")
    arguments.add_argument("--database", help="数据库地址（默认是数据目录里的 SQLite）")
    arguments.add_argument("--silent", action="store_true", help="只显示，不出声：大厅里另一块屏已经在叫")
    arguments.add_argument("--windowed", action="store_true", help="开成窗口，不占满屏幕")
    arguments.add_argument("--size", type=size, metavar="WxH", help="窗口大小，例如 1920x1080")
    arguments.add_argument("--place", type=place, metavar="X,Y", help="窗口左上角在屏幕上的位置；和 --size 一起用")
    return arguments.parse_args(argv)


def run(argv: Sequence[str]) -> int:
    """Opens the display and runs it until it is closed.

    0 closed as wished · 2 wrong usage · 3 something without which nothing can be shown.
    """
    from kiosk.domain.refusals import Refused

    arguments = parsed(argv)
    parts = None
    crashes, ended = os.environ.pop(SAFE, ""), os.environ.pop(ENDED, "")
    safe = SafeMode(times=int(crashes), screen=ROLE) if crashes.isdecimal() else None
    try:
        parts = Parts(data=data_directory(arguments.data), database=arguments.database)
        # Two voices would speak at a time; screens without one may be as many as the hall has walls.
        with nullcontext() if arguments.silent else parts.alone(ROLE):
            tell_how_it_comes(parts, ended, safe)
            return _run(parts, arguments, silent=arguments.silent or safe is not None)
    except (Unavailable, Refused) as missing:
        say(missing, parts, ROLE)
        return UNAVAILABLE


def tell_how_it_comes(parts: Parts, ended: str, safe: SafeMode | None) -> None:
    """What the supervisor knows of the run before (`frozen SIGABRT`, `ended SIGSEGV`), and that this one leaves the sound alone: to staff."""
    if ended:
        manner, _, how = ended.partition(" ")
        say(EndedUnexpectedly(how=how, frozen=manner == "frozen", screen=ROLE), parts, ROLE)
    if safe is not None:
        say(safe, parts, ROLE)


def _run(parts: Parts, arguments: argparse.Namespace, *, silent: bool) -> int:
    app = application()
    display = HallDisplay(parts, Silence() if silent else None)
    sys.excepthook = display.bug
    heartbeat: Heartbeat | None = heartbeat_of(os.environ, unheard=app.quit, parent=app)
    if heartbeat is not None:
        # Asked by SIGABRT: where every thread stands, on stderr.
        faulthandler.enable()

    def first_frame() -> None:
        parts.keep_log(ROLE)
        display.wake()

    try:
        screen = app.primaryScreen().size()
        width, height = arguments.size or (screen.width(), screen.height())
        view = display.open(width=width, height=height, modes=Modes())
        once(view, first_frame)
        stop_on_signals(app)
        if arguments.place is not None:
            view.setPosition(*arguments.place)
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
        display.close()
