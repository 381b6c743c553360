"""Every deed in every state, what it changes, and that what may be undone is undone wholly."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId, TicketNumber, business_day
from kiosk.domain.queueing import SLOT, ParkReason, Ticket, TicketClass, TicketEventKind, TicketId, TicketState
from kiosk.domain.queueing.deeds import (
    MAX_RECALLS,
    REJOIN_WITHIN,
    RULES,
    UNDO_SECONDS,
    Deed,
    DeedDone,
    called,
    cancelled,
    closed,
    finished,
    missed,
    parked,
    recalled,
    rejoined,
    released,
    started,
    superseded,
    taken_back,
    transferred,
    undone,
    with_another_item,
    with_item,
)
from kiosk.domain.refusals import DeedOutOfTurn, RecallsUsedUp, RejoinTooLate
from kiosk.domain.staff import StaffNumber
from tests.support.halls import MONDAY_TEN

A, B = LineId("A"), LineId("B")
HERE, THERE = CounterId(3), CounterId(2)
SEVEN, TWELVE = StaffNumber("07"), StaffNumber("12")
LATER = MONDAY_TEN + timedelta(minutes=5)
W, C, S, F, M, P = (
    TicketState.WAITING,
    TicketState.CALLED,
    TicketState.SERVING,
    TicketState.FINISHED,
    TicketState.MISSED,
    TicketState.PARKED,
)


def ticket(state: TicketState = W, *, counter: CounterId | None = HERE, **more: object) -> Ticket:
    bare = Ticket(
        id=TicketId(12), day=business_day(MONDAY_TEN), number=TicketNumber(A, 12), item="WHL-001", ticket_class=TicketClass.NORMAL,
        issued_at=MONDAY_TEN, state=state, ahead=0, wait_low=None, wait_high=None, counter=None if state is W else counter,
        called_at=None if state is W else MONDAY_TEN, since=None if state is W else MONDAY_TEN,
    )  # fmt: skip
    return replace(bare, **more)  # type: ignore[arg-type]


DO: dict[Deed, Callable[[Ticket], Ticket]] = {
    Deed.CALL_NEXT: lambda t: called(t, Deed.CALL_NEXT, counter=HERE, at=LATER),
    Deed.CALL_THIS: lambda t: called(t, Deed.CALL_THIS, counter=HERE, at=LATER),
    Deed.RECALL: lambda t: recalled(t, counter=HERE, at=LATER),
    Deed.START: lambda t: started(t, counter=HERE, at=LATER, clerk=SEVEN),
    Deed.FINISH: lambda t: finished(t, counter=HERE, at=LATER),
    Deed.MISS: lambda t: missed(t, counter=HERE, at=LATER),
    Deed.REJOIN: lambda t: rejoined(t, at=LATER, place=7 * SLOT + 1),
    Deed.PARK: lambda t: parked(t, counter=HERE, at=LATER, reason=ParkReason.COPIES),
    Deed.TAKE_BACK: lambda t: taken_back(t, counter=HERE, at=LATER),
    Deed.TRANSFER: lambda t: transferred(t, counter=HERE, at=LATER, to_line=B, to_counter=THERE),
    Deed.CORRECT_ITEM: lambda t: with_item(t, counter=HERE, at=LATER, item="WHL-002"),
    Deed.ADD_ITEM: lambda t: with_another_item(t, counter=HERE, at=LATER, item="WHL-002"),
    Deed.CANCEL: lambda t: cancelled(t, at=LATER),
    Deed.SUPERSEDE: lambda t: superseded(t, counter=HERE, at=LATER),
    Deed.RELEASE: lambda t: released(t, at=LATER),
    Deed.CLOSE: lambda t: closed(t, Deed.CLOSE, at=LATER),
    Deed.VOID: lambda t: closed(t, Deed.VOID, at=LATER),
}

# Written out, not computed from RULES: what a hall expects, deed by deed.
LEADS: dict[Deed, dict[TicketState, TicketState]] = {
    Deed.CALL_NEXT: {W: C},
    Deed.CALL_THIS: {W: C},
    Deed.RECALL: {C: C},
    Deed.START: {C: S},
    Deed.FINISH: {S: F},
    Deed.MISS: {C: M},
    Deed.REJOIN: {M: W},
    Deed.PARK: {S: P},
    Deed.TAKE_BACK: {P: S},
    Deed.TRANSFER: {C: W, S: W},
    Deed.CORRECT_ITEM: {C: C, S: S},
    Deed.ADD_ITEM: {C: C, S: S},
    Deed.CANCEL: {W: TicketState.CANCELLED},
    Deed.SUPERSEDE: {C: F, S: F},
    Deed.RELEASE: {W: W},
    Deed.CLOSE: dict.fromkeys((W, C, S, M, P), TicketState.CLOSED),
    Deed.VOID: dict.fromkeys((W, M, P), TicketState.CLOSED),
}


@pytest.mark.parametrize(("deed", "state"), list(product(Deed, TicketState)), ids=str)
def test_every_deed_in_every_state(deed: Deed, state: TicketState) -> None:
    before = ticket(state)
    if state in LEADS[deed]:
        after = DO[deed](before)
        assert (after.state, after.version) == (LEADS[deed][state], before.version + 1)
        assert after.since == (before.since if after.state is before.state else LATER)
        assert (after.id, after.number, after.issued_at, after.ticket_class) == (
            before.id,
            before.number,
            before.issued_at,
            before.ticket_class,
        )
    else:
        with pytest.raises(DeedOutOfTurn) as refused:
            DO[deed](before)
        assert refused.value.facts() == {"deed": deed.value, "number": "A012", "state": state.value, "counter": before.counter}


@pytest.mark.parametrize("deed", [deed for deed in Deed if RULES[deed].here], ids=str)
def test_what_is_at_another_counter_is_not_touched(deed: Deed) -> None:
    for state in LEADS[deed]:
        with pytest.raises(DeedOutOfTurn) as refused:
            DO[deed](ticket(state, counter=THERE))
        assert refused.value.counter == THERE


def test_nothing_leads_out_of_an_end() -> None:
    ends = {TicketState.FINISHED, TicketState.CANCELLED, TicketState.CLOSED}
    assert all(rule.takes.isdisjoint(ends) for rule in RULES.values())
    assert {rule.event for rule in RULES.values()} | {
        TicketEventKind.ISSUED, TicketEventKind.UNDONE, TicketEventKind.FIRST_ASKED, TicketEventKind.REPRINTED, TicketEventKind.DOUBTED,
        TicketEventKind.PAPER,
    } == set(TicketEventKind)  # fmt: skip


@given(st.sampled_from([deed for deed in Deed if RULES[deed].undoable]), st.data())
def test_what_is_undone_is_as_it_was(deed: Deed, data: st.DataObject) -> None:
    before = ticket(
        data.draw(st.sampled_from(sorted(LEADS[deed]))),
        recalls=data.draw(st.integers(0, MAX_RECALLS - 1)),
        moved_to=data.draw(st.sampled_from([None, B])),
        place=data.draw(st.sampled_from([None, 5 * SLOT + 2])),
        more_items=data.draw(st.sampled_from([(), ("WHL-003",)])),
        first_asked=data.draw(st.sampled_from([None, TWELVE])),
        version=data.draw(st.integers(0, 9)),
    )
    after = DO[deed](before)
    done = DeedDone(event=1, deed=deed, at=LATER, before=before)
    assert done.may_be_undone(after)
    assert undone(after, done) == replace(before, version=before.version + 2)
    assert not done.may_be_undone(undone(after, done))
    assert (done.undo_until - LATER).total_seconds() == UNDO_SECONDS


def test_a_second_call_a_cancel_and_an_end_stay() -> None:
    final = {Deed.RECALL, Deed.CANCEL, Deed.SUPERSEDE, Deed.RELEASE, Deed.CLOSE, Deed.VOID}
    assert {deed for deed in Deed if not RULES[deed].undoable} == final
    done = DeedDone(event=1, deed=Deed.RECALL, at=LATER, before=ticket(C))
    assert not done.may_be_undone(DO[Deed.RECALL](ticket(C)))


def test_a_call_can_be_repeated_so_often_and_a_new_call_begins_anew() -> None:
    there = called(ticket(), Deed.CALL_NEXT, counter=HERE, at=LATER)
    assert (there.counter, there.called_at, there.recalls) == (HERE, LATER, 0)
    for turn in range(MAX_RECALLS):
        there = recalled(there, counter=HERE, at=LATER)
        assert there.recalls == turn + 1
    with pytest.raises(RecallsUsedUp) as refused:
        recalled(there, counter=HERE, at=LATER)
    assert refused.value.facts() == {"number": "A012", "recalls": MAX_RECALLS}
    back = rejoined(missed(there, counter=HERE, at=LATER), at=LATER, place=None)
    assert called(back, Deed.CALL_NEXT, counter=THERE, at=LATER).recalls == 0


def test_who_was_missed_comes_back_in_time_or_not_at_all() -> None:
    gone = ticket(M)
    in_time = rejoined(gone, at=MONDAY_TEN + REJOIN_WITHIN, place=5)
    assert (in_time.counter, in_time.place, in_time.turn) == (None, 5, 5)
    assert rejoined(gone, at=MONDAY_TEN - timedelta(hours=1), place=None).turn == gone.turn
    with pytest.raises(RejoinTooLate) as refused:
        rejoined(gone, at=MONDAY_TEN + REJOIN_WITHIN + timedelta(seconds=1), place=5)
    assert refused.value.facts() == {"number": "A012", "minutes": 30}


def test_who_begins_first_is_the_first_asked_wherever_it_goes() -> None:
    there = started(ticket(C), counter=HERE, at=LATER, clerk=SEVEN)
    assert there.first_asked == SEVEN
    sent = transferred(there, counter=HERE, at=LATER, to_line=B, to_counter=None)
    again = started(called(sent, Deed.CALL_NEXT, counter=THERE, at=LATER), counter=THERE, at=LATER, clerk=TWELVE)
    assert again.first_asked == SEVEN
    assert started(ticket(C), counter=HERE, at=LATER, clerk=None).first_asked is None


@pytest.mark.parametrize(
    ("to_line", "to_counter", "waits_on", "kept"),
    [(B, None, B, None), (None, THERE, A, THERE), (B, THERE, B, THERE), (A, None, A, None)],
)
def test_a_transferred_number_keeps_its_turn(
    to_line: LineId | None, to_counter: CounterId | None, waits_on: LineId, kept: CounterId | None
) -> None:
    before = ticket(S)
    after = transferred(before, counter=HERE, at=LATER, to_line=to_line, to_counter=to_counter)
    assert (after.waits_on, after.for_counter, after.counter, after.turn, after.line) == (waits_on, kept, None, before.turn, A)
    assert released(replace(after, for_counter=THERE), at=LATER).for_counter is None


def test_parked_and_taken_back_at_another_counter() -> None:
    aside = parked(ticket(S), counter=HERE, at=LATER, reason=ParkReason.PAPERS)
    assert (aside.parked_for, aside.counter) == (ParkReason.PAPERS, HERE)
    back = taken_back(aside, counter=THERE, at=LATER)
    assert (back.parked_for, back.counter, back.state) == (None, THERE, S)


def test_the_items_of_a_number() -> None:
    there = ticket(S)
    two = with_another_item(there, counter=HERE, at=LATER, item="WHL-002")
    assert two.items == ("WHL-001", "WHL-002")
    assert with_another_item(two, counter=HERE, at=LATER, item="WHL-002").items == two.items
    assert with_another_item(two, counter=HERE, at=LATER, item="WHL-001").items == two.items
    assert with_item(two, counter=HERE, at=LATER, item="WHL-002").items == ("WHL-002",)
    assert with_item(two, counter=HERE, at=LATER, item="WHL-003").items == ("WHL-003", "WHL-002")
    nothing_told = ticket(S, item=None)
    assert nothing_told.items == ()
    assert with_another_item(nothing_told, counter=HERE, at=LATER, item="WHL-002").items == ("WHL-002",)
