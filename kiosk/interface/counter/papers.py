"""The papers of the number in hand, as the clerk goes through them: what is missing first, what is there second, what is not needed last.

Here: the groups and their order, what a digit means. Elsewhere: which papers an item asks for (domain.my_list), how they look (Paper*.qml).
Citizens have ticked what they say they have; a clerk sees it, or sees that it is not there. That lives as long as the number is at the counter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.catalog import Edition, EntryCode, Material, MaterialForm, Requirement, ServiceItem
from kiosk.domain.my_list import Choices, MyList, MyPaper, PaperGroup, my_list
from kiosk.interface.shared.typography import set_words

NUMBERED = 9
ATTENTION_ROWS = 3
"""More missing papers than these stand on one line: `还有 2 样`."""


BARE_ANSWER = 3
"""An answer as short as 是 or 没有 says nothing without its question."""


class Shelf(StrEnum):
    """Where a paper stands on the clerk's list."""

    MISSING = "missing"
    UNASKED = "unasked"
    """Nobody has said anything of it."""
    TICKED = "ticked"
    SEEN = "seen"
    LATER = "later"
    COUNTER = "counter"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Sighting:
    """What the clerk has said of the papers of one number: paper keys."""

    seen: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()

    def see(self, key: str) -> Sighting:
        return Sighting(self.seen | {key}, self.missing - {key})

    def miss(self, key: str) -> Sighting:
        return Sighting(self.seen - {key}, self.missing | {key})


@dataclass(frozen=True, slots=True)
class ShelvedPaper:
    """`figure`: the digit that says 看过 of it, 0 for none. `perhaps`: only needed in some cases, and nobody knows whether here."""

    key: str
    name: str
    about: str
    shelf: Shelf
    figure: int
    perhaps: bool


@dataclass(frozen=True, slots=True)
class Papers:
    """All papers of one item for one person. `answers`: what the citizen answered, in short. `told`: anything was answered or ticked. `looked`: the clerk
    has said something of them."""

    item: EntryCode | None = None
    shelved: tuple[ShelvedPaper, ...] = ()
    answers: tuple[str, ...] = ()
    told: bool = False
    looked: bool = False
    other_edition: bool = False
    mine: MyList | None = field(default=None, compare=False)

    def on(self, shelf: Shelf) -> tuple[ShelvedPaper, ...]:
        return tuple(paper for paper in self.shelved if paper.shelf is shelf)

    @property
    def missing(self) -> tuple[ShelvedPaper, ...]:
        return self.on(Shelf.MISSING)

    def with_figure(self, figure: int) -> ShelvedPaper | None:
        return next((paper for paper in self.shelved if paper.figure == figure), None)


def papers_of(item: ServiceItem | None, choices: Choices | None, sighting: Sighting, edition: Edition) -> Papers:
    """Answers of another edition are not put to this one's questions: then everything is still to be asked."""
    if item is None:
        return Papers()
    fits = choices is not None and choices.edition == edition.content_hash
    answers = _answers(item, choices) if choices is not None and fits else {}
    ticks = frozenset(choices.ticks) if choices is not None and fits else frozenset()
    mine = my_list(item, answers)
    told = bool(answers or ticks)
    shelved = _figured(_shelved(mine.papers, ticks, sighting, told))
    return Papers(
        item=item.code,
        shelved=tuple(shelved),
        answers=tuple(_answer_words(item, answers)),
        told=told,
        looked=bool(sighting.seen or sighting.missing),
        other_edition=choices is not None and not fits,
        mine=mine,
    )


def _answers(item: ServiceItem, choices: Choices) -> Mapping[str, str]:
    """Those that this item asks: the item may have been corrected since they were given."""
    known = {situation.id: {answer.id for answer in situation.answers} | {""} for situation in item.situations}
    return {asked: said for asked, said in choices.answers if said in known.get(asked, set())}


def _answer_words(item: ServiceItem, answers: Mapping[str, str]) -> Iterator[str]:
    for situation in item.situations:
        said = answers.get(situation.id)
        if said:
            label = set_words(next(answer.label for answer in situation.answers if answer.id == said))
            yield f"{set_words(situation.question)} {label}" if len(label) <= BARE_ANSWER else label
        elif said is not None:
            yield f"{set_words(situation.question)} 不清楚"


def _shelved(papers: Iterable[MyPaper], ticks: frozenset[str], sighting: Sighting, told: bool) -> Iterator[ShelvedPaper]:
    order = {shelf: position for position, shelf in enumerate(Shelf)}
    found = [_shelve(paper, ticks, sighting, told) for paper in papers]
    yield from sorted(found, key=lambda paper: order[paper.shelf])


def _shelve(paper: MyPaper, ticks: frozenset[str], sighting: Sighting, told: bool) -> ShelvedPaper:
    name, detail = _parted(paper.material)
    how = _OMITTED[paper.material.requirement] if paper.material.omitted else form_words(paper.material)
    about = " · ".join(part for part in (detail, how) if part)
    return ShelvedPaper(paper.key, name, about, _shelf(paper, ticks, sighting, told), 0, paper.perhaps)


def _shelf(paper: MyPaper, ticks: frozenset[str], sighting: Sighting, told: bool) -> Shelf:
    if paper.key in sighting.seen:
        return Shelf.SEEN
    if paper.key in sighting.missing:
        return Shelf.MISSING
    match paper.group:
        case PaperGroup.OMITTED:
            return Shelf.OMITTED
        case PaperGroup.COUNTER:
            return Shelf.COUNTER
        case PaperGroup.LATER:
            return Shelf.LATER
        case PaperGroup.NEEDED if paper.key in ticks:
            return Shelf.TICKED
        case PaperGroup.NEEDED:
            return Shelf.MISSING if told and not paper.perhaps else Shelf.UNASKED


def _figured(papers: Iterable[ShelvedPaper]) -> Iterator[ShelvedPaper]:
    """1–9 in the order of the list; what nobody brings has none."""
    figure = 0
    for paper in papers:
        if paper.shelf is Shelf.OMITTED or figure == NUMBERED:
            yield paper
            continue
        figure += 1
        yield ShelvedPaper(paper.key, paper.name, paper.about, paper.shelf, figure, paper.perhaps)


_OMITTED = {Requirement.OMIT_BY_DATA_SHARING: "联网查", Requirement.OMIT_BY_COMMITMENT: "写承诺就行"}
_FORMS = {
    MaterialForm.ORIGINAL_CHECKED: "看原件",
    MaterialForm.ORIGINAL: "收原件",
    MaterialForm.COPY: "复印件",
    MaterialForm.ORIGINAL_AND_COPY: "原件和复印件",
    MaterialForm.FORM: "表格",
    MaterialForm.ELECTRONIC: "电子件",
}


def form_words(material: Material) -> str:
    """`看原件`, `复印件 2 份`."""
    copies = f" {material.copies} 份" if material.copies and material.copies > 1 else ""
    return _FORMS[material.form] + copies


def _parted(material: Material) -> tuple[str, str]:
    """`居民户口簿（首页和本人页）` → its name and what stands in the bracket at its end."""
    words = set_words(material.name)
    if words.endswith("）") and words.count("（") == 1 and words.index("（") > 0:
        name, _, detail = words[:-1].partition("（")
        return name, detail
    return words, ""
