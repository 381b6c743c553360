"""What an admin does to accounts, and how the first admin comes to be.

Here: the deeds. Elsewhere: what members do for themselves (staff.py), the rules (domain.staff). A code is given back to the caller once, to be
told to its person once; what is stored is its hash.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.application.commands.staff import acting
from kiosk.application.ports import Clock, SecretHasher, StaffRepository, UnitOfWork, UptimeClock
from kiosk.application.unavailable import Fact
from kiosk.domain.refusals import AdminExists, LastAdmin, StaffNumberTaken, UnknownStaff
from kiosk.domain.staff import CODE_LENGTH, CODE_LIFE, CODE_SIGNS, Permission, Role, StaffMember, StaffNumber, StaffSession, own_kind

FIRST_ADMIN = StaffNumber("01")


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """For one person, to be told once. `code` without dashes."""

    number: StaffNumber
    code: str
    expires_at: datetime


def first_admin(
    *, number: StaffNumber, lost: bool, actor: str, uow: UnitOfWork, clock: Clock, uptime: UptimeClock, hasher: SecretHasher
) -> OneTimeCode:
    """The hall's first admin, with a code. As long as no admin has chosen a password it may be asked for again: the code before is void.

    `lost`: nobody can sign in as admin any more; whoever runs the machine (`actor`, `os:name`, stands in the audit) gives the account a code.
    Refuses AdminExists, StaffNumberTaken.
    """
    code, stored = _fresh_code(hasher)
    with uow:
        moment = clock.now()
        admins = [member for member in uow.staff.members() if member.active and Role.ADMIN in member.roles]
        able = next((member for member in admins if member.runs_the_hall), None)
        if able is not None and not lost:
            raise AdminExists(number=able.number)
        known = uow.staff.member(number)
        if known is None and not lost and admins:
            # Asked for again under another number: there is one first admin.
            number = admins[0].number
        elif known is None:
            uow.staff.add(number, label=None, roles=frozenset({Role.ADMIN}), at=moment)
        elif known not in admins:
            raise StaffNumberTaken(number=number)
        given = _give(uow, number, code, stored, moment, uptime)
        _record(uow, "staff first-admin", actor, number, moment, {"lost": lost})
        uow.commit()
    return given


def add_member(
    *,
    session: StaffSession,
    number: StaffNumber,
    label: str | None,
    roles: frozenset[Role],
    uow: UnitOfWork,
    clock: Clock,
    uptime: UptimeClock,
    hasher: SecretHasher,
) -> OneTimeCode:
    """An account with at least one role, and the code for its first sign-in. Refuses SessionEnded, NotPermitted, StaffNumberTaken."""
    if not roles:
        raise ValueError("an account without a role")
    code, stored = _fresh_code(hasher)
    with uow:
        moment = clock.now()
        actor = acting(session=session, needs=Permission.STAFF, uow=uow, clock=clock)
        if not uow.staff.add(number, label=label, roles=roles, at=moment):
            raise StaffNumberTaken(number=number)
        given = _give(uow, number, code, stored, moment, uptime)
        _record(uow, "staff add", actor, number, moment, {"roles": _names(roles)})
        uow.commit()
    return given


def give_new_code(
    *, session: StaffSession, number: StaffNumber, uow: UnitOfWork, clock: Clock, uptime: UptimeClock, hasher: SecretHasher
) -> OneTimeCode:
    """For somebody who has forgotten PIN or password: what was is void at once, sessions are over. Refuses SessionEnded, NotPermitted,
    UnknownStaff, LastAdmin."""
    code, stored = _fresh_code(hasher)
    with uow:
        moment = clock.now()
        actor = acting(session=session, needs=Permission.STAFF, uow=uow, clock=clock)
        _keep_an_admin(uow.staff, _active(uow.staff, number))
        given = _give(uow, number, code, stored, moment, uptime)
        _record(uow, "staff new-code", actor, number, moment, {})
        uow.commit()
    return given


def change_roles(
    *,
    session: StaffSession,
    number: StaffNumber,
    roles: frozenset[Role],
    uow: UnitOfWork,
    clock: Clock,
    uptime: UptimeClock,
    hasher: SecretHasher,
) -> OneTimeCode | None:
    """Other roles from now on; sessions are over. With roles that need a password, a PIN is void and a code is given.

    Refuses SessionEnded, NotPermitted, UnknownStaff, LastAdmin.
    """
    if not roles:
        raise ValueError("an account without a role")
    code, stored = _fresh_code(hasher)
    with uow:
        moment = clock.now()
        actor = acting(session=session, needs=Permission.STAFF, uow=uow, clock=clock)
        member = _active(uow.staff, number)
        if Role.ADMIN not in roles:
            _keep_an_admin(uow.staff, member)
        uow.staff.change_roles(number, roles)
        unfit = own_kind(roles) is not own_kind(member.roles)
        given = _give(uow, number, code, stored, moment, uptime) if unfit else None
        _record(uow, "staff roles", actor, number, moment, {"roles": _names(roles), "before": _names(member.roles)})
        uow.commit()
    return given


def change_label(*, session: StaffSession, number: StaffNumber, label: str | None, uow: UnitOfWork, clock: Clock) -> None:
    """What screens show beside the number. It may be somebody's name: the audit does not repeat it. Refuses SessionEnded, NotPermitted,
    UnknownStaff."""
    with uow:
        actor = acting(session=session, needs=Permission.STAFF, uow=uow, clock=clock)
        _active(uow.staff, number)
        uow.staff.change_label(number, label)
        _record(uow, "staff label", actor, number, clock.now(), {})
        uow.commit()


def release_member(*, session: StaffSession, number: StaffNumber, uow: UnitOfWork, clock: Clock) -> None:
    """The wait after wrong tries ends. Refuses SessionEnded, NotPermitted, UnknownStaff."""
    with uow:
        actor = acting(session=session, needs=Permission.STAFF, uow=uow, clock=clock)
        _active(uow.staff, number)
        uow.staff.release(number)
        _record(uow, "staff release", actor, number, clock.now(), {})
        uow.commit()


def withdraw_member(*, session: StaffSession, number: StaffNumber, uow: UnitOfWork, clock: Clock) -> None:
    """Somebody leaves: nothing opens the account any more, its sessions are over, the number is never given again. Refuses SessionEnded,
    NotPermitted, UnknownStaff, LastAdmin."""
    with uow:
        moment = clock.now()
        actor = acting(session=session, needs=Permission.STAFF, uow=uow, clock=clock)
        _keep_an_admin(uow.staff, _active(uow.staff, number))
        uow.staff.withdraw(number, moment)
        _record(uow, "staff withdraw", actor, number, moment, {})
        uow.commit()


def _active(staff: StaffRepository, number: StaffNumber) -> StaffMember:
    member = staff.member(number)
    if member is None or not member.active:
        raise UnknownStaff(number=number, withdrawn=member is not None)
    return member


def _keep_an_admin(staff: StaffRepository, member: StaffMember) -> None:
    """LastAdmin when without `member` no admin could sign in."""
    if member.runs_the_hall and not any(other.runs_the_hall for other in staff.members() if other.number != member.number):
        raise LastAdmin(number=member.number)


def _fresh_code(hasher: SecretHasher) -> tuple[str, str]:
    """A code and its hash; made before the transaction, for hashing takes its time."""
    code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
    return code, hasher.hash(code)


def _give(uow: UnitOfWork, number: StaffNumber, code: str, stored: str, at: datetime, uptime: UptimeClock) -> OneTimeCode:
    expires_at = at + CODE_LIFE
    uow.staff.give_code(number, secret=stored, expires_at=expires_at, now=uptime.now())
    return OneTimeCode(number, code, expires_at)


def _names(roles: frozenset[Role]) -> tuple[str, ...]:
    return tuple(sorted(role.value for role in roles))


def _record(uow: UnitOfWork, act: str, actor: str, number: StaffNumber, at: datetime, details: Mapping[str, Fact]) -> None:
    uow.audit.record(act=act, actor=actor, at=at, subject=f"staff:{number}", details=details)
