"""How bytes reach a printer and come back: network, USB, serial line, device file, Windows spooler.

Here: opening, writing, asking, closing, each within its time, through python-escpos' classes; every error of theirs becomes PrinterUnavailable
at this edge. Elsewhere: what the bytes mean (escpos.py).

A transport belongs to one job on one thread. Network, USB and serial calls return within their time. A device file and the Windows spooler
offer no timeout: a call on them may hang for ever, and the spooler then abandons its thread.
"""

from __future__ import annotations

import importlib
import logging
import os
import shutil
import socket
import stat
import struct
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache
from types import ModuleType
from typing import Protocol, assert_never

from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.infrastructure.printing.links import DeviceFileLink, DeviceLink, NetworkLink, SerialLink, UsbLink, WindowsLink

REPLY_SECONDS = 2.0
"""A printer that is there answers DLE EOT within milliseconds; a busy one within this time."""
_RESET_ON_CLOSE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
_SHORTEST = 0.01
"""Timeouts below this would mean "do not wait" or "wait for ever" to some of the libraries."""


class Transport(Protocol):
    """An open way to a printer. Methods raise PrinterUnavailable and nothing else of the outside world."""

    def write(self, payload: bytes, *, within: float) -> None: ...

    def ask(self, request: bytes, *, within: float) -> bytes:
        """Sends `request` and gives the one piece that comes back: empty when nothing does or nothing can."""
        ...

    def close(self, *, drop: bool) -> None:
        """Gives the device free. `drop`: bytes that wait to be sent are thrown away, where the device allows it.

        Without it the system goes on sending them after the job was called failed: the printer would wake up and print by itself.
        """
        ...


def open_transport(link: DeviceLink, *, within: float) -> Transport:
    """Reaches the printer, or PrinterUnavailable (unreachable, timed_out)."""
    match link:
        case NetworkLink():
            return _Network(link, within=within)
        case UsbLink():
            return _Usb(link)
        case SerialLink():
            return _Serial(link)
        case DeviceFileLink():
            return _DeviceFile(link)
        case WindowsLink():
            return _Windows(link)
        case _:
            assert_never(link)


@cache
def _printers() -> ModuleType:
    """The module escpos.printer, imported on first use (0.2 s).

    Its import leaves a temporary folder behind, which is taken away. It writes to the root log, which makes Python add a handler on standard
    error to it, unless there is one: a handler that does nothing keeps the root log as it was.
    """
    if not logging.root.handlers:
        logging.root.addHandler(logging.NullHandler())
    from escpos import capabilities

    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return importlib.import_module("escpos.printer")


@contextmanager
def _translated(reason: PrintCause, *more: type[Exception]) -> Iterator[None]:
    """Library errors as PrinterUnavailable. pyserial's and pyusb's are OSError; `more` are those that are not."""
    from escpos.exceptions import Error

    try:
        yield
    except TimeoutError as error:
        raise PrinterUnavailable(error, reason=PrintCause.TIMED_OUT) from error
    except (OSError, Error, *more) as error:
        raise PrinterUnavailable(error, reason=reason) from error


def _opening(*more: type[Exception]) -> AbstractContextManager[None]:
    return _translated(PrintCause.UNREACHABLE, *more)


def _sending(*more: type[Exception]) -> AbstractContextManager[None]:
    return _translated(PrintCause.CONNECTION_LOST, *more)


class _Network:
    def __init__(self, link: NetworkLink, *, within: float) -> None:
        self._printer = _printers().Network(link.host, link.port)
        with _opening():
            # The library's own open() leaks its socket when the connection fails, and knows no IPv6.
            self._socket = socket.create_connection((link.host, link.port), timeout=max(within, _SHORTEST))
            # The system would take a whole ticket off our hands at once; only a small buffer shows that a printer takes no more.
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384)
        self._printer.device = self._socket

    def write(self, payload: bytes, *, within: float) -> None:
        self._socket.settimeout(max(within, _SHORTEST))
        with _sending():
            self._printer._raw(payload)  # noqa: SLF001  (the library's only way to send bytes as they are)

    def ask(self, request: bytes, *, within: float) -> bytes:
        self._drop_stale_replies()
        self.write(request, within=within)
        with _sending():
            try:
                return bytes(self._printer._read())  # noqa: SLF001
            except TimeoutError:
                return b""

    def close(self, *, drop: bool) -> None:
        if drop:
            with suppress(OSError):
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
                self._socket.close()
        self._printer.close()

    def _drop_stale_replies(self) -> None:
        """What came too late for an earlier question is not the reply to the next one."""
        self._socket.settimeout(0)
        with _sending(), suppress(BlockingIOError):
            while self._socket.recv(256):
                pass


