"""Lists, life events and notices, really drawn: every row of every page whole, in both orientations, and what is pressed leads on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.catalog import CatalogList
from kiosk.domain.hall import Notice, NoticeKind
from kiosk.interface.citizen.life_event import LifeEventViewModel
from kiosk.interface.citizen.list_page import ListViewModel
from kiosk.interface.citizen.notices import NoticesViewModel
from kiosk.interface.shared.navigator import Navigator
from tests.support.guide_screens import real_edition
from tests.support.halls import StandingClock, hall
from tests.support.list_screens import UPRIGHT, WIDE, ListScreen

Shape = tuple[int, int, bool]
LONG = Notice(
    "这条告示的标题刚好二十个字长到一行放不下",
    "放几天、哪天补班，都写在这里。" * 20,
    NoticeKind.HALL,
    date(2026, 11, 2),
    date(2026, 12, 30),
)
NOTICES = (
    LONG,
    Notice("供暖试水", "家里留人。", NoticeKind.STREET, date(2026, 11, 12)),
    *(Notice(f"第 {number} 条", "照常办事。", NoticeKind.HALL) for number in range(8)),
)


@pytest.fixture(params=[(*UPRIGHT, False), (*WIDE, False), (*UPRIGHT, True)], ids=["upright", "wide", "upright-hc"])
def shape(request: pytest.FixtureRequest) -> Shape:
    made: Shape = request.param
    return made


@pytest.fixture
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture
def draw(qapp: object, shape: Shape) -> Iterator[Callable[..., ListScreen]]:
    made: list[ListScreen] = []

    def drawn(page: str, model: object) -> ListScreen:
        width, height, contrast = shape
        made.append(ListScreen(page, model, width, height, contrast=contrast))  # type: ignore[arg-type]  # a QObject, named by its page
        return made[-1]

    yield drawn
    for screen in made:
        screen.close()


def page_by_page(screen: ListScreen, model: ListViewModel | LifeEventViewModel | NoticesViewModel) -> Iterator[str]:
    """The faults of every page from here on."""
    while True:
        yield from (f"page {model.page}: {fault}" for fault in screen.faults())
        if model.page == model.pages:
            return
        model.nextPage()
        screen.settle()


@pytest.mark.parametrize("which", list(CatalogList))
def test_every_row_of_a_list_is_whole(draw: Callable[..., ListScreen], navigator: Navigator, which: CatalogList) -> None:
    model = ListViewModel(edition=real_edition(), navigator=navigator)
    model.enter(which, returning=False)
    screen = draw("ListPage", model)
    seen: list[str] = []
    faults: list[str] = []
    for _ in range(model.pages):
        faults += screen.faults()
        seen += [row.key for row in model.rows.rows]
        model.nextPage()
        screen.settle()
    assert faults == []
    assert seen == [row.code for row in real_edition().listed(which)]


@pytest.mark.parametrize("which", [CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY])
def test_every_board_of_themes_and_departments_is_whole(draw: Callable[..., ListScreen], navigator: Navigator, which: CatalogList) -> None:
    model = ListViewModel(edition=real_edition(), navigator=navigator)
    model.enter(which, returning=False)
    screen = draw("ListPage", model)
    faults: list[str] = []
    for _ in range(2):
        for place in ("在本大厅办", "只给指引", "都看"):
            screen.tap(place)
            faults += screen.faults()
        for _ in range(4):
            faults += screen.faults()
            if any(board.turns for board in model.boards.rows):
                screen.tap("更多")
        screen.tap(model.regroupText)
    assert faults == []


def test_a_theme_and_a_row_lead_on(draw: Callable[..., ListScreen], navigator: Navigator) -> None:
    model = ListViewModel(edition=real_edition(), navigator=navigator)
    model.enter("social_security", returning=False)
    screen = draw("ListPage", model)
    screen.tap("社保卡 4")
    assert screen.chosen() == ["社保卡 4", "都看"]
    row = model.rows.rows[0]
    screen.tap(row.spoken)
    assert str(navigator.here) == f"guide/{row.key}"


def test_pages_are_turned_by_buttons(draw: Callable[..., ListScreen], navigator: Navigator) -> None:
    model = ListViewModel(edition=real_edition(), navigator=navigator)
    model.enter("convenience", returning=False)
    screen = draw("ListPage", model)
    first = model.rows.rows
    assert "上一页" not in screen.names()
    screen.tap("下一页")
    assert (model.page, model.rows.rows != first) == (2, True)
    screen.tap("上一页")
    assert (model.page, model.rows.rows) == (1, first)


def test_a_proof_says_its_verdict_in_the_list(draw: Callable[..., ListScreen], navigator: Navigator) -> None:
    model = ListViewModel(edition=real_edition(), navigator=navigator)
    model.enter("abolished", returning=False)
    screen = draw("ListPage", model)
    assert screen.words().count("不用开") == len(model.rows.rows)
    screen.tap("找哪个证明？")
    assert str(navigator.here) == "search/proofs/"


def test_nothing_found_says_what_to_do(draw: Callable[..., ListScreen], navigator: Navigator) -> None:
    model = ListViewModel(edition=real_edition(), navigator=navigator)
    model.enter("convenience", returning=False)
    screen = draw("ListPage", model)
    screen.tap("只给指引")
    empty = next(board for board in model.boards.rows if board.figure == "0")
    screen.tap(f"{empty.label} 0")
    assert "这一类里没有" in screen.words()
    assert screen.faults() == []
    screen.tap("看全部")
    assert model.state == "content"
    model.choosePlace("guide")
    model.chooseGroup(empty.key)
    screen.settle()
    screen.tap("找金小二")
    assert str(navigator.here) == "helper"


@pytest.mark.parametrize("event", list(real_edition().life_events))
def test_every_life_event_is_whole(draw: Callable[..., ListScreen], navigator: Navigator, event: str) -> None:
    model = LifeEventViewModel(edition=real_edition(), navigator=navigator)
    model.enter(event, returning=False)
    screen = draw("LifeEventPage", model)
    seen: list[str] = []
    faults: list[str] = []
    tabs = [tab.key for tab in model.tabs.rows] or [""]
    for tab in tabs:
        if tab:
            model.chooseGroup(tab)
            screen.settle()
        faults += page_by_page(screen, model)
        model.chooseGroup(tab or "0")
        for _ in range(model.pages):
            seen += [row.key for group in model.groups.rows for row in group.entries.rows]
            model.nextPage()
    assert faults == []
    assert seen == list(real_edition().life_events[event].items)  # type: ignore[index]  # an id of the edition itself


def test_a_row_of_a_life_event_leads_to_its_guide(draw: Callable[..., ListScreen], navigator: Navigator) -> None:
    model = LifeEventViewModel(edition=real_edition(), navigator=navigator)
    model.enter("disability", returning=False)
    screen = draw("LifeEventPage", model)
    row = model.groups.rows[0].entries.rows[0]
    screen.tap(row.spoken)
    assert str(navigator.here) == f"guide/{row.key}"


def test_notices_are_whole_in_the_list_and_in_full(draw: Callable[..., ListScreen], navigator: Navigator) -> None:
    model = NoticesViewModel(hall=replace(hall(), notices=NOTICES), clock=StandingClock(), navigator=navigator)
    model.enter("", returning=False)
    screen = draw("NoticesPage", model)
    # Their beginnings may be cut: the whole text is one touch away.
    cut = {f"cut: {row.text}" for row in model.rows.rows}
    assert [fault for fault in screen.faults() if fault not in cut] == []
    assert "大厅，11 月 2 日，这条告示的标题刚好二十个字长到一行放不下" in screen.names()
    screen.tap("大厅，11 月 2 日，这条告示的标题刚好二十个字长到一行放不下")
    assert str(navigator.here) == "notices/0"
    model.enter("0", returning=False)
    screen.settle()
    assert LONG.text in screen.words()
    assert screen.faults() == []


def test_no_notice_is_not_an_empty_board(draw: Callable[..., ListScreen], navigator: Navigator) -> None:
    model = NoticesViewModel(hall=hall(), clock=StandingClock(), navigator=navigator)
    model.enter("", returning=False)
    screen = draw("NoticesPage", model)
    assert "今天没有告示" in screen.words()
    assert screen.names() == ["找金小二"]
    assert screen.faults() == []
