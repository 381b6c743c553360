"""A ticket's paper, put together from the ticket, the hall and the edition. Used by every role that prints."""

from __future__ import annotations

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ticket_paper import TicketPaper, qr_text_of
from kiosk.domain.catalog import Edition, EntryCode, VerificationStatus
from kiosk.domain.hall import Hall
from kiosk.interface.shared.typography import set_words


def paper_of(ticket: TakenTicket, *, hall: Hall, edition: Edition | None) -> TicketPaper:
    """A sensitive item is left out, and so is whatever would tell it from no item at all."""
    line = hall.line(ticket.line)
    row = edition.rows.get(EntryCode(ticket.item)) if edition is not None and ticket.item is not None else None
    shown = row if row is not None and not row.sensitive else None
    verified = edition is not None and shown is not None and edition.entry(shown.code).verification.status is VerificationStatus.VERIFIED
    return TicketPaper(
        hall=hall.name,
        number=ticket.number,
        line=line.name if line is not None else ticket.line,
        item=set_words(shown.plain_name) if shown is not None else None,
        priority=ticket.ticket_class.priority,
        ahead=ticket.ahead,
        wait_low=ticket.wait_low,
        wait_high=ticket.wait_high,
        place=hall.place,
        issued_at=ticket.issued_at,
        edition=set_words(edition.name) if edition is not None else "",
        verified=verified,
        qr_text=qr_text_of(hall=hall.name, number=ticket.number, issued_at=ticket.issued_at),
    )
