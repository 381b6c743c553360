"""The chime before a call: two soft tones, made here, so that there is one even where nobody has recorded a word.

Elsewhere: the words after it (clip_voice.py).
"""

from __future__ import annotations

from array import array
from math import exp, pi, sin

LOUDNESS = 11_000
"""Of 32,767."""
_TONES = ((659.26, 0.0), (523.25, 0.32))
"""Hertz, and when it begins: a falling third, as doors have it."""
CHIME_SECONDS = 1.0
_FADE = 4.5
_ONSET = 0.006


def chime(rate: int) -> array[int]:
    """Sixteen-bit samples."""
    samples = array("h", bytes(2 * round(CHIME_SECONDS * rate)))
    for hertz, begins in _TONES:
        first = round(begins * rate)
        for index in range(first, len(samples)):
            after = (index - first) / rate
            strength = min(1.0, after / _ONSET) * exp(-_FADE * after)
            wave = sin(2 * pi * hertz * after) + 0.25 * sin(4 * pi * hertz * after)
            samples[index] += round(LOUDNESS * 0.6 * strength * wave)
    return _ended(samples, rate)


def _ended(samples: array[int], rate: int) -> array[int]:
    """The last of it fades out: a tone that is cut off clicks."""
    fade = rate // 20
    for index in range(fade):
        samples[-1 - index] = samples[-1 - index] * index // fade
    return samples
