"""`kiosk audit …` as a process: whole or not, with facts; exit 0 or 1."""

from __future__ import annotations

from contextlib import closing

import pytest

from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, Answer, command
from tests.support.staff import PASSWORD, StaffDesk


def audit(data: DataDirectory, *words: str, typed: bytes = b"") -> Answer:
    return command(data, "audit", *words, "--json", now="", input=typed)


def record(data: DataDirectory, count: int) -> None:
    parts = Parts(data=data, environment={})
    for turn in range(count):
        with parts.unit_of_work() as uow:
            uow.audit.record(act="try", actor="os:x", at=MONDAY_TEN, subject="hall:test", details={"turn": turn})
            uow.commit()
    parts.close()


def change(data: DataDirectory, statement: str) -> None:
    with closing(driver().connect(str(data.database), isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_new_hall_is_whole(data: DataDirectory) -> None:
    answer = audit(data, "verify")
    assert answer.code == 0, answer.err
    zeros = "0" * 64
    assert answer.value == {
        "ok": True, "entry": 0, "head": zeros, "short": "0000-0000-0000-0000", "entries": 0, "note": "noted", "named_entry": None,
        "found": 0, "findings": [],
    }  # fmt: skip


def test_a_recorded_hall_is_whole_and_its_head_can_be_asked_for_later(data: DataDirectory) -> None:
    record(data, 3)
    head = audit(data, "head").value
    record(data, 2)
    answer = audit(data, "verify", "--head", head["short"].upper())
    assert answer.code == 0, answer.err
    assert (answer.value["entries"], answer.value["named_entry"]) == (5, 3)
    assert answer.err == ""
    assert audit(data, "verify", "--head", head["head"]).code == 0


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE audit_entry SET actor = 'os:y' WHERE id = 2", {"fault": "edited", "entry": 2}),
        ("DELETE FROM audit_entry WHERE id = 2", {"fault": "broken", "entry": 3}),
        ("DELETE FROM audit_entry WHERE id > 3", {"fault": "cut", "entry": 5}),
        ("DELETE FROM audit_entry", {"fault": "cut", "entry": 5}),
    ],
)
def test_tampering_is_told(data: DataDirectory, statement: str, finding: dict[str, object]) -> None:
    record(data, 5)
    change(data, statement)
    answer = audit(data, "verify")
    assert (answer.code, answer.value["ok"], answer.value["findings"]) == (1, False, [finding])
    assert answer.out.count("\n") == 1
    assert answer.err.count("\n") == 1
    assert answer.err.endswith("。\n")
    again = audit(data, "verify")
    assert again.value == answer.value, "looking mends nothing"


def test_a_copy_without_its_note_says_what_it_cannot_see(data: DataDirectory) -> None:
    record(data, 5)
    paper = audit(data, "head").value["short"]
    data.database.with_name("kiosk.sqlite3.head").unlink()
    missing = audit(data, "verify")
    assert (missing.code, missing.value["findings"]) == (1, [{"fault": "note_missing", "entry": None}])
    alone = audit(data, "verify", "--no-note")
    assert alone.code == 0
    assert "看不出来" in alone.err
    assert audit(data, "verify", "--no-note", "--head", paper).err == ""
    change(data, "DELETE FROM audit_entry WHERE id = 5")
    assert audit(data, "verify", "--no-note").code == 0
    cut = audit(data, "verify", "--no-note", "--head", paper)
    assert (cut.code, cut.value["findings"]) == (1, [{"fault": "head_unknown", "entry": None}])


def test_an_admin_notes_the_head_anew(data: DataDirectory) -> None:
    parts = Parts(data=data, environment={})
    from kiosk.infrastructure.argon2_secrets import Argon2Secrets

    StaffDesk(parts, hasher=Argon2Secrets()).admin()  # type: ignore[arg-type]
    parts.close()
    change(data, "DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)")
    assert audit(data, "verify").code == 1
    done = audit(data, "note-anew", "--as", "01", typed=f"{PASSWORD}\n".encode())
    assert done.code == 0, done.err
    assert audit(data, "verify").code == 0


def test_the_latest_acts(data: DataDirectory) -> None:
    record(data, 3)
    answer = audit(data, "list", "--limit", "2")
    assert [entry["entry"] for entry in answer.value] == [3, 2]
    assert answer.value[0] == {
        "entry": 3, "at": "2026-11-23T10:00:00+08:00", "actor": "os:x", "act": "try", "subject": "hall:test", "details": {"turn": 2},
    }  # fmt: skip


@pytest.mark.parametrize("words", [("verify", "--head", "abc"), ("list", "--limit", "0"), ("note-anew",), ()])
def test_wrong_usage(data: DataDirectory, words: tuple[str, ...]) -> None:
    assert audit(data, *words).code == 2
