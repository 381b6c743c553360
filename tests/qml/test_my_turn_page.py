"""到我了吗 and 换打印纸, really drawn in every state: nothing cut, nothing over another, large enough, named, and with contrast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.ports import PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.unavailable import DatabaseUnavailable, PrintCause
from kiosk.domain.queueing import PrintState, TicketState
from kiosk.roles.screen import Modes
from tests.support.drawn_scene import contrast_faults, layout_faults, millimetre_faults, name_faults, see
from tests.support.drawn_window import MM, SHAPES, DrawnWindow
from tests.support.turn_screen import TurnScreen, ticket_seen

BODY_MM = 7.4


class Drawn(DrawnWindow[TurnScreen]):
    """One screen with its window, standing at 到我了吗."""

    def __init__(self, screen: TurnScreen, size: tuple[int, int], qtbot: QtBot, *, contrast: bool) -> None:
        super().__init__(screen, screen.frame(), size, qtbot, Modes(contrast=contrast))
        screen.queue.look()
        self.go("my-turn")

    def check(self) -> None:
        picture = self.view.grabWindow()
        scene = see(self.view.rootObject(), picture)
        assert scene.words
        faults = [
            *layout_faults(scene),
            *millimetre_faults(scene, mm_per_pixel=MM, body_mm=BODY_MM),
            *contrast_faults(scene),
            *name_faults(scene),
        ]
        assert faults == []


def find(screen: TurnScreen, number: str = "A012") -> None:
    screen.turn.chooseLine(number[0])
    for digit in number[1:]:
        screen.turn.typeDigit(digit)
    screen.turn.go()


def typing(screen: TurnScreen) -> None:
    screen.turn.chooseLine("H")
    for digit in "1000":
        screen.turn.typeDigit(digit)


def unknown(screen: TurnScreen) -> None:
    find(screen, "A099")


def away(screen: TurnScreen) -> None:
    screen.side.away = DatabaseUnavailable("test", reason="locked")
    find(screen)


def other_hall(screen: TurnScreen) -> None:
    screen.turn.scan("郑州市金水区文化路街道北段便民服务中心，号码 A012，2026 年 11 月 23 日 09:42 取号")


def waiting(screen: TurnScreen) -> None:
    find(screen)


def many_ahead(screen: TurnScreen) -> None:
    screen.side.tickets["H1000"] = replace(ticket_seen("H1000", ahead=128), wait_low=110, wait_high=195)
    find(screen, "H1000")


def called(screen: TurnScreen) -> None:
    screen.side.tickets["A012"] = ticket_seen(state=TicketState.CALLED, counter=12)
    find(screen)


def cancelled(screen: TurnScreen) -> None:
    screen.side.tickets["A012"] = ticket_seen(state=TicketState.CANCELLED)
    find(screen)


def asks_time(screen: TurnScreen) -> None:
    find(screen)
    screen.turn.cancel()
    for digit in "2359":
        screen.turn.typeDigit(digit)


def wrong_time(screen: TurnScreen) -> None:
    asks_time(screen)
    screen.turn.go()


def sure(screen: TurnScreen) -> None:
    find(screen)
    screen.turn.cancel()
    for digit in "942":
        screen.turn.typeDigit(digit)
    screen.turn.go()


def copy_failed(screen: TurnScreen) -> None:
    find(screen)
    screen.turn.reprint()
    for digit in "942":
        screen.turn.typeDigit(digit)
    screen.turn.go()
    screen.prints.futures[0].set_result(PrintOutcome(PrintState.FAILED, PrintCause.NO_PAPER))


STATES = (typing, unknown, away, other_hall, waiting, many_ahead, called, cancelled, asks_time, wrong_time, sure, copy_failed)


@pytest.fixture
def drawn(qapp: object, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Drawn]]:
    made: list[Drawn] = []

    def draw(size: tuple[int, int], *, contrast: bool = False) -> Drawn:
        made.append(Drawn(TurnScreen(tmp_path), size, qtbot, contrast=contrast))
        return made[-1]

    yield draw
    for each in made:
        each.close()


@pytest.mark.parametrize("contrast", [False, True], ids=["plain", "contrast"])
@pytest.mark.parametrize("size", SHAPES, ids=["portrait", "landscape"])
def test_every_state_stands_well(drawn: Callable[..., Drawn], size: tuple[int, int], contrast: bool) -> None:
    page = drawn(size, contrast=contrast)
    page.check()
    for state in STATES:
        page.screen.turn.forget()
        page.screen.side.__init__()  # type: ignore[misc]  # a fresh hall for each state
        page.screen.prints.futures.clear()
        state(page.screen)
        page.check()


@pytest.mark.parametrize("size", SHAPES, ids=["portrait", "landscape"])
@pytest.mark.parametrize(
    "status",
    [
        None,
        PrinterStatus(PrinterCondition.READY, paper_low=False),
        PrinterStatus(PrinterCondition.READY, paper_low=True),
        PrinterStatus(PrinterCondition.COVER_OPEN),
    ],
)
def test_the_pictures_of_the_roll_and_the_sign_stand_well(
    drawn: Callable[..., Drawn], size: tuple[int, int], status: PrinterStatus | None
) -> None:
    page = drawn(size)
    if status is not None:
        page.screen.sign.hear(status)
    page.go("change-roll")
    page.check()
    page.screen.navigator.home()
    page.frame.show_staff_sign(page.screen.sign.words)
    page.check()
