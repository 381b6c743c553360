"""AuditRepository over SQL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, insert

from kiosk.application.unavailable import Fact
from kiosk.infrastructure.database.schema import audit_entry


class SqlAuditRepository:
    """Lives as long as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, *, act: str, actor: str, at: datetime, subject: str, details: Mapping[str, Fact]) -> None:
        text = json.dumps(dict(details), ensure_ascii=False, sort_keys=True)
        row = {"at": at.isoformat(timespec="seconds"), "actor": actor, "act": act, "subject": subject, "details": text}
        self._connection.execute(insert(audit_entry), row)
