"""A whole kiosk in front of a person who has only eyes and one finger.

Here: the role `kiosk citizen` in this process on a real data directory, what stands on its screen, and touches on it. Elsewhere: the steps
in the hall's words (conftest.py), the printer (tests.support.printer_double).

What is read is what is drawn: visible words inside the window. What is touched is found by its accessible name, and the touch goes to the
middle of it as a mouse event on the window; it fails where a finger could not do it, too (outside, switched off, covered by something else).
"""

from __future__ import annotations

import gc
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QPointF, QRectF, Qt
from PySide6.QtQml import QQmlEngine, QQmlProperty
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from kiosk.application.ports import Clock, UptimeClock
from kiosk.application.queries.queueing import TicketSeen, tickets_on
from kiosk.domain.countdown import BootId, Uptime
from kiosk.domain.numbering import business_day
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.citizen.citizen import NOT_AHEAD
from kiosk.roles.citizen import CitizenKiosk
from kiosk.roles.parts import Parts
from kiosk.roles.screen import Modes, application
from tests.support.halls import MONDAY_TEN

PORTRAIT = (1080, 1920)
PATIENCE_MS = 20_000
"""For conditions: a machine under load, not a figure of the product."""
_TREMBLE_MS = 550
_NEVER_MS = 1_000_000_000
_UNSEEN = str.maketrans("", "", "\u2060\u200b")
"""Marks that only tell where a line may break."""


