"""One printer's lane: jobs one after the other, each with a deadline, and no job waits for ever on another.

Here: threads, time and order. Elsewhere: tickets with their record (spooler.py), documents to take away (takeaway_desk.py), the printers.

Two kinds of daemon thread. The lane's own takes jobs one after the other and keeps their deadlines; it never touches a device. Each job's
device work runs on a thread of its own, because a call into a device file or a driver can hang for ever and cannot be called back: such a
thread is abandoned, its job is failed, and the next job waits for it only as long as its own life. Two jobs never write to a printer at the
same time. concurrent.futures' executors are of no use here: they wait for their threads when the program ends.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from typing import Protocol

from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintState

_log = logging.getLogger(__name__)


class Rank(IntEnum):
    """Who goes first among jobs that wait. One whose device work has begun is never interrupted."""

    TICKET = 0
    TAKEAWAY = 1
    END = 2


class JobRecord(Protocol):
    """Where one job's state is written. Called on the lane's thread only; raises nothing that is not a bug."""

    def begin(self) -> PrintOutcome | None:
        """None: the job is printing from now on. Otherwise how it stands already, and it is not printed."""
        ...

    def end(self, outcome: PrintOutcome) -> None: ...


class Unrecorded:
    """A job of which nothing is kept."""

    def begin(self) -> PrintOutcome | None:
        return None

    def end(self, outcome: PrintOutcome) -> None:
        pass


class Watch(Protocol):
    """Looks after a printer that has nothing to print. Called on the lane's thread only."""

    @property
    def due_in(self) -> float:
        """Seconds until the next look, 0 when it is time."""
        ...

    def look(self) -> threading.Thread:
        """Begins a look and gives the thread that it runs on: no job begins before that has ended."""
        ...

    def put_off(self) -> None:
        """The printer is not free."""
        ...

    def job_ended(self) -> None: ...


@dataclass(slots=True)
class _Job:
    name: str
    work: Callable[[float], PrintOutcome]
    record: JobRecord
    end: float  # on the monotonic clock: a hall clock that is set does not lengthen a job's life
    outcome: Future[PrintOutcome] = field(default_factory=Future)

    @property
    def left(self) -> float:
        return max(self.end - time.monotonic(), 0)


@dataclass(slots=True, order=True)
class _Place:
    """A job's place in the queue: by rank, then as it came. No job: the lane ends here."""

    rank: Rank
    number: int
    job: _Job | None = field(compare=False)


class _Attempt(threading.Thread):
    """The device work of one job. An error that is not PrinterUnavailable is a bug: it ends this thread with its trace, no other."""

    def __init__(self, job: _Job) -> None:
        super().__init__(name=f"print-{job.name}", daemon=True)
        self._job = job
        self.outcome = PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT)

    def run(self) -> None:
        try:
            self.outcome = self._job.work(self._job.left)
        except PrinterUnavailable as gone:
            _log.warning("%s is not on paper: %s", self._job.name, gone)
            self.outcome = PrintOutcome(PrintState.FAILED, gone.reason)


class PrintLane:
    """Prints jobs by rank and in the order in which they came, each within its own life from its submission.

    `sweep` is called on the lane's thread when it begins and once more after `first_life` seconds.
    """

    def __init__(self, name: str, *, sweep: Callable[[], None] | None = None, first_life: float = 0, watch: Watch | None = None) -> None:
        self._sweep = sweep
        self._first_life = first_life
        self._watch = watch
        self._waiting: queue.PriorityQueue[_Place] = queue.PriorityQueue()
        self._numbers = count()
        self._stuck: threading.Thread | None = None  # an abandoned job, or a look at the printer
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def submit(
        self, name: str, work: Callable[[float], PrintOutcome], *, record: JobRecord, rank: Rank, life: float
    ) -> Future[PrintOutcome]:
        """Returns at once. A future that is cancelled before its job begins is never printed.

        After `close`, and when a bug has ended the lane's thread, the job is failed on the spot.
        """
        job = _Job(name, work, record, time.monotonic() + life)
        if self._thread.is_alive() and not self._closing.is_set():
            self._waiting.put(_Place(rank, next(self._numbers), job))
        else:
            job.outcome.set_result(PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT))
        return job.outcome

    def close(self, *, within: float) -> None:
        """Jobs not yet begun are failed; the one under way may end within the time given. The printer may hang: this returns all the same."""
        self._closing.set()
        self._waiting.put(_Place(Rank.END, next(self._numbers), None))
        self._thread.join(within)

    def _work(self) -> None:
        sweep_at = self._swept()
        while True:
            try:
                place = self._waiting.get(timeout=self._quiet(sweep_at))
            except queue.Empty:
                if sweep_at is not None and time.monotonic() >= sweep_at:
                    self._swept()
                    sweep_at = None
                self._look_after_printer()
                continue
            if place.job is None:
                return
            self._settle(place.job)
            if self._watch is not None:
                self._watch.job_ended()

    def _swept(self) -> float | None:
        """When the second sweep is due; None: there is none."""
        if self._sweep is None:
            return None
        self._sweep()
        return time.monotonic() + self._first_life

    def _quiet(self, sweep_at: float | None) -> float | None:
        """How long there is nothing to do but wait for a job. None: without end."""
        due = [] if sweep_at is None else [max(sweep_at - time.monotonic(), 0)]
        if self._watch is not None:
            due.append(self._watch.due_in)
        return min(due, default=None)

    def _look_after_printer(self) -> None:
        if self._watch is None or self._watch.due_in > 0:
            return
        if self._stuck is not None and self._stuck.is_alive():
            self._watch.put_off()
        else:
            self._stuck = self._watch.look()

    def _settle(self, job: _Job) -> None:
        if not job.outcome.set_running_or_notify_cancel():
            return
        outcome = self._print(job)
        try:
            job.record.end(outcome)
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
        already = job.record.begin()
        if already is not None:
            return already
        attempt = _Attempt(job)
        attempt.start()
        attempt.join(job.left)
        if attempt.is_alive():
            _log.warning("%s: the printer hangs, its thread is left behind", job.name)
            self._stuck = attempt
            return PrintOutcome(PrintState.FAILED, PrintCause.TIMED_OUT)
        return attempt.outcome
