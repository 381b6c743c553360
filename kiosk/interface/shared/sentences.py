"""Words for refusals and for what is away: the only place that has them. One clear sentence: what, where, what to do next.

`sentence` is for people at the kiosk and at the command line alike; `print_words` says how a ticket's paper stands. A test demands a sentence
for every class of both families.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.application import unavailable as away
from kiosk.application.unavailable import PrintCause, Unavailable
from kiosk.domain import refusals
from kiosk.domain.queueing import PrintState
from kiosk.domain.refusals import Refused
from kiosk.interface.shared.moments import clock_words, date_words


def sentence(problem: Refused | Unavailable) -> str:
    """The Chinese sentence for a refusal or for something unavailable. KeyError for a class without one: a bug."""
    if isinstance(problem, Refused):
        return _REFUSED[type(problem)](problem)
    return _UNAVAILABLE[type(problem)](problem)


def _hall_closed(refused: refusals.HallClosed) -> str:
    opens_at = refused.opens_at
    if opens_at is None:
        when = "什么时候开门请看门口的告示"
    elif refused.reason in {"lunch", "before_opening"}:
        when = f"{clock_words(opens_at)} 开始取号"
    else:
        when = f"请 {date_words(opens_at.date())} {clock_words(opens_at)} 再来取号"
    if refused.assumed:
        when += "（日子是预计的，以大厅通知为准）"
    match refused.reason:
        case "lunch":
            return f"窗口中午休息，现在不发号，{when}。"
        case "before_opening":
            return f"窗口还没开门，{when}。"
        case "after_closing":
            return f"今天的窗口已经下班，{when}。"
        case _:
            why = f"今天是{refused.day_name}" if refused.day_name else "今天不上班"
            return f"{why}，窗口不开，{when}。"


def _text(theirs: object, limit: int = 40) -> str:
    """Somebody's own words, cut and made harmless before they are shown back."""
    clean = "".join(character if character.isprintable() else "·" for character in str(theirs))
    return clean if len(clean) <= limit else clean[:limit] + "…"


_REFUSED: Mapping[type[Refused], Callable[[Any], str]] = {
    refusals.HallClosed: _hall_closed,
    refusals.BeyondClosing: lambda r: f"前面还有 {r.ahead} 个号，{clock_words(r.closes_at)} 下班前办不完了，请下一个上班日早点来。",
    refusals.UnknownLine: lambda r: f"这个大厅没有 {_text(r.line)} 这个队列，有的是 {'、'.join(r.lines)}。",
    refusals.UnknownItem: lambda r: f"目录里没有 {_text(r.item)} 这个编号，请用 kiosk catalog search 查一查。",
    refusals.UnknownCounter: lambda r: f"这个大厅没有 {r.counter} 号窗口，有的是 {'、'.join(map(str, r.counters))} 号。",
    refusals.UnknownTicket: lambda r: f"{r.day} 没有 {r.number} 这个号，请看看号码和日期对不对。",
    refusals.RequestReused: lambda r: f"这个请求编号已经取过 {r.number}，要另取一个号请换一个编号。",
    refusals.PauseBetweenTickets: lambda r: f"刚刚取过号，请过 {r.seconds_left} 秒再取。",
    refusals.NobodyWaiting: lambda r: f"{r.counter} 号窗口现在没有人在等。",
    refusals.AlreadyCalled: lambda r: f"{r.number} 已经被{f' {r.counter} 号窗口' if r.counter else '别的窗口'}叫走了，请再叫下一个。",
    refusals.CounterServesNothing: lambda r: f"{r.counter} 号窗口没有开，或者没有分配队列，请在 hall.toml 里看它的 open 和 lines。",
    refusals.ForbiddenOnLiveHall: lambda r: f"这个大厅已经正式对外，{r.act} 只能在演练的大厅用。",
}


def _place(unavailable: Unavailable, fact: str = "path") -> str:
    return _text(unavailable.facts().get(fact) or "", 200)


