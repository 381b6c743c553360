"""The guide beside the number in hand: 怎么办, 材料, 依据, in a clerk's few words. What is not verified says so.

Elsewhere: the citizen's guide (interface.citizen.guide), the item (domain.catalog).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from kiosk.domain.catalog import LegalBasis, Material, Requirement, ServiceItem, Situation
from kiosk.interface.counter.papers import form_words
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import set_words

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1

ASK = "以窗口答复为准"


class GuideTab(StrEnum):
    STEPS = "steps"
    MATERIALS = "materials"
    BASIS = "basis"


_TAB_NAMES = {GuideTab.STEPS: "怎么办", GuideTab.MATERIALS: "材料", GuideTab.BASIS: "依据"}


class GuideRowKind(StrEnum):
    STEP = "step"
    HEAD = "head"
    POINT = "point"
    CHECK = "check"
    """Still to be checked by the hall."""


@dataclass(frozen=True, slots=True)
class GuideRow:
    """`mark`: the figure of a step."""

    key: str
    kind: GuideRowKind
    mark: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class TabRow:
    key: str
    label: str
    cap: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class GuideView:
    item: str = ""
    tabs: tuple[TabRow, ...] = ()
    rows: tuple[GuideRow, ...] = ()
    empty: str = ""


def derive_guide_view(item: ServiceItem | None, tab: GuideTab) -> GuideView:
    tabs = tuple(TabRow(each, _TAB_NAMES[each], f"Alt+{position}", each is tab) for position, each in enumerate(GuideTab, 1))
    if item is None:
        return GuideView(tabs=tabs, empty="叫到号，或者选中一个号，这里就是它的指南。")
    match tab:
        case GuideTab.STEPS:
            rows = tuple(_steps(item))
        case GuideTab.MATERIALS:
            rows = tuple(_materials(item))
        case GuideTab.BASIS:
            rows = tuple(_basis(item))
        case _:
            assert_never(tab)
    return GuideView(set_words(item.plain_name), tabs, rows)


def _steps(item: ServiceItem) -> Iterator[GuideRow]:
    if not item.steps:
        yield GuideRow("steps", GuideRowKind.POINT, "", f"怎么办，{ASK}", "")
    for number, words in enumerate(item.steps, 1):
        yield GuideRow(f"step-{number}", GuideRowKind.STEP, str(number), set_words(words).rstrip("。"), "")
    if item.common_mistakes:
        yield GuideRow("mistakes", GuideRowKind.HEAD, "", "容易错在", "")
    for number, words in enumerate(item.common_mistakes, 1):
        yield GuideRow(f"mistake-{number}", GuideRowKind.POINT, "", set_words(words).rstrip("。"), "")
    yield from _open_points(item)


def _materials(item: ServiceItem) -> Iterator[GuideRow]:
    if not item.materials:
        yield GuideRow("materials", GuideRowKind.POINT, "", f"要带什么，{ASK}", "")
    for position, material in enumerate(item.materials):
        notes = [
            _requirement(material),
            form_words(material),
            _condition(material, item.situations),
            set_words(material.note or "").rstrip("。"),
        ]
        yield GuideRow(f"paper-{position}", GuideRowKind.POINT, "", set_words(material.name), " · ".join(note for note in notes if note))


def _requirement(material: Material) -> str:
    match material.requirement:
        case Requirement.OMIT_BY_DATA_SHARING:
            return "不用带，联网查"
        case Requirement.OMIT_BY_COMMITMENT:
            return "可写承诺"
        case Requirement.CONDITIONAL:
            return "看情况"
        case Requirement.REQUIRED:
            return "窗口给" if material.from_counter else ""
        case _:
            assert_never(material.requirement)


def _condition(material: Material, situations: Sequence[Situation]) -> str:
    """`答“18 岁以上”的`."""
    known = {situation.id: situation for situation in situations}
    said = [
        "、".join(f"“{answer.label}”" for answer in situation.answers if answer.id in condition.answers)
        for condition in material.when
        if (situation := known.get(condition.situation)) is not None
    ]
    return set_words(f"答{'且'.join(said)}的") if said else ""


def _basis(item: ServiceItem) -> Iterator[GuideRow]:
    if not item.legal_basis:
        yield GuideRow("law", GuideRowKind.POINT, "", f"依据{ASK}", "")
    for number, basis in enumerate(item.legal_basis, 1):
        yield _law(f"law-{number}", basis)
    yield GuideRow("name", GuideRowKind.HEAD, "", "正式名称", "")
    yield GuideRow("official", GuideRowKind.POINT, "", set_words(item.name), set_words(item.authority))
    yield from _open_points(item)


def _law(key: str, basis: LegalBasis) -> GuideRow:
    notes = [set_words(words).rstrip("。") for words in (basis.article, basis.note) if words]
    return GuideRow(key, GuideRowKind.POINT, "", set_words(basis.title), "；".join(notes))


def _open_points(item: ServiceItem) -> Iterator[GuideRow]:
    if item.verification.open_points:
        points = "、".join(set_words(point).rstrip("。") for point in item.verification.open_points)
        yield GuideRow("open", GuideRowKind.CHECK, "", f"待大厅核对：{points}", "")


@QmlElement
@QmlUncreatable("made by the role")
class CounterGuideViewModel(QObject, Showing[GuideView]):
    """Binds the guide. `scrolled` asks the page to move by so many screens; `turned` is told a tab that was clicked."""

    viewChanged = Signal()
    scrolled = Signal(int)

    def __init__(self, turned: Callable[[GuideTab], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turned = turned
        self._view = GuideView()
        self._rows: RecordList[GuideRow] = RecordList(GuideRow, parent=self)
        self._tabs: RecordList[TabRow] = RecordList(TabRow, parent=self)

    def show(self, view: GuideView) -> None:
        self._tabs.show(view.tabs)
        self._rows.show(view.rows)
        self._show(view)

    @Slot(str)
    def turn(self, tab: str) -> None:
        self._turned(GuideTab(tab))

    @Property(QObject, notify=viewChanged)
    def tabs(self) -> RecordList[TabRow]:
        return self._tabs

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[GuideRow]:
        return self._rows

    @Property(str, notify=viewChanged)
    def item(self) -> str:
        return self._view.item

    @Property(str, notify=viewChanged)
    def empty(self) -> str:
        return self._view.empty
