"""The states of the pages that the matrix draws (tests/qml/matrix), and the kiosk on whose stage they are played.

Here: what is done to meet a page in a state, on a hall whose clock, queue, printers and tickets say what they are told to say. Hard entries are
found in the edition, not named: the longest names, the most papers, no figures. Elsewhere: screens and modes (matrix_kiosk), what is wrong on
what was drawn (drawn_scene).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kiosk.application.ports import PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.queries.assistance import HelpAtKiosk, HelpCallSeen
from kiosk.application.queries.queueing import HallNow
from kiosk.application.unavailable import DatabaseUnavailable, PrintCause, Unavailable
from kiosk.domain.alerts import Alert, AlertId, AlertReason
from kiosk.domain.assistance import HelpCallId, HelpCallState, HelpReason
from kiosk.domain.catalog import CatalogList, Edition, EntryCode, LifeEventId, Proof, ServiceItem
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import PrintJobId, PrintState, TicketClass, TicketState
from kiosk.infrastructure.catalog_files.checker import check_catalog
from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder
from kiosk.infrastructure.paths import DataDirectory, catalog_dir
from kiosk.interface.citizen.guide_rows import Tab
from kiosk.interface.citizen.help_watch import HelpWatch
from kiosk.interface.citizen.ticket_taking import TicketTaking
from kiosk.interface.shared.navigator import Place
from kiosk.roles.citizen import CitizenKiosk
from kiosk.roles.parts import Parts
from tests.support.attached_catalog import BLANK, PHOTO, SAMPLE, attach, pdf, picture, place
from tests.support.forms import HeldForms
from tests.support.halls import MONDAY_TEN, StandingClock
from tests.support.slips import WaitingDesk
from tests.support.small_catalog import read, write
from tests.support.ticket_screen import Desk, PrintDeskDouble, hall_now
from tests.support.turn_screen import HallSide, ticket_seen

LUNCH = MONDAY_TEN.replace(hour=12, minute=20)
SUNDAY = MONDAY_TEN.replace(day=22, minute=5)
EVENING = MONDAY_TEN.replace(hour=17, minute=30)
NOBODY_LISTENS = HelpAtKiosk(listens=False, call=None)
CALM, CROWD = (6, (15, 25)), (128, (95, 180))
"""How many wait and for how many minutes: a usual morning, and more than anybody hopes for."""
NOTICES = """
[[notice]]
title = "元旦放假期间各窗口怎么排班值守"
text = "一月一日到三日放假。三日上午一口受理和社保各留一个窗口，只办急事：丧葬、医保登记、社保卡挂失。别的事等四号上班再来，先在这里查好要带什么。"
kind = "hall"
from = 2026-11-20
until = 2027-01-03

