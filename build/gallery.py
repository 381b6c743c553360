"""Pictures of every page for docs/gallery: `dev.py gallery`. Taken as `kiosk shot` takes them, made small, and named in the folder's README.

Runs in .venv, started by dev.py. Here: which pages, how small, the words of the README. The hall is a demo hall on a Monday morning.

Elsewhere: drawing one page (kiosk/roles/shot.py).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "gallery"
MONDAY_TEN, LUNCH, SUNDAY = "2026-11-23T10:00:00+08:00", "2026-11-23T12:20:00+08:00", "2026-11-22T10:05:00+08:00"
WIDTHS = {"upright": 540, "wide": 720}
SIZES = {"upright": (1080, 1920), "wide": (1920, 1080)}
SHAPES = {"upright": "竖屏", "wide": "横屏"}
MODES = {"normal": "", "elder": "，大字版", "contrast": "，高对比", "low": "，低位"}
UPRIGHT_ALONE = frozenset({"low"})
"""Where a wide screen shows what it shows anyway: it is low as it hangs."""
DIAGONAL = 21.5
COLOURS = 128
# The number comes last: with one in hand other pages say so.
PAGES = {
    "home": "首页",
    "other-events": "别的事情（大字版首页后面）",
    "list/convenience": "便民服务",
    "list/abolished": "已取消的证明",
    "life-event/disability": "家有残疾人",
    "search": "搜索，还没打字",
    "search/j": "搜索，打了一个字母",
    "search/glbt": "搜索，打了每个字的头一个字母",
    "search/dibao": "搜索，打了拼音",
    "search/qqqq": "搜索，没找到",
    "guide/WHL-MZ-001": "办事指南",
    "questions/WHL-MZ-001": "问几个问题",
    "my-list/WHL-MZ-001": "我的清单",
    "take-away/WHL-MZ-001": "二维码带走",
    "search/proofs/": "要不要开证明",
    "search/proofs/qinshu": "要不要开证明，打了拼音",
    "proof/QX-01": "不用开的证明",
    "proof/BL-01": "还要开的证明",
    "ticket": "取号",
    "my-turn": "到我了吗",
    "change-roll": "换纸",
    "helper": "找金小二",
    "notices": "告示",
    "idle": "还在吗",
    "fault": "出了点毛病",
    "ticket-done": "号取好了",
}
CLOSED = {
    LUNCH: {"home": "首页，中午休息", "ticket": "取号，中午休息"},
    SUNDAY: {"ticket": "取号，今天不上班"},
}
"""Pages while there are no numbers, by moment."""

DISPLAY = {
    "calling": "大屏，叫号",
    "between": "大屏，公示",
    "notice": "大屏，告示",
    "away": "大屏，消息断了",
    "closed": "大屏，没有窗口开着",
}
"""States of the hall's display, which has one shape."""
WINDOW_STATES = {
    "sign-in": "登录",
    "sign-in-wrong": "登录，PIN 不对",
    "idle": "空着",
    "serving": "办理中",
    "help": "有人叫金小二",
    "help-serving": "办理中，有人叫金小二",
    "find-item": "改事项，打字找",
    "parked": "搁置以后",
    "rating": "好差评码",
    "figures": "大厅数字",
    "keys": "全部按键",
}
BAR_STATES = {
    "idle": "空着",
    "called": "叫了",
    "serving": "办理中",
    "undo": "能撤销",
    "refused": "按错了",
    "transfer": "转",
    "park": "搁置",
    "help": "有人叫金小二",
    "paused": "暂停",
    "locked": "锁着",
    "closed": "关了",
    "away": "连不上",
}
CONSOLE = {"counter": ("叫号台的大窗", WINDOW_STATES, 720), "counter-bar": ("叫号台的细条", BAR_STATES, 960)}
"""The console's two shapes: name, states, how wide a picture is kept."""


def main() -> int:
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder:
        fresh = Path(folder) / "pictures"
        fresh.mkdir()
        missing = [
            page
            for shape, mode in looks()
            for moment in (MONDAY_TEN, *CLOSED)
            for page in draw(shape, mode, moment, Path(folder) / f"{shape}-{mode}-{slug(moment)}", fresh)
        ]
        missing += draw_display(Path(folder) / "display", fresh)
        missing += draw_console(Path(folder) / "console", fresh)
        if missing:
            print(f"not there: {', '.join(missing)}", file=sys.stderr)
            return 1
        (fresh / "README.md").write_text(readme(), encoding="utf-8")
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(fresh, FOLDER)
    files = list(FOLDER.iterdir())
    print(f"{len(files) - 1} pictures, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB in docs/gallery", file=sys.stderr)
    return 0


