"""The frame around the citizen's pages: where the person is, header and persistent bar, idle time, the end of a session.

Pages are named as on the command line (`kiosk shot PAGE`). A page's own matter is in its own module, which is loaded when the page is
first wanted: the first frame pays for the home screen alone.

Elsewhere: building the pages (roles.citizen_pages), what one page is asked for (page.py), places and the way back (shared.navigator).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.interface.shared.idle import ELDER, IdleClock, IdleState, Patience
from kiosk.interface.shared.moments import clock_words, date_words
from kiosk.interface.shared.navigator import HOME, Navigator, Place
from kiosk.interface.shared.qml import Property, QmlElement, QmlUncreatable, QObject, Signal, Slot
from kiosk.interface.shared.showing import Showing
from kiosk.interface.shared.wall_clock import WallClock

if TYPE_CHECKING:
    from kiosk.application.ports import Clock
    from kiosk.interface.citizen.page import PageModel

QML_IMPORT_NAME = "Kiosk.CitizenModels"
QML_IMPORT_MAJOR_VERSION = 1

IDLE_PAGE = "idle"
FAULT_PAGE = "fault"
HELPER_PAGE = "helper"
CHANGE_ROLL_PAGE = "change-roll"
NOT_AHEAD = frozenset({"attachment", CHANGE_ROLL_PAGE, IDLE_PAGE})
"""Made when they are wanted: a hall's own forms, staff's pictures of a roll, the question to somebody who has gone. Nobody waits for them
often, and standing ready they take 8 MB."""
WARM_STEP_MS = 120
"""Between two pages made ahead: a finger that comes meanwhile waits for one page at most."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CitizenView:
    """`page` is what is shown: the place's page, or `idle` while the question 还在吗 stands over it."""

    page: str = HOME.page
    can_go_back: bool = False
    hall_name: str = ""
    date: str = ""
    clock: str = ""
    made: tuple[str, ...] = ()
    staff_sign: str = ""
    elder: bool = False
    low: bool = False


