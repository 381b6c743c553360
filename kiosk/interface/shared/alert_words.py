"""今日停办 in words: why, until when. The same on the citizen's screens, on consoles and at the command line.

Elsewhere: what an alert is (domain.alerts), refusals because of one (sentences.py).
"""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.alerts import AlertReason
from kiosk.interface.shared.moments import clock_words

_REASONS = {
    AlertReason.SYSTEM: "办事的系统暂时用不了",
    AlertReason.NETWORK: "网络断了",
    AlertReason.POWER: "停电了",
    AlertReason.DEVICE: "窗口的设备坏了",
    AlertReason.STAFF: "办这件事的人今天不在",
    AlertReason.ORDERED: "上级部门通知暂停",
    AlertReason.OTHER: "今天有特殊情况",
}

STOPPED = "今天停办"
LAST_MINUTE = (23, 59)
"""An alert until then holds for all of today: nobody is told a time of the night."""


def is_for_all_of_today(until: datetime) -> bool:
    return (until.hour, until.minute) >= LAST_MINUTE


def stopped_words(until: datetime, *, whole_line: bool) -> str:
    """`这件事 15:30 以前`, `这个队列的事今天`: what, and for how long it is not done."""
    what = "这个队列的事" if whole_line else "这件事"
    return f"{what}今天" if is_for_all_of_today(until) else f"{what} {clock_words(until)} 以前"


def stopped_until_words(until: datetime) -> str:
    """`停办到 15:30`, `今天停办`."""
    return STOPPED if is_for_all_of_today(until) else f"停办到 {clock_words(until)}"


def again_words(until: datetime) -> str:
    """When it is done again, for where 取号 stands: `15:30 以后再来`."""
    return "今天不办了" if is_for_all_of_today(until) else f"{clock_words(until)} 以后再来"


def alert_reason_words(reason: str) -> str:
    """`办事的系统暂时用不了`."""
    return _REASONS[AlertReason(reason)]
