"""The middle of the window: the item of the number in hand, what its holder answered, its papers; or the search for another item.

Here: what stands there. Elsewhere: the shelves of papers (papers.py), the guide beside it (guide.py), what keys do (console.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.application.queries.counter_desk import CounterDesk
from kiosk.domain.catalog import Edition, EntryCode, ServiceItem
from kiosk.domain.queueing import TicketState
from kiosk.interface.counter.desk_words import CLASS_WORDS, item_name, stopwatch, waited_words
from kiosk.interface.counter.history_words import HistoryRow
from kiosk.interface.counter.papers import ATTENTION_ROWS, Papers, Shelf, ShelvedPaper
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import set_words

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1


class PaperRowKind(StrEnum):
    HEAD = "head"
    ATTENTION = "attention"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """`shelf` says which mark stands before it. `cap`: the digit for 看过."""

    key: str
    kind: PaperRowKind
    title: str
    note: str
    shelf: str
    cap: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One of several items of a number, or one that was found."""

    key: str
    label: str
    note: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """The search for an item: `adding` one more, else in the place of the one told. `found` None: not answered yet."""

    adding: bool
    typed: str = ""
    found: tuple[EntryCode, ...] | None = None
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class MatterView:
    """`idle`: no number in hand, what to do instead."""

    idle: str = ""
    idle_note: str = ""
    title: str = ""
    official: str = ""
    stopwatch: str = ""
    waited: str = ""
    answers: tuple[str, ...] = ()
    answers_note: str = ""
    items: tuple[ItemRow, ...] = ()
    rows: tuple[PaperRow, ...] = ()
    can_print: bool = False
    print_label: str = ""
    serving: bool = False
    finding: str = ""
    find_text: str = ""
    find_note: str = ""
    found: tuple[ItemRow, ...] = ()
    history: tuple[HistoryRow, ...] = ()


def derive_matter_view(
    *,
    desk: CounterDesk | None,
    item: ServiceItem | None,
    papers: Papers,
    chosen: str,
    finding: Finding | None,
    history: Sequence[HistoryRow],
    prints: bool,
    edition: Edition,
    moment: datetime,
) -> MatterView:
    """`item`: the one of the number's items that is shown, its code `chosen`. `prints`: there is a printer for 缺件单."""
    if desk is None or desk.current is None:
        return _idle(desk, edition)
    current = desk.current
    serving = current.state is TicketState.SERVING
    missing = len(papers.missing)
    looked_for = _found(finding, edition) if finding is not None else ()
    return MatterView(
        title=set_words(item.plain_name) if item is not None else item_name(chosen or None, edition),
        official=_official(item, edition)
        or " · ".join(part for part in (f"{current.number} 取号时没说办什么" if not chosen else "",) if part),
        stopwatch=stopwatch(current.since if serving else current.called_at, moment),
        waited=" · ".join(part for part in (CLASS_WORDS[current.ticket_class], waited_words(current.issued_at, current.called_at)) if part),
        answers=papers.answers,
        answers_note=_answers_note(papers, item),
        items=tuple(ItemRow(code, item_name(code, edition), "", code == chosen) for code in current.items)
        if len(current.items) > 1
        else (),
        rows=tuple(paper_rows(papers)),
        can_print=prints and missing > 0 and serving,
        print_label="打印缺件单",
        serving=serving,
        finding=("加一件事" if finding.adding else "改成哪件事") if finding is not None else "",
        find_text=finding.typed if finding is not None else "",
        find_note=_find_note(finding) if finding is not None else "",
        found=looked_for,
        history=tuple(history),
    )


def _idle(desk: CounterDesk | None, edition: Edition) -> MatterView:
    if desk is None:
        return MatterView(idle="正在问大厅")
    if not desk.waiting:
        return MatterView(idle="没有人等", idle_note="新号来了会响一声。")
    first = desk.waiting[0]
    return MatterView(idle=f"下一个 {first.number}", idle_note=f"{item_name(first.item, edition)}，按 F2 呼叫")


def _official(item: ServiceItem | None, edition: Edition) -> str:
    if item is None:
        return ""
    department = edition.departments.get(item.department)
    return " · ".join(part for part in (set_words(item.name), department.name if department is not None else "", _fee(item)) if part)


def _fee(item: ServiceItem) -> str:
    """Only a plain yes or no; whatever else it depends on stands in the guide."""
    return "" if item.fee.charged is None else "要收费" if item.fee.charged else "不收费"


def _answers_note(papers: Papers, item: ServiceItem | None) -> str:
    if papers.other_edition:
        return "目录换过版，取号时答的对不上，请再问一遍"
    if item is not None and not papers.told:
        return "取号时没有答问题，材料都还没问"
    return ""


_HEADS = {
    Shelf.UNASKED: ("还没问", "问一样，按一下数字；缺的按 Shift+数字"),
    Shelf.TICKED: ("居民勾了", "看一样，按一下数字"),
    Shelf.SEEN: ("看过了", ""),
    Shelf.LATER: ("可后补、可承诺", ""),
    Shelf.COUNTER: ("窗口给", ""),
    Shelf.OMITTED: ("不用带", ""),
}


