"""A number that was told is never lost and never given twice, wherever the process dies: a sample of `build/dev.py soak`."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support.halls import CHECKOUT, environment
from tests.survival.kill_issuing import STEPS

POINTS = 40


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="the killed processes are forked")
def test_killed_while_issuing_nothing_is_lost_doubled_or_printed_by_itself() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.survival.kill_issuing", str(POINTS), "11"],
        capture_output=True, text=True, cwd=CHECKOUT, env=environment(""), timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["faults"] == {}
    assert found["kills"] == POINTS
    # The sample must have seen something: numbers that were told, papers, and a death at every step.
    assert found["acknowledged"] > POINTS
    assert found["printed"] > 0
    assert set(found["steps"]) == set(STEPS)
