"""What lists say in two or three words, above all where something is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.catalog import (
    CatalogList,
    Edition,
    Entry,
    EntryCode,
    EntryRow,
    Material,
    MaterialForm,
    MaterialProvider,
    Requirement,
    Verdict,
    VerificationStatus,
)
from kiosk.interface.shared.entry_words import (
    any_pending,
    brings_nothing,
    item_papers_words,
    official_words,
    papers_words,
    plain_sentence,
    replacement_words,
    time_words,
    title_words,
    verdict_words,
)
from tests.support.guide_screens import real_edition

ITEM = real_edition().item(EntryCode("WHL-CL-001"))
ROW = real_edition().rows[EntryCode("WHL-CL-001")]


def paper(provider: MaterialProvider = MaterialProvider.APPLICANT, requirement: Requirement = Requirement.REQUIRED) -> Material:
    return Material("身份证", MaterialForm.ORIGINAL, provider, requirement)


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(2, 2, "带 2 样"), (1, 3, "带 1–3 样"), (0, 2, "最多带 2 样"), (0, 0, "问窗口"), (0, 1, "最多带 1 样"), (12, 12, "带 12 样")],
)
def test_papers(least: int, most: int, words: str) -> None:
    assert papers_words(least, most) == words


@pytest.mark.parametrize(
    ("materials", "certain"),
    [
        ((), False),
        ((paper(MaterialProvider.COUNTER),), True),
        ((paper(requirement=Requirement.OMIT_BY_DATA_SHARING), paper(MaterialProvider.COUNTER)), True),
        ((paper(MaterialProvider.COUNTER), paper(requirement=Requirement.CONDITIONAL)), False),
        ((paper(),), False),
    ],
)
def test_nothing_to_bring_is_said_only_when_certain(materials: tuple[Material, ...], certain: bool) -> None:
    assert brings_nothing(materials) is certain
    words = item_papers_words(replace(ITEM, materials=materials, situations=()))
    assert (words == "什么都不用带") is certain
    assert (words == "问窗口") is (materials == ())


@pytest.mark.parametrize(
    ("days", "unit", "words"),
    [
        (None, None, ""),
        (None, "工作日", ""),
        (0, "工作日", "当场办好"),
        (0, None, "当场办好"),
        (5, "工作日", "5 个工作日"),
        (30, "自然日", "30 天"),
    ],
)
def test_time(days: int | None, unit: str | None, words: str) -> None:
    assert time_words(days, unit) == words


def test_verdicts() -> None:
    assert [verdict_words(verdict) for verdict in Verdict] == ["要开", "不用开"]


def test_replacements_of_the_whole_catalogue_have_plain_words() -> None:
    known = {row.replaced_by for row in real_edition().listed(CatalogList.ABOLISHED)}
    assert len(known) > 5
    assert all(replacement_words(word) not in ("", word) for word in known)
    assert (replacement_words(None), replacement_words("别的词,新的")) == ("", "别的词，新的")


def test_names() -> None:
    row = replace(ROW, name="甲(含乙)", plain_name="甲", tagline="头一回办。")
    assert (title_words(row), official_words(row), plain_sentence(row)) == ("甲", "甲（含乙）", "头一回办")
    same = replace(row, plain_name="甲(含乙)", tagline="甲(含乙)。")
    assert (official_words(same), plain_sentence(same)) == ("", "")
    assert title_words(replace(row, plain_name="")) == "甲（含乙）"


def test_one_unanswered_entry_makes_a_list_pending() -> None:
    verified = replace(ITEM, verification=replace(ITEM.verification, status=VerificationStatus.VERIFIED))
    pending = replace(ITEM, verification=replace(ITEM.verification, status=VerificationStatus.PENDING))
    one, other = EntryCode("A"), EntryCode("B")
    assert any_pending(edition_of({one: verified, other: pending}), [one, other])
    assert not any_pending(edition_of({one: verified, other: pending}), [one])
    assert not any_pending(edition_of({}), [])


def edition_of(entries: dict[EntryCode, Entry]) -> Edition:
    rows: list[EntryRow] = []
    return Edition(
        number=1,
        name="",
        published_on=date(2026, 11, 1),
        content_hash="",
        rows=rows,
        departments=(),
        themes=(),
        life_events=(),
        search_keys=tuple,
        decode=entries.__getitem__,
    )
