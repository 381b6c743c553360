"""A document to take away on A4 paper, drawn by Qt as vectors: sharp at any printer, fonts embedded, words that can be found and read aloud.

Here: layout of the sheet, and the sheet as a PDF. Elsewhere: what stands on it (application.takeaway), how it reaches a printer
(sheet_printers.py), the same document on the receipt roll (roll.py), on which thread painting happens (blocks.py).

Measures are points, 1/72 inch; nothing is set smaller than 14. The layout gives way before the type does: first the gaps shrink, then a
second page begins, which says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from kiosk.application.takeaway import Takeaway, TakeawayFact, TakeawayPaper, TakeawayPapers, TakeawaySection
from kiosk.infrastructure.printing.blocks import QUIET, Block, lines_of, qr_matrix
from kiosk.infrastructure.printing.pdf_text import with_meant_words

RESOLUTION = 600
"""Dots per inch of the drawing's coordinates; the words and lines themselves have no dots."""

BODY, NAME, SECTION, TITLE, VERDICT = 14, 15, 17, 30, 46
_WIDTH, _HEIGHT = 595, 842
_SIDE, _TOP, _BOTTOM = 37, 28, 26
_INNER = _WIDTH - 2 * _SIDE
_LABEL = 5 * BODY + 12
_BOX = 13
_INDENT = 24
_BEAM, _PEG = 5, 8
_FOOT = 2 * BODY * 1.36 + 8
_MODULE = 2.13  # 0.75 mm: the finest that an old phone reads off paper
_SMALLEST_CODE = 21 + 2 * QUIET
_LETTER_BEFORE_FIGURE = re.compile(r"(?<=[A-Za-z-])(?=[0-9])")


@dataclass(frozen=True, slots=True)
class _Density:
    """`gap`: share of the widest spaces. `pitch`: from line to line, in the size. `notes`: what nobody has to bring is explained as well."""

    gap: float
    pitch: float
    notes: bool


_AIRY = _Density(1, 1.36, notes=True)
_DENSITIES = (
    _AIRY,
    _Density(0.7, 1.34, notes=True),
    _Density(0.5, 1.3, notes=True),
    _Density(0.8, 1.3, notes=False),
    _Density(0.3, 1.25, notes=False),
)


@dataclass(frozen=True, slots=True)
class _Words:
    """One line of words and where it begins."""

    x: float
    words: str
    size: float = BODY
    strong: bool = False


