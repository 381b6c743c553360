"""我的清单: which papers, in which group, and why; and that what a person does not know hides nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalog import Condition, Material, MaterialProvider, Requirement, ServiceItem
from kiosk.domain.my_list import UNSURE, MyList, PaperGroup, my_list, open_questions
from tests.support.list_items import item, material, question

ALONE = question("谁来办", "本人", "代办")
FAMILY = question("家里有残疾人吗", "有", "没有")
CHANGED = question("看得出吗", "能", "不能")

PLAIN = item(
    (ALONE, FAMILY),
    (
        material("户口簿"),
        material("委托书", Condition("谁来办", ("代办",)), requirement=Requirement.CONDITIONAL),
        material("残疾人证", Condition("家里有残疾人吗", ("有",)), requirement=Requirement.CONDITIONAL),
        material("申请表", provider=MaterialProvider.COUNTER),
        material("收入证明", requirement=Requirement.OMIT_BY_DATA_SHARING, provider=MaterialProvider.SHARED_DATA),
        material("关系证明", requirement=Requirement.OMIT_BY_COMMITMENT),
    ),
)


def names(mine: MyList, group: PaperGroup) -> list[str]:
    return [paper.material.name for paper in mine.of_group(group)]


def test_every_paper_stands_in_its_group() -> None:
    mine = my_list(PLAIN, {"谁来办": "代办", "家里有残疾人吗": "没有"})
    assert names(mine, PaperGroup.NEEDED) == ["户口簿", "委托书"]
    assert names(mine, PaperGroup.COUNTER) == ["申请表"]
    assert names(mine, PaperGroup.OMITTED) == ["收入证明"]
    assert names(mine, PaperGroup.LATER) == ["关系证明"]
    assert [paper.key for paper in mine.papers] == ["0", "1", "3", "4", "5"]
    assert not any(paper.perhaps for paper in mine.papers)


@pytest.mark.parametrize(
    ("paper", "group"),
    [
        (material("甲", requirement_words="可容缺后补"), PaperGroup.LATER),
        (material("乙", requirement_words="必要", note="比对不到才补交"), PaperGroup.NEEDED),
        (material("丙", provider=MaterialProvider.COUNTER, requirement=Requirement.OMIT_BY_COMMITMENT), PaperGroup.LATER),
        (material("丁", provider=MaterialProvider.OTHER_UNIT), PaperGroup.NEEDED),
        (material("戊", provider=MaterialProvider.SHARED_DATA, requirement=Requirement.CONDITIONAL), PaperGroup.NEEDED),
    ],
    ids=["may follow", "a note is no permission", "a promise at the counter", "another unit's", "perhaps fetched"],
)
def test_groups_are_read_off_the_data_and_never_invented(paper: Material, group: PaperGroup) -> None:
    assert [made.group for made in my_list(item((), (paper,)), {}).papers] == [group]


def test_because_names_the_answers_that_made_it_needed() -> None:
    (paper,) = [paper for paper in my_list(PLAIN, {"谁来办": "代办"}).papers if paper.because]
    assert [(situation.id, answer.label) for situation, answer in paper.because] == [("谁来办", "选代办")]
    assert (paper.material.name, paper.perhaps) == ("委托书", False)


@pytest.mark.parametrize("answers", [{}, {"家里有残疾人吗": UNSURE}], ids=["not asked", "unsure"])
def test_what_is_not_known_is_kept_as_perhaps(answers: Mapping[str, str]) -> None:
    (paper,) = [paper for paper in my_list(PLAIN, answers).papers if paper.material.name == "残疾人证"]
    assert (paper.perhaps, paper.because) == (True, ())


def test_a_paper_that_depends_on_no_question_stays_perhaps() -> None:
    lonely = item((), (material("有就带上", requirement=Requirement.CONDITIONAL),))
    assert [paper.perhaps for paper in my_list(lonely, {}).papers] == [True]


def test_what_the_authorities_probably_look_up_stays_perhaps_even_when_the_answer_asks_for_it() -> None:
    looked_up = material(
        "居住证", Condition("谁来办", ("代办",)), requirement=Requirement.CONDITIONAL, provider=MaterialProvider.SHARED_DATA
    )
    (paper,) = my_list(item((ALONE,), (looked_up,)), {"谁来办": "代办"}).papers
    assert (paper.perhaps, len(paper.because)) == (True, 1)


def test_missing_counts_what_one_brings_oneself_and_has_not_ticked() -> None:
    mine = my_list(PLAIN, {"谁来办": "代办", "家里有残疾人吗": "没有"})
    assert [paper.material.name for paper in mine.missing(frozenset())] == ["户口簿", "委托书"]
    assert [paper.material.name for paper in mine.missing(frozenset({"0", "3", "99"}))] == ["委托书"]
    assert mine.missing(frozenset({"0", "1"})) == ()


@pytest.mark.parametrize("answers", [{"别的题": "有"}, {"谁来办": "邻居"}], ids=["question", "answer"])
def test_answers_of_another_item_are_a_bug(answers: Mapping[str, str]) -> None:
    for asked in (my_list, open_questions):
        with pytest.raises(KeyError):
            asked(PLAIN, answers)


BOTH = item(
    (FAMILY, CHANGED),
    (material("变更证明", Condition("家里有残疾人吗", ("有",)), Condition("看得出吗", ("不能",)), requirement=Requirement.CONDITIONAL),),
)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, ["家里有残疾人吗", "看得出吗"]),
        ({"家里有残疾人吗": "有"}, ["家里有残疾人吗", "看得出吗"]),
        ({"家里有残疾人吗": UNSURE}, ["家里有残疾人吗", "看得出吗"]),
        ({"家里有残疾人吗": "没有"}, ["家里有残疾人吗"]),
        ({"看得出吗": "能"}, ["看得出吗"]),
    ],
)
def test_a_question_is_skipped_only_when_no_answer_can_change_the_list(answers: Mapping[str, str], asked: list[str]) -> None:
    assert [situation.id for situation in open_questions(BOTH, answers)] == asked


# -- for any item and any answers ----------------------------------------------------------------------------------------------


@st.composite
def items(draw: st.DrawFn) -> ServiceItem:
    situations = tuple(question(f"题{n}", *"甲乙丙"[: draw(st.integers(2, 3))]) for n in range(draw(st.integers(0, 5))))
    materials = []
    for n in range(draw(st.integers(0, 9))):
        chosen = draw(st.lists(st.sampled_from(situations), unique=True, max_size=3)) if situations else []
        when = tuple(
            Condition(each.id, tuple(sorted(draw(st.sets(st.sampled_from([a.id for a in each.answers]), min_size=1))))) for each in chosen
        )
        materials.append(
            material(f"材料{n}", *when, requirement=draw(st.sampled_from(Requirement)), provider=draw(st.sampled_from(MaterialProvider)))
        )
    return item(situations, tuple(materials))


@st.composite
def told(draw: st.DrawFn) -> tuple[ServiceItem, dict[str, str]]:
    """An item and a real answer to each of its questions."""
    made = draw(items())
    return made, {each.id: draw(st.sampled_from([answer.id for answer in each.answers])) for each in made.situations}


def keys(made: ServiceItem, answers: Mapping[str, str]) -> set[str]:
    return {paper.key for paper in my_list(made, answers).papers}


@given(told(), st.data())
def test_a_further_answer_never_adds_a_paper(case: tuple[ServiceItem, dict[str, str]], data: st.DataObject) -> None:
    made, answers = case
    some = {asked: answers[asked] for asked in answers if data.draw(st.booleans())}
    assert keys(made, answers) <= keys(made, some) <= keys(made, {})


@given(told())
def test_not_knowing_is_the_same_as_not_being_asked(case: tuple[ServiceItem, dict[str, str]]) -> None:
    made, answers = case
    unsure = my_list(made, dict.fromkeys(answers, UNSURE))
    assert unsure.papers == my_list(made, {}).papers
    assert len(unsure.papers) == len(made.materials)


def unanswerable(paper: Material) -> bool:
    """No question settles whether it must be brought."""
    return paper.requirement is Requirement.CONDITIONAL and (not paper.when or paper.provider is MaterialProvider.SHARED_DATA)


@given(told())
def test_all_answers_give_exactly_the_papers_whose_conditions_hold(case: tuple[ServiceItem, dict[str, str]]) -> None:
    made, answers = case
    exact = {
        str(position)
        for position, paper in enumerate(made.materials)
        if all(answers[condition.situation] in condition.answers for condition in paper.when)
    }
    mine = my_list(made, answers)
    assert {paper.key for paper in mine.papers} == exact
    unsettled = {str(position) for position, paper in enumerate(made.materials) if unanswerable(paper)}
    assert {paper.key for paper in mine.papers if paper.perhaps} == exact & unsettled
    assert all(len(paper.because) == len(paper.material.when) for paper in mine.papers)


@given(told(), st.data())
def test_an_unsure_answer_lists_all_that_any_answer_would(case: tuple[ServiceItem, dict[str, str]], data: st.DataObject) -> None:
    made, answers = case
    unsure = {asked: data.draw(st.sampled_from([UNSURE, said])) for asked, said in answers.items()}
    assert keys(made, answers) <= keys(made, unsure)


@given(told())
def test_a_skipped_question_would_have_changed_nothing(case: tuple[ServiceItem, dict[str, str]]) -> None:
    made, answers = case
    so_far: dict[str, str] = {}
    for situation in made.situations:
        if situation in open_questions(made, so_far):
            so_far[situation.id] = answers[situation.id]
        else:
            for answer in situation.answers:
                assert keys(made, {**so_far, situation.id: answer.id}) == keys(made, so_far)
    assert keys(made, so_far) == keys(made, answers)
