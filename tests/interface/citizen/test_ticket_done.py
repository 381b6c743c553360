"""The number in hand, how its paper stands, and the code that holds the text."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.application.ports import PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.unavailable import DatabaseUnavailable, PrintCause
from kiosk.domain.queueing import PrintJobId, PrintState, TicketClass
from kiosk.domain.refusals import AlreadyReprinted
from kiosk.interface.citizen.print_watch import Standing
from kiosk.interface.citizen.ticket_done import TicketDoneViewModel, paper_line
from kiosk.interface.shared.navigator import HOME
from kiosk.interface.shared.qr_picture import QUIET, qr_picture
from tests.support.ticket_screen import TicketScreen

PLAIN_ITEM = "WHL-SW-003"
SENSITIVE = "WHL-MZ-003"


@pytest.fixture
def screen(qapp: object, tmp_path: Path) -> TicketScreen:
    return TicketScreen(tmp_path)


def done_page(screen: TicketScreen, item: str | None = None) -> TicketDoneViewModel:
    page = screen.ticket_done()
    screen.taking.take(line="A", item=item, ticket_class=TicketClass.NORMAL)
    page.enter("", False)
    return page


@pytest.mark.parametrize(
    ("state", "cause", "title", "tone", "remember"),
    [
        (PrintState.NONE, None, "没有打印机，请记住号码", "plain", True),
        (PrintState.QUEUED, None, "正在打印", "plain", False),
        (PrintState.PRINTING, None, "正在打印", "plain", False),
        (PrintState.PRINTED, None, "印好了，在屏幕下面取", "good", False),
        (PrintState.UNKNOWN, PrintCause.NO_ANSWER, "不知道印没印出来", "plain", False),
        (PrintState.FAILED, PrintCause.NO_PAPER, "打印机没纸了，请记住号码", "alarm", True),
        (PrintState.FAILED, PrintCause.COVER_OPEN, "打印机盖子开着，请记住号码", "alarm", True),
        (PrintState.FAILED, PrintCause.ERROR, "打印机坏了，请记住号码", "alarm", True),
        (PrintState.FAILED, PrintCause.UNREACHABLE, "打印机坏了，请记住号码", "alarm", True),
        (PrintState.FAILED, PrintCause.TIMED_OUT, "号票没印出来，请记住号码", "alarm", True),
        (PrintState.FAILED, None, "号票没印出来，请记住号码", "alarm", True),
    ],
)
def test_every_state_of_the_paper(state: PrintState, cause: PrintCause | None, title: str, tone: str, remember: bool) -> None:
    line = paper_line(Standing(state, cause), "A012")
    assert (line.title, line.tone, line.remember) == (title, tone, remember)
    assert line.note


def test_only_a_confirmed_paper_is_called_printed() -> None:
    said = [(state, paper_line(Standing(state, cause), "A012").title) for state in PrintState for cause in [None, *PrintCause]]
    assert {state for state, title in said if "印好了" in title} == {PrintState.PRINTED}


def test_the_number_its_line_item_people_and_range(screen: TicketScreen) -> None:
    page = done_page(screen, PLAIN_ITEM)
    assert (page.number, page.lineName, page.itemName) == ("A012", "一口受理", "继承、夫妻过户要不要交契税")
    assert (page.aheadText, page.waitText, page.placeText) == ("6", "15–25", "听叫号，看大屏")


def test_a_sensitive_item_is_not_named_across_the_hall(screen: TicketScreen) -> None:
    page = done_page(screen, SENSITIVE)
    assert page.itemName == ""
    assert screen.edition.rows[SENSITIVE].plain_name not in repr(page._view)  # type: ignore[index]


def test_the_paper_comes_in_while_the_number_stands(screen: TicketScreen) -> None:
    screen.desk.print_job = PrintJobId(7)
    page = done_page(screen, PLAIN_ITEM)
    assert (page.heading, page.paperTitle) == ("您的号", "正在打印")
    assert screen.prints.papers[0].number == "A012"
    screen.prints.futures[0].set_result(PrintOutcome(PrintState.FAILED, PrintCause.NO_PAPER))
    assert (page.heading, page.paperTitle) == ("请记住号码", "打印机没纸了，请记住号码")
    assert page.number == "A012"


def test_coming_back_to_the_number_prints_nothing_more(screen: TicketScreen) -> None:
    screen.desk.print_job = PrintJobId(7)
    page = done_page(screen)
    page.enter("", True)
    page.enter("", False)
    assert len(screen.prints.papers) == 1


def test_the_code_on_screen_reads_back_as_the_text(screen: TicketScreen) -> None:
    page = done_page(screen)
    picture = Image.open(io.BytesIO(base64.b64decode(page.qrSource.partition(",")[2])))
    assert picture.size == (page.qrModules, page.qrModules)
    shown = picture.resize((page.qrModules * 3, page.qrModules * 3), Image.Resampling.NEAREST)
    assert zxingcpp.read_barcodes(shown)[0].text == "文化路街道便民服务大厅，号码 A012，2026 年 11 月 23 日 10:00 取号"


def test_a_code_keeps_its_quiet_border_and_three_dots_a_module_for_the_longest_text() -> None:
    picture = qr_picture("文" * 60)
    image = Image.open(io.BytesIO(base64.b64decode(picture.source.partition(",")[2]))).convert("L")
    for y in range(QUIET):
        assert image.crop((0, y, picture.modules, y + 1)).getextrema() == (255, 255)
    assert picture.modules * 3 <= 270, "fits the smallest place it has at 1080 lines"


def test_without_a_number_there_is_no_page(screen: TicketScreen) -> None:
    with pytest.raises(KeyError):
        screen.ticket_done().enter("", False)


def test_the_end_of_the_session_leaves_nothing_of_it(screen: TicketScreen) -> None:
    page = done_page(screen, PLAIN_ITEM)
    page.forget()
    assert (page.number, page.itemName, page.qrSource, page.aheadText) == ("", "", "", "")
    with pytest.raises(KeyError):
        page.enter("", True)


def test_a_code_drawn_too_late_is_not_shown_to_the_next_person(screen: TicketScreen) -> None:
    screen.jobs.hold = True
    page = screen.ticket_done()
    screen.taking.take(line="A", item=None, ticket_class=TicketClass.NORMAL)
    screen.jobs.settle()
    page.enter("", False)
    page.forget()
    screen.jobs.settle()
    assert page.qrSource == ""


def test_dismissed(screen: TicketScreen) -> None:
    done_page(screen).dismiss()
    assert screen.navigator.here == HOME


def failed_page(screen: TicketScreen, cause: PrintCause) -> TicketDoneViewModel:
    screen.desk.print_job = PrintJobId(5)
    page = done_page(screen)
    screen.prints.futures[0].set_result(PrintOutcome(PrintState.FAILED, cause))
    return page


def test_a_paper_that_came_to_nothing_is_printed_again_once_the_printer_is_ready(screen: TicketScreen) -> None:
    page = failed_page(screen, PrintCause.NO_PAPER)
    assert (page.paperFailed, page.canPrintAgain) == (True, False)
    page.printAgain()
    assert screen.copies.asked == []
    screen.sign.hear(PrinterStatus(PrinterCondition.READY, paper_low=False))
    assert page.canPrintAgain
    page.printAgain()
    (held,) = screen.copies.asked
    assert (str(held.number), held.issued) == ("A012", screen.clock.now().time())
    assert screen.prints.papers[1].reprint
    assert (page.paperTitle, page.paperFailed) == ("正在打印", False)


def test_a_timeout_may_be_tried_again_at_once_but_not_twice_at_a_time(screen: TicketScreen) -> None:
    page = failed_page(screen, PrintCause.TIMED_OUT)
    assert page.canPrintAgain
    screen.jobs.hold = True
    page.printAgain()
    assert not page.canPrintAgain
    page.printAgain()
    screen.jobs.settle()
    assert len(screen.copies.asked) == 1


def test_a_copy_that_is_refused_is_not_offered_again(screen: TicketScreen) -> None:
    page = failed_page(screen, PrintCause.TIMED_OUT)
    screen.copies.answer = AlreadyReprinted(number="A012")
    page.printAgain()
    assert (page.paperFailed, page.canPrintAgain) == (False, False)


def test_a_database_that_is_away_leaves_the_button(screen: TicketScreen) -> None:
    page = failed_page(screen, PrintCause.TIMED_OUT)
    screen.copies.answer = DatabaseUnavailable("test", reason="locked")
    page.printAgain()
    assert page.canPrintAgain


def test_the_time_stands_beside_the_number_and_leads_to_whose_turn_it_is(screen: TicketScreen) -> None:
    page = done_page(screen)
    assert page.issuedText == "10:00 取号"
    page.seeTurn()
    assert str(screen.navigator.here) == "my-turn/A012"
