"""`kiosk desk issue | paper | void`: what the desk does with numbers. On a live hall a clerk signs in for it (`--as NUMBER`).

Elsewhere: the deeds (application.commands.front_desk).
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import time
from typing import Any

from kiosk.application.commands.front_desk import enter_pad_number, issue_at_desk, void_tickets
from kiosk.domain.numbering import PAPER_PAD, TicketNumber
from kiosk.domain.queueing import TicketClass
from kiosk.interface.cli.acting import ClerkCommands, add_clerk, clerk_of
from kiosk.interface.cli.answer import OK, USAGE, Subparsers, print_answer, printable, say


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaves of `kiosk desk`."""
    leaves = subparsers.add_parser("desk", help="numbers from the desk, from the paper pad, taken out").add_subparsers(
        required=True, metavar="COMMAND"
    )
    issue = leaves.add_parser("issue", parents=[common], help="a number for somebody who cannot use the screen")
    _add_ticket(issue)
    issue.add_argument("--request-id", type=printable, metavar="ID", help="unique for ever: the same request gives the same ticket")
    issue.add_argument("--print", action="store_true", dest="on_paper", help="put it on paper when a printer is set up")
    add_clerk(issue)
    issue.set_defaults(run=issue_one)
    paper = leaves.add_parser("paper", parents=[common], help=f"enter a number of the paper pad, {PAPER_PAD}001 …")
    paper.add_argument("number", type=TicketNumber.parse, metavar="NUMBER")
    _add_ticket(paper)
    paper.add_argument("--at", type=time.fromisoformat, metavar="HH:MM", help="when it was given, as the pad says")
    add_clerk(paper)
    paper.set_defaults(run=enter_one)
    void = leaves.add_parser("void", parents=[common], help="take numbers out that nobody holds")
    void.add_argument("first", type=TicketNumber.parse, metavar="FIRST")
    void.add_argument("last", nargs="?", type=TicketNumber.parse, metavar="LAST", help="of the same line; without it, the first alone")
    add_clerk(void)
    void.set_defaults(run=void_some)


def _add_ticket(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--line", required=True, type=printable, metavar="L")
    parser.add_argument("--item", type=printable, metavar="CODE")
    parser.add_argument("--class", dest="ticket_class", type=TicketClass, choices=tuple(TicketClass), default=TicketClass.NORMAL, metavar="C",
                        help="normal, military or assisted")  # fmt: skip


def issue_one(args: argparse.Namespace, tools: ClerkCommands) -> int:
    with clerk_of(args, tools, "desk issue") as clerk:
        taken = issue_at_desk(
            line=args.line,
            item=args.item,
            ticket_class=args.ticket_class,
            request_id=args.request_id,
            clerk=clerk,
            on_paper=args.on_paper and tools.has_printer,
            **_needs(args, tools),
        )
    if args.on_paper and taken.print_job is not None:
        taken = replace(taken, print_state=tools.put_on_paper(taken).state)
    print_answer(
        {
            "number": taken.number,
            "line": taken.line,
            "item": taken.item,
            "class": taken.ticket_class.value,
            "issued_at": taken.issued_at.isoformat(),
            "ahead": taken.ahead,
            "wait_low": taken.wait_low,
            "wait_high": taken.wait_high,
            "print_state": taken.print_state.value,
        },
        args,
    )
    return OK


def enter_one(args: argparse.Namespace, tools: ClerkCommands) -> int:
    if args.number.line != PAPER_PAD:
        say(f"纸本上的号码以 {PAPER_PAD} 开头，请照纸本写，例如 {PAPER_PAD}012。")
        return USAGE
    now = tools.clock.now()
    given_at = now.replace(hour=args.at.hour, minute=args.at.minute, second=0, microsecond=0) if args.at is not None else None
    with clerk_of(args, tools, "desk paper") as clerk:
        ticket = enter_pad_number(
            sequence=args.number.sequence,
            line=args.line,
            item=args.item,
            ticket_class=args.ticket_class,
            given_at=given_at,
            clerk=clerk,
            **_needs(args, tools),
        )
    print_answer(
        {
            "number": str(ticket.number),
            "line": ticket.waits_on,
            "item": ticket.item,
            "class": ticket.ticket_class.value,
            "issued_at": ticket.issued_at.isoformat(),
        },
        args,
    )
    return OK


def void_some(args: argparse.Namespace, tools: ClerkCommands) -> int:
    last = args.last or args.first
    if last.line != args.first.line or last < args.first:
        say("两个号码要是同一个队列的，小的写在前面。")
        return USAGE
    with clerk_of(args, tools, "desk void") as clerk:
        voided = void_tickets(
            line=args.first.line,
            first=args.first.sequence,
            last=last.sequence,
            clerk=clerk,
            uow=tools.unit_of_work(),
            clock=tools.clock,
            hall=tools.hall,
        )
    print_answer({"voided": [str(ticket.number) for ticket in voided]}, args)
    return OK


def _needs(args: argparse.Namespace, tools: ClerkCommands) -> dict[str, Any]:
    return {
        "uow": tools.unit_of_work(),
        "clock": tools.clock,
        "hall": tools.hall,
        "known_items": tools.edition() if args.item is not None else (),
    }
