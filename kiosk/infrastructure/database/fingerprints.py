"""Fingerprints of searches: by them a text is known again without being kept. See docs/adr/0013.

The key lies in a file of its own beside the database, so that a copy of the database alone (a backup, one that is sent to somebody) tells
nothing of what was searched. With both at hand a guess can be tried; each try costs what one fingerprint costs, hence the slow function.

Elsewhere: what is counted by them (asked.py), when words become readable (domain.asked).
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from pathlib import Path

from kiosk.application.unavailable import DatabaseUnavailable, DataFolderReadOnly, DiskFull
from kiosk.infrastructure.database.writer_lock import WriterLock

KEY_BYTES = 32
FINGERPRINT_BYTES = 16
_COST, _BLOCK = 2**14, 8
"""scrypt with 16 MB and some 40 ms a fingerprint: nothing for a search that found nothing, hours for a list of guesses."""
_LOCK_SECONDS = 5.0


class KeyedFingerprints:
    """Of one database. Safe to share between threads and processes: whoever comes first makes the key."""

    def __init__(self, key_file: Path) -> None:
        self._key_file = key_file
        self._known: bytes | None = None

    def of(self, words: str) -> bytes:
        """FINGERPRINT_BYTES, the same for the same words while the key lives. DataFolderReadOnly, DiskFull, DatabaseUnavailable without a key."""
        if self._known is None:
            self._known = self._key()
        return hashlib.scrypt(words.encode("utf-8", "surrogatepass"), salt=self._known, n=_COST, r=_BLOCK, p=1, dklen=FINGERPRINT_BYTES)

    def _key(self) -> bytes:
        with WriterLock(self._key_file.with_name(f"{self._key_file.name}.lock")).held(_LOCK_SECONDS) as held:
            if not held:
                raise DatabaseUnavailable("key lock", reason="locked", path=str(self._key_file))
            try:
                return self._stored() or self._made()
            except OSError as error:
                away = DiskFull if error.errno == errno.ENOSPC else DataFolderReadOnly
                raise away(error, path=str(self._key_file.parent)) from error

    def _stored(self) -> bytes | None:
        """None where there is none, or a torn one: then what was counted under it can no longer be recognised, and ages out."""
        try:
            key = self._key_file.read_bytes()
        except FileNotFoundError:
            return None
        return key if len(key) == KEY_BYTES else None

    def _made(self) -> bytes:
        key = secrets.token_bytes(KEY_BYTES)
        fresh = self._key_file.with_name(f"{self._key_file.name}.new")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._key_file)
        return key
