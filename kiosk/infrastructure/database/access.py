"""One opened database: what hands out snapshots, units of work and the change feed. Roles hold it; only here is the Engine known."""

from __future__ import annotations

from pathlib import Path

from kiosk.infrastructure.database.change_feed import SqliteChangeFeed
from kiosk.infrastructure.database.engine import open_engine
from kiosk.infrastructure.database.unit_of_work import SqlSnapshot, SqlUnitOfWork
from kiosk.infrastructure.database.writer_lock import WriterLock


class Database:
    """Safe to share between threads. The file must have seen first use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = open_engine(path)
        # The lock lies beside the database, not in the data directory: two directories may share one database.
        self._lock = WriterLock(path.with_name(f"{path.name}.lock"))

    def snapshot(self) -> SqlSnapshot:
        return SqlSnapshot(self._engine, self._path)

    def unit_of_work(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._engine, self._path, self._lock)

    def change_feed(self) -> SqliteChangeFeed:
        return SqliteChangeFeed(self._engine)

    def close(self) -> None:
        self._engine.dispose()
