"""What a person is told of the wait, and on what ground.

Here: one estimate, made from the setting or from the hall's own times, and when it says that a turn would come after closing. Elsewhere: the two
grounds themselves (first_range.py, foresight.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.waiting.first_range import WaitRange, surely_beyond, wait_range
from kiosk.domain.waiting.foresight import Foresight


class WaitGround(StrEnum):
    SETTING = "setting"
    """The minutes that hall.toml gives a service."""
    OWN = "own"
    """What this hall's own services took."""


@dataclass(frozen=True, slots=True)
class WaitEstimate:
    """`expected`: minutes until the call, as likely more as less; None: unknown. `range` is what is told."""

    ground: WaitGround
    expected: float | None
    range: WaitRange


def first_estimate(ahead: int, each: float | None) -> WaitEstimate:
    """From the setting; `each` as in `minutes_each`."""
    return WaitEstimate(WaitGround.SETTING, None if each is None else ahead * each, wait_range(ahead, each))


def own_estimate(foresight: Foresight) -> WaitEstimate:
    """In whole minutes, never of no width: nobody can be sure of a moment."""
    low = max(0, round(foresight.low))
    return WaitEstimate(WaitGround.OWN, foresight.expected, WaitRange(low, max(low + 1, round(foresight.high))))


def beyond_closing(estimate: WaitEstimate, *, serving_minutes: int, minutes: float) -> bool:
    """Whether no number is given any more. `serving_minutes`: in which counters serve today; `minutes`: until closing, lunch included.

    A hall that knows its times gives its last number when the expected wait passes closing; one that does not sends nobody away on a guess
    (`surely_beyond`).
    """
    match estimate.ground:
        case WaitGround.OWN:
            return estimate.expected is not None and estimate.expected > minutes
        case WaitGround.SETTING:
            return surely_beyond(estimate.range, serving_minutes)
