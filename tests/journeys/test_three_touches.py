"""Any of the 97 items in three touches: features/three_touches.feature."""

from __future__ import annotations

from typing import cast

import pytest
from pytest_bdd import scenarios, then

from kiosk.domain.catalog import CatalogList
from kiosk.interface.citizen.life_event import LifeEventViewModel
from tests.journeys.kiosk_at_hand import KioskAtHand

scenarios("three_touches.feature")
pytestmark = pytest.mark.usefixtures("at_hand")


@then("从首页按生活事件走，97 件事都在两下以内")
def all_items_by_life_event(kiosk: KioskAtHand) -> None:
    """One touch opens the life event, one the item; pages are turned in between. The models do what the touches would tell them."""
    parts = kiosk.kiosk
    edition = parts.parts.edition()
    home, life_event = parts.pages.home, cast("LifeEventViewModel", parts.citizen.model("life-event"))
    boards = [board.key for board in home.lifeEvents.rows]
    assert len(boards) == 12
    reached = set()
    for board in boards:
        parts.navigator.home()
        home.openLifeEvent(board)
        assert kiosk.page == f"life-event/{board}"
        offered = []
        for page in range(1, life_event.pages + 1):
            assert life_event.page == page
            offered += [row.key for group in life_event.groups.rows for row in group.entries.rows]
            life_event.nextPage()
        for code in offered:
            life_event.openEntry(code)
            assert kiosk.page == f"guide/{code}"
            parts.navigator.back()
        reached |= set(offered)
    every = {row.code for which in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY) for row in edition.listed(which)}
    assert len(every) == 97
    assert every - reached == set()
