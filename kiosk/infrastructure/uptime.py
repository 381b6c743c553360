"""How long this machine has been running: what no clock setting can change.

Elsewhere: what is counted by it (domain.countdown), the time of day (clock.py).
"""

from __future__ import annotations

import platform
import sys
import time
from functools import cached_property
from pathlib import Path

from kiosk.domain.countdown import BootId, Uptime

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class MachineUptime:
    """Counts while asleep too. Linux tells its starts apart; elsewhere a machine is known by its name, and a restart by a running time that is
    smaller than before. Where a restart is not noticed, too little counts, never too much (domain.countdown)."""

    @cached_property
    def boot(self) -> BootId:
        try:
            return BootId(_BOOT_ID.read_text(encoding="ascii").strip())
        except OSError:
            return BootId(platform.node() or "?")

    def now(self) -> Uptime:
        return Uptime(self.boot, _running_seconds())


if sys.platform == "linux":

    def _running_seconds() -> float:
        return time.clock_gettime(time.CLOCK_BOOTTIME)

else:

    def _running_seconds() -> float:
        return time.monotonic()
