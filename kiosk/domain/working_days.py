"""When a number of working or calendar days is over: the promised day of an item that is accepted today.

Here: counting. Elsewhere: which limit an item has (catalog), holidays and make-up workdays (hall.HallCalendar), the words (interface).

Rules: a period counted in days begins on the day after (民法典 第二百零一条); a period of administrative acts counts working days, without
public holidays (行政许可法 第八十二条); a period whose last day is a public holiday or day off ends on the next working day
(民法典 第二百零三条).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain.hall import DayKind, HallCalendar

LONGEST = 3650
"""Days: what a catalogue may promise at most. More is a slip of somebody's hand."""

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class LastDay:
    """`certain`: the calendar table knows every year from the first day to this one. Otherwise moon festivals and make-up workdays are missing."""

    day: date
    certain: bool


def is_working_day(day: date, calendar: HallCalendar) -> bool:
    """Monday to Friday, but for public holidays; and make-up workdays. The hall's own hours do not matter."""
    special = calendar.special(day)
    if special is not None:
        return special.kind is DayKind.WORKDAY
    return day.weekday() < _SATURDAY


def after_working_days(start: date, days: int, calendar: HallCalendar) -> LastDay:
    """The last day of a period of `days` working days, from 0 to LONGEST, that was opened on `start`; `start` itself is not counted."""
    _require_countable(days)
    day = start
    left = days
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day, calendar)
    return _told(start, day, calendar)


def after_calendar_days(start: date, days: int, calendar: HallCalendar) -> LastDay:
    """As after_working_days for calendar days. A last day that is no working day moves to the next one."""
    _require_countable(days)
    day = start + timedelta(days=days)
    while days and not is_working_day(day, calendar):
        day += timedelta(days=1)
    return _told(start, day, calendar)


def _told(start: date, day: date, calendar: HallCalendar) -> LastDay:
    return LastDay(day, all(year in calendar.years for year in range(start.year, day.year + 1)))


def _require_countable(days: int) -> None:
    if not 0 <= days <= LONGEST:
        raise ValueError(f"a period of {days} days")
