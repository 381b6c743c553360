"""A job's outcome comes from the print thread to the screen's, for the job that the screen looks at alone."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintJobId, PrintState, TicketClass
from kiosk.interface.citizen.print_watch import NO_PAPER_WANTED, PrintWatch, Standing
from tests.support.ticket_papers import paper
from tests.support.ticket_screen import PrintDeskDouble, TicketScreen


def submit(screen: TicketScreen, watch: PrintWatch, job: int | None) -> None:
    screen.desk.print_job = PrintJobId(job) if job is not None else None
    ticket = screen.desk(line="A", item=None, ticket_class=TicketClass.NORMAL, choices=None, request_id="")
    watch.submit(ticket, paper())


@pytest.fixture
def screen(qapp: object, tmp_path: Path) -> TicketScreen:
    return TicketScreen(tmp_path)


def test_no_printer_and_no_job_want_no_paper(screen: TicketScreen) -> None:
    desk = PrintDeskDouble()
    watch = PrintWatch(desk)
    submit(screen, watch, None)
    assert (watch.standing, desk.papers) == (NO_PAPER_WANTED, [])
    without = PrintWatch(None)
    submit(screen, without, 7)
    assert without.standing == NO_PAPER_WANTED


def test_the_outcome_arrives_on_the_screens_thread(screen: TicketScreen, qtbot: QtBot) -> None:
    desk = PrintDeskDouble()
    watch = PrintWatch(desk)
    threads: list[int] = []
    submit(screen, watch, 7)
    assert watch.standing == Standing(PrintState.QUEUED)
    watch.changed.connect(lambda: threads.append(threading.get_ident()))
    printer = threading.Thread(target=desk.futures[0].set_result, args=(PrintOutcome(PrintState.PRINTED),))
    with qtbot.waitSignal(watch.changed):
        printer.start()
    printer.join()
    assert watch.standing == Standing(PrintState.PRINTED)
    assert threads == [threading.get_ident()]


def test_the_outcome_of_another_sessions_job_is_not_shown(screen: TicketScreen) -> None:
    desk = PrintDeskDouble()
    watch = PrintWatch(desk)
    submit(screen, watch, 7)
    watch.forget()
    submit(screen, watch, 8)
    desk.futures[0].set_result(PrintOutcome(PrintState.PRINTED))
    assert watch.standing == Standing(PrintState.QUEUED)


def test_a_desk_that_breaks_or_closes_is_a_failed_paper(screen: TicketScreen, caplog: pytest.LogCaptureFixture) -> None:
    desk = PrintDeskDouble()
    watch = PrintWatch(desk)
    submit(screen, watch, 7)
    with caplog.at_level(logging.ERROR):
        desk.futures[0].set_exception(OSError("gone"))
    assert watch.standing == Standing(PrintState.FAILED, PrintCause.PROGRAM_FAULT)
    assert "gone" in caplog.text
    submit(screen, watch, 8)
    desk.futures[1].cancel()
    assert watch.standing == Standing(PrintState.FAILED, PrintCause.RESTART)
