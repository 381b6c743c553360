"""How a call is made known to the hall: in which words, how often, and for how long its number stands on the board.

Here: the call as the hall hears it, and the pace at which calls follow each other. Elsewhere: whose turn it is (queueing), the display and its
clock (interface.display), the sound (infrastructure.speech).

The pace (docs/adr/0024): every call is shown and said, in order, none is dropped and none is cut. Alone, it is said twice and has the board for
ten seconds. When a crowd of calls waits behind it, it is said once and gives up the board as soon as that is over; it then stands among the
last six, so that even then its number is on the display for longer than ten seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId, TicketNumber
from kiosk.domain.queueing import TicketId

CallId = NewType("CallId", int)
"""Ascending in the order in which the calls were made."""

LAST_CALLS = 6
"""So many numbers stand under 刚才叫过."""

CHIME = "叮"
"""The token of the chime that comes before the words."""

_DIGITS = "零一二三四五六七八九"
_HIGHEST_SPOKEN = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A number called to a counter. `again`: the holder did not come, and the clerk calls once more."""

    id: CallId
    ticket: TicketId
    number: TicketNumber
    counter: CounterId
    at: datetime
    again: bool = False

    @property
    def line(self) -> LineId:
        return self.number.line


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A deed at a counter was a slip and is undone. `call`: its event; one that was no call is no news to the hall."""

    call: CallId


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds. `crowd`: so many calls behind one are a crowd."""

    times: int = 2
    board: float = 10.0
    crowd: int = 4
    crowd_board: float = 3.0
    quiet: float = 20.0
    """The last call keeps the board for so long; then the hall's pages come."""


PACE = Pace()


class Next(StrEnum):
    """What becomes of the call on the board."""

    SAY = "say"
    STAY = "stay"
    LEAVE = "leave"
    """Its time is over: the board is free for the next one."""


def next_of(*, said: int, shown: float, behind: int, pace: Pace = PACE) -> Next:
    """`said`: how often this call was said; `shown`: seconds on the board; `behind`: calls that wait for it. Asked whenever one of them changes,
    but never while the call is being said."""
    crowded = behind >= pace.crowd
    if said == 0 or (said < pace.times and not crowded):
        return Next.SAY
    return Next.STAY if shown < (pace.crowd_board if crowded else pace.board) else Next.LEAVE


def spoken(call: Call) -> tuple[str, ...]:
    """The words of a call."""
    return spoken_call(call.number, call.counter)


def spoken_call(number: TicketNumber, counter: int) -> tuple[str, ...]:
    """The words, one token a clip: 请 A 零 零 一 号 到 三 号 窗口. Tickets are read digit by digit, counters as numbers."""
    return "请", *spoken_number(number), "号", "到", *spoken_count(counter), "号", "窗口"


def spoken_number(number: TicketNumber) -> tuple[str, ...]:
    """A012 → A 零 一 二."""
    return tuple(_DIGITS[int(sign)] if sign.isdecimal() else sign for sign in str(number))


def spoken_count(count: int) -> tuple[str, ...]:
    """As one counts: 3 → 三, 12 → 十 二, 40 → 四 十. ValueError outside 0 … 99."""
    if not 0 <= count <= _HIGHEST_SPOKEN:
        raise ValueError(count)
    tens, units = divmod(count, 10)
    if tens == 0:
        return (_DIGITS[units],)
    return *((_DIGITS[tens],) if tens > 1 else ()), "十", *((_DIGITS[units],) if units else ())


def spoken_tokens() -> frozenset[str]:
    """Every token that a call may need, the chime included: lines are single letters (hall.toml)."""
    letters = (chr(code) for code in range(ord("A"), ord("Z") + 1))
    return frozenset({CHIME, "请", "号", "到", "窗口", "十", *_DIGITS, *letters})
