"""The hall's own forms on A4: a PDF as it is, pictures as large as the paper allows, and never on the roll."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image

from kiosk.application.form_paper import FormPaper
from kiosk.application.ports import PrintOutcome
from kiosk.application.takeaway import Takeaway
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.form_sheet import form_pdf
from kiosk.infrastructure.printing.lane import PrintLane
from kiosk.infrastructure.printing.links import SheetFolder
from kiosk.infrastructure.printing.receipt_printer import ReceiptPrinter
from kiosk.infrastructure.printing.sheet_printers import QueuePrinter, WindowsSheetPrinter, sheet_printer_for
from kiosk.infrastructure.printing.takeaway_desk import LaneFormDesk, LaneTakeawayDesk
from tests.support import cups_server as cups
from tests.support.attached_catalog import pdf, picture
from tests.support.takeaways import ABOLISHED, takeaway

SECONDS = 30.0
PRINTED = PrintOutcome(PrintState.PRINTED)


def still_wanted() -> bool:
    return True


def drawn(file: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(file)
    pages = [document[number].render(scale=1).to_pil().convert("L") for number in range(len(document))]
    document.close()
    return pages


def inked(page: Image.Image) -> tuple[int, int, int, int]:
    box = page.point(lambda grey: 255 if grey < 160 else 0).getbbox()
    assert box is not None
    return box


def test_a_picture_fills_a_sheet(family: str) -> None:
    (page,) = drawn(form_pdf([picture("SAMPLE")]))
    assert page.size == (595, 842)
    left, top, right, bottom = inked(page)
    # The frame of the form stands 40 of 620 and of 877 dots inside.
    assert (left, top) == pytest.approx((50, 51), abs=6)
    assert (right, bottom) == pytest.approx((545, 791), abs=6)


def test_a_picture_that_lies_is_turned_and_each_has_its_sheet(family: str) -> None:
    lying, standing = drawn(form_pdf([picture("LYING", size=(877, 620)), picture("STANDING")]))
    assert lying.size == standing.size == (595, 842)
    assert inked(lying) == pytest.approx(inked(standing), abs=8)


def test_what_is_no_picture_is_not_printed(family: str) -> None:
    with pytest.raises(PrinterUnavailable):
        form_pdf([b"nothing"])
    with pytest.raises(PrinterUnavailable):
        form_pdf([])


def test_a_folder_holds_the_hall_s_own_pdf(tmp_path: Path, family: str) -> None:
    own = pdf("ONE", "TWO")
    printer = sheet_printer_for(SheetFolder(tmp_path), family=family)
    assert printer.print_form(FormPaper(own, (picture("ONE"),)), within=SECONDS, wanted=still_wanted) == PRINTED
    assert (tmp_path / "takeaway.pdf").read_bytes() == own
    assert printer.print_form(FormPaper(None, (picture("ONE"),)), within=SECONDS, wanted=still_wanted) == PRINTED
    assert len(pypdf.PdfReader(tmp_path / "takeaway.pdf").pages) == 1


def test_a_form_nobody_waits_for_is_not_begun(tmp_path: Path, family: str) -> None:
    with pytest.raises(PrinterUnavailable) as refused:
        sheet_printer_for(SheetFolder(tmp_path / "out"), family=family).print_form(
            FormPaper(pdf("ONE"), ()), within=SECONDS, wanted=lambda: False
        )
    assert refused.value.reason is PrintCause.NOT_WANTED
    assert not (tmp_path / "out").exists()


def test_a_windows_printer_that_this_machine_does_not_have(family: str) -> None:
    with pytest.raises(PrinterUnavailable) as refused:
        WindowsSheetPrinter("nowhere", family=family).print_form(FormPaper(None, (picture("ONE"),)), within=SECONDS, wanted=still_wanted)
    assert refused.value.reason is PrintCause.UNREACHABLE


def test_the_roll_prints_no_forms() -> None:
    assert not hasattr(ReceiptPrinter, "print_form")


class Sheets:
    """Prints when its gate is open."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.began = threading.Event()
        self.forms: list[FormPaper] = []
        self.wanted: list[bool] = []

    def print_takeaway(self, document: Takeaway, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:  # noqa: ARG002
        self.began.set()
        assert self.gate.wait(SECONDS)
        return PRINTED

    def print_form(self, form: FormPaper, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:  # noqa: ARG002
        self.began.set()
        assert self.gate.wait(SECONDS)
        self.forms.append(form)
        self.wanted.append(wanted())
        return PRINTED


def test_forms_share_the_lane_and_what_has_not_begun_goes_with_the_session() -> None:
    sheets = Sheets()
    lane = PrintLane("sheets")
    lane.start()
    try:
        form = FormPaper(None, (b"x",))
        under_way = LaneTakeawayDesk(sheets, lane, sheet=True).submit(takeaway(ABOLISHED))
        assert sheets.began.wait(SECONDS)
        desk = LaneFormDesk(sheets, lane)
        waiting = desk.submit(form)
        assert not waiting.done()
        desk.forget()
        assert waiting.cancelled()
        later = desk.submit(form)
        sheets.gate.set()
        assert under_way.result(SECONDS) == later.result(SECONDS) == PRINTED
        assert (sheets.forms, sheets.wanted) == ([form], [True])
    finally:
        sheets.gate.set()
        lane.close(within=SECONDS)


@pytest.mark.slow
def test_a_real_queue_prints_both_pages(family: str) -> None:
    why = cups.why_not()
    if why is not None:
        pytest.skip(f"NOT RUN: {why}")
    with cups.cups_server() as server:
        before = set(cups.MADE.iterdir())
        printer = QueuePrinter(server.queue, family=family)
        assert printer.print_form(FormPaper(pdf("ONE", "TWO"), ()), within=SECONDS, wanted=still_wanted) == PRINTED
        made = set(cups.MADE.iterdir()) - before
        try:
            (sheet,) = made
            assert len(pypdf.PdfReader(sheet).pages) == 2
        finally:
            for sheet in made:
                sheet.unlink()
        assert server.waiting() == []