[[notice]]
title = "周日上午社区义诊"
text = "量血压、测血糖，不收费。"
kind = "street"
"""


class StagedKiosk(CitizenKiosk):
    """A kiosk whose hall says what it is told to say: `clock`, `crowd`, `away`, `side` (the tickets), `papers`, `slips` and `forms` (printers)."""

    def __init__(self, parts: Parts) -> None:
        self.stage = StandingClock(MONDAY_TEN)
        parts.clock = self.stage
        super().__init__(parts)
        self.crowd = CALM
        self.away: Unavailable | None = None
        self.alerts: tuple[Alert, ...] = ()
        self.help = NOBODY_LISTENS
        self.side = HallSide()
        self.papers = PrintDeskDouble()
        self.slips = WaitingDesk()
        self.forms = HeldForms()
        self.tickets = Desk(self.stage.now)
        self._second = 0.0
        taking = TicketTaking(take=self.tickets, jobs=self.jobs, navigator=self.navigator, seconds=lambda: self._second, parent=self)
        calls = HelpWatch(ask=lambda: self.help, ring=lambda _: None, cancel=lambda: None, jobs=self.jobs, parent=self)
        # What is made when it is first asked for stands there already.
        vars(self.queue._question).update(_ask=self._hall_now)
        vars(self.pages).update(held_tickets=self.side, taking=taking, calls=calls)
        vars(self.pages.paper).update(tickets=self.papers, takeaways=lambda: self.slips, forms=lambda: self.forms)

    def _hall_now(self) -> HallNow:
        if self.away is not None:
            raise self.away
        ahead, wait = self.crowd
        return replace(hall_now(self.hall.settings.hall, self.stage.now(), ahead=ahead, wait=wait), alerts=self.alerts)

    def calm(self) -> None:
        """Home on a Monday at ten, nobody before it."""
        self.navigator.home()
        self.crowd, self.away, self.side.tickets = CALM, None, {"A012": ticket_seen()}
        self.side.reprints, self.side.away = {}, None
        self.alerts, self.help = (), NOBODY_LISTENS
        self.pages.calls.look()
        self.tickets.print_job = None
        self.papers.futures.clear()
        self.pages.paper_sign.status = None
        self.pages.paper_sign.changed.emit()
        self._second += 3600
        self.at(MONDAY_TEN)

    def at(self, moment: datetime) -> None:
        """It is then."""
        self.stage.moment = moment
        self.wall_clock.look()
        self.queue.look()

    def model(self, name: str) -> Any:
        """The view model of a page, as its QML calls it."""
        return self.citizen.model(name)


@dataclass(frozen=True, slots=True)
class State:
    """A page as somebody meets it. `steps` are done one after the other on a calm kiosk, each when the one before has settled."""

    name: str
    steps: tuple[Callable[[StagedKiosk], object], ...]

    def __str__(self) -> str:
        return self.name


def at(target: Place | str) -> State:
    """A page without anything done to it."""
    place_ = Place.parse(target) if isinstance(target, str) else target
    return State(str(place_), (lambda kiosk: walk(kiosk, place_),))


def walk(kiosk: StagedKiosk, to: Place) -> None:
    kiosk.idle.restart()
    kiosk.navigator.go(to.page, to.argument)
    assert kiosk.navigator.here == to, f"{to} is there"


def after(name: str, to: Place | str, *steps: Callable[[StagedKiosk], object]) -> State:
    """A page on which something was done or has happened."""
    there = at(to)
    return State(f"{there.name} {name}", (*there.steps, *steps))


def before(name: str, to: Place | str, *steps: Callable[[StagedKiosk], object]) -> State:
    """A page come to after something has happened."""
    there = at(to)
    return State(f"{there.name} {name}", (*steps, *there.steps))


def states(edition: Edition) -> tuple[State, ...]:
    """Every page, of those with an argument the hard ones, of those with states each."""
    services = _services(edition)
    hard = hard_items(services)
    return (
        *home_states(),
        at("other-events"),
        *(at(Place("list", which)) for which in CatalogList),
        *(at(Place("life-event", event)) for event in sorted(edition.life_events, key=lambda event: -_size_of(edition, event))[:3]),
        *(
            at(Place("search", text))
            for text in ("", "j", "glbt", "dibao", "社保卡", "qqqq", "jiashizheng", "proofs/", "proofs/qinshu", "proofs/qqqq")
        ),
        *(at(Place("guide", code)) for code in hard),
        *(at(Place("questions", code)) for code in _asking(services)),
        *(at(Place("my-list", code)) for code in hard[:2]),
        *(at(Place("proof", code)) for code in hard_proofs(_proofs(edition))),
        *form_states(most_papers(services)),
        *take_away_states(hard[0]),
        *ticket_states(hard[0]),
        *done_states(),
        *turn_states(),
        *helper_states(),
        *stopped_states(hard[0]),
        at("notices"),
        at("change-roll"),
        before("without paper", "change-roll", _roll(PrinterCondition.NO_PAPER)),
        before("ready", "change-roll", _roll(PrinterCondition.READY)),
        State("idle", (lambda kiosk: kiosk.ask_whether_someone_is_there(),)),
        at("fault"),
    )


def home_states() -> Iterable[State]:
    return (
        State("home", ()),
        State("home in a crowd", (_crowd,)),
        State("home at lunch", (_lunch,)),
        State("home on Sunday", (_sunday,)),
        State("home without figures", (_away,)),
        State(
            "home with little paper", (lambda kiosk: kiosk.pages.paper_sign.hear(PrinterStatus(PrinterCondition.READY, paper_low=True)),)
        ),
    )


def form_states(code: EntryCode) -> Iterable[State]:
    """The item whose papers have forms of the hall's own (`furnish`)."""
    return (
        at(Place("guide", code)),
        after("papers", Place("guide", code), lambda kiosk: kiosk.model("guide").openTab(Tab.MATERIALS.value)),
        at(Place("my-list", code)),
        at(Place("attachment", f"{code}/0")),
        after("sample", Place("attachment", f"{code}/0"), lambda kiosk: kiosk.model("attachment").showOther()),
        after("enlarged", Place("attachment", f"{code}/1"), lambda kiosk: kiosk.model("attachment").enlarge()),
        after("printing", Place("attachment", f"{code}/0"), lambda kiosk: kiosk.model("attachment").printOut()),
        after(
            "printed",
            Place("attachment", f"{code}/0"),
            lambda kiosk: kiosk.model("attachment").printOut(),
            lambda kiosk: kiosk.forms.futures[-1].set_result(PrintOutcome(PrintState.PRINTED, None)),
        ),
    )