class _Usb:
    def __init__(self, link: UsbLink) -> None:
        printer = _printers().Usb
        if not printer.is_usable():
            raise PrinterUnavailable("pyusb is not installed", reason=PrintCause.UNREACHABLE)
        from usb.core import NoBackendError, USBTimeoutError

        self._timed_out: type[Exception] = USBTimeoutError
        self._link = link
        self._printer = printer(link.vendor, link.product, in_ep=link.in_endpoint, out_ep=link.out_endpoint)
        with _opening(NoBackendError):
            self._printer.open()

    def write(self, payload: bytes, *, within: float) -> None:
        self._printer.timeout = _milliseconds(within)
        with _sending():
            try:
                self._printer._raw(payload)  # noqa: SLF001
            except self._timed_out as error:  # an OSError of its own, not a TimeoutError
                raise PrinterUnavailable(error, reason=PrintCause.TIMED_OUT) from error

    def ask(self, request: bytes, *, within: float) -> bytes:
        while self._read(within=_SHORTEST):
            pass
        self.write(request, within=within)
        return self._read(within=within)

    def close(self, *, drop: bool) -> None:  # noqa: ARG002
        with suppress(OSError):
            self._printer.close()

    def _read(self, *, within: float) -> bytes:
        with _sending():
            try:
                return bytes(self._printer.device.read(self._link.in_endpoint, 16, _milliseconds(within)))
            except self._timed_out:
                return b""


class _Serial:
    def __init__(self, link: SerialLink) -> None:
        printer = _printers().Serial
        if not printer.is_usable():
            raise PrinterUnavailable("pyserial is not installed", reason=PrintCause.UNREACHABLE)
        from serial import SerialTimeoutException

        self._timed_out: type[Exception] = SerialTimeoutException
        self._printer = printer(link.device, baudrate=link.baud)
        with _opening():
            self._printer.open()
        self._port = self._printer.device

    def write(self, payload: bytes, *, within: float) -> None:
        with _sending():
            try:
                self._port.write_timeout = max(within, _SHORTEST)
                self._printer._raw(payload)  # noqa: SLF001
            except self._timed_out as error:  # an OSError of its own, not a TimeoutError
                raise PrinterUnavailable(error, reason=PrintCause.TIMED_OUT) from error

    def ask(self, request: bytes, *, within: float) -> bytes:
        with _sending():
            self._port.reset_input_buffer()
        self.write(request, within=within)
        with _sending():
            # The library asks for 16 bytes, which on a serial line always means to wait for the whole timeout.
            self._port.timeout = max(within, _SHORTEST)
            first = bytes(self._port.read(1))
            return first + bytes(self._port.read(self._port.in_waiting))

    def close(self, *, drop: bool) -> None:
        with suppress(OSError):
            if drop:  # otherwise the library's close() waits until everything is sent
                self._port.reset_output_buffer()
        with suppress(OSError):
            self._printer.close()


class _DeviceFile:
    def __init__(self, link: DeviceFileLink) -> None:
        self._printer = _printers().File(str(link.path))
        with _opening():
            # Opening for writing would make a plain file where an unplugged printer was.
            if stat.S_ISDIR(link.path.stat().st_mode):
                raise PrinterUnavailable(f"{link.path} is a folder", reason=PrintCause.UNREACHABLE)
            self._printer.open()

    def write(self, payload: bytes, *, within: float) -> None:  # noqa: ARG002
        with _sending():
            self._printer._raw(payload)  # noqa: SLF001

    def ask(self, request: bytes, *, within: float) -> bytes:  # noqa: ARG002
        return b""

    def close(self, *, drop: bool) -> None:  # noqa: ARG002
        with suppress(OSError):
            self._printer.close()


class _Windows:
    def __init__(self, link: WindowsLink) -> None:
        printer = _printers().Win32Raw
        if not printer.is_usable():
            raise PrinterUnavailable("the Windows spooler is not here", reason=PrintCause.UNREACHABLE)
        from pywintypes import error

        self._error: type[Exception] = error
        self._printer = printer(link.printer)
        with _opening(self._error):
            self._printer.open("ticket")

    def write(self, payload: bytes, *, within: float) -> None:  # noqa: ARG002
        with _sending(self._error):
            self._printer._raw(payload)  # noqa: SLF001

    def ask(self, request: bytes, *, within: float) -> bytes:  # noqa: ARG002
        return b""

    def close(self, *, drop: bool) -> None:  # noqa: ARG002
        with suppress(self._error):
            self._printer.close()


def _milliseconds(seconds: float) -> int:
    return max(int(seconds * 1000), 1)
