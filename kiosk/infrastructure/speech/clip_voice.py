"""The Voice of a hall: sentences from clips, played one after the other on a thread of its own.

A sentence that cannot be heard (no clips, no player, no sound device) takes its time all the same: the display keeps its pace, and staff are told.

Elsewhere: the clips (made by build/voice.py, or recorded by the hall), what plays them (players.py), what is said when (the display).
"""

from __future__ import annotations

import queue
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.application.unavailable import VoiceCause, VoiceUnavailable
from kiosk.infrastructure.speech.chime import CHIME_SECONDS, chime
from kiosk.infrastructure.speech.clips import Clips, wav

SECONDS_A_WORD = 0.33
"""About as long as a word takes that nobody has recorded."""
CHIME_RATE = 22_050


class Player(Protocol):
    """Plays one WAV file and returns when it is over. VoiceUnavailable when nobody could have heard it."""

    def play(self, path: Path, seconds: float) -> None: ...

    def close(self) -> None:
        """What is playing ends."""
        ...


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[str, ...]
    chime: bool
    over: Future[None]


class ClipVoice:
    """`clips`: the folders to try, read with the first sentence; the first whole one speaks. `told` hears on the voice's thread what keeps it
    from being heard, and None once it is heard again; each only when it differs from the last."""

    def __init__(
        self, clips: Sequence[Callable[[], Clips]], player: Player, *, told: Callable[[VoiceUnavailable | None], None] = lambda _: None
    ) -> None:
        self._sources = clips
        self._player = player
        self._told = told
        self._clips: Clips | None = None
        self._faults: list[VoiceUnavailable] = []
        self._last_told: VoiceCause | None = None
        self._sentences: queue.SimpleQueue[_Sentence | None] = queue.SimpleQueue()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    def say(self, words: Sequence[str], *, chime: bool) -> Future[None]:
        sentence = _Sentence(tuple(words), chime, Future())
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
            self._thread.start()
        self._sentences.put(sentence)
        return sentence.over

    def close(self) -> None:
        self._closing.set()
        self._player.close()
        self._sentences.put(None)
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        with tempfile.TemporaryDirectory(prefix="kiosk-voice-", ignore_cleanup_errors=True) as folder:
            while (sentence := self._sentences.get()) is not None:
                try:
                    if not self._closing.is_set():
                        self._say(sentence, Path(folder) / "call.wav")
                finally:
                    sentence.over.set_result(None)

    def _say(self, sentence: _Sentence, path: Path) -> None:
        clips = self._read()
        if clips is None:
            # The chime needs no clips: who looks up sees the number.
            if sentence.chime:
                self._play(wav([chime(CHIME_RATE)], CHIME_RATE), CHIME_SECONDS, path)
            self._closing.wait(SECONDS_A_WORD * len(sentence.words))
            return
        seconds = clips.seconds(sentence.words, with_chime=sentence.chime)
        if self._play(clips.sentence(sentence.words, with_chime=sentence.chime), seconds, path):
            # A hall's own recording that is not whole stays worth a word: the program's voice speaks in its place.
            self._tell(next(iter(self._faults), None))

    def _play(self, sound: bytes, seconds: float, path: Path) -> bool:
        """Takes its time, heard or not. False when it was not, which is told at once."""
        try:
            path.write_bytes(sound)
            self._player.play(path, seconds)
        except VoiceUnavailable as why:
            silent = why
        except OSError as error:
            silent = VoiceUnavailable(error, reason=VoiceCause.NO_PLAYER)
        else:
            return True
        self._tell(silent)
        if silent.reason is not VoiceCause.HANGS:
            self._closing.wait(seconds)
        return False

    def _read(self) -> Clips | None:
        """With the first sentence, and again with each one as long as there are no clips at all: somebody may put them there."""
        if self._clips is None:
            faults: list[VoiceUnavailable] = []
            for source in self._sources:
                try:
                    self._clips = source()
                    break
                except VoiceUnavailable as fault:
                    faults.append(fault)
            # That a hall has no recording of its own is no fault while somebody else speaks.
            self._faults = [fault for fault in faults if self._clips is None or fault.reason is not VoiceCause.MISSING]
            if self._clips is None:
                self._tell(self._faults[-1] if self._faults else None)
        return self._clips

    def _tell(self, silent: VoiceUnavailable | None) -> None:
        reason = silent.reason if silent is not None else None
        if reason != self._last_told:
            self._last_told = reason
            self._told(silent)
