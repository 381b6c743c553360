"""The desks that faces hand documents and forms to: one lane, nothing kept.

Here: what may still be printed when a session ends. Elsewhere: threads and order (lane.py), the printers (receipt_printer.py,
sheet_printers.py), the documents (application.takeaway, application.form_paper).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from kiosk.application.form_paper import FormPaper
from kiosk.application.ports import PrintOutcome, SheetPrinter, TakeawayPrinter
from kiosk.application.takeaway import Takeaway
from kiosk.infrastructure.printing.lane import PrintLane, Rank, Unrecorded
from kiosk.infrastructure.printing.links import PrinterLink, SerialLink

LIFE = 60.0
"""Seconds in which a document is on paper or failed. A strip takes longer than a ticket, a sleeping A4 printer warms up."""


_SLOWEST_BAUD = 115_200
"""A strip of 70 cm is 400 kB: half a minute on this line. A ticket that comes meanwhile waits no longer than it lives."""


def carries_takeaways(link: PrinterLink) -> bool:
    """Whether this line is fast enough for a strip."""
    return not isinstance(link, SerialLink) or link.baud >= _SLOWEST_BAUD


@dataclass(frozen=True, slots=True)
class _Submitted:
    outcome: Future[PrintOutcome]
    over: threading.Event


class _LaneDesk:
    """One printer's lane for documents of which nothing is kept. The lane belongs to whoever made it, who starts and closes it."""

    def __init__(self, lane: PrintLane, *, name: str, life: float) -> None:
        self._lane = lane
        self._name = name
        self._life = life
        self._submitted: list[_Submitted] = []

    def _submit(self, work: Callable[[float, Callable[[], bool]], PrintOutcome]) -> Future[PrintOutcome]:
        over = threading.Event()
        outcome = self._lane.submit(
            self._name,  # the log names no document
            lambda left: work(left, lambda: not over.is_set()),
            record=Unrecorded(),
            rank=Rank.TAKEAWAY,
            life=self._life,
        )
        self._submitted = [each for each in self._submitted if not each.outcome.done()]
        self._submitted.append(_Submitted(outcome, over))
        return outcome

    def forget(self) -> None:
        for each in self._submitted:
            each.over.set()
            each.outcome.cancel()
        self._submitted.clear()


class LaneTakeawayDesk(_LaneDesk):
    """A TakeawayDesk over one printer's lane."""

    def __init__(self, printer: TakeawayPrinter, lane: PrintLane, *, sheet: bool, life: float = LIFE) -> None:
        super().__init__(lane, name="takeaway", life=life)
        self._printer = printer
        self._sheet = sheet

    @property
    def sheet(self) -> bool:
        return self._sheet

    def submit(self, document: Takeaway) -> Future[PrintOutcome]:
        return self._submit(lambda left, wanted: self._printer.print_takeaway(document, within=left, wanted=wanted))


class LaneFormDesk(_LaneDesk):
    """A FormDesk over the A4 printer's lane, which it shares with the takeaways."""

    def __init__(self, printer: SheetPrinter, lane: PrintLane, *, life: float = LIFE) -> None:
        super().__init__(lane, name="form", life=life)
        self._printer = printer

    def submit(self, form: FormPaper) -> Future[PrintOutcome]:
        return self._submit(lambda left, wanted: self._printer.print_form(form, within=left, wanted=wanted))
