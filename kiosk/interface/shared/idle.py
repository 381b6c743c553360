"""Has the person left? The clock behind 还在吗 (experience.md §3): quiet time, then a question with a countdown, then the end of the session.

Every touch and key restarts it; answering the question does too, without limit. It knows seconds only; what a page grants stands in its face.

Elsewhere: the words of the question (interface.citizen.idle_question), the end of a session (interface.citizen.citizen).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QTimer

from kiosk.interface.shared.qml import QObject, Signal


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds of quiet before the question, and seconds in which to answer it."""

    quiet: int = 60
    answer: int = 20


USUAL = Patience(60, 20)
READING = Patience(120, 20)
ELDER = Patience(120, 30)


class IdleState(StrEnum):
    HERE = "here"
    ASKING = "asking"


class IdleClock(QObject):
    """Ticks once a second while it runs. `changed` tells state and seconds left; `left` says that nobody answered."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = IdleState.HERE
        self.seconds_left = USUAL.quiet
        self._patience = USUAL
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    def restart(self, patience: Patience | None = None) -> None:
        """Someone is here: quiet time starts anew (with another patience on another page)."""
        self._patience = patience or self._patience
        was_asking = self.state is IdleState.ASKING
        self.state = IdleState.HERE
        self.seconds_left = self._patience.quiet
        self._timer.start()
        if was_asking:
            self.changed.emit()

    def stop(self) -> None:
        """Home with nothing chosen: there is nobody to ask."""
        self.state = IdleState.HERE
        self._timer.stop()

    def hold(self) -> None:
        """Stand still as it is."""
        self._timer.stop()

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def tick(self) -> None:
        """One second passed. Tests call it; the timer does in life."""
        self.seconds_left -= 1
        if self.seconds_left > 0:
            if self.state is IdleState.ASKING:
                self.changed.emit()
        elif self.state is IdleState.HERE:
            self.state = IdleState.ASKING
            self.seconds_left = self._patience.answer
            self.changed.emit()
        else:
            self.stop()
            self.left.emit()
