"""The first frame pays for the home screen alone: no database, no printing, no readings, no tables are loaded before it stands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from kiosk.infrastructure.paths import DataDirectory
from tests.benchmarks.first_frame import FORBIDDEN
from tests.support.halls import CHECKOUT, MONDAY_TEN, environment

PROBE = """
import json, sys
from PySide6.QtCore import QCoreApplication
from kiosk.roles import citizen
from kiosk.__main__ import main

when_shown = citizen.once

def once(view, first_frame):
    def shown():
        print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), flush=True)
        QCoreApplication.quit()
    when_shown(view, shown)

citizen.once = once
sys.exit(main(["citizen", "--size", "1080x1920", "--data", sys.argv[1]]))
"""


def loaded_at_first_frame(data: DataDirectory) -> set[str]:
    """Top-level modules of a process that opened the kiosk as its command does."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(data.root)],
        capture_output=True, env=environment(MONDAY_TEN.isoformat()), cwd=CHECKOUT, timeout=60, check=False, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_nothing_heavy_is_loaded_at_the_first_frame(data: DataDirectory) -> None:
    loaded = loaded_at_first_frame(data)
    assert {"PySide6", "kiosk"} <= loaded, "the probe must have seen the screen"
    assert loaded & set(FORBIDDEN) == set()
    assert {"sqlalchemy", "psycopg", "alembic", "openpyxl", "pypinyin", "escpos", "numpy", "yaml", "jsonschema", "qrcode"} <= set(FORBIDDEN)


def test_nothing_heavy_is_loaded_on_first_use(tmp_path: Path) -> None:
    assert loaded_at_first_frame(DataDirectory(tmp_path / "never-used")) & set(FORBIDDEN) == set()
