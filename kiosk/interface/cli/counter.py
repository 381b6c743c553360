"""`kiosk counter-call`: a rehearsal's way to call; a live hall calls through clerks who have signed in."""

from __future__ import annotations

import argparse

from kiosk.application.commands.call_next import call_next
from kiosk.interface.cli.answer import OK, Subparsers, Tools, print_answer


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaf `kiosk counter-call`."""
    call = subparsers.add_parser("counter-call", parents=[common], help="call the next ticket to a counter (rehearsal halls)")
    call.add_argument("--counter", required=True, type=_counter, metavar="N")
    call.set_defaults(run=call_one)


def call_one(args: argparse.Namespace, tools: Tools) -> int:
    called = call_next(counter=args.counter, actor=tools.actor, uow=tools.unit_of_work(), clock=tools.clock, hall=tools.hall)
    answer = {
        "number": called.number,
        "line": called.line,
        "item": called.item,
        "class": called.ticket_class.value,
        "issued_at": called.issued_at.isoformat(),
        "called_at": called.called_at.isoformat(timespec="seconds"),
        "counter": called.counter,
    }
    print_answer(answer, args)
    return OK


def _counter(text: str) -> int:
    number = int(text)
    if not 0 < number < 1000:
        raise ValueError(text)
    return number
