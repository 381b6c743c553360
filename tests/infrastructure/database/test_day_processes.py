"""The hall's day with several processes at once: one helper goes, a day is ended once, an alert stands once, no number of the pad twice."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from contextlib import closing

import pytest

from kiosk.application.commands.assistance import call_for_help
from kiosk.domain.assistance import HelpReason
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.day_hall import DayHall
from tests.support.day_worker import QUOTA
from tests.support.halls import CHECKOUT, environment

pytestmark = pytest.mark.slow


def together(deed: str, data: DataDirectory, count: int, processes: int) -> list[list[str]]:
    """What each process won."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.support.day_worker", deed, str(data.root), str(count), str(1 + turn % 3)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment(""),
        )
        for turn in range(processes)
    ]  # fmt: skip
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    won = []
    for process in started:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        won.append(out.split())
    return won


def rows(data: DataDirectory, question: str) -> list[tuple[object, ...]]:
    with closing(driver().connect(str(data.database))) as connection:
        found: list[tuple[object, ...]] = connection.execute(question).fetchall()
        return found


def test_to_each_call_exactly_one_helper_goes(parts: Parts, data: DataDirectory) -> None:
    day = DayHall(parts)
    day.clerk()
    for kiosk in range(1, 25):
        call_for_help(kiosk=kiosk, reason=HelpReason.TALK, **day.deed)
    parts.close()
    won = together("help", data, 24, 4)
    assert sorted(int(call) for each in won for call in each) == list(range(1, 25))
    assert sum(1 for each in won if each) > 1, "they must have met"
    assert rows(data, "SELECT state, count(*) FROM help_call GROUP BY state") == [("taken", 24)]
    assert rows(data, "SELECT count(*), count(DISTINCT call_id) FROM help_call_event WHERE kind = 'taken'") == [(24, 24)]
    assert rows(data, "SELECT count(*) FROM audit_entry WHERE act = 'help take'") == [(24,)]


def test_a_day_is_ended_once_however_many_end_it(parts: Parts, data: DataDirectory) -> None:
    day = DayHall(parts)
    for _ in range(30):
        day.take()
    day.call()
    parts.close()
    won = together("end", data, 3, 4)
    assert sum(int(tickets) for each in won for tickets in each) == 30
    assert rows(data, "SELECT state, count(*) FROM ticket GROUP BY state") == [("closed", 30)]
    assert rows(data, "SELECT count(*), count(DISTINCT ticket_id) FROM ticket_event WHERE kind = 'closed'") == [(30, 30)]
    assert rows(data, "SELECT count(*) FROM audit_entry WHERE act = 'day end'") == [(1,)]


def test_of_a_line_one_alert_stands_whoever_sets_it(data: DataDirectory) -> None:
    won = together("alert", data, 6, 4)
    assert len({alert for each in won for alert in each}) == 24
    assert rows(data, "SELECT count(*) FROM alert WHERE ended_at IS NULL") == [(1,)]
    assert rows(data, "SELECT count(*) FROM alert") == [(24,)]


def test_a_number_of_the_pad_is_entered_once(data: DataDirectory) -> None:
    won = together("pad", data, 15, 3)
    assert sorted(number for each in won for number in each) == [f"P{sequence:03d}" for sequence in range(1, 16)]


def test_nobody_slips_through_a_quota(data: DataDirectory) -> None:
    won = together("quota", data, 10, 4)
    numbers = Counter(number for each in won for number in each)
    assert len(numbers) == QUOTA
    assert set(numbers.values()) == {1}
