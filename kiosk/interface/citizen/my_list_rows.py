"""The rows of 我的清单: the papers of one person in their groups, each with what it is, how it is shown and why it is there.

Pure: a list in, rows out. Elsewhere: the list itself (domain.my_list), the page around it (my_list.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.catalog import Material, Requirement, ServiceItem
from kiosk.domain.my_list import MyList, MyPaper, PaperGroup
from kiosk.interface.citizen.attachment_words import look_words
from kiosk.interface.citizen.guide_rows import material_tag, split_bracket
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.typography import set_words

ASK_THERE = "以窗口答复为准"
NAMES_ROOM = 44
"""Characters of papers' names in a row, two lines on a wide screen."""


class ListRowKind(StrEnum):
    HEAD = "head"
    TICK = "tick"
    GROUP = "group"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class ListRow:
    """`standing` of a TICK row: have | missing | perhaps. `reason`: why the paper is there, empty where everybody brings it; `asked`: it is being
    read. `names` of a GROUP row: its papers, a line each. `look`: what there is to look at of a paper, empty: nothing; a LOOK row leads there and
    says it of a paper of the group before it."""

    key: str
    kind: ListRowKind
    title: str
    note: str = ""
    icon: str = ""
    tone: str = "plain"
    standing: str = ""
    standingWords: str = ""
    reason: str = ""
    asked: bool = False
    names: str = ""
    look: str = ""


_STANDINGS = {"have": "有了", "missing": "还缺", "perhaps": "可能要"}


def list_rows(item: ServiceItem, mine: MyList, ticks: frozenset[str], asked: frozenset[str]) -> tuple[ListRow, ...]:
    """`asked`: the papers whose reason is being read."""
    return tuple(_rows(item, mine, ticks, asked))


def _rows(item: ServiceItem, mine: MyList, ticks: frozenset[str], asked: frozenset[str]) -> Iterator[ListRow]:
    own = mine.of_group(PaperGroup.NEEDED)
    if own:
        yield ListRow("own", ListRowKind.HEAD, f"自己带 {len(own)} 样", note="有了就点一下，打上勾")
    answers = dict(mine.answers)
    for paper in own:
        yield _tick(item, paper, answers, ticks=ticks, asked=paper.key in asked)
    if not mine.papers:
        yield ListRow(
            "unknown", ListRowKind.GROUP, "要带什么，问窗口", icon=icon_character("help-circle-outline"), names=f"清单{ASK_THERE}。"
        )
    for group in (PaperGroup.COUNTER, PaperGroup.LATER, PaperGroup.OMITTED):
        papers = mine.of_group(group)
        if papers:
            yield _group(group, papers)
        for paper in papers:
            if paper.material.attachments:
                yield ListRow(paper.key, ListRowKind.LOOK, paper_name(paper.material), look=look_words(paper.material))


def _tick(item: ServiceItem, paper: MyPaper, answers: Mapping[str, str], *, ticks: frozenset[str], asked: bool) -> ListRow:
    standing = "have" if paper.key in ticks else "perhaps" if paper.perhaps else "missing"
    return ListRow(
        paper.key,
        ListRowKind.TICK,
        paper_name(paper.material),
        note=_about(paper.material),
        standing=standing,
        standingWords=_STANDINGS[standing],
        reason=reason_words(item, paper, answers),
        asked=asked,
        look=look_words(paper.material),
    )


def paper_name(material: Material) -> str:
    """`居民户口簿` of `居民户口簿（首页和本人页）`."""
    return split_bracket(set_words(material.name))[0]


def paper_form(material: Material) -> str:
    """What of it and in which form: `首页和本人页，看原件`."""
    return "，".join(part for part in (split_bracket(set_words(material.name))[1], material_tag(material)) if part)


def _about(material: Material) -> str:
    """The form, and what the catalogue remarks on it."""
    note = set_words(material.note).rstrip("。") if material.note else ""
    return "；".join(part for part in (paper_form(material), note) if part)


def reason_words(item: ServiceItem, paper: MyPaper, answers: Mapping[str, str]) -> str:
    """Why this paper stands on this list; empty where it does for everybody. 不清楚 is named as what it is."""
    said = [f"您选了“{set_words(answer.label)}”（{set_words(situation.question)}）" for situation, answer in paper.because]
    told = {situation.id for situation, _ in paper.because}
    open_ones = [situation for situation in item.situations for when in paper.material.when if when.situation == situation.id not in told]
    unsure = [f"“{set_words(situation.question)}”{'您选了不清楚' if situation.id in answers else '还没答'}" for situation in open_ones]
    if unsure:
        return f"{'，'.join([*unsure, *said])}。要不要带，到窗口问"
    if said:
        looked_up = f"；部门多半能联网查，{ASK_THERE}" if paper.perhaps else ""
        return f"因为{'，'.join(said)}{looked_up}"
    return f"看情况才要，{ASK_THERE}" if paper.perhaps else ""


def _group(group: PaperGroup, papers: tuple[MyPaper, ...]) -> ListRow:
    count = f"{len(papers)} 样"
    names = "\n".join(_line(paper) for paper in papers)
    if group is PaperGroup.COUNTER:
        forms = "　".join(paper_name(paper.material) for paper in papers)
        icon = icon_character("file-document-edit-outline")
        return ListRow(group.value, ListRowKind.GROUP, f"到窗口填 {count}", "窗口给表", icon, names=forms)
    if group is PaperGroup.LATER:
        promised = all(paper.material.requirement is Requirement.OMIT_BY_COMMITMENT for paper in papers)
        title, note = ("可写承诺", "没有也行，到窗口写承诺") if promised else ("可后补", "先办，后面再补")
        return ListRow(group.value, ListRowKind.GROUP, f"{title} {count}", note, icon_character("draw-pen"), names=names)
    icon = icon_character("check-circle-outline")
    return ListRow(group.value, ListRowKind.GROUP, f"不用带 {count}", "部门自己查", icon, tone="omitted", names=names)


def _line(paper: MyPaper) -> str:
    """A paper nobody carries: its name, and when it must be carried after all."""
    note = set_words(paper.material.note).rstrip("。") if paper.material.note else ""
    words = set_words(paper.material.name)
    return f"{words}：{note}" if note else words


def missing_words(certain: int, perhaps: int) -> str:
    """`缺 1 样`, `缺 1 样，另有 1 样可能要`, `可能还缺 2 样`; empty when nothing is missing."""
    if certain and perhaps:
        return f"缺 {certain} 样，另有 {perhaps} 样可能要"
    return f"缺 {certain} 样" if certain else f"可能还缺 {perhaps} 样" if perhaps else ""


def names_of(papers: tuple[MyPaper, ...]) -> str:
    """`居民身份证；居民户口簿`, as many as NAMES_ROOM holds, then `等 5 样`. The first is always whole."""
    names = [paper_name(paper.material) for paper in papers]
    shown = names[:1]
    for name in names[1:]:
        if len("；".join([*shown, name])) > NAMES_ROOM:
            return f"{'；'.join(shown)} 等 {len(names)} 样"
        shown.append(name)
    return "；".join(shown)


def advice(missing: tuple[MyPaper, ...]) -> str:
    """What to think of before a number is taken with papers missing; empty when none is. Only what the catalogue and the person's answers
    say: which are needed, which perhaps. Whether one may follow later is nobody's promise here: what may, is no missing paper."""
    if not missing:
        return ""
    if all(paper.perhaps for paper in missing):
        return f"{'这样' if len(missing) == 1 else '这几样'}不一定要带，到窗口一问就知道。"
    return f"缺了可能要再跑一趟。能不能后补，{ASK_THERE}。"
