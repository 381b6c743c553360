"""Nothing of a person remains: features/leaving.feature."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem
from pytest_bdd import parsers, scenarios, then, when

from kiosk.domain.catalog import Edition
from kiosk.infrastructure.logbook import keep_log
from tests.journeys.conftest import number_of
from tests.journeys.kiosk_at_hand import KioskAtHand

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


def places_of(marker: str, kiosk: KioskAtHand) -> list[str]:
    """Where the marker stands: items of the scene (hidden ones too), the kiosk's own objects, files of the data directory."""
    wanted = marker.casefold()
    found = [f"scene: {item.metaObject().className()}" for item in _items(kiosk.view.contentItem()) if wanted in _strings(item).casefold()]
    found += [f"memory: {path}" for path, text in _held(kiosk.kiosk, "kiosk", set()) if wanted in text.casefold()]
    files = [path for path in kiosk.data.root.rglob("*") if path.is_file()]
    assert files
    return found + [f"disk: {path.name}" for path in files if wanted.encode() in path.read_bytes().lower()]


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)


def _strings(item: QQuickItem) -> str:
    """Every text property of an item, in one string."""
    known = item.metaObject()
    properties = [known.property(index) for index in range(known.propertyCount())]
    return "\n".join(str(item.property(str(each.name()))) for each in properties if str(each.typeName()) == "QString")


def _held(thing: Any, path: str, seen: set[int]) -> Iterator[tuple[str, str]]:
    """Strings that the kiosk's own objects hold, with the way to them. The catalogue is everybody's and left out."""
    if isinstance(thing, str):
        yield path, thing
        return
    if id(thing) in seen or isinstance(thing, Edition):
        return
    seen.add(id(thing))
    inside: dict[str, Any] = {}
    if isinstance(thing, dict):
        inside = {str(key): value for key, value in thing.items()}
    elif isinstance(thing, list | tuple | set | frozenset):
        inside = {str(index): value for index, value in enumerate(thing)}
    elif type(thing).__module__.startswith("kiosk."):
        slots = [name for base in type(thing).__mro__ for name in getattr(base, "__slots__", ())]
        inside = {**getattr(thing, "__dict__", {}), **{name: getattr(thing, name) for name in slots if hasattr(thing, name)}}
    for name, value in inside.items():
        yield from _held(value, f"{path}.{name}", seen)
