"""AuditRepository over SQL: appends to the chain of hashes, gives it back as it lies on disk.

Appends are serialised by the writer's transaction; the unique `former` refuses a fork whatever the database. Code that works below SQLAlchemy
appends with `append_raw`.

Elsewhere: how an entry is hashed (domain.audit), the head beside the database (audit_head.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, LargeBinary, bindparam, cast, func, insert, select

from kiosk.application.ports import AuditEntry
from kiosk.application.unavailable import Fact
from kiosk.domain.audit import EMPTY_HEAD, ChainHead, ChainLink, NotedHead, link_digest
from kiosk.infrastructure.database.audit_head import AuditHeadFile
from kiosk.infrastructure.database.schema import audit_entry

_entry = audit_entry.c
_CONTENT = (_entry.at, _entry.actor, _entry.act, _entry.subject, _entry.details)
_HEAD = select(_entry.id, _entry.digest).order_by(_entry.id.desc()).limit(1)
_APPEND = insert(audit_entry)
_LATEST = select(audit_entry).order_by(_entry.id.desc()).limit(bindparam("limit"))
# Bytes and their storage class: SQLite keeps what it is given, and text that is no UTF-8 must be found, not stumbled over.
_LINKS = (
    select(_entry.id, *(part for column in (*_CONTENT, _entry.former, _entry.digest) for part in (func.typeof(column), cast(column, LargeBinary))))
    .where(_entry.id <= bindparam("until"))
    .order_by(_entry.id)
)  # fmt: skip


class SqlAuditRepository:
    """Lives as long as its transaction. The unit of work commits inside `noted`."""

    def __init__(self, connection: Connection, head_file: AuditHeadFile) -> None:
        self._connection = connection
        self._head_file = head_file
        self._before: ChainHead | None = None
        self._after: ChainHead | None = None
        self._anew = False

    def record(self, *, act: str, actor: str, at: datetime, subject: str, details: Mapping[str, Fact]) -> None:
        before = self._after or self.head()
        text = json.dumps(dict(details), ensure_ascii=False, sort_keys=True)
        row, after = _chained(before, at=at.isoformat(timespec="seconds"), actor=actor, act=act, subject=subject, details=text)
        self._connection.execute(_APPEND, row)
        self._before, self._after = self._before or before, after

    def head(self) -> ChainHead:
        return chain_head(self._connection)

    def noted_head(self) -> NotedHead:
        return self._head_file.read()

    def note_anew(self) -> None:
        self._anew = True

    def links(self, until: int) -> Iterator[ChainLink]:
        for entry, *fields in self._connection.execute(_LINKS, {"until": until}).yield_per(1000):
            kinds, values = fields[::2], fields[1::2]
            content = tuple(bytes(value) for value in values[:5]) if all(kind == "text" for kind in kinds[:5]) else None
            former, digest = (bytes(value).decode("ascii", "replace") if value is not None else "" for value in values[5:])
            yield ChainLink(entry, content, former, digest)

    def latest(self, limit: int) -> Sequence[AuditEntry]:
        rows = self._connection.execute(_LATEST, {"limit": limit})
        return [AuditEntry(row.id, row.at, row.actor, row.act, row.subject, _read(row.details), row.digest) for row in rows]

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Around the commit: notes where the chain ends then. Nothing to do where nothing was recorded."""
        if self._before is None or self._after is None:
            yield
            return
        with self._head_file.announced(self._before, self._after, whatever_stands=self._anew):
            yield
        self._before = self._after = None
        self._anew = False


def chain_head(connection: Connection) -> ChainHead:
    """The last entry; EMPTY_HEAD before the first."""
    row = connection.execute(_HEAD).one_or_none()
    return EMPTY_HEAD if row is None else ChainHead(row.id, str(row.digest))


def append_raw(connection: Any, *, at: str, actor: str, act: str, subject: str, details: str) -> tuple[ChainHead, ChainHead]:  # noqa: ANN401
    """Appends inside the open transaction of a driver's own connection; the heads before and after, for AuditHeadFile."""
    row = connection.execute("SELECT id, digest FROM audit_entry ORDER BY id DESC LIMIT 1").fetchone()
    before = EMPTY_HEAD if row is None else ChainHead(row[0], str(row[1]))
    values, after = _chained(before, at=at, actor=actor, act=act, subject=subject, details=details)
    connection.execute(
        "INSERT INTO audit_entry (id, at, actor, act, subject, details, former, digest)"
        " VALUES (:id, :at, :actor, :act, :subject, :details, :former, :digest)",
        values,
    )
    return before, after


def _chained(before: ChainHead, **content: str) -> tuple[dict[str, str | int], ChainHead]:
    # The actor is the system's word (a user name may be bytes that are no UTF-8): it must be the same bytes on disk and in the hash.
    clean = {name: value.encode("utf-8", "backslashreplace").decode() for name, value in content.items()}
    fields = tuple(clean[column.name].encode() for column in _CONTENT)
    entry = before.entry + 1
    digest = link_digest(former=before.digest, entry=entry, content=fields)
    return {"id": entry, **clean, "former": before.digest, "digest": digest}, ChainHead(entry, digest)


def _read(details: str) -> Mapping[str, Fact]:
    """What somebody has changed by hand may be no JSON; `kiosk audit verify` tells of it."""
    try:
        found = json.loads(details)
    except ValueError:
        return {"unreadable": True}
    return found if isinstance(found, dict) else {"unreadable": True}
