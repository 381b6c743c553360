"""Which SQLite is used, and how a file is opened safely with it.

The interpreter's own may carry the WAL-reset bug (3.7.0 to 3.51.2, mended in 3.51.3 and in 3.50.7 and 3.44.6): two connections in WAL mode
can damage the file. Such a one writes with a rollback journal instead.

Elsewhere: opening a whole database (engine.py), a damaged one (recovery.py).
"""

from __future__ import annotations

from types import ModuleType

from kiosk.application.unavailable import SqliteTooOld

LEAST = (3, 35, 0)
"""RETURNING."""
BUSY_MS = 5_000


def driver() -> ModuleType:
    """The bundled SQLite, else the interpreter's. SqliteTooOld when neither can be written with."""
    module: ModuleType
    try:
        from pysqlite3 import dbapi2

        module = dbapi2
    except ImportError:
        from sqlite3 import dbapi2 as own

        module = own
    if module.sqlite_version_info < LEAST:
        raise SqliteTooOld(version=module.sqlite_version)
    return module


def wal_is_safe(version: tuple[int, ...]) -> bool:
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def pragmas(version: tuple[int, ...]) -> tuple[str, ...]:
    """What every connection says first. A ticket must survive a power cut: WAL needs FULL for that, a rollback journal EXTRA."""
    journal = (
        ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")
        if wal_is_safe(version)
        else ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA")
    )
    return (f"PRAGMA busy_timeout={BUSY_MS}", *journal, "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON")
