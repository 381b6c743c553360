"""The sign of life of a screen: one byte a second from the thread that draws, to whoever started the program.

The port is one file descriptor, named by KIOSK_HEARTBEAT: any byte is a beat, `q` says that the program is leaving as wished, the end of the
stream that it is gone. Here: the sending side. Elsewhere: who listens (supervisor.py, which knows no Qt).
"""

from __future__ import annotations

import faulthandler
import os
import sys
from collections.abc import Callable, MutableMapping

from PySide6.QtCore import QTimer

from kiosk.interface.shared.qml import QObject
from kiosk.roles.supervisor import HEARTBEAT

EVERY_MS = 1_000
ORPHAN_SECONDS = 30
"""A screen that is frozen while nobody listens any more ends itself, saying where every thread stands."""
BEAT, LEAVING = b".", b"q"


class Heartbeat(QObject):
    """`unheard` is called when nobody listens any more: the one who started the program is dead."""

    def __init__(self, descriptor: int, *, unheard: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._descriptor = descriptor
        self._unheard = unheard
        if sys.platform != "win32":  # there it blocks only when nobody has read for an hour
            os.set_blocking(descriptor, False)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Beats at once: the event loop runs."""
        self._timer.start()
        QTimer.singleShot(0, self, self.beat)

    def beat(self) -> None:
        faulthandler.dump_traceback_later(ORPHAN_SECONDS, exit=True)
        if not self._send(BEAT):
            self._timer.stop()
            faulthandler.cancel_dump_traceback_later()
            self._unheard()

    def leave(self) -> None:
        """From here on silence is no fault."""
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()
        self._send(LEAVING)

    def _send(self, sign: bytes) -> bool:
        try:
            os.write(self._descriptor, sign)
        except BlockingIOError:
            return True  # a listener that was asleep for long has plenty to read
        except OSError:
            return False
        return True


def heartbeat_of(environment: MutableMapping[str, str], *, unheard: Callable[[], None], parent: QObject | None = None) -> Heartbeat | None:
    """None where nobody listens. The variable is taken out: programs that this one starts are not it."""
    descriptor = environment.pop(HEARTBEAT, "")
    return Heartbeat(int(descriptor), unheard=unheard, parent=parent) if descriptor.isdecimal() else None
