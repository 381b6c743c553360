"""What the driver says of files that are not even text: damage, and no bug."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.application.unavailable import DatabaseDamaged
from kiosk.infrastructure.database.backups import require_whole
from kiosk.infrastructure.database.readiness import readiness
from kiosk.infrastructure.database.sqlite import driver


@pytest.fixture
def garbled(tmp_path: Path) -> Path:
    """A database whose schema names a table in bytes that are no UTF-8: SQLite quotes them in its error, which the driver then cannot decode."""
    path = tmp_path / "kiosk.sqlite3"
    with closing(driver().connect(str(path))) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("CREATE TABLE ticket (id INTEGER)")
    content = path.read_bytes()
    assert content.count(b"tableticketticket") == 1
    path.write_bytes(
        content.replace(b"tableticketticket", b"table\xcd\xfe\xcd\xfe\xcd\xfeticket").replace(
            b"CREATE TABLE ticket", b"CREATE TABEL ticket"
        )
    )
    with closing(driver().connect(str(path))) as connection, pytest.raises(UnicodeDecodeError):
        connection.execute("SELECT name FROM sqlite_master").fetchall()
    return path


@pytest.mark.parametrize("look", [readiness, require_whole])
def test_an_error_that_cannot_be_read_is_damage(garbled: Path, look: object) -> None:
    assert callable(look)
    with pytest.raises(DatabaseDamaged):
        look(garbled)
