"""Many processes that do all kinds of deeds to one hall at once, and the look at what they left behind.

`python -m tests.support.crowd_of_deeds DATA SEED COUNT COUNTER` is one of them: it says "ready", waits for a line on stdin, tries COUNT deeds
that SEED decides at one counter, and tells on one line of JSON what it was told. Several may stand at one counter: two consoles.

`examine` reads the file without the product's own code for deeds: it plays every event of the log again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.queueing import ParkReason, Ticket, TicketState
from kiosk.domain.refusals import Refused
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.counter_hall import CounterHall
from tests.support.halls import CHECKOUT, environment, hall

COUNTERS = ((1, "ABH"), (2, "AB"), (3, "AB"), (4, "A"), (5, "BH"), (6, "AB"))
STANDING = (1, 2, 3, 4, 5, 6, 1, 3)
"""Which counter each process stands at: two of them have two consoles."""

LONGEST_QUEUE = 120

_SHARES = {
    "take": 13, "next": 22, "start": 18, "finish": 15, "miss": 4, "rejoin": 3, "park": 3, "take_back": 3, "transfer": 4, "undo": 4,
    "recall": 2, "call_this": 2, "cancel": 2, "correct": 1,
}  # fmt: skip


@dataclass
class Told:
    """What one process was told. `calls`: (ticket, version) of every call; `done`: acknowledged deeds by the kind of their event."""

    numbers: list[str] = field(default_factory=list)
    calls: list[tuple[int, int]] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)


class Worker:
    def __init__(self, parts: Parts, seed: int, counter: int) -> None:
        self._hall = CounterHall(parts, hall=hall(minutes=1, counters=COUNTERS))
        # Nobody can say how long it takes: otherwise numbers would end at closing time.
        self._giving = CounterHall(parts, hall=replace(self._hall.hall, counters=()))
        self._draw = Random(seed)
        self._counter = counter
        self.told = Told()

    def work(self, count: int) -> None:
        for _ in range(count):
            deed = self._draw.choices(list(_SHARES), list(_SHARES.values()))[0]
            act = self._act(deed)
            begun = time.perf_counter_ns()
            try:
                act()
            except (Refused, DatabaseUnavailable) as refused:
                # Unavailable: the others wrote for so long that this one gave up before it began.
                self.told.refused[type(refused).__name__] += 1
            self.told.milliseconds.append(round((time.perf_counter_ns() - begun) / 1e6, 3))

    def _act(self, deed: str) -> Callable[[], None]:
        hall, counter, draw = self._hall, self._counter, self._draw
        simple: dict[str, tuple[str, Callable[[], object]]] = {
            "start": ("started", lambda: hall.start(counter)),
            "finish": ("finished", lambda: hall.finish(counter)),
            "miss": ("missed", lambda: hall.miss(counter)),
            "recall": ("recalled", lambda: hall.recall(counter)),
            "park": ("parked", lambda: hall.park(counter, draw.choice(list(ParkReason)))),
            "undo": ("undone", lambda: hall.undo(counter)),
            "correct": ("item_corrected", lambda: hall.correct(counter, "WHL-002")),
            "transfer": (
                "transferred",
                lambda: hall.transfer(counter, draw.choice(["A", "B", None]) or "H", draw.choice([None, None, 1, 2, 3])),
            ),
        }
        if deed in simple:
            kind, do = simple[deed]
            return lambda: self._did(kind, do())
        # A hall, not a crowd of thousands: nobody takes numbers much faster than they are called.
        if deed == "take" and len(self.told.numbers) > len(self.told.calls) + LONGEST_QUEUE // len(STANDING):
            deed = "next"
        if deed == "take":
            line, kind = draw.choice("AAB"), draw.choice("nnnma")
            return lambda: self._took(self._giving.take(line, kind))
        if deed == "next":
            return lambda: self._called(hall.next(counter))
        wanted = {
            "rejoin": TicketState.MISSED,
            "take_back": TicketState.PARKED,
            "call_this": TicketState.WAITING,
            "cancel": TicketState.WAITING,
        }
        number = self._some(wanted[deed])
        if number is None:
            return lambda: None
        if deed == "call_this":
            return lambda: self._called(hall.call(counter, number))
        if deed == "rejoin":
            return lambda: self._did("rejoined", hall.rejoin(counter, number))
        if deed == "take_back":
            return lambda: self._did("taken_back", hall.take_back(counter, number))
        return lambda: self._did("cancelled", hall.cancel(number))

    def _some(self, state: TicketState) -> str | None:
        """Perhaps somebody else takes it before: then the deed is refused."""
        with self._hall.parts.snapshot() as snapshot:
            found = [ticket for ticket in snapshot.tickets.open_on(self._hall.clock.now().date()) if ticket.state is state]  # type: ignore[arg-type]
        return str(self._draw.choice(found[:3]).number) if found else None

    def _took(self, number: str) -> None:
        self.told.numbers.append(number)
        self.told.done["issued"] += 1

    def _called(self, number: str) -> None:
        self.told.done["called"] += 1
        ticket = self._hall.last
        self.told.calls.append((ticket.id, ticket.version))
        if str(ticket.number) != number:
            raise AssertionError(number)

    def _did(self, kind: str, after: object) -> None:
        if not isinstance(after, Ticket):
            raise TypeError(kind)
        self.told.done[kind] += 1


@dataclass(frozen=True)
class Left:
    """What a crowd left behind: faults are what must be 0 or empty."""

    operations: int
    acknowledged: Counter[str]
    refused: Counter[str]
    duplicates: int
    gaps: int
    double_calls: int
    faults: Sequence[str]
    milliseconds: Sequence[float]


def crowd(data: DataDirectory, each: int, *, processes: int = 8, seed: int = 1, patience: float = 600) -> Left:
    """Lets `processes` work at once, `each` with so many deeds, and examines the file."""
    words = [sys.executable, "-m", "tests.support.crowd_of_deeds", str(data.root)]
    workers = [
        subprocess.Popen(
            [*words, str(seed * 1000 + number), str(each), str(STANDING[number % len(STANDING)])],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment(""),
        )
        for number in range(processes)
    ]  # fmt: skip
    for worker in workers:
        if worker.stdout is None or worker.stdout.readline() != "ready\n":
            raise RuntimeError("a process did not start")
    for worker in workers:
        if worker.stdin is not None:
            worker.stdin.write("\n")
            worker.stdin.flush()
    told = []
    for worker in workers:
        answer = json.loads(worker.communicate(timeout=patience)[0])
        told.append(Told(answer[0], [tuple(call) for call in answer[1]], Counter(answer[2]), Counter(answer[3]), answer[4]))
    return examine(data.database, told)


def examine(database: Path, told: Sequence[Told]) -> Left:
    numbers = [number for each in told for number in each.numbers]
    calls = [call for each in told for call in each.calls]
    done = sum((each.done for each in told), Counter[str]())
    with closing(driver().connect(str(database))) as connection:
        faults = _integrity(connection)
        events = connection.execute("SELECT id, ticket_id, kind, counter, undoes FROM ticket_event ORDER BY id").fetchall()
        rows = connection.execute("SELECT id, line, sequence, state, counter, version FROM ticket").fetchall()
        series = dict(connection.execute("SELECT line, last FROM series").fetchall())
    faults += _replayed(events, rows)
    written = Counter(kind for _, _, kind, _, _ in events)
    faults += [
        f"{kind}: {done[kind]} acknowledged, {written[kind]} in the log" for kind in {*done, *written} if done[kind] != written[kind]
    ]
    gaps = sum(
        len(set(range(1, last + 1)) - {sequence for _, known, sequence, *_ in rows if known == line}) for line, last in series.items()
    )
    return Left(
        operations=sum(len(each.milliseconds) for each in told),
        acknowledged=done,
        refused=sum((each.refused for each in told), Counter[str]()),
        duplicates=len(numbers) - len(set(numbers)),
        gaps=gaps,
        double_calls=len(calls) - len(set(calls)),
        faults=faults,
        milliseconds=[ms for each in told for ms in each.milliseconds],
    )


def _integrity(connection: object) -> list[str]:
    execute = connection.execute  # type: ignore[attr-defined]
    faults = [] if execute("PRAGMA integrity_check").fetchall() == [("ok",)] else ["the file is damaged"]
    return faults + [f"foreign key: {row}" for row in execute("PRAGMA foreign_key_check").fetchall()]


_LEADS = {
    "called": ({"waiting"}, "called"), "recalled": ({"called"}, None), "started": ({"called"}, "serving"),
    "finished": ({"serving"}, "finished"), "missed": ({"called"}, "missed"), "rejoined": ({"missed"}, "waiting"),
    "parked": ({"serving"}, "parked"), "taken_back": ({"parked"}, "serving"), "transferred": ({"called", "serving"}, "waiting"),
    "cancelled": ({"waiting"}, "cancelled"), "item_corrected": ({"called", "serving"}, None), "item_added": ({"called", "serving"}, None),
}  # fmt: skip
"""Written here once more, by hand: the log is not to be judged by the table that made it."""


class _Log:
    """The log played again, event by event."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.now: dict[int, tuple[str, int | None]] = {}
        self.deeds: Counter[int] = Counter()
        self._before: dict[int, tuple[str, int | None]] = {}
        self._held: dict[int, int] = {}

    def play(self, event: int, ticket: int, kind: str, counter: int | None, undoes: int | None) -> None:
        before = self.now.get(ticket, ("", None))
        after = ("waiting", None) if kind == "issued" and not before[0] else self._after(before, kind, counter, undoes)
        if after is None:
            self.faults.append(f"event {event}: {kind} while {before[0]}")
            return
        self.deeds[ticket] += kind != "issued"
        self._before[event] = before
        self._hold(event, ticket, before, after)
        self.now[ticket] = after

    def _after(self, before: tuple[str, int | None], kind: str, counter: int | None, undoes: int | None) -> tuple[str, int | None] | None:
        if kind == "undone":
            return self._before.pop(undoes or 0, None)
        if kind not in _LEADS or before[0] not in _LEADS[kind][0]:
            return None
        state = _LEADS[kind][1] or before[0]
        return state, None if state in {"waiting", "cancelled"} else counter if kind in {"called", "taken_back"} else before[1]

    def _hold(self, event: int, ticket: int, before: tuple[str, int | None], after: tuple[str, int | None]) -> None:
        if before[1] is not None and self._held.get(before[1]) == ticket:
            del self._held[before[1]]
        if after[0] in {"called", "serving"} and after[1] is not None:
            if self._held.get(after[1], ticket) != ticket:
                self.faults.append(f"event {event}: counter {after[1]} has two tickets")
            self._held[after[1]] = ticket


def _replayed(
    events: Sequence[tuple[int, int, str, int | None, int | None]], rows: Sequence[tuple[int, str, int, str, int | None, int]]
) -> list[str]:
    """Every event must follow from the one before, a counter holds one ticket at a time, and in the end the rows say the same."""
    log = _Log()
    for event in events:
        log.play(*event)
    for number, line, sequence, state, counter, version in rows:
        if log.now.get(number) != (state, counter):
            log.faults.append(f"{line}{sequence:03}: {state} at {counter}, by the log {log.now.get(number)}")
        if log.deeds[number] != version:
            log.faults.append(f"{line}{sequence:03}: {version} deeds, {log.deeds[number]} in the log")
    return log.faults


def main(folder: str, seed: int, count: int, counter: int) -> None:
    parts = Parts(data=DataDirectory(Path(folder)), environment={})
    worker = Worker(parts, seed, counter)
    with parts.snapshot():
        pass
    print("ready", flush=True)
    sys.stdin.readline()
    worker.work(count)
    told = worker.told
    print(json.dumps([told.numbers, told.calls, told.done, told.refused, told.milliseconds]))
    parts.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
