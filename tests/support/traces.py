"""Where a person's words have left a trace: for tests that plant a marker and look for it when the session has ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from kiosk.domain.catalog import Edition
from tests.journeys.kiosk_at_hand import KioskAtHand


def places_of(marker: str, kiosk: KioskAtHand, *folders: Path) -> list[str]:
    return traces([marker], kiosk, *folders)


def traces(markers: Sequence[str], kiosk: KioskAtHand, *folders: Path) -> list[str]:
    """Where any of the markers stands: items of the scene (hidden ones too), the kiosk's own objects, what they show to QML, files of the data
    directory and of other `folders`, raw."""
    wanted = [marker.casefold() for marker in markers]

    def stands_in(text: str) -> bool:
        folded = text.casefold()
        return any(marker in folded for marker in wanted)

    found = [f"scene: {item.metaObject().className()}" for item in _items(kiosk.view.contentItem()) if stands_in(_strings(item))]
    found += [f"memory: {path}" for path, text in _held(kiosk.kiosk, "kiosk", set()) if stands_in(text)]
    found += [f"shown: {type(shown).__name__}" for shown in kiosk.kiosk.findChildren(QObject) if stands_in(_strings(shown))]
    files = [path for folder in (kiosk.data.root, *folders) for path in folder.rglob("*") if path.is_file()]
    assert files
    spellings = [marker.encode(code) for marker in wanted for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    for path in files:
        content = path.read_bytes().lower()
        found += [f"disk: {path.name}" for spelling in spellings if spelling in content]
    return found


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _items(child)


def _strings(item: QObject) -> str:
    """Every text property, in one string."""
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
