"""The state of a ticket's paper, written down: what the print desk reports, and what a restart leaves behind.

Here: the rows of print jobs. Elsewhere: the printing itself (infrastructure.printing), a job's first row (take_ticket writes it with the ticket).
"""

from __future__ import annotations

from datetime import timedelta

from kiosk.application.ports import Clock, PrintOutcome, UnitOfWork
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintJobId, PrintState

JOB_LIFE = timedelta(seconds=30)
"""A ticket job lives this long (experience §3); after that it is failed and never printed."""


def begin_printing(*, job: PrintJobId, uow: UnitOfWork, clock: Clock) -> PrintOutcome | None:
    """Moves a queued job to printing and gives None: go on. Otherwise changes nothing and tells how the job stands: print nothing.

    One paper a job, however often and by however many processes it is handed over. A job without a row is a PROGRAM_FAULT.
    """
    with uow:
        found = uow.print_jobs.by_id(job)
        if found is None:
            return PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT)
        if found.state is not PrintState.QUEUED:
            return PrintOutcome(found.state, PrintCause(found.cause) if found.cause else None)
        uow.print_jobs.change(job, PrintState.PRINTING, clock.now())
        uow.commit()
    return None


def record_print_state(*, job: PrintJobId, state: PrintState, cause: PrintCause | None, uow: UnitOfWork, clock: Clock) -> None:
    """Moves a job to `state`. One that is printed, failed or unknown stays so: the repository drops a late report."""
    with uow:
        uow.print_jobs.change(job, state, clock.now(), cause.value if cause else None)
        uow.commit()


def fail_left_over_jobs(*, uow: UnitOfWork, clock: Clock) -> int:
    """Sets jobs that nobody works on any more to failed, cause `restart`, and says how many. Nothing is printed.

    A job is left over when it is queued or printing and older than JOB_LIFE, or younger than now (the clock was set back). A job within its
    life may belong to another kiosk on the same database, so the desk asks at its start and once more when JOB_LIFE has gone by.
    """
    with uow:
        now = clock.now()
        left_over = [job for job in uow.print_jobs.unfinished() if not now - JOB_LIFE < job.queued_at <= now]
        for job in left_over:
            uow.print_jobs.change(job.id, PrintState.FAILED, now, PrintCause.RESTART.value)
        if left_over:
            uow.commit()
    return len(left_over)
