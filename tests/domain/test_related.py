"""Which entries a guide suggests at its foot, on made-up catalogues and on the real one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.catalog import (
    CatalogList,
    Edition,
    Entry,
    EntryCode,
    EntryRow,
    Fee,
    HallRole,
    LifeEvent,
    LifeEventGroup,
    LifeEventId,
    ServiceItem,
    TimeLimit,
)
from kiosk.domain.catalog.lists import DepartmentId, ThemeId
from kiosk.domain.catalog.related import MOST_RELATED, related_entries
from kiosk.infrastructure.catalog_files.edition_file import read_edition
from kiosk.infrastructure.paths import built_edition


def item(code: str, *, related: str = "", proofs: str = "", sensitive: bool = False) -> ServiceItem:
    unknown = TimeLimit(None, None)
    return ServiceItem(
        code=EntryCode(code), list=CatalogList.CONVENIENCE, name="名", plain_name="名", summary=("一句。",), description=None, aliases=(),
        department=DepartmentId("d"), authority="", theme=ThemeId("t"), life_events=(), audience=(), item_type=None, item_subtype=None,
        hall_role=HallRole.ACCEPT, hall_role_words="", line="A", eligibility=(), situations=(), materials=(), steps=(), statutory=unknown,
        promised=unknown, time_note=None, fee=Fee(None, ""), legal_basis=(), result=None, counter_words="", decided_by=None,
        in_person_required=None, visits=None, in_person_note=None, online_note=None, hotline=None, common_mistakes=(), benefit_note=None,
        changes_note=None, related_items=codes(related), proofs=codes(proofs), sensitive=sensitive,
    )  # fmt: skip


def codes(text: str) -> tuple[EntryCode, ...]:
    return tuple(EntryCode(code) for code in text.split())


def edition(items: Iterable[ServiceItem], *groups: str) -> Edition:
    """`groups`: the codes of one group each, all of one life event."""
    entries: dict[EntryCode, Entry] = {one.code: one for one in items}
    rows = [
        EntryRow(
            code=code, list=CatalogList.CONVENIENCE, name="名", plain_name="名", tagline="", department=None, theme=None, hall_role=None,
            least_papers=0, most_papers=0, days=None, days_unit=None, helpable=None, former_issuer=None, replaced_by=None,
            sensitive=entry.sensitive,
        )
        for code, entry in entries.items()
    ]  # fmt: skip
    event = LifeEvent(LifeEventId("e"), "事", ("事",), "ring", "", tuple(LifeEventGroup("组", "ring", codes(group)) for group in groups))
    return Edition(
        number=1, name="试", published_on=date(2026, 11, 22), content_hash="", rows=rows, departments=(), themes=(), life_events=[event],
        search_keys=tuple, decode=entries.__getitem__,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("related", "proofs", "groups", "expected"),
    [
        ("", "", [], ""),
        ("B", "P", [], "B P"),
        ("B", "P", ["A C B D"], "B P C D"),  # named ones first, then what comes after it
        ("", "", ["B C A D"], "D C B"),  # after it, then before it from near to far
        ("", "", ["A B", "C A"], "B C"),  # every group it stands in
        ("B B", "", ["A B"], "B"),  # each once
        ("B C D P", "Q", ["A E"], "B C D P"),  # no more than four
        ("A B", "", ["A"], "B"),  # never itself
        ("GONE B", "", [], "B"),  # only what the edition holds
    ],
)
def test_named_entries_come_first_then_neighbours(related: str, proofs: str, groups: list[str], expected: str) -> None:
    asked = item("A", related=related, proofs=proofs)
    others = [item(code) for code in "BCDEPQ"]
    assert related_entries(edition([asked, *others], *groups), asked) == codes(expected)


def test_a_sensitive_entry_is_suggested_by_sensitive_ones_only() -> None:
    asked = item("A", related="S B", proofs="T")
    catalogue = edition([asked, item("B"), item("S", sensitive=True), item("T", sensitive=True), item("U", sensitive=True)], "A U")
    assert related_entries(catalogue, asked) == codes("B")
    assert related_entries(catalogue, replace(asked, sensitive=True)) == codes("S B T U")


def items_of_the_hall() -> tuple[Edition, list[ServiceItem]]:
    hall = read_edition(built_edition())
    lists = (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY)
    return hall, [hall.item(row.code) for which in lists for row in hall.listed(which)]


def test_every_item_of_the_catalogue_has_related_entries() -> None:
    hall, items = items_of_the_hall()
    assert len(items) == 97
    without = [one.code for one in items if not related_entries(hall, one)]
    assert without == []


def test_what_the_catalogue_names_stands_first_and_nothing_sensitive_is_slipped_in() -> None:
    hall, items = items_of_the_hall()
    named_somewhere = 0
    for one in items:
        suggested = related_entries(hall, one)
        assert len(suggested) == len(set(suggested)) <= MOST_RELATED
        allowed = [code for code in dict.fromkeys(one.related_items + one.proofs) if one.sensitive or not hall.rows[code].sensitive]
        assert list(suggested[: len(allowed)]) == allowed[:MOST_RELATED]
        assert one.sensitive or not any(hall.rows[code].sensitive for code in suggested)
        named_somewhere += bool(allowed)
    assert named_somewhere > 80
