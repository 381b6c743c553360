"""A receipt printer on 127.0.0.1 that speaks the wire protocol, in health and in every trouble.

It keeps one decoder over all connections, as a printer keeps its parser: what a broken job leaves half sent is still there for the next one.
"""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from enum import StrEnum
from types import TracebackType
from typing import Self

from tests.support.escpos_decoder import EscposDecoder, Receipt, UnknownCommand

SLOW_PIECE = 0.02
"""Seconds for each kB."""

_READY = {1: 0x12, 2: 0x12, 4: 0x12}


class PrinterMode(StrEnum):
    OK = "ok"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    ERROR = "error"
    RUNS_OUT = "runs_out"  # ready, but the paper ends during the ticket
    MUTE = "mute"  # prints, never answers
    STALL = "stall"  # answers, then takes the first bytes of a ticket and no more
    CLOSES = "closes"  # breaks the connection inside a ticket
    UNPLUGGED = "unplugged"  # breaks the connection inside a ticket, and nobody is there any more
    SLOW = "slow"  # takes a ticket as slowly as an old serial line
    GARBAGE = "garbage"  # answers with the words of a web server
    WRONG_BITS = "wrong_bits"  # answers one byte that no DLE EOT reply can be
    LATE_REPLY = "late_reply"  # a status byte of an earlier question arrives with the ticket's beginning


_REPLIES: dict[PrinterMode, dict[int, int]] = {
    PrinterMode.PAPER_LOW: {**_READY, 4: 0x1E},
    PrinterMode.PAPER_OUT: {1: 0x1A, 2: 0x32, 4: 0x7E},
    PrinterMode.COVER_OPEN: {1: 0x1A, 2: 0x16, 4: 0x12},
    PrinterMode.OFFLINE: {**_READY, 1: 0x1A},
    PrinterMode.ERROR: {**_READY, 1: 0x1A, 2: 0x52},
}


class PrinterDouble:
    """Use as a context manager. `mode` may be changed between tickets; `broken_commands` must be empty at the end."""

    def __init__(self, mode: PrinterMode = PrinterMode.OK, *, dots: int = 576) -> None:
        self.mode = mode
        self.broken_commands: list[str] = []
        self.connections = 0
        self.bytes_taken = 0
        self._decoder = EscposDecoder(dots)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._port: int = self._listener.getsockname()[1]
        # A small window: a stalled printer must hold the sender up, as its real buffer of a few kB does.
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        self._closing = threading.Event()
        self._connection: socket.socket | None = None
        self._thread = threading.Thread(target=self._serve, name="printer-double")

    @property
    def port(self) -> int:
        return self._port

    @property
    def receipts(self) -> list[Receipt]:
        return self._decoder.receipts

    @property
    def has_open_band(self) -> bool:
        return self._decoder.has_open_band

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._closing.set()
        for open_socket in (self._listener, self._connection):
            if open_socket is not None:
                with contextlib.suppress(OSError):
                    open_socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._connection = connection
            with connection, contextlib.suppress(OSError):
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        while piece := connection.recv(1024):
            self.bytes_taken += len(piece)
            try:
                requests = list(self._decoder.feed(piece))
            except UnknownCommand as unknown:
                self.broken_commands.append(str(unknown))
                return
            for request in requests:
                connection.sendall(self._reply(request))
            if not requests and self._in_a_ticket():
                match self.mode:
                    case PrinterMode.STALL:
                        self._wait_for_the_sender_to_go(connection)
                        return
                    case PrinterMode.CLOSES:
                        return
                    case PrinterMode.UNPLUGGED:
                        self._closing.set()
                        self._listener.close()
                        return
                    case PrinterMode.SLOW:
                        self._closing.wait(SLOW_PIECE)
                    case PrinterMode.LATE_REPLY:
                        connection.sendall(b"\x1a")
                        self.mode = PrinterMode.OK
                    case PrinterMode.RUNS_OUT:
                        self.mode = PrinterMode.PAPER_OUT
                    case _:
                        pass

    def _in_a_ticket(self) -> bool:
        return self._decoder.has_open_band or self._decoder.rows_on_paper > 0

    def _reply(self, request: int) -> bytes:
        match self.mode:
            case PrinterMode.MUTE:
                return b""
            case PrinterMode.GARBAGE:
                return b"HTTP/1.1 400"
            case PrinterMode.WRONG_BITS:
                return b"\x00"
            case _:
                return bytes([_REPLIES.get(self.mode, _READY)[request]])

    def _wait_for_the_sender_to_go(self, connection: socket.socket) -> None:
        """Reads nothing more until the sender has hung up (or the test is over)."""
        hang_up = select.poll()
        hang_up.register(connection, select.POLLRDHUP | select.POLLHUP | select.POLLERR)
        while not self._closing.is_set() and not hang_up.poll(50):
            pass
