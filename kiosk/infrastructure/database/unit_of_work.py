"""Transactions: SqlSnapshot reads one consistent state, SqlUnitOfWork writes.

Both translate the driver's errors when they are left, so that whatever happens between is said in the port's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.infrastructure.database.audit import SqlAuditRepository
from kiosk.infrastructure.database.calendar import SqlCalendarRepository
from kiosk.infrastructure.database.engine import READING, WRITING
from kiosk.infrastructure.database.faults import meaning
from kiosk.infrastructure.database.print_jobs import SqlPrintJobRepository
from kiosk.infrastructure.database.tickets import SqlTicketRepository
from kiosk.infrastructure.database.writer_lock import WriterLock

WRITER_SECONDS = 5.0
"""How long a writer queues before the database counts as away."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns the driver's errors into the port's. A constraint that fails stays what it is: a bug."""
    try:
        yield
    except DBAPIError as error:
        known = meaning(error.orig or error, path)
        if known is None:
            raise
        raise known from error


class SqlSnapshot:
    """Begins when entered; a read transaction holds nobody up."""

    _begin = READING

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._stack = ExitStack()
        self._entered: Connection | None = None

    @property
    def _connection(self) -> Connection:
        if self._entered is None:
            raise RuntimeError("not inside its with block")
        return self._entered

    @property
    def tickets(self) -> SqlTicketRepository:
        return SqlTicketRepository(self._connection)

    @property
    def print_jobs(self) -> SqlPrintJobRepository:
        return SqlPrintJobRepository(self._connection)

    @property
    def calendar(self) -> SqlCalendarRepository:
        return SqlCalendarRepository(self._connection)

    @property
    def audit(self) -> SqlAuditRepository:
        return SqlAuditRepository(self._connection)

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(translated(self._path))
            connection = stack.enter_context(self._engine.connect()).execution_options(**self._begin)
            # Had last and let go of first: others queue for it.
            self._queue_up(stack)
            stack.callback(connection.rollback)
            connection.begin()
            self._entered = connection
            self._stack = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._entered = None
        self._stack.__exit__(kind, error, trace)

    def _queue_up(self, stack: ExitStack) -> None:
        """What must be waited for before the transaction begins."""


class SqlUnitOfWork(SqlSnapshot):
    """Begins IMMEDIATE after queueing for the writer's lock. Leaving without `commit` rolls back."""

    _begin = WRITING

    def __init__(self, engine: Engine, path: Path, lock: WriterLock, patience: float = WRITER_SECONDS) -> None:
        super().__init__(engine, path)
        self._lock = lock
        self._patience = patience

    def commit(self) -> None:
        self._connection.commit()

    def _queue_up(self, stack: ExitStack) -> None:
        if not stack.enter_context(self._lock.held(self._patience)):
            raise DatabaseUnavailable("writer lock", reason="locked", path=str(self._path))
