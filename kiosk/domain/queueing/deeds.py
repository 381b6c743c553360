"""What may be done to a ticket: the whole state machine as one table, and the ticket after a deed.

    waiting ──call_next, call_this──→ called ──start──→ serving ──finish──→ finished
       ↑                                │  │              │ │ ↑
       │                                │  └─transfer─┐   │ │ └──take_back──┐
       ├──rejoin── missed ←────miss─────┘             │   │ └────park────→ parked
       └──────────────────────────────────────────────┴───┘ transfer
    waiting ──cancel──→ cancelled · waiting, missed, parked ──void──→ closed · whatever is open ──close──→ closed

Here: rules over values. Elsewhere: who may do it and at which counter (application.commands), that nobody does it twice at once (the database).
A deed that is `undoable` can be taken back at its counter within UNDO_SECONDS, as long as nothing else has happened to the ticket since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing.tickets import ParkReason, Ticket, TicketEventKind, TicketState
from kiosk.domain.refusals import DeedOutOfTurn, RecallsUsedUp, RejoinTooLate
from kiosk.domain.staff import StaffNumber

MAX_RECALLS = 3
"""After the call itself."""
UNDO_SECONDS = 10
REJOIN_WITHIN = timedelta(minutes=30)
"""How long after it was missed a number may come back; then its holder takes a new one."""


class Deed(StrEnum):
    """What somebody does to a ticket. The values are stable: they stand in events and in the audit."""

    CALL_NEXT = "call_next"
    CALL_THIS = "call_this"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    MISS = "miss"
    REJOIN = "rejoin"
    PARK = "park"
    TAKE_BACK = "take_back"
    TRANSFER = "transfer"
    CORRECT_ITEM = "correct_item"
    ADD_ITEM = "add_item"
    CANCEL = "cancel"
    """Its holder gives it back."""
    SUPERSEDE = "supersede"
    """A rehearsal's call ends the one before it at the same counter; nothing is learnt from how long that took."""
    RELEASE = "release"
    """The counter that it was kept for is closed: it waits on its line again."""
    CLOSE = "close"
    """The day is over."""
    VOID = "void"
    """A clerk takes numbers out that nobody holds."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`takes`: in which states a ticket may be. `leaves`: the state after it, None when it stays. `here`: it must be at the acting counter."""

    takes: frozenset[TicketState]
    leaves: TicketState | None
    event: TicketEventKind
    here: bool = False
    undoable: bool = False


_WAITING = frozenset({TicketState.WAITING})
_CALLED = frozenset({TicketState.CALLED})
_SERVING = frozenset({TicketState.SERVING})
_OPEN = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.SERVING, TicketState.MISSED, TicketState.PARKED})

