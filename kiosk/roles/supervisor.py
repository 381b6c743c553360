"""`kiosk citizen` and `kiosk display` as they are started: a small process that runs the screen as its child and starts it again when it dies or freezes.

It loads neither Qt nor the catalogue: on POSIX the screen is forked from it before anything is loaded, which costs the first frame nothing
to speak of; elsewhere a second interpreter is started. It sleeps until a beat, a signal or a deadline comes (heartbeat.py is the other side).
What the child says of itself passes through: stdout, stderr and the exit code. See ADR 0019.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType
from typing import Protocol

HEARTBEAT, ENDED, SAFE = "KIOSK_HEARTBEAT", "KIOSK_ENDED", "KIOSK_SAFE"
"""What a screen is told by its environment: its port, how the one before it ended (`frozen SIGABRT`), after how many crashes it is safe mode."""
SILENCE = 10.0
"""Seconds without a beat after which a screen is frozen. With the new start it stands again within 20."""
FIRST_SILENCE = 60.0
"""Until the first beat: a first start on a slow disk."""
LEAVING = 30.0
"""For closing when it is wished: a worker may have to end its deed."""
LAST_WORDS = 2.0
"""Between asking a frozen screen for the places where its threads stand (faulthandler) and ending it."""
CRASHES, WITHIN = 5, 600.0
"""So many crashes or freezes in so many seconds, and the next start is in safe mode."""
PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Before a new start in safe mode, doubled each time: whatever is wrong there is not hurried."""
CRASH_CODE = 1
"""What Python ends with after an uncaught exception; the role itself knows 0, 2 and 3."""


class Child(Protocol):
    """One running screen."""

    @property
    def pid(self) -> int: ...

    def hear(self, seconds: float) -> bytes | None:
        """What it beat, waiting at most so long; None when nothing came, `b""` when it is gone."""
        ...

    def signal(self, number: int) -> None: ...

    def end(self) -> int:
        """Collects it: its exit code, the negative number of the signal that ended it."""
        ...


Start = Callable[[Sequence[str]], Child | None]
"""Starts the screen with so many more variables `NAME=value` in its environment. None: this is the screen's own process now."""


def run(argv: Sequence[str], role: str = "citizen") -> int:
    """The exit code of the screen, when it has ended for good. Who is listened to already is the screen."""
    if HEARTBEAT in os.environ:
        return _screen(argv, role)
    _no_memory_on_disk()
    code = Supervisor(starter(argv, role)).run()
    return _screen(argv, role) if code is None else code


def _screen(argv: Sequence[str], role: str) -> int:
    return int(importlib.import_module(f"kiosk.roles.{role}").run(argv))


def _no_memory_on_disk() -> None:
    """A dump of a crashed screen's memory would hold what a person has typed."""
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


