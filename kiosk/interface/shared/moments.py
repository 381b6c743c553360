"""Dates and times as people read them: `11 月 23 日 星期一`, `9:42`, `上午好`.

Elsewhere: opening in words (opening_words.py), figures and punctuation (typography.py).
"""

from __future__ import annotations

from datetime import date, datetime, time

_WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")


def date_words(day: date) -> str:
    """`11 月 23 日 星期一`."""
    return f"{day.month} 月 {day.day} 日 {_WEEKDAYS[day.weekday()]}"


def short_date_words(day: date) -> str:
    """`11 月 23 日`."""
    return f"{day.month} 月 {day.day} 日"


def clock_words(moment: datetime | time) -> str:
    """`9:42`: no leading zero, as clocks on walls."""
    return f"{moment.hour}:{moment.minute:02d}"


def greeting(moment: datetime) -> str:
    """By the hour of the hall: 早上好 before 9, 上午好 before 12, 中午好 before 14, 下午好 before 18, then 晚上好."""
    for before, words in ((9, "早上好"), (12, "上午好"), (14, "中午好"), (18, "下午好")):
        if moment.hour < before:
            return words
    return "晚上好"


def day_distance_words(day: date, today: date) -> str:
    """`今天`, `明天`, else `11 月 23 日 星期一`."""
    distance = (day - today).days
    return "今天" if distance == 0 else "明天" if distance == 1 else date_words(day)
