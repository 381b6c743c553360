"""A clerk says what is not done for the rest of today, and lifts it again. Each is one transaction with its audit; every face hears of it at once.

Here: the deeds. Elsewhere: what an alert is (domain.alerts), that no number is given for it (take_ticket.py), what stands (queries.alerts).
"""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from kiosk.application.commands.clerk import Clerk
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.alerts import Alert, AlertReason, check_alert
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import LineId
from kiosk.domain.refusals import NoAlert, UnknownItem, UnknownLine

_SUBJECT = "hall:alert"


def set_alert(
    *,
    item: str | None,
    line: str | None,
    until: datetime,
    reason: AlertReason,
    clerk: Clerk,
    uow: UnitOfWork,
    clock: Clock,
    hall: Hall,
    known_items: Container[object],
) -> Alert:
    """今日停办 of an item or of a line until a moment of today, in place of the one it had.

    Numbers that were given before stay good: those people are told at the counter. Refuses UnknownLine, UnknownItem, AlertNamesBoth,
    AlertEndsTooEarly, AlertEndsTooLate, and what the clerk's session refuses.
    """
    if line is not None and hall.line(line) is None:
        raise UnknownLine(line=line, lines=tuple(known.id for known in hall.lines))
    if item is not None and item not in known_items:
        raise UnknownItem(item=item)
    with uow:
        moment = clock.now()
        actor = clerk.prove(uow=uow, clock=clock)
        check_alert(item=item, line=line, until=until, moment=moment)
        alert = uow.alerts.set(item=item, line=LineId(line) if line is not None else None, reason=reason, since=moment, until=until)
        details = {"item": item, "line": line, "reason": reason.value, "until": until.isoformat(timespec="seconds")}
        uow.audit.record(act="alert set", actor=actor, at=moment, subject=_SUBJECT, details=details)
        uow.commit()
    return alert


def lift_alert(*, item: str | None, line: str | None, clerk: Clerk, uow: UnitOfWork, clock: Clock) -> Alert:
    """It is done again, before the time that was said. Refuses NoAlert where nothing stands, and what the clerk's session refuses."""
    with uow:
        moment = clock.now()
        actor = clerk.prove(uow=uow, clock=clock)
        alert = next((each for each in uow.alerts.standing(moment) if (each.item, each.line) == (item, line)), None)
        if alert is None:
            raise NoAlert(item=item, line=line)
        uow.alerts.end(alert, moment)
        uow.audit.record(act="alert lift", actor=actor, at=moment, subject=_SUBJECT, details={"item": item, "line": line})
        uow.commit()
    return alert
