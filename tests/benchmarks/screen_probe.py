"""A process that opens one window and tells what it cost: `bare` (an empty QQuickView) or `home` (the kiosk, as `python -m kiosk citizen`).

At the first frame: monotonic time, processor time so far, modules loaded. With `idle` as second word it stays until everything that the
kiosk makes in idle time is made, and tells its memory then.
"""

from __future__ import annotations

import importlib
import json
import os
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickView

CALM_MS = 1000
LONGEST_MS = 20_000
told: dict[str, object] = {}


def rss_mb() -> float:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def stamp() -> None:
    told["first_frame_ns"] = time.monotonic_ns()
    told["cpu_ms"] = time.process_time_ns() / 1e6
    told["modules"] = sorted({name.partition(".")[0] for name in sys.modules})


def stay(work: Callable[[], tuple[int, bool]], *, idle: bool) -> None:
    """Ends the event loop: at once, or when for CALM_MS no page was made and nothing was under way. `work`: pages made, nothing to do."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    until = time.monotonic() + LONGEST_MS / 1000

    def leave() -> None:
        told["rss_mb"] = rss_mb()
        QGuiApplication.quit()

    def look(before: tuple[int, bool]) -> None:
        now = work()
        if (now == before and now[1]) or time.monotonic() > until:
            leave()
        else:
            QTimer.singleShot(CALM_MS, lambda: look(now))

    if idle:
        QTimer.singleShot(2 * CALM_MS, lambda: look((-1, False)))
    else:
        QTimer.singleShot(0, leave)


def bare(*, idle: bool) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQuick import QQuickView

    app = QGuiApplication([])
    view = QQuickView()
    view.resize(1080, 1920)

    def shown() -> None:
        view.frameSwapped.disconnect(shown)
        stamp()
        stay(lambda: (0, True), idle=idle)

    view.frameSwapped.connect(shown)
    view.show()
    app.exec()


def home(*, idle: bool) -> None:
    """The whole way of the command line, listened to at the one place where the role itself waits for the first frame."""

    def watch(citizen: ModuleType) -> None:
        class Watched(citizen.CitizenKiosk):  # type: ignore[name-defined,misc]
            def open(self, **words: Any) -> QQuickView:
                view: QQuickView = super().open(**words)

                def shown() -> None:
                    view.frameSwapped.disconnect(shown)
                    stamp()
                    stay(lambda: (len(self.citizen.made), self.jobs.idle), idle=idle)

                view.frameSwapped.connect(shown)
                return view

        citizen.CitizenKiosk = Watched  # type: ignore[attr-defined]

    import_module = importlib.import_module

    def imported(name: str, package: str | None = None) -> ModuleType:
        module = import_module(name, package)
        if name == "kiosk.roles.citizen":
            watch(module)
        return module

    importlib.import_module = imported
    sys.argv = ["kiosk", "citizen", "--size", "1080x1920"]
    try:
        runpy.run_module("kiosk", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code:
            raise


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[2])
    os.environ.update(QT_ENABLE_HIGHDPI_SCALING="0", QT_IM_MODULE="none")  # the same for both
    (bare if sys.argv[1] == "bare" else home)(idle="idle" in sys.argv[2:])
    if told:  # the process that started the screen comes by here too, and has seen nothing
        print(json.dumps(told))
