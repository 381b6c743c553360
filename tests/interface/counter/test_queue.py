"""等候, 搁置, 过号 as lists: what stands there, what is chosen, what Enter would overtake."""

from __future__ import annotations

from typing import cast

import pytest

from kiosk.application.queries.counter_desk import CounterDesk
from kiosk.domain.catalog import Edition
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import ParkReason, TicketClass, TicketId
from kiosk.interface.counter.queue import Pile, QueueState, QueueView, choices, chosen_of, derive_queue_view, moved, overtaken
from tests.support import desks
from tests.support.halls import MONDAY_TEN


class NoEdition:
    rows: dict[str, object] = {}


EDITION = cast("Edition", NoEdition())
DESK = desks.desk(
    waiting=(desks.row("A013", item="X-1", waited=16, ticket_class=TicketClass.MILITARY), desks.row("A014", waited=15), desks.row("B003", line=LineId("B"))),
    parked=(desks.parked("A004", ParkReason.SYSTEM),),
    missed=(desks.missed("A006"),),
)  # fmt: skip


def view(desk: CounterDesk = DESK, state: QueueState | None = None, room: int = 9) -> QueueView:
    return derive_queue_view(desk, state or QueueState(), EDITION, MONDAY_TEN, room)


def test_the_three_lists() -> None:
    seen = view()
    assert seen.waiting_title == "等候 3 人"
    assert [(row.number, row.title, row.mark, row.aside) for row in seen.waiting] == [
        ("A013", "X-1", "军", "16 分"), ("A014", "没选事项", "", "15 分"), ("B003", "没选事项", "", "5 分"),
    ]  # fmt: skip
    assert (seen.parked_title, seen.parked[0].title) == ("搁置 1", "业务系统没反应")
    assert (seen.missed_title, seen.missed_note) == ("过号 1", "10:12 前来，排两位后")


def test_nobody_waits() -> None:
    seen = view(desks.EMPTY)
    assert (seen.waiting_title, seen.empty, seen.waiting_note) == ("等候 0 人", "没有人等", "")


def test_before_the_hall_has_answered_nothing_is_claimed() -> None:
    assert derive_queue_view(None, QueueState(), EDITION, MONDAY_TEN, 9) == QueueView()


def test_arrows_go_through_all_three_lists_and_stop_at_the_ends() -> None:
    state = QueueState()
    way = []
    for _ in range(7):
        state = QueueState(chosen=moved(DESK, state, 1))
        way.append(state.chosen)
    assert way == [14, 3, 4, 6, 6, 6, 6]
    assert moved(DESK, state, -1000) == 13
    assert moved(desks.EMPTY, state, 1) is None


def test_the_first_is_chosen_where_the_chosen_one_is_gone() -> None:
    here = chosen_of(DESK, QueueState(chosen=TicketId(99)))
    assert here is not None
    assert here.row.number == "A013"


@pytest.mark.parametrize(("chosen", "others"), [(13, 0), (14, 1), (3, 2), (4, 0), (6, 0)])
def test_how_many_a_call_out_of_turn_overtakes(chosen: int, others: int) -> None:
    here = chosen_of(DESK, QueueState(chosen=TicketId(chosen)))
    assert here is not None
    assert overtaken(DESK, here) == others


def test_it_asks_once_before_it_overtakes() -> None:
    assert view(state=QueueState(chosen=TicketId(3), armed=TicketId(3))).asks == "B003 前面还有 2 个，再按一次 Enter 就叫它"
    assert view(state=QueueState(chosen=TicketId(14), armed=TicketId(3))).asks == ""


def test_one_line_alone_and_finding() -> None:
    assert [each.row.number for each in choices(DESK, QueueState(line=LineId("B")))] == ["B003"]
    assert [each.row.number for each in choices(DESK, QueueState(typed="a01"))] == ["A013", "A014"]
    found = choices(DESK, QueueState(typed="db", found=frozenset({"X-1"})))
    assert [(each.pile, each.row.number) for each in found] == [(Pile.WAITING, "A013")]
    assert view(state=QueueState(typed="zzz")).empty == "没有找到"


def test_more_than_there_is_room_for() -> None:
    many = desks.desk(waiting=tuple(desks.row(f"A{n:03}") for n in range(1, 21)))
    seen = view(many, room=9)
    assert len(seen.waiting) == 8
    assert seen.more == "共 20 人，↑ ↓ 往下看"
    last = view(many, QueueState(chosen=TicketId(20)), room=9)
    assert last.waiting[-1].number == "A020"
    assert last.waiting[-1].chosen
    assert len(view(desks.desk(waiting=many.waiting[:9]), room=9).waiting) == 9
