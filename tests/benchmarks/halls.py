"""Halls to measure in: each as first use leaves it, made once in a run and then copied."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from kiosk.infrastructure.paths import DataDirectory

CHECKOUT = Path(__file__).resolve().parents[2]


@cache
def _first() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="bench-hall-")
    words = [sys.executable, "-m", "kiosk", "prepare", "--json", "--data", str(Path(folder.name) / "data")]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd=CHECKOUT)
    return folder


def fresh_hall(data: Path) -> DataDirectory:
    """A new hall at `data`: settings, database, edition."""
    shutil.copytree(Path(_first().name) / "data", data)
    return DataDirectory(data)
