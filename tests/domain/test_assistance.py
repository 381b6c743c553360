"""A call through its minutes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.assistance import HelpCall, HelpCallId, HelpCallState, HelpReason
from tests.support.halls import MONDAY_TEN


def call(state: HelpCallState = HelpCallState.RINGING, *, taken_after: float | None = None) -> HelpCall:
    taken_at = MONDAY_TEN + timedelta(seconds=taken_after) if taken_after is not None else None
    return HelpCall(
        id=HelpCallId(1), day=MONDAY_TEN.date(), kiosk=1, reason=HelpReason.TALK, state=state, rung_at=MONDAY_TEN, taken_at=taken_at
    )


@pytest.mark.parametrize(
    ("seconds", "state", "escalated"),
    [
        (-5, HelpCallState.RINGING, False),
        (0, HelpCallState.RINGING, False),
        (59.9, HelpCallState.RINGING, False),
        (60, HelpCallState.RINGING, True),
        (15 * 60 - 1, HelpCallState.RINGING, True),
        (15 * 60, HelpCallState.LAPSED, False),
    ],
)
def test_it_rings_then_louder_then_no_more(seconds: float, state: HelpCallState, escalated: bool) -> None:
    moment = MONDAY_TEN + timedelta(seconds=seconds)
    assert (call().state_at(moment), call().is_escalated(moment)) == (state, escalated)


def test_once_taken_it_neither_lapses_nor_escalates() -> None:
    taken = call(HelpCallState.TAKEN, taken_after=20)
    late = MONDAY_TEN + timedelta(hours=1)
    assert (taken.state_at(late), taken.is_escalated(late), taken.rang(late)) == (HelpCallState.TAKEN, False, timedelta(seconds=20))


def test_a_helper_on_the_way_holds_the_screen_for_a_quarter_of_an_hour() -> None:
    taken = call(HelpCallState.TAKEN, taken_after=60)
    assert not taken.is_stale(MONDAY_TEN + timedelta(minutes=16) - timedelta(seconds=1))
    assert taken.is_stale(MONDAY_TEN + timedelta(minutes=16))
