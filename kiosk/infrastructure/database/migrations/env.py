"""Alembic's entry: runs the migrations on the connection that first_use.py hands over, inside its transaction.

Elsewhere: the migrations, one file each (versions/).
"""

from __future__ import annotations

from alembic import context

from kiosk.infrastructure.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True, render_as_batch=True
)
context.run_migrations()
