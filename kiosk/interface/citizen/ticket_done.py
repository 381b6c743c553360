"""取好了: the number, huge and staying, and how its paper stands, truthfully.

Here: the words and figures of one ticket in hand. Elsewhere: taking it (ticket_taking.py), the facts on paper (application.ticket_paper, put
together by the role), the paper's state (print_watch.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import PrintCause
from kiosk.domain.numbering import TicketNumber
from kiosk.domain.queueing import HeldNumber, PrintState
from kiosk.interface.citizen.paper_sign import PaperSign
from kiosk.interface.citizen.print_watch import PrintWatch, Standing
from kiosk.interface.citizen.ticket_taking import TicketTaking
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.idle import USUAL, Patience
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.moments import clock_words
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.qr_picture import QrPicture, qr_picture
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.typography import minutes_range, set_words

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1


class Copy(StrEnum):
    """The copy of this session's paper: not asked for, being queued, or not to be had."""

    NONE = "none"
    ASKED = "asked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """How the paper stands. `tone`: good | plain | alarm. `remember`: the number itself has to be kept in mind."""

    title: str = ""
    note: str = ""
    icon: str = ""
    tone: str = "plain"
    remember: bool = False


class Again(StrEnum):
    """Whether another paper may be asked for: there is no reason to, it may be pressed, or the printer is not ready yet."""

    NO = "no"
    YES = "yes"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class TicketDoneView:
    """`wait` is empty when nobody can say. `qr` is None until the picture is there."""

    number: str = ""
    line: str = ""
    item: str = ""
    ahead: str = ""
    wait: str = ""
    place: str = ""
    issued: str = ""
    paper: PaperLine = PaperLine()
    again: Again = Again.NO
    qr: QrPicture | None = None


_AS_GOOD = "号已经排上，没有纸一样能办。"


def paper_line(standing: Standing, number: str) -> PaperLine:
    """One truth a state; nothing is said to be printed that nobody confirmed."""
    match standing.state:
        case PrintState.NONE:
            return PaperLine("没有打印机，请记住号码", _AS_GOOD, icon_character("printer-off-outline"), "plain", True)
        case PrintState.QUEUED | PrintState.PRINTING:
            return PaperLine("正在打印", f"没出纸？记住 {number}，一样能办。", icon_character("printer-outline"))
        case PrintState.PRINTED:
            return PaperLine("印好了，在屏幕下面取", f"没出纸？记住 {number}，一样能办。", icon_character("printer-check"), "good")
        case PrintState.UNKNOWN:
            return PaperLine("不知道印没印出来", f"没出纸？记住 {number}，一样能办。", icon_character("printer-search"))
        case PrintState.FAILED:
            return PaperLine(_failed_words(standing.cause), _AS_GOOD, icon_character("printer-alert"), "alarm", True)
        case _:
            assert_never(standing.state)


def _failed_words(cause: PrintCause | None) -> str:
    match cause:
        case PrintCause.NO_PAPER:
            return "打印机没纸了，请记住号码"
        case PrintCause.TIMED_OUT | PrintCause.RESTART | PrintCause.PROGRAM_FAULT | None:
            return "号票没印出来，请记住号码"
        case PrintCause.COVER_OPEN:
            return "打印机盖子开着，请记住号码"
        case _:
            return "打印机坏了，请记住号码"


def derive_ticket_done_view(
    ticket: TakenTicket, paper: TicketPaper, standing: Standing, qr: QrPicture | None, again: Again = Again.NO
) -> TicketDoneView:
    """The item is named as on paper: a sensitive one not at all, for this page is read across the hall."""
    return TicketDoneView(
        number=ticket.number,
        line=paper.line,
        item=paper.item or "",
        ahead=str(ticket.ahead),
        wait=minutes_range(ticket.wait_low, ticket.wait_high),
        place=set_words(paper.place),
        issued=f"{clock_words(ticket.issued_at)} 取号",
        paper=paper_line(standing, ticket.number),
        again=again,
        qr=qr,
    )


@QmlElement
@QmlUncreatable("made by the role")
class TicketDoneViewModel(QObject, Showing[TicketDoneView]):
    """This session's ticket. Stays until it is dismissed or nobody is there any more. Screen and paper name the same things."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        paper_of: Callable[[TakenTicket], TicketPaper],
        taking: TicketTaking,
        printing: PrintWatch,
        reprint: Callable[[HeldNumber], TakenTicket],
        sign: PaperSign,
        jobs: Jobs,
        navigator: Navigator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paper_of = paper_of
        self._taking = taking
        self._printing = printing
        self._reprint = reprint
        self._sign = sign
        self._copy = Copy.NONE
        self._jobs = jobs
        self._navigator = navigator
        self._ticket: TakenTicket | None = None
        self._paper: TicketPaper | None = None
        self._qr: QrPicture | None = None
        self._view = TicketDoneView()
        printing.changed.connect(self._paper_moved)
        sign.changed.connect(self.refresh)

    @property
    def patience(self) -> Patience:
        return USUAL

    def enter(self, argument: str, returning: bool) -> None:
        """KeyError when this session has no ticket."""
        ticket = self._taking.ticket
        if ticket is None:
            raise KeyError("no ticket")
        if ticket != self._ticket:
            self._ticket = ticket
            self._paper = self._paper_of(ticket)
            self._qr = None
            self._copy = Copy.NONE
            self._printing.submit(ticket, self._paper)
            text = self._paper.qr_text
            self._jobs.run(lambda: qr_picture(text), lambda picture: self._drawn(ticket, picture))
        self.refresh()

    def forget(self) -> None:
        self._ticket, self._paper, self._qr = None, None, None
        self._copy = Copy.NONE
        self._printing.forget()
        self._taking.forget()
        self._show(TicketDoneView())

    @Slot()
    def refresh(self) -> None:
        """The paper's state has moved, or the code is drawn."""
        if self._ticket is not None and self._paper is not None:
            self._show(derive_ticket_done_view(self._ticket, self._paper, self._printing.standing, self._qr, self._again()))

    @Slot()
    def _paper_moved(self) -> None:
        standing = self._printing.standing
        if self._ticket is not None and standing.state is PrintState.FAILED:
            self._sign.paper_failed(standing.cause)
        self.refresh()

    def _again(self) -> Again:
        """Only a paper that came to nothing is printed again from here; the copy of one that came out is asked for at 到我了吗."""
        if self._printing.standing.state is not PrintState.FAILED or self._copy is Copy.REFUSED:
            return Again.NO
        return Again.YES if self._sign.ready and self._copy is Copy.NONE else Again.LATER

    @Slot()
    def printAgain(self) -> None:
        ticket = self._ticket
        if ticket is None or self._view.again is not Again.YES:
            return
        held = HeldNumber(number=TicketNumber.parse(ticket.number), issued=ticket.issued_at.time())
        self._copy = Copy.ASKED
        self.refresh()
        self._jobs.run(
            lambda: self._reprint(held),
            lambda again: self._queued_again(ticket, again),
            lambda _: self._not_again(ticket, Copy.REFUSED),
            lambda _: self._not_again(ticket, Copy.NONE),
        )

    def _queued_again(self, ticket: TakenTicket, again: TakenTicket) -> None:
        if ticket == self._ticket and self._paper is not None:
            self._copy = Copy.NONE
            self._printing.submit(again, replace(self._paper, reprint=True))
            self.refresh()

    def _not_again(self, ticket: TakenTicket, copy: Copy) -> None:
        if ticket == self._ticket:
            self._copy = copy
            self.refresh()

    @Slot()
    def seeTurn(self) -> None:
        if self._ticket is not None:
            self._navigator.go("my-turn", self._ticket.number)

    @Slot()
    def openHelper(self) -> None:
        self._navigator.go("helper")

    def _drawn(self, ticket: TakenTicket, picture: QrPicture) -> None:
        if ticket == self._ticket:
            self._qr = picture
            self.refresh()

    @Slot()
    def dismiss(self) -> None:
        self._navigator.home()

    @Property(str, notify=viewChanged)
    def heading(self) -> str:
        return "请记住号码" if self._view.paper.remember else "您的号"

    @Property(str, notify=viewChanged)
    def number(self) -> str:
        return self._view.number

    @Property(str, notify=viewChanged)
    def lineName(self) -> str:
        return self._view.line

    @Property(str, notify=viewChanged)
    def itemName(self) -> str:
        return self._view.item

    @Property(str, notify=viewChanged)
    def aheadText(self) -> str:
        return self._view.ahead

    @Property(str, notify=viewChanged)
    def waitText(self) -> str:
        return self._view.wait

    @Property(str, notify=viewChanged)
    def placeText(self) -> str:
        return self._view.place

    @Property(str, notify=viewChanged)
    def issuedText(self) -> str:
        return self._view.issued

    @Property(bool, notify=viewChanged)
    def paperFailed(self) -> bool:
        return self._view.again is not Again.NO

    @Property(bool, notify=viewChanged)
    def canPrintAgain(self) -> bool:
        return self._view.again is Again.YES

    @Property(str, notify=viewChanged)
    def listenText(self) -> str:
        return f"叫到 {self._view.number} 再过去。"

    @Property(str, notify=viewChanged)
    def paperTitle(self) -> str:
        return self._view.paper.title

    @Property(str, notify=viewChanged)
    def paperNote(self) -> str:
        return self._view.paper.note

    @Property(str, notify=viewChanged)
    def paperIcon(self) -> str:
        return self._view.paper.icon

    @Property(str, notify=viewChanged)
    def paperTone(self) -> str:
        return self._view.paper.tone

    @Property(str, notify=viewChanged)
    def qrSource(self) -> str:
        return self._view.qr.source if self._view.qr is not None else ""

    @Property(int, notify=viewChanged)
    def qrModules(self) -> int:
        return self._view.qr.modules if self._view.qr is not None else 0
