"""The hall's clock and the rehearsal's."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.domain.refusals import ForbiddenOnLiveHall
from kiosk.infrastructure.clock import hall_clock

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_the_halls_time_is_the_machines_in_the_halls_zone() -> None:
    before = datetime.now(UTC)
    now = hall_clock(SHANGHAI, live=True, rehearsal=None).now()
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize("start", ["2026-11-23T10:00:00+08:00", "2026-11-23T02:00:00+00:00", "2026-11-23T10:00:00", "2026-11-23T02:00:00Z"])
def test_a_rehearsal_starts_where_it_is_told_and_runs_on(start: str) -> None:
    clock = hall_clock(SHANGHAI, live=False, rehearsal=start)
    first = clock.now()
    assert first.isoformat(timespec="minutes") == "2026-11-23T10:00+08:00"
    assert clock.now() >= first


def test_a_live_hall_has_no_rehearsal() -> None:
    with pytest.raises(ForbiddenOnLiveHall):
        hall_clock(SHANGHAI, live=True, rehearsal="2026-11-23T10:00:00+08:00")


def test_what_is_no_moment_is_no_clock() -> None:
    with pytest.raises(ValueError, match="noon"):
        hall_clock(SHANGHAI, live=False, rehearsal="noon")
