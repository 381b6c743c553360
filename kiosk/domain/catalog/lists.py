"""The four lists and the codes by which entries and vocabularies are known.

Elsewhere: the entries (entries.py), the edition that holds them (edition.py).
"""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

EntryCode = NewType("EntryCode", str)
"""WHL-…, BL-… or QX-…: never reused, never renamed."""
DepartmentId = NewType("DepartmentId", str)
ThemeId = NewType("ThemeId", str)
LifeEventId = NewType("LifeEventId", str)


class CatalogList(StrEnum):
    """The four lists on the hall's boards. The values are stable (command line, file names)."""

    CONVENIENCE = "convenience"
    SOCIAL_SECURITY = "social_security"
    RETAINED = "retained"
    ABOLISHED = "abolished"
