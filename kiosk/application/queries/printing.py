"""How paper stands, for staff: the printers as they last spoke, and the day's print jobs.

Here: the rows. Elsewhere: moving a job on (commands.print_ticket), what a printer says (commands.watch_printer).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.application.ports import PrinterSeen, Snapshot
from kiosk.domain.numbering import BusinessDay
from kiosk.domain.queueing import REPRINT, PrintJobId, PrintState


@dataclass(frozen=True, slots=True)
class PrintJobSeen:
    """One job with its ticket's number. `reprint`: it is the ticket's one copy."""

    id: PrintJobId
    number: str
    state: PrintState
    cause: str | None
    queued_at: datetime
    changed_at: datetime
    reprint: bool


def printers_now(*, snapshot: Snapshot) -> tuple[PrinterSeen, ...]:
    """Every printer of the hall that ever said anything, as it stood when it last changed."""
    with snapshot:
        return tuple(snapshot.printers.now())


def print_jobs_on(*, day: BusinessDay, snapshot: Snapshot) -> tuple[PrintJobSeen, ...]:
    """All of a day, oldest first."""
    with snapshot:
        numbers = {ticket.id: str(ticket.number) for ticket in snapshot.tickets.on_day(day)}
        return tuple(
            PrintJobSeen(job.id, numbers[job.ticket], job.state, job.cause, job.queued_at, job.changed_at, job.copy == REPRINT)
            for job in snapshot.print_jobs.on_day(day)
        )
