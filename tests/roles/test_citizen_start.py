"""`kiosk citizen` starts on whatever it finds: one sentence for what is wrong, the right exit code, and what can be served is served."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.infrastructure.catalog_files.edition_file import POINTER
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.shared import fonts
from kiosk.roles import citizen
from tests.support.halls import CHECKOUT, MONDAY_TEN, environment

SIZE = ("--size", "540x960")
AWAY = "机器取号停了，请到窗口找工作人员"

TELLING = """
import sys
from kiosk.roles import citizen
from kiosk.__main__ import main

wake = citizen.CitizenKiosk.wake

def woken(kiosk):
    def told():
        print(kiosk.citizen.property("page"), kiosk.pages.home.property("ticketAwayText") or "取号", sep="|", flush=True)
    kiosk.queue.changed.connect(told)
    wake(kiosk)

citizen.CitizenKiosk.wake = woken
sys.exit(main(sys.argv[1:]))
"""
"""`kiosk citizen` that also says on stdout what its home screen shows in the place of 取号, as soon as the queue has been asked."""


class Running:
    """A kiosk in a process of its own."""

    def __init__(self, data: DataDirectory, *, preexec: Callable[[], None] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", TELLING, "citizen", *SIZE, "--data", str(data.root)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(MONDAY_TEN.isoformat()), cwd=CHECKOUT,
            preexec_fn=preexec,  # noqa: PLW1509  (no thread of this process holds a lock that the child needs)
        )  # fmt: skip
        self.home = self._said()

    def _said(self) -> str:
        out: IO[bytes] | None = self.process.stdout
        assert out is not None
        return out.readline().decode().strip()

    def end(self) -> tuple[int, list[str]]:
        """As the machine's shutdown ends it: (exit code, lines on stderr)."""
        self.process.send_signal(signal.SIGTERM)
        _, told = self.process.communicate(timeout=60)
        return self.process.returncode, told.decode().splitlines()


@contextmanager
def running(data: DataDirectory, *, preexec: Callable[[], None] | None = None) -> Iterator[Running]:
    kiosk = Running(data, preexec=preexec)
    try:
        yield kiosk
    finally:
        if kiosk.process.poll() is None:
            kiosk.process.kill()
            kiosk.process.communicate()


def log_of(data: DataDirectory) -> str:
    return (data.logs / "citizen.log").read_text("utf-8")


def test_a_whole_hall_starts_and_ends_quietly(data: DataDirectory) -> None:
    with running(data) as kiosk:
        assert kiosk.home == "home|取号"
        assert kiosk.end() == (0, [])
    assert log_of(data) == ""


def test_malformed_settings_leave_the_catalogue_served(data: DataDirectory) -> None:
    data.hall_settings.write_text(data.hall_settings.read_text("utf-8").replace("service_minutes = 8", "service_minutes = 0"), "utf-8")
    with running(data) as kiosk:
        assert kiosk.home == f"home|{AWAY}"
        code, told = kiosk.end()
    assert code == 0
    assert len(told) == 1
    assert "service_minutes" in told[0]
    assert "SettingsMalformed" in log_of(data)


def test_a_damaged_edition_gives_way_to_an_older_one(data: DataDirectory) -> None:
    (current,) = data.editions.glob("*.json")
    current.write_bytes(current.read_bytes()[:-4000])
    with running(data) as kiosk:
        assert kiosk.home == "home|取号"
        code, told = kiosk.end()
    assert code == 0
    assert len(told) == 1
    assert "目录文件" in told[0]
    assert "EditionDamaged" in log_of(data)


def test_a_damaged_pointer_gives_way_too(data: DataDirectory) -> None:
    (data.editions / POINTER).write_bytes(b"\xff\xfe../../etc")
    with running(data) as kiosk:
        assert kiosk.home == "home|取号"
        code, told = kiosk.end()
    assert (code, len(told)) == (0, 1)


def test_a_second_start_is_sent_to_the_first(data: DataDirectory) -> None:
    with running(data) as first:
        assert first.home == "home|取号"
        with running(data) as second:
            assert second.home == ""
            _, told = second.process.communicate(timeout=60)
        assert second.process.returncode == 3
        assert told.count(b"\n") == 1
        assert "已经开着" in told.decode()
        assert first.end() == (0, [])


def test_another_data_directory_is_another_hall(data: DataDirectory, tmp_path: Path) -> None:
    with running(data) as one, running(DataDirectory(tmp_path / "other")) as other:
        assert (one.home, other.home) == ("home|取号", "home|取号")
        assert (one.end(), other.end()) == ((0, []), (0, []))


@pytest.mark.skipif(sys.platform != "linux", reason="needs permission bits, also for root")
def test_a_read_only_folder_is_served_without_tickets(data: DataDirectory) -> None:
    with read_only(data.root) as obeying, running(data, preexec=obeying) as kiosk:
        assert kiosk.home == f"home|{AWAY}"
        code, told = kiosk.end()
    assert code == 0
    assert [line for line in told if "写不进去" in line], told


@pytest.mark.skipif(sys.platform != "linux", reason="needs permission bits, also for root")
def test_an_empty_read_only_folder_shows_the_built_in_catalogue(tmp_path: Path) -> None:
    empty = DataDirectory(tmp_path / "empty")
    empty.root.mkdir()
    with read_only(empty.root) as obeying, running(empty, preexec=obeying) as kiosk:
        assert kiosk.home == f"home|{AWAY}"
        assert kiosk.end()[0] == 0


def test_no_hanzi_font_is_said_and_nothing_is_shown(
    data: DataDirectory, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    monkeypatch.setattr(fonts, "covers", lambda family: False)
    assert citizen.run([*SIZE, "--data", str(data.root)]) == 3
    told = capfd.readouterr().err
    assert told.count("\n") == 1
    assert "字体" in told


@pytest.mark.parametrize("words", [("--size", "big"), ("--diagonal", "wide"), ("--nothing",), ("more",)])
def test_wrong_words_are_wrong_usage(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        citizen.run(words)
    assert ended.value.code == 2


def test_an_unknown_kind_of_database_is_said(data: DataDirectory, capfd: pytest.CaptureFixture[str]) -> None:
    assert citizen.run([*SIZE, "--data", str(data.root), "--database", "mysql://somewhere/hall"]) == 3
    assert "SQLite" in capfd.readouterr().err


def _obeys_permissions() -> None:
    """In the child: even root obeys the permission bits from here on."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2, 3):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@contextmanager
def read_only(folder: Path) -> Iterator[Callable[[], None] | None]:
    modes = {path: path.stat().st_mode for path in [folder, *folder.rglob("*")]}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield _obeys_permissions if os.geteuid() == 0 else None
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
