"""The roll runs low, ends and is changed: features/paper_low.feature."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from kiosk.application.queries.printing import printers_now
from kiosk.infrastructure.printing import paper_watch
from kiosk.infrastructure.printing.paper_watch import PaperWatch
from kiosk.roles.parts import Parts
from tests.journeys.conftest import network_printer
from tests.journeys.kiosk_at_hand import KioskAtHand, hall_with
from tests.support.printer_double import PrinterDouble, PrinterMode

scenarios("paper_low.feature")
pytestmark = pytest.mark.usefixtures("at_hand")

SOON = 0.2
"""Seconds between two looks in these stories, for a minute in a hall."""


@pytest.fixture(scope="module")
def at_hand(
    qapp: QApplication, opened_hall: Path, printer: PrinterDouble, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[KioskAtHand]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paper_watch, "PaperWatch", partial(PaperWatch, first=SOON, every=SOON, after_a_job=SOON))
        made = KioskAtHand(hall_with(opened_hall, tmp_path_factory.mktemp("kiosk") / "data", printer=network_printer(printer)))
    yield made
    made.close()


@given("打印机纸不多了")
def runs_low(printer: PrinterDouble) -> None:
    printer.mode = PrinterMode.PAPER_LOW


@given("打印机没纸了")
def runs_out(printer: PrinterDouble) -> None:
    printer.mode = PrinterMode.PAPER_OUT


@when("工作人员换好了纸")
def roll_is_changed(printer: PrinterDouble) -> None:
    printer.mode = PrinterMode.OK


@then(parsers.parse("首页的小牌子写着“{words}”"))
def sign_says(kiosk: KioskAtHand, words: str) -> None:
    assert kiosk.page == "home"
    kiosk.read(words)


@then("工作人员的命令也说纸快用完")
def tool_says(kiosk: KioskAtHand) -> None:
    parts = Parts(data=kiosk.data, environment={})
    try:
        kiosk.wait(lambda: [seen.status.paper_low for seen in printers_now(snapshot=parts.snapshot())] == [True], "paper low on record")
    finally:
        parts.close()
