"""Clerks for trying things out: accounts with a PIN that everybody may know, on a hall that serves nobody.

Elsewhere: real accounts (staff_accounts.py), the rules (domain.staff).
"""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.application.ports import Clock, SecretHasher, UnitOfWork, UptimeClock
from kiosk.domain.hall import Hall
from kiosk.domain.refusals import ForbiddenOnLiveHall
from kiosk.domain.staff import CODE_LIFE, Role, SecretKind, StaffNumber

DEMO_PIN = "271828"
DEMO_CLERKS: Mapping[StaffNumber, str] = {
    StaffNumber("07"): "演示员甲",
    StaffNumber("11"): "演示员乙",
    StaffNumber("03"): "演示员丙",
    StaffNumber("15"): "演示员丁",
}


def add_demo_clerks(
    *, actor: str, uow: UnitOfWork, clock: Clock, uptime: UptimeClock, hasher: SecretHasher, hall: Hall
) -> tuple[StaffNumber, ...]:
    """The clerks that were not there yet; numbers that were ever given stay as they are. Refuses ForbiddenOnLiveHall."""
    if hall.live:
        raise ForbiddenOnLiveHall(act="demo-clerks")
    stored = hasher.hash(DEMO_PIN)
    with uow:
        moment = clock.now()
        added = tuple(
            number for number, label in DEMO_CLERKS.items() if uow.staff.add(number, label=label, roles=frozenset({Role.CLERK}), at=moment)
        )
        for number in added:
            # An account begins with a code, which the PIN replaces at once: nobody is ever told it.
            uow.staff.give_code(number, secret=stored, expires_at=moment + CODE_LIFE, now=uptime.now())
            uow.staff.replace_secret(number, instead_of=stored, kind=SecretKind.PIN, secret=stored)
            uow.audit.record(act="staff demo", actor=actor, at=moment, subject=f"staff:{number}", details={})
        uow.commit()
    return added
