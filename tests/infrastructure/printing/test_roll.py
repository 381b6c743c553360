"""The strip from the receipt roll: pure black and white, whole, large enough, and read back from the printer's own bytes."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.catalog import EntryCode
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.links import NetworkLink, PaperWidth
from kiosk.infrastructure.printing.receipt_printer import ReceiptPrinter
from kiosk.infrastructure.printing.roll import BODY, paint_takeaway
from tests.support.phone import read_by_phone
from tests.support.printer_double import PrinterDouble, PrinterMode
from tests.support.takeaways import ABOLISHED, HARD_ITEM, RETAINED, all_codes, takeaway
from tests.support.ticket_papers import picture_of

SECONDS = 20.0
DOTS_PER_POINT = 203 / 72


def strip(code: EntryCode, width: PaperWidth, family: str) -> Image.Image:
    return picture_of(paint_takeaway(takeaway(code), width=width, family=family))


def still_wanted() -> bool:
    return True


def test_the_smallest_words_are_fourteen_points() -> None:
    assert BODY / DOTS_PER_POINT >= 14


@pytest.mark.parametrize("width", list(PaperWidth))
@pytest.mark.parametrize("code", [HARD_ITEM, ABOLISHED, RETAINED])
def test_nothing_touches_the_edge(code: EntryCode, width: PaperWidth, family: str) -> None:
    picture = strip(code, width, family)
    assert picture.width == width
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box is not None
    assert box[0] >= 8
    assert box[2] <= width - 8


@pytest.mark.slow
@pytest.mark.parametrize("width", list(PaperWidth))
def test_entries_of_every_list_have_their_strip(width: PaperWidth, family: str) -> None:
    for code in (HARD_ITEM, *all_codes()[::6]):
        picture = strip(code, width, family)
        box = ImageChops.invert(picture.convert("L")).getbbox()
        assert box is not None, code
        assert box[0] >= 8, code
        assert box[2] <= width - 8, code
        assert picture.height < 203 / 25.4 * 1000, "longer than a metre"


@pytest.mark.parametrize("code", [HARD_ITEM, ABOLISHED, RETAINED])
@pytest.mark.parametrize("tilt", [0, 5])
def test_its_code_is_read_off_the_wide_roll(code: EntryCode, tilt: int, family: str) -> None:
    """As a phone sees it: tilted, blurred and noisy, at the dots of the paper."""
    picture = strip(code, PaperWidth.MM80, family)
    foot = picture.crop((0, picture.height - 1100, picture.width, picture.height))
    assert read_by_phone(foot, tilt=tilt) == [takeaway(code).qr_texts[0]]


@pytest.mark.parametrize("width", list(PaperWidth))
def test_the_printer_gets_what_was_painted(width: PaperWidth, family: str) -> None:
    with PrinterDouble(dots=width) as double:
        printer = ReceiptPrinter(NetworkLink("127.0.0.1", double.port), width=width, family=family)
        assert printer.print_takeaway(takeaway(HARD_ITEM), within=SECONDS, wanted=still_wanted) == PrintOutcome(PrintState.PRINTED)
    (receipt,) = double.receipts
    painted = strip(HARD_ITEM, width, family)
    assert receipt.picture.size == painted.size
    assert ImageChops.difference(receipt.picture.convert("L"), painted.convert("L")).getbbox() is None
    assert not double.broken_commands


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        (PrinterMode.PAPER_OUT, PrintCause.NO_PAPER),
        (PrinterMode.COVER_OPEN, PrintCause.COVER_OPEN),
        (PrinterMode.RUNS_OUT, PrintCause.NO_PAPER),
    ],
)
def test_a_printer_in_trouble_is_said(mode: PrinterMode, reason: PrintCause, family: str) -> None:
    with PrinterDouble(mode) as double, pytest.raises(PrinterUnavailable) as trouble:
        ReceiptPrinter(NetworkLink("127.0.0.1", double.port), width=PaperWidth.MM80, family=family).print_takeaway(
            takeaway(ABOLISHED), within=SECONDS, wanted=still_wanted
        )
    assert trouble.value.reason is reason


def test_nothing_is_sent_once_nobody_waits(family: str) -> None:
    with PrinterDouble() as double, pytest.raises(PrinterUnavailable) as refused:
        ReceiptPrinter(NetworkLink("127.0.0.1", double.port), width=PaperWidth.MM80, family=family).print_takeaway(
            takeaway(ABOLISHED), within=SECONDS, wanted=lambda: False
        )
    assert refused.value.reason is PrintCause.NOT_WANTED
    assert double.bytes_taken == 0
