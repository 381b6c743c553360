"""Staff: accounts known by a number, what a role may do, what a secret must be like, how long one waits after wrong tries, when a session locks.

Here: rules over values. Elsewhere: hashing (infrastructure.argon2_secrets), counting of delays (countdown.py), the deeds (application.commands.staff),
the words (interface). Nobody's name is needed: a number and, if the hall likes, a label for the screen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NewType

from kiosk.domain.refusals import NotPermitted, SessionEnded, WeakSecret

StaffNumber = NewType("StaffNumber", str)
"""Two to six numerals, `07`. Given once and never again, so that an old entry of the audit cannot come to mean somebody else."""

LONGEST_LABEL = 20

CODE_LIFE = timedelta(days=3)
"""How long a one-time code may be used: over a weekend."""

TRIES_A_ROUND = 3
DELAYS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=60))
"""After each round of wrong tries the account waits, longer each time, the last again and again: 72 guesses a day at most."""

PIN_DIGITS = 6
PASSWORD_LEAST, PASSWORD_MOST = 10, 64
CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs that are not taken for one another: no 0, 1, I, O."""
CODE_LENGTH = 12
"""60 bits: a code cannot be guessed, with or without delays."""


class Role(StrEnum):
    CLERK = "clerk"
    EDITOR = "editor"
    PUBLISHER = "publisher"
    ADMIN = "admin"


class Permission(StrEnum):
    """What somebody may do. Consoles ask for these, never for a role."""

    CALL = "call"
    """Open a counter, call, serve, take help calls."""
    ALERT = "alert"
    """今日停办."""
    FIGURES = "figures"
    EDIT = "edit"
    REVIEW = "review"
    PUBLISH = "publish"
    STAFF = "staff"
    """Accounts, roles, codes."""
    AUDIT = "audit"
    HALL = "hall"
    """Which counter a console stands at, and the hall's settings."""


PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.CLERK: frozenset({Permission.CALL, Permission.ALERT, Permission.FIGURES}),
    Role.EDITOR: frozenset({Permission.EDIT, Permission.FIGURES}),
    Role.PUBLISHER: frozenset({Permission.EDIT, Permission.REVIEW, Permission.PUBLISH, Permission.ALERT, Permission.FIGURES}),
    Role.ADMIN: frozenset({Permission.STAFF, Permission.AUDIT, Permission.HALL, Permission.ALERT, Permission.FIGURES}),
}
"""Nobody may do everything: an admin who calls numbers or publishes has those roles too. That nobody passes a change of their own is the desk's
rule, not a permission."""


class SecretKind(StrEnum):
    """By what an account is opened."""

    CODE = "code"
    """One-time, given by an admin or at the first start; must be replaced at the first sign-in."""
    PIN = "pin"
    PASSWORD = "password"  # noqa: S105  (the kind, no password)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffMember:
    """An account without its secret. `generation` grows with each new secret, change of roles or withdrawal: sessions of an older one are over."""

    number: StaffNumber
    label: str | None
    roles: frozenset[Role]
    kind: SecretKind
    generation: int
    wrong_tries: int
    added_at: datetime
    withdrawn_at: datetime | None = None

    @property
    def active(self) -> bool:
        return self.withdrawn_at is None

    @property
    def runs_the_hall(self) -> bool:
        """An admin who can really sign in: has replaced the code."""
        return self.active and Role.ADMIN in self.roles and self.kind is not SecretKind.CODE

    def may(self, permission: Permission) -> bool:
        return self.active and any(permission in PERMISSIONS[role] for role in self.roles)


@dataclass(frozen=True, slots=True)
class StaffAccount:
    """A member with what proves it: the hash of the secret, never the secret. `code_expires_at` only with a code."""

    member: StaffMember
    secret: str
    code_expires_at: datetime | None


def staff_number(text: str) -> StaffNumber:
    """ValueError for what is no staff number. Full-width numerals are taken as what they mean."""
    digits = unicodedata.normalize("NFKC", text).strip()
    if not re.fullmatch(r"[0-9]{2,6}", digits):
        raise ValueError(text)
    return StaffNumber(digits)


def own_kind(roles: frozenset[Role]) -> SecretKind:
    """What members choose for themselves: a PIN where they only serve, a password where they can change what others see."""
    return SecretKind.PIN if roles <= {Role.CLERK} else SecretKind.PASSWORD


