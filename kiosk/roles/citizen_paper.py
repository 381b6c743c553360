"""The printers of one kiosk: its roll for tickets, and the A4 printer or the same roll for what is taken away.

Here: which printer serves what, each made when it is first wanted and closed with the kiosk. Elsewhere: the printers and their lanes
(infrastructure.printing), what may stand on a ticket's paper (paper.py), the pages that ask for paper (citizen_pages.py).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.application.ports import FormDesk, PrinterStatus, RollPrinter, SheetPrinter, TakeawayDesk
    from kiosk.infrastructure.printing.lane import PrintLane
    from kiosk.infrastructure.printing.print_desk import TicketPrintDesk
    from kiosk.infrastructure.settings import HallSettings
    from kiosk.roles.parts import Parts


class CitizenPaper:
    """None stands for a printer that the hall has not set up."""

    def __init__(
        self, parts: Parts, settings: Callable[[], HallSettings], *, listener: Callable[[], Callable[[PrinterStatus], None]]
    ) -> None:
        """`listener` gives who hears, on the print thread, what the roll's printer says of itself; asked for once there is one."""
        self._parts = parts
        self._settings = settings
        self._listener = listener
        self._desk: TicketPrintDesk | None = None
        self._sheet_lane: PrintLane | None = None

    @cached_property
    def tickets(self) -> TicketPrintDesk | None:
        printer, driver = self._settings().printer, self._roll
        if printer is None or driver is None:
            return None
        from kiosk.infrastructure.printing.paper_watch import PaperWatch, PrinterBook, printer_name, tells_its_state
        from kiosk.infrastructure.printing.print_desk import TicketPrintDesk

        unit_of_work, clock = self._parts.unit_of_work, self._parts.clock
        book = PrinterBook(printer_name(printer.link), unit_of_work=unit_of_work, clock=clock, told=self._listener())
        watch = PaperWatch(driver, told=book) if tells_its_state(printer.link) else None
        desk = TicketPrintDesk(printer=driver, unit_of_work=unit_of_work, clock=clock, watch=watch)
        desk.start()
        self._desk = desk
        return desk

    def takeaways(self) -> TakeawayDesk | None:
        """The A4 printer where the hall has one, else the roll of the tickets where its line is fast enough; None without either."""
        from kiosk.infrastructure.printing.takeaway_desk import LaneTakeawayDesk, carries_takeaways

        settings, desk, roll = self._settings(), self.tickets, self._roll
        if self._sheets is not None:
            printer, lane = self._sheets
            return LaneTakeawayDesk(printer, lane, sheet=True)
        if desk is None or roll is None or settings.printer is None or not carries_takeaways(settings.printer.link):
            return None
        return LaneTakeawayDesk(roll, desk.lane, sheet=False)

    def forms(self) -> FormDesk | None:
        from kiosk.infrastructure.printing.takeaway_desk import LaneFormDesk

        return LaneFormDesk(*self._sheets) if self._sheets is not None else None

    @cached_property
    def _roll(self) -> RollPrinter | None:
        printer = self._settings().printer
        if printer is None:
            return None
        from kiosk.infrastructure.printing.print_desk import printer_for
        from kiosk.interface.shared.fonts import find_hanzi_family

        return printer_for(printer.link, width=printer.width, family=find_hanzi_family())

    @cached_property
    def _sheets(self) -> tuple[SheetPrinter, PrintLane] | None:
        """The A4 printer and its lane."""
        sheets = self._settings().sheets
        if sheets is None:
            return None
        from kiosk.infrastructure.printing.lane import PrintLane
        from kiosk.infrastructure.printing.sheet_printers import sheet_printer_for
        from kiosk.interface.shared.fonts import find_hanzi_family

        self._sheet_lane = PrintLane("sheets")
        self._sheet_lane.start()
        return sheet_printer_for(sheets, family=find_hanzi_family()), self._sheet_lane

    def close(self) -> None:
        """Ends what was made; nothing is made any more."""
        if self._sheet_lane is not None:
            self._sheet_lane.close(within=1)
        if self._desk is not None:
            self._desk.close()
