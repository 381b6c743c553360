"""`kiosk shot`: a picture of the size asked, of the page asked, whatever the state of the data; and one sentence where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles import shot
from tests.support.halls import MONDAY_TEN, command

PAGES = (
    "home",
    "list/convenience",
    "list/social_security",
    "list/retained",
    "list/abolished",
    "life-event/birth",
    "search",
    "search/低保",
    "search/proofs/亲属",
    "guide/WHL-MZ-001",
    "proof/QX-01",
    "proof/BL-01",
    "ticket",
    "ticket/WHL-WJ-007",
    "helper",
    "notices",
    "idle",
)
BOTH_WAYS = ((1080, 1920), (1920, 1080))


def picture(data: DataDirectory, page: str, out: Path, *, size: tuple[int, int] = (540, 960), mode: str = "") -> Image.Image:
    """Taken in this process, where a warning of the scene fails the test."""
    words = [page, "--size", f"{size[0]}x{size[1]}", "--out", str(out), "--data", str(data.root)]
    assert shot.run([*words, *(["--mode", mode] if mode else [])]) == 0
    return Image.open(out).convert("RGB")


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    monkeypatch.setenv("KIOSK_NOW", MONDAY_TEN.isoformat())


@pytest.mark.slow
@pytest.mark.parametrize("size", BOTH_WAYS, ids=["portrait", "landscape"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_picture(data: DataDirectory, tmp_path: Path, page: str, size: tuple[int, int]) -> None:
    taken = picture(data, page, tmp_path / "page.png", size=size)
    assert taken.size == size
    assert len(taken.getcolors(1 << 24) or []) > 20, "an empty page"


def test_the_picture_shows_the_page_asked_for(data: DataDirectory, tmp_path: Path) -> None:
    home = picture(data, "home", tmp_path / "new" / "home.png")
    other = picture(data, "list/abolished", tmp_path / "list.png")
    contrast = picture(data, "home", tmp_path / "contrast.png", mode="contrast")
    assert home.size == other.size == contrast.size == (540, 960)
    assert len({each.tobytes() for each in (home, other, contrast)}) == 3


def test_the_data_are_left_as_they_were(data: DataDirectory, tmp_path: Path) -> None:
    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(data.root.rglob("*")) if path.is_file() and path.suffix != ".sqlite3-shm"}

    before = files()
    picture(data, "ticket", tmp_path / "ticket.png")
    assert {name for name in files() if not name.endswith(("-wal", "-shm", ".lock"))} == {
        name for name in before if not name.endswith(("-wal", "-shm", ".lock"))
    }
    assert files()["kiosk.sqlite3"] == before["kiosk.sqlite3"]


@pytest.mark.parametrize(
    "page", ["nowhere", "guide/WHL-XX-999", "guide/QX-01", "proof/WHL-MZ-001", "list/none", "life-event/none", "home/x", "idle/x"]
)
def test_a_page_that_is_not_there_is_wrong_usage(data: DataDirectory, tmp_path: Path, capfd: pytest.CaptureFixture[str], page: str) -> None:
    assert shot.run([page, "--size", "540x960", "--out", str(tmp_path / "x.png"), "--data", str(data.root)]) == 2
    told = capfd.readouterr().err
    assert told.count("\n") == 1
    assert page in told
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize("words", [("--mode", "sepia"), ("--size", "12"), ("--size", "0x0"), ("--lang", "fr"), ("--diagonal", "big")])
def test_wrong_words_are_wrong_usage(tmp_path: Path, words: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as ended:
        shot.run(["home", *words, "--out", str(tmp_path / "x.png")])
    assert ended.value.code == 2


def test_a_broken_database_still_gives_a_picture(data: DataDirectory, tmp_path: Path) -> None:
    data.database.write_bytes(b"somebody's letter" * 400)
    for beside in ("-wal", "-shm"):
        data.database.with_name(data.database.name + beside).unlink(missing_ok=True)
    assert picture(data, "home", tmp_path / "home.png").size == (540, 960)
    assert picture(data, "guide/WHL-MZ-001", tmp_path / "guide.png").size == (540, 960)


def test_a_folder_that_is_not_there_yet_gives_a_picture_and_stays_away(tmp_path: Path) -> None:
    data = DataDirectory(tmp_path / "never-used")
    assert picture(data, "home", tmp_path / "home.png").size == (540, 960)
    assert not data.root.exists()


def test_a_picture_that_cannot_be_written_is_told(data: DataDirectory, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here already", "utf-8")
    answer = command(data, "shot", "home", "--size", "540x960", "--out", str(tmp_path / "file" / "home.png"))
    assert answer.code == 3, answer.err
    assert answer.err.count("\n") == 1
