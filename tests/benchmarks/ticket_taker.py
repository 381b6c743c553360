"""A process that takes tickets beside others: `python -m tests.benchmarks.ticket_taker DATA COUNT`.

Takes one ticket, says "ready", waits for a line on stdin, then takes the others; at the end one JSON list of [number, milliseconds].
The first one of a process prepares statements for all later ones: it counts as a number, not as a time under contention.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.benchmarks.tickets import Taking


def main(folder: str, count: int) -> None:
    parts = Parts(data=DataDirectory(Path(folder)), environment={})
    taking = Taking(parts)
    taken = []
    for turn in range(1 + count):
        if turn == 1:
            print("ready", flush=True)
            sys.stdin.readline()
        begun = time.perf_counter_ns()
        number = taking.take().number
        taken.append((number, (time.perf_counter_ns() - begun) / 1e6))
    print(json.dumps(taken))
    parts.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
