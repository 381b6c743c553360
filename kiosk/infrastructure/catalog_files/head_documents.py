"""The head of an edition file: vocabularies and rows, domain ↔ JSON.

Here: what a kiosk reads before its first frame, so nothing that loads the entries' classes. Elsewhere: whole entries (documents.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kiosk.domain.catalog.edition import LifeEvent, LifeEventGroup
from kiosk.domain.catalog.lists import CatalogList, DepartmentId, EntryCode, LifeEventId, ThemeId

if TYPE_CHECKING:
    from kiosk.domain.catalog.rows import Department, EntryRow, Theme

Document = Mapping[str, Any]
ROW_LENGTH = 16
"""Fields of an EntryRow."""


class RowsInWaiting:
    """The rows of a head, decoded when somebody looks through them. ValueError at once for rows of another shape."""

    def __init__(self, rows: Sequence[Sequence[Any]]) -> None:
        if any(len(row) != ROW_LENGTH for row in rows):
            raise ValueError("a row of another length")
        self._rows = rows

    def __iter__(self) -> Iterator[EntryRow]:
        return (row_from_list(row) for row in self._rows)


def departments_in_waiting(documents: Sequence[Document]) -> Iterator[Department]:
    return (department_from_document(document) for document in documents)


def themes_in_waiting(documents: Sequence[Document]) -> Iterator[Theme]:
    return (theme_from_document(document) for document in documents)


def department_from_document(d: Document) -> Department:
    from kiosk.domain.catalog.rows import Department

    return Department(DepartmentId(d["id"]), d["name"], d["icon"])


def theme_from_document(d: Document) -> Theme:
    from kiosk.domain.catalog.rows import Theme

    return Theme(ThemeId(d["id"]), d["name"], d["icon"])


def life_event_from_document(d: Document) -> LifeEvent:
    return LifeEvent(
        LifeEventId(d["id"]),
        d["name"],
        tuple(d["board_lines"]),
        d["icon"],
        d["hint"],
        tuple(LifeEventGroup(g["title"], g["icon"], _codes(g["items"])) for g in d["groups"]),
        d.get("solemn", False),
    )


def department_to_document(department: Department) -> dict[str, Any]:
    return {"id": department.id, "name": department.name, "icon": department.icon}


def theme_to_document(theme: Theme) -> dict[str, Any]:
    return {"id": theme.id, "name": theme.name, "icon": theme.icon}


def life_event_to_document(event: LifeEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "name": event.name,
        "board_lines": list(event.board_lines),
        "icon": event.icon,
        "hint": event.hint,
        "solemn": event.solemn,
        "groups": [{"title": g.title, "icon": g.icon, "items": list(g.items)} for g in event.groups],
    }


def row_to_list(row: EntryRow) -> list[Any]:
    """A row in the order of EntryRow's fields: without 217 times the same keys an edition is read faster."""
    return [
        row.code,
        row.list.value,
        row.name,
        row.plain_name,
        row.tagline,
        row.department,
        row.theme,
        None if row.hall_role is None else row.hall_role.value,
        row.least_papers,
        row.most_papers,
        row.days,
        row.days_unit,
        row.helpable,
        row.former_issuer,
        row.replaced_by,
        row.sensitive,
    ]


def row_from_list(r: Sequence[Any]) -> EntryRow:
    from kiosk.domain.catalog.entries import HallRole
    from kiosk.domain.catalog.rows import EntryRow

    return EntryRow(
        EntryCode(r[0]), CatalogList(r[1]), r[2], r[3], r[4], r[5], r[6], None if r[7] is None else HallRole(r[7]), r[8], r[9], r[10], r[11], r[12],
        r[13], r[14], r[15],
    )  # fmt: skip


def _codes(codes: Sequence[str]) -> tuple[EntryCode, ...]:
    return tuple(EntryCode(code) for code in codes)
