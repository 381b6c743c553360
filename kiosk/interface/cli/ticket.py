"""`kiosk ticket take | list | show`, and for staff `print-jobs | printers | estimates | settle`.

Elsewhere: the deeds and questions (application), what is answered and how (answer.py).
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.application.commands.settle_waits import settle_waits
from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.ports import PrinterSeen
from kiosk.application.queries.printing import PrintJobSeen, print_jobs_on, printers_now
from kiosk.application.queries.queueing import TicketSeen, ticket_seen, tickets_on
from kiosk.application.queries.waits import SCORED_DAYS, DayOfEstimates, estimate_scores
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
    jobs = leaves.add_parser("print-jobs", parents=[common], help="what was and is to be printed on a business day, oldest first")
    jobs.add_argument("--day", type=_day, metavar="YYYY-MM-DD")
    jobs.set_defaults(run=list_print_jobs)
    printers = leaves.add_parser(
        "printers", parents=[common], help="how each printer stood when it last changed: ready, low on paper, away"
    )
    printers.set_defaults(run=list_printers)
    estimates = leaves.add_parser("estimates", parents=[common], help="how right the told waits of past days were, newest first")
    estimates.add_argument("--days", type=_days, default=SCORED_DAYS, metavar="N", help=f"1 to 3660, {SCORED_DAYS} when not given")
    estimates.set_defaults(run=list_estimates)
    settle = leaves.add_parser("settle", parents=[common], help="score past days and learn from them (a kiosk does it by itself at night)")
    settle.set_defaults(run=settle_now)


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
    print_answer([_seen(ticket) for ticket in tickets_on(day=day, snapshot=tools.snapshot(), hall=tools.hall, clock=tools.clock)], args)
    return OK


def show_one(args: argparse.Namespace, tools: Tools) -> int:
    day = args.day or business_day(tools.clock.now())
    print_answer(_seen(ticket_seen(number=args.number, day=day, snapshot=tools.snapshot(), hall=tools.hall, clock=tools.clock)), args)
    return OK


def list_print_jobs(args: argparse.Namespace, tools: Tools) -> int:
    day = args.day or business_day(tools.clock.now())
    print_answer([_job(job) for job in print_jobs_on(day=day, snapshot=tools.snapshot())], args)
    return OK


def list_printers(args: argparse.Namespace, tools: Tools) -> int:
    print_answer([_printer(printer) for printer in printers_now(snapshot=tools.snapshot())], args)
    return OK


def list_estimates(args: argparse.Namespace, tools: Tools) -> int:
    scores = estimate_scores(snapshot=tools.snapshot(), clock=tools.clock, days=args.days)
    print_answer([_estimates(day) for day in scores], args)
    return OK


def settle_now(args: argparse.Namespace, tools: Tools) -> int:
    settled = settle_waits(snapshot=tools.snapshot, unit_of_work=tools.unit_of_work, clock=tools.clock)
    print_answer({"settled": settled}, args)
    return OK


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= 3660:
        raise ValueError(text)
    return days


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


def _job(job: PrintJobSeen) -> dict[str, Any]:
    return {
        "number": job.number,
        "reprint": job.reprint,
        "print_state": job.state.value,
        "cause": job.cause,
        "queued_at": job.queued_at.isoformat(timespec="seconds"),
        "changed_at": job.changed_at.isoformat(timespec="seconds"),
    }


def _printer(printer: PrinterSeen) -> dict[str, Any]:
    """`paper_low` is null where the printer does not tell."""
    return {
        "printer": printer.name,
        "condition": printer.status.condition.value,
        "paper_low": printer.status.paper_low,
        "since": printer.since.isoformat(timespec="seconds"),
    }


def _estimates(day: DayOfEstimates) -> dict[str, Any]:
    """`coverage`: the share of waits within the told range. `minutes_longer` is negative where waits were shorter than expected."""
    return {
        "day": day.day.isoformat(),
        "tickets": day.tickets,
        "own_times": day.own,
        "coverage": round(day.coverage, 3),
        "minutes_off": round(day.minutes_off, 1),
        "minutes_longer": round(day.minutes_longer, 1),
        "lines": [
            {
                "line": line.line,
                "tickets": line.tickets,
                "own_times": line.own,
                "coverage": round(line.coverage, 3),
                "minutes_off": round(line.minutes_off, 1),
                "minutes_longer": round(line.minutes_longer, 1),
            }
            for line in day.lines
        ],
    }
