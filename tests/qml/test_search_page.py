"""The search page, really drawn: every key and word whole and large in each of its states, and what is pressed or typed is what is searched."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain.catalog import EntryCode
from kiosk.interface.citizen.asked_watch import AskedWatch
from kiosk.interface.citizen.search import SearchViewModel
from kiosk.interface.shared.navigator import Navigator
from tests.support.list_screens import UPRIGHT, WIDE, ListScreen
from tests.support.search_phrases import real_edition
from tests.support.ticket_screen import HeldJobs

Drawn = tuple[SearchViewModel, ListScreen]


@pytest.fixture(scope="module")
def navigator() -> Navigator:
    return Navigator()


@pytest.fixture(scope="module")
def asked(qapp: object) -> AskedWatch:
    """Nothing is known of what is asked for most, until a test says so."""
    return AskedWatch(count=lambda _: None, ask=tuple, jobs=HeldJobs())


@pytest.fixture(scope="module")
def model(asked: AskedWatch, navigator: Navigator) -> SearchViewModel:
    """One for all screens: making its index takes half a second."""
    return SearchViewModel(edition=real_edition(), asked=asked, jobs=HeldJobs(), navigator=navigator)


@pytest.fixture(
    scope="module",
    params=[(*UPRIGHT, False), (*WIDE, False), (*UPRIGHT, True), (*WIDE, True)],
    ids=["upright", "wide", "upright-hc", "wide-hc"],
)
def screen(model: SearchViewModel, request: pytest.FixtureRequest) -> Iterator[ListScreen]:
    width, height, contrast = request.param
    screen = ListScreen("SearchPage", model, width, height, contrast=contrast)
    yield screen
    screen.close()


@pytest.fixture
def drawn(model: SearchViewModel, screen: ListScreen, navigator: Navigator) -> Iterator[Drawn]:
    """The page as somebody new finds it."""
    navigator.home()
    model.enter("", returning=False)
    screen.settle()
    yield model, screen
    model.forget()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "g",
        "sb",
        "glbt",
        "jiashizheng",
        "社保卡",
        "残疾证dl",
        "既有住宅加装电梯意见征询与公示",
        "困难群体城乡居民养老保险费",
        "qsxqsxqsxqsxqsxqsxqs",
        "w",
        "proofs/",
        "proofs/g",
        "proofs/qsgx",
        "proofs/亲属关系证明",
        "proofs/jiashizheng",
        "proofs/临时身份证明",
    ],
)
def test_every_state_stands_whole(drawn: Drawn, text: str) -> None:
    model, screen = drawn
    model.enter(text, returning=False)
    screen.settle()
    faults = screen.faults()
    for _ in range(min(3, model.pages - 1)):
        model.turnPage()
        screen.settle()
        faults += screen.faults()
    for _ in range(3 if model.moreCandidates else 0):
        model.turnCandidates()
        screen.settle()
        faults += screen.faults()
    assert faults == []


def test_keys_are_there_and_large(drawn: Drawn) -> None:
    _, screen = drawn
    names = screen.names()
    assert [name for name in names if len(name) == 1 and name.isascii()] == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert {"清空", "删除", "证明要不要开"} <= set(names)
    keys = [item for item in screen.pressables() if len(str(item.property("name"))) == 1]
    assert min(min(item.width(), item.height()) for item in keys) * 0.248 >= 20


def test_pressing_keys_searches_and_a_word_takes_their_place(drawn: Drawn) -> None:
    model, screen = drawn
    screen.tap("D")
    screen.tap("B")
    assert (model.text, model.rows.rows[0].key) == ("db", "WHL-MZ-001")
    assert "低保" in screen.words()
    screen.tap("低保")
    assert model.text == "低保"
    screen.tap("删除")
    assert model.text == ""


def test_quick_taps_on_one_key_are_all_letters(drawn: Drawn) -> None:
    model, screen = drawn
    for _ in range(3):
        screen.tap("Z")
    assert model.text == "zzz"
    screen.tap("清空")
    assert model.text == ""


def test_a_result_leads_to_its_page(drawn: Drawn, navigator: Navigator) -> None:
    model, screen = drawn
    model.enter("健在证明", returning=False)
    screen.settle()
    screen.tap(model.rows.rows[0].spoken)
    assert str(navigator.here) == "proof/QX-10"


def test_nothing_found_leads_to_a_person_and_to_the_nearest(drawn: Drawn, navigator: Navigator) -> None:
    model, screen = drawn
    model.enter("jiashizheng", returning=False)
    screen.settle()
    assert {"这里 97 项里没有，可能在别处办。", "是不是想找这些？"} <= set(screen.words())
    screen.tap(model.near.rows[0].spoken)
    assert str(navigator.here).endswith(model.near.rows[0].key)
    screen.tap("没找到？问金小二")
    assert str(navigator.here) == "helper"


def test_every_proof_stands_whole_in_its_line(drawn: Drawn) -> None:
    model, screen = drawn
    model.enter("proofs/", returning=False)
    found = []
    for _ in range(model.pages):
        screen.settle()
        found += screen.faults()
        model.turnPage()
    assert found == []


def test_the_proofs_are_a_touch_away(drawn: Drawn, navigator: Navigator) -> None:
    _, screen = drawn
    screen.tap("证明要不要开")
    assert str(navigator.here) == "search/proofs/"


def test_no_proof_found_leads_to_everything(drawn: Drawn, navigator: Navigator) -> None:
    model, screen = drawn
    model.enter("proofs/jiashizheng", returning=False)
    screen.settle()
    assert {"这里 120 张证明里没有。", "不用开", "看已取消证明"} <= set(screen.words())
    screen.tap("在所有事里找")
    assert str(navigator.here) == "search/jiashizheng"


def test_what_is_asked_most_has_its_name_and_stands_whole(drawn: Drawn, asked: AskedWatch) -> None:
    model, screen = drawn
    asked.most_asked = tuple(map(EntryCode, ("WHL-MZ-005", "WHL-MZ-001", "WHL-SB-020", "WHL-CL-002", "WHL-WJ-007", "WHL-SB-035")))
    model.enter("", returning=False)
    screen.settle()
    try:
        assert "大家常办" in screen.words()
        assert screen.faults() == []
    finally:
        asked.most_asked = ()


def test_a_keyboard_types_letters_and_nothing_else(drawn: Drawn) -> None:
    model, screen = drawn
    screen.window.requestActivate()
    page = screen.window.rootObject().childItems()[0]
    page.forceActiveFocus()
    ignored: list[Callable[[], None]] = [
        lambda: QTest.keyClick(screen.window, Qt.Key.Key_1),
        lambda: QTest.keyClick(screen.window, Qt.Key.Key_Escape),
        lambda: QTest.keyClick(screen.window, Qt.Key.Key_Return),
        lambda: QTest.keyClick(screen.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
    ]
    QTest.keyClick(screen.window, Qt.Key.Key_D)
    for press in ignored:
        press()
    QTest.keyClick(screen.window, Qt.Key.Key_B)
    assert model.text == "db"
    QTest.keyClick(screen.window, Qt.Key.Key_Backspace)
    assert model.text == "d"
