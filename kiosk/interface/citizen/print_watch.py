"""How the paper of this session's ticket stands, brought from the print thread to the screen's.

Here: the one job that the screen looks at. Elsewhere: printing and its record (the print desk, a port), the words (ticket_done.py).
"""

from __future__ import annotations

import logging
from concurrent.futures import Future
from dataclasses import dataclass

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ports import PrintDesk, PrintOutcome
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintJobId, PrintState
from kiosk.interface.shared.qml import QObject, Signal, Slot

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """`cause` says why, where it is not certainly on paper."""

    state: PrintState
    cause: PrintCause | None = None


NO_PAPER_WANTED = Standing(PrintState.NONE)


class PrintWatch(QObject):
    """`standing` is what is known now, `changed` says that it is another. `desk` is None where no printer is set up."""

    changed = Signal()
    _ended = Signal(object, object)

    def __init__(self, desk: PrintDesk | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: PrintJobId | None = None
        self.standing = NO_PAPER_WANTED
        # The future's thread emits; Qt hands it over to the thread that this object lives on.
        self._ended.connect(self._record)

    @property
    def has_printer(self) -> bool:
        return self._desk is not None

    def submit(self, ticket: TakenTicket, paper: TicketPaper) -> None:
        """Hands the ticket over for paper. One without a print job wants none; one that is no longer queued has had its paper."""
        self._job = ticket.print_job
        if ticket.print_job is None or self._desk is None:
            self._stand(NO_PAPER_WANTED)
            return
        self._stand(Standing(PrintState.QUEUED))
        job = ticket.print_job
        self._desk.submit(job=job, paper=paper).add_done_callback(lambda future: self._tell(job, future))

    def forget(self) -> None:
        """The session ends: nobody looks at this job any more. The paper itself has its own life."""
        self._job = None
        self._stand(NO_PAPER_WANTED)

    def _tell(self, job: PrintJobId, future: Future[PrintOutcome]) -> None:
        """On the print thread."""
        if future.cancelled():
            self._ended.emit(job, PrintOutcome(PrintState.FAILED, PrintCause.RESTART))
            return
        bug = future.exception()
        if bug is not None:
            log.error("the print desk failed", exc_info=bug)
            self._ended.emit(job, PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT))
        else:
            self._ended.emit(job, future.result())

    @Slot(object, object)
    def _record(self, job: PrintJobId, outcome: PrintOutcome) -> None:
        if job == self._job:
            self._stand(Standing(outcome.state, outcome.cause))

    def _stand(self, standing: Standing) -> None:
        if standing != self.standing:
            self.standing = standing
            self.changed.emit()
