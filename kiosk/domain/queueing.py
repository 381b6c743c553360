"""Tickets: what they are, and in which order they are called.

Here: shapes, the calling order, and what a holder may do with a number. Elsewhere: numbers (numbering.py), minutes (domain.waiting), the atomic
claim and cancel (the database).

Order: within a class the oldest first; priority (soldiers and veterans; the old, disabled and pregnant) before normal, but never more than
two priority calls in a row while a normal ticket waits. The run of priority calls (`streak`) is counted over the whole hall and day.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import NewType, Protocol, TypeVar

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber

TicketId = NewType("TicketId", int)
"""Ascending in the order of issue over all lines."""
PrintJobId = NewType("PrintJobId", int)

FIRST_PAPER, REPRINT = 0, 1
"""Which paper of a ticket a print job is for. There is never a third."""

DOUBTS = 3
"""Wrong times of issue for one number, over all kiosks and the whole day, before no kiosk asks again: then the counter does."""

PRIORITY_RUN = 2
"""Priority calls in a row while a normal ticket waits."""


class TicketClass(StrEnum):
    """Self-declared at the kiosk, checked at the counter."""

    NORMAL = "normal"
    MILITARY = "military"
    ASSISTED = "assisted"

    @property
    def priority(self) -> bool:
        return self is not TicketClass.NORMAL


class TicketState(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    CANCELLED = "cancelled"
    """Given back by its holder; never called."""


class TicketEventKind(StrEnum):
    ISSUED = "issued"
    CALLED = "called"
    CANCELLED = "cancelled"
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
    """One number in the hands of one person. `ahead`, `wait_low`, `wait_high` are what was told at issue, in people and whole minutes."""

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

    @property
    def line(self) -> LineId:
        return self.number.line


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


class Waiting(Protocol):
    @property
    def id(self) -> TicketId: ...
    @property
    def ticket_class(self) -> TicketClass: ...


W = TypeVar("W", bound=Waiting)


def calling_order(waiting: Iterable[W], streak: int) -> Sequence[W]:
    """The order in which call-next would call `waiting` if nobody else came. `streak`: priority calls in a row just made."""
    oldest_first = sorted(waiting, key=lambda ticket: ticket.id)
    priority = deque(ticket for ticket in oldest_first if ticket.ticket_class.priority)
    normal = deque(ticket for ticket in oldest_first if not ticket.ticket_class.priority)
    called: list[W] = []
    while priority or normal:
        if priority and (not normal or streak < PRIORITY_RUN):
            called.append(priority.popleft())
            streak += 1
        else:
            called.append(normal.popleft())
            streak = 0
    return called


def priority_is_next(*, priority_waits: bool, normal_waits: bool, streak: int) -> bool:
    """Whether the next call goes to a priority ticket. Somebody must wait."""
    return priority_waits and (not normal_waits or streak < PRIORITY_RUN)


def ahead_of(ticket_class: TicketClass, *, same_before: int, others: int, streak: int) -> int:
    """How many of the waiting are called before a ticket: `calling_order` without the list.

    `same_before`: waiting tickets of the same rank (priority or normal) that are older. `others`: all waiting tickets of the other rank.
    """
    run = min(streak, PRIORITY_RUN)
    if ticket_class.priority:
        return same_before + min(others, (same_before + run) // PRIORITY_RUN)
    return same_before + min(others, PRIORITY_RUN - run + PRIORITY_RUN * same_before)
