"""The hall's figures in words: how a cell is called, what stands where there are too few, and the sheets of the workbook.

Here: words. Elsewhere: reckoning (domain.figures), bars (interface.counter.figures), the file (infrastructure.spreadsheets).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from kiosk.application.workbook import Column, ColumnKind, Sheet, Value
from kiosk.domain.catalog import Edition, EntryCode
from kiosk.domain.figures import FEWEST, NO_ITEM, PROMPT, PROMPT_TARGET, FigureCell, Figures
from kiosk.domain.hall import Hall
from kiosk.domain.queueing import TicketClass
from kiosk.interface.shared.moments import clock_words, short_date_words

TOO_FEW = "太少，不画"
PROMPT_MINUTES = int(PROMPT.total_seconds() // 60)
_CLASSES = {
    TicketClass.NORMAL: "普通",
    TicketClass.MILITARY: "军人、退役军人",
    TicketClass.ASSISTED: "老人、残疾人、孕妇",
}
_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def hour_words(key: str) -> str:
    """`9 点`."""
    return f"{key} 点"


def line_words(key: str, hall: Hall) -> str:
    """The name, or the letter of a line that the hall has no longer."""
    line = hall.line(key)
    return line.name if line is not None else f"{key} 队列"


def item_words(key: str, edition: Edition) -> str:
    """The plain name; the code of an item that the catalogue has no longer."""
    if key == NO_ITEM:
        return "没选事项"
    row = edition.rows.get(EntryCode(key))
    return row.plain_name if row is not None else key


def counter_words(key: str) -> str:
    return f"{key} 号窗口"


def class_words(key: str) -> str:
    return _CLASSES[TicketClass(key)]


def day_words(key: str) -> str:
    """`11 月 23 日 周一`."""
    day = date.fromisoformat(key)
    return f"{short_date_words(day)} {_WEEKDAYS[day.weekday()]}"


def span_words(figures: Figures) -> str:
    """`11 月 16 日–20 日`, and up to when where today is in it."""
    first, last = figures.first, figures.last
    if first == last:
        days = short_date_words(first)
    elif (first.year, first.month) == (last.year, last.month):
        days = f"{short_date_words(first)}–{last.day} 日"
    else:
        days = f"{short_date_words(first)}–{short_date_words(last)}"
    return days if figures.until is None else f"{days}，今天到 {clock_words(figures.until)} 为止"


def figures_sheets(figures: Figures, *, edition: Edition, hall: Hall) -> tuple[Sheet, ...]:
    """One sheet for the whole, one for each way of looking. No person stands in any of them."""
    span = span_words(figures)
    return (
        _summary(figures, span),
        _sheet("按小时", "几点取的号", figures.by_hour, hour_words, span),
        _sheet("按天", "哪一天", figures.by_day, day_words, span),
        _sheet("按队列", "队列", figures.by_line, lambda key: line_words(key, hall), span),
        _sheet("按事项", "事项", figures.by_item, lambda key: item_words(key, edition), span, width=22),
        _sheet("按窗口", "窗口", figures.by_counter, counter_words, span),
        _sheet("按人群", "谁", figures.by_class, class_words, span),
    )


_COLUMNS = (
    Column("取号", ColumnKind.COUNT, 5),
    Column("叫到", ColumnKind.COUNT, 5),
    Column("一半人等（分钟内）", ColumnKind.MINUTES, 9),
    Column("十人里九人等（分钟内）", ColumnKind.MINUTES, 11),
    Column(f"{PROMPT_MINUTES} 分钟内叫到", ColumnKind.SHARE, 8),
    Column("过号", ColumnKind.COUNT, 5),
    Column("办结", ColumnKind.COUNT, 5),
    Column("平均办（分钟）", ColumnKind.MINUTES, 8),
)


def _sheet(name: str, what: str, cells: Sequence[FigureCell], words: Callable[[str], str], span: str, *, width: int = 10) -> Sheet:
    return Sheet(
        name,
        (span, f"少于 {FEWEST} 个号的不写数字。"),
        (Column(what, ColumnKind.TEXT, width), *_COLUMNS),
        tuple((words(cell.key), *_values(cell)) for cell in cells),
    )


def _values(cell: FigureCell) -> tuple[Value, ...]:
    if cell.is_too_few:
        return (TOO_FEW, None, None, None, None, None, None, None)
    return (
        cell.tickets,
        cell.called,
        _rounded(cell.half_waited),
        _rounded(cell.nine_waited),
        cell.prompt,
        cell.missed,
        cell.served,
        _rounded(cell.minutes_served),
    )


def _summary(figures: Figures, span: str) -> Sheet:
    total, calls, estimates = figures.total, figures.help, figures.estimates
    few = total.is_too_few
    rows: tuple[tuple[Value, ...], ...] = (
        ("取号（个）", TOO_FEW if few else total.tickets),
        ("同样长的前一段取号（个）", figures.tickets_before),
        ("有人取号的天数", figures.days),
        (f"{PROMPT_MINUTES} 分钟内叫到（%），目标 {PROMPT_TARGET:.0%}", _percent(total.prompt)),
        ("一半人等（分钟内）", _rounded(total.half_waited)),
        ("十人里九人等（分钟内）", _rounded(total.nine_waited)),
        ("平均办（分钟）", _rounded(total.minutes_served)),
        ("预计时间准（%），目标 75–85%", _percent(estimates.inside)),
        ("过号（个）", total.missed),
        ("在机器上找金小二（次）", calls.calls),
        ("其中有人去了（次）", calls.taken),
        ("其中 60 秒内有人去（次）", calls.prompt),
        ("自己取消（次）", calls.cancelled),
        ("没人去（次）", calls.unanswered),
    )
    return Sheet("概况", (span,), (Column("什么", ColumnKind.TEXT, 22), Column("多少", ColumnKind.MINUTES, 8)), rows)


def _rounded(minutes: float | None) -> float | None:
    return round(minutes, 1) if minutes is not None else None


def _percent(share: float | None) -> int | None:
    return round(100 * share) if share is not None else None
