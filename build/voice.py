"""The voice that the program brings: one clip for each word of a call, spoken by espeak-ng and put into .cache/voice with a manifest.

espeak-ng is a package of the system and no part of this program; without it there are no clips, the display then shows calls and says nothing.
It reads Hanzi wrongly (Debian 12), so it is given numbered pinyin (`cmn-latn-pinyin`); letters are read by the English voice of the same
synthesizer. Sound that it makes is not covered by its licence.

    .venv/bin/python build/voice.py FOLDER

Elsewhere: playing them (kiosk/infrastructure/speech), when they are made (environment.py).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import wave
from array import array
from math import sqrt
from pathlib import Path

from kiosk.domain.announcing import CHIME, spoken_tokens
from kiosk.infrastructure.speech.clips import FORMAT, MANIFEST, read_clips, trimmed, wav

SPEAKER = "espeak-ng"
SPEED = "165"
"""Words a minute, as espeak counts them: a call is said in about four seconds."""
LEVEL = 3_600.0
"""Root mean square of 32,767 that every clip is brought to, so that no word is shouted."""
PEAK = 24_000
"""2.7 dB under the top."""
PINYIN = {
    "请": "qing3",
    "到": "dao4",
    "号": "hao4",
    "窗口": "chuang1 kou3",
    "零": "ling2",
    "一": "yi1",
    "二": "er4",
    "三": "san1",
    "四": "si4",
    "五": "wu3",
    "六": "liu4",
    "七": "qi1",
    "八": "ba1",
    "九": "jiu3",
    "十": "shi2",
}


class NotSpoken(Exception):
    """espeak-ng is not there or gave no sound; the message holds its words."""


def make(folder: Path) -> None:
    """Every clip, all or nothing: what was there before stays until the new ones are whole. NotSpoken."""
    if shutil.which(SPEAKER) is None:
        raise NotSpoken(f"{SPEAKER} is not installed")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="voice-") as scratch:
        new = Path(scratch) / "voice"
        new.mkdir()
        clips = {}
        for token in sorted(spoken_tokens() - {CHIME}):
            clips[token] = _file_name(token)
            _speak(token, new / clips[token])
        manifest = {
            "format": FORMAT,
            "recorder": f"{_version()}, cmn-latn-pinyin",
            "licence": "spoken by espeak-ng; its sound may be used by anybody",
            "clips": clips,
        }
        (new / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        read_clips(new)
        shutil.rmtree(folder, ignore_errors=True)
        new.rename(folder)


def _file_name(token: str) -> str:
    """Names that any archive and any disk can carry: qing3.wav, letter-a.wav."""
    return f"{PINYIN[token].replace(' ', '-')}.wav" if token in PINYIN else f"letter-{token.lower()}.wav"


def _speak(token: str, path: Path) -> None:
    voice, words = ("cmn-latn-pinyin", PINYIN[token]) if token in PINYIN else ("en-us", token)
    spoken = subprocess.run([SPEAKER, "-v", voice, "-s", SPEED, "-w", str(path), words], capture_output=True, text=True, check=False)
    if spoken.returncode or not path.exists():
        raise NotSpoken(f"{SPEAKER} did not say {words}: {spoken.stderr.strip()}")
    with wave.open(str(path), "rb") as file:
        rate, samples = file.getframerate(), array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    word = trimmed(samples, rate)
    if not word:
        raise NotSpoken(f"{SPEAKER} was silent on {words}")
    path.write_bytes(wav([_levelled(word)], rate))


def _levelled(samples: array[int]) -> array[int]:
    """As loud as the others, and nowhere too loud."""
    strength = sqrt(sum(sample * sample for sample in samples) / len(samples))
    factor = min(LEVEL / strength, PEAK / max(abs(sample) for sample in samples))
    return array("h", (round(sample * factor) for sample in samples))


def _version() -> str:
    said = subprocess.run([SPEAKER, "--version"], capture_output=True, text=True, check=False).stdout.split()
    return f"{SPEAKER} {said[3]}" if len(said) > 3 else SPEAKER


def main() -> int:
    try:
        make(Path(sys.argv[1]))
    except NotSpoken as silent:
        print(silent, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
