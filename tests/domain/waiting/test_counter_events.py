"""From events to how long counters were held: tables."""

from datetime import datetime, timedelta

import pytest

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketId
from kiosk.domain.waiting.counter_events import CounterEvent, CounterEventKind, service_spans
from kiosk.domain.waiting.service_times import ServiceSpan
from tests.support.halls import MONDAY_TEN

A = LineId("A")
KINDS = {"call": CounterEventKind.CALLED, "end": CounterEventKind.FINISHED, "miss": CounterEventKind.MISSED, "park": CounterEventKind.LEFT}


def at(minutes: float) -> datetime:
    return MONDAY_TEN + timedelta(minutes=minutes)


def events(*told: tuple[float, int, str], counter: int = 1, issued: float = -30) -> list[CounterEvent]:
    """(minute after ten, ticket, what)"""
    return [
        CounterEvent(
            TicketId(ticket), A, f"item{ticket}", at(issued), KINDS[what], at(minute), CounterId(counter) if what == "call" else None
        )
        for minute, ticket, what in told
    ]


def span(ticket: int, minutes: float, *, missed: bool = False, hour: int = 10) -> ServiceSpan:
    return ServiceSpan(A, f"item{ticket}", hour, minutes, missed)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], []),
        ([(0, 1, "call")], []),
        ([(0, 1, "call"), (7, 1, "end")], [span(1, 7)]),
        ([(59, 1, "call"), (66, 1, "end")], [span(1, 7)]),
        ([(0, 1, "call"), (1, 1, "miss")], [span(1, 1, missed=True)]),
        ([(0, 1, "call"), (2, 1, "park")], []),
        ([(0, 1, "call"), (1, 1, "call"), (7, 1, "end")], [span(1, 7)]),
        ([(0, 1, "call"), (1, 1, "miss"), (9, 1, "call"), (14, 1, "end")], [span(1, 1, missed=True), span(1, 5)]),
        ([(7, 1, "end")], []),
    ],
)
def test_one_ticket(told: list[tuple[float, int, str]], expected: list[ServiceSpan]) -> None:
    assert service_spans(events(*told)) == expected


def test_a_counter_is_held_until_it_calls_the_next_who_was_waiting() -> None:
    day = events((0, 1, "call"), (7, 1, "end"), (8.5, 2, "call"), (12, 2, "end"))
    assert service_spans(day) == [span(1, 8.5), span(2, 3.5)]


def test_a_long_pause_is_no_service() -> None:
    day = events((0, 1, "call"), (7, 1, "end"), (30, 2, "call"), (35, 2, "end"))
    assert service_spans(day) == [span(1, 7), span(2, 5)]


def test_an_idle_counter_is_no_service() -> None:
    day = [*events((0, 1, "call"), (7, 1, "end")), *events((8.5, 2, "call"), (12, 2, "end"), issued=8)]
    assert service_spans(day) == [span(1, 7), span(2, 3.5)]


def test_counters_do_not_mix() -> None:
    first, other = events((0, 1, "call"), (7, 1, "end")), events((7.5, 2, "call"), (9, 2, "end"), counter=2)
    assert sorted(service_spans([*first, *other]), key=lambda found: found.item or "") == [span(1, 7), span(2, 1.5)]


def test_a_counter_that_parks_a_ticket_is_free_for_the_next() -> None:
    day = events((0, 1, "call"), (7, 1, "end"), (8, 2, "call"), (9, 2, "park"), (10, 3, "call"), (15, 3, "end"))
    assert service_spans(day) == [span(1, 8), span(3, 5)]


def test_a_corrected_item_counts() -> None:
    call, end = events((0, 1, "call"), (7, 1, "end"))
    corrected = CounterEvent(end.ticket, end.line, "other", end.issued_at, end.kind, end.at)
    assert service_spans([call, corrected]) == [ServiceSpan(A, "other", 10, 7.0)]


def test_an_item_of_the_hour_of_its_call() -> None:
    assert service_spans(events((61, 1, "call"), (66, 1, "end"))) == [span(1, 5, hour=11)]
