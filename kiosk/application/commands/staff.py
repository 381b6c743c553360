"""Signing in and out, and the question every act of staff asks: may this session do it, now, in this transaction.

Here: what members do for themselves. Elsewhere: what an admin does to accounts (staff_accounts.py), the rules (domain.staff).

A try is charged before its secret is looked at, and given back when it was right: tries at several consoles at once count each by itself, and a
console that is killed in between has still counted. Secrets are hashed outside the transactions: numbers go on being given meanwhile. These
commands take some tenths of a second; they belong on a worker.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kiosk.application.ports import Clock, SecretHasher, StaffRepository, UnitOfWork, UptimeClock
from kiosk.application.unavailable import Fact
from kiosk.domain.numbering import business_day
from kiosk.domain.refusals import CodeExpired, SecretMustBeReplaced, SessionEnded, SignInDelayed, UnknownStaff, WeakSecret, WrongSecret
from kiosk.domain.staff import (
    CODE_LIFE,
    Console,
    Permission,
    SecretKind,
    SignOutReason,
    StaffAccount,
    StaffNumber,
    StaffSession,
    as_typed,
    check_secret,
    next_delay,
    own_kind,
    tries_left,
)


def sign_in(
    *,
    number: StaffNumber,
    secret: str,
    console: Console,
    place: str,
    uow: UnitOfWork,
    clock: Clock,
    uptime: UptimeClock,
    hasher: SecretHasher,
) -> StaffSession:
    """A session, to be kept in memory alone. `place`, for the audit: `counter:3`, `desk`, `os:name`.

    Refuses UnknownStaff, SignInDelayed, WrongSecret, CodeExpired, and SecretMustBeReplaced where the secret was a one-time code: that opens
    nothing but `replace_secret`.
    """
    account = _prove(number=number, secret=secret, place=place, act="staff sign-in", uow=uow, clock=clock, uptime=uptime, hasher=hasher)
    if account.member.kind is SecretKind.CODE:
        raise SecretMustBeReplaced(number=number, wanted=own_kind(account.member.roles).value)
    return _session(account, console, clock, uptime)


def unlock(
    *, session: StaffSession, secret: str, place: str, uow: UnitOfWork, clock: Clock, uptime: UptimeClock, hasher: SecretHasher
) -> StaffSession:
    """The same person comes back to a locked console; another one signs in instead. Refuses like `sign_in`."""
    account = _prove(
        number=session.number, secret=secret, place=place, act="staff unlock", uow=uow, clock=clock, uptime=uptime, hasher=hasher
    )
    if account.member.kind is SecretKind.CODE:
        raise SecretMustBeReplaced(number=session.number, wanted=own_kind(account.member.roles).value)
    return _session(account, session.console, clock, uptime)


def replace_secret(
    *, number: StaffNumber, secret: str, fresh: str, place: str, uow: UnitOfWork, clock: Clock, uptime: UptimeClock, hasher: SecretHasher
) -> None:
    """The member's own PIN or password takes the place of a one-time code or of the one before. Sessions of before are over.

    Refuses UnknownStaff, WeakSecret, SignInDelayed, WrongSecret, CodeExpired.
    """
    with uow:
        roles = _account(uow.staff, number).member.roles
    kind = own_kind(roles)
    chosen = as_typed(kind, fresh)
    check_secret(kind, chosen, number)
    account = _prove(number=number, secret=secret, place=place, act="", uow=uow, clock=clock, uptime=uptime, hasher=hasher)
    if hasher.fits(account.secret, chosen):
        raise WeakSecret(wanted=kind.value, reason="same_as_before")
    stored = hasher.hash(chosen)
    with uow:
        now_account = _account(uow.staff, number)
        # Roles may have changed meanwhile: a PIN must not open what only a password should.
        replaced = own_kind(now_account.member.roles) is kind and uow.staff.replace_secret(
            number, instead_of=account.secret, kind=kind, secret=stored
        )
        if not replaced:
            raise SessionEnded(number=number, reason="account_changed")
        _record(uow, "staff secret", number, clock.now(), {"kind": kind.value, "place": place})
        uow.commit()


def lock(*, session: StaffSession, idle: bool, place: str, uow: UnitOfWork, clock: Clock) -> StaffSession:
    """The console locks: by key, or `idle`. The console shows itself locked first and calls this after: a lock must not wait for a database."""
    locked = session.lock()
    with uow:
        _record(uow, "staff lock", session.number, clock.now(), {"idle": idle, "place": place})
        uow.commit()
    return locked


def sign_out(*, session: StaffSession, reason: SignOutReason, place: str, uow: UnitOfWork, clock: Clock) -> None:
    """The console has forgotten the session; this is the record of it."""
    with uow:
        _record(uow, "staff sign-out", session.number, clock.now(), {"reason": reason.value, "place": place})
        uow.commit()


def acting(*, session: StaffSession, needs: Permission, uow: UnitOfWork, clock: Clock) -> str:
    """Who acts, for the audit: `staff:07`. Asked inside the transaction of the act, so that nobody acts on an account that was just withdrawn.

    Refuses SessionEnded (locked, of another day, account changed) and NotPermitted.
    """
    session.demand(uow.staff.member(session.number), needs, business_day(clock.now()))
    return f"staff:{session.number}"


def _prove(
    *,
    number: StaffNumber,
    secret: str,
    place: str,
    act: str,
    uow: UnitOfWork,
    clock: Clock,
    uptime: UptimeClock,
    hasher: SecretHasher,
) -> StaffAccount:
    """The account, its secret proved; the act is recorded. With a code, and where `act` is empty, nothing is recorded yet."""
    with uow:
        account = _account(uow.staff, number)
        left = uow.staff.delay_left(number, uptime.now())
        tries = uow.staff.charge(number, uptime.now()) if left <= 0 else account.member.wrong_tries
        uow.commit()
    if left > 0:
        raise SignInDelayed(number=number, seconds_left=-int(-left // 1))
    kind = account.member.kind
    right = hasher.fits(account.secret, as_typed(kind, secret))
    # Parameters grow with the years: whoever signs in is hashed anew.
    rehashed = hasher.hash(as_typed(kind, secret)) if right and hasher.is_outdated(account.secret) else None
    with uow:
        moment = clock.now()
        if not right:
            wrong = WrongSecret(
                number=number, kind=kind.value, tries_left=tries_left(tries), delay_minutes=int(next_delay(tries).total_seconds() // 60)
            )
            _record(uow, "staff wrong secret", number, moment, {"tries": tries, "place": place})
            uow.commit()
            raise wrong
        if not uow.staff.proved(number, secret=account.secret, rehashed=rehashed):
            raise SessionEnded(number=number, reason="account_changed")
        expired = kind is SecretKind.CODE and _code_is_over(account, moment, uow.staff.code_left(number, uptime.now()))
        if act and not expired and kind is not SecretKind.CODE:
            _record(uow, act, number, moment, {"place": place})
        uow.commit()
    if expired:
        raise CodeExpired(number=number)
    return account if rehashed is None else StaffAccount(account.member, rehashed, account.code_expires_at)


def _code_is_over(account: StaffAccount, moment: datetime, running_time_left: float) -> bool:
    """By the clock or by running time, whichever says so first: a clock that was set back keeps no code alive."""
    expires = account.code_expires_at
    return expires is None or not expires - 2 * CODE_LIFE < moment < expires or running_time_left <= 0


def _account(staff: StaffRepository, number: StaffNumber) -> StaffAccount:
    account = staff.account(number)
    if account is None or not account.member.active:
        raise UnknownStaff(number=number, withdrawn=account is not None)
    return account


def _session(account: StaffAccount, console: Console, clock: Clock, uptime: UptimeClock) -> StaffSession:
    return StaffSession(
        number=account.member.number,
        generation=account.member.generation,
        console=console,
        day=business_day(clock.now()),
        touched=uptime.now().seconds,
    )


def _record(uow: UnitOfWork, act: str, number: StaffNumber, at: datetime, details: Mapping[str, Fact]) -> None:
    uow.audit.record(act=act, actor=f"staff:{number}", at=at, subject=f"staff:{number}", details=details)
