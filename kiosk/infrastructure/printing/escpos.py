"""ESC/POS: a picture as a print job, and the printer's state as strict bits. No I/O, no Qt painting.

The job is init, raster bands, feed, partial cut. Hanzi are sent as picture only: what a printer makes of text depends on its firmware.
python-escpos' own `image()` gives the same bytes in three times the time and prints a remark on standard output, where answers in JSON stand.

Elsewhere: drawing (paint.py, roll.py), wires (transports.py), the order of work (receipt_printer.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QImage

from kiosk.application.ports import PrinterCondition, PrinterStatus

BAND_ROWS = 128
"""Rows of one raster command. Small, so that a late job stops soon and a cut-off band is short."""

INIT = b"\x1b@"
FEED_AND_CUT = b"\x1bd\x04\x1dVB\x00"
"""Four lines out of the housing, then on to the knife and a partial cut (printers without a knife ignore it)."""

ASK_ONLINE = b"\x10\x04\x01"
ASK_OFFLINE_CAUSE = b"\x10\x04\x02"
ASK_PAPER = b"\x10\x04\x04"

_REAL_TIME_ORDER = re.compile(rb"\x10(?=[\x04\x05\x14])")
"""Printers obey DLE EOT, ENQ and DC4 even inside a picture: they would answer unasked, cut the job or open a drawer. One dot more is the cure."""


def raster_rows(picture: QImage) -> list[bytes]:
    """The rows of a Format_Mono picture, bit 1 black, leftmost dot first, without Qt's padding. Its width is a multiple of 8."""
    if picture.format() != QImage.Format.Format_Mono or picture.width() % 8:
        raise ValueError("a raster is made from a Format_Mono picture whose width is a multiple of 8")
    stride, used = picture.bytesPerLine(), picture.width() // 8
    flat = bytes(picture.constBits())
    if picture.color(1) != 0xFF000000:  # Qt leaves it open which bit is black
        flat = bytes(byte ^ 0xFF for byte in flat)
    return [flat[start : start + used] for start in range(0, stride * picture.height(), stride)]


def job_parts(picture: QImage) -> Iterator[bytes]:
    """The job in parts that may be sent one after the other: init, one part a band (GS v 0), feed and cut."""
    rows = raster_rows(picture)
    yield INIT
    for top in range(0, len(rows), BAND_ROWS):
        band = rows[top : top + BAND_ROWS]
        dots = _REAL_TIME_ORDER.sub(b"\x18", b"".join(band))
        yield b"\x1dv0\x00" + len(band[0]).to_bytes(2, "little") + len(band).to_bytes(2, "little") + dots
    yield FEED_AND_CUT


def completion_of_a_band(width: int) -> bytes:
    """Bytes that end a band which was cut off: white dots inside a band, nothing at all outside one.

    Sent before the job that follows an interrupted one; without them the printer takes the new job's first bytes for dots.
    """
    return bytes(width // 8 * BAND_ROWS)


@dataclass(frozen=True, slots=True)
class StatusReplies:
    """What came back for ASK_ONLINE, ASK_OFFLINE_CAUSE and ASK_PAPER, as received."""

    online: bytes
    offline_cause: bytes
    paper: bytes


def read_status(replies: StatusReplies) -> PrinterStatus:
    """The state, strictly: each reply is exactly one byte with the fixed bits of DLE EOT (0xx1xx10), else all is UNKNOWN.

    No reply never means "paper is there". Bits after the Epson reference: DLE EOT 1 bit 3 offline; 2 bit 2 cover, bit 5 stopped for paper,
    bit 6 error; 4 bits 2, 3 nearly out, bits 5, 6 out.
    """
    bits = [_fixed_bits_hold(reply) for reply in (replies.online, replies.offline_cause, replies.paper)]
    online, cause, paper = bits
    if online is None or cause is None or paper is None:
        return PrinterStatus(PrinterCondition.UNKNOWN)
    low = bool(paper & 0x6C)
    if paper & 0x60 or cause & 0x20:
        return PrinterStatus(PrinterCondition.NO_PAPER, paper_low=True)
    if cause & 0x04:
        return PrinterStatus(PrinterCondition.COVER_OPEN, paper_low=low)
    if cause & 0x40:
        return PrinterStatus(PrinterCondition.ERROR, paper_low=low)
    if online & 0x08:
        return PrinterStatus(PrinterCondition.OFFLINE, paper_low=low)
    return PrinterStatus(PrinterCondition.READY, paper_low=low)


def _fixed_bits_hold(reply: bytes) -> int | None:
    """The reply's byte when it can be one of DLE EOT, else None."""
    return reply[0] if len(reply) == 1 and reply[0] & 0x93 == 0x12 else None
