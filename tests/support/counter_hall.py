"""A hall at work for tests: people take numbers, clerks who have signed in do their deeds at counters, on a real database with a clock set by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from kiosk.application.commands import calling, counters, serving
from kiosk.application.commands.clerk import Clerk, SignedInClerk, ToolClerk
from kiosk.application.commands.held_ticket import cancel_ticket
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.application.commands.undo import undo
from kiosk.application.queries.counter_desk import CounterDesk, counter_desk
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import LineId, TicketNumber, business_day
from kiosk.domain.queueing import HeldNumber, ParkReason, Ticket, TicketClass
from kiosk.domain.staff import StaffNumber
from kiosk.roles.parts import Parts
from tests.support.halls import StandingClock, hall
from tests.support.staff import StaffDesk

ITEMS = frozenset({"WHL-001", "WHL-002", "WHL-003"})
CLASSES = {"n": TicketClass.NORMAL, "m": TicketClass.MILITARY, "a": TicketClass.ASSISTED}


@dataclass
class CounterHall:
    """Deeds take a counter and give the number as people say it. Who acts at a counter is `clerks[counter]`, at first the command line."""

    parts: Parts
    hall: Hall = field(default_factory=lambda: hall(minutes=1))
    clock: StandingClock = field(default_factory=StandingClock)
    clerks: dict[int, Clerk] = field(default_factory=dict)
    last: Ticket = field(init=False)
    """As the last call told of it."""

    def deed(self, counter: int) -> dict[str, Any]:
        clerk = self.clerks.get(counter) or ToolClerk("os:test", self.hall)
        return {"counter": counter, "clerk": clerk, "uow": self.parts.unit_of_work(), "clock": self.clock, "hall": self.hall}

    def sign_in(self, number: str) -> SignedInClerk:
        desk = StaffDesk(self.parts, clock=self.clock)
        with self.parts.snapshot() as snapshot:
            known = snapshot.staff.member(StaffNumber(number))
        return SignedInClerk(desk.sign_in(StaffNumber(number) if known is not None else desk.ready_clerk(StaffNumber(number))))

    def open(self, counter: int, number: str) -> SignedInClerk:
        """Somebody signs in at the counter and opens it."""
        clerk = self.sign_in(number)
        self.clerks[counter] = clerk
        counters.open_counter(**self.deed(counter))
        return clerk

    def later(self, **span: float) -> None:
        self.clock.moment += timedelta(**span)

    def take(self, line: str = "A", kind: str = "n", item: str | None = None) -> str:
        taken = take_ticket(
            line=line, item=item, ticket_class=CLASSES[kind], request_id=None, uow=self.parts.unit_of_work(), clock=self.clock,
            hall=self.hall, known_items=ITEMS,
        )  # fmt: skip
        return taken.number

    def ticket(self, number: str) -> Ticket:
        with self.parts.snapshot() as snapshot:
            found = snapshot.tickets.by_number(business_day(self.clock.now()), TicketNumber.parse(number))
        assert found is not None
        return found

    def next(self, counter: int) -> str:
        self.last = calling.call_next(**self.deed(counter))
        return str(self.last.number)

    def call(self, counter: int, number: str) -> str:
        self.last = calling.call_this(ticket=self.ticket(number).id, **self.deed(counter))
        return str(self.last.number)

    def recall(self, counter: int) -> Ticket:
        return calling.recall(**self.deed(counter))

    def miss(self, counter: int) -> Ticket:
        return calling.miss(**self.deed(counter))

    def rejoin(self, counter: int, number: str) -> Ticket:
        return calling.rejoin(ticket=self.ticket(number).id, **self.deed(counter))

    def start(self, counter: int) -> Ticket:
        return serving.start(**self.deed(counter))

    def finish(self, counter: int) -> Ticket:
        return serving.finish(**self.deed(counter))

    def serve(self, counter: int) -> str:
        """Calls the next number, begins and ends."""
        number = self.next(counter)
        self.start(counter)
        self.finish(counter)
        return number

    def park(self, counter: int, reason: ParkReason = ParkReason.PAPERS) -> Ticket:
        return serving.park(reason=reason, **self.deed(counter))

    def take_back(self, counter: int, number: str) -> Ticket:
        return serving.take_back(ticket=self.ticket(number).id, **self.deed(counter))

    def transfer(self, counter: int, line: str | None = None, to: int | None = None) -> Ticket:
        return serving.transfer(to_line=LineId(line) if line is not None else None, to_counter=to, **self.deed(counter))  # type: ignore[arg-type]

    def correct(self, counter: int, item: str) -> Ticket:
        return serving.correct_item(item=item, known_items=ITEMS, **self.deed(counter))

    def add(self, counter: int, item: str) -> Ticket:
        return serving.add_item(item=item, known_items=ITEMS, **self.deed(counter))

    def undo(self, counter: int) -> Ticket:
        return undo(**self.deed(counter))

    def pause(self, counter: int) -> None:
        counters.pause_counter(**self.deed(counter))

    def resume(self, counter: int) -> None:
        counters.resume_counter(**self.deed(counter))

    def close(self, counter: int) -> None:
        counters.close_counter(**self.deed(counter))

    def cancel(self, number: str) -> Ticket:
        held = HeldNumber(number=TicketNumber.parse(number), issued=self.ticket(number).issued_at.time())
        return cancel_ticket(held=held, uow=self.parts.unit_of_work(), clock=self.clock)

    def desk(self, counter: int) -> CounterDesk:
        return counter_desk(counter=counter, snapshot=self.parts.snapshot(), clock=self.clock, hall=self.hall)

    def waiting(self, counter: int) -> list[str]:
        """As the counter's list shows them."""
        return [row.number for row in self.desk(counter).waiting]

    def events(self, number: str) -> list[str]:
        with self.parts.snapshot() as snapshot:
            return [moment.kind.value for moment in snapshot.ticket_history.of(self.ticket(number).id)]

    def refused(self, act: Callable[[], object]) -> tuple[str, dict[str, Any]]:
        """How an act was refused; what it would have changed is as before."""
        from kiosk.domain.refusals import Refused

        before = self.everything()
        try:
            act()
        except Refused as refused:
            assert self.everything() == before
            return type(refused).__name__, dict(refused.facts())
        raise AssertionError("not refused")

    def everything(self) -> tuple[object, ...]:
        with self.parts.snapshot() as snapshot:
            day = business_day(self.clock.now())
            return (
                tuple(snapshot.tickets.on_day(day)),
                dict(snapshot.tickets.runs(day)),
                dict(snapshot.counters.said_on(day)),
                snapshot.audit.head(),
            )