def looks() -> Iterator[tuple[str, str]]:
    """Shape and mode of every kiosk that is drawn."""
    return ((shape, mode) for shape in SIZES for mode in MODES if shape == "upright" or mode not in UPRIGHT_ALONE)


def slug(moment: str) -> str:
    """What a picture of that moment has in its name; nothing for the usual one."""
    return {MONDAY_TEN: "", LUNCH: "lunch", SUNDAY: "sunday"}[moment]


def draw(shape: str, mode: str, moment: str, data: Path, out: Path) -> list[str]:
    """All pages of that moment on one kiosk, each kept small. Returns the pages that are not there."""
    from kiosk.infrastructure.paths import DataDirectory
    from kiosk.interface.shared.navigator import Place
    from kiosk.roles.parts import Parts
    from kiosk.roles.screen import Modes
    from kiosk.roles.shot import pictures

    parts = Parts(data=DataDirectory(data), environment={"KIOSK_NOW": moment})
    places = [Place.parse(page) for page in CLOSED.get(moment, PAGES)]
    modes = Modes(elder=mode == "elder", contrast=mode == "contrast", low=mode == "low")
    missing = []
    for place, picture in pictures(parts, places, size=SIZES[shape], diagonal=DIAGONAL, modes=modes):
        if picture is None:
            missing.append(str(place))
            continue
        file = out / file_name(str(place), shape, mode, moment)
        picture.save(str(file))
        make_small(file, WIDTHS[shape])
    return missing


def draw_display(data: Path, out: Path) -> list[str]:
    """Each state in a hall of its own, numbers taken and called. Returns the states that are not there."""
    from kiosk.infrastructure.paths import DataDirectory
    from kiosk.roles.display_shot import display_picture
    from kiosk.roles.parts import Parts
    from kiosk.roles.screen import Modes

    missing = []
    for state in DISPLAY:
        parts = Parts(data=DataDirectory(data / state), environment={"KIOSK_NOW": MONDAY_TEN})
        picture = display_picture(parts, state, size=SIZES["wide"], modes=Modes())
        if picture is None:
            missing.append(f"display/{state}")
            continue
        file = out / f"display-{state}.png"
        picture.save(str(file))
        make_small(file, WIDTHS["wide"])
    return missing


def draw_console(data: Path, out: Path) -> list[str]:
    """Each state at a counter of its own. Returns the states that are not there."""
    from kiosk.infrastructure.paths import DataDirectory
    from kiosk.roles.counter_shot import counter_picture
    from kiosk.roles.parts import Parts

    missing = []
    for page, (_, states, width) in CONSOLE.items():
        for state in states:
            parts = Parts(data=DataDirectory(data / f"{page}-{state}"), environment={"KIOSK_NOW": MONDAY_TEN})
            picture = counter_picture(parts, state, bar=page == "counter-bar", size=None)
            if picture is None:
                missing.append(f"{page}/{state}")
                continue
            file = out / f"{page}-{state}.png"
            picture.save(str(file))
            make_small(file, width)
    return missing


def make_small(file: Path, width: int) -> None:
    """In few colours: these are flat drawings."""
    with Image.open(file) as picture:
        small = picture.convert("RGB").resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def file_name(page: str, shape: str, mode: str, moment: str) -> str:
    return "-".join(part for part in (page.replace("/", "-").strip("-").lower(), slug(moment), shape, mode) if part) + ".png"


def readme() -> str:
    """Page by page: upright in its modes beside one another, then wide."""
    lines = [
        "# 画面",
        "",
        "每一页的竖屏和横屏，普通、大字版、高对比三种样子，竖屏还有低位。内容是真的目录，大厅是演示大厅，时间是一个星期一上午十点，不发号的几页除外。",
        "一条命令重画：`python3 build/dev.py gallery`。",
    ]
    for moment, pages in ((MONDAY_TEN, PAGES), *CLOSED.items()):
        for page, name in pages.items():
            lines += ["", f"## {name}"]
            for shape, width in WIDTHS.items():
                shown = (
                    f'<img src="{file_name(page, shape, mode, moment)}" width="{width // 2}" alt="{name}，{SHAPES[shape]}{MODES[mode]}">'
                    for drawn, mode in looks()
                    if drawn == shape
                )
                lines += ["", " ".join(shown)]
    for state, name in DISPLAY.items():
        lines += ["", f"## {name}", "", f'<img src="display-{state}.png" width="{WIDTHS["wide"]}" alt="{name}">']
    for page, (what, states, width) in CONSOLE.items():
        for state, name in states.items():
            lines += ["", f"## {what}，{name}", "", f'<img src="{page}-{state}.png" width="{width}" alt="{what}，{name}">']
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
