"""The floor under a call: its rows, by the same driver with the same pragmas, in one transaction, and nothing else.

No SQLAlchemy, no session, no look at the counter or the queue: what is left is what the disk and SQLite cost for the ticket's row, its event, the
run of priority calls and the audit's entry.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kiosk.infrastructure.database.sqlite import driver, pragmas

_DAY, _MOMENT = "2026-11-23", "2026-11-23T09:30:00+08:00"
_CALL = (
    "UPDATE ticket SET state = 'finished', counter = 1, called_at = ?, since = ?, version = version + 1"
    " WHERE id = (SELECT min(id) FROM ticket WHERE day = ? AND state = 'waiting') RETURNING id"
)
_EVENT = "INSERT INTO ticket_event (ticket_id, kind, at, counter, staff, detail) VALUES (?, 'called', ?, 1, '07', ?)"
_RUN = "INSERT INTO calling_run (day, line, priority_streak) VALUES (?, 'A', 0) ON CONFLICT (day, line) DO UPDATE SET priority_streak = 0"
_AUDIT = "INSERT INTO audit_entry (at, actor, act, subject, details, former, digest) VALUES (?, 'staff:07', 'ticket call-next', ?, ?, ?, ?)"
_DETAIL = '{"deed":"call_next","was":{"state":"waiting","counter":null,"called_at":null,"since":null,"version":0}}'


class BareCalls:
    """One connection to a database that has seen first use and has tickets waiting."""

    def __init__(self, path: Path) -> None:
        sqlite = driver()
        self._connection: Any = sqlite.connect(str(path), isolation_level=None, cached_statements=64)
        for pragma in pragmas(sqlite.sqlite_version_info):
            self._connection.execute(pragma)

    def call(self) -> None:
        """One transaction."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        (ticket,) = execute(_CALL, (_MOMENT, _MOMENT, _DAY)).fetchone()
        execute(_EVENT, (ticket, _MOMENT, _DETAIL))
        execute(_RUN, (_DAY,))
        execute(_AUDIT, (_MOMENT, f"ticket:{ticket}", '{"counter": 1, "number": "A001"}', f"{ticket:064x}", f"{ticket + 1:064x}"))
        execute("COMMIT")

    def close(self) -> None:
        self._connection.close()
