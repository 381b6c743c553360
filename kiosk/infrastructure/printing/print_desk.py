"""The print desk: what faces hand tickets to. It keeps each job's state in the database, from the print thread.

Here: the desk and the choice of printer. Elsewhere: threads and deadlines (spooler.py), rows (commands.print_ticket).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import assert_never

from kiosk.application.commands.print_ticket import JOB_LIFE, begin_printing, fail_left_over_jobs, record_print_state
from kiosk.application.ports import Clock, Printer, PrintOutcome, RollPrinter, UnitOfWork
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import Unavailable
from kiosk.domain.queueing import PrintJobId
from kiosk.infrastructure.printing.lane import PrintLane, Watch
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
from kiosk.infrastructure.printing.spooler import Spooler

_log = logging.getLogger(__name__)


def printer_for(link: PrinterLink, *, width: PaperWidth, family: str) -> RollPrinter:
    """The printer a hall has set up. Opens nothing yet. `family`: a font that covers the Hanzi."""
    match link:
        case PreviewLink(folder):
            from kiosk.infrastructure.printing.preview import PreviewPrinter

            return PreviewPrinter(folder, width=width, family=family)
        case NetworkLink() | UsbLink() | SerialLink() | DeviceFileLink() | WindowsLink():
            from kiosk.infrastructure.printing.receipt_printer import ReceiptPrinter

            return ReceiptPrinter(link, width=width, family=family)
        case _:
            assert_never(link)


class TicketPrintDesk:
    """A PrintDesk over one printer. `unit_of_work` makes a fresh one for each use on the print thread.

    Nothing prints by itself: `start` only ends the jobs that an earlier run left. Close it before the QGuiApplication goes.
    """

    def __init__(
        self,
        *,
        printer: Printer,
        unit_of_work: Callable[[], UnitOfWork],
        clock: Clock,
        life: float = JOB_LIFE.total_seconds(),
        watch: Watch | None = None,
    ) -> None:
        """`watch` looks after the printer while there is nothing to print; without it nobody does."""
        self._spooler = Spooler(printer, book=_DatabaseBook(unit_of_work, clock), life=life, watch=watch)

    def start(self) -> None:
        self._spooler.start()

    def submit(self, *, job: PrintJobId, paper: TicketPaper) -> Future[PrintOutcome]:
        return self._spooler.submit(job, paper)

    @property
    def lane(self) -> PrintLane:
        """For other papers of the same printer: they wait while a ticket does."""
        return self._spooler.lane

    def close(self, *, within: float = 1.0) -> None:
        self._spooler.close(within=within)


class _DatabaseBook:
    """Job states in the database. A database that is away costs the record, never the paper: the next start ends what stayed open."""

    def __init__(self, unit_of_work: Callable[[], UnitOfWork], clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    def begin(self, job: PrintJobId) -> PrintOutcome | None:
        try:
            return begin_printing(job=job, uow=self._unit_of_work(), clock=self._clock)
        except Unavailable as away:
            _log.warning("print job %s begins unrecorded: %s", job, away)
            return None

    def end(self, job: PrintJobId, outcome: PrintOutcome) -> None:
        try:
            record_print_state(job=job, state=outcome.state, cause=outcome.cause, uow=self._unit_of_work(), clock=self._clock)
        except Unavailable as away:
            _log.warning("print job %s ended %s unrecorded: %s", job, outcome.state, away)

    def fail_left_over(self) -> None:
        try:
            failed = fail_left_over_jobs(uow=self._unit_of_work(), clock=self._clock)
        except Unavailable as away:
            _log.warning("left-over print jobs stay open: %s", away)
            return
        if failed:
            _log.info("%d print jobs of an earlier run are failed", failed)
