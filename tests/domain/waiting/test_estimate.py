"""What is told of a wait, and when no number is given any more."""

import pytest

from kiosk.domain.numbering import BusinessDay, LineId
from kiosk.domain.waiting import UNKNOWN_WAIT, WaitRange
from kiosk.domain.waiting.estimate import WaitEstimate, WaitGround, beyond_closing, first_estimate, own_estimate
from kiosk.domain.waiting.foresight import Foresight
from kiosk.domain.waiting.scores import LEAST_STRETCH, MOST_STRETCH, ToldWait, WaitScore, scores_of, stretched
from tests.support.halls import MONDAY_TEN

A, B = LineId("A"), LineId("B")
DAY = BusinessDay(MONDAY_TEN.date())


@pytest.mark.parametrize(
    ("foresight", "told"),
    [
        (Foresight(0, 0, 0), WaitRange(0, 1)),
        (Foresight(4.4, 2.4, 7.6), WaitRange(2, 8)),
        (Foresight(4.4, 4.4, 4.4), WaitRange(4, 5)),
    ],
)
def test_whole_minutes_and_never_a_moment(foresight: Foresight, told: WaitRange) -> None:
    assert own_estimate(foresight) == WaitEstimate(WaitGround.OWN, foresight.expected, told)


def test_from_the_setting() -> None:
    assert first_estimate(6, 8 / 3) == WaitEstimate(WaitGround.SETTING, 16, WaitRange(10, 25))
    assert first_estimate(6, None) == WaitEstimate(WaitGround.SETTING, None, UNKNOWN_WAIT)


@pytest.mark.parametrize(
    ("estimate", "beyond"),
    [
        (own_estimate(Foresight(29, 20, 60)), False),
        (own_estimate(Foresight(31, 20, 60)), True),
        (WaitEstimate(WaitGround.SETTING, 80, WaitRange(60, 100)), False),
        (WaitEstimate(WaitGround.SETTING, 80, WaitRange(61, 100)), True),
        (first_estimate(40, None), False),
    ],
)
def test_who_would_be_called_after_closing(estimate: WaitEstimate, *, beyond: bool) -> None:
    assert beyond_closing(estimate, serving_minutes=20, minutes=30) is beyond


def test_scores() -> None:
    told = [
        ToldWait(A, 2, 8, 5.0, own=True, waited=6.0),
        ToldWait(A, 2, 8, 5.0, own=True, waited=8.0),
        ToldWait(A, 2, 8, 5.0, own=False, waited=1.0),
        ToldWait(B, 0, 1, 0.0, own=False, waited=1.5),
    ]
    scores = scores_of(DAY, told)
    assert scores == (
        WaitScore(DAY, A, tickets=3, own=2, inside=2, minutes_off=8 / 3, minutes_longer=0),
        WaitScore(DAY, B, tickets=1, own=0, inside=0, minutes_off=1.5, minutes_longer=1.5),
    )
    assert scores[0].coverage == pytest.approx(2 / 3)
    assert scores_of(DAY, []) == ()


def score(inside: int, *, tickets: int = 100, own: int = 100, line: LineId = A) -> WaitScore:
    return WaitScore(DAY, line, tickets, own, inside, 4.0, 0.0)


@pytest.mark.parametrize(
    ("scores", "wider"),
    [
        ([score(80)], 0),
        ([score(60)], 1),
        ([score(95)], -1),
        ([score(5, tickets=19, own=19)], 0),
        ([score(50, own=99)], 0),
        ([score(50, own=99), score(95, line=B)], -1),
        ([score(60), score(100, line=B)], 0),
        ([], 0),
    ],
)
def test_ranges_that_held_too_little_become_wider(scores: list[WaitScore], wider: int) -> None:
    after = stretched(1.2, scores)
    assert (after > 1.2) - (after < 1.2) == wider


def test_the_stretch_has_ends() -> None:
    wide = narrow = 1.0
    for _ in range(200):
        wide, narrow = stretched(wide, [score(0)]), stretched(narrow, [score(100)])
    assert (narrow, wide) == (LEAST_STRETCH, MOST_STRETCH)
