"""Life events: groups that hang page by page, tabs on wide screens, and nothing lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalog import CatalogList, LifeEventId
from kiosk.interface.citizen.life_event import HangingRoom, LifeEventViewModel, Part, TabRoom, derive_life_event_view, hang
from kiosk.interface.citizen.paging import ListState
from kiosk.interface.shared.navigator import Navigator
from tests.support.guide_screens import real_edition

EDITION = real_edition()
# As on a 21.5″ screen: nine rows under three headings, or ten under one with page buttons.
ROOM = HangingRoom(room=1258, group=92, row=103, pager=128)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((3, 3, 3), [[(0, 0, 3), (1, 0, 3), (2, 0, 3)]]),
        ((), [[]]),
        ((1, 0, 2), [[(0, 0, 1), (2, 0, 2)]]),
        ((8, 7, 10), [[(0, 0, 8)], [(1, 0, 7), (2, 0, 2)], [(2, 2, 10)]]),
        ((11,), [[(0, 0, 11)]]),
        ((12,), [[(0, 0, 10)], [(0, 10, 12)]]),
        ((4, 4, 3), [[(0, 0, 4), (1, 0, 4)], [(2, 0, 3)]]),
        ((9, 2), [[(0, 0, 9)], [(1, 0, 2)]]),
    ],
)
def test_groups_hang_page_by_page(sizes: tuple[int, ...], expected: list[list[tuple[int, int, int]]]) -> None:
    assert hang(sizes, ROOM) == tuple(tuple(Part(*part) for part in page) for page in expected)


@given(st.lists(st.integers(0, 30), max_size=3), st.floats(0, 2000))
def test_every_row_hangs_once_and_in_order(sizes: list[int], room: float) -> None:
    pages = hang(sizes, HangingRoom(room, 92, 103, 128))
    rows = [(part.group, row) for page in pages for part in page for row in range(part.start, part.end)]
    assert rows == [(group, row) for group, size in enumerate(sizes) for row in range(size)]
    for page in pages:
        height = sum(92 + (part.end - part.start) * 103 for part in page)
        assert height <= room or (len(page) <= 1 and sum(part.end - part.start for part in page) <= 1)


@pytest.mark.parametrize("event", list(EDITION.life_events))
def test_every_item_of_an_event_is_shown(event: LifeEventId) -> None:
    life_event = EDITION.life_events[event]
    view = derive_life_event_view(EDITION, life_event, ROOM, group=0, page=1)
    pages = [derive_life_event_view(EDITION, life_event, ROOM, group=0, page=page) for page in range(1, view.pages + 1)]
    assert [row.key for page in pages for group in page.groups for row in group.rows] == list(life_event.items)
    assert (view.title, view.count, view.state) == (life_event.name, str(len(life_event.items)), ListState.CONTENT)
    assert view.icon
    assert all(group.icon and group.label for group in view.groups)


def test_the_twelve_events_show_every_item_that_the_lists_hold() -> None:
    events = [
        derive_life_event_view(EDITION, event, HangingRoom(99_999, 92, 103, 128), group=0, page=1) for event in EDITION.life_events.values()
    ]
    shown = {row.key for view in events for group in view.groups for row in group.rows}
    listed = {row.code for which in (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY) for row in EDITION.listed(which)}
    assert (len(events), len(listed)) == (12, 97)
    assert shown == listed


def test_tabs_show_one_group_at_a_time() -> None:
    event = EDITION.life_events[LifeEventId("disability")]
    view = derive_life_event_view(EDITION, event, TabRoom(5), group=1, page=1)
    assert [(tab.label, tab.figure, tab.selected) for tab in view.tabs] == [
        (group.title, str(len(group.items)), group is event.groups[1]) for group in event.groups
    ]
    assert [row.key for group in view.groups for row in group.rows] == list(event.groups[1].items[:5])


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def model(qapp: object, navigator: Navigator) -> LifeEventViewModel:
    return LifeEventViewModel(edition=EDITION, navigator=navigator)


def test_before_anyone_comes_it_is_loading(model: LifeEventViewModel) -> None:
    model.fitRows(4)
    model.forget()
    assert model.state == "loading"


def test_an_unknown_event_is_a_key_error(model: LifeEventViewModel) -> None:
    with pytest.raises(KeyError):
        model.enter("wedding", returning=False)


def test_coming_back_keeps_tab_and_page_and_the_session_s_end_wipes_them(model: LifeEventViewModel) -> None:
    model.fitRows(4)
    model.enter("pension", returning=False)
    model.chooseGroup("2")
    model.nextPage()
    model.enter("pension", returning=True)
    assert (model.page, [tab.selected for tab in model.tabs.rows]) == (2, [False, False, True])
    model.forget()
    model.enter("pension", returning=True)
    assert (model.page, [tab.selected for tab in model.tabs.rows]) == (1, [True, False, False])


def test_a_page_beyond_the_last_is_the_last(model: LifeEventViewModel) -> None:
    model.fitGroups(ROOM.room, ROOM.group, ROOM.row, ROOM.pager)
    model.enter("pension", returning=False)
    for _ in range(9):
        model.nextPage()
    assert model.page == model.pages == 3
    model.previousPage()
    assert model.page == 2


def test_the_same_room_again_stays_silent(model: LifeEventViewModel) -> None:
    model.enter("disability", returning=False)
    model.fitGroups(ROOM.room, ROOM.group, ROOM.row, ROOM.pager)
    told: list[bool] = []
    model.viewChanged.connect(lambda: told.append(True))
    model.fitGroups(ROOM.room, ROOM.group, ROOM.row, ROOM.pager)
    assert told == []
    model.fitRows(2)
    assert told == [True]


def test_a_row_leads_to_its_guide(model: LifeEventViewModel, navigator: Navigator) -> None:
    model.enter("birth", returning=False)
    key = model.groups.rows[0].entries.rows[0].key
    model.openEntry(key)
    assert str(navigator.here) == f"guide/{key}"
