"""The small sign for staff, and the page with the pictures."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.ports import PrinterCondition, PrinterStatus
from kiosk.application.unavailable import PrintCause
from kiosk.infrastructure.paths import resources_dir
from kiosk.interface.citizen.change_roll import STEPS, ChangeRollViewModel, derive_change_roll_view
from kiosk.interface.citizen.paper_sign import PaperSign, sign_words
from kiosk.interface.shared.navigator import HOME, Navigator

READY = PrinterStatus(PrinterCondition.READY, paper_low=False)
LOW = PrinterStatus(PrinterCondition.READY, paper_low=True)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (None, ""),
        (READY, ""),
        (PrinterStatus(PrinterCondition.READY), ""),
        (LOW, "纸快用完"),
        (PrinterStatus(PrinterCondition.NO_PAPER, paper_low=True), "没纸了"),
        (PrinterStatus(PrinterCondition.COVER_OPEN), "盖子开着"),
        (PrinterStatus(PrinterCondition.OFFLINE), "打印机停"),
        (PrinterStatus(PrinterCondition.ERROR), "打印机停"),
        (PrinterStatus(PrinterCondition.UNKNOWN), ""),
    ],
)
def test_staff_read_at_most_four_signs_and_nothing_where_nothing_is_to_do(status: PrinterStatus | None, words: str) -> None:
    assert sign_words(status) == words
    assert len(words) <= 4


def test_it_hears_from_the_watchs_thread(qtbot: QtBot) -> None:
    sign = PaperSign()
    with qtbot.waitSignal(sign.changed):
        threading.Thread(target=sign.hear, args=(LOW,)).start()
    assert sign.words == "纸快用完"
    with qtbot.assertNotEmitted(sign.changed):
        sign.hear(LOW)


def test_a_job_that_met_an_empty_printer_is_known_at_once(qapp: object) -> None:
    sign = PaperSign()
    assert sign.ready
    sign.paper_failed(PrintCause.TIMED_OUT)
    sign.paper_failed(None)
    assert sign.ready
    sign.paper_failed(PrintCause.NO_PAPER)
    assert (sign.words, sign.ready) == ("没纸了", False)
    sign.hear(READY)
    assert (sign.words, sign.ready) == ("", True)


@pytest.mark.parametrize(
    ("words", "known", "ready", "state", "tone"),
    [
        ("没纸了", True, False, "打印机：没纸了", "alarm"),
        ("", True, True, "打印机好了，可以接着用", "good"),
        ("", False, True, "还不知道打印机好没好，取一个号看看", "plain"),
    ],
)
def test_the_page_says_how_the_printer_is(words: str, known: bool, ready: bool, state: str, tone: str) -> None:
    view = derive_change_roll_view(words, known=known, ready=ready)
    assert (view.state, view.tone) == (state, tone)


def test_the_page_follows_the_printer_and_leaves_for_home(qapp: object) -> None:
    sign, navigator = PaperSign(), Navigator()
    page = ChangeRollViewModel(sign=sign, navigator=navigator)
    page.enter("", False)
    sign.hear(LOW)
    assert page.tone == "alarm"
    sign.hear(READY)
    assert page.tone == "good"
    navigator.go("change-roll")
    page.leave()
    assert navigator.here == HOME
    with pytest.raises(KeyError):
        page.enter("A4", False)


def test_every_step_has_its_picture() -> None:
    for step in STEPS:
        picture = (resources_dir() / "pictures" / f"{step.picture}.svg").read_text(encoding="utf-8")
        assert "<svg" in picture
