"""The console's bell: heard where it can be, never in the way."""

from __future__ import annotations

import threading
import wave
from pathlib import Path

from kiosk.application.unavailable import VoiceCause, VoiceUnavailable
from kiosk.infrastructure.speech.bell import Bell


class HandPlayer:
    """Holds every ring until it is let go."""

    def __init__(self, *, silent: bool = False) -> None:
        self.silent = silent
        self.played: list[float] = []
        self.began = threading.Semaphore(0)
        self.go = threading.Semaphore(0)
        self.closed = False

    def play(self, path: Path, seconds: float) -> None:
        with wave.open(str(path), "rb") as sound:
            self.played.append(sound.getnframes() / sound.getframerate())
        assert seconds == self.played[-1]
        self.began.release()
        assert self.go.acquire(timeout=10)
        if self.silent:
            raise VoiceUnavailable("test", reason=VoiceCause.NO_DEVICE)

    def close(self) -> None:
        self.closed = True
        self.go.release(10)


def test_rings_that_come_while_one_sounds_are_one() -> None:
    player = HandPlayer()
    bell = Bell(player)
    bell.ring()
    assert player.began.acquire(timeout=10)
    for _ in range(3):
        bell.ring()
    player.go.release()
    assert player.began.acquire(timeout=10)
    bell.close()
    assert len(player.played) == 2
    assert player.closed


def test_without_a_sound_device_nothing_else_happens() -> None:
    player = HandPlayer(silent=True)
    bell = Bell(player)
    for _ in range(2):
        bell.ring()
        assert player.began.acquire(timeout=10)
        player.go.release()
    bell.close()
    assert len(player.played) == 2


def test_a_bell_that_never_rang_has_no_thread() -> None:
    before = threading.active_count()
    bell = Bell(HandPlayer())
    bell.close()
    bell.ring()
    assert threading.active_count() == before
