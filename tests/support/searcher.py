"""A process that counts a search without a hit: `python -m tests.support.searcher DATA TEXT COUNT`, each time on the next of two days."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from kiosk.application.commands.count_miss import count_miss
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock


def main(folder: str, text: str, count: int) -> None:
    parts = Parts(data=DataDirectory(Path(folder)))
    with parts.snapshot():
        pass
    print("ready", flush=True)
    sys.stdin.readline()
    for turn in range(count):
        clock = StandingClock(MONDAY_TEN + timedelta(days=2 * turn // count))
        count_miss(text=text, fingerprints=parts.fingerprints(), uow=parts.unit_of_work(), clock=clock)
    parts.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
