"""Searches without a hit: a number a day, fingerprints of texts, and words that were seen often enough."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_miss_day",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_search_miss_day"),
    )
    op.create_table(
        "search_miss_sighting",
        sa.Column("fingerprint", sa.LargeBinary, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_search_miss_sighting"),
    )
    op.create_table(
        "search_miss_words",
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("words", name="pk_search_miss_words"),
    )


def downgrade() -> None:
    for table in ("search_miss_words", "search_miss_sighting", "search_miss_day"):
        op.drop_table(table)
