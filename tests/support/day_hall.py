"""A hall through its day for tests: people take numbers, a clerk is signed in, things are stopped, called for and counted, on a real database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.clerk import Clerk, SignedInClerk, ToolClerk
from kiosk.application.commands.counters import open_counter
from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.domain.hall import Hall
from kiosk.domain.queueing import Ticket, TicketClass
from kiosk.roles.parts import Parts
from tests.support.halls import StandingClock, hall
from tests.support.staff import StaffDesk

ITEMS = frozenset({"WHL-001", "WHL-002", "WHL-003"})


@dataclass
class DayHall:
    """`made` is the hall's setting; the clock stands where it is put."""

    parts: Parts
    made: Hall = field(default_factory=lambda: hall(minutes=1))
    clock: StandingClock = field(default_factory=StandingClock)

    @property
    def deed(self) -> dict[str, Any]:
        return {"uow": self.parts.unit_of_work(), "clock": self.clock, "hall": self.made}

    @property
    def asked(self) -> dict[str, Any]:
        return {"snapshot": self.parts.snapshot(), "clock": self.clock, "hall": self.made}

    @property
    def tool(self) -> Clerk:
        return ToolClerk("os:test", self.made, act="alert set")

    def clerk(self, counter: int | None = 1) -> Clerk:
        """Somebody who has signed in, at an open counter unless None."""
        desk = StaffDesk(self.parts, clock=self.clock)
        with self.parts.snapshot() as snapshot:
            known = snapshot.staff.members()
        signed_in = SignedInClerk(desk.sign_in(desk.ready_clerk() if len(known) < 2 else known[-1].number))
        if counter is not None:
            open_counter(counter=counter, clerk=signed_in, **self.deed)
        return signed_in

    def later(self, **span: float) -> None:
        self.clock.moment += timedelta(**span)

    def take(self, line: str = "A", item: str | None = None, ticket_class: TicketClass = TicketClass.NORMAL, **more: Any) -> TakenTicket:
        return take_ticket(line=line, item=item, ticket_class=ticket_class, request_id=None, known_items=ITEMS, **{**self.deed, **more})

    def call(self, counter: int = 1) -> Ticket:
        return rehearse_call(counter=counter, actor="os:test", **self.deed)

    def acts(self) -> list[tuple[str, str, str]]:
        """(actor, act, subject), oldest first."""
        return StaffDesk(self.parts).acts()
