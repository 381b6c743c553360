"""The hall's own forms in catalog/attachments/: read, looked through, and made into pictures. At checking and publication alone.

Here: which files may be attached, and what a screen shows of them. Elsewhere: which paper names which file (checker.py), where they lie
once they are published (attachment_store.py). Pillow and PDFium are loaded when there is a file, never by the kiosk.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.infrastructure.catalog_files.faults import Fault

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "attachments"
GUIDE = "README.md"
"""The only other file that may stand there."""
LARGEST = 10 * 1024 * 1024
MOST_PAGES = 20
MOST_PIXELS = 50_000_000
PICTURE = (1700, 2400)
"""The box in pixels that a page's picture fills: A4 at 200 dots an inch, which a printer of Windows is given too."""

_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\.(pdf|png|jpg)")
_SIGNS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}


@dataclass(frozen=True)
class AttachedFile:
    """One file, whole and drawn. `pictures`: PNG, of a photograph JPEG; one a page."""

    data: bytes
    pictures: tuple[bytes, ...]

    @cached_property
    def content(self) -> str:
        return name_of(self.data)


class _Unfit(Exception):
    """`what` is wrong with a file and how to `mend` it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


@dataclass(frozen=True, slots=True)
class AttachedFiles:
    """`present`: every name in the folder, fit or not. `fit`: those without a fault."""

    present: frozenset[str]
    fit: Mapping[str, AttachedFile]
    faults: tuple[Fault, ...]


def name_of(data: bytes) -> str:
    """What a published attachment or picture is known by: sha256, hex."""
    return hashlib.sha256(data).hexdigest()


def read_attachments(catalog: Path) -> AttachedFiles:
    """Every file of catalog/attachments. A catalogue without that folder has none and is sound."""
    folder = catalog / FOLDER
    fit: dict[str, AttachedFile] = {}
    faults: list[Fault] = []
    names = sorted(path.name for path in folder.iterdir() if path.name != GUIDE) if folder.is_dir() else []
    for name in names:
        try:
            fit[name] = _read(folder / name)
        except _Unfit as unfit:
            faults.append(Fault(f"{FOLDER}/{name}", "", unfit.what, unfit.mend))
    return AttachedFiles(frozenset(names), fit, tuple(faults))


def _read(path: Path) -> AttachedFile:
    if path.is_symlink() or not path.is_file():
        raise _Unfit("不是一个文件", "这里只放文件本身，不放文件夹和链接")
    named = _SAFE_NAME.fullmatch(path.name)
    if named is None:
        raise _Unfit("文件名不合规定", "改成小写字母、数字、短横线和下划线，以 .pdf、.png 或 .jpg 结尾，例如 dibao-form.pdf")
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise _Unfit(f"读不出来（{error.__class__.__name__}）", "检查权限") from error
    if size > LARGEST:
        raise _Unfit(f"太大（{size / 1024 / 1024:.1f} MB）", f"缩到 {LARGEST // 1024 // 1024} MB 以内")
    ending = named[1]
    found = next((kind for kind, sign in _SIGNS.items() if data.startswith(sign)), None)
    if found is None:
        raise _Unfit("内容不是 PDF、PNG 或 JPG", "用别的程序重新导出")
    if found != ending:
        raise _Unfit(f"名字以 .{ending} 结尾，内容却是 {found.upper()}", f"改名，以 .{found} 结尾")
    return AttachedFile(data, _pages_of_pdf(data) if ending == "pdf" else (_picture(data, ending),))


def _pages_of_pdf(data: bytes) -> tuple[bytes, ...]:
    """The picture of every page. Page by page: twenty of them at once would be half a gigabyte."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise _Unfit("PDF 有密码" if locked else "PDF 打不开", "去掉密码" if locked else "重新导出一份") from error
    try:
        document.init_forms()  # or the fields of a form that can be filled in would not be drawn
        if not 1 <= len(document) <= MOST_PAGES:
            raise _Unfit(f"PDF 有 {len(document)} 页", f"留 1 到 {MOST_PAGES} 页")
        pictures = []
        for number in range(len(document)):
            page = document[number]
            width, height = page.get_size()
            if width < 1 or height < 1:
                raise _Unfit(f"PDF 第 {number + 1} 页是空的", "删掉那一页")
            bitmap = page.render(scale=min(max(PICTURE) / max(width, height), min(PICTURE) / min(width, height)))
            pictures.append(_written(bitmap.to_pil(), "PNG"))
            bitmap.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise _Unfit("PDF 画不出来", "重新导出一份") from error
    finally:
        document.close()
    return tuple(pictures)


def _picture(data: bytes, ending: str) -> bytes:
    """Upright as the camera held it, without what the camera wrote about place and time, no larger than a page."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=["PNG" if ending == "png" else "JPEG"]) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _Unfit(f"图片太大（{opened.width} × {opened.height}）", f"缩到 {MOST_PIXELS // 10_000} 万像素以内")
            upright = ImageOps.exif_transpose(opened)
            transparent = upright.has_transparency_data
            seen = upright.convert("RGBA" if transparent else "RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _Unfit("图片打不开", "重新导出一份") from error
    if transparent:
        paper = Image.new("RGB", seen.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        seen = paper
    across = seen.width > seen.height
    seen.thumbnail((max(PICTURE), min(PICTURE)) if across else PICTURE)
    return _written(seen, "PNG" if ending == "png" else "JPEG")


def _written(picture: Image, kind: str) -> bytes:
    file = io.BytesIO()
    if kind == "PNG":
        red, green, blue = picture.convert("RGB").split()
        grey = red.tobytes() == green.tobytes() == blue.tobytes()
        (red if grey else picture.convert("RGB")).save(file, "PNG")  # most forms are grey: a third of the bytes
    else:
        picture.save(file, "JPEG", quality=90, exif=b"")
    return file.getvalue()
