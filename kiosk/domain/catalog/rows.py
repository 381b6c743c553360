"""What lists and search need of the entries, and the vocabularies they are sorted by.

Here: rows, search keys, departments, themes. Elsewhere: the entries themselves (entries.py), the edition they stand in (edition.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.catalog.entries import HallRole
from kiosk.domain.catalog.lists import CatalogList, DepartmentId, EntryCode, ThemeId


@dataclass(frozen=True, slots=True)
class Department:
    id: DepartmentId
    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class Theme:
    id: ThemeId
    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What a list shows of an entry: the small part of an edition that is read at start. `code` finds the whole entry."""

    code: EntryCode
    list: CatalogList
    name: str
    plain_name: str
    tagline: str
    department: DepartmentId | None
    theme: ThemeId | None
    hall_role: HallRole | None
    least_papers: int
    most_papers: int
    days: int | None
    days_unit: str | None
    helpable: bool | None
    former_issuer: str | None
    replaced_by: str | None
    sensitive: bool


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """What search compares a query with, computed when an edition is published.

    `names` is (plain name, official name) without repetition; `initials` and `full` stand side by side with `names + aliases`, one
    string each. Between alternative readings of one name stands `|`. Initials are lower-case; in `full` every syllable starts with a
    capital (`SheBaoKa`) so that a match can only start where a syllable does. ü is read both v and u. Digits and Latin letters stand
    for themselves in lower case; punctuation and spaces are left out. `words` are further words of the entry, without readings.
    """

    code: EntryCode
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    words: tuple[str, ...]
    initials: tuple[str, ...]
    full: tuple[str, ...]
