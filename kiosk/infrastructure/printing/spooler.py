"""One print thread per printer: each job gets a deadline, and no job waits for ever on another.

Here: threads and time. Elsewhere: the printers themselves, and the rows of the database (print_desk.py).

Two kinds of daemon thread. The spooler's own takes jobs one after the other and keeps their deadlines; it never touches a device. Each job's
device work runs on a thread of its own, because a call into a device file or a driver can hang for ever and cannot be called back: such a
thread is abandoned, its job is failed, and the next job waits for it only as long as its own life. Two jobs never write to a printer at the
same time. concurrent.futures' executors are of no use here: they wait for their threads when the program ends.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.application.ports import Printer, PrintOutcome
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintJobId, PrintState

_log = logging.getLogger(__name__)


class JobBook(Protocol):
    """Where the states of jobs are written. Called on the spooler's thread only; raises nothing that is not a bug."""

    def begin(self, job: PrintJobId) -> PrintOutcome | None:
        """None: the job is printing from now on. Otherwise how it stands already, and it is not printed."""
        ...

    def end(self, job: PrintJobId, outcome: PrintOutcome) -> None: ...

    def fail_left_over(self) -> None:
        """Ends the jobs that an earlier run of the program left."""
        ...


@dataclass(slots=True)
class _Job:
    id: PrintJobId
    paper: TicketPaper
    end: float  # on the monotonic clock: a hall clock that is set does not lengthen a job's life
    outcome: Future[PrintOutcome] = field(default_factory=Future)

    @property
    def left(self) -> float:
        return max(self.end - time.monotonic(), 0)


class _Attempt(threading.Thread):
    """The device work of one job. An error that is not PrinterUnavailable is a bug: it ends this thread with its trace, no other."""

    def __init__(self, printer: Printer, job: _Job) -> None:
        super().__init__(name=f"print-{job.paper.number}", daemon=True)
        self._printer = printer
        self._job = job
        self.outcome = PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT)

    def run(self) -> None:
        try:
            self.outcome = self._printer.print_ticket(self._job.paper, within=self._job.left)
        except PrinterUnavailable as gone:
            _log.warning("ticket %s is not on paper: %s", self._job.paper.number, gone)
            self.outcome = PrintOutcome(PrintState.FAILED, gone.reason)


class Spooler:
    """Prints jobs in the order in which they came, each within `life` seconds of its submission."""

    def __init__(self, printer: Printer, *, book: JobBook, life: float) -> None:
        self._printer = printer
        self._book = book
        self._life = life
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._stuck: _Attempt | None = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name="spooler", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def submit(self, job: PrintJobId, paper: TicketPaper) -> Future[PrintOutcome]:
        """Returns at once. After `close`, and when a bug has ended the spooler's thread, the job is failed on the spot."""
        entry = _Job(job, paper, time.monotonic() + self._life)
        if self._thread.is_alive() and not self._closing.is_set():
            self._jobs.put(entry)
        else:
            entry.outcome.set_result(PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT))
        return entry.outcome

    def close(self, *, within: float) -> None:
        """Jobs not yet begun are failed; the one under way may end within the time given. The printer may hang: this returns all the same."""
        self._closing.set()
        self._jobs.put(None)
        self._thread.join(within)

    def _work(self) -> None:
        self._book.fail_left_over()
        first_life_ends: float | None = time.monotonic() + self._life
        while True:
            try:
                job = self._jobs.get(timeout=None if first_life_ends is None else max(first_life_ends - time.monotonic(), 0))
            except queue.Empty:
                first_life_ends = None
                self._book.fail_left_over()
                continue
            if job is None:
                return
            outcome = self._print(job)
            try:
                self._book.end(job.id, outcome)
            finally:
                job.outcome.set_result(outcome)

    def _print(self, job: _Job) -> PrintOutcome:
        if self._closing.is_set():
            return PrintOutcome(PrintState.FAILED, PrintCause.RESTART)
        if self._stuck is not None:
            self._stuck.join(job.left)
            if self._stuck.is_alive():
                return PrintOutcome(PrintState.FAILED, PrintCause.TIMED_OUT)
            self._stuck = None
        if not job.left:
            return PrintOutcome(PrintState.FAILED, PrintCause.TIMED_OUT)
        already = self._book.begin(job.id)
        if already is not None:
            return already
        attempt = _Attempt(self._printer, job)
        attempt.start()
        attempt.join(job.left)
        if attempt.is_alive():
            _log.warning("ticket %s: the printer hangs, its thread is left behind", job.paper.number)
            self._stuck = attempt
            return PrintOutcome(PrintState.FAILED, PrintCause.TIMED_OUT)
        return attempt.outcome
