"""A crude slow machine: the touched kiosk on one core, awake for ON of every ON + OFF seconds.

The kiosk's process is stopped and continued by signals (SIGSTOP, SIGCONT) from outside: every thread of it stands still together, as when the
core were that much slower, only in pieces. How much slower it really was is measured in the same run, with a sum that is counted so:
`slow_machine_factor`. Coarser than a real slow core: what takes less than ON may pass without a stop, what meets one waits it out.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.benchmarks.figure import Figure, at_most, median, percentile, told
from tests.benchmarks.touch_probe import Tap
from tests.benchmarks.touches import taps

ON, OFF = 0.001, 0.005
SECONDS = 60.0
COUNTED = "import time; began = time.monotonic(); sum(range(20_000_000)); print((time.monotonic() - began) / time.process_time())"


@contextmanager
def slowed(process: int) -> Iterator[None]:
    """While inside, `process` (all its threads) runs on one core and in pieces."""
    os.sched_setaffinity(process, {max(os.sched_getaffinity(0))})
    over = threading.Event()

    def rhythm() -> None:
        with suppress(ProcessLookupError):
            while not over.is_set():
                os.kill(process, signal.SIGSTOP)
                time.sleep(OFF)
                os.kill(process, signal.SIGCONT)
                time.sleep(ON)

    drummer = threading.Thread(target=rhythm, name="slow machine", daemon=True)
    drummer.start()
    try:
        yield
    finally:
        over.set()
        drummer.join()


def factor() -> float:
    """The time that a sum takes, in times of the processor time that it needs."""
    with subprocess.Popen([sys.executable, "-c", COUNTED], stdout=subprocess.PIPE, text=True) as process, slowed(process.pid):
        return float(process.communicate()[0])


def derive(done: list[Tap], *, slower: float) -> list[Figure]:
    answered = [tap for tap in done if tap.press_ms]
    leading = [tap.screen_ms for tap in answered if tap.leads and not tap.cold]
    return [
        at_most("slow_press_p95", percentile([tap.press_ms for tap in answered], 95), "ms", 100),
        at_most("slow_no_pressed_state", float(len(done) - len(answered)), "taps", 0),
        told("slow_press_worst", max(tap.press_ms for tap in answered), "ms"),
        told("slow_next_screen_median", median(leading), "ms"),
        told("slow_next_screen_p95", percentile(leading, 95), "ms"),
        told("slow_press_count", float(len(answered)), "taps"),
        told("slow_machine_factor", slower, "times slower"),
    ]


def figures(*, quick: bool) -> list[Figure]:
    if quick or not hasattr(os, "sched_setaffinity"):
        return []
    return derive(taps("1080x1920", 0, SECONDS, around=slowed), slower=factor())
