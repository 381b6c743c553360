"""What was expected of each wait, how right that was, and what the hall's own service times say."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_ticket_event_ticket_id_kind", "ticket_event", ["ticket_id", "kind"])
    op.create_table(
        "wait_estimate",
        sa.Column("ticket_id", sa.Integer, nullable=False),
        sa.Column("expected_seconds", sa.Integer, nullable=False),
        sa.Column("ground", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", name="pk_wait_estimate"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_wait_estimate_ticket_id"),
    )
    op.create_table(
        "wait_score",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.Column("tickets", sa.Integer, nullable=False),
        sa.Column("own", sa.Integer, nullable=False),
        sa.Column("inside", sa.Integer, nullable=False),
        sa.Column("minutes_off", sa.Float, nullable=False),
        sa.Column("minutes_longer", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("day", "line", name="pk_wait_score"),
    )
    op.create_table(
        "service_times",
        sa.Column("until", sa.Date, nullable=False),
        sa.Column("times", sa.Text),
        sa.PrimaryKeyConstraint("until", name="pk_service_times"),
    )


def downgrade() -> None:
    for table in ("service_times", "wait_score", "wait_estimate"):
        op.drop_table(table)
    op.drop_index("ix_ticket_event_ticket_id_kind", "ticket_event")
