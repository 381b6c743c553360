"""Pictures of the console: `counter/STATE` in its full window, `counter-bar/STATE` as a bar, from a throw-away copy of the data.

A morning is made in the copy of a hall that is not live: demonstration clerks sign in, people take numbers, some are served, one is parked,
one missed. Then the console itself is driven by its keys to the state that is asked for.

Elsewhere: pictures of the citizen's pages (shot.py) and of the display (display_shot.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from PySide6.QtGui import QImage

from kiosk.application.commands import calling, serving
from kiosk.application.commands.assistance import call_for_help
from kiosk.application.commands.clerk import ToolClerk
from kiosk.application.commands.demo_clerks import DEMO_CLERKS, DEMO_PIN, add_demo_clerks
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.application.ports import Clock
from kiosk.application.queries.queueing import queue_now
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.assistance import HelpReason
from kiosk.domain.catalog import CatalogList, Edition, Entry, EntryCode, ServiceItem
from kiosk.domain.hall import CounterId, Open
from kiosk.domain.my_list import Choices, PaperGroup, my_list
from kiosk.domain.queueing import ParkReason, TicketClass
from kiosk.domain.staff import StaffNumber
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.counter.keyboard import Chord
from kiosk.interface.shared.opening_words import next_ticket_moment
from kiosk.roles.counter import CounterConsole
from kiosk.roles.counter_hall import CounterHall
from kiosk.roles.counter_paper import CounterPaper
from kiosk.roles.parts import Parts
from kiosk.roles.screen import application
from kiosk.roles.spinning import spin, spin_until

WINDOW, BAR = (1366, 768), (1366, 72)
SETTLING_MS = 150
_CLASSES = {5: TicketClass.MILITARY, 8: TicketClass.ASSISTED}


class SceneClock:
    """Stands where the scene sets it, and runs on for whatever takes its time."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def to(self, minutes: float, seconds: float = 0) -> None:
        self.moment += timedelta(minutes=minutes, seconds=seconds)


class SceneParts(Parts):
    """A hall by the scene's clock."""

    def __init__(self, data: DataDirectory, clock: SceneClock) -> None:
        super().__init__(data=data, environment={})
        self.scene = clock

    @cached_property
    def clock(self) -> Clock:
        return self.scene


def counter_picture(parts: Parts, state: str, *, bar: bool, size: tuple[int, int] | None) -> QImage | None:
    """None for a state that is none. ForbiddenOnLiveHall for a hall that serves people: nobody signs in there for a picture."""
    show = (_BARS if bar else _WINDOWS).get(state)
    if show is None:
        return None
    scene = _morning(parts)
    width, height = size or (BAR if bar else WINDOW)
    application()
    console = CounterConsole(scene, CounterId(1))
    try:
        view = console.open(width=width, height=height)
        view.show()
        console.ask()
        spin_until(lambda: console.jobs.idle)
        stage = Stage(console, scene, bar)
        stage.settle()
        show(stage)
        stage.settle()
        spin(SETTLING_MS)
        return view.grabWindow()
    finally:
        console.close()


@dataclass(frozen=True, slots=True)
class Stage:
    """The console on its scene: keys, time, what others do."""

    console: CounterConsole
    parts: SceneParts
    bar: bool

    def settle(self) -> None:
        spin_until(lambda: self.console.jobs.idle)
        self.console.console.second_passed()
        spin_until(lambda: self.console.jobs.idle)

    def keys(self, *chords: str) -> None:
        """`F2`, `Ctrl+Z`; each is waited for."""
        for written in chords:
            *held, key = written.split("+")
            chord = Chord(key, "Ctrl" in held, "Alt" in held, "Shift" in held)
            self.console.console.key(chord, key if len(key) == 1 else "", False)
            spin_until(lambda: self.console.jobs.idle)

    def sign_in(self) -> None:
        self.keys("Alt+1", *DEMO_PIN, "Enter")
        self.shape()

    def shape(self) -> None:
        """As a bar or in full, whatever it was."""
        if self.console.console.property("wide") is self.bar:
            self.keys("F11")

    def call(self) -> None:
        self.sign_in()
        self.keys("F2")
        self.later(seconds=38)

    def serve(self) -> None:
        self.call()
        self.keys("F4")
        self.later(3, 20)

    def later(self, minutes: float = 0, seconds: float = 0) -> None:
        self.parts.scene.to(minutes, seconds)
        self.console.look()
        self.settle()

    def ring(self) -> None:
        """Somebody at the second screen asks for help."""
        call_for_help(kiosk=2, reason=HelpReason.WHAT, uow=self.parts.unit_of_work(), clock=self.parts.clock, hall=self.parts.hall)
        self.later(seconds=23)


