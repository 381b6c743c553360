"""`kiosk ticket estimates` and `settle`: how right the told waits were, by a process of its own."""

from __future__ import annotations

from datetime import timedelta

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock, command, hall

TUESDAY_TEN = (MONDAY_TEN + timedelta(days=1)).isoformat()


def test_a_new_hall_has_told_nothing(data: DataDirectory) -> None:
    answer = command(data, "ticket", "estimates", "--json")
    assert (answer.code, answer.value, answer.out.count("\n")) == (0, [], 1)


def test_yesterday_is_settled_once_and_told(data: DataDirectory, parts: Parts) -> None:
    made, clock = hall(), StandingClock()
    for line in "AB":
        take_ticket(line=line, item=None, ticket_class=TicketClass.NORMAL, request_id=None, uow=parts.unit_of_work(), clock=clock,
                    hall=made, known_items=())  # fmt: skip
    for minutes in (3, 17):
        clock.moment += timedelta(minutes=minutes)
        rehearse_call(counter=1, actor="os:test", uow=parts.unit_of_work(), clock=clock, hall=made)
    assert command(data, "ticket", "settle", "--json", now=TUESDAY_TEN).value == {"settled": True}
    assert command(data, "ticket", "settle", "--json", now=TUESDAY_TEN).value == {"settled": False}
    answer = command(data, "ticket", "estimates", "--json", now=TUESDAY_TEN)
    assert answer.code == 0, answer.err
    (day,) = answer.value
    lines = day.pop("lines")
    assert day == {"day": "2026-11-23", "tickets": 2, "own_times": 0, "coverage": 0.5, "minutes_off": 10.2, "minutes_longer": 10.2}
    assert [line["line"] for line in lines] == ["A", "B"]
    assert lines[0] == {"line": "A", "tickets": 1, "own_times": 0, "coverage": 1.0, "minutes_off": 3.0, "minutes_longer": 3.0}


def test_a_number_of_days_that_is_none_is_wrong_usage(data: DataDirectory) -> None:
    for days in ("0", "many", "99999"):
        assert command(data, "ticket", "estimates", "--days", days).code == 2
