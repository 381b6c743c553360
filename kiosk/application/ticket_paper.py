"""What stands on a ticket's paper, as facts: one frozen value that a face hands to the print desk.

Here: the facts, what of an item may stand on paper, and the text inside the QR code. Elsewhere: how they are drawn
(infrastructure.printing.paint) and sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.catalog import ServiceItem, VerificationStatus

QR_HANZI = 60
"""The longest QR text, counted as Hanzi: 180 bytes of UTF-8 are a version 10 code at level M, whose modules an old phone still reads."""


@dataclass(frozen=True, slots=True)
class MissingPaper:
    """A paper that the person has said they do not have with them. `note`: which pages, original or copy. `perhaps`: only perhaps needed."""

    name: str
    note: str
    perhaps: bool


@dataclass(frozen=True, slots=True)
class TicketPaper:
    """One paper ticket.

    `item` is the item's plain name; None when the item is sensitive or none was chosen: the paper then names the line alone, and the two
    cannot be told apart. `ahead` counts tickets. `wait_low` and `wait_high` are whole minutes; None means nobody can say (以窗口叫号为准).
    `missing` is empty where nothing was ticked on a list before.
    `issued_at` is aware and stands on paper in its own zone. `verified` is whether the hall has checked the entry's content.
    """

    hall: str
    number: str
    line: str
    item: str | None
    priority: bool
    ahead: int
    wait_low: int | None
    wait_high: int | None
    place: str
    issued_at: datetime
    edition: str
    verified: bool
    qr_text: str
    missing: tuple[MissingPaper, ...] = ()
    reprint: bool = False
    """The one copy of a paper: it says 补打, and otherwise what the first one said."""


def paper_of(
    *,
    hall: str,
    number: str,
    line: str,
    priority: bool,
    ahead: int,
    wait_low: int | None,
    wait_high: int | None,
    place: str,
    issued_at: datetime,
    edition: str,
    item: ServiceItem | None,
    missing: tuple[MissingPaper, ...] = (),
    set_words: Callable[[str], str] = str,
) -> TicketPaper:
    """The paper of a ticket. A sensitive item leaves no trace on it: neither its name, nor whether it was checked, nor what is missing for it.

    `set_words` sets the catalogue's words for reading (a space between Hanzi and figures, full-width marks).
    """
    named = item if item is not None and not item.sensitive else None
    return TicketPaper(
        hall=hall,
        number=number,
        line=line,
        item=set_words(named.plain_name) if named else None,
        priority=priority,
        ahead=ahead,
        wait_low=wait_low,
        wait_high=wait_high,
        place=place,
        issued_at=issued_at,
        edition=edition,
        verified=named is None or named.verification.status is VerificationStatus.VERIFIED,
        qr_text=qr_text_of(hall=hall, number=number, issued_at=issued_at),
        missing=missing if named else (),
    )


def qr_text_of(*, hall: str, number: str, issued_at: datetime) -> str:
    """The QR's text: hall, number, date and time, readable by itself, in at most QR_HANZI characters.

    Any phone shows it: plain UTF-8, no address, no account, no network. A hall name too long for it is cut and ends in `…`.
    """
    facts = f"，号码 {number}，{issued_at.year} 年 {issued_at.month} 月 {issued_at.day} 日 {issued_at:%H:%M} 取号"
    room = QR_HANZI - len(facts)
    return (hall if len(hall) <= room else hall[: room - 1] + "…") + facts
