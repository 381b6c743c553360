"""Asks a printer that has nothing to print how it is, so that staff hear of a short roll before it ends.

Here: when it is asked, and what becomes of the answer. Elsewhere: the spooler, which lets it look only while no job is under way and holds
the next job back until the look is over (spooler.py); the answer itself (receipt_printer.py); the record (commands.watch_printer).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import assert_never

from kiosk.application.commands.watch_printer import record_printer_state
from kiosk.application.ports import Clock, Printer, PrinterCondition, PrinterStatus, UnitOfWork
from kiosk.application.unavailable import PrinterUnavailable, Unavailable
from kiosk.infrastructure.printing.links import DeviceFileLink, NetworkLink, PreviewLink, PrinterLink, SerialLink, UsbLink, WindowsLink

FIRST_LOOK = 5.0
"""Seconds after the start: the screen's first moments are not for the printer."""
LOOK_EVERY = 60.0
"""Seconds between two looks at a printer that prints nothing. A roll that runs low has metres left."""
AFTER_A_JOB = 3.0
"""Seconds after a job: paper goes with the jobs, and the next person may be pressing already."""
LOOK_SECONDS = 2.0
"""The longest that a look may take; a job that comes meanwhile waits no longer."""

_log = logging.getLogger(__name__)


class PaperWatch:
    """One printer's state between its jobs. `told` hears the first state after each job and every state that differs from the last
    one, on a thread of the watch."""

    def __init__(
        self,
        printer: Printer,
        *,
        told: Callable[[PrinterStatus], None],
        first: float = FIRST_LOOK,
        every: float = LOOK_EVERY,
        after_a_job: float = AFTER_A_JOB,
    ) -> None:
        self._printer = printer
        self._told = told
        self._every = every
        self._after_a_job = after_a_job
        self._next = time.monotonic() + first
        self._last: PrinterStatus | None = None

    @property
    def due_in(self) -> float:
        """Seconds until the next look, 0 when it is time."""
        return max(self._next - time.monotonic(), 0)

    def job_ended(self) -> None:
        """The next look tells in any case: what the job met may be over by then."""
        self._last = None
        self._next = min(self._next, time.monotonic() + self._after_a_job)

    def put_off(self) -> None:
        """The printer is not free: its turn comes again."""
        self._next = time.monotonic() + self._every

    def look(self) -> threading.Thread:
        """Begins a look and gives the thread that it runs on: no job may begin before that has ended."""
        self._next = time.monotonic() + self._every
        looking = threading.Thread(target=self._look, name="paper-watch", daemon=True)
        looking.start()
        return looking

    def _look(self) -> None:
        try:
            status = self._printer.status(within=LOOK_SECONDS)
        except PrinterUnavailable as gone:
            _log.debug("the printer was not to be asked: %s", gone)
            status = PrinterStatus(PrinterCondition.OFFLINE)
        if status != self._last:
            _log.log(logging.INFO if _well(status) else logging.WARNING, "printer: %s, paper low: %s", status.condition, status.paper_low)
            self._last = status
            self._told(status)


def _well(status: PrinterStatus) -> bool:
    return status.condition is PrinterCondition.READY and not status.paper_low


def tells_its_state(link: PrinterLink) -> bool:
    """Whether there is anything to ask: a device file and the Windows spooler cannot be read, a folder of pictures needs no paper."""
    match link:
        case NetworkLink() | UsbLink() | SerialLink():
            return True
        case DeviceFileLink() | WindowsLink() | PreviewLink():
            return False
        case _:
            assert_never(link)


def printer_name(link: PrinterLink) -> str:
    """A printer as staff know it: its address in hall.toml."""
    match link:
        case NetworkLink(host=host, port=port):
            return f"{host}:{port}"
        case UsbLink(vendor=vendor, product=product):
            return f"usb {vendor:04x}:{product:04x}"
        case SerialLink(device=device):
            return device
        case DeviceFileLink(path=path):
            return str(path)
        case WindowsLink(printer=printer):
            return printer
        case PreviewLink(folder=folder):
            return str(folder)
        case _:
            assert_never(link)


class PrinterBook:
    """Keeps the state of one printer in the database, and passes it on. A database that is away costs the record, never the word."""

    def __init__(
        self, printer: str, *, unit_of_work: Callable[[], UnitOfWork], clock: Clock, told: Callable[[PrinterStatus], None]
    ) -> None:
        self._printer = printer
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._told = told

    def __call__(self, status: PrinterStatus) -> None:
        self._told(status)
        try:
            record_printer_state(printer=self._printer, status=status, uow=self._unit_of_work(), clock=self._clock)
        except Unavailable as away:
            _log.warning("the state of printer %s is unrecorded: %s", self._printer, away)
