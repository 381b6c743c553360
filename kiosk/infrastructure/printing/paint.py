"""The ticket drawn by Qt: one picture in pure black and white, sharp at 203 dpi, 576 or 384 dots wide.

Here: layout and words of the paper. Elsewhere: the facts (application.ticket_paper), the bytes (escpos.py).

Threads: painting happens on the print thread. Qt allows QImage, QPainter and text off the main thread while a QGuiApplication exists, so one
must have been made before the first ticket and must outlive the print desk (its `close()` comes first). Every call owns its image, painter
and fonts; no QPixmap, no shared painter, no font stored at module level.

A ticket is a column of blocks. Each block knows its height before anything is drawn, so the picture is made in its final size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QTransform

from kiosk.application.ticket_paper import TicketPaper
from kiosk.infrastructure.printing.links import PaperWidth

_WEEKDAYS = "一二三四五六日"
_NEVER_FIRST = "，。、；：？！）》〉」』】〕”’…—·"
_NEVER_LAST = "（《〈「『【〔“‘"
_QUIET = 4
"""White modules around a QR code (ISO/IEC 18004); without them phones do not find it."""


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


@dataclass(frozen=True, slots=True)
class _Block:
    """A horizontal band of the ticket: its height, and how it is drawn with its upper edge at y."""

    height: int
    draw: Callable[[QPainter, int], None]


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in one font, drawn on the baseline of their row."""

    words: str
    font: QFont

    @property
    def width(self) -> int:
        return QFontMetrics(self.font).horizontalAdvance(self.words)


def paint_ticket(paper: TicketPaper, *, width: PaperWidth, family: str) -> QImage:
    """The whole ticket as Format_Mono with bit 1 black, `width` dots wide and as tall as it needs. Nothing is clipped, whatever the words.

    `family` is a font that covers the Hanzi; whoever starts the program has checked that (a font without them draws empty boxes).
    """
    blocks = list(_Layout(paper, width=width, family=family).blocks())
    picture = QImage(width, sum(block.height for block in blocks), QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    y = 0
    for block in blocks:
        block.draw(painter, y)
        y += block.height
    painter.end()
    # Error diffusion would fray every edge and every QR module: each dot is black or white by itself.
    return picture.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither)


