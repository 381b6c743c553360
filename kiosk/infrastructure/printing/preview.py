"""A Printer without a printer: each ticket becomes a PNG in a folder. For the demo hall, for rehearsals and tests.

Elsewhere: real printers (receipt_printer.py, sheet_printers.py), drawing (paint.py, roll.py).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.application.ports import PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.takeaway import Takeaway
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.links import PaperWidth

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


class PreviewPrinter:
    """Writes `<date>-<time>-<number>.png` and `takeaway.png`. What is on disk is whole: a picture is written under a hidden name and then renamed."""

    def __init__(self, folder: Path, *, width: PaperWidth, family: str) -> None:
        self._folder = folder
        self._width = width
        self._family = family

    def status(self, *, within: float) -> PrinterStatus:  # noqa: ARG002
        self._make_folder()
        return PrinterStatus(PrinterCondition.READY, paper_low=False)

    def print_ticket(self, paper: TicketPaper, *, within: float) -> PrintOutcome:
        from kiosk.infrastructure.printing.paint import paint_ticket

        return self._save(
            lambda: paint_ticket(paper, width=self._width, family=self._family), f"{paper.issued_at:%Y%m%d-%H%M%S}-{paper.number}", within
        )

    def print_takeaway(self, document: Takeaway, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:  # noqa: ARG002
        """One picture, written over by the next: a folder of what people took away is not kept."""
        from kiosk.infrastructure.printing.roll import paint_takeaway

        return self._save(lambda: paint_takeaway(document, width=self._width, family=self._family), "takeaway", within)

    def _save(self, paint: Callable[[], QImage], name: str, within: float) -> PrintOutcome:
        if within <= 0:
            raise PrinterUnavailable(reason=PrintCause.TIMED_OUT)
        self._make_folder()
        path = self._folder / f"{name}.png"
        unfinished = path.with_name(f".{path.name}")
        if not paint().save(os.fspath(unfinished)):
            raise PrinterUnavailable(f"cannot write {unfinished}", reason=PrintCause.ERROR)
        try:
            unfinished.replace(path)
        except OSError as error:
            raise PrinterUnavailable(error, reason=PrintCause.ERROR) from error
        return PrintOutcome(PrintState.PRINTED)

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PrinterUnavailable(error, reason=PrintCause.UNREACHABLE) from error
