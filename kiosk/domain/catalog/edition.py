"""A published catalogue as a whole, and its life events.

Here: what the home screen needs at once. Elsewhere: rows and vocabularies (rows.py), the entries themselves (entries.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.domain.catalog.lists import CatalogList, DepartmentId, EntryCode, LifeEventId, ThemeId

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.domain.catalog.entries import Entry, Proof, ServiceItem
    from kiosk.domain.catalog.rows import Department, EntryRow, SearchKeys, Theme


@dataclass(frozen=True, slots=True)
class LifeEventGroup:
    """At most three per life event, in the order in which a person does things."""

    title: str
    icon: str
    items: tuple[EntryCode, ...]


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """One of the twelve boards of the home screen. `board_lines` breaks the name for a narrow board; `icon` is an MDI name."""

    id: LifeEventId
    name: str
    board_lines: tuple[str, ...]
    icon: str
    hint: str
    groups: tuple[LifeEventGroup, ...]
    solemn: bool = False
    """Illness, disability, death: no mascot above the beam."""

    @property
    def items(self) -> tuple[EntryCode, ...]:
        return tuple(dict.fromkeys(code for group in self.groups for code in group.items))


class Edition:
    """A published catalogue: immutable, and complete or refused. Whole entries are decoded one by one when asked for.

    Decoding 217 entries costs more than a first frame may, so `decode` is called per entry and its answers are kept.
    """

    def __init__(
        self,
        *,
        number: int,
        name: str,
        published_on: date,
        content_hash: str,
        rows: Iterable[EntryRow],
        departments: Iterable[Department],
        themes: Iterable[Theme],
        life_events: Sequence[LifeEvent],
        search_keys: Callable[[], Sequence[SearchKeys]],
        decode: Callable[[EntryCode], Entry],
        counts: Mapping[CatalogList, int] | None = None,
        glyphs: Mapping[str, str] | None = None,
        attached: Callable[[str], Path] | None = None,
    ) -> None:
        """`rows`, `departments` and `themes` are read when one is first asked for, `counts` saves reading them for a number. `glyphs`: characters of the icons that
        the vocabularies name, in the icon face. `attached`: see `attached_file`; None where nothing can be attached."""
        self.number = number
        self.name = name
        self.published_on = published_on
        self.content_hash = content_hash
        self._rows = rows
        self._counts = counts
        self.glyphs: Mapping[str, str] = glyphs or {}
        self._departments = departments
        self._themes = themes
        self.life_events: Mapping[LifeEventId, LifeEvent] = {e.id: e for e in life_events}
        self._search_keys = search_keys
        self._decode = decode
        self._attached = attached
        self._entries: dict[EntryCode, Entry] = {}

    def __contains__(self, code: object) -> bool:
        return code in self.rows

    def listed(self, catalog_list: CatalogList) -> Iterator[EntryRow]:
        """The rows of one list in the order of the edition."""
        return (row for row in self.rows.values() if row.list is catalog_list)

    @cached_property
    def rows(self) -> Mapping[EntryCode, EntryRow]:
        """Every entry's row, in the order of the edition."""
        return {row.code: row for row in self._rows}

    @cached_property
    def departments(self) -> Mapping[DepartmentId, Department]:
        return {department.id: department for department in self._departments}

    @cached_property
    def themes(self) -> Mapping[ThemeId, Theme]:
        return {theme.id: theme for theme in self._themes}

    @cached_property
    def counts(self) -> Mapping[CatalogList, int]:
        return self._counts or {which: sum(1 for _ in self.listed(which)) for which in CatalogList}

    @cached_property
    def search_keys(self) -> Sequence[SearchKeys]:
        return self._search_keys()

    def entry(self, code: EntryCode) -> Entry:
        """The whole entry. KeyError for a code that is not in this edition: ask `in` first."""
        if code not in self._entries:
            self._entries[code] = self._decode(code)
        return self._entries[code]

    def item(self, code: EntryCode) -> ServiceItem:
        """KeyError for an unknown code and for a proof."""
        from kiosk.domain.catalog.entries import ServiceItem

        entry = self.entry(code)
        if not isinstance(entry, ServiceItem):
            raise KeyError(code)
        return entry

    def proof(self, code: EntryCode) -> Proof:
        """KeyError for an unknown code and for an item."""
        from kiosk.domain.catalog.entries import Proof

        entry = self.entry(code)
        if not isinstance(entry, Proof):
            raise KeyError(code)
        return entry

    def attached_file(self, content: str) -> Path:
        """Where the attachment or picture with this sha256 lies, its bytes looked through: not for the screen's thread. KeyError where this
        edition has no attachments; AttachmentUnavailable when the file is gone or is not what was published."""
        if self._attached is None:
            raise KeyError(content)
        return self._attached(content)

    def unverified(self) -> int:
        """How many entries wait for 核对. Decodes the whole edition: not for the path to the first frame."""
        from kiosk.domain.catalog.entries import VerificationStatus

        return sum(1 for code in self.rows if self.entry(code).verification.status is VerificationStatus.PENDING)
