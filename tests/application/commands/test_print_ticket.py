"""Print jobs in the database: one paper a job, final states stay, a restart prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.application.commands.print_ticket import JOB_LIFE, begin_printing, fail_left_over_jobs, record_print_state
from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintJobId, PrintState
from tests.support.job_database import JobDatabase, job_database

LIFE = JOB_LIFE.total_seconds()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[JobDatabase]:
    with job_database(tmp_path) as made:
        yield made


def begin(database: JobDatabase, job: PrintJobId) -> PrintOutcome | None:
    return begin_printing(job=job, uow=database.unit_of_work(), clock=database.clock)


def record(database: JobDatabase, job: PrintJobId, state: PrintState, cause: PrintCause | None = None) -> None:
    record_print_state(job=job, state=state, cause=cause, uow=database.unit_of_work(), clock=database.clock)


def test_a_queued_job_begins_once(database: JobDatabase) -> None:
    job = database.queue_job()
    assert begin(database, job) is None
    assert database.job(job).state is PrintState.PRINTING
    assert begin(database, job) == PrintOutcome(PrintState.PRINTING)


@pytest.mark.parametrize(
    ("state", "cause"),
    [(PrintState.PRINTED, None), (PrintState.FAILED, PrintCause.NO_PAPER), (PrintState.UNKNOWN, PrintCause.NO_ANSWER)],
)
def test_a_job_that_ended_stays_so(database: JobDatabase, state: PrintState, cause: PrintCause | None) -> None:
    job = database.queue_job()
    begin(database, job)
    record(database, job, state, cause)
    record(database, job, PrintState.PRINTING)
    record(database, job, PrintState.FAILED, PrintCause.TIMED_OUT)
    kept = database.job(job)
    assert (kept.state, kept.cause) == (state, cause)
    assert begin(database, job) == PrintOutcome(state, cause)


def test_a_job_without_a_row_is_not_printed(database: JobDatabase) -> None:
    assert begin(database, PrintJobId(77)) == PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT)


def test_left_over_jobs_are_failed_by_the_restart(database: JobDatabase) -> None:
    queued, printing, printed = (database.queue_job() for _ in range(3))
    begin(database, printing)
    begin(database, printed)
    record(database, printed, PrintState.PRINTED)
    database.clock.step(LIFE)
    assert fail_left_over_jobs(uow=database.unit_of_work(), clock=database.clock) == 2
    for job in (queued, printing):
        assert (database.job(job).state, database.job(job).cause) == (PrintState.FAILED, PrintCause.RESTART)
        assert begin(database, job) == PrintOutcome(PrintState.FAILED, PrintCause.RESTART)
    assert database.job(printed).state is PrintState.PRINTED
    assert fail_left_over_jobs(uow=database.unit_of_work(), clock=database.clock) == 0


def test_a_job_within_its_life_belongs_to_somebody(database: JobDatabase) -> None:
    job = database.queue_job()
    database.clock.step(LIFE - 1)
    assert fail_left_over_jobs(uow=database.unit_of_work(), clock=database.clock) == 0
    assert database.job(job).state is PrintState.QUEUED


def test_a_clock_that_was_set_back_hides_no_job(database: JobDatabase) -> None:
    job = database.queue_job()
    database.clock.step(-3600)
    assert fail_left_over_jobs(uow=database.unit_of_work(), clock=database.clock) == 1
    assert database.job(job).state is PrintState.FAILED
