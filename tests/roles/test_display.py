"""`kiosk display` as a process: it shows and says what other processes call, and nothing that it has called before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.application.ports import Snapshot
from kiosk.application.queries.voices import voices_now
from kiosk.application.unavailable import DatabaseUnavailable, VoiceCause
from kiosk.domain.announcing import Pace
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.paths import DataDirectory
from kiosk.infrastructure.speech.silence import Silence
from kiosk.interface.display import display_watch
from kiosk.roles import display
from kiosk.roles.display import HallDisplay
from kiosk.roles.parts import Parts
from kiosk.roles.screen import Modes
from tests.support.clip_folders import player_doubles, said, telling_folder
from tests.support.counter_hall import CounterHall
from tests.support.halls import CHECKOUT, MONDAY_TEN, command, environment

TELLING = """
import sys
from functools import partial
from kiosk.domain.announcing import Pace
from kiosk.domain.queueing import TicketClass
from kiosk.roles import display
from kiosk.__main__ import main

display.Announcer = partial(display.Announcer, pace=Pace(board=0.05, crowd_board=0.01, quiet=0.3))
wake = display.HallDisplay.wake

def woken(shown):
    def told():
        seen = shown.display
        print(seen.mode, seen.number, seen.counter, ",".join(row.number for row in seen.last.rows), len(seen.lines.rows), sep="|", flush=True)
    shown.display.viewChanged.connect(told)
    wake(shown)

