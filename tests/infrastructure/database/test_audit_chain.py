"""The audit's chain on disk: appended with the act or not at all, by one process at a time, noted beside the database; every tampering is found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from kiosk.application.commands.audit import note_head_anew
from kiosk.application.ports import UnitOfWork
from kiosk.application.queries.audit import AuditReport, audit_head, verify_audit
from kiosk.application.unavailable import DataFolderReadOnly
from kiosk.domain.audit import EMPTY_HEAD, ChainFault, ChainHead, NotedHead, NoteState, head_digits
from kiosk.infrastructure.database import audit_head as audit_head_file
from kiosk.infrastructure.database import first_use as first_use_module
from kiosk.infrastructure.database.audit import append_raw
from kiosk.infrastructure.database.audit_head import AuditHeadFile
from kiosk.infrastructure.database.engine import WRITING, open_engine
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import CHECKOUT, MONDAY_TEN, environment
from tests.support.staff import StaffDesk
from tests.support.tampering import KINDS, NEED_AN_ANCHOR, tamper

ENTRIES = 24


def record(parts: Parts, *turns: int, commit: bool = True) -> None:
    with parts.unit_of_work() as uow:
        for turn in turns:
            uow.audit.record(act="try", actor="os:某人", at=MONDAY_TEN, subject="hall:test", details={"turn": turn, "what": "一二三"})
        if commit:
            uow.commit()


def verify(parts: Parts, **options: object) -> AuditReport:
    return verify_audit(uow=parts.unit_of_work(), snapshot=parts.snapshot(), **options)  # type: ignore[arg-type]


def faults(report: AuditReport) -> list[tuple[str, int | None]]:
    return [(finding.fault.value, finding.entry) for finding in report.findings]


def heads(parts: Parts) -> AuditHeadFile:
    return AuditHeadFile.beside(parts.database)


@pytest.fixture(scope="module")
def recorded(first_use: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with ENTRIES acts, some of them several in one transaction."""
    folder = tmp_path_factory.mktemp("recorded") / "data"
    shutil.copytree(first_use, folder)
    parts = Parts(data=DataDirectory(folder), environment={})
    for turn in range(0, ENTRIES, 3):
        record(parts, turn)
        record(parts, turn + 1, turn + 2)
    parts.close()
    with closing(driver().connect(str(DataDirectory(folder).database))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


@pytest.fixture
def hall(recorded: Path, tmp_path: Path) -> Iterator[Parts]:
    shutil.copytree(recorded, tmp_path / "hall")
    parts = Parts(data=DataDirectory(tmp_path / "hall"), environment={})
    yield parts
    parts.close()


# -- appending --------------------------------------------------------------------------------------------------------------------


def test_a_new_hall_has_an_empty_chain_that_is_whole(parts: Parts) -> None:
    report = verify(parts)
    assert (report.whole, report.entries, report.head, report.note) == (True, 0, EMPTY_HEAD, NoteState.NOTED)


def test_every_act_lengthens_the_chain_and_the_noted_head_with_it(parts: Parts) -> None:
    record(parts, 1)
    record(parts, 2, 3)
    report = verify(parts)
    assert (report.whole, report.entries) == (True, 3)
    assert report.head == heads(parts).read().settled == heads(parts).read().announced == audit_head(snapshot=parts.snapshot())


def test_an_act_that_is_rolled_back_leaves_nothing(parts: Parts) -> None:
    record(parts, 1)
    before = heads(parts).read()
    record(parts, 2, commit=False)
    with pytest.raises(ZeroDivisionError), parts.unit_of_work() as uow:
        recorded_and_failed(uow)
    assert heads(parts).read() == before
    assert verify(parts).entries == 1


def recorded_and_failed(uow: UnitOfWork) -> None:
    uow.audit.record(act="try", actor="os:x", at=MONDAY_TEN, subject="hall", details={})
    raise ZeroDivisionError


def test_a_unit_of_work_may_be_used_again(parts: Parts) -> None:
    uow = parts.unit_of_work()
    for turn in range(2):
        with uow:
            uow.audit.record(act="try", actor="os:x", at=MONDAY_TEN, subject="hall", details={"turn": turn})
            uow.commit()
            uow.audit.record(act="again", actor="os:x", at=MONDAY_TEN, subject="hall", details={"turn": turn})
            uow.commit()
    report = verify(parts)
    assert (report.whole, report.entries) == (True, 4)


def test_texts_of_every_kind_are_hashed_as_they_are_stored(parts: Parts) -> None:
    with parts.unit_of_work() as uow:
        uow.audit.record(act="try", actor="os:\udcff", at=MONDAY_TEN, subject='"\\', details={"what": "\x00\u2028𠮷", "many": ("a", "b")})
        uow.commit()
    assert verify(parts).whole
    with parts.snapshot() as snapshot:
        (entry,) = snapshot.audit.latest(1)
    assert (entry.actor, entry.details) == ("os:\\udcff", {"what": "\x00\u2028𠮷", "many": ["a", "b"]})


def test_a_fork_is_refused_by_the_database(hall: Parts) -> None:
    with closing(driver().connect(str(hall.database), isolation_level=None)) as connection, pytest.raises(driver().IntegrityError):
        connection.execute(
            "INSERT INTO audit_entry SELECT id + 100, at, actor, act, subject, details, former, 'other' FROM audit_entry WHERE id = 5"
        )


def test_code_below_sqlalchemy_appends_to_the_same_chain(hall: Parts) -> None:
    with closing(driver().connect(str(hall.database), isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        before, after = append_raw(connection, at="2026", actor="kiosk", act="recover", subject="hall:database", details="{}")
        with heads(hall).announced(before, after):
            connection.execute("COMMIT")
    record(hall, 1)
    report = verify(hall)
    assert (report.whole, report.entries) == (True, ENTRIES + 2)


# -- the noted head -----------------------------------------------------------------------------------------------------------------


def leave_announced(hall: Parts, before: ChainHead, after: ChainHead) -> None:
    with pytest.raises(KeyboardInterrupt), heads(hall).announced(before, after, whatever_stands=True):
        raise KeyboardInterrupt
    assert heads(hall).read() == NotedHead(NoteState.NOTED, before, after)


def test_a_kill_between_announcement_and_commit_or_between_commit_and_settling_is_no_tampering(hall: Parts) -> None:
    head = audit_head(snapshot=hall.snapshot())
    leave_announced(hall, head, ChainHead(head.entry + 1, "a" * 64))
    assert verify(hall).whole, "announced and never committed"
    record(hall, 1)
    after = audit_head(snapshot=hall.snapshot())
    leave_announced(hall, head, after)
    assert verify(hall).whole, "committed and never settled"
    record(hall, 2)
    assert verify(hall).whole


def test_a_note_that_does_not_fit_is_kept_as_evidence_and_the_hall_goes_on(hall: Parts) -> None:
    noted = heads(hall).read()
    with closing(driver().connect(str(hall.database))) as connection:
        connection.execute("DELETE FROM audit_entry WHERE id = ?", (ENTRIES,))
        connection.commit()
    for turn in range(3):
        record(hall, turn)
    assert heads(hall).read() == noted
    assert faults(verify(hall)) == [("rewritten", ENTRIES)]


def test_a_note_that_was_deleted_is_not_made_anew_by_the_next_act(hall: Parts) -> None:
    note = hall.database.with_name(f"{hall.database.name}.head")
    note.unlink()
    record(hall, 1)
    assert faults(verify(hall)) == [("note_missing", None)]
    note.write_bytes(b"something else\n")
    record(hall, 2)
    assert faults(verify(hall)) == [("note_unreadable", None)]


def test_an_admin_notes_the_head_anew_and_the_audit_says_what_was_noted_before(hall: Parts) -> None:
    desk = StaffDesk(hall)
    admin = desk.admin()
    before = heads(hall).read()
    with closing(driver().connect(str(hall.database))) as connection:
        connection.execute("DELETE FROM audit_entry WHERE id > ?", (ENTRIES,))
        connection.commit()
    assert faults(verify(hall)) == [("cut", before.settled.entry)]
    head = note_head_anew(session=admin, **desk.deed)
    report = verify(hall)
    assert (report.whole, report.head) == (True, head)
    with hall.snapshot() as snapshot:
        (entry,) = snapshot.audit.latest(1)
    assert (entry.actor, entry.act) == ("staff:01", "audit note-anew")
    assert entry.details["noted_head"] == before.settled.digest
    record(hall, 1)
    assert verify(hall).whole


def test_without_room_for_the_note_the_act_is_not_done(hall: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    with monkeypatch.context() as patched:
        patched.setattr(audit_head_file, "_write", refuse)
        with pytest.raises(DataFolderReadOnly):
            record(hall, 1)
    assert (verify(hall).whole, verify(hall).entries) == (True, ENTRIES)


# -- migration ----------------------------------------------------------------------------------------------------------------------


OLD = [(entry, "2026-11-20T09:00:00+08:00", "os:某人", "catalog load", f"edition:{entry}", '{"hash": "一"}') for entry in (1, 2, 5, 6)]
"""Entries as the program of before the chain has written them; a gap among them."""


def before_the_chain(path: Path, entries: list[tuple[int, str, str, str, str, str]]) -> None:
    """A database of revision 0004, made by its own migrations."""
    engine = open_engine(path)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(first_use_module.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
        for entry in entries:
            connection.exec_driver_sql("INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?)", entry)
    engine.dispose()


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Parts]:
    data = DataDirectory(tmp_path / "old")
    data.root.mkdir()
    before_the_chain(data.database, OLD)
    parts = Parts(data=data, environment={})
    parts.prepare()
    yield parts
    parts.close()


def test_entries_of_before_are_chained_as_they_are(migrated: Parts) -> None:
    assert heads(migrated).read().settled.entry == 6
    record(migrated, 1)
    report = verify(migrated)
    assert (report.whole, report.entries, report.head.entry, report.note) == (True, 5, 7, NoteState.NOTED)
    with migrated.snapshot() as snapshot:
        kept = [(entry.entry, entry.at, entry.actor, entry.act, entry.subject, entry.details) for entry in snapshot.audit.latest(99)][1:]
    assert kept == [(*entry[:5], {"hash": "一"}) for entry in reversed(OLD)]


def test_whoever_has_the_program_chain_a_forged_database_is_found_by_what_was_noted(migrated: Parts) -> None:
    migrated.close()
    for end in ("", "-wal", "-shm"):
        migrated.database.with_name(f"{migrated.database.name}{end}").unlink(missing_ok=True)
    before_the_chain(migrated.database, [*OLD[:2], (5, *OLD[2][1:2], "staff:99", *OLD[2][3:]), OLD[3]])
    again = Parts(data=migrated.data, environment={})
    again.prepare()
    try:
        assert faults(verify(again)) == [("rewritten", 6)]
    finally:
        again.close()


# -- several processes ----------------------------------------------------------------------------------------------------------------


def start(deed: str, data: DataDirectory, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.recorder", deed, str(data.root), name, str(count)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment(""),
    )  # fmt: skip


def go(processes: list[subprocess.Popen[str]]) -> None:
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()


def told(process: subprocess.Popen[str]) -> list[str]:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.splitlines()


@pytest.mark.slow
def test_processes_that_append_at_once_make_one_chain_and_a_kill_breaks_nothing(data: DataDirectory) -> None:
    processes = [start("record", data, f"os:{name}", 60) for name in "abcdef"]
    go(processes)
    acknowledged: list[str] = []
    for victim in processes[:2]:
        assert victim.stdout is not None
        acknowledged += [victim.stdout.readline() for _ in range(10)]
        victim.kill()
        # Not `communicate`: it would leave out what `readline` has read ahead. A line that was cut by the kill was told to nobody.
        acknowledged += [line for line in victim.stdout.read().split("\n")[:-1] if line]
        victim.communicate(timeout=60)
    for process in processes[2:]:
        assert len(told(process)) == 60
    parts = Parts(data=data, environment={})
    report = verify(parts)
    parts.close()
    assert report.whole, faults(report)
    # A killed process may have one entry that it could not tell of any more.
    assert 0 <= report.entries - 4 * 60 - len(acknowledged) <= 2


@pytest.mark.slow
def test_consoles_that_guess_at_once_share_three_tries(data: DataDirectory) -> None:
    parts = Parts(data=data, environment={})
    StaffDesk(parts).ready_clerk()
    consoles = [start("guess", data, f"counter:{number}", 5) for number in range(1, 5)]
    go(consoles)
    answers = [line for console in consoles for line in told(console)]
    report = verify(parts)
    parts.close()
    assert sorted(line for line in answers if line != "delayed") == ["wrong 0", "wrong 1", "wrong 2"]
    assert report.whole


# -- tampering ------------------------------------------------------------------------------------------------------------------------


def found(recorded: Path, folder: Path, seed: int) -> tuple[str, AuditReport, AuditReport, AuditReport]:
    """What was done, and what is found: with the noted head, with the head on paper alone, and with neither."""
    copy = folder / "case"
    shutil.copytree(recorded, copy)
    parts = Parts(data=DataDirectory(copy), environment={})
    try:
        paper = head_digits(audit_head(snapshot=parts.snapshot()).short)
        kind = tamper(parts.database, seed)
        return (
            kind,
            verify(parts),
            verify(parts, named_head=paper, look_at_note=False),
            verify(parts, look_at_note=False),
        )
    finally:
        parts.close()
        shutil.rmtree(copy)


def check(recorded: Path, folder: Path, seed: int) -> None:
    kind, with_note, with_paper, alone = found(recorded, folder, seed)
    assert not with_note.whole, f"{kind} ({seed}) was not found"
    assert with_note.found >= len(with_note.findings) > 0
    if kind == "append_an_entry_that_fits":
        # Paper knows the head of its day: what fits behind it is a later act, as far as paper can tell.
        assert with_paper.whole
        assert with_paper.named_entry == ENTRIES
    else:
        assert not with_paper.whole, f"{kind} ({seed}) was not found by the head on paper"
    if kind not in NEED_AN_ANCHOR:
        assert not alone.whole, f"{kind} ({seed}) was not found by the chain itself"


def test_what_nobody_touched_is_whole(hall: Parts) -> None:
    head = audit_head(snapshot=hall.snapshot())
    assert verify(hall).whole
    assert verify(hall, named_head=head_digits(head.short)).named_entry == ENTRIES
    assert verify(hall, look_at_note=False).whole
    record(hall, 1)
    assert verify(hall, named_head=head_digits(head.short)).named_entry == ENTRIES, "the head of an earlier day"


@pytest.mark.parametrize("seed", range(len(KINDS)), ids=[kind.__name__ for kind in KINDS])
def test_every_kind_of_tampering_is_found(recorded: Path, tmp_path: Path, seed: int) -> None:
    check(recorded, tmp_path, seed)


@pytest.mark.slow
def test_a_thousand_tamperings_are_found(recorded: Path, tmp_path: Path) -> None:
    for seed in range(1000):
        check(recorded, tmp_path, seed)


@pytest.mark.parametrize("kind", sorted(NEED_AN_ANCHOR))
def test_what_the_chain_alone_does_not_show_is_told_honestly(recorded: Path, tmp_path: Path, kind: str) -> None:
    """Should this test fail, the program has become better than its documentation."""
    seed = [each.__name__ for each in KINDS].index(kind)
    assert found(recorded, tmp_path, seed)[3].whole


def test_a_paper_head_finds_what_was_done_to_database_and_note_together(hall: Parts) -> None:
    paper = head_digits(audit_head(snapshot=hall.snapshot()).short)
    tamper(hall.database, [kind.__name__ for kind in KINDS].index("delete_and_close_the_gap"))
    now = audit_head(snapshot=hall.snapshot())
    with heads(hall).announced(now, now, whatever_stands=True):
        pass
    assert verify(hall).whole, "whoever writes both fools the note"
    assert faults(verify(hall, named_head=paper)) == [(ChainFault.HEAD_UNKNOWN.value, None)]
