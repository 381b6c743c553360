"""Tickets are called, served, parked, transferred; counters are opened and closed by clerks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_OPEN = "state IN ('called', 'serving')"


def upgrade() -> None:
    for column in (
        "since TEXT", "recalls INTEGER DEFAULT 0 NOT NULL", "moved_to TEXT", "for_counter INTEGER", "place BIGINT",
        "more_items TEXT DEFAULT '' NOT NULL", "first_asked TEXT", "parked_for TEXT", "version INTEGER DEFAULT 0 NOT NULL",
    ):  # fmt: skip
        op.execute(f"ALTER TABLE ticket ADD COLUMN {column}")
    # A counter has one open ticket from now on: a call used to end the one before it without a word.
    op.execute(
        "UPDATE ticket SET state = 'finished' WHERE state = 'called' AND EXISTS (SELECT 1 FROM ticket AS later WHERE later.state = 'called'"
        " AND later.day = ticket.day AND later.counter = ticket.counter"
        " AND (later.called_at > ticket.called_at OR (later.called_at = ticket.called_at AND later.id > ticket.id)))"
    )
    op.execute("UPDATE ticket SET since = called_at, version = 1 WHERE called_at IS NOT NULL")
    op.create_index(
        "uq_ticket_at_a_counter", "ticket", ["day", "counter"], unique=True, sqlite_where=sa.text(_OPEN), postgresql_where=sa.text(_OPEN)
    )
    op.execute("ALTER TABLE ticket_event ADD COLUMN counter INTEGER")
    op.execute("ALTER TABLE ticket_event ADD COLUMN staff TEXT")
    op.execute("ALTER TABLE ticket_event ADD COLUMN undoes INTEGER CONSTRAINT fk_ticket_event_undoes REFERENCES ticket_event (id)")
    op.execute("UPDATE ticket_event SET counter = CAST(detail AS INTEGER), detail = NULL WHERE kind = 'called'")
    op.create_index("uq_ticket_event_undoes", "ticket_event", ["undoes"], unique=True)
    op.create_index("ix_ticket_event_counter", "ticket_event", ["counter"])
    op.drop_table("calling_run")
    op.create_table(
        "calling_run",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("priority_streak", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", "line", name="pk_calling_run"),
    )
    op.create_table(
        "counter_event",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("counter", sa.Integer, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("staff", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_counter_event"),
        sa.UniqueConstraint("day", "counter", "turn", name="uq_counter_event_day_counter_turn"),
    )


def downgrade() -> None:
    op.drop_table("counter_event")
    op.drop_table("calling_run")
    op.create_table(
        "calling_run",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("priority_streak", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_calling_run"),
    )
    op.execute("UPDATE ticket_event SET detail = CAST(counter AS TEXT) WHERE kind = 'called'")
    op.drop_index("ix_ticket_event_counter", "ticket_event")
    op.drop_index("uq_ticket_event_undoes", "ticket_event")
    with op.batch_alter_table("ticket_event") as events:
        for column in ("undoes", "staff", "counter"):
            events.drop_column(column)
    op.drop_index("uq_ticket_at_a_counter", "ticket")
    for column in ("version", "parked_for", "first_asked", "more_items", "place", "for_counter", "moved_to", "recalls", "since"):
        op.drop_column("ticket", column)
