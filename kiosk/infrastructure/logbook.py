"""The log: rotating files in the data directory, without personal data. A folder that cannot be written sends errors to stderr.

Elsewhere: what is told to whom besides (roles.running), the record of acts (database.audit).
"""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LINE = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"
_BYTES = 2_000_000
_FILES = 5


def keep_log(folder: Path, program: str) -> logging.Handler:
    """Logs warnings and worse of every library and all of the kiosk's own from INFO into `folder`/`program`.log. The handler is returned for closing."""
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Two processes of one program may write: each opens the file for appending, and only lines go in.
        handler = RotatingFileHandler(folder / f"{program}.log", maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
        handler.setLevel(logging.ERROR)
    handler.setFormatter(logging.Formatter(_LINE))
    handler.addFilter(lambda record: record.name.startswith("kiosk") or record.levelno >= logging.WARNING)
    root = logging.getLogger()
    root.addHandler(handler)
    logging.getLogger("kiosk").setLevel(logging.INFO)
    return handler
