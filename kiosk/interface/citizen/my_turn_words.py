"""到我了吗 in words: what the page says at each of its steps. Pure: what was typed and what the hall knows in, a view out.

Here: the view and how it is derived. Elsewhere: the steps themselves and what a holder may do (my_turn.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from typing import assert_never

from kiosk.application.queries.queueing import TicketSeen, TurnSeen
from kiosk.domain.hall import Open, Opening
from kiosk.domain.numbering import PAPER_PAD
from kiosk.domain.queueing import PrintState, TicketState
from kiosk.domain.queueing.deeds import REJOIN_WITHIN
from kiosk.interface.citizen.ticket_done import PaperLine
from kiosk.interface.shared.moments import clock_words
from kiosk.interface.shared.opening_words import opening_line
from kiosk.interface.shared.typography import minutes_range

LEAST_DIGITS, MOST_DIGITS = 3, 4
"""A001 … A999, A1000 …: a hall gives fewer than ten thousand numbers a day."""
TIME_DIGITS = 4
NEAR = 3
"""People ahead up to which one should stay near the counters."""
AGAIN = "要办事，重新取一个号。"


class Step(StrEnum):
    """What the page asks or shows: the number, nothing yet, how it stands, the time on the paper, whether to give it back for good."""

    NUMBER = "number"
    LOOKING = "looking"
    STATE = "state"
    TIME = "time"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class TurnWords:
    """How a number stands. `lead`, `figure`, `unit` are one large sentence: 前面还有 2 人, or 3 号窗口 alone in `figure`."""

    title: str = ""
    note: str = ""
    lead: str = ""
    figure: str = ""
    unit: str = ""
    under: str = ""
    tip: str = ""
    waiting: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class MyTurnView:
    """`problem`: one sentence, why something was not done. `cells`: what was typed, and an empty one for each figure that is missing."""

    step: Step = Step.NUMBER
    title: str = "到我了吗？"
    note: str = ""
    cells: tuple[str, ...] = ()
    ready: bool = False
    go_label: str = ""
    problem: str = ""
    number: str = ""
    line: str = ""
    turn: TurnWords = TurnWords()
    can_cancel: bool = False
    can_reprint: bool = False
    reprint_note: str = ""
    paper: PaperLine | None = None


def turn_words(seen: TurnSeen, opening: Opening | None) -> TurnWords:
    """What is true of a number now; minutes only while the hall serves. Long because it is a table: one state, one view."""
    ticket = seen.ticket
    shut = opening is not None and not isinstance(opening, Open)
    note = f"{clock_words(seen.at)} 的情况，" + (opening_line(opening) if opening is not None and shut else "叫号以大屏为准")
    place = f"{ticket.counter} 号窗口" if ticket.counter is not None else "窗口"
    since = clock_words(ticket.since or ticket.called_at or ticket.issued_at)
    match ticket.state:
        case TicketState.WAITING:
            wait = "" if shut else minutes_range(ticket.wait_low, ticket.wait_high)
            moved = f"转到 {ticket.for_counter} 号窗口了，等的时间照算。" if ticket.for_counter is not None else "转了队列，等的时间照算。"
            # A number of the paper pad waits on a line of another letter from the beginning.
            sent_on = ticket.for_counter is not None or (ticket.moved_to is not None and ticket.line != PAPER_PAD)
            return TurnWords(
                title="下一个就是您" if ticket.ahead == 0 else "还没到，快了" if ticket.ahead <= NEAR else "还没到",
                note=note,
                lead="前面还有" if ticket.ahead else "",
                figure=str(ticket.ahead) if ticket.ahead else "前面没有人",
                unit="人" if ticket.ahead else "",
                under=f"大约再等 {wait} 分钟" if wait else "等多久说不准，听叫号",
                tip=moved if sent_on else "就近坐着等，叫到会喊号，大屏也显示。",
                waiting=True,
            )
        case TicketState.CALLED:
            called = f"{clock_words(ticket.called_at)} 叫的" if ticket.called_at is not None else ""
            return TurnWords(
                title="叫到您了",
                note=note,
                lead="请到",
                figure=place,
                under=called,
                tip="过号了也别急，到窗口说一声。",
            )
        case TicketState.SERVING:
            return TurnWords(title="正在给您办", note=note, lead="在", figure=place, under=f"{since} 开始办的", tip="还没办完，请别走远。")
        case TicketState.MISSED:
            return _missed_words(ticket, seen.at, note, place)
        case TicketState.PARKED:
            return TurnWords(
                title="先放一放",
                note=note,
                lead="请到",
                figure=place,
                under=f"{since} 放下的，不用重新排队",
                tip="准备好了，直接到窗口接着办。",
            )
        case TicketState.FINISHED:
            return TurnWords(title="这个号办完了", note=note, figure="已办完", under=f"{since} 在 {place}办完", tip=AGAIN, over=True)
        case TicketState.CANCELLED:
            return TurnWords(
                title="这个号取消了",
                note=note,
                figure="已取消",
                under="不会再叫这个号",
                tip=AGAIN,
                over=True,
            )
        case TicketState.CLOSED:
            return TurnWords(title="这个号结束了", note=note, figure="已结束", under="不会再叫这个号", tip=AGAIN, over=True)
        case _:
            assert_never(ticket.state)


def _missed_words(ticket: TicketSeen, at: datetime, note: str, place: str) -> TurnWords:
    """Whoever comes back in time waits a little; later the number is of no use any more."""
    until = (ticket.since or at) + REJOIN_WITHIN
    if at > until:
        return TurnWords(title="这个号过号了", note=note, figure="已过号", under=f"{clock_words(until)} 以前没有回来", tip=AGAIN, over=True)
    called = f"{clock_words(ticket.called_at)} 叫过，没等到您" if ticket.called_at is not None else ""
    return TurnWords(
        title="过号了", note=note, lead="请到", figure=place, under=called, tip=f"{clock_words(until)} 以前去说一声，让两个人先办，再叫您。"
    )


def reprint_words(reprint: PrintState | None, *, printer: bool, waiting: bool) -> tuple[bool, str]:
    """Whether one more paper can be had, and what stands under the words 补打号票."""
    if not printer:
        return False, "没有打印机"
    if reprint not in {None, PrintState.FAILED}:
        return False, "已经补打过一张"
    return waiting, "只能补打一张"


def time_words(digits: str) -> str:
    """`9`, `94`, `9:42`, `10:05`: as it is printed, once the minutes are whole."""
    return f"{digits[:-2]}:{digits[-2:]}" if len(digits) >= LEAST_DIGITS else digits


def time_of(digits: str) -> time | None:
    """None while it is no time of a day."""
    if len(digits) < LEAST_DIGITS or int(digits[:-2]) > 23 or int(digits[-2:]) > 59:
        return None
    return time(int(digits[:-2]), int(digits[-2:]))


def number_view(line: str, digits: str, problem: str, *, looking: bool) -> MyTurnView:
    """The keypad for a number."""
    missing = max(0, LEAST_DIGITS - len(digits))
    if looking:
        go_label = "正在查"
    elif not line:
        go_label = "先点字母"
    else:
        go_label = f"还差 {missing} 个数字" if missing else "查一下"
    return MyTurnView(
        step=Step.LOOKING if looking else Step.NUMBER,
        note="照着号票，先点字母，再点三个数字。",
        cells=(line, *digits, *("" for _ in range(missing))),
        ready=bool(line) and missing == 0 and int(digits) > 0 and not looking,
        go_label=go_label,
        problem=problem,
    )


def time_view(number: str, digits: str, problem: str, *, busy: bool) -> MyTurnView:
    """The keypad for the time on the paper."""
    ready = time_of(digits) is not None
    return MyTurnView(
        step=Step.TIME,
        title="几点取的号？",
        note=f"照着 {number} 号票上的时间点，9:42 就点 9、4、2。",
        cells=(time_words(digits),),
        ready=ready and not busy,
        go_label="正在核对"
        if busy
        else "没有这个时间"
        if len(digits) == TIME_DIGITS and not ready
        else "对上再办"
        if ready
        else "点票上的时间",
        problem=problem,
        number=number,
    )


def state_view(
    seen: TurnSeen,
    line: str,
    opening: Opening | None,
    *,
    step: Step,
    problem: str,
    busy: bool,
    printer: bool,
    paper: PaperLine | None,
) -> MyTurnView:
    """How a number stands; in the step `sure`, whether to give it back for good."""
    words = turn_words(seen, opening)
    can_reprint, reprint_note = reprint_words(seen.reprint, printer=printer, waiting=words.waiting)
    if step is Step.SURE:
        words = replace(words, title="真的取消吗？", note="取消以后不能恢复，要办事得重新取号。")
    return MyTurnView(
        step=step,
        title=words.title,
        note=words.note,
        problem=problem,
        number=seen.ticket.number,
        line=line,
        turn=words,
        can_cancel=words.waiting and not busy,
        can_reprint=can_reprint and not busy,
        reprint_note=reprint_note,
        paper=paper,
    )
