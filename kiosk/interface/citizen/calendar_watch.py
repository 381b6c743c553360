"""What the screens know of the hall's calendar: read on the worker, renewed when the hall changed it and when a new day begins.

Elsewhere: the query (application.queries.calendar), the words made of it (promise_words.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.interface.shared.qml import QObject, Signal

if TYPE_CHECKING:
    from kiosk.application.unavailable import Unavailable
    from kiosk.domain.hall import HallCalendar
    from kiosk.interface.shared.jobs import Jobs


class CalendarWatch(QObject):
    """`calendar` is None until it is read, and again while nobody can read it. `changed` fires when it is another."""

    changed = Signal()

    def __init__(self, ask: Callable[[], HallCalendar], jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._jobs = jobs
        self.calendar: HallCalendar | None = None

    def look(self) -> None:
        self._jobs.run(self._ask, self._read, unavailable=self._missing)

    def _read(self, calendar: HallCalendar) -> None:
        self._have(calendar)

    def _missing(self, _why: Unavailable) -> None:
        """The queue watch tells why."""
        self._have(None)

    def _have(self, calendar: HallCalendar | None) -> None:
        if calendar != self.calendar:
            self.calendar = calendar
            self.changed.emit()
