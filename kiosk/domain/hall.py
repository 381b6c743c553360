"""The hall: its lines, counters, opening hours, notices, and whether it is open at a moment.

Here: rules over values. Elsewhere: where the values come from (hall.toml by infrastructure.settings, the calendar table by the database)
and what is said of them (interface).

Opening, for a screen: `match opening: case Open(until): … case Lunch(reopens_at): … case BeforeOpening(): … case AfterClosing(): … case ClosedDay(): …`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import NewType

from kiosk.domain.numbering import LineId

CounterId = NewType("CounterId", int)

SEARCHED_DAYS = 60
"""How far ahead the next opening is looked for: longer than any public holiday with its weekends."""


@dataclass(frozen=True, slots=True)
class Line:
    """A queue that people choose. `description` says in plain words who takes a number here."""

    id: LineId
    name: str
    description: str
    service_minutes: int
    quota: int | None = None
    """Numbers a day; None: as many as are asked for."""
    weight: int = 0
    """At a counter of several lines its numbers count as if they had been taken so many numbers earlier; 0 everywhere: the oldest is first."""


@dataclass(frozen=True, slots=True)
class Counter:
    """A service window. `open` is by setting until somebody opens or closes it that day (queueing.counters)."""

    id: CounterId
    lines: tuple[LineId, ...]
    open: bool = True


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of one day in the hall's time, the end not included."""

    start: time
    end: time

    @property
    def minutes(self) -> int:
        return (self.end.hour - self.start.hour) * 60 + self.end.minute - self.start.minute


class DayKind(StrEnum):
    HOLIDAY = "holiday"
    """Closed, whatever the weekday."""
    WORKDAY = "workday"
    """A make-up workday: open, whatever the weekday."""


@dataclass(frozen=True, slots=True)
class SpecialDay:
    date: date
    kind: DayKind
    name: str


FIXED_HOLIDAYS: Mapping[tuple[int, int], str] = {(1, 1): "元旦", (5, 1): "劳动节", (10, 1): "国庆节", (10, 2): "国庆节", (10, 3): "国庆节"}
"""全国年节及纪念日放假办法: the dates that are the same every year. Festivals of the moon and make-up workdays are announced each autumn."""


@dataclass(frozen=True, slots=True)
class HallCalendar:
    """The days that differ from their weekday, for the years that the table knows."""

    days: Mapping[date, SpecialDay] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def special(self, day: date) -> SpecialDay | None:
        """What the table says; in a year it does not know, at least the holidays that never move."""
        found = self.days.get(day)
        if found is None and not self.knows(day) and (day.month, day.day) in FIXED_HOLIDAYS:
            return SpecialDay(day, DayKind.HOLIDAY, FIXED_HOLIDAYS[day.month, day.day])
        return found

    def knows(self, day: date) -> bool:
        return day.year in self.years


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Periods per weekday (0 is Monday), ascending and apart; and the periods of a make-up workday."""

    weekdays: Mapping[int, tuple[Period, ...]]
    makeup_workday: tuple[Period, ...]

    def periods(self, day: date, calendar: HallCalendar) -> tuple[Period, ...]:
        """Empty: closed all day."""
        special = calendar.special(day)
        if special is None:
            return self.weekdays.get(day.weekday(), ())
        return self.makeup_workday if special.kind is DayKind.WORKDAY else ()


@dataclass(frozen=True, slots=True)
class NextOpening:
    """`assumed`: the year is not in the calendar table, the weekday's hours were taken. `closes_at` is the end of that day."""

    at: datetime
    closes_at: datetime
    assumed: bool


@dataclass(frozen=True, slots=True)
class Open:
    """`until`: the end of this period (perhaps lunch). `closes_at`: the end of the day."""

    until: datetime
    closes_at: datetime
    minutes_left: int
    """In which counters serve today, lunch left out."""
    assumed: bool


@dataclass(frozen=True, slots=True)
class Lunch:
    started_at: datetime
    reopens_at: datetime
    closes_at: datetime
    assumed: bool


@dataclass(frozen=True, slots=True)
class BeforeOpening:
    opens_at: datetime
    closes_at: datetime
    assumed: bool


@dataclass(frozen=True, slots=True)
class AfterClosing:
    closed_at: datetime
    next_opening: NextOpening | None


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """`name`: the holiday, None for an ordinary day off."""

    name: str | None
    next_opening: NextOpening | None


Opening = Open | Lunch | BeforeOpening | AfterClosing | ClosedDay


