"""附件: a blank form of the hall's, or one that is filled in for show, page by page, and the way to paper.

Here: the page `attachment`. Elsewhere: what the forms are called (attachment_words.py), where their files lie (edition.attached_file), their
printing (infrastructure.printing).

Pictures are looked up on the worker, which compares their bytes with what was published. One that is gone or damaged takes only itself away.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.application.form_paper import FormPaper
from kiosk.application.ports import FormDesk, PrintOutcome
from kiosk.application.unavailable import PrintCause, Unavailable
from kiosk.domain.catalog import Attachment, AttachmentKind, Edition, EntryCode, Material
from kiosk.domain.queueing import PrintState
from kiosk.interface.citizen.attachment_words import KIND_WORDS, LOOK_WORDS, paper_at
from kiosk.interface.citizen.my_list_rows import paper_name
from kiosk.interface.citizen.print_watch import PrintOutcomes, Standing
from kiosk.interface.citizen.take_away import PrintLine, print_label, print_line
from kiosk.interface.shared.idle import READING, Patience
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.showing import Showing

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

_ASK = "到窗口要一张。"
_AWAY = "这张表现在打不开"
_NO_PAPER = PrintLine()
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """`page` of `pages` and, while `enlarged`, `part` of `parts` of it; all count from 1. `source`: the page's picture, empty until it is found.
    `away`: why there is none, in words."""

    paper: str = ""
    kind: str = ""
    other: str = ""
    page: int = 1
    pages: int = 1
    source: str = ""
    away: str = ""
    enlarged: bool = False
    part: int = 1
    parts: int = 1
    line: PrintLine = _NO_PAPER
    print_label: str = ""


@QmlElement
@QmlUncreatable("made by the role")
class AttachmentViewModel(QObject, Showing[AttachmentView]):
    """`attachment/WHL-MZ-001/3`: the forms of one paper of an item. `desk` is None where the hall has no A4 printer."""

    viewChanged = Signal()

    def __init__(self, *, edition: Edition, desk: FormDesk | None, jobs: Jobs, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition = edition
        self._desk = desk
        self._jobs = jobs
        self._navigator = navigator
        self._argument = ""
        self._material: Material | None = None
        self._begin()
        self._sources: dict[str, str] = {}
        self._away: set[str] = set()
        self._number = 0
        self._printing: dict[int, AttachmentKind] = {}
        self._standing: dict[AttachmentKind, Standing] = {}
        self._view = AttachmentView()
        self._outcomes = PrintOutcomes(self)
        self._outcomes.ended.connect(self._record)

    @property
    def patience(self) -> Patience:
        return READING

    def enter(self, argument: str, returning: bool) -> None:
        """KeyError for no item, no such paper, or a paper with nothing to look at."""
        code, _, paper = argument.partition("/")
        material = paper_at(self._edition.item(EntryCode(code)), paper)
        if argument != self._argument:
            self._printing, self._standing = {}, {}
        if argument != self._argument or not returning:
            self._begin()
        self._argument, self._material = argument, material
        self._look_up()

    def forget(self) -> None:
        """What was looked at is gone, and whatever the printer has not begun."""
        if self._desk is not None:
            self._desk.forget()
        self._begin()
        self._argument, self._material = "", None
        self._sources, self._away = {}, set()
        self._printing, self._standing = {}, {}
        self._show(AttachmentView())

    def _begin(self) -> None:
        self._chosen, self._page = 0, 1
        self._enlarged, self._part, self._parts = False, 1, 1

    # -- pictures ----------------------------------------------------------------------------------------------------------

    @property
    def _attachment(self) -> Attachment | None:
        return None if self._material is None else self._material.attachments[self._chosen]

    def _look_up(self) -> None:
        attachment = self._attachment
        if attachment is None:
            return
        picture = attachment.pictures[self._page - 1]
        if picture not in self._sources:
            self._away.discard(picture)  # looked for anew: somebody may have mended it
            self._jobs.run(
                lambda: self._edition.attached_file(picture),
                lambda path: self._found(picture, path),
                unavailable=lambda _: self._lost(picture),
            )
        self._refresh()

    def _found(self, picture: str, path: Path) -> None:
        if self._material is not None:
            self._sources[picture] = path.as_uri()
            self._refresh()

    def _lost(self, picture: str) -> None:
        if self._material is not None:
            self._away.add(picture)
            self._refresh()

    def _refresh(self) -> None:
        attachment, material = self._attachment, self._material
        if attachment is None or material is None:
            return
        picture = attachment.pictures[self._page - 1]
        standing = self._standing.get(attachment.kind, Standing(PrintState.NONE))
        away = picture in self._away
        others = [other for other in material.attachments if other is not attachment]
        self._show(
            AttachmentView(
                paper=paper_name(material),
                kind=KIND_WORDS[attachment.kind],
                other=LOOK_WORDS[others[0].kind] if others else "",
                page=self._page,
                pages=len(attachment.pictures),
                source=self._sources.get(picture, ""),
                away=_AWAY if away else "",
                enlarged=self._enlarged,
                part=self._part,
                parts=self._parts,
                line=replace(print_line(standing, sheet=True), note=_paper_note(standing)),
                print_label="" if away else print_label(standing, can_print=self._desk is not None),
            )
        )

    # -- paper -------------------------------------------------------------------------------------------------------------

    @Slot()
    def printOut(self) -> None:
        """The form that is looked at, on A4: the first one or one more."""
        attachment = self._attachment
        if attachment is None or not self._view.print_label:
            return
        self._number += 1
        number = self._number
        self._printing[number] = attachment.kind
        self._standing[attachment.kind] = Standing(PrintState.QUEUED)
        self._jobs.run(
            lambda: _form_paper(self._edition, attachment),
            lambda form: self._send(number, form),
            unavailable=lambda missing: self._unsent(number, missing),
        )
        self._refresh()

    def _send(self, number: int, form: FormPaper) -> None:
        if self._desk is not None and number in self._printing:
            self._outcomes.wait_for(number, self._desk.submit(form))

    def _unsent(self, number: int, missing: Unavailable) -> None:
        log.warning("a form is not printed: %s", missing)
        self._record(number, PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT))

    @Slot(object, object)
    def _record(self, number: int, outcome: PrintOutcome) -> None:
        """What was printed for a paper or a session that is left is told to nobody."""
        kind = self._printing.pop(number, None)
        if kind is not None:
            self._standing[kind] = Standing(outcome.state, outcome.cause)
            self._refresh()

    # -- what QML calls ----------------------------------------------------------------------------------------------------

    @Slot()
    def showOther(self) -> None:
        """The blank form instead of the sample, or back."""
        if self._material is not None and len(self._material.attachments) > 1:
            self._chosen = 1 - self._chosen
            self._page, self._part = 1, 1
            self._look_up()

    @Slot()
    def enlarge(self) -> None:
        """The page in parts, larger; or whole again."""
        self._enlarged = not self._enlarged
        self._part, self._parts = 1, 1
        self._refresh()

    @Slot(int)
    def divided(self, parts: int) -> None:
        """The QML knows how many parts of the enlarged page cover it."""
        if self._enlarged and parts != self._parts:
            self._parts = max(1, parts)
            self._part = min(self._part, self._parts)
            self._refresh()

    @Slot()
    def previous(self) -> None:
        """The part before, or the page before."""
        if self._part > 1:
            self._part -= 1
            self._refresh()
        elif self._page > 1:
            self._page, self._part = self._page - 1, self._parts
            self._look_up()

    @Slot()
    def next(self) -> None:
        if self._part < self._parts:
            self._part += 1
            self._refresh()
        elif self._attachment is not None and self._page < len(self._attachment.pictures):
            self._page, self._part = self._page + 1, 1
            self._look_up()

    @Slot()
    def close(self) -> None:
        """Back to where it was asked for."""
        self._navigator.back()

    # -- what QML reads ----------------------------------------------------------------------------------------------------

    @Property(str, notify=viewChanged)
    def paper(self) -> str:
        return self._view.paper

    @Property(str, notify=viewChanged)
    def kind(self) -> str:
        return self._view.kind

    @Property(str, notify=viewChanged)
    def otherLabel(self) -> str:
        """What else there is of this paper; empty: nothing."""
        return self._view.other

    @Property(str, notify=viewChanged)
    def source(self) -> str:
        return self._view.source

    @Property(str, notify=viewChanged)
    def awayText(self) -> str:
        return self._view.away

    @Property(bool, notify=viewChanged)
    def enlarged(self) -> bool:
        return self._view.enlarged

    @Property(int, notify=viewChanged)
    def part(self) -> int:
        return self._view.part

    @Property(bool, notify=viewChanged)
    def paged(self) -> bool:
        return self._view.pages > 1 or self._view.parts > 1

    @Property(bool, notify=viewChanged)
    def canPrevious(self) -> bool:
        return self._view.page > 1 or self._view.part > 1

    @Property(bool, notify=viewChanged)
    def canNext(self) -> bool:
        return self._view.page < self._view.pages or self._view.part < self._view.parts

    @Property(str, notify=viewChanged)
    def placeText(self) -> str:
        """`第 1 页，共 2 页`, and the part of it."""
        page = f"第 {self._view.page} 页，共 {self._view.pages} 页" if self._view.pages > 1 else ""
        part = f"第 {self._view.part} 块，共 {self._view.parts} 块" if self._view.parts > 1 else ""
        return "\n".join(words for words in (page, part) if words)

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


def _paper_note(standing: Standing) -> str:
    """What else to do about paper; there are no codes of a form."""
    match standing.state:
        case PrintState.NONE:
            return ""
        case PrintState.QUEUED | PrintState.PRINTING:
            return "要一小会儿，请等一等。"
        case PrintState.PRINTED | PrintState.UNKNOWN:
            return "没出纸？" + _ASK
        case PrintState.FAILED:
            return _ASK


def _form_paper(edition: Edition, attachment: Attachment) -> FormPaper:
    """On the worker. AttachmentUnavailable."""
    pictures: Sequence[bytes] = [edition.attached_file(picture).read_bytes() for picture in attachment.pictures]
    return FormPaper(edition.attached_file(attachment.content).read_bytes() if attachment.is_pdf else None, tuple(pictures))
