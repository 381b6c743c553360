"""A ticket's paper in this hall, for every role that prints: the rule of what may stand on it is in application.ticket_paper.

Elsewhere: drawing it (infrastructure.printing.paint), the printers of a kiosk (citizen_paper.py).
"""

from __future__ import annotations

from kiosk.application import ticket_paper
from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ticket_paper import MissingPaper, TicketPaper
from kiosk.domain.catalog import Edition, EntryCode, ServiceItem
from kiosk.domain.hall import Hall
from kiosk.domain.my_list import Choices, my_list
from kiosk.interface.shared.typography import set_words


def paper_of(ticket: TakenTicket, *, hall: Hall, edition: Edition | None) -> TicketPaper:
    """`edition` None: the item, if any, is not named."""
    line = hall.line(ticket.line)
    item = None
    if edition is not None and ticket.item is not None and ticket.item in edition:
        item = edition.item(EntryCode(ticket.item))
    return ticket_paper.paper_of(
        hall=hall.name,
        number=ticket.number,
        line=line.name if line is not None else ticket.line,
        priority=ticket.ticket_class.priority,
        ahead=ticket.ahead,
        wait_low=ticket.wait_low,
        wait_high=ticket.wait_high,
        place=hall.place,
        issued_at=ticket.issued_at,
        edition=set_words(edition.name) if edition is not None else "",
        item=item,
        missing=_missing(item, ticket.choices, edition) if item is not None and edition is not None else (),
        set_words=set_words,
    )


def _missing(item: ServiceItem, choices: Choices | None, edition: Edition) -> tuple[MissingPaper, ...]:
    """Nothing where no list was looked at, or where it belongs to another edition."""
    if choices is None or choices.edition != edition.content_hash:
        return ()
    from kiosk.interface.citizen.my_list_rows import paper_form, paper_name

    lacking = my_list(item, dict(choices.answers)).missing(frozenset(choices.ticks))
    return tuple(MissingPaper(paper_name(paper.material), paper_form(paper.material), paper.perhaps) for paper in lacking)
