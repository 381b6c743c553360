"""What the screens know of the queue: the last answer of `queue_now`, renewed when something changed and once a minute.

Home, guide, ticket and helper page derive from it. It never blocks the first frame: until the first answer `now` is None.

Elsewhere: the query (application.queries.queueing), the words made of it (each page).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.interface.shared.qml import QObject, Signal
from kiosk.interface.shared.question import Question

if TYPE_CHECKING:
    from kiosk.application.queries.queueing import HallNow
    from kiosk.application.unavailable import Unavailable
    from kiosk.interface.shared.jobs import Jobs


class QueueWatch(QObject):
    """`changed` fires when the answer differs. `unavailable` holds why there is none; an old answer is then not shown as new."""

    changed = Signal()

    def __init__(self, ask: Callable[[], HallNow], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = Question(ask, jobs, answered=self._answered, missing=self._missing)
        self.now: HallNow | None = None
        self.unavailable: Unavailable | None = None

    @property
    def answered(self) -> bool:
        """Something is known: how it stands, or why nobody can tell."""
        return self.now is not None or self.unavailable is not None

    def look(self) -> None:
        """Ask again."""
        self._question.put()

    def _answered(self, now: HallNow) -> None:
        if now != self.now or self.unavailable:
            self.now, self.unavailable = now, None
            self.changed.emit()

    def _missing(self, why: Unavailable) -> None:
        self.now, self.unavailable = None, why
        self.changed.emit()
