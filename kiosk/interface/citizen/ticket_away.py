"""What the screen says where 取号 is not to be had: why, when again, what to do. Closed is not an error, so the words are calm.

Here: the words of one such moment. Elsewhere: when the hall is open (domain.hall), what can be done meanwhile (ticket.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil
from typing import assert_never

from kiosk.application.queries.queueing import HallNow
from kiosk.application.unavailable import Unavailable
from kiosk.domain.hall import AfterClosing, BeforeOpening, ClosedDay, Lunch, NextOpening, Open, Opening
from kiosk.domain.refusals import BeyondClosing, HallClosed, PauseBetweenTickets, QuotaReached, Refused, StoppedToday
from kiosk.interface.shared.alert_words import STOPPED, again_words, alert_reason_words, is_for_all_of_today, stopped_words
from kiosk.interface.shared.moments import clock_words, date_words, short_date_words
from kiosk.interface.shared.opening_words import moment_words


@dataclass(frozen=True, slots=True)
class TicketAway:
    """`title` why, `reason` and `advice` one sentence each; `board` the one big word under `board_label`, `board_note` beside it;
    `starts` what stands in the place of 取号."""

    title: str
    reason: str
    advice: str
    board_label: str
    board: str
    board_note: str
    starts: str


_REST_HERE = "厅里坐着等就行，不用占位。"
_AT_TIME = "到点就能取，不用排队占位。"
_COME_PREPARED = "先查好带什么，一趟办完。"
_NEXT = "下次取号"
_ASK_DOOR = "看门口的通知"

_GIVEN_OUT = TicketAway(
    title="今天的号发完了",
    reason="今天能办的号都发出去了。",
    advice="急事到窗口问一声，不急就下一个上班日早点来。",
    board_label=_NEXT,
    board="下一个上班日",
    board_note="早点来取号",
    starts="下一个上班日再取",
)

MACHINE_AWAY = TicketAway(
    title="机器取号停了",
    reason="这台机器现在取不了号。",
    advice="窗口照常办事，不用在这里等。",
    board_label="要办事",
    board="请到窗口",
    board_note="找工作人员取号",
    starts="请到窗口取号",
)


def away_by_opening(opening: Opening, moment: datetime) -> TicketAway | None:
    """None while the hall is open."""
    today = moment.date()
    match opening:
        case Open():
            return None
        case Lunch(started_at=start, reopens_at=at, closes_at=closes, assumed=assumed):
            reason = f"窗口 {clock_words(start)} 到 {clock_words(at)} 歇着，现在不发号。"
            return _again("中午休息", reason, _REST_HERE, NextOpening(at, closes, assumed), moment)
        case BeforeOpening(opens_at=at, closes_at=closes, assumed=assumed):
            return _again("还没开门", f"窗口 {clock_words(at)} 开，现在不发号。", _AT_TIME, NextOpening(at, closes, assumed), moment)
        case AfterClosing(closed_at=at, next_opening=following):
            return _again("今天下班了", f"窗口开到 {clock_words(at)}，现在不发号。", _COME_PREPARED, following, moment)
        case ClosedDay(name=name, next_opening=following):
            return _again("今天不上班", f"{_why_closed(name, today)}窗口不开，现在不发号。", _COME_PREPARED, following, moment)
        case _:
            assert_never(opening)


def away_now(now: HallNow, *, item: str | None, line: str, moment: datetime) -> TicketAway | None:
    """Why no number of this line is to be had for this item: the hall's hours, 今日停办, or all numbers of the day are given. None: it is."""
    by_hours = away_by_opening(now.opening, moment)
    if by_hours is not None:
        return by_hours
    alert = now.stopped(item=item, line=line)
    if alert is not None:
        return _stopped(alert.reason.value, alert.until, whole_line=alert.item is None)
    if now.is_given_out(item=item, line=line):
        return _GIVEN_OUT
    return None


