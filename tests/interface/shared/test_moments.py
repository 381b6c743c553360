"""Dates and times in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kiosk.interface.shared.moments import clock_words, date_words, day_distance_words, greeting


def test_dates_and_clocks() -> None:
    assert date_words(date(2026, 11, 23)) == "11 月 23 日 星期一"
    assert clock_words(datetime(2026, 11, 23, 9, 5)) == "9:05"  # noqa: DTZ001  (words only)


@pytest.mark.parametrize(("hour", "words"), [(6, "早上好"), (9, "上午好"), (12, "中午好"), (15, "下午好"), (20, "晚上好")])
def test_greetings(hour: int, words: str) -> None:
    assert greeting(datetime(2026, 11, 23, hour)) == words  # noqa: DTZ001


def test_distance() -> None:
    today = date(2026, 11, 30)
    assert [day_distance_words(date(2026, 11, 30), today), day_distance_words(date(2026, 12, 1), today)] == ["今天", "明天"]
    assert day_distance_words(date(2026, 12, 7), today) == "12 月 7 日 星期一"
