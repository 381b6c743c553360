"""The kiosk on a machine without a display: Xvfb holds the screen, x11vnc shows it to this machine alone, a picture is taken of it.

The X display asks for a cookie and VNC for a password, both random and in files that only this user reads. Whatever this module started,
it ends, by process id, when the kiosk ends, on Ctrl+C and on SIGTERM.

Elsewhere: a picture of it (screen_picture.py), the kiosk (dev.py starts it).
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import signal
import string
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import IO

from environment import Environment, SetupFailed

_PORTRAIT = "1080x1920"
_PATIENCE = 60  # seconds for a program to be ready, on a slow machine


class _Ended(Exception):
    """No error: someone asked for the end."""

    def __init__(self, signal_number: int) -> None:
        self.signal_number = signal_number


def show_on_virtual_screen(command: list[str], environment: Environment, screen: str | None = None) -> int:
    """Run the kiosk there until it ends or is ended. Its own exit code; 128 + signal when it or this program was ended by one. `screen`: the
    size of the screen, None: as large as the kiosk is asked to be."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        with contextlib.ExitStack() as stack:
            private = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-screen-")))
            display = stack.enter_context(_screen(screen or _size_of(command), private))
            variables = {**environment.variables, **display, "QT_QPA_PLATFORM": "xcb"}
            variables.pop("WAYLAND_DISPLAY", None)
            stack.enter_context(_vnc(private, variables))
            with _started(command, variables=variables) as kiosk:
                if _take_picture(environment, variables, kiosk):
                    _say("running; Ctrl+C ends it.")
                return _exit_code(kiosk.wait())
    except _Ended as end:
        return 128 + end.signal_number


def _end(number: int, _frame: FrameType | None) -> None:
    # A second signal must not interrupt the clearing up.
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    raise _Ended(number)


def _size_of(command: list[str]) -> str:
    """The size the kiosk is asked for, else a portrait full-HD screen."""
    for word, following in zip(command, [*command[1:], ""], strict=True):
        size = following if word == "--size" else word.removeprefix("--size=") if word.startswith("--size=") else ""
        if re.fullmatch(r"\d+x\d+", size):
            return size
    return _PORTRAIT


@contextlib.contextmanager
def _screen(size: str, private: Path) -> Iterator[dict[str, str]]:
    """A virtual X display of that size on a number that is free. Gives the variables that lead a program to it."""
    authority = private / "authority"
    cookie = secrets.token_bytes(16)
    # The number is not known yet: an entry for any host and any display.
    parts = (b"", b"", b"MIT-MAGIC-COOKIE-1", cookie)
    with _open_private(authority) as file:
        file.write(struct.pack(">H", 0xFFFF) + b"".join(struct.pack(">H", len(part)) + part for part in parts))
    reading, writing = os.pipe()
    command = [
        *("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-dpi", "96"),
        *("-nolisten", "tcp", "-auth", str(authority), "-noreset"),
    ]
    with _started(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading, "rb") as answer:
            number = answer.readline().decode().strip()
        if not number:
            raise SetupFailed(f"Xvfb did not start (exit code {server.wait()}); is {size} a size it can show?")
        yield {"DISPLAY": f":{number}", "XAUTHORITY": str(authority)}


@contextlib.contextmanager
def _vnc(private: Path, variables: dict[str, str]) -> Iterator[None]:
    """A look at the virtual screen for this machine's users who know the password (VNC takes eight characters)."""
    password = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(8))
    file = private / "password"
    with _open_private(file) as opened:
        opened.write(password.encode() + b"\n")
    command = [
        *("x11vnc", "-norc", "-quiet", "-forever", "-shared", "-localhost", "-no6", "-noipv6", "-autoport", "5900"),
        *("-passwdfile", str(file), "-display", variables["DISPLAY"], "-auth", variables["XAUTHORITY"]),
    ]
    with _started(command, variables=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        if server.stdout is None:
            raise AssertionError
        port = ""
        for line in server.stdout:
            if found := re.match(rb"PORT=(\d+)", line):
                port = found[1].decode()
                break
        if port:
            _say(f"the screen can be seen with a VNC viewer at 127.0.0.1:{port}, password {password}")
            _say(f"from another machine: ssh -L {port}:127.0.0.1:{port} <this machine>, then the same address there")
        else:
            _say(f"x11vnc did not start (exit code {server.wait()}); the kiosk runs, but nobody can look at it.")
        yield


def _take_picture(environment: Environment, variables: dict[str, str], kiosk: subprocess.Popen[bytes]) -> bool:
    """Wait until the kiosk shows something and keep a picture of it. False when it ended before."""
    picture = environment.cache / "first-screen.png"
    picture.unlink(missing_ok=True)
    helper = Path(__file__).with_name("screen_picture.py")
    command = [str(environment.python), str(helper), str(picture), str(_PATIENCE)]
    with _started(command, variables=variables) as taking:
        while taking.poll() is None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                kiosk.wait(timeout=0.2)
                return False
    if picture.exists():
        _say(f"picture of the first screen: {picture}")
    else:
        _say(f"the kiosk runs, but its screen stayed empty for {_PATIENCE} seconds; no picture was taken.")
    return True


@contextlib.contextmanager
def _started(
    command: list[str],
    *,
    variables: dict[str, str] | None = None,
    pass_fds: tuple[int, ...] = (),
    stdout: int | None = None,
    stderr: int | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A program in a session of its own (Ctrl+C reaches this one alone, so that all end in order), ended on leaving."""
    program = subprocess.Popen(
        command, env=variables, pass_fds=pass_fds, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, start_new_session=True
    )
    try:
        yield program
    finally:
        if program.poll() is None:
            program.terminate()
            try:
                program.wait(timeout=10)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
        if program.stdout is not None:
            program.stdout.close()


def _open_private(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _exit_code(returned: int) -> int:
    return returned if returned >= 0 else 128 - returned


def _say(words: str) -> None:
    print(f"dev.py: {words}", file=sys.stderr, flush=True)
