"""The head of the audit's chain, noted in a small file beside the database: by it a cut end and added entries show.

A note is made in two steps around the commit: announced before it (and brought to the disk), settled after it. So the file says exactly where
the chain ends, and after a kill or a power cut between the two steps either head is right. Both steps happen while the writer's lock is held.

A note that does not fit the database is never written over: it is the evidence. Only an admin's `kiosk audit note-anew` replaces it.

Elsewhere: the entries (audit.py), what a wrong head means (domain.audit).
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.application.unavailable import DataFolderReadOnly, DiskFull, Unavailable
from kiosk.domain.audit import EMPTY_HEAD, ChainHead, NotedHead, NoteState
from kiosk.infrastructure.database.faults import is_full

_LINE = re.compile(rb"(\d{20}) ([0-9a-f]{64})\n")
_SIZE = 2 * (20 + 1 + 64 + 1)
"""Two lines, always as long: written in place and far smaller than a sector, so that no power cut leaves half of each."""

_sync = getattr(os, "fdatasync", os.fsync)  # Windows and macOS know only fsync

log = logging.getLogger(__name__)


class AuditHeadFile:
    """Of one database. Writing needs the writer's lock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._told = False

    @classmethod
    def beside(cls, database: Path) -> AuditHeadFile:
        return cls(database.with_name(f"{database.name}.head"))

    def read(self) -> NotedHead:
        """DataFolderReadOnly when the file is there and cannot be read."""
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return NotedHead(NoteState.MISSING)
        except OSError as error:
            raise DataFolderReadOnly(error, path=str(self._path)) from error
        lines = _LINE.findall(content)
        if len(content) != _SIZE or len(lines) != 2:
            return NotedHead(NoteState.UNREADABLE)
        settled, announced = (ChainHead(int(entry), digest.decode()) for entry, digest in lines)
        return NotedHead(NoteState.NOTED, settled, announced)

    @contextmanager
    def announced(self, before: ChainHead, after: ChainHead, *, whatever_stands: bool = False) -> Iterator[None]:
        """Around a commit: the chain, whose head is `before`, will end in `after`. Where another head is noted, nothing is written.

        DiskFull, DataFolderReadOnly before the body: then the act must not be committed either. A body that raises leaves it announced, which
        is as good: the chain still ends in `before`.
        """
        if not (whatever_stands or self._goes_on_from(before)):
            yield
            return
        with self._opened() as descriptor:
            try:
                _write(descriptor, before, after)
                _sync(descriptor)
            except OSError as error:
                raise self._away(error) from error
            yield
            with suppress(OSError):  # an announced head is as good until the next act
                _write(descriptor, after, after)

    def _goes_on_from(self, before: ChainHead) -> bool:
        noted = self.read()
        if noted.fits(before) or (noted.state is NoteState.MISSING and before == EMPTY_HEAD):
            return True
        if not self._told:
            log.error("the noted head of the audit (%s) does not fit the database, which ends at entry %d", noted.state.value, before.entry)
            self._told = True
        return False

    @contextmanager
    def _opened(self) -> Iterator[int]:
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        try:
            descriptor = os.open(self._path, flags, 0o644)
        except OSError as error:
            raise self._away(error) from error
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def _away(self, error: OSError) -> Unavailable:
        return (DiskFull if is_full(error) else DataFolderReadOnly)(error, path=str(self._path.parent))


def _write(descriptor: int, settled: ChainHead, announced: ChainHead) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, b"".join(b"%020d %s\n" % (head.entry, head.digest.encode()) for head in (settled, announced)))
    os.ftruncate(descriptor, _SIZE)
