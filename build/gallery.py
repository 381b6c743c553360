"""Pictures of every page for docs/gallery: `dev.py gallery`. Taken as `kiosk shot` takes them, made small, and named in the folder's README.

Runs in .venv, started by dev.py. Here: which pages, how small, the words of the README. The hall is a demo hall on a Monday morning.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "gallery"
MONDAY_TEN = "2026-11-23T10:00:00+08:00"
WIDTHS = {"upright": 540, "wide": 720}
SIZES = {"upright": (1080, 1920), "wide": (1920, 1080)}
SHAPES = {"upright": "竖屏", "wide": "横屏"}
MODES = {"normal": "", "elder": "，大字版", "contrast": "，高对比"}
DIAGONAL = 21.5
COLOURS = 128
PAGES = {
    "home": "首页",
    "other-events": "别的事情（大字版首页后面）",
    "list/convenience": "便民服务",
    "list/abolished": "已取消的证明",
    "life-event/disability": "家有残疾人",
    "search": "搜索，还没打字",
    "search/dibao": "搜索，打了拼音",
    "search/qqqq": "搜索，没找到",
    "guide/WHL-MZ-001": "办事指南",
    "questions/WHL-MZ-001": "问几个问题",
    "my-list/WHL-MZ-001": "我的清单",
    "take-away/WHL-MZ-001": "二维码带走",
    "search/proofs/": "要不要开证明",
    "proof/QX-01": "不用开的证明",
    "proof/BL-01": "还要开的证明",
    "ticket": "取号",
    "ticket-done": "号取好了",
    "my-turn": "到我了吗",
    "change-roll": "换纸",
    "helper": "找金小二",
    "notices": "告示",
    "idle": "还在吗",
    "fault": "出了点毛病",
}


def main() -> int:
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory(prefix="gallery-") as folder:
        fresh = Path(folder) / "pictures"
        fresh.mkdir()
        missing = [page for shape in SIZES for mode in MODES for page in draw(shape, mode, Path(folder) / f"{shape}-{mode}", fresh)]
        if missing:
            print(f"not there: {', '.join(missing)}", file=sys.stderr)
            return 1
        (fresh / "README.md").write_text(readme(), encoding="utf-8")
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(fresh, FOLDER)
    files = list(FOLDER.iterdir())
    print(f"{len(files) - 1} pictures, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB in docs/gallery", file=sys.stderr)
    return 0


def draw(shape: str, mode: str, data: Path, out: Path) -> list[str]:
    """All pages on one kiosk, each kept small. Returns the pages that are not there."""
    from kiosk.infrastructure.paths import DataDirectory
    from kiosk.interface.shared.navigator import Place
    from kiosk.roles.parts import Parts
    from kiosk.roles.screen import Modes
    from kiosk.roles.shot import pictures

    parts = Parts(data=DataDirectory(data), environment={"KIOSK_NOW": MONDAY_TEN})
    places = [Place.parse(page) for page in PAGES]
    modes = Modes(elder=mode == "elder", contrast=mode == "contrast")
    missing = []
    for place, picture in pictures(parts, places, size=SIZES[shape], diagonal=DIAGONAL, modes=modes):
        if picture is None:
            missing.append(str(place))
            continue
        file = out / file_name(str(place), shape, mode)
        picture.save(str(file))
        make_small(file, WIDTHS[shape])
    return missing


def make_small(file: Path, width: int) -> None:
    """In few colours: these are flat drawings."""
    with Image.open(file) as picture:
        small = picture.convert("RGB").resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def file_name(page: str, shape: str, mode: str) -> str:
    return f"{page.replace('/', '-').lower()}-{shape}-{mode}.png"


def readme() -> str:
    """Page by page: upright in three modes beside one another, then wide."""
    lines = [
        "# 画面",
        "",
        "每一页的竖屏和横屏，普通、大字版、高对比三种样子。内容是真的目录，大厅是演示大厅，时间是一个星期一上午十点。",
        "一条命令重画：`python3 build/dev.py gallery`。",
    ]
    for page, name in PAGES.items():
        lines += ["", f"## {name}"]
        for shape, width in WIDTHS.items():
            shown = (
                f'<img src="{file_name(page, shape, mode)}" width="{width // 2}" alt="{name}，{SHAPES[shape]}{MODES[mode]}">'
                for mode in MODES
            )
            lines += ["", " ".join(shown)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
