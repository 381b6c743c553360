"""Tickets: what they are, and what a holder says of one.

Here: shapes. Elsewhere: what may be done to a ticket (deeds.py), the calling order (calling_order.py), numbers (numbering.py), minutes
(domain.waiting).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber

if TYPE_CHECKING:
    from kiosk.domain.staff import StaffNumber

TicketId = NewType("TicketId", int)
"""Ascending in the order of issue over all lines."""
PrintJobId = NewType("PrintJobId", int)

FIRST_PAPER, REPRINT = 0, 1
"""Which paper of a ticket a print job is for. There is never a third."""

SLOT = 1 << 20
"""Room behind each ticket, in `turn`, for those who come back after it."""

DOUBTS = 3
"""Wrong times of issue for one number, over all kiosks and the whole day, before no kiosk asks again: then the counter does."""


def turn_of_place(ticket: TicketId, place: int | None) -> int:
    """By age: ids ascend in the order of issue, on all lines together."""
    return ticket * SLOT if place is None else place


class TicketClass(StrEnum):
    """Self-declared at the kiosk, checked at the counter."""

    NORMAL = "normal"
    MILITARY = "military"
    ASSISTED = "assisted"

    @property
    def priority(self) -> bool:
        return self is not TicketClass.NORMAL


class TicketState(StrEnum):
    """Where a ticket stands. What leads from one to the next: deeds.py."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    FINISHED = "finished"
    MISSED = "missed"
    """Called, and nobody came; may come back (REJOIN_WITHIN)."""
    PARKED = "parked"
    """Begun and laid aside; its holder goes on at a counter without waiting again."""
    CANCELLED = "cancelled"
    """Given back by its holder; never called."""
    CLOSED = "closed"
    """Ended by the end of the day, or voided; the event says why."""


AT_A_COUNTER = frozenset({TicketState.CALLED, TicketState.SERVING})
"""A counter has at most one such ticket; the database sees to it."""


class ParkReason(StrEnum):
    """Why a ticket is laid aside, in the order in which a console offers them."""

    PAPERS = "papers"
    """Its holder fetches a paper."""
    COPIES = "copies"
    """Its holder has something copied or photographed."""
    SYSTEM = "system"
    """The business system does not answer."""
    DECISION = "decision"
    """Another office is being asked."""
    OTHER = "other"


class TicketEventKind(StrEnum):
    """What happened to a ticket. `transferred` leaves it waiting; `undone` takes one earlier event back, which stays in the log."""

    ISSUED = "issued"
    CALLED = "called"
    RECALLED = "recalled"
    STARTED = "started"
    FINISHED = "finished"
    MISSED = "missed"
    REJOINED = "rejoined"
    PARKED = "parked"
    TAKEN_BACK = "taken_back"
    TRANSFERRED = "transferred"
    CANCELLED = "cancelled"
    CLOSED = "closed"
    VOIDED = "voided"
    UNDONE = "undone"
    ITEM_CORRECTED = "item_corrected"
    ITEM_ADDED = "item_added"
    FIRST_ASKED = "first_asked"
    """首问: the clerk who was asked first and sees the matter through."""
    REPRINTED = "reprinted"
    DOUBTED = "doubted"
    """Somebody named another time of issue than the one on its paper."""
    PAPER = "paper"
    """Its print job moved on."""


class PrintState(StrEnum):
    """`none`: no printer set up or not asked for. `unknown`: sent, but the printer does not tell."""

    NONE = "none"
    QUEUED = "queued"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One number in the hands of one person. `ahead`, `wait_low`, `wait_high` are what was told at issue, in people and whole minutes.

    `counter`: where it was called, served, parked or missed last; None while it waits. `called_at`: its last call. `since`: when it came into
    its state, None since it was issued. `moved_to`: the line it was transferred to. `for_counter`: only this counter calls it. `place`: where it
    stands among those that wait, None by its age (`turn`). `first_asked`: the clerk of 首问. `version` counts the deeds done to it.
    """

    id: TicketId
    day: BusinessDay
    number: TicketNumber
    item: str | None
    ticket_class: TicketClass
    issued_at: datetime
    state: TicketState
    ahead: int
    wait_low: int | None
    wait_high: int | None
    request_id: str | None = None
    counter: CounterId | None = None
    called_at: datetime | None = None
    since: datetime | None = None
    recalls: int = 0
    moved_to: LineId | None = None
    for_counter: CounterId | None = None
    place: int | None = None
    more_items: tuple[str, ...] = ()
    first_asked: StaffNumber | None = None
    parked_for: ParkReason | None = None
    version: int = 0

    @property
    def line(self) -> LineId:
        """The letter of its number."""
        return self.number.line

    @property
    def waits_on(self) -> LineId:
        """The line whose counters call it: its own, or the one it was transferred to."""
        return self.moved_to or self.line

    @property
    def turn(self) -> int:
        """Among those that wait, the lowest is called first (calling_order.py)."""
        return turn_of_place(self.id, self.place)

    @property
    def items(self) -> tuple[str, ...]:
        """What is done for this number, the first one first."""
        return (*((self.item,) if self.item is not None else ()), *self.more_items)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTicket:
    """A ticket before it has a number."""

    day: BusinessDay
    line: LineId
    item: str | None
    ticket_class: TicketClass
    issued_at: datetime
    ahead: int
    wait_low: int | None
    wait_high: int | None
    request_id: str | None
    weight: int = 0
    """Of its line (hall.Line.weight)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One ticket on its way to paper. `cause` names what went wrong, or is None. `changed_at`: the last change of state. `copy`: FIRST_PAPER,
    or REPRINT for the one copy a holder may have."""

    id: PrintJobId
    ticket: TicketId
    state: PrintState
    cause: str | None
    queued_at: datetime
    changed_at: datetime
    copy: int = FIRST_PAPER


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNumber:
    """What somebody says of a number: which one, and when it was taken, as its paper and its QR code say (hour and minute of the hall's time).

    The time is the only thing on the paper that is not shown to the whole hall, so it stands for holding the paper (ADR 0016).
    """

    number: TicketNumber
    issued: time

    def fits(self, ticket: Ticket) -> bool:
        return (ticket.issued_at.hour, ticket.issued_at.minute) == (self.issued.hour, self.issued.minute)
