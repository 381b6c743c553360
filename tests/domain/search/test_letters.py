"""Letters: how they are cut, what they may stand for, which words are offered for them."""

from __future__ import annotations

import pytest

from kiosk.domain.search.hanzi import READINGS, SYLLABLES, simplified
from kiosk.domain.search.spelling import careless, cuts, likely_cuts, syllables, typed_pieces
from tests.support.search_phrases import phrases, real_index


@pytest.mark.parametrize(
    ("letters", "pieces"),
    [
        ("sbk", ("s", "b", "k")),
        ("shebaoka", ("she", "bao", "ka")),
        ("shebk", ("she", "b", "k")),
        ("sbaoka", ("s", "bao", "ka")),
        ("gaolingb", ("gao", "ling", "b")),
        ("lvshi", ("lv", "shi")),
    ],
)
def test_the_likeliest_cut_comes_first(letters: str, pieces: tuple[str, ...]) -> None:
    assert cuts(letters)[0] == pieces


def test_what_can_be_read_in_two_ways_is() -> None:
    assert {("xian",), ("xi", "an")} <= set(cuts("xian"))


def test_letters_are_always_also_initials() -> None:
    assert tuple("shebaoka") in cuts("shebaoka")
    assert tuple("shebaoka") in likely_cuts("shebaoka")


def test_any_run_of_letters_is_cut_in_few_ways() -> None:
    assert 1 <= len(cuts("jiashizhengshehuibao")) <= 9
    assert cuts("") == ()


def test_syllables_need_every_letter() -> None:
    assert syllables("shiyejin") == ("shi", "ye", "jin")
    assert syllables("sbk") == ()


def test_a_finished_syllable_is_not_the_beginning_of_another() -> None:
    first, last = typed_pieces(("jia", "shi"))
    assert not first.fits("捡", ("jian",))
    assert first.fits("家", ("jia",))
    assert last.fits("十", ("shi",))
    assert typed_pieces(("jia",))[0].fits("捡", ("jian",))


@pytest.mark.parametrize(("syllable", "taken_for"), [("zheng", "zen"), ("shang", "san"), ("qing", "qin"), ("chi", "ci"), ("lv", "lv")])
def test_syllables_taken_for_each_other(syllable: str, taken_for: str) -> None:
    assert careless(syllable) == careless(taken_for)


def test_traditional_forms_of_the_measured_phrases_become_simplified() -> None:
    texts = [phrase.text for phrase in (*phrases("queries"), *phrases("phrases")) if phrase.kind == "traditional"]
    assert len(texts) >= 10
    assert all(simplified(text) != text or text == "法律援助" for text in texts)
    assert simplified("殘疾證換新 兵役登記") == "残疾证换新 兵役登记"


def test_the_readings_agree_with_the_dictionary_for_nearly_every_character() -> None:
    from pypinyin import Style, pinyin

    def dictionary(character: str) -> set[str]:
        return {reading.replace("ü", "v") for reading in pinyin(character, style=Style.NORMAL, heteronym=True)[0]}

    other = [character for character, readings in READINGS.items() if not dictionary(character) & set(readings)]
    assert len(READINGS) == 6763
    assert len(other) <= 3
    assert {"lv", "zhuang", "er"} <= SYLLABLES


@pytest.mark.parametrize(
    ("letters", "word", "within"),
    [
        ("d", "低保", 8),
        ("db", "低保", 1),
        ("glbt", "高龄补贴", 1),
        ("gaol", "高龄", 3),
        ("sbk", "社保卡", 1),
        ("cjz", "残疾证", 1),
        ("lnz", "老年证", 1),
    ],
)
def test_words_of_the_catalogue_are_offered(letters: str, word: str, within: int) -> None:
    assert word in real_index().candidates(letters, within)


def test_no_word_is_torn_out_of_another() -> None:
    offered = {word for letters in ("jz", "jzm", "y", "x", "zm", "cjb", "sz") for word in real_index().candidates(letters, 24)}
    assert offered
    assert offered & {"疾证", "业证", "学证明", "残疾补", "籍证明", "生证"} == set()


@pytest.mark.parametrize("letters", ["", "1", "高", "d!", "\x00", "é"])
def test_nothing_is_offered_for_what_is_no_letter(letters: str) -> None:
    assert real_index().candidates(letters, 8) == []


def test_capitals_are_letters() -> None:
    assert real_index().candidates("DB", 5) == real_index().candidates("db", 5)
