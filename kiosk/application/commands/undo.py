"""A mistaken press is taken back: the ticket is as it was before, and the log has both the deed and that it was undone.

Elsewhere: which deeds can be undone and for how long (domain.queueing), the deeds themselves (their own modules).
"""

from __future__ import annotations

from kiosk.application.commands.clerk import Clerk, at_counter
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.application.queries.counter_desk import why_no_undo
from kiosk.domain.hall import Hall
from kiosk.domain.queueing import Ticket, runs_by_calls
from kiosk.domain.queueing.deeds import Deed, undone
from kiosk.domain.refusals import NothingToUndo


def undo(*, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> Ticket:
    """The counter's last deed to a ticket, within UNDO_SECONDS; pressed again, the one before it. A call that is taken back does not count for
    the run of priority calls either. Refuses what `at_counter` refuses, NothingToUndo."""
    with uow:
        here = at_counter(counter=counter, clerk=clerk, uow=uow, clock=clock, hall=hall)
        done = uow.tickets.last_deed_at(here.day, here.counter)
        if done is None:
            raise NothingToUndo(counter=counter, reason="nothing")
        now = uow.tickets.by_id(done.before.id)
        reason = why_no_undo(done, now, uow.tickets, here.moment)
        if now is None or reason is not None:
            raise NothingToUndo(counter=counter, reason=reason or "moved_on")
        after = undone(now, done)
        uow.tickets.undo(now, after, done.event, at=here.moment, counter=here.counter, staff=here.staff)
        if done.deed is Deed.CALL_NEXT:
            serves = {each.id: each.lines for each in hall.counters}
            uow.tickets.keep_runs(here.day, runs_by_calls(here.place.lines, uow.tickets.calls_back(here.day), serves))
        here.record("ticket undo", after, deed=done.deed.value)
        uow.commit()
    return after
