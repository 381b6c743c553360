"""What every database behind the ports must do, on real files."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import IntegrityError

from kiosk.application.changes import Changed, Subject
from kiosk.application.ports import PrinterCondition, PrinterStatus, UnitOfWork
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.hall import CounterId, DayKind, SpecialDay
from kiosk.domain.numbering import LineId, TicketNumber, business_day
from kiosk.domain.queueing import NewTicket, PrintState, Ticket, TicketClass, TicketState
from kiosk.domain.queueing.counters import CounterStanding, CounterState
from kiosk.domain.queueing.deeds import Deed, called, cancelled, missed, started, undone
from kiosk.domain.refusals import AlreadyCalled, CounterTakenOver, DeedOutOfTurn, NotWaiting
from kiosk.domain.staff import StaffNumber
from kiosk.infrastructure.database.engine import open_engine
from kiosk.infrastructure.database.schema import metadata
from kiosk.infrastructure.database.unit_of_work import SqlUnitOfWork
from kiosk.infrastructure.database.writer_lock import WriterLock
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN

DAY = business_day(MONDAY_TEN)
A = LineId("A")


def new(line: str = "A", ticket_class: TicketClass = TicketClass.NORMAL, request: str | None = None) -> NewTicket:
    return NewTicket(
        day=DAY, line=LineId(line), item="WHL-001", ticket_class=ticket_class, issued_at=MONDAY_TEN, ahead=2, wait_low=1, wait_high=None, request_id=request
    )  # fmt: skip


def issue(parts: Parts, *tickets: NewTicket) -> list[Ticket]:
    with parts.unit_of_work() as uow:
        issued = [uow.tickets.issue(ticket) for ticket in tickets]
        uow.commit()
    return issued


def test_a_ticket_is_read_back_as_it_was_issued(parts: Parts) -> None:
    (issued,) = issue(parts, new(request="r"))
    with parts.snapshot() as snapshot:
        assert snapshot.tickets.by_id(issued.id) == issued
        assert snapshot.tickets.by_request("r") == issued
        assert snapshot.tickets.by_number(DAY, TicketNumber(A, 1)) == issued
        assert snapshot.tickets.on_day(DAY) == [issued]
        assert snapshot.tickets.by_request("other") is None


def test_leaving_without_commit_rolls_everything_back(parts: Parts) -> None:
    with parts.unit_of_work() as uow:
        uow.print_jobs.queue(uow.tickets.issue(new()).id, MONDAY_TEN)
    with pytest.raises(ZeroDivisionError), parts.unit_of_work() as uow:
        uow.tickets.issue(new()).id // 0
    assert str(issue(parts, new())[0].number) == "A001"


def test_nothing_is_read_or_written_outside_the_with_block(parts: Parts) -> None:
    uow = parts.unit_of_work()
    with pytest.raises(RuntimeError, match="with block"):
        uow.tickets.runs(DAY)


def test_a_snapshot_does_not_see_what_is_written_meanwhile(parts: Parts) -> None:
    with parts.snapshot() as snapshot:
        assert snapshot.tickets.on_day(DAY) == []
        issue(parts, new())
        assert snapshot.tickets.on_day(DAY) == []


def claim(uow: UnitOfWork, ticket: Ticket, counter: int, deed: Deed = Deed.CALL_NEXT, at: datetime = MONDAY_TEN) -> Ticket:
    after = called(ticket, deed, counter=CounterId(counter), at=at)
    uow.tickets.change(ticket, after, deed=deed, at=at, counter=CounterId(counter), staff=None, details={})
    return after


def test_only_one_claim_of_a_ticket_succeeds(parts: Parts) -> None:
    (issued,) = issue(parts, new())
    with parts.unit_of_work() as uow:
        after = claim(uow, issued, 3)
        uow.commit()
    with parts.snapshot() as snapshot:
        assert snapshot.tickets.by_id(issued.id) == after
        assert snapshot.tickets.at_counter(DAY, CounterId(3)) == after
    assert (after.state, after.counter, after.called_at, after.version) == (TicketState.CALLED, 3, MONDAY_TEN, 1)
    with pytest.raises(AlreadyCalled) as refused, parts.unit_of_work() as uow:
        claim(uow, issued, 1)
    assert refused.value.facts() == {"number": "A001", "counter": 3}


def test_a_change_holds_for_the_version_that_was_seen_and_nothing_else(parts: Parts) -> None:
    (issued,) = issue(parts, new())
    with parts.unit_of_work() as uow:
        there = claim(uow, issued, 3)
        begun = started(there, counter=CounterId(3), at=MONDAY_TEN, clerk=None)
        uow.tickets.change(there, begun, deed=Deed.START, at=MONDAY_TEN, counter=CounterId(3), staff=None, details={})
        missing = missed(there, counter=CounterId(3), at=MONDAY_TEN)
        with pytest.raises(DeedOutOfTurn) as stale:
            uow.tickets.change(there, missing, deed=Deed.MISS, at=MONDAY_TEN, counter=CounterId(3), staff=None, details={})
        assert stale.value.facts() == {"deed": "miss", "number": "A001", "state": "serving", "counter": 3}
        gone = cancelled(issued, at=MONDAY_TEN)
        with pytest.raises(NotWaiting):
            uow.tickets.change(issued, gone, deed=Deed.CANCEL, at=MONDAY_TEN, counter=None, staff=None, details={})


def test_the_database_lets_no_counter_have_two_tickets(parts: Parts) -> None:
    first, second = issue(parts, new(), new())
    with parts.unit_of_work() as uow:
        claim(uow, first, 3)
        with pytest.raises(IntegrityError, match=r"ticket\.day, ticket\.counter"):
            claim(uow, second, 3)


def test_counts_ranks_and_runs(parts: Parts) -> None:
    tickets = issue(parts, new(), new("B", TicketClass.MILITARY), new("A", TicketClass.ASSISTED), new("B"))
    b = LineId("B")
    one = CounterId(1)
    with parts.unit_of_work() as uow:
        assert uow.tickets.runs(DAY) == {}
        for counter, ticket in enumerate(tickets[1:3], 1):
            claim(uow, ticket, counter)
        uow.tickets.keep_runs(DAY, {A: 2, b: 1})
        uow.tickets.keep_runs(DAY, {b: 0})
        assert uow.tickets.runs(DAY) == {A: 2, b: 0}
        assert list(uow.tickets.calls_back(DAY)) == [(2, True), (1, True)]
        assert uow.tickets.waiting_counts(DAY) == {("A", TicketClass.NORMAL): 1, ("B", TicketClass.NORMAL): 1}
        assert uow.tickets.waiting_counts(DAY, up_to_turn=tickets[3].turn - 1) == {("A", TicketClass.NORMAL): 1}
        assert uow.tickets.waiting(DAY) == [tickets[0], tickets[3]]
        assert uow.tickets.heads(DAY, [A], CounterId(3)) == (None, [tickets[0]])
        assert uow.tickets.heads(DAY, [b, A], CounterId(3)) == (None, [tickets[0], tickets[3]])
        there, heads = uow.tickets.heads(DAY, [LineId("H")], one)
        assert (there is not None and there.id == tickets[1].id, heads) == (True, [])
        claim(uow, tickets[0], 3)
        assert [ticket.id for ticket in uow.tickets.latest_called(DAY, 2)] == [tickets[0].id, tickets[2].id]
        assert [ticket.id for ticket in uow.tickets.at_counters(DAY)] == [ticket.id for ticket in tickets[:3]]


def test_a_deed_is_undone_once(parts: Parts) -> None:
    (issued,) = issue(parts, new())
    three = CounterId(3)
    with parts.unit_of_work() as uow:
        there = claim(uow, issued, 3)
        done = uow.tickets.last_deed_at(DAY, three)
        assert done is not None
        assert (done.deed, done.before, done.at) == (Deed.CALL_NEXT, issued, MONDAY_TEN)
        uow.tickets.undo(there, undone(there, done), done.event, at=MONDAY_TEN, counter=three, staff=None)
        again = uow.tickets.by_id(issued.id)
        assert again == replace(issued, version=2)
        assert uow.tickets.last_deed_at(DAY, three) is None
        assert uow.tickets.latest_called(DAY, 5) == []
        with pytest.raises(IntegrityError, match="undoes"):
            uow.tickets.undo(again, undone(again, done), done.event, at=MONDAY_TEN, counter=three, staff=None)


def test_two_consoles_cannot_both_have_the_next_word_of_a_counter(parts: Parts) -> None:
    seven, twelve = StaffNumber("07"), StaffNumber("12")
    before = CounterStanding(CounterId(3), CounterState.CLOSED)
    with parts.unit_of_work() as uow:
        opened = uow.counters.say(DAY, before, CounterState.OPEN, staff=seven, at=MONDAY_TEN)
        with pytest.raises(CounterTakenOver) as refused:
            uow.counters.say(DAY, before, CounterState.OPEN, staff=twelve, at=MONDAY_TEN)
        assert refused.value.staff == "07"
        assert opened == uow.counters.said_of(DAY, CounterId(3))
        assert opened == CounterStanding(CounterId(3), CounterState.OPEN, seven, MONDAY_TEN, 1)
        uow.counters.say(DAY, opened, CounterState.CLOSED, staff=seven, at=MONDAY_TEN)
        assert {counter: said.state for counter, said in uow.counters.said_on(DAY).items()} == {3: CounterState.CLOSED}
        assert uow.counters.said_of(business_day(MONDAY_TEN + timedelta(days=1)), CounterId(3)) is None


def test_a_print_job_that_is_over_stays_so(parts: Parts) -> None:
    (ticket,) = issue(parts, new())
    later = MONDAY_TEN + timedelta(seconds=5)
    with parts.unit_of_work() as uow:
        job = uow.print_jobs.queue(ticket.id, MONDAY_TEN)
        assert uow.print_jobs.unfinished() == [job]
        uow.print_jobs.change(job.id, PrintState.PRINTING, MONDAY_TEN)
        uow.print_jobs.change(job.id, PrintState.FAILED, later, "no_paper")
        uow.print_jobs.change(job.id, PrintState.PRINTED, later)
        uow.commit()
    with parts.snapshot() as snapshot:
        over = snapshot.print_jobs.by_id(job.id)
        assert over is not None
        assert (over.state, over.cause, over.changed_at) == (PrintState.FAILED, "no_paper", later)
        assert snapshot.print_jobs.unfinished() == []
        assert snapshot.print_jobs.latest_on(DAY) == {ticket.id: over}


def test_the_calendar_is_seeded_and_the_halls_to_edit(parts: Parts) -> None:
    closed = SpecialDay(date(2027, 3, 1), DayKind.HOLIDAY, "停电")
    with parts.unit_of_work() as uow:
        autumn = uow.calendar.between(date(2026, 10, 1), date(2026, 10, 10))
        assert {day: special.kind for day, special in autumn.days.items()} == {
            **{date(2026, 10, day): DayKind.HOLIDAY for day in range(1, 8)},
            date(2026, 10, 10): DayKind.WORKDAY,
        }
        assert autumn.days[date(2026, 10, 1)].name == "国庆节"
        assert autumn.years == {2026}
        uow.calendar.put(SpecialDay(closed.date, DayKind.WORKDAY, "?"))
        uow.calendar.put(closed)
        assert uow.calendar.between(closed.date, closed.date).special(closed.date) == closed
        assert not uow.calendar.between(closed.date, closed.date).knows(closed.date)
        uow.calendar.know_year(2027)
        uow.calendar.know_year(2027)
        spring = uow.calendar.between(closed.date, closed.date)
        assert (spring.special(closed.date), spring.knows(closed.date)) == (closed, True)


def test_a_writer_who_waits_too_long_is_told(parts: Parts, data: DataDirectory) -> None:
    issue(parts, new())
    engine = open_engine(data.database)
    lock = WriterLock(data.database.with_name("kiosk.sqlite3.lock"))
    with parts.unit_of_work():
        impatient = SqlUnitOfWork(engine, data.database, lock, patience=0.05)
        with pytest.raises(DatabaseUnavailable) as away, impatient:
            pass
    assert away.value.facts()["reason"] == "locked"
    with SqlUnitOfWork(engine, data.database, lock) as uow:
        assert len(uow.tickets.on_day(DAY)) == 1
    engine.dispose()


@pytest.fixture
def told(parts: Parts) -> Iterator[tuple[list[Changed], threading.Semaphore]]:
    heard: list[Changed] = []
    arrived = threading.Semaphore(0)

    def listen(changed: Changed) -> None:
        heard.append(changed)
        arrived.release()

    issue(parts, new())
    feed = parts.change_feed()
    feed.start(listen)
    yield heard, arrived
    feed.close()


def test_the_feed_tells_what_another_process_wrote_and_nothing_older(
    parts: Parts, data: DataDirectory, told: tuple[list[Changed], threading.Semaphore]
) -> None:
    heard, arrived = told
    other = Parts(data=data, environment={})
    (ticket,) = issue(other, new())
    other.close()
    assert arrived.acquire(timeout=10)
    assert heard == [Changed(frozenset({Subject.QUEUEING}), frozenset({str(ticket.id)}))]


def test_the_feed_tells_of_this_process_too_and_names_the_subject_of_an_act(
    parts: Parts, told: tuple[list[Changed], threading.Semaphore]
) -> None:
    heard, arrived = told
    with parts.unit_of_work() as uow:
        uow.audit.record(act="catalog load", actor="os:test", at=MONDAY_TEN, subject="catalog:2", details={"edition": 2})
        uow.commit()
    assert arrived.acquire(timeout=10)
    assert heard == [Changed(frozenset({Subject.CATALOG}), frozenset())]


def test_the_feed_tells_of_printers(parts: Parts) -> None:
    heard: list[Changed] = []
    arrived = threading.Semaphore(0)
    feed = parts.change_feed()
    feed.start(lambda changed: (heard.append(changed), arrived.release())[0])  # type: ignore[func-returns-value]
    try:
        with parts.unit_of_work() as uow:
            uow.printers.record("192.168.1.50:9100", PrinterStatus(PrinterCondition.READY, paper_low=True), MONDAY_TEN)
            uow.commit()
        assert arrived.acquire(timeout=10)
    finally:
        feed.close()
    assert heard == [Changed(frozenset({Subject.HALL}), frozenset())]
    with parts.snapshot() as snapshot:
        assert [(seen.name, seen.status.paper_low, seen.since) for seen in snapshot.printers.now()] == [
            ("192.168.1.50:9100", True, MONDAY_TEN)
        ]


def test_there_is_never_a_third_paper(parts: Parts) -> None:
    (issued,) = issue(parts, new())
    with parts.unit_of_work() as uow:
        uow.print_jobs.queue(issued.id, MONDAY_TEN)
        assert uow.print_jobs.queue_copy(issued.id, MONDAY_TEN) is not None
        assert uow.print_jobs.queue_copy(issued.id, MONDAY_TEN) is None
        with pytest.raises(IntegrityError):
            uow.print_jobs.queue(issued.id, MONDAY_TEN)


def test_the_migrations_make_the_tables_of_the_schema(data: DataDirectory) -> None:
    migrated = open_engine(data.database)
    declared = create_engine("sqlite://", module=migrated.dialect.dbapi)
    metadata.create_all(declared)
    shapes = []
    for engine in (migrated, declared):
        with engine.connect() as connection:
            found = inspect(connection)
            tables = sorted(set(found.get_table_names()) - {"alembic_version"})
            shapes.append(
                {
                    table: (
                        [(column["name"], str(column["type"]), column["nullable"]) for column in found.get_columns(table)],
                        found.get_pk_constraint(table)["constrained_columns"],
                        sorted(str(index["name"]) for index in found.get_indexes(table)),
                        sorted(str(unique["name"]) for unique in found.get_unique_constraints(table)),
                        sorted(tuple(key["constrained_columns"]) for key in found.get_foreign_keys(table)),
                    )
                    for table in tables
                }
            )
        engine.dispose()
    assert shapes[0] == shapes[1]


def test_a_connection_is_durable_and_checks_foreign_keys(data: DataDirectory) -> None:
    engine = open_engine(data.database)
    with engine.connect() as connection:
        settings = [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in ("journal_mode", "synchronous", "foreign_keys")]
    engine.dispose()
    assert settings == ["wal", 2, 1]
