"""The helper's page really drawn in each state of a call: nothing cut or covered, everything large enough and working."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.queries.assistance import HelpAtKiosk
from kiosk.domain.assistance import HelpReason
from kiosk.roles.screen import Modes
from tests.support.drawn_window import SHAPES, UPRIGHT, WIDE, DrawnWindow
from tests.support.help_screen import COMING, LOUDER, OFFERED, RINGING, HelpScreen

Open = Callable[..., DrawnWindow[HelpScreen]]


@pytest.fixture
def drawn(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    opened: list[DrawnWindow[HelpScreen]] = []

    def make(now: HelpAtKiosk, size: tuple[int, int], modes: Modes = Modes()) -> DrawnWindow[HelpScreen]:  # noqa: B008
        screen = HelpScreen(tmp_path, now)
        frame = screen.frame()
        frame.choose_elder(modes.elder)
        made = DrawnWindow(screen, frame, size, qtbot, modes)
        opened.append(made)
        made.go("helper")
        return made

    yield make
    for each in opened:
        each.screen.calls.stop()
        each.frame.choose_elder(False)
        each.close()


@pytest.mark.parametrize("elder", [False, True], ids=["usual", "elder"])
@pytest.mark.parametrize("size", SHAPES, ids=["portrait", "landscape"])
@pytest.mark.parametrize("now", [OFFERED, RINGING, LOUDER, COMING], ids=["offered", "ringing", "louder", "coming"])
def test_every_state_of_a_call_is_whole(drawn: Open, now: HelpAtKiosk, size: tuple[int, int], elder: bool) -> None:
    page = drawn(now, size, Modes(elder=elder))
    page.picture()
    page.check_words()
    page.check_targets()


def test_a_reason_and_one_touch_and_no_thanks(drawn: Open) -> None:
    page = drawn(OFFERED, UPRIGHT)
    page.tap("看不清字")
    page.tap("请人过来")
    page.qtbot.waitUntil(lambda: "已经叫人了" in page.words())
    assert page.screen.bell.rung == [HelpReason.SIGHT]
    page.tap("不用来了")
    page.qtbot.waitUntil(lambda: "请人过来" in page.words())
    assert page.screen.bell.cancelled == 1


@pytest.mark.parametrize("now", [OFFERED, RINGING], ids=["offered", "ringing"])
def test_the_helpers_number_stays_within_one_touch(drawn: Open, now: HelpAtKiosk) -> None:
    page = drawn(now, WIDE)
    page.tap("取帮办号")
    page.wait_for("ticket-done")
    assert "H012" in page.words()
