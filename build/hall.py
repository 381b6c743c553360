"""`run --hall`: a whole hall on one screen, for trying it out: a kiosk, two counters, a display, with demonstration clerks.

The data lie in .cache/demo-hall and are nobody's. Outside opening hours the hall's clock starts in its next ones.

Here: what is started and ended together. Elsewhere: the one door (dev.py), a screen where there is none (virtual_screen.py), the clerks
(`kiosk demo-clerks`).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

SCREEN = "1984x1548"
"""Holds all four windows side by side."""
_WINDOWS = (
    ("counter", "--counter", "1", "--windowed", "--place", "614,0"),
    ("counter", "--counter", "2", "--windowed", "--place", "614,776"),
    ("display", "--windowed", "--size", "608x342", "--place", "0,1120"),
    ("citizen", "--windowed", "--size", "608x1080"),
)
_LEAVING = 15.0
"""Seconds for four programs to close."""


def main(arguments: list[str]) -> int:
    """Starts all four and waits until the first of them ends; then all end. `arguments`: go to each of them."""
    variables = dict(os.environ)
    root = Path(__file__).resolve().parent.parent
    given = {word.partition("=")[0] for word in arguments} & {"--data"}
    arguments = [*arguments, *([] if given else ["--data", str(root / ".cache" / "demo-hall")])]
    clerks = _clerks(arguments, variables, root)
    if clerks is None:
        return 3
    if clerks["rehearse_at"] and "KIOSK_NOW" not in variables:
        variables["KIOSK_NOW"] = clerks["rehearse_at"]
        _say(f"the hall is closed now; its clock starts at {clerks['rehearse_at']}.")
    _say(f"clerks {', '.join(clerks['clerks'])}, PIN {clerks['pin']}: for trying things out, on this demonstration hall alone.")
    children = [subprocess.Popen([sys.executable, "-m", "kiosk", *words, *arguments], env=variables, cwd=root) for words in _WINDOWS]
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _ended)
    try:
        while all(child.poll() is None for child in children):
            time.sleep(0.3)
        return next(child.returncode for child in children if child.returncode is not None)
    except _Ended as end:
        return 128 + end.number
    finally:
        _end(children)


class _Ended(Exception):
    def __init__(self, number: int) -> None:
        self.number = number


def _ended(number: int, _frame: FrameType | None) -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    raise _Ended(number)


def _clerks(arguments: list[str], variables: Mapping[str, str], root: Path) -> dict[str, str] | None:
    """What `kiosk demo-clerks` tells; None where it could not, after its own words."""
    told = subprocess.run(
        [sys.executable, "-m", "kiosk", "demo-clerks", "--json", *arguments],
        env=dict(variables),
        cwd=root,
        stdout=subprocess.PIPE,
        check=False,
    )
    if told.returncode:
        return None
    answer: dict[str, str] = json.loads(told.stdout)
    return answer


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    patience = time.monotonic() + _LEAVING
    for child in children:
        try:
            child.wait(max(0.1, patience - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _say(words: str) -> None:
    print(f"dev.py: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
