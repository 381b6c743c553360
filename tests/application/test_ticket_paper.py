"""What stands on a ticket's paper, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.application.ticket_paper import QR_HANZI, MissingPaper, TicketPaper, paper_of, qr_text_of
from kiosk.domain import catalog
from tests.support import list_items
from tests.support.ticket_papers import HALL, MONDAY


def item(*, sensitive: bool, status: catalog.VerificationStatus) -> catalog.ServiceItem:
    return replace(list_items.item((), ()), sensitive=sensitive, verification=catalog.Verification(status=status))


def paper(entry: catalog.ServiceItem | None, *missing: MissingPaper) -> TicketPaper:
    return paper_of(
        hall=HALL,
        number="A012",
        line="一口受理",
        priority=False,
        ahead=6,
        wait_low=15,
        wait_high=25,
        place="听叫号，看大屏",
        issued_at=MONDAY,
        edition="目录 2026 年第 1 版",
        item=entry,
        missing=missing,
        set_words=lambda words: f"〔{words}〕",
    )


LACKING = MissingPaper("低保证", "看原件", perhaps=False)


@pytest.mark.parametrize("status", list(catalog.VerificationStatus))
def test_a_sensitive_item_looks_like_no_item(status: catalog.VerificationStatus) -> None:
    assert paper(item(sensitive=True, status=status)) == paper(None)
    assert paper(item(sensitive=True, status=status), LACKING) == paper(None)
    assert "低保" not in repr(paper(item(sensitive=True, status=status)))


def test_an_item_stands_by_its_plain_name() -> None:
    named = paper(item(sensitive=False, status=catalog.VerificationStatus.PENDING))
    assert (named.item, named.verified) == ("〔申请低保〕", False)
    assert paper(item(sensitive=False, status=catalog.VerificationStatus.VERIFIED)).verified


def test_what_is_missing_stands_with_an_item_that_may_be_named() -> None:
    assert paper(item(sensitive=False, status=catalog.VerificationStatus.PENDING), LACKING).missing == (LACKING,)


def test_the_qr_text_says_hall_number_date_and_time() -> None:
    assert qr_text_of(hall=HALL, number="A012", issued_at=MONDAY) == "文化路街道便民服务大厅，号码 A012，2026 年 11 月 23 日 09:43 取号"


@pytest.mark.parametrize("length", [1, 20, 30, 40, 400])
def test_the_qr_text_has_room_for_any_hall(length: int) -> None:
    at = datetime(2026, 12, 30, 16, 59, tzinfo=MONDAY.tzinfo)
    text = qr_text_of(hall="厅" * length, number="A1000", issued_at=at)
    assert len(text) <= QR_HANZI
    assert text.endswith("，号码 A1000，2026 年 12 月 30 日 16:59 取号")
    assert text.startswith("厅" * min(length, 20) + ("，" if length <= 20 else ""))
