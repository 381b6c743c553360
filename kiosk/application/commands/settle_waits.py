"""The day is over: its estimates are held against what happened, and its services are learnt from.

Both can be done again at any time from the tickets' events; only the stretch of the ranges goes on from night to night. Nothing here concerns a person.

Elsewhere: the rules of learning and scoring (domain.waiting), what is told of a wait (queries.waits).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kiosk.application.ports import Clock, Snapshot, UnitOfWork
from kiosk.domain.numbering import BusinessDay, business_day
from kiosk.domain.waiting.counter_events import service_spans
from kiosk.domain.waiting.scores import WaitScore, scores_of, stretched
from kiosk.domain.waiting.service_times import LEARNING_DAYS, ServiceTimes, learn


def score_estimates(*, day: BusinessDay, uow: UnitOfWork) -> tuple[WaitScore, ...]:
    """How right the estimates of a day were, kept in place of that day's earlier scores: a row for each line whose tickets were called."""
    with uow:
        scores = scores_of(day, uow.waits.told_on(day))
        uow.waits.keep_scores(day, scores)
        uow.commit()
    return scores


def learn_service_times(*, snapshot: Snapshot, uow: UnitOfWork, clock: Clock, stretch: float = 1.0) -> ServiceTimes | None:
    """From the LEARNING_DAYS before today, kept in place of what was learnt before. None: too little is known yet.

    Read in `snapshot`, so that nobody who takes a ticket waits for it.
    """
    first, last = _learning_days(clock)
    with snapshot:
        days = snapshot.waits.counter_events(first, last)
        priority = snapshot.waits.priority_a_day(first, last)
    times = learn([span for events in days.values() for span in service_spans(events)], priority, stretch)
    with uow:
        uow.waits.keep_learnt(times, BusinessDay(last))
        uow.commit()
    return times


def settle_waits(*, snapshot: Callable[[], Snapshot], unit_of_work: Callable[[], UnitOfWork], clock: Clock) -> bool:
    """Scores the past days that were not, and learns once a day. True when there was something to do.

    Whoever runs for days (a kiosk) asks at its start and after midnight. Two that ask at once do the same work twice, to the same end.
    """
    first, last = _learning_days(clock)
    with snapshot() as before:
        unscored = before.waits.unscored_days(first, last)
        learnt = before.waits.learnt_until()
        times = before.waits.learnt()
    stretch = times.stretch if times is not None else 1.0
    for day in unscored:
        stretch = stretched(stretch, score_estimates(day=day, uow=unit_of_work()))
    if learnt != last:
        learn_service_times(snapshot=snapshot(), uow=unit_of_work(), clock=clock, stretch=stretch)
    return bool(unscored) or learnt != last


def _learning_days(clock: Clock) -> tuple[date, date]:
    today = business_day(clock.now())
    return today - timedelta(days=LEARNING_DAYS), today - timedelta(days=1)
