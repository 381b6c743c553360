"""Makes a hall's database, or brings an older one up to date. Runs in a child process under one lock (roles.parts), never in a kiosk.

Elsewhere: whether it is needed (readiness.py), damaged files (recovery.py), the tables (migrations/versions).
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, func, inspect, select

from kiosk.domain.audit import NoteState
from kiosk.domain.hall import DayKind, SpecialDay
from kiosk.infrastructure.database.audit import chain_head
from kiosk.infrastructure.database.audit_head import AuditHeadFile
from kiosk.infrastructure.database.calendar import SqlCalendarRepository
from kiosk.infrastructure.database.engine import WRITING, open_engine
from kiosk.infrastructure.database.readiness import Readiness, readiness
from kiosk.infrastructure.database.schema import calendar_year
from kiosk.infrastructure.database.unit_of_work import translated


def bring_up_to_date(path: Path) -> None:
    """All or nothing: schema and calendar in one transaction. Does nothing to a current database."""
    if readiness(path) is Readiness.CURRENT:
        return
    engine = open_engine(path)
    try:
        with translated(path), engine.connect().execution_options(**WRITING) as connection, connection.begin():
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
            config.attributes["connection"] = connection
            is_chained = _audit_is_chained(connection)
            command.upgrade(config, "head")
            if connection.execute(select(func.count()).select_from(calendar_year)).scalar_one() == 0:
                _seed_calendar(connection)
            heads = AuditHeadFile.beside(path)
            # Inside the transaction: nobody can append meanwhile. Should it fail, the next try chains to the same head.
            if not is_chained and heads.read().state is NoteState.MISSING:
                head = chain_head(connection)
                with heads.announced(head, head, whatever_stands=True):
                    pass
    finally:
        engine.dispose()


def _audit_is_chained(connection: Connection) -> bool:
    """False for a new database and for one of before the chain: only then may a head be noted where none is."""
    tables = inspect(connection)
    return tables.has_table("audit_entry") and any(column["name"] == "digest" for column in tables.get_columns("audit_entry"))


def _seed_calendar(connection: Connection) -> None:
    """The public holidays and make-up workdays that the `chinesecalendar` package knows; from then on the hall edits them."""
    from chinese_calendar import constants

    calendar = SqlCalendarRepository(connection)
    for kind, days in ((DayKind.HOLIDAY, constants.holidays), (DayKind.WORKDAY, constants.workdays)):
        for day, name in days.items():
            calendar.put(SpecialDay(day, kind, constants.Holiday(name).chinese))
    for year in {day.year for day in constants.holidays}:
        calendar.know_year(year)
