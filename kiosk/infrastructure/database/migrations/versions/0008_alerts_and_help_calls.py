"""今日停办, help calls with what became of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_STANDING = sa.text("ended_at IS NULL")
_RINGING = sa.text("state = 'ringing'")


def upgrade() -> None:
    op.create_table(
        "alert",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("item", sa.Text),
        sa.Column("line", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("since", sa.Text, nullable=False),
        sa.Column("until", sa.Text, nullable=False),
        sa.Column("ended_at", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_alert"),
        sa.CheckConstraint("(item IS NULL) <> (line IS NULL)", name="ck_alert_target"),
    )
    op.create_index("ix_alert_item", "alert", ["item"], unique=True, sqlite_where=_STANDING, postgresql_where=_STANDING)
    op.create_index("ix_alert_line", "alert", ["line"], unique=True, sqlite_where=_STANDING, postgresql_where=_STANDING)
    op.create_table(
        "help_call",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("kiosk", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("rung_at", sa.Text, nullable=False),
        sa.Column("counter", sa.Integer),
        sa.Column("taken_by", sa.Text),
        sa.Column("taken_at", sa.Text),
        sa.Column("ended_at", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_help_call"),
    )
    op.create_index("ix_help_call_day", "help_call", ["day"])
    op.create_index("ix_help_call_ringing", "help_call", ["kiosk"], unique=True, sqlite_where=_RINGING, postgresql_where=_RINGING)
    op.create_table(
        "help_call_event",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("call_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_help_call_event"),
        sa.ForeignKeyConstraint(["call_id"], ["help_call.id"], name="fk_help_call_event_call_id"),
    )
    op.create_index("ix_help_call_event_call_id", "help_call_event", ["call_id"])


def downgrade() -> None:
    for table in ("help_call_event", "help_call", "alert"):
        op.drop_table(table)
