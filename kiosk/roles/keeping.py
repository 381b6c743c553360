"""Looks after the hall's numbers while a kiosk runs: a whole database at the start, backups, room on the disk.

Here: when. Elsewhere: how (infrastructure.database: recovery, backups, reserve). Everything runs on the worker, before the question that comes
next; nobody at the screen waits for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.application.unavailable import DatabaseDamaged, ReserveInUse, Unavailable
from kiosk.interface.shared.qml import QObject, Signal

if TYPE_CHECKING:
    from kiosk.application.unavailable import DatabaseRestored
    from kiosk.interface.shared.jobs import Jobs
    from kiosk.roles.parts import Parts

BACKUP_MINUTES = 10
"""Between two backups, when something was written. What a recovery cannot take from the issued log is at most this old."""
MEND_MINUTES = 5
"""Between two recoveries of one run: a disk that damages everything is not fought."""

log = logging.getLogger(__name__)


class Keeping(QObject):
    """`told` says something to staff, once each time it begins. `reopened`: another file is in the database's place."""

    told = Signal(object)
    reopened = Signal()

    def __init__(self, parts: Parts, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._jobs = jobs
        self._unsaved = True
        self._minutes = 0
        self._mended_at: int | None = None
        self._openings = 0
        self._restored: DatabaseRestored | None = None
        self._without_room = False

    def start(self) -> None:
        """The first deed on the database: mends it where that is needed, then makes a copy."""
        self._run(self._begin)

    def something_was_written(self) -> None:
        self._unsaved = True

    def minute_passed(self) -> None:
        self._minutes += 1
        self._run(self._back_up if self._unsaved and self._minutes % BACKUP_MINUTES == 0 else self._parts.keep_reserve)

    def hurt(self) -> None:
        """A question found the database damaged."""
        if self._mended_at is None or self._minutes - self._mended_at >= MEND_MINUTES:
            self._mended_at = self._minutes
            self._run(self._begin)

    def close(self) -> None:
        """The last copy, when the workers have ended."""
        if self._unsaved and self._parts.openings:
            try:
                self._back_up()
            except Unavailable as why:
                log.warning("no backup at the end: %s", why)

    def _run(self, deed: Callable[[], bool]) -> None:
        # What is away is said by the questions that the screen asks.
        self._jobs.run(deed, self._done, unavailable=lambda _: self._tell())

    def _begin(self) -> bool:
        """On the worker."""
        self._parts.mend()
        return self._back_up()

    def _back_up(self) -> bool:
        """On the worker, or at the end. True when room is kept on the disk; a disk without it gets no copies."""
        if not self._parts.keep_reserve():
            return False
        self._unsaved = False
        try:
            self._parts.back_up()
        except DatabaseDamaged:
            self._parts.mend()
            self._parts.back_up()
        return True

    def _done(self, has_room: bool) -> None:  # noqa: FBT001  (a callback of Jobs)
        if not has_room and not self._without_room:
            self.told.emit(ReserveInUse(path=str(self._parts.database.parent)))
        self._without_room = not has_room
        self._tell()

    def _tell(self) -> None:
        restored = self._parts.restored
        if restored is not None and restored is not self._restored:
            self.told.emit(restored)
        self._restored = restored
        if self._parts.openings != self._openings:
            first, self._openings = self._openings == 0, self._parts.openings
            if not first:
                self.reopened.emit()
