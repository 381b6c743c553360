"""From process start to the first frame, and the memory of an idle screen, beside a bare QQuickView in the same run.

Both are measured in turn, so that a machine that gets busier meanwhile slows both down. Processor time is told beside wall time: it hardly
knows the neighbours, and says where a wall time that is too long comes from.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import Figure, median, ratio_at_most, told
from tests.benchmarks.halls import fresh_hall

FORBIDDEN = ("sqlalchemy", "psycopg", "alembic", "openpyxl", "pypinyin", "escpos", "numpy", "yaml", "jsonschema", "qrcode")
PROBE = Path(__file__).with_name("screen_probe.py")


@dataclass(frozen=True, slots=True)
class Start:
    """One process: milliseconds of wall and processor time to the first frame, memory at its end, modules loaded at the first frame."""

    wall: float
    cpu: float
    rss_mb: float
    modules: frozenset[str]


def screen_environment(data: Path) -> dict[str, str]:
    """What every probe with a window runs in: offscreen, software rendering, plain time.

    Bytecode lies beside `data`: an installed kiosk has it, whatever the shell says that started the benchmark. The first run makes it.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_") and name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "KIOSK_DATA": str(data),
        "LANG": "C.UTF-8",
        "PYTHONPYCACHEPREFIX": str(data.with_name("bytecode")),
    }


def start(kind: str, data: Path, *, idle: bool = False) -> Start:
    """`bare` or `home`. What a probe says on stderr is passed on when it fails."""
    words = [sys.executable, str(PROBE), kind, *(["idle"] if idle else [])]
    environment = screen_environment(data)
    begun = time.monotonic_ns()
    done = subprocess.run(words, env=environment, stdout=subprocess.PIPE, check=True, text=True, timeout=60)
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return Start((said["first_frame_ns"] - begun) / 1e6, said["cpu_ms"], said["rss_mb"], frozenset(said["modules"]))


def figures(*, quick: bool) -> list[Figure]:
    pairs = 3 if quick else 25
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        data = Path(folder) / "data"
        fresh_hall(data)
        for kind in ("bare", "home"):
            start(kind, data)  # warms the file cache, makes the bytecode
        bare, home = [], []
        for turn in range(pairs):
            if turn % 2:
                home.append(start("home", data))
                bare.append(start("bare", data))
            else:
                bare.append(start("bare", data))
                home.append(start("home", data))
        with ThreadPoolExecutor() as both:  # nothing is timed here
            empty, idle = both.map(lambda kind: start(kind, data, idle=True), ("bare", "home"))
    heavy = sorted({name for each in home for name in FORBIDDEN if name in each.modules})
    if heavy:
        print(f"bench: loaded at the first frame: {', '.join(heavy)}", file=sys.stderr)
    return [
        ratio_at_most("first_frame", median([each.wall for each in home]), "ms", median([each.wall for each in bare]), 1.4),
        told("first_frame_cpu", median([each.cpu for each in home]), "ms", floor=median([each.cpu for each in bare])),
        Figure("heavy_modules_at_first_frame", float(len(heavy)), "modules", None, None, "0 modules", not heavy),
        ratio_at_most("idle_memory", idle.rss_mb, "MB", empty.rss_mb, 1.7),
    ]
