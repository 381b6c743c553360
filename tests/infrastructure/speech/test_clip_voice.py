"""The voice: one sentence after the other, each over in its time whether it was heard or not, and staff hear of silence once."""

from __future__ import annotations

import threading
import wave
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from kiosk.application.unavailable import VoiceCause, VoiceUnavailable
from kiosk.infrastructure.speech.clip_voice import ClipVoice
from kiosk.infrastructure.speech.clips import Clips, read_clips
from tests.support.clip_folders import clip, clip_folder

WORDS = ("请", "A", "零", "零", "一", "号", "到", "三", "号", "窗口")


class Player:
    """Keeps what it was given; `fails` is raised instead."""

    def __init__(self) -> None:
        self.played: list[float] = []
        self.fails: VoiceUnavailable | None = None
        self.busy = threading.Lock()
        self.closed = False

    def play(self, path: Path, seconds: float) -> None:
        assert seconds > 0
        assert self.busy.acquire(blocking=False), "two sentences at a time"
        try:
            with wave.open(str(path)) as file:
                self.played.append(file.getnframes() / file.getframerate())
            if self.fails is not None:
                raise self.fails
        finally:
            self.busy.release()

    def close(self) -> None:
        self.closed = True


class Speaking:
    """A voice with its player and what it told."""

    def __init__(self, sources: Sequence[Callable[[], Clips]]) -> None:
        self.player = Player()
        self.told: list[VoiceCause | None] = []
        self.voice = ClipVoice(sources, self.player, told=lambda silent: self.told.append(silent.reason if silent else None))

    def say(self, words: Sequence[str] = WORDS, *, chime: bool = False) -> None:
        self.voice.say(words, chime=chime).result(timeout=30)


@pytest.fixture
def speak() -> Iterator[Callable[[Sequence[Callable[[], Clips]]], Speaking]]:
    made: list[Speaking] = []

    def make(sources: Sequence[Callable[[], Clips]]) -> Speaking:
        made.append(Speaking(sources))
        return made[-1]

    yield make
    for each in made:
        each.voice.close()
        assert each.player.closed


@pytest.fixture
def built(tmp_path: Path) -> Callable[[], Clips]:
    return partial(read_clips, clip_folder(tmp_path / "built"))


Make = Callable[[Sequence[Callable[[], Clips]]], Speaking]


def test_a_call_is_played_whole(speak: Make, built: Callable[[], Clips]) -> None:
    speaking = speak([built])
    speaking.say(chime=True)
    speaking.say()
    with_chime, without = speaking.player.played
    assert with_chime > without + 1.0
    assert speaking.told == [], "that it is heard is no news"


def test_many_calls_are_said_one_after_the_other(speak: Make, built: Callable[[], Clips]) -> None:
    speaking = speak([built])
    sentences = [speaking.voice.say(("请", *"一" * length), chime=False) for length in range(1, 60)]
    for sentence in sentences:
        sentence.result(timeout=30)
    assert speaking.player.played == sorted(speaking.player.played)
    assert len(speaking.player.played) == 59


def test_no_device_is_told_once_and_its_return_too(speak: Make, built: Callable[[], Clips]) -> None:
    speaking = speak([built])
    speaking.player.fails = VoiceUnavailable(reason=VoiceCause.NO_DEVICE)
    speaking.say(("请",))
    speaking.say(("请",))
    speaking.player.fails = None
    speaking.say(("请",))
    assert speaking.told == [VoiceCause.NO_DEVICE, None]


def test_without_clips_the_chime_is_heard_and_the_words_take_their_time(speak: Make, tmp_path: Path) -> None:
    speaking = speak([partial(read_clips, tmp_path / "none")])
    speaking.say(("请",), chime=True)
    speaking.say(("请",))
    assert len(speaking.player.played) == 1
    assert speaking.told == [VoiceCause.MISSING]


def test_clips_that_come_later_are_taken(speak: Make, tmp_path: Path) -> None:
    speaking = speak([partial(read_clips, tmp_path / "later")])
    speaking.say(("请",))
    clip_folder(tmp_path / "later")
    speaking.say(("请",))
    assert len(speaking.player.played) == 1
    assert speaking.told == [VoiceCause.MISSING, None]


def test_the_halls_own_recording_comes_first(speak: Make, built: Callable[[], Clips], tmp_path: Path) -> None:
    own = clip_folder(tmp_path / "own", also={"请": clip(seconds=2.0)})
    speaking = speak([partial(read_clips, own), built])
    speaking.say(("请",))
    assert speaking.player.played[0] > 2.0
    assert speaking.told == []


def test_a_hall_without_its_own_is_no_fault(speak: Make, built: Callable[[], Clips], tmp_path: Path) -> None:
    speaking = speak([partial(read_clips, tmp_path / "none"), built])
    speaking.say()
    assert (len(speaking.player.played), speaking.told) == (1, [])


def test_an_incomplete_recording_gives_way_and_is_told(speak: Make, built: Callable[[], Clips], tmp_path: Path) -> None:
    own = clip_folder(tmp_path / "own", without=("九",))
    speaking = speak([partial(read_clips, own), built])
    speaking.say()
    speaking.say()
    assert (len(speaking.player.played), speaking.told) == (2, [VoiceCause.INCOMPLETE])


def test_closing_ends_the_wait_for_words_nobody_hears(tmp_path: Path) -> None:
    speaking = Speaking([partial(read_clips, tmp_path / "none")])
    over = speaking.voice.say(["请"] * 10_000, chime=False)
    speaking.voice.close()
    assert over.result(timeout=1) is None


def test_a_voice_that_never_spoke_closes(built: Callable[[], Clips]) -> None:
    Speaking([built]).voice.close()
