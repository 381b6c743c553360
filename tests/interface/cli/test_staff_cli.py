"""`kiosk staff …` as a process: what is asked, told, refused, and never shown."""

from __future__ import annotations

import re

import pytest

from kiosk.domain.countdown import BootId, Uptime
from kiosk.domain.staff import StaffNumber
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import Answer, command

PASSWORD, PIN = "correct horse 9", "294715"


def staff(data: DataDirectory, *words: str, say: tuple[str, ...] = (), now: str = "") -> Answer:
    """`say`: what is typed, a line each."""
    return command(data, "staff", *words, "--json", now=now, input="".join(f"{line}\n" for line in say).encode())


@pytest.fixture
def admin(data: DataDirectory) -> DataDirectory:
    """A hall whose admin 01 has chosen a password."""
    code = staff(data, "first-admin").value["code"]
    chosen = staff(data, "set-secret", "01", say=(code, PASSWORD))
    assert (chosen.code, chosen.value) == (0, {"number": "01"}), chosen.err
    return data


def test_the_first_admin_gets_a_code_that_is_shown_once_and_stored_nowhere(data: DataDirectory) -> None:
    answer = staff(data, "first-admin")
    assert answer.code == 0, answer.err
    assert set(answer.value) == {"number", "code", "expires_at"}
    code = answer.value["code"]
    assert re.fullmatch(r"([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}", code)
    assert answer.out.count("\n") == 1
    assert answer.err == ""
    for path in (path for path in data.root.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert code.encode() not in content
        assert code.replace("-", "").encode() not in content
    listed = staff(data, "list")
    assert [(row["number"], row["roles"], row["secret"]) for row in listed.value] == [("01", ["admin"], "code")]
    assert code not in listed.out
    assert code not in command(data, "audit", "list", "--json", now="").out


@pytest.mark.slow
def test_a_whole_account_from_beginning_to_end(admin: DataDirectory) -> None:
    added = staff(admin, "add", "07", "--role", "clerk", "--label", "3 号窗口", "--as", "01", say=(PASSWORD,))
    assert added.code == 0, added.err
    assert staff(admin, "set-secret", "07", say=(added.value["code"].lower(), PIN)).code == 0
    assert staff(admin, "label", "07", "--as", "01", say=(PASSWORD,)).code == 0
    changed = staff(admin, "roles", "07", "--role", "clerk", "--role", "editor", "--as", "01", say=(PASSWORD,))
    assert set(changed.value) == {"number", "code", "expires_at"}, "a PIN is too little for an editor"
    assert staff(admin, "new-code", "07", "--as", "01", say=(PASSWORD,)).value["code"] != changed.value["code"]
    assert staff(admin, "withdraw", "07", "--as", "01", say=(PASSWORD,)).value == {"number": "07"}
    row = staff(admin, "list").value[1]
    assert (row["number"], row["label"], row["secret"], row["roles"]) == ("07", None, None, ["clerk", "editor"])
    assert row["withdrawn_at"] is not None
    acts = [(entry["actor"], entry["act"]) for entry in command(admin, "audit", "list", "--json", now="").value]
    assert acts[:3] == [("staff:01", "staff sign-out"), ("staff:01", "staff withdraw"), ("staff:01", "staff sign-in")]


@pytest.mark.slow
def test_a_wrong_password_does_nothing_and_after_three_the_account_waits_whatever_the_clock_says(admin: DataDirectory) -> None:
    for left in (2, 1, 0):
        wrong = staff(admin, "add", "07", "--role", "clerk", "--as", "01", say=("wrong horse 9",))
        assert (wrong.code, wrong.value) == (
            1,
            {"refused": "WrongSecret", "number": "01", "kind": "password", "tries_left": left, "delay_minutes": 1},
        )
        assert "密码不对" in wrong.err
        assert "wrong horse" not in wrong.out + wrong.err
    for clock in ("", "2026-11-20T10:00:00+08:00", "2031-01-01T10:00:00+08:00"):
        waits = staff(admin, "add", "07", "--role", "clerk", "--as", "01", say=(PASSWORD,), now=clock)
        assert waits.value["refused"] == "SignInDelayed"
        assert 0 < waits.value["seconds_left"] <= 60
    assert [row["number"] for row in staff(admin, "list").value] == ["01"]
    _let_a_minute_pass(admin)
    assert staff(admin, "add", "07", "--role", "clerk", "--as", "01", say=(PASSWORD,)).code == 0


def _let_a_minute_pass(data: DataDirectory) -> None:
    """As another machine that has been looking for a minute would have noted it."""
    parts = Parts(data=data, environment={})
    for seconds in (1.0, 61.5):
        with parts.unit_of_work() as uow:
            uow.staff.delay_left(StaffNumber("01"), Uptime(BootId("another"), seconds))
            uow.commit()
    parts.close()


@pytest.mark.parametrize(
    "words",
    [
        ("add", "7", "--role", "clerk", "--as", "01"),
        ("add", "07", "--role", "boss", "--as", "01"),
        ("add", "07", "--as", "01"),
        ("add", "07", "--role", "clerk"),
        ("add", "07", "--role", "clerk", "--as", "01", "--label", "x" * 21),
        ("set-secret", "07", "294715"),
        ("first-admin", "--number", "x"),
        ("nothing",),
    ],
)
def test_wrong_usage(data: DataDirectory, words: tuple[str, ...]) -> None:
    assert staff(data, *words).code == 2


@pytest.mark.parametrize("words", [("add", "07", "--role", "clerk", "--as", "01"), ("set-secret", "01")])
def test_without_a_password_nothing_is_tried(admin: DataDirectory, words: tuple[str, ...]) -> None:
    answer = staff(admin, *words)
    assert (answer.code, answer.out) == (2, "")
    assert "没有输入密码" in answer.err


def test_a_live_hall_calls_through_nobody_who_has_not_signed_in(admin: DataDirectory) -> None:
    settings = admin.hall_settings.read_text(encoding="utf-8")
    admin.hall_settings.write_text(settings.replace("live = false", "live = true"), encoding="utf-8")
    added = staff(admin, "add", "07", "--role", "clerk", "--as", "01", say=(PASSWORD,))
    assert added.code == 0, added.err
    called = command(admin, "counter-call", "--counter", "1", "--json", now="")
    assert (called.code, called.value) == (1, {"refused": "ForbiddenOnLiveHall", "act": "counter-call"})
