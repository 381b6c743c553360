"""`kiosk counter` as a process: what it needs, one console for a counter, its pictures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.counter import parsed
from kiosk.roles.parts import Parts
from tests.support.halls import CHECKOUT, MONDAY_TEN, command, environment


def test_the_counter_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["--counter", "x"], ["--counter", "0"], ["--counter", "1", "--size", "huge"]):
        with pytest.raises(SystemExit) as ended:
            parsed(words)
        assert ended.value.code == 2
    assert "--counter" in capsys.readouterr().err


def test_a_counter_that_the_hall_does_not_have_is_told(data: DataDirectory) -> None:
    told = command(data, "counter", "--counter", "9")
    assert told.code == 3
    assert "没有 9 号窗口" in told.err


def test_a_second_console_of_a_counter_says_so(data: DataDirectory) -> None:
    parts = Parts(data=data, environment={})
    with parts.alone("counter-2"):
        told = command(data, "counter", "--counter", "2")
    parts.close()
    assert told.code == 3
    assert told.err.strip()


def test_a_console_opens_and_ends_by_a_signal(data: DataDirectory) -> None:
    console = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "counter", "--counter", "1", "--data", str(data.root)],
        env={**environment(MONDAY_TEN.isoformat()), "QT_QPA_PLATFORM": "offscreen"}, cwd=CHECKOUT, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        wait_for(data.logs / "counter.log")
        console.terminate()
        _, said = console.communicate(timeout=60)
    finally:
        console.kill()
    assert (console.returncode, said.decode()) == (0, "")


def wait_for(path: Path) -> None:
    """The first frame has been shown: from then on it keeps its log."""
    from PySide6.QtCore import QDeadlineTimer, QThread

    patience = QDeadlineTimer(60_000)
    while not path.exists():
        assert not patience.hasExpired(), f"never came: {path}"
        QThread.msleep(50)


@pytest.mark.parametrize(
    ("page", "size"), [("counter/serving", (1366, 768)), ("counter-bar/called", (1366, 72)), ("counter/sign-in", (1366, 768))]
)
def test_pictures(data: DataDirectory, tmp_path: Path, page: str, size: tuple[int, int]) -> None:
    out = tmp_path / "console.png"
    told = command(data, "shot", page, "--out", str(out))
    assert told.code == 0, told.err
    with Image.open(out) as picture:
        assert picture.size == size
        colours = picture.convert("RGB").getcolors(size[0] * size[1]) or []
        assert len(colours) > 20, "something stands on it"


def test_a_state_that_is_none_is_wrong_usage(data: DataDirectory, tmp_path: Path) -> None:
    assert command(data, "shot", "counter/nothing", "--out", str(tmp_path / "x.png")).code == 2
