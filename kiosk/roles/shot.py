"""`kiosk shot`: one page with real data, rendered offscreen from a throw-away copy of the data.

What is looked at is what citizens get: the same view models, pages and edition; only the window is not on a screen.

Elsewhere: many pictures at once for docs/gallery (build/gallery.py).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.application.unavailable import DatabaseUnavailable, Unavailable
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import Refused
from kiosk.infrastructure.paths import DataDirectory, data_directory
from kiosk.interface.citizen.citizen import IDLE_PAGE
from kiosk.interface.shared.navigator import Place
from kiosk.interface.shared.sentences import sentence
from kiosk.roles.citizen import CitizenKiosk
from kiosk.roles.parts import Parts
from kiosk.roles.running import size
from kiosk.roles.screen import Modes, application
from kiosk.roles.spinning import spin, spin_until

PORTRAIT, WALL = (1080, 1920), (1920, 1080)
TICKET_DONE = Place("ticket-done")
COUNTER_PAGES = frozenset({"counter", "counter-bar"})
OK, USAGE, UNAVAILABLE = 0, 2, 3
SETTLING_MS = 150


def parser() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(prog="kiosk shot", description="把一页画成图片")
    arguments.add_argument("page", metavar="PAGE", help="home、list/convenience、guide/WHL-MZ-001 …")
    arguments.add_argument("--size", type=size, metavar="WxH", help="不写就是这一页画的大小：1080x1920、大屏 1920x1080、窗口 1366x768")
    arguments.add_argument("--diagonal", type=float, metavar="INCH")
    arguments.add_argument("--mount", type=int, metavar="MM", help="屏幕下沿离地多少毫米")
    arguments.add_argument("--mode", type=modes, default=Modes(), help="elder、contrast、low，可以一起")
    arguments.add_argument("--lang", choices=("zh_CN",), default="zh_CN")
    arguments.add_argument("--out", type=Path, required=True, metavar="F.png")
    arguments.add_argument("--data", help="数据目录")
    arguments.add_argument("--database", help="数据库地址")
    return arguments


def modes(text: str) -> Modes:
    """`elder,contrast,low`. Modes that this program does not have are wrong usage, not a picture of something else."""
    wished = {name for name in text.split(",") if name}
    if unknown := wished - {"elder", "contrast", "low"}:
        raise argparse.ArgumentTypeError(f"没有 {'、'.join(sorted(unknown))} 这种显示方式；有的是 elder、contrast、low")
    return Modes(elder="elder" in wished, contrast="contrast" in wished, low="low" in wished)


def copy_of(data: DataDirectory, folder: Path) -> DataDirectory:
    """A copy that may be thrown away. The database is copied by SQLite itself: another process may be writing."""
    copy = DataDirectory(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if data.hall_settings.is_file():
        shutil.copyfile(data.hall_settings, copy.hall_settings)
    if data.editions.is_dir():
        shutil.copytree(data.editions, copy.editions)
    if data.database.is_file():
        from kiosk.infrastructure.database.copying import copy_database

        try:
            copy_database(data.database, copy.database)
        except DatabaseUnavailable:
            # As it is: the picture then shows what citizens see with a database that cannot be read.
            copy.database.unlink(missing_ok=True)
            shutil.copyfile(data.database, copy.database)
    return copy


def run(argv: Sequence[str]) -> int:
    """0 written · 2 unknown page, code or mode · 3 something is away."""
    arguments = parser().parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="kiosk-shot-") as folder:
        try:
            parts = Parts(data=copy_of(data_directory(arguments.data), Path(folder) / "data"))
            return _shoot(parts, arguments)
        except (Unavailable, Refused) as missing:
            print(sentence(missing), file=sys.stderr)
            return UNAVAILABLE


def _shoot(parts: Parts, arguments: argparse.Namespace) -> int:
    place = Place.parse(arguments.page)
    if place.page == "display":
        from kiosk.roles.display_shot import display_picture

        shown = display_picture(parts, place.argument, size=arguments.size or WALL, modes=arguments.mode)
        return _save(shown, arguments.out) if shown is not None else _unknown(arguments.page)
    if place.page in COUNTER_PAGES:
        from kiosk.roles.counter_shot import counter_picture

        drawn = counter_picture(parts, place.argument, bar=place.page == "counter-bar", size=arguments.size)
        return _save(drawn, arguments.out) if drawn is not None else _unknown(arguments.page)
    if place == TICKET_DONE:
        parts = _while_open(parts)
    diagonal = arguments.diagonal or parts.cover.diagonal
    size, mount = arguments.size or PORTRAIT, arguments.mount
    for _, picture in pictures(parts, [place], size=size, diagonal=diagonal, modes=arguments.mode, mount=mount):
        if picture is not None:
            return _save(picture, arguments.out)
    return _unknown(arguments.page)


def _unknown(page: str) -> int:
    print(f"没有 {page} 这一页；看看名字和编码写对没有。", file=sys.stderr)
    return USAGE


def pictures(
    parts: Parts, places: Iterable[Place], *, size: tuple[int, int], diagonal: float, modes: Modes, mount: int | None = None
) -> Iterator[tuple[Place, QImage | None]]:
    """Each place as one kiosk of this screen shows it; None for a page or a code that is not there. `parts` of a throw-away data directory."""
    application()
    kiosk = CitizenKiosk(parts)
    try:
        view = kiosk.open(width=size[0], height=size[1], diagonal=diagonal, modes=modes, mount=mount)
        view.show()
        kiosk.pages.home.show_hall(kiosk.hall.settings.hall)
        kiosk.queue.look()
        spin_until(lambda: kiosk.queue.answered)
        for place in places:
            there = _go(kiosk, place)
            spin_until(lambda: kiosk.jobs.idle)
            spin(SETTLING_MS)
            yield place, view.grabWindow() if there else None
    finally:
        kiosk.close()


def _while_open(parts: Parts) -> Parts:
    """The same hall at its next opening if it is closed now, so that there is a ticket to show. A live hall keeps its own time."""
    from kiosk.application.queries.queueing import queue_now
    from kiosk.interface.shared.opening_words import next_ticket_moment

    opening = queue_now(snapshot=parts.snapshot(), clock=parts.clock, hall=parts.hall).opening
    following = next_ticket_moment(opening)
    if following is None or parts.hall.live:
        return parts
    parts.close()
    return Parts(data=parts.data, environment={**os.environ, "KIOSK_NOW": following.at.isoformat()})


def _go(kiosk: CitizenKiosk, place: Place) -> bool:
    """False for a page or a code that is not there."""
    if place.page == IDLE_PAGE:
        kiosk.ask_whether_someone_is_there()
        return not place.argument
    if place == TICKET_DONE:
        return _take_a_ticket(kiosk)
    kiosk.navigator.go(place.page, place.argument)
    return kiosk.navigator.here == place


def _take_a_ticket(kiosk: CitizenKiosk) -> bool:
    """In the throw-away copy. A closed hall gives none: then the page that says so is the true picture."""
    line = kiosk.hall.settings.hall.lines[0]
    kiosk.pages.taking.take(line=line.id, item=None, ticket_class=TicketClass.NORMAL)
    spin_until(lambda: not kiosk.pages.taking.under_way)
    if kiosk.pages.taking.ticket is None:
        kiosk.navigator.go("ticket")
    spin_until(lambda: kiosk.jobs.idle)
    return True


def _save(picture: QImage, out: Path) -> int:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        saved = picture.save(str(out))
    except OSError:
        saved = False
    if saved:
        return OK
    print(f"图片写不进 {out}；看看文件夹和剩余空间。", file=sys.stderr)
    return UNAVAILABLE
