"""Lets the event loop run for pictures: for a while, or until something holds.

Elsewhere: the pictures (shot.py).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

PATIENCE_MS = 20_000
"""How long a page may take to have its facts: the first use of a data directory makes the database."""


def spin_until(condition: Callable[[], bool]) -> None:
    """At most PATIENCE_MS."""
    clock = QElapsedTimer()
    clock.start()
    while not condition() and clock.elapsed() < PATIENCE_MS:
        spin(20)


def spin(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
