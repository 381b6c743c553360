"""From a call to its number on the display of the hall, with and without a printer that hangs; a crowd of calls; the display's idle memory.

The display is a process of its own (display_probe.py), the calls come from this one. In a crowd the display's time passes faster, the calls
come as quickly as the database takes them: faster than 200 in 60 seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.domain.announcing import spoken_number
from kiosk.domain.numbering import TicketNumber
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.benchmarks.figure import Figure, at_most, median, percentile, ratio_at_most, told
from tests.benchmarks.first_frame import screen_environment, start
from tests.benchmarks.halls import CHECKOUT, fresh_hall
from tests.benchmarks.tickets import MONDAY_MORNING, MorningClock, quick_hall
from tests.support.printer_double import PrinterDouble, PrinterMode

COUNTERS = 20
MORNING = {"KIOSK_NOW": MONDAY_MORNING.isoformat()}
"""The display and the printing processes live on the day of the calls."""


@dataclass
class Seen:
    """What the display has told. `painted` in nanoseconds."""

    painted: dict[str, int] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    rss_mb: float = 0.0


class Display:
    """The process and what it says."""

    def __init__(self, data: DataDirectory) -> None:
        self.seen = Seen()
        self._said: SimpleQueue[str] = SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.display_probe"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=CHECKOUT,
            env={**screen_environment(data.root), **MORNING},
        )
        self._reader = Thread(target=self._read, args=(self._process.stdout,))
        self._reader.start()

    def _read(self, out: IO[str]) -> None:
        for line in out:
            self._said.put(line.strip())
        self._said.put("")

    def until(self, wanted: str, seconds: float = 120) -> None:
        """Takes in what it tells until it tells this."""
        while True:
            line = self._said.get(timeout=seconds)
            kind, _, rest = line.partition(" ")
            match kind:
                case "painted":
                    number, _, moment = rest.partition(" ")
                    self.seen.painted[number] = int(moment)
                    self.seen.order.append(number)
                case "said":
                    self.seen.said.append(rest)
                case "rss_mb":
                    self.seen.rss_mb = float(rest)
                case "":
                    raise RuntimeError("the display ended")
                case _:
                    pass
            if line.startswith(wanted):
                return

    def kill(self) -> None:
        """Whatever has become of it."""
        self._process.kill()
        self._process.wait()
        self._reader.join()

    def end(self) -> Seen:
        if self._process.stdin is not None:
            self._process.stdin.write("end\n")
            self._process.stdin.close()
        self.until("rss_mb")
        self._process.wait(60)
        self._reader.join()
        return self.seen


class Calling:
    """A hall of many counters whose clerks call without a pause."""

    def __init__(self, data: DataDirectory) -> None:
        self._parts = Parts(data=data, environment={})
        self._hall = quick_hall()
        self._clock = MorningClock()
        self._edition = self._parts.edition()
        self._calls = 0

    def take(self, count: int) -> None:
        for _ in range(count):
            take_ticket(
                line="A", item=None, ticket_class=TicketClass.NORMAL, request_id=None, uow=self._parts.unit_of_work(), clock=self._clock,
                hall=self._hall, known_items=self._edition,
            )  # fmt: skip

    def call(self) -> tuple[str, int]:
        """(number, when the clerk pressed)."""
        self._calls += 1
        pressed = time.monotonic_ns()
        called = rehearse_call(
            counter=1 + self._calls % COUNTERS, actor="os:bench", uow=self._parts.unit_of_work(), clock=self._clock, hall=self._hall
        )
        return str(called.number), pressed

    def close(self) -> None:
        self._parts.close()


def waits(display: Display, calling: Calling, count: int) -> list[float]:
    """Milliseconds from the press to the paint, one call at a time."""
    found = []
    for _ in range(count):
        number, pressed = calling.call()
        display.until(f"painted {number} ")
        found.append((display.seen.painted[number] - pressed) / 1e6)
        display.until("idle")
    return found


@contextmanager
def hanging_printer(data: DataDirectory) -> Iterator[None]:
    """Numbers are taken and never come out: their processes wait for the printer, which takes the first bytes and no more."""
    with PrinterDouble(PrinterMode.STALL) as printer, ExitStack() as until_done:
        settings = data.hall_settings.read_text("utf-8")
        wired = settings.replace('[printer]\nkind = "none"', f'[printer]\nkind = "network"\naddress = "127.0.0.1:{printer.port}"')
        data.hall_settings.write_text(wired, "utf-8")
        words = [sys.executable, "-m", "kiosk", "ticket", "take", "--line", "B", "--print", "--data", str(data.root)]
        environment = {**screen_environment(data.root), **MORNING}
        for _ in range(2):
            waiting = subprocess.Popen(words, cwd=CHECKOUT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            until_done.callback(waiting.wait)
            until_done.callback(waiting.kill)
        while printer.connections == 0:
            time.sleep(0.05)
        yield
        data.hall_settings.write_text(settings, "utf-8")


def missing(called: Sequence[str], told_of: Sequence[str]) -> int:
    """How many calls were not told of at all, or out of their order."""
    order = list(dict.fromkeys(told_of))
    return sum(1 for place, number in enumerate(called) if place >= len(order) or order[place] != number)


def crowd(display: Display, calling: Calling, count: int) -> tuple[float, int, int]:
    """(seconds in which all were called, calls not shown in order, calls not said in order)."""
    first_shown, first_said = len(display.seen.order), len(display.seen.said)
    begun = time.monotonic()
    called = [calling.call()[0] for _ in range(count)]
    seconds = time.monotonic() - begun
    display.until("idle")
    numbers = {"".join(spoken_number(TicketNumber.parse(number))): number for number in called}
    said = [numbers[words.removeprefix("请").partition("号到")[0]] for words in display.seen.said[first_said:]]
    return seconds, missing(called, display.seen.order[first_shown:]), missing(called, said)


def figures(*, quick: bool) -> list[Figure]:
    count, many = (10, 60) if quick else (100, 200)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, ExitStack() as until_done:
        data = fresh_hall(Path(folder) / "data")
        calling = until_done.enter_context(closing(Calling(data)))
        calling.take(2 * count + many)
        display = Display(data)
        until_done.callback(display.kill)
        display.until("ready")
        alone = waits(display, calling, count)
        with hanging_printer(data):
            beside = waits(display, calling, count)
        seconds, not_shown, not_said = crowd(display, calling, many)
        seen = display.end()
        empty = start("bare", data.root, idle=True)
    return [
        at_most("call_painted_p95", percentile(alone, 95), "ms", 300),
        at_most("call_painted_printer_hangs_p95", percentile(beside, 95), "ms", 300, floor=percentile(alone, 95)),
        told("call_painted_median", median(alone), "ms"),
        at_most("crowd_not_shown_in_order", float(not_shown), "calls", 0),
        at_most("crowd_not_said_in_order", float(not_said), "calls", 0),
        at_most("crowd_called_in", 200 / many * seconds, "s for 200 calls", 60),
        ratio_at_most("display_idle_memory", seen.rss_mb, "MB", empty.rss_mb, 1.7),
    ]
