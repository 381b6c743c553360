"""A kiosk that is touched at random, without a pause: `python -m tests.survival.touches COUNT SEED [WIDTHxHEIGHT]`; prints one JSON line.

Fingers come in as Qt's own touch events at the window of a real kiosk on a real hall. Time is compressed: the half second in which a second
tap is the same tap is none here (a copy of the theme says so), idle seconds and hall minutes are counted in touches. Most touches go to
things that can be pressed, some anywhere, some slide or tremble; now and then the person stands still until the session ends.

Counted: exceptions (Python's and those that the jobs report), warnings of Qt and QML, windows that are not the kiosk's, the pages reached,
and the memory over the second half.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kiosk.infrastructure import paths
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtQuick import QQuickItem, QQuickView

    from kiosk.application.ports import Clock
    from kiosk.roles.citizen import CitizenKiosk

NOT_BY_TOUCH = frozenset({"fault", "change-roll", "attachment"})
"""Pages that no finger opens in a hall as it is delivered: a bug shows the first, a printer the second, the hall's own samples the third."""
DRAW_EVERY = 25
SAMPLES = 40


class TouchedParts(Parts):
    """The hall's parts with a clock that the touches move."""

    touched_clock = StandingClock()

    @property
    def clock(self) -> Clock:
        return self.touched_clock


def rss_mb() -> float:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def impatient_resources(folder: Path) -> Path:
    """The product's resources, but the half second of a second tap is none."""
    copy = folder / "resources"
    shutil.copytree(paths.resources_dir(), copy)
    times = copy / "qml" / "Kiosk" / "Theme" / "Times.qml"
    text, count = re.subn(r"(readonly property int secondTap: )\d+", r"\g<1>0", times.read_text("utf-8"))
    if count != 1:
        raise RuntimeError("the theme has no secondTap any more")
    times.write_text(text, "utf-8")
    return copy


class Person:
    """One after the other, with a finger and no plan."""

    def __init__(self, kiosk: CitizenKiosk, view: QQuickView, lot: random.Random) -> None:
        from PySide6.QtTest import QTest

        self._kiosk = kiosk
        self._view = view
        self._lot = lot
        self._device = QTest.createTouchDevice()
        self._touched: Counter[str] = Counter()
        self.pages: Counter[str] = Counter()

    def touch(self) -> None:
        from PySide6.QtCore import QCoreApplication

        manner = self._lot.random()
        place = self._anywhere() if manner < 0.15 else self._something()
        if manner > 0.97:
            self._slide(place, self._anywhere())
        elif manner > 0.94:
            self._tap(place)
            self._tap(place)
        else:
            self._tap(place)
        QCoreApplication.processEvents()
        self.pages[self._kiosk.citizen.page] += 1

    def _tap(self, place: QPoint) -> None:
        from PySide6.QtTest import QTest

        QTest.touchEvent(self._view, self._device).press(0, place, self._view).commit()
        QTest.touchEvent(self._view, self._device).release(0, place, self._view).commit()

    def _slide(self, start: QPoint, end: QPoint) -> None:
        from PySide6.QtTest import QTest

        QTest.touchEvent(self._view, self._device).press(0, start, self._view).commit()
        for part in (3, 2, 1):
            QTest.touchEvent(self._view, self._device).move(0, (start + end * part) / (part + 1), self._view).commit()
        QTest.touchEvent(self._view, self._device).release(0, end, self._view).commit()

    def _anywhere(self) -> QPoint:
        from PySide6.QtCore import QPoint

        return QPoint(self._lot.randrange(self._view.width()), self._lot.randrange(self._view.height()))

    def _something(self) -> QPoint:
        """The thing that was touched least among a few that lie about; an aimless choice would hardly ever leave the first pages.

        By its name alone: what stands on every page (大字版, after which every page is made anew) is one thing.
        """
        from PySide6.QtCore import QPointF

        things = list(pressable(self._view.contentItem()))
        if not things:
            return self._anywhere()
        some = self._lot.sample(things, min(4, len(things)))
        chosen = min(some, key=lambda item: self._touched[str(item.property("name"))])
        self._touched[str(chosen.property("name"))] += 1
        return chosen.mapToScene(QPointF(chosen.width() / 2, chosen.height() / 2)).toPoint()


def pressable(item: QQuickItem) -> list[QQuickItem]:
    found: list[QQuickItem] = []
    waiting = [item]
    while waiting:
        each = waiting.pop()
        if not each.isVisible() or not each.isEnabled():
            continue
        meta = each.metaObject()
        if meta.indexOfSignal("activated()") >= 0 and meta.indexOfProperty("down") >= 0 and each.property("available"):
            found.append(each)
        waiting += each.childItems()
    return found


