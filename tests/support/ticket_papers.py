"""A ticket's paper for tests, and its picture read without the product's own encoder."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from kiosk.application.ticket_paper import TicketPaper, qr_text_of

HALL = "文化路街道便民服务大厅"
MONDAY = datetime(2026, 11, 23, 9, 43, tzinfo=timezone(timedelta(hours=8)))

PAPER = TicketPaper(
    hall=HALL,
    number="A012",
    line="一口受理",
    item="申请低保",
    priority=False,
    ahead=6,
    wait_low=15,
    wait_high=25,
    place="听叫号，看大屏",
    issued_at=MONDAY,
    edition="目录 2026 年第 1 版",
    verified=False,
    qr_text=qr_text_of(hall=HALL, number="A012", issued_at=MONDAY),
)


def paper(**changes: Any) -> TicketPaper:
    return replace(PAPER, **changes)


def picture_of(image: QImage) -> Image.Image:
    """The same dots as a PIL picture, mode "1", by way of a PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs ask for bytes, the call for str
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("1")
