"""What a phone's camera makes of a code: tilted, blurred, noisy, at no more dots than it has. The same every time."""

from __future__ import annotations

import random

import zxingcpp
from PIL import Image, ImageFilter

CAMERA = 1000
"""Dots along the longer side of what the camera sees of a screen or a sheet."""


def read_by_phone(picture: Image.Image, *, tilt: float = 0, ground: int = 255) -> list[str]:
    """The texts of the codes that are found. `ground`: the grey around the picture."""
    seen = picture.convert("L").rotate(tilt, fillcolor=ground, expand=True, resample=Image.Resampling.BICUBIC)
    shrink = CAMERA / max(seen.size)
    if shrink < 1:
        seen = seen.resize((round(seen.width * shrink), round(seen.height * shrink)), Image.Resampling.LANCZOS)
    seen = seen.filter(ImageFilter.GaussianBlur(0.6))
    noise = Image.frombytes("L", seen.size, random.Random(7).randbytes(seen.width * seen.height))
    return [found.text for found in zxingcpp.read_barcodes(Image.blend(seen, noise, 0.15))]
