"""Figures from how tickets went: ranks, shares, what is too little to tell."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kiosk.domain.assistance import HelpCall, HelpCallId, HelpCallState, HelpReason
from kiosk.domain.figures import FEWEST, EstimateFigures, Figures, TicketCourse, estimate_figures, figures_of, nearest_rank
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId, business_day
from kiosk.domain.queueing import TicketClass
from tests.support.halls import MONDAY_TEN

MONDAY = MONDAY_TEN.date()


def course(waited: float | None = 5, served: float | None = 8, *, at: datetime = MONDAY_TEN, **more: Any) -> TicketCourse:
    told: dict[str, Any] = {
        "day": business_day(at),
        "line": LineId("A"),
        "item": "X",
        "ticket_class": TicketClass.NORMAL,
        "issued_at": at,
        "called_at": at + timedelta(minutes=waited) if waited is not None else None,
        "counter": CounterId(1) if waited is not None else None,
        "served": timedelta(minutes=served) if served is not None else None,
    }
    return TicketCourse(**(told | more))


def figures(courses: list[TicketCourse], *, before: int = 0, calls: tuple[HelpCall, ...] = ()) -> Figures:
    told = EstimateFigures(told=0, inside=None)
    return figures_of(
        courses, first=MONDAY, last=MONDAY, until=None, before=before, calls=calls, now=MONDAY_TEN + timedelta(hours=8), estimates=told
    )


@pytest.mark.parametrize(
    ("values", "share", "rank"),
    [
        ([1.0], 0.5, 1.0),
        ([1, 2], 0.5, 1),
        ([3, 1, 2], 0.5, 2),
        (list(range(1, 11)), 0.5, 5),
        (list(range(1, 11)), 0.9, 9),
        ([4, 4, 9], 0.9, 9),
    ],
)
def test_nearest_rank(values: list[float], share: float, rank: float) -> None:
    assert nearest_rank(values, share) == rank


def test_waits_and_services() -> None:
    total = figures([course(waited, served) for waited, served in ((2, 4), (4, 6), (9, 8), (10, 10), (31, 12))]).total
    assert (total.tickets, total.called, total.served) == (5, 5, 5)
    assert (total.half_waited, total.nine_waited, total.prompt, total.minutes_served) == (9, 31, 0.8, 8)


def test_four_tickets_tell_nothing_and_five_do() -> None:
    few, enough = figures([course()] * (FEWEST - 1)).total, figures([course()] * FEWEST).total
    assert few.is_too_few
    assert {few.tickets, few.called, few.half_waited, few.prompt, few.missed, few.served, few.minutes_served} == {None}
    assert not enough.is_too_few


def test_those_who_were_never_called_came_and_did_not_wait_for_ever() -> None:
    total = figures([course() for _ in range(4)] + [course(None, None) for _ in range(3)]).total
    assert (total.tickets, total.called, total.served) == (7, 4, 4)
    assert (total.half_waited, total.minutes_served) == (None, None), "four waits tell nothing"


def test_a_clock_that_was_set_back_makes_no_wait_shorter_than_none() -> None:
    assert figures([course(-3)] * 5).total.nine_waited == 0


def test_by_hour_line_item_counter_class_and_day() -> None:
    noon = MONDAY_TEN.replace(hour=13)
    courses = [course() for _ in range(6)] + [
        course(at=noon, line=LineId("B"), item=None, counter=CounterId(2), ticket_class=TicketClass.MILITARY) for _ in range(5)
    ]
    found = figures([*courses, course(at=MONDAY_TEN + timedelta(days=1), item="Y")])
    assert [(cell.key, cell.tickets) for cell in found.by_hour] == [("10", 7), ("13", 5)]
    assert [(cell.key, cell.tickets) for cell in found.by_line] == [("A", 7), ("B", 5)]
    assert [(cell.key, cell.tickets) for cell in found.by_item] == [("X", 6), ("", 5), ("Y", None)]
    assert [(cell.key, cell.tickets) for cell in found.by_counter] == [("1", 7), ("2", 5)]
    assert [(cell.key, cell.tickets) for cell in found.by_class] == [("normal", 7), ("military", 5)]
    assert [(cell.key, cell.tickets) for cell in found.by_day] == [("2026-11-23", 11), ("2026-11-24", None)]
    assert found.days == 2


def test_the_order_of_small_cells_tells_nothing_of_their_size() -> None:
    courses = [course(item=item) for item, times in (("C", 1), ("B", 2), ("A", 4), ("D", 5)) for _ in range(times)]
    assert [cell.key for cell in figures(courses).by_item] == ["D", "A", "B", "C"]


def test_missed_is_counted() -> None:
    assert figures([course(missed=turn < 2) for turn in range(6)]).total.missed == 2


@pytest.mark.parametrize(("before", "told"), [(0, None), (4, None), (5, 5)])
def test_the_span_before(before: int, told: int | None) -> None:
    assert figures([course()] * 5, before=before).tickets_before == told


def call(state: HelpCallState, seconds: float | None) -> HelpCall:
    taken_at = MONDAY_TEN + timedelta(seconds=seconds) if seconds is not None else None
    return HelpCall(
        id=HelpCallId(1), day=date(2026, 11, 23), kiosk=1, reason=HelpReason.SIGHT, state=state, rung_at=MONDAY_TEN, taken_at=taken_at
    )


def test_help_calls() -> None:
    calls = (
        *(call(HelpCallState.DONE, seconds) for seconds in (5, 30, 60, 61)),
        call(HelpCallState.TAKEN, 10),
        call(HelpCallState.CANCELLED, None),
        call(HelpCallState.RINGING, None),
    )
    told = figures([], calls=calls).help
    assert (told.calls, told.taken, told.prompt, told.cancelled, told.unanswered) == (7, 5, 4, 1, 1)
    assert figures([], calls=calls[1:]).help.prompt is None, "four tell nothing"


def test_a_hall_without_tickets() -> None:
    nothing = figures([])
    assert not nothing.has_any
    assert (nothing.by_hour, nothing.total.is_too_few) == ((), True)


@pytest.mark.parametrize(("told", "inside", "share"), [(4, 4, None), (5, 4, 0.8), (0, 0, None)])
def test_estimates(told: int, inside: int, share: float | None) -> None:
    assert estimate_figures(told, inside).inside == share
