"""Rules of accounts: numbers, secrets, delays, permissions, sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.numbering import business_day
from kiosk.domain.refusals import NotPermitted, SessionEnded, WeakSecret
from kiosk.domain.staff import (
    CODE_LENGTH,
    CODE_SIGNS,
    DELAYS,
    LOCK_AFTER,
    LOCK_AFTER_WHILE_SERVING,
    PERMISSIONS,
    Console,
    Permission,
    Role,
    SecretKind,
    StaffMember,
    StaffNumber,
    StaffSession,
    as_typed,
    check_secret,
    code_on_paper,
    delay_after,
    next_delay,
    own_kind,
    staff_number,
    tries_left,
)
from tests.support.halls import MONDAY_TEN

SEVEN = StaffNumber("07")
TODAY = business_day(MONDAY_TEN)


def member(*roles: Role, **changes: object) -> StaffMember:
    made = StaffMember(
        number=SEVEN, label=None, roles=frozenset(roles), kind=SecretKind.PIN, generation=3, wrong_tries=0, added_at=MONDAY_TEN
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def session(**changes: object) -> StaffSession:
    made = StaffSession(number=SEVEN, generation=3, console=Console.COUNTER, day=TODAY, touched=1000)
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(("typed", "number"), [("07", "07"), (" 123456 ", "123456"), ("０７", "07")])
def test_a_staff_number(typed: str, number: str) -> None:
    assert staff_number(typed) == number


@pytest.mark.parametrize("typed", ["", "7", "1234567", "ab", "0 7", "-7", "07\n8", "٠٧٧x"])
def test_what_is_no_staff_number(typed: str) -> None:
    with pytest.raises(ValueError):
        staff_number(typed)


def test_the_wait_grows_by_rounds_of_three() -> None:
    assert [delay_after(tries).total_seconds() / 60 for tries in range(16)] == [0, 0, 0, 1, 0, 0, 5, 0, 0, 15, 0, 0, 60, 0, 0, 60]
    assert [tries_left(tries) for tries in range(1, 8)] == [2, 1, 0, 2, 1, 0, 2]
    assert [next_delay(tries).total_seconds() / 60 for tries in range(1, 16)] == [1, 1, 1, 5, 5, 5, 15, 15, 15, 60, 60, 60, 60, 60, 60]


def test_what_is_announced_is_what_comes() -> None:
    for tries in range(1, 40):
        coming = tries + tries_left(tries)
        assert delay_after(coming) == next_delay(tries)


def test_guessing_a_pin_takes_years() -> None:
    a_day = timedelta(days=1) / DELAYS[-1] * 3
    assert 10**6 / a_day / 365 > 30


@pytest.mark.parametrize("pin", ["294715", "110293", "907070", "135791"])
def test_a_pin(pin: str) -> None:
    check_secret(SecretKind.PIN, pin, SEVEN)


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (SecretKind.PIN, "", "not_six_numerals"),
        (SecretKind.PIN, "12345", "not_six_numerals"),
        (SecretKind.PIN, "1234567", "not_six_numerals"),
        (SecretKind.PIN, "12345a", "not_six_numerals"),
        (SecretKind.PIN, "294715\n", "not_six_numerals"),
        (SecretKind.PIN, "000000", "too_simple"),
        (SecretKind.PIN, "123456", "too_simple"),
        (SecretKind.PIN, "890123", "too_simple"),
        (SecretKind.PIN, "654321", "too_simple"),
        (SecretKind.PIN, "121212", "too_simple"),
        (SecretKind.PIN, "123123", "too_simple"),
        (SecretKind.PIN, "112211", "too_simple"),
        (SecretKind.PASSWORD, "short", "too_short"),
        (SecretKind.PASSWORD, "x" * 65, "too_long"),
        (SecretKind.PASSWORD, "tab\tinthemiddle", "odd_signs"),
        (SecretKind.PASSWORD, "aaaaaaaaaaaa", "too_simple"),
        (SecretKind.PASSWORD, "0707070707", "too_simple"),
    ],
)
def test_a_weak_secret(kind: SecretKind, text: str, reason: str) -> None:
    with pytest.raises(WeakSecret) as weak:
        check_secret(kind, text, SEVEN)
    assert weak.value.facts() == {"wanted": kind.value, "reason": reason}


@pytest.mark.parametrize("password", ["correct horse", "大厅里的钥匙在第三格抽屉", "x7#kQ2!mmmP"])
def test_a_password(password: str) -> None:
    check_secret(SecretKind.PASSWORD, password, SEVEN)


def test_the_same_secret_however_it_was_typed() -> None:
    assert as_typed(SecretKind.PIN, "２９４７１５") == "294715"
    assert as_typed(SecretKind.CODE, " k7qm-2xpa-9rtd ") == "K7QM2XPA9RTD"
    assert as_typed(SecretKind.PASSWORD, "a-b C") == "a-b C"
    assert code_on_paper("K7QM2XPA9RTD") == "K7QM-2XPA-9RTD"


def test_a_code_has_sixty_bits_of_signs_that_look_different() -> None:
    assert len(set(CODE_SIGNS)) ** CODE_LENGTH == 2**60
    assert not set("01IOil") & set(CODE_SIGNS)


def test_a_pin_opens_only_what_serves() -> None:
    assert own_kind(frozenset({Role.CLERK})) is SecretKind.PIN
    assert {own_kind(frozenset({Role.CLERK, role})) for role in Role if role is not Role.CLERK} == {SecretKind.PASSWORD}


def test_what_each_role_may_do() -> None:
    holders = {permission: {role.value for role in Role if permission in PERMISSIONS[role]} for permission in Permission}
    assert holders == {
        Permission.CALL: {"clerk"},
        Permission.ALERT: {"clerk", "publisher", "admin"},
        Permission.FIGURES: {"clerk", "editor", "publisher", "admin"},
        Permission.EDIT: {"editor", "publisher"},
        Permission.REVIEW: {"publisher"},
        Permission.PUBLISH: {"publisher"},
        Permission.STAFF: {"admin"},
        Permission.AUDIT: {"admin"},
        Permission.HALL: {"admin"},
    }


def test_roles_add_up_and_end_with_the_account() -> None:
    both = member(Role.CLERK, Role.EDITOR)
    assert both.may(Permission.CALL)
    assert both.may(Permission.EDIT)
    assert not both.may(Permission.STAFF)
    assert not replace(both, withdrawn_at=MONDAY_TEN).may(Permission.CALL)


@pytest.mark.parametrize(
    ("held", "account", "reason"),
    [
        (session(locked=True), member(Role.CLERK), "locked"),
        (session(day=TODAY - timedelta(days=1)), member(Role.CLERK), "day_over"),
        (session(generation=2), member(Role.CLERK), "account_changed"),
        (session(), member(Role.CLERK, withdrawn_at=MONDAY_TEN), "account_changed"),
        (session(), None, "account_changed"),
    ],
)
def test_a_session_that_is_over_does_nothing(held: StaffSession, account: StaffMember | None, reason: str) -> None:
    with pytest.raises(SessionEnded) as over:
        held.demand(account, Permission.CALL, TODAY)
    assert over.value.reason == reason


def test_a_session_does_what_the_roles_allow_and_nothing_else() -> None:
    session().demand(member(Role.CLERK), Permission.CALL, TODAY)
    with pytest.raises(NotPermitted) as refused:
        session().demand(member(Role.CLERK), Permission.PUBLISH, TODAY)
    assert refused.value.facts() == {"number": "07", "permission": "publish"}


@pytest.mark.parametrize("console", Console)
def test_a_quiet_console_locks_and_a_touch_puts_it_off(console: Console) -> None:
    quiet, limit = session(console=console), LOCK_AFTER[console].total_seconds()
    assert not quiet.must_lock(1000 + limit - 1)
    assert quiet.must_lock(1000 + limit)
    assert not quiet.touch(1000 + limit - 1).must_lock(1000 + limit)
    assert not quiet.lock().must_lock(1e9), "it is locked already"
    assert quiet.lock().touch(2000).touched == 1000


def test_a_clerk_who_serves_is_left_in_peace_for_longer() -> None:
    served = LOCK_AFTER_WHILE_SERVING.total_seconds()
    assert not session().must_lock(1000 + served - 1, serving=True)
    assert session().must_lock(1000 + served, serving=True)