def away_by_problem(problem: Refused | Unavailable, moment: datetime) -> TicketAway | None:
    """After a press. None for the pause between two tickets: that is told at the button, and goes by while one reads."""
    match problem:
        case PauseBetweenTickets():
            return None
        case HallClosed():
            return _hall_closed(problem, moment)
        case BeyondClosing(ahead=ahead, closes_at=closes):
            return replace(
                _GIVEN_OUT,
                reason=f"前面还有 {ahead} 个号，{clock_words(closes)} 下班前办不完了。",
            )
        case StoppedToday(item=item, reason=reason, until=until):
            return _stopped(reason, until, whole_line=item is None)
        case QuotaReached():
            return _GIVEN_OUT
        case _:
            return MACHINE_AWAY


def _stopped(reason: str, until: datetime, *, whole_line: bool) -> TicketAway:
    today = is_for_all_of_today(until)
    return TicketAway(
        title=STOPPED,
        reason=f"{alert_reason_words(reason)}，{stopped_words(until, whole_line=whole_line)}办不了。",
        advice="急事到窗口问一声，不急就过后再来。",
        board_label="再来",
        board="下一个上班日" if today else clock_words(until),
        board_note="来以前问一声" if today else "以后再取号",
        starts=again_words(until),
    )


def _hall_closed(refused: HallClosed, moment: datetime) -> TicketAway:
    """The hall closed between the look and the press."""
    at, closes = refused.opens_at, refused.closes_at
    following = NextOpening(at, closes, refused.assumed) if at is not None and closes is not None else None
    match refused.reason:
        case "lunch":
            return _again("中午休息", "窗口中午歇着，现在不发号。", _REST_HERE, following, moment)
        case "before_opening":
            return _again("还没开门", "窗口还没开，现在不发号。", _AT_TIME, following, moment)
        case "after_closing":
            return _again("今天下班了", "窗口下班了，现在不发号。", _COME_PREPARED, following, moment)
        case _:
            return _again(
                "今天不上班", f"{_why_closed(refused.day_name, moment.date())}窗口不开，现在不发号。", _COME_PREPARED, following, moment
            )


def _again(title: str, reason: str, advice: str, following: NextOpening | None, moment: datetime) -> TicketAway:
    if following is None:
        return TicketAway(title, reason, advice, _NEXT, _ASK_DOOR, "上面写着哪天开门", f"{_NEXT}{_ASK_DOOR}")
    starts = f"{moment_words(following.at, moment.date())} 开始"
    return TicketAway(title, reason, advice, _NEXT, _board(following.at, moment.date()), _board_note(following, moment), starts)


def _board(at: datetime, today: date) -> str:
    """`13:00`, `明天 9:00`, `11 月 30 日 9:00`: a far day leaves its weekday to the note."""
    return moment_words(at, today) if (at.date() - today).days <= 1 else f"{short_date_words(at.date())} {clock_words(at)}"


def _board_note(following: NextOpening, moment: datetime) -> str:
    at = following.at
    if following.assumed:
        return f"{date_words(at.date())}，以大厅通知为准"
    if at.date() != moment.date():
        return f"{date_words(at.date())}，开到 {clock_words(following.closes_at)}"
    return f"还有 {_span_words(at - moment)}，{'下午' if at.hour >= 12 else '今天'}开到 {clock_words(following.closes_at)}"


def _span_words(span: timedelta) -> str:
    """`40 分钟`, `1 小时 5 分钟`, `2 小时`; begun minutes count, so nobody is told 还有 0 分钟."""
    hours, minutes = divmod(max(1, ceil(span.total_seconds() / 60)), 60)
    parts = [f"{hours} 小时" if hours else "", f"{minutes} 分钟" if minutes else ""]
    return " ".join(part for part in parts if part)


def _why_closed(name: str | None, today: date) -> str:
    return name or date_words(today).rpartition(" ")[2]