def take_away_states(code: EntryCode) -> Iterable[State]:
    def printed(outcome: PrintOutcome) -> Sequence[Callable[[StagedKiosk], object]]:
        return (
            lambda kiosk: kiosk.pages.take_away.printAgain(),
            lambda kiosk: kiosk.slips.futures[-1].set_result(outcome),
        )

    there = Place("take-away", code)
    return (
        at(there),
        after("second code", there, lambda kiosk: kiosk.pages.take_away.nextCode()),
        after("printing", there, lambda kiosk: kiosk.pages.take_away.printAgain()),
        after("printed", there, *printed(PrintOutcome(PrintState.PRINTED, None))),
        after("no paper", there, *printed(PrintOutcome(PrintState.FAILED, PrintCause.NO_PAPER))),
        after("doubtful", there, *printed(PrintOutcome(PrintState.UNKNOWN, None))),
        at("take-away/QX-01"),
    )


def ticket_states(code: EntryCode) -> Iterable[State]:
    return (
        at("ticket"),
        before("in a crowd", "ticket", _crowd),
        after("assisted", "ticket", lambda kiosk: kiosk.model("ticket").chooseClass(TicketClass.ASSISTED.value)),
        at(Place("ticket", code)),
        before("with papers missing", Place("ticket", code), lambda kiosk: walk(kiosk, Place("my-list", code))),
        before("at lunch", "ticket", _lunch),
        before("on Sunday", "ticket", _sunday),
        before("in the evening", Place("ticket", code), lambda kiosk: kiosk.at(EVENING)),
        before("without database", "ticket", _away),
    )


def helper_states() -> Iterable[State]:
    def told(call: HelpCallSeen | None = None, *, escalated: bool = False) -> Callable[[StagedKiosk], None]:
        def tell(kiosk: StagedKiosk) -> None:
            kiosk.help = HelpAtKiosk(listens=True, call=call, escalated=escalated)
            kiosk.pages.calls.look()

        return tell

    rung = HelpCallSeen(HelpCallId(1), 1, "1 号机", HelpReason.WHAT, HelpCallState.RINGING, MONDAY_TEN, 70, None, None, None, None)
    taken = replace(rung, state=HelpCallState.TAKEN, counter=CounterId(3), taken_by="staff:07", taken_at=MONDAY_TEN)
    return (
        at("helper"),
        before("at lunch", "helper", _lunch),
        before("that listens", "helper", told()),
        after("with a reason", "helper", told(), lambda kiosk: kiosk.model("helper").chooseReason(HelpReason.WALKING.value)),
        before("that rings", "helper", told(rung)),
        before("that rings long", "helper", told(rung, escalated=True)),
        before("that comes", "helper", told(taken)),
    )


