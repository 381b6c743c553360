"""The ticket drawn by Qt: one picture in pure black and white, sharp at 203 dpi, 576 or 384 dots wide.

Here: layout and words of the ticket. Elsewhere: what every paper from the roll is made of, and on which thread (blocks.py), the facts
(application.ticket_paper), the bytes (escpos.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter

from kiosk.application.ticket_paper import TicketPaper
from kiosk.infrastructure.printing.blocks import (
    QUIET,
    Block,
    Run,
    base_of,
    draw_outlines,
    draw_run,
    drawn,
    fill_rounded,
    lines_of,
    pitch_of,
    qr_matrix,
    space,
    text_block,
    width_of,
)
from kiosk.infrastructure.printing.links import PaperWidth

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Measures of one paper width, in dots (8 dots = 1 mm). `value` is the bold word of a row, `figure` the bold counts."""

    margin: int
    gap: int
    hall: int
    body: int
    foot: int
    number: int
    line: int
    figure: int
    value: int
    beam: int
    stroke: int
    radius: int
    cord: int
    qr_width: int
    qr_module: int


_SIZES = {
    PaperWidth.MM80: _Sizes(
        margin=26, gap=22, hall=44, body=36, foot=34, number=192, line=48, figure=56, value=46, beam=8, stroke=5, radius=16, cord=22,
        qr_width=360, qr_module=5,
    ),
    PaperWidth.MM58: _Sizes(
        margin=12, gap=16, hall=34, body=28, foot=26, number=142, line=38, figure=44, value=36, beam=6, stroke=4, radius=12, cord=16,
        qr_width=280, qr_module=4,
    ),
}  # fmt: skip


def paint_ticket(paper: TicketPaper, *, width: PaperWidth, family: str) -> QImage:
    """The whole ticket as Format_Mono with bit 1 black, `width` dots wide and as tall as it needs. Nothing is clipped, whatever the words.

    `family` is a font that covers the Hanzi; whoever starts the program has checked that (a font without them draws empty boxes).
    """
    return drawn(list(_Layout(paper, width=width, family=family).blocks()), width)


