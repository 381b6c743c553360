"""The operating system's own players of WAV files, each a child process: what hangs in a sound driver hangs there and is ended.

Which one works is found out by playing: a machine without a sound device has players too, and they say so by their exit code.

Elsewhere: what is played, and in which order (clip_voice.py).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from kiosk.application.unavailable import VoiceCause, VoiceUnavailable

PATIENCE = 5.0
"""Seconds that a player may take beyond the sentence: a device that wakes up."""

if sys.platform == "win32":
    PLAYERS: Sequence[Sequence[str]] = (
        ("powershell", "-NoProfile", "-NonInteractive", "-Command", "& { (New-Object Media.SoundPlayer $args[0]).PlaySync() }"),
    )
elif sys.platform == "darwin":
    PLAYERS = (("afplay",),)
else:
    PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"))


class SystemPlayer:
    """One sentence at a time, on the voice's thread. The player that worked last is asked first."""

    def __init__(self, players: Sequence[Sequence[str]] = PLAYERS, *, patience: float = PATIENCE) -> None:
        self._players = [tuple(each) for each in players]
        self._patience = patience
        self._guard = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False

    def play(self, path: Path, seconds: float) -> None:
        """Returns when it was played. VoiceUnavailable: NO_PLAYER, NO_DEVICE (each one refused), HANGS (one was ended after its time)."""
        reason = VoiceCause.NO_PLAYER
        said = ""
        for player in list(self._players):
            program = shutil.which(player[0])
            if program is None:
                continue
            outcome, words = self._run((program, *player[1:], str(path)), seconds + self._patience)
            if outcome is None:
                self._players.remove(player)
                self._players.insert(0, player)
                return
            reason, said = outcome, words
            if outcome is VoiceCause.HANGS:
                break  # the next one would wait for the same device
        raise VoiceUnavailable(said, reason=reason)

    def close(self) -> None:
        """From any thread: what is playing ends, nothing is played afterwards."""
        with self._guard:
            self._closed = True
            if self._child is not None:
                self._child.kill()

    def _run(self, command: Sequence[str], within: float) -> tuple[VoiceCause | None, str]:
        with self._guard:
            if self._closed:
                return None, ""
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            self._child = child
        try:
            _, said = child.communicate(timeout=within)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            return VoiceCause.HANGS, ""
        finally:
            with self._guard:
                self._child = None
                closed = self._closed
        if child.returncode == 0 or closed:
            return None, ""
        return VoiceCause.NO_DEVICE, said.decode(errors="replace")[-500:]
