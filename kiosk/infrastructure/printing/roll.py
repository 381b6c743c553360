"""A document to take away on the receipt roll: the same words as on the sheet, one under the other, 576 or 384 dots wide.

Here: layout of the strip. Elsewhere: what stands on it (application.takeaway), what it is made of (blocks.py), the A4 sheet (sheet.py), the
ticket (paint.py), the bytes (escpos.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen

from kiosk.application.takeaway import Takeaway, TakeawayFact, TakeawayPaper, TakeawayPapers, TakeawaySection
from kiosk.infrastructure.printing.blocks import (
    QUIET,
    Block,
    Run,
    base_of,
    draw_run,
    drawn,
    lines_of,
    pitch_of,
    qr_matrix,
    space,
    text_block,
)
from kiosk.infrastructure.printing.links import PaperWidth

BODY = 40
"""14 points at 203 dots an inch. Nothing on the strip is smaller."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    margin: int
    gap: int
    title: int
    verdict: int
    section: int
    box: int
    qr_module: int


_SIZES = {
    PaperWidth.MM80: _Sizes(margin=26, gap=22, title=60, verdict=110, section=48, box=34, qr_module=6),
    PaperWidth.MM58: _Sizes(margin=12, gap=16, title=52, verdict=84, section=46, box=34, qr_module=4),
}


def paint_takeaway(document: Takeaway, *, width: PaperWidth, family: str) -> QImage:
    """The whole document as Format_Mono with bit 1 black, `width` dots wide and as tall as it needs. Nothing is clipped, whatever the words."""
    return drawn(list(_Layout(document, width=width, family=family).blocks()), width)


