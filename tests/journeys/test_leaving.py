"""Nothing of a person remains: features/leaving.feature."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_bdd import parsers, scenarios, then, when

from kiosk.infrastructure.logbook import keep_log
from tests.journeys.conftest import number_of
from tests.journeys.kiosk_at_hand import KioskAtHand
from tests.support.traces import places_of

scenarios("leaving.feature")
pytestmark = pytest.mark.usefixtures("at_hand")


@pytest.fixture(autouse=True)
def logbook(kiosk: KioskAtHand) -> Iterator[Path]:
    """The log as the role keeps it, with everything in it that a library could say."""
    handler = keep_log(kiosk.data.logs, "citizen")
    handler.filters.clear()
    handler.addFilter(lambda record: not record.name.startswith("pytest_bdd"))  # which logs the story itself
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    yield kiosk.data.logs / "citizen.log"
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()


@when(parsers.parse("我打字“{letters}”"))
def i_type(kiosk: KioskAtHand, letters: str) -> None:
    for letter in letters:
        kiosk.touch(letter)


@then(parsers.parse("“{marker}”记在机器里"))
def is_remembered(kiosk: KioskAtHand, marker: str) -> None:
    """The search below does find what is there."""
    assert "memory" in {place.partition(":")[0] for place in places_of(marker, kiosk)}
    assert "scene" in {place.partition(":")[0] for place in places_of(marker, kiosk)}


@then(parsers.parse("“{marker}”在屏幕、内存、磁盘和日志里都没有"))
def is_nowhere(kiosk: KioskAtHand, marker: str, logbook: Path) -> None:
    assert logbook.exists()
    assert places_of(marker, kiosk) == []


@then("屏幕上没有我的号")
def my_number_is_gone(kiosk: KioskAtHand) -> None:
    assert not kiosk.says(number_of(kiosk))
    assert [place for place in places_of(number_of(kiosk), kiosk) if place.startswith("scene")] == []
