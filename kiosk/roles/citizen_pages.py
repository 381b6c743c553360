"""The pages of the citizen's screen: each is built here when it is first wanted, with what it shares with others.

Here: who gets what. Nothing of a page is imported before somebody asks for it, save the home screen's. Elsewhere: the window and when pages
are asked for (citizen.py, interface.citizen.citizen), the hall's deeds (citizen_hall.py), printers (citizen_paper.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.interface.citizen.home import HomeViewModel
from kiosk.roles.citizen_paper import CitizenPaper

if TYPE_CHECKING:
    from kiosk.application.commands.take_ticket import TakenTicket
    from kiosk.application.ports import Clock
    from kiosk.application.takeaway import Takeaway
    from kiosk.application.ticket_paper import TicketPaper
    from kiosk.domain.catalog import Edition
    from kiosk.domain.hall import Hall
    from kiosk.interface.citizen.alert_watch import AlertWatch
    from kiosk.interface.citizen.asked_watch import AskedWatch
    from kiosk.interface.citizen.calendar_watch import CalendarWatch
    from kiosk.interface.citizen.help_watch import HelpWatch
    from kiosk.interface.citizen.my_turn import MyTurnViewModel
    from kiosk.interface.citizen.page import PageModel
    from kiosk.interface.citizen.paper_sign import PaperSign
    from kiosk.interface.citizen.print_watch import PrintWatch
    from kiosk.interface.citizen.queue_watch import QueueWatch
    from kiosk.interface.citizen.take_away import TakeAway
    from kiosk.interface.citizen.ticket_taking import TicketTaking
    from kiosk.interface.citizen.told import Told
    from kiosk.interface.shared.idle import IdleClock
    from kiosk.interface.shared.jobs import Jobs
    from kiosk.interface.shared.navigator import Navigator
    from kiosk.interface.shared.qml import QObject
    from kiosk.interface.shared.wall_clock import WallClock
    from kiosk.roles.citizen_hall import CitizenHall
    from kiosk.roles.held_tickets import HeldTickets
    from kiosk.roles.parts import Parts


class CitizenPages:
    """`makers` has one maker for every page. Whatever several pages share is a cached property of this class. `parent` owns all of it."""

    def __init__(
        self,
        *,
        parts: Parts,
        edition: Edition,
        hall: CitizenHall,
        jobs: Jobs,
        navigator: Navigator,
        idle: IdleClock,
        wall_clock: WallClock,
        queue: QueueWatch,
        staff_sign: Callable[[str], None],
        parent: QObject,
    ) -> None:
        """`staff_sign` is told the words of the small sign that staff look for."""
        self._clock: Clock = parts.clock
        self._edition = edition
        self._deeds = hall
        self._jobs = jobs
        self._navigator = navigator
        self._idle = idle
        self._wall_clock = wall_clock
        self._queue = queue
        self._staff_sign = staff_sign
        self._parent = parent
        self.paper = CitizenPaper(parts, lambda: hall.settings, listener=lambda: self.paper_sign.hear)

    @property
    def makers(self) -> dict[str, Callable[[], PageModel]]:
        """Pages by their names on the command line (`kiosk shot PAGE`)."""
        return {
            "home": lambda: self.home,
            "list": self._list,
            "life-event": self._life_event,
            "other-events": self._other_events,
            "search": self._search,
            "guide": self._guide,
            "questions": self._questions,
            "my-list": self._my_list,
            "proof": self._proof,
            "ticket": self._ticket,
            "ticket-done": self._ticket_done,
            "helper": self._helper,
            "notices": self._notices,
            "my-turn": lambda: self.my_turn,
            "change-roll": self._change_roll,
            "take-away": lambda: self.take_away,
            "attachment": self._attachment,
            "idle": self._idle_question,
            "fault": self._fault,
        }

    @property
    def _hall(self) -> Hall:
        return self._deeds.settings.hall

    @cached_property
    def home(self) -> HomeViewModel:
        return HomeViewModel(
            edition=self._edition,
            clock=self._clock,
            queue=self._queue,
            navigator=self._navigator,
            wall_clock=self._wall_clock,
            parent=self._parent,
        )

    @cached_property
    def alerts(self) -> AlertWatch:
        """For the rows of entries."""
        from kiosk.interface.citizen.alert_watch import AlertWatch

        return AlertWatch(self._edition, self._queue, self._parent)

    def _list(self) -> PageModel:
        from kiosk.interface.citizen.list_page import ListViewModel

        return ListViewModel(edition=self._edition, navigator=self._navigator, alerts=self.alerts, parent=self._parent)

    def _life_event(self) -> PageModel:
        from kiosk.interface.citizen.life_event import LifeEventViewModel

        return LifeEventViewModel(edition=self._edition, navigator=self._navigator, alerts=self.alerts, parent=self._parent)

    def _other_events(self) -> PageModel:
        from kiosk.interface.citizen.other_events import OtherEventsViewModel

        return OtherEventsViewModel(home=self.home, navigator=self._navigator, parent=self._parent)

    def _search(self) -> PageModel:
        from kiosk.interface.citizen.search import SearchViewModel

        return SearchViewModel(
            edition=self._edition, asked=self.asked, jobs=self._jobs, navigator=self._navigator, alerts=self.alerts, parent=self._parent
        )

    def _guide(self) -> PageModel:
        from kiosk.interface.citizen.guide import GuideViewModel

        return GuideViewModel(
            edition=self._edition,
            hall=self._hall,
            clock=self._clock,
            told=self.told,
            queue=self._queue,
            take_away=self.take_away,
            navigator=self._navigator,
            calendar=self.calendar,
            parent=self._parent,
        )

    @cached_property
    def calendar(self) -> CalendarWatch:
        """Read when it is made, which is after the first frame."""
        from kiosk.interface.citizen.calendar_watch import CalendarWatch

        watch = CalendarWatch(self._deeds.calendar, self._jobs, parent=self._parent)
        watch.look()
        return watch

    @cached_property
    def told(self) -> Told:
        from kiosk.interface.citizen.told import Told

        return Told(self._edition, parent=self._parent)

    def _questions(self) -> PageModel:
        from kiosk.interface.citizen.questions import QuestionsViewModel

        return QuestionsViewModel(edition=self._edition, told=self.told, navigator=self._navigator, parent=self._parent)

    def _my_list(self) -> PageModel:
        from kiosk.interface.citizen.my_list import MyListViewModel

        return MyListViewModel(
            edition=self._edition,
            hall=self._hall,
            clock=self._clock,
            told=self.told,
            queue=self._queue,
            take_away=self.take_away,
            navigator=self._navigator,
            parent=self._parent,
        )

    def _proof(self) -> PageModel:
        from kiosk.interface.citizen.proof import ProofViewModel

        return ProofViewModel(
            edition=self._edition,
            take_away=self.take_away,
            slip_of=self._entry_to_take_away,
            navigator=self._navigator,
            parent=self._parent,
        )

    def _ticket(self) -> PageModel:
        from kiosk.interface.citizen.ticket import TicketViewModel

        return TicketViewModel(
            edition=self._edition,
            hall=self._hall,
            clock=self._clock,
            wall_clock=self._wall_clock,
            queue=self._queue,
            told=self.told,
            taking=self.taking,
            navigator=self._navigator,
            parent=self._parent,
        )

    def _ticket_done(self) -> PageModel:
        from kiosk.interface.citizen.ticket_done import TicketDoneViewModel

        return TicketDoneViewModel(
            paper_of=self._paper_of,
            taking=self.taking,
            printing=self.printing,
            reprint=self.held_tickets.reprint,
            sign=self.paper_sign,
            jobs=self._jobs,
            navigator=self._navigator,
            parent=self._parent,
        )

    @cached_property
    def calls(self) -> HelpWatch:
        """For the helper's page; it also hears of calls that are taken at a counter."""
        from kiosk.interface.citizen.help_watch import HelpWatch

        deeds = self._deeds
        return HelpWatch(ask=deeds.help_now, ring=deeds.ring_for_help, cancel=deeds.cancel_help, jobs=self._jobs, parent=self._parent)

    def _helper(self) -> PageModel:
        from kiosk.interface.citizen.helper import HelperViewModel

        return HelperViewModel(
            hall=self._hall,
            clock=self._clock,
            queue=self._queue,
            taking=self.taking,
            navigator=self._navigator,
            calls=self.calls,
            parent=self._parent,
        )

    def _notices(self) -> PageModel:
        from kiosk.interface.citizen.notices import NoticesViewModel

        return NoticesViewModel(hall=self._hall, clock=self._clock, navigator=self._navigator, parent=self._parent)

    @cached_property
    def take_away(self) -> TakeAway:
        from kiosk.interface.citizen.take_away import TakeAway

        return TakeAway(
            desk=self.paper.takeaways(),
            document_of=self._entry_to_take_away,
            jobs=self._jobs,
            navigator=self._navigator,
            parent=self._parent,
        )

    def _entry_to_take_away(self, code: str) -> Takeaway:
        """An entry as it is for everybody. KeyError for a code that is none."""
        from kiosk.domain.catalog import EntryCode
        from kiosk.interface.citizen.takeaway_words import takeaway_of_entry

        return takeaway_of_entry(code=EntryCode(code), edition=self._edition, hall=self._hall, today=self._clock.now().date())

    def _attachment(self) -> PageModel:
        from kiosk.interface.citizen.attachment import AttachmentViewModel

        return AttachmentViewModel(
            edition=self._edition, desk=self.paper.forms(), jobs=self._jobs, navigator=self._navigator, parent=self._parent
        )

    def _idle_question(self) -> PageModel:
        from kiosk.interface.citizen.idle_question import IdleQuestionViewModel

        return IdleQuestionViewModel(idle=self._idle, parent=self._parent)

    def _fault(self) -> PageModel:
        from kiosk.interface.citizen.fault import FaultViewModel

        return FaultViewModel(navigator=self._navigator, parent=self._parent)

    @cached_property
    def held_tickets(self) -> HeldTickets:
        from kiosk.roles.held_tickets import HeldTickets

        return HeldTickets(self._deeds.usable_parts)

    @cached_property
    def paper_sign(self) -> PaperSign:
        from kiosk.interface.citizen.paper_sign import PaperSign

        sign = PaperSign(self._parent)
        sign.changed.connect(lambda: self._staff_sign(sign.words))
        return sign

    def _change_roll(self) -> PageModel:
        from kiosk.interface.citizen.change_roll import ChangeRollViewModel

        return ChangeRollViewModel(sign=self.paper_sign, navigator=self._navigator, parent=self._parent)

    @cached_property
    def my_turn(self) -> MyTurnViewModel:
        from kiosk.interface.citizen.my_turn import MyTurnViewModel
        from kiosk.interface.citizen.print_watch import PrintWatch

        return MyTurnViewModel(
            hall=self._hall,
            clock=self._clock,
            queue=self._queue,
            taking=self.taking,
            deeds=self.held_tickets,
            paper_of=self._paper_of,
            printing=PrintWatch(self.paper.tickets, parent=self._parent),
            jobs=self._jobs,
            navigator=self._navigator,
            parent=self._parent,
        )

    @cached_property
    def taking(self) -> TicketTaking:
        from kiosk.interface.citizen.ticket_taking import TicketTaking

        return TicketTaking(take=self._deeds.take, jobs=self._jobs, navigator=self._navigator, parent=self._parent)

    @cached_property
    def printing(self) -> PrintWatch:
        from kiosk.interface.citizen.print_watch import PrintWatch

        return PrintWatch(self.paper.tickets, parent=self._parent)

    @cached_property
    def asked(self) -> AskedWatch:
        """Made with the search page, after the first frame."""
        from kiosk.interface.citizen.asked_watch import AskedWatch

        asked = AskedWatch(count=self._deeds.count_miss, ask=self._deeds.most_asked, jobs=self._jobs, parent=self._parent)
        asked.changed.connect(lambda: self.home.show_most_asked(asked.most_asked))
        return asked

    def _paper_of(self, ticket: TakenTicket) -> TicketPaper:
        from kiosk.roles.paper import paper_of

        return paper_of(ticket, hall=self._hall, edition=self._edition)
