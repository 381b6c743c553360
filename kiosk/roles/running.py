"""A role with a window as a process: its words for IT, its end on a signal, the moment of its first frame.

Here: what is the same for every face. Elsewhere: the window itself (screen.py), what starts a face again (supervisor.py), how a face is put
together (its own module).
"""

from __future__ import annotations

import argparse
import logging
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickView

    from kiosk.application.unavailable import Unavailable
    from kiosk.domain.refusals import Refused
    from kiosk.roles.parts import Parts

UNAVAILABLE = 3
"""The exit code for something without which no screen can be shown."""

log = logging.getLogger(__name__)


def size(text: str) -> tuple[int, int]:
    """`1080x1920` → (1080, 1920), for argparse."""
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 60 <= int(height) <= 8000):
        raise argparse.ArgumentTypeError(f"{text} 不是屏幕大小，写成 1080x1920 这样")
    return int(width), int(height)


def place(text: str) -> tuple[int, int]:
    """`614,772` → (614, 772), for argparse: where a window stands on the screen."""
    left, _, top = text.partition(",")
    if not (left.isdigit() and top.isdigit()):
        raise argparse.ArgumentTypeError(f"{text} 不是屏幕上的位置，写成 614,772 这样")
    return int(left), int(top)


def say(problem: Unavailable | Refused, parts: Parts | None, role: str) -> None:
    """One sentence for IT on stderr, the facts in the role's log."""
    from kiosk.interface.shared.sentences import sentence

    if parts is not None:
        parts.keep_log(role)
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
    wished: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _: wished.append(number))
    glance = QTimer(app)
    glance.timeout.connect(lambda: app.quit() if wished else None)
    glance.start(200)