class Pages:
    """The pages' view models by name, each made when it is first asked for and then kept."""

    def __init__(self, makers: Mapping[str, Callable[[], PageModel]]) -> None:
        self._makers = makers
        self._made: dict[str, PageModel] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._makers)

    @property
    def made(self) -> Mapping[str, PageModel]:
        return self._made

    def __getitem__(self, name: str) -> PageModel:
        """KeyError for a page that does not exist."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]


@QmlElement
@QmlUncreatable("made by the role")
class CitizenViewModel(QObject, Showing[CitizenView]):
    """The root of what QML sees."""

    viewChanged = Signal()

    def __init__(
        self,
        *,
        pages: Pages,
        hall_name: str,
        clock: Clock,
        wall_clock: WallClock,
        navigator: Navigator,
        idle: IdleClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._hall_name = hall_name
        self._clock = clock
        self._navigator = navigator
        self._idle = idle
        self._staff_sign = ""
        self._elder = False
        self._low = False
        self._view = CitizenView()
        navigator.listen(self._moved)
        idle.changed.connect(self._refresh)
        idle.left.connect(self.endSession)
        wall_clock.minutePassed.connect(self._refresh)
        self._warming = QTimer(self)
        self._warming.setInterval(WARM_STEP_MS)
        self._warming.timeout.connect(self._warm_one)
        self._refresh()

    # -- moving ------------------------------------------------------------------------------------------------------------

    def _moved(self, place: Place, returning: bool) -> None:
        try:
            page = self._pages[place.page]
            page.enter(place.argument, returning)
        except KeyError:
            # An entry that a new edition no longer has: home is always there.
            log.warning("nothing to show at %s", place)
            self._navigator.home()
            return
        if place == HOME:
            self._forget()
        self._wait_here(page)
        self._refresh()

    def _wait_here(self, page: PageModel) -> None:
        """Home with nothing chosen has nobody to ask; a mode is something chosen, and the elder version takes its time."""
        patience = page.patience
        if self._elder:
            self._idle.restart(Patience(max(patience.quiet, ELDER.quiet), max(patience.answer, ELDER.answer)))
        elif self._low or self._navigator.here != HOME:
            self._idle.restart(patience)

    def _forget(self) -> None:
        for page in self._pages.made.values():
            page.forget()
        self._idle.stop()

    @Slot()
    def goBack(self) -> None:
        self._navigator.back()

    @Slot()
    def goHome(self) -> None:
        self._navigator.home()

    @Slot()
    def goHelper(self) -> None:
        self._navigator.go(HELPER_PAGE)

    @Slot()
    def endSession(self) -> None:
        """Nobody answered: home, and nothing of the person remains."""
        self._elder = self._low = False
        self._navigator.home()

    @Slot()
    def toggleElder(self) -> None:
        """大字版: for this person; it ends with the session."""
        self.choose_elder(not self._elder)

    def choose_elder(self, elder: bool) -> None:
        """At once on every page; where the person is stays."""
        self._elder = elder
        self._mode_chosen()

    @Slot()
    def toggleLow(self) -> None:
        """低位: what is pressed comes down to where it is reached from a wheelchair; for this person."""
        self.choose_low(not self._low)

    def choose_low(self, low: bool) -> None:
        """At once on every page; where the person is stays."""
        self._low = low
        self._mode_chosen()

    def _mode_chosen(self) -> None:
        here = self._navigator.here
        if self._elder or self._low or here != HOME:
            self._wait_here(self._pages[here.page])
        else:
            self._idle.stop()
        self._refresh()

    def show_staff_sign(self, words: str) -> None:
        """What staff have to know of this kiosk; empty: nothing. On the home screen, where nobody is in the middle of something."""
        self._staff_sign = words
        self._refresh()

    @Slot()
    def openStaffSign(self) -> None:
        self._navigator.go(CHANGE_ROLL_PAGE)

    def show_fault(self, bug: object) -> None:
        """Something went wrong that nobody foresaw: the calm page, then home."""
        log.error("fault page: %r", bug)
        self._forget()
        self._navigator.replace(FAULT_PAGE)

    # -- time --------------------------------------------------------------------------------------------------------------

    @Slot()
    def touched(self) -> None:
        """A finger or a key: the person is here."""
        if self._idle.running and self._idle.state is IdleState.HERE:
            self._idle.restart()

    def warm_up(self) -> None:
        """The first screen stands: the other pages are made ahead, one by one, but for those of NOT_AHEAD."""
        self._warming.start()

    def stop_warming(self) -> None:
        self._warming.stop()

    def _warm_one(self) -> None:
        ahead = next((name for name in self._pages.names if name not in self._pages.made and name not in NOT_AHEAD), None)
        if ahead is None:
            self._warming.stop()
        else:
            _ = self._pages[ahead]
        self._refresh()

    def _refresh(self) -> None:
        now = self._clock.now()
        self._show(
            CitizenView(
                page=IDLE_PAGE if self._idle.state is IdleState.ASKING else self._navigator.here.page,
                can_go_back=self._navigator.can_go_back,
                hall_name=self._hall_name,
                date=date_words(now.date()),
                clock=clock_words(now),
                made=tuple(self._pages.made),
                staff_sign=self._staff_sign,
                elder=self._elder,
                low=self._low,
            )
        )

    # -- what QML reads ----------------------------------------------------------------------------------------------------

    @Slot(str)
    def pageBroken(self, page: str) -> None:
        """A page's QML could not be made: a bug. The fault page, and if that is the one, home."""
        log.error("page %s could not be made", page)
        if page == FAULT_PAGE:
            self._navigator.home()
        else:
            self.show_fault(page)

    @Slot(str, result=QObject)
    def model(self, page: str) -> object:
        """The view model of a page. For PageHost alone."""
        return self._pages[page]

    @Property("QStringList", notify=viewChanged)
    def made(self) -> list[str]:
        """Pages whose view model stands: their QML may be made in idle time."""
        return list(self._view.made)

    @Property(str, notify=viewChanged)
    def page(self) -> str:
        return self._view.page

    @Property(str, notify=viewChanged)
    def staffSign(self) -> str:
        return self._view.staff_sign

    @Property(bool, notify=viewChanged)
    def elder(self) -> bool:
        return self._view.elder

    @Property(bool, notify=viewChanged)
    def low(self) -> bool:
        return self._view.low

    @Property(bool, notify=viewChanged)
    def canGoBack(self) -> bool:
        return self._view.can_go_back

    @Property(str, notify=viewChanged)
    def hallName(self) -> str:
        return self._view.hall_name

    @Property(str, notify=viewChanged)
    def dateText(self) -> str:
        return self._view.date

    @Property(str, notify=viewChanged)
    def clockText(self) -> str:
        return self._view.clock
