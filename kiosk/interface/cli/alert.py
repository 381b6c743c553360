"""`kiosk alert set | lift | list`: what is not done for the rest of today, 今日停办. On a live hall a clerk signs in for it (`--as NUMBER`).

Elsewhere: the deeds (application.commands.alerts), the words on the screens (interface.shared.alert_words).
"""

from __future__ import annotations

import argparse
from datetime import time
from typing import Any

from kiosk.application.commands.alerts import lift_alert, set_alert
from kiosk.application.queries.alerts import alerts_now
from kiosk.domain.alerts import Alert, AlertReason
from kiosk.interface.cli.acting import ClerkCommands, add_clerk, clerk_of
from kiosk.interface.cli.answer import OK, Subparsers, Tools, print_answer, printable

ALL_DAY = time(23, 59)


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaves of `kiosk alert`."""
    leaves = subparsers.add_parser("alert", help="what is not done for the rest of today").add_subparsers(required=True, metavar="COMMAND")
    put = leaves.add_parser("set", parents=[common], help="stop an item or a line until an hour of today")
    _add_target(put)
    put.add_argument("--until", type=time.fromisoformat, default=ALL_DAY, metavar="HH:MM", help="without it, for all of today")
    put.add_argument("--reason", type=AlertReason, choices=tuple(AlertReason), default=AlertReason.OTHER, metavar="REASON",
                     help=", ".join(AlertReason))  # fmt: skip
    add_clerk(put)
    put.set_defaults(run=set_one)
    lift = leaves.add_parser("lift", parents=[common], help="it is done again")
    _add_target(lift)
    add_clerk(lift)
    lift.set_defaults(run=lift_one)
    listing = leaves.add_parser("list", parents=[common], help="what stands now")
    listing.set_defaults(run=list_all)


def _add_target(parser: argparse.ArgumentParser) -> None:
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--item", type=printable, metavar="CODE")
    target.add_argument("--line", type=printable, metavar="L")


def set_one(args: argparse.Namespace, tools: ClerkCommands) -> int:
    now = tools.clock.now()
    with clerk_of(args, tools, "alert set") as clerk:
        alert = set_alert(
            item=args.item,
            line=args.line,
            until=now.replace(hour=args.until.hour, minute=args.until.minute, second=0, microsecond=0),
            reason=args.reason,
            clerk=clerk,
            uow=tools.unit_of_work(),
            clock=tools.clock,
            hall=tools.hall,
            known_items=tools.edition() if args.item is not None else (),
        )
    print_answer(_told(alert), args)
    return OK


def lift_one(args: argparse.Namespace, tools: ClerkCommands) -> int:
    with clerk_of(args, tools, "alert lift") as clerk:
        alert = lift_alert(item=args.item, line=args.line, clerk=clerk, uow=tools.unit_of_work(), clock=tools.clock)
    print_answer(_told(alert), args)
    return OK


def list_all(args: argparse.Namespace, tools: Tools) -> int:
    print_answer([_told(alert) for alert in alerts_now(snapshot=tools.snapshot(), clock=tools.clock)], args)
    return OK


def _told(alert: Alert) -> dict[str, Any]:
    return {
        "item": alert.item,
        "line": alert.line,
        "reason": alert.reason.value,
        "since": alert.since.isoformat(timespec="seconds"),
        "until": alert.until.isoformat(timespec="seconds"),
    }
