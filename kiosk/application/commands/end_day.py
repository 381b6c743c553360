"""The day is over: what is still open is closed with its reason, and what persons told and ticked is deleted. Nothing else is: tickets, events and
figures stay, and tomorrow's series begin at 001 by themselves.

Whoever runs for days (a kiosk) asks every minute; any number of processes may. What was done once finds nothing to do.

Elsewhere: how a day opens (nothing is needed), what was told of its waits (settle_waits.py), who asks (roles).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from kiosk.application.ports import Clock, UnitOfWork
from kiosk.application.queries.queueing import opening_now
from kiosk.application.unavailable import Fact
from kiosk.domain.hall import Hall, day_is_over
from kiosk.domain.numbering import BusinessDay, business_day
from kiosk.domain.queueing import AT_A_COUNTER
from kiosk.domain.queueing.counters import CounterState
from kiosk.domain.queueing.deeds import Deed, closed

REASON = "day_over"
_ACTOR = "kiosk"


@dataclass(frozen=True, slots=True)
class DayEnd:
    """`until`: the last day that is over. What was closed now: tickets, help calls, alerts; and whether anything that persons told was deleted."""

    until: BusinessDay
    tickets: int
    help_calls: int
    alerts: int
    choices: bool


def end_day(*, uow: UnitOfWork, clock: Clock, hall: Hall) -> DayEnd:
    """Ends every day before today; and today, once the hall has been closed for END_GRACE, no counter has anybody called or served, and the
    clerks have closed theirs: who stays longer than the hall's hours say still serves those who wait.

    A ticket that is open then is `closed`, its event saying `day_over`. The audit has one entry where something was closed.
    """
    with uow:
        moment = clock.now()
        today = business_day(moment)
        open_tickets = [ticket for day in uow.hall_day.open_days(today) for ticket in uow.tickets.open_on(day)]
        serving = any(ticket.day == today and ticket.state in AT_A_COUNTER for ticket in open_tickets)
        busy = serving or any(said.state is not CounterState.CLOSED for said in uow.counters.said_on(today).values())
        over = not busy and day_is_over(opening_now(snapshot=uow, moment=moment, hall=hall), moment)
        until = today if over else BusinessDay(today - timedelta(days=1))
        ended = [ticket for ticket in open_tickets if ticket.day <= until]
        for before in ended:
            after = closed(before, Deed.CLOSE, at=moment)
            uow.tickets.change(before, after, deed=Deed.CLOSE, at=moment, counter=before.counter, staff=None, details={"reason": REASON})
        calls = uow.help_calls.end_until(until, moment)
        alerts = uow.alerts.end_past(moment)
        # Nothing is of tomorrow yet: to keep tomorrow's alone is to delete all.
        choices = uow.choices.forget_other_days(BusinessDay(until + timedelta(days=1)))
        if ended:
            details: dict[str, Fact] = {"until": until.isoformat(), "tickets": len(ended)}
            uow.audit.record(act="day end", actor=_ACTOR, at=moment, subject="hall:day", details=details)
        uow.commit()
    return DayEnd(until, len(ended), calls, alerts, choices)
