"""A hall's figures: how many came, how long they waited and were served, by hour, line, item, counter, class and day. No person stands in them.

Here: what is reckoned from how tickets went, and what is too little to be told. Elsewhere: reading how they went (the database), the page and
the workbook (interface.counter.figures, infrastructure.spreadsheets).

A figure of fewer than FEWEST tickets is not told: it says nothing of the hall, and perhaps something of somebody. Half of the people waited at
most `half_waited` minutes, nine in ten at most `nine_waited` (nearest rank); a mean would be made by the few who waited longest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import TypeVar

from kiosk.domain.assistance import ESCALATE_AFTER, HelpCall, HelpCallState
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId
from kiosk.domain.queueing import TicketClass

FEWEST = 5
PROMPT = timedelta(minutes=10)
"""Called within it is called soon."""
PROMPT_TARGET = 0.8
"""The share that a hall means to call that soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCourse:
    """How one ticket went, without its number. `called_at` is the first call, `counter` the last one that called it; `served`: from the start
    of the service (or the call, where nobody pressed start) to its end. What an undone press did is not in it."""

    day: BusinessDay
    line: LineId
    item: str | None
    ticket_class: TicketClass
    issued_at: datetime
    called_at: datetime | None = None
    counter: CounterId | None = None
    served: timedelta | None = None
    missed: bool = False

    @property
    def waited(self) -> timedelta | None:
        return max(self.called_at - self.issued_at, timedelta()) if self.called_at is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCell:
    """The figures of one hour, line, item, counter, class or day; `key` says which. Minutes; `prompt` is a share. None: fewer than FEWEST."""

    key: str
    tickets: int | None
    called: int | None
    half_waited: float | None
    nine_waited: float | None
    prompt: float | None
    missed: int | None
    served: int | None
    minutes_served: float | None

    @property
    def is_too_few(self) -> bool:
        return self.tickets is None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpFigures:
    """`prompt`: of the calls that somebody took, those within ESCALATE_AFTER; None below FEWEST. `unanswered`: nobody came in time."""

    calls: int
    taken: int
    prompt: int | None
    cancelled: int
    unanswered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateFigures:
    """`told` waits were scored; `inside`: the share that the told range held, None below FEWEST."""

    told: int
    inside: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Business days `first` to `last`, both included. `until`: where the last of them is today, the moment up to which it counts.
    `tickets_before`: of the span of the same length before, None where that had fewer than FEWEST. `days` that had tickets."""

    first: date
    last: date
    until: datetime | None
    days: int
    total: FigureCell
    tickets_before: int | None
    by_hour: tuple[FigureCell, ...]
    by_line: tuple[FigureCell, ...]
    by_item: tuple[FigureCell, ...]
    by_counter: tuple[FigureCell, ...]
    by_class: tuple[FigureCell, ...]
    by_day: tuple[FigureCell, ...]
    help: HelpFigures
    estimates: EstimateFigures

    @property
    def has_any(self) -> bool:
        return self.days > 0


_Key = TypeVar("_Key", int, str)

NO_ITEM = ""
"""The key of tickets that were taken for nothing named."""


def figures_of(
    courses: Sequence[TicketCourse],
    *,
    first: date,
    last: date,
    until: datetime | None,
    before: int,
    calls: Sequence[HelpCall],
    now: datetime,
    estimates: EstimateFigures,
) -> Figures:
    """`courses`, `calls`: of the business days first … last. `before`: tickets of the span of the same length before it."""
    return Figures(
        first=first,
        last=last,
        until=until,
        days=len({course.day for course in courses}),
        total=_cell("", courses),
        tickets_before=before if before >= FEWEST else None,
        by_hour=_cells(courses, lambda course: course.issued_at.hour, by_key=True),
        by_line=_cells(courses, lambda course: course.line, by_key=True),
        by_item=_cells(courses, lambda course: course.item or NO_ITEM),
        by_counter=_cells([course for course in courses if course.counter is not None], lambda course: course.counter or 0, by_key=True),
        by_class=_cells(
            courses, lambda course: list(TicketClass).index(course.ticket_class), by_key=True, name=lambda at: list(TicketClass)[at]
        ),
        by_day=_cells(courses, lambda course: course.day.isoformat(), by_key=True),
        help=_help(calls, now),
        estimates=estimates,
    )


def estimate_figures(told: int, inside: int) -> EstimateFigures:
    return EstimateFigures(told=told, inside=inside / told if told >= FEWEST else None)


def nearest_rank(values: Sequence[float], share: float) -> float:
    """The smallest of `values` that at least `share` of them do not exceed. There must be one."""
    return sorted(values)[max(ceil(share * len(values)), 1) - 1]


def _cells(
    courses: Iterable[TicketCourse], key: Callable[[TicketCourse], _Key], *, by_key: bool = False, name: Callable[[_Key], str] = str
) -> tuple[FigureCell, ...]:
    """By their keys, or largest first, those too few to tell last."""
    groups: dict[_Key, list[TicketCourse]] = {}
    for course in courses:
        groups.setdefault(key(course), []).append(course)
    keys = sorted(groups) if by_key else sorted(groups, key=lambda each: (-len(groups[each]) if len(groups[each]) >= FEWEST else 0, each))
    return tuple(_cell(name(each), groups[each]) for each in keys)


def _cell(key: str, courses: Sequence[TicketCourse]) -> FigureCell:
    if len(courses) < FEWEST:
        return FigureCell(
            key=key,
            tickets=None,
            called=None,
            half_waited=None,
            nine_waited=None,
            prompt=None,
            missed=None,
            served=None,
            minutes_served=None,
        )
    waits = [course.waited.total_seconds() / 60 for course in courses if course.waited is not None]
    services = [course.served.total_seconds() / 60 for course in courses if course.served is not None]
    tells_waits = len(waits) >= FEWEST
    soon = PROMPT.total_seconds() / 60
    return FigureCell(
        key=key,
        tickets=len(courses),
        called=len(waits),
        half_waited=nearest_rank(waits, 0.5) if tells_waits else None,
        nine_waited=nearest_rank(waits, 0.9) if tells_waits else None,
        prompt=sum(wait <= soon for wait in waits) / len(waits) if tells_waits else None,
        missed=sum(course.missed for course in courses),
        served=len(services),
        minutes_served=sum(services) / len(services) if len(services) >= FEWEST else None,
    )


def _help(calls: Sequence[HelpCall], now: datetime) -> HelpFigures:
    taken = [call for call in calls if call.taken_at is not None]
    return HelpFigures(
        calls=len(calls),
        taken=len(taken),
        prompt=sum(call.rang(now) <= ESCALATE_AFTER for call in taken) if len(taken) >= FEWEST else None,
        cancelled=sum(call.state is HelpCallState.CANCELLED for call in calls),
        unanswered=sum(call.state_at(now) is HelpCallState.LAPSED for call in calls),
    )
