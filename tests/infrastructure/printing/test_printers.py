"""The Printer contract, on every adapter that runs without hardware, and every trouble of a receipt printer on the network."""

from __future__ import annotations

import os
import pty
import select
import socket
import threading
import tty
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
import zxingcpp
from PIL import Image, ImageChops

from kiosk.application.ports import Printer, PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.links import DeviceFileLink, NetworkLink, PaperWidth, PreviewLink, PrinterLink, SerialLink
from kiosk.infrastructure.printing.paint import paint_ticket
from kiosk.infrastructure.printing.print_desk import printer_for
from kiosk.infrastructure.printing.receipt_printer import ReceiptPrinter
from tests.support.escpos_decoder import EscposDecoder
from tests.support.printer_double import PrinterDouble, PrinterMode
from tests.support.ticket_papers import PAPER, picture_of

SECONDS = 10.0
"""Far more than any healthy call takes."""
SHORT = 0.3
"""The life of calls that must run into it."""


@dataclass(frozen=True, slots=True)
class Bench:
    """One adapter: the printer, what came out of it, the same kind of printer that is not there, and what a good job ends in."""

    printer: Printer
    pictures: Callable[[], list[Image.Image]]
    absent: Printer
    good: PrintOutcome
    says: PrinterStatus


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return cast("int", taken.getsockname()[1])


@pytest.fixture(params=list(PaperWidth), ids=["576", "384"])
def width(request: pytest.FixtureRequest) -> PaperWidth:
    return PaperWidth(request.param)


@pytest.fixture(params=["network", "serial", "file", "preview"])
def bench(request: pytest.FixtureRequest, tmp_path: Path, width: PaperWidth, family: str) -> Iterator[Bench]:
    def made(link: PrinterLink) -> Printer:
        return printer_for(link, width=width, family=family)

    ready = PrinterStatus(PrinterCondition.READY, paper_low=False)
    printed = PrintOutcome(PrintState.PRINTED)
    match request.param:
        case "network":
            with PrinterDouble(dots=width) as double:
                yield Bench(
                    made(NetworkLink("127.0.0.1", double.port)),
                    lambda: [receipt.picture for receipt in double.receipts],
                    made(NetworkLink("127.0.0.1", free_port())),
                    printed,
                    ready,
                )
            assert not double.broken_commands
        case "serial":
            with serial_double(width) as (device, decoder):
                yield Bench(
                    made(SerialLink(device)),
                    lambda: [receipt.picture for receipt in decoder.receipts],
                    made(SerialLink(str(tmp_path / "no-port"))),
                    printed,
                    ready,
                )
        case "file":
            device_file = tmp_path / "lp0"
            device_file.touch()

            def read_file() -> list[Image.Image]:
                decoder = EscposDecoder(width)
                list(decoder.feed(device_file.read_bytes()))
                return [receipt.picture for receipt in decoder.receipts]

            yield Bench(
                made(DeviceFileLink(device_file)),
                read_file,
                made(DeviceFileLink(tmp_path / "unplugged")),
                PrintOutcome(PrintState.UNKNOWN, PrintCause.NO_ANSWER),
                PrinterStatus(PrinterCondition.UNKNOWN),
            )
            assert not (tmp_path / "unplugged").exists(), "a plain file stands where a printer was"
        case _:
            blocked = tmp_path / "file"
            blocked.touch()
            yield Bench(
                made(PreviewLink(tmp_path / "paper")),
                lambda: [Image.open(path) for path in sorted((tmp_path / "paper").iterdir())],
                made(PreviewLink(blocked / "paper")),
                printed,
                ready,
            )


class serial_double:  # noqa: N801  (reads as a context manager)
    """A healthy printer at the far end of a pseudo terminal."""

    def __init__(self, dots: int) -> None:
        self._near, self._far = pty.openpty()
        tty.setraw(self._far)
        self._decoder = EscposDecoder(dots)
        self._stop, self._stopped = os.pipe()
        self._thread = threading.Thread(target=self._serve, name="serial-double")

    def __enter__(self) -> tuple[str, EscposDecoder]:
        self._thread.start()
        return os.ttyname(self._far), self._decoder

    def __exit__(self, *_: object) -> None:
        os.write(self._stopped, b"x")
        self._thread.join()
        for descriptor in (self._near, self._far, self._stop, self._stopped):
            os.close(descriptor)

    def _serve(self) -> None:
        while self._stop not in (ready := select.select([self._near, self._stop], [], [])[0]):
            assert self._near in ready
            for _ in self._decoder.feed(os.read(self._near, 4096)):
                os.write(self._near, b"\x12")


def same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and ImageChops.difference(one.convert("L"), other.convert("L")).getbbox() is None


def test_the_ticket_comes_out_as_painted(bench: Bench, width: PaperWidth, family: str) -> None:
    assert bench.printer.print_ticket(PAPER, within=SECONDS) == bench.good
    (picture,) = bench.pictures()
    assert same(picture, picture_of(paint_ticket(PAPER, width=width, family=family)))
    assert [code.text for code in zxingcpp.read_barcodes(picture.convert("L"))] == [PAPER.qr_text]


def test_the_state_is_what_the_printer_can_tell(bench: Bench) -> None:
    assert bench.printer.status(within=SECONDS) == bench.says


def test_an_absent_printer_is_unreachable(bench: Bench) -> None:
    for use in (lambda: bench.absent.status(within=SECONDS), lambda: bench.absent.print_ticket(PAPER, within=SECONDS)):
        with pytest.raises(PrinterUnavailable) as gone:
            use()
        assert gone.value.reason is PrintCause.UNREACHABLE
        assert gone.value.facts() == {"reason": "unreachable"}


