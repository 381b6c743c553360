"""What the console knows of its counter: the last answer of `counter_desk`, renewed when something changed, after each deed and once a minute.

A desk that cannot be asked keeps its last answer, with the time it was true: figures are then told with that time, never as zero.

Elsewhere: the query (application.queries.counter_desk), its words (desk_words.py), the window (console.py).
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.application.queries.counter_desk import CounterDesk
from kiosk.application.unavailable import Unavailable
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.qml import QObject, Signal
from kiosk.interface.shared.question import Question


class DeskWatch(QObject):
    """`changed` fires when the answer differs or is away. `unavailable`: why the last question had none."""

    changed = Signal()

    def __init__(self, ask: Callable[[], CounterDesk], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = Question(ask, jobs, answered=self._answered, missing=self.away)
        self.desk: CounterDesk | None = None
        self.unavailable: Unavailable | None = None

    @property
    def answered(self) -> bool:
        return self.desk is not None or self.unavailable is not None

    def look(self) -> None:
        """Ask again."""
        self._question.put()

    def away(self, why: Unavailable) -> None:
        """Nobody answers: told by the question itself, or by a deed that could not be done."""
        if type(why) is not type(self.unavailable):
            self.unavailable = why
            self.changed.emit()

    def _answered(self, desk: CounterDesk) -> None:
        if desk != self.desk or self.unavailable is not None:
            self.desk, self.unavailable = desk, None
            self.changed.emit()
