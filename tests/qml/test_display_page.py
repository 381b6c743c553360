"""The display really drawn, in every state and shape: nothing cut, nothing over another, to be read by its contrast, scaled as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from kiosk.domain.alerts import Alert, AlertId, AlertReason
from kiosk.domain.announcing import Call
from kiosk.domain.hall import Lunch, Notice, NoticeKind
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing.counters import CounterState
from kiosk.infrastructure.catalog_files.edition_file import read_edition
from kiosk.infrastructure.paths import built_edition
from kiosk.infrastructure.speech.silence import Silence
from kiosk.interface.display.announcer import Announcer
from kiosk.interface.display.display import DisplayViewModel
from kiosk.interface.display.display_watch import DisplayWatch
from kiosk.interface.display.publication import leaves_of
from kiosk.interface.shared.wall_clock import WallClock
from kiosk.roles.screen import Modes, open_view
from tests.support.display_views import OPEN, answer, call
from tests.support.drawn_scene import SceneSeen, WordsSeen, contrast_faults, layout_faults, see
from tests.support.halls import MONDAY_TEN, StandingClock, hall

FULL_HD, HD, FOUR_K, UPRIGHT, OLD = (1920, 1080), (1280, 720), (3840, 2160), (1080, 1920), (1024, 768)
LINES = (("A", "一口受理", 12, 12, 20), ("B", "社保", 34, 15, 20), ("H", "金小二帮办", 8, 5, 10))
LONG_LINES = (("A", "一二三四五六七八九十", 123, 112, 320), ("B", "一二三四五六七八九十", 99, 15, 20), ("H", "金小二帮办", 8, 5, 10))
MANY_LINES = tuple((letter, "一口受理窗口", 12, 1, 2) for letter in "ABCDEFGH")
NOTICES = (
    Notice("一二三四五六七八九十一二三四五六七八九十", "写得很长的告示，" * 37, NoticeKind.STREET, date(2026, 11, 1), date(2026, 12, 31)),
    Notice("调整", "3 号窗口今天不开。", NoticeKind.HALL),
)
LAST = tuple(call(f"A{number:03d}", number) for number in (11, 10, 9, 8, 7, 6))
LONG_LAST = tuple(replace(call(f"A{number}", 88), ticket=number) for number in range(1005, 999, -1))  # type: ignore[arg-type]


_FIGURES = re.compile(r"[A-Z0-9:]+")


class _NoJobs:
    """Nobody asks here."""

    def run(self, *_: object, **__: object) -> None:
        raise AssertionError


class Drawn:
    """The display's window, showing values."""

    def __init__(self, size: tuple[int, int], *, contrast: bool = False) -> None:
        self.size = size
        self.watch = DisplayWatch(lambda seen: answer(), _NoJobs())
        self.announcer = Announcer(Silence())
        self.edition = read_edition(built_edition())
        clock = StandingClock()
        self.wall_clock = WallClock(clock)
        self.display = DisplayViewModel(
            edition=self.edition, hall=replace(hall(), name="文化路街道便民服务大厅", notices=NOTICES), clock=clock,
            wall_clock=self.wall_clock, watch=self.watch, announcer=self.announcer,
        )  # fmt: skip
        self.view: QQuickView = open_view(
            main="Display/Main.qml", properties={"display": self.display}, width=size[0], height=size[1], diagonal=43.0,
            modes=Modes(contrast=contrast),
        )  # fmt: skip
        self.view.show()

    def show(self, now: object, *, board: Call | None = None, last: tuple[Call, ...] = LAST, stale: bool = False) -> SceneSeen:
        self.watch.now, self.watch.stale = now, stale  # type: ignore[assignment]
        self.announcer.board, self.announcer.last = board, last
        self.display.refresh()
        self.display.stop()  # pages turn when the test says so
        return self.look()

    def turn(self) -> None:
        self.display.turn()
        self.display.stop()

    def look(self) -> SceneSeen:
        picture = self.view.grabWindow()
        scene = see(self.view.rootObject(), picture)
        return replace(scene, words=tuple(_as_inked(seen) for seen in scene.words))

    def close(self) -> None:
        self.display.stop()
        self.announcer.close()
        shiboken6.delete(self.view)


@pytest.fixture(scope="module", params=[FULL_HD, HD, FOUR_K, UPRIGHT, OLD], ids=lambda size: f"{size[0]}x{size[1]}")
def drawn(request: pytest.FixtureRequest, qapp: object) -> Iterator[Drawn]:
    made = Drawn(request.param)
    yield made
    made.close()


def _as_inked(seen: WordsSeen) -> WordsSeen:
    """Figures and capitals stand in the middle part of their line of type, and nothing of them hangs below it."""
    if not _FIGURES.fullmatch(seen.words):
        return seen
    middle, half = seen.ink.center(), 0.4 * seen.size
    return replace(seen, ink=QRectF(seen.ink.left(), middle.y() - half, seen.ink.width(), 2 * half))


def words(scene: SceneSeen) -> set[str]:
    return {seen.words for seen in scene.words}


