"""`kiosk shot display/…`: each state of the display as a picture, from a throw-away copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles import shot
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN


@pytest.fixture
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_NOW", MONDAY_TEN.isoformat())


def taken(parts: Parts) -> int:
    with parts.snapshot() as snapshot:
        return len(snapshot.tickets.on_day(MONDAY_TEN.date()))  # type: ignore[arg-type]  # a business day is a date


def test_every_state_is_another_picture_and_the_hall_stays_as_it_is(
    data: DataDirectory, parts: Parts, tmp_path: Path, qtbot: QtBot, monday: None
) -> None:
    pictures = []
    for state in ("calling", "between", "notice", "away", "closed"):
        out = tmp_path / f"{state}.png"
        assert shot.run([f"display/{state}", "--size", "640x360", "--out", str(out), "--data", str(data.root)]) == 0
        pictures.append(QImage(str(out)))
    assert all((picture.width(), picture.height()) == (640, 360) for picture in pictures)
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])
    assert taken(parts) == 0, "only the copy rehearses"


def test_display_alone_is_a_call(data: DataDirectory, tmp_path: Path, qtbot: QtBot, monday: None) -> None:
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    for page, out in (("display", one), ("display/calling", other)):
        assert shot.run([page, "--size", "640x360", "--out", str(out), "--data", str(data.root)]) == 0
    assert QImage(str(one)) == QImage(str(other))


def test_a_state_that_is_none_is_wrong_usage(
    data: DataDirectory, tmp_path: Path, qtbot: QtBot, capfd: pytest.CaptureFixture[str], monday: None
) -> None:
    assert shot.run(["display/dancing", "--out", str(tmp_path / "x.png"), "--data", str(data.root)]) == 2
    assert "display/dancing" in capfd.readouterr().err
