"""What search shows for what was typed: derivations on the real catalogue, and what each deed changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.application.unavailable import EditionDamaged
from kiosk.domain.catalog import Edition
from kiosk.interface.citizen.search import LONGEST_TEXT, MOST_HITS, Place, SearchViewModel, Typed, derive_search_view
from kiosk.interface.shared.navigator import Navigator
from tests.support.search_phrases import real_edition, real_index
from tests.support.ticket_screen import HeldJobs


@pytest.fixture(scope="module")
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture(scope="module")
def made(qapp: object, navigator: Navigator) -> SearchViewModel:
    """One for all tests: making its index takes half a second."""
    return SearchViewModel(edition=real_edition(), jobs=HeldJobs(), navigator=navigator)


@pytest.fixture
def search(made: SearchViewModel, navigator: Navigator) -> SearchViewModel:
    """The page as somebody new finds it."""
    navigator.home()
    made.fitRows(3)
    made.enter("", returning=False)
    return made


def typed(model: SearchViewModel, letters: str) -> None:
    for letter in letters:
        model.typeLetter(letter)


# -- what was typed --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["", "ab", "1", " ", "\x00", "\r", "é", "高", "\u0130", "A" * 4096])
def test_only_single_letters_are_typed(key: str) -> None:
    assert Typed().with_letter(key) == Typed()


def test_letters_are_small_and_never_too_many() -> None:
    typing = Typed()
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        typing = typing.with_letter(letter)
    assert typing.text == "abcdefghijklmnopqrst"
    assert len(typing.text) == LONGEST_TEXT


def test_a_word_takes_the_place_of_the_letters() -> None:
    typing = Typed(("残疾证",), "dl").with_word("丢了")
    assert (typing.text, typing.letters) == ("残疾证丢了", "")
    assert typing.shortened().text == "残疾证"
    assert typing.with_letter("g").shortened() == typing


def test_a_word_that_does_not_fit_is_not_taken() -> None:
    full = Typed(("残疾证",) * 6)
    assert full.with_word("丢失了") == full


@pytest.mark.parametrize(
    ("argument", "words", "letters"),
    [
        ("社保卡", ("社保卡",), ""),
        ("glbt", (), "glbt"),
        ("社保k", ("社保",), "k"),
        ("", (), ""),
        ("\x07!", (), ""),
        ("高" * 99, ("高" * 20,), ""),
    ],
)
def test_an_argument_is_taken_as_typed(argument: str, words: tuple[str, ...], letters: str) -> None:
    assert Typed.of(argument) == Typed(words, letters)


# -- what is shown ---------------------------------------------------------------------------------------------------------


def test_without_an_index_the_letters_are_shown_and_nothing_is_promised() -> None:
    view = derive_search_view(real_edition(), None, Typed(letters="db"), Place())
    assert (view.text, view.state, view.count, view.rows) == ("db", "loading", "", ())


def test_an_empty_field_shows_one_matter_of_each_life_event() -> None:
    edition = real_edition()
    view = derive_search_view(edition, real_index(), Typed(), Place(rows=50))
    firsts = list(dict.fromkeys(event.items[0] for event in edition.life_events.values()))
    assert [row.key for row in view.rows] == firsts
    assert view.count == ""
    assert "常见的事" in view.hint


def test_letters_say_what_they_are_taken_for() -> None:
    view = derive_search_view(real_edition(), real_index(), Typed(letters="glbt"), Place())
    assert (view.asked, view.remark, view.meaning) == ("glbt", "像是", "高龄补贴")
    assert view.rows[0].key == "WHL-MZ-005"
    assert view.candidates[0].key == "高龄补贴"
    assert [candidate.used for candidate in view.candidates] == [True] + [False] * (len(view.candidates) - 1)


def test_one_letter_may_be_anything() -> None:
    view = derive_search_view(real_edition(), real_index(), Typed(letters="g"), Place())
    assert view.meaning == ""
    assert view.candidates
    assert not any(candidate.used for candidate in view.candidates)


def test_letters_of_a_word_that_is_not_finished_are_taken_for_nothing_yet() -> None:
    view = derive_search_view(real_edition(), real_index(), Typed(("残疾证",), "dl"), Place())
    assert (view.meaning, [candidate.used for candidate in view.candidates].count(True)) == ("", 0)
    assert view.rows[0].key == "WHL-CL-002"


def test_matched_words_are_lit() -> None:
    row = derive_search_view(real_edition(), real_index(), Typed(("社保卡",)), Place()).rows[0]
    assert row.title[row.matchStart : row.matchStart + row.matchLength] == "社保卡"


def test_a_proof_says_its_verdict_in_the_same_list() -> None:
    rows = derive_search_view(real_edition(), real_index(), Typed(("健在证明",)), Place(rows=12)).rows
    assert (rows[0].key, rows[0].verdict) == ("QX-10", "不用开")


def test_few_hits_are_counted_and_many_are_called_the_nearest() -> None:
    few = derive_search_view(real_edition(), real_index(), Typed(letters="lnz"), Place())
    many = derive_search_view(real_edition(), real_index(), Typed(("社保",)), Place())
    assert few.found == "找到"
    assert 0 < int(few.count) < MOST_HITS
    assert (many.found, many.count) == ("最像的", str(MOST_HITS))


def test_nothing_found_offers_the_three_nearest_and_never_blames() -> None:
    view = derive_search_view(real_edition(), real_index(), Typed(letters="jiashizheng"), Place())
    assert (view.state, view.count, view.rows, view.candidates) == ("empty", "0", (), ())
    assert len({near.key for near in view.near}) == 3
    assert view.remark == "这里 97 项里没有，可能在别处办。"
    assert "头一个" in view.hint


def test_results_come_page_by_page() -> None:
    pages = [derive_search_view(real_edition(), real_index(), Typed(("社保卡",)), Place(page=page, rows=5)) for page in (1, 2, 3, 9)]
    assert [view.page for view in pages] == [1, 2, 3, 3]
    keys = [row.key for view in pages[:3] for row in view.rows]
    assert len(keys) == len(set(keys)) == MOST_HITS


def test_candidates_come_strip_by_strip_and_all_of_them_come() -> None:
    place = Place(strip=12)
    first = derive_search_view(real_edition(), real_index(), Typed(letters="sb"), place)
    assert first.more_candidates
    seen: list[str] = []
    for turn in range(30):
        strip = [
            candidate.key
            for candidate in derive_search_view(real_edition(), real_index(), Typed(letters="sb"), replace(place, turn=turn)).candidates
        ]
        assert 0 < sum(len(word) + 1.3 for word in strip) <= 12 or len(strip) == 1
        if turn and strip == [candidate.key for candidate in first.candidates]:
            break
        seen += strip
    assert seen == real_index().candidates("sb", 24)


# -- what deeds change -----------------------------------------------------------------------------------------------------


def test_every_key_answers_and_a_key_that_is_none_is_silent(search: SearchViewModel) -> None:
    shown: list[str] = []
    search.viewChanged.connect(lambda: shown.append(search.text))
    typed(search, "db")
    search.typeLetter("\x1b")
    search.typeLetter("12345" * 900)
    assert shown == ["d", "db"]
    assert search.rows.rows[0].key == "WHL-MZ-001"


def test_words_are_built_up_taken_back_and_cleared(search: SearchViewModel) -> None:
    typed(search, "cjz")
    search.takeWord("残疾证")
    typed(search, "dl")
    assert search.text == "残疾证dl"
    assert search.rows.rows[0].key == "WHL-CL-002"
    search.erase()
    search.erase()
    assert search.text == "残疾证"
    search.clear()
    assert (search.text, search.hasText) == ("", False)


def test_more_rows_keep_the_first_one_that_was_seen_in_sight(search: SearchViewModel) -> None:
    search.enter("社保卡", returning=False)
    search.turnPage()
    first = search.rows.rows[0].key
    search.fitRows(5)
    assert first in [row.key for row in search.rows.rows]


def test_the_last_page_is_followed_by_the_first(search: SearchViewModel) -> None:
    search.enter("社保卡", returning=False)
    for _ in range(search.pages):
        search.turnPage()
    assert search.page == 1


def test_coming_back_keeps_what_was_typed_and_coming_anew_does_not(search: SearchViewModel) -> None:
    typed(search, "db")
    search.enter("", returning=True)
    assert search.text == "db"
    search.enter("", returning=False)
    assert search.text == ""


def test_nothing_of_the_person_remains(search: SearchViewModel) -> None:
    search.enter("捡到婴儿xyz", returning=False)
    search.forget()
    held = [search.text, search.askedText, search.meaningText, search.remarkText, *(row.title for row in search.rows.rows)]
    held += [near.title for near in search.near.rows] + [candidate.key for candidate in search.candidates.rows]
    assert not any("婴" in words or "xyz" in words for words in held)
    assert (search.text, search.page, search.near.rows, search.candidates.rows) == ("", 1, (), ())


def test_doors(search: SearchViewModel, navigator: Navigator) -> None:
    search.openEntry("QX-10")
    assert str(navigator.here) == "proof/QX-10"
    search.openEntry("WHL-MZ-001")
    assert str(navigator.here) == "guide/WHL-MZ-001"
    search.openHelper()
    assert str(navigator.here) == "helper"
    search.openList()
    assert str(navigator.here) == "list/convenience"
    search.openBoards()
    assert str(navigator.here) == "home"


def test_before_the_index_is_there_keys_are_kept(qapp: object, navigator: Navigator) -> None:
    model = SearchViewModel(edition=real_edition(), jobs=HeldJobs(hold=True), navigator=navigator)
    model.enter("", returning=False)
    typed(model, "db")
    assert (model.text, model.state) == ("db", "loading")


def test_a_damaged_edition_is_said(qapp: object, navigator: Navigator) -> None:
    def damaged() -> list[object]:
        raise EditionDamaged(path="x")

    whole = real_edition()
    edition = Edition(
        number=1,
        name="",
        published_on=whole.published_on,
        content_hash="",
        rows=(),
        counts=whole.counts,
        departments=(),
        themes=(),
        life_events=(),
        search_keys=damaged,  # type: ignore[arg-type]  # it never answers
        decode=whole.entry,
    )
    model = SearchViewModel(edition=edition, jobs=HeldJobs(), navigator=navigator)
    model.enter("", returning=False)
    assert model.state == "error"
