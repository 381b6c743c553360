"""The clerk's shelves of papers: what is missing first, what is not needed last, a digit for each that somebody brings."""

from __future__ import annotations

from typing import cast

from kiosk.domain.catalog import Condition, Edition, MaterialProvider, Requirement, ServiceItem
from kiosk.domain.my_list import Choices
from kiosk.interface.counter.matter import PaperRowKind, paper_rows
from kiosk.interface.counter.papers import Papers, Shelf, Sighting, papers_of
from tests.support.list_items import item, material, question


class OneEdition:
    content_hash = "now"


EDITION = cast("Edition", OneEdition())
ITEM = item(
    (question("guardian", "yes", "no"),),
    (
        material("身份证(本人)"),
        material("户口簿"),
        material("照片"),
        material("申请表", provider=MaterialProvider.COUNTER),
        material("监护人身份证", Condition("guardian", ("yes",))),
        material("收入证明", requirement=Requirement.OMIT_BY_DATA_SHARING),
    ),
)


def papers(
    *,
    answers: tuple[tuple[str, str], ...] = (("guardian", "no"),),
    ticks: tuple[str, ...] = ("0", "1"),
    sighting: Sighting | None = None,
    edition: str = "now",
) -> Papers:
    return papers_of(ITEM, Choices(edition, answers, ticks), sighting or Sighting(), EDITION)


def names(found: Papers, shelf: Shelf) -> list[str]:
    return [paper.name for paper in found.on(shelf)]


def test_what_was_told_at_the_kiosk() -> None:
    found = papers()
    assert names(found, Shelf.MISSING) == ["照片"]
    assert names(found, Shelf.TICKED) == ["身份证", "户口簿"]
    assert names(found, Shelf.COUNTER) == ["申请表"]
    assert names(found, Shelf.OMITTED) == ["收入证明"]
    assert found.answers == ("选 no",)
    assert [paper.about for paper in found.on(Shelf.OMITTED)] == ["联网查"]


def test_figures_follow_the_list_and_leave_out_what_nobody_brings() -> None:
    assert [(paper.figure, paper.name) for paper in papers().shelved] == [
        (1, "照片"), (2, "身份证"), (3, "户口簿"), (4, "申请表"), (0, "收入证明"),
    ]  # fmt: skip


def test_the_clerk_sees_one_and_misses_another() -> None:
    found = papers(sighting=Sighting().see("2").miss("1"))
    assert names(found, Shelf.MISSING) == ["户口簿"]
    assert names(found, Shelf.SEEN) == ["照片"]
    assert papers(sighting=Sighting().miss("1").see("1")).on(Shelf.SEEN)[0].name == "户口簿"


def test_without_a_word_from_the_kiosk_everything_is_to_be_asked() -> None:
    found = papers_of(ITEM, None, Sighting(), EDITION)
    assert names(found, Shelf.MISSING) == []
    assert names(found, Shelf.UNASKED) == ["身份证", "户口簿", "照片", "监护人身份证"]
    assert not found.told


def test_answers_of_another_edition_are_not_put_to_this_ones_questions() -> None:
    found = papers(edition="before")
    assert found.other_edition
    assert not found.told
    assert names(found, Shelf.TICKED) == []


def test_answers_to_questions_that_the_corrected_item_does_not_ask_are_left() -> None:
    assert papers(answers=(("somebody_else", "x"),), ticks=()).answers == ()


def test_no_item_no_papers() -> None:
    assert papers_of(cast("ServiceItem | None", None), None, Sighting(), EDITION) == Papers()


def test_never_more_than_three_papers_on_gold() -> None:
    many = item((), tuple(material(f"材料{n}") for n in range(6)))
    found = papers_of(many, Choices("now", (), ("0",)), Sighting(), EDITION)
    rows = list(paper_rows(found))
    assert [row.title for row in rows if row.kind is PaperRowKind.ATTENTION] == ["材料 1", "材料 2", "材料 3"]
    assert "还有 2 样" in [row.title for row in rows]
    assert [row.cap for row in rows if row.cap] == ["1", "2", "3", "4", "5", "6"]
