"""How a call is said, and the pace: every call said and shown, in order; twice and ten seconds where nobody waits for it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.announcing import CHIME, LAST_CALLS, PACE, Call, CallId, Next, next_of, spoken, spoken_count, spoken_number, spoken_tokens
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import TicketNumber
from kiosk.domain.queueing import TicketId
from tests.support.halls import MONDAY_TEN


def call(number: str = "A001", counter: int = 3, event: int = 1) -> Call:
    return Call(id=CallId(event), ticket=TicketId(event), number=TicketNumber.parse(number), counter=CounterId(counter), at=MONDAY_TEN)


@pytest.mark.parametrize(
    ("number", "counter", "words"),
    [
        ("A001", 3, "请A零零一号到三号窗口"),
        ("A012", 3, "请A零一二号到三号窗口"),
        ("B107", 2, "请B一零七号到二号窗口"),
        ("H999", 10, "请H九九九号到十号窗口"),
        ("A1000", 12, "请A一零零零号到十二号窗口"),
        ("Z034", 40, "请Z零三四号到四十号窗口"),
        ("A005", 99, "请A零零五号到九十九号窗口"),
    ],
)
def test_what_is_said(number: str, counter: int, words: str) -> None:
    assert "".join(spoken(call(number, counter))) == words


@pytest.mark.parametrize(("count", "words"), [(0, "零"), (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一")])
def test_counters_are_counted(count: int, words: str) -> None:
    assert "".join(spoken_count(count)) == words


@pytest.mark.parametrize("count", [-1, 100])
def test_a_counter_beyond_what_is_recorded_is_no_word(count: int) -> None:
    with pytest.raises(ValueError, match=str(count)):
        spoken_count(count)


@given(st.integers(1, 99), st.integers(1, 99_999), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_whatever_is_said_has_a_token(counter: int, sequence: int, line: str) -> None:
    said = spoken(call(f"{line}{sequence:03d}", counter))
    assert set(said) <= spoken_tokens() - {CHIME}
    assert spoken_number(TicketNumber.parse(f"{line}{sequence:03d}")) == tuple(said[1 : said.index("号")])


@pytest.mark.parametrize(
    ("said", "shown", "behind", "following"),
    [
        (0, 0, 0, Next.SAY),
        (0, 0, 200, Next.SAY),
        (1, 5.0, 0, Next.SAY),
        (1, 30.0, 0, Next.SAY),
        (1, 5.0, PACE.crowd - 1, Next.SAY),
        (2, 9.9, 0, Next.STAY),
        (2, 9.9, PACE.crowd - 1, Next.STAY),
        (2, 10.0, 0, Next.LEAVE),
        (1, 2.0, PACE.crowd, Next.STAY),
        (1, 4.0, PACE.crowd, Next.LEAVE),
        (2, 4.0, PACE.crowd, Next.LEAVE),
    ],
)
def test_the_pace(said: int, shown: float, behind: int, following: Next) -> None:
    assert next_of(said=said, shown=shown, behind=behind) is following


@dataclass
class Shown:
    """What became of one call: how often it was said, its seconds on the board and on the display at all."""

    said: int = 0
    board: float = 0.0
    display: float = 0.0
    alone: bool = True
    """There never was a crowd behind it."""


class HallHears:
    """The pace on a clock of its own: `order` in which the calls had the board, `shown` what became of each."""

    def __init__(self, arrivals: list[float], sentence: float) -> None:
        self._coming = deque(sorted(arrivals))
        self._sentence = sentence
        self._waiting: deque[int] = deque()
        self._now = 0.0
        self.order: list[int] = []
        self.shown = {number: Shown() for number in range(len(arrivals))}
        while self._coming or self._waiting:
            self._let_come()
            if self._waiting:
                self._show(self._waiting.popleft())
            else:
                self._now = self._coming[0]
        for number in self.order[-LAST_CALLS:]:  # nobody pushes these off the display
            self.shown[number].display = float("inf")

    def _let_come(self) -> None:
        while self._coming and self._coming[0] <= self._now:
            self._coming.popleft()
            self._waiting.append(len(self.order) + len(self._waiting))

    def _show(self, number: int) -> None:
        self.order.append(number)
        began, state = self._now, self.shown[number]
        while True:
            self._let_come()
            crowded = len(self._waiting) >= PACE.crowd
            state.alone &= not crowded
            match next_of(said=state.said, shown=self._now - began, behind=len(self._waiting)):
                case Next.SAY:
                    state.said += 1
                    self._now += self._sentence
                case Next.STAY:
                    until = began + (PACE.crowd_board if crowded else PACE.board) + 0.001
                    self._now = min([until, *list(self._coming)[:1]])
                case Next.LEAVE:
                    break
        state.board = self._now - began
        for earlier in self.order[-LAST_CALLS:]:
            self.shown[earlier].display += state.board


@given(st.lists(st.floats(0, 90), min_size=1, max_size=60), st.floats(2.5, 7))
def test_every_call_is_said_and_shown_in_order(arrivals: list[float], sentence: float) -> None:
    hall = HallHears(arrivals, sentence)
    order, shown = hall.order, hall.shown
    assert order == list(range(len(arrivals)))
    assert all(each.said >= 1 for each in shown.values())
    assert all(each.display >= PACE.board for each in shown.values()), "ten seconds on the display at least, also in a crowd"
    assert all(each.said == PACE.times and each.board >= PACE.board for each in shown.values() if each.alone)


def test_200_calls_of_a_minute_are_said_in_a_quarter_of_an_hour() -> None:
    hall = HallHears([number * 0.3 for number in range(200)], sentence=4.1)
    order, shown = hall.order, hall.shown
    assert order == list(range(200))
    assert sum(each.said for each in shown.values()) < 210, "a crowd is said once"
    assert sum(each.board for each in shown.values()) < 15 * 60
