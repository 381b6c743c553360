"""A QR code that holds text, as a picture for QML: one dot a module, quiet border included, in a `data:` address.

The picture is blown up by whole dots with smoothing off; the software renderer does that in one blit. Runs on the worker: the encoder is
loaded at first use and its work takes tens of milliseconds.

Elsewhere: the text inside (application.ticket_paper, application.takeaway), the same code on paper (infrastructure.printing.blocks).
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks."""


@dataclass(frozen=True, slots=True)
class QrPicture:
    """`modules`: dots along one side, border included. Shown at a whole multiple of it."""

    source: str
    modules: int


def qr_picture(text: str) -> QrPicture:
    """The text as UTF-8 at level M: every phone reads it with no network and no account."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    rows = code.get_matrix()
    image = QImage(len(rows), len(rows), QImage.Format.Format_Grayscale8)
    image.fill(0xFFFFFF)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x, y, "black")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return QrPicture("data:image/png;base64," + b64encode(buffer.data().data()).decode("ascii"), len(rows))