def stopped_states(code: EntryCode) -> Iterable[State]:
    """今日停办, for an item and for a line."""

    def stop(*, item: str | None = None, line: str | None = None) -> Callable[[StagedKiosk], None]:
        until = MONDAY_TEN.replace(hour=16)
        alert = Alert(
            id=AlertId(1), item=item, line=LineId(line) if line else None, reason=AlertReason.SYSTEM, since=MONDAY_TEN, until=until
        )

        def tell(kiosk: StagedKiosk) -> None:
            kiosk.alerts = (alert,)
            kiosk.queue.look()

        return tell

    return (
        before("that is stopped", Place("guide", code), stop(item=code)),
        before("that is stopped", Place("my-list", code), stop(item=code)),
        before("that is stopped", Place("ticket", code), stop(item=code)),
        before("whose line is stopped", "ticket", stop(line="A")),
        before("with a line that is stopped", "list/convenience", stop(line="A")),
        State("home with a line that is stopped", (stop(line="A"),)),
    )


def done_states() -> Iterable[State]:
    def ended(name: str, outcome: PrintOutcome) -> State:
        return State(f"ticket-done {name}", (_take(paper=True), lambda kiosk: kiosk.papers.futures[-1].set_result(outcome)))

    return (
        State("ticket-done", (_take(paper=False),)),
        State("ticket-done printing", (_take(paper=True),)),
        State("ticket-done of an item", (_take(paper=True, item="WHL-MZ-001"),)),
        ended("printed", PrintOutcome(PrintState.PRINTED, None)),
        ended("no paper", PrintOutcome(PrintState.FAILED, PrintCause.NO_PAPER)),
        ended("broken", PrintOutcome(PrintState.FAILED, PrintCause.ERROR)),
        ended("doubtful", PrintOutcome(PrintState.UNKNOWN, PrintCause.TIMED_OUT)),
    )


def turn_states() -> Iterable[State]:
    def typed(letters: str) -> Callable[[StagedKiosk], None]:
        def type_(kiosk: StagedKiosk) -> None:
            kiosk.pages.my_turn.chooseLine(letters[0])
            for digit in letters[1:]:
                kiosk.pages.my_turn.typeDigit(digit)

        return type_

    def stands(name: str, **seen: Any) -> State:
        return before(name, "my-turn/A012", lambda kiosk: kiosk.side.tickets.update(A012=ticket_seen(**seen)))

    return (
        at("my-turn"),
        after("typing", "my-turn", typed("H01")),
        after("typed", "my-turn", typed("A012")),
        before("no such number", "my-turn/A999"),
        at("my-turn/A012"),
        stands("next", ahead=0),
        stands("called", state=TicketState.CALLED, counter=3),
        stands("cancelled", state=TicketState.CANCELLED),
        after("whose time", "my-turn/A012", lambda kiosk: kiosk.pages.my_turn.cancel()),
        after("whose time, sure", "my-turn/A012", *_prove(lambda kiosk: kiosk.pages.my_turn.cancel())),
        before("printed again", "my-turn/A012", lambda kiosk: kiosk.side.reprints.update(A012=PrintState.PRINTED)),
        before("without database", "my-turn/A012", lambda kiosk: setattr(kiosk.side, "away", DatabaseUnavailable())),
    )


def _prove(deed: Callable[[StagedKiosk], object]) -> Sequence[Callable[[StagedKiosk], object]]:
    def time_on_paper(kiosk: StagedKiosk) -> None:
        for digit in "942":
            kiosk.pages.my_turn.typeDigit(digit)
        kiosk.pages.my_turn.go()

    return deed, time_on_paper


def _take(*, paper: bool, item: str | None = None) -> Callable[[StagedKiosk], None]:
    def take(kiosk: StagedKiosk) -> None:
        kiosk.tickets.print_job = PrintJobId(1) if paper else None
        kiosk.pages.taking.take(line=kiosk.hall.settings.hall.lines[0].id, item=item, ticket_class=TicketClass.NORMAL)

    return take