class _Layout:
    """The blocks of one ticket, from the hall's name down."""

    def __init__(self, paper: TicketPaper, *, width: PaperWidth, family: str) -> None:
        self._paper = paper
        self._width = int(width)
        self._sizes = _SIZES[width]
        self._family = family
        self._inner = self._width - 2 * self._sizes.margin

    def blocks(self) -> Iterator[Block]:
        sizes = self._sizes
        yield space(sizes.gap // 2)
        yield from self._centred(self._paper.hall, self._fitting(self._paper.hall, sizes.hall, self._inner, at_least=sizes.hall * 3 // 4))
        yield from self._centred(_moment(self._paper.issued_at), self._font(sizes.body))
        if self._paper.reprint:
            yield from self._centred("补打，和原来那张是同一个号", self._font(sizes.body, bold=True))
        yield space(sizes.gap // 2)
        yield self._board()
        yield space(sizes.gap)
        yield from self._waiting()
        yield space(sizes.gap // 2)
        yield self._rule()
        if self._paper.item is not None:
            yield from self._row("办什么", self._paper.item)
        yield from self._row("去哪儿", self._paper.place)
        yield space(sizes.gap // 3)
        yield self._rule()
        if self._paper.missing:
            yield from self._missing()
            yield self._rule()
        yield self._code()
        yield from self._centred("扫一扫，文字带走，不用上网", self._font(sizes.foot))
        yield space(sizes.gap // 2)
        yield self._rule()
        yield from self._foot()

    # --- parts --------------------------------------------------------------------------------------------------------------------

    def _board(self) -> Block:
        """The number's board, hanging from the beam; the line's name under the number, 优先 beside it in white on black."""
        sizes, paper = self._sizes, self._paper
        inside = self._inner - 2 * (sizes.stroke + sizes.gap // 2)
        number = Run(paper.number, self._fitting(paper.number, sizes.number, inside))
        capital = QFontMetrics(number.font).capHeight()
        line_font = self._font(sizes.line, bold=True)
        tag = Run("优先", line_font) if paper.priority else None
        tag_width = sizes.gap + tag.width + sizes.gap if tag else 0  # the space before it, and its own edges
        names = lines_of(paper.line, line_font, inside - tag_width)
        pitch = pitch_of(sizes.line)
        top = sizes.beam + sizes.cord
        number_base = top + sizes.stroke + sizes.gap + sizes.gap // 2 + capital
        names_top = number_base + sizes.gap
        height = names_top + pitch * len(names) + sizes.gap // 2 + sizes.stroke

        def draw(painter: QPainter, y: int) -> None:
            left, inner = sizes.margin, self._inner
            painter.fillRect(left, y, inner, sizes.beam, Qt.GlobalColor.black)
            pegs = 8
            for peg in range(pegs):
                x = left + sizes.cord + peg * (inner - 2 * sizes.cord - sizes.stroke + 1) // (pegs - 1)
                length = sizes.cord if peg in {0, pegs - 1} else sizes.cord // 2
                painter.fillRect(x, y + sizes.beam, sizes.stroke - 1, length, Qt.GlobalColor.black)
            fill_rounded(painter, QRectF(left, y + top, inner, height - top), sizes.radius, Qt.GlobalColor.black)
            edge = sizes.stroke
            fill_rounded(
                painter,
                QRectF(left + edge, y + top + edge, inner - 2 * edge, height - top - 2 * edge),
                sizes.radius - edge,
                Qt.GlobalColor.white,
            )
            draw_outlines(painter, number, (self._width - number.width) // 2, y + number_base)
            for index, words in enumerate(names):
                run = Run(words, line_font)
                tagged = tag if index == len(names) - 1 else None
                x = (self._width - run.width - (tag_width if tagged else 0)) // 2
                base = y + names_top + pitch * index + base_of(sizes.line)
                draw_run(painter, run, x, base)
                if tagged:
                    box = QRectF(x + run.width + sizes.gap, base - base_of(sizes.line) + 2, tagged.width + sizes.gap, pitch - 4)
                    fill_rounded(painter, box, sizes.radius // 2, Qt.GlobalColor.black)
                    draw_run(painter, tagged, int(box.x()) + sizes.gap // 2, base, Qt.GlobalColor.white)

        return Block(height, draw)

    def _waiting(self) -> Iterator[Block]:
        """People ahead and the range of minutes: in one row where the paper is wide enough, else one under the other."""
        body, figure = self._font(self._sizes.body), self._font(self._sizes.figure, bold=True)
        paper = self._paper
        people = [Run("前面 ", body), Run(str(paper.ahead), figure), Run(" 人", body)] if paper.ahead else [Run("前面没有人等", body)]
        if paper.wait_low is None or paper.wait_high is None:
            minutes = [Run("以窗口叫号为准", body)]
        else:
            span = str(paper.wait_low) if paper.wait_low == paper.wait_high else f"{paper.wait_low}–{paper.wait_high}"
            minutes = [Run("大约 ", body), Run(span, figure), Run(" 分钟", body)]
        if width_of(people) + width_of(minutes) + self._sizes.gap <= self._inner:
            yield self._runs([(self._sizes.margin, people), (self._width - self._sizes.margin - width_of(minutes), minutes)])
        else:
            for runs in (people, minutes):
                yield self._runs([((self._width - width_of(runs)) // 2, runs)])

    def _row(self, label: str, words: str) -> Iterator[Block]:
        """A label and its bold answer: beside it when it fits, else under it in as many lines as it takes."""
        sizes = self._sizes
        name, bold = Run(label, self._font(sizes.body)), self._font(sizes.value, bold=True)
        answer = Run(words, bold)
        pitch = pitch_of(sizes.value)
        if name.width + sizes.gap + answer.width <= self._inner:
            right = self._width - sizes.margin - answer.width
            yield text_block(pitch, base_of(sizes.value), [(sizes.margin, name), (right, answer)])
            return
        yield text_block(pitch_of(sizes.body), base_of(sizes.body), [(sizes.margin, name)])
        for line in lines_of(words, bold, self._inner):
            yield text_block(pitch, base_of(sizes.value), [(sizes.margin, Run(line, bold))])
        yield space(sizes.gap // 2)

    def _missing(self) -> Iterator[Block]:
        """The papers that are not there yet, each with an empty box to tick by hand."""
        sizes, missing = self._sizes, self._paper.missing
        title, body = self._font(sizes.value, bold=True), self._font(sizes.body)
        certain = sum(1 for paper in missing if not paper.perhaps)
        heading = f"还缺 {certain} 样" if certain else "可能还要带"
        yield text_block(pitch_of(sizes.value), base_of(sizes.value), [(sizes.margin, Run(heading, title))])
        name_font = self._font(sizes.body, bold=True)
        left = sizes.margin + sizes.body + sizes.gap
        room = self._width - sizes.margin - left
        for paper in missing:
            yield space(sizes.gap // 3)
            for index, words in enumerate(lines_of(paper.name, name_font, room)):
                yield self._boxed(Run(words, name_font), left, box=index == 0)
            note = "，".join(part for part in (paper.note, "可能要" if paper.perhaps and certain else "") if part)
            for words in lines_of(note, body, room) if note else []:
                yield text_block(pitch_of(sizes.body), base_of(sizes.body), [(left, Run(words, body))])
        yield space(sizes.gap // 3)

    def _boxed(self, run: Run, left: int, *, box: bool) -> Block:
        """A line of a paper's name; before the first one stands the box."""
        sizes = self._sizes
        height = pitch_of(sizes.body)

        def draw(painter: QPainter, y: int) -> None:
            if box:
                side, edge = sizes.body - 2, sizes.stroke - 1
                top = y + (height - side) // 2
                fill_rounded(painter, QRectF(sizes.margin, top, side, side), sizes.radius // 3, Qt.GlobalColor.black)
                inner = side - 2 * edge
                fill_rounded(painter, QRectF(sizes.margin + edge, top + edge, inner, inner), sizes.radius // 6, Qt.GlobalColor.white)
            draw_run(painter, run, left, y + base_of(sizes.body))

        return Block(height, draw)

    def _code(self) -> Block:
        """The QR code with its quiet zone, in the largest whole modules that fit, never under the floor of this width."""
        matrix = qr_matrix(self._paper.qr_text)
        modules = len(matrix) + 2 * QUIET
        dots = max(self._sizes.qr_width // modules, self._sizes.qr_module)
        side = modules * dots
        left = (self._width - side) // 2 + QUIET * dots

        def draw(painter: QPainter, y: int) -> None:
            for row, line in enumerate(matrix):
                for column, black in enumerate(line):
                    if black:
                        painter.fillRect(left + column * dots, y + (QUIET + row) * dots, dots, dots, Qt.GlobalColor.black)

        return Block(side, draw)

    def _foot(self) -> Iterator[Block]:
        font, bold = self._font(self._sizes.foot), self._font(self._sizes.foot, bold=True)
        yield space(self._sizes.gap // 3)
        yield from self._centred("过号了别急，到窗口说一声", font)
        help_runs = [Run("要帮忙，找 ", font), Run("金小二", bold)]
        yield self._centred_runs(help_runs)
        yield space(self._sizes.gap // 3)
        hotline = Run("热线 12345", font)
        checked = [] if self._paper.verified else [Run("内容待大厅核对", font)]
        spaced = [*checked, Run("　", font), hotline] if checked else [hotline]
        if width_of(spaced) <= self._inner:
            yield self._centred_runs(spaced)
        else:
            yield from (self._centred_runs([run]) for run in [*checked, hotline])
        yield from self._centred(self._paper.edition, font)
        yield space(self._sizes.gap // 2)

    # --- drawing --------------------------------------------------------------------------------------------------------------------

    def _font(self, pixels: int, *, bold: bool = False) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(pixels)
        font.setBold(bold)
        return font

    def _fitting(self, words: str, pixels: int, room: int, *, at_least: int = 1) -> QFont:
        """Bold, at most `pixels` tall, smaller where the words would be wider than `room`, but never under `at_least`."""
        advance = QFontMetrics(self._font(pixels, bold=True)).horizontalAdvance(words)
        return self._font(pixels if advance <= room else max(pixels * room // advance, at_least), bold=True)

    def _centred(self, words: str, font: QFont) -> Iterator[Block]:
        for line in lines_of(words, font, self._inner):
            yield self._centred_runs([Run(line, font)])

    def _centred_runs(self, runs: Sequence[Run]) -> Block:
        return self._runs([((self._width - width_of(runs)) // 2, runs)])

    def _runs(self, places: Sequence[tuple[int, Sequence[Run]]]) -> Block:
        """One row of runs, each group starting at its x, all on one baseline."""
        tallest = max(run.font.pixelSize() for _, runs in places for run in runs)
        flat: list[tuple[int, Run]] = []
        for start, runs in places:
            x = start
            for run in runs:
                flat.append((x, run))
                x += run.width
        return text_block(pitch_of(tallest), base_of(tallest), flat)

    def _rule(self) -> Block:
        """A dashed line with its space."""
        thickness, dash = (3, 6) if self._width >= PaperWidth.MM80 else (2, 5)
        half = self._sizes.gap // 2

        def draw(painter: QPainter, y: int) -> None:
            last = (self._inner - dash) // (dash + 3)
            for index in range(last + 1):
                x = self._sizes.margin + index * (self._inner - dash) // last
                painter.fillRect(x, y + half, dash, thickness, Qt.GlobalColor.black)

        return Block(2 * half + thickness, draw)


def _moment(at: datetime) -> str:
    return f"{at.month} 月 {at.day} 日 星期{_WEEKDAYS[at.weekday()]} {at.hour}:{at:%M}"
