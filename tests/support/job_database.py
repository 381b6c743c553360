"""A real SQLite database with tickets and queued print jobs, and a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.application.ports import UnitOfWork
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.numbering import LineId, business_day
from kiosk.domain.queueing import NewTicket, PrintJob, PrintJobId, TicketClass
from kiosk.infrastructure.database.engine import open_engine
from kiosk.infrastructure.database.schema import metadata
from kiosk.infrastructure.database.unit_of_work import SqlUnitOfWork
from kiosk.infrastructure.database.writer_lock import WriterLock
from tests.support.ticket_papers import MONDAY


@dataclass(slots=True)
class HandClock:
    moment: datetime = MONDAY

    def now(self) -> datetime:
        return self.moment

    def step(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


class JobDatabase:
    """`away` makes every new unit of work fail as a locked database does."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        path = folder / "kiosk.sqlite"
        self.clock = clock
        self.away = False
        self._path = path
        self._lock = WriterLock(folder / "writer.lock")
        self.engine = open_engine(path)
        with self.engine.begin() as connection:
            metadata.create_all(connection)

    def unit_of_work(self) -> UnitOfWork:
        if self.away:
            raise DatabaseUnavailable("test", reason="locked")
        return SqlUnitOfWork(self.engine, self._path, self._lock)

    def queue_job(self) -> PrintJobId:
        """A fresh ticket of the A line with its queued job."""
        with self.unit_of_work() as uow:
            now = self.clock.now()
            ticket = uow.tickets.issue(
                NewTicket(
                    day=business_day(now),
                    line=LineId("A"),
                    item=None,
                    ticket_class=TicketClass.NORMAL,
                    issued_at=now,
                    ahead=0,
                    wait_low=None,
                    wait_high=None,
                    request_id=None,
                )
            )
            job = uow.print_jobs.queue(ticket.id, now)
            uow.commit()
        return job.id

    def job(self, job: PrintJobId) -> PrintJob:
        with self.unit_of_work() as uow:
            found = uow.print_jobs.by_id(job)
        assert found is not None
        return found


@contextmanager
def job_database(folder: Path) -> Iterator[JobDatabase]:
    database = JobDatabase(folder, HandClock())
    try:
        yield database
    finally:
        database.engine.dispose()