# -- the morning -----------------------------------------------------------------------------------------------------------------


def _morning(parts: Parts) -> SceneParts:
    """Three services, one parked, one missed, nine waiting; two clerks signed in before, so that the door knows them."""
    opening = queue_now(snapshot=parts.snapshot(), clock=parts.clock, hall=parts.hall).opening
    following = next_ticket_moment(opening)
    if isinstance(opening, Open):
        start = parts.clock.now().replace(hour=9, minute=5)
    else:
        start = following.at + timedelta(minutes=5) if following is not None else parts.clock.now()
    parts.close()
    clock = SceneClock(start)
    scene = SceneParts(parts.data, clock)
    edition = scene.edition()
    add_demo_clerks(actor="os:shot", uow=scene.unit_of_work(), clock=clock, uptime=scene.uptime, hasher=scene.secrets, hall=scene.hall)
    mine = CounterHall(scene, edition, CounterId(1), CounterPaper(scene))
    sessions = {number: mine.sign_in(number, DEMO_PIN) for number in reversed(list(DEMO_CLERKS))}
    session = sessions[StaffNumber("07")]
    mine.open_counter(session)
    items = _items(edition)
    for place in range(5):
        _take(scene, items[place], TicketClass.NORMAL, edition)
        clock.to(2)
    for _ in range(3):
        mine.call_next(session)
        clock.to(0, 40)
        mine.start(session)
        clock.to(9)
        mine.finish(session)
    mine.call_next(session)
    mine.start(session)
    clock.to(6)
    mine.park(session, ParkReason.COPIES)
    mine.call_next(session)
    clock.to(2)
    mine.miss(session)
    for place in range(5, 15):
        _take(scene, items[place], _CLASSES.get(place, TicketClass.NORMAL), edition)
        clock.to(1.5)
    mine.close_counter(session)
    return scene


def _items(edition: Edition) -> list[str | None]:
    """Fifteen things that people come for, one of them without an item; the one with questions and papers is called first."""
    known = [row.code for row in edition.listed(CatalogList.CONVENIENCE)]
    best = next((code for code in known if _is_telling(edition.entry(code))), known[0])
    others = [code for code in known if code != best]
    return [*others[:5], best, *others[5:11], None, *others[11:13]]


def _is_telling(entry: Entry) -> bool:
    """A question or two and a handful of papers, some of them from the counter, some of them for others only."""
    if not isinstance(entry, ServiceItem) or not entry.situations or not 5 <= len(entry.materials) <= 6:
        return False
    groups = {paper.group for paper in my_list(entry, {situation.id: situation.answers[-1].id for situation in entry.situations}).papers}
    return {PaperGroup.NEEDED, PaperGroup.COUNTER} <= groups and len(entry.steps) > 3


def _take(scene: SceneParts, item: str | None, ticket_class: TicketClass, edition: Edition) -> None:
    take_ticket(
        line="A", item=item, ticket_class=ticket_class, request_id=None, uow=scene.unit_of_work(), clock=scene.clock, hall=scene.hall,
        known_items=edition, choices=_choices(item, edition),
    )  # fmt: skip


def _choices(item: str | None, edition: Edition) -> Choices | None:
    """As somebody answers who has all but the last paper: the last answer of each question."""
    entry = edition.entry(EntryCode(item)) if item is not None else None
    if not isinstance(entry, ServiceItem) or not entry.situations:
        return None
    answers = {situation.id: situation.answers[-1].id for situation in entry.situations}
    own = my_list(entry, answers).of_group(PaperGroup.NEEDED)
    return Choices(edition.content_hash, tuple(answers.items()), tuple(paper.key for paper in own[:-1]))


