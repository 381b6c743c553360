"""Estimates from the hall's own times, their storing and their scoring, as commands and queries on a real SQLite file."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.settle_waits import learn_service_times, score_estimates, settle_waits
from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.queries.queueing import queue_now, ticket_seen, tickets_on
from kiosk.application.queries.waits import breaks_of, estimate_scores
from kiosk.domain.hall import Hall, HallCalendar, Lunch, Open, opening_at
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber, business_day
from kiosk.domain.queueing import TicketClass, TicketId
from kiosk.domain.refusals import BeyondClosing
from kiosk.domain.waiting import UNKNOWN_WAIT
from kiosk.domain.waiting.counter_events import CounterEventKind
from kiosk.domain.waiting.estimate import WaitEstimate, WaitGround
from kiosk.domain.waiting.service_times import ENOUGH_SERVICES, ServiceSpan, learn
from kiosk.infrastructure.database.sqlite import driver
from kiosk.roles.parts import Parts
from tests.support.halls import HOURS, MONDAY_TEN, StandingClock, hall

A = LineId("A")


@dataclass
class Day:
    """A hall that takes, calls and finishes. The deeds of counters beyond the call are written as their events."""

    parts: Parts
    hall: Hall = field(default_factory=lambda: hall(counters=((1, "ABH"), (2, "AB"))))
    clock: StandingClock = field(default_factory=StandingClock)

    def take(self, kind: TicketClass = TicketClass.NORMAL, item: str | None = None) -> TakenTicket:
        return take_ticket(
            line="A", item=item, ticket_class=kind, request_id=None, uow=self.parts.unit_of_work(), clock=self.clock, hall=self.hall,
            known_items={"short", "long"},
        )  # fmt: skip

    def call(self, counter: int = 1) -> str:
        return str(rehearse_call(counter=counter, actor="os:test", uow=self.parts.unit_of_work(), clock=self.clock, hall=self.hall).number)

    def note(self, number: str, event: str, state: str) -> None:
        place = TicketNumber.parse(number)
        moment = self.clock.moment
        with closing(driver().connect(str(self.parts.data.database))) as connection:
            found = connection.execute(
                "SELECT id FROM ticket WHERE day = ? AND line = ? AND sequence = ?", (moment.date().isoformat(), place.line, place.sequence)
            ).fetchone()
            connection.execute(
                "INSERT INTO ticket_event (ticket_id, kind, at) VALUES (?, ?, ?)", (found[0], event, moment.isoformat(timespec="seconds"))
            )
            connection.execute("UPDATE ticket SET state = ? WHERE id = ?", (state, found[0]))
            connection.commit()

    def serve(self, minutes: float, item: str | None = None) -> None:
        self.take(item=item)
        number = self.call()
        self.clock.moment += timedelta(minutes=minutes)
        self.note(number, "finished", "finished")

    def know(self, minutes: float, **items: float) -> None:
        """As if it had learnt that services take so long, all of them."""
        spans = [ServiceSpan(A, None, 10, minutes)] * (2 * ENOUGH_SERVICES)
        spans += [ServiceSpan(A, item, 10, taken) for item, taken in items.items() for _ in range(ENOUGH_SERVICES)]
        with self.parts.unit_of_work() as uow:
            uow.waits.keep_learnt(learn(spans), BusinessDay(self.clock.moment.date() - timedelta(days=1)))
            uow.commit()

    def settle(self) -> bool:
        return settle_waits(snapshot=self.parts.snapshot, unit_of_work=self.parts.unit_of_work, clock=self.clock)

    def next_morning(self) -> None:
        self.clock.moment = datetime.combine(self.clock.moment.date() + timedelta(days=1), MONDAY_TEN.timetz())


@pytest.fixture
def day(parts: Parts) -> Day:
    return Day(parts)


def test_a_hall_that_knows_nothing_tells_the_range_of_its_setting(day: Day) -> None:
    told = [day.take() for _ in range(3)]
    assert [(ticket.ahead, ticket.wait_low, ticket.wait_high) for ticket in told] == [(0, 0, 8), (1, 0, 13), (2, 3, 18)]


def test_a_hall_that_knows_its_times_tells_them_everywhere_alike(day: Day) -> None:
    day.know(4.0)
    for counter in (1, 2):
        day.take()
        day.call(counter)
    told = [day.take() for _ in range(5)][-1]
    assert told.ahead == 4
    assert told.wait_low is not None
    assert told.wait_high is not None
    assert 3 <= told.wait_low <= 12 <= told.wait_high <= 20
    seen = ticket_seen(
        number=TicketNumber.parse(told.number), day=business_day(MONDAY_TEN), snapshot=day.parts.snapshot(), hall=day.hall, clock=day.clock
    )
    assert (seen.wait_low, seen.wait_high) == (told.wait_low, told.wait_high)
    listed = tickets_on(day=business_day(MONDAY_TEN), snapshot=day.parts.snapshot(), hall=day.hall, clock=day.clock)
    assert listed[-1] == seen
    now = queue_now(snapshot=day.parts.snapshot(), clock=day.clock, hall=day.hall).line("A")
    assert now is not None
    assert (now.ahead, now.wait_high) >= (5, told.wait_high)


def test_who_is_at_the_counters_counts_with_the_time_gone_by(day: Day) -> None:
    day.know(10.0)
    for counter in (1, 2):
        day.take()
        day.note(day.call(counter), "serving", "serving")
    fresh = day.take()
    day.clock.moment += timedelta(minutes=9)
    later = day.take()
    assert (fresh.wait_high or 0) > 8
    assert (later.wait_low or 0) < (fresh.wait_high or 0)
    seen = ticket_seen(
        number=TicketNumber.parse(fresh.number), day=business_day(MONDAY_TEN), snapshot=day.parts.snapshot(), hall=day.hall, clock=day.clock
    )
    assert (seen.wait_high or 0) < (fresh.wait_high or 0), "nine of the ten minutes are over"


def test_a_finished_ticket_holds_no_counter(day: Day) -> None:
    day.know(10.0)
    day.take()
    day.take()
    day.call(1)
    number = day.call(2)
    day.clock.moment += timedelta(minutes=1)
    day.note(number, "finished", "finished")
    assert day.take().wait_high == 1


def test_what_those_ahead_came_for_counts(day: Day) -> None:
    day.know(8.0, short=2.0, long=40.0)
    for counter in (1, 2):
        day.take(item="short")
        day.call(counter)
    waits = []
    for item in ("short", "long"):
        for _ in range(3):
            day.take(item=item)
        waits.append(day.take().wait_high or 0)
    assert waits[1] > waits[0] + 20


def test_learning_from_the_hall_s_own_events(day: Day) -> None:
    day.clock.moment = MONDAY_TEN.replace(hour=9)
    for turn in range(ENOUGH_SERVICES):
        day.serve(3.0, item="short" if turn % 2 else None)
    day.clock.moment += timedelta(minutes=3)
    assert day.take().wait_high == 8, "today's services are learnt from tonight"
    day.next_morning()
    times = learn_service_times(snapshot=day.parts.snapshot(), uow=day.parts.unit_of_work(), clock=day.clock)
    assert times is not None
    assert times.services == ENOUGH_SERVICES
    assert set(times.lines) == {"A"}
    with day.parts.snapshot() as snapshot:
        kept = snapshot.waits.learnt()
    assert kept is not None
    assert (kept.services, set(kept.items), kept.missed_share) == (times.services, set(times.items), round(times.missed_share, 4))
    assert day.take().wait_high == 1


def test_too_few_services_are_learnt_once_a_day_as_nothing(day: Day) -> None:
    day.serve(3.0)
    day.next_morning()
    assert day.settle()
    with day.parts.snapshot() as snapshot:
        assert snapshot.waits.learnt() is None
        assert snapshot.waits.learnt_until() == MONDAY_TEN.date()
    assert not day.settle()


def test_estimates_are_scored_that_night_and_only_once(day: Day) -> None:
    day.take()
    day.take()
    day.call(counter=1)
    day.clock.moment += timedelta(minutes=40)
    day.call(counter=1)
    day.take(TicketClass.ASSISTED)
    day.next_morning()
    assert day.settle()
    (scored,) = estimate_scores(snapshot=day.parts.snapshot(), clock=day.clock)
    assert (scored.day, scored.tickets, scored.own) == (MONDAY_TEN.date(), 2, 0), "the third was never called"
    assert scored.coverage == 0.5
    assert scored.minutes_off == pytest.approx((0 + 36) / 2)
    assert scored.minutes_longer == pytest.approx(18)
    assert [line.line for line in scored.lines] == ["A"]
    assert not day.settle()
    assert estimate_scores(snapshot=day.parts.snapshot(), clock=day.clock, days=1) == ()


def test_ranges_that_held_too_little_are_wider_the_next_day(day: Day) -> None:
    day.clock.moment = MONDAY_TEN.replace(hour=9)
    for _ in range(ENOUGH_SERVICES):
        day.serve(3.0)
    day.next_morning()
    assert day.settle()
    told = [day.take().wait_high for _ in range(25)]
    assert told[-1] is not None
    day.clock.moment += timedelta(hours=6)
    for _ in told:
        day.call()
    day.next_morning()
    assert day.settle()
    with day.parts.snapshot() as snapshot:
        times = snapshot.waits.learnt()
    assert times is not None
    assert times.stretch > 1.2
    day.next_morning()
    assert day.settle(), "a day without tickets changes nothing but what is forgotten"
    with day.parts.snapshot() as snapshot:
        later = snapshot.waits.learnt()
    assert later is not None
    assert later.stretch == times.stretch


def test_scoring_again_changes_nothing(day: Day) -> None:
    day.know(4.0)
    day.take()
    day.call()
    first = score_estimates(day=business_day(MONDAY_TEN), uow=day.parts.unit_of_work())
    assert [(score.tickets, score.own, score.inside) for score in first] == [(1, 1, 1)]
    assert score_estimates(day=business_day(MONDAY_TEN), uow=day.parts.unit_of_work()) == first
    with day.parts.snapshot() as snapshot:
        assert tuple(snapshot.waits.scores(MONDAY_TEN.date(), MONDAY_TEN.date())) == first


def test_a_ticket_that_was_missed_and_called_again_is_scored_by_its_first_call(day: Day) -> None:
    day.take()
    number = day.call()
    day.clock.moment += timedelta(minutes=1)
    day.note(number, "missed", "waiting")
    day.clock.moment += timedelta(minutes=30)
    day.call()
    (score,) = score_estimates(day=business_day(MONDAY_TEN), uow=day.parts.unit_of_work())
    assert (score.inside, score.minutes_off) == (1, 0)


def test_an_unknown_wait_leaves_no_estimate(day: Day) -> None:
    with day.parts.unit_of_work() as uow:
        uow.waits.tell(TicketId(1), WaitEstimate(WaitGround.SETTING, None, UNKNOWN_WAIT))
        assert uow.waits.unscored_days(MONDAY_TEN.date(), MONDAY_TEN.date()) == []


def _take_forty(day: Day) -> None:
    for _ in range(40):
        day.take()


def test_the_last_number_is_given_when_the_expected_wait_passes_closing(day: Day) -> None:
    day.know(10.0)
    day.clock.moment = MONDAY_TEN.replace(hour=16, minute=20)
    for _ in range(7):
        day.take()
    with pytest.raises(BeyondClosing) as refused:
        _take_forty(day)
    assert 7 <= refused.value.ahead <= 11, "two counters, ten minutes each, forty minutes left"


def test_events_come_by_day_and_in_order(day: Day) -> None:
    day.serve(3.0)
    day.next_morning()
    day.serve(4.0)
    with day.parts.snapshot() as snapshot:
        found = snapshot.waits.counter_events(MONDAY_TEN.date(), MONDAY_TEN.date() + timedelta(days=1))
    kinds = [CounterEventKind.CALLED, CounterEventKind.FINISHED]
    assert {at.day: [event.kind for event in events] for at, events in found.items()} == {23: kinds, 24: kinds}
    assert {event.counter for events in found.values() for event in events if event.kind is CounterEventKind.CALLED} == {1}


def test_priority_tickets_are_counted_by_line_and_half_hour(day: Day) -> None:
    day.take(TicketClass.ASSISTED)
    day.take()
    day.next_morning()
    day.take(TicketClass.MILITARY)
    day.clock.moment += timedelta(minutes=31)
    day.take(TicketClass.MILITARY)
    with day.parts.snapshot() as snapshot:
        assert snapshot.waits.priority_a_day(MONDAY_TEN.date(), day.clock.moment.date()) == {(A, 20): 1.0, (A, 21): 0.5}


def test_the_last_call_of_a_counter_holds_it(day: Day) -> None:
    for _ in range(3):
        day.take()
    numbers: Sequence[str] = [day.call(counter) for counter in (1, 2)]
    day.clock.moment += timedelta(minutes=5)
    day.call(1)
    day.note(numbers[1], "serving", "serving")
    with day.parts.snapshot() as snapshot:
        queue, held = snapshot.waits.present(business_day(MONDAY_TEN), day.clock.moment)
    assert queue == []
    assert {counter: (busy.minutes, busy.arrived) for counter, busy in held.items()} == {1: (0, False), 2: (5, True)}


@pytest.mark.parametrize(
    ("moment", "breaks"),
    [
        (MONDAY_TEN, ((120.0, 180.0),)),
        (MONDAY_TEN.replace(hour=11, minute=59, second=30), ((0.5, 60.5),)),
        (MONDAY_TEN.replace(hour=12, minute=15), ((0.0, 45.0),)),
        (MONDAY_TEN.replace(hour=13), ()),
    ],
)
def test_what_is_left_of_the_breaks(moment: datetime, breaks: tuple[tuple[float, float], ...]) -> None:
    opening = opening_at(moment, HOURS, HallCalendar())
    assert isinstance(opening, Open | Lunch)
    assert breaks_of(opening, moment) == breaks