def as_typed(kind: SecretKind, text: str) -> str:
    """The same text for the same secret, however the keyboard or the input method wrote it. A code may be typed with or without its dashes."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\-]", "", plain).upper() if kind is SecretKind.CODE else plain


def code_on_paper(code: str) -> str:
    """In groups of four."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def check_secret(kind: SecretKind, text: str, number: StaffNumber) -> None:
    """Refuses WeakSecret. A PIN is six numerals that do not count, repeat or run; a password has ten characters, at least five different."""
    weakness = _pin_weakness(text) if kind is SecretKind.PIN else _password_weakness(text, number)
    if weakness is not None:
        raise WeakSecret(wanted=kind.value, reason=weakness)


def _pin_weakness(pin: str) -> str | None:
    if not re.fullmatch(rf"[0-9]{{{PIN_DIGITS}}}", pin):
        return "not_six_numerals"
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {9}):
        return "too_simple"
    if pin[:2] * 3 == pin or pin[:3] * 2 == pin or len(set(pin)) < 3:
        return "too_simple"
    return None


def _password_weakness(password: str, number: StaffNumber) -> str | None:
    if len(password) < PASSWORD_LEAST:
        return "too_short"
    if len(password) > PASSWORD_MOST:
        return "too_long"
    if not password.isprintable():
        return "odd_signs"
    if len(set(password)) < 5 or password.replace(number, "").strip() == "":
        return "too_simple"
    return None


def delay_after(wrong_tries: int) -> timedelta:
    """How long the account waits after so many wrong tries since the last right one; nothing in the middle of a round."""
    rounds, left_over = divmod(wrong_tries, TRIES_A_ROUND)
    if rounds == 0 or left_over:
        return timedelta()
    return DELAYS[min(rounds, len(DELAYS)) - 1]


def tries_left(wrong_tries: int) -> int:
    """After a wrong try: how often one may still be wrong before the account waits; 0 just when it begins to."""
    return -wrong_tries % TRIES_A_ROUND


def next_delay(wrong_tries: int) -> timedelta:
    """The wait that ends the present round."""
    rounds = -(-wrong_tries // TRIES_A_ROUND)
    return DELAYS[min(max(rounds, 1), len(DELAYS)) - 1]


class Console(StrEnum):
    """Where somebody is signed in."""

    COUNTER = "counter"
    DESK = "desk"
    TOOLS = "tools"


LOCK_AFTER: Mapping[Console, timedelta] = {
    Console.COUNTER: timedelta(minutes=10),
    Console.DESK: timedelta(minutes=5),
    Console.TOOLS: timedelta(minutes=1),
}
LOCK_AFTER_WHILE_SERVING = timedelta(minutes=30)
"""A clerk who serves a person works in other programs; the person in front of the counter is a witness."""


class SignOutReason(StrEnum):
    ASKED = "asked"
    TAKEN_OVER = "taken_over"
    """Another clerk has signed in at the same console."""
    DAY_OVER = "day_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSession:
    """That somebody is signed in at one console: a value in its memory, on disk nowhere. `touched` is a running time (countdown.Uptime.seconds)."""

    number: StaffNumber
    generation: int
    console: Console
    day: date
    touched: float
    locked: bool = False

    def touch(self, uptime_seconds: float) -> StaffSession:
        """Somebody pressed a key. A locked session stays locked."""
        return self if self.locked else replace(self, touched=uptime_seconds)

    def lock(self) -> StaffSession:
        return replace(self, locked=True)

    def must_lock(self, uptime_seconds: float, *, serving: bool = False) -> bool:
        """Idle for too long, by running time: setting the clock changes nothing."""
        limit = max(LOCK_AFTER[self.console], LOCK_AFTER_WHILE_SERVING) if serving else LOCK_AFTER[self.console]
        return not self.locked and uptime_seconds - self.touched >= limit.total_seconds()

    def demand(self, member: StaffMember | None, permission: Permission, today: date) -> None:
        """Whether this session may do a thing now, `member` as the account stands in the same transaction. SessionEnded, NotPermitted."""
        if self.locked:
            raise SessionEnded(number=self.number, reason="locked")
        if self.day != today:
            raise SessionEnded(number=self.number, reason="day_over")
        if member is None or not member.active or member.generation != self.generation:
            raise SessionEnded(number=self.number, reason="account_changed")
        if not member.may(permission):
            raise NotPermitted(number=self.number, permission=permission.value)
