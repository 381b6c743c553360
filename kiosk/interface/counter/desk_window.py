"""The full window behind the bar: the lists, the item with its papers, the guide, what has happened; and what typing means in it.

Here: what is chosen, opened and typed in the window, and the deeds that come of it. Elsewhere: each part's own rows (queue.py, matter.py,
guide.py, help_page.py), the bar, the door and the order of deeds (console.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from kiosk.application.ports import PrintOutcome, TicketMoment
from kiosk.application.queries.assistance import HelpNow
from kiosk.application.queries.counter_desk import CounterDesk, DeskTicket
from kiosk.application.takeaway import Takeaway
from kiosk.domain.catalog import Edition, EntryCode, ServiceItem
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import PrintState, TicketId
from kiosk.domain.staff import StaffSession
from kiosk.interface.counter.deeds import CounterDeeds
from kiosk.interface.counter.guide import CounterGuideViewModel, GuideTab, derive_guide_view
from kiosk.interface.counter.help_desk import HelpState
from kiosk.interface.counter.help_page import HelpPageViewModel, derive_help_page
from kiosk.interface.counter.history_words import HistoryRow, history_rows
from kiosk.interface.counter.keyboard import Chord, Press, Wish
from kiosk.interface.counter.matter import Finding, MatterViewModel, derive_matter_view
from kiosk.interface.counter.papers import Papers, Shelf, Sighting, papers_of
from kiosk.interface.counter.queue import Pile, QueueState, QueueViewModel, chosen_of, derive_queue_view, moved, overtaken
from kiosk.interface.counter.slip import missing_slip
from kiosk.interface.counter.wishes import Words
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.qml import QObject, Signal


class WindowDeeds(CounterDeeds, Protocol):
    """The deeds, and what the window asks besides. Each blocks and belongs on the worker."""

    def history(self, ticket: TicketId) -> Sequence[TicketMoment]: ...

    def find_items(self, typed: str) -> Sequence[EntryCode]:
        """Items of the catalogue for what was typed, best first."""
        ...

    @property
    def prints(self) -> bool:
        """There is a printer for 缺件单. Answers at once."""
        ...

    def print_slip(self, document: Takeaway) -> Future[PrintOutcome]:
        """Returns at once: a printer that hangs holds up no deed."""
        ...


AREAS = ("queue", "matter", "guide")
FAR = 1_000_000


class DeskWindow(QObject):
    """One window's parts. `do` runs a deed of the signed-in clerk, `tell` says a sentence in the left block, `refresh` shows all anew."""

    _came_out = Signal(bool)

    def __init__(
        self,
        *,
        hall: Hall,
        edition: Edition,
        deeds: WindowDeeds,
        jobs: Jobs,
        do: Callable[[Callable[[StaffSession], object]], None],
        tell: Callable[[Words], None],
        pressed: Callable[[Press], None],
        refresh: Callable[[], None],
        today: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hall = hall
        self._edition = edition
        self._deeds = deeds
        self._jobs = jobs
        self._do = do
        self._tell = tell
        self._refresh = refresh
        self._today = today
        self._pressed = pressed
        self._desk: CounterDesk | None = None
        self._list = QueueState()
        self._room = 9
        self._tab = GuideTab.STEPS
        self._area = 0
        self._area_told = False
        self._shown_item = 0
        self._finding: Finding | None = None
        self._sightings: dict[TicketId, Sighting] = {}
        self._papers = Papers()
        self._history: tuple[HistoryRow, ...] = ()
        self._history_of: DeskTicket | None = None
        self.queue = QueueViewModel(self._row_clicked, self._fitted, self._wheeled, self)
        self.matter = MatterViewModel(self._paper_clicked, self._item_clicked, self._found_clicked, self)
        self.guide = CounterGuideViewModel(self._turned, self)
        self.help = HelpPageViewModel(pressed, self)
        self._came_out.connect(self._printed)

    @property
    def area(self) -> str:
        return AREAS[self._area]

    @property
    def area_shown(self) -> str:
        """Where the keys go, once somebody goes from part to part by keys; else nothing is framed."""
        return self.area if self._area_told else ""

    @property
    def missing(self) -> int:
        """Papers that the number in hand lacks."""
        return len(self._papers.missing)

    @property
    def typing(self) -> bool:
        return self._finding is not None or self._list.finding

    # -- showing -----------------------------------------------------------------------------------------------------------

    def look_at(self, desk: CounterDesk | None) -> None:
        """The desk has changed: what belonged to a number that left is forgotten, once its leaving cannot be undone."""
        before, self._desk = self._desk, desk
        current = desk.current if desk is not None else None
        if desk is not None and desk.undo is None:
            kept = {row.id for row in (*desk.parked, *desk.waiting)} | ({current.id} if current is not None else set())
            self._sightings = {ticket: seen for ticket, seen in self._sightings.items() if ticket in kept}
        if before is None or before.current is None or current is None or before.current.id != current.id:
            self._shown_item, self._finding = 0, None
        self._look_back()

    def _look_back(self) -> None:
        """Asks what has happened to the number in hand, when something has."""
        current = self._desk.current if self._desk is not None else None
        if current is None:
            self._history, self._history_of = (), None
            return
        if current == self._history_of:
            return
        self._history_of = current
        ticket = current.id

        def told(moments: Sequence[TicketMoment]) -> None:
            if self._history_of is not None and self._history_of.id == ticket:
                self._history = history_rows(moments, self._edition)
                self._refresh()

        self._jobs.run(lambda: self._deeds.history(ticket), told, unavailable=lambda _: None)

    def show(self, moment: datetime, helping: HelpState, calls: HelpNow | None) -> None:
        desk, item = self._desk, self._item()
        current = desk.current if desk is not None else None
        sighting = self._sightings.get(current.id, Sighting()) if current is not None else Sighting()
        choices = current.choices if current is not None and self._shown_item == 0 else None
        self._papers = papers_of(item if current is not None else None, choices, sighting, self._edition)
        self.queue.show(derive_queue_view(desk, self._list, self._edition, moment, self._room))
        self.matter.show(
            derive_matter_view(
                desk=desk,
                item=item,
                papers=self._papers,
                chosen=self._item_code() or "",
                finding=self._finding,
                history=self._history,
                prints=self._deeds.prints,
                edition=self._edition,
                moment=moment,
            )
        )
        self.guide.show(derive_guide_view(item, self._tab))
        self.help.show(derive_help_page(calls, helping, moment=moment, busy=current is not None))

    def _item_code(self) -> str | None:
        """Of the number in hand; without one, of the number that is chosen in the lists."""
        desk = self._desk
        if desk is None:
            return None
        if desk.current is not None:
            items = desk.current.items
            return items[self._shown_item % len(items)] if items else None
        here = chosen_of(desk, self._list)
        return here.row.item if here is not None else None

    def _item(self) -> ServiceItem | None:
        code = self._item_code()
        if code is None or code not in self._edition:
            return None
        entry = self._edition.entry(EntryCode(code))
        return entry if isinstance(entry, ServiceItem) else None

    # -- keys --------------------------------------------------------------------------------------------------------------

    def key(self, chord: Chord, text: str) -> bool:
        """Typing into a search that is open. True: the key is used up."""
        if not self.typing or chord.ctrl or chord.alt:
            return False
        match chord.key:
            case "Esc":
                self.close()
            case "Backspace":
                self._type(lambda typed: typed[:-1])
            case "Up" | "Down" if self._finding is not None:
                self._choose_found(self._finding.chosen + (1 if chord.key == "Down" else -1))
            case "Enter" if self._finding is not None:
                self._accept_found()
            case _:
                if not text.strip() or not text.isprintable():
                    return False
                self._type(lambda typed: (typed + text)[:40])
        self._refresh()
        return True

    def close(self) -> None:
        """Esc: what is open goes, nothing changes."""
        self._finding, self._area, self._area_told = None, 0, False
        self._list = replace(self._list, finding=False, typed="", found=None, armed=None)

    def press(self, press: Press, desk: CounterDesk) -> None:
        """A wish that belongs to the window."""
        if press.wish is not Wish.ACCEPT:
            self._list = replace(self._list, armed=None)
        match press.wish:
            case Wish.UP | Wish.DOWN | Wish.FIRST | Wish.LAST | Wish.ACCEPT | Wish.LINES | Wish.FIND:
                self._in_lists(press.wish, desk)
            case Wish.AREA:
                self._go_to(press.figure - 1)
            case Wish.NEXT_AREA | Wish.PREVIOUS_AREA:
                self._area_told = True
                self._area = (self._area + (1 if press.wish is Wish.NEXT_AREA else -1)) % len(AREAS)
            case Wish.GUIDE_TAB:
                self._tab = tuple(GuideTab)[press.figure - 1]
            case Wish.PAGE_UP | Wish.PAGE_DOWN:
                self.guide.scrolled.emit(-1 if press.wish is Wish.PAGE_UP else 1)
            case Wish.PAPER_SEEN | Wish.PAPER_MISSING:
                self._look_at_paper(press, desk)
            case Wish.CORRECT_ITEM | Wish.ADD_ITEM:
                self._finding = Finding(adding=press.wish is Wish.ADD_ITEM)
            case Wish.PRINT_MISSING:
                self._print(desk)
            case _:
                raise ValueError(press.wish)

    def _in_lists(self, wish: Wish, desk: CounterDesk) -> None:
        match wish:
            case Wish.UP | Wish.DOWN:
                self._arrow(-1 if wish is Wish.UP else 1, desk)
            case Wish.FIRST | Wish.LAST:
                self._list = replace(self._list, chosen=moved(desk, self._list, -FAR if wish is Wish.FIRST else FAR))
            case Wish.ACCEPT:
                self._accept(desk)
            case Wish.LINES:
                self._list = replace(self._list, line=self._next_line(desk))
            case _:
                self._area = 0
                self._list = replace(self._list, finding=True, typed="", found=None)

    def _arrow(self, by: int, desk: CounterDesk) -> None:
        match self.area:
            case "guide":
                self.guide.scrolled.emit(by)
            case "matter":
                self.matter.scrolled.emit(by)
            case _:
                self._list = replace(self._list, chosen=moved(desk, self._list, by))

    def _go_to(self, area: int) -> None:
        """Ctrl+2 once more: the next of several items."""
        if area == self._area == 1:
            self._shown_item += 1
        self._area, self._area_told = area, True

    def _next_line(self, desk: CounterDesk) -> LineId | None:
        lines: list[LineId | None] = [*desk.lines, None]
        return lines[(lines.index(self._list.line) + 1) % len(lines)] if self._list.line in lines else None

    def _accept(self, desk: CounterDesk) -> None:
        """叫这个号, 取回, 过号的来了: whichever list the chosen number stands in."""
        here = chosen_of(desk, self._list)
        if here is None:
            self._tell(Words("没有选中的号"))
            return
        ticket, number = here.row.id, here.row.number
        if here.pile is not Pile.MISSED and desk.current is not None:
            self._tell(Words(f"{desk.current.number} 还没办结，", f"先按 F5 或 F7，再叫 {number}"))
            return
        if overtaken(desk, here) and self._list.armed != ticket:
            self._list = replace(self._list, chosen=ticket, armed=ticket)
            return
        self._list = replace(self._list, armed=None)
        match here.pile:
            case Pile.WAITING:
                self._do(lambda session: self._deeds.call_this(session, ticket))
            case Pile.PARKED:
                self._do(lambda session: self._deeds.take_back(session, ticket))
            case Pile.MISSED:
                self._do(lambda session: self._deeds.rejoin(session, ticket))

    # -- papers ------------------------------------------------------------------------------------------------------------

    def _look_at_paper(self, press: Press, desk: CounterDesk) -> None:
        paper = self._papers.with_figure(press.figure)
        if paper is None or desk.current is None:
            self._tell(Words(f"没有第 {press.figure} 样，", "看材料后面的数字"))
            return
        self._sight(desk.current.id, paper.key, seen=press.wish is Wish.PAPER_SEEN)

    def _sight(self, ticket: TicketId, key: str, *, seen: bool) -> None:
        before = self._sightings.get(ticket, Sighting())
        self._sightings[ticket] = before.see(key) if seen else before.miss(key)

    def _paper_clicked(self, key: str) -> None:
        """A click says 看过; on what was seen it says 缺."""
        current = self._desk.current if self._desk is not None else None
        paper = next((each for each in self._papers.shelved if each.key == key), None)
        if current is not None and paper is not None and paper.figure:
            self._sight(current.id, key, seen=paper.shelf is not Shelf.SEEN)
            self._refresh()

    def _print(self, desk: CounterDesk) -> None:
        item, current = self._item(), desk.current
        if not self._deeds.prints:
            self._tell(Words("这里没有打印机，", "请居民记下，或者用纸写给他"))
        elif item is None or current is None or not self._papers.missing:
            self._tell(Words("没有缺的材料，", "不用打印缺件单"))
        else:
            document = missing_slip(
                number=current.number, item=item, papers=self._papers, edition=self._edition, hall=self._hall, today=self._today().date()
            )
            self._tell(Words("正在打印缺件单"))
            self._deeds.print_slip(document).add_done_callback(lambda outcome: self._came_out.emit(is_out(outcome)))

    def _printed(self, out: bool) -> None:
        self._tell(Words("缺件单印好了") if out else Words("缺件单没印出来，", "看看打印机的纸和盖子"))
        self._refresh()

    # -- searching ---------------------------------------------------------------------------------------------------------

    def _type(self, change: Callable[[str], str]) -> None:
        finding = self._finding
        typed = change(finding.typed if finding is not None else self._list.typed)
        if finding is not None:
            self._finding = Finding(adding=finding.adding, typed=typed, found=None if typed else ())
        else:
            self._list = replace(self._list, typed=typed, found=None)
        if typed:
            self._jobs.run(lambda: self._deeds.find_items(typed), lambda found: self._found(typed, found), unavailable=lambda _: None)

    def _found(self, typed: str, codes: Sequence[EntryCode]) -> None:
        """An answer to words that were typed on since is nobody's."""
        if self._finding is not None and self._finding.typed == typed:
            self._finding = replace(self._finding, found=tuple(codes), chosen=0)
        elif self._list.finding and self._list.typed == typed:
            self._list = replace(self._list, found=frozenset(codes))
        self._refresh()

    def _choose_found(self, place: int) -> None:
        finding = self._finding
        if finding is not None and finding.found:
            self._finding = replace(finding, chosen=max(0, min(len(finding.found) - 1, place)))

    def _accept_found(self) -> None:
        finding = self._finding
        if finding is None or not finding.found:
            return
        code, adding = finding.found[finding.chosen], finding.adding
        self._finding = None
        current = self._desk.current if self._desk is not None else None
        if current is not None and code in current.items:
            self._tell(Words("这件事已经在这个号里了"))
            return
        self._do(lambda session: self._deeds.add_item(session, code) if adding else self._deeds.correct_item(session, code))

    # -- clicks ------------------------------------------------------------------------------------------------------------

    def _row_clicked(self, ticket: TicketId) -> None:
        self._area = 0
        if (
            self._desk is not None
            and (here := chosen_of(self._desk, self._list)) is not None
            and here.row.id == ticket == self._list.chosen
        ):
            self._pressed(Press(Wish.ACCEPT))
            return
        self._list = replace(self._list, chosen=ticket, armed=None)
        self._refresh()

    def _fitted(self, rows: int) -> None:
        if rows != self._room and rows > 0:
            self._room = rows
            self._refresh()

    def _wheeled(self, by: int) -> None:
        if self._desk is not None:
            self._list = replace(self._list, chosen=moved(self._desk, self._list, by), armed=None)
            self._refresh()

    def _item_clicked(self, code: str) -> None:
        current = self._desk.current if self._desk is not None else None
        if current is not None and code in current.items:
            self._shown_item = current.items.index(code)
            self._refresh()

    def _found_clicked(self, code: str) -> None:
        finding = self._finding
        if finding is not None and finding.found and code in finding.found:
            self._choose_found(finding.found.index(EntryCode(code)))
            self._accept_found()
            self._refresh()

    def _turned(self, tab: GuideTab) -> None:
        self._tab = tab
        self._refresh()


def is_out(outcome: Future[PrintOutcome]) -> bool:
    """Printed, or sent to a printer that does not tell."""
    return not outcome.cancelled() and outcome.result().state in (PrintState.PRINTED, PrintState.UNKNOWN)


WINDOW_WISHES = frozenset(
    {
        Wish.UP, Wish.DOWN, Wish.FIRST, Wish.LAST, Wish.ACCEPT, Wish.AREA, Wish.NEXT_AREA, Wish.PREVIOUS_AREA, Wish.LINES, Wish.FIND,
        Wish.GUIDE_TAB, Wish.PAGE_UP, Wish.PAGE_DOWN, Wish.PAPER_SEEN, Wish.PAPER_MISSING, Wish.CORRECT_ITEM, Wish.ADD_ITEM,
        Wish.PRINT_MISSING,
    }
)  # fmt: skip
"""What the window answers to."""
