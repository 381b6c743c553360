"""What turning pages costs, beside a bare list in the same run, and whether a kiosk that is used all day grows.

No list of ours is flicked: rows stand still and buttons turn the page. What a flick's frame costs is therefore told of the bare list alone, and
a turned page of ours is held against a turned page of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import Figure, at_least, at_most, median, ratio_at_most, told
from tests.benchmarks.first_frame import screen_environment
from tests.benchmarks.halls import CHECKOUT, fresh_hall
from tests.benchmarks.touches import MONDAY_MORNING

TURNS = 40
RUNS = 3
CHANGES = 5000
GROWTH_PERCENT = 3.0
LEVEL_PERCENT = 1.0


def probed(*words: object) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        data = Path(folder) / "data"
        fresh_hall(data)
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.page_probe", *map(str, words)],
            env={**screen_environment(data), "KIOSK_NOW": MONDAY_MORNING},
            cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, check=True, timeout=900,
        )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def turned(runs: int) -> list[Figure]:
    ours: dict[str, list[float]] = {"wall_ms": [], "cpu_ms": []}
    bare: dict[str, list[float]] = {"wall_ms": [], "cpu_ms": [], "flick_wall_ms": [], "flick_cpu_ms": []}
    for _ in range(runs):
        list_page = probed("list", TURNS)
        plain = probed("bare", TURNS, list_page["rows"])
        for name in ours:
            ours[name] += list_page[name]
        for name in bare:
            bare[name] += plain[name]
    return [
        ratio_at_most("list_turn_cpu", median(ours["cpu_ms"]), "ms", median(bare["cpu_ms"]), 1.5),
        at_least("list_turns_per_second", 1000 / median(ours["wall_ms"]), "turns/s", 60, floor=1000 / median(bare["wall_ms"])),
        told("bare_list_flick_cpu", median(bare["flick_cpu_ms"]), "ms a frame"),
        told("bare_list_flick_frames", 1000 / median(bare["flick_wall_ms"]), "frames/s"),
    ]


def grown(memory: list[float]) -> list[Figure]:
    """From what stands after every entry was shown once, half-way and at the end."""
    first, half, end = memory
    return [
        at_most(f"memory_growth_{CHANGES}_changes", 100 * (end / first - 1), "%", GROWTH_PERCENT),
        at_most("memory_growth_second_half", 100 * (end / half - 1), "%", LEVEL_PERCENT),
        told("memory_after_all_entries", first, "MB"),
    ]


def figures(*, quick: bool) -> list[Figure]:
    if quick:
        return []
    return turned(RUNS) + grown(probed("walk", CHANGES)["memory_mb"])
