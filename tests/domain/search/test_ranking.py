"""What is found, and in which order: the measured phrases on the real catalogue, and each kind of query by itself on a small one."""

from __future__ import annotations

import re

import pytest

from kiosk.domain.catalog import CatalogList, EntryCode, SearchKeys
from kiosk.domain.search import SearchIndex
from tests.support.search_phrases import Phrase, index_of, phrases, real_edition, real_index, share_found

KEPT_BY_THE_RESEARCH = {"准生证"}
"""A query that the research itself names as an alias, so the catalogue may not lose it. It is left out wherever search is measured."""


def test_no_measured_query_is_an_alias_word_for_word() -> None:
    aliases = {alias for keys in real_edition().search_keys for alias in keys.aliases}
    assert len(aliases) > 2000
    assert {phrase.text for phrase in phrases("queries")} & aliases <= KEPT_BY_THE_RESEARCH


def test_no_measured_query_is_an_everyday_word_of_the_tables() -> None:
    from kiosk.domain.search import sayings

    words = set(sayings.WORDS)
    assert len(words) > 500
    assert {phrase.text for phrase in phrases("queries")} & words == set()


def test_the_measured_phrases_are_found() -> None:
    asked = phrases("queries")
    assert len(asked) == 100
    assert share_found(real_index(), asked, 1) >= 0.88
    assert share_found(real_index(), asked, 3) >= 0.96


def test_phrases_of_our_own_are_found() -> None:
    asked = phrases("phrases")
    assert len(asked) >= 150
    assert share_found(real_index(), asked, 1) >= 0.88
    assert share_found(real_index(), asked, 3) >= 0.96


@pytest.mark.parametrize("kind", ["proof", "typo", "initials", "pinyin", "traditional", "reordered"])
def test_every_kind_of_query_is_found_in_both_files(kind: str) -> None:
    asked = [phrase for phrase in [*phrases("queries"), *phrases("phrases")] if phrase.kind == kind]
    assert len(asked) >= 10
    assert share_found(real_index(), asked, 3) >= 0.9


def test_most_of_the_hard_phrases_are_found() -> None:
    assert share_found(real_index(), phrases("hard"), 3) >= 0.8


def test_every_entry_is_first_or_second_for_its_own_plain_name() -> None:
    edition = real_edition()
    lost = [row.plain_name for row in edition.rows.values() if row.code not in [hit.code for hit in real_index().rank(row.plain_name, 2)]]
    assert lost == []


# -- each kind by itself ---------------------------------------------------------------------------------------------------


def entry(code: str, *said: tuple[str, str], words: tuple[str, ...] = ()) -> SearchKeys:
    """An entry with a name and aliases, each as (Hanzi, syllables with a blank between)."""
    full = tuple("".join(syllable.capitalize() for syllable in read.split()) for _, read in said)
    initials = tuple("".join(syllable[0] for syllable in read.split()) for _, read in said)
    return SearchKeys(EntryCode(code), (said[0][0],), tuple(hanzi for hanzi, _ in said[1:]), words, initials, full)


ELDER, CARD, LOST, REPEAL, SHOP = "WHL-1", "WHL-2", "WHL-3", "QX-1", "WHL-4"


@pytest.fixture(scope="module")
def small() -> SearchIndex:
    keys = [
        entry(ELDER, ("高龄津贴", "gao ling jin tie"), ("八十岁补贴", "ba shi sui bu tie"), ("高龄补贴", "gao ling bu tie")),
        entry(CARD, ("社保卡新办", "she bao ka xin ban"), ("办社保卡", "ban she bao ka"), words=("第一次领卡",)),
        entry(LOST, ("社保卡密码重置", "she bao ka mi ma chong zhi"), ("社保卡旅行", "she bao ka lv xing")),
        entry(REPEAL, ("健在证明", "jian zai zheng ming"), ("活着的证明", "huo zhe de zheng ming")),
        entry(SHOP, ("个体户营业执照", "ge ti hu ying ye zhi zhao"), ("开小卖部", "kai xiao mai bu")),
    ]
    lists = {key.code: CatalogList.ABOLISHED if key.code == REPEAL else CatalogList.SOCIAL_SECURITY for key in keys}
    return index_of(keys, lists)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("高龄津贴", ELDER),
        ("高龄金贴", ELDER),
        ("高令补贴", ELDER),
        ("高龄津", ELDER),
        ("津贴高龄", ELDER),
        ("高齡津貼", ELDER),
        ("80岁能领多少", ELDER),
        ("８０岁补贴", ELDER),
        ("glbt", ELDER),
        ("GLBT", ELDER),
        ("gaolingjintie", ELDER),
        ("gaolingb", ELDER),
        ("高龄bt", ELDER),
        ("gaolinbutie", ELDER),
        ("mimachongzhi", LOST),
        ("社bk", CARD),
        ("俺想办个社保卡咋弄", CARD),
        ("第一次领卡", CARD),
        ("sbkmmcz", LOST),
        ("shebaokalvxing", LOST),
        ("密码重置", LOST),
        ("还活着要开证明不", REPEAL),
        ("jzzm", REPEAL),
        ("个体户", SHOP),
        ("想开个小店", SHOP),
    ],
)
def test_what_stands_first(small: SearchIndex, query: str, first: str) -> None:
    hits = small.rank(query, 3)
    assert hits, query
    assert hits[0].code == first


def test_the_very_words_rank_before_all(small: SearchIndex) -> None:
    first, *others = small.rank("社保卡新办", 5)
    assert first.code == CARD
    assert first.saying == "社保卡新办"
    assert all(first.score > other.score for other in others)


@pytest.mark.parametrize("query", ["", " ", "，。！", "\x00\x1b[31m", "火锅", "xcvqw", "🙂🙂"])
def test_what_shares_nothing_finds_nothing(small: SearchIndex, query: str) -> None:
    assert small.rank(query, 5) == []


def test_nearest_offers_something_where_rank_finds_nothing(small: SearchIndex) -> None:
    assert small.rank("吃火锅补一补", 3) == []
    assert [hit.code for hit in small.nearest("吃火锅补一补", 3)][:1] == [ELDER]


@pytest.mark.parametrize("query", ["高龄" * 5000, "a" * 4096, "社\x00保\x07卡", "ǖǘǚǜ", "%_'\";--", "\ud800"])
def test_any_text_is_harmless(small: SearchIndex, query: str) -> None:
    assert len(small.rank(query, 3)) <= 3


def test_no_more_than_asked_for(small: SearchIndex) -> None:
    assert len(small.rank("社保卡", 1)) == 1


def test_equal_queries_get_equal_answers(small: SearchIndex) -> None:
    assert small.rank("社保卡", 5) == small.rank("社保卡", 5)


def test_an_index_is_made_in_many_steps_and_only_the_last_gives_it() -> None:
    steps = list(SearchIndex.in_steps(real_edition()))
    assert len(steps) > 5
    assert [step is None for step in steps] == [True] * (len(steps) - 1) + [False]


def test_the_files_hold_codes_of_the_catalogue() -> None:
    codes = {code for name in ("queries", "phrases", "hard") for phrase in phrases(name) for code in phrase.accepted}
    assert codes <= set(real_edition().rows)
    assert all(re.fullmatch(r"(WHL-[A-Z]{2}-\d{3})|((BL|QX)-\d{2})", code) for code in codes)


def test_our_phrases_are_no_copies_of_the_measured_ones() -> None:
    def texts(asked: list[Phrase]) -> set[str]:
        return {phrase.text for phrase in asked}

    assert texts(list(phrases("queries"))) & texts(list(phrases("phrases"))) == set()
