"""The hall's calendar, as far ahead as an item may be promised.

Elsewhere: counting days over it (domain.working_days), opening hours (domain.hall).
"""

from __future__ import annotations

from datetime import date

from kiosk.application.ports import Clock, Snapshot
from kiosk.domain.hall import HallCalendar

YEARS_AHEAD = 2


def calendar_ahead(*, snapshot: Snapshot, clock: Clock) -> HallCalendar:
    """The special days from today to the end of the year after next, whole years at the far end: a year that is known is known to its end."""
    today = clock.now().date()
    with snapshot:
        return snapshot.calendar.between(today, date(today.year + YEARS_AHEAD, 12, 31))
