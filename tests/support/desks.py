"""Counter desks for the console's tests: a Monday morning at counter 3, and what stands on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.application.queries.counter_desk import CounterDesk, DeskFigures, DeskRow, DeskTicket, UndoOffer
from kiosk.domain.hall import CounterId
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import ParkReason, TicketClass, TicketId, TicketState
from kiosk.domain.queueing.counters import CounterState
from kiosk.domain.queueing.deeds import Deed
from kiosk.domain.staff import StaffNumber
from tests.support.halls import MONDAY_TEN

A = LineId("A")
CLERK = StaffNumber("07")


def row(
    number: str, *, item: str | None = None, ticket_class: TicketClass = TicketClass.NORMAL, waited: int = 5, line: LineId = A
) -> DeskRow:
    """Ids follow the number: A013 is 13."""
    issued = MONDAY_TEN - timedelta(minutes=waited)
    return DeskRow(
        id=TicketId(int(number[1:])), number=number, line=line, item=item, items=(item,) if item is not None else (), ticket_class=ticket_class,
        issued_at=issued, since=issued, kept=False, counter=None, reason=None, until=None,
    )  # fmt: skip


def parked(number: str, reason: ParkReason = ParkReason.COPIES) -> DeskRow:
    return replace(row(number), counter=CounterId(3), reason=reason)


def missed(number: str) -> DeskRow:
    return replace(row(number), counter=CounterId(3), until=MONDAY_TEN + timedelta(minutes=12))


def current(
    state: TicketState,
    *,
    number: str = "A012",
    items: tuple[str, ...] = (),
    since: timedelta = timedelta(),
    recalls_left: int = 3,
    choices: Choices | None = None,
) -> DeskTicket:
    """Issued a quarter of an hour before it was called."""
    began = MONDAY_TEN - since
    return DeskTicket(
        id=TicketId(int(number[1:])), number=number, line=A, item=items[0] if items else None, items=items, ticket_class=TicketClass.NORMAL,
        state=state, issued_at=began - timedelta(minutes=15), since=began, called_at=began, recalls_left=recalls_left, first_asked=None,
        choices=choices,
    )  # fmt: skip


def desk(
    *,
    state: CounterState = CounterState.OPEN,
    ticket: DeskTicket | None = None,
    waiting: Sequence[DeskRow] = (),
    parked: Sequence[DeskRow] = (),
    missed: Sequence[DeskRow] = (),
    undo: UndoOffer | None = None,
    at: datetime = MONDAY_TEN,
    served: int = 0,
) -> CounterDesk:
    return CounterDesk(
        at=at, counter=CounterId(3), lines=(A, LineId("B")), state=state, staff=CLERK, since=at, current=ticket, waiting=tuple(waiting),
        parked=tuple(parked), missed=tuple(missed), undo=undo, waiting_per_line={A: len(waiting), LineId("B"): 0},
        today=DeskFigures(served, 0, 9.2 if served else None),
    )  # fmt: skip


def undo_offer(deed: Deed, number: str = "A012", *, seconds: float = 8) -> UndoOffer:
    return UndoOffer(deed, number, MONDAY_TEN + timedelta(seconds=seconds))


CALLED = desk(ticket=current(TicketState.CALLED))
SERVING = desk(ticket=current(TicketState.SERVING))
FREE = desk(waiting=(row("A013"), row("A014")))
EMPTY = desk()
PAUSED = desk(state=CounterState.PAUSED, waiting=(row("A013"),))
CLOSED = desk(state=CounterState.CLOSED, waiting=(row("A013"),))
