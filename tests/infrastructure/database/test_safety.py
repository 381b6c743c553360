"""Which SQLite may write, how durably, and what the cheap check at start knows."""

import importlib.resources
import sys
from types import SimpleNamespace

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from kiosk.application.unavailable import SqliteTooOld
from kiosk.infrastructure.database import first_use, sqlite
from kiosk.infrastructure.database.readiness import REVISIONS


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False), ((3, 50, 6), False),
        ((3, 50, 7), True), ((3, 51, 0), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 4), True),
    ],
)  # fmt: skip
def test_wal_is_only_used_where_its_reset_is_mended(version: tuple[int, ...], safe: bool) -> None:
    assert sqlite.wal_is_safe(version) is safe
    journal = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL") if safe else ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA")
    assert sqlite.pragmas(version)[1:3] == journal


def test_an_sqlite_that_cannot_return_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    old = SimpleNamespace(sqlite_version="3.31.1", sqlite_version_info=(3, 31, 1))
    monkeypatch.setitem(sys.modules, "pysqlite3", SimpleNamespace(dbapi2=old))
    with pytest.raises(SqliteTooOld) as told:
        sqlite.driver()
    assert told.value.facts() == {"version": "3.31.1"}


def test_without_the_bundled_sqlite_the_interpreters_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysqlite3", None)
    assert sqlite.driver().__name__.startswith("sqlite3")


def test_the_cheap_check_knows_all_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(importlib.resources.files(first_use.__package__ or "") / "migrations"))
    script = ScriptDirectory.from_config(config)
    assert tuple(reversed([revision.revision for revision in script.walk_revisions()])) == REVISIONS
