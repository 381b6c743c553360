"""A whole console in front of a clerk: the role `kiosk counter` in this process on a real data directory, keys as the window gets them.

Time is the test's: the hall's clock, the machine's running time and the console's seconds move together and only when told. Secrets are hashed
by nobody (tests.support.staff), so that signing in takes no time.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

import shiboken6
from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from kiosk.application.commands.assistance import call_for_help
from kiosk.application.commands.demo_clerks import DEMO_PIN, add_demo_clerks
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.application.ports import Clock, SecretHasher, UptimeClock
from kiosk.application.queries.counter_desk import CounterDesk, CounterNow, counter_states
from kiosk.application.queries.queueing import TicketSeen, tickets_on
from kiosk.domain.assistance import HelpReason
from kiosk.domain.hall import CounterId
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import business_day
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.counter import CounterConsole
from kiosk.roles.parts import Parts
from kiosk.roles.screen import application
from tests.support.drawn_scene import SceneSeen, see
from tests.support.halls import MONDAY_TEN
from tests.support.staff import HandUptime, PlainHasher

WINDOW = (1366, 768)
PATIENCE_MS = 20_000
_KEYS = {
    "Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Up": Qt.Key.Key_Up, "Down": Qt.Key.Key_Down, "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End, "PgUp": Qt.Key.Key_PageUp, "PgDown": Qt.Key.Key_PageDown, "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace, **{f"F{n}": getattr(Qt.Key, f"Key_F{n}") for n in range(1, 13)},
}  # fmt: skip
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_ABOVE_DIGITS = dict(zip("1234567890", "!@#$%^&*()", strict=True))


def _key(sign: str) -> Qt.Key:
    """Letters, digits and signs have their own code as their number."""
    return Qt.Key(ord(sign.upper()))


@dataclass
class HandClock:
    moment: datetime = field(default=MONDAY_TEN)

    def now(self) -> datetime:
        return self.moment


class HandParts(Parts):
    """The hall's parts by the test's time."""

    def __init__(self, data: DataDirectory, clock: HandClock, uptime: HandUptime) -> None:
        super().__init__(data=data, environment={})
        self._hand_clock = clock
        self._hand_uptime = uptime

    @cached_property
    def clock(self) -> Clock:
        return self._hand_clock

    @cached_property
    def uptime(self) -> UptimeClock:
        return self._hand_uptime

    @cached_property
    def secrets(self) -> SecretHasher:
        return PlainHasher()


class ConsoleAtHand:
    """One running console. Close it last."""

    def __init__(self, data: DataDirectory, *, counter: int = 1, clerks: bool = True, clock: HandClock | None = None) -> None:
        self.clock = clock or HandClock()
        self.uptime = HandUptime()
        self.parts = HandParts(data, self.clock, self.uptime)
        if clerks:
            add_demo_clerks(
                actor="os:test", uow=self.parts.unit_of_work(), clock=self.clock, uptime=self.uptime, hasher=self.parts.secrets,
                hall=self.parts.hall,
            )  # fmt: skip
        application()
        self.console = CounterConsole(self.parts, CounterId(counter))
        self.view: QQuickView = self.console.open(width=WINDOW[0], height=WINDOW[1])
        self.view.show()
        self.console.wake()
        self.console._second.stop()
        self.console.wall_clock.stop()
        self.settle()

    def close(self) -> None:
        self.console.close()
        shiboken6.delete(self.console)
        gc.collect()

    # -- time and others -------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Everything that was asked for has been answered."""
        self.wait(lambda: self.console.jobs.idle, "the worker rests")
        QTest.qWait(0)

    def step(self, seconds: float = 1) -> None:
        self.clock.moment += timedelta(seconds=seconds)
        self.uptime.seconds += seconds
        self.console.console.second_passed()
        self.console.look()
        self.settle()

    @staticmethod
    def wait(condition: Callable[[], bool], what: str) -> None:
        patience = QDeadlineTimer(PATIENCE_MS)
        while not condition():
            assert not patience.hasExpired(), f"never came: {what}"
            QTest.qWait(10)

    def take(
        self, item: str | None = None, ticket_class: TicketClass = TicketClass.NORMAL, *, line: str = "A", choices: Choices | None = None
    ) -> str:
        """Somebody takes a number at a kiosk."""
        taken = take_ticket(
            line=line, item=item, ticket_class=ticket_class, request_id=None, uow=self.parts.unit_of_work(), clock=self.clock,
            hall=self.parts.hall, known_items=self.parts.edition(), choices=choices,
        )  # fmt: skip
        self.console.look()
        self.settle()
        return taken.number

    def ring(self, kiosk: int = 2) -> None:
        call_for_help(kiosk=kiosk, reason=HelpReason.WHAT, uow=self.parts.unit_of_work(), clock=self.clock, hall=self.parts.hall)
        self.console.look()
        self.settle()

    # -- keys ------------------------------------------------------------------------------------------------------------------

    def keys(self, *chords: str) -> None:
        """`F2`, `Ctrl+Z`, `7`, one after the other; more than a second passes before each."""
        for written in chords:
            self.uptime.seconds += 1.1
            self.press(written)
            self.settle()

    def press(self, written: str) -> None:
        """As quickly as fingers can: nothing is waited for."""
        *names, key = written.split("+")
        held = Qt.KeyboardModifier.NoModifier
        for name in names:
            held |= _HELD[name]
        if key in _KEYS:
            QTest.keyClick(self.view, _KEYS[key], held)
        elif names == ["Shift"] and key in _ABOVE_DIGITS:
            # As a keyboard sends it: the sign above the digit.
            QTest.keyClick(self.view, _key(_ABOVE_DIGITS[key]), held)
        else:
            QTest.keyClick(self.view, _key(key), held)

    def type(self, text: str) -> None:
        for sign in text:
            QTest.keyClick(self.view, _key(sign))
        self.settle()

    def sign_in(self, person: int = 1, *, open_counter: bool = True) -> None:
        """The n-th person of the door, with the PIN of the demonstration clerks."""
        self.keys(f"Alt+{person}")
        self.type(DEMO_PIN)
        self.keys("Enter" if open_counter else "Shift+Enter")

    # -- eyes ------------------------------------------------------------------------------------------------------------------

    @property
    def desk(self) -> CounterDesk:
        found = self.console.desk.desk
        assert found is not None
        return found

    @property
    def door(self) -> str:
        return str(self.console.console.property("door"))

    @property
    def wide(self) -> bool:
        return bool(self.console.console.property("wide"))

    def bar(self, name: str) -> str:
        return str(self.console.console.bar.property(name))

    @property
    def message(self) -> str:
        return self.bar("messageLead") + self.bar("messageRest")

    @property
    def bright(self) -> Sequence[str]:
        """Labels of the keys that are to be had; the next step first."""
        rows = sorted(self.console.console.bar.view.keys, key=lambda row: not row.main)
        return [row.label for row in rows if row.ready]

    def scene(self) -> SceneSeen:
        QTest.qWait(0)
        picture = self.view.grabWindow()
        root = self.view.rootObject()
        assert isinstance(root, QQuickItem)
        return see(root, picture)

    def words(self) -> Sequence[str]:
        return [seen.words for seen in self.scene().words if not seen.icon]

    def says(self, words: str) -> bool:
        return any(words in line for line in self.words())

    # -- what is true behind it ------------------------------------------------------------------------------------------------

    def ticket(self, number: str) -> TicketSeen:
        """As another process sees it."""
        found = tickets_on(day=business_day(self.clock.moment), snapshot=self.parts.snapshot(), hall=self.parts.hall)
        return next(each for each in found if each.number == number)

    def counter_now(self, counter: int = 1) -> CounterNow:
        return counter_states(snapshot=self.parts.snapshot(), clock=self.clock, hall=self.parts.hall)[CounterId(counter)]

    def acts(self) -> Sequence[str]:
        """The audit's acts, oldest first."""
        with self.parts.snapshot() as snapshot:
            return [entry.act for entry in reversed(snapshot.audit.latest(1000))]
