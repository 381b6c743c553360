"""How this kiosk's own printer is, brought from the watch's thread to the screen's: for the small sign that staff look for.

Here: the state and its words. Elsewhere: asking the printer (infrastructure.printing.paper_watch), how to change the roll (change_roll.py).
"""

from __future__ import annotations

from typing import assert_never

from kiosk.application.ports import PrinterCondition, PrinterStatus
from kiosk.application.unavailable import PrintCause
from kiosk.interface.shared.qml import QObject, Signal, Slot

_MET = {
    PrintCause.NO_PAPER: PrinterCondition.NO_PAPER,
    PrintCause.COVER_OPEN: PrinterCondition.COVER_OPEN,
    PrintCause.OFFLINE: PrinterCondition.OFFLINE,
    PrintCause.ERROR: PrinterCondition.ERROR,
}
"""Only what a printer says of itself: such a printer is looked at, so it can also say that it is well again."""


def sign_words(status: PrinterStatus | None) -> str:
    """What staff have to know, in at most four signs; empty while there is nothing to do. Unknown is nothing to do: many printers cannot tell."""
    if status is None:
        return ""
    match status.condition:
        case PrinterCondition.READY:
            return "纸快用完" if status.paper_low else ""
        case PrinterCondition.NO_PAPER:
            return "没纸了"
        case PrinterCondition.COVER_OPEN:
            return "盖子开着"
        case PrinterCondition.OFFLINE | PrinterCondition.ERROR:
            return "打印机停"
        case PrinterCondition.UNKNOWN:
            return ""
        case _:
            assert_never(status.condition)


class PaperSign(QObject):
    """`status` is None until the printer was asked. `changed` fires when it is another."""

    changed = Signal()
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.status: PrinterStatus | None = None
        # The watch's thread emits; Qt hands it over to the thread that this object lives on.
        self._heard.connect(self._record)

    def hear(self, status: PrinterStatus) -> None:
        """On any thread."""
        self._heard.emit(status)

    def paper_failed(self, cause: PrintCause | None) -> None:
        """A job met the printer as it is: that is known before the next look."""
        condition = _MET.get(cause) if cause is not None else None
        if condition is not None:
            self._record(PrinterStatus(condition))

    @property
    def words(self) -> str:
        return sign_words(self.status)

    @property
    def known(self) -> bool:
        """The printer has told how it is."""
        return self.status is not None and self.status.condition is not PrinterCondition.UNKNOWN

    @property
    def ready(self) -> bool:
        """Paper can be had, as far as anybody knows."""
        return self.status is None or self.status.condition in {PrinterCondition.READY, PrinterCondition.UNKNOWN}

    @Slot(object)
    def _record(self, status: PrinterStatus) -> None:
        if status != self.status:
            self.status = status
            self.changed.emit()
