"""Threads and time: a printer that hangs costs its own job's life and nothing else, and nothing prints unasked."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from kiosk.application.ports import PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintJobId, PrintState
from kiosk.infrastructure.printing.spooler import Spooler
from tests.support.ticket_papers import PAPER, paper

PATIENCE = 20.0
"""How long a test waits for what must come."""
LONG, SHORT = 30.0, 0.2
PRINTED = PrintOutcome(PrintState.PRINTED)
TIMED_OUT = PrintOutcome(PrintState.FAILED, PrintCause.TIMED_OUT)


@dataclass
class Book:
    """`already`: jobs that are not queued any more."""

    lines: list[str] = field(default_factory=list)
    already: dict[PrintJobId, PrintOutcome] = field(default_factory=dict)
    swept: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def begin(self, job: PrintJobId) -> PrintOutcome | None:
        if job in self.already:
            return self.already[job]
        self.lines.append(f"{job} printing")
        return None

    def end(self, job: PrintJobId, outcome: PrintOutcome) -> None:
        self.lines.append(f"{job} {outcome.state} {outcome.cause or ''}".strip())

    def fail_left_over(self) -> None:
        self.swept.release()


class GatedPrinter:
    """Prints a ticket when its gate is open; behind a closed gate it hangs, deaf to every deadline."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.reached = threading.Semaphore(0)
        self.printed: list[str] = []
        self.together = 0
        self.most_together = 0
        self.trouble: Exception | None = None

    def status(self, *, within: float) -> PrinterStatus:  # noqa: ARG002
        return PrinterStatus(PrinterCondition.READY, paper_low=False)

    def print_ticket(self, ticket: TicketPaper, *, within: float) -> PrintOutcome:  # noqa: ARG002
        self.together += 1
        self.most_together = max(self.most_together, self.together)
        self.reached.release()
        self.gate.wait()
        self.together -= 1
        if self.trouble:
            raise self.trouble
        self.printed.append(ticket.number)
        return PRINTED


@contextmanager
def spooling(printer: GatedPrinter, book: Book, life: float) -> Iterator[Spooler]:
    spooler = Spooler(printer, book=book, life=life)
    spooler.start()
    try:
        yield spooler
    finally:
        printer.gate.set()
        spooler.close(within=PATIENCE)
        for thread in threading.enumerate():
            if thread.name.startswith("print-"):
                thread.join(PATIENCE)


@pytest.fixture
def printer() -> GatedPrinter:
    return GatedPrinter()


@pytest.fixture
def book() -> Book:
    return Book()


def submit(spooler: Spooler, number: int) -> Callable[[], PrintOutcome]:
    outcome = spooler.submit(PrintJobId(number), paper(number=f"A{number:03d}"))
    return lambda: outcome.result(PATIENCE)


def test_jobs_print_in_their_order(printer: GatedPrinter, book: Book) -> None:
    printer.gate.set()
    with spooling(printer, book, LONG) as spooler:
        outcomes = [submit(spooler, number) for number in (1, 2, 3)]
        assert [outcome() for outcome in outcomes] == [PRINTED] * 3
    assert printer.printed == ["A001", "A002", "A003"]
    assert printer.most_together == 1
    assert book.lines == ["1 printing", "1 printed", "2 printing", "2 printed", "3 printing", "3 printed"]


def test_submit_returns_while_the_printer_hangs(printer: GatedPrinter, book: Book) -> None:
    with spooling(printer, book, LONG) as spooler:
        first = spooler.submit(PrintJobId(1), PAPER)
        assert printer.reached.acquire(timeout=PATIENCE)
        second = spooler.submit(PrintJobId(2), PAPER)
        assert not first.done()
        assert not second.done()
        assert book.lines == ["1 printing"]


