"""Attachments once they are published: immutable files named by the sha256 of their bytes, in a folder beside the editions that use them.

Here: finding one again. Standard library only, loaded when the first attachment is asked for. Elsewhere: how they come there
(edition_publishing.py), what they are (attachments.py).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from kiosk.application.unavailable import AttachmentUnavailable

STORE = "attachments"
CONTENT_NAME = re.compile(r"[0-9a-f]{64}")


def store_of(edition_file: Path) -> Path:
    return edition_file.parent / STORE


def attached_file(store: Path, content: str) -> Path:
    """The file with this content, read and compared. AttachmentUnavailable when it is gone, cannot be read or is not what was published."""
    if not CONTENT_NAME.fullmatch(content):
        raise AttachmentUnavailable(path=str(store), reason="damaged")
    path = store / content
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise AttachmentUnavailable(error, path=str(path), reason="missing") from error
    except OSError as error:
        raise AttachmentUnavailable(error, path=str(path), reason="damaged") from error
    if found != content:
        raise AttachmentUnavailable(path=str(path), reason="damaged")
    return path
