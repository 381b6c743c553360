"""ChangeFeed on SQLite: `pragma data_version` on a held connection says that some process wrote; the event and audit rows say what.

Nothing is polled but that one number, 2 µs a look.

Elsewhere: what is told (application.changes), who listens (roles).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from kiosk.application.changes import Changed, Subject
from kiosk.infrastructure.database.schema import audit_entry, help_call_event, printer_event, ticket_event, voice_event

LOOK_SECONDS = 0.2
AWAY_SECONDS = 2.0
"""Between two tries while the database is away."""

log = logging.getLogger(__name__)

_SUBJECTS = {
    "ticket": Subject.QUEUEING,
    "catalog": Subject.CATALOG,
    "hall": Subject.HALL,
    "staff": Subject.STAFF,
    "counter": Subject.QUEUEING,
}
_LAST_EVENT = select(func.coalesce(func.max(ticket_event.c.id), 0))
_LAST_AUDIT = select(func.coalesce(func.max(audit_entry.c.id), 0))
_LAST_HELP = select(func.coalesce(func.max(help_call_event.c.id), 0))
_LAST_DEVICE = select(
    select(func.coalesce(func.max(printer_event.c.id), 0)).scalar_subquery()
    + select(func.coalesce(func.max(voice_event.c.id), 0)).scalar_subquery()
)
"""Moves on with every word of a printer or of a display's voice."""


class SqliteChangeFeed:
    """One thread. The listener is called on it, with what changed since the last call; what was there at the start is not told."""

    def __init__(self, engine: Engine, *, look_seconds: float = LOOK_SECONDS) -> None:
        self._engine = engine
        self._look_seconds = look_seconds
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._seen: tuple[int, int, int, int] | None = None
        """The last event, audit, device and help rows told of; kept while the database is away, so that nothing is missed."""

    def start(self, listener: Callable[[Changed], None]) -> None:
        if self._thread is not None:
            raise RuntimeError("started twice")
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(listener, ready), name="change-feed", daemon=True)
        self._thread.start()
        ready.wait(AWAY_SECONDS)

    def close(self) -> None:
        self._closing.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self, listener: Callable[[Changed], None], ready: threading.Event) -> None:
        told = ""
        while not self._closing.is_set():
            try:
                with self._engine.connect() as connection:
                    self._watch(connection, listener, ready)
            except (DBAPIError, UnicodeDecodeError) as error:
                # Once per reason: a database that stays damaged would fill the log, a line every two seconds.
                reason = str(getattr(error, "orig", error))
                if reason != told:
                    told = reason
                    log.warning("change feed: %s", told)
                self._closing.wait(AWAY_SECONDS)

    def _watch(self, connection: Connection, listener: Callable[[Changed], None], ready: threading.Event) -> None:
        version = self._version(connection)
        if self._seen is None:
            lasts = (_LAST_EVENT, _LAST_AUDIT, _LAST_DEVICE, _LAST_HELP)
            event, audit, device, helped = (connection.execute(last).scalar_one() for last in lasts)
            self._seen = event, audit, device, helped
            connection.rollback()
        else:
            self._tell(connection, listener)
        ready.set()
        while not self._closing.wait(self._look_seconds):
            current = self._version(connection)
            if current != version:
                version = current
                self._tell(connection, listener)

    @staticmethod
    def _version(connection: Connection) -> int:
        # A transaction left open would pin the old snapshot, and the number would never move.
        version = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
        connection.rollback()
        return version

    def _tell(self, connection: Connection, listener: Callable[[Changed], None]) -> None:
        event_seen, audit_seen, device_seen, help_seen = self._seen or (0, 0, 0, 0)
        events = connection.execute(select(ticket_event.c.id, ticket_event.c.ticket_id).where(ticket_event.c.id > event_seen)).all()
        acts = connection.execute(select(audit_entry.c.id, audit_entry.c.subject).where(audit_entry.c.id > audit_seen)).all()
        device = connection.execute(_LAST_DEVICE).scalar_one()
        helped = connection.execute(_LAST_HELP).scalar_one()
        connection.rollback()
        event, audit = max((row.id for row in events), default=event_seen), max((row.id for row in acts), default=audit_seen)
        self._seen = event, audit, device, helped
        subjects = {Subject.QUEUEING} if events else set()
        subjects |= {Subject.HALL} if device > device_seen else set()
        subjects |= {Subject.ASSISTANCE} if helped > help_seen else set()
        subjects |= {_SUBJECTS[kind] for act in acts if (kind := act.subject.partition(":")[0]) in _SUBJECTS}
        if subjects:
            listener(Changed(frozenset(subjects), frozenset(str(row.ticket_id) for row in events)))
