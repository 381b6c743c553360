"""`kiosk staff …`: accounts without a screen.

What only an admin may do needs `--as NUMBER` and that admin's password; each such command signs in, does one thing and signs out, and all three
stand in the audit. A secret is asked for at the terminal without being shown, or read from standard input, a line each; never an argument, for
arguments can be seen by others on the machine.

Elsewhere: the deeds (application.commands.staff, staff_accounts), the rules (domain.staff).
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from kiosk.application.commands.staff import replace_secret, sign_in, sign_out
from kiosk.application.commands.staff_accounts import (
    FIRST_ADMIN,
    OneTimeCode,
    add_member,
    change_label,
    change_roles,
    first_admin,
    give_new_code,
    release_member,
    withdraw_member,
)
from kiosk.application.ports import Clock, SecretHasher, Snapshot, UnitOfWork, UptimeClock
from kiosk.application.queries.staff import staff_seen
from kiosk.domain.staff import LONGEST_LABEL, Console, Role, SignOutReason, StaffSession, code_on_paper, staff_number
from kiosk.interface.cli.answer import OK, USAGE, Subparsers, print_answer, printable, say


class StaffCommands(Protocol):
    """The part of roles.tools that these commands see."""

    @property
    def clock(self) -> Clock: ...
    @property
    def uptime(self) -> UptimeClock: ...
    @property
    def secrets(self) -> SecretHasher: ...
    @property
    def actor(self) -> str: ...
    def snapshot(self) -> Snapshot: ...
    def unit_of_work(self) -> UnitOfWork: ...


class NoSecretGiven(Exception):
    """Standard input ended before a secret was read."""


def register(subparsers: Subparsers, common: argparse.ArgumentParser) -> None:
    """The subject `staff` with its leaves."""
    leaves = subparsers.add_parser("staff", help="accounts of clerks, editors, publishers, admins").add_subparsers(
        required=True, metavar="COMMAND"
    )
    by_admin = argparse.ArgumentParser(add_help=False, parents=[common])
    by_admin.add_argument("--as", required=True, dest="acting_as", type=staff_number, metavar="NUMBER", help="the admin who does it")

    first = leaves.add_parser("first-admin", parents=[common], help="make the hall's first admin; prints a one-time code once")
    first.add_argument("--number", type=staff_number, default=FIRST_ADMIN, metavar="NUMBER")
    first.add_argument("--lost", action="store_true", help="no admin can sign in any more: give one a new code (stands in the audit)")
    first.set_defaults(run=make_first_admin)

    listing = leaves.add_parser("list", parents=[common], help="all accounts")
    listing.set_defaults(run=list_members)

    add = leaves.add_parser("add", parents=[by_admin], help="a new account; prints a one-time code once")
    _add_number(add)
    _add_roles(add)
    add.add_argument("--label", type=_label, metavar="TEXT", help="what screens show beside the number")
    add.set_defaults(run=add_one)

    roles = leaves.add_parser("roles", parents=[by_admin], help="other roles; a PIN that is too weak for them becomes a one-time code")
    _add_number(roles)
    _add_roles(roles)
    roles.set_defaults(run=set_roles)

    label = leaves.add_parser("label", parents=[by_admin], help="what screens show beside the number; without TEXT nothing")
    _add_number(label)
    label.add_argument("label", nargs="?", type=_label, metavar="TEXT")
    label.set_defaults(run=set_label)

    new_code = leaves.add_parser("new-code", parents=[by_admin], help="PIN or password forgotten; prints a one-time code once")
    _add_number(new_code)
    new_code.set_defaults(run=give_code)

    release = leaves.add_parser("release", parents=[by_admin], help="end the wait after wrong tries")
    _add_number(release)
    release.set_defaults(run=release_one)

    withdraw = leaves.add_parser("withdraw", parents=[by_admin], help="close an account for good")
    _add_number(withdraw)
    withdraw.set_defaults(run=withdraw_one)

    own = leaves.add_parser(
        "set-secret", parents=[common], help="choose one's own PIN or password: asks for the old one or the code, then the new"
    )
    _add_number(own)
    own.set_defaults(run=set_own_secret)


def make_first_admin(args: argparse.Namespace, tools: StaffCommands) -> int:
    given = first_admin(
        number=args.number, lost=args.lost, actor=tools.actor, uow=tools.unit_of_work(), clock=tools.clock, uptime=tools.uptime,
        hasher=tools.secrets,
    )  # fmt: skip
    return _tell(given, args)


def list_members(args: argparse.Namespace, tools: StaffCommands) -> int:
    rows = [
        {
            "number": seen.number,
            "label": seen.label,
            "roles": [role.value for role in seen.roles],
            "secret": seen.kind.value if seen.withdrawn_at is None else None,
            "seconds_left": seen.seconds_left,
            "added_at": seen.added_at.isoformat(),
            "withdrawn_at": seen.withdrawn_at.isoformat() if seen.withdrawn_at is not None else None,
        }
        for seen in staff_seen(snapshot=tools.snapshot(), uptime=tools.uptime)
    ]
    print_answer(rows, args)
    return OK


def add_one(args: argparse.Namespace, tools: StaffCommands) -> int:
    with signed_in(args, tools) as session:
        given = add_member(
            session=session, number=args.number, label=args.label, roles=frozenset(args.roles), uow=tools.unit_of_work(),
            clock=tools.clock, uptime=tools.uptime, hasher=tools.secrets,
        )  # fmt: skip
    return _tell(given, args)


def set_roles(args: argparse.Namespace, tools: StaffCommands) -> int:
    with signed_in(args, tools) as session:
        given = change_roles(
            session=session, number=args.number, roles=frozenset(args.roles), uow=tools.unit_of_work(), clock=tools.clock,
            uptime=tools.uptime, hasher=tools.secrets,
        )  # fmt: skip
    return _tell(given, args) if given is not None else _done(args)


def set_label(args: argparse.Namespace, tools: StaffCommands) -> int:
    with signed_in(args, tools) as session:
        change_label(session=session, number=args.number, label=args.label, uow=tools.unit_of_work(), clock=tools.clock)
    return _done(args)


def give_code(args: argparse.Namespace, tools: StaffCommands) -> int:
    with signed_in(args, tools) as session:
        given = give_new_code(
            session=session, number=args.number, uow=tools.unit_of_work(), clock=tools.clock, uptime=tools.uptime, hasher=tools.secrets
        )
    return _tell(given, args)


def release_one(args: argparse.Namespace, tools: StaffCommands) -> int:
    with signed_in(args, tools) as session:
        release_member(session=session, number=args.number, uow=tools.unit_of_work(), clock=tools.clock)
    return _done(args)


def withdraw_one(args: argparse.Namespace, tools: StaffCommands) -> int:
    with signed_in(args, tools) as session:
        withdraw_member(session=session, number=args.number, uow=tools.unit_of_work(), clock=tools.clock)
    return _done(args)


def set_own_secret(args: argparse.Namespace, tools: StaffCommands) -> int:
    try:
        secret = _ask(f"{args.number} 号现在的代码、PIN 或密码：")
        fresh = _ask("新的 PIN（六位数字）或密码（至少 10 个字符）：")
        if sys.stdin.isatty() and fresh != _ask("再输一遍新的："):
            say("两遍输的不一样，没有改，请再来一次。")
            return USAGE
    except NoSecretGiven:
        return _no_secret()
    replace_secret(
        number=args.number, secret=secret, fresh=fresh, place=tools.actor, uow=tools.unit_of_work(), clock=tools.clock,
        uptime=tools.uptime, hasher=tools.secrets,
    )  # fmt: skip
    return _done(args)


@contextmanager
def signed_in(args: argparse.Namespace, tools: StaffCommands) -> Iterator[StaffSession]:
    """`--as NUMBER` for one command. SystemExit with the code of wrong usage when no secret is given."""
    try:
        secret = _ask(f"{args.acting_as} 号的密码：")
    except NoSecretGiven:
        raise SystemExit(_no_secret()) from None
    session = sign_in(
        number=args.acting_as, secret=secret, console=Console.TOOLS, place=tools.actor, uow=tools.unit_of_work(), clock=tools.clock,
        uptime=tools.uptime, hasher=tools.secrets,
    )  # fmt: skip
    try:
        yield session
    finally:
        sign_out(session=session, reason=SignOutReason.ASKED, place=tools.actor, uow=tools.unit_of_work(), clock=tools.clock)


def _ask(prompt: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    line = sys.stdin.readline()
    if not line:
        raise NoSecretGiven
    return line.rstrip("\r\n")


def _no_secret() -> int:
    say("没有输入密码，请在终端里输，或者从标准输入一行一个地给。")
    return USAGE


def _tell(given: OneTimeCode, args: argparse.Namespace) -> int:
    """The only place where a code is ever shown."""
    print_answer(
        {"number": given.number, "code": code_on_paper(given.code), "expires_at": given.expires_at.isoformat(timespec="seconds")}, args
    )
    return OK


def _done(args: argparse.Namespace) -> int:
    print_answer({"number": args.number}, args)
    return OK


def _add_number(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", type=staff_number, metavar="NUMBER", help="two to six numerals")


def _add_roles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--role", required=True, action="append", dest="roles", type=Role, choices=tuple(Role), metavar="ROLE",
                        help="clerk, editor, publisher or admin; may be given several times")  # fmt: skip


def _label(text: str) -> str:
    return printable(text, LONGEST_LABEL)
