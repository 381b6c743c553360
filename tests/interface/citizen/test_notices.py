"""Notices: those of today, newest first, told apart, and one read in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.hall import Notice, NoticeKind
from kiosk.interface.citizen.notices import NoticesViewModel, open_notice
from kiosk.interface.shared.navigator import Navigator
from tests.support.halls import StandingClock, hall

NOTICES = (
    Notice("一直挂着", "没写日子。", NoticeKind.HALL),
    Notice("新的", "二十号起。", NoticeKind.HALL, date(2026, 11, 20), date(2026, 11, 27)),
    Notice("过去的", "已经过了。", NoticeKind.HALL, date(2026, 10, 1), date(2026, 10, 7)),
    Notice("街上的", "12号义诊。", NoticeKind.STREET, date(2026, 11, 12)),
)


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


def notices_page(navigator: Navigator, notices: tuple[Notice, ...] = NOTICES) -> NoticesViewModel:
    return NoticesViewModel(hall=replace(hall(), notices=notices), clock=StandingClock(), navigator=navigator)


def test_what_holds_today_newest_first(qapp: object, navigator: Navigator) -> None:
    model = notices_page(navigator)
    assert model.state == "loading"
    model.enter("", returning=False)
    assert [(row.title, row.kind, row.date) for row in model.rows.rows] == [
        ("新的", "大厅", "11 月 20 日"),
        ("街上的", "街上", "11 月 12 日"),
        ("一直挂着", "大厅", ""),
    ]
    assert [(tab.label, tab.figure) for tab in model.tabs.rows] == [("都看", "3"), ("大厅告示", "2"), ("街上的事", "1")]
    assert model.countText == "3"


def test_one_kind_alone(qapp: object, navigator: Navigator) -> None:
    model = notices_page(navigator)
    model.enter("", returning=False)
    model.chooseKind("street")
    assert [row.title for row in model.rows.rows] == ["街上的"]
    assert [tab.selected for tab in model.tabs.rows] == [False, False, True]
    model.enter("", returning=True)
    assert [row.title for row in model.rows.rows] == ["街上的"]
    model.forget()
    model.enter("", returning=True)
    assert len(model.rows.rows) == 3


def test_none_of_a_kind_is_empty(qapp: object, navigator: Navigator) -> None:
    model = notices_page(navigator, NOTICES[:2])
    model.enter("", returning=False)
    model.chooseKind("street")
    assert (model.state, model.countText) == ("empty", "2")


def test_a_touch_opens_one_in_full_and_back_is_the_list(qapp: object, navigator: Navigator) -> None:
    model = notices_page(navigator)
    model.enter("", returning=False)
    model.openNotice(model.rows.rows[1].key)
    assert str(navigator.here) == "notices/3"
    model.enter("3", returning=False)
    assert (model.reading, model.openTitle, model.openText, model.openKind, model.openDays) == (
        True,
        "街上的",
        "12 号义诊。",
        "街上",
        "11 月 12 日",
    )
    model.enter("", returning=True)
    assert (model.reading, model.openText) == (False, "")


@pytest.mark.parametrize("argument", ["4", "-1", "x", "１", "1 "])
def test_a_notice_that_is_not_there_is_a_key_error(qapp: object, navigator: Navigator, argument: str) -> None:
    with pytest.raises(KeyError):
        notices_page(navigator).enter(argument, returning=False)


@pytest.mark.parametrize(
    ("notice", "days"),
    [(NOTICES[0], ""), (NOTICES[1], "11 月 20 日，到 11 月 27 日为止"), (replace(NOTICES[1], shown_from=None), "到 11 月 27 日为止")],
)
def test_days_are_said_as_far_as_they_are_known(notice: Notice, days: str) -> None:
    assert open_notice(notice).days == days


def test_pages_of_notices(qapp: object, navigator: Navigator) -> None:
    model = notices_page(navigator, tuple(Notice(f"{n}", "照常。", NoticeKind.HALL) for n in range(7)))
    model.enter("", returning=False)
    model.fitRows(3)
    assert (model.page, model.pages) == (1, 3)
    model.nextPage()
    assert [row.title for row in model.rows.rows] == ["3", "4", "5"]
    model.previousPage()
    model.previousPage()
    assert model.page == 1
    model.openHelper()
    assert str(navigator.here) == "helper"
