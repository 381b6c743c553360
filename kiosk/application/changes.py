"""`Changed`: the one message that tells faces to look again. It carries what to look at, never the new facts.

Elsewhere: how other processes hear of it (ports.ChangeFeed), what each view asks for then (interface).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    CATALOG = "catalog"
    QUEUEING = "queueing"
    ASSISTANCE = "assistance"
    HALL = "hall"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Changed:
    """`ids`: tickets concerned, as text; empty: look at the subject as a whole."""

    subjects: frozenset[Subject]
    ids: frozenset[str] = frozenset()
