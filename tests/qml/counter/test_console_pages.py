"""Every screen of the console as it is drawn: nothing cut, nothing over anything else, words that can be read, names for screen readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.application.commands.watch_voice import record_voice
from kiosk.application.unavailable import DatabaseUnavailable, VoiceCause
from kiosk.domain.catalog import CatalogList, ServiceItem
from kiosk.domain.my_list import Choices
from kiosk.domain.queueing import TicketClass, TicketState
from kiosk.infrastructure.paths import DataDirectory
from tests.support.console_at_hand import ConsoleAtHand
from tests.support.drawn_scene import contrast_faults, layout_faults, name_faults

LEAST_TYPE = 13
CARD = "WHL-CL-001"


@pytest.fixture
def console(qtbot: QtBot, data: DataDirectory) -> Iterator[ConsoleAtHand]:
    """A clerk at the open counter, people of every class waiting."""
    made = ConsoleAtHand(data)
    for place, kind in enumerate((TicketClass.NORMAL, TicketClass.MILITARY, TicketClass.ASSISTED, TicketClass.NORMAL)):
        made.take(CARD if place == 0 else None, kind, choices=_choices(made) if place == 0 else None)
    made.sign_in()
    yield made
    made.close()


def _choices(console: ConsoleAtHand) -> Choices:
    return Choices(console.parts.edition().content_hash, (("needs_guardian", "no"),), ("0", "1"))


EDGED = ("BarKey", "StaffButton", "PersonBoard")
"""What is drawn as a thing to press. A row of a list, a tab, a word at the foot is told by where it stands."""


def faults(console: ConsoleAtHand) -> list[str]:
    """What is flat is not to be had, and has no edge to show."""
    scene = console.scene()
    flat = {row.label for row in console.console.console.bar.view.keys if not row.ready}
    edged = {each.name for each in scene.targets if each.kind in EDGED and each.name not in flat}
    pale = [fault for fault in contrast_faults(scene) if not fault.startswith("no edge") or any(name in fault for name in edged)]
    # A single thin stroke (I, 1) has hardly a pixel of its full colour.
    seen_pale = [fault for fault in pale if not re.fullmatch(r"pale: . [\d.]+", fault)]
    small = [f"{seen.size} px: {seen.words}" for seen in scene.words if not seen.icon and seen.size < LEAST_TYPE]
    return [*layout_faults(scene), *seen_pale, *name_faults(scene), *small]


STATES = {
    "idle": (),
    "called": ("F2",),
    "serving": ("F2", "F4"),
    "transfer": ("F2", "F7", "2"),
    "park": ("F2", "F4", "F10", "4"),
    "undo": ("F2", "F4", "F5"),
    "refused": ("F2", "F4", "F2"),
    "paused": ("F8",),
    "closed": ("Shift+F8",),
    "locked": ("F2", "F12", "2", "7"),
    "recalls used up": ("F2", "F3", "F3", "F3", "F3"),
}


@pytest.mark.parametrize("state", STATES)
def test_the_bar(console: ConsoleAtHand, state: str) -> None:
    console.view.resize(1366, 72)
    console.keys(*STATES[state])
    assert not console.wide
    assert faults(console) == []


@pytest.mark.parametrize("state", STATES)
def test_the_window(console: ConsoleAtHand, state: str) -> None:
    console.keys("F11", *STATES[state])
    console.step(11)
    assert console.wide
    assert faults(console) == []


@pytest.mark.parametrize(
    "keys",
    [("F1",), ("F2", "Ctrl+Q"), ("F2", "F4", "Ctrl+I", "d", "i", "b", "a", "o"), ("F11", "Ctrl+F", "1"), ("F11", "Down", "Down", "Enter")],
)
def test_what_is_opened_over_the_window(console: ConsoleAtHand, keys: tuple[str, ...]) -> None:
    console.keys(*keys)
    assert faults(console) == []


def test_the_bar_while_the_hall_is_away(console: ConsoleAtHand) -> None:
    console.view.resize(1366, 72)
    console.keys("F2", "F4")
    console.console.desk.away(DatabaseUnavailable("test", reason="away", path="x"))
    assert console.says("连不上大厅")
    assert faults(console) == []


def test_a_call_for_help_in_the_bar_and_in_the_window(console: ConsoleAtHand) -> None:
    console.view.resize(1366, 72)
    console.ring()
    console.step(23)
    assert faults(console) == []
    console.view.resize(1366, 768)
    console.keys("F11")
    assert console.says("2 号机有人找金小二")
    assert faults(console) == []
    console.step(60)
    assert faults(console) == []


def test_the_door(qtbot: QtBot, data: DataDirectory) -> None:
    console = ConsoleAtHand(data)
    try:
        console.type("271")
        assert faults(console) == []
        console.type("999")
        console.keys("Enter")
        assert console.says("刚才的 PIN 不对。")
        assert faults(console) == []
        console.keys("Alt+0")
        assert faults(console) == []
    finally:
        console.close()


def test_a_door_without_accounts(qtbot: QtBot, data: DataDirectory) -> None:
    console = ConsoleAtHand(data, clerks=False)
    try:
        assert console.says("kiosk staff first-admin")
        assert faults(console) == []
    finally:
        console.close()


def test_a_click_does_what_the_key_does(console: ConsoleAtHand) -> None:
    target = next(each for each in console.scene().targets if each.name == "呼叫下一位")
    QTest.mouseClick(console.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target.box.center().toPoint())
    console.settle()
    assert console.desk.current is not None
    assert console.desk.current.state is TicketState.CALLED


def test_a_click_on_a_flat_key_is_answered(console: ConsoleAtHand) -> None:
    target = next(each for each in console.scene().targets if each.name == "办结")
    QTest.mouseClick(console.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target.box.center().toPoint())
    console.settle()
    assert console.message == "现在没有在办的号，先按 F2 呼叫"


def test_keys_keep_their_places_in_every_state(console: ConsoleAtHand) -> None:
    console.view.resize(1366, 72)

    def places() -> list[QPoint]:
        return [each.box.topLeft().toPoint() for each in console.scene().targets if each.kind == "BarKey"][-9:-2]

    before = places()
    assert len(before) == 7
    for key in ("F2", "F4", "F5", "F8", "F8"):
        console.keys(key)
        console.step(11)
        assert places() == before


def test_the_wider_screen_widens_the_middle(console: ConsoleAtHand) -> None:
    console.view.resize(1920, 768)
    console.keys("F11", "F2", "F4")
    assert faults(console) == []


def test_every_item_of_the_catalogue_fits(console: ConsoleAtHand) -> None:
    """The longest names, the most papers, the most steps."""
    edition = console.parts.edition()
    items = [
        entry
        for which in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY)
        for row in edition.listed(which)
        if isinstance(entry := edition.entry(row.code), ServiceItem)
    ]
    hard = {
        max(items, key=lambda item: len(item.plain_name)).code,
        max(items, key=lambda item: len(item.name)).code,
        max(items, key=lambda item: len(item.materials)).code,
        max(items, key=lambda item: max((len(paper.name) for paper in item.materials), default=0)).code,
        max(items, key=lambda item: sum(map(len, item.steps))).code,
        max(items, key=lambda item: len(item.situations)).code,
    }
    console.keys("F11", "F2", "F4", "F5")
    for code in hard:
        number = console.take(code)
        while console.desk.current is None or console.desk.current.number != number:
            if console.desk.current is not None:
                console.keys("F4", "F5")
            console.keys("F2")
        console.keys("F4")
        console.step(11)
        for tab in ("Alt+1", "Alt+2", "Alt+3"):
            console.keys(tab)
            # What is scrolled out of a part is no fault; words that are cut short are.
            assert [fault for fault in faults(console) if fault.startswith("cut")] == [], (code, tab)
        console.keys("F5")


def test_a_silent_display_is_told_at_the_foot_while_it_is(console: ConsoleAtHand) -> None:
    def record(silent: VoiceCause | None) -> None:
        record_voice(display="hall", silent=silent, uow=console.parts.unit_of_work(), clock=console.clock)
        console.step()

    console.keys("F11")
    record(VoiceCause.NO_DEVICE)
    assert console.says("大屏没有声音，请口头叫号")
    assert faults(console) == []
    record(None)
    assert not console.says("大屏")
