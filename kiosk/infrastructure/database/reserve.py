"""Room on the disk that is kept for tickets: a file that is given up when a write fails because the disk is full.

Given up, its room lets running tickets be finished and thousands of numbers be written. It is taken again when there is space enough.

Elsewhere: when it is looked after (roles.keeping), trying a deed again with it (roles.parts).
"""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

BYTES = 8 * 1024 * 1024
SPARE = 8 * BYTES
"""Free space from which on the room is taken back: less would make the next log line find the disk full again."""

log = logging.getLogger(__name__)


class DiskReserve:
    """One file beside the database, shared by all its processes."""

    def __init__(self, path: Path, *, size: int = BYTES, spare: int = SPARE) -> None:
        self._path = path
        self._size = size
        self._spare = spare

    @classmethod
    def beside(cls, database: Path) -> DiskReserve:
        return cls(database.with_name(f"{database.name}.reserve"))

    @property
    def kept(self) -> bool:
        try:
            return self._path.stat().st_size == self._size
        except OSError:
            return False

    def release(self) -> bool:
        """True when there was room to give up, so that a second try is worth it."""
        try:
            had_room = self._path.stat().st_size > 0
            self._path.unlink()
        except OSError:
            return False
        if had_room:
            log.error("the disk is full; the reserve of %d bytes is given up", self._size)
        return had_room

    def restore(self) -> bool:
        """Takes the room where the disk has plenty. True when it is kept afterwards."""
        if self.kept:
            return True
        part = self._path.with_name(f"{self._path.name}.part")
        try:
            if shutil.disk_usage(self._path.parent).free < self._size + self._spare:
                return False
            with part.open("wb") as file:
                # Real bytes: a file with holes holds no room.
                for _ in range(self._size // 65536):
                    file.write(b"\0" * 65536)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError as error:
            log.warning("the disk reserve cannot be taken: %s", error)
            part.unlink(missing_ok=True)
            return False
        return True
