"""The cover of hall.toml: the little that the first frame needs, read without checking the rest.

Here: hall name, zone, screen. Elsewhere: the settings, whole and checked (settings.py), which are read right after the first frame. A cover
refuses nothing: what it cannot read is as in the demo hall until the settings have spoken.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

HALL_NAME = "文化路街道便民服务大厅"
ZONE = "Asia/Shanghai"
DIAGONAL = 21.5
MOUNT = 800


@dataclass(frozen=True, slots=True)
class HallCover:
    """`diagonal` in inches; `mount`: millimetres from the floor to the screen's lower edge."""

    hall_name: str
    zone: ZoneInfo
    diagonal: float
    mount: int


def cover_of(path: Path) -> HallCover:
    """Never fails."""
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raw = {}
    hall, screen = raw.get("hall"), raw.get("screen")
    name = hall.get("name") if isinstance(hall, dict) else None
    zone = hall.get("timezone") if isinstance(hall, dict) else None
    diagonal = screen.get("diagonal") if isinstance(screen, dict) else None
    mount = screen.get("mount_mm") if isinstance(screen, dict) else None
    return HallCover(
        name if isinstance(name, str) and name else HALL_NAME,
        _zone(zone if isinstance(zone, str) else ZONE),
        float(diagonal) if isinstance(diagonal, int | float) and 7 <= diagonal <= 110 else DIAGONAL,
        mount if type(mount) is int and 0 <= mount <= 2000 else MOUNT,
    )


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(ZONE)
