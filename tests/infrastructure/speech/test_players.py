"""Players are programs of the system: found on PATH, asked one after the other, ended when they hang."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from kiosk.application.unavailable import VoiceCause, VoiceUnavailable
from kiosk.infrastructure.speech.players import SystemPlayer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="players of POSIX")
WAV = Path("/a/call.wav")
PLAYERS = (("first",), ("second", "-q"))


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder on PATH beside the system's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def reason(player: SystemPlayer) -> VoiceCause:
    with pytest.raises(VoiceUnavailable) as silent:
        player.play(WAV, 0.1)
    return silent.value.reason


def test_the_file_is_played(programs: Path) -> None:
    program(programs, "second", f'echo "$@" >> {programs}/played')
    SystemPlayer(PLAYERS).play(WAV, 0.1)
    assert (programs / "played").read_text("utf-8") == f"-q {WAV}\n"


def test_without_a_program_there_is_none(programs: Path) -> None:
    assert reason(SystemPlayer(PLAYERS)) is VoiceCause.NO_PLAYER


def test_a_machine_without_a_sound_device_says_so(programs: Path) -> None:
    program(programs, "first", "echo cannot find card >&2; exit 1")
    program(programs, "second", "exit 1")
    assert reason(SystemPlayer(PLAYERS)) is VoiceCause.NO_DEVICE


def test_the_next_one_is_asked_and_remembered(programs: Path) -> None:
    program(programs, "first", f"echo first >> {programs}/asked; exit 1")
    program(programs, "second", f"echo second >> {programs}/asked")
    player = SystemPlayer(PLAYERS)
    player.play(WAV, 0.1)
    player.play(WAV, 0.1)
    assert (programs / "asked").read_text("utf-8").split() == ["first", "second", "second"]


def test_one_that_hangs_is_ended(programs: Path) -> None:
    program(programs, "first", f"echo $$ > {programs}/pid; exec sleep 600")
    program(programs, "second", f"touch {programs}/asked")
    assert reason(SystemPlayer(PLAYERS, patience=0.5)) is VoiceCause.HANGS
    assert not (programs / "asked").exists(), "the same device would hang it too"
    with pytest.raises(ProcessLookupError):
        os.kill(int((programs / "pid").read_text("utf-8")), 0)


def test_closing_ends_what_is_playing(programs: Path) -> None:
    os.mkfifo(programs / "begun")
    program(programs, "first", f"echo > {programs}/begun; exec sleep 600")
    player = SystemPlayer((("first",),))
    playing = threading.Thread(target=player.play, args=(WAV, 600))
    playing.start()
    (programs / "begun").read_text("utf-8")
    player.close()
    playing.join(10)
    assert not playing.is_alive()
    player.play(WAV, 0.1)
