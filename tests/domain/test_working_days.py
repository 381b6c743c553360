"""Counting working and calendar days over holidays, make-up days and years that nobody has announced yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hall import DayKind, HallCalendar, SpecialDay
from kiosk.domain.working_days import LONGEST, after_calendar_days, after_working_days, is_working_day


def special(year: int, month: int, day: int, kind: DayKind) -> tuple[date, SpecialDay]:
    return date(year, month, day), SpecialDay(date(year, month, day), kind, "国庆节")


KNOWN = HallCalendar(
    dict(
        [
            *(special(2026, 10, day, DayKind.HOLIDAY) for day in range(1, 8)),
            special(2026, 9, 27, DayKind.WORKDAY),
            special(2026, 10, 10, DayKind.WORKDAY),
        ]
    ),
    frozenset({2026}),
)
FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (MONDAY, 0, MONDAY),
        (MONDAY, 1, date(2026, 11, 24)),
        (MONDAY, 5, date(2026, 11, 30)),
        (MONDAY, 7, date(2026, 12, 2)),
        (FRIDAY, 1, MONDAY),
        (date(2026, 11, 21), 1, MONDAY),
        (date(2026, 9, 30), 1, date(2026, 10, 8)),
        (date(2026, 9, 30), 3, date(2026, 10, 10)),
        (date(2026, 9, 25), 1, date(2026, 9, 27)),
    ],
)
def test_working_days_begin_tomorrow_and_leave_out_days_off(start: date, days: int, last: date) -> None:
    told = after_working_days(start, days, KNOWN)
    assert (told.day, told.certain) == (last, True)


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (MONDAY, 0, MONDAY),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (MONDAY, 3, date(2026, 11, 26)),
        (MONDAY, 5, date(2026, 11, 30)),
        (date(2026, 9, 25), 6, date(2026, 10, 8)),
    ],
)
def test_calendar_days_that_end_on_a_day_off_end_after_it(start: date, days: int, last: date) -> None:
    assert after_calendar_days(start, days, KNOWN).day == last


def test_beyond_the_known_years_nothing_is_certain_but_the_fixed_holidays() -> None:
    told = after_working_days(date(2026, 12, 31), 1, KNOWN)
    assert (told.day, told.certain) == (date(2027, 1, 4), False)
    assert not after_working_days(date(2027, 3, 1), 1, KNOWN).certain
    assert not is_working_day(date(2027, 1, 1), KNOWN)


def test_a_period_nobody_can_mean_is_refused() -> None:
    for days in (-1, LONGEST + 1):
        with pytest.raises(ValueError, match="period"):
            after_working_days(MONDAY, days, KNOWN)
        with pytest.raises(ValueError, match="period"):
            after_calendar_days(MONDAY, days, KNOWN)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 1)), st.integers(1, 200))
def test_exactly_so_many_working_days_lie_in_the_period(start: date, days: int) -> None:
    last = after_working_days(start, days, KNOWN).day
    span = [start + timedelta(days=ahead) for ahead in range(1, (last - start).days + 1)]
    assert sum(is_working_day(day, KNOWN) for day in span) == days
    assert is_working_day(last, KNOWN)
