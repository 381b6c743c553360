"""`kiosk shot`: one page with real data, rendered offscreen from a throw-away copy of the data.

What is looked at is what citizens get: the same view models, pages and edition; only the window is not on a screen.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtGui import QImage

from kiosk.application.unavailable import DatabaseUnavailable, Unavailable
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import Refused
from kiosk.infrastructure.paths import DataDirectory, data_directory
from kiosk.interface.citizen.citizen import IDLE_PAGE
from kiosk.interface.shared.navigator import Place
from kiosk.interface.shared.sentences import sentence
from kiosk.roles.citizen import CitizenKiosk, size
from kiosk.roles.parts import Parts
from kiosk.roles.screen import Modes, application

TICKET_DONE = Place("ticket-done")
OK, USAGE, UNAVAILABLE = 0, 2, 3
PATIENCE_MS = 20_000
"""How long the page may take to have its facts: the first use of a data directory makes the database."""
SETTLING_MS = 150


def parser() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(prog="kiosk shot", description="把一页画成图片")
    arguments.add_argument("page", metavar="PAGE", help="home、list/convenience、guide/WHL-MZ-001 …")
    arguments.add_argument("--size", type=size, metavar="WxH", default=(1080, 1920))
    arguments.add_argument("--diagonal", type=float, metavar="INCH")
    arguments.add_argument("--mount", type=int, metavar="MM")
    arguments.add_argument("--mode", type=modes, default=Modes(), help="elder、contrast，可以一起")
    arguments.add_argument("--lang", choices=("zh_CN",), default="zh_CN")
    arguments.add_argument("--out", type=Path, required=True, metavar="F.png")
    arguments.add_argument("--data", help="数据目录")
    arguments.add_argument("--database", help="数据库地址")
    return arguments


def modes(text: str) -> Modes:
    """`elder,contrast`. Modes that this program does not have yet are wrong usage, not a picture of something else."""
    wished = {name for name in text.split(",") if name}
    if unknown := wished - {"elder", "contrast"}:
        raise argparse.ArgumentTypeError(f"没有 {'、'.join(sorted(unknown))} 这种显示方式；现在有 elder、contrast")
    return Modes(elder="elder" in wished, contrast="contrast" in wished)


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
    if place == TICKET_DONE:
        parts = _while_open(parts)
    diagonal = arguments.diagonal or parts.cover.diagonal
    for _, picture in pictures(parts, [place], size=arguments.size, diagonal=diagonal, modes=arguments.mode):
        if picture is not None:
            return _save(picture, arguments.out)
    print(f"没有 {arguments.page} 这一页；看看名字和编码写对没有。", file=sys.stderr)
    return USAGE


def pictures(
    parts: Parts, places: Iterable[Place], *, size: tuple[int, int], diagonal: float, modes: Modes
) -> Iterator[tuple[Place, QImage | None]]:
    """Each place as one kiosk of this screen shows it; None for a page or a code that is not there. `parts` of a throw-away data directory."""
    application()
    kiosk = CitizenKiosk(parts)
    try:
        view = kiosk.open(width=size[0], height=size[1], diagonal=diagonal, modes=modes)
        view.show()
        kiosk.home.show_hall(kiosk.settings.hall)
        kiosk.queue.look()
        _until(lambda: kiosk.queue.answered)
        for place in places:
            there = _go(kiosk, place)
            _until(lambda: kiosk.jobs.idle)
            _pass(SETTLING_MS)
            yield place, view.grabWindow() if there else None
    finally:
        kiosk.close()


def _while_open(parts: Parts) -> Parts:
    """The same hall at its next opening if it is closed now, so that there is a ticket to show. A live hall keeps its own time."""
    from kiosk.application.queries.queueing import queue_now
    from kiosk.interface.citizen.opening_words import next_ticket_moment

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
    line = kiosk.settings.hall.lines[0]
    kiosk.taking.take(line=line.id, item=None, ticket_class=TicketClass.NORMAL)
    _until(lambda: not kiosk.taking.under_way)
    if kiosk.taking.ticket is None:
        kiosk.navigator.go("ticket")
    _until(lambda: kiosk.jobs.idle)
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


def _until(condition: Callable[[], bool]) -> None:
    """Runs the event loop until `condition` holds, at most PATIENCE_MS."""
    clock = QElapsedTimer()
    clock.start()
    while not condition() and clock.elapsed() < PATIENCE_MS:
        _pass(20)


def _pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
