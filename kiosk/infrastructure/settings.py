"""hall.toml: one hall's settings, read, checked and, on first use, written with demo values.

Every fault is told, one plain sentence each: where, what is wrong, how to mend it. A key this program does not know is a fault: it may be a
typing slip, or belong to a newer program. Holidays are not here; they live in the database.

Elsewhere: the demo values (demo_hall.py), what the values mean (domain.hall), the little that the first frame needs of them (hall_cover.py).
"""

from __future__ import annotations

import errno
import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from kiosk.application.unavailable import DataFolderReadOnly, DiskFull, SettingsMalformed
from kiosk.domain.hall import Counter, CounterId, Hall, Line, Notice, NoticeKind, OpeningHours, Period
from kiosk.domain.numbering import PAPER_PAD, LineId
from kiosk.infrastructure.demo_hall import DEMO
from kiosk.infrastructure.printing.links import (
    LOWEST_BAUD,
    DeviceFileLink,
    IppQueue,
    NetworkLink,
    PaperWidth,
    PreviewLink,
    PrinterLink,
    SerialLink,
    SheetFolder,
    SheetLink,
    UsbLink,
    WindowsLink,
    WindowsSheets,
)

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PRINTERS = ("none", "network", "usb", "serial", "file", "windows", "preview")
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})  # Windows has no EDQUOT


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """`diagonal` in inches; `mount_mm`: the screen's lower edge above the floor."""

    diagonal: float
    mount_mm: int
    kiosk: int = 1


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    link: PrinterLink
    width: PaperWidth


@dataclass(frozen=True, slots=True)
class HallSettings:
    hall: Hall
    zone: ZoneInfo
    printer: PrinterSettings | None
    sheets: SheetLink | None
    """The A4 printer for what people take away."""
    screen: ScreenSettings
    rating_hosts: tuple[str, ...] = ()
    """Hosts that a counter's 好差评 code may lead to."""


def demo_settings() -> HallSettings:
    """What the demo file says, without a file."""
    return parse_settings(DEMO, Path("hall.toml"))