# -- the states ------------------------------------------------------------------------------------------------------------------


def _wrong(stage: Stage) -> None:
    stage.keys("Alt+1", *"135790", "Enter", *"271")


def _undo(stage: Stage) -> None:
    stage.serve()
    stage.keys("F5")
    stage.later(seconds=2)


def _refused(stage: Stage) -> None:
    stage.serve()
    stage.keys("F2")


def _help_while_serving(stage: Stage) -> None:
    stage.serve()
    stage.ring()


def _help(stage: Stage) -> None:
    stage.sign_in()
    stage.ring()


def _paused(stage: Stage) -> None:
    stage.sign_in()
    stage.keys("F8")


def _away(stage: Stage) -> None:
    stage.serve()
    stage.console.desk.away(DatabaseUnavailable("picture", reason="away", path="kiosk.sqlite3"))


def _locked(stage: Stage) -> None:
    stage.serve()
    stage.keys("F12", *"271")


def _closed(stage: Stage) -> None:
    stage.sign_in()
    stage.later(seconds=30)
    stage.keys("Shift+F8")


def _transfer(stage: Stage) -> None:
    stage.serve()
    stage.keys("F7", "2")


def _park(stage: Stage) -> None:
    stage.serve()
    stage.keys("F10")


def _parked(stage: Stage) -> None:
    _park(stage)
    stage.keys("1", "Enter")


def _find_item(stage: Stage) -> None:
    stage.serve()
    stage.keys("Ctrl+I", *"shebao")


def _figures(stage: Stage) -> None:
    """Of two days of last week."""
    _last_week(stage.parts)
    stage.sign_in()
    stage.keys("Ctrl+T", "Ctrl+2")


def _last_week(scene: SceneParts) -> None:
    """Monday and Tuesday, some people in every hour, more before noon; counter 2 takes turns with the first."""
    clock, now = scene.scene, scene.scene.moment
    items = _items(scene.edition())
    clerk = ToolClerk("os:shot", scene.hall)
    for back in (7, 6):
        for hour, people in ((9, 6), (10, 8), (11, 6), (13, 5), (14, 6), (15, 7), (16, 2)):
            clock.moment = (now - timedelta(days=now.weekday() + back)).replace(hour=hour, minute=2)
            for place in range(people):
                _take(scene, items[(place * place + hour) % 7], _CLASSES.get(place + 3, TicketClass.NORMAL), scene.edition())
                clock.to(1)
            for place in range(people):
                for deed in (calling.call_next, serving.start, serving.finish):
                    deed(counter=1 + place % 2, clerk=clerk, uow=scene.unit_of_work(), clock=clock, hall=scene.hall)
                    clock.to(4 + place % 3 if deed is serving.start else 0)
    clock.moment = now


def _keys(stage: Stage) -> None:
    stage.sign_in()
    stage.keys("F1")


def _rating(stage: Stage) -> None:
    """With a code where the hall has one; else the page that says how to come by it."""
    stage.serve()
    stage.keys("Ctrl+Q")


def _idle(stage: Stage) -> None:
    stage.sign_in()
    stage.later(seconds=30)


_SHARED: Mapping[str, Callable[[Stage], None]] = {
    "": Stage.serve,
    "serving": Stage.serve,
    "idle": _idle,
    "called": Stage.call,
    "undo": _undo,
    "refused": _refused,
    "help-serving": _help_while_serving,
    "paused": _paused,
    "away": _away,
    "locked": _locked,
    "closed": _closed,
    "transfer": _transfer,
    "park": _park,
}
_BARS = {**_SHARED, "help": _help_while_serving}
_WINDOWS = {
    **_SHARED,
    "sign-in": lambda stage: stage.keys("Alt+1", *"271"),
    "sign-in-wrong": _wrong,
    "help": _help,
    "find-item": _find_item,
    "keys": _keys,
    "figures": _figures,
    "rating": _rating,
    "parked": _parked,
}
