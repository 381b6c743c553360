"""Words for refusals and for what is away: the only place that has them. One clear sentence: what, where, what to do next.

`sentence` is for people at the kiosk and at the command line alike; `print_words` says how a ticket's paper stands. A test demands a sentence
for every class of both families.

Elsewhere: the classes (domain.refusals, application.unavailable), which say no words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.application import unavailable as away
from kiosk.application.unavailable import PrintCause, Unavailable, VoiceCause
from kiosk.domain import refusals
from kiosk.domain.audit import ChainFault
from kiosk.domain.queueing import PrintState
from kiosk.domain.refusals import Refused
from kiosk.interface.shared.alert_words import alert_reason_words, stopped_words
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


def _not_waiting(refused: refusals.NotWaiting) -> str:
    place = f" {refused.counter} 号窗口" if refused.counter else "窗口"
    match refused.state:
        case "cancelled":
            return f"{refused.number} 已经取消了，要办事请重新取一个号。"
        case "finished" | "closed":
            return f"{refused.number} 已经结束了，要办事请重新取一个号。"
        case "missed":
            return f"{refused.number} 叫过了没等到人，请到{place}说一声。"
        case "parked":
            return f"{refused.number} 先放着，不用再排队，请直接到{place}。"
        case "serving":
            return f"{refused.number} 正在{place}办，请回到窗口。"
        case _:
            return f"{refused.number} 已经叫到了{f'，请到{place}' if refused.counter else ''}。"


def _out_of_turn(refused: refusals.DeedOutOfTurn) -> str:
    at = f"在 {refused.counter} 号窗口" if refused.counter else "在窗口"
    match refused.state:
        case "waiting":
            return f"{refused.number} 还在等，先叫这个号。"
        case "called":
            return f"{refused.number} {at}叫了还没开始，先点开始，没人来点过号。"
        case "serving":
            return f"{refused.number} 正{at}办，办完点办结，要等人点搁置。"
        case "missed":
            return f"{refused.number} 已经过号，人来了点过号的来了。"
        case "parked":
            return f"{refused.number} 搁置着，要接着办点取回。"
        case "finished":
            return f"{refused.number} 已经办结，要再办请重新取号。"
        case "cancelled":
            return f"{refused.number} 居民自己取消了，请叫下一个。"
        case _:
            return f"{refused.number} 已经结束了，请叫下一个。"


_STANDING_WORDS: Mapping[str, str] = {"closed": "没有开，先开窗口", "paused": "正在暂停，先点恢复"}

_UNDO_WORDS: Mapping[str, str] = {
    "nothing": "还没有做过什么，不用撤销",
    "too_late": "过了 10 秒，撤销不了，请用别的键改过来",
    "moved_on": "这个号后来又有了变化，撤销不了，请看它现在在哪里",
    "final": "最后一步不能撤销，请用别的键改过来",
}


def _help_call_over(refused: refusals.HelpCallOver) -> str:
    match refused.state:
        case "taken":
            return f"{refused.counter} 号窗口的人已经去了，不用再去。"
        case "cancelled":
            return "那台机器上的人说不用来了。"
        case "ringing":
            return "还没有人去，请先按我去。"
        case _:
            return "这次呼叫已经结束了，不用再去。"


_SECRET_WORDS: Mapping[str, str] = {"pin": "PIN", "password": "密码", "code": "一次性代码"}

_WEAK_WORDS: Mapping[str, str] = {
    "not_six_numerals": "PIN 要六位数字，请重新选一个。",
    "too_short": "密码至少要 10 个字符，请加长一些。",
    "too_long": "密码最多 64 个字符，请短一些。",
    "odd_signs": "密码里有看不见的字符，请只用能看见的字符。",
    "same_as_before": "新的和原来的一样，请换一个。",
}

_SESSION_WORDS: Mapping[str, str] = {
    "locked": "屏幕已经锁了，请输入 {} 号的 PIN 或密码再接着用。",
    "day_over": "{} 号是昨天或更早登录的，请重新登录。",
    "account_changed": "{} 号的权限或密码刚刚改过，请重新登录。",
}

_PERMISSION_WORDS: Mapping[str, str] = {
    "call": "叫号",
    "alert": "发停办提醒",
    "figures": "看统计",
    "edit": "改目录",
    "review": "核对目录",
    "publish": "发布目录",
    "staff": "管人员",
    "audit": "管操作记录",
    "hall": "改大厅设置",
}


def _wrong_secret(refused: refusals.WrongSecret) -> str:
    what = f"{refused.number} 号的{_SECRET_WORDS[refused.kind]}不对"
    if refused.tries_left == 0:
        return f"{what}，要等 {refused.delay_minutes} 分钟才能再试，别的人可以先登录。"
    return f"{what}，还可以试 {refused.tries_left} 次，再错要等 {refused.delay_minutes} 分钟。"


def _weak_secret(refused: refusals.WeakSecret) -> str:
    simple = f"这个{_SECRET_WORDS[refused.wanted]}太容易猜，请换一个不连着、不重复的。"
    return _WEAK_WORDS.get(refused.reason, simple)


_RATING_CODE_WORDS: Mapping[str, str] = {
    "no_picture": "这个文件不是能读的图片，请用 PNG 或 JPEG 的原图。",
    "no_code": "这张图片上没有认出二维码，请用清楚的原图，不要拍照。",
    "several": "这张图片上不止一个二维码，请只留好差评的那一个。",
    "no_address": "这个二维码里不是 https 开头的网址，请向发码的单位要正式的好差评码。",
}


def _rating_code(refused: refusals.RatingCodeUnfit) -> str:
    if refused.reason == "foreign_host":
        return f"二维码里的网站 {_text(refused.host)} 不在 hall.toml 的 [rating] hosts 里，核对过是官方的再加进去。"
    return _RATING_CODE_WORDS[refused.reason]


_REFUSED: Mapping[type[Refused], Callable[[Any], str]] = {
    refusals.HallClosed: _hall_closed,
    refusals.BeyondClosing: lambda r: f"前面还有 {r.ahead} 个号，{clock_words(r.closes_at)} 下班前办不完了，请下一个上班日早点来。",
    refusals.QuotaReached: lambda r: (
        f"{'这件事' if r.item else '这个队列'}今天的 {r.quota} 个号都发完了，请下一个上班日早点来，急事到窗口问一声。"
    ),
    refusals.StoppedToday: lambda r: (
        f"{alert_reason_words(r.reason)}，{stopped_words(r.until, whole_line=r.item is None)}停办，请过后再来，急事到窗口问一声。"
    ),
    refusals.AlertNamesBoth: lambda _: "停办要么写一个事项，要么写一个队列，请只写一样。",
    refusals.AlertEndsTooEarly: lambda r: f"停办到 {clock_words(r.until)} 已经过了，请写晚一点的时间。",
    refusals.AlertEndsTooLate: lambda r: f"停办只管今天，{date_words(r.until.date())} 以后的请在目录里改这件事。",
    refusals.NoAlert: lambda r: f"{_text(r.item or r.line)} 现在没有停办，不用恢复。",
    refusals.NoHelperNow: lambda _: "现在没有人能接到呼叫，请直接到窗口找工作人员。",
    refusals.UnknownHelpCall: lambda r: f"没有第 {r.call} 次呼叫，请看看今天的帮办。",
    refusals.HelpCallOver: _help_call_over,
    refusals.PadNumberEntered: lambda r: f"{r.number} 今天已经录过，请看看纸本上的号码。",
    refusals.NothingToVoid: lambda r: f"{r.first} 到 {r.last} 里没有还在等的号，不用作废。",
    refusals.UnknownLine: lambda r: f"这个大厅没有 {_text(r.line)} 这个队列，有的是 {'、'.join(r.lines)}。",
    refusals.UnknownItem: lambda r: f"目录里没有 {_text(r.item)} 这个编号，请用 kiosk catalog search 查一查。",
    refusals.UnknownCounter: lambda r: f"这个大厅没有 {r.counter} 号窗口，有的是 {'、'.join(map(str, r.counters))} 号。",
    refusals.UnknownTicket: lambda r: f"{r.day} 没有 {r.number} 这个号，请看看号码和日期对不对。",
    refusals.NotWaiting: _not_waiting,
    refusals.NotItsTime: lambda r: (
        f"{r.number} 不是这个时间取的，请照着号票上印的时间再点一遍"
        + (f"，还能试 {r.tries_left} 次。" if r.tries_left else "，或者到窗口找工作人员。")
    ),
    refusals.TooManyDoubts: lambda r: f"{r.number} 的时间错了太多次，这里不能再试，请拿号票到窗口找工作人员。",
    refusals.AlreadyReprinted: lambda r: f"{r.number} 已经补打过一张，不能再印，请记住号码。",
    refusals.RequestReused: lambda r: f"这个请求编号已经取过 {r.number}，要另取一个号请换一个编号。",
    refusals.PauseBetweenTickets: lambda r: f"刚刚取过号，请过 {r.seconds_left} 秒再取。",
    refusals.NobodyWaiting: lambda r: f"{r.counter} 号窗口现在没有人在等。",
    refusals.AlreadyCalled: lambda r: f"{r.number} 已经被{f' {r.counter} 号窗口' if r.counter else '别的窗口'}叫走了，请再叫下一个。",
    refusals.CounterServesNothing: lambda r: f"{r.counter} 号窗口没有开，或者没有分配队列，请在 hall.toml 里看它的 open 和 lines。",
    refusals.CounterNotOpen: lambda r: f"{r.counter} 号窗口{_STANDING_WORDS[r.state]}。",
    refusals.CounterTakenOver: lambda r: (
        f"{r.counter} 号窗口现在是 {r.staff} 号在用，要接着用请重新登录。" if r.staff else f"{r.counter} 号窗口在别处用着，要用请重新登录。"
    ),
    refusals.CounterOccupied: lambda r: (
        f"{r.number} 还没办结，先点办结、搁置或转。" if r.state == "serving" else f"{r.number} 叫了还没开始，先点开始或过号。"
    ),
    refusals.NothingAtCounter: lambda r: f"{r.counter} 号窗口现在没有号，先呼叫下一位。",
    refusals.DeedOutOfTurn: _out_of_turn,
    refusals.NotForThisCounter: lambda r: (
        f"{r.number} 留给 {r.for_counter} 号窗口了，请让那边叫。"
        if r.for_counter
        else f"{r.counter} 号窗口不办 {r.line} 队列，{r.number} 请让别的窗口叫。"
    ),
    refusals.TicketOfAnotherDay: lambda r: f"{r.number} 是 {r.day} 的号，不是今天的，请重新取号。",
    refusals.RecallsUsedUp: lambda r: f"{r.number} 已经重呼了 {r.recalls} 次，没人来请点过号。",
    refusals.RejoinTooLate: lambda r: f"{r.number} 过号超过 {r.minutes} 分钟了，请重新取号。",
    refusals.NothingToUndo: lambda r: f"{r.counter} 号窗口{_UNDO_WORDS[r.reason]}。",
    refusals.RatingCodeUnfit: _rating_code,
    refusals.ForbiddenOnLiveHall: lambda r: f"这个大厅已经正式对外，{r.act} 只能在演练的大厅用。",
    refusals.UnknownStaff: lambda r: (
        f"工号 {_text(r.number)} 已经停用，请用别的工号登录。"
        if r.withdrawn
        else f"没有工号 {_text(r.number)}，请看看号码，或请管理员添加。"
    ),
    refusals.StaffNumberTaken: lambda r: f"工号 {r.number} 已经有人用过，请换一个号码。",
    refusals.AdminExists: lambda r: f"管理员 {r.number} 号已经在用，请由管理员添加别人；都登录不了时用 kiosk staff first-admin --lost。",
    refusals.LastAdmin: lambda r: f"{r.number} 号是唯一能登录的管理员，请先添加另一个管理员并让他登录一次。",
    refusals.WrongSecret: _wrong_secret,
    refusals.SignInDelayed: lambda r: f"{r.number} 号错的次数太多，请过 {r.minutes_left} 分钟再试，别的人可以先登录。",
    refusals.CodeExpired: lambda r: f"{r.number} 号的一次性代码过期了，请管理员重新给一个。",
    refusals.SecretMustBeReplaced: lambda r: (
        f"{r.number} 号还在用一次性代码，请先用 kiosk staff set-secret {r.number} 选一个自己的{_SECRET_WORDS[r.wanted]}。"
    ),
    refusals.WeakSecret: _weak_secret,
    refusals.SessionEnded: lambda r: _SESSION_WORDS[r.reason].format(r.number),
    refusals.NotPermitted: lambda r: f"{r.number} 号没有{_PERMISSION_WORDS[r.permission]}的权限，请找管理员。",
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
    away.FileNotWritable: lambda u: f"{_place(u)} 写不进去，请关掉正在用它的程序，或者换一个文件夹。",
    away.DiskFull: lambda u: f"磁盘满了，{_place(u)} 写不进去，已经发出的号都在，请清出空间再试。",
    away.SafeMode: lambda u: (
        f"大屏十分钟里出了 {u.facts().get('times')} 次故障，现在只显示、不出声，请窗口口头叫号；请把日志发给维护的人，关掉再打开就恢复。"
        if u.facts().get("screen") == "display"
        else f"触摸屏十分钟里出了 {u.facts().get('times')} 次故障，现在只能看办事指南，取号请到窗口；请把日志发给维护的人，关掉再打开就恢复取号。"
    ),
    away.DatabaseRestored: lambda u: (
        "数据库坏了，已经从备份和发号记录恢复，今天发过的号都在"
        + (f"，坏的文件原样留在 {_place(u)}" if u.facts().get("path") else "")
        + "，请把日志发给维护的人。"
    ),
    away.ReserveInUse: lambda u: f"磁盘满了，正在用给取号预留的空间，号照常发，请尽快在 {_place(u)} 所在的磁盘上清出空间。",
    away.EndedUnexpectedly: lambda u: (
        f"{'大屏' if u.facts().get('screen') == 'display' else '触摸屏'}{'卡住不动' if u.facts().get('frozen') else '上一次没有正常结束'}（{_place(u, 'how')}），已经自动重新打开，经常这样请把日志发给维护的人。"
    ),
    away.FirstUsePending: lambda u: f"另一个程序正在准备数据，等了 {u.facts().get('seconds')} 秒还没好，请过一会儿再试。",
    away.SettingsMalformed: lambda u: (
        f"大厅设置 {_place(u)} 有 {len(u.faults)} 处要改：{' '.join(_text(fault, 200) for fault in u.faults)}"
    ),
    away.EditionMissing: lambda u: f"没有找到发布好的目录 {_place(u)}，请运行 kiosk catalog load。",
    away.EditionNewer: lambda u: f"目录文件 {_place(u)} 是更新的程序发布的，请装上新版本再打开。",
    away.EditionDamaged: lambda u: f"目录文件 {_place(u)} 坏了，请运行 kiosk catalog load 重新发布。",
    away.AttachmentUnavailable: lambda u: f"附件 {_place(u)} 打不开，请运行 kiosk catalog load 重新发布。",
    away.PrinterUnavailable: lambda u: f"{_CAUSES[u.reason]}，请记住屏幕上的号码，并告诉工作人员。",
    away.VoiceUnavailable: lambda u: _silence(u.reason, _place(u), u.words),
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
    PrintCause.NOT_WANTED: "人已经走了，不用打了",
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


def _silence(reason: VoiceCause, path: str, words: tuple[str, ...]) -> str:
    """Calls are shown all the same; clerks call by voice until it is mended."""
    match reason:
        case VoiceCause.MISSING:
            return "大屏没有声音：还没有做好叫号的录音，请装上 espeak-ng 再运行 python3 build/dev.py setup，或者放进大厅自己的录音。"
        case VoiceCause.INCOMPLETE:
            return f"叫号录音 {path} 不全，缺 {'、'.join(words)}，现在用的是程序自带的声音，请把缺的录上。"
        case VoiceCause.FAULTY:
            return f"叫号录音 {path} 打不开或者格式不对，请存成 16 位的 WAV 再放进去。"
        case VoiceCause.NO_PLAYER:
            return "大屏没有声音：电脑上没有能放声音的程序，请装上 alsa-utils，装好以前请窗口口头叫号。"
        case VoiceCause.NO_DEVICE:
            return "大屏没有声音：电脑找不到能用的音箱，请看看音箱的插头和电源，修好以前请窗口口头叫号。"
        case VoiceCause.HANGS:
            return "大屏没有声音：声音放不出来，卡住了，请重新插一下音箱，修好以前请窗口口头叫号。"
        case VoiceCause.UNWRITABLE:
            return f"声音写不进 {path}，请看看文件夹和剩余空间。"


def voice_words(reason: VoiceCause) -> str:
    """For the consoles: what is the matter with a display's voice, which stands in the database without its details."""
    match reason:
        case VoiceCause.INCOMPLETE | VoiceCause.FAULTY:
            return "大屏用的不是大厅自己的录音，录音不全或者打不开，请管设备的人看一看。"
        case _:
            return _silence(reason, "", ())