def settings_of(path: Path) -> HallSettings:
    """The settings in `path`; a missing file is first written with the demo hall. SettingsMalformed, DataFolderReadOnly, DiskFull."""
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        _write_demo(path)
        return demo_settings()
    except OSError as error:
        raise SettingsMalformed(path=str(path), faults=(f"读不了这个文件（{error.strerror}）；看看它的权限。",)) from error
    try:
        return parse_settings(text.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        raise SettingsMalformed(path=str(path), faults=("文件不是 UTF-8 编码；用记事本另存为 UTF-8。",)) from error


def _write_demo(path: Path) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(DEMO)
            file.flush()
            os.fsync(file.fileno())
        # Another process may have written the file meanwhile, and somebody may have edited it: theirs stays.
        if path.exists():
            part.unlink()
        else:
            part.replace(path)
    except OSError as error:
        raise write_fault(error, path.parent) from error


def write_fault(error: OSError, folder: Path) -> DataFolderReadOnly | DiskFull:
    """What a failed write to the data directory means."""
    if error.errno in _FULL:
        return DiskFull(error, path=str(folder))
    return DataFolderReadOnly(error, path=str(folder))


def parse_settings(text: str, path: Path) -> HallSettings:
    """SettingsMalformed with all faults at once."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        where = f"第 {place[1]} 行" if place else "文件末尾"
        raise SettingsMalformed(path=str(path), faults=(f"{where}：写法不对，程序读不懂；看看引号、方括号、等号有没有漏。",)) from error
    faults: list[str] = []
    settings = _settings(raw, faults)
    if faults or settings is None:
        raise SettingsMalformed(path=str(path), faults=tuple(faults))
    return settings


class _Table:
    """One table of the file. Reading a key marks it as known; `finish` tells of the rest."""

    def __init__(self, name: str, raw: object, faults: list[str]) -> None:
        self._name = name
        self._faults = faults
        self._seen: set[str] = set()
        self._raw: dict[str, Any] = raw if isinstance(raw, dict) else {}
        if not isinstance(raw, dict):
            faults.append(f"{name}：这里要写成一节；照 [{name}] 的样子写。")

    def fault(self, key: str, what: str, mend: str) -> None:
        self._faults.append(f"{self._name}.{key}：{what}；{mend}。")

    def value(self, key: str) -> Any:  # noqa: ANN401  (what a TOML file may hold)
        self._seen.add(key)
        return self._raw.get(key)

    def text(self, key: str, *, longest: int, default: str | None = None) -> str:
        found = self.value(key)
        if found is None and default is not None:
            return default
        if not isinstance(found, str) or not found.strip() or len(found) > longest or not found.isprintable():
            self.fault(key, "没写，或者不是一行字", f"在引号里写 1 到 {longest} 个字")
            return default or "?"
        return found.strip()

    def choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        found = self.value(key)
        if found is None:
            return default
        if found not in choices:
            self.fault(key, "不认识这个写法", f"只能写 {'、'.join(choices)} 之一")
            return default
        return str(found)

    def flag(self, key: str, *, default: bool) -> bool:
        found = self.value(key)
        if found is None:
            return default
        if not isinstance(found, bool):
            self.fault(key, "不是开关", "写 true 或 false，不要引号")
            return default
        return found

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        found = self.value(key)
        if found is None and default is not None:
            return default
        if not isinstance(found, int) or isinstance(found, bool) or not low <= found <= high:
            self.fault(key, "没写，或者不在范围里", f"写 {low} 到 {high} 的整数，不要引号")
            return low
        return found

    def number(self, key: str, low: float, high: float, default: float) -> float:
        found = self.value(key)
        if found is None:
            return default
        if not isinstance(found, int | float) or isinstance(found, bool) or not low <= found <= high:
            self.fault(key, "不在范围里", f"写 {low:g} 到 {high:g} 的数，不要引号")
            return default
        return float(found)

    def day(self, key: str) -> date | None:
        found = self.value(key)
        if found is None:
            return None
        if type(found) is not date:
            self.fault(key, "不是日期", "写成 2026-11-23 这样，不要引号")
            return None
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        found = self.value(key)
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            self.fault(key, "没写，或者不是一串字", '写成 ["A", "B"] 这样')
            return ()
        return tuple(found)

    def keys(self) -> tuple[str, ...]:
        return tuple(self._raw)

    def finish(self) -> None:
        for key in sorted(self._raw.keys() - self._seen):
            self.fault(key, "不认识这一项", "看看有没有写错；也可能是更新的程序才有的，删掉这一行")


def _tables(root: _Table, key: str, faults: list[str]) -> list[_Table]:
    found = root.value(key)
    if found is None:
        return []
    if not isinstance(found, list):
        faults.append(f"{key}：要写成一段一段的；每一段照 [[{key}]] 的样子开头。")
        return []
    return [_Table(f"{key}（第 {position} 个）", raw, faults) for position, raw in enumerate(found, 1)]


def _settings(raw: dict[str, Any], faults: list[str]) -> HallSettings | None:
    root = _Table("hall.toml", raw, faults)
    place = _Table("hall", root.value("hall") if "hall" in raw else {}, faults)
    zone = _zone(place)
    lines = [_line(table) for table in _tables(root, "line", faults)]
    lines_stand = _stand_apart(faults, "line", [line.id for line in lines])
    counters = [_counter(table, {line.id for line in lines} if lines_stand else None) for table in _tables(root, "counter", faults)]
    _stand_apart(faults, "counter", [str(counter.id) for counter in counters])
    hours = _hours(_Table("hours", root.value("hours") if "hours" in raw else {}, faults))
    printer = _printer(_Table("printer", raw.get("printer", {}), faults))
    root.value("printer")
    sheets = _sheets(_Table("printing", raw.get("printing", {}), faults))
    root.value("printing")
    rating_hosts = _rating_hosts(_Table("rating", raw.get("rating", {}), faults))
    root.value("rating")
    screen_table = _Table("screen", root.value("screen") if "screen" in raw else {}, faults)
    screen = ScreenSettings(
        screen_table.number("diagonal", 7, 110, 21.5), screen_table.whole("mount_mm", 0, 2000, 800), screen_table.whole("kiosk", 1, 99, 1)
    )
    screen_table.finish()
    notices = tuple(_notice(table) for table in _tables(root, "notice", faults))
    hall = Hall(
        name=place.text("name", longest=30),
        live=place.flag("live", default=False),
        lines=tuple(lines),
        counters=tuple(counters),
        hours=hours,
        place=place.text("place", longest=20, default="听叫号，看大屏"),
        notices=notices,
        url=_url(place),
        item_quotas=_quotas(_Table("quotas", raw.get("quotas", {}), faults)),
        kiosks=dict(_kiosk(table) for table in _tables(root, "kiosk", faults)),
    )
    root.value("quotas")
    place.finish()
    root.finish()
    return HallSettings(hall, zone, printer, sheets, screen, rating_hosts) if zone is not None else None


def _rating_hosts(rating: _Table) -> tuple[str, ...]:
    hosts = rating.texts("hosts") if rating.keys() else ()
    for host in hosts:
        if not re.fullmatch(r"(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}", host.lower()):
            rating.fault("hosts", f"{host[:40]} 不是网站名", '写成 "pj.example.gov.cn" 这样，不带 https')
    rating.finish()
    return hosts


def _url(place: _Table) -> str | None:
    """A whole https address. Phones follow no other kind without asking."""
    written = place.text("url", longest=60, default="")
    if not written:
        return None
    if not re.fullmatch(r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d{1,5})?(/[\w./%~-]*)?", written, re.ASCII):
        place.fault("url", "不是一个完整的网址", '写成 "https://www.example.gov.cn/hall" 这样，没有就删掉这一行')
        return None
    return written


def _zone(place: _Table) -> ZoneInfo | None:
    name = place.text("timezone", longest=60, default="Asia/Shanghai")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        place.fault("timezone", "没有这个时区", '写成 "Asia/Shanghai" 这样')
        return None


def _stand_apart(faults: list[str], key: str, ids: list[str]) -> bool:
    """At least one, and none twice. Asked only of tables without a fault of their own: what follows from another fault is not told."""
    if any(fault.startswith(key) for fault in faults):
        return False
    if not ids:
        faults.append(f"{key}：一个也没有；至少写一段 [[{key}]]。")
    twice = sorted({one for one in ids if ids.count(one) > 1})
    faults.extend(f"{key}：{one} 写了两次；改掉一个。" for one in twice)
    return bool(ids) and not twice


def _line(table: _Table) -> Line:
    name = table.value("id")
    if not isinstance(name, str) or not re.fullmatch(r"[A-Z]", name, re.ASCII):
        table.fault("id", "不是一个大写字母", '写成 "A" 这样')
        name = "?"
    if name == PAPER_PAD:
        table.fault("id", f"{PAPER_PAD} 是纸本号码用的字母", "换一个字母")
    quota = table.whole("quota", 1, 9999, default=0)
    line = Line(
        LineId(name),
        table.text("name", longest=10),
        table.text("description", longest=40),
        table.whole("service_minutes", 1, 240),
        quota or None,
        table.whole("weight", 0, 20, default=0),
    )
    table.finish()
    return line


def _quotas(table: _Table) -> dict[str, int]:
    """Whether the catalogue has such a code is not known here: an edition may drop it, and the hall must start all the same."""
    codes = table.keys()
    quotas = {code: table.whole(code, 1, 9999) for code in codes}
    table.finish()
    return quotas


def _kiosk(table: _Table) -> tuple[int, str]:
    found = table.whole("number", 1, 99), table.text("place", longest=20)
    table.finish()
    return found


def _counter(table: _Table, known: set[LineId] | None) -> Counter:
    """`known` None: the lines themselves are at fault."""
    lines = table.texts("lines")
    for line in lines:
        if known is not None and line not in known:
            table.fault("lines", f"没有 {line[:10]} 这个队列", "写上面 [[line]] 里有的 id")
    counter = Counter(
        CounterId(table.whole("number", 1, 99)), tuple(dict.fromkeys(LineId(line) for line in lines)), table.flag("open", default=True)
    )
    table.finish()
    return counter


def _hours(table: _Table) -> OpeningHours:
    weekdays = {index: _periods(table, name) for index, name in enumerate(WEEKDAYS)}
    hours = OpeningHours(weekdays, _periods(table, "makeup_workday"))
    table.finish()
    return hours


def _periods(table: _Table, key: str) -> tuple[Period, ...]:
    periods = []
    for text in table.texts(key):
        period = _period(text)
        if period is None:
            table.fault(key, f"看不懂 {text[:20]}，或者结束不在开始之后", '写成 "09:00-12:00" 这样')
        else:
            periods.append(period)
    if any(later.start < earlier.end for earlier, later in pairwise(periods)):
        table.fault(key, "前后两段重叠或者次序反了", "从早到晚写，不要重叠")
        return ()
    return tuple(periods)


def _period(text: str) -> Period | None:
    match = re.fullmatch(r"(\d\d):(\d\d)-(\d\d):(\d\d)", text.strip(), re.ASCII)
    try:
        period = Period(time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))) if match else None
    except ValueError:
        return None
    return period if period is not None and period.start < period.end else None


def _printer(table: _Table) -> PrinterSettings | None:
    kind = table.choice("kind", PRINTERS, "none")
    dots = table.value("dots")
    if dots not in {None, *PaperWidth}:
        table.fault("dots", "没有这种纸", "80 毫米纸写 576，58 毫米纸写 384")
        dots = None
    address = table.text("address", longest=200) if kind != "none" else ""
    table.value("address")
    baud = table.whole("baud", LOWEST_BAUD, 921_600, 115_200)
    table.finish()
    if kind == "none":
        return None
    link = _LINKS[kind](address, baud)
    if link is None:
        table.fault("address", "看不懂这个地址", "照 [printer] 上面说明里的样子写")
        return None
    return PrinterSettings(link, PaperWidth(dots or PaperWidth.MM80))


def _sheets(table: _Table) -> SheetLink | None:
    """A table that is not there means that there is no A4 printer: files of older programs have none."""
    written = table.text("a4", longest=200, default="none")
    table.finish()
    kind, _, rest = written.partition(":")
    link: SheetLink | None = None
    match kind:
        case "none":
            return None
        case "cups" if re.fullmatch(r"[^\s/#?'\"\\]+", rest):
            link = IppQueue("localhost", 631, f"/printers/{quote(rest)}")
        case "ipp":
            link = _ipp(written)
        case "windows" if rest:
            link = WindowsSheets(rest)
        case "folder" if rest:
            link = SheetFolder(Path(rest))
        case _:
            pass
    if link is None:
        table.fault("a4", "看不懂这台打印机", '照 [printing] 上面说明里的样子写，例如 "cups:Office"')
    return link


def _ipp(written: str) -> IppQueue | None:
    """`ipp://host[:port]/path`."""
    match = re.fullmatch(r"ipp://([A-Za-z0-9.-]+)(?::(\d{1,5}))?(/[\w./%-]+)", written, re.ASCII)
    if match is None or not 0 < int(match[2] or 631) < 65536:
        return None
    return IppQueue(match[1], int(match[2] or 631), match[3])


def _network(address: str, _baud: int) -> PrinterLink | None:
    host, colon, port = address.rpartition(":") if address.count(":") == 1 else (address, "", "9100")
    if not host or (colon and not port) or not port.isdecimal() or not 0 < int(port) < 65536:
        return None
    return NetworkLink(host, int(port))


def _usb(address: str, _baud: int) -> PrinterLink | None:
    match = re.fullmatch(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})", address)
    return UsbLink(int(match[1], 16), int(match[2], 16)) if match else None


_LINKS: dict[str, Callable[[str, int], PrinterLink | None]] = {
    "network": _network,
    "usb": _usb,
    "serial": SerialLink,
    "file": lambda address, _baud: DeviceFileLink(Path(address)),
    "windows": lambda address, _baud: WindowsLink(address),
    "preview": lambda address, _baud: PreviewLink(Path(address)),
}


def _notice(table: _Table) -> Notice:
    notice = Notice(
        title=table.text("title", longest=20),
        text=table.text("text", longest=300),
        kind=NoticeKind(table.choice("kind", tuple(NoticeKind), NoticeKind.HALL)),
        shown_from=table.day("from"),
        shown_until=table.day("until"),
    )
    if notice.shown_from and notice.shown_until and notice.shown_until < notice.shown_from:
        table.fault("until", "最后一天在第一天之前", "把两个日期改对")
    table.finish()
    return notice
