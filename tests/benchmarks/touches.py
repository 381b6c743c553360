"""How soon the screen answers a finger: in the pressed state, and with the next screen.

The taps are made by touch_probe.py in a process of its own, upright and wide. A tap that leads to another place counts for the next screen,
whatever the page; one that finds its page unmade is told apart (`cold_page`), since the kiosk makes all pages in its first idle seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from tests.benchmarks.figure import Figure, at_most, median, percentile, told
from tests.benchmarks.first_frame import screen_environment
from tests.benchmarks.halls import CHECKOUT, fresh_hall
from tests.benchmarks.touch_probe import Tap

MONDAY_MORNING = "2026-11-23T09:30:00+08:00"
QUICK = (("1080x1920", 1, 4.0),)
WHOLE = (("1080x1920", 12, 110.0), ("1920x1080", 12, 70.0))


def taps(
    size: str, cold: int, seconds: float, *, around: Callable[[int], AbstractContextManager[None]] = lambda _: nullcontext()
) -> list[Tap]:
    """One touched kiosk with a hall of its own, open by its clock. `around` is given its process while it runs."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        data = Path(folder) / "data"
        fresh_hall(data)
        words = [sys.executable, "-m", "tests.benchmarks.touch_probe", size, str(cold), str(seconds)]
        environment = {**screen_environment(data), "KIOSK_NOW": MONDAY_MORNING}
        with subprocess.Popen(words, env=environment, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as kiosk, around(kiosk.pid):
            said, _ = kiosk.communicate(timeout=seconds + 240)
        if kiosk.returncode:
            raise subprocess.CalledProcessError(kiosk.returncode, words)
    return [Tap(**each) for each in json.loads(said.splitlines()[-1])]


def tell_ways(done: Iterable[Tap]) -> None:
    """On stderr: which ways were gone how often, and what they took."""
    ways: dict[tuple[str, str], list[Tap]] = defaultdict(list)
    for tap in done:
        ways[tap.origin, tap.goal].append(tap)
    print("bench: from → to, times, ms median and worst, processor ms median; cold first visits not counted", file=sys.stderr)
    for (origin, goal), gone in sorted(ways.items()):
        times = [tap.screen_ms for tap in gone]
        processor = median([tap.cpu_ms for tap in gone])
        print(f"  {origin:>12} → {goal:<12} {len(gone):4} {median(times):7.1f} {max(times):7.1f} {processor:7.1f}", file=sys.stderr)


def derive(done: Sequence[Tap]) -> list[Figure]:
    answered = [tap for tap in done if tap.press_ms]
    warm = [tap for tap in answered if not tap.cold]
    leading = [tap for tap in warm if tap.leads]
    staying = [tap.screen_ms for tap in warm if not tap.leads]
    cold = [tap.screen_ms for tap in answered if tap.cold]
    silent = {(tap.origin, tap.kind, tap.name) for tap in done if not tap.press_ms}
    found = [
        at_most("press_to_pressed_p95", percentile([tap.press_ms for tap in warm], 95), "ms", 20),
        at_most("next_screen_p95", percentile([tap.screen_ms for tap in leading], 95), "ms", 60),
        at_most("next_screen_worst", max(tap.screen_ms for tap in leading), "ms", 150),
        told("next_screen_median", median([tap.screen_ms for tap in leading]), "ms"),
        told("next_screen_cpu_p95", percentile([tap.cpu_ms for tap in leading], 95), "ms"),
        at_most("no_pressed_state", float(len(silent)), "things", 0),
        told("next_screen_count", float(len(leading)), "taps"),
    ]
    if staying:
        found += [told("same_page_p95", percentile(staying, 95), "ms"), told("same_page_count", float(len(staying)), "taps")]
    if cold:
        found += [told("cold_page_median", median(cold), "ms"), told("cold_page_worst", max(cold), "ms")]
    return found


def figures(*, quick: bool) -> list[Figure]:
    done = [tap for run in (QUICK if quick else WHOLE) for tap in taps(*run)]
    tell_ways(tap for tap in done if tap.press_ms and not tap.cold)
    for tap in done:
        if not tap.press_ms:
            print(f"bench: no frame showed it pressed, on {tap.origin}: {tap.kind} {tap.name}", file=sys.stderr)
    return derive(done)
