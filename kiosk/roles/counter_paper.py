"""The printer of a counter's 缺件单: the hall's A4 printer, else the roll of the tickets where its line is fast enough.

A lane of the console's own: the tickets' desk belongs to the kiosk, whose jobs no console may touch.

Elsewhere: the words of the slip (interface.counter.slip), the lanes (infrastructure.printing), the printers of a kiosk (citizen_paper.py).
"""

from __future__ import annotations

from concurrent.futures import Future
from functools import cached_property

from kiosk.application.ports import PrintOutcome, TakeawayDesk
from kiosk.application.takeaway import Takeaway
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.lane import PrintLane
from kiosk.roles.parts import Parts


class CounterPaper:
    """Made when something is first printed."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._lane: PrintLane | None = None

    @cached_property
    def prints(self) -> bool:
        """The hall has set up a printer that can carry a list."""
        from kiosk.infrastructure.printing.takeaway_desk import carries_takeaways

        settings = self._parts.settings
        return settings.sheets is not None or (settings.printer is not None and carries_takeaways(settings.printer.link))

    def print(self, document: Takeaway) -> Future[PrintOutcome]:
        """Returns at once. Without a printer the outcome says so."""
        desk = self._desk
        if desk is not None:
            return desk.submit(document)
        none: Future[PrintOutcome] = Future()
        none.set_result(PrintOutcome(PrintState.NONE, PrintCause.NOT_CONFIGURED))
        return none

    @cached_property
    def _desk(self) -> TakeawayDesk | None:
        from kiosk.infrastructure.printing.print_desk import printer_for
        from kiosk.infrastructure.printing.sheet_printers import sheet_printer_for
        from kiosk.infrastructure.printing.takeaway_desk import LaneTakeawayDesk
        from kiosk.interface.shared.fonts import find_hanzi_family

        settings = self._parts.settings
        if not self.prints:
            return None
        self._lane = PrintLane("slips")
        self._lane.start()
        if settings.sheets is not None:
            return LaneTakeawayDesk(sheet_printer_for(settings.sheets, family=find_hanzi_family()), self._lane, sheet=True)
        if settings.printer is None:
            return None
        roll = printer_for(settings.printer.link, width=settings.printer.width, family=find_hanzi_family())
        return LaneTakeawayDesk(roll, self._lane, sheet=False)

    def close(self) -> None:
        if self._lane is not None:
            self._lane.close(within=1)
