"""The process around the screen: what it passes through, when it starts anew, when it gives up. And the whole of it with a real screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import pytest

from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.supervisor import CRASHES, PAUSE, Child, Supervisor
from tests.support.halls import CHECKOUT, MONDAY_TEN, environment

BEAT, LEAVING, GONE = b".", b"q", b""


@dataclass
class Life:
    """What one screen does: beats, silences of so many seconds, its end. `code` is its exit code when it ends by itself."""

    course: Sequence[bytes | float]
    code: int = 0
    deaf: bool = False
    """SIGABRT does not end it."""


@dataclass
class Screens:
    """Screens with a written life, one after the other, and the time that passes meanwhile."""

    lives: list[Life]
    now: float = 1000.0
    started: list[list[str]] = field(default_factory=list)
    signals: list[int] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)

    def start(self, variables: Sequence[str]) -> Child:
        self.started.append(list(variables))
        return Screen(self, self.lives.pop(0))

    def supervisor(self) -> Supervisor:
        return Supervisor(self.start, monotonic=lambda: self.now, pause=self.pauses.append)


class Screen:
    pid = 0

    def __init__(self, screens: Screens, life: Life) -> None:
        self._screens = screens
        self._life = life
        self._course = list(life.course)
        self._killed = 0

    def hear(self, seconds: float) -> bytes | None:
        if self._killed and (self._killed != signal.SIGABRT or not self._life.deaf):
            return GONE
        if not self._course:
            return GONE
        if isinstance(self._course[0], bytes):
            heard = self._course.pop(0)
            assert isinstance(heard, bytes)
            return heard
        silence = float(self._course[0])
        if silence > seconds:
            self._course[0] = silence - seconds
            self._screens.now += seconds
            return None
        self._screens.now += silence
        self._course.pop(0)
        return self.hear(seconds - silence)

    def signal(self, number: int) -> None:
        self._screens.signals.append(number)
        self._killed = number

    def end(self) -> int:
        return -self._killed if self._killed else self._life.code


def lasting(seconds: int) -> list[bytes | float]:
    """Beats every five seconds for so long."""
    course: list[bytes | float] = [BEAT]
    for _ in range(seconds // 5):
        course += [5.0, BEAT]
    return course


def variables(ended: str, *, safe: bool = False) -> list[str]:
    return [f"KIOSK_ENDED={ended}", *([f"KIOSK_SAFE={CRASHES}"] if safe else [])]


@pytest.mark.parametrize("code", [0, 2, 3])
def test_an_exit_code_of_the_screen_passes_through(code: int) -> None:
    screens = Screens([Life([BEAT], code)])
    assert screens.supervisor().run() == code
    assert screens.started == [[]]


@pytest.mark.parametrize(("code", "how"), [(-11, "ended SIGSEGV"), (1, "ended 1"), (0xC0000005, "ended 0xc0000005")])
def test_a_crash_is_a_new_start_that_is_told_why(code: int, how: str) -> None:
    screens = Screens([Life([BEAT], code), Life([BEAT])])
    assert screens.supervisor().run() == 0
    assert screens.started == [[], variables(how)]


def test_a_frozen_screen_is_asked_where_it_stands_and_started_anew_within_twenty_seconds() -> None:
    screens = Screens([Life([BEAT, BEAT, 9.0, BEAT, 1e9]), Life([BEAT])])
    assert screens.supervisor().run() == 0
    assert screens.signals == [signal.SIGABRT]
    assert screens.started[1] == variables("frozen SIGABRT")
    assert screens.now - 1009 <= 12


def test_one_that_cannot_even_say_where_it_stands_is_killed() -> None:
    screens = Screens([Life([BEAT, 1e9], deaf=True), Life([BEAT])])
    assert screens.supervisor().run() == 0
    assert screens.signals == [signal.SIGABRT, signal.SIGKILL]
    assert screens.started[1] == variables("frozen SIGKILL")
    assert screens.now - 1000 <= 20


def test_a_slow_first_start_is_waited_for() -> None:
    screens = Screens([Life([45.0, BEAT])])
    assert screens.supervisor().run() == 0
    assert screens.signals == []


def test_a_screen_that_closes_as_wished_may_take_its_time() -> None:
    screens = Screens([Life([BEAT, LEAVING, 25.0])])
    assert screens.supervisor().run() == 0
    assert screens.signals == []


def test_the_fifth_crash_in_ten_minutes_is_followed_by_safe_mode_for_good() -> None:
    crash = Life(lasting(100), -6)
    screens = Screens([crash, crash, crash, crash, crash, crash, Life([BEAT])])
    assert screens.supervisor().run() == 0
    how = "ended SIGABRT"
    assert screens.started == [[], *[variables(how)] * 4, *[variables(how, safe=True)] * 2]
    assert screens.pauses == [PAUSE]


def test_crashes_that_lie_further_apart_never_lead_to_safe_mode() -> None:
    crash = Life(lasting(200), -6)
    screens = Screens([*[crash] * 9, Life([BEAT])])
    assert screens.supervisor().run() == 0
    assert all(started == variables("ended SIGABRT") for started in screens.started[1:])


def test_one_that_cannot_start_at_all_is_given_up_with_its_code() -> None:
    screens = Screens([Life([], 1)] * (CRASHES + 1))
    assert screens.supervisor().run() == 1
    assert screens.started[-1] == variables("ended 1", safe=True)


# -- real processes -------------------------------------------------------------------------------------------------------------------

RARE = """
import sys, threading
from PySide6.QtCore import QTimer
from kiosk.roles import citizen
from kiosk.__main__ import main

