"""What of a search may become words, from which sighting on, and which items are asked for most."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.asked import LEAST_FREQUENT, LEAST_TICKETS, LONGEST_WORDS, MOST_FREQUENT, Sightings, countable_words, frequent_items
from kiosk.domain.catalog import CatalogList, Edition, Entry, EntryCode, EntryRow


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("暖气费", "暖气费"),
        (" 暖气费 ", "暖气费"),
        ("NQF", "nqf"),
        ("ｎｑＦ", "nqf"),  # one text, however it was written
        ("停 车 位，", "停车位"),
        ("给孩子上户口要带啥材料呀", "给孩子上户口要带啥材料呀"),  # twelve
        ("12345", None),
        ("123热线", "123热线"),
        ("打1234", None),
        ("１２３４", None),
        ("٣٤٥٦", None),
        ("①②③④", None),
        ("一三八零", None),
        ("138-1234", None),
        ("1 3 8 1", None),
        ("一二三号楼", "一二三号楼"),
        ("给孩子上户口要带什么材料呢", None),  # thirteen
        ("a b c d e f g", None),  # thirteen as typed
        ("㌀㌀㌀㌀", None),  # more than twelve once written out
        ("低\u0000保", None),
        ("低\n保", None),
        ("低\u200b保", None),
        ("低\u202e保", None),
        ("低\ud800保", None),
        ("", None),
        ("  ", None),
        ("，。_", None),
    ],
)
def test_what_may_become_words(text: str, words: str | None) -> None:
    assert countable_words(text) == words
    assert words is None or countable_words(words) == words
    assert words is None or len(words) <= LONGEST_WORDS


@pytest.mark.parametrize(("times", "days", "enough"), [(1, 1, False), (2, 2, False), (99, 1, False), (3, 2, True), (3, 3, True)])
def test_words_need_three_sightings_on_two_days(times: int, days: int, enough: bool) -> None:
    assert Sightings(times, days).enough is enough


def edition(*codes: str, sensitive: str = "") -> Edition:
    rows = [
        EntryRow(
            code=EntryCode(code), list=CatalogList.CONVENIENCE, name="名", plain_name="名", tagline="", department=None, theme=None,
            hall_role=None, least_papers=0, most_papers=0, days=None, days_unit=None, helpable=None, former_issuer=None, replaced_by=None,
            sensitive=code in sensitive.split(),
        )
        for code in codes
    ]  # fmt: skip
    entries: dict[EntryCode, Entry] = {}
    return Edition(
        number=1, name="试", published_on=date(2026, 11, 22), content_hash="", rows=rows, departments=(), themes=(), life_events=(),
        search_keys=tuple, decode=entries.__getitem__,
    )  # fmt: skip


def codes(tickets: dict[str, int], of: Edition) -> list[str]:
    return [item.code for item in frequent_items(tickets, of)]


def test_most_tickets_first_and_equals_as_in_the_edition() -> None:
    assert codes({"C": 9, "B": 7, "A": 7, "D": 30}, edition(*"ABCD")) == ["D", "C", "A", "B"]
    assert frequent_items({"C": 9, "B": 7, "A": 8}, edition(*"ABC"))[0].tickets == 9


def test_six_at_most() -> None:
    assert len(codes(dict.fromkeys("ABCDEFGH", 10), edition(*"ABCDEFGH"))) == MOST_FREQUENT


def test_a_few_tickets_make_nothing_frequent() -> None:
    enough = {"A": LEAST_TICKETS, "B": LEAST_TICKETS, "C": LEAST_TICKETS}
    assert codes(enough, edition(*"ABC")) == ["A", "B", "C"]
    assert codes({**enough, "C": LEAST_TICKETS - 1}, edition(*"ABC")) == []
    assert len(enough) == LEAST_FREQUENT


def test_sensitive_items_and_items_that_are_gone_are_not_told() -> None:
    tickets = {"S": 90, "GONE": 80, "A": 6, "B": 6, "C": 6}
    assert codes(tickets, edition(*"SABC", sensitive="S")) == ["A", "B", "C"]
    assert codes(tickets, edition(*"SAB", sensitive="S")) == [], "a sensitive item does not help to fill the list either"
