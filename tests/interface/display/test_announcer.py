"""The announcer: calls queue, each is said and shown, none is cut, and one that was a slip disappears."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.announcing import LAST_CALLS, Call, CallId, Pace, TakenBack
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import TicketNumber
from kiosk.domain.queueing import TicketId
from kiosk.infrastructure.speech.silence import Silence
from kiosk.interface.display.announcer import Announcer
from tests.support.halls import MONDAY_TEN
from tests.support.voice_double import HandVoice, Seconds


def call(number: str, counter: int = 1, *, event: int = 0, again: bool = False) -> Call:
    parsed = TicketNumber.parse(number)
    return Call(
        id=CallId(event or parsed.sequence), ticket=TicketId(parsed.sequence), number=parsed, counter=CounterId(counter),
        at=MONDAY_TEN, again=again,
    )  # fmt: skip


class Board:
    """An announcer with its voice and its clock in the test's hand."""

    def __init__(self) -> None:
        self.voice = HandVoice()
        self.seconds = Seconds()
        self.announcer = Announcer(self.voice, monotonic=self.seconds)
        self.seen: list[str] = []
        self.announcer.changed.connect(lambda: self.seen.append(self.shown))

    @property
    def shown(self) -> str:
        return str(self.announcer.board.number) if self.announcer.board is not None else ""

    @property
    def last(self) -> list[str]:
        return [str(each.number) for each in self.announcer.last]

    def hear(self, *numbers: str) -> None:
        self.announcer.hear([call(number) for number in numbers])

    def end_sentence(self, seconds: float = 4.0) -> None:
        """The sentence took so long; the announcer has heard that it is over."""
        self.seconds.passed += seconds
        self.voice.end()
        QTest.qWait(0)

    def wait(self, seconds: float) -> None:
        self.seconds.passed += seconds
        self.announcer.go_on()


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[Board]:
    made = Board()
    yield made
    made.announcer.close()


def test_a_call_is_said_twice_and_has_the_board_for_ten_seconds(board: Board) -> None:
    board.hear("A012")
    assert (board.shown, board.voice.said) == ("A012", ["请A零一二号到一号窗口"])
    board.end_sentence()
    assert board.voice.said == ["请A零一二号到一号窗口"] * 2
    assert board.voice.chimes == [True, False]
    board.end_sentence()
    board.hear("A013")
    assert board.shown == "A012", "eight seconds are not ten"
    board.wait(1.9)
    assert board.shown == "A012"
    board.wait(0.2)
    assert (board.shown, board.last) == ("A013", ["A012"])
    assert board.voice.said[-1] == "请A零一三号到一号窗口"


def test_a_new_call_never_cuts_the_one_that_is_being_said(board: Board) -> None:
    board.hear("A012")
    board.seconds.passed += 60
    board.hear("A013", "A014", "A015", "A016", "A017", "A018")
    assert (board.shown, len(board.voice.said)) == ("A012", 1)
    board.announcer.go_on()
    assert board.shown == "A012"
    board.end_sentence()
    assert board.shown == "A013"


def test_in_a_crowd_each_is_said_once_and_none_is_dropped(board: Board) -> None:
    numbers = [f"A{number:03d}" for number in range(1, 41)]
    board.hear(*numbers)
    for _ in range(36):
        assert board.voice.speaking, "in a crowd the next one begins where the one before ends"
        board.end_sentence()
    while board.announcer.waiting or board.voice.speaking:
        board.end_sentence() if board.voice.speaking else board.wait(10)
    assert [board.voice.said.count(said) for said in dict.fromkeys(board.voice.said)] == [1] * 36 + [2] * 4
    assert [number for number in dict.fromkeys(board.seen) if number] == numbers
    assert list(dict.fromkeys(board.voice.said)) == [
        f"请A{''.join('零一二三四五六七八九'[int(d)] for d in n[1:])}号到一号窗口" for n in numbers
    ]
    assert board.voice.chimes.count(True) <= 5


def test_200_calls_to_a_voice_that_cannot_be_heard_do_not_nest(qtbot: QtBot) -> None:
    announcer = Announcer(Silence(), pace=Pace(board=0, crowd_board=0, quiet=0))
    shown: list[str] = []
    announcer.changed.connect(lambda: shown.append(str(announcer.board.number)) if announcer.board else None)
    announcer.hear([call(f"A{number:03d}") for number in range(1, 201)])
    qtbot.waitUntil(lambda: announcer.board is None and announcer.waiting == 0)
    assert shown == [f"A{number:03d}" for number in range(1, 201)]
    announcer.close()


def test_after_twenty_quiet_seconds_the_board_is_free(board: Board) -> None:
    board.hear("A012")
    board.end_sentence()
    board.end_sentence()
    assert board.announcer.busy
    board.wait(2)
    over = not board.announcer.busy
    assert over, "ten seconds are over: whatever else must be shown may be"
    board.wait(9.9)
    assert board.shown == "A012"
    board.wait(0.2)
    assert (board.shown, board.last) == ("", ["A012"])


def test_what_was_called_before_the_start_is_shown_and_not_said(board: Board) -> None:
    board.announcer.begin([call("A003"), call("A002")])
    assert (board.shown, board.last, board.voice.said) == ("", ["A003", "A002"], [])


def test_the_last_six_hold_each_number_once(board: Board) -> None:
    board.announcer.begin([call(f"A{number:03d}") for number in (7, 6, 5, 4, 3, 2)])
    board.announcer.hear([call("A005", event=20, again=True)])
    assert (board.shown, board.last) == ("A005", ["A007", "A006", "A004", "A003", "A002"])
    board.end_sentence()
    board.end_sentence()
    board.wait(30)
    assert board.last == ["A005", "A007", "A006", "A004", "A003", "A002"]
    assert len(board.last) == LAST_CALLS


def test_a_call_that_was_a_slip_is_not_said_again(board: Board) -> None:
    board.hear("A012")
    board.announcer.hear([TakenBack(CallId(12))])
    assert (board.shown, board.last, board.voice.speaking) == ("", [], True), "a word is not cut in its middle"
    board.end_sentence()
    assert board.voice.said == ["请A零一二号到一号窗口"]
    board.wait(30)
    assert board.last == []


def test_a_slip_that_waits_is_never_shown(board: Board) -> None:
    board.hear("A012", "A013")
    board.announcer.hear([TakenBack(CallId(13)), call("A013", 2, event=30)])
    for _ in range(2):
        board.end_sentence()
    board.wait(10)
    assert (board.shown, board.voice.said[-1]) == ("A013", "请A零一三号到二号窗口")


def test_a_slip_while_it_is_said_lets_the_next_one_wait_for_the_end_of_the_word(board: Board) -> None:
    board.hear("A012", "A013")
    board.announcer.hear([TakenBack(CallId(12))])
    assert board.shown == ""
    board.end_sentence()
    assert (board.shown, board.voice.said[-1]) == ("A013", "请A零一三号到一号窗口")
    board.end_sentence()
    assert board.voice.said.count("请A零一三号到一号窗口") == 2, "what was said of the slip does not count for the next"


def test_a_deed_that_was_no_call_is_no_news(board: Board) -> None:
    board.announcer.begin([call("A003")])
    board.seen.clear()
    board.announcer.hear([TakenBack(CallId(999))])
    assert (board.seen, board.last) == ([], ["A003"])
