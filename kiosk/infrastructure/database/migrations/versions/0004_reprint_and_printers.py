"""One copy of a ticket's paper at most, and what printers said of themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Written out: Alembic's add_column leaves the check out on SQLite.
    op.execute("ALTER TABLE print_job ADD COLUMN copy INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_print_job_copy CHECK (copy IN (0, 1))")
    op.create_index("ix_print_job_ticket_id_copy", "print_job", ["ticket_id", "copy"], unique=True)
    op.create_table(
        "printer_event",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("printer", sa.Text, nullable=False),
        sa.Column("condition", sa.Text, nullable=False),
        sa.Column("paper_low", sa.Boolean),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_printer_event"),
    )
    op.create_index("ix_printer_event_printer", "printer_event", ["printer"])


def downgrade() -> None:
    op.drop_table("printer_event")
    op.drop_index("ix_print_job_ticket_id_copy", "print_job")
    op.drop_column("print_job", "copy")
