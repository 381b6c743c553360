"""Accounts of staff; each audit entry carries the hash of the one before it and of its own content. Entries that are there are chained as they are."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_FIELDS = ("at", "actor", "act", "subject", "details")


def upgrade() -> None:
    _chain_the_audit()
    op.create_table(
        "staff_member",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("label", sa.Text),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("wrong_tries", sa.Integer, nullable=False),
        sa.Column("code_expires_at", sa.Text),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("withdrawn_at", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_staff_member"),
        sa.CheckConstraint("wrong_tries >= 0", name="ck_staff_member_wrong_tries"),
    )
    op.create_table(
        "staff_countdown",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("boot", sa.Text, nullable=False),
        sa.Column("left", sa.Float, nullable=False),
        sa.Column("uptime", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("number", "purpose", "boot", name="pk_staff_countdown"),
        sa.ForeignKeyConstraint(["number"], ["staff_member.number"], name="fk_staff_countdown_number"),
        sa.CheckConstraint("purpose IN ('delay', 'code')", name="ck_staff_countdown_purpose"),
    )


def downgrade() -> None:
    op.drop_table("staff_countdown")
    op.drop_table("staff_member")
    with op.batch_alter_table("audit_entry") as entries:
        entries.drop_constraint("uq_audit_entry_former", type_="unique")
        entries.drop_column("digest")
        entries.drop_column("former")


def _chain_the_audit() -> None:
    """A new table in the old one's place: SQLite adds no column that must not be empty."""
    entries = op.create_table(
        "audit_chain",
        sa.Column("id", sa.Integer, nullable=False),
        *(sa.Column(field, sa.Text, nullable=False) for field in _FIELDS),
        sa.Column("former", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entry"),
        sa.UniqueConstraint("former", name="uq_audit_entry_former"),
    )
    connection = op.get_bind()
    former = "0" * 64
    for row in connection.execute(sa.text("SELECT id, at, actor, act, subject, details FROM audit_entry ORDER BY id")).all():
        content = tuple(str(field) for field in row[1:])
        digest = _digest(former, row.id, content)
        chained = {"id": row.id, **dict(zip(_FIELDS, content, strict=True)), "former": former, "digest": digest}
        connection.execute(sa.insert(entries), chained)
        former = digest
    op.drop_table("audit_entry")
    op.rename_table("audit_chain", "audit_entry")


def _digest(former: str, entry: int, content: tuple[str, ...]) -> str:
    # As domain.audit.link_digest was when this migration was written: what is on disk does not move with the program.
    running = hashlib.sha256(b"jinxiaoer audit 1")
    for field in (former, str(entry), *content):
        data = field.encode()
        running.update(len(data).to_bytes(8, "big"))
        running.update(data)
    return running.hexdigest()
