"""Takes a picture of an X display once something is drawn on it: screen_picture.py OUT.png SECONDS. Runs in .venv, started by virtual_screen.py.

Drawn means: more than a few colours, and the same picture twice in a row. Exit 1 when that does not come about in time.

Elsewhere: the display itself (virtual_screen.py).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage

_BETWEEN = 250  # milliseconds between two looks
_DRAWN_COLOURS = 12


class Watch:
    """Looks at the screen until it is drawn or the time is over."""

    def __init__(self, out: Path, seconds: float) -> None:
        self._out = out
        self._until = time.monotonic() + seconds
        self._before = QImage()

    def look(self) -> None:
        now = QGuiApplication.primaryScreen().grabWindow(0).toImage()
        if _is_drawn(now) and now == self._before:
            # Written beside and renamed: whoever waits for the file finds a whole one.
            part = self._out.with_suffix(".part.png")
            saved = now.save(str(part))
            if saved:
                part.replace(self._out)
            QGuiApplication.exit(0 if saved else 1)
        elif time.monotonic() > self._until:
            QGuiApplication.exit(1)
        self._before = now


def _is_drawn(image: QImage) -> bool:
    small = image.scaled(108, 192)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}) > _DRAWN_COLOURS


def main() -> int:
    application = QGuiApplication(sys.argv[:1])
    watch = Watch(Path(sys.argv[1]), float(sys.argv[2]))
    timer = QTimer()
    timer.timeout.connect(watch.look)
    timer.start(_BETWEEN)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