def sheet_pdf(document: Takeaway, *, family: str) -> bytes:
    """The document as a PDF, mostly of one page. `family` is a font that covers the Hanzi; it is embedded."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("办事清单")  # the document's own name would stand in print queues
    writer.setCreator("")
    prepare_sheet(writer)
    writer.setResolution(RESOLUTION)
    paint_sheet(document, writer, family=family)
    return with_meant_words(bytes(buffer.data().data()), family=family)


def prepare_sheet(device: QPagedPaintDevice) -> None:
    """A4, upright, the whole page to draw on."""
    device.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))


def paint_sheet(document: Takeaway, device: QPagedPaintDevice, *, family: str) -> int:
    """Draws the document on a device of RESOLUTION whose page is A4 without margins, and gives the number of pages."""
    pages = _pages(document, family)
    painter = QPainter(device)
    for number, page in enumerate(pages, 1):
        if number > 1:
            device.newPage()
        y = _dots(_TOP)
        for block in page:
            block.draw(painter, y)
            y += block.height
        layout = _Layout(document, family=family, density=_AIRY)
        if number == len(pages):
            layout.draw_code(painter, y)
        layout.draw_foot(painter, number, len(pages))
    painter.end()
    return len(pages)


def _pages(document: Takeaway, family: str) -> list[list[Block]]:
    """The blocks of each page: one page with the widest gaps that allow it, otherwise as many as it takes."""
    room = _dots(_HEIGHT - _TOP - _BOTTOM - _FOOT)
    for density in _DENSITIES:
        groups = list(_Layout(document, family=family, density=density).groups())
        if sum(block.height for group in groups for block in group) <= room:
            return [[block for group in groups for block in group]]
    pages: list[list[Block]] = [[]]
    for group in _Layout(document, family=family, density=_AIRY).groups():
        used = sum(block.height for block in pages[-1])
        if pages[-1] and used + sum(block.height for block in group) > room:
            pages.append([])
        pages[-1].extend(group)
    return pages


class _Layout:
    """The blocks of one document in groups that no page break divides."""

    def __init__(self, document: Takeaway, *, family: str, density: _Density) -> None:
        self._document = document
        self._family = family
        self._density = density

    def groups(self) -> Iterator[list[Block]]:
        document = self._document
        yield [*self._head(), *self._names()]
        yield from ([block] for block in self._facts(document.facts))
        for papers in document.papers:
            yield from self._papers(papers)
        for section in document.sections:
            yield from self._section(section)
        yield from self._headed("依据", self._paragraph("；".join(document.basis), 0))

    # --- parts --------------------------------------------------------------------------------------------------------------------

    def _head(self) -> Iterator[Block]:
        """Hall and date, and the beam with its pegs under them."""
        document = self._document
        date_width = self._advance(document.date, BODY)
        yield self._line([_Words(0, document.hall, NAME, True), _Words(_INNER - date_width, document.date)], NAME)
        yield self._space(4)

        def draw(painter: QPainter, y: int) -> None:
            painter.fillRect(_dots(_SIDE), y, _dots(_INNER), _dots(_BEAM), Qt.GlobalColor.black)
            for peg in range(8):
                x = _SIDE + 16 + peg * (_INNER - 32 - 3) / 7
                painter.fillRect(_dots(x), y + _dots(_BEAM), _dots(3), _dots(_PEG), Qt.GlobalColor.black)

        yield Block(_dots(_BEAM + _PEG), draw)
        yield self._space(8)

    def _names(self) -> Iterator[Block]:
        document = self._document
        if document.verdict:
            yield self._verdict()
            yield self._space(8)
        yield from self._paragraph(document.title, 0, size=TITLE if not document.verdict else SECTION + 4, strong=True)
        if document.official:
            yield from self._paragraph(f"正式名称：{document.official}", 0)
        if document.lead:
            yield self._space(2)
            yield from self._paragraph(document.lead, 0)
        if document.answers:
            yield from self._paragraph(f"您的情况：{'；'.join(document.answers)}", 0)
        yield self._space(8)

    def _verdict(self) -> Block:
        """不用开 or 要开 in a board with a double line: it must be readable across a counter."""
        height = VERDICT * 1.5

        def draw(painter: QPainter, y: int) -> None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset, stroke in ((1.5, 3), (6, 1)):
                painter.setPen(QPen(Qt.GlobalColor.black, _dots(stroke)))
                box = QRectF(_dots(_SIDE + inset), y + _dots(inset), _dots(_INNER - 2 * inset), _dots(height - 2 * inset))
                painter.drawRoundedRect(box, _dots(8), _dots(8))
            words = self._document.verdict
            x = (_INNER - self._advance(words, VERDICT, strong=True)) / 2
            self._draw(painter, _Words(x, words, VERDICT, True), y + _dots((height - VERDICT) / 2 + VERDICT * 0.88))

        return Block(_dots(height), draw)

    def _facts(self, facts: Sequence[TakeawayFact]) -> Iterator[Block]:
        for fact in facts:
            lines = lines_of(fact.words, self._font(BODY), _dots(_INNER - _LABEL))
            for number, line in enumerate(lines):
                label = [_Words(0, fact.label, BODY, True)] if number == 0 else []
                yield self._line([*label, _Words(_LABEL, line)], BODY)
            yield self._space(2)

    def _papers(self, papers: TakeawayPapers) -> Iterator[list[Block]]:
        """What is brought: one box each to tick by hand. The rest needs no ticking and stands close together."""
        if papers.kind.ticked:
            first, *others = [list(self._boxed(paper)) for paper in papers.papers]
        elif self._density.notes:
            first, *others = [list(self._mentioned(paper)) for paper in papers.papers]
        else:
            first, *others = [list(self._marked("·", "；".join(paper.name for paper in papers.papers)))]
        yield from self._headed(papers.title, first)
        yield from others

    def _boxed(self, paper: TakeawayPaper) -> Iterator[Block]:
        """The note stands behind the name where both fit one line."""
        name = paper.name + (f"（{paper.tag}）" if paper.tag else "")
        behind = _INDENT + self._advance(name, NAME, strong=True) + BODY
        if paper.note and behind + self._advance(paper.note, BODY) <= _INNER:
            yield self._ticking([_Words(_INDENT, name, NAME, True), _Words(behind, paper.note)], box=True, have=paper.have)
        else:
            for number, line in enumerate(lines_of(name, self._font(NAME, strong=True), _dots(_INNER - _INDENT))):
                yield self._ticking([_Words(_INDENT, line, NAME, True)], box=number == 0, have=paper.have)
            yield from self._paragraph(paper.note, _INDENT)
        yield self._space(4)

    def _ticking(self, row: Sequence[_Words], *, box: bool, have: bool) -> Block:
        words = self._line(row, NAME)

        def draw(painter: QPainter, y: int) -> None:
            words.draw(painter, y)
            if box:
                top = y + (words.height - _dots(_BOX)) // 2
                self._draw_box(painter, top, have=have)

        return Block(words.height, draw)

    def _draw_box(self, painter: QPainter, top: int, *, have: bool) -> None:
        left, side = _dots(_SIDE) + _dots(1), _dots(_BOX)
        painter.setPen(QPen(Qt.GlobalColor.black, _dots(1.4)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left, top, side, side), _dots(2), _dots(2))
        if have:
            painter.setPen(QPen(Qt.GlobalColor.black, _dots(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(left + side * 2 // 10, top + side * 55 // 100, left + side * 42 // 100, top + side * 78 // 100)
            painter.drawLine(left + side * 42 // 100, top + side * 78 // 100, left + side * 82 // 100, top + side * 25 // 100)

    def _mentioned(self, paper: TakeawayPaper) -> Iterator[Block]:
        note = f"（{paper.note}）" if paper.note and "（" not in paper.note else f"：{paper.note}" if paper.note else ""
        yield from self._marked("·", paper.name + note)

    def _section(self, section: TakeawaySection) -> Iterator[list[Block]]:
        marks = [f"{number}." if section.numbered else "·" for number in range(1, len(section.lines) + 1)]
        first, *others = [list(self._marked(mark, line)) for mark, line in zip(marks, section.lines, strict=True)]
        yield from self._headed(section.title, first)
        yield from others

    def _marked(self, mark: str, words: str) -> Iterator[Block]:
        for number, line in enumerate(lines_of(words, self._font(BODY), _dots(_INNER - _INDENT))):
            shown = [_Words(4, mark, BODY, True)] if number == 0 else []
            yield self._line([*shown, _Words(_INDENT, line)], BODY)

    def _headed(self, title: str, following: Iterator[Block] | Sequence[Block]) -> Iterator[list[Block]]:
        """A title, a hairline, and what may not be parted from them."""

        def draw(painter: QPainter, y: int) -> None:
            painter.fillRect(_dots(_SIDE), y, _dots(_INNER), max(_dots(0.7), 1), Qt.GlobalColor.black)

        yield [self._space(5), self._line([_Words(0, title, SECTION, True)], SECTION), Block(_dots(0.7), draw), self._space(4), *following]

    def draw_code(self, painter: QPainter, y: int) -> None:
        """The first code, at the foot of the last page where there is room for it in the finest modules that phones read."""
        bottom = _dots(_HEIGHT - _BOTTOM - _FOOT - 4)
        module = _dots(_MODULE)
        if bottom - y < _SMALLEST_CODE * module:
            return
        matrix = qr_matrix(self._document.qr_texts[0])
        side = module * (len(matrix) + 2 * QUIET)
        top = bottom - side
        if top < y:
            return
        left = _dots(_SIDE + _INNER) - side
        for row, line in enumerate(matrix):
            for column, black in enumerate(line):
                if black:
                    box = (left + (QUIET + column) * module, top + (QUIET + row) * module, module, module)
                    painter.fillRect(*box, Qt.GlobalColor.black)
        says = ("手机扫一扫，", "这里的字存进手机，", "不用上网。")
        for number, words in enumerate(says):
            base = bottom - QUIET * module - _dots((len(says) - 1 - number) * BODY * _AIRY.pitch)
            x = left * 72 / RESOLUTION - _SIDE - self._advance(words, BODY) - 4
            self._draw(painter, _Words(x, words), base)

    def draw_foot(self, painter: QPainter, page: int, pages: int) -> None:
        """Where the words come from and whether they were checked; of several pages, which one this is."""
        document = self._document
        top = _HEIGHT - _BOTTOM - _FOOT
        painter.fillRect(_dots(_SIDE), _dots(top + 2), _dots(_INNER), max(_dots(0.7), 1), Qt.GlobalColor.black)
        which = f"第 {page} 页，共 {pages} 页" if pages > 1 else f"打电话问：{document.hotline}"
        rows = ((document.verification, which), (document.edition, document.code))
        for number, (left, right) in enumerate(rows):
            base = _dots(top + 8 + number * BODY * _AIRY.pitch) + _dots(_base(BODY, _AIRY.pitch))
            self._draw(painter, _Words(0, left), base)
            self._draw(painter, _Words(_INNER - self._advance(right, BODY), right), base)

    # --- drawing --------------------------------------------------------------------------------------------------------------------

    def _font(self, size: float, *, strong: bool = False) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(_dots(size))
        font.setBold(strong)
        return font

    def _advance(self, words: str, size: float, *, strong: bool = False) -> float:
        return QFontMetrics(self._font(size, strong=strong)).horizontalAdvance(words) * 72 / RESOLUTION

    def _space(self, points: float) -> Block:
        return Block(_dots(points * self._density.gap), lambda _painter, _y: None)

    def _paragraph(self, words: str, indent: float, *, size: float = BODY, strong: bool = False) -> Iterator[Block]:
        if words:
            for line in lines_of(words, self._font(size, strong=strong), _dots(_INNER - indent)):
                yield self._line([_Words(indent, line, size, strong)], size)

    def _line(self, words: Sequence[_Words], size: float) -> Block:
        pitch = min(self._density.pitch, 1.25) if size > SECTION else self._density.pitch
        base = _dots(_base(size, pitch))

        def draw(painter: QPainter, y: int) -> None:
            for each in words:
                self._draw(painter, each, y + base)

        return Block(_dots(size * pitch), draw)

    def _draw(self, painter: QPainter, words: _Words, base: int) -> None:
        """Trap: figures in one run with Latin letters get other glyphs, which Qt's PDF has no characters for. They are drawn by themselves."""
        font = self._font(words.size, strong=words.strong)
        painter.setPen(Qt.GlobalColor.black)
        painter.setFont(font)
        x = _dots(_SIDE + words.x)
        for run in _LETTER_BEFORE_FIGURE.split(words.words):
            painter.drawText(x, base, run)
            x += QFontMetrics(font).horizontalAdvance(run)


def _base(size: float, pitch: float) -> float:
    """From the top of a line to its baseline: Hanzi fill from 0.88 above to 0.12 below it."""
    return (pitch - 1) * size / 2 + size * 0.88


def _dots(points: float) -> int:
    return round(points * RESOLUTION / 72)
