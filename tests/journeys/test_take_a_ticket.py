"""Home to paper: features/take_a_ticket.feature."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image
from pytest_bdd import parsers, scenarios, then

from kiosk.application.queries.queueing import TicketSeen
from kiosk.application.ticket_paper import TicketPaper
from kiosk.infrastructure.printing.links import PaperWidth
from kiosk.infrastructure.printing.paint import paint_ticket
from kiosk.interface.shared.fonts import find_hanzi_family
from tests.journeys.conftest import number_of
from tests.journeys.kiosk_at_hand import KioskAtHand
from tests.support.printer_double import PrinterDouble
from tests.support.ticket_papers import picture_of

scenarios("take_a_ticket.feature")
pytestmark = pytest.mark.usefixtures("at_hand")

HALL = "文化路街道便民服务大厅"
EDITION = "文化路街道便民服务大厅目录 第一版"
LINES = {"A": "一口受理", "B": "社保", "H": "金小二帮办"}


def qr_text(number: str) -> str:
    return f"{HALL}，号码 {number}，2026 年 11 月 23 日 10:00 取号"


def printed(printer: PrinterDouble, kiosk: KioskAtHand) -> Image.Image:
    """The one receipt of this visit, read back from the bytes."""
    kiosk.wait(lambda: len(printer.receipts) == 1, "one receipt")
    return printer.receipts[0].picture


def paintings(ticket: TicketSeen, *, item: str | None, priority: bool = False) -> list[Image.Image]:
    """How the ticket looks on paper with these words; it is not asked here whether and how it says that the item was not checked."""
    return [
        picture_of(
            paint_ticket(
                TicketPaper(
                    hall=HALL,
                    number=ticket.number,
                    line=LINES[ticket.line],
                    item=item,
                    priority=priority,
                    ahead=ticket.ahead,
                    wait_low=ticket.wait_low,
                    wait_high=ticket.wait_high,
                    place="听叫号，看大屏",
                    issued_at=ticket.issued_at,
                    edition=EDITION,
                    verified=verified,
                    qr_text=qr_text(ticket.number),
                ),
                width=PaperWidth.MM80,
                family=find_hanzi_family(),
            )
        )
        for verified in (False, True)
    ]


def is_one_of(picture: Image.Image, others: list[Image.Image]) -> bool:
    return any(picture.size == other.size and picture.tobytes() == other.tobytes() for other in others)


@then("屏幕上的二维码读出来是大厅、号码、日期和时间")
def qr_on_screen(kiosk: KioskAtHand) -> None:
    def read() -> list[str]:
        return [found.text for found in zxingcpp.read_barcodes(picture_of(kiosk.view.grabWindow()).convert("L"))]

    kiosk.wait(lambda: read() == [qr_text(number_of(kiosk))], lambda: f"the code on the screen, but {read()}")


@then("纸上的二维码读出来是同样的文字")
def qr_on_paper(kiosk: KioskAtHand, printer: PrinterDouble) -> None:
    found = zxingcpp.read_barcodes(printed(printer, kiosk).convert("L"))
    assert [code.text for code in found] == [qr_text(number_of(kiosk))]


@then(parsers.parse("纸上印着“{item}”"))
def item_on_paper(kiosk: KioskAtHand, printer: PrinterDouble, item: str) -> None:
    picture, (ticket,) = printed(printer, kiosk), kiosk.new_tickets()
    assert is_one_of(picture, paintings(ticket, item=item))
    assert not is_one_of(picture, paintings(ticket, item=None))


@then("纸上没有印是什么事")
def no_item_on_paper(kiosk: KioskAtHand, printer: PrinterDouble) -> None:
    assert is_one_of(printed(printer, kiosk), paintings(kiosk.new_tickets()[-1], item=None))


@then("纸上印着优先")
def priority_on_paper(kiosk: KioskAtHand, printer: PrinterDouble) -> None:
    picture, (ticket,) = printed(printer, kiosk), kiosk.new_tickets()
    assert ticket.ticket_class.value == "military"
    assert is_one_of(picture, paintings(ticket, item=None, priority=True))
    assert not is_one_of(picture, paintings(ticket, item=None, priority=False))


@then("只出了一张纸")
def one_receipt(kiosk: KioskAtHand, printer: PrinterDouble) -> None:
    printed(printer, kiosk)
    assert len(printer.receipts) == 1
