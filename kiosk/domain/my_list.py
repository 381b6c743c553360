"""我的清单: what one person must bring for an item, from the answers to its questions.

Here: which paper stands in which group and why, which questions are still worth asking, what is missing. Elsewhere: the item with its
questions and papers (domain.catalog), how the list is shown (interface.citizen.my_list), printed and carried away (application.takeaway).

One rule is above all others: what a person does not know hides nothing. An answer removes a paper only when it is one of the item's own
answers and the paper asks for another; 不清楚 and silence leave it on the list, marked `perhaps`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from kiosk.domain.catalog import Answer, EntryCode, Material, MaterialProvider, Requirement, ServiceItem, Situation

UNSURE = ""
"""The person's answer 不清楚: hides nothing."""

_MAY_FOLLOW = ("容缺", "后补", "补交")
"""The catalogue's words for a paper that may be handed in after the rest. Read in `requirement_words` alone: a note that says when a paper
might have to follow (比对不到才补交) is no permission."""


class PaperGroup(StrEnum):
    NEEDED = "needed"  # 自己带
    LATER = "later"  # 可后补、承诺
    OMITTED = "omitted"  # 不用带
    COUNTER = "counter"  # 到窗口填


@dataclass(frozen=True, slots=True)
class MyPaper:
    """`key`: its position in `item.materials`, stable within an edition. `because`: the answers that made it needed. `perhaps`: kept
    because a question was not answered, because the catalogue says 视情况 and no question tells, or because the authorities provide it where
    it is needed and nobody has promised that here (部门多半能联网查)."""

    key: str
    material: Material
    group: PaperGroup
    because: tuple[tuple[Situation, Answer], ...]
    perhaps: bool


@dataclass(frozen=True, slots=True)
class MyList:
    """`answers`: (situation id, answer id or UNSURE) in the item's order, only those given."""

    item: EntryCode
    answers: tuple[tuple[str, str], ...]
    papers: tuple[MyPaper, ...]

    def of_group(self, group: PaperGroup) -> tuple[MyPaper, ...]:
        return tuple(paper for paper in self.papers if paper.group is group)

    def missing(self, ticks: frozenset[str]) -> tuple[MyPaper, ...]:
        """What one brings oneself and has not ticked. What is fetched, promised, may follow or is filled in at the counter is never missing."""
        return tuple(paper for paper in self.of_group(PaperGroup.NEEDED) if paper.key not in ticks)


@dataclass(frozen=True, slots=True)
class Choices:
    """What goes with a number to the counter: the answers of a list, and the keys of the papers that were ticked.

    `edition`: the content hash of the catalogue whose questions and papers these are.
    """

    edition: str
    answers: tuple[tuple[str, str], ...]
    ticks: tuple[str, ...]


def my_list(item: ServiceItem, answers: Mapping[str, str]) -> MyList:
    """The papers of one person. `answers`: situation id → answer id or UNSURE; a question that is left out counts as not answered.

    KeyError for a question or an answer that the item does not have: an answer of another item must never thin out this one's papers.
    """
    given = _given(item, answers)
    return MyList(
        item=item.code,
        answers=tuple((situation.id, answers[situation.id]) for situation in item.situations if situation.id in answers),
        papers=tuple(_papers(item, given)),
    )


def open_questions(item: ServiceItem, answers: Mapping[str, str]) -> tuple[Situation, ...]:
    """The questions worth asking: all, but those about papers that other answers have ruled out already. Order as in the item.

    A question is only ever skipped for what the item's own conditions say; 不清楚 rules nothing out. KeyError as `my_list`.
    """
    given = _given(item, answers)

    def decides(situation: Situation) -> bool:
        others = {asked: pair for asked, pair in given.items() if asked != situation.id}
        return any(
            any(condition.situation == situation.id for condition in material.when) and _standing(material, others) is not None
            for material in item.materials
        )

    return tuple(situation for situation in item.situations if decides(situation))


def _given(item: ServiceItem, answers: Mapping[str, str]) -> dict[str, tuple[Situation, Answer]]:
    """The real answers by situation id, without 不清楚."""
    known = {situation.id: situation for situation in item.situations}
    given: dict[str, tuple[Situation, Answer]] = {}
    for asked, chosen in answers.items():
        situation = known[asked]
        if chosen != UNSURE:
            given[asked] = situation, {answer.id: answer for answer in situation.answers}[chosen]
    return given


def _papers(item: ServiceItem, given: Mapping[str, tuple[Situation, Answer]]) -> Iterator[MyPaper]:
    for position, material in enumerate(item.materials):
        standing = _standing(material, given)
        if standing is not None:
            because, perhaps = standing
            yield MyPaper(str(position), material, _group(material), because, perhaps)


def _standing(
    material: Material, given: Mapping[str, tuple[Situation, Answer]]
) -> tuple[tuple[tuple[Situation, Answer], ...], bool] | None:
    """(the answers that speak for it, whether it is open), or None where an answer rules it out."""
    because: list[tuple[Situation, Answer]] = []
    for condition in material.when:
        said = given.get(condition.situation)
        if said is None:
            continue
        if said[1].id not in condition.answers:
            return None
        because.append(said)
    conditional = material.requirement is Requirement.CONDITIONAL
    unsettled = conditional and (not material.when or material.provider is MaterialProvider.SHARED_DATA)
    return tuple(because), unsettled or len(because) < len(material.when)


def _group(material: Material) -> PaperGroup:
    match material.requirement:
        case Requirement.OMIT_BY_DATA_SHARING:
            return PaperGroup.OMITTED
        case Requirement.OMIT_BY_COMMITMENT:
            return PaperGroup.LATER
        case Requirement.REQUIRED | Requirement.CONDITIONAL:
            if material.from_counter:
                return PaperGroup.COUNTER
            words = material.requirement_words or ""
            return PaperGroup.LATER if any(mark in words for mark in _MAY_FOLLOW) else PaperGroup.NEEDED
        case _:
            assert_never(material.requirement)
