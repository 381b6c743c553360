"""Pictures of a form on A4: one a sheet, as large as the paper allows, upright or turned.

Here: drawing them. Elsewhere: printers (sheet_printers.py). A form that came as a PDF is not drawn but printed as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPdfWriter

from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.infrastructure.printing.sheet import RESOLUTION, prepare_sheet

_MARGIN_MM = 5.0
"""Few printers reach the very edge."""


def form_pdf(pictures: Sequence[bytes]) -> bytes:
    """PrinterUnavailable for what is no picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("表格")  # a file's own name would stand in print queues
    writer.setCreator("")
    prepare_sheet(writer)
    writer.setResolution(RESOLUTION)
    paint_form(pictures, writer)
    return bytes(buffer.data().data())


def paint_form(pictures: Sequence[bytes], device: QPagedPaintDevice) -> None:
    """On a device whose page is A4 without margins. PrinterUnavailable for what is no picture: then nothing is drawn."""
    images = [QImage.fromData(picture) for picture in pictures]
    if not images or any(image.isNull() for image in images):
        raise PrinterUnavailable("no picture", reason=PrintCause.PROGRAM_FAULT)
    painter = QPainter(device)
    for number, image in enumerate(images):
        if number:
            device.newPage()
        margin = _MARGIN_MM * device.logicalDpiX() / 25.4
        room = QRectF(0, 0, device.width(), device.height()).adjusted(margin, margin, -margin, -margin)
        painter.save()
        painter.translate(room.center())
        across, down = room.width(), room.height()
        if image.width() > image.height():
            painter.rotate(90)
            across, down = down, across
        scale = min(across / image.width(), down / image.height())
        width, height = image.width() * scale, image.height() * scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(-width / 2, -height / 2, width, height), image)
        painter.restore()
    painter.end()
