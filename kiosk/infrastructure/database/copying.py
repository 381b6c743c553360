"""A copy of a database that another process may be writing: by SQLite's own online backup, never by copying the file.

Elsewhere: rolling copies (backups.py), pictures of a copy (roles.shot).
"""

from __future__ import annotations

from pathlib import Path

from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.infrastructure.database.sqlite import driver


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of what is committed. DatabaseUnavailable when `source` cannot be read."""
    sqlite = driver()
    try:
        read = sqlite.connect(f"file:{source}?mode=ro", uri=True)
        try:
            written = sqlite.connect(target)
            try:
                read.backup(written)
            finally:
                written.close()
        finally:
            read.close()
    except (sqlite.Error, UnicodeDecodeError) as error:
        raise DatabaseUnavailable(error, reason="away", path=str(source)) from error