class NoticeKind(StrEnum):
    HALL = "hall"
    STREET = "street"


@dataclass(frozen=True, slots=True)
class Notice:
    """Shown from `shown_from` to `shown_until`, both included; None: without a bound."""

    title: str
    text: str
    kind: NoticeKind
    shown_from: date | None = None
    shown_until: date | None = None

    def shown_on(self, day: date) -> bool:
        return (self.shown_from is None or self.shown_from <= day) and (self.shown_until is None or day <= self.shown_until)


@dataclass(frozen=True, slots=True)
class Hall:
    """`live`: it serves people; rehearsal acts are refused there. `place`: where to wait, for the paper."""

    name: str
    live: bool
    lines: tuple[Line, ...]
    counters: tuple[Counter, ...]
    hours: OpeningHours
    place: str
    notices: tuple[Notice, ...] = ()
    url: str | None = None
    """The hall's own published page; None where it has none, then nothing points to the network."""
    item_quotas: Mapping[str, int] = field(default_factory=dict)
    """Item code → numbers a day, over all lines."""
    kiosks: Mapping[int, str] = field(default_factory=dict)
    """Number of a screen → where it stands, in words for a helper on the way."""

    def line(self, line_id: str) -> Line | None:
        return next((line for line in self.lines if line.id == line_id), None)

    def counter(self, number: int) -> Counter | None:
        return next((counter for counter in self.counters if counter.id == number), None)

    def open_counters(self, line_id: LineId | None = None) -> tuple[Counter, ...]:
        """Counters open by setting; with a line, those of them that serve it."""
        return tuple(c for c in self.counters if c.open and c.lines and (line_id is None or line_id in c.lines))

    def competing_lines(self, line_id: LineId) -> tuple[LineId, ...]:
        """The lines whose tickets a counter of this line may call first; the line itself always."""
        shared = {other for counter in self.open_counters(line_id) for other in counter.lines} | {line_id}
        return tuple(line.id for line in self.lines if line.id in shared)

    def notices_on(self, day: date) -> tuple[Notice, ...]:
        """Newest first; those without a beginning last."""
        shown = [notice for notice in self.notices if notice.shown_on(day)]
        return tuple(sorted(shown, key=lambda notice: notice.shown_from or date.min, reverse=True))


END_GRACE = timedelta(hours=2)
"""After closing, those who waited are still served."""


def day_is_over(opening: Opening, moment: datetime) -> bool:
    """Whether nobody of today is served any more, as far as hours tell. Midnight ends a day in any case."""
    return isinstance(opening, AfterClosing) and moment - opening.closed_at >= END_GRACE


def _at(day: date, moment: time, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, moment, tzinfo=zone)


def _days_after(day: date) -> Iterator[date]:
    return (day + timedelta(days=ahead) for ahead in range(1, SEARCHED_DAYS + 1))


def next_opening(day: date, zone: tzinfo | None, hours: OpeningHours, calendar: HallCalendar) -> NextOpening | None:
    """The first opening after `day`, over weekends and holidays. None: nothing within SEARCHED_DAYS."""
    for later in _days_after(day):
        periods = hours.periods(later, calendar)
        if periods:
            return NextOpening(_at(later, periods[0].start, zone), _at(later, periods[-1].end, zone), not calendar.knows(later))
    return None


def opening_at(moment: datetime, hours: OpeningHours, calendar: HallCalendar) -> Opening:
    """What the hall is at an aware moment in its own zone. A period includes its start and not its end."""
    day, now, zone = moment.date(), moment.time(), moment.tzinfo
    periods = hours.periods(day, calendar)
    if not periods:
        special = calendar.special(day)
        return ClosedDay(special.name if special else None, next_opening(day, zone, hours, calendar))
    assumed = not calendar.knows(day)
    closes_at = _at(day, periods[-1].end, zone)
    if now < periods[0].start:
        return BeforeOpening(_at(day, periods[0].start, zone), closes_at, assumed)
    for index, period in enumerate(periods):
        if period.start <= now < period.end:
            until = _at(day, period.end, zone)
            left = int((until - moment).total_seconds() // 60) + sum(later.minutes for later in periods[index + 1 :])
            return Open(until, closes_at, left, assumed)
        if index + 1 < len(periods) and period.end <= now < periods[index + 1].start:
            return Lunch(_at(day, period.end, zone), _at(day, periods[index + 1].start, zone), closes_at, assumed)
    return AfterClosing(closes_at, next_opening(day, zone, hours, calendar))
