"""The bell of a counter's console: the hall's chime on the clerk's own loudspeaker. Where nothing can be heard, the screen says it all the same.

Elsewhere: the chime itself (chime.py), calls said aloud (clip_voice.py).
"""

from __future__ import annotations

import logging
import tempfile
import threading
from pathlib import Path
from typing import Protocol

from kiosk.application.unavailable import VoiceUnavailable
from kiosk.infrastructure.speech.chime import CHIME_SECONDS, chime
from kiosk.infrastructure.speech.clips import wav

RATE = 22_050

log = logging.getLogger(__name__)


class Player(Protocol):
    def play(self, path: Path, seconds: float) -> None:
        """VoiceUnavailable."""
        ...

    def close(self) -> None: ...


class Bell:
    """`ring` returns at once; a ring that comes while one sounds is the same ring. Ends with `close`."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._wanted = threading.Event()
        self._closing = False
        self._silent = False
        self._thread: threading.Thread | None = None

    def ring(self) -> None:
        if self._closing:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="bell", daemon=True)
            self._thread.start()
        self._wanted.set()

    def close(self) -> None:
        self._closing = True
        self._wanted.set()
        self._player.close()
        if self._thread is not None:
            self._thread.join(2)

    def _run(self) -> None:
        with tempfile.TemporaryDirectory(prefix="kiosk-bell-") as folder:
            path = Path(folder) / "bell.wav"
            path.write_bytes(wav([chime(RATE)], RATE))
            while self._wanted.wait() and not self._closing:
                self._wanted.clear()
                self._sound(path)

    def _sound(self, path: Path) -> None:
        try:
            self._player.play(path, CHIME_SECONDS)
        except VoiceUnavailable as silent:
            if not self._silent:
                log.warning("no bell: %s", silent)
            self._silent = True
        else:
            self._silent = False
