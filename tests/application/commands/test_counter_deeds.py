"""What clerks do at counters, deed by deed, on a real database: what comes of it, what is refused and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.application.commands import calling, counters, serving
from kiosk.application.commands.clerk import ToolClerk
from kiosk.application.commands.staff_accounts import withdraw_member
from kiosk.application.queries.counter_desk import CounterNow, counter_states
from kiosk.application.queries.queueing import queue_now
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import AT_A_COUNTER, ParkReason, TicketEventKind, TicketState
from kiosk.domain.queueing.counters import CounterState
from kiosk.domain.queueing.deeds import MAX_RECALLS, UNDO_SECONDS, Deed
from kiosk.domain.refusals import UnknownCounter, UnknownItem, UnknownLine
from kiosk.domain.staff import StaffNumber
from kiosk.roles.parts import Parts
from tests.support.counter_hall import CounterHall
from tests.support.halls import MONDAY_TEN, hall
from tests.support.staff import StaffDesk


@pytest.fixture
def here(parts: Parts) -> CounterHall:
    """Counters 1 (A B H), 2 and 3 (A B), a rehearsal: no one has signed in."""
    return CounterHall(parts)


@pytest.fixture
def live(parts: Parts) -> CounterHall:
    """A hall that serves people: counters are opened by clerks."""
    return CounterHall(parts, hall=hall(live=True, minutes=1))


# -- calling ---------------------------------------------------------------------------------------------------------------------


def test_a_whole_service(here: CounterHall) -> None:
    number = here.take(item="WHL-001")
    assert here.next(2) == number
    here.later(minutes=1)
    assert here.start(2).state is TicketState.SERVING
    here.later(minutes=6)
    ended = here.finish(2)
    assert (ended.state, ended.counter, ended.called_at, ended.since) == (
        TicketState.FINISHED, 2, MONDAY_TEN, MONDAY_TEN + timedelta(minutes=7)
    )  # fmt: skip
    assert here.events(number) == ["issued", "called", "started", "finished"]
    assert [act for _, act, _ in StaffDesk(here.parts).acts()] == ["ticket call-next", "ticket start", "ticket finish"]


def test_one_ticket_at_a_time(here: CounterHall) -> None:
    first, second = here.take(), here.take()
    here.next(1)
    occupied = ("CounterOccupied", {"counter": 1, "number": first, "state": "called"})
    assert here.refused(lambda: here.next(1)) == occupied
    assert here.refused(lambda: here.call(1, second)) == occupied
    here.start(1)
    assert here.refused(lambda: here.next(1))[1]["state"] == "serving"
    here.park(1)
    assert here.next(1) == second
    assert here.refused(lambda: here.take_back(1, first))[0] == "CounterOccupied"


def test_the_oldest_over_all_lines_of_the_counter(here: CounterHall) -> None:
    numbers = [here.take(line) for line in "BHABA"]
    assert here.waiting(1) == numbers
    assert here.waiting(2) == ["B001", "A001", "B002", "A002"]
    assert [here.serve(2) for _ in range(4)] == ["B001", "A001", "B002", "A002"]
    assert here.refused(lambda: here.next(2)) == ("NobodyWaiting", {"counter": 2})
    assert here.serve(1) == "H001"


def test_a_line_with_a_weight_counts_as_older(here: CounterHall) -> None:
    lines = tuple(replace(line, weight=2 if line.id == "B" else 0) for line in here.hall.lines)
    here.hall = replace(here.hall, lines=lines)
    numbers = [here.take(line) for line in "AAAAB"]
    assert numbers[-1] == "B001"
    assert here.ticket("B001").ahead == 3
    assert here.waiting(1) == ["A001", "A002", "A003", "B001", "A004"] == [here.serve(1) for _ in range(5)]


def test_two_priority_calls_at_most_while_a_normal_ticket_waits(here: CounterHall) -> None:
    for kind in "mnmamnm":
        here.take(kind=kind)
    assert here.waiting(1) == ["A001", "A003", "A002", "A004", "A005", "A006", "A007"] == [here.serve(1) for _ in range(7)]


def test_a_counter_of_other_lines_does_not_shorten_the_run_that_somebody_suffers(parts: Parts) -> None:
    """Counter 2 calls normal tickets of B all the time; the normal ticket of A is overtaken twice and not more."""
    here = CounterHall(parts, hall=hall(minutes=1, counters=((1, "A"), (2, "B"))))
    normal = here.take("A")
    for _ in range(5):
        here.take("A", "m")
        here.take("B")
    called = []
    for _ in range(4):
        called.append(here.serve(1))
        here.serve(2)
    assert called.index(normal) == 2


def test_calling_a_certain_number_changes_no_run(here: CounterHall) -> None:
    for kind in "nnmmm":
        here.take(kind=kind)
    here.serve(1)
    here.serve(1)
    assert here.call(2, "A002") == "A002"
    here.start(2)
    here.finish(2)
    assert [here.serve(1) for _ in range(2)] == ["A001", "A005"]


def test_a_certain_number_must_wait_for_this_counter(here: CounterHall) -> None:
    here.take("H")
    assert here.refused(lambda: here.call(2, "H001")) == (
        "NotForThisCounter",
        {"counter": 2, "number": "H001", "line": "H", "for_counter": None},
    )
    here.call(1, "H001")
    here.take()
    here.call(2, "A001")
    assert here.refused(lambda: here.call(3, "A001")) == ("AlreadyCalled", {"number": "A001", "counter": 2})


def test_calling_again_has_an_end(here: CounterHall) -> None:
    here.take()
    here.next(1)
    assert [here.recall(1).recalls for _ in range(MAX_RECALLS)] == [1, 2, 3]
    assert here.desk(1).current is not None
    assert here.refused(lambda: here.recall(1)) == ("RecallsUsedUp", {"number": "A001", "recalls": 3})
    here.start(1)
    assert here.refused(lambda: here.recall(1))[0] == "DeedOutOfTurn"


def test_who_was_missed_comes_back_two_places_later(here: CounterHall) -> None:
    for _ in range(6):
        here.take()
    for _ in range(2):
        here.next(1)
        here.miss(1)
    assert [row.number for row in here.desk(1).missed] == ["A001", "A002"]
    here.later(minutes=10)
    back = here.rejoin(1, "A002")
    assert (back.state, back.counter) == (TicketState.WAITING, None)
    here.rejoin(2, "A001")
    assert here.waiting(1) == ["A003", "A004", "A002", "A001", "A005", "A006"]
    assert here.desk(1).missed == ()
    assert here.events("A001") == ["issued", "called", "missed", "rejoined"]


def test_who_comes_back_late_takes_a_new_number(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.miss(1)
    assert here.desk(1).missed[0].until == MONDAY_TEN + timedelta(minutes=30)
    here.later(minutes=31)
    assert here.refused(lambda: here.rejoin(1, "A001")) == ("RejoinTooLate", {"number": "A001", "minutes": 30})


def test_who_comes_back_to_an_empty_hall_is_next(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.miss(1)
    here.rejoin(1, "A001")
    here.take()
    assert here.waiting(1) == ["A001", "A002"]


# -- serving ---------------------------------------------------------------------------------------------------------------------


def test_parked_with_a_reason_and_taken_back_elsewhere(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.start(1)
    here.park(1, ParkReason.COPIES)
    (row,) = here.desk(2).parked
    assert (row.number, row.reason, row.counter) == ("A001", ParkReason.COPIES, 1)
    back = here.take_back(2, "A001")
    assert (back.state, back.counter, back.parked_for) == (TicketState.SERVING, 2, None)
    assert here.refused(lambda: here.take_back(3, "A001"))[0] == "DeedOutOfTurn"
    here.finish(2)
    assert here.events("A001") == ["issued", "called", "started", "parked", "taken_back", "finished"]


def test_a_transferred_number_keeps_its_wait(here: CounterHall) -> None:
    for line in "ABB":
        here.take(line)
    here.next(2)
    here.transfer(2, line="B")
    moved = here.ticket("A001")
    assert (moved.state, moved.waits_on, moved.counter) == (TicketState.WAITING, "B", None)
    assert here.waiting(3) == ["A001", "B001", "B002"]
    assert dict(here.desk(2).waiting_per_line) == {"A": 0, "B": 3}
    now = queue_now(snapshot=here.parts.snapshot(), clock=here.clock, hall=here.hall)
    assert [(line.line, line.waiting) for line in now.lines] == [("A", 0), ("B", 3), ("H", 0)]


def test_a_number_kept_for_one_counter_is_called_there_alone(here: CounterHall) -> None:
    here.take("H")
    here.take()
    here.next(1)
    here.start(1)
    here.transfer(1, to=3)
    assert here.waiting(1) == ["A001"]
    assert here.waiting(3) == ["H001", "A001"]
    assert [row.kept for row in here.desk(3).waiting] == [True, False]
    assert here.refused(lambda: here.call(1, "H001"))[1]["for_counter"] == 3
    assert here.next(3) == "H001"


def test_a_counter_that_closes_gives_back_what_was_kept_for_it(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.transfer(1, to=3)
    assert here.waiting(2) == []
    here.close(3)
    assert here.waiting(2) == ["A001"]
    assert here.events("A001") == ["issued", "called", "transferred", "transferred"]


def test_who_was_missed_at_a_counter_that_has_closed_is_called_by_the_others(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.transfer(1, to=3)
    here.next(3)
    here.miss(3)
    here.close(3)
    assert here.rejoin(1, "A001").for_counter is None
    assert here.waiting(2) == ["A001"]


def test_who_was_missed_at_the_counter_that_keeps_it_is_called_there(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.transfer(1, to=3)
    here.next(3)
    here.miss(3)
    here.pause(3)
    assert here.rejoin(1, "A001").for_counter == 3
    assert here.waiting(2) == []


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (lambda here: here.transfer(1, line="Z"), UnknownLine),
        (lambda here: here.transfer(1, to=9), UnknownCounter),
        (lambda here: here.correct(1, "WHL-999"), UnknownItem),
        (lambda here: here.add(1, "WHL-999"), UnknownItem),
        (lambda here: here.next(9), UnknownCounter),
    ],
)
def test_what_does_not_exist(here: CounterHall, act: Callable[[CounterHall], object], kind: type) -> None:
    here.take()
    here.next(1)
    assert here.refused(lambda: act(here))[0] == kind.__name__


def test_nothing_is_sent_to_a_closed_counter_nor_nowhere(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.close(3)
    assert here.refused(lambda: here.transfer(1, to=3)) == ("CounterNotOpen", {"counter": 3, "state": "closed"})
    with pytest.raises(ValueError, match="neither"):
        here.transfer(1)


def test_the_item_is_put_right_and_another_one_added(here: CounterHall) -> None:
    here.take(item="WHL-001")
    here.next(1)
    here.correct(1, "WHL-002")
    here.start(1)
    assert here.add(1, "WHL-003").items == ("WHL-002", "WHL-003")
    current = here.desk(1).current
    assert current is not None
    assert (current.item, current.items) == ("WHL-002", ("WHL-002", "WHL-003"))
    here.undo(1)
    assert here.ticket("A001").items == ("WHL-002",)


def test_without_a_ticket_there_is_nothing_to_do(here: CounterHall) -> None:
    acts: list[Callable[[], object]] = [
        lambda: here.recall(1), lambda: here.start(1), lambda: here.finish(1), lambda: here.miss(1), lambda: here.park(1),
        lambda: here.transfer(1, line="B"), lambda: here.correct(1, "WHL-001"), lambda: here.add(1, "WHL-001"),
    ]  # fmt: skip
    for act in acts:
        assert here.refused(act) == ("NothingAtCounter", {"counter": 1})


def test_the_first_asked_stays_through_every_hand(live: CounterHall) -> None:
    live.open(1, "07")
    live.open(2, "12")
    live.take()
    live.next(1)
    live.start(1)
    live.transfer(1, to=2)
    live.next(2)
    live.start(2)
    current = live.desk(2).current
    assert current is not None
    assert current.first_asked == "07"
    assert live.events("A001").count("first_asked") == 1


def test_a_beginning_that_is_taken_back_was_no_asking(live: CounterHall) -> None:
    live.open(1, "07")
    live.open(2, "12")
    live.take()
    live.next(1)
    live.start(1)
    live.undo(1)
    live.transfer(1, to=2)
    live.next(2)
    assert live.start(2).first_asked == "12"
    with live.parts.snapshot() as snapshot:
        asked = [moment for moment in snapshot.ticket_history.of(live.ticket("A001").id) if moment.kind is TicketEventKind.FIRST_ASKED]
    assert [(moment.staff, moment.undone) for moment in asked] == [("07", True), ("12", False)]


# -- undoing ---------------------------------------------------------------------------------------------------------------------


def test_a_mistaken_press_is_taken_back_within_ten_seconds(here: CounterHall) -> None:
    here.take()
    before = here.ticket("A001")
    here.next(1)
    offer = here.desk(1).undo
    assert offer is not None
    assert (offer.deed, offer.number, offer.until) == (Deed.CALL_NEXT, "A001", MONDAY_TEN + timedelta(seconds=UNDO_SECONDS))
    here.later(seconds=UNDO_SECONDS)
    assert replace(here.undo(1), version=0) == before
    assert here.events("A001") == ["issued", "called", "undone"]
    assert here.desk(1).undo is None
    assert here.refused(lambda: here.undo(1)) == ("NothingToUndo", {"counter": 1, "reason": "nothing"})
    assert StaffDesk(here.parts).acts()[-1][1] == "ticket undo"


def test_later_it_is_too_late(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.later(seconds=UNDO_SECONDS + 1)
    assert here.desk(1).undo is None
    assert here.refused(lambda: here.undo(1)) == ("NothingToUndo", {"counter": 1, "reason": "too_late"})


def test_finishing_and_calling_the_next_are_taken_back_one_after_the_other(here: CounterHall) -> None:
    here.take()
    here.take()
    here.next(1)
    here.start(1)
    here.later(minutes=3)
    here.finish(1)
    here.next(1)
    assert str(here.undo(1).number) == "A002"
    assert here.ticket("A002").state is TicketState.WAITING
    assert here.undo(1).state is TicketState.SERVING
    assert here.refused(lambda: here.undo(1))[1]["reason"] == "too_late"


@pytest.mark.parametrize("kinds", ["mmmn", "nmmm", "mnmm", "mmnm"])
def test_a_call_that_is_taken_back_does_not_count_for_the_run(here: CounterHall, kinds: str) -> None:
    for kind in kinds:
        here.take(kind=kind)
    order = here.waiting(1)
    for number in order:
        assert here.next(1) == number
        here.undo(1)
        assert here.waiting(1)[0] == number
        assert here.serve(1) == number


def test_a_call_at_another_counter_meanwhile_still_counts(here: CounterHall) -> None:
    for kind in "nnmmm":
        here.take(kind=kind)
    assert here.next(1) == "A003"
    assert here.next(2) == "A004"
    here.undo(1)
    assert here.waiting(1) == ["A003", "A001", "A005", "A002"]


def test_what_others_have_done_since_is_not_taken_back(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.transfer(1, line="A")
    here.next(2)
    assert here.desk(1).undo is None
    assert here.refused(lambda: here.undo(1)) == ("NothingToUndo", {"counter": 1, "reason": "moved_on"})
    here.recall(2)
    assert here.refused(lambda: here.undo(2)) == ("NothingToUndo", {"counter": 2, "reason": "final"})


def test_every_undoable_deed_is_taken_back_whole(here: CounterHall) -> None:
    here.take(item="WHL-001")
    here.take()
    here.take()
    deeds: list[Callable[[], object]] = [
        lambda: here.next(1), lambda: here.start(1), lambda: here.correct(1, "WHL-002"), lambda: here.add(1, "WHL-003"),
        lambda: here.park(1), lambda: here.take_back(1, "A001"), lambda: here.transfer(1, line="B", to=2), lambda: here.next(2),
        lambda: here.miss(2), lambda: here.rejoin(2, "A001"), lambda: here.call(2, "A001"), lambda: here.start(2), lambda: here.finish(2),
    ]  # fmt: skip
    counters_of = [1] * 7 + [2] * 6
    for act, counter in zip(deeds, counters_of, strict=True):
        here.later(minutes=1)
        before = here.ticket("A001")
        act()
        here.undo(counter)
        again = here.ticket("A001")
        assert replace(again, version=before.version) == before
        act()
    assert here.ticket("A001").state is TicketState.FINISHED
    assert here.events("A001").count("undone") == len(deeds)


# -- counters --------------------------------------------------------------------------------------------------------------------


def test_a_live_hall_calls_through_clerks_who_have_opened_their_counter(live: CounterHall) -> None:
    live.take()
    assert live.refused(lambda: live.next(1)) == ("ForbiddenOnLiveHall", {"act": "counter-call"})
    live.clerks[1] = live.sign_in("07")
    assert live.refused(lambda: live.next(1)) == ("CounterNotOpen", {"counter": 1, "state": "closed"})
    live.open(1, "07")
    assert live.next(1) == "A001"


def test_open_counters_are_those_that_clerks_have_opened(live: CounterHall) -> None:
    def now() -> tuple[int, int | None]:
        seen = queue_now(snapshot=live.parts.snapshot(), clock=live.clock, hall=live.hall)
        return seen.open_counters, seen.lines[0].wait_high

    assert now() == (0, None)
    live.open(2, "07")
    live.open(3, "12")
    counted, high = now()
    assert (counted, high is not None) == (2, True)
    live.pause(2)
    assert now()[0] == 1
    assert counter_states(snapshot=live.parts.snapshot(), clock=live.clock, hall=live.hall) == {
        1: CounterNow(CounterState.CLOSED, None, None),
        2: CounterNow(CounterState.PAUSED, StaffNumber("07"), None),
        3: CounterNow(CounterState.OPEN, StaffNumber("12"), None),
    }
    live.later(days=1)
    assert now()[0] == 0


def test_a_rehearsal_counter_is_open_by_setting_until_something_is_said(here: CounterHall) -> None:
    here.take()
    here.close(1)
    assert here.refused(lambda: here.next(1)) == ("CounterNotOpen", {"counter": 1, "state": "closed"})
    assert (
        calling.rehearse_call(
            counter=2, actor="os:test", **{k: v for k, v in here.deed(2).items() if k not in {"counter", "clerk"}}
        ).counter
        == 2
    )
    here.clerks[1] = ToolClerk("os:test", here.hall)
    counters.open_counter(**here.deed(1))
    assert here.desk(1).state is CounterState.OPEN


def test_pausing_and_closing_need_an_empty_counter(live: CounterHall) -> None:
    live.open(1, "07")
    live.take()
    live.next(1)
    occupied = ("CounterOccupied", {"counter": 1, "number": "A001", "state": "called"})
    assert live.refused(lambda: live.pause(1)) == occupied
    assert live.refused(lambda: live.close(1)) == occupied
    live.miss(1)
    live.pause(1)
    assert live.refused(lambda: live.rejoin(1, "A001")) == ("CounterNotOpen", {"counter": 1, "state": "paused"})
    live.pause(1)
    live.resume(1)
    live.resume(1)
    live.rejoin(1, "A001")
    live.close(1)
    live.close(1)
    assert live.refused(lambda: live.resume(1)) == ("CounterNotOpen", {"counter": 1, "state": "closed"})
    assert [act for _, act, _ in StaffDesk(live.parts).acts() if act.startswith("counter")] == [
        "counter open", "counter pause", "counter resume", "counter close",
    ]  # fmt: skip


# -- bad luck --------------------------------------------------------------------------------------------------------------------


def test_another_clerk_takes_the_counter_over_with_the_ticket_that_is_there(live: CounterHall) -> None:
    first = live.open(1, "07")
    live.take()
    live.next(1)
    live.start(1)
    second = live.open(1, "12")
    live.clerks[1] = first
    for act in (lambda: live.finish(1), lambda: live.next(1), lambda: live.pause(1), lambda: live.close(1)):
        assert live.refused(act) == ("CounterTakenOver", {"counter": 1, "staff": "12"})
    live.clerks[1] = second
    assert live.finish(1).state is TicketState.FINISHED


def test_two_consoles_on_one_counter_press_the_same_key(live: CounterHall) -> None:
    """The same clerk at two consoles: the second press is refused with what is there, nobody is called twice."""
    live.open(1, "07")
    live.take()
    live.take()
    live.next(1)
    assert live.refused(lambda: live.next(1))[0] == "CounterOccupied"
    live.start(1)
    assert live.refused(lambda: live.start(1))[0] == "DeedOutOfTurn"
    live.finish(1)
    assert live.refused(lambda: live.finish(1)) == ("NothingAtCounter", {"counter": 1})
    assert live.events("A002") == ["issued"]


def test_a_counter_that_was_closed_elsewhere(live: CounterHall) -> None:
    live.open(1, "07")
    live.take()
    live.close(1)
    assert live.refused(lambda: live.next(1)) == ("CounterNotOpen", {"counter": 1, "state": "closed"})
    assert live.ticket("A001").state is TicketState.WAITING


def test_a_ticket_of_yesterday(here: CounterHall) -> None:
    here.take()
    here.next(1)
    yesterday = here.ticket("A001")
    here.later(days=1)
    assert here.take() == "A001"
    said = ("TicketOfAnotherDay", {"number": "A001", "day": "2026-11-23"})
    assert here.refused(lambda: calling.call_this(ticket=yesterday.id, **here.deed(1))) == said
    assert here.refused(lambda: calling.rejoin(ticket=yesterday.id, **here.deed(1))) == said
    assert here.refused(lambda: serving.take_back(ticket=yesterday.id, **here.deed(1))) == said
    assert here.refused(lambda: here.finish(1)) == ("NothingAtCounter", {"counter": 1})
    assert here.desk(1).undo is None
    assert here.next(1) == "A001"


def test_a_clerk_who_leaves_and_one_whose_account_is_gone(live: CounterHall) -> None:
    live.open(1, "07")
    live.take()
    live.next(1)
    desk = StaffDesk(live.parts, clock=live.clock)
    withdraw_member(session=desk.admin(), number=StaffNumber("07"), **desk.deed)
    assert live.refused(lambda: live.start(1)) == ("SessionEnded", {"number": "07", "reason": "account_changed"})
    live.open(1, "12")
    assert live.start(1).counter == 1


def test_a_holder_cancels_while_the_clerk_reaches_for_the_key(here: CounterHall) -> None:
    here.take()
    here.cancel("A001")
    assert here.refused(lambda: here.call(1, "A001"))[1]["state"] == "cancelled"
    assert here.refused(lambda: here.next(1)) == ("NobodyWaiting", {"counter": 1})
    here.take()
    here.next(1)
    assert here.refused(lambda: here.cancel("A002"))[1]["state"] == "called"


def test_a_killed_console_loses_nothing(live: CounterHall) -> None:
    """The console's memory is gone; whoever opens the counter finds the ticket, its state and the offer to undo."""
    live.open(1, "07")
    live.take(item="WHL-001")
    live.next(1)
    live.start(1)
    live.clerks.clear()
    live.open(1, "07")
    desk = live.desk(1)
    assert desk.current is not None
    assert (desk.current.number, desk.current.state, desk.current.item) == ("A001", TicketState.SERVING, "WHL-001")
    assert desk.undo is not None
    assert desk.undo.deed is Deed.START


