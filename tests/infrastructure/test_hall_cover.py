"""The cover of hall.toml never refuses, and says what the settings say."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.infrastructure.hall_cover import DIAGONAL, HALL_NAME, ZONE, cover_of
from kiosk.infrastructure.settings import demo_settings, settings_of


def test_it_agrees_with_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "hall.toml"
    settings = settings_of(path)
    cover = cover_of(path)
    assert (cover.hall_name, cover.zone, cover.diagonal) == (settings.hall.name, settings.zone, settings.screen.diagonal)


def test_without_a_file_it_is_the_demo_hall(tmp_path: Path) -> None:
    cover, demo = cover_of(tmp_path / "none.toml"), demo_settings()
    assert (cover.hall_name, cover.zone, cover.diagonal) == (demo.hall.name, demo.zone, demo.screen.diagonal)


@pytest.mark.parametrize(
    "text", ["", "hall = 3", '[hall]\nname = 7\ntimezone = "Nowhere/At_all"\n[screen]\ndiagonal = "big"', "\x00", "[[["]
)
def test_nonsense_is_the_demo_hall_until_the_settings_have_spoken(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hall.toml"
    path.write_text(text, encoding="utf-8")
    cover = cover_of(path)
    assert (cover.hall_name, str(cover.zone), cover.diagonal) == (HALL_NAME, ZONE, DIAGONAL)
