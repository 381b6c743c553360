"""What every paper from the roll is made of: a column of blocks, drawn by Qt in pure black and white, sharp at 203 dpi.

Here: blocks, runs of words, line breaking, the QR code's modules. Elsewhere: which blocks a ticket has (paint.py), which a document to take
away (roll.py), the bytes (escpos.py).

Threads: painting happens on the print thread. Qt allows QImage, QPainter and text off the main thread while a QGuiApplication exists, so one
must have been made before the first paper and must outlive the print desk (its `close()` comes first). Every call owns its image, painter
and fonts; no QPixmap, no shared painter, no font stored at module level.

Each block knows its height before anything is drawn, so the picture is made in its final size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QTransform

_NEVER_FIRST = "，。、；：？！）》〉」』】〕”’…—·"
_NEVER_LAST = "（《〈「『【〔“‘"
QUIET = 4
"""White modules around a QR code (ISO/IEC 18004); without them phones do not find it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A horizontal band of the paper: its height, and how it is drawn with its upper edge at y."""

    height: int
    draw: Callable[[QPainter, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one font, drawn on the baseline of their row."""

    words: str
    font: QFont

    @property
    def width(self) -> int:
        return QFontMetrics(self.font).horizontalAdvance(self.words)


def drawn(blocks: Sequence[Block], width: int) -> QImage:
    """The blocks one under the other, as Format_Mono with bit 1 black, `width` dots wide and as tall as they are."""
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


def space(height: int) -> Block:
    return Block(height, lambda _painter, _y: None)


def text_block(height: int, base: int, runs: Sequence[tuple[int, Run]]) -> Block:
    def draw(painter: QPainter, y: int) -> None:
        for x, run in runs:
            draw_run(painter, run, x, y + base)

    return Block(height, draw)


def draw_run(painter: QPainter, run: Run, x: int, base: int, colour: Qt.GlobalColor = Qt.GlobalColor.black) -> None:
    painter.setFont(run.font)
    painter.setPen(QColor(colour))
    painter.drawText(x, base, run.words)
    if not run.font.bold():
        # A dot is black from half its grey on, which thins regular strokes to hairs: the second coat darkens their edges.
        painter.drawText(x, base, run.words)


def draw_outlines(painter: QPainter, run: Run, x: int, base: int) -> None:
    """For words over 64 dots tall, which Qt draws as outlines: their hinting depends on the sizes drawn before, so it is scaled away."""
    tall = 1024
    font = QFont(run.font)
    font.setPixelSize(tall)
    outlines = QPainterPath()
    outlines.addText(0, 0, font, run.words)
    scale = run.font.pixelSize() / tall
    painter.fillPath(QTransform(scale, 0, 0, scale, x, base).map(outlines), QColor(Qt.GlobalColor.black))


def fill_rounded(painter: QPainter, box: QRectF, radius: int, colour: Qt.GlobalColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box, radius, radius)


def width_of(runs: Sequence[Run]) -> int:
    return sum(run.width for run in runs)


def pitch_of(pixels: int) -> int:
    """From one line to the next: 1.36 of the size."""
    return pixels * 136 // 100


def base_of(pixels: int) -> int:
    """From the top of a line to its baseline: Hanzi fill from 0.88 above to 0.12 below it."""
    return (pitch_of(pixels) - pixels) // 2 + pixels * 88 // 100


def lines_of(words: str, font: QFont, room: int) -> list[str]:
    """The words in as few lines as fit `room` dots, then spread so that no line ends in a lonely Hanzi."""
    metrics = QFontMetrics(font)
    broken = _broken(words, metrics, room)
    if len(broken) == 1:
        return broken
    for narrower in range(room // 2, room, max(room // 130, 1)):
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


def qr_matrix(text: str) -> list[list[bool]]:
    """The code's modules without border, level M, one UTF-8 segment (phones guess the encoding of mixed segments badly)."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]
