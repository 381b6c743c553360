"""A printer between two jobs: what it says reaches the hall's records, and no ticket waits for the question."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.application.ports import Printer, PrinterCondition, PrinterSeen, PrinterStatus, PrintOutcome
from kiosk.application.queries.printing import printers_now
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.links import (
    DeviceFileLink,
    NetworkLink,
    PaperWidth,
    PreviewLink,
    PrinterLink,
    SerialLink,
    UsbLink,
    WindowsLink,
)
from kiosk.infrastructure.printing.paper_watch import PaperWatch, PrinterBook, printer_name, tells_its_state
from kiosk.infrastructure.printing.print_desk import TicketPrintDesk
from kiosk.infrastructure.printing.receipt_printer import ReceiptPrinter
from tests.support.job_database import JobDatabase, job_database
from tests.support.printer_double import PrinterDouble, PrinterMode
from tests.support.ticket_papers import PAPER

PATIENCE = 20.0
NEVER = 1000.0
SOON = 0.05

READY = PrinterStatus(PrinterCondition.READY, paper_low=False)
LOW = PrinterStatus(PrinterCondition.READY, paper_low=True)
OUT = PrinterStatus(PrinterCondition.NO_PAPER, paper_low=True)


class AskedPrinter:
    """Answers with what `answers` holds and keeps its last answer; counts who is with it at the same time."""

    def __init__(self, *answers: PrinterStatus | Exception) -> None:
        self.answers = list(answers)
        self.gate = threading.Event()
        self.gate.set()
        self.looks = threading.Semaphore(0)
        self.together = 0
        self.most_together = 0

    def status(self, *, within: float) -> PrinterStatus:  # noqa: ARG002
        self._with_it()
        answer = self.answers[0] if len(self.answers) == 1 else self.answers.pop(0)
        self.together -= 1
        if isinstance(answer, Exception):
            raise answer
        return answer

    def print_ticket(self, ticket: TicketPaper, *, within: float) -> PrintOutcome:  # noqa: ARG002
        self._with_it()
        self.together -= 1
        return PrintOutcome(PrintState.PRINTED)

    def _with_it(self) -> None:
        self.together += 1
        self.most_together = max(self.most_together, self.together)
        self.looks.release()
        self.gate.wait(PATIENCE)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[JobDatabase]:
    with job_database(tmp_path) as made:
        yield made


@contextmanager
def desk_with(printer: Printer, watch: PaperWatch, database: JobDatabase) -> Iterator[TicketPrintDesk]:
    desk = TicketPrintDesk(printer=printer, unit_of_work=database.unit_of_work, clock=database.clock, watch=watch)
    desk.start()
    try:
        yield desk
    finally:
        desk.close(within=PATIENCE)
        for thread in threading.enumerate():
            if thread.name == "paper-watch":
                thread.join(PATIENCE)


def printers(database: JobDatabase) -> tuple[PrinterSeen, ...]:
    return printers_now(snapshot=database.unit_of_work())


def test_every_change_is_told_once(database: JobDatabase, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    told: queue.SimpleQueue[PrinterStatus] = queue.SimpleQueue()
    gone = PrinterUnavailable(reason=PrintCause.UNREACHABLE)
    printer = AskedPrinter(READY, READY, LOW, LOW, OUT, gone, READY)
    with desk_with(printer, PaperWatch(printer, told=told.put, first=0, every=SOON), database):
        heard = [told.get(timeout=PATIENCE) for _ in range(5)]
    assert heard == [READY, LOW, OUT, PrinterStatus(PrinterCondition.OFFLINE), READY]
    assert [record.levelname for record in caplog.records if record.message.startswith("printer: ")][:5] == [
        "INFO", "WARNING", "WARNING", "WARNING", "INFO"
    ]  # fmt: skip


def test_a_job_and_a_look_are_never_with_the_printer_together(database: JobDatabase) -> None:
    told: queue.SimpleQueue[PrinterStatus] = queue.SimpleQueue()
    printer = AskedPrinter(READY)
    printer.gate.clear()
    with desk_with(printer, PaperWatch(printer, told=told.put, first=0, every=NEVER, after_a_job=0), database) as desk:
        assert printer.looks.acquire(timeout=PATIENCE)
        job = desk.submit(job=database.queue_job(), paper=PAPER)
        assert not job.done()
        printer.gate.set()
        assert job.result(PATIENCE) == PrintOutcome(PrintState.PRINTED)
        assert [told.get(timeout=PATIENCE) for _ in range(2)] == [READY, READY], "after a job the state is told anew"
    assert printer.most_together == 1


def test_a_look_that_hangs_costs_a_job_its_life_and_not_the_next_one(database: JobDatabase) -> None:
    printer = AskedPrinter(READY)
    printer.gate.clear()
    watch = PaperWatch(printer, told=lambda _: None, first=0, every=SOON)
    desk = TicketPrintDesk(printer=printer, unit_of_work=database.unit_of_work, clock=database.clock, life=0.3, watch=watch)
    desk.start()
    try:
        assert printer.looks.acquire(timeout=PATIENCE)
        hanging = desk.submit(job=database.queue_job(), paper=PAPER).result(PATIENCE)
        assert hanging == PrintOutcome(PrintState.FAILED, PrintCause.TIMED_OUT)
        printer.gate.set()
    finally:
        desk.close(within=PATIENCE)
    assert printer.most_together == 1


@pytest.mark.parametrize(
    ("mode", "status"),
    [
        (PrinterMode.OK, READY),
        (PrinterMode.PAPER_LOW, LOW),
        (PrinterMode.PAPER_OUT, OUT),
        (PrinterMode.COVER_OPEN, PrinterStatus(PrinterCondition.COVER_OPEN, paper_low=False)),
        (PrinterMode.MUTE, PrinterStatus(PrinterCondition.UNKNOWN)),
    ],
)
def test_what_the_printer_says_between_jobs_stands_in_the_database(
    mode: PrinterMode, status: PrinterStatus, database: JobDatabase, family: str
) -> None:
    with PrinterDouble(mode) as double:
        link = NetworkLink("127.0.0.1", double.port)
        printer = ReceiptPrinter(link, width=PaperWidth.MM58, family=family, reply_seconds=0.2)
        told = threading.Semaphore(0)
        book = PrinterBook(printer_name(link), unit_of_work=database.unit_of_work, clock=database.clock, told=lambda _: None)

        def noted(heard: PrinterStatus) -> None:
            book(heard)
            told.release()

        with desk_with(printer, PaperWatch(printer, told=noted, first=0, every=NEVER), database):
            assert told.acquire(timeout=PATIENCE)
        assert printers(database) == (PrinterSeen(f"127.0.0.1:{double.port}", status, database.clock.now()),)


def test_an_unplugged_printer_is_away_until_it_is_back(database: JobDatabase, family: str) -> None:
    told: queue.SimpleQueue[PrinterStatus] = queue.SimpleQueue()
    with PrinterDouble(PrinterMode.UNPLUGGED) as double:
        printer = ReceiptPrinter(NetworkLink("127.0.0.1", double.port), width=PaperWidth.MM58, family=family)
        watch = PaperWatch(printer, told=told.put, first=NEVER, every=NEVER, after_a_job=0)
        with desk_with(printer, watch, database) as desk:
            outcome = desk.submit(job=database.queue_job(), paper=PAPER).result(PATIENCE)
            assert outcome.state in {PrintState.FAILED, PrintState.UNKNOWN}
            assert told.get(timeout=PATIENCE) == PrinterStatus(PrinterCondition.OFFLINE)


def test_the_book_writes_changes_alone_and_lives_without_a_database(database: JobDatabase) -> None:
    heard: list[PrinterStatus] = []
    book = PrinterBook("192.168.1.50:9100", unit_of_work=database.unit_of_work, clock=database.clock, told=heard.append)
    for status in (READY, READY, LOW):
        book(status)
        database.clock.step(60)
    (seen,) = printers(database)
    assert (seen.status, seen.name) == (LOW, "192.168.1.50:9100")
    database.away = True
    book(OUT)
    database.away = False
    assert heard == [READY, READY, LOW, OUT]
    assert printers(database) == (seen,)


@pytest.mark.parametrize(
    ("link", "name", "tells"),
    [
        (NetworkLink("192.168.1.50", 9100), "192.168.1.50:9100", True),
        (UsbLink(0x04B8, 0x0202), "usb 04b8:0202", True),
        (SerialLink("/dev/ttyS0"), "/dev/ttyS0", True),
        (DeviceFileLink(Path("/dev/usb/lp0")), "/dev/usb/lp0", False),
        (WindowsLink("POS80"), "POS80", False),
        (PreviewLink(Path("paper")), "paper", False),
    ],
)
def test_printers_have_a_name_and_some_can_be_asked(link: PrinterLink, name: str, tells: bool) -> None:
    assert (printer_name(link), tells_its_state(link)) == (name, tells)
