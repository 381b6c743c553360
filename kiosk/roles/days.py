"""What a day leaves behind, looked after while a kiosk runs: open numbers are closed, what persons told is deleted, what was told of waits is settled.

Here: when. Elsewhere: the deeds (citizen_hall.py runs them on the hall's database), copies of the database and room on the disk (keeping.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from kiosk.application.ports import Clock, UptimeClock
    from kiosk.interface.shared.jobs import Jobs
    from kiosk.roles.citizen_hall import CitizenHall


ENDING_MINUTES = 10
"""Between two looks whether today is over."""
STEP_SECONDS = 300.0
"""By so much the hall's clock may go otherwise than the machine runs, between two looks, and has not been set."""
STEADY_SECONDS = 1800.0
"""Who sets a clock wrong sets it right again. Until it has gone steadily for so long no day is ended: those who wait today keep their place."""


class Days:
    """Asked with the first minute and with every minute after it."""

    def __init__(self, hall: CitizenHall, clock: Clock, uptime: UptimeClock, jobs: Jobs) -> None:
        self._hall = hall
        self._clock = clock
        self._uptime = uptime
        self._looked: tuple[datetime, float] | None = None
        self._set_at: float | None = None
        self._jobs = jobs
        self._minutes = 0
        self._ended_for: date | None = None
        self._settled_for: date | None = None

    def end(self) -> None:
        """At the start, whenever the day has changed, and now and then: some time after closing today is over as well. What persons told is then
        deleted, from the files too. Not while the clock was set a moment ago."""
        if not self._steady():
            return
        today = self._clock.now().date()
        self._minutes += 1
        if today == self._ended_for and self._minutes % ENDING_MINUTES:
            return
        self._ended_for = today
        self._jobs.run(lambda: self._hall.end_day(today), self._ended, unavailable=lambda _: self._ended(None))

    def _steady(self) -> bool:
        """Since the start, or for STEADY_SECONDS, the hall's clock has gone as the machine runs."""
        now, running = self._clock.now(), self._uptime.now().seconds
        if self._looked is not None and abs((now - self._looked[0]).total_seconds() - (running - self._looked[1])) > STEP_SECONDS:
            self._set_at = running
        self._looked = now, running
        return self._set_at is None or running - self._set_at >= STEADY_SECONDS

    def settle(self) -> None:
        """Soon after midnight, or a minute after a start: what was told of yesterday's waits is scored and its services are learnt from."""
        today = self._clock.now().date()
        if today == self._settled_for or self._hall.unusable is not None:
            return
        self._settled_for = today
        self._jobs.run(self._hall.settle_waits, lambda _: None, unavailable=lambda _: self._unsettle())

    def _ended(self, until: date | None) -> None:
        """None: the next minute asks again."""
        self._ended_for = until

    def _unsettle(self) -> None:
        """The next minute asks again."""
        self._settled_for = None
