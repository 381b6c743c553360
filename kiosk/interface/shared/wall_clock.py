"""Tells the screens that a minute has passed, by the hall's clock.

Elsewhere: the time itself (a port, infrastructure.clock), spans of quiet (idle.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from kiosk.application.ports import Clock
from kiosk.interface.shared.qml import QObject, Signal


class WallClock(QObject):
    """Looks once a second; `minutePassed` fires when the minute shown differs (a clock that was set back included)."""

    minutePassed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shown = clock.now().replace(second=0, microsecond=0)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.look)

    def start(self) -> None:
        self._second.start()

    def stop(self) -> None:
        self._second.stop()

    def look(self) -> None:
        """Compare with what is shown. The timer calls it; tests do too."""
        minute = self._clock.now().replace(second=0, microsecond=0)
        if minute != self._shown:
            self._shown = minute
            self.minutePassed.emit()
