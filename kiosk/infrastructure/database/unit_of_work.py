"""Transactions: SqlSnapshot reads one consistent state, SqlUnitOfWork writes.

Both translate the driver's errors when they are left, so that whatever happens between is said in the port's words.

Elsewhere: the repositories it ties together (one module each), the lock before it (writer_lock.py).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from kiosk.application.unavailable import DatabaseUnavailable, DiskFull
from kiosk.domain.queueing import NewTicket, Ticket
from kiosk.infrastructure.database.alerts import SqlAlertRepository
from kiosk.infrastructure.database.asked import SqlAskedRepository
from kiosk.infrastructure.database.assistance import SqlHelpCallRepository
from kiosk.infrastructure.database.audit import SqlAuditRepository
from kiosk.infrastructure.database.audit_head import AuditHeadFile
from kiosk.infrastructure.database.calendar import SqlCalendarRepository
from kiosk.infrastructure.database.calls import SqlCallRepository
from kiosk.infrastructure.database.choices import SqlChoicesRepository
from kiosk.infrastructure.database.counters import SqlCounterRepository
from kiosk.infrastructure.database.durations import SqlWaitRepository
from kiosk.infrastructure.database.engine import READING, WRITING
from kiosk.infrastructure.database.faults import is_full, meaning
from kiosk.infrastructure.database.figures import SqlFiguresRepository
from kiosk.infrastructure.database.hall_day import SqlHallDayRepository
from kiosk.infrastructure.database.issued_log import IssuedLog
from kiosk.infrastructure.database.print_jobs import SqlPrintJobRepository
from kiosk.infrastructure.database.printers import SqlPrinterRepository
from kiosk.infrastructure.database.reserve import DiskReserve
from kiosk.infrastructure.database.staff import SqlStaffRepository
from kiosk.infrastructure.database.ticket_history import SqlTicketHistoryRepository
from kiosk.infrastructure.database.tickets import SqlTicketRepository
from kiosk.infrastructure.database.voices import SqlVoiceRepository
from kiosk.infrastructure.database.writer_lock import WriterLock

WRITER_SECONDS = 5.0
"""How long a writer queues before the database counts as away."""

log = logging.getLogger(__name__)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns the driver's errors into the port's. A constraint that fails stays what it is: a bug."""
    try:
        yield
    except (DBAPIError, UnicodeDecodeError) as error:
        known = meaning(getattr(error, "orig", None) or error, path)
        if known is None:
            raise
        raise known from error


class SqlSnapshot:
    """Begins when entered; a read transaction holds nobody up."""

    _begin = READING

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._audit_head = AuditHeadFile.beside(path)
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
    def calls(self) -> SqlCallRepository:
        return SqlCallRepository(self._connection)

    @property
    def ticket_history(self) -> SqlTicketHistoryRepository:
        return SqlTicketHistoryRepository(self._connection)

    @property
    def counters(self) -> SqlCounterRepository:
        return SqlCounterRepository(self._connection)

    @property
    def print_jobs(self) -> SqlPrintJobRepository:
        return SqlPrintJobRepository(self._connection)

    @property
    def printers(self) -> SqlPrinterRepository:
        return SqlPrinterRepository(self._connection)

    @property
    def voices(self) -> SqlVoiceRepository:
        return SqlVoiceRepository(self._connection)

    @property
    def choices(self) -> SqlChoicesRepository:
        return SqlChoicesRepository(self._connection)

    @property
    def calendar(self) -> SqlCalendarRepository:
        return SqlCalendarRepository(self._connection)

    @property
    def asked(self) -> SqlAskedRepository:
        return SqlAskedRepository(self._connection)

    @property
    def waits(self) -> SqlWaitRepository:
        return SqlWaitRepository(self._connection)

    @property
    def alerts(self) -> SqlAlertRepository:
        return SqlAlertRepository(self._connection)

    @property
    def help_calls(self) -> SqlHelpCallRepository:
        return SqlHelpCallRepository(self._connection)

    @property
    def hall_day(self) -> SqlHallDayRepository:
        return SqlHallDayRepository(self._connection)

    @property
    def figures(self) -> SqlFiguresRepository:
        return SqlFiguresRepository(self._connection)

    @property
    def audit(self) -> SqlAuditRepository:
        return SqlAuditRepository(self._connection, self._audit_head)

    @property
    def staff(self) -> SqlStaffRepository:
        return SqlStaffRepository(self._connection, writes=self._begin == WRITING)

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


class _Issuing(SqlTicketRepository):
    """Remembers what is issued, for the issued log."""

    def __init__(self, connection: Connection, issued: list[Ticket]) -> None:
        super().__init__(connection)
        self._issued = issued

    def issue(self, new: NewTicket) -> Ticket:
        ticket = super().issue(new)
        self._issued.append(ticket)
        return ticket


class SqlUnitOfWork(SqlSnapshot):
    """Begins IMMEDIATE after queueing for the writer's lock. Leaving without `commit` rolls back.

    Numbers that were committed also stand in the issued log, on disk, when it is left. A disk that is full costs the reserve: the next try
    has room.
    """

    _begin = WRITING

    def __init__(
        self,
        engine: Engine,
        path: Path,
        lock: WriterLock,
        patience: float = WRITER_SECONDS,
        *,
        issued_log: IssuedLog | None = None,
        reserve: DiskReserve | None = None,
        audit_head: AuditHeadFile | None = None,
        still_the_file: Callable[[], bool] = lambda: True,
    ) -> None:
        """`still_the_file`: False once another file was put in the place of the one that `engine` has open."""
        super().__init__(engine, path)
        self._lock = lock
        self._patience = patience
        self._issued_log = issued_log
        self._reserve = reserve
        self._audit_head = audit_head or self._audit_head
        self._still_the_file = still_the_file
        self._issued: list[Ticket] = []
        self._unsynced: list[int] = []
        self._audit: SqlAuditRepository | None = None

    @property
    def audit(self) -> SqlAuditRepository:
        """One for the whole transaction: it knows what is to be noted of the chain when it is committed."""
        if self._audit is None:
            self._audit = super().audit
        return self._audit

    @property
    def tickets(self) -> SqlTicketRepository:
        return _Issuing(self._connection, self._issued)

    def commit(self) -> None:
        with self.audit.noted():
            self._connection.commit()
        issued, self._issued = self._issued, []
        if issued and self._issued_log is not None:
            self._unsynced = self._logged(issued, self._issued_log)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._issued, self._audit = [], None
        unsynced, self._unsynced = self._unsynced, []
        try:
            super().__exit__(kind, error, trace)
        except DiskFull:
            if self._reserve is not None:
                self._reserve.release()
            raise
        finally:
            if unsynced and self._issued_log is not None:
                # Others may write meanwhile: the lock is let go of.
                self._issued_log.sync(unsynced)

    def _logged(self, issued: list[Ticket], issued_log: IssuedLog) -> list[int]:
        """The numbers are in the database: whatever becomes of the log, they are given."""
        try:
            return issued_log.write(issued)
        except OSError as error:
            if is_full(error) and self._reserve is not None and self._reserve.release():
                return self._logged(issued, issued_log)
            log.error("%d numbers are not in the issued log: %s", len(issued), error)  # noqa: TRY400  (a failing disk, no bug)
            return []

    def _queue_up(self, stack: ExitStack) -> None:
        if not stack.enter_context(self._lock.held(self._patience)):
            raise DatabaseUnavailable("writer lock", reason="locked", path=str(self._path))
        if not self._still_the_file():
            raise DatabaseUnavailable("another file is in its place", reason="locked", path=str(self._path))
