"""Bytes: what is sent comes out of a printer as the same dots; what a printer says is read strictly."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import ImageChops
from PySide6.QtGui import QImage

from kiosk.application.ports import PrinterCondition
from kiosk.infrastructure.printing.escpos import BAND_ROWS, StatusReplies, completion_of_a_band, job_parts, raster_rows, read_status
from kiosk.infrastructure.printing.links import PaperWidth
from kiosk.infrastructure.printing.paint import paint_ticket
from tests.support.escpos_decoder import EscposDecoder, Receipt, UnknownCommand
from tests.support.ticket_papers import PAPER, picture_of


def decoded(stream: bytes, dots: int, *, piece: int = 1 << 20) -> list[Receipt]:
    decoder = EscposDecoder(dots)
    for start in range(0, len(stream), piece):
        assert not list(decoder.feed(stream[start : start + piece]))
    return decoder.receipts


@pytest.mark.parametrize("width", list(PaperWidth))
def test_the_printed_dots_are_the_painted_ones(width: PaperWidth, family: str) -> None:
    picture = paint_ticket(PAPER, width=width, family=family)
    (receipt,) = decoded(b"".join(job_parts(picture)), width, piece=1000)
    assert receipt.picture.size == (width, picture.height())
    assert ImageChops.difference(receipt.picture.convert("L"), picture_of(picture).convert("L")).getbbox() is None
    assert receipt.fed_lines == 4
    (code,) = zxingcpp.read_barcodes(receipt.picture.convert("L"))
    assert code.text == PAPER.qr_text
    assert "A012" in code.text


def test_the_order_of_bits_does_not_matter() -> None:
    """Qt may call either bit black: the table of colours decides."""
    picture = QImage(8, 1, QImage.Format.Format_Mono)
    picture.setColorTable([0xFF000000, 0xFFFFFFFF])
    picture.fill(1)
    picture.setPixel(0, 0, 0)
    assert raster_rows(picture) == [b"\x80"]


def test_rows_are_free_of_padding() -> None:
    picture = QImage(40, 2, QImage.Format.Format_Mono)
    picture.setColorTable([0xFFFFFFFF, 0xFF000000])
    picture.fill(1)
    assert picture.bytesPerLine() == 8
    assert raster_rows(picture) == [b"\xff" * 5] * 2


def test_other_pictures_are_refused() -> None:
    with pytest.raises(ValueError, match="Format_Mono"):
        raster_rows(QImage(8, 8, QImage.Format.Format_Grayscale8))
    with pytest.raises(ValueError, match="multiple of 8"):
        raster_rows(QImage(9, 8, QImage.Format.Format_Mono))


@pytest.mark.parametrize("order", [0x04, 0x05, 0x14])
def test_no_picture_holds_a_real_time_order(order: int) -> None:
    """One black dot beside another is all that changes; a printer would obey the bytes even among dots."""
    picture = QImage(16, 2, QImage.Format.Format_Mono)
    picture.setColorTable([0xFFFFFFFF, 0xFF000000])
    picture.fill(0)
    for bit in range(8):
        picture.setPixel(bit, 0, 0x10 >> 7 - bit & 1)
        picture.setPixel(8 + bit, 0, order >> 7 - bit & 1)
    assert raster_rows(picture)[0] == bytes([0x10, order])
    (receipt,) = decoded(b"".join(job_parts(picture)), 16)
    assert receipt.rows == (bytes([0x18, order]), b"\x00\x00")


@pytest.mark.parametrize("cut", [3, 11, 500, 72 * BAND_ROWS])
def test_a_job_after_a_cut_off_one_is_whole(cut: int, family: str) -> None:
    job = b"".join(job_parts(paint_ticket(PAPER, width=PaperWidth.MM80, family=family)))
    decoder = EscposDecoder(576)
    list(decoder.feed(job[: 2 + 8 + cut]))
    assert decoder.has_open_band == (cut < 72 * BAND_ROWS)
    list(decoder.feed(completion_of_a_band(576) + job))
    assert not decoder.has_open_band
    assert decoder.receipts[-1].rows[-len(decoded(job, 576)[0].rows) :] == decoded(job, 576)[0].rows


@pytest.mark.parametrize(
    "stream", [b"A", b"\x1ba\x01", b"\x1dV\x00\x00", b"\x1b@\x1dv0\x01\x48\x00\x01\x00", b"\x1b@\x1dv0\x00\x49\x00\x01\x00"]
)
def test_the_decoder_fails_on_what_we_do_not_send(stream: bytes) -> None:
    with pytest.raises(UnknownCommand):
        decoded(stream, 576)


R, U = PrinterCondition.READY, PrinterCondition.UNKNOWN


@pytest.mark.parametrize(
    ("online", "cause", "paper", "condition", "low"),
    [
        (b"\x12", b"\x12", b"\x12", R, False),
        (b"\x16", b"\x12", b"\x12", R, False),  # the drawer's pin
        (b"\x12", b"\x12", b"\x1e", R, True),
        (b"\x12", b"\x12", b"\x16", R, True),  # one of the two sensors is enough
        (b"\x1a", b"\x32", b"\x7e", PrinterCondition.NO_PAPER, True),
        (b"\x12", b"\x12", b"\x72", PrinterCondition.NO_PAPER, True),
        (b"\x1a", b"\x32", b"\x12", PrinterCondition.NO_PAPER, True),
        (b"\x1a", b"\x16", b"\x12", PrinterCondition.COVER_OPEN, False),
        (b"\x1a", b"\x52", b"\x12", PrinterCondition.ERROR, False),
        (b"\x1a", b"\x12", b"\x12", PrinterCondition.OFFLINE, False),
        (b"", b"\x12", b"\x12", U, None),
        (b"\x12", b"", b"\x12", U, None),
        (b"\x12", b"\x12", b"", U, None),
        (b"\x12", b"\x12", b"\x12\x12", U, None),
        (b"\x00", b"\x12", b"\x12", U, None),
        (b"\x12", b"\x92", b"\x12", U, None),
        (b"\x12", b"\x12", b"\x13", U, None),
        (b"\x12", b"\x12", b"\x10", U, None),
        (b"\x12", b"\x12", b"\x02", U, None),
        (b"H", b"T", b"T", U, None),
    ],
)
def test_the_state_is_read_strictly(online: bytes, cause: bytes, paper: bytes, condition: PrinterCondition, *, low: bool | None) -> None:
    status = read_status(StatusReplies(online, cause, paper))
    assert (status.condition, status.paper_low) == (condition, low)
