"""Tickets and counters: shapes, the calling order, and every deed with what it may follow.

Here: what is true of a queue without a computer. Elsewhere: numbers (numbering.py), minutes (domain.waiting), the atomic claim (the database).
"""

from __future__ import annotations

from kiosk.domain.queueing.calling_order import (
    PRIORITY_RUN,
    REJOIN_BEHIND,
    ahead_of,
    by_turn,
    calling_order,
    longest_run,
    may_be_called_at,
    order_at,
    priority_is_next,
    run_at,
    runs_after,
    runs_by_calls,
    slot_behind,
)
from kiosk.domain.queueing.tickets import (
    AT_A_COUNTER,
    DOUBTS,
    FIRST_PAPER,
    REPRINT,
    SLOT,
    HeldNumber,
    NewTicket,
    ParkReason,
    PrintJob,
    PrintJobId,
    PrintState,
    Ticket,
    TicketClass,
    TicketEventKind,
    TicketId,
    TicketState,
    turn_of_place,
)

__all__ = [
    "AT_A_COUNTER",
    "DOUBTS",
    "FIRST_PAPER",
    "PRIORITY_RUN",
    "REJOIN_BEHIND",
    "REPRINT",
    "SLOT",
    "HeldNumber",
    "NewTicket",
    "ParkReason",
    "PrintJob",
    "PrintJobId",
    "PrintState",
    "Ticket",
    "TicketClass",
    "TicketEventKind",
    "TicketId",
    "TicketState",
    "ahead_of",
    "by_turn",
    "calling_order",
    "longest_run",
    "may_be_called_at",
    "order_at",
    "priority_is_next",
    "run_at",
    "runs_after",
    "runs_by_calls",
    "slot_behind",
    "turn_of_place",
]
