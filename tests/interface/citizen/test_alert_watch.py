"""今日停办 on rows, on guides and where a number would be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kiosk.application.queries.queueing import HallNow
from kiosk.domain.alerts import Alert, AlertId, AlertReason
from kiosk.domain.catalog import CatalogList, EntryCode
from kiosk.domain.numbering import LineId
from kiosk.domain.refusals import QuotaReached, StoppedToday
from kiosk.interface.citizen.alert_watch import AlertWatch
from kiosk.interface.citizen.entry_rows import EntryRowView, entry_row_view
from kiosk.interface.citizen.guide import derive_today
from kiosk.interface.citizen.list_page import ListViewModel
from kiosk.interface.citizen.ticket_away import away_by_problem, away_now
from kiosk.interface.shared.navigator import Navigator
from tests.support.guide_screens import now, real_edition, watch
from tests.support.halls import MONDAY_TEN

ITEM = EntryCode("WHL-MZ-001")
TODAY = MONDAY_TEN.date()
UNTIL = MONDAY_TEN.replace(hour=15, minute=30)
NIGHT = MONDAY_TEN.replace(hour=23, minute=59)


def stopped(item: str | None = ITEM, line: str | None = None, until: datetime = UNTIL) -> Alert:
    return Alert(
        id=AlertId(1),
        item=item,
        line=LineId(line) if line is not None else None,
        reason=AlertReason.SYSTEM,
        since=MONDAY_TEN,
        until=until,
    )


def hall(*alerts: Alert) -> HallNow:
    return replace(now(), alerts=alerts)


def rows() -> list[EntryRowView]:
    edition = real_edition()
    return [entry_row_view(row, edition) for row in list(edition.listed(CatalogList.CONVENIENCE))[:5]]


def test_the_row_of_what_is_stopped_says_so_and_no_other(qapp: object) -> None:
    shown = AlertWatch(real_edition(), watch(hall(stopped()))).mark(rows())
    assert [row.key for row in shown if row.time == "今天停办"] == [ITEM]
    (row,) = [row for row in shown if row.key == ITEM]
    assert row.spoken.endswith("今天停办")


def test_a_line_that_is_stopped_stops_its_items(qapp: object) -> None:
    edition = real_edition()
    social = [entry_row_view(row, edition) for row in list(edition.listed(CatalogList.SOCIAL_SECURITY))[:4]]
    shown = AlertWatch(edition, watch(hall(stopped(item=None, line="B")))).mark([*rows(), *social])
    assert {row.key for row in shown if row.time == "今天停办"} == {row.key for row in social}


def test_proofs_are_never_stopped(qapp: object) -> None:
    edition = real_edition()
    proofs = [entry_row_view(row, edition) for row in list(edition.listed(CatalogList.RETAINED))[:3]]
    assert AlertWatch(edition, watch(hall(stopped(item=None, line="A")))).mark(proofs) == tuple(proofs)


def test_it_fires_when_something_else_is_stopped_and_not_when_the_queue_moves(qapp: object) -> None:
    queue = watch(now())
    watching = AlertWatch(real_edition(), queue)
    fired: list[None] = []
    watching.changed.connect(lambda: fired.append(None))
    for answer, times in ((hall(stopped()), 1), (replace(hall(stopped()), waiting=3), 1), (now(), 2), (None, 2)):
        queue.now = answer
        queue.changed.emit()
        assert len(fired) == times


def test_a_list_on_the_screen_changes_at_once(qapp: object) -> None:
    queue = watch(now())
    page = ListViewModel(edition=real_edition(), navigator=Navigator(), alerts=AlertWatch(real_edition(), queue))
    page.enter("convenience", False)

    def marks() -> list[str]:
        model = page.rows
        return [str(row.key) for row in model.rows if row.time == "今天停办"]

    assert marks() == []
    queue.now = hall(stopped())
    queue.changed.emit()
    assert marks() == [ITEM]
    queue.now = now()
    queue.changed.emit()
    assert marks() == []


@pytest.mark.parametrize(
    ("alert", "hours", "away"),
    [
        (stopped(), "15:30 以后再来", "办事的系统暂时用不了，15:30 以后再来"),
        (stopped(until=NIGHT), "今天不办了", "办事的系统暂时用不了，今天不办了"),
        (stopped(item=None, line="A"), "15:30 以后再来", "办事的系统暂时用不了，15:30 以后再来"),
    ],
)
def test_the_guide_says_it_where_it_says_whether_it_can_be_done_today(alert: Alert, hours: str, away: str) -> None:
    today = derive_today(item=real_edition().item(ITEM), now=hall(alert), unavailable=False, today=TODAY)
    assert (today.pill, today.hours, today.can, today.ticket_away) == ("今天停办", hours, False, away)


def test_the_guide_of_another_item_says_nothing_of_it() -> None:
    alert = stopped(item="WHL-MZ-002")
    assert derive_today(item=real_edition().item(ITEM), now=hall(alert), unavailable=False, today=TODAY).pill == "今天能办"


def test_an_alert_that_is_over_is_over_at_once() -> None:
    later = replace(hall(stopped()), at=UNTIL)
    assert derive_today(item=real_edition().item(ITEM), now=later, unavailable=False, today=TODAY).pill == "今天能办"


def test_the_ticket_page_says_why_and_when_again() -> None:
    away = away_now(hall(stopped()), item=ITEM, line="A", moment=MONDAY_TEN)
    assert away is not None
    assert (away.title, away.board, away.starts) == ("今天停办", "15:30", "15:30 以后再来")
    assert away.reason == "办事的系统暂时用不了，这件事 15:30 以前办不了。"
    whole = away_now(hall(stopped(item=None, line="A", until=NIGHT)), item=None, line="A", moment=MONDAY_TEN)
    assert whole is not None
    assert (whole.board, whole.reason) == ("下一个上班日", "办事的系统暂时用不了，这个队列的事今天办不了。")
    assert away_now(hall(stopped()), item=None, line="A", moment=MONDAY_TEN) is None


def test_all_numbers_of_the_day_are_given() -> None:
    answer = replace(now(), given_out=frozenset({"B", str(ITEM)}))
    for item, line in ((None, "B"), (ITEM, "A")):
        away = away_now(answer, item=item, line=line, moment=MONDAY_TEN)
        assert away is not None
        assert away.title == "今天的号发完了"
    assert away_now(answer, item=None, line="A", moment=MONDAY_TEN) is None
    assert derive_today(item=real_edition().item(ITEM), now=answer, unavailable=False, today=TODAY).pill == "今天的号发完了"


def test_a_press_that_came_too_late_is_told_the_same() -> None:
    problem = StoppedToday(line="A", item=ITEM, reason="system", until=UNTIL)
    assert away_by_problem(problem, MONDAY_TEN) == away_now(hall(stopped()), item=ITEM, line="A", moment=MONDAY_TEN)
    given = away_by_problem(QuotaReached(line="A", item=None, quota=3), MONDAY_TEN + timedelta(hours=1))
    assert given is not None
    assert given.title == "今天的号发完了"
