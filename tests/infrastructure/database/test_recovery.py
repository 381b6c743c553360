"""Backups, the issued log, the disk's reserve, and what is made of them when the database is damaged."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.unavailable import DatabaseDamaged, DatabaseUnavailable, SafeMode
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import LineId, TicketNumber, business_day
from kiosk.domain.queueing import TicketClass, TicketState
from kiosk.infrastructure.database.access import Database
from kiosk.infrastructure.database.backups import KEPT, Backups, require_whole
from kiosk.infrastructure.database.issued_log import DAYS_KEPT, IssuedLog
from kiosk.infrastructure.database.recovery import can_recover, examine, needs_recovery
from kiosk.infrastructure.database.reserve import DiskReserve
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.counter_hall import CounterHall
from tests.support.halls import MONDAY_TEN, StandingClock, command, hall

HALL = hall(minutes=1)


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for the child process that recovers."""
    monkeypatch.setenv("KIOSK_NOW", MONDAY_TEN.isoformat())


def take(parts: Parts, request: str, *, clock: StandingClock | None = None, choices: Choices | None = None, line: str = "A") -> TakenTicket:
    return take_ticket(
        line=line, item="WHL-MZ-001", ticket_class=TicketClass.ASSISTED, request_id=request, uow=parts.unit_of_work(),
        clock=clock or StandingClock(), hall=HALL, known_items={"WHL-MZ-001"}, choices=choices,
    )  # fmt: skip


def damage(parts: Parts) -> bytes:
    """The whole file, as a failing disk leaves it; what lies there now."""
    parts.close()
    for end in ("-wal", "-shm"):
        parts.database.with_name(f"{parts.database.name}{end}").unlink(missing_ok=True)
    content = os.urandom(8192)
    parts.database.write_bytes(content)
    return content


def test_every_number_stands_in_the_log_as_it_was_told_and_without_a_person(parts: Parts) -> None:
    told = Choices(edition="e", answers=(("有没有低保证", "marker-answer"),), ticks=("7",))
    taken = [take(parts, "first", choices=told), take(parts, "second", line="B")]
    (file,) = IssuedLog.beside(parts.database).days()
    logged = list(IssuedLog.beside(parts.database).numbers(file))
    assert [(each.line, each.sequence, each.request_id) for each in logged] == [("A", 1, "first"), ("B", 1, "second")]
    assert [(each.day, each.item, each.ahead, each.wait_low) for each in logged] == [
        (each.day, each.item, each.ahead, each.wait_low) for each in taken
    ]
    assert b"marker" not in file.read_bytes()
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0


def test_a_number_that_was_rolled_back_is_not_in_the_log(parts: Parts) -> None:
    take(parts, "first")
    with pytest.raises(ZeroDivisionError), parts.unit_of_work() as uow:
        _ = uow.tickets.by_request("first") and 1 // 0
    assert take(parts, "first").number == "A001", "a repetition issues nothing"
    (file,) = IssuedLog.beside(parts.database).days()
    assert len(list(IssuedLog.beside(parts.database).numbers(file))) == 1


def test_lines_that_were_cut_or_changed_are_left_out_and_counted(parts: Parts) -> None:
    for turn in range(4):
        take(parts, str(turn))
    log = IssuedLog.beside(parts.database)
    (file,) = log.days()
    content = file.read_bytes().replace(b'"sequence":2', b'"sequence":9')
    file.write_bytes(content[:-20])
    assert [each.sequence for each in log.numbers(file)] == [1, 3]
    assert log.unreadable(file) == 2
    take(parts, "after the cut")
    assert [each.sequence for each in log.numbers(file)] == [1, 3, 5], "a cut line takes no other with it"


def test_old_days_leave_the_log(tmp_path: Path) -> None:
    log = IssuedLog(tmp_path)
    for day in range(DAYS_KEPT + 3):
        (tmp_path / f"{(MONDAY_TEN + timedelta(days=day)).date()}.jsonl").touch()
    log.forget_old()
    assert len(log.days()) == DAYS_KEPT
    assert log.days()[0].stem == "2026-11-26"


def test_a_backup_is_whole_holds_the_tickets_and_nothing_that_a_person_told(parts: Parts) -> None:
    take(parts, "first", choices=Choices(edition="e", answers=(("q", "marker-answer"),), ticks=()))
    assert any(b"marker-answer" in path.read_bytes() for path in parts.data.root.glob("kiosk.sqlite3*") if path.is_file())
    backup = parts.back_up()
    require_whole(backup)
    assert b"marker-answer" not in backup.read_bytes()
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT request_id FROM ticket").fetchall() == [("first",)]
        assert connection.execute("SELECT count(*) FROM ticket_choices").fetchone() == (0,)
    assert [path.name for path in backup.parent.iterdir()] == ["kiosk-000001.sqlite3"], "nothing else is left lying"


