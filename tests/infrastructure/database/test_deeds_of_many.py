"""Eight processes do all kinds of deeds to one hall at once, two counters with two consoles each. The benchmark does it a hundred thousand times."""

from contextlib import closing

import pytest

from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from tests.support.crowd_of_deeds import crowd, examine

pytestmark = pytest.mark.slow


def test_eight_processes_lose_and_double_nothing(data: DataDirectory) -> None:
    left = crowd(data, 50)
    assert (left.duplicates, left.double_calls, left.gaps, left.faults) == (0, 0, 0, [])
    assert left.operations == 400
    # Everybody was in everybody's way, and most kinds of deeds were done.
    assert left.acknowledged["called"] > 20
    assert len(left.acknowledged) >= 9
    assert left.refused["CounterOccupied"] > 0
    _and_a_fault_would_have_been_seen(data)


def _and_a_fault_would_have_been_seen(data: DataDirectory) -> None:
    """A call of a ticket that is over, and a number that was never given."""
    with closing(driver().connect(str(data.database))) as connection:
        over, line, last = connection.execute("SELECT id, line, sequence FROM ticket WHERE state = 'finished' LIMIT 1").fetchone()
        connection.execute(
            "INSERT INTO ticket_event (ticket_id, kind, at, counter) VALUES (?, 'called', '2026-11-23T10:00:00+08:00', 2)", (over,)
        )
        connection.execute("UPDATE series SET last = last + 1 WHERE line = ?", (line,))
        connection.commit()
    left = examine(data.database, [])
    assert left.gaps == 1
    assert any("called while finished" in fault for fault in left.faults)
    assert last > 0
