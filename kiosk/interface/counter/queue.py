"""等候, 搁置, 过号: the lists at the left of the window, one choice over all three.

Here: which rows stand there, which is chosen, what Enter would do with it. Elsewhere: the deeds (console.py). The lists show as many rows as
there is room for (`fitRows`), around the chosen one: whole rows, no scroll bar to aim at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.application.queries.counter_desk import CounterDesk, DeskRow
from kiosk.domain.catalog import Edition
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketId
from kiosk.interface.counter.desk_words import CLASS_MARKS, CLASS_WORDS, PARK_WORDS, items_name, minutes_since
from kiosk.interface.shared.moments import clock_words
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CounterModels"
QML_IMPORT_MAJOR_VERSION = 1

STANDING_ROWS = 3
"""So many parked and so many missed ones are seen at once; the rest come with the arrows."""


class Pile(StrEnum):
    WAITING = "waiting"
    PARKED = "parked"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class QueueChoice:
    pile: Pile
    row: DeskRow


@dataclass(frozen=True, slots=True)
class QueueRow:
    """`mark`: 军, 老 or nothing, `markWords` for who listens. `aside`: minutes waited, or a time."""

    key: str
    number: str
    title: str
    mark: str
    markWords: str
    aside: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class QueueView:
    waiting_title: str = ""
    waiting_note: str = ""
    waiting: tuple[QueueRow, ...] = ()
    more: str = ""
    empty: str = ""
    parked_title: str = ""
    parked: tuple[QueueRow, ...] = ()
    missed_title: str = ""
    missed_note: str = ""
    missed: tuple[QueueRow, ...] = ()
    finding: bool = False
    find_text: str = ""
    asks: str = ""


@dataclass(frozen=True, slots=True)
class QueueState:
    """`line` None: all lines. `found`: item codes that the typed words mean, None while nothing is looked for. `armed`: a number that one more
    Enter calls although others come before it."""

    chosen: TicketId | None = None
    line: LineId | None = None
    finding: bool = False
    typed: str = ""
    found: frozenset[str] | None = None
    armed: TicketId | None = None


def choices(desk: CounterDesk, state: QueueState) -> list[QueueChoice]:
    """All rows that the arrows reach, top to bottom."""
    piles = ((Pile.WAITING, desk.waiting), (Pile.PARKED, desk.parked), (Pile.MISSED, desk.missed))
    return [QueueChoice(pile, row) for pile, rows in piles for row in rows if _wanted(row, state)]


def _wanted(row: DeskRow, state: QueueState) -> bool:
    if state.line is not None and row.line != state.line:
        return False
    if not state.typed:
        return True
    return state.typed.upper() in row.number or bool(state.found and state.found & set(row.items))


def chosen_of(desk: CounterDesk, state: QueueState) -> QueueChoice | None:
    """The chosen row; the first one where the chosen is gone."""
    rows = choices(desk, state)
    return next((each for each in rows if each.row.id == state.chosen), rows[0] if rows else None)


def moved(desk: CounterDesk, state: QueueState, by: int) -> TicketId | None:
    """The row `by` places on; far beyond an end means that end."""
    rows = choices(desk, state)
    if not rows:
        return None
    here = chosen_of(desk, state)
    at = rows.index(here) if here is not None else 0
    return rows[max(0, min(len(rows) - 1, at + by))].row.id


def overtaken(desk: CounterDesk, choice: QueueChoice) -> int:
    """How many would be overtaken by calling this one."""
    return next((at for at, row in enumerate(desk.waiting) if row.id == choice.row.id), 0) if choice.pile is Pile.WAITING else 0


def derive_queue_view(desk: CounterDesk | None, state: QueueState, edition: Edition, moment: datetime, room: int) -> QueueView:
    """`room`: whole rows that there is room for among those who wait."""
    if desk is None:
        return QueueView()
    here = chosen_of(desk, state)
    piles: dict[Pile, list[DeskRow]] = {pile: [] for pile in Pile}
    for choice in choices(desk, state):
        piles[choice.pile].append(choice.row)

    def rows(pile: Pile, most: int) -> tuple[QueueRow, ...]:
        return tuple(
            _row(row, pile, edition, moment, here is not None and row.id == here.row.id) for row in _around(piles[pile], here, most)
        )

    waiting = piles[Pile.WAITING]
    line = f"{state.line} · " if state.line is not None else ""
    missed = piles[Pile.MISSED]
    until = max((row.until for row in missed if row.until is not None), default=None)
    # The line that tells of the rest takes the place of a row.
    shown = rows(Pile.WAITING, room if len(waiting) <= room else max(1, room - 1))
    return QueueView(
        waiting_title=f"等候 {len(waiting)} 人",
        waiting_note=f"{line}↑ ↓ 选" if waiting else line.rstrip(" ·"),
        waiting=shown,
        more=f"共 {len(waiting)} 人，↑ ↓ 往下看" if len(waiting) > len(shown) else "",
        empty="" if waiting else "没有找到" if state.typed else "没有人等",
        parked_title=f"搁置 {len(piles[Pile.PARKED])}",
        parked=rows(Pile.PARKED, STANDING_ROWS),
        missed_title=f"过号 {len(missed)}",
        missed_note=f"{clock_words(until)} 前来，排两位后" if until is not None else "",
        missed=rows(Pile.MISSED, STANDING_ROWS),
        finding=state.finding,
        find_text=state.typed,
        asks=_asks(desk, state, here),
    )


def _asks(desk: CounterDesk, state: QueueState, here: QueueChoice | None) -> str:
    if here is None or state.armed != here.row.id:
        return ""
    return f"{here.row.number} 前面还有 {overtaken(desk, here)} 个，再按一次 Enter 就叫它"


def _around(rows: Sequence[DeskRow], here: QueueChoice | None, most: int) -> Sequence[DeskRow]:
    """At most so many, the chosen one among them."""
    at = next((place for place, row in enumerate(rows) if here is not None and row.id == here.row.id), 0)
    first = max(0, min(at - most // 2, len(rows) - most))
    return rows[first : first + most]


def _row(row: DeskRow, pile: Pile, edition: Edition, moment: datetime, chosen: bool) -> QueueRow:
    title = items_name(row.items, edition)
    if pile is Pile.PARKED and row.reason is not None:
        title = PARK_WORDS[row.reason]
    aside = f"{minutes_since(row.issued_at, moment)} 分" if pile is Pile.WAITING else clock_words(row.since)
    mark = "转" if pile is Pile.WAITING and row.kept else CLASS_MARKS[row.ticket_class]
    words = "转到这个窗口" if mark == "转" else CLASS_WORDS[row.ticket_class]
    return QueueRow(str(row.id), row.number, title, mark, words, aside, chosen)


@QmlElement
@QmlUncreatable("made by the role")
class QueueViewModel(QObject, Showing[QueueView]):
    """Binds the lists; `clicked` is told the ticket of a row that was clicked, `fitted` how many rows there is room for."""

    viewChanged = Signal()

    def __init__(
        self,
        clicked: Callable[[TicketId], None],
        fitted: Callable[[int], None],
        wheeled: Callable[[int], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clicked = clicked
        self._fitted = fitted
        self._wheeled = wheeled
        self._view = QueueView()
        self._waiting: RecordList[QueueRow] = RecordList(QueueRow, parent=self)
        self._parked: RecordList[QueueRow] = RecordList(QueueRow, parent=self)
        self._missed: RecordList[QueueRow] = RecordList(QueueRow, parent=self)

    def show(self, view: QueueView) -> None:
        self._waiting.show(view.waiting)
        self._parked.show(view.parked)
        self._missed.show(view.missed)
        self._show(view)

    @Slot(str)
    def click(self, key: str) -> None:
        """The first click chooses, one on the chosen row is Enter."""
        self._clicked(TicketId(int(key)))

    @Slot(int)
    def fitRows(self, rows: int) -> None:
        self._fitted(rows)

    @Slot(int)
    def wheel(self, by: int) -> None:
        self._wheeled(by)

    @Property(QObject, notify=viewChanged)
    def waiting(self) -> RecordList[QueueRow]:
        return self._waiting

    @Property(QObject, notify=viewChanged)
    def parked(self) -> RecordList[QueueRow]:
        return self._parked

    @Property(QObject, notify=viewChanged)
    def missed(self) -> RecordList[QueueRow]:
        return self._missed

    @Property(int, notify=viewChanged)
    def parkedRows(self) -> int:
        return len(self._view.parked)

    @Property(str, notify=viewChanged)
    def waitingTitle(self) -> str:
        return self._view.waiting_title

    @Property(str, notify=viewChanged)
    def waitingNote(self) -> str:
        return self._view.waiting_note

    @Property(str, notify=viewChanged)
    def more(self) -> str:
        return self._view.more

    @Property(str, notify=viewChanged)
    def empty(self) -> str:
        return self._view.empty

    @Property(str, notify=viewChanged)
    def parkedTitle(self) -> str:
        return self._view.parked_title

    @Property(str, notify=viewChanged)
    def missedTitle(self) -> str:
        return self._view.missed_title

    @Property(str, notify=viewChanged)
    def missedNote(self) -> str:
        return self._view.missed_note

    @Property(bool, notify=viewChanged)
    def finding(self) -> bool:
        return self._view.finding

    @Property(str, notify=viewChanged)
    def findText(self) -> str:
        return self._view.find_text

    @Property(str, notify=viewChanged)
    def asks(self) -> str:
        return self._view.asks
