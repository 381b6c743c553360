"""带走: the document in hand as QR codes that hold its text, and how its paper stands.

Here: the page `take-away`, and the offer 打印 · 二维码 that guides, lists and proofs show. Elsewhere: the document's words (takeaway_words.py),
its painting and printing (infrastructure.printing), a ticket's own paper (print_watch.py).

The document is in memory while the session lasts and nowhere else. What the printer has not begun when the session ends is not printed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from kiosk.application.ports import PrintOutcome, TakeawayDesk
from kiosk.application.takeaway import Takeaway
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintState
from kiosk.interface.citizen.print_watch import PrintOutcomes, Standing
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.idle import READING, Patience
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.qr_picture import QrPicture, qr_picture
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "take-away"


@dataclass(frozen=True, slots=True)
class PrintLine:
    """How the paper stands. `tone`: good | plain | alarm. Without a title nothing was printed for this document."""

    title: str = ""
    note: str = ""
    icon: str = ""
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class TakeAwayView:
    """`code` counts from 1, of `codes`; `text` is what stands in it. `picture` is None until it is drawn. `print_label`: what the print button says, empty where it is
    away: no printer, or paper is coming out."""

    title: str = ""
    verdict: str = ""
    code: int = 0
    codes: int = 0
    text: str = ""
    picture: QrPicture | None = None
    line: PrintLine = PrintLine()
    print_label: str = ""


_TAKE_CODES = "扫这里的码，一样能带走。"


def print_line(standing: Standing, *, sheet: bool) -> PrintLine:
    """One truth a state; nothing is said to be printed that nobody confirmed. `sheet`: an A4 printer, which stands beside the kiosk."""
    match standing.state:
        case PrintState.NONE:
            return PrintLine()
        case PrintState.QUEUED | PrintState.PRINTING:
            return PrintLine("正在打印", "要一小会儿，请等一等。", icon_character("printer-outline"))
        case PrintState.PRINTED:
            where = "印好了，在旁边的打印机取" if sheet else "印好了，在屏幕下面取"
            return PrintLine(where, "没出纸？" + _TAKE_CODES, icon_character("printer-check"), "good")
        case PrintState.UNKNOWN:
            return PrintLine("不知道印没印出来", "没出纸？" + _TAKE_CODES, icon_character("printer-search"))
        case PrintState.FAILED:
            return PrintLine(_failed_words(standing.cause), _TAKE_CODES, icon_character("printer-alert"), "alarm")
        case _:
            assert_never(standing.state)


def print_label(standing: Standing, *, can_print: bool) -> str:
    """What can be done about paper now; empty: nothing."""
    match standing.state:
        case _ if not can_print:
            return ""
        case PrintState.NONE:
            return "打印"
        case PrintState.QUEUED | PrintState.PRINTING:
            return ""
        case PrintState.PRINTED | PrintState.UNKNOWN:
            return "再印一张"
        case PrintState.FAILED:
            return "再试一次"
        case _:
            assert_never(standing.state)


def _failed_words(cause: PrintCause | None) -> str:
    match cause:
        case PrintCause.NO_PAPER:
            return "打印机没纸了"
        case PrintCause.COVER_OPEN:
            return "打印机盖子开着"
        case PrintCause.TIMED_OUT | PrintCause.RESTART | PrintCause.PROGRAM_FAULT | None:
            return "没印出来"
        case _:
            return "打印机坏了"


@QmlElement
@QmlUncreatable("made by the role")
class TakeAway(QObject, Showing[TakeAwayView]):
    """The document that this session takes away: printed when asked for, as codes in any case.

    `desk` is None where no printer is set up. `document_of` makes the document of an entry that one comes to without a list of one's own
    (`take-away/WHL-MZ-001`); KeyError for a code that is no entry.
    """

    viewChanged = Signal()

    def __init__(
        self,
        *,
        desk: TakeawayDesk | None,
        document_of: Callable[[str], Takeaway],
        jobs: Jobs,
        navigator: Navigator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document_of = document_of
        self._jobs = jobs
        self._navigator = navigator
        self._document: Takeaway | None = None
        self._pictures: dict[int, QrPicture] = {}
        self._code = 1
        self._number = 0
        self._standing = Standing(PrintState.NONE)
        self._view = TakeAwayView()
        self._outcomes = PrintOutcomes(self)
        self._outcomes.ended.connect(self._record)

    # -- what other pages ask for ------------------------------------------------------------------------------------------

    @property
    def can_print(self) -> bool:
        return self._desk is not None

    def print(self, document: Takeaway) -> None:
        """Hands the document over for paper and shows how that goes, with the codes beside it. Without a printer the codes alone.

        A document whose paper is coming out or has come out is not printed by this a second time: its page has a button for that.
        """
        self._take(document)
        if self._standing.state in {PrintState.NONE, PrintState.FAILED}:
            self._send(document)
        self._open(document)

    def show_qr(self, document: Takeaway) -> None:
        """Shows the document's codes. Nothing is printed."""
        self._take(document)
        self._open(document)

    # -- the page ----------------------------------------------------------------------------------------------------------

    @property
    def patience(self) -> Patience:
        return READING

    def enter(self, argument: str, returning: bool) -> None:
        """The document in hand when it is the argument's, otherwise that entry's own, without answers. KeyError for no entry."""
        if self._document is None or self._document.code != argument:
            self._take(self._document_of(argument))
        self._refresh()

    def forget(self) -> None:
        """Codes, list and whatever the printer has not begun are gone."""
        if self._desk is not None:
            self._desk.forget()
        self._number += 1
        self._document, self._code, self._standing = None, 1, Standing(PrintState.NONE)
        self._pictures = {}
        self._show(TakeAwayView())

    def _take(self, document: Takeaway) -> None:
        if document == self._document:
            return
        self._number += 1
        self._document, self._code, self._standing = document, 1, Standing(PrintState.NONE)
        self._pictures = {}
        self._draw(document, 1)

    def _open(self, document: Takeaway) -> None:
        self._navigator.go(PAGE, document.code)
        self._refresh()

    def _draw(self, document: Takeaway, code: int) -> None:
        if code in self._pictures:
            return
        text = document.qr_texts[code - 1]
        self._jobs.run(lambda: qr_picture(text), lambda picture: self._drawn(document, code, picture))

    def _drawn(self, document: Takeaway, code: int, picture: QrPicture) -> None:
        if document == self._document:
            self._pictures[code] = picture
            self._refresh()

    def _send(self, document: Takeaway) -> None:
        if self._desk is None:
            return
        self._number += 1
        self._standing = Standing(PrintState.QUEUED)
        self._outcomes.wait_for(self._number, self._desk.submit(document))

    @Slot(object, object)
    def _record(self, number: int, outcome: PrintOutcome) -> None:
        if number == self._number:
            self._standing = Standing(outcome.state, outcome.cause)
            self._refresh()

    def _refresh(self) -> None:
        if self._document is not None:
            self._show(
                TakeAwayView(
                    title=self._document.title,
                    verdict=self._document.verdict,
                    code=self._code,
                    codes=len(self._document.qr_texts),
                    text=self._document.qr_texts[self._code - 1],
                    picture=self._pictures.get(self._code),
                    line=print_line(self._standing, sheet=self._desk is not None and self._desk.sheet),
                    print_label=print_label(self._standing, can_print=self.can_print),
                )
            )

    # -- what QML calls ----------------------------------------------------------------------------------------------------

    @Slot()
    def printAgain(self) -> None:
        """Paper, asked for on this page: the first one or one more."""
        if self._document is not None and print_label(self._standing, can_print=self.can_print):
            self._send(self._document)
            self._refresh()

    @Slot()
    def previousCode(self) -> None:
        self._turn(-1)

    @Slot()
    def nextCode(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self._document is not None and 1 <= self._code + by <= len(self._document.qr_texts):
            self._code += by
            self._draw(self._document, self._code)
            self._refresh()

    @Slot()
    def close(self) -> None:
        """Back to where it was asked for."""
        self._navigator.back()

    # -- what QML reads ----------------------------------------------------------------------------------------------------

    @Property(str, notify=viewChanged)
    def title(self) -> str:
        return self._view.title

    @Property(str, notify=viewChanged)
    def verdict(self) -> str:
        return self._view.verdict

    @Property(int, notify=viewChanged)
    def code(self) -> int:
        return self._view.code

    @Property(int, notify=viewChanged)
    def codes(self) -> int:
        return self._view.codes

    @Property(str, notify=viewChanged)
    def codeText(self) -> str:
        return self._view.text

    @Property(str, notify=viewChanged)
    def qrSource(self) -> str:
        return self._view.picture.source if self._view.picture is not None else ""

    @Property(int, notify=viewChanged)
    def qrModules(self) -> int:
        return self._view.picture.modules if self._view.picture is not None else 0

    @Property(str, notify=viewChanged)
    def paperTitle(self) -> str:
        return self._view.line.title

    @Property(str, notify=viewChanged)
    def paperNote(self) -> str:
        return self._view.line.note

    @Property(str, notify=viewChanged)
    def paperIcon(self) -> str:
        return self._view.line.icon

    @Property(str, notify=viewChanged)
    def paperTone(self) -> str:
        return self._view.line.tone

    @Property(str, notify=viewChanged)
    def printLabel(self) -> str:
        return self._view.print_label


@QmlElement
@QmlUncreatable("made by the pages that offer it")
class TakeAwayOffer(QObject):
    """The buttons 打印 and 二维码 of one page. `document` makes what is taken away at the moment one is pressed; None: nothing is there.

    A page's view model makes one, gives it to QML as `offer`, and QML shows `TakeAwayButtons { offer: root.viewModel.offer }`.
    """

    changed = Signal()

    def __init__(self, take_away: TakeAway, document: Callable[[], Takeaway | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take_away = take_away
        self._document = document

    @Slot()
    def printOut(self) -> None:
        document = self._document()
        if document is not None:
            self._take_away.print(document)

    @Slot()
    def showQr(self) -> None:
        document = self._document()
        if document is not None:
            self._take_away.show_qr(document)

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        return self._take_away.can_print
