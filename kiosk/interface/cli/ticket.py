"""`kiosk ticket take | list | show`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.queries.queueing import TicketSeen, ticket_seen, tickets_on
from kiosk.domain.numbering import BusinessDay, TicketNumber, business_day
from kiosk.domain.queueing import TicketClass
from kiosk.interface.cli.answer import OK, Subparsers, Tools, print_answer, printable


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaves of `kiosk ticket`."""
    leaves = subparsers.add_parser("ticket", help="take, list and show tickets").add_subparsers(required=True, metavar="COMMAND")
    take = leaves.add_parser("take", parents=[common], help="take the next number of a line")
    take.add_argument("--line", required=True, type=printable, metavar="L")
    take.add_argument("--item", type=printable, metavar="CODE")
    take.add_argument("--class", dest="ticket_class", type=TicketClass, choices=tuple(TicketClass), default=TicketClass.NORMAL, metavar="C",
                      help="normal, military or assisted")  # fmt: skip
    take.add_argument("--request-id", type=printable, metavar="ID", help="unique for ever: the same request gives the same ticket")
    take.add_argument("--print", action="store_true", dest="on_paper", help="put it on paper when a printer is set up")
    take.set_defaults(run=take_one)
    listing = leaves.add_parser("list", parents=[common], help="all tickets of a business day")
    listing.add_argument("--day", type=_day, metavar="YYYY-MM-DD")
    listing.set_defaults(run=list_all)
    show = leaves.add_parser("show", parents=[common], help="one ticket as it stands now")
    show.add_argument("number", type=_number, metavar="NUMBER")
    show.add_argument("--day", type=_day, metavar="YYYY-MM-DD")
    show.set_defaults(run=show_one)


def take_one(args: argparse.Namespace, tools: Tools) -> int:
    taken = take_ticket(
        line=args.line,
        item=args.item,
        ticket_class=args.ticket_class,
        request_id=args.request_id,
        uow=tools.unit_of_work(),
        clock=tools.clock,
        hall=tools.hall,
        known_items=tools.edition() if args.item is not None else (),
        on_paper=args.on_paper and tools.has_printer,
    )
    if args.on_paper and taken.print_job is not None:
        taken = replace(taken, print_state=tools.put_on_paper(taken).state)
    print_answer(_taken(taken), args)
    return OK


def list_all(args: argparse.Namespace, tools: Tools) -> int:
    day = args.day or business_day(tools.clock.now())
    print_answer([_seen(ticket) for ticket in tickets_on(day=day, snapshot=tools.snapshot(), hall=tools.hall)], args)
    return OK


def show_one(args: argparse.Namespace, tools: Tools) -> int:
    day = args.day or business_day(tools.clock.now())
    print_answer(_seen(ticket_seen(number=args.number, day=day, snapshot=tools.snapshot(), hall=tools.hall)), args)
    return OK


def _day(text: str) -> BusinessDay:
    return BusinessDay(date.fromisoformat(text))


def _number(text: str) -> TicketNumber:
    return TicketNumber.parse(text)


def _taken(ticket: TakenTicket | TicketSeen) -> dict[str, Any]:
    return {
        "number": ticket.number,
        "line": ticket.line,
        "item": ticket.item,
        "class": ticket.ticket_class.value,
        "issued_at": ticket.issued_at.isoformat(),
        "ahead": ticket.ahead,
        "wait_low": ticket.wait_low,
        "wait_high": ticket.wait_high,
        "print_state": ticket.print_state.value,
    }


def _seen(ticket: TicketSeen) -> dict[str, Any]:
    return {**_taken(ticket), "state": ticket.state.value, "counter": ticket.counter, "day": ticket.day.isoformat()}
