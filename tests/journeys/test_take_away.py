"""The list goes home, on paper or in the phone: features/take_away.feature."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from tests.journeys.conftest import network_printer
from tests.journeys.kiosk_at_hand import KioskAtHand, hall_with
from tests.support.printer_double import PrinterDouble, PrinterMode

scenarios("take_away.feature")
pytestmark = pytest.mark.usefixtures("at_hand")


@pytest.fixture(scope="module")
def printer() -> Iterator[PrinterDouble]:
    with PrinterDouble() as double:
        yield double


@pytest.fixture(scope="module")
def at_hand(
    qapp: QApplication, opened_hall: Path, printer: PrinterDouble, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[KioskAtHand]:
    made = KioskAtHand(hall_with(opened_hall, tmp_path_factory.mktemp("kiosk") / "data", printer=network_printer(printer)))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def papers_before(printer: PrinterDouble) -> int:
    return len(printer.receipts)


@given("打印机没有纸")
def out_of_paper(printer: PrinterDouble) -> None:
    printer.mode = PrinterMode.PAPER_OUT


@when("打印机加了纸")
def paper_again(printer: PrinterDouble) -> None:
    printer.mode = PrinterMode.OK


@then(parsers.parse("码里有“{first}”和“{second}”"))
def code_holds(kiosk: KioskAtHand, first: str, second: str) -> None:
    def read() -> str:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        assert kiosk.view.grabWindow().save(buffer, "PNG")  # type: ignore[call-overload]
        return " ".join(found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(bytes(buffer.data().data())))))

    kiosk.wait(lambda: first in (text := read()) and second in text, lambda: f"{first}, {second} in {read()!r}")


@then("一张纸也没有出")
def no_paper(printer: PrinterDouble, papers_before: int) -> None:
    assert len(printer.receipts) == papers_before


@then(parsers.parse("出来的纸上有码，码里有“{first}”和“{second}”"))
def paper_holds(printer: PrinterDouble, papers_before: int, first: str, second: str) -> None:
    (receipt,) = printer.receipts[papers_before:]
    (found,) = zxingcpp.read_barcodes(receipt.picture.convert("L"))
    assert first in found.text
    assert second in found.text


@then("清单已经忘掉")
def forgotten(kiosk: KioskAtHand) -> None:
    page = kiosk.kiosk.pages.take_away
    assert (page.title, page.qrSource) == ("", "")
    assert "低保" not in repr(vars(page))
