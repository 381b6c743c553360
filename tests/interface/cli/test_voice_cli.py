"""`kiosk voice` as a process: whether a recording is whole, and a call as a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.application.commands.watch_voice import record_voice
from kiosk.application.unavailable import VoiceCause
from kiosk.infrastructure.paths import DataDirectory, built_voice
from kiosk.roles.parts import Parts
from tests.support.clip_folders import clip_folder, telling_folder, words_of
from tests.support.halls import MONDAY_TEN, StandingClock, command


def test_a_whole_recording_speaks(data: DataDirectory) -> None:
    telling_folder(data.voice)
    checked = command(data, "voice", "check", "--json")
    assert checked.value["speaks"] == str(data.voice)
    assert checked.value["recordings"][0] == {"folder": str(data.voice), "clips": 42}
    assert checked.code == (0 if built_voice().is_dir() else 1)


def test_what_is_missing_is_named(data: DataDirectory) -> None:
    clip_folder(data.voice, without=("零", "窗口"))
    checked = command(data, "voice", "check", "--json")
    assert checked.code == 1
    assert checked.value["recordings"][0]["fault"] == {"reason": "incomplete", "path": str(data.voice), "words": ["窗口", "零"]}
    assert "缺 窗口、零" in checked.err


def test_a_call_is_written_to_a_file(data: DataDirectory, tmp_path: Path) -> None:
    telling_folder(data.voice)
    out = tmp_path / "call.wav"
    said = command(data, "voice", "say", "a012", "3", "--out", str(out), "--json")
    assert (said.code, said.value["says"], said.value["out"]) == (0, "请A零一二号到三号窗口", str(out))
    assert words_of(out.read_bytes()) == "♪请A零一二号到三号窗口"


def test_a_folder_that_cannot_be_written_is_said(data: DataDirectory, tmp_path: Path) -> None:
    telling_folder(data.voice)
    said = command(data, "voice", "say", "A012", "3", "--out", str(tmp_path / "none" / "call.wav"), "--json")
    assert (said.code, said.value["unavailable"], said.value["reason"]) == (3, "VoiceUnavailable", "unwritable")


def test_without_a_player_it_says_what_to_install(data: DataDirectory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    telling_folder(data.voice)
    monkeypatch.setenv("PATH", str(tmp_path))
    said = command(data, "voice", "say", "A012", "3", "--json")
    assert said.code == 3
    assert "alsa-utils" in said.err or os.name == "nt"


def test_displays_that_are_not_heard(data: DataDirectory, parts: Parts) -> None:
    assert command(data, "voice", "displays", "--json").value == []
    clock = StandingClock()
    record_voice(display="hall-1", silent=VoiceCause.NO_DEVICE, uow=parts.unit_of_work(), clock=clock)
    told = command(data, "voice", "displays", "--json")
    assert (told.code, told.value) == (1, [{"display": "hall-1", "silent": "no_device", "since": MONDAY_TEN.isoformat()}])
    assert "音箱" in told.err
    record_voice(display="hall-1", silent=None, uow=parts.unit_of_work(), clock=clock)
    assert command(data, "voice", "displays", "--json").code == 0


@pytest.mark.parametrize("words", [("012", "3"), ("A012", "0"), ("A012", "100"), ("A012", "three"), ("A012",)])
def test_wrong_words_are_wrong_usage(data: DataDirectory, words: tuple[str, ...]) -> None:
    assert command(data, "voice", "say", *words).code == 2
