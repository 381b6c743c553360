"""Where things lie: what ships with the program, and the data directory of one hall.

The only finder of resources/, catalog/, the compiled edition and the voice: in a checkout they lie at the top level and in .cache, in a wheel and
in the frozen program under kiosk/_shipped.

Elsewhere: what the files hold (settings.py, database, catalog_files).
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


def built_voice() -> Path:
    """The clips that were made with the program; the folder need not exist."""
    return _SHIPPED / "voice" if _SHIPPED.is_dir() else _CHECKOUT / ".cache" / "voice"


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
    def voice(self) -> Path:
        """The hall's own recording of calls, where it has one."""
        return self.root / "voice"

    @property
    def rating_codes(self) -> Path:
        """The counters' 好差评 codes, as they were imported."""
        return self.root / "rating-codes"

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
