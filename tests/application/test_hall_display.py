"""What the display is told: calls since it last looked, those of before only as what was called last, and how the counters stand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.application.commands import counters
from kiosk.application.commands.watch_voice import record_voice
from kiosk.application.queries.hall_display import DisplayNow, hall_display
from kiosk.application.queries.voices import voices_now
from kiosk.application.unavailable import VoiceCause
from kiosk.domain.announcing import LAST_CALLS, Call, CallId, TakenBack
from kiosk.domain.hall import CounterId
from kiosk.domain.queueing.counters import CounterState
from kiosk.roles.parts import Parts
from tests.support.counter_hall import CounterHall
from tests.support.halls import MONDAY_TEN, StandingClock


@pytest.fixture
def counter_hall(parts: Parts) -> CounterHall:
    return CounterHall(parts)


def look(at: CounterHall, seen: CallId | None = None) -> DisplayNow:
    return hall_display(seen=seen, snapshot=at.parts.snapshot(), clock=at.clock, hall=at.hall)


def called(news: tuple[Call | TakenBack, ...]) -> list[tuple[str, int, bool]]:
    return [(str(each.number), each.counter, each.again) for each in news if isinstance(each, Call)]


def test_a_hall_without_a_past(counter_hall: CounterHall) -> None:
    now = look(counter_hall)
    assert (now.news, now.latest, now.seen) == ((), (), 0)
    assert look(counter_hall, now.seen).news == ()


def test_calls_are_news_once_and_in_order(counter_hall: CounterHall) -> None:
    for _ in range(3):
        counter_hall.take()
    seen = look(counter_hall).seen
    counter_hall.next(1)
    counter_hall.next(2)
    counter_hall.recall(1)
    now = look(counter_hall, seen)
    assert called(now.news) == [("A001", 1, False), ("A002", 2, False), ("A001", 1, True)]
    assert now.latest == ()
    assert look(counter_hall, now.seen).news == ()


def test_what_was_called_before_the_start_is_no_news(counter_hall: CounterHall) -> None:
    for _ in range(LAST_CALLS + 2):
        number = counter_hall.take()
        counter_hall.call(1, number)
        counter_hall.miss(1)
    now = look(counter_hall)
    assert now.news == ()
    assert [str(call.number) for call in now.latest] == [f"A{number:03d}" for number in range(8, 2, -1)]


def test_only_todays_calls_were_just_called(counter_hall: CounterHall) -> None:
    counter_hall.take()
    counter_hall.next(1)
    counter_hall.later(days=1)
    now = look(counter_hall)
    assert now.latest == ()
    assert now.seen > 0


def test_a_database_of_an_older_copy_begins_anew(counter_hall: CounterHall) -> None:
    counter_hall.take()
    counter_hall.next(1)
    now = look(counter_hall, CallId(1_000_000))
    assert (now.news, [str(call.number) for call in now.latest]) == ((), ["A001"])


def test_a_call_that_is_undone_is_taken_back(counter_hall: CounterHall) -> None:
    counter_hall.take()
    seen = look(counter_hall).seen
    counter_hall.next(1)
    counter_hall.undo(1)
    made, back = look(counter_hall, seen).news
    assert isinstance(made, Call)
    assert back == TakenBack(made.id)
    assert look(counter_hall).latest == ()
    counter_hall.next(2)
    assert [(str(call.number), call.counter) for call in look(counter_hall).latest] == [("A001", 2)]


def test_a_start_that_is_undone_leaves_the_call(counter_hall: CounterHall) -> None:
    counter_hall.take()
    seen = look(counter_hall).seen
    counter_hall.next(1)
    counter_hall.start(1)
    counter_hall.undo(1)
    made, back = look(counter_hall, seen).news
    assert isinstance(made, Call)
    assert isinstance(back, TakenBack)
    assert back.call != made.id
    assert [str(call.number) for call in look(counter_hall).latest] == ["A001"]


def test_each_number_stands_once_among_the_last(counter_hall: CounterHall) -> None:
    for _ in range(2):
        counter_hall.take()
    counter_hall.next(1)
    counter_hall.next(2)
    counter_hall.recall(1)
    assert [str(call.number) for call in look(counter_hall).latest] == ["A001", "A002"]


def test_counters_as_the_hall_sees_them(counter_hall: CounterHall) -> None:
    counter_hall.open(1, "07")
    counter_hall.open(2, "08")
    counters.pause_counter(**counter_hall.deed(2))
    assert dict(look(counter_hall).counters) == {1: CounterState.OPEN, 2: CounterState.PAUSED, 3: CounterState.OPEN}
    counters.close_counter(**counter_hall.deed(1))
    assert dict(look(counter_hall).counters)[CounterId(1)] is CounterState.CLOSED


def test_a_setting_opens_no_window_outside_the_hours_and_a_clerk_does(counter_hall: CounterHall) -> None:
    counter_hall.clock.moment = MONDAY_TEN + timedelta(hours=2, minutes=30)
    assert set(dict(look(counter_hall).counters).values()) == {CounterState.CLOSED}
    counter_hall.open(2, "07")
    assert dict(look(counter_hall).counters) == {1: CounterState.CLOSED, 2: CounterState.OPEN, 3: CounterState.CLOSED}


def test_who_waits(counter_hall: CounterHall) -> None:
    for line in "AAB":
        counter_hall.take(line)
    counter_hall.next(1)
    assert {line.line: line.waiting for line in look(counter_hall).hall.lines} == {"A": 1, "B": 1, "H": 0}


def test_a_silent_display_is_written_down_when_it_changes(parts: Parts) -> None:
    clock = StandingClock()

    def record(silent: VoiceCause | None) -> bool:
        return record_voice(display="hall-1", silent=silent, uow=parts.unit_of_work(), clock=clock)

    assert not record(None), "that it is heard is no news"
    assert record(VoiceCause.NO_DEVICE)
    clock.moment += timedelta(minutes=5)
    assert not record(VoiceCause.NO_DEVICE)
    (seen,) = voices_now(snapshot=parts.snapshot())
    assert (seen.display, seen.silent, seen.since) == ("hall-1", VoiceCause.NO_DEVICE, MONDAY_TEN)
    assert record(None)
    (seen,) = voices_now(snapshot=parts.snapshot())
    assert (seen.silent, seen.since) == (None, MONDAY_TEN + timedelta(minutes=5))
