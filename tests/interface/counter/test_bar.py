"""What the bar says in every state of a counter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from kiosk.application.queries.assistance import HelpCallSeen, HelpNow, RingingCall
from kiosk.application.queries.counter_desk import CounterDesk
from kiosk.domain.assistance import HelpCallId, HelpCallState, HelpReason
from kiosk.domain.catalog import Edition
from kiosk.domain.hall import CounterId
from kiosk.domain.queueing import TicketClass, TicketState
from kiosk.domain.queueing.deeds import RULES, Deed
from kiosk.interface.counter.bar import BarView, Block, derive_bar_view
from kiosk.interface.counter.help_desk import HelpState, help_state
from kiosk.interface.counter.prompt import park_prompt, transfer_prompt
from kiosk.interface.counter.wishes import HelpStanding, Words
from tests.support import desks
from tests.support.halls import MONDAY_TEN, hall


class NoEdition:
    """An edition without any entry: items are told by their codes."""

    rows: dict[str, object] = {}


EDITION = cast("Edition", NoEdition())


def bar(desk: CounterDesk | None, **more: object) -> BarView:
    return derive_bar_view(desk=desk, edition=EDITION, **{"moment": MONDAY_TEN, **more})  # type: ignore[arg-type]


def lit(view: BarView) -> tuple[str, list[str]]:
    """(the next step, everything else that is to be had)."""
    main = [row.label for row in view.keys if row.main]
    assert len(main) <= 1, "one next step"
    return main[0] if main else "", [row.label for row in view.keys if row.ready and not row.main]


@pytest.mark.parametrize(
    ("desk", "main", "others"),
    [
        (desks.FREE, "呼叫下一位", ["暂停"]),
        (desks.EMPTY, "", ["暂停"]),
        (desks.CALLED, "开始", ["重呼", "过号", "转"]),
        (desks.desk(ticket=desks.current(TicketState.CALLED, recalls_left=0)), "开始", ["过号", "转"]),
        (desks.SERVING, "办结", ["转"]),
        (desks.PAUSED, "恢复", []),
        (desks.CLOSED, "", []),
    ],
)
def test_which_keys_are_lit(desk: CounterDesk, main: str, others: list[str]) -> None:
    assert lit(bar(desk)) == (main, others)


def test_keys_never_change_order_or_name_but_for_the_pause() -> None:
    labels = ["呼叫下一位", "重呼", "开始", "办结", "过号", "转", "暂停"]
    for desk in (desks.FREE, desks.EMPTY, desks.CALLED, desks.SERVING, desks.CLOSED):
        assert [row.label for row in bar(desk).keys] == labels
    assert [row.label for row in bar(desks.PAUSED).keys] == [*labels[:-1], "恢复"]
    assert [row.label for row in bar(None).keys] == labels


BLOCKS = [
    (desks.FREE, Block(title="没有在办的号", before="下一个", strong="A013", after="没选事项 · 等了 5 分")),
    (
        desks.desk(waiting=(desks.row("A013", ticket_class=TicketClass.MILITARY),)),
        Block(title="没有在办的号", before="下一个", strong="A013", after="没选事项 · 军人优先"),
    ),
    (desks.EMPTY, Block(title="没有在办的号", before="没有人等，新号来了会响一声")),
    (
        desks.desk(ticket=desks.current(TicketState.CALLED, since=timedelta(seconds=38), recalls_left=2)),
        Block(number="A012", title="没选事项", before="叫了 2 次 · 0:38 · 还能重呼 2 次"),
    ),
    (
        desks.desk(ticket=desks.current(TicketState.SERVING, since=timedelta(minutes=3, seconds=20))),
        Block(number="A012", title="没选事项", before="等了 15 分 · 办了 3:20"),
    ),
    (
        desks.desk(ticket=desks.current(TicketState.SERVING, items=("X-1", "X-2"), since=timedelta(hours=1, minutes=2, seconds=3))),
        Block(number="A012", title="X-1 等 2 件", before="等了 15 分 · 办了 1:02:03"),
    ),
    (desks.PAUSED, Block(title="窗口暂停 10:00", before="大屏写着“暂停”，不会叫到这里", glyph="pause")),
    (desks.CLOSED, Block(title="窗口没开", before="大屏不会叫到这里", glyph="pause")),
]


@pytest.mark.parametrize(("desk", "block"), BLOCKS)
def test_the_left_block(desk: CounterDesk, block: Block) -> None:
    assert bar(desk).block == block


def test_missing_papers_stand_in_bold() -> None:
    block = bar(desks.desk(ticket=desks.current(TicketState.SERVING, since=timedelta(seconds=65))), missing=2).block
    assert (block.before, block.strong, block.after) == ("等了 15 分 ·", "缺 2 样", "· 办了 1:05")


def test_undo_is_offered_with_its_seconds_and_takes_half_the_room() -> None:
    free = bar(replace(desks.FREE, undo=desks.undo_offer(Deed.FINISH)))
    assert (free.offer.label, free.offer.cap, free.block.title) == ("撤销 8 秒", "Ctrl+Z", "A012 已办结")
    serving = bar(desks.desk(ticket=desks.current(TicketState.SERVING), undo=desks.undo_offer(Deed.START)), missing=1)
    assert (serving.block.before, serving.block.strong, serving.block.after) == ("", "缺 1 样", "· 办了 0:00")
    over = bar(replace(desks.FREE, undo=desks.undo_offer(Deed.FINISH, seconds=0)))
    assert over.offer.label == ""


@pytest.mark.parametrize("deed", [deed for deed, rule in RULES.items() if rule.undoable])
def test_every_deed_that_may_be_undone_has_its_words(deed: Deed) -> None:
    assert bar(replace(desks.FREE, undo=desks.undo_offer(deed))).block.title != "A012 已记下"


def test_nothing_is_undone_at_a_paused_or_closed_counter_nor_under_a_message() -> None:
    for desk in (desks.PAUSED, desks.CLOSED):
        assert bar(replace(desk, undo=desks.undo_offer(Deed.FINISH))).offer.cap != "Ctrl+Z"
    assert bar(replace(desks.FREE, undo=desks.undo_offer(Deed.FINISH)), message=Words("看这里")).offer.label == ""


def test_a_closed_counter_offers_to_open() -> None:
    assert bar(desks.CLOSED).offer.label == "开窗口"
    assert bar(desks.CLOSED, away=True).offer.label == ""


def test_away_says_so_with_the_time_and_leaves_the_end_of_a_service() -> None:
    view = bar(desks.SERVING, away=True)
    assert view.message == Words("连不上大厅", "，办结先记在本机")
    assert view.away
    assert lit(view) == ("办结", [])
    assert view.waiting_unit == "人等\n10:00 时"
    assert bar(desks.SERVING, away=True, finishing="A012").message == Words("连不上大厅", "，A012 的办结先记在本机")


def test_nothing_known_is_no_zero() -> None:
    view = bar(None, away=True)
    assert (view.waiting, view.block.title) == ("", "连不上大厅")
    assert bar(None).block.title == "正在问大厅"


def test_a_locked_bar_has_no_lit_key() -> None:
    assert lit(bar(desks.SERVING, locked=True)) == ("", [])


def test_prompts() -> None:
    asked = transfer_prompt("A012", 1, hall())
    assert [choice.key for choice in asked.choices] == ["2", "3", "A", "B", "H"], "not to itself"
    assert asked.choose("9") == asked
    assert asked.choose("2").target(hall()) == (None, 2)
    assert asked.choose("B").target(hall()) == ("B", None)
    assert bar(desks.SERVING, prompt=asked.choose("B")).asks == "A012 转到 B B，按 Enter"
    parking = park_prompt("A012")
    assert [chip.label for chip in bar(desks.SERVING, prompt=parking).chips] == ["1 拿材料", "2 复印", "3 系统", "4 等答复", "5 别的"]
    assert parking.reason is None
    assert parking.choose("3").reason == "system"


RINGING = RingingCall(HelpCallId(1), 2, "进门左手第二台", HelpReason.WHAT, MONDAY_TEN, 0, 60)


def test_a_ringing_call_stands_in_the_bar() -> None:
    helping = HelpState(call=RINGING)
    view = bar(desks.SERVING, helping=helping, moment=MONDAY_TEN + timedelta(seconds=23)).help
    assert (view.title, view.text, view.label, view.cap, view.late) == ("2 号机", "响 23 秒", "我去", "F9", False)
    late = bar(desks.SERVING, helping=helping, moment=MONDAY_TEN + timedelta(seconds=60)).help
    assert (late.text, late.late) == ("已叫值班长", True)


def test_where_the_call_stands_large_the_bar_has_no_step() -> None:
    view = bar(desks.FREE, helping=HelpState(call=RINGING), elsewhere=True)
    assert (view.help.title, view.help.label) == ("帮办来电", "")
    assert lit(view) == ("", ["呼叫下一位", "暂停"])


def seen(state: HelpCallState, counter: int | None) -> HelpCallSeen:
    place = CounterId(counter) if counter is not None else None
    return HelpCallSeen(HelpCallId(1), 2, "", HelpReason.WHAT, state, MONDAY_TEN, 5, place, "staff:07", MONDAY_TEN, None)


@pytest.mark.parametrize(
    ("now", "standing", "gone"),
    [
        (HelpNow((RINGING,), (seen(HelpCallState.RINGING, None),)), HelpStanding.RINGING, ""),
        (HelpNow((), (seen(HelpCallState.TAKEN, 3),)), HelpStanding.ON_THE_WAY, ""),
        (HelpNow((), (seen(HelpCallState.TAKEN, 2),)), HelpStanding.QUIET, "2 号窗口去了"),
        (HelpNow((), (seen(HelpCallState.CANCELLED, None),)), HelpStanding.QUIET, "居民说不用了"),
        (HelpNow((), (seen(HelpCallState.LAPSED, None),)), HelpStanding.QUIET, ""),
    ],
)
def test_what_a_call_is_to_this_counter(now: HelpNow, standing: HelpStanding, gone: str) -> None:
    state = help_state(now, counter=CounterId(3), declined=frozenset(), there=frozenset(), before=HelpState(call=RINGING))
    assert (state.standing, state.gone) == (standing, gone)


def test_whoever_cannot_go_hears_it_no_more() -> None:
    now = HelpNow((RINGING,), (seen(HelpCallState.RINGING, None),))
    state = help_state(now, counter=CounterId(3), declined=frozenset({HelpCallId(1)}), there=frozenset(), before=HelpState())
    assert state.standing is HelpStanding.QUIET
