"""Tickets with their series and events, print jobs, the calendar, the audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", "line", name="pk_series"),
    )
    op.create_table(
        "ticket",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("item", sa.Text),
        sa.Column("ticket_class", sa.Text, nullable=False),
        sa.Column("issued_at", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("ahead", sa.Integer, nullable=False),
        sa.Column("wait_low", sa.Integer),
        sa.Column("wait_high", sa.Integer),
        sa.Column("request_id", sa.Text),
        sa.Column("counter", sa.Integer),
        sa.Column("called_at", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_ticket"),
        sa.UniqueConstraint("day", "line", "sequence", name="uq_ticket_day_line_sequence"),
        sa.UniqueConstraint("request_id", name="uq_ticket_request_id"),
        sa.CheckConstraint("sequence > 0", name="ck_ticket_sequence"),
    )
    op.create_index("ix_ticket_day_state_line_ticket_class", "ticket", ["day", "state", "line", "ticket_class"])
    op.create_table(
        "ticket_event",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("ticket_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("detail", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_event"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_ticket_event_ticket_id"),
    )
    op.create_table(
        "calling_run",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("priority_streak", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_calling_run"),
    )
    op.create_table(
        "print_job",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("ticket_id", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("cause", sa.Text),
        sa.Column("queued_at", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_print_job"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_print_job_ticket_id"),
    )
    op.create_index("ix_print_job_ticket_id", "print_job", ["ticket_id"])
    op.create_table(
        "calendar_day",
        sa.Column("date", sa.Date, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("date", name="pk_calendar_day"),
    )
    op.create_table(
        "calendar_year", sa.Column("year", sa.Integer, nullable=False), sa.PrimaryKeyConstraint("year", name="pk_calendar_year")
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
    )


def downgrade() -> None:
    for table in ("audit_entry", "calendar_year", "calendar_day", "print_job", "calling_run", "ticket_event", "ticket", "series"):
        op.drop_table(table)
