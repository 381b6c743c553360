"""How a hall's printer is reached and how wide its paper is: the values that hall settings become. Standard library only.

Elsewhere: reading them from hall.toml (infrastructure.settings), reaching the printer (transports.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

LOWEST_BAUD = 38_400
"""A ticket of 80 kB takes 21 s at this speed. A slower line cannot print one within the 30 s a job lives; settings refuse it."""


class PaperWidth(IntEnum):
    """Printable dots across at 203 dpi."""

    MM80 = 576
    MM58 = 384


@dataclass(frozen=True, slots=True)
class NetworkLink:
    host: str
    port: int = 9100


@dataclass(frozen=True, slots=True)
class UsbLink:
    """`vendor` and `product` are USB ids; the endpoints are the printer's own (most have 0x82 in, 0x01 out)."""

    vendor: int
    product: int
    in_endpoint: int = 0x82
    out_endpoint: int = 0x01


@dataclass(frozen=True, slots=True)
class SerialLink:
    device: str
    baud: int = 115_200

    def __post_init__(self) -> None:
        if self.baud < LOWEST_BAUD:
            raise ValueError(f"serial printer: {self.baud} baud is too slow for a ticket in 30 s, set {LOWEST_BAUD} or more")


@dataclass(frozen=True, slots=True)
class DeviceFileLink:
    """A character device such as /dev/usb/lp0. It cannot be read: what it printed stays unknown."""

    path: Path


@dataclass(frozen=True, slots=True)
class WindowsLink:
    """A printer of the Windows spooler, by its name there. It cannot be read: what it printed stays unknown."""

    printer: str


@dataclass(frozen=True, slots=True)
class PreviewLink:
    """No paper: each ticket becomes a PNG in `folder`."""

    folder: Path


@dataclass(frozen=True, slots=True)
class IppQueue:
    """An A4 printer behind IPP: a queue of CUPS (`/printers/<name>`), or a printer that takes PDF itself. It is asked what it printed."""

    host: str
    port: int
    path: str


@dataclass(frozen=True, slots=True)
class WindowsSheets:
    """An A4 printer of Windows, by its name there. It takes the sheet; whether it printed stays unknown."""

    printer: str


@dataclass(frozen=True, slots=True)
class SheetFolder:
    """No paper: each sheet becomes the file takeaway.pdf in `folder`."""

    folder: Path


SheetLink = IppQueue | WindowsSheets | SheetFolder
DeviceLink = NetworkLink | UsbLink | SerialLink | DeviceFileLink | WindowsLink
PrinterLink = DeviceLink | PreviewLink
