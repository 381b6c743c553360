"""The call for a helper on its page: offered, rung once, given up, answered; and what stays of it when the person leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.application.queries.assistance import HelpAtKiosk
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.assistance import HelpReason
from kiosk.domain.refusals import NoHelperNow
from kiosk.interface.citizen.helper import Calling, HelperViewModel, derive_call_view, reason_boards
from kiosk.interface.shared.idle import READING, USUAL
from tests.support.help_screen import COMING, LOUDER, NOBODY, OFFERED, RINGING, HelpScreen


@pytest.fixture
def screen(qapp: object, tmp_path: Path) -> Iterator[HelpScreen]:
    made = HelpScreen(tmp_path)
    yield made
    made.calls.stop()


@pytest.fixture
def page(screen: HelpScreen) -> HelperViewModel:
    page = screen.helper()
    page.enter("", False)
    return page


@pytest.mark.parametrize(
    ("now", "calling", "title", "button"),
    [
        (None, Calling.AWAY, "", ""),
        (NOBODY, Calling.AWAY, "", ""),
        (OFFERED, Calling.OFFERED, "", "请人过来"),
        (RINGING, Calling.RINGING, "已经叫人了", "不用来了"),
        (LOUDER, Calling.RINGING, "还没有人接，又叫了一遍", "不用来了"),
        (COMING, Calling.COMING, "3 号窗口的人过来了", "不用来了"),
    ],
)
def test_what_the_page_says(now: HelpAtKiosk | None, calling: Calling, title: str, button: str) -> None:
    view = derive_call_view(now, chosen=None, under_way=False)
    assert (view.calling, view.title, view.button) == (calling, title, button)
    assert bool(view.reasons) is (calling is Calling.OFFERED)


def test_a_call_that_rings_stays_one_when_the_clerk_leaves() -> None:
    assert derive_call_view(HelpAtKiosk(listens=False, call=RINGING.call), chosen=None, under_way=False).calling is Calling.RINGING


def test_eight_reasons_and_the_chosen_one() -> None:
    boards = reason_boards(HelpReason.SIGHT)
    assert [board.key for board in boards] == [reason.value for reason in HelpReason]
    assert [board.key for board in boards if board.chosen] == ["sight"]
    assert all(len(board.icon) == 1 for board in boards)


def test_a_reason_and_one_touch(screen: HelpScreen, page: HelperViewModel) -> None:
    page.chooseReason("sight")
    page.callHelper()
    assert screen.bell.rung == [HelpReason.SIGHT]
    assert (page.calling, page.callTitle) == ("ringing", "已经叫人了")


def test_without_a_reason_it_is_said_in_person(screen: HelpScreen, page: HelperViewModel) -> None:
    page.chooseReason("sight")
    page.chooseReason("sight")
    page.callHelper()
    assert screen.bell.rung == [HelpReason.TALK]


def test_pressing_twice_rings_once(qapp: object, tmp_path: Path) -> None:
    screen = HelpScreen(tmp_path, hold=True)
    page = screen.helper()
    page.enter("", False)
    screen.jobs.settle()
    page.callHelper()
    page.callHelper()
    assert (page.callUnderWay, page.callButtonText) == (True, "正在叫人")
    screen.jobs.settle()
    screen.jobs.settle()
    page.callHelper()
    screen.jobs.settle()
    assert screen.bell.rung == [HelpReason.TALK]
    screen.calls.stop()


def test_who_does_without_gives_up(screen: HelpScreen, page: HelperViewModel) -> None:
    page.callHelper()
    page.giveUp()
    assert (screen.bell.cancelled, page.calling) == (1, "offered")


def test_the_last_clerk_has_just_gone(screen: HelpScreen, page: HelperViewModel) -> None:
    screen.bell.refusal, screen.bell.now = NoHelperNow(), NOBODY
    page.callHelper()
    assert (page.calling, page.callUnderWay) == ("away", False)
    assert page.buttonText == "取帮办号"


def test_a_database_that_is_away_offers_no_call(screen: HelpScreen, page: HelperViewModel) -> None:
    assert page.calling == "offered"
    screen.bell.away = DatabaseUnavailable(reason="away", path="x")
    screen.calls.look()
    assert page.calling == "away"


def test_somebody_has_taken_it(screen: HelpScreen, page: HelperViewModel) -> None:
    page.callHelper()
    screen.bell.now = COMING
    screen.calls.look()
    assert (page.calling, page.callTitle) == ("coming", "3 号窗口的人过来了")


def test_whoever_waits_is_given_time(screen: HelpScreen, page: HelperViewModel) -> None:
    assert page.patience == USUAL
    page.callHelper()
    assert page.patience == READING


def test_the_reason_leaves_with_the_person_and_the_call_stays(screen: HelpScreen, page: HelperViewModel) -> None:
    page.chooseReason("walking")
    page.forget()
    page.callHelper()
    assert screen.bell.rung == [HelpReason.TALK]
    page.forget()
    assert (page.calling, screen.bell.cancelled) == ("ringing", 0)


def test_it_looks_again_when_the_queue_moves_and_only_on_its_page(screen: HelpScreen, page: HelperViewModel) -> None:
    screen.navigator.go("helper")
    asked = screen.bell.asked
    screen.clock.moment = screen.clock.moment.replace(minute=5)
    screen.queue.look()
    assert screen.bell.asked == asked + 1
    screen.navigator.home()
    screen.clock.moment = screen.clock.moment.replace(minute=6)
    screen.queue.look()
    assert screen.bell.asked == asked + 1


def test_an_answer_that_is_the_same_changes_nothing(screen: HelpScreen, page: HelperViewModel) -> None:
    fired: list[None] = []
    screen.calls.changed.connect(lambda: fired.append(None))
    screen.calls.look()
    assert fired == []