wake = citizen.CitizenKiosk.wake
first = True
begin = citizen.tell_how_it_comes

def began(parts, ended):
    global first
    first = ended == ""
    begin(parts, ended)

citizen.tell_how_it_comes = began

def woken(kiosk):
    def told():
        print(citizen.os.getpid(), kiosk.pages.home.property("ticketAwayText") or "取号", sep="|", flush=True)
    kiosk.queue.changed.connect(told)
    wake(kiosk)
    TROUBLE

citizen.CitizenKiosk.wake = woken
sys.exit(main(sys.argv[1:]))
"""
"""`kiosk citizen` that says its process and what it shows in the place of 取号; TROUBLE comes a moment after."""
FREEZES = "if first: kiosk.queue.changed.connect(lambda: QTimer.singleShot(0, lambda: threading.Event().wait()))"
CRASHES_AT_ONCE = "kiosk.queue.changed.connect(lambda: QTimer.singleShot(0, lambda: citizen.os.kill(citizen.os.getpid(), 11)))"


@contextmanager
def started(data: DataDirectory, trouble: str = "pass") -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-c", RARE.replace("TROUBLE", trouble), "citizen", "--size", "540x960", "--data", str(data.root)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(MONDAY_TEN.isoformat()), cwd=CHECKOUT,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def said(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    out: IO[bytes] | None = process.stdout
    assert out is not None
    screen, _, words = out.readline().decode().strip().partition("|")
    return int(screen), words


def gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text("ascii").split(")")[1][:3]


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        with suppress(subprocess.TimeoutExpired):
            subprocess.run([sys.executable, "-c", "pass"], check=True)


linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@linux
def test_the_screen_is_another_process_and_both_end_together(data: DataDirectory) -> None:
    with started(data) as process:
        screen, _ = said(process)
        assert screen != process.pid
        rss = next(line for line in Path(f"/proc/{process.pid}/status").read_text("ascii").splitlines() if line.startswith("VmRSS"))
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
        assert (process.returncode, told) == (0, b"")
        assert gone(screen)
        assert int(rss.split()[1]) > 0


@linux
def test_without_its_supervisor_a_screen_ends(data: DataDirectory) -> None:
    with started(data) as process:
        screen, _ = said(process)
        process.kill()
        wait_until(lambda: gone(screen))


@linux
@pytest.mark.slow
def test_a_killed_screen_comes_back_with_its_tickets(data: DataDirectory) -> None:
    with started(data) as process:
        first, _ = said(process)
        os.kill(first, signal.SIGKILL)
        second, words = said(process)
        assert (second != first, words) == (True, "取号")
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "SIGKILL" in told.decode()
    assert told.count(b"\n") == 1
    assert "EndedUnexpectedly" in (data.logs / "citizen.log").read_text("utf-8")


@linux
@pytest.mark.slow
def test_a_frozen_screen_is_replaced_and_says_where_it_stood(data: DataDirectory) -> None:
    with started(data, FREEZES) as process:
        first, _ = said(process)
        second, words = said(process)
        assert (second != first, words) == (True, "取号")
        process.send_signal(signal.SIGTERM)
        _, where = process.communicate(timeout=60)
    assert b"in <lambda>" in where, "the line at which it stood"
    told = (data.logs / "citizen.log").read_text("utf-8")
    assert "'how': 'SIGABRT', 'frozen': True" in told


@linux
@pytest.mark.slow
def test_after_five_crashes_the_guides_are_served_without_a_database(data: DataDirectory) -> None:
    trouble = f"if kiosk.parts.safe is None: {CRASHES_AT_ONCE}"
    with started(data, trouble) as process:
        screens = [said(process) for _ in range(CRASHES + 1)]
        assert len({screen for screen, _ in screens}) == CRASHES + 1
        assert [words for _, words in screens[:-1]] == ["取号"] * CRASHES
        assert screens[-1][1] == "机器取号停了，请到窗口找工作人员"
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
        assert process.returncode == 0
    assert f"出了 {CRASHES} 次故障" in told.decode()
    with started(data) as process:
        assert said(process)[1] == "取号", "a deliberate start leaves safe mode"


@linux
def test_where_nothing_can_be_forked_a_second_interpreter_is_started(data: DataDirectory) -> None:
    """The way of Windows, tried here."""
    forkless = RARE.replace("TROUBLE", "pass").replace(
        "citizen.CitizenKiosk.wake = woken",
        "from kiosk.roles import supervisor\nsupervisor.starter = lambda argv, role: lambda more: supervisor.SpawnedScreen(argv, more, role)",
    )
    process = subprocess.Popen(
        [sys.executable, "-c", forkless, "citizen", "--size", "540x960", "--data", str(data.root)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(MONDAY_TEN.isoformat()), cwd=CHECKOUT,
    )  # fmt: skip
    try:
        wait_until((data.logs / "citizen.log").exists)
        process.send_signal(signal.SIGTERM)
        out, told = process.communicate(timeout=60)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    assert (process.returncode, out, told) == (0, b"", b"")
