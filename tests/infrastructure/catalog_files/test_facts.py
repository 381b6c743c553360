"""No fact of the research is lost, and the content keeps the promises that no schema can state.

reference_strings.jsonl holds, per code, the first 16 hex digits of the sha256 of every string the research has for it: names, materials,
steps, bases, aliases, notes, sources.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.domain.catalog import CatalogList, Entry, Proof, Requirement, ServiceItem, VerificationStatus
from kiosk.infrastructure.catalog_files.checker import check_catalog
from kiosk.infrastructure.catalog_files.documents import entry_from_document, entry_to_document
from kiosk.infrastructure.catalog_files.source_tree import CatalogContent
from kiosk.infrastructure.paths import catalog_dir

DIGESTS = Path(__file__).with_name("reference_strings.jsonl")


@pytest.fixture(scope="module")
def content() -> CatalogContent:
    checked = check_catalog(catalog_dir(), today=date(2026, 11, 22)).content
    assert checked is not None
    return checked


@pytest.fixture(scope="module")
def items(content: CatalogContent) -> list[ServiceItem]:
    return [entry for entry in content.entries if isinstance(entry, ServiceItem)]


def strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for inner in value.values():
                yield from strings(inner)
        case list():
            for inner in value:
                yield from strings(inner)
        case _:
            return


def test_every_string_of_the_research_is_found_again(content: CatalogContent) -> None:
    by_code: dict[str, Entry] = {entry.code: entry for entry in content.entries}
    expected: list[tuple[str, list[str]]] = [json.loads(line) for line in DIGESTS.read_text(encoding="ascii").splitlines()]
    assert len(expected) == 217
    assert sum(len(digests) for _, digests in expected) > 6000
    lost: dict[str, int] = {}
    for code, digests in expected:
        shown = {hashlib.sha256(text.encode()).hexdigest()[:16] for text in strings(entry_to_document(by_code[code]))}
        missing = set(digests) - shown
        if missing:
            lost[code] = len(missing)
    assert lost == {}


def test_documents_and_entries_turn_into_each_other(content: CatalogContent) -> None:
    for entry in content.entries:
        document: dict[str, Any] = json.loads(json.dumps(entry_to_document(entry)))
        assert entry_from_document(document) == entry


def test_the_lists_hold_what_the_hall_s_boards_say(content: CatalogContent) -> None:
    assert Counter(entry.list for entry in content.entries) == {
        CatalogList.CONVENIENCE: 60,
        CatalogList.SOCIAL_SECURITY: 37,
        CatalogList.RETAINED: 34,
        CatalogList.ABOLISHED: 86,
    }


def test_nothing_is_called_verified_before_the_hall_has_looked(content: CatalogContent) -> None:
    assert {entry.verification.status for entry in content.entries} == {VerificationStatus.PENDING}


def test_every_item_with_a_conditional_paper_asks_questions(items: list[ServiceItem]) -> None:
    conditional = {item.code for item in items if any(m.requirement is Requirement.CONDITIONAL for m in item.materials)}
    assert len(conditional) == 55
    assert {item.code for item in items if item.situations} == conditional


def test_the_twelve_life_events_stand_in_their_order_and_hold_every_item(content: CatalogContent, items: list[ServiceItem]) -> None:
    assert [event.id for event in content.life_events] == [
        "birth", "school", "work", "pension", "medical", "marriage", "housing", "disability", "veterans", "business", "hardship", "bereavement",
    ]  # fmt: skip
    assert [event.name for event in content.life_events] == [
        "生孩子", "上学", "找工作失业", "社保养老", "看病医保", "结婚", "住房", "家有残疾人", "退役军人", "开店办证", "遇到困难纠纷", "身后事",
    ]  # fmt: skip
    assert {code for event in content.life_events for code in event.items} == {item.code for item in items}
    for item in items:
        assert list(item.life_events) == [event.id for event in content.life_events if item.code in event.items]


def test_illness_disability_and_death_are_solemn(content: CatalogContent) -> None:
    assert {event.id for event in content.life_events if event.solemn} == {"medical", "disability", "bereavement"}


def test_lines_follow_the_lists(items: list[ServiceItem]) -> None:
    assert {(item.list, item.line) for item in items} == {(CatalogList.CONVENIENCE, "A"), (CatalogList.SOCIAL_SECURITY, "B")}


def test_the_tabs_of_the_abolished_list_hold_86(content: CatalogContent) -> None:
    issuers = Counter(entry.former_issuer for entry in content.entries if isinstance(entry, Proof) and entry.list is CatalogList.ABOLISHED)
    assert issuers == {"community": 50, "police": 18, "other": 18}


@pytest.mark.parametrize("code", ["WHL-MZ-001", "WHL-CL-001", "WHL-WJ-006", "WHL-MZ-011", "QX-06", "BL-30", "BL-20"])
def test_entries_that_shame_or_expose_are_sensitive(content: CatalogContent, code: str) -> None:
    assert next(entry for entry in content.entries if entry.code == code).sensitive


def test_unknown_stays_unknown(items: list[ServiceItem]) -> None:
    by_code: dict[str, ServiceItem] = {item.code: item for item in items}
    unknown = by_code["WHL-MZ-002"]
    assert (unknown.statutory.days, unknown.promised.days, unknown.visits, unknown.online.zhenghaoban) == (None, None, None, None)
    assert by_code["WHL-SB-018"].promised.days == 0
    assert by_code["WHL-GA-001"].fee.charged is None
    assert by_code["WHL-GA-001"].fee.charged_words == "部分收费"
    assert sum(item.statutory.days is not None for item in items) == 18
    assert sum(item.promised.days is not None for item in items) == 11
