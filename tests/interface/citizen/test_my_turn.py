"""到我了吗: typing, scanning, how a number stands, and what only its holder may do."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from kiosk.application.ports import PrintOutcome
from kiosk.application.queries.queueing import TurnSeen
from kiosk.application.ticket_paper import qr_text_of
from kiosk.application.unavailable import DatabaseUnavailable, PrintCause
from kiosk.domain.hall import CounterId, Open, Opening, opening_at
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import PrintState, TicketClass, TicketState
from kiosk.interface.citizen.my_turn import MyTurnViewModel
from kiosk.interface.citizen.my_turn_words import TurnWords, reprint_words, time_of, time_words, turn_words
from kiosk.interface.shared.navigator import HOME
from tests.support.halls import CALENDAR, HOURS, MONDAY_TEN
from tests.support.turn_screen import ISSUED, TurnScreen, ticket_seen


@pytest.fixture
def screen(qapp: object, tmp_path: Path) -> TurnScreen:
    return TurnScreen(tmp_path)


@pytest.fixture
def page(screen: TurnScreen) -> MyTurnViewModel:
    made = screen.my_turn()
    made.enter("", False)
    return made


def type_number(page: MyTurnViewModel, number: str) -> None:
    page.chooseLine(number[0])
    for digit in number[1:]:
        page.typeDigit(digit)


def find(page: MyTurnViewModel, number: str = "A012") -> None:
    type_number(page, number)
    page.go()


def say_the_time(page: MyTurnViewModel, digits: str = "942") -> None:
    for digit in digits:
        page.typeDigit(digit)
    page.go()


def opening(hour: int, minute: int = 0) -> Opening:
    return opening_at(MONDAY_TEN.replace(hour=hour, minute=minute), HOURS, CALENDAR)


# -- words ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ahead", "title", "figure"),
    [(0, "下一个就是您", "前面没有人"), (1, "还没到，快了", "1"), (3, "还没到，快了", "3"), (4, "还没到", "4")],
)
def test_a_waiting_number(ahead: int, title: str, figure: str) -> None:
    words = turn_words(TurnSeen(MONDAY_TEN, ticket_seen(ahead=ahead), (), None), opening(10))
    assert (words.title, words.figure, words.under) == (title, figure, "大约再等 5–10 分钟")
    assert words.note == "10:00 的情况，叫号以大屏为准"
    assert words.waiting


def test_minutes_are_told_only_while_the_hall_serves() -> None:
    seen = TurnSeen(MONDAY_TEN.replace(hour=12, minute=30), ticket_seen(), (), None)
    assert not isinstance(opening(12, 30), Open)
    words = turn_words(seen, opening(12, 30))
    assert words.under == "等多久说不准，听叫号"
    assert words.note == "12:30 的情况，中午休息，13:00 再开"
    unknown = replace(seen, ticket=replace(seen.ticket, wait_low=None, wait_high=None))
    assert turn_words(unknown, opening(10)).under == "等多久说不准，听叫号"


def test_called_and_cancelled_numbers() -> None:
    called = turn_words(TurnSeen(MONDAY_TEN, ticket_seen(state=TicketState.CALLED, counter=3), (), None), None)
    assert (called.title, called.lead, called.figure, called.under) == ("叫到您了", "请到", "3 号窗口", "10:00 叫的")
    cancelled = turn_words(TurnSeen(MONDAY_TEN, ticket_seen(state=TicketState.CANCELLED), (), None), None)
    assert (cancelled.title, cancelled.figure, cancelled.over) == ("这个号取消了", "已取消", True)
    assert not called.waiting
    assert not cancelled.waiting


def stands(state: TicketState, *, minutes: int = 0, **more: object) -> TurnWords:
    """A number that came into its state `minutes` ago, at counter 3, called at ten."""
    seen = replace(ticket_seen(state=state, counter=3), since=MONDAY_TEN, **more)  # type: ignore[arg-type]
    return turn_words(TurnSeen(MONDAY_TEN + timedelta(minutes=minutes), seen, (), None), None)


@pytest.mark.parametrize(
    ("state", "title", "figure", "under", "tip", "over"),
    [
        (TicketState.SERVING, "正在给您办", "3 号窗口", "10:00 开始办的", "还没办完，请别走远。", False),
        (TicketState.PARKED, "先放一放", "3 号窗口", "10:00 放下的，不用重新排队", "准备好了，直接到窗口接着办。", False),
        (TicketState.MISSED, "过号了", "3 号窗口", "10:00 叫过，没等到您", "10:30 以前去说一声，让两个人先办，再叫您。", False),
        (TicketState.FINISHED, "这个号办完了", "已办完", "10:00 在 3 号窗口办完", "要办事，重新取一个号。", True),
        (TicketState.CLOSED, "这个号结束了", "已结束", "不会再叫这个号", "要办事，重新取一个号。", True),
    ],
)
def test_numbers_that_were_called(state: TicketState, title: str, figure: str, under: str, tip: str, over: bool) -> None:
    words = stands(state)
    assert (words.title, words.figure, words.under, words.tip, words.over) == (title, figure, under, tip, over)
    assert not words.waiting


def test_a_missed_number_is_of_no_use_after_half_an_hour() -> None:
    assert stands(TicketState.MISSED, minutes=30).lead == "请到"
    late = stands(TicketState.MISSED, minutes=31)
    assert (late.figure, late.under, late.over) == ("已过号", "10:30 以前没有回来", True)


def test_a_transferred_number_says_where_to() -> None:
    line = stands(TicketState.WAITING, moved_to=LineId("B"))
    assert (line.waiting, line.tip) == (True, "转了队列，等的时间照算。")
    assert stands(TicketState.WAITING, for_counter=CounterId(2)).tip == "转到 2 号窗口了，等的时间照算。"
    pad = stands(TicketState.WAITING, line=LineId("P"), moved_to=LineId("A"))
    assert pad.tip == "就近坐着等，叫到会喊号，大屏也显示。"


@pytest.mark.parametrize(
    ("reprint", "printer", "waiting", "expected"),
    [
        (None, True, True, (True, "只能补打一张")),
        (PrintState.FAILED, True, True, (True, "只能补打一张")),
        (None, True, False, (False, "只能补打一张")),
        (None, False, True, (False, "没有打印机")),
        (PrintState.QUEUED, True, True, (False, "已经补打过一张")),
        (PrintState.PRINTED, True, True, (False, "已经补打过一张")),
        (PrintState.UNKNOWN, True, True, (False, "已经补打过一张")),
    ],
)
def test_one_reprint(reprint: PrintState | None, printer: bool, waiting: bool, expected: tuple[bool, str]) -> None:
    assert reprint_words(reprint, printer=printer, waiting=waiting) == expected


@pytest.mark.parametrize(
    ("digits", "words", "moment"),
    [("", "", None), ("9", "9", None), ("94", "94", None), ("942", "9:42", time(9, 42)), ("1005", "10:05", time(10, 5)), ("2500", "25:00", None),
     ("970", "9:70", None), ("0942", "09:42", time(9, 42))],
)  # fmt: skip
def test_a_time_as_it_is_printed(digits: str, words: str, moment: time | None) -> None:
    assert (time_words(digits), time_of(digits)) == (words, moment)


# -- typing --------------------------------------------------------------------------------------------------------------------


def test_the_button_says_what_is_missing(page: MyTurnViewModel) -> None:
    assert (page.goLabel, page.ready, page.cells) == ("先点字母", False, ["", "", "", ""])
    page.typeDigit("7")
    assert page.cells == ["", "", "", ""], "digits without a line go nowhere"
    page.chooseLine("A")
    assert page.goLabel == "还差 3 个数字"
    for digit in "10":
        page.typeDigit(digit)
    assert (page.goLabel, page.cells) == ("还差 1 个数字", ["A", "1", "0", ""])
    page.typeDigit("2")
    assert (page.goLabel, page.ready) == ("查一下", True)
    page.typeDigit("3")
    page.typeDigit("4")
    assert page.cells == ["A", "1", "0", "2", "3"]
    page.erase()
    assert page.cells == ["A", "1", "0", "2"]
    page.chooseLine("B")
    assert page.cells[0] == "B"
    page.clear()
    assert page.cells == ["", "", "", ""]


def test_a_number_that_begins_with_zero_has_three_digits(page: MyTurnViewModel, screen: TurnScreen) -> None:
    """No number is printed as A0818: the fourth key is not taken, and what is looked up is a number."""
    page.chooseLine("A")
    for digit in "0818":
        page.typeDigit(digit)
    assert page.cells == ["A", "0", "8", "1"]
    page.go()
    assert screen.side.deeds == ["look A081"]


def test_number_zero_is_no_number(page: MyTurnViewModel, screen: TurnScreen) -> None:
    type_number(page, "A000")
    assert not page.ready
    page.go()
    assert screen.side.deeds == []


def test_a_number_is_looked_up(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    assert (page.step, page.number, page.lineName, page.figure) == ("state", "A012", "一口受理", "2")
    assert [row.number for row in page.calls.rows] == ["A007", "A009", "A008"]


def test_the_item_is_nowhere(page: MyTurnViewModel) -> None:
    find(page)
    item = "申请低保"
    assert item not in repr(page._view)
    assert "WHL-MZ-003" not in repr(page._view)


def test_an_unknown_number_stays_typed_and_says_so(page: MyTurnViewModel) -> None:
    find(page, "A099")
    assert page.step == "number"
    assert page.problem == "今天没有 A099 这个号，请看看号票上的字母、数字和日期。"
    assert page.cells == ["A", "0", "9", "9"]
    page.erase()
    assert page.problem == ""


def test_a_database_away_says_where_to_look(page: MyTurnViewModel, screen: TurnScreen) -> None:
    screen.side.away = DatabaseUnavailable("test", reason="locked")
    find(page)
    assert (page.step, page.problem) == ("number", "现在查不了，请看大屏或者听叫号。")


def test_while_it_looks_the_button_is_dead(qapp: object, tmp_path: Path) -> None:
    screen = TurnScreen(tmp_path, hold=True)
    page = screen.my_turn()
    find(page)
    assert (page.step, page.goLabel, page.ready) == ("looking", "正在查", False)
    screen.jobs.settle()
    assert page.step == "state"


def test_a_number_in_the_address_is_shown_at_once_and_nonsense_is_no_page(page: MyTurnViewModel) -> None:
    page.enter("a012", False)
    assert (page.step, page.number) == ("state", "A012")
    with pytest.raises(KeyError):
        page.enter("WHL-MZ-001", False)


def test_the_state_moves_with_the_queue(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    screen.side.tickets["A012"] = ticket_seen(state=TicketState.CALLED, counter=3)
    screen.clock.moment += timedelta(minutes=1)
    screen.queue.look()
    assert (page.title, page.figure) == ("叫到您了", "3 号窗口")
    screen.side.away = DatabaseUnavailable("test", reason="locked")
    screen.clock.moment += timedelta(minutes=1)
    screen.queue.look()
    assert page.problem == "现在查不了，请看大屏或者听叫号。", "what was true a moment ago is not shown as true now"


def test_typing_asks_nothing(page: MyTurnViewModel, screen: TurnScreen) -> None:
    type_number(page, "A012")
    screen.queue.look()
    assert screen.side.deeds == []


# -- scanning ------------------------------------------------------------------------------------------------------------------


def code(screen: TurnScreen, *, number: str = "A012", hall: str = "", days: int = 0, minutes: int = 0) -> str:
    return qr_text_of(hall=hall or screen.hall.name, number=number, issued_at=ISSUED + timedelta(days=days, minutes=minutes))


def test_a_scanned_paper_needs_no_time(page: MyTurnViewModel, screen: TurnScreen) -> None:
    page.scan(code(screen))
    assert page.step == "state"
    page.cancel()
    assert page.step == "sure"


def test_a_scan_whose_time_is_wrong_proves_nothing(page: MyTurnViewModel, screen: TurnScreen) -> None:
    page.scan(code(screen, minutes=1))
    assert page.step == "state"
    page.cancel()
    assert page.step == "time"


@pytest.mark.parametrize(
    ("hall", "days", "problem"),
    [
        ("另一个大厅", 0, "这张号票是另一个大厅的，不是本大厅的，请到那里去等。"),
        ("", -3, "这张号票是 11 月 20 日的，今天不能用了，请重新取一个号。"),
    ],
)
def test_a_wrong_hall_and_another_day_are_said(page: MyTurnViewModel, screen: TurnScreen, hall: str, days: int, problem: str) -> None:
    page.scan(code(screen, hall=hall, days=days))
    assert (page.step, page.problem) == ("number", problem)
    assert screen.side.deeds == []


def test_another_code_is_not_recognised(page: MyTurnViewModel) -> None:
    page.scan("https://example.org/")
    assert page.problem == "没认出这个码，请扫号票上的码，或者照着号票点号码。"


# -- the holder ----------------------------------------------------------------------------------------------------------------


def test_giving_it_back_takes_the_time_and_two_steps(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    page.cancel()
    assert (page.step, page.title, page.ready) == ("time", "几点取的号？", False)
    say_the_time(page)
    assert (page.step, page.title) == ("sure", "真的取消吗？")
    assert "cancel A012" not in screen.side.deeds
    page.cancelForGood()
    assert "cancel A012" in screen.side.deeds
    assert (page.step, page.title, page.over) == ("state", "这个号取消了", True)


def test_keeping_it_changes_nothing(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    page.cancel()
    say_the_time(page)
    page.keep()
    assert (page.step, page.canCancel) == ("state", True)
    page.cancelForGood()
    assert "cancel A012" not in screen.side.deeds
    page.cancel()
    assert page.step == "sure", "the holder is known in this session"


def test_who_took_it_here_is_not_asked(page: MyTurnViewModel, screen: TurnScreen) -> None:
    screen.desk.number = 12
    screen.taking.take(line="A", item=None, ticket_class=TicketClass.NORMAL)
    page.enter("A012", False)
    page.cancel()
    assert page.step == "sure"


def test_a_wrong_time_is_asked_again_and_then_no_more(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    page.cancel()
    for tries_left in (2, 1):
        say_the_time(page, "1005")
        assert page.step == "time"
        assert f"还能试 {tries_left} 次" in page.problem
        assert page.cells == [""]
    say_the_time(page, "1005")
    assert page.step == "time"
    say_the_time(page, "942")
    assert (page.step, page.problem) == ("state", "A012 的时间错了太多次，这里不能再试，请拿号票到窗口找工作人员。")


def test_a_number_called_meanwhile_is_not_given_back(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    page.cancel()
    say_the_time(page)
    screen.side.tickets["A012"] = ticket_seen(state=TicketState.CALLED, counter=2)
    page.cancelForGood()
    assert (page.step, page.title) == ("state", "叫到您了")
    assert page.problem == "A012 已经叫到了，请到 2 号窗口。"


def test_a_call_ends_the_question(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    page.cancel()
    say_the_time(page)
    screen.side.tickets["A012"] = ticket_seen(state=TicketState.CALLED, counter=2)
    screen.clock.moment += timedelta(minutes=1)
    screen.queue.look()
    assert (page.step, page.title) == ("state", "叫到您了")


def test_a_copy_is_printed_once_and_says_so_on_paper(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    assert (page.canReprint, page.reprintNote) == (True, "只能补打一张")
    page.reprint()
    say_the_time(page)
    (paper,) = screen.prints.papers
    assert (paper.number, paper.reprint, paper.ahead, paper.issued_at) == ("A012", True, 6, ISSUED)
    assert paper.item is None, "a sensitive item is not on the copy either"
    assert (page.paperTitle, page.canReprint, page.reprintNote) == ("正在打印", False, "已经补打过一张")
    screen.prints.futures[0].set_result(PrintOutcome(PrintState.PRINTED))
    assert page.paperTitle == "印好了，在屏幕下面取"


def test_a_copy_that_failed_says_why(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    page.reprint()
    say_the_time(page)
    screen.side.reprints["A012"] = PrintState.FAILED
    screen.prints.futures[0].set_result(PrintOutcome(PrintState.FAILED, PrintCause.NO_PAPER))
    page.lookAgain()
    assert (page.paperTitle, page.paperTone, page.canReprint) == ("打印机没纸了，请记住号码", "alarm", True)


def test_without_a_printer_nothing_is_promised(qapp: object, tmp_path: Path) -> None:
    screen = TurnScreen(tmp_path, printer=False)
    page = screen.my_turn()
    find(page)
    assert (page.canReprint, page.reprintNote) == (False, "没有打印机")


def test_a_second_press_while_it_is_done_does_nothing(qapp: object, tmp_path: Path) -> None:
    screen = TurnScreen(tmp_path, hold=True)
    page = screen.my_turn()
    page.scan(code(screen))
    screen.jobs.settle()
    page.reprint()
    page.reprint()
    screen.jobs.settle()
    screen.jobs.settle()
    assert screen.side.deeds.count("reprint A012") == 1
    assert len(screen.prints.papers) == 1


# -- the end -------------------------------------------------------------------------------------------------------------------


def test_nothing_remains_of_a_person(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    page.cancel()
    page.typeDigit("9")
    page.forget()
    assert (page.step, page.cells, page.number, page.problem) == ("number", ["", "", "", ""], "", "")
    left = {name: value for name, value in vars(page).items() if name not in {"_lines", "_calls"}}
    assert "A012" not in repr({name: value for name, value in left.items() if isinstance(value, str | tuple)})
    assert [left[name] for name in ("_number", "_held", "_scanned", "_seen", "_wish")] == [None] * 5
    assert page.calls.rows == ()
    find(page)
    page.cancel()
    assert page.step == "time", "the next person is asked for the time again"


def test_an_answer_for_the_one_before_is_dropped(qapp: object, tmp_path: Path) -> None:
    screen = TurnScreen(tmp_path, hold=True)
    page = screen.my_turn()
    find(page)
    page.forget()
    screen.jobs.settle()
    assert (page.step, page.number) == ("number", "")


def test_coming_back_finds_it_and_coming_anew_does_not(page: MyTurnViewModel, screen: TurnScreen) -> None:
    find(page)
    page.enter("", True)
    assert page.step == "state"
    page.enter("", False)
    assert page.step == "number"
    find(page)
    page.dismiss()
    assert screen.navigator.here == HOME
