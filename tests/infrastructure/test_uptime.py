"""Running time of this machine: the same boot for every process, growing, and not a clock."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from kiosk.infrastructure.uptime import MachineUptime
from tests.support.halls import CHECKOUT


def test_it_grows_within_one_boot() -> None:
    uptime = MachineUptime()
    first, second = uptime.now(), uptime.now()
    assert first.boot == second.boot != ""
    assert 0 < first.seconds <= second.seconds


def test_another_process_counts_from_the_same_start() -> None:
    words = "from kiosk.infrastructure.uptime import MachineUptime as M; now = M().now(); print(now.boot, now.seconds)"
    before = MachineUptime().now()
    boot, seconds = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True, cwd=CHECKOUT).stdout.split()
    assert boot == before.boot
    assert before.seconds <= float(seconds) <= MachineUptime().now().seconds


def test_the_clock_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: pytest.fail("asked the clock"))
    MachineUptime().now()