@dataclass
class MovingClock:
    """The hall's clock, set by the story. `seconds` is the screen's own clock, which only goes forward; `running` how long the machine does."""

    moment: datetime = field(default=MONDAY_TEN)
    passed: float = 0.0
    running: float = 0.0

    def now(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return self.passed

    def step(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)
        self.passed += seconds
        self.running += seconds


@dataclass(frozen=True)
class StoryUptime:
    """The machine runs while time passes in the story; who sets the clock alone has set it."""

    clock: MovingClock

    def now(self) -> Uptime:
        return Uptime(BootId("story"), self.clock.running)


class PartsByClock(Parts):
    """The hall's parts with a clock of the story's."""

    def __init__(self, *, data: DataDirectory, clock: MovingClock) -> None:
        super().__init__(data=data, environment={})
        self._moving = clock

    @cached_property
    def clock(self) -> Clock:
        return self._moving

    @cached_property
    def uptime(self) -> UptimeClock:
        return StoryUptime(self._moving)


def hall_with(first_use: Path, folder: Path, *, printer: str = "") -> DataDirectory:
    """A copy of a data directory that has seen first use. `printer`: what stands under [printer] in hall.toml, nothing for none."""
    shutil.copytree(first_use, folder)
    data = DataDirectory(folder)
    if printer:
        settings = data.hall_settings.read_text("utf-8")
        assert 'kind = "none"\n' in settings
        data.hall_settings.write_text(settings.replace('kind = "none"\n', printer), "utf-8")
    return data


class KioskAtHand:
    """One running kiosk. Close it last, before the printer."""

    def __init__(self, data: DataDirectory, *, size: tuple[int, int] = PORTRAIT, awake: bool = True) -> None:
        """`awake` False: the first frame stands, and nothing more has been loaded."""
        self.data = data
        self.clock = MovingClock()
        self.touches = 0
        self.numbers_before: frozenset[int] = frozenset()
        self.on_disk_when_shown: frozenset[str] = frozenset()
        application()
        self.kiosk = CitizenKiosk(PartsByClock(data=data, clock=self.clock))
        self.view: QQuickView = self.kiosk.open(width=size[0], height=size[1], diagonal=21.5, modes=Modes())
        self.view.show()
        if awake:
            self.wake()

    def wake(self) -> None:
        """What the role does after its first frame, to its end. From here on seconds are the story's, not the machine's."""
        self.kiosk.idle._timer.setInterval(_NEVER_MS)
        self.kiosk.pages.taking._seconds = self.clock.seconds
        listening: list[bool] = []
        self.kiosk.listening.began.connect(lambda: listening.append(True))
        self.kiosk.wake()
        self.wait(lambda: self.kiosk.queue.answered, "the queue is known")
        ahead = set(self.kiosk.pages.makers) - NOT_AHEAD
        self.wait(lambda: ahead <= set(self.kiosk.citizen.property("made")), "every page is made that is made ahead")
        self.wait(lambda: bool(listening) or self.kiosk.queue.unavailable is not None, "others are heard")
        self.kiosk.citizen.viewChanged.connect(self._look_at_the_disk)
        self.draw()

    def close(self) -> None:
        """Ends it for good. Python would clear up later and on any thread; Qt objects must go on this one, before the next kiosk is made."""
        self.kiosk.close()
        shiboken6.delete(self.kiosk)
        gc.collect()

    def begin_visit(self) -> None:
        """Somebody steps up to the home screen."""
        self.wait(lambda: self.kiosk.pages.taking.under_way is False, "the last deed is done")
        self.kiosk.citizen.endSession()
        self.clock.passed += 3600
        self.touches = 0
        self.numbers_before = frozenset(ticket.id for ticket in self.tickets())
        self.on_disk_when_shown = frozenset()
        self.draw()

    def end_visit(self) -> None:
        """They walk away: home, nothing under way, no clock running."""
        self.wait(lambda: self.kiosk.pages.taking.under_way is False, "the last deed is done")
        self.kiosk.citizen.endSession()
        self.draw()

    def _look_at_the_disk(self) -> None:
        """The screen is about to show a number: what is in the database at this moment?"""
        if self.kiosk.citizen.property("page") == "ticket-done" and not self.on_disk_when_shown:
            self.on_disk_when_shown = frozenset(ticket.number for ticket in self.new_tickets())

    # -- time --------------------------------------------------------------------------------------------------------------

    @staticmethod
    def wait(condition: Callable[[], bool], what: str | Callable[[], str]) -> None:
        """Runs the event loop until it holds. `what` is told when it never does."""
        patience = QDeadlineTimer(PATIENCE_MS)
        while not condition():
            assert not patience.hasExpired(), f"never came: {what() if callable(what) else what}"
            QTest.qWait(10)

    def draw(self) -> None:
        """A grab polishes and draws the scene."""
        QTest.qWait(0)
        self.view.grabWindow()

    def set_clock(self, moment: datetime) -> None:
        """The hall's clock stands at `moment`, as if somebody had set it, and the screens have noticed."""
        self.clock.moment = moment
        self._notice(moment)

    def live_until(self, moment: datetime) -> None:
        """Time passes until `moment`, on the clock and for the machine."""
        self.clock.step((moment - self.clock.moment).total_seconds())
        self._notice(moment)

    def _notice(self, moment: datetime) -> None:
        self.kiosk.wall_clock.look()
        self.wait(lambda: self._queue_is_of(moment), "the queue at that time")
        self.draw()

    def _queue_is_of(self, moment: datetime) -> bool:
        """Asks as well: a question that was under way when the clock was set is answered with the time before."""
        queue = self.kiosk.queue
        queue.look()
        return queue.unavailable is not None or (queue.now is not None and queue.now.at == moment)

    def quiet_seconds(self, seconds: int) -> None:
        """So many seconds pass in which nobody does anything."""
        for _ in range(seconds):
            self.clock.step(1)
            self.kiosk.pages.taking.tick()
            if self.kiosk.idle.running:
                self.kiosk.idle.tick()
        self.draw()

    # -- eyes --------------------------------------------------------------------------------------------------------------

    @property
    def page(self) -> str:
        """What is shown, `guide/WHL-MZ-001` or `idle`."""
        shown = str(self.kiosk.citizen.property("page"))
        here = self.kiosk.navigator.here
        return str(here) if here.page == shown else shown

    def shown(self) -> Iterator[QQuickItem]:
        """Every item that is visible, in the order in which it is painted."""
        yield from _painted(self.view.contentItem())

    def words(self) -> Sequence[str]:
        """The words that stand inside the window, line by line of what was written in one piece."""
        self.draw()
        return [str(item.property("text")).translate(_UNSEEN) for item in self.shown() if _reads(item) and self._inside(item)]

    def says(self, words: str) -> bool:
        return any(words in line for line in self.words())

    def read(self, words: str) -> None:
        """Waits until the words stand there."""
        self.wait(lambda: self.says(words), lambda: f"“{words}” on {self.page}: {' / '.join(self.words())}")

    def largest_words(self) -> str:
        """The words in the largest type: what is seen from afar."""
        self.draw()
        return str(max((item for item in self.shown() if _reads(item)), key=_type_size).property("text"))

    def _inside(self, item: QQuickItem) -> bool:
        window = QRectF(0, 0, self.view.width(), self.view.height())
        return window.contains(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).center())

    # -- one finger --------------------------------------------------------------------------------------------------------

    def names(self) -> Sequence[str]:
        """Accessible names of what can be pressed here."""
        self.draw()
        return [name for item in self.shown() if item.property("available") is not None and (name := accessible_name(item))]

    def pressable(self, name: str) -> QQuickItem | None:
        """The thing of this accessible name; else the one that is spoken with more after a comma; else the one whose name begins so."""
        self.draw()
        things = [(accessible_name(item), item) for item in self.shown() if item.property("available") is not None]
        for fits in (name.__eq__, lambda known: known.startswith(f"{name}，"), lambda known: known.startswith(name)):
            found = [item for known, item in things if fits(known)]
            if found:
                return found[-1]
        return None

    def can_be_touched(self, name: str) -> str:
        """Empty when a finger can press it now, else why not."""
        item = self.pressable(name)
        if item is None:
            return f"no “{name}” here, but {'、'.join(self.names())}"
        if not item.isEnabled() or not item.property("available"):
            return f"“{name}” is switched off"
        middle = self._middle(item)
        if not QRectF(0, 0, self.view.width(), self.view.height()).contains(middle):
            return f"“{name}” lies outside the screen, at {middle.toTuple()}"
        hit = _taken_by(self.view.contentItem(), middle)
        if hit is None or not (hit is item or item.isAncestorOf(hit)):
            return f"“{name}” is covered by {hit}"
        return ""

    def touch(self, name: str, times: int = 1) -> None:
        """Presses and releases in the middle of the thing, as soon as a finger can. With `times` 2 it trembles: the second tap follows at once."""
        self.wait(lambda: self.can_be_touched(name) == "", lambda: f"{self.can_be_touched(name)} ({self.page})")
        item = self.pressable(name)
        assert item is not None
        # Two touches that are meant lie further apart than a tremble; the story's seconds do not move the scene's own clock.
        self.wait(lambda: item.property("rapid") or time.time() * 1000 > item.property("lastTap") + _TREMBLE_MS, "the finger is calm")
        place = self._middle(item).toPoint()
        self.touches += 1
        for _ in range(times):
            QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        QTest.qWait(0)

    @staticmethod
    def _middle(item: QQuickItem) -> QPointF:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))

    def turn_pages_until(self, name: str) -> None:
        """下一页 until the thing is there."""
        while self.pressable(name) is None:
            before = self.words()
            self.touch("下一页")
            self.touches -= 1
            self.wait(lambda before=before: self.words() != before, f"another page with “{name}”")  # type: ignore[misc]

    # -- what is true behind it ----------------------------------------------------------------------------------------------

    def tickets(self) -> Sequence[TicketSeen]:
        """The hall's tickets of this day as another process sees them: from the file, by a connection of its own."""
        parts = Parts(data=self.data, environment={})
        try:
            return tickets_on(day=business_day(self.clock.moment), snapshot=parts.snapshot(), hall=parts.hall)
        finally:
            parts.close()

    def new_tickets(self) -> Sequence[TicketSeen]:
        """Those taken during this visit."""
        return [ticket for ticket in self.tickets() if ticket.id not in self.numbers_before]


