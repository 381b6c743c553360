"""Help calls: a screen rings, exactly one helper goes, the helper has been there, or whoever called does without.

Here: the deeds. Elsewhere: what a call is (domain.assistance), who rings now (queries.assistance). Nothing of the person is written down.
"""

from __future__ import annotations

from kiosk.application.commands.clerk import Clerk
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.application.queries.assistance import somebody_listens
from kiosk.domain.assistance import HelpCall, HelpCallId, HelpCallState, HelpReason
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import business_day
from kiosk.domain.refusals import HelpCallOver, NoHelperNow, UnknownCounter, UnknownHelpCall

_OPEN = frozenset({HelpCallState.RINGING, HelpCallState.TAKEN})


def call_for_help(*, kiosk: int, reason: HelpReason, uow: UnitOfWork, clock: Clock, hall: Hall) -> HelpCall:
    """Rings on every console. A screen that rings already, or to which somebody is on the way, gives that call and makes no second one.

    Refuses NoHelperNow when nobody is signed in at a counter: a bell that nobody hears is no help.
    """
    with uow:
        moment = clock.now()
        day = business_day(moment)
        former = uow.help_calls.latest_of(kiosk)
        if former is not None and former.day == day:
            match former.state_at(moment):
                case HelpCallState.RINGING:
                    return former
                case HelpCallState.TAKEN if not former.is_stale(moment):
                    return former
                case _:
                    pass
        if not somebody_listens(snapshot=uow, moment=moment, hall=hall):
            raise NoHelperNow
        if former is not None and former.state is HelpCallState.RINGING:
            uow.help_calls.lapse(former.id, moment)
        call = uow.help_calls.ring(day=day, kiosk=kiosk, reason=reason, at=moment)
        uow.commit()
    return call


def take_help_call(*, call: HelpCallId, counter: int, clerk: Clerk, uow: UnitOfWork, clock: Clock, hall: Hall) -> HelpCall:
    """我去: this counter's helper goes, nobody else does. Refuses UnknownCounter, UnknownHelpCall, HelpCallOver (somebody was quicker, it was
    cancelled, it has lapsed), and what the clerk's session refuses."""
    place = hall.counter(counter)
    if place is None:
        raise UnknownCounter(counter=counter, counters=tuple(known.id for known in hall.counters))
    with uow:
        moment = clock.now()
        actor = clerk.prove(uow=uow, clock=clock)
        wanted = _known(call, uow)
        rings = wanted.state_at(moment) is HelpCallState.RINGING
        if not (rings and uow.help_calls.take(call, counter=place.id, by=actor, at=moment)):
            raise _over(call, uow, clock)
        taken = _known(call, uow)
        uow.audit.record(
            act="help take", actor=actor, at=moment, subject=f"help:{call}", details={"counter": counter, "kiosk": taken.kiosk}
        )
        uow.commit()
    return taken


def help_call_done(*, call: HelpCallId, clerk: Clerk, uow: UnitOfWork, clock: Clock) -> HelpCall:
    """到了、帮完了: by whoever is at the console; the one who went may be another. Refuses UnknownHelpCall, HelpCallOver, and what the session
    refuses."""
    with uow:
        moment = clock.now()
        actor = clerk.prove(uow=uow, clock=clock)
        _known(call, uow)
        if not uow.help_calls.done(call, moment):
            raise _over(call, uow, clock)
        uow.audit.record(act="help done", actor=actor, at=moment, subject=f"help:{call}", details={})
        uow.commit()
        return _known(call, uow)


def cancel_help_call(*, kiosk: int, uow: UnitOfWork, clock: Clock) -> None:
    """不用来了, said at the screen. Nothing happens where no call is open."""
    with uow:
        former = uow.help_calls.latest_of(kiosk)
        if former is not None and former.state in _OPEN:
            uow.help_calls.cancel(former.id, clock.now())
            uow.commit()


def _known(call: HelpCallId, uow: UnitOfWork) -> HelpCall:
    found = uow.help_calls.by_id(call)
    if found is None:
        raise UnknownHelpCall(call=call)
    return found


def _over(call: HelpCallId, uow: UnitOfWork, clock: Clock) -> HelpCallOver:
    now = _known(call, uow)
    return HelpCallOver(call=call, state=now.state_at(clock.now()).value, counter=now.counter)
