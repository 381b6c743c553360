"""What comes in at the window before any page sees it: fingers restart the idle clock, a scanner that types is not a person.

A keyboard-wedge scanner types whatever a code holds, control keys and Enter included, faster than any finger. Keys that follow each other
within `BURST` are swallowed until the line is quiet again, so that no code can press a button; what they spelt is told as one text.

Elsewhere: what a scanned code means (application.ticket_code), the idle clock (idle.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeyEvent

from kiosk.interface.shared.qml import QObject

BURST = 0.035
"""Seconds between two keys below which a machine is typing: scanners need 1–20 ms a key, the quickest typists about 60."""
QUIET_MS = 120
"""After the last key of a burst: the code is at its end. Longer than BURST, for a key may come late."""
LEAST_CODE = 8
"""Characters. What is shorter was a bouncing key, no code."""
LONGEST_CODE = 2000

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.Wheel})


class InputGate(QObject):
    """An event filter for the window. `touched` is called for every finger and key; `scanned` with the text of a code, the key that came
    first included; `now` gives seconds that only go forward."""

    def __init__(
        self,
        touched: Callable[[], None],
        now: Callable[[], float] = time.monotonic,
        scanned: Callable[[str], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._touched = touched
        self._scanned = scanned
        self._now = now
        self._last_key = -BURST
        self._code = ""
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(QUIET_MS)
        self._end.timeout.connect(self._code_ends)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCHES:
            self._touched()
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """True swallows the key. A held key repeats by itself and is a person's."""
        now = self._now()
        quick = now - self._last_key < BURST and not event.isAutoRepeat()
        self._last_key = now
        if quick:
            self._code = (self._code + event.text())[:LONGEST_CODE]
            self._end.start()
        else:
            self._code = self._code + event.text() if self._end.isActive() else event.text()
            self._touched()
        return quick

    def _code_ends(self) -> None:
        code, self._code = self._code.strip(), ""
        if self._scanned is not None and len(code) >= LEAST_CODE:
            self._scanned(code)
