"""A hall in memory, made of the domain's own rules, and the look at its fairness: who overtook whom.

What the database does in statements is done here on a list. Stateful tests let both do the same and compare them; simulated days are played here
alone, thousands of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId, TicketNumber, business_day
from kiosk.domain.queueing import (
    AT_A_COUNTER,
    PRIORITY_RUN,
    SLOT,
    Ticket,
    TicketClass,
    TicketId,
    TicketState,
    by_turn,
    may_be_called_at,
    order_at,
    runs_after,
    slot_behind,
)
from kiosk.domain.queueing.deeds import Deed, called, rejoined

Counters = Mapping[CounterId, Sequence[LineId]]


@dataclass
class Suffered:
    """What a normal ticket has seen since it waits there: calls of priority tickets by counters that could have called it, of normal ones, and
    the priority ones in a row. `ahead`: normal tickets that such counters could call when it came."""

    ahead: int
    priority: int = 0
    normal: int = 0
    row: int = 0

    def see(self, *, priority: bool) -> None:
        """A counter that could have called it has called somebody else."""
        if priority:
            self.priority += 1
            self.row += 1
        else:
            self.normal += 1
            self.row = 0

    @property
    def within_bound(self) -> bool:
        return self.row <= PRIORITY_RUN and self.priority <= PRIORITY_RUN * (self.normal + 1)

    @property
    def within_promise(self) -> bool:
        """What was true on the day it came holds to the end, as long as nobody comes back before it."""
        return self.normal <= self.ahead and self.priority <= PRIORITY_RUN * (self.ahead + 1)


@dataclass
class QueueModel:
    counters: Counters
    tickets: dict[TicketId, Ticket] = field(default_factory=dict)
    waiting: dict[TicketId, Ticket] = field(default_factory=dict)
    runs: Mapping[LineId, int] = field(default_factory=dict)
    calls: list[tuple[CounterId, TicketId, bool]] = field(default_factory=list)
    """Calls of call-next that stand: where, which ticket, whether it has priority."""
    suffered: dict[TicketId, Suffered] = field(default_factory=dict)
    last: dict[LineId, int] = field(default_factory=dict)

    def take(self, line: LineId, kind: TicketClass, at: datetime, *, weight: int = 0) -> Ticket:
        number = TicketId(len(self.tickets) + 1)
        self.last[line] = self.last.get(line, 0) + 1
        ticket = Ticket(
            id=number, day=business_day(at), number=TicketNumber(line, self.last[line]), item=None, ticket_class=kind, issued_at=at,
            state=TicketState.WAITING, ahead=0, wait_low=None, wait_high=None, place=(number - weight) * SLOT if weight else None,
        )  # fmt: skip
        self.put(ticket)
        return ticket

    def put(self, ticket: Ticket) -> None:
        """The ticket as it is now."""
        before = self.waiting.pop(ticket.id, None)
        self.tickets[ticket.id] = ticket
        if ticket.state is not TicketState.WAITING:
            self.suffered.pop(ticket.id, None)
            return
        self.waiting[ticket.id] = ticket
        moved = before is None or (before.waits_on, before.for_counter) != (ticket.waits_on, ticket.for_counter)
        if moved and not ticket.ticket_class.priority:
            self.suffered[ticket.id] = Suffered(self._normals_before(ticket))

    def order(self, counter: CounterId) -> Sequence[Ticket]:
        return order_at(self.waiting.values(), counter, self.counters[counter], self.runs)

    def next(self, counter: CounterId, at: datetime) -> Ticket | None:
        order = self.order(counter)
        if not order:
            return None
        first = order[0]
        for number, suffered in self.suffered.items():
            if number != first.id and may_be_called_at(self.tickets[number], counter, self.counters[counter]):
                suffered.see(priority=first.ticket_class.priority)
        after = called(first, Deed.CALL_NEXT, counter=counter, at=at)
        self.runs = runs_after(self.runs, self.counters[counter], priority=first.ticket_class.priority)
        self.calls.append((counter, first.id, first.ticket_class.priority))
        self.put(after)
        return after

    def forget_call(self, counter: CounterId, ticket: TicketId) -> None:
        """The last call of `ticket` there was undone. Who was overtaken by it was not."""
        at = max(place for place, call in enumerate(self.calls) if call[:2] == (counter, ticket))
        del self.calls[at]
        self.runs = dict.fromkeys(self.runs, 0)
        for where, _, priority in self.calls:
            self.runs = runs_after(self.runs, self.counters[where], priority=priority)

    def rejoin(self, ticket: Ticket, at: datetime) -> Ticket:
        row = [
            other
            for other in self.waiting.values()
            if (other.waits_on, other.for_counter) == (ticket.waits_on, ticket.for_counter)
            and other.ticket_class.priority is ticket.ticket_class.priority
        ]
        slot = slot_behind(by_turn(row))
        place = None
        if slot is not None:
            given = [other.place for other in self.tickets.values() if other.place is not None and slot[0] <= other.place < slot[1]]
            place = max([slot[0], *given]) + 1
        after = rejoined(ticket, at=at, place=place, for_counter=ticket.for_counter)
        self.put(after)
        return after

    def at(self, counter: CounterId) -> Ticket | None:
        return next((each for each in self.tickets.values() if each.counter == counter and each.state in AT_A_COUNTER), None)

    def _normals_before(self, ticket: Ticket) -> int:
        serving = [(counter, lines) for counter, lines in self.counters.items() if may_be_called_at(ticket, counter, lines)]
        return sum(
            not other.ticket_class.priority and other.id != ticket.id and any(may_be_called_at(other, *each) for each in serving)
            for other in self.waiting.values()
        )


def without_version(ticket: Ticket) -> Ticket:
    return replace(ticket, version=0)
