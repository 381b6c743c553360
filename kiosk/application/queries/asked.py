"""What the hall was asked: searches without a hit for the editors, the most frequent items for the screen.

Here: the two answers. Elsewhere: what may stand in them (domain.asked), counting (commands.count_miss).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.application.ports import Clock, Snapshot
from kiosk.domain.asked import ASKED_DAYS, FrequentItem, MissedWords, frequent_items
from kiosk.domain.catalog import Edition
from kiosk.domain.numbering import business_day


@dataclass(frozen=True, slots=True)
class MissesOfDay:
    """How many searches found nothing on a business day, those that became words included."""

    day: date
    times: int


@dataclass(frozen=True, slots=True)
class SearchMisses:
    """`words`: most missed first. `days`: the last ASKED_DAYS that had any, newest first."""

    words: tuple[MissedWords, ...]
    days: tuple[MissesOfDay, ...]


def search_misses(*, snapshot: Snapshot, clock: Clock) -> SearchMisses:
    """For editors: what people say and the catalogue does not know."""
    today = business_day(clock.now())
    with snapshot:
        days = snapshot.asked.misses_between(today - timedelta(days=ASKED_DAYS - 1), today)
        return SearchMisses(tuple(snapshot.asked.missed_words()), tuple(MissesOfDay(day, times) for day, times in days.items()))


def most_asked(*, snapshot: Snapshot, clock: Clock, edition: Edition) -> tuple[FrequentItem, ...]:
    """What this hall's own tickets of the last ASKED_DAYS were for (domain.asked.frequent_items)."""
    today = business_day(clock.now())
    with snapshot:
        tickets = snapshot.asked.tickets_by_item(today - timedelta(days=ASKED_DAYS - 1), today)
    return frequent_items(tickets, edition)