def test_a_hanging_job_fails_at_its_deadline_and_the_next_has_its_own(printer: GatedPrinter, book: Book) -> None:
    with spooling(printer, book, SHORT) as spooler:
        assert submit(spooler, 1)() == TIMED_OUT
        assert submit(spooler, 2)() == TIMED_OUT  # the device is still held: no second writer beside the first
        assert printer.together == 1
        printer.gate.set()
        wait_for(lambda: printer.together == 0)
        wait_for(lambda: submit(spooler, 3)() == PRINTED)
    assert printer.most_together == 1
    assert book.lines[:3] == ["1 printing", "1 failed timed_out", "2 failed timed_out"]
    assert "A002" not in printer.printed


def test_a_job_that_waited_past_its_life_is_never_begun(printer: GatedPrinter, book: Book) -> None:
    with spooling(printer, book, SHORT) as spooler:
        first, second = submit(spooler, 1), submit(spooler, 2)
        assert first() == TIMED_OUT
        assert second() == TIMED_OUT
    assert "2 printing" not in book.lines
    assert "A002" not in printer.printed


def test_trouble_is_a_failed_job_with_its_cause(printer: GatedPrinter, book: Book) -> None:
    printer.gate.set()
    printer.trouble = PrinterUnavailable(reason=PrintCause.NO_PAPER)
    with spooling(printer, book, LONG) as spooler:
        assert submit(spooler, 1)() == PrintOutcome(PrintState.FAILED, PrintCause.NO_PAPER)
        printer.trouble = None
        assert submit(spooler, 2)() == PRINTED
    assert book.lines == ["1 printing", "1 failed no_paper", "2 printing", "2 printed"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_fails_its_job_and_not_the_spooler(printer: GatedPrinter, book: Book) -> None:
    printer.gate.set()
    printer.trouble = ZeroDivisionError("a bug")
    with spooling(printer, book, LONG) as spooler:
        assert submit(spooler, 1)() == PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT)
        printer.trouble = None
        assert submit(spooler, 2)() == PRINTED


def test_a_job_that_is_not_queued_any_more_makes_no_paper(printer: GatedPrinter, book: Book) -> None:
    printer.gate.set()
    book.already[PrintJobId(1)] = PRINTED
    with spooling(printer, book, LONG) as spooler:
        assert submit(spooler, 1)() == PRINTED
        assert submit(spooler, 2)() == PRINTED
    assert printer.printed == ["A002"]


def test_left_over_jobs_are_ended_at_the_start_and_once_more_a_life_later(printer: GatedPrinter, book: Book) -> None:
    printer.gate.set()
    with spooling(printer, book, SHORT):
        assert book.swept.acquire(timeout=PATIENCE)
        assert book.swept.acquire(timeout=PATIENCE)
    assert not book.swept.acquire(blocking=False)
    assert not printer.printed


def test_closing_waits_for_no_hanging_printer(printer: GatedPrinter, book: Book) -> None:
    spooler = Spooler(printer, book=book, life=LONG)
    spooler.start()
    first, second = submit(spooler, 1), submit(spooler, 2)
    assert printer.reached.acquire(timeout=PATIENCE)
    spooler.close(within=SHORT)
    printer.gate.set()
    assert first() == PRINTED
    assert second() == PrintOutcome(PrintState.FAILED, PrintCause.RESTART)
    spooler.close(within=PATIENCE)
    assert submit(spooler, 3)() == PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT)
    assert printer.printed == ["A001"]


def test_a_hanging_printer_does_not_keep_the_program() -> None:
    """A real process whose print thread sits in a call that never returns."""
    program = textwrap.dedent(
        """
        import threading
        from kiosk.infrastructure.printing.spooler import Spooler
        from tests.infrastructure.printing.test_spooler import Book
        from tests.support.ticket_papers import PAPER

        class Hanging:
            reached = threading.Event()
            def print_ticket(self, ticket, *, within):
                self.reached.set()
                threading.Event().wait()

        spooler = Spooler(Hanging(), book=Book(), life=30.0)
        spooler.start()
        spooler.submit(1, PAPER)
        Hanging.reached.wait()
        spooler.close(within=0.1)
        print("gone")
        """
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert done.stdout == "gone\n"


def wait_for(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        threading.Event().wait(0.005)
