"""The day by which something is done, said no more surely than it is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from kiosk.domain.catalog import EntryCode, HallRole, ServiceItem, TimeLimit, Verification, VerificationStatus
from kiosk.domain.hall import HallCalendar, opening_at
from kiosk.interface.citizen.promise_words import accepted_on, promise_words
from tests.support.guide_screens import real_edition
from tests.support.halls import CALENDAR, HOURS, MONDAY_TEN, SHANGHAI

TODAY = MONDAY_TEN.date()
NO_LIMIT = TimeLimit(None, None)
VERIFIED = Verification(status=VerificationStatus.VERIFIED, assured_date=date(2026, 11, 1))


def item(**changes: Any) -> ServiceItem:
    found = real_edition().item(EntryCode("WHL-MZ-001"))
    plain = {"hall_role": HallRole.ACCEPT, "verification": Verification(), "statutory": NO_LIMIT, "promised": NO_LIMIT}
    return replace(found, **{**plain, **changes})


def words(of: ServiceItem, moment: datetime = MONDAY_TEN, calendar: HallCalendar | None = CALENDAR) -> str:
    return promise_words(of, opening=opening_at(moment, HOURS, CALENDAR), today=moment.date(), calendar=calendar)


@pytest.mark.parametrize(
    ("statutory", "said"),
    [
        (TimeLimit(7, "工作日"), "今天受理，按规定最迟 12 月 2 日办结"),
        (TimeLimit(20, "自然日"), "今天受理，按规定最迟 12 月 14 日办结"),
        (TimeLimit(0, "工作日"), "今天受理，按规定当场办结"),
        (TimeLimit(30, "工作日"), "今天受理，按规定预计最迟 2027 年 1 月 5 日办结，以窗口答复为准"),
        (TimeLimit(None, None), ""),
        (TimeLimit(7, "月"), ""),
        (TimeLimit(7, None), ""),
        (TimeLimit(99_999, "工作日"), ""),
    ],
)
def test_a_legal_limit(statutory: TimeLimit, said: str) -> None:
    assert words(item(statutory=statutory)) == said


def test_the_halls_own_promise_counts_once_it_has_answered_for_it() -> None:
    limits = {"statutory": TimeLimit(20, "工作日"), "promised": TimeLimit(7, "工作日")}
    assert words(item(**limits)) == "今天受理，按规定最迟 12 月 21 日办结"
    assert words(item(**limits, verification=VERIFIED)) == "今天受理，大厅承诺最迟 12 月 2 日办结"
    assert words(item(promised=TimeLimit(7, "工作日"))) == "", "another hall's promise is nobody's here"


def test_nothing_is_reckoned_before_it_is_known_or_for_what_others_take_in() -> None:
    limit = TimeLimit(7, "工作日")
    assert words(item(statutory=limit), calendar=None) == ""
    assert promise_words(item(statutory=limit), opening=None, today=TODAY, calendar=CALENDAR) == ""
    assert words(item(statutory=limit, hall_role=HallRole.GUIDE)) == ""


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 11, 23, 12, 30, tzinfo=SHANGHAI), "今天受理，按规定最迟 11 月 24 日办结"),
        (datetime(2026, 11, 23, 18, 0, tzinfo=SHANGHAI), "11 月 24 日受理，按规定最迟 11 月 25 日办结"),
        (datetime(2026, 11, 21, 10, 0, tzinfo=SHANGHAI), "11 月 23 日受理，按规定最迟 11 月 24 日办结"),
        (datetime(2026, 10, 1, 10, 0, tzinfo=SHANGHAI), "10 月 8 日受理，按规定最迟 10 月 9 日办结"),
    ],
)
def test_what_comes_to_a_closed_hall_is_taken_in_when_it_opens(moment: datetime, said: str) -> None:
    assert words(item(statutory=TimeLimit(1, "工作日")), moment) == said


def test_a_hall_that_never_opens_again_takes_nothing_in() -> None:
    shut = opening_at(MONDAY_TEN, replace(HOURS, weekdays={}, makeup_workday=()), CALENDAR)
    assert accepted_on(shut, TODAY) is None
    assert promise_words(item(statutory=TimeLimit(1, "工作日")), opening=shut, today=TODAY, calendar=CALENDAR) == ""


def test_no_entry_of_the_catalogue_is_promised_by_words_it_does_not_have() -> None:
    edition = real_edition()
    items = [edition.item(code) for code, row in edition.rows.items() if row.list.value in {"convenience", "social_security"}]
    said = {each.code: words(each) for each in items}
    assert any(said.values())
    for each in items:
        if said[each.code]:
            assert each.hall_role.served_here
            assert each.statutory.days is not None or each.promised.days is not None
