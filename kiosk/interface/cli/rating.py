"""`kiosk rating-code …`: the counters' official 好差评 codes, given by the hall as images.

Elsewhere: reading and keeping the codes (infrastructure.rating_codes).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Protocol

from kiosk.application.commands.staff import acting
from kiosk.application.ports import UnitOfWork
from kiosk.domain.hall import CounterId, Hall
from kiosk.domain.refusals import ForbiddenOnLiveHall, UnknownCounter
from kiosk.domain.staff import Permission, staff_number
from kiosk.interface.cli.answer import OK, Subparsers, print_answer
from kiosk.interface.cli.staff import StaffCommands, signed_in


class RatingCommands(StaffCommands, Protocol):
    """The part of roles.tools that these commands see."""

    @property
    def hall(self) -> Hall: ...
    def import_rating_code(self, counter: CounterId, picture: Path) -> str:
        """Reads, checks and keeps it; the host of its address. RatingCodeUnfit."""
        ...

    def rating_code_hosts(self) -> dict[str, str]:
        """Counter → host, of the codes that are shown."""
        ...


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The subject `rating-code` with its leaves."""
    leaves = subparsers.add_parser("rating-code", help="the counters' 好差评 codes").add_subparsers(required=True, metavar="COMMAND")
    adding = leaves.add_parser("import", parents=[common], help="read the code on a picture and show it at a counter")
    adding.add_argument("--counter", type=int, required=True, metavar="N")
    adding.add_argument(
        "--as", dest="acting_as", type=staff_number, metavar="NUMBER", help="the admin who does it (a live hall asks for one)"
    )
    adding.add_argument("picture", type=Path, metavar="PICTURE", help="PNG or JPEG")
    adding.set_defaults(run=import_one)
    listing = leaves.add_parser("list", parents=[common], help="which counter shows a code, and its host")
    listing.set_defaults(run=list_codes)


def import_one(args: argparse.Namespace, tools: RatingCommands) -> int:
    hall = tools.hall
    if hall.counter(args.counter) is None:
        raise UnknownCounter(counter=args.counter, counters=tuple(known.id for known in hall.counters))
    if args.acting_as is None:
        if hall.live:
            raise ForbiddenOnLiveHall(act="rating-code import")
        return _import(args, tools, tools.unit_of_work(), tools.actor)
    with signed_in(args, tools) as session:
        uow = tools.unit_of_work()
        with uow:
            actor = acting(session=session, needs=Permission.HALL, uow=uow, clock=tools.clock)
        return _import(args, tools, tools.unit_of_work(), actor)


def list_codes(args: argparse.Namespace, tools: RatingCommands) -> int:
    print_answer(tools.rating_code_hosts(), args)
    return OK


def _import(args: argparse.Namespace, tools: RatingCommands, uow: UnitOfWork, actor: str) -> int:
    host = tools.import_rating_code(CounterId(args.counter), args.picture)
    with uow:
        uow.audit.record(
            act="rating-code import", actor=actor, at=tools.clock.now(), subject=f"hall:counter:{args.counter}", details={"host": host}
        )
        uow.commit()
    print_answer({"counter": args.counter, "host": host}, args)
    return OK