class Complaints(logging.Handler):
    """Everything that the product's log calls an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


def touched(count: int, seed: int, size: tuple[int, int], folder: Path) -> dict[str, object]:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtGui import QGuiApplication

    from kiosk.roles import citizen, screen

    resources = impatient_resources(folder)
    screen.resources_dir = lambda: resources  # type: ignore[attr-defined]
    clock = TouchedParts.touched_clock = StandingClock()
    parts = TouchedParts(data=DataDirectory(folder / "data"), environment={})
    application = screen.application()
    exceptions: list[str] = []
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    kiosk = citizen.CitizenKiosk(parts)

    def bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        exceptions.append(f"{kind.__name__}: {error}")
        kiosk.bug(kind, error, trace)

    sys.excepthook = bug
    kiosk.jobs.failed.connect(lambda error: exceptions.append(f"job: {error!r}"))
    view = kiosk.open(width=size[0], height=size[1], diagonal=21.5, modes=screen.Modes())
    view.show()
    kiosk.wake()
    kiosk.idle._timer.setInterval(1_000_000_000)  # its seconds are counted in touches
    passed = [0.0]
    kiosk.pages.taking._seconds = lambda: passed[0]
    settle(kiosk)
    lot = random.Random(seed)
    person, windows, memory, began = Person(kiosk, view, lot), set[str](), list[float](), time.monotonic()
    for turn in range(count):
        person.touch()
        passed[0] += 2
        if turn % DRAW_EVERY == 0:
            view.grabWindow()
        if lot.random() < 0.004:
            walk_away(kiosk, person.pages)
        if turn % 100 == 99:
            # The hall's day goes round between nine and five.
            clock.moment = MONDAY_TEN.replace(hour=9) + timedelta(minutes=(turn // 100) % 480)
            kiosk.wall_clock.look()
            settle(kiosk)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop of its own runs here
            kiosk.garbage.collect()
        windows |= {str(window.title() or window) for window in QGuiApplication.allWindows() if window is not view}
        if (turn + 1) % max(1, count // SAMPLES) == 0:
            gc.collect()
            memory.append(rss_mb())
            print(f"{turn + 1} touches in {time.monotonic() - began:.0f} s, {memory[-1]:.0f} MB", file=sys.stderr, flush=True)
    seconds = time.monotonic() - began
    walk_away(kiosk, person.pages)
    settle(kiosk)
    made = set(kiosk.pages.makers)
    kiosk.close()
    application.quit()
    half = memory[len(memory) // 2 :]
    return {
        "touches": count,
        "seconds": round(seconds, 1),
        "exceptions": exceptions,
        "errors_in_the_log": complaints.told,
        "foreign_windows": sorted(windows),
        "pages": dict(person.pages),
        "pages_not_reached": sorted(made - set(person.pages) - NOT_BY_TOUCH),
        "memory_mb": [round(each, 1) for each in memory],
        "growth_second_half_percent": round(100 * (half[-1] / half[0] - 1), 2) if half else None,
    }


def settle(kiosk: CitizenKiosk) -> None:
    """Runs the event loop until every deed that was asked for is answered."""
    from PySide6.QtTest import QTest

    until = time.monotonic() + 60
    while not kiosk.jobs.idle or kiosk.pages.taking.under_way:
        if time.monotonic() > until:
            raise RuntimeError("a job never ended")
        QTest.qWait(5)


def walk_away(kiosk: CitizenKiosk, pages: Counter[str]) -> None:
    """Nobody touches anything until the session has ended."""
    settle(kiosk)
    for _ in range(400):
        if not kiosk.idle.running:
            return
        kiosk.idle.tick()
        pages[kiosk.citizen.page] += kiosk.citizen.page == "idle"
    raise RuntimeError("the session never ended")


def main(count: int, seed: int, size: str) -> None:
    width, height = map(int, size.split("x"))
    with tempfile.TemporaryDirectory(prefix="touches-") as name:
        folder = Path(name)
        prepared = Parts(data=DataDirectory(folder / "data"), environment={})
        prepared.make_ready()
        prepared.close()
        print(json.dumps(touched(count, seed, (width, height), folder), ensure_ascii=False))


if __name__ == "__main__":
    os.environ.update(QT_IM_MODULE="none", QT_ENABLE_HIGHDPI_SCALING="0")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "540x960")
