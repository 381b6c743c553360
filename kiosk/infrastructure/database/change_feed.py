"""ChangeFeed on SQLite: `pragma data_version` on a held connection says that some process wrote; the event and audit rows say what.

Nothing is polled but that one number, 2 µs a look.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from kiosk.application.changes import Changed, Subject
from kiosk.infrastructure.database.schema import audit_entry, printer_event, ticket_event

LOOK_SECONDS = 0.2
AWAY_SECONDS = 2.0
"""Between two tries while the database is away."""

log = logging.getLogger(__name__)

_SUBJECTS = {"ticket": Subject.QUEUEING, "catalog": Subject.CATALOG, "hall": Subject.HALL, "staff": Subject.STAFF}
_LAST_EVENT = select(func.coalesce(func.max(ticket_event.c.id), 0))
_LAST_AUDIT = select(func.coalesce(func.max(audit_entry.c.id), 0))
_LAST_PRINTER = select(func.coalesce(func.max(printer_event.c.id), 0))


class SqliteChangeFeed:
    """One thread. The listener is called on it, with what changed since the last call; what was there at the start is not told."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._seen: tuple[int, int, int] | None = None
        """The last event, audit and printer rows told of; kept while the database is away, so that nothing is missed."""

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
            except DBAPIError as error:
                # Once per reason: a database that stays damaged would fill the log, a line every two seconds.
                if str(error.orig) != told:
                    told = str(error.orig)
                    log.warning("change feed: %s", told)
                self._closing.wait(AWAY_SECONDS)

    def _watch(self, connection: Connection, listener: Callable[[Changed], None], ready: threading.Event) -> None:
        version = self._version(connection)
        if self._seen is None:
            event, audit, printer = (connection.execute(last).scalar_one() for last in (_LAST_EVENT, _LAST_AUDIT, _LAST_PRINTER))
            self._seen = event, audit, printer
            connection.rollback()
        else:
            self._tell(connection, listener)
        ready.set()
        while not self._closing.wait(LOOK_SECONDS):
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
        event_seen, audit_seen, printer_seen = self._seen or (0, 0, 0)
        events = connection.execute(select(ticket_event.c.id, ticket_event.c.ticket_id).where(ticket_event.c.id > event_seen)).all()
        acts = connection.execute(select(audit_entry.c.id, audit_entry.c.subject).where(audit_entry.c.id > audit_seen)).all()
        printer = connection.execute(_LAST_PRINTER).scalar_one()
        connection.rollback()
        self._seen = max((row.id for row in events), default=event_seen), max((row.id for row in acts), default=audit_seen), printer
        subjects = {Subject.QUEUEING} if events else set()
        subjects |= {Subject.HALL} if printer > printer_seen else set()
        subjects |= {_SUBJECTS[kind] for act in acts if (kind := act.subject.partition(":")[0]) in _SUBJECTS}
        if subjects:
            listener(Changed(frozenset(subjects), frozenset(str(row.ticket_id) for row in events)))
