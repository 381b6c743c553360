"""Fifty markers, planted wherever a person can leave something, are nowhere when the session has ended."""

from __future__ import annotations

import logging
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.application.ticket_paper import qr_text_of
from kiosk.domain.catalog import EntryCode, ServiceItem
from kiosk.infrastructure.logbook import keep_log
from kiosk.infrastructure.paths import DataDirectory
from tests.journeys.kiosk_at_hand import KioskAtHand
from tests.support.halls import MONDAY_TEN
from tests.support.traces import places_of, traces

ITEM, OTHER = EntryCode("WHL-MZ-001"), EntryCode("WHL-MZ-005")
EACH = 10
LOT = random.Random(5)


def letters() -> str:
    """Initials that nothing in the catalogue has, and no file by accident."""
    return "".join(LOT.choice("jqvwxz") for _ in range(9))


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where programs put what is only for now: this kiosk's, and nobody else's."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def kiosk(qapp: QApplication, data: DataDirectory, temporary: Path) -> Iterator[KioskAtHand]:
    """With everything in its log that any library says."""
    settings = data.hall_settings.read_text("utf-8")
    preview = f'kind = "preview"\naddress = "{(data.root / "spool").as_posix()}"\n'
    assert 'kind = "none"\n' in settings
    data.hall_settings.write_text(settings.replace('kind = "none"\n', preview, 1), "utf-8")
    handler = keep_log(data.logs, "citizen")
    handler.filters.clear()
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    made = KioskAtHand(data, size=(540, 960))
    made.set_clock(MONDAY_TEN)
    yield made
    made.close()
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()


def model(kiosk: KioskAtHand, page: str) -> Any:
    return kiosk.kiosk.citizen.model(page)


def item_of(kiosk: KioskAtHand, code: EntryCode = ITEM) -> ServiceItem:
    return kiosk.kiosk.parts.edition().item(code)


# Each plants one marker through the page it is named for, and gives it back.


def searched(kiosk: KioskAtHand) -> str:
    marker = letters()
    kiosk.kiosk.navigator.go("search")
    kiosk.touch(marker[0].upper())
    for letter in marker[1:]:
        model(kiosk, "search").typeLetter(letter)
    return marker


def answered(kiosk: KioskAtHand) -> str:
    """A real choice by the page, and the marker beside it where choices are kept: the catalogue's own words are everybody's. It is kept for an
    item that nobody looks at, for it answers no question of any."""
    marker = letters()
    kiosk.kiosk.navigator.go("questions", ITEM)
    model(kiosk, "questions").chooseUnsure()
    kiosk.kiosk.pages.told.answer(item_of(kiosk, OTHER), marker, marker)
    return marker


def ticked(kiosk: KioskAtHand) -> str:
    marker = letters()
    kiosk.kiosk.navigator.go("my-list", ITEM)
    kiosk.kiosk.pages.told.see_list(item_of(kiosk))
    kiosk.kiosk.pages.told.turn(item_of(kiosk), marker)
    return marker


def typed_number(kiosk: KioskAtHand) -> str:
    digits = str(LOT.randrange(1_000, 9_999))
    kiosk.kiosk.navigator.go("my-turn")
    page = model(kiosk, "my-turn")
    page.chooseLine("A")
    for digit in digits:
        page.typeDigit(digit)
    page.go()
    kiosk.read(f"A{digits}")
    return f"A{digits}"


def scanned(kiosk: KioskAtHand) -> str:
    marker = letters()
    kiosk.kiosk.navigator.go("my-turn")
    kiosk.kiosk._scanned(qr_text_of(hall=marker, number="A012", issued_at=MONDAY_TEN))
    return marker


def walk_away(kiosk: KioskAtHand) -> None:
    kiosk.wait(lambda: kiosk.kiosk.jobs.idle, "the last question is answered")
    assert kiosk.page != "home"
    kiosk.quiet_seconds(160)
    assert kiosk.page == "home"
    kiosk.wait(lambda: kiosk.kiosk.jobs.idle, "what the end of a session asks for is done")


@pytest.mark.slow
@pytest.mark.parametrize("plant", [searched, answered, ticked, typed_number, scanned], ids=lambda plant: plant.__name__)
def test_ten_markers_of_a_kind_are_nowhere(kiosk: KioskAtHand, temporary: Path, plant: Callable[[KioskAtHand], str]) -> None:
    planted = []
    for turn in range(EACH):
        planted.append(plant(kiosk))
        if turn == 0:
            assert places_of(planted[0], kiosk, temporary), "the search must find what is there"
        walk_away(kiosk)
    assert len(set(planted)) == EACH
    assert traces(planted, kiosk, temporary) == []
    assert kiosk.kiosk.pages.told.answers(item_of(kiosk)) == kiosk.kiosk.pages.told.answers(item_of(kiosk, OTHER)) == {}
    assert kiosk.kiosk.pages.told.ticks(item_of(kiosk)) == frozenset()


@pytest.mark.slow
def test_a_whole_session_with_a_number_leaves_only_what_the_counter_needs(kiosk: KioskAtHand, temporary: Path) -> None:
    """Class, item, answers, ticks, a number, its paper, a helper's number: on the screen and in memory nothing stays."""
    answered(kiosk)
    kiosk.kiosk.navigator.go("my-list", ITEM)
    model(kiosk, "my-list").takeTicket()
    assert kiosk.page == f"ticket/{ITEM}"
    model(kiosk, "ticket").chooseClass("assisted")
    model(kiosk, "ticket").takeTicket()
    kiosk.wait(lambda: kiosk.page == "ticket-done", "the number")
    number = kiosk.kiosk.pages.taking.ticket
    assert number is not None
    assert kiosk.says(number.number)
    walk_away(kiosk)
    assert kiosk.kiosk.pages.taking.ticket is None
    assert [place for place in places_of(number.number, kiosk) if place.startswith(("scene", "shown"))] == []
    assert kiosk.kiosk.pages.told.answers(item_of(kiosk)) == {}
    assert [path for path in temporary.rglob("*") if path.is_file()] == []
