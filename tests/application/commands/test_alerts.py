"""今日停办: set, held, lifted, over; no number is given meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.application.commands.alerts import lift_alert, set_alert
from kiosk.application.queries.alerts import alerts_now
from kiosk.application.queries.queueing import queue_now
from kiosk.domain.alerts import Alert, AlertReason
from kiosk.domain.refusals import (
    AlertEndsTooEarly,
    AlertEndsTooLate,
    AlertNamesBoth,
    ForbiddenOnLiveHall,
    NoAlert,
    StoppedToday,
    UnknownItem,
    UnknownLine,
)
from kiosk.roles.parts import Parts
from tests.support.day_hall import ITEMS, DayHall
from tests.support.halls import MONDAY_TEN, hall

NOON = MONDAY_TEN + timedelta(hours=2)


@pytest.fixture
def day(parts: Parts) -> DayHall:
    return DayHall(parts)


def stop(day: DayHall, item: str | None = None, line: str | None = None, until: object = NOON, **more: object) -> Alert:
    needs = {"reason": AlertReason.SYSTEM, "clerk": day.tool, "known_items": ITEMS, **day.deed}
    return set_alert(item=item, line=line, until=until, **{**needs, **more})  # type: ignore[arg-type]


def lift(day: DayHall, item: str | None = None, line: str | None = None) -> Alert:
    return lift_alert(item=item, line=line, clerk=day.tool, uow=day.parts.unit_of_work(), clock=day.clock)


def test_no_number_for_an_item_that_is_stopped_and_one_for_everything_else(day: DayHall) -> None:
    stop(day, item="WHL-001")
    with pytest.raises(StoppedToday) as refused:
        day.take(item="WHL-001")
    assert refused.value.facts() == {"line": "A", "item": "WHL-001", "reason": "system", "until": NOON.isoformat()}
    assert day.take(item="WHL-002").number == "A001"
    assert day.take().number == "A002"


def test_no_number_at_all_on_a_line_that_is_stopped(day: DayHall) -> None:
    stop(day, line="A", reason=AlertReason.NETWORK)
    for item in (None, "WHL-001"):
        with pytest.raises(StoppedToday) as refused:
            day.take(item=item)
        assert refused.value.item is None
    assert day.take(line="B").number == "B001"


def test_the_alert_is_over_by_itself_and_takes_no_number_with_it(day: DayHall) -> None:
    stop(day, item="WHL-001", until=MONDAY_TEN + timedelta(minutes=30))
    day.later(minutes=30)
    assert day.take(item="WHL-001").number == "A001"
    assert alerts_now(snapshot=day.parts.snapshot(), clock=day.clock) == ()


def test_lifted_before_its_time_it_is_done_again(day: DayHall) -> None:
    stop(day, item="WHL-001")
    lift(day, item="WHL-001")
    assert day.take(item="WHL-001").number == "A001"
    with pytest.raises(NoAlert):
        lift(day, item="WHL-001")


def test_a_second_alert_takes_the_place_of_the_first(day: DayHall) -> None:
    stop(day, item="WHL-001")
    stop(day, item="WHL-001", until=NOON + timedelta(hours=3), reason=AlertReason.STAFF)
    (only,) = alerts_now(snapshot=day.parts.snapshot(), clock=day.clock)
    assert (only.until, only.reason) == (NOON + timedelta(hours=3), AlertReason.STAFF)
    lift(day, item="WHL-001")
    assert day.take(item="WHL-001").number == "A001"


def test_screens_have_it_with_the_hall(day: DayHall) -> None:
    stop(day, item="WHL-001")
    stop(day, line="B")
    now = queue_now(**day.asked)
    item, line = now.stopped(item="WHL-001", line="A"), now.stopped(item="WHL-002", line="B")
    assert (item and item.item, line and line.line) == ("WHL-001", "B")
    assert now.stopped(item="WHL-002", line="A") is None


def test_who_set_and_lifted_it_stands_in_the_audit(day: DayHall) -> None:
    clerk = day.clerk(counter=None)
    stop(day, item="WHL-001", clerk=clerk)
    lift(day, item="WHL-001")
    assert day.acts()[-2:] == [("staff:07", "alert set", "hall:alert"), ("os:test", "alert lift", "hall:alert")]


def test_what_is_no_alert(day: DayHall) -> None:
    with pytest.raises(AlertNamesBoth):
        stop(day, item="WHL-001", line="A")
    with pytest.raises(AlertNamesBoth):
        stop(day)
    with pytest.raises(AlertEndsTooEarly):
        stop(day, item="WHL-001", until=MONDAY_TEN)
    with pytest.raises(AlertEndsTooLate):
        stop(day, item="WHL-001", until=MONDAY_TEN + timedelta(days=1))
    with pytest.raises(UnknownItem):
        stop(day, item="WHL-999")
    with pytest.raises(UnknownLine):
        stop(day, line="Z")
    assert alerts_now(snapshot=day.parts.snapshot(), clock=day.clock) == ()


def test_a_live_hall_asks_who_it_is(parts: Parts) -> None:
    day = DayHall(parts, hall(live=True))
    with pytest.raises(ForbiddenOnLiveHall):
        stop(day, item="WHL-001")
    assert day.acts() == []
