"""`kiosk catalog asked`: what editors are told of searches and tickets, by a process of its own."""

from __future__ import annotations

from datetime import timedelta

from kiosk.application.commands.count_miss import count_miss
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock, command

TUESDAY_TEN = MONDAY_TEN + timedelta(days=1)


def test_a_new_hall_was_asked_nothing(data: DataDirectory) -> None:
    answer = command(data, "catalog", "asked", "--json")
    assert answer.code == 0, answer.err
    assert answer.value == {"misses": [], "missed_per_day": [], "most_asked": []}
    assert answer.out.count("\n") == 1


def test_misses_and_the_most_asked(data: DataDirectory, parts: Parts) -> None:
    for moment in (MONDAY_TEN, MONDAY_TEN, TUESDAY_TEN):
        for text in ("暖气费怎么少", "低保"):
            count_miss(text=text, fingerprints=parts.fingerprints(), uow=parts.unit_of_work(), clock=StandingClock(moment))
    count_miss(text="张翠花", fingerprints=parts.fingerprints(), uow=parts.unit_of_work(), clock=StandingClock(TUESDAY_TEN))
    items = ("WHL-MZ-005", "WHL-MZ-007", "WHL-SB-018")
    for item in items:
        for turn in range(5):
            take_ticket(
                line="A",
                item=item,
                ticket_class=TicketClass.NORMAL,
                request_id=f"{item}-{turn}",
                uow=parts.unit_of_work(),
                clock=StandingClock(MONDAY_TEN),
                hall=parts.settings.hall,
                known_items=items,
            )
    answer = command(data, "catalog", "asked", "--json", now=TUESDAY_TEN.isoformat())
    assert answer.code == 0, answer.err
    seen = {"times": 3, "days": 2, "first_day": "2026-11-23", "last_day": "2026-11-24"}
    assert answer.value["misses"] == [
        {"words": "低保", **seen, "found_now": True},
        {"words": "暖气费怎么少", **seen, "found_now": False},
    ]
    assert answer.value["missed_per_day"] == [{"day": "2026-11-24", "times": 3}, {"day": "2026-11-23", "times": 4}]
    assert [(item["code"], item["tickets"]) for item in answer.value["most_asked"]] == [(item, 5) for item in items]
    assert all(item["name"] for item in answer.value["most_asked"])
    assert "张翠花" not in answer.out


def test_a_database_that_cannot_be_read_is_said(data: DataDirectory) -> None:
    data.database.write_bytes(b"not a database at all" * 200)
    answer = command(data, "catalog", "asked", "--json")
    assert answer.code == 3
    assert answer.value["unavailable"] == "DatabaseDamaged"
