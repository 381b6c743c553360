"""One kiosk of a given screen and mode that goes from page to page, for the matrix (tests/qml/matrix): which screens, which modes, which pages.

The pages are shown with the whole frame around them, on the real edition and a throw-away hall. Hard entries are found in the edition, not
named: the longest names, the most papers, no figures. Elsewhere: what is wrong on a drawn screen (drawn_scene).
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QObject
from PySide6.QtQml import QQmlProperty
from PySide6.QtTest import QTest

from kiosk.domain.catalog import CatalogList, Edition, EntryCode, LifeEventId, Proof, ServiceItem
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.citizen.citizen import IDLE_PAGE
from kiosk.interface.shared.navigator import HOME, Place
from kiosk.roles.citizen import CitizenKiosk
from kiosk.roles.parts import Parts
from kiosk.roles.screen import Modes, application, mm_per_pixel
from tests.support.drawn_scene import SceneSeen, see
from tests.support.halls import MONDAY_TEN

UPRIGHT, WIDE = (1080, 1920), (1920, 1080)
NORMAL, ELDER, CONTRAST = Modes(), Modes(elder=True), Modes(contrast=True)
SMALL, USUAL = 15.6, 21.5
LARGER = (32.0, 43.0)
"""Diagonals whose screens look as one of 21.5″ does: nothing is below its millimetres there."""
PATIENCE_MS = 20_000


@dataclass(frozen=True, slots=True)
class Screen:
    """One cell of the matrix. `diagonal` in inches."""

    size: tuple[int, int]
    modes: Modes
    diagonal: float

    @property
    def name(self) -> str:
        mode = "elder" if self.modes.elder else "contrast" if self.modes.contrast else "normal"
        return f"{'upright' if self.size == UPRIGHT else 'wide'}-{mode}-{self.diagonal}"

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


def places(edition: Edition) -> tuple[Place, ...]:
    """Every page, and of those with an argument the hard ones."""
    items = [edition.entry(row.code) for which in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY) for row in edition.listed(which)]
    hard = hard_items([item for item in items if isinstance(item, ServiceItem)])
    proofs = [edition.entry(row.code) for which in (CatalogList.RETAINED, CatalogList.ABOLISHED) for row in edition.listed(which)]
    return (
        HOME,
        Place("other-events"),
        *(Place("list", which) for which in CatalogList),
        *(Place("life-event", event) for event in sorted(edition.life_events, key=lambda event: -_size_of(edition, event))[:3]),
        *(Place("search", text) for text in ("", "dibao", "社保卡", "qqqq", "proofs/")),
        *(Place("guide", code) for code in hard),
        *(Place("questions", code) for code in _asking(items)),
        *(Place("my-list", code) for code in hard[:2]),
        *(Place("proof", code) for code in hard_proofs([proof for proof in proofs if isinstance(proof, Proof)])),
        Place("ticket"),
        Place("ticket-done"),
        Place("my-turn"),
        Place("helper"),
        Place("notices"),
        Place("change-roll"),
        Place("idle"),
        Place("fault"),
    )


def hard_items(items: list[ServiceItem]) -> tuple[EntryCode, ...]:
    """The longest plain name, the longest official name, the most papers, none."""
    found = (
        max(items, key=lambda item: len(item.plain_name)).code,
        max(items, key=lambda item: len(item.name)).code,
        max(items, key=lambda item: len(item.materials)).code,
        min(items, key=lambda item: len(item.materials)).code,
    )
    return tuple(dict.fromkeys(found))


def hard_proofs(proofs: list[Proof]) -> tuple[EntryCode, ...]:
    """The longest name of each list."""
    lists = {proof.list for proof in proofs}
    return tuple(max((proof for proof in proofs if proof.list is which), key=lambda proof: len(proof.name)).code for which in sorted(lists))


def _size_of(edition: Edition, event: LifeEventId) -> int:
    return sum(len(group.items) for group in edition.life_events[event].groups)


def _asking(items: Sequence[object]) -> tuple[EntryCode, ...]:
    """The item that asks most, and the one with the longest question."""
    asking = [item for item in items if isinstance(item, ServiceItem) and item.situations]
    most = max(asking, key=lambda item: len(item.situations))
    longest = max(asking, key=lambda item: len(item.situations[0].question))
    return tuple(dict.fromkeys((most.code, longest.code)))


class MatrixKiosk:
    """A kiosk on one screen in one mode. Close it."""

    def __init__(self, hall: Path, folder: Path, screen: Screen) -> None:
        """`hall`: a data directory after first use, which is copied to `folder`."""
        self.screen = screen
        shutil.copytree(hall, folder)
        application()
        self.kiosk = CitizenKiosk(Parts(data=DataDirectory(folder), environment={"KIOSK_NOW": MONDAY_TEN.isoformat()}))
        width, height = screen.size
        self.view = self.kiosk.open(width=width, height=height, diagonal=screen.diagonal, modes=screen.modes)
        self.view.show()
        self.kiosk.home.show_hall(self.kiosk.settings.hall)
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

    def show(self, place: Place) -> SceneSeen:
        """That page, settled and drawn."""
        self._go(place)
        self._wait(lambda: self.kiosk.jobs.idle)
        self.kiosk.idle.hold()
        for _ in range(2):
            QTest.qWait(0)
            self.view.grabWindow()
        QTest.qWait(0)
        return see(self.view.rootObject(), self.view.grabWindow())

    def _go(self, place: Place) -> None:
        kiosk = self.kiosk
        kiosk.idle.restart()
        if place.page == IDLE_PAGE:
            kiosk.ask_whether_someone_is_there()
        elif place.page == "ticket-done":
            kiosk.navigator.home()
            kiosk.taking.take(line=kiosk.settings.hall.lines[0].id, item=None, ticket_class=TicketClass.NORMAL)
            self._wait(lambda: not kiosk.taking.under_way)
            assert kiosk.taking.ticket is not None, "a ticket was taken"
        else:
            kiosk.navigator.go(place.page, place.argument)
            assert kiosk.navigator.here == place, f"{place} is there"

    @staticmethod
    def _wait(condition: Callable[[], bool]) -> None:
        patience = QDeadlineTimer(PATIENCE_MS)
        while not condition():
            assert not patience.hasExpired(), "it came"
            QTest.qWait(10)
