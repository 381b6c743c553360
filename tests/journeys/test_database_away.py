"""The guides stand without a database: features/database_away.feature."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when

from kiosk.infrastructure.paths import DataDirectory
from tests.journeys.conftest import moment_of
from tests.journeys.kiosk_at_hand import KioskAtHand, hall_with

scenarios("database_away.feature")

GARBAGE = b"this is not a database\n" * 4000


@pytest.fixture
def hall(opened_hall: Path, tmp_path: Path) -> DataDirectory:
    return hall_with(opened_hall, tmp_path / "hall")


@pytest.fixture
def kiosk(qapp: QApplication, hall: DataDirectory) -> Iterator[KioskAtHand]:
    """Switched on at the first sentence that speaks of it."""
    made = KioskAtHand(hall)
    yield made
    made.kiosk.citizen.endSession()
    made.close()


@given("数据库文件已经坏了")
@when("数据库文件坏了")
def spoil(hall: DataDirectory) -> None:
    for beside in ("-wal", "-shm"):
        hall.database.with_name(hall.database.name + beside).unlink(missing_ok=True)
    hall.database.write_bytes(GARBAGE)


@given(parsers.parse("机器开着，{clock}"))
@when(parsers.parse("机器开着，{clock}"))
def switched_on(kiosk: KioskAtHand, clock: str) -> None:
    kiosk.set_clock(moment_of(f"2026-11-23 {clock}"))


@when(parsers.parse("我试着点“{name}”"))
def i_try(kiosk: KioskAtHand, name: str) -> None:
    """Perhaps the screen has noticed first."""
    kiosk.wait(lambda: not kiosk.can_be_touched(name) or kiosk.says("机器取号停了"), f"{name}, or why not")
    if not kiosk.can_be_touched(name):
        kiosk.touch(name)


@then("坏了的文件原样留着")
def left_as_it_was(hall: DataDirectory) -> None:
    assert hall.database.read_bytes() == GARBAGE
