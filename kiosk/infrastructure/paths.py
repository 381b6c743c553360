"""Where things lie: what ships with the program, and the data directory of one hall.

The only finder of resources/, catalog/ and the compiled edition: in a checkout they lie at the top level, in a wheel and in the frozen program
under kiosk/_shipped.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_SHIPPED = _PACKAGE / "_shipped"
_CHECKOUT = _PACKAGE.parent


def resources_dir() -> Path:
    return (_SHIPPED if _SHIPPED.is_dir() else _CHECKOUT) / "resources"


def catalog_dir() -> Path:
    return (_SHIPPED if _SHIPPED.is_dir() else _CHECKOUT) / "catalog"


def built_edition() -> Path:
    """The edition that was compiled with the program; the file need not exist."""
    return _SHIPPED / "edition.json" if _SHIPPED.is_dir() else _CHECKOUT / ".cache" / "edition.json"


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """One hall's data. Nothing is made by asking for a path."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "kiosk.sqlite3"

    @property
    def hall_settings(self) -> Path:
        return self.root / "hall.toml"

    @property
    def editions(self) -> Path:
        return self.root / "editions"

    @property
    def current_edition(self) -> Path:
        """A file that holds the name of the current edition's file."""
        return self.editions / "current"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    def lock(self, name: str) -> Path:
        return self.root / "locks" / f"{name}.lock"


def data_directory(chosen: str | None, environment: Mapping[str, str] = os.environ) -> DataDirectory:
    """`chosen` (--data), else KIOSK_DATA, else the user's own place."""
    named = chosen or environment.get("KIOSK_DATA")
    if named:
        return DataDirectory(Path(named).expanduser().absolute())
    local = environment.get("LOCALAPPDATA") if sys.platform == "win32" else environment.get("XDG_DATA_HOME")
    return DataDirectory((Path(local) if local else Path.home() / ".local" / "share") / "jinxiaoer")
