"""So many numbers a day, by line and by item, and not one more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.commands.front_desk import enter_pad_number, void_tickets
from kiosk.application.commands.held_ticket import cancel_ticket
from kiosk.application.queries.queueing import queue_now
from kiosk.domain.numbering import TicketNumber
from kiosk.domain.queueing import HeldNumber, TicketClass
from kiosk.domain.refusals import QuotaReached
from kiosk.roles.parts import Parts
from tests.support.day_hall import DayHall
from tests.support.halls import hall


@pytest.fixture
def day(parts: Parts) -> DayHall:
    plain = hall(minutes=1)
    lines = tuple(replace(line, quota=3 if line.id == "A" else None) for line in plain.lines)
    return DayHall(parts, replace(plain, lines=lines, item_quotas={"WHL-001": 2}))


def test_the_line_gives_so_many_and_the_other_lines_go_on(day: DayHall) -> None:
    assert [day.take().number for _ in range(3)] == ["A001", "A002", "A003"]
    with pytest.raises(QuotaReached) as refused:
        day.take()
    assert refused.value.facts() == {"line": "A", "item": None, "quota": 3}
    assert day.take(line="B").number == "B001"


def test_the_item_gives_so_many_over_all_lines(day: DayHall) -> None:
    day.take(item="WHL-001")
    day.take(line="B", item="WHL-001")
    with pytest.raises(QuotaReached) as refused:
        day.take(line="B", item="WHL-001")
    assert refused.value.item == "WHL-001"
    assert day.take(line="B", item="WHL-002").number == "B002"


def test_what_was_given_back_or_voided_may_be_given_again(day: DayHall) -> None:
    for _ in range(3):
        day.take()
    held = HeldNumber(number=TicketNumber.parse("A001"), issued=day.clock.moment.time())
    cancel_ticket(held=held, uow=day.parts.unit_of_work(), clock=day.clock)
    void_tickets(line="A", first=2, last=2, clerk=day.tool, **day.deed)
    assert [day.take().number for _ in range(2)] == ["A004", "A005"]
    with pytest.raises(QuotaReached):
        day.take()


def test_numbers_of_the_pad_count(day: DayHall) -> None:
    for sequence in (1, 2):
        enter_pad_number(
            sequence=sequence,
            line="A",
            item=None,
            ticket_class=TicketClass.NORMAL,
            given_at=None,
            clerk=day.tool,
            known_items=(),
            **day.deed,
        )
    assert day.take().number == "A001"
    with pytest.raises(QuotaReached):
        day.take()


def test_tomorrow_there_are_new_ones(day: DayHall) -> None:
    for _ in range(3):
        day.take()
    day.later(days=1)
    assert day.take().number == "A001"


def test_screens_know_it_before_anybody_presses(day: DayHall) -> None:
    assert not queue_now(**day.asked).is_given_out(item=None, line="A")
    day.take(item="WHL-001")
    day.take(item="WHL-001")
    assert queue_now(**day.asked).given_out == {"WHL-001"}
    day.take()
    now = queue_now(**day.asked)
    assert (now.is_given_out(item=None, line="A"), now.is_given_out(item=None, line="B")) == (True, False)
