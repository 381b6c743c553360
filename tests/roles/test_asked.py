"""A whole kiosk without a window: what is searched and not found reaches the editors, what tickets were for reaches the search page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.commands.count_miss import count_miss
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.application.queries.asked import search_misses
from kiosk.domain.queueing import TicketClass
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.citizen.search import SearchViewModel
from kiosk.roles.citizen import CitizenKiosk
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock, hall

UNHEARD_OF = "xqzvkj"
ITEMS = ("WHL-MZ-007", "WHL-MZ-005", "WHL-SB-018")


@contextmanager
def searching(data: DataDirectory, qtbot: QtBot) -> Iterator[tuple[CitizenKiosk, SearchViewModel]]:
    """A person at the search page, with everything that is made ahead made."""
    parts = Parts(data=data, environment={"KIOSK_NOW": MONDAY_TEN.isoformat()})
    kiosk = CitizenKiosk(parts)
    try:
        kiosk.navigator.go("search")
        qtbot.waitUntil(lambda: kiosk.jobs.idle, timeout=20_000)
        yield kiosk, cast("SearchViewModel", kiosk.citizen.model("search"))
    finally:
        kiosk.close()


def typed(page: SearchViewModel, letters: str) -> None:
    for letter in letters:
        page.typeLetter(letter)


def test_a_session_with_two_searches_counts_both_once(data: DataDirectory, qtbot: QtBot) -> None:
    with searching(data, qtbot) as (kiosk, page):
        typed(page, UNHEARD_OF)
        assert page.state == "empty"
        page.clear()
        typed(page, UNHEARD_OF)
        page.openHelper()
        kiosk.navigator.back()
        page.clear()
        typed(page, UNHEARD_OF[::-1])
        assert page.state == "empty"
        kiosk.navigator.home()
        qtbot.waitUntil(lambda: kiosk.jobs.idle, timeout=20_000)
        misses = search_misses(snapshot=kiosk.parts.snapshot(), clock=kiosk.parts.clock)
        assert [day.times for day in misses.days] == [2]
        assert misses.words == ()


def test_a_search_that_finds_something_counts_nothing(data: DataDirectory, qtbot: QtBot) -> None:
    with searching(data, qtbot) as (kiosk, page):
        typed(page, "shebaoka")
        assert page.state == "content"
        kiosk.navigator.home()
        qtbot.waitUntil(lambda: kiosk.jobs.idle, timeout=20_000)
        assert search_misses(snapshot=kiosk.parts.snapshot(), clock=kiosk.parts.clock).days == ()


def test_what_tickets_were_for_stands_on_the_search_page(data: DataDirectory, parts: Parts, qtbot: QtBot) -> None:
    edition = parts.edition()
    for turn, item in enumerate(ITEMS):
        for number in range(5 + turn):
            take_ticket(
                line="A", item=item, ticket_class=TicketClass.NORMAL, request_id=f"{item}-{number}", uow=parts.unit_of_work(), clock=parts.clock,
                hall=hall(minutes=1), known_items=edition,
            )  # fmt: skip
    with searching(data, qtbot) as (kiosk, page):
        page.fitRows(6)
        assert kiosk.pages.asked.most_asked == ITEMS[::-1]
        assert [row.key for row in page.rows.rows] == list(ITEMS[::-1])


@pytest.mark.skipif(os.name != "posix", reason="an open database cannot be damaged there")
def test_with_a_damaged_database_people_search_as_before(data: DataDirectory, qtbot: QtBot) -> None:
    data.database.write_bytes(b"not a database at all" * 200)
    with searching(data, qtbot) as (kiosk, page):
        assert page.state == "content", "the empty box shows what it shows in a new hall"
        typed(page, UNHEARD_OF)
        assert page.state == "empty"
        page.clear()
        typed(page, "shebaoka")
        assert page.state == "content"
        qtbot.waitUntil(lambda: kiosk.jobs.idle, timeout=20_000)
        assert str(kiosk.navigator.here) == "search"
        assert kiosk.pages.asked.most_asked == ()


def test_the_third_person_on_the_second_day_makes_it_words(data: DataDirectory, parts: Parts, qtbot: QtBot) -> None:
    friday = StandingClock(MONDAY_TEN - timedelta(days=3))
    for _ in range(2):
        count_miss(text=UNHEARD_OF, fingerprints=parts.fingerprints(), uow=parts.unit_of_work(), clock=friday)
    with searching(data, qtbot) as (kiosk, page):
        typed(page, UNHEARD_OF)
        kiosk.navigator.home()
        qtbot.waitUntil(lambda: kiosk.jobs.idle, timeout=20_000)
        (words,) = search_misses(snapshot=kiosk.parts.snapshot(), clock=kiosk.parts.clock).words
        assert (words.words, words.times, words.days) == (UNHEARD_OF, 3, 2)