def voice_sign(reason: VoiceCause) -> str:
    """`voice_words` in one glance, for the foot of a console."""
    match reason:
        case VoiceCause.INCOMPLETE | VoiceCause.FAULTY:
            return "大屏用的是备用声音"
        case _:
            return "大屏没有声音，请口头叫号"


def chain_words(fault: ChainFault, entry: int | None) -> str:
    """What is wrong with the audit. Whoever reads it keeps the file and asks who had access; the program mends nothing here."""
    match fault:
        case ChainFault.EDITED:
            return f"第 {entry} 条记录被改过，请留好数据文件夹，查是谁动过数据库。"
        case ChainFault.BROKEN:
            return f"第 {entry} 条和前一条接不上，中间有记录被删、被加、换了位置或者重算过，请留好数据文件夹，查是谁动过数据库。"
        case ChainFault.CUT:
            return f"记到过第 {entry} 条，现在没有这么多，末尾的记录不见了；刚用备份恢复过就是这样，没恢复过请查是谁动过数据库。"
        case ChainFault.ADDED:
            return f"从第 {entry} 条起不是这个程序记的，请留好数据文件夹，查是谁动过数据库。"
        case ChainFault.REWRITTEN:
            return f"到第 {entry} 条为止的记录整个重算过，请留好数据文件夹，和纸上的链头对一对。"
        case ChainFault.HEAD_UNKNOWN:
            return "纸上的链头在记录里找不到，记录被截短或者重算过，请先看看有没有抄错，再查是谁动过数据库。"
        case ChainFault.NOTE_MISSING:
            return "数据库旁边的 .head 文件不见了，末尾少了几条看不出来，请加 --head 和纸上的链头再查一次。"
        case ChainFault.NOTE_UNREADABLE:
            return "数据库旁边的 .head 文件读不懂，请加 --head 和纸上的链头再查一次。"
