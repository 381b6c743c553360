"""The hall's side of the citizen's screen: its settings, and every command and query that the screen runs on this hall's database.

Here: which deed runs on which parts. Elsewhere: what may be done with a number in hand (held_tickets.py), when the deeds of a day's end are
due (days.py), the pages that ask (citizen_pages.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.application.unavailable import Unavailable
from kiosk.roles.parts import Parts, twice_when_full

if TYPE_CHECKING:
    from datetime import date

    from kiosk.application.commands.take_ticket import TakenTicket
    from kiosk.application.queries.assistance import HelpAtKiosk
    from kiosk.application.queries.queueing import HallNow
    from kiosk.domain.assistance import HelpCall, HelpReason
    from kiosk.domain.catalog import Edition, EntryCode
    from kiosk.domain.hall import HallCalendar
    from kiosk.domain.my_list import Choices
    from kiosk.domain.queueing import TicketClass
    from kiosk.infrastructure.settings import HallSettings


class CitizenHall:
    """Every method runs on the worker. `unusable` is why this hall cannot serve at all, None where it can."""

    def __init__(self, parts: Parts, edition: Edition, *, say: Callable[[Unavailable], None]) -> None:
        self._parts = parts
        self._edition = edition
        self._say = say
        self.unusable: Unavailable | None = parts.safe
        self._uncut = True
        """The database's log may still hold what was deleted, perhaps by an earlier run."""

    @cached_property
    def settings(self) -> HallSettings:
        """The hall, checked. With settings that cannot be read the catalogue is still served, without tickets; the reason is said and logged."""
        from kiosk.infrastructure.settings import demo_settings

        try:
            found = self._parts.settings
        except Unavailable as fault:
            self._say(fault)
            self.unusable = fault
            return demo_settings()
        # In safe mode whatever may have brought the kiosk down is left alone: devices too.
        return found if self._parts.safe is None else replace(found, printer=None, sheets=None)

    def usable_parts(self) -> Parts:
        """The parts of a hall that can serve; raises why it cannot."""
        if self.unusable is not None:
            raise self.unusable
        return self._parts

    def queue_now(self) -> HallNow:
        settings = self.settings
        parts = self.usable_parts()
        from kiosk.application.queries.queueing import queue_now

        return queue_now(snapshot=parts.snapshot(), clock=parts.clock, hall=settings.hall)

    def take(self, *, line: str, item: str | None, ticket_class: TicketClass, choices: Choices | None, request_id: str) -> TakenTicket:
        parts = self.usable_parts()
        from kiosk.application.commands.take_ticket import take_ticket

        def taken() -> TakenTicket:
            return take_ticket(
                line=line,
                item=item,
                ticket_class=ticket_class,
                request_id=request_id,
                uow=parts.unit_of_work(),
                clock=parts.clock,
                hall=self.settings.hall,
                known_items=self._edition,
                on_paper=self.settings.printer is not None,
                choices=choices,
            )

        return twice_when_full(taken)

    def help_now(self) -> HelpAtKiosk:
        settings = self.settings
        parts = self.usable_parts()
        from kiosk.application.queries.assistance import help_at_kiosk

        return help_at_kiosk(kiosk=settings.screen.kiosk, snapshot=parts.snapshot(), clock=parts.clock, hall=settings.hall)

    def ring_for_help(self, reason: HelpReason) -> HelpCall:
        settings = self.settings
        parts = self.usable_parts()
        from kiosk.application.commands.assistance import call_for_help

        return call_for_help(kiosk=settings.screen.kiosk, reason=reason, uow=parts.unit_of_work(), clock=parts.clock, hall=settings.hall)

    def cancel_help(self) -> None:
        parts = self.usable_parts()
        from kiosk.application.commands.assistance import cancel_help_call

        cancel_help_call(kiosk=self.settings.screen.kiosk, uow=parts.unit_of_work(), clock=parts.clock)

    def calendar(self) -> HallCalendar:
        from kiosk.application.queries.calendar import calendar_ahead

        return calendar_ahead(snapshot=self._parts.snapshot(), clock=self._parts.clock)

    def count_miss(self, text: str) -> None:
        from kiosk.application.commands.count_miss import count_miss

        parts = self._parts
        count_miss(text=text, fingerprints=parts.fingerprints(), uow=parts.unit_of_work(), clock=parts.clock)

    def most_asked(self) -> tuple[EntryCode, ...]:
        from kiosk.application.queries.asked import most_asked

        frequent = most_asked(snapshot=self._parts.snapshot(), clock=self._parts.clock, edition=self._edition)
        return tuple(item.code for item in frequent)

    def end_day(self, today: date) -> date | None:
        """`today` when it is done; None while somebody else is reading, so that the files still hold what was deleted."""
        if self.unusable is not None:
            return today
        settings = self.settings
        from kiosk.application.commands.end_day import end_day

        parts = self.usable_parts()
        self._uncut |= end_day(uow=parts.unit_of_work(), clock=parts.clock, hall=settings.hall).choices
        if self._uncut and not parts.cut_log():
            return None
        self._uncut = False
        return today

    def settle_waits(self) -> bool:
        from kiosk.application.commands.settle_waits import settle_waits

        return settle_waits(snapshot=self._parts.snapshot, unit_of_work=self._parts.unit_of_work, clock=self._parts.clock)