def _database(unavailable: Unavailable) -> str:
    match unavailable.facts().get("reason"):
        case "locked":
            return f"数据库 {_place(unavailable)} 被别的程序占住了，请关掉它再试。"
        case "disk":
            return f"数据库 {_place(unavailable)} 所在的磁盘读写出错，请先换一块磁盘或检查线路。"
        case _:
            return f"数据库 {_place(unavailable)} 打不开，请检查数据文件夹在不在、能不能读写。"


_UNAVAILABLE: Mapping[type[Unavailable], Callable[[Any], str]] = {
    away.DatabaseUnavailable: _database,
    away.DatabaseNewer: lambda u: f"数据库 {_place(u)} 是更新的程序写的，这个版本不能动它，请装上新版本再打开。",
    away.DatabaseDamaged: lambda u: f"数据库 {_place(u)} 坏了，文件已原样留着，请用备份恢复，或者先把它移开再启动。",
    away.DatabaseUnsupported: lambda u: (
        f"现在只能用 SQLite 数据库，不能用 {_place(u, 'kind')}，请去掉 --database 或写成 sqlite:/// 加文件路径。"
    ),
    away.DataFolderReadOnly: lambda u: f"数据文件夹 {_place(u)} 写不进去，请改它的权限，或用 --data 换一个文件夹。",
    away.DiskFull: lambda u: f"磁盘满了，{_place(u)} 写不进去，已经发出的号都在，请清出空间再试。",
    away.FirstUsePending: lambda u: f"另一个程序正在准备数据，等了 {u.facts().get('seconds')} 秒还没好，请过一会儿再试。",
    away.SettingsMalformed: lambda u: (
        f"大厅设置 {_place(u)} 有 {len(u.faults)} 处要改：{' '.join(_text(fault, 200) for fault in u.faults)}"
    ),
    away.EditionMissing: lambda u: f"没有找到发布好的目录 {_place(u)}，请运行 kiosk catalog load。",
    away.EditionNewer: lambda u: f"目录文件 {_place(u)} 是更新的程序发布的，请装上新版本再打开。",
    away.EditionDamaged: lambda u: f"目录文件 {_place(u)} 坏了，请运行 kiosk catalog load 重新发布。",
    away.PrinterUnavailable: lambda u: f"{_CAUSES[u.reason]}，请记住屏幕上的号码，并告诉工作人员。",
    away.FontMissing: lambda _: "这台机器没有能显示汉字的字体，请装上 fonts-noto-cjk 再启动。",
    away.DisplayMissing: lambda _: "没有找到显示器，请在有屏幕的会话里启动，或用 python3 build/dev.py run 打开虚拟屏幕。",
    away.AlreadyRunning: lambda _: "这个程序已经开着了，请用已经打开的那一个。",
    away.SqliteTooOld: lambda u: f"SQLite {_place(u, 'version')} 太旧，不能安全地记号码，请装上 pysqlite3 或换新的 Python。",
}

_CAUSES: Mapping[PrintCause, str] = {
    PrintCause.NOT_CONFIGURED: "没有设置打印机",
    PrintCause.NO_PAPER: "打印机没有纸了",
    PrintCause.COVER_OPEN: "打印机的盖子开着",
    PrintCause.OFFLINE: "打印机没有准备好",
    PrintCause.ERROR: "打印机出了故障",
    PrintCause.UNREACHABLE: "找不到打印机",
    PrintCause.CONNECTION_LOST: "和打印机的连接断了",
    PrintCause.TIMED_OUT: "打印机太久没有打完",
    PrintCause.NO_ANSWER: "打印机没有回话",
    PrintCause.RESTART: "程序重新启动过",
    PrintCause.PROGRAM_FAULT: "打印程序出了错",
}


def print_words(state: PrintState, cause: PrintCause | None) -> str:
    """How a ticket's paper stands, truthfully; the number itself is good in every state."""
    because = f"{_CAUSES[cause]}，" if cause is not None else ""
    match state:
        case PrintState.NONE:
            return "没有纸票，请记住号码。"
        case PrintState.QUEUED | PrintState.PRINTING:
            return "正在打印，请稍等。"
        case PrintState.PRINTED:
            return "纸票打好了，请拿好。"
        case PrintState.FAILED:
            return f"{because}没有打出来，请记住号码。"
        case PrintState.UNKNOWN:
            return f"{because}看看有没有出纸，没有就记住号码。"
