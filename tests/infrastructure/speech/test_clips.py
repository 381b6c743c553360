"""A folder of clips is whole or refused, whatever somebody put into it; a sentence is its words one after the other."""

from __future__ import annotations

import io
import json
import wave
from array import array
from pathlib import Path

import pytest

from kiosk.application.unavailable import VoiceCause, VoiceUnavailable
from kiosk.domain.announcing import CHIME, spoken_tokens
from kiosk.infrastructure.speech.chime import CHIME_SECONDS, chime
from kiosk.infrastructure.speech.clips import AFTER_CHIME, BETWEEN_WORDS, QUIET, read_clips, trimmed
from tests.support.clip_folders import RATE, clip, clip_folder

WORDS = ("请", "A", "零", "零", "一", "号", "到", "三", "号", "窗口")


def reason_of(folder: Path) -> VoiceCause:
    with pytest.raises(VoiceUnavailable) as refused:
        read_clips(folder)
    return refused.value.reason


def test_a_whole_folder_speaks(tmp_path: Path) -> None:
    clips = read_clips(clip_folder(tmp_path / "voice"))
    assert clips.rate == RATE
    assert spoken_tokens() == set(clips.words)
    sound = clips.sentence(WORDS, with_chime=True)
    with wave.open(io.BytesIO(sound)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        seconds = file.getnframes() / RATE
    assert seconds == pytest.approx(clips.seconds(WORDS, with_chime=True), abs=0.01)
    words = sum(len(clips.words[word]) for word in WORDS) / RATE
    assert seconds == pytest.approx(words + BETWEEN_WORDS * len(WORDS) + CHIME_SECONDS + AFTER_CHIME, abs=0.01)


def test_the_words_stand_in_their_order(tmp_path: Path) -> None:
    folder = clip_folder(tmp_path / "voice")
    for place, word in enumerate(("请", "到", "号"), 1):
        (folder / f"{word}.wav").write_bytes(clip(level=1000 * place))
    clips = read_clips(folder)
    with wave.open(io.BytesIO(clips.sentence(("号", "请", "到"), with_chime=False))) as file:
        samples = array("h", file.readframes(file.getnframes()))
    loud = [sample for sample in samples if sample]
    assert list(dict.fromkeys(loud)) == [3000, 1000, 2000]


def test_a_chime_of_the_halls_own_is_taken(tmp_path: Path) -> None:
    folder = clip_folder(tmp_path / "voice", also={CHIME: clip(level=777)})
    assert set(read_clips(folder).words[CHIME]) == {777}


def test_nothing_there_is_missing(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "none") is VoiceCause.MISSING
    (tmp_path / "empty").mkdir()
    assert reason_of(tmp_path / "empty") is VoiceCause.MISSING


def test_what_is_not_recorded_is_named(tmp_path: Path) -> None:
    with pytest.raises(VoiceUnavailable) as refused:
        read_clips(clip_folder(tmp_path / "voice", without=("零", "窗口")))
    assert (refused.value.reason, refused.value.words) == (VoiceCause.INCOMPLETE, ("窗口", "零"))


@pytest.mark.parametrize(
    "manifest",
    ["not json", "[]", "{}", '{"format": 2, "clips": {}}', '{"format": 1, "clips": []}', '{"format": 1, "clips": {"请": 3}}', "\x00"],
)
def test_a_manifest_that_is_none_is_faulty(tmp_path: Path, manifest: str) -> None:
    folder = clip_folder(tmp_path / "voice")
    (folder / "manifest.json").write_text(manifest, "utf-8")
    assert reason_of(folder) is VoiceCause.FAULTY


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"RIFF",
        b"MThd" + bytes(100),
        clip(seconds=0),
        clip(level=QUIET),
        clip(seconds=5.0),
        clip(width=1),
        clip(channels=3),
        clip(rate=RATE * 2),
        clip()[:40],
    ],
    ids=["empty", "head", "no wav", "no sound", "too soft", "too long", "8 bit", "3 channels", "another rate", "cut"],
)
def test_a_clip_that_is_none_is_faulty(tmp_path: Path, content: bytes) -> None:
    folder = clip_folder(tmp_path / "voice")
    (folder / "请.wav").write_bytes(content)
    assert reason_of(folder) is VoiceCause.FAULTY


def test_a_manifest_leads_nowhere_else(tmp_path: Path) -> None:
    folder = clip_folder(tmp_path / "voice")
    (tmp_path / "secret.wav").write_bytes(clip())
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    manifest["clips"]["请"] = "../secret.wav"
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    assert reason_of(folder) is VoiceCause.FAULTY


def test_a_stereo_recording_is_mixed(tmp_path: Path) -> None:
    folder = clip_folder(tmp_path / "voice")
    (folder / "请.wav").write_bytes(clip(channels=2, level=4000))
    assert set(read_clips(folder).words["请"]) == {4000}


def test_the_quiet_around_a_word_goes(tmp_path: Path) -> None:
    quiet = array("h", [QUIET // 2] * RATE)
    word = array("h", [8000] * (RATE // 4))
    kept = trimmed(quiet + word + quiet, RATE)
    assert len(kept) == len(word) + 2 * (RATE // 100)
    assert trimmed(quiet, RATE) == array("h")
    assert trimmed(word, RATE) == word


def test_the_chime_is_soft_and_ends_in_nothing() -> None:
    samples = chime(RATE)
    assert len(samples) == round(CHIME_SECONDS * RATE)
    assert 4000 < max(map(abs, samples)) < 16_000
    assert abs(samples[-1]) < 10
