"""The desk over a real database: every trouble ends in the right row, a restart prints nothing, issuing never waits."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.application.ports import Printer, PrintOutcome
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintJobId, PrintState
from kiosk.infrastructure.printing.links import DeviceFileLink, NetworkLink, PaperWidth, PreviewLink
from kiosk.infrastructure.printing.print_desk import TicketPrintDesk, printer_for
from kiosk.infrastructure.printing.receipt_printer import ReceiptPrinter
from tests.support.job_database import JobDatabase, job_database
from tests.support.printer_double import PrinterDouble, PrinterMode
from tests.support.ticket_papers import PAPER

PATIENCE = 20.0
LONG, SHORT = 30.0, 0.5


@pytest.fixture
def database(tmp_path: Path) -> Iterator[JobDatabase]:
    with job_database(tmp_path) as made:
        yield made


@contextmanager
def desk_of(printer: Printer, database: JobDatabase, *, life: float = LONG) -> Iterator[TicketPrintDesk]:
    desk = TicketPrintDesk(printer=printer, unit_of_work=database.unit_of_work, clock=database.clock, life=life)
    desk.start()
    try:
        yield desk
    finally:
        desk.close(within=PATIENCE)


def preview(tmp_path: Path, family: str) -> Printer:
    return printer_for(PreviewLink(tmp_path / "paper"), width=PaperWidth.MM58, family=family)


def row(database: JobDatabase, job: PrintJobId) -> PrintOutcome:
    found = database.job(job)
    return PrintOutcome(found.state, PrintCause(found.cause) if found.cause else None)


@pytest.mark.parametrize(
    ("mode", "states", "causes"),
    [
        (PrinterMode.OK, {PrintState.PRINTED}, {None}),
        (PrinterMode.PAPER_LOW, {PrintState.PRINTED}, {None}),
        (PrinterMode.PAPER_OUT, {PrintState.FAILED}, {PrintCause.NO_PAPER}),
        (PrinterMode.RUNS_OUT, {PrintState.FAILED}, {PrintCause.NO_PAPER}),
        (PrinterMode.COVER_OPEN, {PrintState.FAILED}, {PrintCause.COVER_OPEN}),
        (PrinterMode.OFFLINE, {PrintState.FAILED}, {PrintCause.OFFLINE}),
        (PrinterMode.ERROR, {PrintState.FAILED}, {PrintCause.ERROR}),
        (PrinterMode.MUTE, {PrintState.UNKNOWN}, {PrintCause.NO_ANSWER}),
        (PrinterMode.GARBAGE, {PrintState.UNKNOWN}, {PrintCause.NO_ANSWER}),
        (PrinterMode.WRONG_BITS, {PrintState.UNKNOWN}, {PrintCause.NO_ANSWER}),
        (PrinterMode.STALL, {PrintState.FAILED}, {PrintCause.TIMED_OUT}),
        (PrinterMode.SLOW, {PrintState.PRINTED}, {None}),
        (PrinterMode.UNPLUGGED, {PrintState.FAILED, PrintState.UNKNOWN}, {PrintCause.CONNECTION_LOST, PrintCause.NO_ANSWER}),
        (PrinterMode.CLOSES, {PrintState.FAILED, PrintState.UNKNOWN}, {PrintCause.CONNECTION_LOST, PrintCause.NO_ANSWER}),
    ],
)
def test_every_trouble_has_its_row(
    mode: PrinterMode, states: set[PrintState], causes: set[PrintCause | None], database: JobDatabase, family: str
) -> None:
    job = database.queue_job()
    with PrinterDouble(mode) as double:
        printer = ReceiptPrinter(
            NetworkLink("127.0.0.1", double.port),
            width=PaperWidth.MM80,
            family=family,
            reply_seconds=SHORT if mode is PrinterMode.MUTE else PATIENCE,
        )
        with desk_of(printer, database, life=2 if mode is PrinterMode.STALL else LONG) as desk:
            outcome = desk.submit(job=job, paper=PAPER).result(PATIENCE)
    assert outcome.state in states
    assert outcome.cause in causes
    assert row(database, job) == outcome
    assert not double.broken_commands


def test_an_unplugged_printer_is_unreachable(database: JobDatabase, tmp_path: Path, family: str) -> None:
    job = database.queue_job()
    with desk_of(printer_for(DeviceFileLink(tmp_path / "lp0"), width=PaperWidth.MM80, family=family), database) as desk:
        assert desk.submit(job=job, paper=PAPER).result(PATIENCE) == PrintOutcome(PrintState.FAILED, PrintCause.UNREACHABLE)
    assert row(database, job).cause is PrintCause.UNREACHABLE


def test_a_device_file_that_hangs_ends_at_the_deadline(database: JobDatabase, tmp_path: Path, family: str) -> None:
    """Opening a pipe that nobody reads never returns: no timeout of ours reaches into that call."""
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    job = database.queue_job()
    with desk_of(printer_for(DeviceFileLink(pipe), width=PaperWidth.MM80, family=family), database, life=2) as desk:
        outcome = desk.submit(job=job, paper=PAPER).result(PATIENCE)
        assert outcome == PrintOutcome(PrintState.FAILED, PrintCause.TIMED_OUT)
        assert row(database, job) == outcome
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        for thread in threading.enumerate():
            if thread.name == "print-A012":
                thread.join(PATIENCE)  # the reader has let it go on
        late = os.read(reader, 1)
        os.close(reader)
    assert late == b"", "the job was failed and printed all the same"


def test_a_restart_prints_nothing(database: JobDatabase, tmp_path: Path, family: str) -> None:
    queued = database.queue_job()
    database.clock.step(60)
    with desk_of(preview(tmp_path, family), database) as desk:
        fresh = database.queue_job()
        assert desk.submit(job=fresh, paper=PAPER).result(PATIENCE) == PrintOutcome(PrintState.PRINTED)
        assert row(database, queued) == PrintOutcome(PrintState.FAILED, PrintCause.RESTART)
        assert desk.submit(job=queued, paper=PAPER).result(PATIENCE) == PrintOutcome(PrintState.FAILED, PrintCause.RESTART)
    assert len(list((tmp_path / "paper").iterdir())) == 1


def test_the_same_job_twice_makes_one_paper(database: JobDatabase, family: str) -> None:
    job = database.queue_job()
    with PrinterDouble() as double:
        link = NetworkLink("127.0.0.1", double.port)
        with desk_of(printer_for(link, width=PaperWidth.MM80, family=family), database) as desk:
            outcomes = [desk.submit(job=job, paper=PAPER).result(PATIENCE) for _ in range(2)]
    assert outcomes == [PrintOutcome(PrintState.PRINTED)] * 2
    assert len(double.receipts) == 1


def test_a_database_that_is_away_costs_the_record_and_not_the_paper(database: JobDatabase, tmp_path: Path, family: str) -> None:
    job = database.queue_job()
    database.away = True
    with desk_of(preview(tmp_path, family), database) as desk:
        assert desk.submit(job=job, paper=PAPER).result(PATIENCE) == PrintOutcome(PrintState.PRINTED)
    database.away = False
    assert row(database, job) == PrintOutcome(PrintState.QUEUED)


def test_tickets_are_issued_and_submitted_while_a_printer_stalls(database: JobDatabase, family: str) -> None:
    with PrinterDouble(PrinterMode.STALL) as double:
        link = NetworkLink("127.0.0.1", double.port)
        with desk_of(printer_for(link, width=PaperWidth.MM80, family=family), database, life=2) as desk:
            first = desk.submit(job=database.queue_job(), paper=PAPER)
            wait_until(lambda: double.bytes_taken > 9)  # the printer holds the first ticket now
            more = [desk.submit(job=database.queue_job(), paper=PAPER) for _ in range(3)]
            assert not first.done(), "issuing waited for the printer"
            assert [outcome.result(PATIENCE).state for outcome in (first, *more)] == [PrintState.FAILED] * 4


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        threading.Event().wait(0.005)