COUNTERS = {
    "three": (CounterState.OPEN, CounterState.PAUSED, CounterState.CLOSED),
    "eight": (CounterState.OPEN,) * 6 + (CounterState.PAUSED, CounterState.CLOSED),
    "twenty": (CounterState.OPEN, CounterState.PAUSED) * 10,
}


@pytest.mark.parametrize("counters", COUNTERS.values(), ids=COUNTERS)
@pytest.mark.parametrize("number", ["A012", "W888", "A1000"])
def test_a_call(drawn: Drawn, number: str, counters: tuple[CounterState, ...]) -> None:
    scene = drawn.show(answer(lines=LINES, counters=counters), board=call(number, len(counters)), last=LAST)
    assert layout_faults(scene) == []
    assert {number, str(len(counters)), "请", "到", "号窗口", "刚才叫过", "A011"} <= words(scene)


@pytest.mark.parametrize("lines", [LINES, LONG_LINES, MANY_LINES, LINES[:1]], ids=["three", "long", "eight", "one"])
@pytest.mark.parametrize("state", ["calling", "between", "away"])
def test_any_lines(drawn: Drawn, lines: tuple[tuple[str, str, int, int | None, int | None], ...], state: str) -> None:
    now = answer(lines=lines, counters=COUNTERS["eight"])
    scene = drawn.show(now, board=call("A012") if state == "calling" else None, last=LONG_LAST, stale=state == "away")
    assert drawn.display.mode == state
    assert layout_faults(scene) == []


@pytest.mark.parametrize("state", ["calling", "between", "away"])
def test_a_line_that_is_stopped(drawn: Drawn, state: str) -> None:
    alert = Alert(
        id=AlertId(1), item=None, line=LineId("B"), reason=AlertReason.SYSTEM, since=MONDAY_TEN, until=MONDAY_TEN + timedelta(hours=5)
    )  # fmt: skip
    now = answer(lines=LONG_LINES, counters=COUNTERS["eight"])
    now = replace(now, hall=replace(now.hall, alerts=(alert,)))
    scene = drawn.show(now, board=call("A012") if state == "calling" else None, stale=state == "away")
    assert layout_faults(scene) == []
    assert "停办到 15:00" in words(scene)


@pytest.mark.parametrize("last", [LAST, LONG_LAST, ()], ids=["six", "long", "none"])
def test_away(drawn: Drawn, last: tuple[Call, ...]) -> None:
    scene = drawn.show(answer(lines=LINES, counters=COUNTERS["eight"]), last=last, stale=True)
    assert layout_faults(scene) == []
    assert "信息更新于 10:00" in words(scene)
    assert not [said for said in words(scene) if "约" in said], "no range of minutes that is old"


def test_away_from_the_start(drawn: Drawn) -> None:
    scene = drawn.show(None, last=(), stale=True)
    assert layout_faults(scene) == []
    assert {"排队信息暂时看不到", "请听窗口\n工作人员叫号"} <= words(scene)
    assert not [said for said in words(scene) if "0" in said and ":" not in said and "月" not in said], "unknown is no zero"


def test_no_window_open(drawn: Drawn) -> None:
    lunch = Lunch(MONDAY_TEN, OPEN.until, OPEN.closes_at, assumed=False)
    scene = drawn.show(answer(lines=LINES, opening=lunch, counters=(CounterState.CLOSED,) * 3), last=())
    assert layout_faults(scene) == []
    assert {"现在没有窗口开着", "今天还没有叫号", "窗口都没开"} <= words(scene)


def test_every_page_between_calls(drawn: Drawn) -> None:
    leaves = leaves_of(drawn.edition, len(NOTICES))
    if drawn.size not in (FULL_HD, HD):
        leaves = leaves[:: len(leaves) // 5]
    drawn.show(answer(lines=LINES, counters=COUNTERS["eight"]), last=LONG_LAST)
    faults = []
    for _ in leaves:
        faults += layout_faults(drawn.look())
        drawn.turn()
    assert faults == []


@pytest.mark.parametrize("contrast", [False, True], ids=["usual", "contrast"])
def test_it_is_read_by_its_contrast(qtbot: QtBot, contrast: bool) -> None:
    made = Drawn(FULL_HD, contrast=contrast)
    try:
        now = answer(lines=LINES, counters=COUNTERS["eight"])
        faults = contrast_faults(made.show(now, board=call("A012", 3)))
        faults += contrast_faults(made.show(now, stale=True))
        for _ in range(4):
            faults += contrast_faults(made.show(now))
            made.turn()
        assert faults == []
    finally:
        made.close()


def test_it_is_scaled_as_a_whole(qtbot: QtBot) -> None:
    """Half the pixels, the same drawing: no line is broken anew, no word moves."""
    places = []
    for size in (FULL_HD, (960, 540)):
        made = Drawn(size)
        try:
            scene = made.show(answer(lines=LINES, counters=COUNTERS["eight"]), board=call("A012", 3))
        finally:
            made.close()
        factor = size[0] / FULL_HD[0]
        places.append({seen.words: (seen.ink.center().x() / factor, seen.ink.center().y() / factor) for seen in scene.words})
    large, small = places
    assert large.keys() == small.keys()
    assert all(abs(large[said][axis] - small[said][axis]) < 8 for said in large for axis in (0, 1))
