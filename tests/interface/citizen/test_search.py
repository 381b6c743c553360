"""What search shows for what was typed: derivations on the real catalogue, and what each deed changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.unavailable import EditionDamaged
from kiosk.domain.catalog import CatalogList, Edition, EntryCode
from kiosk.interface.citizen.asked_watch import AskedWatch
from kiosk.interface.citizen.search import SearchViewModel
from kiosk.interface.citizen.search_view import LONGEST_TEXT, MOST_HITS, Place, Typed, derive_search_view
from kiosk.interface.shared.navigator import Navigator
from tests.support.search_phrases import real_edition, real_index
from tests.support.ticket_screen import HeldJobs


@pytest.fixture(scope="module")
def navigator() -> Navigator:
    return Navigator()


class Counts:
    """What the hall has been told was not found, and what it answers when asked for what is asked most."""

    def __init__(self) -> None:
        self.missed: list[str] = []
        self.most: tuple[EntryCode, ...] = ()

    def watch(self) -> AskedWatch:
        return AskedWatch(count=self.missed.append, ask=lambda: self.most, jobs=HeldJobs())


@pytest.fixture(scope="module")
def counts() -> Counts:
    return Counts()


@pytest.fixture(scope="module")
def asked(qapp: object, counts: Counts) -> AskedWatch:
    return counts.watch()


@pytest.fixture(scope="module")
def made(asked: AskedWatch, navigator: Navigator) -> SearchViewModel:
    """One for all tests: making its index takes half a second."""
    return SearchViewModel(edition=real_edition(), asked=asked, jobs=HeldJobs(), navigator=navigator)


@pytest.fixture
def search(made: SearchViewModel, navigator: Navigator, asked: AskedWatch, counts: Counts) -> SearchViewModel:
    """The page as somebody new finds it."""
    navigator.home()
    made.forget()
    counts.most = ()
    asked.forget()
    counts.missed.clear()
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
    assert (view.count, view.heading) == ("", "")
    assert "常见的事" in view.hint


def test_an_empty_field_shows_what_the_hall_is_asked_for_most_once_that_is_known() -> None:
    most = (EntryCode("WHL-MZ-005"), EntryCode("WHL-MZ-001"))
    view = derive_search_view(real_edition(), real_index(), Typed(), Place(), most_asked=most)
    assert (view.heading, [row.key for row in view.rows]) == ("大家常办", list(most))
    assert derive_search_view(real_edition(), real_index(), Typed(letters="db"), Place(), most_asked=most).heading == ""


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


# -- among the proofs ------------------------------------------------------------------------------------------------------


def test_every_proof_is_answered_in_its_line_under_its_own_name() -> None:
    """The verdict, and who issues it or what stands in its place, before anything is opened. Two proofs may go by one name."""
    edition = real_edition()
    first = 0
    for which, verdict in ((CatalogList.ABOLISHED, "不用开"), (CatalogList.RETAINED, "要开")):
        for row in edition.listed(which):
            rows = {
                line.key: line for line in derive_search_view(edition, real_index(), Typed.of(row.plain_name), Place(), proofs=True).rows
            }
            assert rows[row.code].verdict == verdict
            assert rows[row.code].subtitle
            assert verdict in rows[row.code].spoken
            first += next(iter(rows)) == row.code
    assert first >= 118


@pytest.mark.parametrize(
    ("text", "code", "verdict", "answer"),
    [
        ("亲属关系证明", "QX-01", "不用开", "社区不再开，看户口簿"),
        ("我妈是我妈", "QX-01", "不用开", "社区不再开，看户口簿"),
        ("srzm", "QX-39", "不用开", "社区不再开，部门自己核"),
        ("户口迁移", "QX-30", "不用开", "派出所不再开，看户口簿"),
        ("销户证明", "BL-02", "要开", "谁开：户籍所在地公安派出所"),
    ],
)
def test_the_first_line_is_the_answer(text: str, code: str, verdict: str, answer: str) -> None:
    row = derive_search_view(real_edition(), real_index(), Typed.of(text), Place(), proofs=True).rows[0]
    assert (row.key, row.verdict, row.subtitle) == (code, verdict, answer)


def test_only_proofs_are_found_among_the_proofs() -> None:
    for text in ("低保", "db", "社保卡", "残疾"):
        view = derive_search_view(real_edition(), real_index(), Typed.of(text), Place(rows=50), proofs=True)
        assert view.rows
        assert all(row.verdict for row in view.rows)


def test_every_word_that_is_offered_among_the_proofs_finds_one() -> None:
    for letters in ("db", "jz", "sb", "q"):
        view = derive_search_view(real_edition(), real_index(), Typed(letters=letters), Place(strip=500), proofs=True)
        assert view.candidates
        assert not {"居住登记", "集中供养", "契税"} & {candidate.key for candidate in view.candidates}
        for candidate in view.candidates:
            assert derive_search_view(real_edition(), real_index(), Typed((candidate.key,)), Place(), proofs=True).rows, candidate.key


def test_an_empty_field_lists_all_proofs_with_their_verdicts() -> None:
    view = derive_search_view(real_edition(), real_index(), Typed(), Place(rows=200), proofs=True)
    assert [row.verdict for row in view.rows] == ["不用开"] * 86 + ["要开"] * 34


def test_no_proof_found_offers_the_nearest_proofs() -> None:
    view = derive_search_view(real_edition(), real_index(), Typed(letters="jiashizheng"), Place(), proofs=True)
    assert (view.state, view.remark) == ("empty", "这里 120 张证明里没有。")
    assert len({near.key for near in view.near}) == 3
    assert all(near.verdict for near in view.near)


# -- page by page ----------------------------------------------------------------------------------------------------------


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
    search.lookElsewhere()
    assert str(navigator.here) == "home"
    search.changeScope()
    assert str(navigator.here) == "search/proofs/"


def test_doors_among_the_proofs(search: SearchViewModel, navigator: Navigator) -> None:
    search.enter("proofs/低保", returning=False)
    assert (search.inProofs, search.text) == (True, "低保")
    search.openList()
    assert str(navigator.here) == "list/abolished"
    search.lookElsewhere()
    assert str(navigator.here) == "search/低保"
    search.changeScope()
    assert str(navigator.here) == "search"


def test_each_scope_keeps_its_own_words_for_coming_back(search: SearchViewModel) -> None:
    typed(search, "db")
    search.enter("proofs/", returning=False)
    assert search.text == ""
    typed(search, "sr")
    search.enter("", returning=True)
    assert (search.inProofs, search.text) == (False, "db")
    search.enter("proofs/", returning=True)
    assert (search.inProofs, search.text) == (True, "sr")
    search.forget()
    search.enter("", returning=True)
    assert search.text == ""
    search.enter("proofs/", returning=True)
    assert search.text == ""


# -- what the hall is asked ------------------------------------------------------------------------------------------------


def test_what_found_nothing_is_counted_when_the_person_is_done_with_it(search: SearchViewModel, counts: Counts) -> None:
    typed(search, "jiashizheng")
    assert (search.state, counts.missed) == ("empty", [])
    search.openHelper()
    assert counts.missed == ["jiashizheng"]
    search.forget()
    assert counts.missed == ["jiashizheng"]


def test_what_stands_when_the_session_ends_is_counted(search: SearchViewModel, counts: Counts) -> None:
    typed(search, "jiashizheng")
    search.forget()
    assert counts.missed == ["jiashizheng"]


def test_what_found_something_is_not_counted(search: SearchViewModel, counts: Counts) -> None:
    typed(search, "db")
    search.clear()
    typed(search, "dibao")
    search.openHelper()
    search.forget()
    assert counts.missed == []


def test_news_of_what_is_asked_most_is_shown(search: SearchViewModel, asked: AskedWatch, counts: Counts, qtbot: QtBot) -> None:
    counts.most = (EntryCode("WHL-MZ-005"),)
    with qtbot.waitSignal(search.viewChanged, timeout=1000):
        asked.look()
    assert (search.headingText, [row.key for row in search.rows.rows]) == ("大家常办", ["WHL-MZ-005"])


# -- before and without the catalogue --------------------------------------------------------------------------------------


def test_before_the_index_is_there_keys_are_kept(qapp: object, navigator: Navigator) -> None:
    model = SearchViewModel(edition=real_edition(), asked=Counts().watch(), jobs=HeldJobs(hold=True), navigator=navigator)
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
    model = SearchViewModel(edition=edition, asked=Counts().watch(), jobs=HeldJobs(), navigator=navigator)
    model.enter("", returning=False)
    assert model.state == "error"
