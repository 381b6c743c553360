"""Reads an ESC/POS stream as a receipt printer would and gives back what is on the paper.

It knows exactly the commands that the product sends, plus the status requests. Any other byte raises UnknownCommand: a real printer would
print it as rubbish. Bytes may arrive in any pieces; a cut-off raster band stays open, as it does in a printer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

DLE_EOT = b"\x10\x04"
_LENGTHS = {b"\x1b@": 2, b"\x1bd": 3, b"\x1dV": 4, b"\x1dv": 8, DLE_EOT: 3}


class UnknownCommand(AssertionError):
    pass


@dataclass(frozen=True, slots=True)
class Receipt:
    """One ticket, cut off. `rows` are packed dots, 1 black; `fed_lines` were fed before the cut."""

    rows: tuple[bytes, ...]
    fed_lines: int

    @property
    def picture(self) -> Image.Image:
        """Black on white, mode "1"."""
        flat = bytes(byte ^ 0xFF for row in self.rows for byte in row)
        return Image.frombytes("1", (len(self.rows[0]) * 8, len(self.rows)), flat)


class EscposDecoder:
    """`dots`: printable width; a wider band would be clipped on paper and is refused."""

    def __init__(self, dots: int) -> None:
        self.receipts: list[Receipt] = []
        self.initialised = False
        self._row_bytes = dots // 8
        self._pending = bytearray()
        self._missing = 0  # dots of the open band that have not come yet, in bytes
        self._band_width = 0
        self._dots = bytearray()
        self._rows: list[bytes] = []
        self._fed = 0

    @property
    def has_open_band(self) -> bool:
        return self._missing > 0

    @property
    def rows_on_paper(self) -> int:
        """Rows of the ticket that is not cut off yet."""
        return len(self._rows)

    def feed(self, stream: bytes) -> Iterator[int]:
        """Takes bytes and yields n for every status request DLE EOT n, in order."""
        self._pending += stream
        while self._pending:
            if self._missing:
                self._take_dots()
                continue
            if self._pending[0] == 0:  # NUL outside a command: ignored by printers
                del self._pending[0]
                continue
            prefix = bytes(self._pending[:2])
            if len(prefix) < 2:
                if prefix not in {b"\x1b", b"\x1d", b"\x10"}:
                    raise UnknownCommand(prefix.hex())
                return
            length = _LENGTHS.get(prefix)
            if length is None:
                raise UnknownCommand(bytes(self._pending[:8]).hex())
            if len(self._pending) < length:
                return
            command = bytes(self._pending[:length])
            del self._pending[:length]
            if prefix == DLE_EOT:
                if command[2] not in {1, 2, 4}:
                    raise UnknownCommand(command.hex())
                yield command[2]
            else:
                self._obey(command)

    def _obey(self, command: bytes) -> None:
        match command[:2]:
            case b"\x1b@":
                self.initialised = True
            case b"\x1bd":
                self._fed += command[2]
            case b"\x1dV":
                if command[2] != 66:
                    raise UnknownCommand(command.hex())
                self.receipts.append(Receipt(tuple(self._rows), self._fed))
                self._rows, self._fed = [], 0
            case _:
                self._open_band(command)

    def _open_band(self, command: bytes) -> None:
        width, height = int.from_bytes(command[4:6], "little"), int.from_bytes(command[6:8], "little")
        if command[2:4] != b"0\x00" or not height or not 0 < width <= self._row_bytes or not self.initialised:
            raise UnknownCommand(command.hex())
        self._band_width, self._missing = width, width * height

    def _take_dots(self) -> None:
        taken = self._pending[: self._missing]
        del self._pending[: len(taken)]
        self._missing -= len(taken)
        self._dots += taken
        whole = len(self._dots) // self._band_width * self._band_width
        self._rows += [bytes(self._dots[start : start + self._band_width]) for start in range(0, whole, self._band_width)]
        del self._dots[:whole]
