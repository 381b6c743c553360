"""A disk that is really full: numbers go on from the reserve, it is said, and the reserve comes back with the room.

On a small disk of its own (tmpfs), which only root may mount.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.unavailable import DiskFull
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.database.issued_log import IssuedLog
from kiosk.infrastructure.database.reserve import BYTES, DiskReserve
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.shared.sentences import sentence
from kiosk.roles.parts import Parts, twice_when_full
from tests.support.halls import MONDAY_TEN, StandingClock, hall

DISK = 32 * 1024 * 1024
LITTLE = 256 * 1024
"""A reserve for a test: enough for hundreds of numbers."""
HALL = hall(minutes=1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip(f"no small disk may be mounted: {mounted.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def parts(small_disk: Path, first_use: Path) -> Iterator[Parts]:
    shutil.copytree(first_use, small_disk / "data")
    made = Parts(data=DataDirectory(small_disk / "data"), environment={"KIOSK_NOW": MONDAY_TEN.isoformat()})
    yield made
    made.close()


def fill(disk: Path) -> Path:
    """To the last byte."""
    filling = disk / "somebody's films"
    with filling.open("wb", buffering=0) as file:
        for size in (1024 * 1024, 4096, 512, 1):
            try:
                while True:
                    if file.write(b"x" * size) < size:
                        break
            except OSError:
                continue
    return filling


def take(parts: Parts, turn: int) -> TakenTicket:
    return take_ticket(
        line="A", item=None, ticket_class=TicketClass.NORMAL, request_id=f"r-{turn}", uow=parts.unit_of_work(),
        clock=StandingClock(), hall=HALL, known_items=(),
    )  # fmt: skip


def given_until_full(parts: Parts) -> Iterator[str]:
    """Numbers until a clear word comes instead of one."""
    for turn in range(1, 5000):
        try:
            yield take(parts, turn).number
        except DiskFull:
            return
    pytest.fail("the disk never was full")


def test_numbers_go_on_from_the_reserve(parts: Parts, small_disk: Path) -> None:
    assert take(parts, 0).number == "A001"
    database = parts.database
    assert DiskReserve(database.with_name(f"{database.name}.reserve"), size=BYTES, spare=0).restore()
    filling = fill(small_disk)
    assert shutil.disk_usage(small_disk).free == 0
    # More than fits into what the files have left over: the reserve must be given up on the way.
    taken = [twice_when_full(lambda turn=turn: take(parts, turn)).number for turn in range(1, 200)]  # type: ignore[misc]
    assert taken == [f"A{sequence:03d}" for sequence in range(2, 201)]
    assert not DiskReserve.beside(database).kept
    called = [
        str(rehearse_call(counter=1, actor="os:test", uow=parts.unit_of_work(), clock=StandingClock(), hall=HALL).number) for _ in range(5)
    ]
    assert called == ["A001", *taken[:4]]
    log = IssuedLog.beside(database)
    assert [each.sequence for file in log.days() for each in log.numbers(file)] == list(range(1, 201))
    assert [log.unreadable(file) for file in log.days()] in ([0], [1]), "at most the line at which the disk was full"
    # While there is no room, it stays given up; when there is, it is taken again.
    assert not parts.keep_reserve()
    filling.unlink()
    assert DiskReserve(database.with_name(f"{database.name}.reserve"), size=LITTLE, spare=0).restore()


def test_without_a_reserve_the_hall_says_that_the_disk_is_full_and_loses_nothing(parts: Parts, small_disk: Path) -> None:
    take(parts, 0)
    filling = fill(small_disk)
    told = list(given_until_full(parts))
    with pytest.raises(DiskFull) as full:
        twice_when_full(lambda: take(parts, 3000))
    assert "磁盘满了" in sentence(full.value)
    filling.unlink()
    assert take(parts, 3000).number == f"A{len(told) + 2:03d}"
    parts.mend()
    assert parts.restored is None, "nothing was damaged by it"


def test_no_backup_takes_the_room_of_the_numbers(parts: Parts, small_disk: Path) -> None:
    take(parts, 0)
    parts.back_up()
    fill(small_disk)
    with pytest.raises(DiskFull):
        parts.back_up()
    assert [path.name for path in sorted((parts.database.parent / f"{parts.database.name}.backups").iterdir())] == ["kiosk-000001.sqlite3"]
