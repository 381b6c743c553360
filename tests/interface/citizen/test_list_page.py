"""The four lists: boards, places, tabs, pages, and what the person chose kept or forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.application.unavailable import EditionDamaged
from kiosk.domain.catalog import CatalogList, Edition, EntryCode
from kiosk.interface.citizen.list_page import COLUMNS, MORE, Grouping, ListChoice, ListView, ListViewModel, Place, derive_list_view
from kiosk.interface.citizen.paging import ListState
from kiosk.interface.shared.navigator import Navigator
from tests.support.guide_screens import real_edition

EDITION = real_edition()
ITEMS = (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY)


def derive(which: CatalogList, *, size: int = 5, **choice: object) -> ListView:
    start = ListChoice.of(which)
    fields = {"grouping": start.grouping, **choice}
    return derive_list_view(EDITION, ListChoice(which, **fields), size=size)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("which", "title", "layout", "count"),
    [
        (CatalogList.CONVENIENCE, "便民服务", "items", "60"),
        (CatalogList.SOCIAL_SECURITY, "社保业务", "items", "37"),
        (CatalogList.RETAINED, "保留证明", "retained", "34"),
        (CatalogList.ABOLISHED, "已取消证明", "abolished", "86"),
    ],
)
def test_a_list_at_first(which: CatalogList, title: str, layout: str, count: str) -> None:
    view = derive(which)
    assert (view.title, view.layout, view.count, view.state, view.page) == (title, layout, count, ListState.CONTENT, 1)
    assert view.pages == -(-int(count) // 5)
    assert view.note == "内容待大厅核对"
    assert [place.label for place in view.places] == (["都看", "在本大厅办", "只给指引"] if layout == "items" else [])


@pytest.mark.parametrize("which", ITEMS)
@pytest.mark.parametrize("grouping", [Grouping.THEME, Grouping.DEPARTMENT])
@pytest.mark.parametrize("place", list(Place))
def test_every_group_is_reachable_and_shows_as_many_as_its_board_says(which: CatalogList, grouping: Grouping, place: Place) -> None:
    seen: dict[str, int] = {}
    for turn in range(4):
        boards = derive(which, grouping=grouping, place=place, boards=turn).boards
        assert 2 <= len(boards) <= COLUMNS
        assert boards[0].label == "全部"
        seen |= {board.key: int(board.figure) for board in boards[1:] if not board.turns}
    for key, figure in seen.items():
        assert len(derive(which, grouping=grouping, place=place, group=key, size=99).rows) == figure
    assert sum(seen.values()) == len(derive(which, grouping=grouping, place=place, size=99).rows)


def test_the_largest_groups_hang_first_and_stay_where_they_are() -> None:
    boards = derive(CatalogList.CONVENIENCE).boards
    figures = [int(board.figure) for board in boards[1:-1]]
    assert figures == sorted(figures, reverse=True)
    assert [board.key for board in derive(CatalogList.CONVENIENCE, place=Place.GUIDE).boards] == [board.key for board in boards]
    assert boards[-1].turns


def test_few_groups_need_no_turning() -> None:
    assert [board.turns for board in derive(CatalogList.SOCIAL_SECURITY).boards] == [False] * COLUMNS


def test_former_issuers_are_tabs() -> None:
    boards = derive(CatalogList.ABOLISHED).boards
    assert [board.label for board in boards] == ["都看", "社区开的", "派出所开的", "别处开的"]
    assert sum(int(board.figure) for board in boards[1:]) == int(boards[0].figure) == 86


def test_a_guide_is_never_shown_as_done_here() -> None:
    here = {row.key for row in derive(CatalogList.CONVENIENCE, place=Place.HERE, size=99).rows}
    guides = {row.key for row in derive(CatalogList.CONVENIENCE, place=Place.GUIDE, size=99).rows}
    assert here
    assert guides
    assert not here & guides
    assert all(not EDITION.item(EntryCode(key)).hall_role.served_here for key in guides)


def test_a_choice_that_leaves_nothing_is_the_empty_state() -> None:
    empty = next(board for board in derive(CatalogList.CONVENIENCE, place=Place.GUIDE).boards if board.figure == "0")
    view = derive(CatalogList.CONVENIENCE, place=Place.GUIDE, group=empty.key)
    assert (view.state, view.rows, view.pages) == (ListState.EMPTY, (), 1)


def test_a_damaged_edition_is_the_error_state() -> None:
    def damaged(code: EntryCode) -> Iterator[None]:
        raise EditionDamaged(path="edition.json")

    edition = Edition(
        number=1,
        name="",
        published_on=EDITION.published_on,
        content_hash="",
        rows=list(EDITION.rows.values()),
        departments=list(EDITION.departments.values()),
        themes=list(EDITION.themes.values()),
        life_events=(),
        search_keys=tuple,
        decode=damaged,  # type: ignore[arg-type]  # it never answers
    )
    view = derive_list_view(edition, ListChoice.of(CatalogList.RETAINED), size=5)
    assert (view.state, view.rows, view.title) == (ListState.ERROR, (), "保留证明")


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def model(qapp: object, navigator: Navigator) -> ListViewModel:
    return ListViewModel(edition=EDITION, navigator=navigator)


def test_before_anyone_comes_it_is_loading(model: ListViewModel) -> None:
    assert model.state == "loading"
    model.fitRows(7)
    model.forget()
    assert model.state == "loading"


def test_an_unknown_list_is_a_key_error(model: ListViewModel) -> None:
    with pytest.raises(KeyError):
        model.enter("nothing", returning=False)


def test_coming_back_keeps_what_was_chosen_and_coming_anew_does_not(model: ListViewModel) -> None:
    model.enter("convenience", returning=False)
    model.choosePlace("here")
    model.nextPage()
    model.enter("convenience", returning=True)
    assert (model.page, [place.selected for place in model.places.rows]) == (2, [False, True, False])
    model.enter("convenience", returning=False)
    assert (model.page, [place.selected for place in model.places.rows]) == (1, [True, False, False])


def test_coming_back_to_another_list_starts_it_anew(model: ListViewModel) -> None:
    model.enter("convenience", returning=False)
    model.nextPage()
    model.enter("retained", returning=True)
    assert (model.title, model.page) == ("保留证明", 1)


def test_nothing_chosen_outlives_the_session(model: ListViewModel) -> None:
    model.enter("convenience", returning=False)
    model.regroup()
    model.chooseGroup(model.boards.rows[1].key)
    model.chooseGroup(MORE)
    model.choosePlace("here")
    model.forget()
    model.enter("convenience", returning=True)
    assert model.boards.rows[0].selected
    assert (model.regroupText, model.page, model.places.rows[0].selected) == ("按部门找", 1, True)


def test_turning_the_boards_leaves_the_rows(model: ListViewModel) -> None:
    model.enter("convenience", returning=False)
    model.nextPage()
    rows, boards = model.rows.rows, model.boards.rows
    model.chooseGroup(MORE)
    assert model.rows.rows == rows
    assert model.boards.rows[1:-1] != boards[1:-1]


def test_more_room_keeps_the_first_row_in_sight(model: ListViewModel) -> None:
    model.enter("abolished", returning=False)
    for _ in range(3):
        model.nextPage()
    first = model.rows.rows[0]
    model.fitRows(7)
    assert first in model.rows.rows
    assert len(model.rows.rows) == 7


def test_choosing_again_what_is_chosen_stays_silent(model: ListViewModel) -> None:
    model.enter("convenience", returning=False)
    told: list[bool] = []
    model.viewChanged.connect(lambda: told.append(True))
    model.choosePlace("all")
    model.fitRows(5)
    model.previousPage()
    assert told == []
    model.choosePlace("here")
    assert told == [True]


def test_ways_on(model: ListViewModel, navigator: Navigator) -> None:
    model.enter("retained", returning=False)
    for go, place in ((model.openSearch, "search/proofs/"), (model.openHelper, "helper")):
        go()
        assert str(navigator.here) == place
    model.openEntry(model.rows.rows[0].key)
    assert str(navigator.here) == f"proof/{model.rows.rows[0].key}"
