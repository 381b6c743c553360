"""A kiosk that is touched: `python -m tests.benchmarks.touch_probe WIDTHxHEIGHT COLD SECONDS`; prints one JSON line.

Fingers come in as Qt's own touch events at the window of a real CitizenKiosk. Each tap goes to the thing that was touched least: first by
its kind on its page, then by its name, then by a lot that is the same in every run. The first COLD taps come before the pages are made
ahead; then the kiosk is woken as after its first frame, and touched for SECONDS.

A tap is timed at frames that have been shown: `press_ms` to the first one in which the touched thing is down; `screen_ms` from lifting the
finger to the last one of its doing, that is, with no more than CALM_MS between it and the frame (or the end of the work) before. Waiting for
the guards against second taps is not timed.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

    from kiosk.roles.citizen import CitizenKiosk

CALM_MS = 120
HOLD_MS = 60
LONGEST_MS = 3000
LONGEST_PRESS_MS = 600
GUARD_MS = 560
"""Longer than the half second in which a page or a thing takes no second tap."""
SEED = 7
_MADE_NAME = re.compile(r"_(QMLTYPE|QML)_\d+.*$")


@dataclass(frozen=True, slots=True)
class Target:
    """Something on the screen that can be pressed now, with its middle in pixels."""

    page: str
    kind: str
    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Tap:
    """`leads`: another place was shown afterwards. `cold`: its page had not been made. `press_ms` 0: no frame showed the thing pressed."""

    origin: str
    goal: str
    kind: str
    name: str
    leads: bool
    cold: bool
    press_ms: float
    screen_ms: float
    first_ms: float
    cpu_ms: float


class Finger:
    """One finger at the window of a running kiosk."""

    def __init__(self, kiosk: CitizenKiosk) -> None:
        from PySide6.QtTest import QTest

        if kiosk.view is None:
            raise RuntimeError("no window")
        self._kiosk = kiosk
        self._view = kiosk.view
        self._device = QTest.createTouchDevice()
        self._frames: list[tuple[int, int]] = []
        self._watched: QQuickItem | None = None
        self._down_at = 0
        self._view.frameSwapped.connect(self._framed)

    def _framed(self) -> None:
        now = time.monotonic_ns()
        self._frames.append((now, time.process_time_ns()))
        if self._watched is not None and not self._down_at and self._watched.property("down"):
            self._down_at = now

    def targets(self) -> list[tuple[Target, QQuickItem]]:
        """All that can be pressed, by looking for things with `activated` and `down` whose middle lies in the window."""
        from PySide6.QtCore import QPointF

        page = self._kiosk.citizen.page
        found = []
        for item in _pressable(self._view.contentItem()):
            middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
            if 0 <= middle.x() < self._view.width() and 0 <= middle.y() < self._view.height():
                found.append((Target(page, _kind(item), str(item.property("name")), int(middle.x()), int(middle.y())), item))
        return found

    def tap(self, target: Target, item: QQuickItem) -> Tap:
        from PySide6.QtCore import QPoint
        from PySide6.QtTest import QTest

        kiosk, place = self._kiosk, QPoint(target.x, target.y)
        here, made = kiosk.navigator.here, made_pages(kiosk)
        self._watched, self._down_at = item, 0
        pressed_at = time.monotonic_ns()
        QTest.touchEvent(self._view, self._device).press(0, place, self._view).commit()
        run_until(lambda: self._down_at != 0, LONGEST_PRESS_MS)
        press_ms = (self._down_at - pressed_at) / 1e6 if self._down_at else 0.0
        self._watched = None
        run_for(HOLD_MS)
        self._frames.clear()
        lifted_at, processor = time.monotonic_ns(), time.process_time_ns()
        QTest.touchEvent(self._view, self._device).release(0, place, self._view).commit()
        last = self._settled(lifted_at)
        there = kiosk.navigator.here
        return Tap(
            origin=here.page,
            goal=there.page,
            kind=target.kind,
            name=target.name,
            leads=there != here,
            cold=there.page not in made,
            press_ms=press_ms,
            screen_ms=(last[0] - lifted_at) / 1e6 if last else 0.0,
            first_ms=(self._frames[0][0] - lifted_at) / 1e6 if last else 0.0,
            cpu_ms=(last[1] - processor) / 1e6 if last else 0.0,
        )

    def _settled(self, lifted_at: int) -> tuple[int, int] | None:
        """The last frame before CALM_MS of calm, counted from the last frame or from the end of the work."""
        worked_until = lifted_at

        def calm() -> bool:
            nonlocal worked_until
            now = time.monotonic_ns()
            if not self._kiosk.jobs.idle:
                worked_until = now
            latest = max(worked_until, self._frames[-1][0] if self._frames else 0)
            return now - latest > CALM_MS * 1_000_000

        run_until(calm, LONGEST_MS)
        return self._frames[-1] if self._frames else None


def _kind(item: QQuickItem) -> str:
    return _MADE_NAME.sub("", item.metaObject().className())


def _all(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _all(child)


def _pressable(item: QQuickItem) -> Iterator[QQuickItem]:
    if not item.isVisible() or not item.isEnabled():
        return
    meta = item.metaObject()
    if meta.indexOfSignal("activated()") >= 0 and meta.indexOfProperty("down") >= 0 and item.property("available"):
        yield item
    for child in item.childItems():
        yield from _pressable(child)


def run_for(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def run_until(condition: Callable[[], bool], milliseconds: int) -> bool:
    """Runs the event loop, asking every few milliseconds; False when time is up."""
    until = time.monotonic() + milliseconds / 1000
    while not condition():
        if time.monotonic() > until:
            return False
        run_for(4)
    return True


def least_touched(finger: Finger, counts: Counter[object], lot: random.Random) -> tuple[Target, QQuickItem]:
    here = finger.targets()
    if not here:
        raise RuntimeError("nothing to press")
    return min(here, key=lambda each: (counts[each[0].page, each[0].kind], counts[each[0].page, each[0].kind, each[0].name], lot.random()))


def touch(kiosk: CitizenKiosk, cold: int, seconds: float) -> list[Tap]:
    finger, counts, lot = Finger(kiosk), Counter[object](), random.Random(SEED)
    done: list[Tap] = []

    def once() -> None:
        run_for(GUARD_MS)
        target, item = least_touched(finger, counts, lot)
        counts[target.page, target.kind] += 1
        counts[target.page, target.kind, target.name] += 1
        done.append(finger.tap(target, item))

    for _ in range(cold):
        once()
    kiosk.wake()
    # Work of the first idle seconds is over: what a person meets all day.
    run_until(lambda: all_made(kiosk) and kiosk.jobs.idle, 30_000)
    run_for(GUARD_MS)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        once()
    return done


def _hosts(kiosk: CitizenKiosk) -> list[QQuickItem]:
    return [] if kiosk.view is None else [item for item in _all(kiosk.view.contentItem()) if _kind(item) == "PageHost"]


def made_pages(kiosk: CitizenKiosk) -> set[str]:
    """Pages whose QML stands. Another version of the screen puts pages away: their view models remain, the QML is made anew."""
    return {str(host.property("page")) for host in _hosts(kiosk) if host.childItems()}


def all_made(kiosk: CitizenKiosk) -> bool:
    """The QML of every page stands that is made ahead."""
    from kiosk.interface.citizen.citizen import NOT_AHEAD

    hosts = {str(host.property("page")) for host in _hosts(kiosk)}
    return len(hosts) > 1 and hosts - NOT_AHEAD <= made_pages(kiosk)


def main(size: str, cold: int, seconds: float) -> None:
    from kiosk.infrastructure.paths import data_directory
    from kiosk.roles.citizen import CitizenKiosk
    from kiosk.roles.parts import Parts
    from kiosk.roles.screen import Modes, application

    width, height = map(int, size.split("x"))
    parts = Parts(data=data_directory(None))
    app = application()
    kiosk = CitizenKiosk(parts)
    view = kiosk.open(width=width, height=height, diagonal=21.5, modes=Modes())
    view.show()
    kiosk.pages.home.show_hall(kiosk.hall.settings.hall)
    kiosk.queue.look()
    run_until(lambda: kiosk.queue.answered, 20_000)
    done = touch(kiosk, cold, seconds)
    kiosk.close()
    app.quit()
    print(json.dumps([asdict(tap) for tap in done], ensure_ascii=False))


if __name__ == "__main__":
    os.environ["QT_IM_MODULE"] = "none"
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
