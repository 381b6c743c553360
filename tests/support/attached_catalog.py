"""A made-up hall's catalogue with forms of its own: the small one, with a PDF of two pages, a PNG and a JPG that are drawn here."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from tests.support.small_catalog import ITEM, read, small_catalog, write

BLANK = "form-blank.pdf"
SAMPLE = "form-sample.png"
PHOTO = "photo.jpg"
CODE = "WHL-MZ-005"


def page(words: str, *, size: tuple[int, int] = (620, 877)) -> Image.Image:
    """A page with a frame, lines as of a form and Latin words: a font for Hanzi is not needed to tell pages apart."""
    picture = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    width, height = size
    pen.rectangle((40, 40, width - 40, height - 40), outline="black", width=3)
    for row in range(10):
        y = 130 + row * (height - 180) // 10
        pen.line((40, y, width - 40, y), fill="black", width=2)
        pen.text((60, y + 16), f"{words} {row + 1}", fill="black", font_size=26)
    pen.line((width // 3, 130, width // 3, height - 40), fill="black", width=2)
    pen.text((60, 66), words, fill="black", font_size=40)
    return picture


def pdf(*words: str) -> bytes:
    file = io.BytesIO()
    first, *others = [page(each) for each in words]
    first.save(file, "PDF", save_all=True, append_images=others, resolution=75)
    return file.getvalue()


def picture(words: str, kind: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    page(words, **options).save(file, kind)
    return file.getvalue()


def attach(document: dict[str, Any], position: int, *attachments: tuple[str, str]) -> None:
    document["materials"][position]["attachments"] = [{"kind": kind, "file": file} for kind, file in attachments]


def place(folder: Path, name: str, data: bytes) -> Path:
    path = folder / "attachments" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def attached_catalog(folder: Path) -> Path:
    """Without faults. The item's first paper has a blank form and a sample, its second a photograph, the counter's form the blank one."""
    small_catalog(folder)
    place(folder, BLANK, pdf("BLANK one", "BLANK two"))
    place(folder, SAMPLE, picture("SAMPLE"))
    place(folder, PHOTO, picture("PHOTO", "JPEG", size=(877, 620)))
    document = read(folder, ITEM)
    counter = next(index for index, material in enumerate(document["materials"]) if material["provider"] == "counter")
    assert counter > 1
    attach(document, 0, ("blank", BLANK), ("sample", SAMPLE))
    attach(document, 1, ("sample", PHOTO))
    attach(document, counter, ("blank", BLANK))
    write(folder, ITEM, document)
    return folder
