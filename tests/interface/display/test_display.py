"""What the display says in each of its states, and that nothing of a person is among it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.queries.hall_display import DisplayNow
from kiosk.domain.alerts import Alert, AlertId, AlertReason
from kiosk.domain.announcing import Call
from kiosk.domain.hall import AfterClosing, ClosedDay, Lunch, NextOpening, Notice, NoticeKind
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing.counters import CounterState
from kiosk.infrastructure.catalog_files.edition_file import read_edition
from kiosk.infrastructure.paths import built_edition
from kiosk.infrastructure.speech.silence import Silence
from kiosk.interface.display.announcer import Announcer
from kiosk.interface.display.display import CalledRow, CounterRow, DisplayView, DisplayViewModel, LineRow, Mode, derive_display_view
from kiosk.interface.display.display_watch import DisplayWatch
from kiosk.interface.display.publication import PublishedPage
from kiosk.interface.shared.wall_clock import WallClock
from tests.support.display_views import answer, call
from tests.support.halls import MONDAY_TEN, StandingClock, hall

LATER = MONDAY_TEN + timedelta(minutes=9)
PAGE = PublishedPage(kind="retained", rows=())
CLOSED = (CounterState.CLOSED, CounterState.CLOSED)


def view(
    now: DisplayNow | None = None, *, board: Call | None = None, last: tuple[Call, ...] = (), stale: bool = False, busy: bool = False
) -> DisplayView:
    return derive_display_view(moment=LATER, now=now, stale=stale, hall=hall(), board=board, last=last, busy=busy, page=PAGE)


def test_a_call() -> None:
    shown = view(answer(), board=call("A012", 1), last=(call("A011", 2), call("B007", 1)), busy=True)
    assert (shown.mode, shown.number, shown.counter, shown.line, shown.clock) == (Mode.CALLING, "A012", "1", "A", "10:09")
    assert shown.last == (CalledRow("11", "A011", "2"), CalledRow("7", "B007", "1"))
    assert shown.counters == (
        CounterRow("1", "1", "open", "开", calling=True),
        CounterRow("2", "2", "paused", "暂停", calling=False),
        CounterRow("3", "3", "closed", "未开", calling=False),
    )
    assert shown.counters_title == "开 1 个窗口"
    assert shown.page == PublishedPage(), "nothing of what is not seen is laid out"


def test_the_first_call_of_the_day_stands_alone() -> None:
    assert view(answer(), board=call("A001"), busy=True).last_title == ""
    assert view(answer(), board=call("A002"), last=(call("A001"),), busy=True).last_title == "刚才叫过"
    assert view(answer(counters=CLOSED)).last_title == "今天还没有叫号"
    assert view(None, stale=True).last_title == "", "nobody knows"


def test_who_waits() -> None:
    lines = (("A", "一口受理", 9, 12, 20), ("B", "社保", 4, None, None), ("H", "金小二帮办", 0, 3, 3))
    assert view(answer(lines=lines)).lines == (
        LineRow("A", "一口受理", "9", "约 12–20 分", "civic"),
        LineRow("B", "社保", "4", "", "teal"),
        LineRow("H", "金小二帮办", "0", "约 3 分", "gold"),
    )


ALERT = Alert(
    id=AlertId(1), item=None, line=LineId("B"), reason=AlertReason.SYSTEM, since=MONDAY_TEN, until=MONDAY_TEN + timedelta(hours=5)
)  # fmt: skip


def test_a_line_that_is_stopped_says_until_when() -> None:
    now = answer()
    stopped = replace(now, hall=replace(now.hall, alerts=(ALERT,)))
    assert [(line.wait, line.stopped) for line in view(stopped).lines] == [("约 12–20 分", False), ("停办到 15:00", True)]
    assert [line.wait for line in view(stopped, stale=True).lines] == ["", "停办到 15:00"]


def test_between_calls_the_pages_and_the_last_three() -> None:
    shown = view(answer(), last=tuple(call(f"A{number:03d}") for number in (12, 11, 10, 9)))
    assert (shown.mode, shown.page, shown.number) == (Mode.BETWEEN, PAGE, "")
    assert [row.number for row in shown.recent] == ["A012", "A011", "A010"]


def test_an_old_answer_says_its_time_and_no_minutes() -> None:
    shown = view(answer(), last=(call("A012", 3), call("A011")), stale=True)
    assert (shown.mode, shown.told_at, shown.number, shown.counter) == (Mode.AWAY, "10:00", "A012", "3")
    assert [row.number for row in shown.last] == ["A011"]
    assert (shown.counters_title, [line.waiting for line in shown.lines]) == ("10:00 时开着的窗口", ["9", "4"])
    assert all(line.wait == "" for line in shown.lines)
    assert not any(counter.calling for counter in shown.counters), "gold is for a call that is live"


def test_a_known_call_has_its_time_before_the_answer_is_said_to_be_old() -> None:
    assert view(answer(), board=call("A012"), stale=True, busy=True).mode is Mode.CALLING
    assert view(answer(), board=call("A012"), stale=True, busy=False).mode is Mode.AWAY


def test_without_any_answer_nothing_is_claimed() -> None:
    shown = view(None, stale=True)
    assert (shown.mode, shown.told_at, shown.number, shown.lines, shown.counters) == (Mode.AWAY, "", "", (), ())


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        (Lunch(MONDAY_TEN, MONDAY_TEN + timedelta(hours=3), MONDAY_TEN + timedelta(hours=7), False), "中午休息，13:00 再开"),
        (AfterClosing(MONDAY_TEN, NextOpening(MONDAY_TEN + timedelta(days=1, hours=-1), MONDAY_TEN, False)), "今天下班了，明天 9:00 再开"),
        (ClosedDay("国庆节", None), "国庆节，今天不上班"),
    ],
)
def test_no_window_open(opening: Any, words: str) -> None:
    shown = view(answer(opening=opening, counters=CLOSED))
    assert (shown.mode, shown.closed_words, shown.counters_title) == (Mode.CLOSED, words, "窗口都没开")
    assert shown.week == "星期一到星期五 9:00–12:00、13:00–17:00"
    assert view(answer(opening=opening, counters=CLOSED), board=call("A012"), busy=True).mode is Mode.CALLING


def test_calls_of_yesterday_are_no_calls_of_today() -> None:
    yesterday = MONDAY_TEN - timedelta(days=1)
    shown = view(answer(), last=(call("A012", at=yesterday),))
    assert (shown.last, shown.recent) == ((), ())
    assert view(answer(), last=(call("A012", at=yesterday),), stale=True).number == ""


def test_no_item_no_class_no_person_is_known_to_it() -> None:
    names = {each.name for row in (DisplayView, DisplayNow, Call, CalledRow, LineRow) for each in fields(row)}
    assert not names & {"item", "items", "ticket_class", "choices", "name_of", "staff", "class"}


class Display:
    def __init__(self) -> None:
        notices = (Notice("停电", "下午两点停电。", NoticeKind.HALL),)
        self.clock = StandingClock()
        self.wall_clock = WallClock(self.clock)
        self.answers: list[DisplayNow] = []
        self.watch = DisplayWatch(lambda seen: answer(), _NoJobs())
        self.announcer = Announcer(Silence())
        self.edition = read_edition(built_edition())
        self.model = DisplayViewModel(
            edition=self.edition, hall=replace(hall(), notices=notices), clock=self.clock, wall_clock=self.wall_clock, watch=self.watch,
            announcer=self.announcer,
        )  # fmt: skip
        self.fired = 0
        self.model.viewChanged.connect(self._count)

    def _count(self) -> None:
        self.fired += 1

    def told(self, now: DisplayNow) -> None:
        self.watch.now = now
        self.watch.changed.emit()


class _NoJobs:
    def run(self, *_: Any, **__: Any) -> None:
        raise AssertionError("nobody asks here")


def test_pages_turn_and_the_same_answer_is_silent(qtbot: QtBot) -> None:
    display = Display()
    display.told(answer())
    assert display.model.pageKind == "notice"
    before = display.fired
    display.told(answer(at=MONDAY_TEN + timedelta(seconds=3)))
    assert display.fired == before, "the same facts a little later are no news"
    display.model.turn()
    assert (display.model.pageKind, display.model.page, display.fired) == ("retained", 1, before + 1)
    display.clock.moment += timedelta(minutes=1)
    display.wall_clock.look()
    assert display.model.clockText == "10:01"
    display.model.stop()


def test_a_call_takes_the_place_of_a_page_at_once_and_the_page_comes_again(qtbot: QtBot) -> None:
    display = Display()
    display.told(answer())
    display.model.turn()
    display.announcer.hear([call("A012", 3)])
    assert (display.model.mode, display.model.number, display.model.counter) == ("calling", "A012", "3")
    assert display.model.rows.rows == ()
    display.announcer.close()
    display.announcer.board = None
    display.announcer.changed.emit()
    assert (display.model.mode, display.model.pageKind) == ("between", "retained")
    display.model.stop()


def test_what_is_stopped_is_the_next_page_at_once(qtbot: QtBot) -> None:
    display = Display()
    display.told(answer())
    display.model.turn()
    now = answer()
    item = next(iter(display.edition.rows.values()))
    of_item = replace(ALERT, id=AlertId(2), line=None, item=item.code, until=MONDAY_TEN.replace(hour=23, minute=59))
    display.told(replace(now, hall=replace(now.hall, alerts=(of_item,))))
    assert display.model.noticeTitle == f"{item.plain_name} 今天停办"
    assert display.model.noticeText == "办事的系统暂时用不了，今天不办了。"
    display.told(now)
    assert display.model.noticeTitle == "停电", "lifted, it is gone at once"
    display.model.stop()


def test_a_call_of_yesterday_leaves_the_board_at_midnight() -> None:
    yesterday = MONDAY_TEN - timedelta(days=1)
    shown = view(answer(), board=call("A099", at=yesterday), last=(call("A001"),))
    assert (shown.mode, shown.number, [row.number for row in shown.recent]) == (Mode.BETWEEN, "", ["A001"])


def test_a_new_edition_is_shown(qtbot: QtBot) -> None:
    display = Display()
    display.told(answer())
    display.model.turn()
    newer = read_edition(built_edition())
    newer.number = 12
    display.model.show_edition(newer)
    assert display.model.editionText.startswith("第 12 版")
    display.model.stop()
