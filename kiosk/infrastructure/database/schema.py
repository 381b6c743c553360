"""The tables. Migrations make them (migrations/versions); a test compares the two.

Moments are text, RFC 3339 in the hall's zone: readable, and order never depends on them. Business days are dates.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

series = Table(
    "series",
    metadata,
    Column("day", Date, primary_key=True),
    Column("line", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)
"""The last sequence of each line and business day."""

ticket = Table(
    "ticket",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("line", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("item", Text),
    Column("ticket_class", Text, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("ahead", Integer, nullable=False),
    Column("wait_low", Integer),
    Column("wait_high", Integer),
    Column("request_id", Text, unique=True),
    Column("counter", Integer),
    Column("called_at", Text),
    UniqueConstraint("day", "line", "sequence"),
    CheckConstraint("sequence > 0", name="sequence"),
)
Index(None, ticket.c.day, ticket.c.state, ticket.c.line, ticket.c.ticket_class)

ticket_event = Table(
    "ticket_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("detail", Text),
)
"""What happened to a ticket, never changed. `detail`: the counter of a call, the state of a print job."""

calling_run = Table(
    "calling_run",
    metadata,
    Column("day", Date, primary_key=True),
    Column("priority_streak", Integer, nullable=False),
)
"""How many priority calls in a row the hall has just made."""

print_job = Table(
    "print_job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("cause", Text),
    Column("queued_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
)

calendar_day = Table(
    "calendar_day",
    metadata,
    Column("date", Date, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
)

calendar_year = Table("calendar_year", metadata, Column("year", Integer, primary_key=True, autoincrement=False))
"""Years whose special days are complete."""

audit_entry = Table(
    "audit_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
)
"""Acts of staff and of the command line. `subject` is `ticket:12`, `catalog:3`, `hall:calendar`; `details` one JSON object."""
