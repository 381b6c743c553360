"""What the display knows of the hall: the last answer of `hall_display`, how old it is, and what was called since.

It asks when something changed, and every few seconds besides: only an answer proves that the source is there.

Elsewhere: the query (application.queries.hall_display), what is shown of it (display.py).
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic as machine_seconds
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.interface.shared.qml import QObject, Signal
from kiosk.interface.shared.question import Question

if TYPE_CHECKING:
    from kiosk.application.queries.hall_display import DisplayNow
    from kiosk.application.unavailable import Unavailable
    from kiosk.domain.announcing import CallId
    from kiosk.interface.shared.jobs import Jobs

EVERY_MS = 3_000
STALE_SECONDS = 10.0
"""Without an answer for so long, what is shown is told to be old."""


class DisplayWatch(QObject):
    """`changed` fires with each answer and when the last one has become old; `heard` brings the news of an answer, `began` the calls of before
    the first one. `now` is None before the first answer."""

    changed = Signal()
    began = Signal(object)
    heard = Signal(object)

    def __init__(
        self,
        ask: Callable[[CallId | None], DisplayNow],
        jobs: Jobs,
        *,
        monotonic: Callable[[], float] = machine_seconds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._question = Question(lambda: ask(self._seen), jobs, answered=self._answered, missing=self._missing)
        self._monotonic = monotonic
        self._answered_at = monotonic()
        self._seen: CallId | None = None
        self.now: DisplayNow | None = None
        self.unavailable: Unavailable | None = None
        """Why the last question had no answer."""
        self.stale = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        self._timer.start()
        self.look()

    def stop(self) -> None:
        self._timer.stop()

    def tick(self) -> None:
        """A question that has no answer yet (a disk that hangs) makes the last answer old too."""
        self._age()
        if not self._question.open:
            self.look()

    def look(self) -> None:
        """Ask again."""
        self._question.put()

    def never_answered(self) -> None:
        """The question broke (a bug, logged by the jobs): it is asked again with the next tick."""
        self._question.drop()

    def _answered(self, now: DisplayNow) -> None:
        begins = self._seen is None or now.seen < self._seen
        self._seen = now.seen
        self._answered_at = self._monotonic()
        self.now, self.stale, self.unavailable = now, False, None
        # The calls first: the board is what the hall waits for.
        if begins:
            self.began.emit(now.latest)
        if now.news:
            self.heard.emit(now.news)
        self.changed.emit()

    def _missing(self, why: Unavailable) -> None:
        was, self.unavailable = self.unavailable, why
        self._age()
        if type(was) is not type(why):
            self.changed.emit()

    def _age(self) -> None:
        stale = self._monotonic() - self._answered_at >= STALE_SECONDS
        if stale != self.stale:
            self.stale = stale
            self.changed.emit()
