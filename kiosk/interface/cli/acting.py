"""Who acts at the command line where a clerk is asked for: one who signs in for this one command (`--as NUMBER`), else the OS user, which a live
hall refuses.

Elsewhere: the rules of signing in (application.commands.staff), what a live hall refuses (domain.refusals).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from kiosk.application.commands.clerk import Clerk, SignedInClerk, ToolClerk
from kiosk.domain.staff import staff_number
from kiosk.interface.cli.answer import Tools
from kiosk.interface.cli.staff import StaffCommands, signed_in


class ClerkCommands(Tools, StaffCommands, Protocol):
    """What commands of clerks see of roles.tools."""


def add_clerk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", dest="acting_as", type=staff_number, metavar="NUMBER", help="sign in as this clerk for this command")


@contextmanager
def clerk_of(args: argparse.Namespace, tools: ClerkCommands, act: str) -> Iterator[Clerk]:
    """`act`: what a live hall's refusal names where nobody signs in."""
    if args.acting_as is None:
        yield ToolClerk(tools.actor, tools.hall, act=act)
        return
    with signed_in(args, tools) as session:
        yield SignedInClerk(session)
