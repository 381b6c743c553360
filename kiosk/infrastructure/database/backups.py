"""Rolling copies of the database on the same disk, each proved whole before it counts.

They are for a file that is damaged, not for a disk that dies. What persons told and ticked is not in them (ADR 0018), so no copy outlives the
day on which that is deleted. Copies are numbered, for a clock may be set back.

Elsewhere: when a copy is due (roles.keeping), what is made of them (recovery.py), copying itself (copying.py).
"""

from __future__ import annotations

import logging
import os
import re
from contextlib import closing
from pathlib import Path
from typing import Any

from kiosk.application.unavailable import DatabaseDamaged, DataFolderReadOnly, DiskFull
from kiosk.infrastructure.database.faults import is_full, meaning
from kiosk.infrastructure.database.sqlite import driver

KEPT = 6
_NAME = re.compile(r"kiosk-(\d{6})\.sqlite3")
_PERSONAL = ("ticket_choices",)

log = logging.getLogger(__name__)


class Backups:
    """A folder of copies of one database. One process takes them: the kiosk."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self.folder = database.with_name(f"{database.name}.backups")

    def newest_first(self) -> list[Path]:
        return sorted((path for path in self.folder.glob("*.sqlite3") if _NAME.fullmatch(path.name)), reverse=True)

    def take(self) -> Path:
        """A new copy, checked and on disk; the oldest beyond KEPT go. DatabaseDamaged when the copy is not whole: then all others stay."""
        sqlite = driver()
        part = self.folder / "taking.part"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            _copy(self._database, part)
            path = self.folder / f"kiosk-{self._next():06d}.sqlite3"
            _to_disk(part, path)
        except (sqlite.Error, UnicodeDecodeError) as error:
            known = meaning(error, self._database)
            if known is None:
                raise
            raise known from error
        except OSError as error:
            kind = DiskFull if is_full(error) else DataFolderReadOnly
            raise kind(error, path=str(self.folder)) from error
        finally:
            part.unlink(missing_ok=True)
        for old in self.newest_first()[KEPT:]:
            old.unlink(missing_ok=True)
        return path

    def restore(self, target: Path) -> Path | None:
        """Puts the newest copy that is whole at `target`, where nothing may be. None when there is none."""
        sqlite = driver()
        for backup in self.newest_first():
            part = target.with_name(f"{target.name}.restoring")
            part.unlink(missing_ok=True)
            try:
                require_whole(backup)
                with closing(sqlite.connect(f"{backup.as_uri()}?mode=ro", uri=True)) as read, closing(sqlite.connect(part)) as written:
                    read.backup(written)
                _to_disk(part, target)
            except (sqlite.Error, UnicodeDecodeError, DatabaseDamaged) as error:
                log.warning("the backup %s is not whole: %s", backup.name, error)
                part.unlink(missing_ok=True)
                continue
            return backup
        return None

    def _next(self) -> int:
        newest = self.newest_first()
        found = _NAME.fullmatch(newest[0].name) if newest else None
        return int(found[1]) + 1 if found else 1


def require_whole(path: Path) -> None:
    """DatabaseDamaged unless SQLite's own check is content."""
    sqlite = driver()
    try:
        with closing(sqlite.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            _check(connection, path)
    except (sqlite.Error, UnicodeDecodeError) as error:
        raise DatabaseDamaged(error, path=str(path)) from error


def _check(connection: Any, path: Path) -> None:  # noqa: ANN401  (a connection of either driver)
    faults = [str(fault) for (fault,) in connection.execute("PRAGMA integrity_check(5)")]
    if faults != ["ok"]:
        raise DatabaseDamaged("; ".join(faults), path=str(path))


def _copy(source: Path, part: Path) -> None:
    """By SQLite's online backup, in one step: a writer waits for some milliseconds at most."""
    sqlite = driver()
    with (
        closing(sqlite.connect(f"{source.as_uri()}?mode=rw", uri=True)) as read,
        closing(sqlite.connect(part, isolation_level=None)) as copy,
    ):
        read.backup(copy)
        # Before anything is changed: clearing up would build damaged indexes anew and hide what is the matter.
        _check(copy, source)
        # The copy is alone in its file: no log beside it, and nothing personal in it, not even in pages given up.
        for pragma in ("journal_mode=DELETE", "journal_mode=MEMORY", "secure_delete=ON"):
            copy.execute(f"PRAGMA {pragma}").fetchall()
        for table in _tables(copy, _PERSONAL):
            copy.execute(f"DELETE FROM {table}")  # noqa: S608  (a name from the line above)
        copy.execute("VACUUM")
        _check(copy, source)


def _tables(connection: Any, wanted: tuple[str, ...]) -> list[str]:  # noqa: ANN401  (a connection of either driver)
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [name for name in wanted if name in found]


def _to_disk(part: Path, path: Path) -> None:
    descriptor = os.open(part, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    part.replace(path)
