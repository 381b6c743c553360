"""What the SQLite driver's errors mean for the kiosk. The only place that reads their words. Knows no SQLAlchemy: it is given the driver's error.

Elsewhere: the classes that errors become (application.unavailable).
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from kiosk.application.unavailable import DatabaseDamaged, DatabaseUnavailable, DataFolderReadOnly, DiskFull, Unavailable

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})  # Windows has no EDQUOT


def is_full(error: OSError) -> bool:
    """No room on the disk, in the quota or in the size that a file may have."""
    return error.errno in _FULL


def meaning(error: BaseException, path: Path) -> Unavailable | None:
    """The port's error for a driver's error; None: it is a bug (a constraint, wrong SQL).

    Trap: where the schema is garbled, SQLite's words quote it, and the driver fails to decode its own message: UnicodeDecodeError, no error of
    SQLite's. Whoever asks the driver catches both.
    """
    if isinstance(error, UnicodeDecodeError):
        return DatabaseDamaged("an error that cannot be read", path=str(path))
    words = str(error).lower()
    name = str(getattr(error, "sqlite_errorname", ""))
    if "not a database" in words or "malformed" in words or "corrupt" in words or "unsupported file format" in words:
        return DatabaseDamaged(error, path=str(path))
    if "could not decode to utf-8" in words:  # SQLite keeps whatever bytes are there
        return DatabaseDamaged("text that is no text", path=str(path))
    if "disk is full" in words or "disk full" in words or name.startswith("SQLITE_IOERR_WRITE"):
        return DiskFull(error, path=str(path.parent))
    if "readonly database" in words or "read-only" in words:
        return DataFolderReadOnly(error, path=str(path.parent))
    if "locked" in words or "busy" in words:
        return DatabaseUnavailable(error, reason="locked", path=str(path))
    if "unable to open" in words:
        writable = os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
        return DatabaseUnavailable(error, reason="away", path=str(path)) if writable else DataFolderReadOnly(error, path=str(path.parent))
    if "i/o error" in words:
        # Without error names (an older driver) a write past a quota looks like any failing disk: ask the disk.
        return DiskFull(error, path=str(path.parent)) if _full(path.parent) else DatabaseUnavailable(error, reason="disk", path=str(path))
    return None


def _full(folder: Path) -> bool:
    try:
        probe = folder / f".probe.{os.getpid()}"
        probe.write_bytes(b"\0" * 65536)
        probe.unlink()
    except OSError:
        return True
    return False