def _lunch(kiosk: StagedKiosk) -> None:
    kiosk.at(LUNCH)


def _sunday(kiosk: StagedKiosk) -> None:
    kiosk.at(SUNDAY)


def _crowd(kiosk: StagedKiosk) -> None:
    kiosk.crowd = CROWD
    kiosk.queue.look()


def _away(kiosk: StagedKiosk) -> None:
    kiosk.away = DatabaseUnavailable()
    kiosk.queue.look()


def _roll(condition: PrinterCondition) -> Callable[[StagedKiosk], None]:
    return lambda kiosk: kiosk.pages.paper_sign.hear(PrinterStatus(condition))


# -- the hall -------------------------------------------------------------------------------------------------------------------


def furnish(data: DataDirectory, edition: Edition) -> None:
    """A hall after first use gets a printer, long notices, and forms of its own for the item with the most papers."""
    settings = data.hall_settings.read_text("utf-8")
    assert 'kind = "none"' in settings
    data.hall_settings.write_text(settings.replace('kind = "none"', 'kind = "preview"\naddress = "papers"') + NOTICES, "utf-8")
    code = most_papers(_services(edition))
    folder = data.root / "catalog"
    shutil.copytree(catalog_dir(), folder)
    (file,) = folder.glob(f"items/*/{code}.yaml")
    place(folder, BLANK, pdf("BLANK one", "BLANK two"))
    place(folder, SAMPLE, picture("SAMPLE"))
    place(folder, PHOTO, picture("PHOTO", "JPEG", size=(877, 620)))
    name = str(file.relative_to(folder))
    document = read(folder, name)
    attach(document, 0, ("blank", BLANK), ("sample", SAMPLE))
    attach(document, 1, ("sample", PHOTO))
    write(folder, name, document)
    content = check_catalog(folder, today=MONDAY_TEN.date()).content
    assert content is not None
    EditionFolder(data.editions).publish(content)


# -- hard entries ---------------------------------------------------------------------------------------------------------------


def hard_items(items: Sequence[ServiceItem]) -> tuple[EntryCode, ...]:
    """The longest plain name, the longest official name, the most papers, none."""
    found = (
        max(items, key=lambda item: len(item.plain_name)).code,
        max(items, key=lambda item: len(item.name)).code,
        most_papers(items),
        min(items, key=lambda item: len(item.materials)).code,
    )
    return tuple(dict.fromkeys(found))


def most_papers(items: Sequence[ServiceItem]) -> EntryCode:
    return max(items, key=lambda item: len(item.materials)).code


def hard_proofs(proofs: Sequence[Proof]) -> tuple[EntryCode, ...]:
    """The longest name of each list."""
    lists = {proof.list for proof in proofs}
    return tuple(max((proof for proof in proofs if proof.list is which), key=lambda proof: len(proof.name)).code for which in sorted(lists))


def _services(edition: Edition) -> Sequence[ServiceItem]:
    listed = [edition.entry(row.code) for which in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY) for row in edition.listed(which)]
    return [entry for entry in listed if isinstance(entry, ServiceItem)]


def _proofs(edition: Edition) -> Sequence[Proof]:
    listed = [edition.entry(row.code) for which in (CatalogList.RETAINED, CatalogList.ABOLISHED) for row in edition.listed(which)]
    return [entry for entry in listed if isinstance(entry, Proof)]


def _size_of(edition: Edition, event: LifeEventId) -> int:
    return sum(len(group.items) for group in edition.life_events[event].groups)


def _asking(items: Sequence[ServiceItem]) -> tuple[EntryCode, ...]:
    """The item that asks most, and the one with the longest question."""
    asking = [item for item in items if item.situations]
    most = max(asking, key=lambda item: len(item.situations))
    longest = max(asking, key=lambda item: len(item.situations[0].question))
    return tuple(dict.fromkeys((most.code, longest.code)))
