"""One kiosk of a given screen and mode that goes from state to state, for the matrix (tests/qml/matrix): which screens, which modes.

The pages are shown with the whole frame around them, on the real edition and a throw-away hall. Elsewhere: which pages in which states
(matrix_states), what is wrong on a drawn screen (drawn_scene).
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QObject
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.shared.navigator import HOME, Place
from kiosk.roles.parts import Parts
from kiosk.roles.screen import Modes, application, mm_per_pixel
from tests.support.drawn_scene import SceneSeen, see
from tests.support.halls import MONDAY_TEN
from tests.support.matrix_states import StagedKiosk, State, at

UPRIGHT, WIDE = (1080, 1920), (1920, 1080)
NORMAL, ELDER, CONTRAST, LOW = Modes(), Modes(elder=True), Modes(contrast=True), Modes(low=True)
SMALL, USUAL = 15.6, 21.5
MOUNT = 800
"""Millimetres from the floor to the lower edge of every screen here."""
LEAST_REACH, REACH = 380, 1200
LARGER = (32.0, 43.0)
"""Diagonals whose screens look as one of 21.5″ does: nothing is below its millimetres there."""
PATIENCE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Screen:
    """One cell of the matrix. `diagonal` in inches."""

    size: tuple[int, int]
    modes: Modes
    diagonal: float

    @property
    def name(self) -> str:
        mode = "-".join(mode for mode in ("elder", "contrast", "low") if getattr(self.modes, mode)) or "normal"
        fine = "-4k" if max(self.size) > max(UPRIGHT) else ""
        return f"{'upright' if self.size[1] > self.size[0] else 'wide'}-{mode}-{self.diagonal}{fine}"

    @property
    def mm_per_pixel(self) -> float:
        return mm_per_pixel(*self.size, self.diagonal)

    @property
    def body_mm(self) -> float:
        """The least ink of a Hanzi (experience.md §3)."""
        return 12.0 if self.modes.elder else 7.4


SCREENS = tuple(
    Screen(size, modes, diagonal) for size in (UPRIGHT, WIDE) for modes in (NORMAL, ELDER, CONTRAST) for diagonal in (SMALL, USUAL)
)
LOW_SCREENS = (
    Screen(UPRIGHT, LOW, SMALL),
    Screen(UPRIGHT, LOW, USUAL),
    Screen(UPRIGHT, Modes(elder=True, low=True), USUAL),
    *(Screen(UPRIGHT, LOW, diagonal) for diagonal in LARGER),
    Screen(UPRIGHT, Modes(elder=True, low=True), LARGER[-1]),
    Screen(WIDE, LOW, LARGER[-1]),
)
"""Low-reach: where it changes something. In high contrast it is the same layout in other colours."""
FINE_SCREENS = (Screen((2160, 3840), NORMAL, LARGER[-1]), Screen((3840, 2160), ELDER, USUAL))
"""4K shows what a plain screen shows, twice as fine."""


def reach_faults(scene: SceneSeen, screen: Screen) -> list[str]:
    """Low-reach: middles of targets that are higher or lower than an arm from a wheelchair. The sign for staff is for those who stand."""
    found = []
    for target in scene.targets:
        height = MOUNT + (scene.size[1] - target.box.center().y()) * screen.mm_per_pixel
        if target.available and target.kind != "StaffSign" and not LEAST_REACH <= height <= REACH:
            found.append(f"out of reach: {target.name} {height:.0f} mm")
    return found


class MatrixKiosk:
    """A kiosk on one screen in one mode. Close it."""

    def __init__(self, hall: Path, folder: Path, screen: Screen) -> None:
        """`hall`: a data directory after first use, which is copied to `folder`."""
        self.screen = screen
        shutil.copytree(hall, folder)
        application()
        self.kiosk = StagedKiosk(Parts(data=DataDirectory(folder), environment={"KIOSK_NOW": MONDAY_TEN.isoformat()}))
        width, height = screen.size
        self.view = self.kiosk.open(width=width, height=height, diagonal=screen.diagonal, modes=screen.modes, mount=MOUNT)
        self.view.show()
        self.kiosk.pages.home.show_hall(self.kiosk.hall.settings.hall)
        self.kiosk.queue.look()
        self._wait(lambda: self.kiosk.queue.answered)

    def close(self) -> None:
        self.kiosk.close()
        shiboken6.delete(self.kiosk)
        gc.collect()

    def body_at(self, diagonal: float) -> int:
        """The type size of body words, were this screen that large."""
        theme = cast("QObject", self.view.engine().singletonInstance("Kiosk.Theme", "Theme"))
        kept = theme.property("mmPerPixel")
        theme.setProperty("mmPerPixel", mm_per_pixel(*self.screen.size, diagonal))
        body = int(QQmlProperty(theme, "type.body", self.view.engine()).read())
        theme.setProperty("mmPerPixel", kept)
        return body

    def show(self, shown: State | Place) -> SceneSeen:
        """That page, settled and drawn. A place that one is at already is drawn as it stands."""
        if isinstance(shown, State):
            self.kiosk.calm()
            self._settle()
            for step in shown.steps:
                step(self.kiosk)
                self._settle()
        elif shown == HOME:
            self.kiosk.navigator.home()
        elif shown != self.kiosk.navigator.here:
            at(shown).steps[0](self.kiosk)
        self._settle()
        self.kiosk.idle.hold()
        for _ in range(2):
            QTest.qWait(0)
            self.view.grabWindow()
        if self.kiosk.citizen.page == "attachment":
            self._wait(self._form_stands)
            self.view.grabWindow()
        QTest.qWait(0)
        return see(self.view.rootObject(), self.view.grabWindow())

    def _form_stands(self) -> bool:
        """Pictures of forms are read beside the screen's thread."""
        items = self.view.rootObject().findChildren(QQuickItem)
        form = next(item for item in items if item.metaObject().className().startswith("FormPicture") and item.isVisible())
        return bool(form.property("ready") or form.property("away"))

    def _settle(self) -> None:
        """What was asked of workers and printers has been heard."""
        QTest.qWait(0)
        self._wait(lambda: self.kiosk.jobs.idle)

    @staticmethod
    def _wait(condition: Callable[[], bool]) -> None:
        patience = QDeadlineTimer(PATIENCE_MS)
        while not condition():
            assert not patience.hasExpired(), "it came"
            QTest.qWait(10)
