"""What `kiosk voice` works with: the folders of clips of this hall, in the order in which the display asks them.

Elsewhere: the display's own use of them (display.py), the commands (interface.cli.voice).
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from kiosk.application.unavailable import VoiceCause, VoiceUnavailable
from kiosk.domain.announcing import spoken_call
from kiosk.domain.numbering import TicketNumber
from kiosk.infrastructure.paths import DataDirectory, built_voice
from kiosk.infrastructure.speech.clips import read_clips
from kiosk.infrastructure.speech.players import SystemPlayer
from kiosk.interface.cli.voice import Recording


class HallVoiceTools:
    """Reads the folders with each question."""

    def __init__(self, data: DataDirectory) -> None:
        self._data = data

    def recordings(self) -> Sequence[Recording]:
        own, built = (self._look(folder) for folder in (self._data.voice, built_voice()))
        without_own = own.fault is not None and own.fault.reason is VoiceCause.MISSING and built.fault is None
        return (built,) if without_own else (own, built)

    def say(self, number: TicketNumber, counter: int, out: Path | None) -> tuple[str, float]:
        faults: list[VoiceUnavailable] = []
        for folder in (self._data.voice, built_voice()):
            try:
                clips = read_clips(folder)
            except VoiceUnavailable as fault:
                faults.append(fault)
                continue
            words = spoken_call(number, counter)
            sound, seconds = clips.sentence(words, with_chime=True), clips.seconds(words, with_chime=True)
            if out is not None:
                self._write(sound, out)
            else:
                with tempfile.TemporaryDirectory(prefix="kiosk-voice-") as folder_of_one:
                    path = Path(folder_of_one) / "call.wav"
                    path.write_bytes(sound)
                    SystemPlayer().play(path, seconds)
            return "".join(words), seconds
        raise faults[-1]

    @staticmethod
    def _look(folder: Path) -> Recording:
        try:
            clips = read_clips(folder)
        except VoiceUnavailable as fault:
            return Recording(folder, 0, fault)
        return Recording(folder, len(clips.words), None)

    @staticmethod
    def _write(sound: bytes, out: Path) -> None:
        try:
            out.write_bytes(sound)
        except OSError as error:
            raise VoiceUnavailable(error, reason=VoiceCause.UNWRITABLE, path=str(out)) from error
