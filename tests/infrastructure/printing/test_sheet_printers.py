"""A4 printers: what is believed of a queue, and that no sheet waits in it for the next person."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import PrintCause, PrinterUnavailable
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.printing.ipp import IppClient
from kiosk.infrastructure.printing.links import IppQueue, SheetFolder
from kiosk.infrastructure.printing.sheet_printers import FolderPrinter, QueuePrinter, WindowsSheetPrinter, sheet_printer_for, trouble_in
from tests.support import cups_server as cups
from tests.support.takeaways import ABOLISHED, HARD_ITEM, takeaway

SECONDS = 30.0
PRINTED = PrintOutcome(PrintState.PRINTED)


def still_wanted() -> bool:
    return True


@pytest.mark.parametrize(
    ("reasons", "cause"),
    [
        ((), None),
        (("media-low-warning", "toner-low-report"), None),
        (("media-empty-error",), PrintCause.NO_PAPER),
        (("toner-low-warning", "media-needed"), PrintCause.NO_PAPER),
        (("media-empty",), PrintCause.NO_PAPER),
        (("cover-open-error",), PrintCause.COVER_OPEN),
        (("door-open-report",), PrintCause.COVER_OPEN),
        (("offline-report",), PrintCause.OFFLINE),
        (("paused",), PrintCause.OFFLINE),
        (("not-accepting-jobs",), PrintCause.OFFLINE),
        (("media-jam-error",), PrintCause.ERROR),
        (("fuser-over-temp-error",), PrintCause.ERROR),
    ],
)
def test_what_keeps_paper_from_coming_out(reasons: tuple[str, ...], cause: PrintCause | None) -> None:
    assert trouble_in(reasons) is cause


def test_a_folder_holds_the_last_sheet_alone(tmp_path: Path, family: str) -> None:
    printer = sheet_printer_for(SheetFolder(tmp_path / "out"), family=family)
    for code in (HARD_ITEM, ABOLISHED):
        assert printer.print_takeaway(takeaway(code), within=SECONDS, wanted=still_wanted) == PRINTED
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["takeaway.pdf"]
    assert "不用开" in pypdf.PdfReader(tmp_path / "out/takeaway.pdf").pages[0].extract_text()


def test_a_sheet_nobody_waits_for_is_not_begun(tmp_path: Path, family: str) -> None:
    with pytest.raises(PrinterUnavailable) as refused:
        FolderPrinter(tmp_path / "out", family=family).print_takeaway(takeaway(ABOLISHED), within=SECONDS, wanted=lambda: False)
    assert refused.value.reason is PrintCause.NOT_WANTED
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_a_broken_printer(tmp_path: Path, family: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PrinterUnavailable) as refused:
        FolderPrinter(tmp_path / "file", family=family).print_takeaway(takeaway(ABOLISHED), within=SECONDS, wanted=still_wanted)
    assert refused.value.reason is PrintCause.ERROR


def test_a_server_that_is_away(family: str) -> None:
    printer = QueuePrinter(IppQueue("127.0.0.1", 1, "/printers/none"), family=family)
    with pytest.raises(PrinterUnavailable) as refused:
        printer.print_takeaway(takeaway(ABOLISHED), within=SECONDS, wanted=still_wanted)
    assert refused.value.reason is PrintCause.UNREACHABLE


def test_a_windows_printer_that_this_machine_does_not_have(family: str) -> None:
    with pytest.raises(PrinterUnavailable) as refused:
        WindowsSheetPrinter("没有这台", family=family).print_takeaway(takeaway(ABOLISHED), within=SECONDS, wanted=still_wanted)
    assert refused.value.reason is PrintCause.UNREACHABLE


# -- a real queue of CUPS --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server() -> Iterator[cups.CupsServer]:
    why = cups.why_not()
    if why is not None:
        pytest.skip(f"NOT RUN: {why}")
    with cups.cups_server() as running:
        yield running


@pytest.mark.slow
class TestRealQueue:
    def test_a_sheet_comes_out_and_is_called_printed(self, server: cups.CupsServer, family: str) -> None:
        before = set(cups.MADE.iterdir())
        assert QueuePrinter(server.queue, family=family).print_takeaway(takeaway(HARD_ITEM), within=SECONDS, wanted=still_wanted) == PRINTED
        made = set(cups.MADE.iterdir()) - before
        try:
            assert len(made) == 1
            (sheet,) = made
            reader = pypdf.PdfReader(sheet)
            assert len(reader.pages) == 1
            box = reader.pages[0].mediabox
            assert (round(box.width), round(box.height)) == (595, 842)
        finally:
            for sheet in made:
                sheet.unlink()
        assert server.waiting() == []

    def test_the_queue_names_no_document(self, server: cups.CupsServer, family: str) -> None:
        QueuePrinter(server.queue, family=family).print_takeaway(takeaway(HARD_ITEM), within=SECONDS, wanted=still_wanted)
        page_log = (server.root / "page_log").read_text()
        assert "kiosk" in page_log
        assert takeaway(HARD_ITEM).title not in page_log
        for sheet in cups.MADE.glob("kiosk*"):
            sheet.unlink()

    def test_a_stopped_queue_takes_nothing(self, server: cups.CupsServer, family: str) -> None:
        server.stop_queue()
        try:
            with pytest.raises(PrinterUnavailable) as refused:
                QueuePrinter(server.queue, family=family).print_takeaway(takeaway(ABOLISHED), within=SECONDS, wanted=still_wanted)
            assert refused.value.reason is PrintCause.OFFLINE
            assert server.waiting() == []
        finally:
            server.start_queue()

    def test_a_sheet_that_waits_is_taken_back(self, server: cups.CupsServer) -> None:
        client = IppClient(server.queue)
        server.stop_queue()
        try:
            end = time.monotonic() + SECONDS
            job = client.print_pdf(b"%PDF-1.4\n", name="kiosk", end=end)
            assert len(server.waiting()) == 1
            client.cancel(job, end)
            assert server.waiting() == []
            assert not list((server.root / "spool").glob("d*")), "its file is gone as well"
        finally:
            server.start_queue()

    def test_a_queue_that_stops_meanwhile_is_said_and_the_sheet_taken_back(
        self, server: cups.CupsServer, family: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        handed_over = threading.Event()
        plainly = IppClient.print_pdf

        def stopped_first(self: IppClient, pdf: bytes, *, name: str, end: float) -> int:
            server.stop_queue()
            try:
                return plainly(self, pdf, name=name, end=end)
            finally:
                handed_over.set()

        monkeypatch.setattr(IppClient, "print_pdf", stopped_first)
        try:
            with pytest.raises(PrinterUnavailable) as refused:
                QueuePrinter(server.queue, family=family).print_takeaway(takeaway(ABOLISHED), within=SECONDS, wanted=still_wanted)
            assert handed_over.is_set()
            assert refused.value.reason is PrintCause.OFFLINE
            assert server.waiting() == []
        finally:
            server.start_queue()

    def test_an_unknown_queue(self, server: cups.CupsServer, family: str) -> None:
        printer = QueuePrinter(IppQueue("127.0.0.1", server.port, "/printers/Nobody"), family=family)
        with pytest.raises(PrinterUnavailable) as refused:
            printer.print_takeaway(takeaway(ABOLISHED), within=SECONDS, wanted=still_wanted)
        assert refused.value.reason is PrintCause.UNREACHABLE
