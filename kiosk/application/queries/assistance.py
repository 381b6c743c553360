"""Help calls as consoles and screens see them.

Here: what rings, today's calls, how the call of one screen stands, whether a call would be heard. Elsewhere: the deeds (commands.assistance).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from kiosk.application.ports import Clock, Snapshot
from kiosk.domain.assistance import ESCALATE_AFTER, HelpCall, HelpCallId, HelpCallState, HelpReason
from kiosk.domain.hall import CounterId, Hall
from kiosk.domain.numbering import business_day
from kiosk.domain.queueing.counters import CounterState


@dataclass(frozen=True, slots=True)
class RingingCall:
    """`place`: where the screen stands, empty where the hall does not say. `seconds` since it began to ring; `escalates_in` of them left before
    it is told louder, 0 once it is."""

    id: HelpCallId
    kiosk: int
    place: str
    reason: HelpReason
    rung_at: datetime
    seconds: int
    escalates_in: int

    @property
    def escalated(self) -> bool:
        return self.escalates_in == 0


@dataclass(frozen=True, slots=True)
class HelpCallSeen:
    """`state` at the moment of asking. `seconds` it rang. `taken_by` is the actor of the audit, `staff:07`."""

    id: HelpCallId
    kiosk: int
    place: str
    reason: HelpReason
    state: HelpCallState
    rung_at: datetime
    seconds: int
    counter: CounterId | None
    taken_by: str | None
    taken_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class HelpNow:
    """For the consoles. `ringing`: oldest first; `today`: all of today's calls, latest first."""

    ringing: tuple[RingingCall, ...]
    today: tuple[HelpCallSeen, ...]


@dataclass(frozen=True, slots=True)
class HelpAtKiosk:
    """For one screen. `listens`: a call would be heard now. `call`: the one that rings or is answered, None where there is none."""

    listens: bool
    call: HelpCallSeen | None
    escalated: bool = False


def help_now(*, snapshot: Snapshot, clock: Clock, hall: Hall) -> HelpNow:
    """What rings, the oldest first, and what was today, in one consistent view."""
    moment = clock.now()
    day = business_day(moment)
    with snapshot:
        calls = snapshot.help_calls.on_days(day, day)
    ringing = tuple(_ringing(call, moment, hall) for call in calls if call.state_at(moment) is HelpCallState.RINGING)
    return HelpNow(ringing, tuple(_seen(call, moment, hall) for call in reversed(calls)))


def help_at_kiosk(*, kiosk: int, snapshot: Snapshot, clock: Clock, hall: Hall) -> HelpAtKiosk:
    """How the call of this screen stands, and whether one would be heard."""
    moment = clock.now()
    with snapshot:
        call = snapshot.help_calls.latest_of(kiosk)
        listens = somebody_listens(snapshot=snapshot, moment=moment, hall=hall)
    if call is None or call.day != business_day(moment):
        return HelpAtKiosk(listens, None)
    rings = call.state_at(moment) is HelpCallState.RINGING
    answered = call.state is HelpCallState.TAKEN and not call.is_stale(moment)
    return HelpAtKiosk(listens, _seen(call, moment, hall) if rings or answered else None, call.is_escalated(moment))


def somebody_listens(*, snapshot: Snapshot, moment: datetime, hall: Hall) -> bool:
    """Inside an entered snapshot or unit of work: whether a clerk is signed in at a counter that is not closed."""
    day = business_day(moment)
    said = (snapshot.counters.said_of(day, counter.id) for counter in hall.counters)
    return any(now is not None and now.staff is not None and now.state is not CounterState.CLOSED for now in said)


def _ringing(call: HelpCall, moment: datetime, hall: Hall) -> RingingCall:
    rang = call.rang(moment)
    left = max(ceil((ESCALATE_AFTER - rang).total_seconds()), 0)
    return RingingCall(call.id, call.kiosk, hall.kiosks.get(call.kiosk, ""), call.reason, call.rung_at, int(rang.total_seconds()), left)


def _seen(call: HelpCall, moment: datetime, hall: Hall) -> HelpCallSeen:
    return HelpCallSeen(
        id=call.id,
        kiosk=call.kiosk,
        place=hall.kiosks.get(call.kiosk, ""),
        reason=call.reason,
        state=call.state_at(moment),
        rung_at=call.rung_at,
        seconds=int(call.rang(moment).total_seconds()),
        counter=call.counter,
        taken_by=call.taken_by,
        taken_at=call.taken_at,
        ended_at=call.ended_at,
    )
