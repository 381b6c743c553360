"""还在吗: the seconds, and the answer."""

from __future__ import annotations

from kiosk.interface.citizen.idle_question import IdleQuestionViewModel
from kiosk.interface.shared.idle import IdleClock, IdleState, Patience


def asking(answer: int) -> tuple[IdleClock, IdleQuestionViewModel]:
    idle = IdleClock()
    page = IdleQuestionViewModel(idle=idle)
    idle.restart(Patience(1, answer))
    idle.tick()
    return idle, page


def test_the_seconds_change_in_place(qapp: object) -> None:
    idle, page = asking(20)
    shown = [page.seconds]
    page.viewChanged.connect(lambda: shown.append(page.seconds))
    idle.tick()
    idle.tick()
    idle.stop()
    assert shown == [20, 19, 18]


def test_a_page_made_while_the_question_stands_knows_the_seconds(qapp: object) -> None:
    idle, _ = asking(30)
    idle.tick()
    assert IdleQuestionViewModel(idle=idle).seconds == 29
    idle.stop()


def test_staying_starts_the_quiet_time_anew(qapp: object) -> None:
    idle, page = asking(20)
    page.stay()
    assert (idle.state, idle.running) == (IdleState.HERE, True)
    idle.stop()
