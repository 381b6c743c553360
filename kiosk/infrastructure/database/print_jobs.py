"""PrintJobRepository over SQL.

Elsewhere: what a state means (domain.queueing), who reports it (infrastructure.printing.print_desk).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.domain.numbering import BusinessDay
from kiosk.domain.queueing import REPRINT, PrintJob, PrintJobId, PrintState, TicketEventKind, TicketId
from kiosk.infrastructure.database.schema import print_job, ticket, ticket_event

_UNFINISHED = (PrintState.QUEUED.value, PrintState.PRINTING.value)
_QUEUE = insert(print_job).returning(print_job.c.id)
_copy = upsert(print_job).values(
    ticket_id=bindparam("of"),
    state=PrintState.QUEUED.value,
    cause=None,
    queued_at=bindparam("now"),
    changed_at=bindparam("now"),
    copy=REPRINT,
)
_COPY = _copy.on_conflict_do_update(
    index_elements=[print_job.c.ticket_id, print_job.c.copy],
    set_={"state": _copy.excluded.state, "cause": None, "queued_at": _copy.excluded.queued_at, "changed_at": _copy.excluded.changed_at},
    where=print_job.c.state == PrintState.FAILED.value,
).returning(print_job.c.id)
"""One statement for the whole question: no copy yet, one that came to nothing, or one that is spent (then no row comes back)."""


class SqlPrintJobRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def queue(self, of: TicketId, at: datetime) -> PrintJob:
        moment = at.isoformat()
        row = {"ticket_id": of, "state": PrintState.QUEUED.value, "cause": None, "queued_at": moment, "changed_at": moment}
        number = PrintJobId(self._connection.execute(_QUEUE, row).scalar_one())
        return PrintJob(id=number, ticket=of, state=PrintState.QUEUED, cause=None, queued_at=at, changed_at=at)

    def queue_copy(self, of: TicketId, at: datetime) -> PrintJob | None:
        found = self._connection.execute(_COPY, {"of": of, "now": at.isoformat()}).scalar_one_or_none()
        if found is None:
            return None
        return PrintJob(id=PrintJobId(found), ticket=of, state=PrintState.QUEUED, cause=None, queued_at=at, changed_at=at, copy=REPRINT)

    def change(self, job: PrintJobId, state: PrintState, at: datetime, cause: str | None = None) -> None:
        changed = self._connection.execute(
            update(print_job)
            .where(print_job.c.id == job, print_job.c.state.in_(_UNFINISHED))
            .values(state=state.value, cause=cause, changed_at=at.isoformat())
            .returning(print_job.c.ticket_id)
        ).scalar_one_or_none()
        if changed is not None:
            event = {
                "ticket_id": changed,
                "kind": TicketEventKind.PAPER.value,
                "at": at.isoformat(timespec="seconds"),
                "detail": state.value,
            }
            self._connection.execute(insert(ticket_event), event)

    def by_id(self, job: PrintJobId) -> PrintJob | None:
        row = self._connection.execute(select(print_job).where(print_job.c.id == job)).one_or_none()
        return _job(row) if row is not None else None

    def latest_of(self, of: TicketId) -> PrintJob | None:
        newest = select(print_job).where(print_job.c.ticket_id == of).order_by(print_job.c.id.desc()).limit(1)
        row = self._connection.execute(newest).one_or_none()
        return _job(row) if row is not None else None

    def latest_on(self, day: BusinessDay) -> Mapping[TicketId, PrintJob]:
        return {job.ticket: job for job in self.on_day(day)}

    def on_day(self, day: BusinessDay) -> Sequence[PrintJob]:
        jobs = select(print_job).join(ticket).where(ticket.c.day == day).order_by(print_job.c.id)
        return [_job(row) for row in self._connection.execute(jobs)]

    def copy_of(self, of: TicketId) -> PrintJob | None:
        row = self._connection.execute(select(print_job).where(print_job.c.ticket_id == of, print_job.c.copy == REPRINT)).one_or_none()
        return _job(row) if row is not None else None

    def unfinished(self) -> Sequence[PrintJob]:
        jobs = select(print_job).where(print_job.c.state.in_(_UNFINISHED)).order_by(print_job.c.id)
        return [_job(row) for row in self._connection.execute(jobs)]


def _job(row: Row[Any]) -> PrintJob:
    return PrintJob(
        id=PrintJobId(row.id),
        ticket=TicketId(row.ticket_id),
        state=PrintState(row.state),
        cause=row.cause,
        queued_at=datetime.fromisoformat(row.queued_at),
        changed_at=datetime.fromisoformat(row.changed_at),
        copy=row.copy,
    )
