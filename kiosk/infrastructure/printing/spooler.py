"""Tickets in their printer's lane, with the record of each.

Here: what a ticket's job is. Elsewhere: threads, deadlines and order (lane.py), the printers themselves, the rows of the database
(print_desk.py).
"""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from kiosk.application.ports import Printer, PrintOutcome
from kiosk.application.ticket_paper import TicketPaper
from kiosk.domain.queueing import PrintJobId
from kiosk.infrastructure.printing.lane import PrintLane, Rank, Watch


class JobBook(Protocol):
    """Where the states of jobs are written. Called on the lane's thread only; raises nothing that is not a bug."""

    def begin(self, job: PrintJobId) -> PrintOutcome | None:
        """None: the job is printing from now on. Otherwise how it stands already, and it is not printed."""
        ...

    def end(self, job: PrintJobId, outcome: PrintOutcome) -> None: ...

    def fail_left_over(self) -> None:
        """Ends the jobs that an earlier run of the program left."""
        ...


@dataclass(frozen=True, slots=True)
class _Entry:
    """One job's line in the book."""

    book: JobBook
    job: PrintJobId

    def begin(self) -> PrintOutcome | None:
        return self.book.begin(self.job)

    def end(self, outcome: PrintOutcome) -> None:
        self.book.end(self.job, outcome)


class Spooler:
    """Prints tickets in the order in which they came, each within `life` seconds of its submission.

    `lane` may carry other jobs of the same printer; a ticket goes before those that wait. `watch` looks after the printer
    while there is nothing to print.
    """

    def __init__(self, printer: Printer, *, book: JobBook, life: float, watch: Watch | None = None) -> None:
        self._printer = printer
        self._book = book
        self._life = life
        self.lane = PrintLane("spooler", sweep=book.fail_left_over, first_life=life, watch=watch)

    def start(self) -> None:
        self.lane.start()

    def submit(self, job: PrintJobId, paper: TicketPaper) -> Future[PrintOutcome]:
        """Returns at once. After `close`, and when a bug has ended the lane's thread, the job is failed on the spot."""
        return self.lane.submit(
            paper.number,
            lambda left: self._printer.print_ticket(paper, within=left),
            record=_Entry(self._book, job),
            rank=Rank.TICKET,
            life=self._life,
        )

    def close(self, *, within: float) -> None:
        """Jobs not yet begun are failed; the one under way may end within the time given. The printer may hang: this returns all the same."""
        self.lane.close(within=within)
