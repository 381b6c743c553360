"""Codes and paper of what is taken away: told as they are, and gone with the session."""

from __future__ import annotations

import base64
import io
from concurrent.futures import Future
from dataclasses import replace

import pytest
from PIL import Image

from kiosk.application.ports import PrintOutcome
from kiosk.application.takeaway import Takeaway
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintState
from kiosk.interface.citizen.print_watch import Standing
from kiosk.interface.citizen.take_away import TakeAway, TakeAwayOffer, print_label, print_line
from kiosk.interface.shared.idle import READING
from kiosk.interface.shared.navigator import Navigator, Place
from tests.support.phone import read_by_phone
from tests.support.takeaways import ABOLISHED, HARD_ITEM, takeaway
from tests.support.ticket_screen import HeldJobs

PRINTED = PrintOutcome(PrintState.PRINTED)


class Desk:
    """Keeps the futures for the test to resolve."""

    def __init__(self, *, sheet: bool = False) -> None:
        self._sheet = sheet
        self.documents: list[Takeaway] = []
        self.futures: list[Future[PrintOutcome]] = []
        self.forgotten = 0

    @property
    def sheet(self) -> bool:
        return self._sheet

    def submit(self, document: Takeaway) -> Future[PrintOutcome]:
        self.documents.append(document)
        self.futures.append(Future())
        return self.futures[-1]

    def forget(self) -> None:
        self.forgotten += 1
        for future in self.futures:
            future.cancel()


class Screen:
    """The page as the role wires it: walking there enters it."""

    def __init__(self, desk: Desk | None) -> None:
        self.desk = desk
        self.jobs = HeldJobs()
        self.navigator = Navigator()
        self.page = TakeAway(desk=desk, document_of=self._document_of, jobs=self.jobs, navigator=self.navigator)
        self.navigator.listen(self._moved)

    @staticmethod
    def _document_of(code: str) -> Takeaway:
        return {str(each): takeaway(each) for each in (HARD_ITEM, ABOLISHED)}[code]

    def _moved(self, place: Place, returning: bool) -> None:
        if place.page == "take-away":
            self.page.enter(place.argument, returning)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def screen(qapp: object, desk: Desk) -> Screen:
    return Screen(desk)


def shown(page: TakeAway) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(page.qrSource.partition(",")[2]))).convert("L")


@pytest.mark.parametrize(
    ("state", "cause", "title", "tone", "label"),
    [
        (PrintState.NONE, None, "", "plain", "打印"),
        (PrintState.QUEUED, None, "正在打印", "plain", ""),
        (PrintState.PRINTING, None, "正在打印", "plain", ""),
        (PrintState.PRINTED, None, "印好了，在屏幕下面取", "good", "再印一张"),
        (PrintState.UNKNOWN, PrintCause.NO_ANSWER, "不知道印没印出来", "plain", "再印一张"),
        (PrintState.FAILED, PrintCause.NO_PAPER, "打印机没纸了", "alarm", "再试一次"),
        (PrintState.FAILED, PrintCause.COVER_OPEN, "打印机盖子开着", "alarm", "再试一次"),
        (PrintState.FAILED, PrintCause.UNREACHABLE, "打印机坏了", "alarm", "再试一次"),
        (PrintState.FAILED, PrintCause.TIMED_OUT, "没印出来", "alarm", "再试一次"),
        (PrintState.FAILED, None, "没印出来", "alarm", "再试一次"),
    ],
)
def test_every_state_of_the_paper(state: PrintState, cause: PrintCause | None, title: str, tone: str, label: str) -> None:
    line = print_line(Standing(state, cause), sheet=False)
    assert (line.title, line.tone) == (title, tone)
    assert bool(line.note) == bool(title)
    assert print_label(Standing(state, cause), can_print=True) == label
    assert print_label(Standing(state, cause), can_print=False) == ""


def test_only_a_confirmed_paper_is_called_printed() -> None:
    said = [
        (state, print_line(Standing(state, cause), sheet=sheet).title)
        for state in PrintState
        for cause in [None, *PrintCause]
        for sheet in (False, True)
    ]
    assert {state for state, title in said if "印好了" in title} == {PrintState.PRINTED}


def test_a_sheet_is_fetched_at_its_printer() -> None:
    assert print_line(Standing(PrintState.PRINTED), sheet=True).title == "印好了，在旁边的打印机取"


def test_codes_alone_print_nothing(screen: Screen, desk: Desk) -> None:
    screen.page.show_qr(takeaway(HARD_ITEM))
    assert screen.navigator.here == Place("take-away", HARD_ITEM)
    assert desk.documents == []
    assert (screen.page.title, screen.page.code, screen.page.codes) == ("申请低保", 1, len(takeaway(HARD_ITEM).qr_texts))
    assert (screen.page.paperTitle, screen.page.printLabel) == ("", "打印")


@pytest.mark.parametrize("module", [4, 8])
@pytest.mark.parametrize("tilt", [0, 8])
def test_every_code_is_read_off_the_screen(screen: Screen, module: int, tilt: int) -> None:
    """Blown up as on the page, then tilted, blurred and noisy, as a phone sees it."""
    document = takeaway(HARD_ITEM)
    screen.page.show_qr(document)
    read = []
    for _ in document.qr_texts:
        picture = shown(screen.page)
        assert picture.width == screen.page.qrModules
        seen = picture.resize((picture.width * module,) * 2, Image.Resampling.NEAREST)
        read += read_by_phone(seen, tilt=tilt)
        screen.page.nextCode()
    assert read == list(document.qr_texts)