def accessible_name(item: QQuickItem) -> str:
    """What a screen reader says of it."""
    return str(QQmlProperty(item, "Accessible.name", QQmlEngine.contextForObject(item)).read() or "")


def _type_size(item: QQuickItem) -> int:
    return int(item.property("font").pixelSize())


def _reads(item: QQuickItem) -> bool:
    """A text with words in it. Icons are characters of the private use area: nobody reads them."""
    if item.property("paintedWidth") is None or not item.property("text"):
        return False
    return not all("\ue000" <= character <= "\uf8ff" or character > "\U000f0000" for character in str(item.property("text")))


def _painted(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in sorted(item.childItems(), key=lambda child: child.z()):
            yield from _painted(child)


def _taken_by(item: QQuickItem, point: QPointF) -> QQuickItem | None:
    """What a press at this point of the scene would go to: the topmost thing there that takes the left button."""
    if not item.isVisible() or not item.isEnabled():
        return None
    inside = item.contains(item.mapFromScene(point))
    if item.clip() and not inside:
        return None
    children = sorted(item.childItems(), key=lambda child: child.z())
    children.reverse()  # topmost first; among equals the later one lies above
    for child in children:
        taken = _taken_by(child, point)
        if taken is not None:
            return taken
    return item if inside and item.acceptedMouseButtons() & Qt.MouseButton.LeftButton else None
