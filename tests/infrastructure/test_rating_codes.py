"""好差评 codes: read from a real picture, kept as an address, shown only where hall.toml allows its host."""

from __future__ import annotations

from pathlib import Path

import pytest
import qrcode
from PIL import Image
from qrcode.image.pil import PilImage

from kiosk.domain.hall import CounterId
from kiosk.domain.refusals import RatingCodeUnfit
from kiosk.infrastructure.paths import DataDirectory
from kiosk.infrastructure.rating_codes import check_address, code_of, keep_code, read_code

HOSTS = ("pj.example.gov.cn", "*.pingjia.example.cn")
ADDRESS = "https://pj.example.gov.cn/r?w=410105&c=3"
THREE = CounterId(3)


def picture(folder: Path, *texts: str, name: str = "code.png") -> Path:
    """The codes side by side on white."""
    codes = [qrcode.make(text, image_factory=PilImage).get_image().convert("RGB") for text in texts]
    sheet = Image.new("RGB", (sum(code.width for code in codes) + 100, max((code.height for code in codes), default=0) + 100), "white")
    left = 50
    for code in codes:
        sheet.paste(code, (left, 50))
        left += code.width
    path = folder / name
    sheet.save(path)
    return path


def reason(of: pytest.ExceptionInfo[RatingCodeUnfit]) -> str:
    return str(of.value.facts()["reason"])


@pytest.mark.parametrize("name", ["code.png", "code.jpg", "code.bmp"])
def test_a_picture_becomes_an_address_and_is_shown(tmp_path: Path, name: str) -> None:
    data = DataDirectory(tmp_path / "data")
    code = read_code(picture(tmp_path, ADDRESS, name=name), THREE, HOSTS)
    assert (code.address, code.host) == (ADDRESS, "pj.example.gov.cn")
    keep_code(code, data)
    assert code_of(THREE, data, HOSTS) == code
    assert code_of(CounterId(1), data, HOSTS) is None


def test_a_host_that_is_no_longer_allowed_is_no_longer_shown(tmp_path: Path) -> None:
    data = DataDirectory(tmp_path)
    keep_code(read_code(picture(tmp_path, ADDRESS), THREE, HOSTS), data)
    assert code_of(THREE, data, ()) is None


def test_a_file_that_somebody_has_edited_shows_nothing(tmp_path: Path) -> None:
    data = DataDirectory(tmp_path)
    keep_code(read_code(picture(tmp_path, ADDRESS), THREE, HOSTS), data)
    (data.rating_codes / "3.json").write_text('{"address": "https://elsewhere.example.com/", "image": ""}', "utf-8")
    assert code_of(THREE, data, HOSTS) is None
    (data.rating_codes / "3.json").write_text("nothing", "utf-8")
    assert code_of(THREE, data, HOSTS) is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), "no_code"),
        ((ADDRESS, ADDRESS + "2"), "several"),
        (("http://pj.example.gov.cn/",), "no_address"),
        (("评价",), "no_address"),
        (("https://elsewhere.example.com/",), "foreign_host"),
    ],
)
def test_what_is_no_code_of_the_hall(tmp_path: Path, texts: tuple[str, ...], expected: str) -> None:
    with pytest.raises(RatingCodeUnfit) as refused:
        read_code(picture(tmp_path, *texts), THREE, HOSTS)
    assert reason(refused) == expected


def test_the_same_code_twice_on_a_picture_is_one(tmp_path: Path) -> None:
    assert read_code(picture(tmp_path, ADDRESS, ADDRESS), THREE, HOSTS).address == ADDRESS


@pytest.mark.parametrize("content", [b"", b"nothing", b"\x89PNG\r\n\x1a\n broken"])
def test_what_is_no_picture(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.png").write_bytes(content)
    with pytest.raises(RatingCodeUnfit) as refused:
        read_code(tmp_path / "x.png", THREE, HOSTS)
    assert reason(refused) == "no_picture"


def test_a_picture_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RatingCodeUnfit) as refused:
        read_code(tmp_path / "nothing.png", THREE, HOSTS)
    assert reason(refused) == "no_picture"


@pytest.mark.parametrize(
    "address", [ADDRESS, "https://PJ.example.gov.cn/x", "https://a.pingjia.example.cn/", "https://pj.example.gov.cn:443/"]
)
def test_addresses_that_may_be_shown(address: str) -> None:
    check_address(address, HOSTS)


@pytest.mark.parametrize(
    "address",
    [
        "https://pj.example.gov.cn.evil.example/",
        "https://evilpj.example.gov.cn/",
        "https://pingjia.example.cn/",
        "https://pj.example.gov.cn@evil.example/",
        "https://evil.example/pj.example.gov.cn",
        "https://user:word@pj.example.gov.cn/",
        "https://pj.example.gov.cn:8443/",
        "https://pj.example.gov.cn:nine/",
        "https:///x",
        "javascript:alert(1)",
        "https://pj.example.gov.cn/" + "x" * 500,
        "https://pj.example.gov.cn/\n",
    ],
)
def test_addresses_that_may_not(address: str) -> None:
    with pytest.raises(RatingCodeUnfit):
        check_address(address, HOSTS)
