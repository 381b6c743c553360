"""What a printer says of itself is written down, so that staff hear of it before the paper ends.

Here: which word is news. Elsewhere: asking the printer (infrastructure.printing.paper_watch), the words for staff (interface).
"""

from __future__ import annotations

from kiosk.application.ports import Clock, PrinterStatus, UnitOfWork


def record_printer_state(*, printer: str, status: PrinterStatus, uow: UnitOfWork, clock: Clock) -> bool:
    """Writes a change with its event and says whether it was one. `printer`: its address in hall.toml."""
    with uow:
        known = next((seen.status for seen in uow.printers.now() if seen.name == printer), None)
        if known == status:
            return False
        uow.printers.record(printer, status, clock.now())
        uow.commit()
    return True