class Supervisor:
    """Starts, listens, starts again. `monotonic` and `pause` are the machine's, or a test's."""

    def __init__(
        self,
        start: Start,
        *,
        silence: float = SILENCE,
        first_silence: float = FIRST_SILENCE,
        leaving: float = LEAVING,
        last_words: float = LAST_WORDS,
        monotonic: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._start = start
        self._silence = silence
        self._first_silence = first_silence
        self._leaving = leaving
        self._last_words = last_words
        self._monotonic = monotonic
        self._pause = pause
        self._crashes: deque[float] = deque(maxlen=CRASHES)
        self._child: Child | None = None
        self._wished = 0

    def run(self) -> int | None:
        """The exit code; None in the forked screen, which has only begun."""
        signals = (signal.SIGTERM, signal.SIGINT)
        earlier = {number: signal.signal(number, self._wish) for number in signals}
        variables: list[str] = []
        pause, was_safe = PAUSE, False
        try:
            while True:
                self._child = self._start(variables)
                if self._child is None:
                    return None
                if self._wished:
                    # The signal came while the child was being made.
                    self._child.signal(self._wished)
                beat, frozen, code = self._attend(self._child)
                self._child = None
                if self._wished or (not frozen and code >= 0 and code != CRASH_CODE and not _windows_crash(code)):
                    return code if code >= 0 else 128 - code
                safe = self._crashed()
                if safe and was_safe:
                    if not beat:
                        return code if code >= 0 else 128 - code
                    self._pause(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)
                variables = [f"{ENDED}={'frozen' if frozen else 'ended'} {_how(code)}", *([f"{SAFE}={CRASHES}"] if safe else [])]
                was_safe = safe
        finally:
            # In the forked screen too: it begins as any program does.
            for number, handler in earlier.items():
                signal.signal(number, handler)

    def _attend(self, child: Child) -> tuple[bool, bool, int]:
        """Until it is gone: did it ever beat, was it ended because it did not any more, exit code."""
        beat, leaving, frozen = False, False, False
        deadline = self._monotonic() + self._first_silence
        while True:
            heard = child.hear(max(0.0, deadline - self._monotonic()))
            if heard == b"":
                return beat, frozen, child.end()
            if heard and not frozen:
                beat, leaving = True, leaving or b"q" in heard
                deadline = self._monotonic() + (self._leaving if leaving else self._silence)
            elif heard is None and self._monotonic() >= deadline:
                if frozen or leaving or self._wished:
                    child.signal(getattr(signal, "SIGKILL", signal.SIGTERM))
                    return beat, frozen, child.end()
                # Python's faulthandler writes where every thread stands; a screen that cannot do even that is ended after LAST_WORDS.
                frozen = True
                child.signal(getattr(signal, "SIGABRT", signal.SIGTERM))
                deadline = self._monotonic() + self._last_words

    def _crashed(self) -> bool:
        """One more. True when there were CRASHES of them within WITHIN, and ever after: only a deliberate start leaves safe mode."""
        if len(self._crashes) == CRASHES and self._crashes[-1] - self._crashes[0] <= WITHIN:
            return True
        self._crashes.append(self._monotonic())
        return len(self._crashes) == CRASHES and self._crashes[-1] - self._crashes[0] <= WITHIN

    def _wish(self, number: int, _: FrameType | None) -> None:
        """SIGTERM and Ctrl+C are for both: the screen closes itself, and this one ends with it."""
        self._wished = number
        if self._child is not None:
            self._child.signal(signal.SIGTERM)


def _how(code: int) -> str:
    """As staff find it in manuals: SIGSEGV, or the exit code."""
    if code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"{code & 0xFFFFFFFF:#x}" if _windows_crash(code) else str(code)


def _windows_crash(code: int) -> bool:
    """An NTSTATUS error, such as an access violation."""
    return code & 0xFFFFFFFF >= 0xC0000000


# -- starting --------------------------------------------------------------------------------------------------------------------


def starter(argv: Sequence[str], role: str) -> Start:
    """The quickest that this operating system has."""
    if sys.platform == "win32":
        return lambda variables: SpawnedScreen(argv, variables, role)
    else:  # noqa: RET505  (to mypy on Linux the line after the first branch would be unreachable)
        return fork_screen


class SpawnedScreen:
    """Where nothing can be forked: a second interpreter, whose stdout is the port (a screen says nothing there)."""

    def __init__(self, argv: Sequence[str], variables: Sequence[str], role: str) -> None:
        import queue
        import subprocess
        import threading

        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
        added = dict(each.split("=", 1) for each in [f"{HEARTBEAT}=1", *variables])
        self._process = subprocess.Popen([*program, role, *argv], stdout=subprocess.PIPE, env={**os.environ, **added})
        self._heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        # A pipe cannot be waited for with a deadline there.
        self._listener = threading.Thread(target=self._listen, name="heartbeat", daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def hear(self, seconds: float) -> bytes | None:
        import queue

        try:
            return self._heard.get(timeout=seconds)
        except queue.Empty:
            return None

    def signal(self, number: int) -> None:
        if sys.platform == "win32":
            self._process.terminate()
        else:
            self._process.send_signal(number)

    def end(self) -> int:
        code = self._process.wait()
        self._listener.join()
        return code

    def _listen(self) -> None:
        out = self._process.stdout
        if out is None:
            return
        with out:
            while heard := os.read(out.fileno(), 4096):
                self._heard.put(heard)
        self._heard.put(b"")


if sys.platform != "win32":

    def fork_screen(variables: Sequence[str]) -> Child | None:
        """The screen as a copy of this process, which has loaded next to nothing and has one thread."""
        hears, beats = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid:
            os.close(beats)
            return ForkedScreen(pid, hears)
        os.close(hears)
        os.environ.update(dict(each.split("=", 1) for each in [f"{HEARTBEAT}={beats}", *variables]))
        return None

    class ForkedScreen:
        """POSIX."""

        def __init__(self, pid: int, descriptor: int) -> None:
            self.pid = pid
            self._descriptor = descriptor

        def hear(self, seconds: float) -> bytes | None:
            import select

            readable, _, _ = select.select([self._descriptor], [], [], seconds)
            return os.read(self._descriptor, 4096) if readable else None

        def signal(self, number: int) -> None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

        def end(self) -> int:
            os.close(self._descriptor)
            _, status = os.waitpid(self.pid, 0)
            return os.waitstatus_to_exitcode(status)