class _Layout:
    """The blocks of one document, from the hall's name down."""

    def __init__(self, document: Takeaway, *, width: PaperWidth, family: str) -> None:
        self._document = document
        self._width = int(width)
        self._sizes = _SIZES[width]
        self._family = family
        self._inner = self._width - 2 * self._sizes.margin

    def blocks(self) -> Iterator[Block]:
        document, gap = self._document, self._sizes.gap
        yield space(gap // 2)
        yield from self._centred(document.hall, BODY, strong=True)
        yield from self._centred(document.date, BODY)
        yield space(gap // 2)
        yield self._beam()
        yield space(gap)
        if document.verdict:
            yield self._verdict()
            yield space(gap)
        yield from self._text(document.title, size=self._sizes.title, strong=True)
        yield from self._text(document.official)
        yield from self._text(document.lead)
        yield from self._text("；".join(document.answers))
        yield self._rule()
        yield from self._facts(document.facts)
        for papers in document.papers:
            yield from self._papers(papers)
        for section in document.sections:
            yield from self._section(section)
        yield from self._headed("依据")
        yield from self._text("；".join(document.basis))
        yield from self._code()
        yield self._rule()
        for words in (document.verification, document.edition, f"打电话问：{document.hotline}", document.code):
            yield from self._centred(words, BODY)
        yield space(gap)

    # --- parts --------------------------------------------------------------------------------------------------------------------

    def _beam(self) -> Block:
        def draw(painter: QPainter, y: int) -> None:
            painter.fillRect(self._sizes.margin, y, self._inner, 8, Qt.GlobalColor.black)
            for peg in range(8):
                x = self._sizes.margin + 20 + peg * (self._inner - 44) // 7
                painter.fillRect(x, y + 8, 4, 12, Qt.GlobalColor.black)

        return Block(20, draw)

    def _verdict(self) -> Block:
        font = self._font(self._sizes.verdict, strong=True)
        run = Run(self._document.verdict, font)
        height = pitch_of(self._sizes.verdict) + self._sizes.gap

        def draw(painter: QPainter, y: int) -> None:
            painter.setPen(QPen(Qt.GlobalColor.black, 6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self._sizes.margin + 3, y + 3, self._inner - 6, height - 6), 16, 16)
            draw_run(painter, run, (self._width - run.width) // 2, y + self._sizes.gap // 2 + base_of(self._sizes.verdict))

        return Block(height, draw)

    def _facts(self, facts: Sequence[TakeawayFact]) -> Iterator[Block]:
        """The label in front of its words where one line holds both, else over them."""
        for fact in facts:
            label, words = Run(fact.label, self._font(BODY, strong=True)), Run(fact.words, self._font(BODY))
            if label.width + self._sizes.gap + words.width <= self._inner:
                yield self._row([(self._sizes.margin, label), (self._sizes.margin + label.width + self._sizes.gap, words)], BODY)
            else:
                yield from self._text(fact.label, strong=True)
                yield from self._text(fact.words)
            yield space(self._sizes.gap // 3)

    def _papers(self, papers: TakeawayPapers) -> Iterator[Block]:
        yield from self._headed(papers.title)
        for paper in papers.papers:
            yield from self._boxed(paper) if papers.kind.ticked else self._marked("·", paper.name)
            yield space(self._sizes.gap // 3)

    def _boxed(self, paper: TakeawayPaper) -> Iterator[Block]:
        indent = self._sizes.box + self._sizes.gap
        font = self._font(BODY, strong=True)
        for number, line in enumerate(lines_of(paper.name, font, self._inner - indent)):
            words = self._row([(self._sizes.margin + indent, Run(line, font))], BODY)
            yield Block(words.height, self._with_box(words, have=paper.have)) if number == 0 else words
        yield from self._text("；".join(part for part in (paper.tag, paper.note) if part), indent=indent)

    def _with_box(self, words: Block, *, have: bool) -> Callable[[QPainter, int], None]:
        side, left = self._sizes.box, self._sizes.margin

        def draw(painter: QPainter, y: int) -> None:
            words.draw(painter, y)
            top = y + (words.height - side) // 2
            painter.setPen(QPen(Qt.GlobalColor.black, 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 2, top + 2, side - 4, side - 4), 5, 5)
            if have:
                painter.setPen(QPen(Qt.GlobalColor.black, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(left + side * 2 // 10, top + side * 55 // 100, left + side * 42 // 100, top + side * 78 // 100)
                painter.drawLine(left + side * 42 // 100, top + side * 78 // 100, left + side * 8 // 10, top + side * 25 // 100)

        return draw

    def _section(self, section: TakeawaySection) -> Iterator[Block]:
        yield from self._headed(section.title)
        for number, line in enumerate(section.lines, 1):
            yield from self._marked(f"{number}." if section.numbered else "·", line)

    def _marked(self, mark: str, words: str) -> Iterator[Block]:
        indent = self._sizes.box + self._sizes.gap // 2
        for number, line in enumerate(lines_of(words, self._font(BODY), self._inner - indent)):
            runs = [(self._sizes.margin + indent, Run(line, self._font(BODY)))]
            if number == 0:
                runs.insert(0, (self._sizes.margin, Run(mark, self._font(BODY, strong=True))))
            yield self._row(runs, BODY)

    def _headed(self, title: str) -> Iterator[Block]:
        yield self._rule()
        yield from self._text(title, size=self._sizes.section, strong=True)
        yield space(self._sizes.gap // 3)

    def _code(self) -> Iterator[Block]:
        """The first code, where its modules are not under the floor of this width; a narrow roll has no room for most."""
        matrix = qr_matrix(self._document.qr_texts[0])
        modules = len(matrix) + 2 * QUIET
        dots = min(self._width // modules, self._sizes.qr_module + 1)
        if dots < self._sizes.qr_module:
            return
        left = (self._width - modules * dots) // 2 + QUIET * dots

        def draw(painter: QPainter, y: int) -> None:
            for row, line in enumerate(matrix):
                for column, black in enumerate(line):
                    if black:
                        painter.fillRect(left + column * dots, y + (QUIET + row) * dots, dots, dots, Qt.GlobalColor.black)

        yield self._rule()
        yield Block(modules * dots, draw)
        yield from self._centred("扫一扫，文字带走，不用上网", BODY)

    # --- drawing --------------------------------------------------------------------------------------------------------------------

    def _font(self, pixels: int, *, strong: bool = False) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(pixels)
        font.setBold(strong)
        return font

    def _text(self, words: str, *, size: int = BODY, strong: bool = False, indent: int = 0) -> Iterator[Block]:
        if words:
            font = self._font(size, strong=strong)
            for line in lines_of(words, font, self._inner - indent):
                yield self._row([(self._sizes.margin + indent, Run(line, font))], size)

    def _centred(self, words: str, size: int, *, strong: bool = False) -> Iterator[Block]:
        font = self._font(size, strong=strong)
        for line in lines_of(words, font, self._inner):
            run = Run(line, font)
            yield self._row([((self._width - run.width) // 2, run)], size)

    def _row(self, runs: Sequence[tuple[int, Run]], size: int) -> Block:
        return text_block(pitch_of(size), base_of(size), runs)

    def _rule(self) -> Block:
        half = self._sizes.gap // 2

        def draw(painter: QPainter, y: int) -> None:
            for x in range(self._sizes.margin, self._width - self._sizes.margin - 6, 9):
                painter.fillRect(x, y + half, 6, 3, Qt.GlobalColor.black)

        return Block(2 * half + 3, draw)
