"""Quiet, question, end."""

from __future__ import annotations

import pytest

from kiosk.interface.shared.idle import ELDER, READING, USUAL, IdleClock, Patience


@pytest.fixture
def idle(qapp: object) -> IdleClock:
    return IdleClock()


def seconds(idle: IdleClock, count: int) -> None:
    for _ in range(count):
        idle.tick()


def state(idle: IdleClock) -> str:
    return idle.state.value


@pytest.mark.parametrize("patience", [USUAL, READING, ELDER])
def test_quiet_then_question_then_left(idle: IdleClock, patience: Patience) -> None:
    left: list[int] = []
    idle.left.connect(lambda: left.append(1))
    idle.restart(patience)
    seconds(idle, patience.quiet - 1)
    assert state(idle) == "here"
    idle.tick()
    assert state(idle) == "asking"
    assert idle.seconds_left == patience.answer
    seconds(idle, patience.answer - 1)
    assert not left
    idle.tick()
    assert left == [1]
    assert not idle.running


def test_an_answer_restarts_without_limit(idle: IdleClock) -> None:
    left: list[int] = []
    idle.left.connect(lambda: left.append(1))
    idle.restart(USUAL)
    for _ in range(25):
        seconds(idle, USUAL.quiet + USUAL.answer - 1)
        idle.restart()
    assert state(idle) == "here"
    assert idle.seconds_left == USUAL.quiet
    assert not left
    idle.stop()


def test_the_countdown_is_told_second_by_second_and_only_then(idle: IdleClock) -> None:
    told: list[int] = []
    idle.changed.connect(lambda: told.append(idle.seconds_left))
    idle.restart(Patience(quiet=5, answer=3))
    seconds(idle, 7)
    assert told == [3, 2, 1]
    idle.stop()
