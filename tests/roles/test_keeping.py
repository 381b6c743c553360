"""A running kiosk looks after its numbers: copies them, mends what is damaged, says so, and goes on with the new file."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.database.backups import Backups
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.citizen import CitizenKiosk
from kiosk.roles.keeping import BACKUP_MINUTES
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN

PATIENCE_MS = 40_000


@pytest.fixture
def kiosk(data: DataDirectory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[CitizenKiosk]:
    monkeypatch.setenv("KIOSK_NOW", MONDAY_TEN.isoformat())
    made = CitizenKiosk(Parts(data=data))
    made.wake()
    qtbot.waitUntil(lambda: made.queue.now is not None and made.jobs.idle, timeout=PATIENCE_MS)
    yield made
    made.close()


def take(kiosk: CitizenKiosk, request: str) -> str:
    return kiosk.hall.take(line="A", item=None, ticket_class=TicketClass.NORMAL, choices=None, request_id=request).number


def minutes(kiosk: CitizenKiosk, qtbot: QtBot, count: int) -> None:
    for _ in range(count):
        kiosk.wall_clock.minutePassed.emit()
    qtbot.waitUntil(lambda: kiosk.jobs.idle, timeout=PATIENCE_MS)


def backups(kiosk: CitizenKiosk) -> int:
    return len(Backups(kiosk.parts.database).newest_first())


def test_copies_are_taken_at_the_start_and_when_something_was_written(kiosk: CitizenKiosk, qtbot: QtBot) -> None:
    assert backups(kiosk) == 1
    assert kiosk.parts.database.with_name("kiosk.sqlite3.reserve").exists()
    minutes(kiosk, qtbot, BACKUP_MINUTES)
    assert backups(kiosk) == 1, "nothing was written"
    with qtbot.waitSignal(kiosk.listening.heard, timeout=PATIENCE_MS):
        take(kiosk, "first")
    minutes(kiosk, qtbot, BACKUP_MINUTES - 1)
    assert backups(kiosk) == 1
    minutes(kiosk, qtbot, 1)
    assert backups(kiosk) == 2


@pytest.mark.skipif(os.name != "posix", reason="an open database cannot be damaged there")
def test_damage_while_it_runs_is_mended_said_and_followed(kiosk: CitizenKiosk, qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    assert [take(kiosk, str(turn)) for turn in range(3)] == ["A001", "A002", "A003"]
    qtbot.waitUntil(lambda: kiosk.queue.now is not None and kiosk.queue.now.waiting == 3, timeout=PATIENCE_MS)
    capfd.readouterr()
    database = kiosk.parts.database
    for end in ("-wal", "-shm"):
        database.with_name(f"{database.name}{end}").unlink()
    database.write_bytes(os.urandom(20_000))
    with qtbot.waitSignal(kiosk.keeping.told, timeout=PATIENCE_MS):
        kiosk.keeping.hurt()
    qtbot.waitUntil(lambda: kiosk.queue.now is not None and kiosk.queue.now.waiting == 3 and kiosk.jobs.idle, timeout=PATIENCE_MS)
    told = capfd.readouterr().err
    assert "数据库坏了，已经从备份和发号记录恢复" in told
    assert [path.name for path in database.parent.glob("*.damaged-*")] == ["kiosk.sqlite3.damaged-20261123T100000"]
    # The new file is listened to.
    with qtbot.waitSignal(kiosk.listening.heard, timeout=PATIENCE_MS):
        assert take(kiosk, "after it") == "A004"


def test_the_last_copy_is_taken_when_it_closes(data: DataDirectory, qtbot: QtBot) -> None:
    kiosk = CitizenKiosk(Parts(data=data, environment={"KIOSK_NOW": MONDAY_TEN.isoformat()}))
    kiosk.wake()
    qtbot.waitUntil(lambda: kiosk.queue.now is not None and kiosk.jobs.idle, timeout=PATIENCE_MS)
    with qtbot.waitSignal(kiosk.listening.heard, timeout=PATIENCE_MS):
        take(kiosk, "first")
    kiosk.close()
    assert backups(kiosk) == 2
