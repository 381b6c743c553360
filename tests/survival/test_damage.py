"""Whatever happens to the database's file, the guides stand and no number is given twice: a sample of `build/dev.py soak`."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support.halls import CHECKOUT, environment
from tests.survival.damage import KINDS


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="an open database cannot be damaged there")
def test_a_damaged_hall_goes_on_or_says_why_not() -> None:
    cases = 2 * len(KINDS)
    done = subprocess.run(
        [sys.executable, "-m", "tests.survival.damage", str(cases), "3"],
        capture_output=True, text=True, cwd=CHECKOUT, env=environment(""), timeout=400, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["faults"] == []
    assert found["cases"] == found["served"] + found["refused"] == cases
    assert found["kinds"]["nothing to recover from"] == "DatabaseDamaged"
    assert found["refused"] == 2, "where something is kept, the hall goes on"
    assert found["recovered"] > cases // 2, "the damage must have been damage"
