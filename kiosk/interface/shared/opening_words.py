"""What the screens say of opening: `今天开到 17:00`, `中午休息`, `13:00 开始`. Closed is not an error: calm words, and when next.

Elsewhere: when the hall is open (domain.hall), the words of a closed ticket page (interface.citizen.ticket_away).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import assert_never

from kiosk.domain.hall import AfterClosing, BeforeOpening, ClosedDay, Lunch, NextOpening, Open, Opening, OpeningHours, Period
from kiosk.interface.shared.moments import clock_words, day_distance_words


def opening_line(opening: Opening) -> str:
    """The short line under the clock."""
    match opening:
        case Open(closes_at=closes_at):
            return f"今天开到 {clock_words(closes_at)}"
        case Lunch(reopens_at=reopens_at):
            return f"中午休息，{clock_words(reopens_at)} 再开"
        case BeforeOpening(opens_at=opens_at):
            return f"今天 {clock_words(opens_at)} 开门"
        case AfterClosing():
            return "今天下班了"
        case ClosedDay(name=name):
            return f"{name}，今天不上班" if name else "今天不上班"
        case _:
            assert_never(opening)


def next_ticket_moment(opening: Opening) -> NextOpening | None:
    """When numbers are given again; None while they are, or when nobody knows."""
    match opening:
        case Open():
            return None
        case Lunch(reopens_at=at, closes_at=closes_at, assumed=assumed) | BeforeOpening(opens_at=at, closes_at=closes_at, assumed=assumed):
            return NextOpening(at, closes_at, assumed)
        case AfterClosing(next_opening=following) | ClosedDay(next_opening=following):
            return following
        case _:
            assert_never(opening)


def moment_words(moment: datetime, today: date) -> str:
    """`13:00` today, else `明天 9:00`, `11 月 30 日 星期一 9:00`."""
    clock = clock_words(moment)
    return clock if moment.date() == today else f"{day_distance_words(moment.date(), today)} {clock}"


def ticket_starts_words(opening: Opening, today: date) -> str:
    """What stands where 取号 is not to be had now: `13:00 开始`, with 以窗口通知为准 where the calendar is only assumed."""
    following = next_ticket_moment(opening)
    if following is None:
        return "什么时候开门，请看门口的通知"
    words = f"{moment_words(following.at, today)} 开始"
    return f"{words}，以大厅通知为准" if following.assumed else words


_DAYS = "一二三四五六日"


def week_words(hours: OpeningHours) -> str:
    """The ordinary week: `星期一到星期五 9:00–12:00、13:00–17:00`. Neighbouring days with the same hours stand together, closed days are
    left out; empty when every day is closed."""
    spans: list[tuple[int, int, tuple[Period, ...]]] = []
    for day in range(len(_DAYS)):
        periods = hours.weekdays.get(day, ())
        if spans and spans[-1][1] == day - 1 and spans[-1][2] == periods:
            spans[-1] = (spans[-1][0], day, periods)
        elif periods:
            spans.append((day, day, periods))
    return "；".join(f"{_span_words(first, last)} {_periods_words(periods)}" for first, last, periods in spans)


def _span_words(first: int, last: int) -> str:
    if first == last:
        return f"星期{_DAYS[first]}"
    return f"星期{_DAYS[first]}{'和' if last == first + 1 else '到'}星期{_DAYS[last]}"


def _periods_words(periods: tuple[Period, ...]) -> str:
    return "、".join(f"{clock_words(period.start)}–{clock_words(period.end)}" for period in periods)
