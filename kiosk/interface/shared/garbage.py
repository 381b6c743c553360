"""Python's garbage is collected on the screen's thread and nowhere else.

Trap: the collector runs on whichever thread happens to allocate. On a worker it may take apart Qt objects that belong to the screen, and the
process dies (seen: a segmentation fault while the search index was built on the worker). So the automatic collector is off while a face
runs, and a timer collects here instead.

Elsewhere: the worker that must not collect (jobs.py), who starts it (the roles with a screen).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QTimer

from kiosk.interface.shared.qml import QObject

EVERY_MS = 2_000


class ScreenGarbage(QObject):
    """From the first `start` to `close`. The youngest generations are looked at every two seconds; `collect_all` is for quiet moments."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._was_enabled = gc.isenabled()
        gc.disable()

    def start(self) -> None:
        self._timer.start()

    def collect(self) -> None:
        """As the automatic collector would, but for the oldest generation, which takes too long for a moment in which a finger may come."""
        young, middle, _ = gc.get_count()
        thresholds = gc.get_threshold()
        if middle > thresholds[1]:
            gc.collect(1)
        elif young > thresholds[0]:
            gc.collect(0)

    def collect_all(self) -> None:
        """Everything: when a session has ended and nobody waits."""
        gc.collect()

    def close(self) -> None:
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
