"""`kiosk demo-clerks`: clerks for trying the counters out, on a hall that is not live.

Elsewhere: the accounts (application.commands.demo_clerks).
"""

from __future__ import annotations

import argparse
from datetime import timedelta
from typing import Protocol

from kiosk.application.commands.demo_clerks import DEMO_CLERKS, DEMO_PIN, add_demo_clerks
from kiosk.application.queries.queueing import queue_now
from kiosk.domain.hall import Hall
from kiosk.interface.cli.answer import OK, Subparsers, print_answer
from kiosk.interface.cli.staff import StaffCommands
from kiosk.interface.shared.opening_words import next_ticket_moment


class DemoCommands(StaffCommands, Protocol):
    """The part of roles.tools that this command sees."""

    @property
    def hall(self) -> Hall: ...


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The leaf `kiosk demo-clerks`."""
    leaf = subparsers.add_parser("demo-clerks", parents=[common], help="clerks for trying things out (rehearsal halls); prints their PIN")
    leaf.set_defaults(run=add)


def add(args: argparse.Namespace, tools: DemoCommands) -> int:
    added = add_demo_clerks(
        actor=tools.actor, uow=tools.unit_of_work(), clock=tools.clock, uptime=tools.uptime, hasher=tools.secrets, hall=tools.hall
    )
    print_answer({"clerks": list(DEMO_CLERKS), "pin": DEMO_PIN, "added": list(added), "rehearse_at": _opening(tools)}, args)
    return OK


def _opening(tools: DemoCommands) -> str | None:
    """A moment at which the hall gives numbers, for KIOSK_NOW; None while it does, and when nobody knows."""
    opening = queue_now(snapshot=tools.snapshot(), clock=tools.clock, hall=tools.hall).opening
    following = next_ticket_moment(opening)
    return (following.at + timedelta(minutes=30)).isoformat() if following is not None else None
