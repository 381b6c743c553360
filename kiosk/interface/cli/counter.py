"""`kiosk counter-call`: a rehearsal's way to call. `kiosk counters`: how they stand. `kiosk counter-deed`: every deed of a counter without a screen.

Elsewhere: the deeds themselves (application.commands), a counter with a screen (interface.counter).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.application.commands import calling, counters, serving
from kiosk.application.commands.clerk import Clerk
from kiosk.application.commands.undo import undo
from kiosk.application.queries.counter_desk import counter_states
from kiosk.application.queries.queueing import ticket_seen
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId, TicketNumber, business_day
from kiosk.domain.queueing import ParkReason, Ticket, TicketId
from kiosk.domain.queueing.counters import CounterStanding
from kiosk.interface.cli.acting import ClerkCommands, add_clerk, clerk_of
from kiosk.interface.cli.answer import OK, USAGE, Subparsers, Tools, print_answer, printable, say

SIMPLE: Mapping[str, Callable[..., Ticket]] = {
    "call-next": calling.call_next,
    "recall": calling.recall,
    "start": serving.start,
    "finish": serving.finish,
    "miss": calling.miss,
    "undo": undo,
}
WITH_TICKET: Mapping[str, Callable[..., Ticket]] = {
    "call-this": calling.call_this,
    "rejoin": calling.rejoin,
    "take-back": serving.take_back,
}
WITH_ITEM: Mapping[str, Callable[..., Ticket]] = {"correct-item": serving.correct_item, "add-item": serving.add_item}
OF_COUNTERS: Mapping[str, Callable[..., CounterStanding]] = {
    "open": counters.open_counter,
    "pause": counters.pause_counter,
    "resume": counters.resume_counter,
    "close": counters.close_counter,
}
DEEDS = (*OF_COUNTERS, *SIMPLE, *WITH_TICKET, *WITH_ITEM, "park", "transfer")


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaves `kiosk counter-call`, `counters`, `counter-deed`."""
    call = subparsers.add_parser("counter-call", parents=[common], help="call the next ticket to a counter (rehearsal halls)")
    call.add_argument("--counter", required=True, type=_counter, metavar="N")
    call.set_defaults(run=call_one)
    states = subparsers.add_parser("counters", parents=[common], help="how every counter stands, and the number that is there")
    states.set_defaults(run=list_counters)
    deed = subparsers.add_parser("counter-deed", parents=[common], help="one deed of a counter, as a console does it")
    deed.add_argument("deed", choices=DEEDS, metavar="DEED", help=", ".join(DEEDS))
    deed.add_argument("--counter", required=True, type=_counter, metavar="N")
    deed.add_argument("--ticket", type=TicketNumber.parse, metavar="NUMBER", help=f"for {', '.join(WITH_TICKET)}")
    deed.add_argument("--item", type=printable, metavar="CODE", help=f"for {', '.join(WITH_ITEM)}")
    deed.add_argument("--reason", type=ParkReason, choices=tuple(ParkReason), metavar="R", help=f"for park: {', '.join(ParkReason)}")
    deed.add_argument("--to-line", type=printable, metavar="L", help="for transfer")
    deed.add_argument("--to-counter", type=_counter, metavar="N", help="for transfer")
    add_clerk(deed)
    deed.set_defaults(run=do_one)


def call_one(args: argparse.Namespace, tools: Tools) -> int:
    called = calling.rehearse_call(counter=args.counter, actor=tools.actor, uow=tools.unit_of_work(), clock=tools.clock, hall=tools.hall)
    print_answer(_called(called), args)
    return OK


def list_counters(args: argparse.Namespace, tools: Tools) -> int:
    now = counter_states(snapshot=tools.snapshot(), clock=tools.clock, hall=tools.hall)
    answer = [
        {
            "counter": each.id,
            "lines": list(each.lines),
            "state": now[each.id].state.value,
            "staff": now[each.id].staff,
            "number": now[each.id].number,
        }
        for each in tools.hall.counters
    ]
    print_answer(answer, args)
    return OK


def do_one(args: argparse.Namespace, tools: ClerkCommands) -> int:
    missing = _missing(args)
    if missing is not None:
        say(missing)
        return USAGE
    with clerk_of(args, tools, f"counter-deed {args.deed}") as clerk:
        if args.deed in OF_COUNTERS:
            print_answer(_standing(OF_COUNTERS[args.deed](**_needs(args, tools, clerk))), args)
        else:
            ticket = _done(args, tools, clerk)
            print_answer({**_called(ticket), "state": ticket.state.value}, args)
    return OK


def _missing(args: argparse.Namespace) -> str | None:
    """The sentence for a deed without what it needs."""
    if args.deed in WITH_TICKET and args.ticket is None:
        return f"{args.deed} 要写是哪个号，例如 --ticket A012。"
    if args.deed in WITH_ITEM and args.item is None:
        return f"{args.deed} 要写是哪个事项，例如 --item WHL-MZ-001。"
    if args.deed == "park" and args.reason is None:
        return f"park 要写原因，--reason 后面写 {'、'.join(ParkReason)} 里的一个。"
    if args.deed == "transfer" and args.to_line is None and args.to_counter is None:
        return "transfer 要写转到哪里，用 --to-line 或 --to-counter。"
    return None


def _done(args: argparse.Namespace, tools: ClerkCommands, clerk: Clerk) -> Ticket:
    needs = _needs(args, tools, clerk)
    if args.deed in SIMPLE:
        return SIMPLE[args.deed](**needs)
    if args.deed in WITH_TICKET:
        return WITH_TICKET[args.deed](ticket=_id_of(args.ticket, tools), **needs)
    if args.deed in WITH_ITEM:
        return WITH_ITEM[args.deed](item=args.item, known_items=tools.edition(), **needs)
    if args.deed == "park":
        return serving.park(reason=args.reason, **needs)
    line = LineId(args.to_line) if args.to_line is not None else None
    counter = CounterId(args.to_counter) if args.to_counter is not None else None
    return serving.transfer(to_line=line, to_counter=counter, **needs)


def _id_of(number: TicketNumber, tools: Tools) -> TicketId:
    """Of today's ticket."""
    day = business_day(tools.clock.now())
    return TicketId(ticket_seen(number=number, day=day, snapshot=tools.snapshot(), hall=tools.hall).id)


def _needs(args: argparse.Namespace, tools: Tools, clerk: Clerk) -> dict[str, Any]:
    return {"counter": args.counter, "clerk": clerk, "uow": tools.unit_of_work(), "clock": tools.clock, "hall": tools.hall}


def _called(ticket: Ticket) -> dict[str, Any]:
    return {
        "number": str(ticket.number),
        "line": ticket.line,
        "item": ticket.item,
        "class": ticket.ticket_class.value,
        "issued_at": ticket.issued_at.isoformat(),
        "called_at": ticket.called_at.isoformat(timespec="seconds") if ticket.called_at is not None else None,
        "counter": ticket.counter,
    }


def _standing(standing: CounterStanding) -> dict[str, Any]:
    return {
        "counter": standing.counter,
        "state": standing.state.value,
        "staff": standing.staff,
        "since": standing.since.isoformat(timespec="seconds") if standing.since is not None else None,
    }


def _counter(text: str) -> int:
    number = int(text)
    if not 0 < number < 1000:
        raise ValueError(text)
    return number
