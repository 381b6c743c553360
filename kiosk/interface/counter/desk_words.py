"""How tickets stand on a clerk's screen: item, class, minutes, times.

Elsewhere: what is known of the desk (desk_watch.py), words shared with citizens (interface.shared).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kiosk.domain.catalog import Edition, EntryCode
from kiosk.domain.queueing import ParkReason, TicketClass
from kiosk.interface.shared.typography import set_words

NO_ITEM = "没选事项"

CLASS_MARKS = {TicketClass.NORMAL: "", TicketClass.MILITARY: "军", TicketClass.ASSISTED: "老"}
CLASS_WORDS = {TicketClass.NORMAL: "", TicketClass.MILITARY: "军人优先", TicketClass.ASSISTED: "老残孕优先"}

PARK_WORDS = {
    ParkReason.PAPERS: "回去拿材料",
    ParkReason.COPIES: "去复印、拍照",
    ParkReason.SYSTEM: "业务系统没反应",
    ParkReason.DECISION: "等别的部门答复",
    ParkReason.OTHER: "别的原因",
}


def item_name(item: str | None, edition: Edition) -> str:
    """The plain name; an item that this edition does not have is told by its code."""
    if item is None:
        return NO_ITEM
    row = edition.rows.get(EntryCode(item))
    return set_words(row.plain_name) if row is not None else item


def items_name(items: Sequence[str], edition: Edition) -> str:
    """`办残疾证`, `办残疾证 等 2 件`."""
    if not items:
        return NO_ITEM
    first = item_name(items[0], edition)
    return first if len(items) == 1 else f"{first} 等 {len(items)} 件"


def minutes_since(then: datetime, now: datetime) -> int:
    """Whole minutes, never less than nothing: clocks are set."""
    return max(0, int((now - then).total_seconds() // 60))


def waited_words(issued_at: datetime, until: datetime) -> str:
    return f"等了 {minutes_since(issued_at, until)} 分"


def stopwatch(since: datetime, now: datetime) -> str:
    """`3:20`, `1:03:20`."""
    seconds = max(0, int((now - since).total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"