# -- the desk --------------------------------------------------------------------------------------------------------------------


def test_the_figures_of_a_counter_today(here: CounterHall) -> None:
    for _ in range(4):
        here.take()
    for minutes in (4, 8):
        here.next(1)
        here.start(1)
        here.later(minutes=minutes)
        here.finish(1)
    here.next(1)
    here.miss(1)
    here.next(2)
    here.start(2)
    here.later(minutes=30)
    here.finish(2)
    figures = here.desk(1).today
    assert (figures.served, figures.missed, figures.mean_minutes) == (2, 1, 6.0)
    assert here.desk(3).today.mean_minutes is None


def test_what_was_undone_or_laid_aside_in_between_does_not_count_as_service(here: CounterHall) -> None:
    here.take()
    here.next(1)
    here.start(1)
    here.later(minutes=5)
    here.finish(1)
    here.undo(1)
    here.park(1)
    here.later(minutes=60)
    here.take_back(1, "A001")
    here.later(minutes=3)
    here.finish(1)
    figures = here.desk(1).today
    assert (figures.served, figures.mean_minutes) == (1, 8.0)


def test_a_rehearsed_call_ends_the_one_before(here: CounterHall) -> None:
    here.take()
    here.take()
    more = {key: value for key, value in here.deed(1).items() if key not in {"counter", "clerk"}}
    for number in ("A001", "A002"):
        called = calling.rehearse_call(counter=1, actor="os:test", **{**more, "uow": here.parts.unit_of_work()})
        assert (str(called.number), called.state, called.counter) == (number, TicketState.CALLED, 1)
    assert here.ticket("A001").state is TicketState.FINISHED
    assert [act for _, act, _ in StaffDesk(here.parts).acts()] == ["counter-call", "ticket supersede", "counter-call"]


def test_the_desk_of_a_counter_that_is_not_there(here: CounterHall) -> None:
    with pytest.raises(UnknownCounter):
        here.desk(9)


def test_what_is_at_counters_is_what_the_states_say(here: CounterHall) -> None:
    here.take()
    here.take("H")
    here.next(1)
    here.start(1)
    states = counter_states(snapshot=here.parts.snapshot(), clock=here.clock, hall=here.hall)
    assert {counter: now.number for counter, now in states.items()} == {1: "A001", 2: None, 3: None}
    assert {TicketState.CALLED, TicketState.SERVING} == AT_A_COUNTER
    assert {CounterId(1), CounterId(2), CounterId(3)} == set(states)
    assert LineId("H") in here.desk(1).lines