RULES: Mapping[Deed, Rule] = {
    Deed.CALL_NEXT:    Rule(_WAITING, TicketState.CALLED, TicketEventKind.CALLED, undoable=True),
    Deed.CALL_THIS:    Rule(_WAITING, TicketState.CALLED, TicketEventKind.CALLED, undoable=True),
    Deed.RECALL:       Rule(_CALLED, None, TicketEventKind.RECALLED, here=True),
    Deed.START:        Rule(_CALLED, TicketState.SERVING, TicketEventKind.STARTED, here=True, undoable=True),
    Deed.FINISH:       Rule(_SERVING, TicketState.FINISHED, TicketEventKind.FINISHED, here=True, undoable=True),
    Deed.MISS:         Rule(_CALLED, TicketState.MISSED, TicketEventKind.MISSED, here=True, undoable=True),
    Deed.REJOIN:       Rule(frozenset({TicketState.MISSED}), TicketState.WAITING, TicketEventKind.REJOINED, undoable=True),
    Deed.PARK:         Rule(_SERVING, TicketState.PARKED, TicketEventKind.PARKED, here=True, undoable=True),
    Deed.TAKE_BACK:    Rule(frozenset({TicketState.PARKED}), TicketState.SERVING, TicketEventKind.TAKEN_BACK, undoable=True),
    Deed.TRANSFER:     Rule(_CALLED | _SERVING, TicketState.WAITING, TicketEventKind.TRANSFERRED, here=True, undoable=True),
    Deed.CORRECT_ITEM: Rule(_CALLED | _SERVING, None, TicketEventKind.ITEM_CORRECTED, here=True, undoable=True),
    Deed.ADD_ITEM:     Rule(_CALLED | _SERVING, None, TicketEventKind.ITEM_ADDED, here=True, undoable=True),
    Deed.CANCEL:       Rule(_WAITING, TicketState.CANCELLED, TicketEventKind.CANCELLED),
    Deed.SUPERSEDE:    Rule(_CALLED | _SERVING, TicketState.FINISHED, TicketEventKind.FINISHED, here=True),
    Deed.RELEASE:      Rule(_WAITING, None, TicketEventKind.TRANSFERRED),
    Deed.CLOSE:        Rule(_OPEN, TicketState.CLOSED, TicketEventKind.CLOSED),
    Deed.VOID:         Rule(frozenset({TicketState.WAITING, TicketState.MISSED, TicketState.PARKED}), TicketState.CLOSED, TicketEventKind.VOIDED),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedDone:
    """One deed as the log has it. `event`: its place in the log. `before`: the ticket as it was, at the version that the deed ended."""

    event: int
    deed: Deed
    at: datetime
    before: Ticket

    @property
    def undo_until(self) -> datetime:
        return self.at + timedelta(seconds=UNDO_SECONDS)

    def may_be_undone(self, now: Ticket) -> bool:
        """`now`: the ticket as it is. Nothing has happened to it since, and the table allows it. The time is not looked at."""
        return RULES[self.deed].undoable and now.version == self.before.version + 1


def called(ticket: Ticket, deed: Deed, *, counter: CounterId, at: datetime) -> Ticket:
    """`deed` is CALL_NEXT or CALL_THIS."""
    return replace(_after(ticket, deed, at), counter=counter, called_at=at, recalls=0)


def recalled(ticket: Ticket, *, counter: CounterId, at: datetime) -> Ticket:
    """Refuses RecallsUsedUp."""
    after = _after(ticket, Deed.RECALL, at, counter)
    if ticket.recalls >= MAX_RECALLS:
        raise RecallsUsedUp(number=str(ticket.number), recalls=ticket.recalls)
    return replace(after, recalls=ticket.recalls + 1)


def started(ticket: Ticket, *, counter: CounterId, at: datetime, clerk: StaffNumber | None) -> Ticket:
    """Who begins first is the first asked (首问), and stays so wherever the number goes."""
    return replace(_after(ticket, Deed.START, at, counter), first_asked=ticket.first_asked or clerk)


def finished(ticket: Ticket, *, counter: CounterId, at: datetime) -> Ticket:
    return _after(ticket, Deed.FINISH, at, counter)


def superseded(ticket: Ticket, *, counter: CounterId, at: datetime) -> Ticket:
    return _after(ticket, Deed.SUPERSEDE, at, counter)


def missed(ticket: Ticket, *, counter: CounterId, at: datetime) -> Ticket:
    return _after(ticket, Deed.MISS, at, counter)


def rejoined(ticket: Ticket, *, at: datetime, place: int | None, for_counter: CounterId | None = None) -> Ticket:
    """`place`: its new turn (calling_order.slot_behind); None keeps the old one. `for_counter`: the counter that still keeps it. Refuses
    RejoinTooLate."""
    after = _after(ticket, Deed.REJOIN, at)
    if ticket.since is not None and at - ticket.since > REJOIN_WITHIN:
        raise RejoinTooLate(number=str(ticket.number), minutes=int(REJOIN_WITHIN.total_seconds() // 60))
    return replace(after, counter=None, for_counter=for_counter, place=ticket.place if place is None else place)


def parked(ticket: Ticket, *, counter: CounterId, at: datetime, reason: ParkReason) -> Ticket:
    return replace(_after(ticket, Deed.PARK, at, counter), parked_for=reason)


def taken_back(ticket: Ticket, *, counter: CounterId, at: datetime) -> Ticket:
    return replace(_after(ticket, Deed.TAKE_BACK, at), counter=counter, parked_for=None)


def transferred(ticket: Ticket, *, counter: CounterId, at: datetime, to_line: LineId | None, to_counter: CounterId | None) -> Ticket:
    """It keeps its turn, so it keeps its wait. Without a line it stays on the one it waited on."""
    line = to_line or ticket.waits_on
    return replace(
        _after(ticket, Deed.TRANSFER, at, counter), counter=None, moved_to=line if line != ticket.line else None, for_counter=to_counter
    )


def with_item(ticket: Ticket, *, counter: CounterId, at: datetime, item: str) -> Ticket:
    """The item that was told is another one."""
    more = tuple(other for other in ticket.more_items if other != item)
    return replace(_after(ticket, Deed.CORRECT_ITEM, at, counter), item=item, more_items=more)


def with_another_item(ticket: Ticket, *, counter: CounterId, at: datetime, item: str) -> Ticket:
    """One thing more for the same number. Twice is once."""
    after = _after(ticket, Deed.ADD_ITEM, at, counter)
    if ticket.item is None:
        return replace(after, item=item)
    return replace(after, more_items=tuple(dict.fromkeys((*ticket.more_items, *((item,) if item != ticket.item else ())))))


def released(ticket: Ticket, *, at: datetime) -> Ticket:
    return replace(_after(ticket, Deed.RELEASE, at), for_counter=None)


def cancelled(ticket: Ticket, *, at: datetime) -> Ticket:
    return _after(ticket, Deed.CANCEL, at)


def closed(ticket: Ticket, deed: Deed, *, at: datetime) -> Ticket:
    """`deed` is CLOSE or VOID."""
    return _after(ticket, deed, at)


def undone(now: Ticket, done: DeedDone) -> Ticket:
    """As it was before the deed. The version goes on: what is undone has happened."""
    return replace(done.before, version=now.version + 1)


def _after(ticket: Ticket, deed: Deed, at: datetime, counter: CounterId | None = None) -> Ticket:
    """The part that every deed has. `counter`: the acting one, where the rule asks for it. Refuses DeedOutOfTurn."""
    rule = RULES[deed]
    if ticket.state not in rule.takes or (rule.here and ticket.counter != counter):
        raise DeedOutOfTurn(deed=deed.value, number=str(ticket.number), state=ticket.state.value, counter=ticket.counter)
    if rule.leaves is None:
        return replace(ticket, version=ticket.version + 1)
    return replace(ticket, state=rule.leaves, since=at, version=ticket.version + 1)
