"""When each key is to be had, and what the left block says when it is not: the whole table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.queries.counter_desk import CounterDesk
from kiosk.domain.queueing import TicketState
from kiosk.domain.queueing.counters import CounterState
from kiosk.domain.queueing.deeds import Deed
from kiosk.domain.staff import StaffNumber
from kiosk.interface.counter.keyboard import Wish
from kiosk.interface.counter.wishes import HelpStanding, Standing, Words, not_theirs, standing_of, why_not
from tests.support import desks

SERVING_ONLY = (
    Wish.FINISH, Wish.FINISH_AND_CALL, Wish.PARK, Wish.PAPER_SEEN, Wish.PAPER_MISSING, Wish.CORRECT_ITEM, Wish.ADD_ITEM, Wish.PRINT_MISSING,
)  # fmt: skip
WITH_A_NUMBER = (Wish.TRANSFER, Wish.HISTORY, Wish.RATING_CODE)


@pytest.mark.parametrize(
    ("desk", "standing"),
    [
        (desks.CALLED, Standing.CALLED),
        (desks.SERVING, Standing.SERVING),
        (desks.FREE, Standing.FREE),
        (desks.PAUSED, Standing.PAUSED),
        (desks.CLOSED, Standing.CLOSED),
        (desks.desk(state=CounterState.CLOSED, ticket=desks.current(TicketState.SERVING)), Standing.SERVING),
    ],
)
def test_how_a_counter_stands(desk: CounterDesk, standing: Standing) -> None:
    assert standing_of(desk) is standing


TABLE: list[tuple[Wish, CounterDesk, Words | None]] = [
    (Wish.CALL_NEXT, desks.FREE, None),
    (Wish.CALL_NEXT, desks.EMPTY, Words("没有人等，", "新号来了会响一声")),
    (Wish.CALL_NEXT, desks.CALLED, Words("A012 叫了还没来，", "先按 F4、F6 或 F7")),
    (Wish.CALL_NEXT, desks.SERVING, Words("A012 还没办结，", "先按 F5 或 F7")),
    (Wish.CALL_NEXT, desks.PAUSED, Words("窗口暂停着，", "先按 F8 恢复")),
    (Wish.CALL_NEXT, desks.CLOSED, Words("窗口没开，", "先按 Shift+F8 开窗口")),
    (Wish.PAUSE, desks.FREE, None),
    (Wish.PAUSE, desks.EMPTY, None),
    (Wish.PAUSE, desks.PAUSED, None),
    (Wish.PAUSE, desks.SERVING, Words("A012 还没办结，", "先按 F5 或 F7")),
    (Wish.PAUSE, desks.CLOSED, Words("窗口没开，", "先按 Shift+F8 开窗口")),
    (Wish.OPEN_OR_CLOSE, desks.CLOSED, None),
    (Wish.OPEN_OR_CLOSE, desks.FREE, None),
    (Wish.OPEN_OR_CLOSE, desks.PAUSED, None),
    (Wish.OPEN_OR_CLOSE, desks.CALLED, Words("A012 叫了还没来，", "先按 F4、F6 或 F7")),
    *((wish, desks.CALLED, None) for wish in (Wish.RECALL, Wish.START, Wish.MISS)),
    *((wish, desks.SERVING, Words("A012 已经在办，", "办完按 F5，转走按 F7")) for wish in (Wish.RECALL, Wish.START, Wish.MISS)),
    *((wish, desks.FREE, Words("现在没有在办的号，", "先按 F2 呼叫")) for wish in (Wish.RECALL, Wish.START, Wish.MISS)),
    (Wish.RECALL, desks.desk(ticket=desks.current(TicketState.CALLED, recalls_left=0)), Words("A012 不能再重呼，", "来了按 F4，不来按 F6")),
    (Wish.START, desks.desk(ticket=desks.current(TicketState.CALLED, recalls_left=0)), None),
    *((wish, desks.SERVING, None) for wish in SERVING_ONLY),
    *((wish, desks.CALLED, Words("A012 还没开始，", "人来了先按 F4")) for wish in SERVING_ONLY),
    *((wish, desks.PAUSED, Words("窗口暂停着，", "先按 F8 恢复")) for wish in SERVING_ONLY),
    *((wish, desks.CLOSED, Words("窗口没开，", "先按 Shift+F8 开窗口")) for wish in SERVING_ONLY),
    *((wish, desks.CALLED, None) for wish in WITH_A_NUMBER),
    *((wish, desks.SERVING, None) for wish in WITH_A_NUMBER),
    *((wish, desks.FREE, Words("现在没有在办的号，", "先按 F2 呼叫")) for wish in WITH_A_NUMBER),
    (Wish.UNDO, desks.FREE, Words("没有能撤销的，", "按错了要在 10 秒内按 Ctrl+Z")),
    (Wish.UNDO, desks.desk(undo=desks.undo_offer(Deed.FINISH)), None),
    (Wish.UNDO, desks.desk(state=CounterState.PAUSED, undo=desks.undo_offer(Deed.FINISH)), Words("窗口暂停着，", "先按 F8 恢复")),
]


@pytest.mark.parametrize(("wish", "desk", "words"), TABLE)
def test_the_table(wish: Wish, desk: CounterDesk, words: Words | None) -> None:
    assert why_not(wish, desk) == words


@pytest.mark.parametrize(
    ("wish", "standing", "free"),
    [
        (Wish.GO_HELP, HelpStanding.QUIET, False),
        (Wish.GO_HELP, HelpStanding.RINGING, True),
        (Wish.GO_HELP, HelpStanding.ON_THE_WAY, False),
        (Wish.CANNOT_HELP, HelpStanding.RINGING, True),
        (Wish.CANNOT_HELP, HelpStanding.THERE, False),
        (Wish.HELP_STEP, HelpStanding.QUIET, False),
        (Wish.HELP_STEP, HelpStanding.RINGING, False),
        (Wish.HELP_STEP, HelpStanding.ON_THE_WAY, True),
        (Wish.HELP_STEP, HelpStanding.THERE, True),
    ],
)
def test_help_calls_are_taken_while_serving_too(wish: Wish, standing: HelpStanding, free: bool) -> None:
    assert (why_not(wish, desks.SERVING, standing) is None) is free


def test_every_wish_is_answered_at_every_desk() -> None:
    for wish in Wish:
        for desk in (desks.CALLED, desks.SERVING, desks.FREE, desks.EMPTY, desks.PAUSED, desks.CLOSED):
            words = why_not(wish, desk)
            assert words is None or (words.lead and not words.rest.endswith("。"))


def test_a_counter_that_another_clerk_has_opened_is_opened_first() -> None:
    mine, other = desks.CLERK, StaffNumber("15")
    for desk in (desks.FREE, desks.CALLED, desks.SERVING):
        assert not_theirs(desk, mine) is None
        assert why_not(Wish.OPEN_OR_CLOSE, desk, clerk=other) is None
        for wish in (Wish.CALL_NEXT, Wish.START, Wish.FINISH, Wish.MISS, Wish.PAUSE, Wish.UNDO, Wish.TRANSFER):
            assert why_not(wish, desk, clerk=other) == Words("现在是 07 号在用这个窗口，", "要接回来按 Shift+F8")
    assert why_not(Wish.HISTORY, desks.SERVING, clerk=other) is None, "looking is nobody's"
    by_setting = replace(desks.FREE, staff=None)
    assert why_not(Wish.CALL_NEXT, by_setting, clerk=mine) == Words("窗口没开，", "先按 Shift+F8 开窗口")
