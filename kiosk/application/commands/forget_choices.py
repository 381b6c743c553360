"""The day is over: what persons told and ticked is deleted (experience.md: answers and ticks live until the end of the day)."""

from __future__ import annotations

from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.numbering import business_day


def forget_choices(*, uow: UnitOfWork, clock: Clock) -> bool:
    """Deletes the choices of every day but today's. True when there were any.

    Whoever runs for days (a kiosk) asks at its start and after midnight; `take_ticket` does it with the first number of a day, too.
    """
    with uow:
        found = uow.choices.forget_other_days(business_day(clock.now()))
        uow.commit()
    return found
