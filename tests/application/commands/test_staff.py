"""Signing in, waiting after wrong tries, replacing secrets, looking after accounts: on a real database, with time set by hand."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest

from kiosk.application.commands.audit import note_head_anew
from kiosk.application.commands.staff import acting, lock, sign_out, unlock
from kiosk.application.commands.staff_accounts import add_member, change_label, change_roles, give_new_code, release_member, withdraw_member
from kiosk.application.queries.staff import staff_seen
from kiosk.domain.refusals import (
    AdminExists,
    CodeExpired,
    LastAdmin,
    NotPermitted,
    Refused,
    SecretMustBeReplaced,
    SessionEnded,
    SignInDelayed,
    StaffNumberTaken,
    UnknownStaff,
    WeakSecret,
    WrongSecret,
)
from kiosk.domain.staff import CODE_LIFE, Console, Permission, Role, SignOutReason, StaffNumber, StaffSession
from kiosk.infrastructure.argon2_secrets import Argon2Secrets
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.staff import CLERK, PASSWORD, PIN, HandUptime, StaffDesk

ADMIN = StaffNumber("01")


@pytest.fixture
def desk(parts: Parts) -> StaffDesk:
    return StaffDesk(parts)


def wrong(desk: StaffDesk, times: int = 1, number: StaffNumber = CLERK) -> WrongSecret:
    for _ in range(times - 1):
        wrong(desk, number=number)
    with pytest.raises(WrongSecret) as refused:
        desk.sign_in(number, "111222")
    return refused.value


def delayed(desk: StaffDesk) -> int:
    with pytest.raises(SignInDelayed) as refused:
        desk.sign_in()
    return refused.value.seconds_left


# -- the first admin --------------------------------------------------------------------------------------------------------------


def test_a_new_hall_has_no_account_and_no_password_that_everybody_knows(desk: StaffDesk) -> None:
    assert staff_seen(snapshot=desk.parts.snapshot(), uptime=desk.uptime) == ()
    for secret in ("", "admin", "000000", "123456"):
        with pytest.raises(UnknownStaff):
            desk.sign_in(ADMIN, secret)


def test_the_first_admin_signs_in_with_a_password_and_never_with_the_code(desk: StaffDesk) -> None:
    given = desk.first_admin()
    with pytest.raises(SecretMustBeReplaced) as refused:
        desk.sign_in(ADMIN, given.code)
    assert refused.value.facts() == {"number": "01", "wanted": "password"}
    desk.choose(given, PASSWORD)
    assert desk.sign_in(ADMIN, PASSWORD).number == ADMIN
    with pytest.raises(WrongSecret):
        desk.sign_in(ADMIN, given.code)


def test_the_first_admin_is_made_once(desk: StaffDesk) -> None:
    first = desk.first_admin()
    second = desk.first_admin(number=StaffNumber("99"))
    assert second.number == ADMIN, "asked for again before it was used: the same account, another code"
    with pytest.raises(WrongSecret):
        desk.choose(first, PASSWORD)
    desk.choose(second, PASSWORD)
    with pytest.raises(AdminExists):
        desk.first_admin()
    with pytest.raises(AdminExists):
        desk.first_admin(number=StaffNumber("99"))
    assert len(staff_seen(snapshot=desk.parts.snapshot(), uptime=desk.uptime)) == 1


def test_a_lost_admin_gets_a_code_from_whoever_runs_the_machine_and_the_audit_says_who(desk: StaffDesk) -> None:
    before = desk.admin()
    desk.choose(desk.first_admin(lost=True), "another horse 8")
    assert desk.sign_in(ADMIN, "another horse 8").number
    assert ("os:test", "staff first-admin", "staff:01") in desk.acts()
    with pytest.raises(SessionEnded):
        withdraw_member(session=before, number=ADMIN, **desk.deed)


def test_a_clerk_does_not_become_admin_by_being_named(desk: StaffDesk) -> None:
    desk.ready_clerk()
    with pytest.raises(StaffNumberTaken):
        desk.first_admin(number=CLERK, lost=True)


# -- codes ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["clock", "running_time", "clock_set_back"])
def test_a_code_expires(desk: StaffDesk, by: str) -> None:
    given = desk.first_admin()
    match by:
        case "clock":
            desk.clock.moment += CODE_LIFE
        case "running_time":
            desk.uptime.seconds += CODE_LIFE.total_seconds()
        case _:
            desk.clock.moment -= CODE_LIFE
    with pytest.raises(CodeExpired):
        desk.choose(given, PASSWORD)
    desk.choose(desk.first_admin(), PASSWORD)


def test_a_code_lives_until_then(desk: StaffDesk) -> None:
    given = desk.first_admin()
    desk.clock.moment += CODE_LIFE - timedelta(seconds=1)
    desk.uptime.seconds += CODE_LIFE.total_seconds() - 1
    desk.choose(given, PASSWORD)


def test_setting_the_clock_back_and_forth_keeps_no_code_alive(desk: StaffDesk) -> None:
    given = desk.first_admin()
    for expected in (*[SecretMustBeReplaced] * 5, CodeExpired):
        desk.clock.moment = given.expires_at - CODE_LIFE
        desk.uptime.seconds += CODE_LIFE.total_seconds() / 6
        with pytest.raises(expected):
            desk.sign_in(ADMIN, given.code)


def test_a_forgotten_pin_is_void_at_once_and_its_sessions_are_over(desk: StaffDesk) -> None:
    desk.ready_clerk()
    clerk = desk.sign_in()
    given = give_new_code(session=desk.admin(), number=CLERK, **desk.needs)
    with pytest.raises(WrongSecret):
        desk.sign_in()
    with pytest.raises(SessionEnded), desk.parts.unit_of_work() as uow:
        acting(session=clerk, needs=Permission.CALL, uow=uow, clock=desk.clock)
    desk.choose(given, "583920")
    assert desk.sign_in(secret="583920").number


# -- wrong tries ------------------------------------------------------------------------------------------------------------------


def test_the_wait_grows_and_a_right_try_ends_the_counting(desk: StaffDesk) -> None:
    desk.ready_clerk()
    for minutes in (1, 5, 15, 60, 60):
        assert [wrong(desk).facts() for _ in range(3)] == [
            {"number": "07", "kind": "pin", "tries_left": left, "delay_minutes": minutes} for left in (2, 1, 0)
        ]
        assert delayed(desk) == minutes * 60
        desk.uptime.seconds += minutes * 60 - 1
        assert delayed(desk) == 1
        desk.uptime.seconds += 1
    assert desk.sign_in().number == CLERK
    assert wrong(desk).facts()["delay_minutes"] == 1


def test_a_right_pin_on_the_last_try_of_a_round_is_right(desk: StaffDesk) -> None:
    desk.ready_clerk()
    wrong(desk, 2)
    assert desk.sign_in().number
    assert desk.sign_in().number


@pytest.mark.parametrize("step", [timedelta(days=-400), timedelta(hours=-1), timedelta(minutes=2), timedelta(days=400)])
def test_no_setting_of_the_clock_frees_or_locks(desk: StaffDesk, step: timedelta) -> None:
    desk.ready_clerk()
    wrong(desk, 3)
    desk.clock.moment += step
    assert delayed(desk) == 60
    desk.uptime.seconds += 60
    assert desk.sign_in().number


def test_a_restart_frees_nobody_and_locks_nobody_for_ever(desk: StaffDesk) -> None:
    desk.ready_clerk()
    wrong(desk, 3)
    desk.uptime.seconds += 60
    wrong(desk, 3)
    desk.uptime.seconds += 100
    assert delayed(desk) == 200
    desk.parts.close()
    again = StaffDesk(Parts(data=desk.parts.data, environment={}), uptime=HandUptime("boot-2", 5_000_000))
    assert delayed(again) == 200, "what the machine has been running before counts for nothing"
    again.uptime.seconds += 200
    assert again.sign_in().number
    again.parts.close()


def test_another_console_does_not_wait_less(desk: StaffDesk) -> None:
    desk.ready_clerk()
    wrong(desk, 3)
    other = StaffDesk(desk.parts, uptime=HandUptime("other-machine", 9_999))
    assert delayed(other) == 60
    other.uptime.seconds += 30
    assert delayed(other) == 30
    assert delayed(desk) == 30, "what one machine has seen pass has passed"


def test_another_clerk_opens_the_counter_meanwhile(desk: StaffDesk) -> None:
    desk.ready_clerk()
    desk.ready_clerk(StaffNumber("11"))
    wrong(desk, 3)
    assert desk.sign_in(StaffNumber("11"), PIN).number
    assert delayed(desk) == 60


def test_an_admin_ends_the_wait(desk: StaffDesk) -> None:
    desk.ready_clerk()
    wrong(desk, 3)
    release_member(session=desk.admin(), number=CLERK, **desk.deed)
    assert wrong(desk).facts()["delay_minutes"] == 1
    assert desk.sign_in().number


def test_a_refusal_while_waiting_looks_at_no_secret_and_writes_no_entry(desk: StaffDesk) -> None:
    desk.ready_clerk()
    wrong(desk, 3)
    before = desk.acts()
    desk.hasher.before_answer = lambda: pytest.fail("looked at the secret")
    delayed(desk)
    desk.hasher.before_answer = None
    assert desk.acts() == before


def test_tries_at_several_consoles_at_once_each_count(desk: StaffDesk) -> None:
    """Each console asks while the one before is still hashing: nobody gets more than a round out of it."""
    desk.ready_clerk()
    refusals: list[Refused] = []

    def try_on(depth: int) -> None:
        if depth < 6:
            desk.hasher.before_answer = lambda: try_on(depth + 1)
        try:
            desk.sign_in(secret="111222")
        except (WrongSecret, SignInDelayed) as refused:
            refusals.append(refused)

    try_on(0)
    kinds = [type(refused) for refused in refusals]
    assert kinds.count(WrongSecret) == 3
    assert kinds.count(SignInDelayed) == 1, "the fourth finds the wait that the third has brought"
    desk.hasher.before_answer = None
    assert delayed(desk) == 60


def test_a_try_counts_even_if_its_console_dies_over_it(desk: StaffDesk) -> None:
    class Killed(BaseException):
        pass

    def die() -> None:
        raise Killed

    desk.ready_clerk()
    for _ in range(3):
        desk.hasher.before_answer = die
        with pytest.raises(Killed):
            desk.sign_in(secret="111222")
    assert delayed(desk) == 60


def test_a_pin_that_is_replaced_while_it_is_looked_at_opens_nothing(desk: StaffDesk) -> None:
    desk.ready_clerk()
    admin = desk.admin()
    desk.hasher.before_answer = lambda: withdraw_member(session=admin, number=CLERK, **desk.deed)
    with pytest.raises(SessionEnded):
        desk.sign_in()


def test_hashes_of_older_parameters_are_renewed_at_sign_in(desk: StaffDesk) -> None:
    desk.ready_clerk()
    desk.hasher.version = 2
    first = desk.sign_in()
    with desk.parts.snapshot() as snapshot:
        account = snapshot.staff.account(CLERK)
    assert account is not None
    assert account.secret == desk.hasher.hash(PIN)
    assert desk.sign_in().generation == first.generation, "the session of before goes on"


# -- secrets of one's own -----------------------------------------------------------------------------------------------------------


def test_a_clerk_chooses_a_pin_and_others_a_password(desk: StaffDesk) -> None:
    code = desk.clerk()
    with pytest.raises(WeakSecret) as weak:
        desk.choose(code, PASSWORD)
    assert weak.value.wanted == "pin"
    desk.choose(code, PIN)
    editor = desk.clerk(StaffNumber("20"), Role.CLERK, Role.EDITOR)
    with pytest.raises(WeakSecret) as weak:
        desk.choose(editor, PIN)
    assert weak.value.wanted == "password"
    desk.choose(editor, PASSWORD)


def test_a_weak_choice_costs_no_try(desk: StaffDesk) -> None:
    code = desk.clerk()
    for _ in range(5):
        with pytest.raises(WeakSecret):
            desk.choose(code, "123456")
    desk.choose(code, PIN)


def test_a_new_pin_is_another_one(desk: StaffDesk) -> None:
    desk.ready_clerk()
    with pytest.raises(WeakSecret) as weak:
        desk.replace(CLERK, PIN, PIN)
    assert weak.value.reason == "same_as_before"
    desk.replace(CLERK, PIN, "583920")
    with pytest.raises(WrongSecret):
        desk.sign_in()


def test_choosing_a_pin_counts_wrong_tries_too(desk: StaffDesk) -> None:
    desk.ready_clerk()
    for _ in range(3):
        with pytest.raises(WrongSecret):
            desk.replace(CLERK, "111222", "583920")
    assert delayed(desk) == 60


def test_a_role_that_needs_a_password_voids_the_pin(desk: StaffDesk) -> None:
    desk.ready_clerk()
    given = change_roles(session=desk.admin(), number=CLERK, roles=frozenset({Role.CLERK, Role.PUBLISHER}), **desk.needs)
    assert given is not None
    with pytest.raises(WrongSecret):
        desk.sign_in()
    desk.choose(given, PASSWORD)
    assert desk.sign_in(secret=PASSWORD).number
    assert change_roles(session=desk.admin(), number=CLERK, roles=frozenset({Role.EDITOR}), **desk.needs) is None


def test_a_pin_that_was_chosen_while_the_roles_changed_is_not_taken(desk: StaffDesk) -> None:
    code = desk.clerk()
    admin = desk.admin()
    desk.hasher.before_answer = lambda: change_roles(session=admin, number=CLERK, roles=frozenset({Role.ADMIN}), **desk.needs)  # type: ignore[assignment]
    with pytest.raises(SessionEnded):
        desk.choose(code, PIN)


# -- sessions -----------------------------------------------------------------------------------------------------------------------


def test_a_locked_console_is_opened_by_its_person_again(desk: StaffDesk) -> None:
    desk.ready_clerk()
    session = lock(session=desk.sign_in(), idle=True, place="counter:3", **desk.deed)
    with pytest.raises(SessionEnded), desk.parts.unit_of_work() as uow:
        acting(session=session, needs=Permission.CALL, uow=uow, clock=desk.clock)
    with pytest.raises(WrongSecret):
        unlock(session=session, secret="111222", place="counter:3", **desk.needs)
    opened = unlock(session=session, secret=PIN, place="counter:3", **desk.needs)
    with desk.parts.unit_of_work() as uow:
        assert acting(session=opened, needs=Permission.CALL, uow=uow, clock=desk.clock) == "staff:07"


def test_who_signs_in_is_the_one_who_acts_and_only_today(desk: StaffDesk) -> None:
    desk.ready_clerk()
    session = desk.sign_in()
    assert (session.console, session.locked, session.touched) == (Console.COUNTER, False, desk.uptime.seconds)
    desk.clock.moment += timedelta(days=1)
    with pytest.raises(SessionEnded) as over, desk.parts.unit_of_work() as uow:
        acting(session=session, needs=Permission.CALL, uow=uow, clock=desk.clock)
    assert over.value.reason == "day_over"


def test_a_clerk_does_nothing_that_is_an_admins(desk: StaffDesk) -> None:
    desk.ready_clerk()
    clerk, other = desk.sign_in(), StaffNumber("33")
    for deed in (
        lambda: add_member(session=clerk, number=other, label=None, roles=frozenset({Role.ADMIN}), **desk.needs),
        lambda: give_new_code(session=clerk, number=ADMIN, **desk.needs),
        lambda: change_roles(session=clerk, number=CLERK, roles=frozenset({Role.ADMIN}), **desk.needs),
        lambda: change_label(session=clerk, number=CLERK, label="x", **desk.deed),
        lambda: release_member(session=clerk, number=CLERK, **desk.deed),
        lambda: withdraw_member(session=clerk, number=ADMIN, **desk.deed),
        lambda: note_head_anew(session=clerk, **desk.deed),
    ):
        before = desk.acts()
        with pytest.raises(NotPermitted):
            deed()
        assert desk.acts() == before


# -- accounts -----------------------------------------------------------------------------------------------------------------------


def test_a_number_is_given_once_for_ever(desk: StaffDesk) -> None:
    desk.ready_clerk()
    with pytest.raises(StaffNumberTaken):
        desk.clerk()
    withdraw_member(session=desk.admin(), number=CLERK, **desk.deed)
    with pytest.raises(StaffNumberTaken):
        desk.clerk()


def test_who_leaves_is_out_at_once_and_leaves_no_label(desk: StaffDesk) -> None:
    desk.ready_clerk()
    change_label(session=desk.admin(), number=CLERK, label="三号", **desk.deed)
    clerk = desk.sign_in()
    withdraw_member(session=desk.admin(), number=CLERK, **desk.deed)
    with pytest.raises(UnknownStaff) as refused:
        desk.sign_in()
    assert refused.value.facts() == {"number": "07", "withdrawn": True}
    with pytest.raises(SessionEnded), desk.parts.unit_of_work() as uow:
        acting(session=clerk, needs=Permission.CALL, uow=uow, clock=desk.clock)
    seen = next(seen for seen in staff_seen(snapshot=desk.parts.snapshot(), uptime=desk.uptime) if seen.number == CLERK)
    assert seen.label is None
    assert seen.withdrawn_at is not None


def test_the_last_admin_who_can_sign_in_stays(desk: StaffDesk) -> None:
    admin = desk.admin()
    pending = desk.clerk(StaffNumber("02"), Role.ADMIN)
    deeds = (
        lambda: withdraw_member(session=admin, number=ADMIN, **desk.deed),
        lambda: change_roles(session=admin, number=ADMIN, roles=frozenset({Role.CLERK}), **desk.needs),
        lambda: give_new_code(session=admin, number=ADMIN, **desk.needs),
    )
    for deed in deeds:
        with pytest.raises(LastAdmin):
            deed()  # type: ignore[no-untyped-call]
    desk.choose(pending, PASSWORD)
    withdraw_member(session=admin, number=ADMIN, **desk.deed)


def test_nobody_is_somebody(desk: StaffDesk) -> None:
    admin, nobody = desk.admin(), StaffNumber("99")
    for deed in (
        lambda: give_new_code(session=admin, number=nobody, **desk.needs),
        lambda: change_roles(session=admin, number=nobody, roles=frozenset({Role.CLERK}), **desk.needs),
        lambda: change_label(session=admin, number=nobody, label=None, **desk.deed),
        lambda: release_member(session=admin, number=nobody, **desk.deed),
        lambda: withdraw_member(session=admin, number=nobody, **desk.deed),
        lambda: desk.sign_in(nobody),
    ):
        with pytest.raises(UnknownStaff):
            deed()


# -- audit and privacy ----------------------------------------------------------------------------------------------------------------


def whole_story(desk: StaffDesk) -> list[str]:
    """Everything that can happen to accounts; gives what must be written nowhere."""
    given = desk.first_admin()
    desk.choose(given, PASSWORD)
    admin: StaffSession = desk.sign_in(ADMIN, PASSWORD, Console.DESK)
    code = add_member(session=admin, number=CLERK, label="三号窗口", roles=frozenset({Role.CLERK}), **desk.needs)
    desk.choose(code, PIN)
    wrong(desk, 3)
    release_member(session=admin, number=CLERK, **desk.deed)
    clerk = lock(session=desk.sign_in(), idle=False, place="counter:3", **desk.deed)
    clerk = unlock(session=clerk, secret=PIN, place="counter:3", **desk.needs)
    sign_out(session=clerk, reason=SignOutReason.ASKED, place="counter:3", **desk.deed)
    new = give_new_code(session=admin, number=CLERK, **desk.needs)
    role = change_roles(session=admin, number=CLERK, roles=frozenset({Role.EDITOR}), **desk.needs)
    assert role is not None
    change_label(session=admin, number=CLERK, label="一号桌", **desk.deed)
    withdraw_member(session=admin, number=CLERK, **desk.deed)
    sign_out(session=admin, reason=SignOutReason.DAY_OVER, place="desk", **desk.deed)
    return [given.code, code.code, new.code, role.code, PIN, PASSWORD, "111222"]


def test_every_act_stands_in_the_audit(desk: StaffDesk) -> None:
    whole_story(desk)
    assert [act for _, act, _ in desk.acts()] == [
        "staff first-admin", "staff secret", "staff sign-in", "staff add", "staff secret", "staff wrong secret", "staff wrong secret",
        "staff wrong secret", "staff release", "staff sign-in", "staff lock", "staff unlock", "staff sign-out", "staff new-code",
        "staff roles", "staff label", "staff withdraw", "staff sign-out",
    ]  # fmt: skip
    assert {actor for actor, _, _ in desk.acts()} == {"os:test", "staff:01", "staff:07"}


def test_no_secret_code_or_label_is_written_anywhere_but_as_a_hash(desk: StaffDesk, data: DataDirectory) -> None:
    desk.hasher = Argon2Secrets()  # type: ignore[assignment]
    secrets = whole_story(desk)
    with desk.parts.snapshot() as snapshot:
        audited = "\n".join(str(entry) for entry in snapshot.audit.latest(1000))
    assert "三号窗口" not in audited
    assert "一号桌" not in audited
    desk.parts.close()
    files = [path for path in data.root.rglob("*") if path.is_file()]
    assert data.database in files
    for path in files:
        content = path.read_bytes()
        assert [secret for secret in secrets if secret.encode() in content] == [], path
        assert "一号桌".encode() not in content, "who has left has no label, in no page of the file"


def test_a_session_stands_on_no_disk(desk: StaffDesk, data: DataDirectory) -> None:
    """Signing in changes nothing in the database but the audit: whoever steals the disk finds nobody signed in."""
    desk.ready_clerk()
    before = everything_but_the_audit(data)
    desk.sign_in()
    assert everything_but_the_audit(data) == before
    assert desk.acts()[-1] == ("staff:07", "staff sign-in", "staff:07")


def everything_but_the_audit(data: DataDirectory) -> dict[str, list[object]]:
    with closing(driver().connect(str(data.database))) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'audit_entry'")]
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608
