"""Whether what a key asks for is to be had now, and what the left block says when it is not: what stands in the way, and the way out.

Here: the whole table, over the desk as it was last seen. Elsewhere: the truth, which the commands decide again in the database (a desk may be a
blink old), and the words for their refusals (interface.shared.sentences).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from kiosk.application.queries.counter_desk import CounterDesk
from kiosk.domain.queueing import TicketState
from kiosk.domain.queueing.counters import CounterState
from kiosk.domain.staff import StaffNumber
from kiosk.interface.counter.keyboard import Wish


class Standing(StrEnum):
    """How a counter stands, as far as keys go."""

    CLOSED = "closed"
    PAUSED = "paused"
    FREE = "free"
    CALLED = "called"
    SERVING = "serving"


class HelpStanding(StrEnum):
    """What a counter has to do with help calls now."""

    QUIET = "quiet"
    RINGING = "ringing"
    ON_THE_WAY = "on_the_way"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of the left block: `lead` in bold."""

    lead: str
    rest: str = ""


def standing_of(desk: CounterDesk) -> Standing:
    """A number in hand counts for more than the counter's own state: a closed counter with an open number finishes it."""
    if desk.current is not None:
        return Standing.SERVING if desk.current.state is TicketState.SERVING else Standing.CALLED
    match desk.state:
        case CounterState.OPEN:
            return Standing.FREE
        case CounterState.PAUSED:
            return Standing.PAUSED
        case CounterState.CLOSED:
            return Standing.CLOSED
        case _:
            assert_never(desk.state)


_ALWAYS = frozenset(
    {
        Wish.SHAPE, Wish.LOCK, Wish.SIGN_OUT, Wish.KEYS, Wish.CLOSE, Wish.UP, Wish.DOWN, Wish.FIRST, Wish.LAST, Wish.ACCEPT, Wish.AREA,
        Wish.NEXT_AREA, Wish.PREVIOUS_AREA, Wish.LINES, Wish.FIND, Wish.GUIDE_TAB, Wish.PAGE_UP, Wish.PAGE_DOWN, Wish.FIGURES, Wish.STOP, Wish.ISSUE,
    }
)  # fmt: skip

_WITH_A_NUMBER = frozenset({Wish.TRANSFER, Wish.HISTORY, Wish.RATING_CODE})
_SERVING_ONLY = frozenset(
    {
        Wish.FINISH, Wish.FINISH_AND_CALL, Wish.PARK, Wish.PAPER_SEEN, Wish.PAPER_MISSING, Wish.CORRECT_ITEM, Wish.ADD_ITEM,
        Wish.PRINT_MISSING,
    }
)  # fmt: skip
_CALLED_ONLY = frozenset({Wish.RECALL, Wish.START, Wish.MISS})
_WITHOUT_A_NUMBER = frozenset({Wish.CALL_NEXT, Wish.PAUSE, Wish.OPEN_OR_CLOSE})


_COUNTER_DEEDS = (_SERVING_ONLY | _CALLED_ONLY | _WITHOUT_A_NUMBER | {Wish.TRANSFER, Wish.UNDO}) - {Wish.OPEN_OR_CLOSE}
"""What only the clerk may do who has opened the counter."""


def not_theirs(desk: CounterDesk, clerk: StaffNumber | None) -> Words | None:
    """Why this clerk has to open the counter first; None when it is theirs. `clerk` None: nobody is asked for."""
    if clerk is None or desk.staff == clerk:
        return None
    if desk.staff is None or desk.state is CounterState.CLOSED:
        return Words("窗口没开，", "先按 Shift+F8 开窗口")
    return Words(f"现在是 {desk.staff} 号在用这个窗口，", "要接回来按 Shift+F8")


def why_not(
    wish: Wish, desk: CounterDesk, help_standing: HelpStanding = HelpStanding.QUIET, clerk: StaffNumber | None = None
) -> Words | None:
    """None: it is to be had. `clerk`: who presses; a counter that somebody else has opened is not theirs."""
    foreign = not_theirs(desk, clerk)
    if foreign is not None and wish is Wish.OPEN_OR_CLOSE:
        return None
    if foreign is not None and wish in _COUNTER_DEEDS:
        return foreign
    if wish in _ALWAYS:
        return None
    if wish in (Wish.GO_HELP, Wish.CANNOT_HELP, Wish.HELP_STEP):
        return _help(wish, help_standing)
    standing = standing_of(desk)
    if wish is Wish.UNDO:
        if standing in (Standing.PAUSED, Standing.CLOSED):
            return _no_number(standing)
        return None if desk.undo is not None else Words("没有能撤销的，", "按错了要在 10 秒内按 Ctrl+Z")
    number = desk.current.number if desk.current is not None else ""
    if wish in _WITH_A_NUMBER:
        return None if number else _no_number(standing)
    if wish in _SERVING_ONLY:
        if standing is Standing.CALLED:
            return Words(f"{number} 还没开始，", "人来了先按 F4")
        return None if number else _no_number(standing)
    if wish in _CALLED_ONLY:
        return _called(wish, desk, standing, number)
    if wish in _WITHOUT_A_NUMBER:
        return _without(wish, desk, standing, number)
    raise ValueError(wish)


def _no_number(standing: Standing) -> Words:
    match standing:
        case Standing.CLOSED:
            return Words("窗口没开，", "先按 Shift+F8 开窗口")
        case Standing.PAUSED:
            return Words("窗口暂停着，", "先按 F8 恢复")
        case _:
            return Words("现在没有在办的号，", "先按 F2 呼叫")


def _called(wish: Wish, desk: CounterDesk, standing: Standing, number: str) -> Words | None:
    if standing is Standing.SERVING:
        return Words(f"{number} 已经在办，", "办完按 F5，转走按 F7")
    if standing is not Standing.CALLED or desk.current is None:
        return _no_number(standing)
    if wish is Wish.RECALL and desk.current.recalls_left == 0:
        return Words(f"{number} 不能再重呼，", "来了按 F4，不来按 F6")
    return None


def _without(wish: Wish, desk: CounterDesk, standing: Standing, number: str) -> Words | None:
    match standing:
        case Standing.CALLED:
            return Words(f"{number} 叫了还没来，", "先按 F4、F6 或 F7")
        case Standing.SERVING:
            return Words(f"{number} 还没办结，", "先按 F5 或 F7")
        case Standing.PAUSED if wish is Wish.CALL_NEXT:
            return Words("窗口暂停着，", "先按 F8 恢复")
        case Standing.CLOSED if wish is not Wish.OPEN_OR_CLOSE:
            return Words("窗口没开，", "先按 Shift+F8 开窗口")
        case _ if wish is Wish.CALL_NEXT and not desk.waiting:
            return Words("没有人等，", "新号来了会响一声")
        case _:
            return None


def _help(wish: Wish, standing: HelpStanding) -> Words | None:
    match standing:
        case HelpStanding.QUIET:
            return Words("现在没有人找金小二，", "有人找会响")
        case HelpStanding.RINGING:
            return Words("还没有人接，", "去就先按 F9") if wish is Wish.HELP_STEP else None
        case HelpStanding.ON_THE_WAY | HelpStanding.THERE:
            done = "帮完了按 Ctrl+F9" if standing is HelpStanding.THERE else "到了按 Ctrl+F9"
            return None if wish is Wish.HELP_STEP else Words("这个帮办您已经接了，", done)
        case _:
            assert_never(standing)
