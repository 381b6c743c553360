"""How the command line answers, and what it is given to work with.

A value goes to stdout as JSON (`--json`: on one line). Exit 0 ok · 1 the hall says no: `{"refused": Name, …facts}` on stdout, the sentence on
stderr · 2 wrong usage · 3 something is unavailable: `{"unavailable": Name, …facts}` and its sentence.

Elsewhere: the commands, one module per subject; the sentences (interface.shared.sentences); the parts behind `tools` (roles.tools).
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Protocol, TypeAlias

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ports import Clock, PrintOutcome, Snapshot, UnitOfWork
from kiosk.application.unavailable import Unavailable
from kiosk.domain.catalog import Edition
from kiosk.domain.hall import Hall
from kiosk.domain.refusals import Refused, UnknownCounter, UnknownItem, UnknownLine
from kiosk.interface.shared.sentences import sentence

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
"""What `add_subparsers` gives; argparse has no public name for it."""

OK, NO, USAGE, AWAY = 0, 1, 2, 3


class Tools(Protocol):
    """What the commands of tickets and counters need; roles.tools builds it. Subjects with other needs declare a Protocol of their own."""

    @property
    def clock(self) -> Clock: ...
    @property
    def hall(self) -> Hall: ...
    @property
    def actor(self) -> str:
        """`os:name`, for the audit."""
        ...

    @property
    def has_printer(self) -> bool: ...

    def edition(self) -> Edition: ...
    def snapshot(self) -> Snapshot: ...
    def unit_of_work(self) -> UnitOfWork: ...

    def put_on_paper(self, ticket: TakenTicket) -> PrintOutcome:
        """Prints the queued job of `ticket` and waits for its end, at most as long as a job lives."""
        ...


def print_answer(value: object, args: argparse.Namespace) -> None:
    """One JSON value, UTF-8 whatever the console's own encoding."""
    one_line = bool(getattr(args, "json", False))
    _write(json.dumps(value, ensure_ascii=False, indent=None if one_line else 2))


def refuse(refused: Refused, args: argparse.Namespace) -> int:
    """Exit 1; a line, counter or code that does not exist is wrong usage, exit 2."""
    print_answer({"refused": type(refused).__name__, **refused.facts()}, args)
    say(sentence(refused))
    return USAGE if isinstance(refused, UnknownLine | UnknownItem | UnknownCounter) else NO


def unavailable(missing: Unavailable, args: argparse.Namespace) -> int:
    """Exit 3."""
    print_answer({"unavailable": type(missing).__name__, **missing.facts()}, args)
    say(sentence(missing))
    return AWAY


def printable(text: str, longest: int = 200) -> str:
    """An argparse type: one line of at most `longest` characters without control characters."""
    if not text or len(text) > longest or not text.isprintable():
        raise argparse.ArgumentTypeError(f"1 to {longest} printable characters")
    return text


def _write(text: str) -> None:
    # A lone surrogate in an argument (bytes that were no UTF-8) must not end in a traceback.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """A sentence for people, on stderr."""
    sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stderr.buffer.flush()
