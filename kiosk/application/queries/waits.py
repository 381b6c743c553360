"""What the hall's own times say of a wait, and how right the estimates were.

Here: the hall at a moment as the estimate sees it (`OwnWaits`), the scores for those who look after it. Elsewhere: the rules (domain.waiting),
the first range and the people ahead (queries.queueing), learning and scoring (commands.settle_waits).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.application.ports import Clock, Snapshot
from kiosk.domain.hall import Hall, Lunch, Open, Opening
from kiosk.domain.numbering import LineId, business_day
from kiosk.domain.queueing import TicketClass, TicketId, longest_run
from kiosk.domain.waiting.estimate import WaitEstimate, own_estimate
from kiosk.domain.waiting.foresight import Breaks, HallScene, InQueue, ServingCounter, foresee
from kiosk.domain.waiting.scores import WaitScore
from kiosk.domain.waiting.service_times import ServiceTimes

SCORED_DAYS = 30
"""Days that are told when nobody says how many."""


@dataclass(frozen=True, slots=True)
class OwnWaits:
    """Estimates of one moment. Each takes about half a millisecond: ask for those that are shown."""

    scene: HallScene
    times: ServiceTimes
    runs: Mapping[LineId, int]
    """Of priority calls, by line."""

    def of_new(self, line: LineId, ticket_class: TicketClass, item: str | None = None, place: int | None = None) -> WaitEstimate | None:
        """For a ticket taken now, to stand at `place` (None: last). None: this hall's times say nothing of it."""
        ticket = InQueue(TicketId(max((other.id for other in self.scene.queue), default=0) + 1), line, item, ticket_class, place)
        return self._estimate(ticket, (*self.scene.queue, ticket))

    def counts(self, *, up_to_turn: int | None = None) -> Mapping[tuple[LineId, TicketClass], int]:
        """How many wait, by line and class; with `up_to_turn` those whose turn is not after it."""
        counted = (other for other in self.scene.queue if up_to_turn is None or other.turn <= up_to_turn)
        return Counter((other.line, other.ticket_class) for other in counted)

    def of(self, ticket: TicketId) -> WaitEstimate | None:
        """For a ticket that waits. None: it does not wait, or this hall's times say nothing of it."""
        found = next((other for other in self.scene.queue if other.id == ticket), None)
        return self._estimate(found, self.scene.queue) if found is not None else None

    def _estimate(self, ticket: InQueue, queue: Sequence[InQueue]) -> WaitEstimate | None:
        lines = {line for counter in self.scene.counters if ticket.line in counter.lines for line in counter.lines}
        run = longest_run(self.runs, {other.line for other in queue if other.line in lines and not other.ticket_class.priority})
        scene = HallScene(queue, self.scene.counters, run, self.scene.minute, self.scene.breaks)
        foresight = foresee(ticket, scene, self.times)
        return own_estimate(foresight) if foresight is not None else None


@dataclass(frozen=True, slots=True)
class DayOfEstimates:
    """All lines of a day together. `coverage`: the share of waits that the told range held. Minutes as in WaitScore."""

    day: date
    tickets: int
    own: int
    coverage: float
    minutes_off: float
    minutes_longer: float
    lines: tuple[WaitScore, ...]


def own_waits(*, snapshot: Snapshot, moment: datetime, hall: Hall, opening: Opening) -> OwnWaits | None:
    """Inside an entered snapshot or unit of work. `hall` as it stands (counters.hall_as_it_stands). None while the hall's own times are not known, and while nobody is called today any more."""
    if not isinstance(opening, Open | Lunch):
        return None
    times = snapshot.waits.learnt()
    if times is None:
        return None
    day = business_day(moment)
    queue, held = snapshot.waits.present(day, moment)
    return OwnWaits(
        HallScene(
            queue=queue,
            counters=[ServingCounter(each.id, frozenset(each.lines), held.get(each.id)) for each in hall.open_counters()],
            streak=0,
            minute=60 * moment.hour + moment.minute,
            breaks=breaks_of(opening, moment),
        ),
        times,
        snapshot.tickets.runs(day),
    )


def breaks_of(opening: Open | Lunch, moment: datetime) -> Breaks:
    """When nobody is called, in minutes from `moment`. More than one break left of the day are taken for one, at the first."""
    match opening:
        case Lunch(reopens_at=reopens_at):
            return ((0.0, _minutes(moment, reopens_at)),)
        case Open(until=until, closes_at=closes_at, minutes_left=left):
            begin, pause = _minutes(moment, until), int(_minutes(moment, closes_at)) - left
            return ((begin, begin + pause),) if until < closes_at else ()


def _minutes(earlier: datetime, later: datetime) -> float:
    return (later - earlier).total_seconds() / 60


def estimate_scores(*, snapshot: Snapshot, clock: Clock, days: int = SCORED_DAYS) -> tuple[DayOfEstimates, ...]:
    """The days of the last `days` that were scored, newest first."""
    today = business_day(clock.now())
    with snapshot:
        scores = snapshot.waits.scores(today - timedelta(days=days - 1), today)
    by_day: dict[date, list[WaitScore]] = {}
    for score in scores:
        by_day.setdefault(score.day, []).append(score)
    return tuple(_day(day, lines) for day, lines in by_day.items())


def _day(day: date, lines: list[WaitScore]) -> DayOfEstimates:
    tickets = sum(line.tickets for line in lines)
    return DayOfEstimates(
        day=day,
        tickets=tickets,
        own=sum(line.own for line in lines),
        coverage=sum(line.inside for line in lines) / tickets,
        minutes_off=sum(line.minutes_off * line.tickets for line in lines) / tickets,
        minutes_longer=sum(line.minutes_longer * line.tickets for line in lines) / tickets,
        lines=tuple(lines),
    )