def paper_rows(papers: Papers) -> Iterator[PaperRow]:
    missing = papers.missing
    if missing:
        note = "取号单上已经写了" if papers.told and not papers.looked else ""
        yield PaperRow("missing", PaperRowKind.HEAD, f"还缺 {len(missing)} 样", note, Shelf.MISSING, "")
        for paper in missing[:ATTENTION_ROWS]:
            yield _paper(paper, PaperRowKind.ATTENTION)
        if len(missing) > ATTENTION_ROWS:
            yield PaperRow("missing-more", PaperRowKind.HEAD, f"还有 {len(missing) - ATTENTION_ROWS} 样", "", Shelf.MISSING, "")
            for paper in missing[ATTENTION_ROWS:]:
                yield _paper(paper, PaperRowKind.PAPER)
    for shelf, (title, note) in _HEADS.items():
        found = papers.on(shelf)
        if not found:
            continue
        yield PaperRow(shelf, PaperRowKind.HEAD, f"{title} {len(found)} 样", note, shelf, "")
        for paper in found:
            yield _paper(paper, PaperRowKind.PAPER)


def _paper(paper: ShelvedPaper, kind: PaperRowKind) -> PaperRow:
    about = " · ".join(part for part in (paper.about, "看情况才要" if paper.perhaps and paper.shelf is not Shelf.OMITTED else "") if part)
    return PaperRow(f"paper:{paper.key}", kind, paper.name, about, paper.shelf, str(paper.figure) if paper.figure else "")


def _found(finding: Finding, edition: Edition) -> tuple[ItemRow, ...]:
    return tuple(
        ItemRow(code, set_words(edition.rows[code].plain_name), set_words(edition.rows[code].name), position == finding.chosen)
        for position, code in enumerate(finding.found or ())
        if code in edition.rows
    )


def _find_note(finding: Finding) -> str:
    if not finding.typed:
        return "打拼音首字母或全拼，↑ ↓ 选，Enter 定"
    return "没有找到，换个说法" if finding.found is not None and not finding.found else ""


@QmlElement
@QmlUncreatable("made by the role")
class MatterViewModel(QObject, Showing[MatterView]):
    """Binds the middle. What is clicked goes to the console: a paper, one of the items, one that was found. `scrolled` asks the page to move."""

    viewChanged = Signal()
    scrolled = Signal(int)

    def __init__(
        self, paper_clicked: Callable[[str], None], item_clicked: Callable[[str], None], found_clicked: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._paper_clicked = paper_clicked
        self._item_clicked = item_clicked
        self._found_clicked = found_clicked
        self._view = MatterView()
        self._rows: RecordList[PaperRow] = RecordList(PaperRow, parent=self)
        self._items: RecordList[ItemRow] = RecordList(ItemRow, parent=self)
        self._found: RecordList[ItemRow] = RecordList(ItemRow, parent=self)
        self._history: RecordList[HistoryRow] = RecordList(HistoryRow, parent=self)

    def show(self, view: MatterView) -> None:
        self._rows.show(view.rows)
        self._items.show(view.items)
        self._found.show(view.found)
        self._history.show(view.history)
        self._show(view)

    @Slot(str)
    def clickPaper(self, key: str) -> None:
        self._paper_clicked(key.removeprefix("paper:"))

    @Slot(str)
    def clickItem(self, code: str) -> None:
        self._item_clicked(code)

    @Slot(str)
    def clickFound(self, code: str) -> None:
        self._found_clicked(code)

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[PaperRow]:
        return self._rows

    @Property(QObject, notify=viewChanged)
    def items(self) -> RecordList[ItemRow]:
        return self._items

    @Property(QObject, notify=viewChanged)
    def found(self) -> RecordList[ItemRow]:
        return self._found

    @Property(QObject, notify=viewChanged)
    def history(self) -> RecordList[HistoryRow]:
        return self._history

    @Property(bool, notify=viewChanged)
    def manyItems(self) -> bool:
        return bool(self._view.items)

    @Property("QStringList", notify=viewChanged)
    def answers(self) -> list[str]:
        return list(self._view.answers)

    @Property(str, notify=viewChanged)
    def answersNote(self) -> str:
        return self._view.answers_note

    @Property(str, notify=viewChanged)
    def idle(self) -> str:
        return self._view.idle

    @Property(str, notify=viewChanged)
    def idleNote(self) -> str:
        return self._view.idle_note

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def official(self) -> str:
        return self._view.official

    @Property(str, notify=viewChanged)
    def stopwatch(self) -> str:
        return self._view.stopwatch

    @Property(str, notify=viewChanged)
    def waited(self) -> str:
        return self._view.waited

    @Property(bool, notify=viewChanged)
    def canPrint(self) -> bool:
        return self._view.can_print

    @Property(bool, notify=viewChanged)
    def serving(self) -> bool:
        return self._view.serving

    @Property(str, notify=viewChanged)
    def finding(self) -> str:
        return self._view.finding

    @Property(str, notify=viewChanged)
    def findText(self) -> str:
        return self._view.find_text

    @Property(str, notify=viewChanged)
    def findNote(self) -> str:
        return self._view.find_note
