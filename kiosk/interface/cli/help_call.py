"""`kiosk help-call ring | take | done | cancel | list`: somebody at a screen asks for a helper, and exactly one goes.

Elsewhere: the rules (domain.assistance), the deeds (application.commands.assistance).
"""

from __future__ import annotations

import argparse
from typing import Any

from kiosk.application.commands.assistance import call_for_help, cancel_help_call, help_call_done, take_help_call
from kiosk.application.queries.assistance import HelpCallSeen, help_now
from kiosk.domain.assistance import HelpCall, HelpCallId, HelpReason
from kiosk.interface.cli.acting import ClerkCommands, add_clerk, clerk_of
from kiosk.interface.cli.answer import OK, Subparsers, Tools, print_answer


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaves of `kiosk help-call`."""
    leaves = subparsers.add_parser("help-call", help="calls for a helper").add_subparsers(required=True, metavar="COMMAND")
    ring = leaves.add_parser("ring", parents=[common], help="ring on every console, as a screen does")
    ring.add_argument("--kiosk", type=_number, default=1, metavar="N")
    ring.add_argument("--reason", type=HelpReason, choices=tuple(HelpReason), default=HelpReason.TALK, metavar="REASON",
                      help=", ".join(HelpReason))  # fmt: skip
    ring.set_defaults(run=ring_one)
    take = leaves.add_parser("take", parents=[common], help="a counter's helper goes")
    take.add_argument("call", type=_number, metavar="CALL")
    take.add_argument("--counter", required=True, type=_number, metavar="N")
    add_clerk(take)
    take.set_defaults(run=take_one)
    done = leaves.add_parser("done", parents=[common], help="the helper has been there")
    done.add_argument("call", type=_number, metavar="CALL")
    add_clerk(done)
    done.set_defaults(run=end_one)
    cancel = leaves.add_parser("cancel", parents=[common], help="whoever called does without")
    cancel.add_argument("--kiosk", type=_number, default=1, metavar="N")
    cancel.set_defaults(run=cancel_one)
    listing = leaves.add_parser("list", parents=[common], help="today's calls, latest first")
    listing.set_defaults(run=list_all)


def ring_one(args: argparse.Namespace, tools: Tools) -> int:
    call = call_for_help(kiosk=args.kiosk, reason=args.reason, uow=tools.unit_of_work(), clock=tools.clock, hall=tools.hall)
    print_answer(_told(call), args)
    return OK


def take_one(args: argparse.Namespace, tools: ClerkCommands) -> int:
    with clerk_of(args, tools, "help-call take") as clerk:
        call = take_help_call(
            call=HelpCallId(args.call), counter=args.counter, clerk=clerk, uow=tools.unit_of_work(), clock=tools.clock, hall=tools.hall
        )
    print_answer(_told(call), args)
    return OK


def end_one(args: argparse.Namespace, tools: ClerkCommands) -> int:
    with clerk_of(args, tools, "help-call done") as clerk:
        call = help_call_done(call=HelpCallId(args.call), clerk=clerk, uow=tools.unit_of_work(), clock=tools.clock)
    print_answer(_told(call), args)
    return OK


def cancel_one(args: argparse.Namespace, tools: Tools) -> int:
    cancel_help_call(kiosk=args.kiosk, uow=tools.unit_of_work(), clock=tools.clock)
    print_answer({"kiosk": args.kiosk}, args)
    return OK


def list_all(args: argparse.Namespace, tools: Tools) -> int:
    print_answer([_told(call) for call in help_now(snapshot=tools.snapshot(), clock=tools.clock, hall=tools.hall).today], args)
    return OK


def _told(call: HelpCall | HelpCallSeen) -> dict[str, Any]:
    return {
        "call": call.id,
        "kiosk": call.kiosk,
        "reason": call.reason.value,
        "state": call.state.value,
        "rung_at": call.rung_at.isoformat(timespec="seconds"),
        "counter": call.counter,
        "taken_at": call.taken_at.isoformat(timespec="seconds") if call.taken_at is not None else None,
    }


def _number(text: str) -> int:
    number = int(text)
    if not 0 < number < 1_000_000:
        raise ValueError(text)
    return number
