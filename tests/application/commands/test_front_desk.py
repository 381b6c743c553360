"""The desk: numbers for who cannot use the screen, numbers of the paper pad, a burst that is taken out."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.application.commands.front_desk import enter_pad_number, issue_at_desk, void_tickets
from kiosk.application.queries.queueing import queue_now, ticket_seen
from kiosk.domain.numbering import PAPER_PAD, TicketNumber, business_day
from kiosk.domain.queueing import Ticket, TicketClass, TicketState
from kiosk.domain.refusals import HallClosed, NothingToVoid, PadNumberEntered, SessionEnded, UnknownItem, UnknownLine
from kiosk.infrastructure.database.recovery import needs_recovery
from kiosk.roles.parts import Parts
from tests.support.day_hall import ITEMS, DayHall
from tests.support.halls import MONDAY_TEN

TODAY = business_day(MONDAY_TEN)


@pytest.fixture
def day(parts: Parts) -> DayHall:
    return DayHall(parts)


def enter(day: DayHall, sequence: int, line: str = "A", **more: Any) -> Ticket:
    needs = {"item": None, "ticket_class": TicketClass.NORMAL, "given_at": None, "clerk": day.tool, "known_items": ITEMS, **day.deed}
    return enter_pad_number(sequence=sequence, line=line, **{**needs, **more})


def void(day: DayHall, first: int, last: int, line: str = "A") -> list[str]:
    return [str(ticket.number) for ticket in void_tickets(line=line, first=first, last=last, clerk=day.tool, **day.deed)]


def test_a_number_from_the_desk_is_one_like_any_other_and_stands_in_the_audit(day: DayHall) -> None:
    clerk = day.clerk(counter=None)
    day.take()
    given = issue_at_desk(
        line="A", item="WHL-001", ticket_class=TicketClass.ASSISTED, request_id=None, clerk=clerk, known_items=ITEMS, **day.deed
    )
    assert (given.number, given.item, given.ticket_class) == ("A002", "WHL-001", TicketClass.ASSISTED)
    assert day.take().number == "A003"
    assert day.acts()[-1] == ("staff:07", "desk issue", f"ticket:{given.id}")


def test_the_desk_asks_what_the_screen_asks(day: DayHall) -> None:
    clerk = day.clerk(counter=None)
    day.clock.moment = MONDAY_TEN.replace(hour=12, minute=30)
    with pytest.raises(HallClosed):
        issue_at_desk(line="A", item=None, ticket_class=TicketClass.NORMAL, request_id=None, clerk=clerk, known_items=ITEMS, **day.deed)
    day.clock.moment = MONDAY_TEN.replace(day=24)
    with pytest.raises(SessionEnded):
        issue_at_desk(line="A", item=None, ticket_class=TicketClass.NORMAL, request_id=None, clerk=clerk, known_items=ITEMS, **day.deed)


def test_numbers_of_the_pad_and_of_the_screen_never_meet(day: DayHall) -> None:
    day.take()
    entered = [str(enter(day, sequence).number) for sequence in (1, 2, 12)]
    assert entered == ["P001", "P002", "P012"]
    assert day.take().number == "A002"
    with pytest.raises(PadNumberEntered):
        enter(day, 2)
    assert day.take(line="B").number == "B001"


def test_a_database_with_pad_numbers_is_whole(day: DayHall) -> None:
    for sequence in (12, 3):
        enter(day, sequence)
    assert not needs_recovery(day.parts.database, deep=True)
    assert not needs_recovery(day.parts.database, deep=False)


def test_a_pad_number_waits_on_its_line_and_is_called_in_its_turn(day: DayHall) -> None:
    day.take()
    enter(day, 7)
    enter(day, 8, line="B", ticket_class=TicketClass.MILITARY)
    day.take()
    assert [line.waiting for line in queue_now(**day.asked).lines] == [3, 1, 0]
    assert [str(day.call().number) for _ in range(4)] == ["P008", "A001", "P007", "A002"]


def test_the_time_on_the_pad_counts_for_the_wait_and_never_for_the_order(day: DayHall) -> None:
    day.take()
    given_at = MONDAY_TEN.replace(hour=9, minute=20)
    assert enter(day, 1, given_at=given_at).issued_at == given_at
    assert enter(day, 2, given_at=MONDAY_TEN.replace(hour=23)).issued_at == MONDAY_TEN
    assert enter(day, 3, given_at=MONDAY_TEN.replace(day=22)).issued_at == MONDAY_TEN
    assert str(day.call().number) == "A001"


def test_the_pad_may_be_entered_at_noon_and_after_closing(day: DayHall) -> None:
    day.clock.moment = MONDAY_TEN.replace(hour=12, minute=30)
    enter(day, 1)
    day.clock.moment = MONDAY_TEN.replace(hour=17, minute=30)
    assert str(enter(day, 2).number) == "P002"


def test_tomorrow_the_pad_begins_anew(day: DayHall) -> None:
    enter(day, 1)
    day.clock.moment = MONDAY_TEN.replace(day=24)
    assert enter(day, 1).day == business_day(day.clock.moment)


def test_what_cannot_be_entered(day: DayHall) -> None:
    with pytest.raises(UnknownLine):
        enter(day, 1, line="Z")
    with pytest.raises(UnknownLine):
        enter(day, 1, line=PAPER_PAD)
    with pytest.raises(UnknownItem):
        enter(day, 1, item="WHL-999")


def test_a_burst_is_taken_out_and_what_is_called_stays(day: DayHall) -> None:
    for _ in range(6):
        day.take()
    day.call()
    assert void(day, 1, 4) == ["A002", "A003", "A004"]
    with day.parts.snapshot() as snapshot:
        found = [(str(ticket.number), ticket.state) for ticket in snapshot.tickets.on_day(TODAY)]
    assert found[0] == ("A001", TicketState.CALLED)
    assert [state for _, state in found[1:]] == [TicketState.CLOSED] * 3 + [TicketState.WAITING] * 2
    assert str(day.call().number) == "A005"
    assert [act for _, act, _ in day.acts()].count("ticket void") == 3


def test_voided_numbers_are_not_given_again(day: DayHall) -> None:
    day.take()
    void(day, 1, 1)
    assert day.take().number == "A002"


def test_nothing_to_void_is_said(day: DayHall) -> None:
    day.take()
    with pytest.raises(NothingToVoid):
        void(day, 2, 9)
    with pytest.raises(NothingToVoid):
        void(day, 1, 1, line="B")
    with pytest.raises(UnknownLine):
        void(day, 1, 1, line="Z")


def test_the_pad_can_be_voided_too(day: DayHall) -> None:
    enter(day, 3)
    assert void(day, 1, 9, line=PAPER_PAD) == ["P003"]
    number = TicketNumber(PAPER_PAD, 3)
    assert ticket_seen(number=number, day=TODAY, snapshot=day.parts.snapshot(), hall=day.made).state is TicketState.CLOSED
