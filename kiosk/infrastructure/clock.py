"""The hall's one clock: the machine's time in the hall's zone, or a rehearsal's.

Elsewhere: spans that no clock setting may change (uptime.py, domain.countdown).
"""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.domain.refusals import ForbiddenOnLiveHall


class HallClock:
    """Aware moments in the hall's zone. The machine's clock may step back; nothing here depends on it going forward."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def now(self) -> datetime:
        return datetime.now(self._zone)


class RehearsalClock:
    """Starts at a moment of the rehearsal's choice and runs on from there."""

    def __init__(self, zone: ZoneInfo, start: datetime) -> None:
        self._start = start.astimezone(zone)
        self._began = time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._began)


def hall_clock(zone: ZoneInfo, *, live: bool, rehearsal: str | None) -> HallClock | RehearsalClock:
    """`rehearsal`: KIOSK_NOW, RFC 3339; without an offset it is the hall's time.

    Refuses ForbiddenOnLiveHall on a live hall; ValueError for text that is not a moment.
    """
    if not rehearsal:
        return HallClock(zone)
    if live:
        raise ForbiddenOnLiveHall(act="KIOSK_NOW")
    start = datetime.fromisoformat(rehearsal)
    return RehearsalClock(zone, start if start.tzinfo else start.replace(tzinfo=zone))
