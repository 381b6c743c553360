"""The SQLite under the kiosk is newer than the WAL-reset bug (3.7.0 to 3.51.2), which can corrupt a database."""

from __future__ import annotations

import platform

import pytest


@pytest.mark.skipif(platform.machine() == "aarch64", reason="no wheel for this machine: the interpreter's own is checked at start")
def test_the_bundled_sqlite_is_without_the_wal_reset_bug() -> None:
    from pysqlite3 import dbapi2

    assert dbapi2.sqlite_version_info >= (3, 51, 3)
    connection = dbapi2.connect(":memory:")
    try:
        (running,) = connection.execute("select sqlite_version()").fetchone()
    finally:
        connection.close()
    assert running == dbapi2.sqlite_version
