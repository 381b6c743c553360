"""The counters' official 好差评 codes: an image from the hall, read once, kept as the address it holds.

What is shown later is drawn anew from the address, sharp on any screen, and never the image itself; so a picture that only looks like a code
shows nothing. An address counts only with https and a host that hall.toml names, at import and again whenever it is shown.

Elsewhere: the hosts that may stand in one (settings.py), showing it at the end of a service (interface.counter.sheets).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.domain.hall import CounterId
from kiosk.domain.refusals import RatingCodeUnfit
from kiosk.infrastructure.paths import DataDirectory
from kiosk.infrastructure.settings import write_fault

MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000
LONGEST_ADDRESS = 500


@dataclass(frozen=True, slots=True)
class RatingCode:
    """`image`: the sha256 of the picture it was read from."""

    counter: CounterId
    address: str
    image: str

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""


def read_code(picture: Path, counter: CounterId, hosts: tuple[str, ...]) -> RatingCode:
    """The one code on the picture. Refuses RatingCodeUnfit: no picture, no code or several, not https, a host that is not allowed."""
    try:
        content = picture.read_bytes() if picture.stat().st_size <= MOST_BYTES else b""
    except OSError as error:
        raise RatingCodeUnfit(reason="no_picture", host=None) from error
    address = _address_on(content)
    check_address(address, hosts)
    return RatingCode(counter, address, sha256(content).hexdigest())


def check_address(address: str, hosts: tuple[str, ...]) -> None:
    """Refuses RatingCodeUnfit. `hosts`: whole host names; `*.example.gov.cn` stands for everything below it."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise RatingCodeUnfit(reason="no_address", host=None) from error
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme != "https" or not host or len(address) > LONGEST_ADDRESS or not address.isprintable():
        raise RatingCodeUnfit(reason="no_address", host=host or None)
    if port not in (None, 443) or parts.username is not None or not any(_stands_for(allowed, host) for allowed in hosts):
        raise RatingCodeUnfit(reason="foreign_host", host=host)


def _stands_for(allowed: str, host: str) -> bool:
    allowed = allowed.lower()
    return host.endswith(allowed[1:]) if allowed.startswith("*.") else host == allowed


def keep_code(code: RatingCode, data: DataDirectory) -> None:
    """DataFolderReadOnly, DiskFull."""
    path = _path(data, code.counter)
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({"address": code.address, "image": code.image}, ensure_ascii=False) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise write_fault(error, path.parent) from error


def code_of(counter: CounterId, data: DataDirectory, hosts: tuple[str, ...]) -> RatingCode | None:
    """None where the counter has none, or one that may not be shown any more."""
    try:
        kept = json.loads(_path(data, counter).read_text(encoding="utf-8"))
        code = RatingCode(counter, str(kept["address"]), str(kept["image"]))
        check_address(code.address, hosts)
    except (OSError, ValueError, KeyError, TypeError, RatingCodeUnfit):
        return None
    return code


def _path(data: DataDirectory, counter: CounterId) -> Path:
    return data.rating_codes / f"{counter}.json"


def _address_on(content: bytes) -> str:
    from io import BytesIO

    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG", "BMP")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise RatingCodeUnfit(reason="no_picture", host=None)
            found = {str(code.text) for code in zxingcpp.read_barcodes(image.convert("L")) if code.valid}
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise RatingCodeUnfit(reason="no_picture", host=None) from error
    if len(found) != 1:
        raise RatingCodeUnfit(reason="several" if found else "no_code", host=None)
    return found.pop()
