"""Help calls: a screen rings, exactly one helper goes, and what ends a call."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.application.commands.assistance import call_for_help, cancel_help_call, help_call_done, take_help_call
from kiosk.application.commands.clerk import Clerk
from kiosk.application.queries.assistance import HelpAtKiosk, HelpNow, help_at_kiosk, help_now
from kiosk.domain.assistance import ESCALATE_AFTER, LAPSE_AFTER, HelpCall, HelpCallId, HelpCallState, HelpReason
from kiosk.domain.refusals import HelpCallOver, NoHelperNow, UnknownCounter, UnknownHelpCall
from kiosk.roles.parts import Parts
from tests.support.day_hall import DayHall
from tests.support.halls import hall


@pytest.fixture
def day(parts: Parts) -> DayHall:
    return DayHall(parts, replace(hall(), kiosks={2: "进门左手第二台"}))


def ring(day: DayHall, kiosk: int = 2, reason: HelpReason = HelpReason.WHAT) -> HelpCall:
    return call_for_help(kiosk=kiosk, reason=reason, **day.deed)


def take(day: DayHall, call: HelpCall, clerk: Clerk, counter: int = 1) -> HelpCall:
    return take_help_call(call=call.id, counter=counter, clerk=clerk, **day.deed)


def seen(day: DayHall) -> HelpNow:
    return help_now(**day.asked)


def at_kiosk(day: DayHall, kiosk: int = 2) -> HelpAtKiosk:
    return help_at_kiosk(kiosk=kiosk, **day.asked)


def test_a_call_rings_with_screen_place_and_reason(day: DayHall) -> None:
    day.clerk()
    ring(day)
    day.later(seconds=23)
    (call,) = help_now(**day.asked).ringing
    assert (call.kiosk, call.place, call.reason, call.seconds, call.escalates_in) == (2, "进门左手第二台", HelpReason.WHAT, 23, 37)
    assert not call.escalated


def test_a_bell_that_nobody_hears_is_refused(day: DayHall) -> None:
    with pytest.raises(NoHelperNow):
        ring(day)
    assert at_kiosk(day) == HelpAtKiosk(listens=False, call=None)


def test_pressing_again_is_the_same_call(day: DayHall) -> None:
    day.clerk()
    assert ring(day).id == ring(day, reason=HelpReason.TALK).id
    assert ring(day, kiosk=3).id != ring(day).id
    assert len(help_now(**day.asked).ringing) == 2


def test_one_helper_goes_and_the_next_is_told_who(day: DayHall) -> None:
    clerk = day.clerk()
    call = ring(day)
    taken = take(day, call, clerk)
    assert (taken.state, taken.counter, taken.taken_by) == (HelpCallState.TAKEN, 1, "staff:07")
    with pytest.raises(HelpCallOver) as refused:
        take(day, call, clerk, counter=2)
    assert refused.value.facts() == {"call": call.id, "state": "taken", "counter": 1}
    assert help_now(**day.asked).ringing == ()
    assert at_kiosk(day).call is not None


def test_it_is_told_louder_after_a_minute(day: DayHall) -> None:
    day.clerk()
    ring(day)
    day.later(seconds=ESCALATE_AFTER.total_seconds() - 1)
    assert not at_kiosk(day).escalated
    day.later(seconds=1)
    assert help_now(**day.asked).ringing[0].escalated
    assert at_kiosk(day).escalated


def test_done_and_then_another_may_call(day: DayHall) -> None:
    clerk = day.clerk()
    first = ring(day)
    with pytest.raises(HelpCallOver):
        help_call_done(call=first.id, clerk=clerk, uow=day.parts.unit_of_work(), clock=day.clock)
    take(day, first, clerk)
    day.later(minutes=3)
    done = help_call_done(call=first.id, clerk=clerk, uow=day.parts.unit_of_work(), clock=day.clock)
    assert (done.state, done.ended_at) == (HelpCallState.DONE, day.clock.moment)
    assert at_kiosk(day) == HelpAtKiosk(listens=True, call=None)
    assert ring(day).id != first.id


def test_whoever_called_may_do_without(day: DayHall) -> None:
    clerk = day.clerk()
    call = ring(day)
    cancel_help_call(kiosk=2, uow=day.parts.unit_of_work(), clock=day.clock)
    with pytest.raises(HelpCallOver) as refused:
        take(day, call, clerk)
    assert refused.value.state == "cancelled"
    assert at_kiosk(day).call is None
    cancel_help_call(kiosk=2, uow=day.parts.unit_of_work(), clock=day.clock)
    assert [each.state for each in seen(day).today] == [HelpCallState.CANCELLED]


def test_a_call_that_nobody_took_is_over_by_itself(day: DayHall) -> None:
    clerk = day.clerk()
    call = ring(day)
    day.later(seconds=LAPSE_AFTER.total_seconds())
    assert (help_now(**day.asked).ringing, at_kiosk(day).call) == ((), None)
    with pytest.raises(HelpCallOver) as refused:
        take(day, call, clerk)
    assert refused.value.state == "lapsed"
    assert ring(day).id != call.id
    assert [each.state for each in seen(day).today] == [HelpCallState.RINGING, HelpCallState.LAPSED]


def test_a_helper_who_never_said_done_keeps_nobody_from_calling(day: DayHall) -> None:
    clerk = day.clerk()
    call = ring(day)
    take(day, call, clerk)
    day.later(seconds=LAPSE_AFTER.total_seconds() - 1)
    assert ring(day).id == call.id
    day.later(seconds=1)
    assert at_kiosk(day).call is None
    assert ring(day).id != call.id


def test_what_is_written_down_of_a_call(day: DayHall) -> None:
    clerk = day.clerk()
    call = ring(day)
    take(day, call, clerk)
    assert day.acts()[-1] == ("staff:07", "help take", f"help:{call.id}")
    (row,) = seen(day).today
    assert (row.kiosk, row.reason, row.seconds, row.counter, row.taken_by) == (2, HelpReason.WHAT, 0, 1, "staff:07")


def test_calls_and_counters_that_are_not_there(day: DayHall) -> None:
    clerk = day.clerk()
    with pytest.raises(UnknownHelpCall):
        take_help_call(call=HelpCallId(9), counter=1, clerk=clerk, **day.deed)
    with pytest.raises(UnknownCounter):
        take_help_call(call=HelpCallId(9), counter=9, clerk=clerk, **day.deed)


def test_a_call_of_yesterday_is_nobodys(day: DayHall) -> None:
    day.clerk()
    ring(day)
    day.clock.moment += timedelta(days=1)
    assert (seen(day).today, at_kiosk(day).call) == ((), None)
