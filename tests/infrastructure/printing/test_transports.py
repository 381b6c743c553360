"""The edges of the transports: their libraries' errors in our words, their side effects undone, what cannot be tried here with doubles."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.infrastructure.printing.links import DeviceFileLink, NetworkLink, SerialLink, UsbLink, WindowsLink
from kiosk.infrastructure.printing.transports import open_transport

SECONDS = 5.0


def reason_of(link: DeviceFileLink | NetworkLink | SerialLink | UsbLink | WindowsLink) -> PrintCause:
    with pytest.raises(PrinterUnavailable) as gone:
        open_transport(link, within=SECONDS)
    assert gone.value.cause
    return gone.value.reason


def test_what_is_not_there_is_unreachable(tmp_path: Path) -> None:
    assert reason_of(DeviceFileLink(tmp_path)) is PrintCause.UNREACHABLE
    assert reason_of(DeviceFileLink(tmp_path / "none")) is PrintCause.UNREACHABLE
    assert reason_of(SerialLink(str(tmp_path / "none"))) is PrintCause.UNREACHABLE
    assert reason_of(NetworkLink("no-such-host.invalid")) is PrintCause.UNREACHABLE


@pytest.mark.skipif(sys.platform == "win32", reason="there the spooler exists")
def test_the_windows_spooler_is_unreachable_elsewhere() -> None:
    assert reason_of(WindowsLink("收据")) is PrintCause.UNREACHABLE


def test_a_slow_serial_line_is_refused() -> None:
    with pytest.raises(ValueError, match="9600 baud"):
        SerialLink("/dev/ttyS0", 9600)


class UsbDevice:
    """As much of a pyusb device as python-escpos and the transport touch. `replies`: what each read gives; None runs into the timeout."""

    def __init__(self, core: ModuleType, replies: list[bytes | None], *, takes: bool = True) -> None:
        self.backend = self
        self._core = core
        self._replies = replies
        self._takes = takes
        self.written = b""
        self.timeouts: list[int] = []

    def set_configuration(self) -> None: ...
    def reset(self) -> None: ...

    def write(self, endpoint: int, payload: bytes, timeout: int) -> None:
        assert endpoint == 0x01
        self.timeouts.append(timeout)
        if not self._takes:
            raise self._core.USBTimeoutError("write", 110)
        self.written += payload

    def read(self, endpoint: int, size: int, timeout: int) -> bytes:
        assert (endpoint, size) == (0x82, 16)
        self.timeouts.append(timeout)
        reply = self._replies.pop(0)
        if reply is None:
            raise self._core.USBTimeoutError("read", 110)
        return reply


@pytest.fixture
def usb(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    core = pytest.importorskip("usb.core")
    monkeypatch.setattr("usb.util.dispose_resources", lambda device: None)
    assert isinstance(core, ModuleType)
    return core


def test_usb_asks_after_dropping_what_came_late(usb: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    device = UsbDevice(usb, [b"\x1a", None, b"\x12", None, None])
    monkeypatch.setattr(usb, "find", lambda **ids: device if ids == {"idVendor": 0x04B8, "idProduct": 0x0202} else None)
    transport = open_transport(UsbLink(0x04B8, 0x0202), within=SECONDS)
    assert transport.ask(b"\x10\x04\x01", within=2.0) == b"\x12"
    assert transport.ask(b"\x10\x04\x02", within=2.0) == b""
    transport.write(b"dots", within=3.0)
    transport.close(drop=False)
    assert device.written == b"\x10\x04\x01\x10\x04\x02dots"
    assert all(0 < timeout <= 3000 for timeout in device.timeouts)  # 0 would wait for ever


def test_usb_that_takes_nothing_times_out(usb: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usb, "find", lambda **_: UsbDevice(usb, [], takes=False))
    transport = open_transport(UsbLink(1, 2), within=SECONDS)
    with pytest.raises(PrinterUnavailable) as stalled:
        transport.write(b"dots", within=1.0)
    transport.close(drop=True)
    assert stalled.value.reason is PrintCause.TIMED_OUT


def test_no_usb_printer_and_no_usb_at_all_are_unreachable(usb: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usb, "find", lambda **_: None)
    assert reason_of(UsbLink(1, 2)) is PrintCause.UNREACHABLE

    def no_backend(**_: object) -> None:
        raise usb.NoBackendError("No backend available")

    monkeypatch.setattr(usb, "find", no_backend)
    assert reason_of(UsbLink(1, 2)) is PrintCause.UNREACHABLE


def test_loading_the_library_leaves_nothing_behind(tmp_path: Path) -> None:
    """Its import makes a temporary folder and configures the root log; links and desk load none of it."""
    (tmp_path / "lp0").touch()
    program = textwrap.dedent(
        f"""
        import logging, sys, tempfile
        from pathlib import Path
        tempfile.tempdir = {str(tmp_path / "temporary")!r}
        Path(tempfile.tempdir).mkdir()
        from kiosk.infrastructure.printing import links, print_desk, spooler
        heavy = {{"escpos", "qrcode", "serial", "usb", "PIL", "yaml", "PySide6"}} & set(sys.modules)
        assert not heavy, heavy
        from kiosk.infrastructure.printing.transports import open_transport
        assert "escpos" not in sys.modules
        open_transport(links.DeviceFileLink(Path({str(tmp_path / "lp0")!r})), within=1.0).close(drop=False)
        assert "escpos" in sys.modules
        assert [type(handler) for handler in logging.root.handlers] == [logging.NullHandler]
        assert not list(Path(tempfile.tempdir).iterdir())
        """
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
