"""A hall's figures of a span of days (domain.figures).

Elsewhere: what counts as what (domain.figures), the workbook made of them (interface, infrastructure.spreadsheets).
"""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.application.ports import Clock, Snapshot
from kiosk.domain.figures import Figures, estimate_figures, figures_of
from kiosk.domain.numbering import business_day


def hall_figures(*, first: date, last: date, snapshot: Snapshot, clock: Clock) -> Figures:
    """Of the business days `first` … `last`, both included, in one consistent view. ValueError when the last comes before the first."""
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    now = clock.now()
    length = last - first + timedelta(days=1)
    with snapshot:
        courses = snapshot.figures.courses(first, last)
        before = snapshot.figures.tickets(first - length, first - timedelta(days=1))
        calls = snapshot.help_calls.on_days(first, last)
        scores = snapshot.waits.scores(first, last)
    return figures_of(
        courses,
        first=first,
        last=last,
        until=now if first <= business_day(now) <= last else None,
        before=before,
        calls=calls,
        now=now,
        estimates=estimate_figures(sum(score.tickets for score in scores), sum(score.inside for score in scores)),
    )
