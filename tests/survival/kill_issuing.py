"""Kills processes while they issue and print numbers: `python -m tests.survival.kill_issuing POINTS SEED`; prints one JSON line.

Half of the kills come at a random moment, half at a named step of a random ticket, at which the process kills itself. Each process takes
numbers on one and the same hall until it is killed; a number is acknowledged when its line stands in the journal, which is written after
`take_ticket` has returned. After every kill the database, the journal, the issued log and what the printer was given are held against each
other.

Processes are forked from this one, which has loaded everything and opened nothing: a thousand kills take minutes, not hours.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any, NoReturn

from kiosk.application.commands.take_ticket import take_ticket
from kiosk.application.ports import PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.ticket_paper import TicketPaper, qr_text_of
from kiosk.domain.hall import Hall, OpeningHours, Period
from kiosk.domain.queueing import PrintState, TicketClass
from kiosk.infrastructure.database.access import Database
from kiosk.infrastructure.database.issued_log import IssuedLog
from kiosk.infrastructure.database.print_jobs import SqlPrintJobRepository
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.database.tickets import SqlTicketRepository
from kiosk.infrastructure.database.unit_of_work import SqlUnitOfWork
from kiosk.infrastructure.paths import DataDirectory
from kiosk.infrastructure.printing.print_desk import TicketPrintDesk
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock, hall

STEPS = (
    "lock held", "number counted", "ticket written", "job queued", "before commit", "committed", "in the log", "lock let go", "log on disk",
    "returned", "acknowledged", "paper begun", "paper made",
)  # fmt: skip
LONGEST_MS = 40.0
POINTS_PER_HALL = 100
DAY_LONG = Period(time(0), time(23, 59))


@dataclass(slots=True)
class Findings:
    """What came of the kills. Everything but the first four must be 0."""

    kills: int = 0
    at_steps: int = 0
    acknowledged: int = 0
    printed: int = 0
    lost: int = 0
    doubled: int = 0
    not_whole: int = 0
    not_in_log: int = 0
    log_beyond_database: int = 0
    printed_twice: int = 0
    printed_after_restart: int = 0
    jobs_left_open: int = 0
    steps: dict[str, int] = field(default_factory=dict)

    @property
    def faults(self) -> dict[str, int]:
        counted = asdict(self)
        return {name: counted[name] for name in list(counted)[4:-1] if counted[name]}


@dataclass(frozen=True, slots=True)
class Scene:
    """One hall with its journals."""

    data: DataDirectory

    @property
    def journal(self) -> Path:
        return self.data.root / "acknowledged"

    @property
    def paper(self) -> Path:
        return self.data.root / "paper"


class Printer:
    """Writes down what it was given, and by whom."""

    def __init__(self, scene: Scene, reached: Callable[[str], None]) -> None:
        self._scene = scene
        self._reached = reached

    def status(self, *, within: float) -> PrinterStatus:  # noqa: ARG002
        return PrinterStatus(PrinterCondition.READY, paper_low=False)

    def print_ticket(self, paper: TicketPaper, *, within: float) -> PrintOutcome:  # noqa: ARG002
        self._reached("paper begun")
        append(self._scene.paper, f"{paper.number} {os.getpid()}")
        self._reached("paper made")
        return PrintOutcome(PrintState.PRINTED)


def append(file: Path, line: str) -> None:
    """One write: it stands whole or not at all, whatever happens to the process."""
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(descriptor, f"{line}\n".encode())
    os.close(descriptor)


def lines(file: Path) -> list[list[str]]:
    return [line.split() for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def open_hall() -> Hall:
    """Open all day, and nobody can say how long it takes: numbers do not end at closing time."""
    return replace(hall(minutes=1), counters=(), hours=OpeningHours(dict.fromkeys(range(7), (DAY_LONG,)), (DAY_LONG,)))


# -- the process that is killed ----------------------------------------------------------------------------------------------------


def issue_until_killed(scene: Scene, turn: int, step: str, passes: int, ready: int) -> NoReturn:
    left = passes

    def reached(name: str) -> None:
        nonlocal left
        if name == step:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    name_the_steps(reached)
    clock = StandingClock(MONDAY_TEN.replace(hour=0, minute=5) + timedelta(minutes=turn))
    parts = Parts(data=scene.data, environment={})
    desk = TicketPrintDesk(printer=Printer(scene, reached), unit_of_work=parts.unit_of_work, clock=clock)
    desk.start()
    made, number = open_hall(), 0
    while True:
        number += 1
        request = f"{turn}-{number}"
        taken = take_ticket(
            line="AB"[number % 2], item=None, ticket_class=list(TicketClass)[number % 3], request_id=request, uow=parts.unit_of_work(),
            clock=clock, hall=made, known_items=(), on_paper=True,
        )  # fmt: skip
        reached("returned")
        append(scene.journal, f"{taken.number} {request}")
        reached("acknowledged")
        if number == 1:
            # Before it a process prepares its statements, which takes longer than many tickets.
            os.write(ready, b"1")
        if taken.print_job is not None:
            paper = TicketPaper(
                hall=made.name, number=taken.number, line="", item=None, priority=False, ahead=0, wait_low=None, wait_high=None, place="",
                issued_at=clock.now(), edition="", verified=False,
                qr_text=qr_text_of(hall=made.name, number=taken.number, issued_at=clock.now()),
            )  # fmt: skip
            desk.submit(job=taken.print_job, paper=paper)


def name_the_steps(reached: Callable[[str], None]) -> None:
    """Calls back at STEPS, in this process only."""

    def after(owner: type, method: str, step: str, *, before: str = "") -> None:
        original = getattr(owner, method)

        def told(*words: Any, **named: Any) -> Any:
            if before:
                reached(before)
            result = original(*words, **named)
            reached(step)
            return result

        setattr(owner, method, told)

    after(SqlUnitOfWork, "_queue_up", "lock held")
    after(SqlTicketRepository, "_record", "ticket written", before="number counted")
    after(SqlPrintJobRepository, "queue", "job queued")
    after(SqlUnitOfWork, "commit", "", before="before commit")
    after(IssuedLog, "write", "in the log", before="committed")
    after(IssuedLog, "sync", "log on disk", before="lock let go")


# -- the one who kills and looks ---------------------------------------------------------------------------------------------------


def kill_once(scene: Scene, turn: int, lot: random.Random, findings: Findings) -> None:
    step = STEPS[turn // 2 % len(STEPS)] if turn % 2 else ""
    passes = lot.randrange(1, 9)
    hears, ready = os.pipe()
    victim = os.fork()
    if not victim:
        os.close(hears)
        issue_until_killed(scene, turn, step, passes, ready)
    os.close(ready)
    os.read(hears, 1)
    os.close(hears)
    if step:
        findings.at_steps += 1
        findings.steps[step] = findings.steps.get(step, 0) + 1
    else:
        select.select([], [], [], lot.uniform(0, LONGEST_MS) / 1000)
        os.kill(victim, signal.SIGKILL)
    _, status = os.waitpid(victim, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError(f"a process ended by itself: {status}")
    findings.kills += 1


def look(scene: Scene, findings: Findings) -> None:
    """Holds what is on disk against what was acknowledged."""
    acknowledged = lines(scene.journal)
    printed = lines(scene.paper)
    with closing(driver().connect(str(scene.data.database))) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        whole = whole and not connection.execute("PRAGMA foreign_key_check").fetchall()
        written = {
            f"{line}{sequence:03d}": request
            for line, sequence, request in connection.execute("SELECT line, sequence, request_id FROM ticket")
        }
        gaps = connection.execute(
            "SELECT count(*) FROM (SELECT line FROM ticket GROUP BY line HAVING max(sequence) <> count(*))"
        ).fetchone()[0]
    log = IssuedLog.beside(scene.data.database)
    logged = {f"{each.line}{each.sequence:03d}": each.request_id for file in log.days() for each in log.numbers(file)}
    findings.not_whole += not whole or bool(gaps)
    findings.lost += sum(written.get(number) != request for number, request in acknowledged)
    findings.doubled += len(acknowledged) - len({number for number, _ in acknowledged})
    findings.not_in_log += sum(logged.get(number) != request for number, request in acknowledged)
    findings.log_beyond_database += len(logged.keys() - written.keys())
    findings.printed_twice += len(printed) - len({number for number, _ in printed})


def restart(scene: Scene, turn: int, findings: Findings) -> None:
    """A kiosk that starts after the last kill and does nothing: no paper comes, and no job stays open."""
    before = len(lines(scene.paper))
    pid = os.fork()
    if not pid:
        clock = StandingClock(MONDAY_TEN.replace(hour=0, minute=5) + timedelta(minutes=turn))
        database = Database(scene.data.database)
        desk = TicketPrintDesk(printer=Printer(scene, lambda _: None), unit_of_work=database.unit_of_work, clock=clock)
        desk.start()
        desk.close(within=30)  # the lane does what stands before the end
        database.close()
        os._exit(0)
    os.waitpid(pid, 0)
    findings.printed_after_restart += len(lines(scene.paper)) - before
    with closing(driver().connect(str(scene.data.database))) as connection:
        (left,) = connection.execute("SELECT count(*) FROM print_job WHERE state IN ('queued', 'printing')").fetchone()
    findings.jobs_left_open += left


def kills(points: int, seed: int) -> Findings:
    findings, lot = Findings(), random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        first = DataDirectory(Path(folder) / "first")
        prepare(first)
        scene, begun = Scene(first), -1
        for turn in range(points):
            if turn // POINTS_PER_HALL != begun:
                begun = turn // POINTS_PER_HALL
                scene = Scene(DataDirectory(Path(folder) / f"hall-{begun}"))
                shutil.copytree(first.root, scene.data.root)
            kill_once(scene, turn, lot, findings)
            look(scene, findings)
            if turn == points - 1 or (turn + 1) // POINTS_PER_HALL != begun:
                restart(scene, turn + 1, findings)
                findings.acknowledged += len(lines(scene.journal))
                findings.printed += len(lines(scene.paper))
    return findings


def prepare(data: DataDirectory) -> None:
    """First use, in a process of its own: this one has opened no database when it forks."""
    pid = os.fork()
    if not pid:
        parts = Parts(data=data, environment={})
        parts.prepare()
        parts.close()
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if status:
        raise RuntimeError("first use failed")


if __name__ == "__main__":
    found = kills(int(sys.argv[1]), int(sys.argv[2]))
    print(json.dumps({**asdict(found), "faults": found.faults}))
