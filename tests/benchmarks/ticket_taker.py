"""A process that writes tickets beside others: `python -m tests.benchmarks.ticket_taker ticket|bare DATA COUNT`.

`ticket` takes them like a kiosk; `bare` queues on the same lock and commits the rows alone. Writes one ticket, says "ready", waits for a line
on stdin, then writes the others; at the end one JSON list of [number, milliseconds]. The first one of a process prepares statements for all
later ones: it counts as a number, not as a time under contention.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.infrastructure.paths import DataDirectory
from tests.benchmarks.bare_tickets import BareTickets


def taking(data: DataDirectory) -> Callable[[], str]:
    from kiosk.roles.parts import Parts
    from tests.benchmarks.tickets import Taking

    kiosk = Taking(Parts(data=data, environment={}))
    return lambda: kiosk.take().number


def main(kind: str, folder: str, count: int) -> None:
    data = DataDirectory(Path(folder))
    write = taking(data) if kind == "ticket" else BareTickets(data.database).write_in_turn
    taken = []
    for turn in range(1 + count):
        if turn == 1:
            print("ready", flush=True)
            sys.stdin.readline()
        begun = time.perf_counter_ns()
        number = write()
        taken.append((number, (time.perf_counter_ns() - begun) / 1e6))
    print(json.dumps(taken))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
