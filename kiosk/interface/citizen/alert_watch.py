"""今日停办 on rows of entries: lists, life events, search. A row says it where its time stands, and says it aloud.

Here: which rows, and when they must be looked at anew. Elsewhere: guide, my list and 取号, which have it from the queue watch themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kiosk.domain.alerts import Alert, alert_on
from kiosk.domain.catalog import Edition, EntryCode
from kiosk.interface.citizen.entry_rows import EntryRowView, is_proof
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.shared.alert_words import STOPPED
from kiosk.interface.shared.qml import QObject, Signal, Slot


class AlertWatch(QObject):
    """`changed` fires when something else is stopped than before: the queue moves many times a minute, alerts once a week."""

    changed = Signal()

    def __init__(self, edition: Edition, queue: QueueWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition = edition
        self._queue = queue
        self._standing = self._alerts()
        queue.changed.connect(self._queue_moved)

    def mark(self, rows: Iterable[EntryRowView]) -> tuple[EntryRowView, ...]:
        """The same rows; those of what is stopped say so."""
        if not self._standing:
            return tuple(rows)
        return tuple(replace(row, time=STOPPED, spoken=f"{row.spoken}，{STOPPED}") if self._is_stopped(row) else row for row in rows)

    def _is_stopped(self, row: EntryRowView) -> bool:
        code = EntryCode(row.key)
        now = self._queue.now
        if now is None or is_proof(self._edition.rows[code]):
            return False
        # The line stands in the whole entry, which is decoded on demand: only where a whole line is stopped.
        line = self._edition.item(code).line if any(alert.item is None for alert in self._standing) else ""
        return alert_on(self._standing, item=code, line=line, moment=now.at) is not None

    def _alerts(self) -> tuple[Alert, ...]:
        return self._queue.now.alerts if self._queue.now is not None else ()

    @Slot()
    def _queue_moved(self) -> None:
        standing = self._alerts()
        if standing != self._standing:
            self._standing = standing
            self.changed.emit()
