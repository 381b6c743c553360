"""Every page on every screen in every mode: nothing cut, crowded, pale, small or nameless (experience.md §7, statements 2, 3 and 12).

The whole product is slow. The quick sample is pairwise over orientation, mode and diagonal, and shows every page on one of its screens.
Screens of 32″ and 43″ show what 21.5″ shows, which is asserted; their millimetres are checked on the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.screen import mm_per_pixel
from tests.support.drawn_scene import contrast_faults, focus_faults, layout_faults, millimetre_faults, name_faults
from tests.support.guide_screens import real_edition
from tests.support.halls import command
from tests.support.matrix_kiosk import FINE_SCREENS, LARGER, LOW_SCREENS, SCREENS, SMALL, USUAL, MatrixKiosk, Screen, reach_faults
from tests.support.matrix_states import State, furnish, states

# Of any two of orientation, mode and diagonal every pair is here.
PAIRWISE = tuple(screen for n, screen in enumerate(SCREENS) if n in {0, 3, 4, 7, 8, 11})
SAMPLE = (*PAIRWISE, LOW_SCREENS[1], LOW_SCREENS[4], FINE_SCREENS[0])


@pytest.fixture(scope="module")
def opened_hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory after first use, with printers, notices and forms."""
    data = DataDirectory(tmp_path_factory.mktemp("matrix-hall"))
    assert command(data, "prepare", "--json").code == 0
    furnish(data, real_edition())
    return data.root


def faults(kiosk: MatrixKiosk, shown: Iterable[State]) -> list[str]:
    """What is wrong, state by state."""
    screen = kiosk.screen
    found = []
    for state in shown:
        scene = kiosk.show(state)
        here = layout_faults(scene) + contrast_faults(scene) + name_faults(scene) + focus_faults(scene)
        here += reach_faults(scene, screen) if screen.modes.low else []
        for diagonal in {screen.diagonal, *(LARGER if screen.diagonal == USUAL and not screen.modes.low else ())}:
            here += millimetre_faults(scene, mm_per_pixel=mm_per_pixel(*screen.size, diagonal), body_mm=screen.body_mm)
        found += [f"{state}: {fault}" for fault in dict.fromkeys(here)]
    return found


def checked(screen: Screen, hall: Path, folder: Path, shown: Iterable[State]) -> str:
    kiosk = MatrixKiosk(hall, folder, screen)
    try:
        return "\n".join(faults(kiosk, shown))
    finally:
        kiosk.close()


@pytest.mark.parametrize("screen", SAMPLE, ids=lambda screen: screen.name)
def test_some_pages(screen: Screen, opened_hall: Path, tmp_path: Path, qapp: QApplication) -> None:
    turn = SAMPLE.index(screen)
    shown = states(real_edition())[turn :: len(SAMPLE)]
    assert checked(screen, opened_hall, tmp_path / "kiosk", shown) == ""


@pytest.mark.slow
@pytest.mark.parametrize("screen", [*SCREENS, *LOW_SCREENS, *FINE_SCREENS], ids=lambda screen: screen.name)
def test_every_page(screen: Screen, opened_hall: Path, tmp_path: Path, qapp: QApplication) -> None:
    assert checked(screen, opened_hall, tmp_path / "kiosk", states(real_edition())) == ""


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen.diagonal == USUAL][:2], ids=lambda screen: screen.name)
def test_larger_screens_look_the_same(screen: Screen, opened_hall: Path, tmp_path: Path, qapp: QApplication) -> None:
    kiosk = MatrixKiosk(opened_hall, tmp_path / "kiosk", screen)
    try:
        assert {kiosk.body_at(diagonal) for diagonal in LARGER} == {kiosk.body_at(USUAL)}
        assert kiosk.body_at(SMALL) > kiosk.body_at(USUAL)
    finally:
        kiosk.close()


def test_the_sample_is_pairwise() -> None:
    for one in ("size", "modes", "diagonal"):
        for other in ("size", "modes", "diagonal"):
            every = {(getattr(screen, one), getattr(screen, other)) for screen in SCREENS}
            assert {(getattr(screen, one), getattr(screen, other)) for screen in PAIRWISE} == every
