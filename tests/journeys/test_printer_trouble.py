"""The number stays, whatever the printer does: features/printer_trouble.feature."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from kiosk.infrastructure.printing import print_desk
from kiosk.infrastructure.printing.print_desk import TicketPrintDesk
from tests.journeys.conftest import network_printer, number_of
from tests.journeys.kiosk_at_hand import KioskAtHand, hall_with
from tests.support.printer_double import PrinterDouble, PrinterMode

scenarios("printer_trouble.feature")
pytestmark = pytest.mark.usefixtures("at_hand")

JOB_SECONDS = 10.0
"""A job's life in these stories, for 30 s in a hall."""

TROUBLES = {
    "没纸了": PrinterMode.PAPER_OUT,
    "盖子开着": PrinterMode.COVER_OPEN,
    "打到一半没纸": PrinterMode.RUNS_OUT,
    "打到一半断线": PrinterMode.CLOSES,
    "不回话": PrinterMode.MUTE,
    "卡住": PrinterMode.STALL,
}


@pytest.fixture(scope="module")
def printer() -> Iterator[PrinterDouble]:
    """May be left with a broken ticket inside, as a printer is."""
    with PrinterDouble() as double:
        yield double


@pytest.fixture(scope="module")
def at_hand(
    qapp: QApplication, opened_hall: Path, printer: PrinterDouble, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[KioskAtHand]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(print_desk, "TicketPrintDesk", partial(TicketPrintDesk, life=JOB_SECONDS))
        made = KioskAtHand(hall_with(opened_hall, tmp_path_factory.mktemp("kiosk") / "data", printer=network_printer(printer)))
    yield made
    made.close()


@given(parsers.parse("打印机{trouble}"))
def printer_in_trouble(printer: PrinterDouble, trouble: str) -> None:
    printer.mode = TROUBLES[trouble]


@then(parsers.parse("打印机还卡着，屏幕上说“{words}”"))
def still_hanging(kiosk: KioskAtHand, printer: PrinterDouble, words: str) -> None:
    taken = printer.bytes_taken
    kiosk.wait(lambda: printer.bytes_taken > taken or printer.has_open_band, "the printer has taken the first bytes")
    kiosk.read(words)
    assert kiosk.new_tickets()[-1].print_state.value == "printing"
    assert kiosk.largest_words() == number_of(kiosk)


@when("打印的时间到了")
def job_ends(kiosk: KioskAtHand) -> None:
    kiosk.wait(lambda: kiosk.new_tickets()[-1].print_state.value == "failed", "the end of the job")
