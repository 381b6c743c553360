"""到我了吗 wired as the role wires it, over jobs that run when told and a hall that says what it is told to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.queries.queueing import LastCall, TicketSeen, TurnSeen
from kiosk.application.unavailable import Unavailable
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber
from kiosk.domain.queueing import HeldNumber, PrintJobId, PrintState, Ticket, TicketClass, TicketId, TicketState
from kiosk.domain.refusals import NotItsTime, NotWaiting, TooManyDoubts, UnknownTicket
from kiosk.interface.citizen.change_roll import ChangeRollViewModel
from kiosk.interface.citizen.citizen import CitizenViewModel
from kiosk.interface.citizen.my_turn import MyTurnViewModel
from kiosk.interface.citizen.print_watch import PrintWatch
from kiosk.roles.paper import paper_of
from tests.support.halls import MONDAY_TEN
from tests.support.ticket_screen import TicketScreen

ISSUED = MONDAY_TEN - timedelta(minutes=18)


def ticket_seen(
    number: str = "A012", *, ahead: int = 2, state: TicketState = TicketState.WAITING, counter: int | None = None
) -> TicketSeen:
    """A ticket taken at 9:42."""
    waiting = state is TicketState.WAITING
    return TicketSeen(
        id=TicketId(int(number[1:])),
        day=ISSUED.date(),
        number=number,
        line=LineId(number[0]),
        item="WHL-MZ-003",
        ticket_class=TicketClass.NORMAL,
        issued_at=ISSUED,
        state=state,
        counter=CounterId(counter) if counter else None,
        called_at=MONDAY_TEN if counter else None,
        ahead=ahead if waiting else 0,
        wait_low=5 if waiting else None,
        wait_high=10 if waiting else None,
        print_state=PrintState.PRINTED,
        print_cause=None,
    )


CALLS = (LastCall(CounterId(1), "A007"), LastCall(CounterId(2), "A009"), LastCall(CounterId(4), "A008"))


@dataclass
class HallSide:
    """The tickets of a hall. `away` makes everything fail as a locked database does."""

    moment: datetime = MONDAY_TEN
    tickets: dict[str, TicketSeen] = field(default_factory=lambda: {"A012": ticket_seen()})
    reprints: dict[str, PrintState] = field(default_factory=dict)
    doubts: int = 0
    away: Unavailable | None = None
    deeds: list[str] = field(default_factory=list)

    def look(self, number: TicketNumber) -> TurnSeen:
        self._reach(f"look {number}")
        ticket = self.tickets.get(str(number))
        if ticket is None:
            raise UnknownTicket(number=str(number), day="2026-11-23")
        return TurnSeen(self.moment, ticket, CALLS, self.reprints.get(ticket.number))

    def check(self, held: HeldNumber) -> Ticket:
        self._reach(f"check {held.number} {held.issued:%H:%M}")
        return self._held(held)

    def cancel(self, held: HeldNumber) -> Ticket:
        self._reach(f"cancel {held.number}")
        ticket = self._held(held)
        seen = self.tickets[str(held.number)]
        if seen.state is not TicketState.WAITING:
            raise NotWaiting(number=seen.number, state=seen.state.value, counter=seen.counter)
        self.tickets[seen.number] = replace(seen, state=TicketState.CANCELLED, ahead=0)
        return ticket

    def reprint(self, held: HeldNumber) -> TakenTicket:
        self._reach(f"reprint {held.number}")
        ticket = self._held(held)
        self.reprints[str(held.number)] = PrintState.QUEUED
        return TakenTicket(
            id=ticket.id,
            day=ticket.day,
            number=str(ticket.number),
            line=ticket.line,
            item=ticket.item,
            ticket_class=ticket.ticket_class,
            issued_at=ticket.issued_at,
            ahead=6,
            wait_low=15,
            wait_high=25,
            print_state=PrintState.QUEUED,
            print_job=PrintJobId(9),
        )

    def _reach(self, deed: str) -> None:
        if self.away is not None:
            raise self.away
        self.deeds.append(deed)

    def _held(self, held: HeldNumber) -> Ticket:
        if self.doubts >= 3:
            raise TooManyDoubts(number=str(held.number))
        seen = self.tickets[str(held.number)]
        ticket = Ticket(
            id=TicketId(seen.id),
            day=BusinessDay(seen.day),
            number=held.number,
            item=seen.item,
            ticket_class=seen.ticket_class,
            issued_at=seen.issued_at,
            state=seen.state,
            ahead=6,
            wait_low=15,
            wait_high=25,
        )
        if not held.fits(ticket):
            self.doubts += 1
            raise NotItsTime(number=str(held.number), tries_left=3 - self.doubts)
        return ticket


class TurnScreen(TicketScreen):
    """A TicketScreen with the page 到我了吗 on it."""

    def __init__(self, folder: Path, *, hold: bool = False, printer: bool = True) -> None:
        super().__init__(folder, hold=hold)
        self.side = HallSide()
        self.turn_printing = PrintWatch(self.prints if printer else None)

    def my_turn(self) -> MyTurnViewModel:
        return MyTurnViewModel(
            hall=self.hall,
            clock=self.clock,
            queue=self.queue,
            taking=self.taking,
            deeds=self.side,
            paper_of=lambda ticket: paper_of(ticket, hall=self.hall, edition=self.edition),
            printing=self.turn_printing,
            jobs=self.jobs,
            navigator=self.navigator,
        )

    def frame(self, more: Mapping[str, Callable[[], Any]] | None = None) -> CitizenViewModel:
        """The real frame, with this page and the pictures of the roll on it."""
        self.turn = self.my_turn()
        roll = ChangeRollViewModel(sign=self.sign, navigator=self.navigator)
        for page in (self.turn, roll):
            page.setParent(self.owner)
        return super().frame({"my-turn": lambda: self.turn, "change-roll": lambda: roll, **(more or {})})