def test_turning_stops_at_both_ends(screen: Screen) -> None:
    screen.page.show_qr(takeaway(HARD_ITEM))
    screen.page.previousCode()
    assert screen.page.code == 1
    for _ in range(9):
        screen.page.nextCode()
    assert screen.page.code == screen.page.codes
    assert screen.page.codeText == takeaway(HARD_ITEM).qr_texts[-1]


def test_paper_comes_while_the_codes_stand(screen: Screen, desk: Desk) -> None:
    screen.page.print(takeaway(HARD_ITEM))
    assert desk.documents == [takeaway(HARD_ITEM)]
    assert (screen.page.paperTitle, screen.page.printLabel) == ("正在打印", "")
    desk.futures[0].set_result(PRINTED)
    assert (screen.page.paperTitle, screen.page.printLabel) == ("印好了，在屏幕下面取", "再印一张")
    assert screen.page.qrSource


def test_the_same_document_is_printed_once_unless_its_own_page_is_asked(screen: Screen, desk: Desk) -> None:
    screen.page.print(takeaway(HARD_ITEM))
    screen.page.print(takeaway(HARD_ITEM))
    screen.page.printAgain()
    assert len(desk.documents) == 1, "paper is coming out"
    desk.futures[0].set_result(PRINTED)
    screen.page.print(takeaway(HARD_ITEM))
    assert len(desk.documents) == 1
    screen.page.printAgain()
    assert len(desk.documents) == 2
    assert screen.page.paperTitle == "正在打印"


def test_a_failed_document_is_tried_again(screen: Screen, desk: Desk) -> None:
    screen.page.print(takeaway(HARD_ITEM))
    desk.futures[0].set_result(PrintOutcome(PrintState.FAILED, PrintCause.NO_PAPER))
    assert (screen.page.paperTitle, screen.page.paperTone) == ("打印机没纸了", "alarm")
    screen.page.print(takeaway(HARD_ITEM))
    assert len(desk.documents) == 2


def test_a_bug_of_the_printing_is_told_as_failed(screen: Screen, desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    screen.page.print(takeaway(HARD_ITEM))
    desk.futures[0].set_exception(ZeroDivisionError())
    assert screen.page.paperTitle == "没印出来"
    assert "申请低保" not in caplog.text


def test_another_answer_makes_another_document(screen: Screen, desk: Desk) -> None:
    screen.page.print(takeaway(HARD_ITEM))
    changed = replace(takeaway(HARD_ITEM), answers=("有",), qr_texts=("申请低保\n有",))
    screen.page.print(changed)
    assert desk.documents == [takeaway(HARD_ITEM), changed]
    assert read_by_phone(shown(screen.page).resize((300, 300), Image.Resampling.NEAREST)) == ["申请低保\n有"]
    desk.futures[0].set_result(PRINTED)
    assert screen.page.paperTitle == "正在打印", "the first paper says nothing of the second"


def test_the_session_ends_and_nothing_of_it_remains(screen: Screen, desk: Desk) -> None:
    screen.page.print(takeaway(HARD_ITEM))
    screen.page.forget()
    assert desk.forgotten == 1
    assert (screen.page.title, screen.page.qrSource, screen.page.paperTitle, screen.page.codes) == ("", "", "", 0)
    assert "低保" not in repr(vars(screen.page))


def test_a_late_outcome_says_nothing_to_the_next_person(screen: Screen, desk: Desk) -> None:
    screen.page.print(takeaway(HARD_ITEM))
    desk.futures[0].set_running_or_notify_cancel()
    screen.page.forget()
    screen.page.show_qr(takeaway(ABOLISHED))
    desk.futures[0].set_result(PRINTED)
    assert screen.page.paperTitle == ""


def test_without_a_printer_there_are_codes_and_no_button(qapp: object) -> None:
    screen = Screen(None)
    screen.page.print(takeaway(ABOLISHED))
    assert screen.navigator.here == Place("take-away", ABOLISHED)
    assert (screen.page.paperTitle, screen.page.printLabel, screen.page.verdict) == ("", "", "不用开")
    assert not TakeAwayOffer(screen.page, lambda: None).canPrint


def test_an_entry_that_one_comes_to_directly(screen: Screen) -> None:
    screen.page.enter(ABOLISHED, False)
    assert (screen.page.title, screen.page.patience) == (takeaway(ABOLISHED).title, READING)
    with pytest.raises(KeyError):
        screen.page.enter("WHL-XX-999", False)


def test_the_offer_takes_what_the_page_has_at_that_moment(screen: Screen, desk: Desk) -> None:
    made: list[Takeaway | None] = [None, takeaway(HARD_ITEM), takeaway(ABOLISHED)]
    offer = TakeAwayOffer(screen.page, lambda: made.pop(0))
    assert offer.canPrint
    offer.showQr()
    assert screen.navigator.here.page == "home"
    offer.printOut()
    assert desk.documents == [takeaway(HARD_ITEM)]
    offer.showQr()
    assert screen.page.title == takeaway(ABOLISHED).title


def test_back_to_where_it_was_asked_for(screen: Screen) -> None:
    screen.navigator.go("guide", HARD_ITEM)
    screen.page.show_qr(takeaway(HARD_ITEM))
    screen.page.close()
    assert screen.navigator.here == Place("guide", HARD_ITEM)
