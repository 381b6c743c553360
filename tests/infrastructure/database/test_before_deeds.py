"""A hall that ran before counters had deeds: its calls are carried over, and one counter has one ticket from now on."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config

from kiosk.domain.numbering import BusinessDay
from kiosk.domain.queueing import TicketState
from kiosk.infrastructure import database
from kiosk.infrastructure.database.access import Database
from kiosk.infrastructure.database.engine import WRITING, open_engine
from kiosk.infrastructure.database.first_use import bring_up_to_date
from kiosk.infrastructure.database.sqlite import driver
from tests.support.halls import MONDAY_TEN

_TICKET = (
    "INSERT INTO ticket (day, line, sequence, ticket_class, issued_at, state, ahead, counter, called_at)"
    " VALUES ('2026-11-23', 'A', ?, 'normal', '2026-11-23T09:00:00+08:00', ?, 0, ?, ?)"
)
_EVENT = "INSERT INTO ticket_event (ticket_id, kind, at, detail) VALUES (?, 'called', '2026-11-23T09:30:00+08:00', '1')"


def before_deeds(path: Path) -> None:
    """A file of revision 0006 with two calls to counter 1 and one to counter 2."""
    engine = open_engine(path)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
    engine.dispose()
    with closing(driver().connect(str(path))) as connection:
        for sequence, counter, minute in ((1, 1, 30), (2, 1, 40), (3, 2, 35)):
            connection.execute(_TICKET, (sequence, "called", counter, f"2026-11-23T09:{minute}:00+08:00"))
        connection.execute(_TICKET, (4, "waiting", None, None))
        connection.execute(_EVENT, (1,))
        connection.commit()


def test_calls_of_before_are_carried_over(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite3"
    before_deeds(path)
    bring_up_to_date(path)
    opened = Database(path)
    try:
        with opened.snapshot() as snapshot:
            tickets = snapshot.tickets.on_day(BusinessDay(MONDAY_TEN.date()))
            (moment,) = snapshot.ticket_history.of(tickets[0].id)
    finally:
        opened.close()
    assert [(ticket.state, ticket.counter) for ticket in tickets] == [
        (TicketState.FINISHED, 1), (TicketState.CALLED, 1), (TicketState.CALLED, 2), (TicketState.WAITING, None)
    ]  # fmt: skip
    assert [ticket.since for ticket in tickets] == [ticket.called_at for ticket in tickets]
    assert moment.counter == 1