class _Layout:
    """The blocks of one ticket, from the hall's name down."""

    def __init__(self, paper: TicketPaper, *, width: PaperWidth, family: str) -> None:
        self._paper = paper
        self._width = int(width)
        self._sizes = _SIZES[width]
        self._family = family
        self._inner = self._width - 2 * self._sizes.margin

    def blocks(self) -> Iterator[_Block]:
        sizes = self._sizes
        yield _space(sizes.gap // 2)
        yield from self._centred(self._paper.hall, self._fitting(self._paper.hall, sizes.hall, self._inner, at_least=sizes.hall * 3 // 4))
        yield from self._centred(_moment(self._paper.issued_at), self._font(sizes.body))
        yield _space(sizes.gap // 2)
        yield self._board()
        yield _space(sizes.gap)
        yield from self._waiting()
        yield _space(sizes.gap // 2)
        yield self._rule()
        if self._paper.item is not None:
            yield from self._row("办什么", self._paper.item)
        yield from self._row("去哪儿", self._paper.place)
        yield _space(sizes.gap // 3)
        yield self._rule()
        yield self._code()
        yield from self._centred("扫一扫，文字带走，不用上网", self._font(sizes.foot))
        yield _space(sizes.gap // 2)
        yield self._rule()
        yield from self._foot()

    # --- parts --------------------------------------------------------------------------------------------------------------------

    def _board(self) -> _Block:
        """The number's board, hanging from the beam; the line's name under the number, 优先 beside it in white on black."""
        sizes, paper = self._sizes, self._paper
        inside = self._inner - 2 * (sizes.stroke + sizes.gap // 2)
        number = _Run(paper.number, self._fitting(paper.number, sizes.number, inside))
        capital = QFontMetrics(number.font).capHeight()
        line_font = self._font(sizes.line, bold=True)
        tag = _Run("优先", line_font) if paper.priority else None
        tag_width = sizes.gap + tag.width + sizes.gap if tag else 0  # the space before it, and its own edges
        names = _lines(paper.line, line_font, inside - tag_width)
        pitch = _pitch(sizes.line)
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
            _filled(painter, QRectF(left, y + top, inner, height - top), sizes.radius, Qt.GlobalColor.black)
            edge = sizes.stroke
            _filled(
                painter,
                QRectF(left + edge, y + top + edge, inner - 2 * edge, height - top - 2 * edge),
                sizes.radius - edge,
                Qt.GlobalColor.white,
            )
            _draw_outlines(painter, number, (self._width - number.width) // 2, y + number_base)
            for index, words in enumerate(names):
                run = _Run(words, line_font)
                tagged = tag if index == len(names) - 1 else None
                x = (self._width - run.width - (tag_width if tagged else 0)) // 2
                base = y + names_top + pitch * index + _base(sizes.line)
                _draw_run(painter, run, x, base)
                if tagged:
                    box = QRectF(x + run.width + sizes.gap, base - _base(sizes.line) + 2, tagged.width + sizes.gap, pitch - 4)
                    _filled(painter, box, sizes.radius // 2, Qt.GlobalColor.black)
                    _draw_run(painter, tagged, int(box.x()) + sizes.gap // 2, base, Qt.GlobalColor.white)

        return _Block(height, draw)

    def _waiting(self) -> Iterator[_Block]:
        """People ahead and the range of minutes: in one row where the paper is wide enough, else one under the other."""
        body, figure = self._font(self._sizes.body), self._font(self._sizes.figure, bold=True)
        paper = self._paper
        people = [_Run("前面 ", body), _Run(str(paper.ahead), figure), _Run(" 人", body)] if paper.ahead else [_Run("前面没有人等", body)]
        if paper.wait_low is None or paper.wait_high is None:
            minutes = [_Run("以窗口叫号为准", body)]
        else:
            span = str(paper.wait_low) if paper.wait_low == paper.wait_high else f"{paper.wait_low}–{paper.wait_high}"
            minutes = [_Run("大约 ", body), _Run(span, figure), _Run(" 分钟", body)]
        if _width(people) + _width(minutes) + self._sizes.gap <= self._inner:
            yield self._runs([(self._sizes.margin, people), (self._width - self._sizes.margin - _width(minutes), minutes)])
        else:
            for runs in (people, minutes):
                yield self._runs([((self._width - _width(runs)) // 2, runs)])

    def _row(self, label: str, words: str) -> Iterator[_Block]:
        """A label and its bold answer: beside it when it fits, else under it in as many lines as it takes."""
        sizes = self._sizes
        name, bold = _Run(label, self._font(sizes.body)), self._font(sizes.value, bold=True)
        answer = _Run(words, bold)
        pitch = _pitch(sizes.value)
        if name.width + sizes.gap + answer.width <= self._inner:
            right = self._width - sizes.margin - answer.width
            yield _text_block(pitch, _base(sizes.value), [(sizes.margin, name), (right, answer)])
            return
        yield _text_block(_pitch(sizes.body), _base(sizes.body), [(sizes.margin, name)])
        for line in _lines(words, bold, self._inner):
            yield _text_block(pitch, _base(sizes.value), [(sizes.margin, _Run(line, bold))])
        yield _space(sizes.gap // 2)

    def _code(self) -> _Block:
        """The QR code with its quiet zone, in the largest whole modules that fit, never under the floor of this width."""
        matrix = _qr_matrix(self._paper.qr_text)
        modules = len(matrix) + 2 * _QUIET
        dots = max(self._sizes.qr_width // modules, self._sizes.qr_module)
        side = modules * dots
        left = (self._width - side) // 2 + _QUIET * dots

        def draw(painter: QPainter, y: int) -> None:
            for row, line in enumerate(matrix):
                for column, black in enumerate(line):
                    if black:
                        painter.fillRect(left + column * dots, y + (_QUIET + row) * dots, dots, dots, Qt.GlobalColor.black)

        return _Block(side, draw)

    def _foot(self) -> Iterator[_Block]:
        font, bold = self._font(self._sizes.foot), self._font(self._sizes.foot, bold=True)
        yield _space(self._sizes.gap // 3)
        yield from self._centred("过号了别急，到窗口说一声", font)
        help_runs = [_Run("要帮忙，找 ", font), _Run("金小二", bold)]
        yield self._centred_runs(help_runs)
        yield _space(self._sizes.gap // 3)
        hotline = _Run("热线 12345", font)
        checked = [] if self._paper.verified else [_Run("内容待大厅核对", font)]
        spaced = [*checked, _Run("　", font), hotline] if checked else [hotline]
        if _width(spaced) <= self._inner:
            yield self._centred_runs(spaced)
        else:
            yield from (self._centred_runs([run]) for run in [*checked, hotline])
        yield from self._centred(self._paper.edition, font)
        yield _space(self._sizes.gap // 2)

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

    def _centred(self, words: str, font: QFont) -> Iterator[_Block]:
        for line in _lines(words, font, self._inner):
            yield self._centred_runs([_Run(line, font)])

    def _centred_runs(self, runs: Sequence[_Run]) -> _Block:
        return self._runs([((self._width - _width(runs)) // 2, runs)])

    def _runs(self, places: Sequence[tuple[int, Sequence[_Run]]]) -> _Block:
        """One row of runs, each group starting at its x, all on one baseline."""
        tallest = max(run.font.pixelSize() for _, runs in places for run in runs)
        flat: list[tuple[int, _Run]] = []
        for start, runs in places:
            x = start
            for run in runs:
                flat.append((x, run))
                x += run.width
        return _text_block(_pitch(tallest), _base(tallest), flat)

    def _rule(self) -> _Block:
        """A dashed line with its space."""
        thickness, dash = (3, 6) if self._width >= PaperWidth.MM80 else (2, 5)
        half = self._sizes.gap // 2

        def draw(painter: QPainter, y: int) -> None:
            last = (self._inner - dash) // (dash + 3)
            for index in range(last + 1):
                x = self._sizes.margin + index * (self._inner - dash) // last
                painter.fillRect(x, y + half, dash, thickness, Qt.GlobalColor.black)

        return _Block(2 * half + thickness, draw)


def _space(height: int) -> _Block:
    return _Block(height, lambda _painter, _y: None)


def _text_block(height: int, base: int, runs: Sequence[tuple[int, _Run]]) -> _Block:
    def draw(painter: QPainter, y: int) -> None:
        for x, run in runs:
            _draw_run(painter, run, x, y + base)

    return _Block(height, draw)


def _draw_run(painter: QPainter, run: _Run, x: int, base: int, colour: Qt.GlobalColor = Qt.GlobalColor.black) -> None:
    painter.setFont(run.font)
    painter.setPen(QColor(colour))
    painter.drawText(x, base, run.words)
    if not run.font.bold():
        # A dot is black from half its grey on, which thins regular strokes to hairs: the second coat darkens their edges.
        painter.drawText(x, base, run.words)


def _draw_outlines(painter: QPainter, run: _Run, x: int, base: int) -> None:
    """For words over 64 dots tall, which Qt draws as outlines: their hinting depends on the sizes drawn before, so it is scaled away."""
    tall = 1024
    font = QFont(run.font)
    font.setPixelSize(tall)
    outlines = QPainterPath()
    outlines.addText(0, 0, font, run.words)
    scale = run.font.pixelSize() / tall
    painter.fillPath(QTransform(scale, 0, 0, scale, x, base).map(outlines), QColor(Qt.GlobalColor.black))


def _filled(painter: QPainter, box: QRectF, radius: int, colour: Qt.GlobalColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box, radius, radius)


def _width(runs: Sequence[_Run]) -> int:
    return sum(run.width for run in runs)


def _pitch(pixels: int) -> int:
    """From one line to the next: 1.36 of the size."""
    return pixels * 136 // 100


def _base(pixels: int) -> int:
    """From the top of a line to its baseline: Hanzi fill from 0.88 above to 0.12 below it."""
    return (_pitch(pixels) - pixels) // 2 + pixels * 88 // 100


def _moment(at: datetime) -> str:
    return f"{at.month} 月 {at.day} 日 星期{_WEEKDAYS[at.weekday()]} {at.hour}:{at:%M}"


def _lines(words: str, font: QFont, room: int) -> list[str]:
    """The words in as few lines as fit `room` dots, then spread so that no line ends in a lonely Hanzi."""
    metrics = QFontMetrics(font)
    broken = _broken(words, metrics, room)
    if len(broken) == 1:
        return broken
    for narrower in range(room // 2, room, 4):
        even = _broken(words, metrics, narrower)
        if len(even) == len(broken):
            return even
    return broken


def _broken(words: str, metrics: QFontMetrics, room: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in _pieces(words, metrics, room):
        if line and metrics.horizontalAdvance((line + piece).rstrip()) > room:
            lines.append(line.strip())
            line = piece
        else:
            line += piece
    return [*lines, line.strip()] if line.strip() else lines


def _pieces(words: str, metrics: QFontMetrics, room: int) -> Iterator[str]:
    """What a line break may not divide: figures and Latin words, a mark and the sign before it, an opening mark and the sign after it."""
    piece = ""
    for sign in words:
        holds = piece and (
            sign in _NEVER_FIRST or piece[-1] in _NEVER_LAST or (sign.isascii() and not sign.isspace() and piece[-1].isascii() and not piece[-1].isspace())
        )  # fmt: skip
        if holds and metrics.horizontalAdvance(piece + sign) <= room:
            piece += sign
        else:
            if piece:
                yield piece
            piece = sign
    if piece:
        yield piece


def _qr_matrix(text: str) -> list[list[bool]]:
    """The code's modules without border, level M, one UTF-8 segment (phones guess the encoding of mixed segments badly)."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]
