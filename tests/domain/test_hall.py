"""Opening hours over lunch, weekends, holidays and make-up workdays; competing lines; notices."""

from datetime import date, datetime

import pytest

from kiosk.domain.hall import (
    AfterClosing,
    BeforeOpening,
    ClosedDay,
    HallCalendar,
    Lunch,
    NextOpening,
    Notice,
    NoticeKind,
    Open,
    Opening,
    OpeningHours,
    opening_at,
)
from tests.support.halls import CALENDAR, HOURS, SHANGHAI, hall


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def next_at(opens: str, closes: str, *, assumed: bool = False) -> NextOpening:
    return NextOpening(at(opens), at(closes), assumed)


TUESDAY = next_at("2026-11-24T09:00", "2026-11-24T17:00")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-23T08:59:59", BeforeOpening(at("2026-11-23T09:00"), at("2026-11-23T17:00"), assumed=False)),
        ("2026-11-23T09:00", Open(at("2026-11-23T12:00"), at("2026-11-23T17:00"), 180 + 240, assumed=False)),
        ("2026-11-23T11:59:59", Open(at("2026-11-23T12:00"), at("2026-11-23T17:00"), 240, assumed=False)),
        ("2026-11-23T12:00", Lunch(at("2026-11-23T12:00"), at("2026-11-23T13:00"), at("2026-11-23T17:00"), assumed=False)),
        ("2026-11-23T12:59:59", Lunch(at("2026-11-23T12:00"), at("2026-11-23T13:00"), at("2026-11-23T17:00"), assumed=False)),
        ("2026-11-23T13:00", Open(at("2026-11-23T17:00"), at("2026-11-23T17:00"), 240, assumed=False)),
        ("2026-11-23T16:59", Open(at("2026-11-23T17:00"), at("2026-11-23T17:00"), 1, assumed=False)),
        ("2026-11-23T17:00", AfterClosing(at("2026-11-23T17:00"), TUESDAY)),
        ("2026-11-23T00:00", BeforeOpening(at("2026-11-23T09:00"), at("2026-11-23T17:00"), assumed=False)),
        ("2026-11-22T10:05", ClosedDay(None, next_at("2026-11-23T09:00", "2026-11-23T17:00"))),
        ("2026-11-20T18:00", AfterClosing(at("2026-11-20T17:00"), next_at("2026-11-23T09:00", "2026-11-23T17:00"))),
        # The evening before a long holiday, and within it: the next opening is behind all of it.
        ("2026-09-30T18:00", AfterClosing(at("2026-09-30T17:00"), next_at("2026-10-08T09:00", "2026-10-08T17:00"))),
        ("2026-10-01T10:00", ClosedDay("国庆节", next_at("2026-10-08T09:00", "2026-10-08T17:00"))),
        # A make-up workday is open though it is a Saturday, and is found as the next opening.
        ("2026-10-10T10:00", Open(at("2026-10-10T12:00"), at("2026-10-10T17:00"), 120 + 240, assumed=False)),
        ("2026-10-09T20:00", AfterClosing(at("2026-10-09T17:00"), next_at("2026-10-10T09:00", "2026-10-10T17:00"))),
        # A year that the table does not know: by weekday and marked, but never on a holiday that is the same every year.
        ("2027-03-01T10:00", Open(at("2027-03-01T12:00"), at("2027-03-01T17:00"), 120 + 240, assumed=True)),
        ("2026-12-31T17:30", AfterClosing(at("2026-12-31T17:00"), next_at("2027-01-04T09:00", "2027-01-04T17:00", assumed=True))),
    ],
)
def test_the_hall_at_a_moment(moment: str, expected: Opening) -> None:
    assert opening_at(at(moment), HOURS, CALENDAR) == expected


def test_a_hall_that_never_opens_says_so_instead_of_searching_for_ever() -> None:
    never = OpeningHours({}, ())
    assert opening_at(at("2026-11-23T10:00"), never, HallCalendar()) == ClosedDay(None, None)


def test_competing_lines_are_those_a_counter_of_the_line_may_call_first() -> None:
    assert hall().competing_lines(hall().lines[0].id) == ("A", "B", "H")
    apart = hall(counters=((1, "A"), (2, "BH")))
    assert [apart.competing_lines(line.id) for line in apart.lines] == [("A",), ("B", "H"), ("B", "H")]
    assert hall(counters=()).competing_lines(hall().lines[0].id) == ("A",)


def test_notices_are_shown_within_their_days_newest_first() -> None:
    def notice(title: str, first: date | None, last: date | None) -> Notice:
        return Notice(title, "字", NoticeKind.HALL, first, last)

    today = date(2026, 11, 23)
    always, old, new = notice("always", None, None), notice("old", date(2026, 1, 1), today), notice("new", today, None)
    over, coming = notice("over", None, date(2026, 11, 22)), notice("coming", date(2026, 11, 24), None)
    made = hall()
    made = type(made)(made.name, made.live, made.lines, made.counters, made.hours, made.place, (always, over, old, coming, new))
    assert made.notices_on(today) == (new, old, always)
