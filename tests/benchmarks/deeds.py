"""What a call costs over the bare commit of its rows, and what eight processes that do all kinds of deeds to one hall leave behind.

`python -m tests.benchmarks.deeds 100000` does so many mixed deeds (8 processes, two counters with two consoles each) and tells what it found;
the benchmark takes a sample of it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.application.commands.calling import call_next, miss
from kiosk.application.commands.clerk import SignedInClerk
from kiosk.application.commands.counters import open_counter
from kiosk.application.ports import UnitOfWork
from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import BusinessDay, LineId
from kiosk.domain.queueing import NewTicket, TicketClass
from kiosk.roles.parts import Parts
from tests.benchmarks.bare_calls import BareCalls
from tests.benchmarks.figure import Figure, at_most, median, percentile, told
from tests.benchmarks.halls import fresh_hall
from tests.benchmarks.tickets import MONDAY_MORNING, MorningClock, quick_hall
from tests.support.crowd_of_deeds import crowd
from tests.support.staff import StaffDesk

WAITING = 60
"""Tickets in the queue while calls are measured: a very full hall."""


class Calling:
    """The whole way of a console's F2: a fresh unit of work, the session proved, the counter looked at, the queue asked, rows, audit, commit."""

    def __init__(self, parts: Parts, tickets: int) -> None:
        self._parts = parts
        self._hall = replace(quick_hall(), live=True)
        self._clock = MorningClock()
        desk = StaffDesk(parts, clock=self._clock)  # type: ignore[arg-type]
        self._clerk = SignedInClerk(desk.sign_in(desk.ready_clerk()))
        self._tickets = tickets
        open_counter(**self._deed)
        with parts.unit_of_work() as uow:
            for turn in range(tickets):
                self._issue(uow, turn)
            uow.commit()

    @property
    def _deed(self) -> dict[str, Any]:
        return {"counter": 1, "clerk": self._clerk, "uow": self._parts.unit_of_work(), "clock": self._clock, "hall": self._hall}

    def call(self) -> None:
        call_next(**self._deed)

    def clear(self) -> None:
        """The counter is free again and the queue as long as before."""
        miss(**self._deed)
        with self._parts.unit_of_work() as uow:
            self._tickets += 1
            self._issue(uow, self._tickets)
            uow.commit()

    def _issue(self, uow: UnitOfWork, turn: int) -> None:
        uow.tickets.issue(
            NewTicket(
                day=BusinessDay(MONDAY_MORNING.date()), line=LineId("A"), item="WHL-MZ-001", ticket_class=TicketClass.NORMAL if turn % 5 else TicketClass.ASSISTED,
                issued_at=MONDAY_MORNING, ahead=0, wait_low=None, wait_high=None, request_id=None,
            )
        )  # fmt: skip


def overhead(folder: Path, turns: int) -> list[Figure]:
    parts = Parts(data=fresh_hall(folder / "kiosk"), environment={})
    with closing(parts):
        calling = Calling(parts, WAITING)
        shutil.copyfile(parts.data.database, beside := folder / "bare.sqlite3")
        with parts.unit_of_work() as uow:
            counter = uow.tickets.at_counter(BusinessDay(MONDAY_MORNING.date()), CounterId(1))
        if counter is not None:
            raise RuntimeError("the counter is not free")
        _fill(beside, turns)
        with closing(BareCalls(beside)) as bare:
            calling.call()  # the first ones open the databases
            calling.clear()
            bare.call()
            calls: list[float] = []
            commits: list[float] = []
            for turn in range(turns):
                for which in (0, 1) if turn % 2 else (1, 0):
                    begun = time.perf_counter_ns()
                    (calling.call if which else bare.call)()
                    (calls if which else commits).append((time.perf_counter_ns() - begun) / 1e6)
                calling.clear()
    differences = [call - commit for call, commit in zip(calls, commits, strict=True)]
    return [
        at_most("call_overhead_median", median(differences), "ms", 3),
        at_most("call_overhead_p95", percentile(differences, 95), "ms", 6),
        told("call_median", median(calls), "ms", floor=median(commits)),
        told("call_p95", percentile(calls, 95), "ms", floor=percentile(commits, 95)),
    ]


def _fill(database: Path, turns: int) -> None:
    """So many tickets more: the bare call takes one each turn."""
    from kiosk.infrastructure.database.sqlite import driver

    with closing(driver().connect(str(database))) as connection:
        connection.executemany(
            "INSERT INTO ticket (day, line, sequence, ticket_class, issued_at, state, ahead) VALUES (?, 'A', ?, 'normal', ?, 'waiting', 0)",
            [(MONDAY_MORNING.date().isoformat(), 10_000 + turn, MONDAY_MORNING.isoformat()) for turn in range(turns + 1)],
        )
        connection.commit()


def mixed(folder: Path, count: int) -> list[Figure]:
    left = crowd(fresh_hall(folder / "hall"), count // 8, patience=3600)
    for fault in left.faults[:20]:
        print(f"deeds: {fault}", file=sys.stderr)
    return [
        at_most("deeds_duplicates", float(left.duplicates), "", 0),
        at_most("deeds_double_calls", float(left.double_calls), "", 0),
        at_most("deeds_gaps", float(left.gaps), "", 0),
        at_most("deeds_faults_in_the_log", float(len(left.faults)), "", 0),
        told("deeds_tried", float(left.operations), ""),
        told("deeds_done", float(sum(left.acknowledged.values())), ""),
        told("deeds_8_processes_median", median(left.milliseconds), "ms"),
        told("deeds_8_processes_p99", percentile(left.milliseconds, 99), "ms"),
    ]


def figures(*, quick: bool) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        return [*overhead(Path(folder), 40 if quick else 400), *mixed(Path(folder), 320 if quick else 4_000)]


if __name__ == "__main__":
    from tests.benchmarks.verdict import table

    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        print(table(mixed(Path(place), int(sys.argv[1])), frozenset()))
