"""Displays say whether their calls are heard."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "voice_event",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("display", sa.Text, nullable=False),
        sa.Column("silent", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_voice_event"),
    )
    op.create_index("ix_voice_event_display", "voice_event", ["display"])


def downgrade() -> None:
    op.drop_table("voice_event")
