"""The ESC/POS receipt printer: paints the paper, asks for the state, sends, asks again.

Here: the order of work and what its answers mean. Elsewhere: drawing (paint.py, roll.py), bytes (escpos.py), wires (transports.py), threads and
the deadline (lane.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from kiosk.application.ports import PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.takeaway import Takeaway
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.links import DeviceLink, PaperWidth
from kiosk.infrastructure.printing.transports import REPLY_SECONDS, Transport, open_transport

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


class ReceiptPrinter:
    """A Printer and TakeawayPrinter for every DeviceLink. Opens the device for each job, so a printer that was switched off and on again just works."""

    def __init__(self, link: DeviceLink, *, width: PaperWidth, family: str, reply_seconds: float = REPLY_SECONDS) -> None:
        self._link = link
        self._width = width
        self._family = family
        self._reply_seconds = reply_seconds
        self._last_job_was_cut_off = False

    def status(self, *, within: float) -> PrinterStatus:
        end = time.monotonic() + within
        transport = open_transport(self._link, within=within)
        try:
            return self._ask(transport, end)
        finally:
            transport.close(drop=True)

    def print_ticket(self, paper: TicketPaper, *, within: float) -> PrintOutcome:
        from kiosk.infrastructure.printing.paint import paint_ticket

        end = time.monotonic() + within
        return self._put_on_paper(paint_ticket(paper, width=self._width, family=self._family), end)

    def print_takeaway(self, document: Takeaway, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        """The roll begins with the first bytes: `wanted` is asked before them alone."""
        from kiosk.infrastructure.printing.roll import paint_takeaway

        end = time.monotonic() + within
        picture = paint_takeaway(document, width=self._width, family=self._family)
        if not wanted():
            raise PrinterUnavailable(reason=PrintCause.NOT_WANTED)
        return self._put_on_paper(picture, end)

    def _put_on_paper(self, picture: QImage, end: float) -> PrintOutcome:
        from kiosk.infrastructure.printing.escpos import completion_of_a_band, job_parts

        parts = job_parts(picture)
        transport = open_transport(self._link, within=_left(end))
        try:
            _refuse_unless_usable(self._ask(transport, end))
            if self._last_job_was_cut_off:
                transport.write(completion_of_a_band(self._width), within=_left(end))
                _refuse_unless_usable(self._ask(transport, end))  # inside the open band the printer may have been deaf
            self._last_job_was_cut_off = True
            for part in parts:
                # The time is looked at before each part: an abandoned job must not go on printing when its printer wakes up.
                transport.write(part, within=_left(end))
            self._last_job_was_cut_off = False
            return self._outcome(transport, end)
        finally:
            transport.close(drop=self._last_job_was_cut_off)

    def _outcome(self, transport: Transport, end: float) -> PrintOutcome:
        """All is sent; the printer's own word decides. Paper that ran out meanwhile is a failure: the ticket is not whole."""
        try:
            status = self._ask(transport, end)
        except PrinterUnavailable as gone:
            return PrintOutcome(PrintState.UNKNOWN, gone.reason)
        if status.condition is PrinterCondition.UNKNOWN:
            return PrintOutcome(PrintState.UNKNOWN, PrintCause.NO_ANSWER)
        _refuse_unless_usable(status)
        return PrintOutcome(PrintState.PRINTED)

    def _ask(self, transport: Transport, end: float) -> PrinterStatus:
        from kiosk.infrastructure.printing.escpos import ASK_OFFLINE_CAUSE, ASK_ONLINE, ASK_PAPER, StatusReplies, read_status

        replies = []
        for request in (ASK_ONLINE, ASK_OFFLINE_CAUSE, ASK_PAPER):
            replies.append(transport.ask(request, within=min(self._reply_seconds, _left(end))))
            if not replies[-1]:
                return PrinterStatus(PrinterCondition.UNKNOWN)  # a silent printer is not asked three times
        return read_status(StatusReplies(*replies))


def _left(end: float) -> float:
    """Seconds until `end`, or PrinterUnavailable when it has passed."""
    left = end - time.monotonic()
    if left <= 0:
        raise PrinterUnavailable(reason=PrintCause.TIMED_OUT)
    return left


def _refuse_unless_usable(status: PrinterStatus) -> None:
    """PrinterUnavailable for a state in which no ticket comes out. UNKNOWN is not such a state: many printers cannot tell."""
    match status.condition:
        case PrinterCondition.READY | PrinterCondition.UNKNOWN:
            return
        case PrinterCondition.NO_PAPER:
            raise PrinterUnavailable(reason=PrintCause.NO_PAPER)
        case PrinterCondition.COVER_OPEN:
            raise PrinterUnavailable(reason=PrintCause.COVER_OPEN)
        case PrinterCondition.OFFLINE:
            raise PrinterUnavailable(reason=PrintCause.OFFLINE)
        case PrinterCondition.ERROR:
            raise PrinterUnavailable(reason=PrintCause.ERROR)
        case _:
            assert_never(status.condition)