def test_only_the_last_backups_are_kept_in_the_order_in_which_they_were_taken(parts: Parts) -> None:
    for _ in range(KEPT + 2):
        parts.back_up()
    assert [path.name for path in Backups(parts.database).newest_first()] == [
        f"kiosk-{number:06d}.sqlite3" for number in range(KEPT + 2, 2, -1)
    ]


def test_a_damaged_database_is_no_backup_and_pushes_none_out(parts: Parts) -> None:
    take(parts, "first")
    good = parts.back_up()
    with closing(sqlite3.connect(parts.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'ticket'").fetchone()
    parts.close()
    with parts.database.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(4096))
    database = Database(parts.database)
    try:
        with pytest.raises(DatabaseDamaged):
            database.back_up()
    finally:
        database.close()
    assert Backups(parts.database).newest_first() == [good]


@pytest.mark.slow
def test_the_hall_goes_on_from_backup_and_log(parts: Parts) -> None:
    before = [take(parts, f"r{turn}").number for turn in range(3)]
    parts.back_up()
    after = [take(parts, f"r{turn}").number for turn in range(3, 6)]
    content = damage(parts)
    assert take(parts, "r4").number == after[1], "a repeated request finds its number"
    assert take(parts, "new").number == "A007"
    restored = parts.restored
    assert restored is not None
    assert restored.facts() == {"path": f"{parts.database}.damaged-20261123T100000", "backup": "kiosk-000001.sqlite3", "numbers": 3}
    assert Path(str(restored.facts()["path"])).read_bytes() == content
    with parts.snapshot() as snapshot:
        day = business_day(MONDAY_TEN)
        assert [str(ticket.number) for ticket in snapshot.tickets.on_day(day)] == [*before, *after, "A007"]
        again = snapshot.tickets.by_number(day, TicketNumber(LineId("A"), 5))
    assert again is not None
    assert (again.state, again.ticket_class, again.item, again.issued_at) == (
        TicketState.WAITING, TicketClass.ASSISTED, "WHL-MZ-001", MONDAY_TEN,
    )  # fmt: skip


@pytest.mark.slow
def test_whatever_was_done_to_a_number_it_waits_again(parts: Parts) -> None:
    """What was in the backup stands as it stood then; what only the log has waits, and both are called, served and sent on as if nothing was."""
    desk = CounterHall(parts)
    for _ in range(2):
        desk.take()
    desk.next(1)
    desk.start(1)
    desk.next(2)
    parts.back_up()
    desk.finish(1)
    desk.start(2)
    desk.park(2)
    for _ in range(3):
        desk.take("B")
    desk.next(3)
    desk.miss(3)
    desk.next(1)
    desk.transfer(1, line="A", to=2)
    desk.cancel("B003")
    damage(parts)
    assert {number: desk.ticket(number).state for number in ("A001", "A002", "B001", "B002", "B003")} == {
        "A001": TicketState.SERVING, "A002": TicketState.CALLED, "B001": TicketState.WAITING, "B002": TicketState.WAITING,
        "B003": TicketState.WAITING,
    }  # fmt: skip
    assert (desk.finish(1).state, desk.miss(2).state) == (TicketState.FINISHED, TicketState.MISSED)
    assert [desk.serve(3) for _ in range(3)] == ["B001", "B002", "B003"]
    assert desk.take() == "A003"
    assert (desk.next(2), desk.undo(2).state) == ("A003", TicketState.WAITING)


@pytest.mark.parametrize(
    "senseless",
    [
        "UPDATE ticket SET parked_for = 'lunch'", "UPDATE ticket SET since = 'soon'", "UPDATE ticket SET version = 'x'",
        "UPDATE ticket SET place = 'first'", "UPDATE ticket_event SET detail = '{\"deed\":'", "UPDATE ticket_event SET kind = 'sneezed'",
        "INSERT INTO counter_event (day, counter, turn, state, at) VALUES ('2026-11-23', 1, 1, 'ajar', '2026-11-23T10:00:00+08:00')",
    ],
)  # fmt: skip
def test_a_row_that_says_nothing_sensible_is_damage(parts: Parts, senseless: str) -> None:
    take(parts, "first")
    examine(parts.database, deep=True)
    parts.close()
    with closing(sqlite3.connect(parts.database)) as connection:
        connection.execute(senseless)
        connection.commit()
    with pytest.raises(DatabaseDamaged):
        examine(parts.database, deep=True)


@pytest.mark.slow
def test_what_is_kept_is_never_written_over(parts: Parts) -> None:
    take(parts, "first")
    contents = []
    for turn in range(3):
        contents.append(damage(parts))
        assert take(parts, f"again {turn}").number == f"A{turn + 2:03d}"
    kept = [parts.database.with_name(f"{parts.database.name}.damaged-20261123T100000{end}") for end in ("", "-2", "-3")]
    assert [path.read_bytes() for path in kept] == contents


def test_the_recovery_stands_in_the_audit(parts: Parts) -> None:
    take(parts, "first")
    damage(parts)
    take(parts, "second")
    with closing(sqlite3.connect(parts.database)) as connection:
        ((actor, details),) = connection.execute("SELECT actor, details FROM audit_entry WHERE act = 'database.recover'").fetchall()
    assert actor == "kiosk"
    assert json.loads(details) == {"kept": "kiosk.sqlite3.damaged-20261123T100000", "backup": None, "numbers": 1}


def test_without_anything_kept_the_file_is_left_alone(data: DataDirectory) -> None:
    data.database.write_bytes(b"another program's letters" * 400)
    parts = Parts(data=data, environment={})
    try:
        assert not can_recover(data.database)
        for deed in (parts.unit_of_work, parts.mend, parts.back_up):
            with pytest.raises(DatabaseDamaged):
                deed()
    finally:
        parts.close()
    assert data.database.read_bytes() == b"another program's letters" * 400
    assert list(data.root.glob("*.damaged*")) == []


def test_a_lost_write_ahead_log_gives_no_number_twice(parts: Parts) -> None:
    """The file is whole and knows nothing of the last numbers: only the log can tell."""
    take(parts, "first")
    old = parts.database.read_bytes()
    parts.close()
    for turn in range(3):
        take(parts, f"later {turn}")
    parts.close()
    for end in ("-wal", "-shm"):
        parts.database.with_name(f"{parts.database.name}{end}").unlink(missing_ok=True)
    parts.database.write_bytes(old)
    assert take(parts, "new").number == "A005"
    assert list(parts.data.root.glob("*.damaged*")) == [], "the file itself was good"


def test_a_whole_database_is_left_as_it_is(parts: Parts) -> None:
    take(parts, "first")
    parts.back_up()
    inode = parts.database.stat().st_ino
    parts.mend()
    assert not needs_recovery(parts.database, deep=True)
    assert take(parts, "second").number == "A002"
    assert (parts.restored, parts.database.stat().st_ino) == (None, inode)


def test_a_process_that_has_the_old_file_open_does_not_write_to_it(parts: Parts) -> None:
    take(parts, "first")
    other = Database(parts.database)
    try:
        with other.unit_of_work() as uow:
            uow.commit()
        damage(parts)
        assert take(parts, "second").number == "A002"
        with pytest.raises(DatabaseUnavailable):
            other.unit_of_work().__enter__()
        assert take(parts, "third").number == "A003"
    finally:
        other.close()


@pytest.mark.slow
def test_the_command_line_recovers_too_and_says_so(data: DataDirectory) -> None:
    assert command(data, "ticket", "take", "--line", "A", "--json").value["number"] == "A001"
    data.database.write_bytes(b"")
    answer = command(data, "ticket", "take", "--line", "A", "--json")
    assert (answer.code, answer.value["number"]) == (0, "A002")
    assert answer.err.startswith("数据库坏了，已经从备份和发号记录恢复")
    assert answer.err.count("\n") == 1


def test_in_safe_mode_there_is_no_database(data: DataDirectory) -> None:
    parts = Parts(data=data, environment={}, safe=SafeMode(times=5))
    for deed in (parts.unit_of_work, parts.snapshot, parts.change_feed, parts.back_up, parts.keep_reserve):
        with pytest.raises(SafeMode):
            deed()
    parts.mend()
    assert parts.edition_to_show()[0].rows
    parts.close()


def test_the_reserve_is_real_room_given_up_once_and_taken_again(tmp_path: Path) -> None:
    path = tmp_path / "reserve"
    reserve = DiskReserve(path, size=65536 * 2, spare=0)
    assert not reserve.release(), "nothing to give up, no second try"
    assert reserve.restore()
    assert path.stat().st_size == 65536 * 2
    if os.name == "posix":
        assert path.stat().st_blocks * 512 >= 65536 * 2, "a file with holes holds no room"
    assert reserve.restore(), "it is kept already"
    assert reserve.release()
    assert not path.exists()
    assert not DiskReserve(path, size=65536, spare=1 << 60).restore(), "a disk without plenty of room keeps what it has"
    assert list(tmp_path.iterdir()) == []
