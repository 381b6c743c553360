"""A4 printers: a queue of CUPS or another IPP printer, a printer of Windows, a folder. One SheetPrinter each.

Here: how a sheet reaches them, and what may be believed of its fate. Elsewhere: the protocol (ipp.py), the sheet (sheet.py), threads and
deadlines (lane.py).

A queue keeps a sheet until its printer takes it, perhaps for days. A sheet that does not come out in time, or whose reader has left before it
began, is taken back out of the queue: nobody finds a stranger's list in the tray.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from kiosk.application.form_paper import FormPaper
from kiosk.application.ports import PrintOutcome, SheetPrinter
from kiosk.application.takeaway import Takeaway
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.ipp import IppClient, JobState
from kiosk.infrastructure.printing.links import IppQueue, SheetFolder, SheetLink, WindowsSheets

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LOOK_EVERY = 0.5
_FAREWELL = 2.0
"""What a sheet is given back for, out of its life: taking it out of the queue takes a moment."""
_log = logging.getLogger(__name__)


def sheet_printer_for(link: SheetLink, *, family: str) -> SheetPrinter:
    """The A4 printer a hall has set up. Opens nothing yet. `family`: a font that covers the Hanzi."""
    match link:
        case IppQueue():
            return QueuePrinter(link, family=family)
        case WindowsSheets(printer):
            return WindowsSheetPrinter(printer, family=family)
        case SheetFolder(folder):
            return FolderPrinter(folder, family=family)
        case _:
            assert_never(link)


def _pdf_of(form: FormPaper) -> bytes:
    from kiosk.infrastructure.printing.form_sheet import form_pdf

    return form.pdf if form.pdf is not None else form_pdf(form.pictures)


class QueuePrinter:
    """Hands the sheet to a queue and asks it what became of it."""

    def __init__(self, queue: IppQueue, *, family: str) -> None:
        self._ipp = IppClient(queue)
        self._family = family

    def print_takeaway(self, document: Takeaway, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        from kiosk.infrastructure.printing.sheet import sheet_pdf

        return self._print(lambda: sheet_pdf(document, family=self._family), within, wanted)

    def print_form(self, form: FormPaper, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        return self._print(lambda: _pdf_of(form), within, wanted)

    def _print(self, made: Callable[[], bytes], within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        end = time.monotonic() + within - min(_FAREWELL, within / 4)
        pdf = made()
        self._refuse_in_trouble(end)
        if not wanted():
            raise PrinterUnavailable(reason=PrintCause.NOT_WANTED)
        job = self._ipp.print_pdf(pdf, name="kiosk", end=end)
        fate: PrintOutcome | None = None
        try:
            fate = self._fate(job, end, wanted)
        finally:
            if fate is None:
                self._take_back(job)
        return fate

    def _fate(self, job: int, end: float, wanted: Callable[[], bool]) -> PrintOutcome:
        """PRINTED when the queue says that the job has completed; a queue may say so once its printer has taken all of it."""
        while time.monotonic() < end:
            match self._ipp.job_state(job, end):
                case JobState.COMPLETED:
                    return PrintOutcome(PrintState.PRINTED)
                case JobState.CANCELED | JobState.ABORTED:
                    raise PrinterUnavailable("the queue gave the sheet up", reason=PrintCause.ERROR)
                case JobState.PENDING | JobState.HELD | JobState.STOPPED if not wanted():
                    raise PrinterUnavailable(reason=PrintCause.NOT_WANTED)
                case _:
                    self._refuse_in_trouble(end)
                    time.sleep(_LOOK_EVERY)
        raise PrinterUnavailable(reason=PrintCause.TIMED_OUT)

    def _refuse_in_trouble(self, end: float) -> None:
        trouble = trouble_in(self._ipp.state_reasons(end))
        if trouble is not None:
            raise PrinterUnavailable(reason=trouble)

    def _take_back(self, job: int) -> None:
        """A sheet that did not come out must not come out for the next person."""
        try:
            self._ipp.cancel(job, time.monotonic() + _FAREWELL)
        except PrinterUnavailable as away:
            _log.warning("a sheet may still wait in the print queue: %s", away)


_TROUBLES = (
    (re.compile(r"media-(empty|needed)"), PrintCause.NO_PAPER),
    (re.compile(r"(cover|door|interlock)-open"), PrintCause.COVER_OPEN),
    (re.compile(r"paused|offline|shutdown|not-accepting-jobs|timed-out|stopped"), PrintCause.OFFLINE),
    (re.compile(r"media-jam|toner-empty|marker-supply-empty|-error$"), PrintCause.ERROR),
)
"""printer-state-reasons (RFC 8011 5.4.12, PWG 5100.9) that keep paper from coming out."""


def trouble_in(reasons: Sequence[str]) -> PrintCause | None:
    """Why nothing will come out. None: nothing is known to be wrong.

    Reasons may end in -report, -warning or -error. Paper or toner that is low (…-low-report, …-low-warning) keeps nothing back.
    """
    return next((cause for pattern, cause in _TROUBLES for reason in reasons if pattern.search(reason)), None)


class WindowsSheetPrinter:
    """Draws on a printer of Windows through Qt. Its spooler takes the sheet and says nothing more: UNKNOWN."""

    def __init__(self, printer: str, *, family: str) -> None:
        self._printer = printer
        self._family = family

    def print_takeaway(self, document: Takeaway, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        from kiosk.infrastructure.printing.sheet import paint_sheet

        return self._print(lambda device: paint_sheet(document, device, family=self._family), within, wanted)

    def print_form(self, form: FormPaper, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        from kiosk.infrastructure.printing.form_sheet import paint_form

        return self._print(lambda device: paint_form(form.pictures, device), within, wanted)

    def _print(self, paint: Callable[[QPrinter], object], within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from kiosk.infrastructure.printing.sheet import RESOLUTION, prepare_sheet

        if within <= 0:
            raise PrinterUnavailable(reason=PrintCause.TIMED_OUT)
        if not wanted():
            raise PrinterUnavailable(reason=PrintCause.NOT_WANTED)
        known = QPrinterInfo.printerInfo(self._printer)
        if known.isNull():
            raise PrinterUnavailable(self._printer, reason=PrintCause.UNREACHABLE)
        device = QPrinter(known, QPrinter.PrinterMode.HighResolution)
        device.setDocName("kiosk")
        device.setFullPage(True)
        prepare_sheet(device)
        device.setResolution(RESOLUTION)
        paint(device)
        if device.printerState() in {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}:
            raise PrinterUnavailable(reason=PrintCause.ERROR)
        return PrintOutcome(PrintState.UNKNOWN, PrintCause.NO_ANSWER)


class FolderPrinter:
    """Writes takeaway.pdf, over the one before: a folder of what people took away is not kept. For rehearsals."""

    def __init__(self, folder: Path, *, family: str) -> None:
        self._folder = folder
        self._family = family

    def print_takeaway(self, document: Takeaway, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        from kiosk.infrastructure.printing.sheet import sheet_pdf

        return self._print(lambda: sheet_pdf(document, family=self._family), within, wanted)

    def print_form(self, form: FormPaper, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        return self._print(lambda: _pdf_of(form), within, wanted)

    def _print(self, made: Callable[[], bytes], within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        if within <= 0:
            raise PrinterUnavailable(reason=PrintCause.TIMED_OUT)
        pdf = made()
        if not wanted():
            raise PrinterUnavailable(reason=PrintCause.NOT_WANTED)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._folder / ".takeaway.pdf"
            unfinished.write_bytes(pdf)
            unfinished.replace(self._folder / "takeaway.pdf")
        except OSError as error:
            raise PrinterUnavailable(error, reason=PrintCause.ERROR) from error
        return PrintOutcome(PrintState.PRINTED)
