"""The code on a paper ticket, read back as a scanner types it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from kiosk.application.ticket_code import read_ticket_code
from kiosk.application.ticket_paper import QR_HANZI, qr_text_of
from kiosk.domain.numbering import LineId, TicketNumber
from kiosk.domain.queueing import HeldNumber
from tests.support.halls import SHANGHAI

ISSUED = datetime(2026, 11, 23, 9, 42, 31, tzinfo=SHANGHAI)
HALL = "文化路街道便民服务大厅"


@pytest.mark.parametrize("number", ["A001", "H017", "B999", "A1000"])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_what_is_written_is_read(number: str, ascii_only: bool) -> None:
    text = qr_text_of(hall=HALL, number=number, issued_at=ISSUED)
    if ascii_only:  # what a scanner types that knows no Hanzi
        text = "".join(sign for sign in text if sign.isascii())
    code = read_ticket_code(f"{text}\r\n")
    assert code is not None
    assert code.held == HeldNumber(number=TicketNumber.parse(number), issued=time(9, 42))
    assert code.day == date(2026, 11, 23)
    assert code.hall == (None if ascii_only else HALL)
    assert code.is_of(HALL)
    assert code.is_of("另一个大厅") is ascii_only


def test_a_hall_whose_name_was_cut_is_known_by_its_beginning() -> None:
    name = "特别长的名字" * 12
    code = read_ticket_code(qr_text_of(hall=name, number="A001", issued_at=ISSUED))
    assert code is not None
    assert code.hall is not None
    assert len(code.hall) < QR_HANZI
    assert code.is_of(name)
    assert not code.is_of(HALL)


def test_a_hall_with_figures_in_its_name_confuses_nothing() -> None:
    name = "B205 2019 7 8 9:30 便民厅"
    code = read_ticket_code(qr_text_of(hall=name, number="A012", issued_at=ISSUED))
    assert code is not None
    assert code.held.number == TicketNumber(LineId("A"), 12)
    assert code.is_of(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A012",
        "http://example.org/A0122026112309:42",
        "文化路街道便民服务大厅，号码 A012，2026 年 13 月 23 日 09:42 取号",
        "文化路街道便民服务大厅，号码 A012，2026 年 11 月 23 日 25:42 取号",
        "文化路街道便民服务大厅，号码 A000，2026 年 11 月 23 日 09:42 取号",
        "文化路街道便民服务大厅，号码 A012，2026 年 11 月 2",
        "申请低保要带：居民户口簿、居民身份证",
        "A" * 2000,
        "A001" * 500,
    ],
)
def test_anything_else_is_no_ticket(text: str) -> None:
    assert read_ticket_code(text) is None
