"""The page of codes, really drawn in both orientations: read off the screen by a reader, nothing cut, everything pressable large enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import PrintCause
from kiosk.domain.catalog import EntryCode
from kiosk.domain.queueing import PrintState
from kiosk.interface.citizen.take_away import TakeAway
from kiosk.roles.screen import Modes
from tests.interface.citizen.test_take_away import Desk
from tests.support.drawn_window import MM, SHAPES, DrawnWindow
from tests.support.phone import read_by_phone
from tests.support.takeaways import ABOLISHED, HARD_ITEM, all_codes, takeaway
from tests.support.ticket_screen import TicketScreen


class Drawn(DrawnWindow[TicketScreen]):
    """The window with this page, over a desk whose futures the test resolves."""

    def __init__(self, screen: TicketScreen, size: tuple[int, int], qtbot: QtBot, *, printer: bool, contrast: bool) -> None:
        self.desk = Desk(sheet=True) if printer else None
        self.page = TakeAway(
            desk=self.desk,
            document_of=lambda code: takeaway(EntryCode(code)),
            jobs=screen.jobs,
            navigator=screen.navigator,
            parent=screen.owner,
        )
        frame = screen.frame({"take-away": lambda: self.page})
        screen.navigator.replace("fault")
        super().__init__(screen, frame, size, qtbot, Modes(contrast=contrast))

    def settle(self) -> None:
        self.wait_for("take-away")

    def check(self) -> None:
        self.view.grabWindow()
        self.check_words()
        self.check_targets()


@pytest.fixture
def drawn(qapp: object, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Drawn]]:
    made: list[Drawn] = []

    def make(size: tuple[int, int], *, printer: bool = True, contrast: bool = False) -> Drawn:
        made.append(Drawn(TicketScreen(tmp_path), size, qtbot, printer=printer, contrast=contrast))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("contrast", [False, True])
def test_the_codes_are_read_off_the_screen_one_by_one(
    drawn: Callable[..., Drawn], qtbot: QtBot, size: tuple[int, int], contrast: bool
) -> None:
    screen = drawn(size, contrast=contrast)
    screen.page.show_qr(takeaway(HARD_ITEM))
    screen.settle()
    texts = takeaway(HARD_ITEM).qr_texts
    for number, text in enumerate(texts, 1):
        assert f"第 {number} 张，共 {len(texts)} 张" in screen.words()
        screen.check()
        qtbot.waitUntil(lambda text=text: read_by_phone(screen.picture().convert("L"), tilt=6, ground=128) == [text])  # type: ignore[misc]
        screen.page.nextCode()


def test_the_next_code_at_a_tap(drawn: Callable[..., Drawn]) -> None:
    screen = drawn(SHAPES[0])
    screen.page.show_qr(takeaway(HARD_ITEM))
    screen.settle()
    screen.tap("下一张")
    assert screen.page.code == 2


@pytest.mark.parametrize("size", SHAPES)
def test_a_module_is_wide_enough_for_an_old_phone(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    """1.2 mm a module and more, for the fullest codes of the catalogue."""
    screen = drawn(size)
    fullest = max(all_codes(), key=lambda code: max(len(text) for text in takeaway(code).qr_texts))
    screen.page.show_qr(takeaway(fullest))
    screen.settle()
    (image,) = [item for item in screen.items() if item.property("source") and str(item.property("source").toString()).startswith("data:")]
    assert image.width() / screen.page.qrModules * MM >= 1.2
    assert image.width() / screen.page.qrModules == int(image.width() / screen.page.qrModules), "whole dots"


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("cause", [None, PrintCause.NO_PAPER, PrintCause.COVER_OPEN, PrintCause.TIMED_OUT, PrintCause.UNREACHABLE])
def test_how_the_paper_stands(drawn: Callable[..., Drawn], size: tuple[int, int], cause: PrintCause | None) -> None:
    screen = drawn(size)
    screen.page.print(takeaway(ABOLISHED))
    screen.settle()
    assert "正在打印" in screen.words()
    screen.check()
    assert "打印" not in [item.property("name") for item in screen.pressables()]
    assert screen.desk is not None
    outcome = PrintOutcome(PrintState.PRINTED) if cause is None else PrintOutcome(PrintState.FAILED, cause)
    screen.desk.futures[0].set_result(outcome)
    screen.check()
    screen.tap("再印一张" if cause is None else "再试一次")
    assert len(screen.desk.documents) == 2


@pytest.mark.parametrize("size", SHAPES)
def test_without_a_printer_nothing_offers_paper(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    screen = drawn(size, printer=False)
    screen.page.show_qr(takeaway(ABOLISHED))
    screen.settle()
    assert "打印" not in [item.property("name") for item in screen.pressables()]
    screen.tap("好了，回去")
    assert screen.screen.navigator.here.page == "fault"


@pytest.mark.parametrize("size", SHAPES)
def test_every_title_fits(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    screen = drawn(size)
    longest = sorted(all_codes(), key=lambda code: -len(takeaway(code).title + takeaway(code).verdict))[:6]
    for code in longest:
        screen.page.show_qr(takeaway(code))
        screen.settle()
        screen.check()
