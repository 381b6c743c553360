"""What is said while there are no numbers: every kind of closed, refused after the press, machine away."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kiosk.application.unavailable import DatabaseUnavailable, DiskFull
from kiosk.domain.hall import AfterClosing, ClosedDay, HallCalendar, opening_at
from kiosk.domain.refusals import BeyondClosing, HallClosed, PauseBetweenTickets, UnknownLine
from kiosk.interface.citizen.ticket_away import MACHINE_AWAY, away_by_opening, away_by_problem
from tests.support.halls import CALENDAR, HOURS, SHANGHAI


def at(day: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}:00").replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("moment", "title", "reason", "board", "note", "starts"),
    [
        (
            at("2026-11-23", "12:20"),
            "中午休息", "窗口 12:00 到 13:00 歇着，现在不发号。", "13:00", "还有 40 分钟，下午开到 17:00", "13:00 开始",
        ),
        (at("2026-11-23", "07:55"), "还没开门", "窗口 9:00 开，现在不发号。", "9:00", "还有 1 小时 5 分钟，今天开到 17:00", "9:00 开始"),
        (
            at("2026-11-23", "17:00"),
            "今天下班了", "窗口开到 17:00，现在不发号。", "明天 9:00", "11 月 24 日 星期二，开到 17:00", "明天 9:00 开始",
        ),
        (
            at("2026-11-22", "10:05"),
            "今天不上班", "星期日窗口不开，现在不发号。", "明天 9:00", "11 月 23 日 星期一，开到 17:00", "明天 9:00 开始",
        ),
        (
            at("2026-10-01", "10:05"),
            "今天不上班", "国庆节窗口不开，现在不发号。", "10 月 8 日 9:00", "10 月 8 日 星期四，开到 17:00", "10 月 8 日 星期四 9:00 开始",
        ),
    ],
)  # fmt: skip
def test_closed(moment: datetime, title: str, reason: str, board: str, note: str, starts: str) -> None:
    away = away_by_opening(opening_at(moment, HOURS, CALENDAR), moment)
    assert away is not None
    assert (away.title, away.reason, away.board, away.board_note, away.starts) == (title, reason, board, note, starts)


def test_open_is_not_away() -> None:
    moment = at("2026-11-23", "10:00")
    assert away_by_opening(opening_at(moment, HOURS, CALENDAR), moment) is None


def test_a_minute_that_has_begun_counts() -> None:
    moment = at("2026-11-23", "12:59") + timedelta(seconds=40)
    away = away_by_opening(opening_at(moment, HOURS, CALENDAR), moment)
    assert away is not None
    assert away.board_note == "还有 1 分钟，下午开到 17:00"


def test_a_day_that_is_only_assumed_says_so() -> None:
    moment = at("2026-12-31", "18:00")
    away = away_by_opening(opening_at(moment, HOURS, CALENDAR), moment)
    assert away is not None
    assert away.board_note.endswith("，以大厅通知为准")


@pytest.mark.parametrize("opening", [AfterClosing(at("2026-11-23", "17:00"), None), ClosedDay("春节", None)])
def test_nobody_knows_when_again(opening: AfterClosing | ClosedDay) -> None:
    away = away_by_opening(opening, at("2026-11-23", "18:00"))
    assert away is not None
    assert away.board == "看门口的通知"


@pytest.mark.parametrize(
    ("reason", "title"),
    [("lunch", "中午休息"), ("before_opening", "还没开门"), ("after_closing", "今天下班了"), ("closed_day", "今天不上班")],
)
def test_closed_between_the_look_and_the_press_says_the_same(reason: str, title: str) -> None:
    moment = at("2026-11-23", "12:00")
    refused = HallClosed(
        reason=reason, opens_at=at("2026-11-23", "13:00"), closes_at=at("2026-11-23", "17:00"), day_name=None, assumed=False
    )
    away = away_by_problem(refused, moment)
    assert away is not None
    assert (away.title, away.board, away.starts) == (title, "13:00", "13:00 开始")


def test_beyond_closing_says_how_many_and_what_to_do() -> None:
    refused = BeyondClosing(line="A", ahead=12, wait_low=50, minutes_left=20, closes_at=at("2026-11-23", "17:00"))
    away = away_by_problem(refused, at("2026-11-23", "16:40"))
    assert away is not None
    assert away.reason == "前面还有 12 个号，17:00 下班前办不完了。"
    assert "窗口" in away.advice


@pytest.mark.parametrize("problem", [DatabaseUnavailable(reason="away"), DiskFull(path="/x"), UnknownLine(line="A", lines=())])
def test_what_the_person_cannot_mend_sends_to_the_counter(problem: Exception) -> None:
    assert away_by_problem(problem, at("2026-11-23", "10:00")) == MACHINE_AWAY  # type: ignore[arg-type]


def test_the_pause_is_told_at_the_button() -> None:
    assert away_by_problem(PauseBetweenTickets(seconds_left=3), at("2026-11-23", "10:00")) is None


def test_no_sentence_shouts_or_ends_in_a_lone_mark() -> None:
    moments = [at("2026-11-23", "12:20"), at("2026-11-23", "08:00"), at("2026-11-23", "20:00"), at("2026-11-22", "10:00")]
    words = [away_by_opening(opening_at(moment, HOURS, HallCalendar()), moment) for moment in moments]
    for away in [*words, MACHINE_AWAY]:
        assert away is not None
        assert not set("！!") & set(f"{away.title}{away.reason}{away.advice}{away.board}{away.board_note}")
        assert len(away.advice) <= 14, "fits one line of a wide screen's panel"
