"""How paper stands, brought from the print thread to the screen's.

Here: outcomes of any paper, and the one job of a ticket that the screen looks at. Elsewhere: printing and its record (the desks, ports), the words
(ticket_done.py, take_away.py, attachment.py).
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


class PrintOutcomes(QObject):
    """`ended(key, PrintOutcome)` comes on the thread that this object lives on, whatever thread printed."""

    ended = Signal(object, object)

    def wait_for(self, key: object, future: Future[PrintOutcome], *, cancelled: PrintOutcome | None = None) -> None:
        """`cancelled`: what is told of paper that was taken back; None: nothing."""
        future.add_done_callback(lambda done: self._tell(key, done, cancelled))

    def _tell(self, key: object, future: Future[PrintOutcome], cancelled: PrintOutcome | None) -> None:
        """On the print thread; Qt hands the signal over."""
        if future.cancelled():
            if cancelled is not None:
                self.ended.emit(key, cancelled)
            return
        bug = future.exception()
        if bug is not None:
            log.error("printing failed", exc_info=bug)
            self.ended.emit(key, PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT))
        else:
            self.ended.emit(key, future.result())


class PrintWatch(QObject):
    """`standing` is what is known now, `changed` says that it is another. `desk` is None where no printer is set up."""

    changed = Signal()

    def __init__(self, desk: PrintDesk | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: PrintJobId | None = None
        self.standing = NO_PAPER_WANTED
        self._outcomes = PrintOutcomes(self)
        self._outcomes.ended.connect(self._record)

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
        dropped = PrintOutcome(PrintState.FAILED, PrintCause.RESTART)
        self._outcomes.wait_for(job, self._desk.submit(job=job, paper=paper), cancelled=dropped)

    def forget(self) -> None:
        """The session ends: nobody looks at this job any more. The paper itself has its own life."""
        self._job = None
        self._stand(NO_PAPER_WANTED)

    @Slot(object, object)
    def _record(self, job: PrintJobId, outcome: PrintOutcome) -> None:
        if job == self._job:
            self._stand(Standing(outcome.state, outcome.cause))

    def _stand(self, standing: Standing) -> None:
        if standing != self.standing:
            self.standing = standing
            self.changed.emit()
