"""Opens a database: one Engine per process, each connection with its pragmas, transactions begun by us and not by the driver.

Elsewhere: which SQLite and which pragmas (sqlite.py), what is handed out (access.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from kiosk.infrastructure.database.sqlite import driver, pragmas

WRITING = {"begin": "BEGIN IMMEDIATE"}
READING = {"begin": "BEGIN"}


def open_engine(path: Path) -> Engine:
    """Connects lazily; SqliteTooOld at once."""
    sqlite = driver()

    def connect() -> Any:  # noqa: ANN401  (a connection of either driver)
        # isolation_level None: the driver would begin by itself, too late and not IMMEDIATE, and commit before every DDL statement.
        connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=64)
        for pragma in pragmas(sqlite.sqlite_version_info):
            connection.execute(pragma)
        return connection

    # hide_parameters: an error in the log must not tell what somebody searched or answered.
    engine = create_engine(
        "sqlite+pysqlite:///kiosk",
        module=sqlite,
        creator=connect,
        pool_size=4,
        max_overflow=4,
        pool_reset_on_return="rollback",
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return engine
