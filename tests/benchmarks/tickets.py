"""What a ticket costs over the bare commit of its rows, and what eight processes on one file do to each other.

Ticket and floor (bare_tickets.py) are written in turn, to files in the same folder. The overhead is their difference, turn by turn.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from datetime import time as clock_time
from pathlib import Path

from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.domain.hall import Counter, CounterId, Hall, Line, OpeningHours, Period
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.benchmarks.bare_tickets import BareTickets
from tests.benchmarks.figure import Figure, at_most, median, percentile, told
from tests.benchmarks.halls import CHECKOUT, fresh_hall

PROCESSES = 8
MONDAY_MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8)))


class MorningClock:
    """A Monday morning that goes on: tickets are given at any hour of the benchmark."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def now(self) -> datetime:
        return MONDAY_MORNING + timedelta(seconds=time.monotonic() - self._begun)


def quick_hall() -> Hall:
    """Twenty counters, a minute each: hundreds may wait without reaching closing time."""
    line = LineId("A")
    return Hall(
        name="测量大厅",
        live=False,
        lines=(Line(line, "一口受理", "", 1),),
        counters=tuple(Counter(CounterId(number), (line,)) for number in range(1, 21)),
        hours=OpeningHours({0: (Period(clock_time(9), clock_time(17)),)}, ()),
        place="",
    )


class Taking:
    """`take` is the whole way of a kiosk: a fresh unit of work, request id looked up, opening and wait worked out, rows, commit."""

    def __init__(self, parts: Parts, hall: Hall | None = None) -> None:
        self._parts = parts
        self._hall = hall or quick_hall()
        self._clock = MorningClock()
        self._edition = parts.edition()
        self._item = next(iter(self._edition.rows))

    def take(self) -> TakenTicket:
        return take_ticket(
            line="A",
            item=self._item,
            ticket_class=TicketClass.NORMAL,
            request_id=str(uuid.uuid4()),
            uow=self._parts.unit_of_work(),
            clock=self._clock,
            hall=self._hall,
            known_items=self._edition,
        )


def alternate(taking: Taking, bare: BareTickets, turns: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each ticket and of each bare commit, by turn; who begins changes every turn."""
    taking.take()  # the first ones open the databases
    bare.write()
    tickets, commits = [], []
    for turn in range(turns):
        begun = time.perf_counter_ns()
        if turn % 2:
            taking.take()
        else:
            bare.write()
        between = time.perf_counter_ns()
        if turn % 2:
            bare.write()
        else:
            taking.take()
        ended = time.perf_counter_ns()
        first, second = (between - begun) / 1e6, (ended - between) / 1e6
        tickets.append(first if turn % 2 else second)
        commits.append(second if turn % 2 else first)
    return tickets, commits


def overhead(folder: Path, turns: int) -> list[Figure]:
    parts = Parts(data=fresh_hall(folder / "kiosk"), environment={})
    beside = folder / "bare.sqlite3"
    shutil.copyfile(parts.data.database, beside)
    with closing(parts), closing(BareTickets(beside)) as bare:
        tickets, commits = alternate(Taking(parts), bare, turns)
    differences = [ticket - commit for ticket, commit in zip(tickets, commits, strict=True)]
    return [
        at_most("ticket_overhead_median", median(differences), "ms", 3),
        at_most("ticket_overhead_p95", percentile(differences, 95), "ms", 6),
        told("ticket_median", median(tickets), "ms", floor=median(commits)),
        told("ticket_p95", percentile(tickets, 95), "ms", floor=percentile(commits, 95)),
    ]


@dataclass(frozen=True, slots=True)
class Crowd:
    """What PROCESSES processes were told, and what stands on disk. `waits` in milliseconds."""

    numbers: Sequence[str]
    waits: Sequence[float]
    written: Sequence[int]


def crowd(kind: str, data: DataDirectory, count: int) -> Crowd:
    """Each process writes without a pause: far more than a hall's kiosks ever do. `kind`: `ticket` or `bare`."""
    words = [sys.executable, "-m", "tests.benchmarks.ticket_taker", kind, str(data.root), str(count)]
    takers = [subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) for _ in range(PROCESSES)]
    for taker in takers:
        if taker.stdout is None or taker.stdout.readline() != "ready\n":
            raise RuntimeError("a process that takes tickets did not start")
    for taker in takers:
        if taker.stdin is not None:
            taker.stdin.write("\n")
            taker.stdin.flush()
    answers = [json.loads(taker.communicate(timeout=300)[0]) for taker in takers]
    with closing(driver().connect(str(data.database))) as connection:
        written = [row[0] for row in connection.execute("SELECT sequence FROM ticket ORDER BY id")]
    return Crowd([number for each in answers for number, _ in each], [float(ms) for each in answers for _, ms in each[1:]], written)


def repeated(numbers: Sequence[object]) -> int:
    """How many were given that had been given before."""
    return len(numbers) - len(set(numbers))


def missing(written: Sequence[int], acknowledged: int) -> int:
    """Numbers from 1 on that are not on disk though a later one is, or though as many were acknowledged."""
    return len(set(range(1, max([acknowledged, *written]) + 1)) - set(written))


def contention(folder: Path, count: int, *, with_floor: bool) -> list[Figure]:
    floor = crowd("bare", fresh_hall(folder / "bare"), count).waits if with_floor else ()
    kiosks = crowd("ticket", fresh_hall(folder / "hall"), count)
    return [
        at_most("ticket_duplicates", float(repeated(kiosks.numbers)), "", 0),
        at_most("ticket_gaps", float(missing(kiosks.written, len(kiosks.numbers))), "", 0),
        at_most("ticket_8_processes_p99", percentile(kiosks.waits, 99), "ms", 100, floor=percentile(floor, 99) if floor else None),
        at_most("ticket_8_processes_worst", max(kiosks.waits), "ms", 500, floor=max(floor, default=None)),
        told("ticket_8_processes_median", median(kiosks.waits), "ms", floor=median(floor) if floor else None),
    ]


def figures(*, quick: bool) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return [*overhead(Path(folder), 60 if quick else 600), *contention(Path(folder), 15 if quick else 80, with_floor=not quick)]
