"""A screen whose pages change: `python -m tests.benchmarks.page_probe KIND …`; prints one JSON line.

`list TURNS`: the list page of a real kiosk, turned page by page as its buttons do, each turn as soon as the one before has been shown.
`bare TURNS ROWS`: a plain ListView with the same entries, ROWS of them in the window, turned by whole pages, then moved by STEP pixels a frame as
a flick does. `walk CHANGES`: a kiosk that goes from page to page and tells its memory on the way.
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from tests.benchmarks.screen_probe import rss_mb
from tests.benchmarks.touch_probe import all_made, run_for, run_until

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.domain.catalog import Edition, EntryRow
    from kiosk.roles.citizen import CitizenKiosk

SIZE = 1080, 1920
WALKED_SIZE = 540, 960
"""Memory is about what a page leaves behind, not about its pixels."""
STEP = 23
FRAME_MS = 2000
LISTS = "convenience", "social_security", "retained", "abolished"
BARE = """
import QtQuick
ListView {
    id: list
    required property string family
    required property list<var> entries
    required property int rows
    readonly property int pages: Math.ceil(entries.length / rows)
    function turn(page: int) { list.positionViewAtIndex(page * rows, ListView.Beginning) }
    model: entries
    reuseItems: true
    delegate: Item {
        id: row
        required property var modelData
        required property int index
        height: list.height / list.rows
        width: list.width
        Text { text: row.modelData.title; font { family: list.family; pixelSize: 40; bold: true } x: 30; y: 30 }
        Text { text: row.modelData.second; font { family: list.family; pixelSize: 32 } x: 30; y: 90; width: 700; elide: Text.ElideRight }
        Text { text: row.modelData.aside; font { family: list.family; pixelSize: 32 } x: 800; y: 30 }
        Rectangle { height: 2; width: parent.width; color: "#ddd" }
    }
}
"""


class Frames:
    """Of one window. Trap: only a loop that runs deletes what QML has put away; `processEvents` leaves all of it standing."""

    def __init__(self, window: QQuickWindow) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        self.count = 0
        self._loop = QEventLoop()
        self._late = QTimer()
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._loop.quit)
        window.frameSwapped.connect(self._swapped)

    def _swapped(self) -> None:
        self.count += 1
        self._loop.quit()

    def after(self, deed: Callable[[], object]) -> tuple[float, float]:
        """Wall and processor milliseconds of this thread until a frame shows what was done. RuntimeError when none does."""
        before, began, busy = self.count, time.monotonic(), time.thread_time()
        deed()
        self.wait(before)
        return (time.monotonic() - began) * 1000, (time.thread_time() - busy) * 1000

    def wait(self, before: int) -> None:
        if self.count == before:
            self._late.start(FRAME_MS)
            self._loop.exec()
            self._late.stop()
        if self.count == before:
            raise RuntimeError("nothing was drawn")


def kiosk_of(size: tuple[int, int]) -> CitizenKiosk:
    """Open, shown and awake."""
    from kiosk.infrastructure.paths import data_directory
    from kiosk.roles.citizen import CitizenKiosk
    from kiosk.roles.parts import Parts
    from kiosk.roles.screen import Modes, application

    application()
    kiosk = CitizenKiosk(Parts(data=data_directory(None)))
    view = kiosk.open(width=size[0], height=size[1], diagonal=21.5, modes=Modes())
    view.show()
    kiosk.wake()
    run_until(lambda: all_made(kiosk) and kiosk.jobs.idle, 60_000)
    run_for(200)
    return kiosk


def back_and_forth(pages: int) -> Iterator[int]:
    """1, 2, … pages-1, pages-2, … 0, 1, … without an end: each a neighbour of the one before, starting from 0."""
    yield from itertools.chain(range(1, pages), itertools.cycle([*range(pages - 2, -1, -1), *range(1, pages)]))


def turned_list(turns: int) -> dict[str, object]:
    kiosk = kiosk_of(SIZE)
    if kiosk.view is None:
        raise RuntimeError("no window")
    frames = Frames(kiosk.view)
    kiosk.navigator.go("list", "convenience")
    run_for(400)
    page: object = kiosk.citizen.model("list")
    rows, pages, at = page.rows.rowCount(), page.pages, 0  # type: ignore[attr-defined]
    timed, first = [], frames.count
    for there in itertools.islice(back_and_forth(pages), turns):
        timed.append(frames.after(page.nextPage if there > at else page.previousPage))  # type: ignore[attr-defined]
        at = there
    drawn = frames.count - first
    kiosk.close()
    return {"rows": rows, "wall_ms": [wall for wall, _ in timed], "cpu_ms": [cpu for _, cpu in timed], "frames": drawn}


def bare_list(turns: int, rows: int) -> dict[str, object]:
    from PySide6.QtCore import Q_ARG, QMetaObject, QUrl
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlComponent
    from PySide6.QtQuick import QQuickItem, QQuickView

    from kiosk.infrastructure.catalog_files.edition_file import read_edition
    from kiosk.infrastructure.paths import built_edition
    from kiosk.interface.shared.fonts import find_hanzi_family

    app = QGuiApplication([])
    view = QQuickView()
    component = QQmlComponent(view.engine())
    component.setData(BARE.encode(), QUrl("bare.qml"))
    entries = [{"title": row.plain_name, "second": row.name, "aside": str(row.code)} for row in first_list(read_edition(built_edition()))]
    shown = component.createWithInitialProperties({"family": find_hanzi_family(), "entries": entries, "rows": rows})
    if not isinstance(shown, QQuickItem):
        raise RuntimeError(component.errorString())
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(*SIZE)
    view.setContent(QUrl("bare.qml"), component, shown)
    view.show()
    frames = Frames(view)
    frames.wait(0)
    run_for(200)

    def turn(page: int) -> None:
        QMetaObject.invokeMethod(shown, "turn", Q_ARG(int, page))

    def move() -> None:
        far = float(shown.property("contentHeight")) - SIZE[1]
        shown.setProperty("contentY", (float(shown.property("contentY")) + STEP) % far)

    turned = [frames.after(partial(turn, page)) for page in itertools.islice(back_and_forth(shown.property("pages")), turns)]
    moved = [frames.after(move) for _ in range(turns)]
    app.quit()
    return {
        "wall_ms": [wall for wall, _ in turned],
        "cpu_ms": [cpu for _, cpu in turned],
        "flick_wall_ms": [wall for wall, _ in moved],
        "flick_cpu_ms": [cpu for _, cpu in moved],
    }


def first_list(edition: Edition) -> list[EntryRow]:
    from kiosk.domain.catalog import CatalogList

    return [row for row in edition.rows.values() if row.list is CatalogList.CONVENIENCE]


def places(edition: Edition) -> Iterator[tuple[str, str]]:
    """A walk without an end that comes by every page, and by every entry's own."""
    from kiosk.domain.catalog import CatalogList

    items = [str(code) for code, row in edition.rows.items() if row.list in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY)]
    proofs = [str(code) for code, row in edition.rows.items() if str(code) not in items]
    others = itertools.cycle(("other-events", "notices", "my-turn", "helper", "search"))
    lists = itertools.cycle(LISTS)
    for item, proof in zip(itertools.cycle(items), itertools.cycle(proofs)):
        yield from (("list", next(lists)), ("guide", item), ("my-list", item), ("ticket", item), ("home", ""))
        yield from ((next(others), ""), ("proof", proof), ("life-event", "school"), ("home", ""))


