"""What a person told goes with their number, and is gone when the day is over: from the tables and from every byte on disk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kiosk.application.commands.end_day import end_day
from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.domain.hall import Hall
from kiosk.domain.my_list import Choices
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import RequestReused
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import StandingClock, hall

MARK = "ZJXQWVKZ"
TOLD = Choices(edition="e" * 64, answers=(("special_family", MARK), ("who", "")), ticks=("0", "2"))
OTHER = Choices(edition="e" * 64, answers=(("special_family", "no"),), ticks=())


class Desk:
    def __init__(self, parts: Parts, made: Hall) -> None:
        self.parts = parts
        self.hall = made
        self.clock = StandingClock()

    def take(self, choices: Choices | None = TOLD, *, line: str = "A", request: str | None = None, item: str = "WHL-001") -> TakenTicket:
        return take_ticket(
            line=line,
            item=item,
            ticket_class=TicketClass.NORMAL,
            request_id=request,
            uow=self.parts.unit_of_work(),
            clock=self.clock,
            hall=self.hall,
            known_items={"WHL-001"},
            choices=choices,
        )

    def kept(self, ticket: TakenTicket) -> Choices | None:
        with self.parts.snapshot() as snapshot:
            return snapshot.choices.of(ticket.id)

    def forget(self) -> bool:
        return end_day(uow=self.parts.unit_of_work(), clock=self.clock, hall=self.hall).choices


@pytest.fixture
def desk(parts: Parts) -> Desk:
    return Desk(parts, hall(minutes=1))


def holding(mark: str, data: DataDirectory) -> set[str]:
    """The files of the data directory in whose bytes the mark stands."""
    files = [path for path in data.root.rglob("*") if path.is_file()]
    assert any(path.name.endswith(".sqlite3") for path in files)
    return {path.name for path in files if mark.encode() in path.read_bytes()}


def test_answers_and_ticks_go_with_the_number(desk: Desk) -> None:
    told, silent = desk.take(), desk.take(None)
    assert (desk.kept(told), desk.kept(silent)) == (TOLD, None)
    assert (told.choices, silent.choices) == (TOLD, None)


def test_number_and_choices_are_one_transaction(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    uow = desk.parts.unit_of_work()
    monkeypatch.setattr(type(uow), "commit", lambda _: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        desk.take()
    monkeypatch.undo()
    ticket = desk.take(OTHER)
    assert (ticket.number, desk.kept(ticket)) == ("A001", OTHER)


def test_the_same_request_with_the_same_choices_gives_the_same_ticket(desk: Desk) -> None:
    assert desk.take(request="r-1") == desk.take(request="r-1")


@pytest.mark.parametrize("other", [OTHER, None], ids=["others", "none"])
def test_a_request_id_stands_for_one_persons_choices(desk: Desk, other: Choices | None) -> None:
    desk.take(request="r-1")
    with pytest.raises(RequestReused):
        desk.take(other, request="r-1")


def test_a_request_without_choices_does_not_take_any_on(desk: Desk) -> None:
    desk.take(None, request="r-1")
    with pytest.raises(RequestReused):
        desk.take(TOLD, request="r-1")


def test_choices_that_are_gone_cannot_be_compared_and_the_ticket_stays_the_same(desk: Desk) -> None:
    ticket = desk.take(request="r-1")
    desk.clock.moment += timedelta(days=1)
    assert desk.forget()
    again = desk.take(request="r-1")
    assert (again.number, again.day, again.choices) == (ticket.number, ticket.day, None)


def test_todays_choices_stay(desk: Desk) -> None:
    ticket = desk.take()
    assert not desk.forget()
    assert desk.kept(ticket) == TOLD


def test_the_first_number_of_a_new_day_deletes_those_of_other_days(desk: Desk) -> None:
    yesterdays = desk.take()
    desk.clock.moment += timedelta(days=1)
    todays = desk.take(OTHER)
    assert (desk.kept(yesterdays), desk.kept(todays)) == (None, OTHER)


def test_the_first_number_of_another_line_keeps_todays(desk: Desk) -> None:
    old = desk.take()
    desk.clock.moment += timedelta(days=1)
    kept = desk.take(OTHER)
    desk.take(None, line="B")
    assert (desk.kept(old), desk.kept(kept)) == (None, OTHER)


def test_a_clock_that_was_ahead_leaves_nothing_behind(desk: Desk) -> None:
    """What was dated next year would otherwise lie there until then."""
    ahead = desk.take()
    desk.clock.moment -= timedelta(days=3)
    assert desk.forget()
    assert desk.kept(ahead) is None


@pytest.mark.parametrize("others", [0, 600], ids=["alone", "many pages"])
def test_when_the_day_is_over_no_byte_of_it_is_left_on_disk(desk: Desk, data: DataDirectory, others: int) -> None:
    """While the kiosk runs: its connections stay open, so nothing is cleared by closing. Many rows spread over pages that split."""
    for _ in range(others):
        desk.take(Choices(edition="e" * 64, answers=(("special_family", MARK * 3),), ticks=("0",)))
    desk.take()
    assert holding(MARK, data) != set(), "the search finds what is there"
    desk.clock.moment += timedelta(days=1)
    assert desk.forget()
    assert desk.parts.cut_log()
    assert holding(MARK, data) == set()


def test_only_todays_bytes_are_left_when_the_new_day_has_begun(desk: Desk, data: DataDirectory) -> None:
    desk.take()
    desk.clock.moment += timedelta(days=1)
    desk.take(Choices(edition="e" * 64, answers=(("special_family", "TODAYTODAY"),), ticks=()))
    assert desk.parts.cut_log()
    assert holding(MARK, data) == set()
    assert holding("TODAYTODAY", data) != set()


def test_the_log_is_not_cut_while_somebody_reads(desk: Desk, data: DataDirectory) -> None:
    desk.take()
    desk.clock.moment += timedelta(days=1)
    with desk.parts.snapshot() as reading:
        assert reading.tickets.by_request("none") is None
        desk.forget()
        assert not desk.parts.cut_log()
    assert desk.parts.cut_log()
    assert holding(MARK, data) == set()


def test_no_event_and_no_audit_entry_knows_them(desk: Desk, data: DataDirectory) -> None:
    desk.take()
    desk.parts.close()
    import sqlite3

    with sqlite3.connect(data.database) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found: dict[str, Any] = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
    connection.close()
    assert {name for name, rows in found.items() if MARK in repr(rows)} == {"ticket_choices"}
