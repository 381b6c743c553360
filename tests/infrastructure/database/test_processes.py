"""Several processes on one database file, under real contention."""

import subprocess
import sys
from collections import Counter
from contextlib import closing

import pytest

from kiosk.domain.numbering import business_day
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import CHECKOUT, MONDAY_TEN, environment

pytestmark = pytest.mark.slow


def start(deed: str, data: DataDirectory, count: int, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.issuer", deed, str(data.root), str(count), *more],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment(""),
    )  # fmt: skip


def go(processes: list[subprocess.Popen[str]]) -> None:
    """Lets all of them begin together."""
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()


def numbers(process: subprocess.Popen[str], code: int = 0) -> list[str]:
    out, err = process.communicate(timeout=120)
    assert process.returncode == code, err
    return out.split()


def sequences(data: DataDirectory) -> list[int]:
    """All of the A line, from the file itself, which must be whole."""
    with closing(driver().connect(str(data.database))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return [row[0] for row in connection.execute("SELECT sequence FROM ticket WHERE line = 'A' ORDER BY id")]


def test_eight_writers_three_of_them_killed_lose_and_repeat_nothing(data: DataDirectory) -> None:
    processes = [start("take", data, 60) for _ in range(8)]
    go(processes)
    acknowledged: list[str] = []
    for victim in processes[:3]:
        assert victim.stdout is not None
        acknowledged += [victim.stdout.readline().strip() for _ in range(10)]
        victim.kill()
    for victim in processes[:3]:
        assert victim.stdout is not None
        # Not `communicate`: it would leave out what `readline` has read ahead. A line that was cut by the kill was told to nobody.
        acknowledged += [line for line in victim.stdout.read().split("\n")[:-1] if line]
        victim.communicate(timeout=60)
    for process in processes[3:]:
        acknowledged += numbers(process)
    written = sequences(data)
    assert len(acknowledged) >= 330
    assert [number for number, times in Counter(acknowledged).items() if times > 1] == []
    assert written == list(range(1, len(written) + 1))
    assert {int(number[1:]) for number in acknowledged} <= set(written)
    # A killed writer may have one ticket on disk that it could not tell of any more, never more than that.
    assert len(written) - len(acknowledged) <= 3


def test_every_ticket_is_called_once(data: DataDirectory) -> None:
    takers = [start("take", data, 30) for _ in range(2)]
    go(takers)
    taken = [number for process in takers for number in numbers(process)]
    callers = [start("call", data, 1000) for _ in range(4)]
    go(callers)
    called = [numbers(process) for process in callers]
    assert sorted(number for each in called for number in each) == sorted(taken)
    assert sum(1 for each in called if each) > 1


def test_a_number_is_either_called_or_given_back(data: DataDirectory) -> None:
    """Two callers and two who cancel the same sixty numbers at once: each number has exactly one winner, and its state says which."""
    (taker,) = takers = [start("take", data, 60, "tap")]
    go(takers)
    taken = numbers(taker)
    callers = [start("call", data, 1000) for _ in range(2)]
    cancellers = [start("cancel", data, 60) for _ in range(2)]
    go([*cancellers, *callers])
    called = [number for process in callers for number in numbers(process)]
    cancelled = [number for process in cancellers for number in numbers(process)]
    assert sorted(called + cancelled) == sorted(taken)
    with closing(driver().connect(str(data.database))) as connection:
        states = connection.execute("SELECT state, count(*) FROM ticket GROUP BY state").fetchall()
        events = connection.execute(
            "SELECT kind, count(*), count(DISTINCT ticket_id) FROM ticket_event WHERE kind IN ('called', 'cancelled') GROUP BY kind"
        ).fetchall()
    expected = {kind: len(found) for kind, found in (("called", called), ("cancelled", cancelled)) if found}
    # A rehearsal's call ends the one before it at its counter.
    ended = dict(states)
    ended["called"] = ended.get("called", 0) + ended.pop("finished", 0)
    assert {kind: count for kind, count in ended.items() if count} == expected
    assert {kind: (count, tickets) for kind, count, tickets in events} == {kind: (count, count) for kind, count in expected.items()}


def test_a_paper_is_copied_once_by_all_kiosks_together(data: DataDirectory) -> None:
    (taker,) = takers = [start("take", data, 20, "tap")]
    go(takers)
    taken = numbers(taker)
    kiosks = [start("reprint", data, 20) for _ in range(4)]
    go(kiosks)
    assert sorted(number for process in kiosks for number in numbers(process)) == taken
    with closing(driver().connect(str(data.database))) as connection:
        assert connection.execute("SELECT count(*), count(DISTINCT ticket_id) FROM print_job WHERE copy = 1").fetchall() == [(20, 20)]


def test_a_request_repeated_by_other_processes_gives_the_same_ticket(data: DataDirectory) -> None:
    processes = [start("take", data, 20, "tap") for _ in range(4)]
    go(processes)
    given = [numbers(process) for process in processes]
    assert given[0] == given[1] == given[2] == given[3]
    assert sequences(data) == list(range(1, 21))


def test_processes_that_meet_at_first_use_share_one_hall(data: DataDirectory) -> None:
    fresh = DataDirectory(data.root / "fresh")
    command = [sys.executable, "-m", "kiosk", "ticket", "take", "--line", "A", "--json", "--data", str(fresh.root)]
    started = [
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment(MONDAY_TEN.isoformat())
        )
        for _ in range(3)
    ]
    for process in started:
        numbers(process)
    assert sequences(fresh) == [1, 2, 3]
    parts = Parts(data=fresh, environment={})
    with parts.snapshot() as snapshot:
        assert len(snapshot.calendar.between(business_day(MONDAY_TEN).replace(month=10, day=1), MONDAY_TEN.date()).days) == 8
    parts.close()
