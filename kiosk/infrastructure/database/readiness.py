"""Whether a database file can be used as it is: one small query, without SQLAlchemy or Alembic.

Elsewhere: bringing it up to date (first_use.py), mending it (recovery.py).
"""

from __future__ import annotations

import re
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from kiosk.application.unavailable import DatabaseDamaged, DatabaseNewer
from kiosk.infrastructure.database.faults import meaning
from kiosk.infrastructure.database.sqlite import BUSY_MS, driver

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""All this program knows, oldest first; a test compares them with the migrations."""
_REVISION = re.compile(r"[0-9]{4}")


class Readiness(StrEnum):
    MISSING = "missing"
    OUTDATED = "outdated"
    CURRENT = "current"


def readiness(path: Path) -> Readiness:
    """DatabaseNewer, DatabaseDamaged (also for another program's database), DatabaseUnavailable, DataFolderReadOnly."""
    if not path.exists() or path.stat().st_size == 0:
        return Readiness.MISSING
    if path.is_dir():
        raise DatabaseDamaged("a folder", path=str(path))
    sqlite = driver()
    try:
        with closing(sqlite.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            revisions = (
                [str(row[0]) for row in connection.execute("SELECT version_num FROM alembic_version")]
                if "alembic_version" in tables
                else []
            )
    except (sqlite.Error, UnicodeDecodeError) as error:
        known = meaning(error, path)
        if known is None:
            raise
        raise known from error
    if not tables:
        return Readiness.MISSING
    if len(revisions) != 1 or not _REVISION.fullmatch(revisions[0]):
        raise DatabaseDamaged("no revision", path=str(path))
    if revisions[0] not in REVISIONS:
        raise DatabaseNewer(path=str(path), revision=revisions[0])
    return Readiness.CURRENT if revisions[0] == REVISIONS[-1] else Readiness.OUTDATED
