"""A folder of clips: one WAV for each word of a call, named by a manifest.

    manifest.json   {"format": 1, "recorder": "…", "licence": "…", "clips": {"请": "qing.wav", "零": "ling.wav", …}}

Here: reading and checking such a folder, and joining words to a sentence. Elsewhere: which words there are (domain.announcing), the folder that
the program brings (build/voice.py), playing (players.py). A folder is whole or refused: a sentence with a hole in it is worse than none.
"""

from __future__ import annotations

import io
import json
import sys
import wave
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kiosk.application.unavailable import VoiceCause, VoiceUnavailable
from kiosk.domain.announcing import CHIME, spoken_tokens
from kiosk.infrastructure.speech.chime import chime

MANIFEST = "manifest.json"
FORMAT = 1
BETWEEN_WORDS = 0.04
"""Seconds."""
AFTER_CHIME = 0.15
QUIET = 300
"""Of 32,767: what is softer at a clip's ends is the room, not the word."""
_LONGEST_CLIP = 4.0
_RATES = range(8_000, 96_001)
_MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True)
class Clips:
    """Sixteen-bit mono samples of every word, all at the same rate."""

    rate: int
    words: Mapping[str, array[int]]

    def sentence(self, words: Sequence[str], *, with_chime: bool) -> bytes:
        """A WAV file with the words one after the other."""
        pause = array("h", bytes(2 * round(BETWEEN_WORDS * self.rate)))
        parts = list(chain.from_iterable((self.words[word], pause) for word in words))
        if with_chime:
            parts = [self.words[CHIME], array("h", bytes(2 * round(AFTER_CHIME * self.rate))), *parts]
        return wav(parts, self.rate)

    def seconds(self, words: Sequence[str], *, with_chime: bool) -> float:
        """How long that takes."""
        samples = sum(len(self.words[word]) for word in words) / self.rate + BETWEEN_WORDS * len(words)
        return samples + (len(self.words[CHIME]) / self.rate + AFTER_CHIME if with_chime else 0.0)


def read_clips(folder: Path) -> Clips:
    """VoiceUnavailable: `missing` without a manifest, `faulty` with the first file that is not as it should be, `incomplete` with the words that
    have no clip. The chime may be left out: the program has its own."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise VoiceUnavailable(error, reason=VoiceCause.MISSING, path=str(folder)) from error
    except (OSError, ValueError) as error:
        raise VoiceUnavailable(error, reason=VoiceCause.FAULTY, path=str(folder / MANIFEST)) from error
    named = manifest.get("clips") if isinstance(manifest, dict) and manifest.get("format") == FORMAT else None
    if not isinstance(named, dict) or not all(isinstance(file, str) for file in named.values()):
        raise VoiceUnavailable("not a manifest of clips", reason=VoiceCause.FAULTY, path=str(folder / MANIFEST))
    lacking = sorted(spoken_tokens() - named.keys() - {CHIME})
    if lacking:
        raise VoiceUnavailable(reason=VoiceCause.INCOMPLETE, path=str(folder), words=tuple(lacking))
    read = {word: _read(folder, named[word]) for word in sorted(spoken_tokens() & named.keys())}
    rates = {rate for rate, _ in read.values()}
    if len(rates) != 1:
        raise VoiceUnavailable(f"rates {sorted(rates)}", reason=VoiceCause.FAULTY, path=str(folder))
    (rate,) = rates
    words = {word: samples for word, (_, samples) in read.items()}
    return Clips(rate, {CHIME: chime(rate), **words})


def wav(parts: Sequence[array[int]], rate: int) -> bytes:
    """Sixteen-bit mono samples as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(b"".join(_little_endian(part).tobytes() for part in parts))
    return file.getvalue()


def trimmed(samples: array[int], rate: int) -> array[int]:
    """Without the quiet before and after the word; a hundredth of a second of it stays, so that no consonant is cut."""
    first, last = _first_loud(samples), len(samples) - _first_loud(samples[::-1])
    margin = rate // 100
    return samples[max(0, first - margin) : last + margin] if first < last else array("h")


def _first_loud(samples: array[int]) -> int:
    return next((index for index, sample in enumerate(samples) if abs(sample) > QUIET), len(samples))


def _read(folder: Path, name: str) -> tuple[int, array[int]]:
    """(rate, samples) of one clip, its ends trimmed."""
    path = folder / name
    fault = VoiceUnavailable(reason=VoiceCause.FAULTY, path=str(path))
    if path.resolve().parent != folder.resolve():
        raise fault
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise fault
        with wave.open(str(path), "rb") as file:
            channels, width, rate, frames = file.getnchannels(), file.getsampwidth(), file.getframerate(), file.getnframes()
            if width != 2 or channels not in {1, 2} or rate not in _RATES or frames > _LONGEST_CLIP * rate:
                raise fault
            samples = _little_endian(array("h", file.readframes(frames)))
    except (OSError, EOFError, ValueError, wave.Error) as error:
        raise VoiceUnavailable(error, reason=VoiceCause.FAULTY, path=str(path)) from error
    if channels == 2:
        samples = array("h", ((left + right) // 2 for left, right in zip(samples[::2], samples[1::2], strict=True)))
    word = trimmed(samples, rate)
    if not word:
        raise fault
    return rate, word


def _little_endian(samples: array[int]) -> array[int]:
    """WAV is little-endian, whatever this machine is. The same both ways."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples
