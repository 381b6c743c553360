"""A process with the display of a hall, as `python -m kiosk display` builds it, in which time passes FASTER times as quickly.

Ready, it prints `ready`; each number that has been painted for the first time as `painted NUMBER NANOSECONDS` (monotonic, the same clock for
all processes), each sentence as `said WORDS`; `idle` once nothing waits any more; and, told `end` on stdin, its memory.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future

from PySide6.QtCore import QTimer

from kiosk.domain.announcing import PACE, Pace
from kiosk.infrastructure.paths import data_directory
from kiosk.roles.display import HallDisplay
from kiosk.roles.parts import Parts
from kiosk.roles.running import once
from kiosk.roles.screen import Modes, application
from tests.benchmarks.screen_probe import rss_mb

FASTER = 40.0
SECONDS_A_WORD = 0.4
"""As long as a word of the program's own clips takes, its pause included."""


class HurriedVoice:
    """Says nothing aloud; every sentence takes its time, FASTER times as short."""

    def say(self, words: Sequence[str], *, chime: bool) -> Future[None]:
        over: Future[None] = Future()
        told("said", "".join(words))
        seconds = (SECONDS_A_WORD * len(words) + (1.15 if chime else 0)) / FASTER
        timer = threading.Timer(seconds, over.set_result, (None,))
        timer.daemon = True
        timer.start()
        return over

    def close(self) -> None:
        """Daemon timers go with the process."""


def told(*words: object) -> None:
    print(*words, flush=True)


def main() -> None:
    app = application()
    pace = Pace(
        times=PACE.times, board=PACE.board / FASTER, crowd=PACE.crowd, crowd_board=PACE.crowd_board / FASTER, quiet=PACE.quiet / FASTER
    )
    display = HallDisplay(Parts(data=data_directory(None)), HurriedVoice(), pace=pace)
    view = display.open(width=1920, height=1080, modes=Modes())
    seen: list[str] = []

    def painted() -> None:
        number = display.display.property("number")
        if number and (not seen or seen[-1] != number):
            seen.append(number)
            told("painted", number, time.monotonic_ns())

    view.frameSwapped.connect(painted)
    once(view, display.wake)
    listening = QTimer()
    listening.setSingleShot(True)
    listening.timeout.connect(lambda: told("ready"))
    display.watch.changed.connect(lambda: listening.start(500) if not listening.isActive() and not seen else None)
    display.announcer.changed.connect(lambda: told("idle") if display.announcer.board is None and display.announcer.waiting == 0 else None)

    def wait_for_the_end() -> None:
        sys.stdin.readline()
        QTimer.singleShot(0, app, app.quit)

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    view.show()
    app.exec()
    told("rss_mb", rss_mb())
    display.close()


if __name__ == "__main__":
    main()
