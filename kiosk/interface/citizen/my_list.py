"""我的清单: the papers for this person's answers, ticked by them, with what is missing; from here to paper, codes and a number.

Here: the page. Elsewhere: its rows and their words (my_list_rows.py), what follows from answers (domain.my_list), answers and ticks (told.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk.application.ports import Clock
from kiosk.domain.catalog import CatalogList, Edition, EntryCode, ServiceItem
from kiosk.domain.hall import Hall
from kiosk.domain.my_list import UNSURE, MyList, PaperGroup
from kiosk.interface.citizen.attachment_words import PAGE, looked_at
from kiosk.interface.citizen.guide import Today, derive_today
from kiosk.interface.citizen.my_list_rows import ListRow, ListRowKind, list_rows
from kiosk.interface.citizen.queue_watch import QueueWatch
from kiosk.interface.citizen.reading import RowKind, Span, pages_of
from kiosk.interface.citizen.take_away import TakeAway, TakeAwayOffer
from kiosk.interface.citizen.takeaway_words import takeaway_of_item
from kiosk.interface.citizen.told import Told
from kiosk.interface.shared.entry_words import title_words
from kiosk.interface.shared.idle import READING, Patience
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.record_list import RecordList
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import set_words

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

_KINDS = {
    ListRowKind.HEAD: RowKind.HEADING,
    ListRowKind.TICK: RowKind.POINT,
    ListRowKind.GROUP: RowKind.POINT,
    ListRowKind.LOOK: RowKind.POINT,
}


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """What the person said, above the beam."""

    key: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class PaperBar:
    """One bar per paper to bring: `done` when it is there."""

    key: str
    standing: str


@dataclass(frozen=True, slots=True)
class MyListView:
    """`missing` is the figure; `missing_label` and `missing_unit` stand beside it, `missing_note` under it. `spans` are the pages."""

    item: str = ""
    list_key: str = CatalogList.CONVENIENCE.value
    answers: tuple[ToldAnswer, ...] = ()
    bars: tuple[PaperBar, ...] = ()
    missing: str = ""
    missing_label: str = ""
    missing_unit: str = ""
    missing_note: str = ""
    asks: bool = False
    ticket_label: str = ""
    today: Today = field(default_factory=Today)
    spans: tuple[Span, ...] = (Span(0, -1),)
    page: int = 0

    @property
    def span(self) -> Span:
        return self.spans[min(self.page, len(self.spans) - 1)]


def derive_my_list_view(*, item: ServiceItem, edition: Edition, mine: MyList, ticks: frozenset[str], today: Today) -> MyListView:
    own = mine.of_group(PaperGroup.NEEDED)
    missing = mine.missing(ticks)
    certain = sum(1 for paper in missing if not paper.perhaps)
    perhaps = len(missing) - certain
    if certain:
        figure, label = str(certain), "还缺"
    elif perhaps:
        figure, label = str(perhaps), "可能还缺"
    else:
        figure, label = "", "都齐了" if own else "问窗口" if not mine.papers else "什么都不用带"
    return MyListView(
        item=title_words(edition.rows[item.code]),
        list_key=item.list.value,
        answers=told_answers(item, mine),
        bars=tuple(PaperBar(paper.key, "done" if paper.key in ticks else "ahead") for paper in own),
        missing=figure,
        missing_label=label,
        missing_unit="样" if figure else "",
        missing_note=f"另有 {perhaps} 样可能要" if certain and perhaps else "",
        asks=bool(item.situations),
        ticket_label="取号去办" if item.hall_role.served_here else "取号问一问",
        today=today,
    )


def told_answers(item: ServiceItem, mine: MyList) -> tuple[ToldAnswer, ...]:
    """Every question of the item that was answered or left open, in its order."""
    said = dict(mine.answers)
    rows = []
    for situation in item.situations:
        labels = {answer.id: set_words(answer.label) for answer in situation.answers}
        answer = said.get(situation.id)
        words = "没答" if answer is None else "不清楚" if answer == UNSURE else labels[answer]
        rows.append(ToldAnswer(situation.id, set_words(situation.question), words))
    return tuple(rows)


@QmlElement
@QmlUncreatable("made by the role")
class MyListViewModel(QObject, Showing[MyListView]):
    """`my-list/CODE`: with unanswered questions it lists every paper that may be needed."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        edition: Edition,
        hall: Hall,
        clock: Clock,
        told: Told,
        queue: QueueWatch,
        take_away: TakeAway,
        navigator: Navigator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._edition = edition
        self._hall = hall
        self._clock = clock
        self._told = told
        self._queue = queue
        self._navigator = navigator
        self._item: ServiceItem | None = None
        self._mine: MyList | None = None
        self._asked: frozenset[str] = frozenset()
        self._left_at: dict[EntryCode, int] = {}
        self._view = MyListView()
        self._rows: RecordList[ListRow] = RecordList(ListRow, parent=self)
        self._answers: RecordList[ToldAnswer] = RecordList(ToldAnswer, parent=self)
        self._bars: RecordList[PaperBar] = RecordList(PaperBar, parent=self)
        self._offer = TakeAwayOffer(
            take_away,
            lambda: (
                takeaway_of_item(
                    item=self._item,
                    edition=edition,
                    hall=hall,
                    today=clock.now().date(),
                    mine=self._mine,
                    ticks=told.ticks(self._item),
                )
                if self._item is not None
                else None
            ),
            parent=self,
        )
        queue.changed.connect(self.refresh)
        told.changed.connect(self.refresh)

    @property
    def patience(self) -> Patience:
        return READING

    def enter(self, argument: str, returning: bool) -> None:
        """KeyError for a code that is no item of the edition."""
        item = self._edition.item(EntryCode(argument))
        self._remember()
        self._item = item
        self._asked = frozenset()
        self._view = MyListView(page=self._left_at.get(item.code, 0) if returning else 0)
        self._told.see_list(item)
        self.refresh()

    def forget(self) -> None:
        self._item, self._mine, self._asked = None, None, frozenset()
        self._left_at.clear()
        self._told.forget()
        self._rows.show(())
        self._answers.show(())
        self._bars.show(())
        self._show(MyListView())

    @Slot()
    def refresh(self) -> None:
        """Time, queue, an answer or a tick has moved."""
        item = self._item
        mine = self._told.list_of(item) if item is not None else None
        if item is None or mine is None:
            return
        self._mine = mine
        ticks = self._told.ticks(item)
        today = derive_today(
            item=item, now=self._queue.now, unavailable=self._queue.unavailable is not None, today=self._clock.now().date()
        )
        view = derive_my_list_view(item=item, edition=self._edition, mine=mine, ticks=ticks, today=today)
        rows = list_rows(item, mine, ticks, self._asked)
        same = [row.key for row in rows] == [row.key for row in self._rows.rows]
        self._answers.show(view.answers)
        self._bars.show(view.bars)
        self._rows.show(rows)
        self._show(replace(view, spans=self._view.spans if same else (Span(0, -1),), page=self._view.page))

    def _remember(self) -> None:
        if self._item is not None:
            self._left_at[self._item.code] = self._view.page

    # -- what QML calls ----------------------------------------------------------------------------------------------------

    @Slot("QVariantList", float)
    def measured(self, heights: list[float], room: float) -> None:
        """The QML has laid the rows out. Measures of rows that are no longer these are let go."""
        if len(heights) != len(self._rows.rows):
            return
        spans = pages_of(heights, [_KINDS[row.kind] for row in self._rows.rows], room)
        self._show(replace(self._view, spans=spans, page=min(self._view.page, len(spans) - 1)))

    @Slot(str)
    def turn(self, key: str) -> None:
        """A tick, or none any more."""
        if self._item is not None:
            self._told.turn(self._item, key)

    @Slot(str)
    def askWhy(self, key: str) -> None:
        """Shows why a paper is there, or stops showing it."""
        self._asked ^= {key}
        self.refresh()

    @Slot(str)
    def look(self, key: str) -> None:
        """At the form of a paper."""
        if self._item is not None:
            self._navigator.go(PAGE, looked_at(self._item.code, key))

    @Slot()
    def previous(self) -> None:
        self._show(replace(self._view, page=max(0, self._view.page - 1)))

    @Slot()
    def next(self) -> None:
        self._show(replace(self._view, page=min(len(self._view.spans) - 1, self._view.page + 1)))

    @Slot()
    def changeAnswers(self) -> None:
        """From the first question on; what was said is marked there."""
        if self._item is not None:
            self._navigator.go("questions", self._item.code)

    @Slot()
    def takeTicket(self) -> None:
        if self._item is not None:
            self._navigator.go("ticket", self._item.code)

    # -- what QML reads ----------------------------------------------------------------------------------------------------

    @Property(QObject, notify=viewChanged)
    def rows(self) -> RecordList[ListRow]:
        return self._rows

    @Property(QObject, notify=viewChanged)
    def answers(self) -> RecordList[ToldAnswer]:
        return self._answers

    @Property(QObject, notify=viewChanged)
    def bars(self) -> RecordList[PaperBar]:
        return self._bars

    @Property(TakeAwayOffer, notify=viewChanged)
    def offer(self) -> TakeAwayOffer:
        return self._offer

    @Property(str, notify=viewChanged)
    def answersText(self) -> str:
        """All answers in one paragraph, where they are too many for rows."""
        return "；".join(f"{told.question}{told.answer}" for told in self._view.answers)

    @Property(int, notify=viewChanged)
    def answerCount(self) -> int:
        return len(self._view.answers)

    @Property(int, notify=viewChanged)
    def barCount(self) -> int:
        return len(self._view.bars)

    @Property(str, notify=viewChanged)
    def itemName(self) -> str:
        return self._view.item

    @Property(str, notify=viewChanged)
    def listKey(self) -> str:
        return self._view.list_key

    @Property(str, notify=viewChanged)
    def missingText(self) -> str:
        return self._view.missing

    @Property(str, notify=viewChanged)
    def missingLabel(self) -> str:
        return self._view.missing_label

    @Property(str, notify=viewChanged)
    def missingUnit(self) -> str:
        return self._view.missing_unit

    @Property(str, notify=viewChanged)
    def missingNote(self) -> str:
        return self._view.missing_note

    @Property(bool, notify=viewChanged)
    def asks(self) -> bool:
        """The item has questions, so answers can be changed."""
        return self._view.asks

    @Property(int, notify=viewChanged)
    def firstRow(self) -> int:
        return self._view.span.first

    @Property(int, notify=viewChanged)
    def lastRow(self) -> int:
        return self._view.span.last

    @Property(int, notify=viewChanged)
    def page(self) -> int:
        """Counted from 1."""
        return min(self._view.page, len(self._view.spans) - 1) + 1

    @Property(int, notify=viewChanged)
    def pages(self) -> int:
        return len(self._view.spans)

    @Property(str, notify=viewChanged)
    def ticketLabel(self) -> str:
        return self._view.ticket_label

    @Property(str, notify=viewChanged)
    def waitText(self) -> str:
        return self._view.today.wait

    @Property(str, notify=viewChanged)
    def waitShortText(self) -> str:
        return self._view.today.wait_short

    @Property(str, notify=viewChanged)
    def ticketAwayText(self) -> str:
        return self._view.today.ticket_away

    @Property(str, notify=viewChanged)
    def awayShortText(self) -> str:
        return self._view.today.away_short
