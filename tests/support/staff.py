"""Accounts for tests: a hasher that costs nothing, a running time that is set by hand, and a desk that signs people in on a real database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kiosk.application.commands.staff import replace_secret, sign_in
from kiosk.application.commands.staff_accounts import FIRST_ADMIN, OneTimeCode, add_member, first_admin
from kiosk.domain.countdown import BootId, Uptime
from kiosk.domain.staff import Console, Role, StaffNumber, StaffSession
from kiosk.roles.parts import Parts
from tests.support.halls import StandingClock

PASSWORD, PIN = "correct horse 9", "294715"
CLERK = StaffNumber("07")


@dataclass
class PlainHasher:
    """Hides nothing: `hashed:1:secret`. `before_answer` runs while a secret is being looked at, outside every transaction."""

    version: int = 1
    before_answer: Callable[[], None] | None = None

    def hash(self, secret: str) -> str:
        return f"hashed:{self.version}:{secret}"

    def fits(self, stored: str, secret: str) -> bool:
        if self.before_answer is not None:
            once, self.before_answer = self.before_answer, None
            once()
        return stored.partition("hashed:")[2][2:] == secret and stored != ""

    def is_outdated(self, stored: str) -> bool:
        return not stored.startswith(f"hashed:{self.version}:")


@dataclass
class HandUptime:
    boot: str = "boot-1"
    seconds: float = 1000.0

    def now(self) -> Uptime:
        return Uptime(BootId(self.boot), self.seconds)


@dataclass
class StaffDesk:
    """What every command of staff needs."""

    parts: Parts
    clock: StandingClock = field(default_factory=StandingClock)
    uptime: HandUptime = field(default_factory=HandUptime)
    hasher: PlainHasher = field(default_factory=PlainHasher)

    @property
    def needs(self) -> dict[str, Any]:
        return {"uow": self.parts.unit_of_work(), "clock": self.clock, "uptime": self.uptime, "hasher": self.hasher}

    @property
    def deed(self) -> dict[str, Any]:
        """For commands that hash nothing."""
        return {"uow": self.parts.unit_of_work(), "clock": self.clock}

    def first_admin(self, **changes: Any) -> OneTimeCode:
        return first_admin(**{"number": FIRST_ADMIN, "lost": False, "actor": "os:test", **self.needs, **changes})

    def admin(self) -> StaffSession:
        """The hall's admin, made when there is none yet."""
        with self.parts.snapshot() as snapshot:
            known = snapshot.staff.member(FIRST_ADMIN)
        if known is None:
            self.choose(self.first_admin(), PASSWORD)
        return self.sign_in(FIRST_ADMIN, PASSWORD, console=Console.DESK)

    def clerk(self, number: StaffNumber = CLERK, *roles: Role, label: str | None = None) -> OneTimeCode:
        return add_member(session=self.admin(), number=number, label=label, roles=frozenset(roles or {Role.CLERK}), **self.needs)

    def ready_clerk(self, number: StaffNumber = CLERK) -> StaffNumber:
        self.choose(self.clerk(number), PIN)
        return number

    def choose(self, code: OneTimeCode, fresh: str) -> None:
        self.replace(code.number, code.code, fresh)

    def replace(self, number: StaffNumber, secret: str, fresh: str) -> None:
        replace_secret(number=number, secret=secret, fresh=fresh, place="test", **self.needs)

    def sign_in(self, number: StaffNumber = CLERK, secret: str = PIN, console: Console = Console.COUNTER) -> StaffSession:
        return sign_in(number=number, secret=secret, console=console, place="counter:3", **self.needs)

    def acts(self) -> list[tuple[str, str, str]]:
        """(actor, act, subject), oldest first."""
        with self.parts.snapshot() as snapshot:
            return [(entry.actor, entry.act, entry.subject) for entry in reversed(snapshot.audit.latest(1000))]
