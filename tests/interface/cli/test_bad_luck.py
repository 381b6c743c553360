"""What goes wrong around a hall's data: one sentence, exit 3, nothing lost, and the next try works when the cause is gone."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.database.writer_lock import WriterLock
from kiosk.infrastructure.paths import DataDirectory
from tests.support.halls import Answer, command

TAKE = ("ticket", "take", "--line", "A", "--json")


def expect(answer: Answer, name: str, words: str) -> None:
    assert answer.code == 3, answer.err
    assert answer.value["unavailable"] == name
    assert answer.err.count("\n") == 1
    assert words in answer.err


def taken(data: DataDirectory) -> int:
    with closing(driver().connect(str(data.database))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(connection.execute("SELECT count(*) FROM ticket").fetchone()[0])


def settle(data: DataDirectory) -> None:
    """Brings the write-ahead log home, so that the main file is all there is."""
    with closing(driver().connect(str(data.database))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")


def test_a_database_of_a_newer_program_is_left_alone(data: DataDirectory) -> None:
    with closing(driver().connect(str(data.database), isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    settle(data)
    before = data.database.read_bytes()
    expect(command(data, *TAKE), "DatabaseNewer", "更新的程序")
    assert data.database.read_bytes() == before


@pytest.mark.parametrize(
    "damage", [b"not a database, but somebody's letter" * 40, b"SQLite format 3\x00" + b"\xff" * 4080], ids=["letter", "header"]
)
def test_a_damaged_database_is_told_and_kept(data: DataDirectory, damage: bytes) -> None:
    settle(data)
    data.database.write_bytes(damage)
    expect(command(data, *TAKE), "DatabaseDamaged", "坏了")
    assert data.database.read_bytes() == damage
    assert "DatabaseDamaged" in (data.logs / "tools.log").read_text(encoding="utf-8")


def test_a_database_with_holes_is_told_when_they_are_met(data: DataDirectory) -> None:
    settle(data)
    whole = data.database.read_bytes()
    data.database.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    expect(command(data, *TAKE), "DatabaseDamaged", "坏了")


def test_another_programs_database_is_not_touched(data: DataDirectory) -> None:
    data.database.unlink()
    with closing(driver().connect(str(data.database))) as connection:
        connection.execute("CREATE TABLE letters (text)")
    before = data.database.read_bytes()
    expect(command(data, *TAKE), "DatabaseDamaged", "坏了")
    assert data.database.read_bytes() == before


def test_malformed_settings_name_every_fault(data: DataDirectory) -> None:
    text = data.hall_settings.read_text(encoding="utf-8")
    data.hall_settings.write_text(text.replace('"Asia/Shanghai"', '"Asia/Kaifeng"').replace("dots = 576", "dots = 500"), encoding="utf-8")
    answer = command(data, *TAKE)
    expect(answer, "SettingsMalformed", "2 处")
    assert "timezone" in answer.err
    assert "dots" in answer.err


def test_a_moment_that_is_none_is_told(data: DataDirectory) -> None:
    expect(command(data, *TAKE, now="noon"), "SettingsMalformed", "KIOSK_NOW")


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
@pytest.mark.slow
def test_a_full_disk_loses_nothing(data: DataDirectory) -> None:
    import resource

    assert command(data, *TAKE).code == 0
    settle(data)
    # Nothing can grow past this size, as on a disk without room for the write-ahead log.
    full = command(data, *TAKE, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)))
    expect(full, "DiskFull", "磁盘满了")
    assert taken(data) == 1
    assert command(data, *TAKE).value["number"] == "A002"


def _obeys_permissions() -> None:
    """In the child: even root obeys the permission bits from here on."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2, 3):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@contextmanager
def read_only(folder: Path) -> Iterator[Callable[[], None] | None]:
    files = [path for path in [folder, *folder.rglob("*")] if path.exists()]
    modes = {path: path.stat().st_mode for path in files}
    for path in files:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield _obeys_permissions if os.geteuid() == 0 else None
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.mark.skipif(sys.platform != "linux", reason="needs permission bits, also for root")
@pytest.mark.slow
def test_a_read_only_folder_is_told(data: DataDirectory, tmp_path: Path) -> None:
    assert command(data, *TAKE).code == 0
    settle(data)
    with read_only(data.root) as obeying:
        expect(command(data, *TAKE, preexec_fn=obeying), "DataFolderReadOnly", "写不进去")
    empty = DataDirectory(tmp_path / "empty")
    empty.root.mkdir()
    with read_only(empty.root) as obeying:
        expect(command(empty, *TAKE, preexec_fn=obeying), "DataFolderReadOnly", "写不进去")
    assert taken(data) == 1
    assert command(data, *TAKE).value["number"] == "A002"


@pytest.mark.slow
def test_a_locked_database_is_told_in_time(data: DataDirectory) -> None:
    with WriterLock(data.database.with_name("kiosk.sqlite3.lock")).held(1):
        expect(command(data, *TAKE), "DatabaseUnavailable", "占住了")
    assert command(data, *TAKE).value["number"] == "A001"


@pytest.mark.slow
def test_a_stranger_who_holds_the_file_is_told_too(data: DataDirectory) -> None:
    with closing(driver().connect(str(data.database), isolation_level=None)) as stranger:
        stranger.execute("BEGIN IMMEDIATE")
        expect(command(data, *TAKE), "DatabaseUnavailable", "占住了")
        stranger.execute("ROLLBACK")
    assert taken(data) == 0
