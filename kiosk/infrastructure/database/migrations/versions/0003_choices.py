"""What a person told and ticked before taking a number: the only personal table, emptied when its day is over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ticket_choices",
        sa.Column("ticket_id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("edition", sa.Text, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("ticks", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("ticket_id", name="pk_ticket_choices"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_ticket_choices_ticket_id"),
    )


def downgrade() -> None:
    op.drop_table("ticket_choices")
