"""Folders of clips, each clip a steady level."""

from __future__ import annotations

import io
import json
import wave
from array import array
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from kiosk.domain.announcing import CHIME, spoken_tokens

RATE = 8_000


def clip(*, seconds: float = 0.05, level: int = 5000, rate: int = RATE, channels: int = 1, width: int = 2) -> bytes:
    """A WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(width)
        out.setframerate(rate)
        sample = level.to_bytes(2, "little", signed=True) if width == 2 else b"\xc0"
        out.writeframes(sample * channels * round(seconds * rate))
    return file.getvalue()


def clip_folder(folder: Path, *, without: tuple[str, ...] = (), also: Mapping[str, bytes] | None = None) -> Path:
    """A whole folder but for what is left out."""
    folder.mkdir(parents=True)
    sounds = {token: clip() for token in spoken_tokens() - {CHIME} - set(without)} | dict(also or {})
    for token, sound in sounds.items():
        (folder / f"{token}.wav").write_bytes(sound)
    manifest = {"format": 1, "recorder": "test", "licence": "test", "clips": {token: f"{token}.wav" for token in sounds}}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return folder


_LEVELS = {token: 1000 + 100 * place for place, token in enumerate(sorted(spoken_tokens()))}


def telling_folder(folder: Path) -> Path:
    """Each word at a level of its own, so that `words_of` can tell what was said."""
    return clip_folder(folder, also={token: clip(level=level) for token, level in _LEVELS.items()})


def words_of(sound: bytes) -> str:
    """What a sentence from a telling folder says; the chime is ♪."""
    with wave.open(io.BytesIO(sound)) as file:
        samples = array("h", file.readframes(file.getnframes()))
    tokens = {level: token for token, level in _LEVELS.items()}
    said = "".join(tokens[level] for level, _ in groupby(samples) if level)
    return said.replace(CHIME, "♪")


def player_doubles(folder: Path) -> Path:
    """A folder for PATH whose only program is a player: it keeps each sound it is given as `said/N.wav`, and complains into `overlaps` when two
    play at a time."""
    (folder / "said").mkdir(parents=True)
    script = f"""#!/bin/sh
cd {folder}
/bin/mkdir playing 2>/dev/null || echo "$2" >> overlaps
number=$(/bin/ls said | /usr/bin/wc -l)
/bin/cp "$2" said/.new && /bin/mv said/.new said/$number.wav
/bin/sleep 0.02
/bin/rmdir playing
"""
    (folder / "aplay").write_text(script, "utf-8")
    (folder / "aplay").chmod(0o755)
    return folder


def said(folder: Path) -> list[str]:
    """What the player of this folder was given, in order."""
    sounds = sorted((folder / "said").glob("*.wav"), key=lambda path: int(path.stem))
    return [words_of(sound.read_bytes()) for sound in sounds]
