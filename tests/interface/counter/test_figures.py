"""大厅数字 at the counter: which days, what stands on each bar, what is too little to draw, and the workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kiosk.application.unavailable import DatabaseUnavailable, FileNotWritable
from kiosk.domain.figures import EstimateFigures, Figures, TicketCourse, figures_of
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId, business_day
from kiosk.domain.queueing import TicketClass
from kiosk.interface.counter.figures import FiguresState, FiguresViewModel, Span, days_of, derive_figures_view
from tests.support.guide_screens import real_edition
from tests.support.halls import MONDAY_TEN, StandingClock
from tests.support.ticket_screen import HeldJobs

MONDAY = MONDAY_TEN.date()
ITEM = "WHL-MZ-001"


def courses(count: int, *, hour: int = 10, waited: float = 6, item: str | None = ITEM, days: int = 0) -> list[TicketCourse]:
    at = MONDAY_TEN.replace(hour=hour) - timedelta(days=days)
    return [
        TicketCourse(
            day=business_day(at), line=LineId("A"), item=item, ticket_class=TicketClass.NORMAL, issued_at=at,
            called_at=at + timedelta(minutes=waited), counter=CounterId(1), served=timedelta(minutes=8),
        )
        for _ in range(count)
    ]  # fmt: skip


def figures(*groups: list[TicketCourse], until: datetime | None = None) -> Figures:
    every = [course for group in groups for course in group]
    return figures_of(
        every, first=MONDAY, last=MONDAY, until=until, before=0, calls=(), now=MONDAY_TEN, estimates=EstimateFigures(told=0, inside=None)
    )


def view(found: Figures | None, **more: Any) -> Any:
    needs: dict[str, Any] = {"span": Span.TODAY, "problem": None, "edition": real_edition(), "told": "", "saving": False}
    return derive_figures_view(found, **(needs | more))


@pytest.mark.parametrize(
    ("span", "today", "first", "last"),
    [
        (Span.TODAY, date(2026, 11, 25), date(2026, 11, 25), date(2026, 11, 25)),
        (Span.LAST_WEEK, date(2026, 11, 23), date(2026, 11, 16), date(2026, 11, 22)),
        (Span.LAST_WEEK, date(2026, 11, 29), date(2026, 11, 16), date(2026, 11, 22)),
        (Span.LAST_WEEK, date(2027, 1, 1), date(2026, 12, 21), date(2026, 12, 27)),
        (Span.MONTH, date(2026, 11, 25), date(2026, 11, 1), date(2026, 11, 25)),
        (Span.MONTH, date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 1)),
    ],
)
def test_which_days(span: Span, today: date, first: date, last: date) -> None:
    assert days_of(span, today) == (first, last)


def test_bars_carry_their_values_and_fit_the_axis() -> None:
    found = view(figures(courses(6, waited=13), courses(6, hour=14, waited=24)))
    assert found.axis == ("0", "10", "20", "30")
    assert [(bar.label, bar.halfText, bar.nineText, bar.tickets) for bar in found.hours] == [
        ("10 点", "13", "13", "6 个号"),
        ("14 点", "24", "24", "6 个号"),
    ]
    assert [round(bar.half, 2) for bar in found.hours] == [0.43, 0.8]
    assert found.busiest == "14 点来的等得最久。"


@pytest.mark.parametrize(("waited", "step"), [(0, "5"), (15, "5"), (16, "10"), (90, "30"), (91, "45"), (720, "240"), (1000, "334")])
def test_no_bar_is_longer_than_the_axis(waited: float, step: str) -> None:
    found = view(figures(courses(5, waited=waited)))
    assert found.axis[1] == step
    assert found.hours[0].nine <= 1


def test_waits_are_rounded_up_for_what_is_promised_must_hold() -> None:
    facts = {fact.key: fact for fact in view(figures(courses(5, waited=9.01))).facts}
    assert (facts["half"].figure, facts["half"].note) == ("10 分内", "十人里九人 10 分内")


def test_what_is_too_little_is_not_drawn() -> None:
    found = view(figures(courses(5), courses(4, hour=14, item="WHL-MZ-005", days=1)))
    assert [(bar.label, bar.few) for bar in found.hours] == [("10 点", ""), ("14 点", "太少，不画")]
    assert found.hours[1].tickets == "", "not even how many"
    assert [bar.label for bar in found.items] == ["申请低保"]
    assert [bar.few for bar in found.days] == ["太少，不画", ""]
    assert found.busiest == "", "one hour alone is not the busiest"


def test_few_people_in_all() -> None:
    facts = view(figures(courses(3))).facts
    assert [(fact.key, fact.figure, fact.worded) for fact in facts][:3] == [
        ("tickets", "太少，不画", True),
        ("prompt", "太少，不画", True),
        ("half", "太少，不画", True),
    ]


def test_an_item_stands_with_the_name_of_its_list() -> None:
    (bar,) = view(figures(courses(6), courses(9, item=None))).items
    assert (bar.label, bar.figure, bar.share, bar.listKey, bar.listName) == ("申请低保", "6", 1.0, "convenience", "便民")


def test_the_four_states() -> None:
    assert view(None).state is FiguresState.LOADING
    empty = view(figures())
    assert (empty.state, empty.told) == (FiguresState.EMPTY, "11 月 23 日还没有人取号，有了就在这里。")
    away = view(None, problem=DatabaseUnavailable(reason="away", path="x"))
    assert away.state is FiguresState.ERROR
    assert "x" in away.told
    today = view(figures(courses(5), until=MONDAY_TEN))
    assert (today.state, today.span) == (FiguresState.CONTENT, "11 月 23 日，今天到 10:00 为止")


class Books:
    """Where workbooks would go."""

    def __init__(self) -> None:
        self.saved: list[Figures] = []
        self.fault: FileNotWritable | None = None

    def __call__(self, found: Figures) -> str:
        if self.fault is not None:
            raise self.fault
        self.saved.append(found)
        return "存好了：数字.xlsx"


def page(ask: Callable[[date, date], Figures], books: Books, jobs: HeldJobs) -> FiguresViewModel:
    return FiguresViewModel(edition=real_edition(), clock=StandingClock(), ask=ask, save=books, jobs=jobs)


def test_the_page_asks_for_last_week_first_and_then_for_what_is_chosen(qapp: object) -> None:
    asked: list[tuple[date, date]] = []

    def ask(first: date, last: date) -> Figures:
        asked.append((first, last))
        return figures(courses(5))

    shown = page(ask, Books(), HeldJobs())
    shown.look()
    shown.pressed(1)
    shown.chooseSpan("month")
    week = (MONDAY - timedelta(days=7), MONDAY - timedelta(days=1))
    assert asked == [week, (MONDAY, MONDAY), (MONDAY.replace(day=1), MONDAY)]
    assert [chip.key for chip in shown.chips.rows if chip.chosen] == ["month"]


def test_an_answer_that_comes_late_is_not_shown_as_another_span(qapp: object) -> None:
    jobs = HeldJobs(hold=True)
    shown = page(lambda first, last: figures(courses(5)) if first != last else figures(), Books(), jobs)
    shown.look()
    shown.pressed(1)
    jobs.settle()
    assert shown.state == "empty"


def test_a_workbook_is_saved_once_and_where_is_told(qapp: object) -> None:
    books, jobs = Books(), HeldJobs(hold=True)
    shown = page(lambda *_: figures(courses(5)), books, jobs)
    shown.look()
    shown.saveWorkbook()
    jobs.settle()
    shown.pressed(0)
    shown.pressed(0)
    assert not shown.canSave
    jobs.settle()
    assert (len(books.saved), shown.toldText, shown.canSave) == (1, "存好了：数字.xlsx", True)


def test_a_workbook_that_cannot_be_written_says_why(qapp: object) -> None:
    books = Books()
    books.fault = FileNotWritable(path="/d/数字.xlsx")
    shown = page(lambda *_: figures(courses(5)), books, HeldJobs())
    shown.look()
    shown.saveWorkbook()
    assert shown.toldText.startswith("/d/数字.xlsx 写不进去")
    assert shown.canSave
