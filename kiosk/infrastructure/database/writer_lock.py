"""A lock between processes on a file: writers of one machine queue here before they ask SQLite, whose own busy wait is unfair.

The operating system lets go of it when a process dies, however it dies.

Elsewhere: what is done behind it (unit_of_work.py), one program at a time on a screen (roles.parts).
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.application.unavailable import DataFolderReadOnly, DiskFull

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})  # Windows has no EDQUOT

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_lock(descriptor: int, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while not _try_lock(descriptor):
            if time.monotonic() >= until:
                return False
            time.sleep(0.002)
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in {errno.EAGAIN, errno.EACCES}:
                return False
            raise
        return True

    def _wait_lock(descriptor: int, seconds: float) -> bool:
        """The kernel wakes waiters in order, but knows no deadline: a thread waits, and this one waits for it."""
        got = threading.Event()
        gave_up = threading.Lock()
        abandoned = False

        def wait() -> None:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            with gave_up:
                if abandoned:
                    os.close(descriptor)
                else:
                    got.set()

        threading.Thread(target=wait, name="writer-lock", daemon=True).start()
        if got.wait(seconds):
            return True
        with gave_up:
            if got.is_set():
                return True
            abandoned = True
        return False

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class WriterLock:
    """One file, one holder among all processes and threads."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def held(self, seconds: float) -> Iterator[bool]:
        """Yields False when the lock could not be had within `seconds`. DataFolderReadOnly, DiskFull when the file cannot be made."""
        descriptor = self._open()
        # Each holder has a descriptor of its own: flock is per open file, so two threads of one process exclude each other too.
        owned = _try_lock(descriptor)
        if not owned and not _wait_lock(descriptor, seconds):
            if sys.platform == "win32":
                os.close(descriptor)
            yield False
            return
        try:
            yield True
        finally:
            _unlock(descriptor)
            os.close(descriptor)

    def _open(self) -> int:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        except OSError as error:
            if error.errno in _FULL:
                raise DiskFull(error, path=str(self._path.parent)) from error
            raise DataFolderReadOnly(error, path=str(self._path.parent)) from error
