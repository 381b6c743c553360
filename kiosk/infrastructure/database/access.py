"""One opened database: what hands out snapshots, units of work and the change feed. Roles hold it; only here is the Engine known.

Elsewhere: making a database (first_use.py), opening it (engine.py), transactions (unit_of_work.py).
"""

from __future__ import annotations

from pathlib import Path

from kiosk.infrastructure.database.audit_head import AuditHeadFile
from kiosk.infrastructure.database.backups import Backups
from kiosk.infrastructure.database.change_feed import LOOK_SECONDS, SqliteChangeFeed
from kiosk.infrastructure.database.engine import open_engine
from kiosk.infrastructure.database.faults import meaning
from kiosk.infrastructure.database.fingerprints import KeyedFingerprints
from kiosk.infrastructure.database.issued_log import IssuedLog
from kiosk.infrastructure.database.reserve import DiskReserve
from kiosk.infrastructure.database.sqlite import BUSY_MS, driver
from kiosk.infrastructure.database.unit_of_work import WRITER_SECONDS, SqlSnapshot, SqlUnitOfWork
from kiosk.infrastructure.database.writer_lock import WriterLock

_READERS_MS = 100


class Database:
    """Safe to share between threads. The file must have seen first use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._engine = open_engine(path)
        # The lock lies beside the database, not in the data directory: two directories may share one database.
        self._lock = WriterLock(path.with_name(f"{path.name}.lock"))
        self.reserve = DiskReserve.beside(path)
        self.backups = Backups(path)
        self._issued_log = IssuedLog.beside(path)
        self._audit_head = AuditHeadFile.beside(path)
        self._file = _identity(path)
        self.fingerprints = KeyedFingerprints(path.with_name(f"{path.name}.key"))

    def snapshot(self) -> SqlSnapshot:
        return SqlSnapshot(self._engine, self._path)

    def unit_of_work(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(
            self._engine,
            self._path,
            self._lock,
            issued_log=self._issued_log,
            reserve=self.reserve,
            audit_head=self._audit_head,
            still_the_file=self.is_still_the_file,
        )

    def is_still_the_file(self) -> bool:
        """False once a recovery by another process has put another file in its place: what is written to the old one is lost to the hall."""
        return _identity(self._path) == self._file

    def back_up(self) -> Path:
        """A copy, checked, on the same disk; the log's oldest days go. DatabaseDamaged when the database is not whole, DiskFull."""
        taken = self.backups.take()
        self._issued_log.forget_old()
        return taken

    def change_feed(self, look_seconds: float = LOOK_SECONDS) -> SqliteChangeFeed:
        return SqliteChangeFeed(self._engine, look_seconds=look_seconds)

    def cut_log(self) -> bool:
        """Brings what was written into the database file and cuts the write-ahead log off, so that nothing deleted is left in it. False while
        somebody else is reading: ask again later. Without such a log there is nothing to cut."""
        sqlite = driver()
        with self._lock.held(WRITER_SECONDS) as held:
            if not held:
                return False
            # Raw: inside a transaction, which SQLAlchemy would begin, a checkpoint is refused.
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                # It waits for readers with the writers' lock in hand: better to ask again in a minute than to keep a citizen waiting.
                cursor.execute(f"PRAGMA busy_timeout={_READERS_MS}")
                (busy, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            except (sqlite.Error, UnicodeDecodeError) as error:
                connection.invalidate()  # it would go back with the short patience
                known = meaning(error, self._path)
                if known is None:
                    raise
                raise known from error
            finally:
                connection.close()
        return not busy

    def close(self) -> None:
        self._engine.dispose()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
