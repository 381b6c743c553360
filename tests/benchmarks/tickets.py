"""What a ticket costs over the bare commit of its rows, and what eight processes on one file do to each other.

The floor is the same driver with the same pragmas on a copy of the same database in the same folder, one row by the same three statements;
ticket and floor are taken in turn. The overhead is the difference of the two, turn by turn.
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
from typing import Any

from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.domain.catalog import Edition
from kiosk.domain.hall import Counter, CounterId, Hall, Line, OpeningHours, Period
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.database.sqlite import driver, pragmas
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.benchmarks.figure import Figure, at_most, median, percentile, told

CHECKOUT = Path(__file__).resolve().parents[2]
PROCESSES = 8
MORNING = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=8)))

_NEXT = "INSERT INTO series (day, line, last) VALUES (?, ?, 1) ON CONFLICT (day, line) DO UPDATE SET last = last + 1 RETURNING last"
_TICKET = (
    "INSERT INTO ticket (day, line, sequence, item, ticket_class, issued_at, state, ahead, wait_low, wait_high, request_id)"
    " VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?) RETURNING id"
)
_EVENT = "INSERT INTO ticket_event (ticket_id, kind, at, detail) VALUES (?, 'issued', ?, NULL)"



class MorningClock:
    """A Monday morning that goes on: tickets are given at any hour of the benchmark."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def now(self) -> datetime:
        return MORNING + timedelta(seconds=time.monotonic() - self._begun)


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


@dataclass(frozen=True, slots=True)
class Row:
    """A ticket as the floor writes it."""

    day: str
    item: str
    moment: str
    ahead: int
    request: str


class Taking:
    """`take` is the whole way of a kiosk: a fresh unit of work, request id looked up, opening and wait worked out, rows, commit."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._hall = quick_hall()
        self._clock = MorningClock()
        self._edition: Edition = parts.edition()
        self._item = next(iter(self._edition.rows))

    def row(self, ahead: int) -> Row:
        """What the floor is to write in the same turn."""
        now = self._clock.now()
        return Row(now.date().isoformat(), self._item, now.isoformat(timespec="seconds"), ahead, str(uuid.uuid4()))

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


def write_bare(connection: Any, row: Row) -> None:
    """One transaction with the rows of one ticket."""
    connection.execute("BEGIN IMMEDIATE")
    (sequence,) = connection.execute(_NEXT, (row.day, "A")).fetchone()
    values = (row.day, "A", sequence, row.item, "normal", row.moment, row.ahead, row.ahead // 20, row.ahead // 20 + 5, row.request)
    (ticket,) = connection.execute(_TICKET, values).fetchone()
    connection.execute(_EVENT, (ticket, row.moment))
    connection.execute("COMMIT")


def alternate(parts: Parts, connection: Any, turns: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each ticket and of each bare commit, by turn; who begins changes every turn."""
    taking = Taking(parts)
    taking.take()  # the first one opens the database
    write_bare(connection, taking.row(0))
    tickets, commits = [], []
    for turn in range(1, turns + 1):
        row = taking.row(turn)
        before = time.perf_counter_ns()
        if turn % 2:
            taking.take()
        else:
            write_bare(connection, row)
        between = time.perf_counter_ns()
        if turn % 2:
            write_bare(connection, row)
        else:
            taking.take()
        after = time.perf_counter_ns()
        first, second = (between - before) / 1e6, (after - between) / 1e6
        tickets.append(first if turn % 2 else second)
        commits.append(second if turn % 2 else first)
    return tickets, commits


def overhead(folder: Path, turns: int) -> list[Figure]:
    parts = Parts(data=DataDirectory(folder / "kiosk"), environment={})
    parts.prepare()
    bare = folder / "bare.sqlite3"
    shutil.copyfile(parts.data.database, bare)
    sqlite = driver()
    with closing(sqlite.connect(str(bare), isolation_level=None)) as connection:
        for pragma in pragmas(sqlite.sqlite_version_info):
            connection.execute(pragma)
        tickets, commits = alternate(parts, connection, turns)
    parts.close()
    differences = [ticket - commit for ticket, commit in zip(tickets, commits, strict=True)]
    return [
        at_most("ticket_overhead_median", median(differences), "ms", 3),
        at_most("ticket_overhead_p95", percentile(differences, 95), "ms", 6),
        told("ticket_median", median(tickets), "ms", floor=median(commits)),
        told("ticket_p95", percentile(tickets, 95), "ms", floor=percentile(commits, 95)),
    ]


def together(folder: Path, count: int) -> list[Figure]:
    """PROCESSES processes, each without a pause: far more than a hall has kiosks."""
    parts = Parts(data=DataDirectory(folder / "crowd"), environment={})
    parts.prepare()
    words = [sys.executable, "-m", "tests.benchmarks.ticket_taker", str(parts.data.root), str(count)]
    takers = [subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) for _ in range(PROCESSES)]
    for taker in takers:
        if taker.stdout is None or taker.stdout.readline() != "ready\n":
            raise RuntimeError("a process that takes tickets did not start")
    for taker in takers:
        if taker.stdin is not None:
            taker.stdin.write("\n")
            taker.stdin.flush()
    told_by = [json.loads(taker.communicate(timeout=300)[0]) for taker in takers]
    numbers = [number for each in told_by for number, _ in each]
    waits = [float(ms) for each in told_by for _, ms in each[1:]]
    written = sequences(parts.data.database)
    return [
        at_most("ticket_duplicates", float(len(numbers) - len(set(numbers))), "numbers", 0),
        at_most("ticket_gaps", float(gaps(written, len(numbers))), "numbers", 0),
        at_most("ticket_8_processes_p99", percentile(waits, 99), "ms", 100),
        at_most("ticket_8_processes_worst", max(waits), "ms", 500),
        told("ticket_8_processes_median", median(waits), "ms"),
    ]


def sequences(database: Path) -> Sequence[int]:
    with closing(driver().connect(str(database))) as connection:
        return [row[0] for row in connection.execute("SELECT sequence FROM ticket ORDER BY id")]


def gaps(written: Sequence[int], told_numbers: int) -> int:
    """Numbers that are missing in 1 … last, told ones that are not on disk included."""
    return len(set(range(1, max([told_numbers, *written]) + 1)) - set(written))


def figures(*, quick: bool) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return [*overhead(Path(folder), 100 if quick else 600), *together(Path(folder), 25 if quick else 60)]
