"""What an alert stops, and when it holds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.domain.alerts import Alert, AlertId, AlertReason, alert_on, check_alert
from kiosk.domain.numbering import LineId
from kiosk.domain.refusals import AlertEndsTooLate
from tests.support.halls import MONDAY_TEN

HOUR = timedelta(hours=1)


def alert(item: str | None = None, line: str | None = None, *, hours: float = 1) -> Alert:
    return Alert(
        id=AlertId(1),
        item=item,
        line=LineId(line) if line is not None else None,
        reason=AlertReason.SYSTEM,
        since=MONDAY_TEN,
        until=MONDAY_TEN + hours * HOUR,
    )


@pytest.mark.parametrize(
    ("stopped", "item", "line", "concerned"),
    [
        (alert(item="X"), "X", "A", True),
        (alert(item="X"), "X", "B", True),
        (alert(item="X"), "Y", "A", False),
        (alert(item="X"), None, "A", False),
        (alert(line="A"), None, "A", True),
        (alert(line="A"), "X", "A", True),
        (alert(line="A"), "X", "B", False),
    ],
)
def test_an_item_is_stopped_on_every_line_and_a_line_for_every_item(stopped: Alert, item: str | None, line: str, concerned: bool) -> None:
    assert stopped.concerns(item=item, line=line) is concerned


@pytest.mark.parametrize(
    ("moment", "holds"),
    [
        (MONDAY_TEN, True),
        (MONDAY_TEN + HOUR - timedelta(seconds=1), True),
        (MONDAY_TEN + HOUR, False),
        (MONDAY_TEN - HOUR, True),  # a clock that was set back
        (MONDAY_TEN - timedelta(days=1), False),
        (MONDAY_TEN + timedelta(days=1), False),
    ],
)
def test_it_holds_until_its_end_and_never_on_another_day(moment: object, holds: bool) -> None:
    assert alert(line="A").holds_at(moment) is holds  # type: ignore[arg-type]


def test_of_two_that_stop_the_same_the_longer_is_told() -> None:
    longer = alert(line="A", hours=3)
    assert alert_on([alert(item="X"), longer], item="X", line="A", moment=MONDAY_TEN) is longer
    assert alert_on([], item="X", line="A", moment=MONDAY_TEN) is None


def test_the_last_minute_of_today_is_today_and_midnight_is_not() -> None:
    midnight = MONDAY_TEN.replace(hour=0) + timedelta(days=1)
    check_alert(item=None, line="A", until=midnight - timedelta(minutes=1), moment=MONDAY_TEN)
    with pytest.raises(AlertEndsTooLate):
        check_alert(item=None, line="A", until=midnight, moment=MONDAY_TEN)
