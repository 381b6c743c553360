"""Fingers that mean nothing find no way to break the kiosk: a sample of `build/dev.py soak`."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.support.halls import CHECKOUT, environment

TOUCHES = 2000


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory from /proc")
def test_two_thousand_random_touches() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.survival.touches", str(TOUCHES), "5"],
        capture_output=True, text=True, cwd=CHECKOUT, env=environment(""), timeout=500, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["touches"] == TOUCHES
    assert found["exceptions"] == []
    assert found["errors_in_the_log"] == []
    assert found["foreign_windows"] == []
    assert found["pages_not_reached"] == []
    assert [line for line in done.stderr.splitlines() if "qml" in line or "Error" in line] == []
