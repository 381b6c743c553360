"""What comes in at the window before any page sees it: fingers restart the idle clock, a scanner that types is not a person.

A keyboard-wedge scanner types whatever a code holds, control keys and Enter included, faster than any finger. Keys that follow each other
within `BURST` are swallowed until the line is quiet again, so that no code can press a button.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent

from kiosk.interface.shared.qml import QObject

BURST = 0.035
"""Seconds between two keys below which a machine is typing: scanners need 1–20 ms a key, the quickest typists about 60."""

_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.Wheel})


class InputGate(QObject):
    """An event filter for the window. `touched` is called for every finger and key; `now` gives seconds that only go forward."""

    def __init__(self, touched: Callable[[], None], now: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._touched = touched
        self._now = now
        self._last_key = -BURST

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
        if not quick:
            self._touched()
        return quick