def walked(changes: int) -> dict[str, object]:
    """Once by every entry, then `changes` pages: the memory at the start, half-way and at the end of these."""
    kiosk = kiosk_of(WALKED_SIZE)
    if kiosk.view is None:
        raise RuntimeError("no window")
    frames, edition = Frames(kiosk.view), kiosk.parts.edition()
    way = places(edition)
    memory: list[float] = []

    def go(page: str, argument: str) -> None:
        if page == "home":
            kiosk.navigator.home()
        else:
            kiosk.navigator.go(page, argument)

    def walk(count: int) -> None:
        for place in itertools.islice(way, count):
            frames.after(partial(go, *place))
        run_until(lambda: kiosk.jobs.idle, 30_000)
        run_for(200)
        gc.collect()
        memory.append(rss_mb())

    walk(9 * len(edition.rows) if changes >= len(edition.rows) else changes)
    for _ in range(2):
        walk(changes // 2)
    kiosk.close()
    return {"memory_mb": memory}


if __name__ == "__main__":
    os.environ.update(QT_IM_MODULE="none", QT_ENABLE_HIGHDPI_SCALING="0")
    probes: dict[str, Callable[..., dict[str, object]]] = {"list": turned_list, "bare": bare_list, "walk": walked}
    print(json.dumps(probes[sys.argv[1]](*map(int, sys.argv[2:]))))