display.HallDisplay.wake = woken
sys.exit(main(sys.argv[1:]))
"""
"""`kiosk display` in a hurry, which also says on stdout what it shows."""
PATIENCE = 60.0


class Running:
    """A display in a process of its own."""

    def __init__(self, data: DataDirectory, players: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", TELLING, "display", "--size", "640x360", "--data", str(data.root), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**environment(MONDAY_TEN.isoformat()), "PATH": str(players)},
            cwd=CHECKOUT,
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.decode().strip())

    def until(self, wanted: str) -> str:
        """Waits until it shows this."""
        seen = []
        try:
            while True:
                seen.append(self._lines.get(timeout=PATIENCE))
                if wanted in seen[-1]:
                    return seen[-1]
        except Empty:
            pytest.fail(f"never showed {wanted}: {seen}")

    @property
    def screen(self) -> int:
        """The process that draws: what was started is the one that listens to it."""
        pid = self.process.pid
        (child,) = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
        return int(child)

    def end(self, number: int = signal.SIGTERM) -> list[str]:
        self.process.send_signal(number)
        assert self.process.stderr is not None
        told = self.process.stderr.read()
        self.process.wait(PATIENCE)
        self._listener.join()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()
        return told.decode().splitlines()


@pytest.fixture
def players(tmp_path: Path) -> Path:
    return player_doubles(tmp_path / "players")


@pytest.fixture
def hall(data: DataDirectory) -> DataDirectory:
    """With a recording whose words can be told apart."""
    telling_folder(data.voice)
    return data


@pytest.fixture
def started(hall: DataDirectory, players: Path) -> Iterator[Running]:
    running = Running(hall, players)
    try:
        running.until("|3")
        yield running
    finally:
        if running.process.poll() is None:
            running.end(signal.SIGKILL)


def call(data: DataDirectory, counter: int = 1) -> str:
    """Somebody takes a number, and this process calls it."""
    parts = Parts(data=data, environment={"KIOSK_NOW": MONDAY_TEN.isoformat()})
    uow, clock, hall = parts.unit_of_work, parts.clock, parts.hall
    try:
        take_ticket(
            line="A", item=None, ticket_class=TicketClass.NORMAL, request_id=None, uow=uow(), clock=clock, hall=hall, known_items=frozenset()
        )  # fmt: skip
        return str(rehearse_call(counter=counter, actor="os:test", uow=uow(), clock=clock, hall=hall).number)
    finally:
        parts.close()


@pytest.mark.slow
def test_a_call_of_another_process_is_shown_and_said_twice(hall: DataDirectory, players: Path, started: Running) -> None:
    assert call(hall, 3) == "A001"
    started.until("calling|A001|3|")
    started.until("between|||A001|")
    assert command(hall, "ticket", "take", "--line", "A").code == 0
    assert command(hall, "counter-call", "--counter", "2").code == 0
    started.until("calling|A002|2|A001|")
    started.until("between|||A002,A001|")
    assert started.end() == []
    assert said(players) == [
        "♪请A零零一号到三号窗口", "请A零零一号到三号窗口", "♪请A零零二号到二号窗口", "请A零零二号到二号窗口",
    ]  # fmt: skip
    assert not (players / "overlaps").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for the child in /proc")
def test_killed_it_comes_back_and_repeats_nothing(hall: DataDirectory, players: Path, started: Running) -> None:
    call(hall)
    started.until("between|||A001|")
    before = said(players)
    os.kill(started.screen, signal.SIGKILL)
    started.until("between|||A001|3")
    assert call(hall) == "A002"
    started.until("calling|A002|1|A001|")
    started.until("between|||A002,A001|")
    (told,) = started.end()
    assert told.startswith("大屏上一次没有正常结束（SIGKILL）")
    assert said(players)[len(before) :] == ["♪请A零零二号到一号窗口", "请A零零二号到一号窗口"]


@pytest.mark.slow
def test_started_anew_it_shows_what_was_called_meanwhile_and_says_none_of_it(hall: DataDirectory, players: Path, started: Running) -> None:
    call(hall)
    started.until("between|||A001|")
    assert started.end() == []
    before = said(players)
    call(hall)
    again = Running(hall, players)
    try:
        again.until("between|||A002,A001|3")
    finally:
        assert again.end() == []
    assert said(players) == before


@pytest.mark.slow
def test_two_displays_of_one_hall_do_not_speak_at_a_time(hall: DataDirectory, players: Path, started: Running) -> None:
    second = Running(hall, players)
    assert second.process.wait(PATIENCE) == 3
    assert "已经开着" in second.end()[0]
    silent = Running(hall, players, "--silent")
    try:
        silent.until("|3")
        call(hall)
        silent.until("calling|A001|1|")
        started.until("between|||A001|")
    finally:
        assert silent.end() == []
    assert said(players) == ["♪请A零零一号到一号窗口", "请A零零一号到一号窗口"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="players of POSIX")
def test_without_a_sound_device_all_goes_on_and_staff_hear_of_it(data: DataDirectory, tmp_path: Path) -> None:
    deaf = tmp_path / "deaf"
    deaf.mkdir()
    (deaf / "aplay").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (deaf / "aplay").chmod(0o755)
    telling_folder(data.voice)
    running = Running(data, deaf)
    try:
        running.until("|3")
        call(data)
        running.until("calling|A001|1|")
        running.until("between|||A001|")
    finally:
        told = running.end()
    assert told == ["大屏没有声音：电脑找不到能用的音箱，请看看音箱的插头和电源，修好以前请窗口口头叫号。"]
    parts = Parts(data=data, environment={})
    try:
        (seen,) = voices_now(snapshot=parts.snapshot())
    finally:
        parts.close()
    assert seen.silent is VoiceCause.NO_DEVICE


@pytest.mark.parametrize("words", [("--size", "big"), ("--nothing",), ("more",), ("--diagonal", "43")])
def test_wrong_words_are_wrong_usage(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        display.run(words)
    assert ended.value.code == 2


@pytest.mark.slow
def test_settings_that_cannot_be_read_claim_nothing_and_are_said(data: DataDirectory, tmp_path: Path, players: Path) -> None:
    data.hall_settings.write_text(data.hall_settings.read_text("utf-8").replace("service_minutes = 8", "service_minutes = 0"), "utf-8")
    running = Running(data, players)
    try:
        running.until("away||||0")
    finally:
        told = running.end()
    assert len(told) == 1
    assert "service_minutes" in told[0]


# -- the source goes and comes back ----------------------------------------------------------------------------------------------


@pytest.fixture
def shown(parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[HallDisplay]:
    monkeypatch.setattr(display_watch, "STALE_SECONDS", 0.3)
    monkeypatch.setattr(display_watch, "EVERY_MS", 50)
    made = HallDisplay(parts, Silence())
    made.open(width=640, height=360, modes=Modes()).show()
    made.wake()
    qtbot.waitUntil(lambda: made.watch.now is not None)
    yield made
    made.close()


def test_away_it_shows_the_last_state_with_its_time_and_back_it_says_what_was_called(
    shown: HallDisplay, parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    hall = CounterHall(parts)
    for _ in range(2):
        hall.take()
    hall.next(1)
    qtbot.waitUntil(lambda: shown.display.number == "A001")
    opened = parts.snapshot

    def away() -> Snapshot:
        raise DatabaseUnavailable(reason="away", path="/d")

    monkeypatch.setattr(parts, "snapshot", away)
    shown.announcer._pace = Pace(board=0.1, quiet=0.2)
    qtbot.waitUntil(lambda: shown.display.mode == "away")
    assert (shown.display.toldAt, shown.display.number) == ("10:00", "A001")
    hall.parts.snapshot = opened  # type: ignore[method-assign]
    hall.next(2)
    qtbot.waitUntil(lambda: shown.display.number == "A002")
    assert shown.display.mode == "calling"
    assert capfd.readouterr().err.count("\n") == 1, "said once to IT"


def test_a_bug_in_a_question_does_not_end_the_questions(
    shown: HallDisplay, parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = [True]
    snapshot = parts.snapshot

    def breaks_once() -> Snapshot:
        if broken:
            broken.clear()
            raise ZeroDivisionError
        return snapshot()

    monkeypatch.setattr(parts, "snapshot", breaks_once)
    qtbot.waitUntil(lambda: not broken)
    hall = CounterHall(parts)
    hall.take()
    hall.next(1)
    qtbot.waitUntil(lambda: shown.display.number == "A001")


def test_the_edition_is_read_again_when_it_was_published(shown: HallDisplay, qtbot: QtBot) -> None:
    before = shown.display._edition
    with shown.parts.unit_of_work() as uow:
        uow.audit.record(act="catalog load", actor="os:test", at=MONDAY_TEN, subject="catalog:2", details={})
        uow.commit()
    qtbot.waitUntil(lambda: shown.display._edition is not before)
