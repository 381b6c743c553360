"""The end of a day: what is open is closed with its reason, what persons told is deleted, nothing else is, and tomorrow begins at 001."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta

import pytest

from kiosk.application.commands.alerts import set_alert
from kiosk.application.commands.assistance import call_for_help
from kiosk.application.commands.calling import miss
from kiosk.application.commands.clerk import ToolClerk
from kiosk.application.commands.counters import close_counter
from kiosk.application.commands.end_day import DayEnd, end_day
from kiosk.application.commands.serving import start
from kiosk.domain.alerts import AlertReason
from kiosk.domain.assistance import HelpReason
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import business_day
from kiosk.domain.queueing import TicketState
from kiosk.infrastructure.database.sqlite import driver
from kiosk.roles.parts import Parts
from tests.support.day_hall import DayHall
from tests.support.halls import MONDAY_TEN, SHANGHAI

TODAY = business_day(MONDAY_TEN)
NIGHT = datetime(2026, 11, 23, 19, 0, tzinfo=SHANGHAI)
TOMORROW = datetime(2026, 11, 24, 9, 0, tzinfo=SHANGHAI)
TOLD = Choices(edition="e", answers=(("who", "self"),), ticks=("0",))


@pytest.fixture
def day(parts: Parts) -> DayHall:
    return DayHall(parts)


def end(day: DayHall, moment: datetime | None = None) -> DayEnd:
    day.clock.moment = moment or day.clock.moment
    return end_day(**day.deed)


def states(day: DayHall) -> list[TicketState]:
    with day.parts.snapshot() as snapshot:
        return [ticket.state for ticket in snapshot.tickets.on_day(TODAY)]


def rows(day: DayHall, question: str) -> list[tuple[object, ...]]:
    with closing(driver().connect(str(day.parts.database))) as connection:
        found: list[tuple[object, ...]] = connection.execute(question).fetchall()
        return found


def counted_rows(day: DayHall, table: str) -> int:
    return len(rows(day, f"SELECT 1 FROM {table}"))  # noqa: S608  (a table of this test's own choice)


def test_two_hours_after_closing_all_that_is_open_is_closed_with_its_reason(day: DayHall) -> None:
    for _ in range(3):
        day.take()
    day.call()
    miss(counter=1, clerk=day.tool, **day.deed)
    before = states(day)
    assert end(day, NIGHT - timedelta(seconds=1)).tickets == 0
    assert states(day) == before
    ended = end(day, NIGHT)
    assert (ended.until, ended.tickets) == (TODAY, 3)
    assert states(day) == [TicketState.CLOSED] * 3
    events = rows(day, "SELECT kind, detail FROM ticket_event WHERE kind = 'closed'")
    assert len(events) == 3
    assert all('"day_over"' in str(detail) for _, detail in events)
    assert day.acts()[-1] == ("kiosk", "day end", "hall:day")


def test_a_counter_that_still_serves_is_left_in_peace_until_midnight(day: DayHall) -> None:
    day.take()
    day.take()
    day.call()
    start(counter=1, clerk=day.tool, **day.deed)
    assert end(day, NIGHT).tickets == 0
    assert states(day) == [TicketState.SERVING, TicketState.WAITING]
    assert end(day, TOMORROW).tickets == 2
    assert states(day) == [TicketState.CLOSED, TicketState.CLOSED]


def test_a_clerk_who_stays_longer_keeps_the_day_open_and_who_has_gone_does_not(day: DayHall) -> None:
    day.take()
    clerk = day.clerk()
    assert end(day, NIGHT).tickets == 0
    close_counter(counter=1, clerk=clerk, **day.deed)
    assert end(day).tickets == 1


def test_a_clerk_who_forgot_to_close_keeps_no_day_open_beyond_midnight(day: DayHall) -> None:
    day.take()
    day.clerk()
    assert end(day, TOMORROW).tickets == 1


def test_done_once_it_finds_nothing_to_do(day: DayHall) -> None:
    day.take(choices=TOLD)
    end(day, TOMORROW)
    acts, tables = day.acts(), rows(day, "SELECT * FROM ticket_event")
    assert end(day) == DayEnd(TODAY, 0, 0, 0, choices=False)
    assert (day.acts(), rows(day, "SELECT * FROM ticket_event")) == (acts, tables)


def test_what_was_told_is_deleted_and_nothing_else_is(day: DayHall) -> None:
    ticket = day.take(choices=TOLD)
    day.take()
    counted = {table: counted_rows(day, table) for table in ("ticket", "series", "wait_estimate", "print_job")}
    events = rows(day, "SELECT * FROM ticket_event ORDER BY id")
    assert end(day, NIGHT).choices
    assert rows(day, "SELECT * FROM ticket_choices") == []
    assert {table: counted_rows(day, table) for table in counted} == counted
    assert rows(day, "SELECT * FROM ticket_event ORDER BY id")[: len(events)] == events
    with day.parts.snapshot() as snapshot:
        assert snapshot.choices.of(ticket.id) is None


def test_what_is_told_today_stays_until_today_is_over(day: DayHall) -> None:
    yesterday = day.take(choices=TOLD)
    day.clock.moment += timedelta(days=1)
    today = day.take(line="B", choices=TOLD)
    end(day)
    with day.parts.snapshot() as snapshot:
        assert (snapshot.choices.of(yesterday.id), snapshot.choices.of(today.id)) == (None, TOLD)


def test_tomorrow_begins_at_001_and_a_ticket_of_yesterday_is_not_called(day: DayHall) -> None:
    assert [day.take().number for _ in range(2)] == ["A001", "A002"]
    end(day, TOMORROW)
    assert day.take().number == "A001"
    called = day.call()
    assert (str(called.number), called.day) == ("A001", business_day(TOMORROW))


def test_help_calls_and_alerts_of_the_day_are_over(day: DayHall) -> None:
    clerk = day.clerk()
    call_for_help(kiosk=1, reason=HelpReason.TALK, **day.deed)
    until = MONDAY_TEN + timedelta(hours=1)
    set_alert(item=None, line="B", until=until, reason=AlertReason.OTHER, clerk=clerk, known_items=(), **day.deed)
    ended = end(day, TOMORROW)
    assert (ended.help_calls, ended.alerts) == (1, 1)
    assert rows(day, "SELECT state FROM help_call") == [("lapsed",)]
    assert rows(day, "SELECT ended_at FROM alert") == [(until.isoformat(timespec="seconds"),)]


def test_days_on_which_no_kiosk_ran_are_ended_later(day: DayHall) -> None:
    day.take()
    day.clock.moment += timedelta(days=1)
    day.take()
    day.clock.moment += timedelta(days=6)
    day.take()
    assert end(day).tickets == 2
    assert rows(day, "SELECT state, count(*) FROM ticket GROUP BY state ORDER BY state") == [("closed", 2), ("waiting", 1)]


def test_on_a_live_hall_too_nobody_has_to_sign_in_for_it(day: DayHall) -> None:
    day.take()
    assert isinstance(day.tool, ToolClerk)
    assert end(day, TOMORROW).tickets == 1
