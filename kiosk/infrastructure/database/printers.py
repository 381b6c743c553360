"""PrinterRepository over SQL: what printers said of themselves, one row a change.

Elsewhere: which word is news (application.commands.watch_printer).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from kiosk.application.ports import PrinterCondition, PrinterSeen, PrinterStatus
from kiosk.infrastructure.database.schema import printer_event

_LAST = select(func.max(printer_event.c.id)).group_by(printer_event.c.printer)
_NOW = select(printer_event).where(printer_event.c.id.in_(_LAST)).order_by(printer_event.c.printer)


class SqlPrinterRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def now(self) -> Sequence[PrinterSeen]:
        return [
            PrinterSeen(row.printer, PrinterStatus(PrinterCondition(row.condition), row.paper_low), datetime.fromisoformat(row.at))
            for row in self._connection.execute(_NOW)
        ]

    def record(self, printer: str, status: PrinterStatus, at: datetime) -> None:
        row = {
            "printer": printer,
            "condition": status.condition.value,
            "paper_low": status.paper_low,
            "at": at.isoformat(timespec="seconds"),
        }
        self._connection.execute(insert(printer_event), row)
