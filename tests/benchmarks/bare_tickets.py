"""The floor under a ticket: its rows, by the same driver with the same pragmas, in one transaction, and nothing else.

No SQLAlchemy, no rules, no look for a repeated request: what is left is what the disk and SQLite cost.
"""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from kiosk.infrastructure.database.sqlite import driver, pragmas
from kiosk.infrastructure.database.writer_lock import WriterLock

_DAY = "2026-11-23"
_MOMENT = "2026-11-23T09:30:00+08:00"
_NEXT = "INSERT INTO series (day, line, last) VALUES (?, 'A', 1) ON CONFLICT (day, line) DO UPDATE SET last = last + 1 RETURNING last"
_TICKET = (
    "INSERT INTO ticket (day, line, sequence, item, ticket_class, issued_at, state, ahead, wait_low, wait_high, request_id)"
    " VALUES (?, 'A', ?, 'WHL-MZ-001', 'normal', ?, 'waiting', ?, ?, ?, ?) RETURNING id"
)
_EVENT = "INSERT INTO ticket_event (ticket_id, kind, at, detail) VALUES (?, 'issued', ?, NULL)"


class BareTickets:
    """One connection to a database that has seen first use."""

    def __init__(self, path: Path) -> None:
        sqlite = driver()
        self._connection: Any = sqlite.connect(str(path), isolation_level=None, cached_statements=64)
        for pragma in pragmas(sqlite.sqlite_version_info):
            self._connection.execute(pragma)
        self._lock = WriterLock(path.with_name(f"{path.name}.lock"))

    def write(self) -> str:
        """One transaction; the number."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        (sequence,) = execute(_NEXT, (_DAY,)).fetchone()
        values = (_DAY, sequence, _MOMENT, sequence, sequence // 20, sequence // 20 + 5, str(uuid.uuid4()))
        (ticket,) = execute(_TICKET, values).fetchone()
        execute(_EVENT, (ticket, _MOMENT))
        execute("COMMIT")
        return f"A{sequence:03}"

    def write_in_turn(self) -> str:
        """`write`, queueing with other processes as tickets do."""
        with self._lock.held(60) as held:
            if not held:
                raise TimeoutError
            return self.write()

    def close(self) -> None:
        self._connection.close()
