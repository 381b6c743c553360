"""The day by which an item is done if it is handed in now: `今天受理，按规定最迟 12 月 2 日办结`. Pure: item, moment and calendar in, words out.

Here: which limit is spoken of, and how surely. Elsewhere: counting days (domain.working_days), the limit itself in the guide (guide_rows.py).
"""

from __future__ import annotations

from datetime import date

from kiosk.domain.catalog import ServiceItem, TimeLimit, VerificationStatus
from kiosk.domain.hall import AfterClosing, ClosedDay, HallCalendar, Opening
from kiosk.domain.working_days import LONGEST, LastDay, after_calendar_days, after_working_days
from kiosk.interface.shared.moments import short_date_words

WORKING_DAYS, CALENDAR_DAYS = "工作日", "自然日"


def accepted_on(opening: Opening, today: date) -> date | None:
    """The day on which the hall takes in what is brought now: today while it still serves, else its next day. None: nobody knows."""
    if isinstance(opening, AfterClosing | ClosedDay):
        return opening.next_opening.at.date() if opening.next_opening is not None else None
    return today


def promise_words(item: ServiceItem, *, opening: Opening | None, today: date, calendar: HallCalendar | None) -> str:
    """Empty where nothing may be said: no figure, no unit, an item that another place takes in, opening or calendar not known yet.

    The hall's own promise counts only once the hall has answered for the entry; otherwise the legal limit. A promise of other halls never does.
    Beyond the years that the calendar knows the day is 预计 and the counter's word counts.
    """
    if opening is None or calendar is None or not item.hall_role.served_here:
        return ""
    own = item.verification.status is VerificationStatus.VERIFIED and item.promised.days is not None
    limit = item.promised if own else item.statutory
    start = accepted_on(opening, today)
    if start is None or limit.days is None:
        return ""
    accepted = "今天受理" if start == today else f"{_day(start, today)}受理"
    if limit.days == 0:
        return f"{accepted}，{'大厅承诺' if own else '按规定'}当场办结"
    last = _last_day(limit, start, calendar)
    if last is None:
        return ""
    by = "大厅承诺" if own else "按规定"
    if not last.certain:
        return f"{accepted}，{by}预计最迟 {_day(last.day, today)}办结，以窗口答复为准"
    return f"{accepted}，{by}最迟 {_day(last.day, today)}办结"


def _last_day(limit: TimeLimit, start: date, calendar: HallCalendar) -> LastDay | None:
    if limit.days is None or limit.days > LONGEST:
        return None
    if limit.unit == WORKING_DAYS:
        return after_working_days(start, limit.days, calendar)
    if limit.unit == CALENDAR_DAYS:
        return after_calendar_days(start, limit.days, calendar)
    return None


def _day(day: date, today: date) -> str:
    """With a space after it where no year and no weekday follow: `12 月 2 日`, `2027 年 1 月 8 日`."""
    words = short_date_words(day)
    return words if day.year == today.year else f"{day.year} 年 {words}"
