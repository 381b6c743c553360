"""今日停办: an item or a whole line that is not done for the rest of today, or until an hour of today.

Here: what an alert is and when it holds. Elsewhere: who sets and lifts it (commands.alerts), what is refused meanwhile (commands.take_ticket),
the words (interface.shared.alert_words). What is stopped for longer than today is a change of the catalogue, not an alert.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from kiosk.domain.numbering import LineId, business_day
from kiosk.domain.refusals import AlertEndsTooEarly, AlertEndsTooLate, AlertNamesBoth

AlertId = NewType("AlertId", int)


class AlertReason(StrEnum):
    """Chosen, not typed: it is read by the whole hall, and nobody's name gets into it."""

    SYSTEM = "system"
    """The program in which it is done does not answer."""
    NETWORK = "network"
    POWER = "power"
    DEVICE = "device"
    """A printer, a card reader, a camera at the counter."""
    STAFF = "staff"
    """Whoever does it is not here today."""
    ORDERED = "ordered"
    """A department above has told to stop."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Of an item or of a line, never of both. Holds from `since` until `until`, that moment not included, both of one business day."""

    id: AlertId
    item: str | None
    line: LineId | None
    reason: AlertReason
    since: datetime
    until: datetime

    def holds_at(self, moment: datetime) -> bool:
        """A clock that was set back ends no alert: it was set by somebody who saw that it cannot be done."""
        return moment < self.until and business_day(moment) == business_day(self.since)

    def concerns(self, *, item: str | None, line: str) -> bool:
        """Whether a ticket for this item on this line asks for what is stopped."""
        return self.line == line if self.item is None else self.item == item


def check_alert(*, item: str | None, line: str | None, until: datetime, moment: datetime) -> None:
    """Refuses AlertNamesBoth (or neither), AlertEndsTooEarly (in the past), AlertEndsTooLate (after today)."""
    if (item is None) == (line is None):
        raise AlertNamesBoth(item=item, line=line)
    if until <= moment:
        raise AlertEndsTooEarly(until=until)
    if until.date() != moment.date():
        raise AlertEndsTooLate(until=until)


def alert_on(alerts: Iterable[Alert], *, item: str | None, line: str, moment: datetime) -> Alert | None:
    """The alert that stops a ticket; where several do, the one that holds longest."""
    stopping = [alert for alert in alerts if alert.concerns(item=item, line=line) and alert.holds_at(moment)]
    return max(stopping, key=lambda alert: alert.until, default=None)
