"""VoiceRepository over SQL: whether the displays are heard, one row a change.

Elsewhere: the voice itself (infrastructure.speech), the port (application.ports).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from kiosk.application.ports import VoiceSeen
from kiosk.application.unavailable import VoiceCause
from kiosk.infrastructure.database.schema import voice_event

_LAST = select(func.max(voice_event.c.id)).group_by(voice_event.c.display)
_NOW = select(voice_event).where(voice_event.c.id.in_(_LAST)).order_by(voice_event.c.display)


class SqlVoiceRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def now(self) -> Sequence[VoiceSeen]:
        return [
            VoiceSeen(row.display, VoiceCause(row.silent) if row.silent else None, datetime.fromisoformat(row.at))
            for row in self._connection.execute(_NOW)
        ]

    def record(self, display: str, silent: VoiceCause | None, at: datetime) -> None:
        row = {"display": display, "silent": silent.value if silent else None, "at": at.isoformat(timespec="seconds")}
        self._connection.execute(insert(voice_event), row)
