"""From process start to the first frame, and the memory of an idle screen, beside a bare QQuickView in the same run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.figure import Figure, median, ratio_at_most

FORBIDDEN = ("sqlalchemy", "psycopg", "alembic", "openpyxl", "pypinyin", "escpos", "numpy", "yaml", "jsonschema", "qrcode")
HERE = Path(__file__).parent


def run_probe(kind: str, data: Path, *, linger: float = 0.0) -> Mapping[str, object]:
    """One process: `bare` or `home`. Milliseconds to the first frame, memory then and after lingering, modules loaded at the first frame."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "KIOSK_DATA": str(data), "LANG": "C.UTF-8"}
    started = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, str(HERE / "screen_probe.py"), kind, str(linger)], env=environment, capture_output=True, check=True, text=True
    )
    told: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    told["ms"] = (int(str(told["first_frame_ns"])) - started) / 1e6
    return told


def figures(*, quick: bool) -> list[Figure]:
    runs = 5 if quick else 15
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        data = Path(folder) / "data"
        run_probe("home", data, linger=3)  # first use makes database and edition; warms the file cache
        bare, home = [], []
        for _ in range(runs):
            bare.append(float(str(run_probe("bare", data)["ms"])))
            home.append(float(str(run_probe("home", data)["ms"])))
        loaded = run_probe("home", data, linger=4)
        empty = run_probe("bare", data, linger=1)
    heavy = [name for name in FORBIDDEN if name in loaded["modules"]]  # type: ignore[operator]
    return [
        ratio_at_most("first_frame", median(home), "ms", median(bare), 1.4),
        Figure("heavy_modules_at_first_frame", float(len(heavy)), "modules", None, None, "0 modules", not heavy),
        ratio_at_most("idle_memory", float(str(loaded["rss_mb"])), "MB", float(str(empty["rss_mb"])), 1.7),
    ]