def test_no_time_no_paper(bench: Bench) -> None:
    with pytest.raises(PrinterUnavailable) as late:
        bench.printer.print_ticket(PAPER, within=0)
    assert late.value.reason is PrintCause.TIMED_OUT


# --- one printer, every trouble ------------------------------------------------------------------------------------------------------


def network(double: PrinterDouble, family: str, *, reply_seconds: float = SECONDS) -> ReceiptPrinter:
    return ReceiptPrinter(NetworkLink("127.0.0.1", double.port), width=PaperWidth.MM80, family=family, reply_seconds=reply_seconds)


@pytest.mark.parametrize(
    ("mode", "status"),
    [
        (PrinterMode.OK, PrinterStatus(PrinterCondition.READY, paper_low=False)),
        (PrinterMode.PAPER_LOW, PrinterStatus(PrinterCondition.READY, paper_low=True)),
        (PrinterMode.PAPER_OUT, PrinterStatus(PrinterCondition.NO_PAPER, paper_low=True)),
        (PrinterMode.COVER_OPEN, PrinterStatus(PrinterCondition.COVER_OPEN, paper_low=False)),
        (PrinterMode.OFFLINE, PrinterStatus(PrinterCondition.OFFLINE, paper_low=False)),
        (PrinterMode.ERROR, PrinterStatus(PrinterCondition.ERROR, paper_low=False)),
        (PrinterMode.MUTE, PrinterStatus(PrinterCondition.UNKNOWN)),
        (PrinterMode.GARBAGE, PrinterStatus(PrinterCondition.UNKNOWN)),
        (PrinterMode.WRONG_BITS, PrinterStatus(PrinterCondition.UNKNOWN)),
    ],
)
def test_what_the_printer_says(mode: PrinterMode, status: PrinterStatus, family: str) -> None:
    with PrinterDouble(mode) as double:
        assert network(double, family, reply_seconds=SHORT if mode is PrinterMode.MUTE else SECONDS).status(within=SECONDS) == status


@pytest.mark.parametrize(
    ("mode", "outcome"),
    [
        (PrinterMode.PAPER_LOW, PrintOutcome(PrintState.PRINTED)),
        (PrinterMode.LATE_REPLY, PrintOutcome(PrintState.PRINTED)),
        (PrinterMode.MUTE, PrintOutcome(PrintState.UNKNOWN, PrintCause.NO_ANSWER)),
        (PrinterMode.GARBAGE, PrintOutcome(PrintState.UNKNOWN, PrintCause.NO_ANSWER)),
        (PrinterMode.WRONG_BITS, PrintOutcome(PrintState.UNKNOWN, PrintCause.NO_ANSWER)),
    ],
)
def test_sent_is_printed_only_when_the_printer_says_so(mode: PrinterMode, outcome: PrintOutcome, family: str) -> None:
    with PrinterDouble(mode) as double:
        printer = network(double, family, reply_seconds=SHORT if mode is PrinterMode.MUTE else SECONDS)
        assert printer.print_ticket(PAPER, within=SECONDS) == outcome
    assert len(double.receipts) == 1
    assert not double.broken_commands


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        (PrinterMode.PAPER_OUT, PrintCause.NO_PAPER),
        (PrinterMode.COVER_OPEN, PrintCause.COVER_OPEN),
        (PrinterMode.OFFLINE, PrintCause.OFFLINE),
        (PrinterMode.ERROR, PrintCause.ERROR),
    ],
)
def test_a_printer_in_trouble_is_sent_nothing(mode: PrinterMode, reason: PrintCause, family: str) -> None:
    with PrinterDouble(mode) as double, pytest.raises(PrinterUnavailable) as trouble:
        network(double, family).print_ticket(PAPER, within=SECONDS)
    assert trouble.value.reason is reason
    assert double.bytes_taken == 9  # three questions of three bytes


def test_paper_that_ends_during_the_ticket_is_a_failure(family: str) -> None:
    with PrinterDouble(PrinterMode.RUNS_OUT) as double, pytest.raises(PrinterUnavailable) as trouble:
        network(double, family).print_ticket(PAPER, within=SECONDS)
    assert trouble.value.reason is PrintCause.NO_PAPER


def test_a_connection_that_breaks_is_never_a_print(family: str) -> None:
    """Whether the break is noticed while sending (failed) or while asking afterwards (unknown) is the system's matter."""
    with PrinterDouble(PrinterMode.CLOSES) as double:
        try:
            outcome = network(double, family).print_ticket(PAPER, within=SECONDS)
        except PrinterUnavailable as broken:
            outcome = PrintOutcome(PrintState.FAILED, broken.reason)
    assert outcome.state in {PrintState.FAILED, PrintState.UNKNOWN}
    assert outcome.cause in {PrintCause.CONNECTION_LOST, PrintCause.NO_ANSWER}
    assert not double.receipts


def test_a_printer_that_takes_no_more_costs_its_time_only_and_prints_nothing_later(family: str) -> None:
    with PrinterDouble(PrinterMode.STALL) as double:
        printer = network(double, family, reply_seconds=SHORT)
        with pytest.raises(PrinterUnavailable) as stalled:
            printer.print_ticket(PAPER, within=SHORT + 1)
        assert stalled.value.reason is PrintCause.TIMED_OUT
        taken = double.bytes_taken
        double.mode = PrinterMode.OK
        assert printer.print_ticket(PAPER, within=SECONDS) == PrintOutcome(PrintState.PRINTED)
        assert taken < 10_000
    assert not double.broken_commands
    (receipt,) = double.receipts  # what was left of the stalled ticket was dropped, and the new one is whole
    picture = receipt.picture
    expected = picture_of(paint_ticket(PAPER, width=PaperWidth.MM80, family=family))
    assert same(picture.crop((0, picture.height - expected.height, 576, picture.height)), expected)
