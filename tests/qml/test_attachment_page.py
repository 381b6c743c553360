"""The page of the hall's own forms, really drawn in both orientations: the form is seen, nothing is cut, everything pressable works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.application.ports import PrintOutcome
from kiosk.domain.catalog import Edition, EntryCode
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.catalog_files.checker import check_catalog
from kiosk.infrastructure.catalog_files.edition_file import read_current_edition
from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder
from kiosk.interface.citizen.attachment import AttachmentViewModel
from kiosk.roles.screen import Modes
from tests.interface.citizen.test_attachment import COUNTER, PHOTO, TWO
from tests.support.attached_catalog import CODE, attached_catalog
from tests.support.drawn_window import MM, SHAPES, DrawnWindow, place
from tests.support.forms import HeldForms
from tests.support.guide_screens import Screen
from tests.support.ticket_screen import TicketScreen

MODES = (Modes(), Modes(contrast=True), Modes(elder=True))


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    content = check_catalog(attached_catalog(tmp_path_factory.mktemp("hall") / "catalog"), today=date(2026, 11, 22)).content
    assert content is not None
    shelf = EditionFolder(tmp_path_factory.mktemp("editions"))
    shelf.publish(content)
    found = read_current_edition(shelf.folder)
    assert found is not None
    return found


class Drawn(DrawnWindow[TicketScreen]):
    """The window with this page, over a desk whose futures the test resolves."""

    def __init__(self, screen: TicketScreen, edition: Edition, size: tuple[int, int], qtbot: QtBot, modes: Modes) -> None:
        self.desk = HeldForms()
        self.page = AttachmentViewModel(edition=edition, desk=self.desk, jobs=screen.jobs, navigator=screen.navigator, parent=screen.owner)
        frame = screen.frame({"attachment": lambda: self.page})
        screen.navigator.replace("fault")
        super().__init__(screen, frame, size, qtbot, modes)

    def open(self, argument: str) -> None:
        self.screen.navigator.go("attachment", argument)
        self.screen.jobs.settle()
        self.wait_for("attachment")
        self.settle()

    def settle(self) -> None:
        """Until the picture is there, or it is said that there is none."""
        self.screen.jobs.settle()
        self.view.grabWindow()
        self.qtbot.waitUntil(lambda: self.form.property("ready") or bool(self.form.property("away")))
        self.view.grabWindow()

    @property
    def form(self) -> QQuickItem:
        (found,) = [item for item in self.items() if item.metaObject().className().startswith("FormPicture_QML")]
        return found

    def ink(self) -> Image.Image:
        """What is drawn where the form is."""
        seen = place(self.form).adjusted(4, 4, -4, -4)
        box = (int(seen.left()), int(seen.top()), int(seen.right()), int(seen.bottom()))
        return self.picture().convert("L").crop(box)

    def check(self) -> None:
        self.check_words()
        self.check_targets()
        targets = self.pressables()
        for number, item in enumerate(targets):
            for other in targets[number + 1 :]:
                shared = place(item).intersected(place(other))
                assert shared.isEmpty(), (item.property("name"), other.property("name"))
            assert place(item).intersected(place(self.form)).isEmpty(), item.property("name")


@pytest.fixture
def drawn(qapp: object, qtbot: QtBot, tmp_path: Path, edition: Edition) -> Iterator[Callable[..., Drawn]]:
    made: list[Drawn] = []

    def make(size: tuple[int, int], modes: Modes = Modes()) -> Drawn:  # noqa: B008
        made.append(Drawn(TicketScreen(tmp_path), edition, size, qtbot, modes))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("modes", MODES, ids=["usual", "contrast", "elder"])
def test_nothing_is_cut_or_covered(drawn: Callable[..., Drawn], size: tuple[int, int], modes: Modes) -> None:
    screen = drawn(size, modes)
    for argument in (TWO, PHOTO, COUNTER):
        screen.open(argument)
        screen.check()
        assert {"放大看", "打印", "好了，回去"} <= screen.names()
        screen.page.enlarge()
        screen.settle()
        screen.check()
        screen.page.enlarge()
        screen.page.printOut()
        screen.desk.futures[-1].set_result(PrintOutcome(PrintState.PRINTED))
        screen.settle()
        screen.check()
        assert "印好了，在旁边的打印机取" in screen.words()


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("modes", MODES[:2], ids=["usual", "contrast"])
def test_the_form_is_seen_black_on_white(drawn: Callable[..., Drawn], size: tuple[int, int], modes: Modes) -> None:
    screen = drawn(size, modes)
    screen.open(TWO)
    shades = screen.ink().histogram()
    assert sum(shades[:100]) > 500
    assert sum(shades[250:]) > 0.8 * sum(shades)


@pytest.mark.parametrize("size", SHAPES)
def test_parts_of_an_enlarged_page_cover_it(drawn: Callable[..., Drawn], size: tuple[int, int]) -> None:
    screen = drawn(size)
    screen.open(TWO)
    screen.tap("放大看")
    screen.qtbot.waitUntil(lambda: "块" in screen.page.placeText)
    seen = [screen.ink().tobytes()]
    while "第 1 页" in screen.page.placeText:
        screen.page.next()
        screen.settle()
        seen.append(screen.ink().tobytes())
    assert len(seen) > 2
    assert len(set(seen)) == len(seen)
    form = screen.form
    width, height = form.property("largeWidth"), form.property("largeWidth") / form.property("shape")
    assert form.property("across") * form.property("roomWide") >= width * 0.97
    assert form.property("down") * form.property("roomHigh") >= height * 0.97


def test_taps_do_what_they_say(drawn: Callable[..., Drawn]) -> None:
    screen = drawn(SHAPES[0])
    screen.open(TWO)
    screen.tap("下一页")
    screen.settle()
    assert screen.page.placeText == "第 2 页，共 2 页"
    screen.tap("看样子")
    screen.settle()
    assert "填好的样子：居民身份证" in screen.words()
    screen.tap("打印")
    assert len(screen.desk.forms) == 1
    screen.tap("好了，回去")
    assert screen.screen.navigator.here.page == "fault"


@pytest.mark.parametrize("size", SHAPES)
def test_a_form_that_is_gone_is_said(drawn: Callable[..., Drawn], size: tuple[int, int], edition: Edition) -> None:
    blank = edition.item(EntryCode(TWO.partition("/")[0])).materials[0].attachments[0]
    path = edition.attached_file(blank.pictures[0])
    whole = path.read_bytes()
    path.unlink()
    try:
        screen = drawn(size)
        screen.open(TWO)
        screen.check()
        assert "这张表现在打不开" in screen.words()
        assert {"放大看", "打印"}.isdisjoint(screen.names())
        assert {"看样子", "好了，回去", "下一页"} <= screen.names()
    finally:
        path.write_bytes(whole)


# -- the marks that lead there ---------------------------------------------------------------------------------------------------


@pytest.fixture(params=SHAPES, ids=["upright", "wide"])
def pages(qapp: object, request: pytest.FixtureRequest, edition: Edition) -> Iterator[Screen]:
    made = Screen(*request.param, edition=edition)
    yield made
    made.close()


def tap(screen: Screen, name: str) -> None:
    button = screen.button(name)
    assert min(button.width(), button.height()) * MM >= 15
    middle = place(button).center()
    QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(int(middle.x()), int(middle.y())))


def test_marks_of_a_list_lead_to_the_forms(pages: Screen, edition: Edition) -> None:
    pages.my_list.enter(CODE, returning=False)
    pages.show("my-list")
    met: set[str] = set()
    for page in range(pages.my_list.pages):
        assert pages.faults() == []
        marks = {str(item.property("name")) for kind in ("LookMark", "ReadingEntry") for item in pages.items(kind)}
        for mark in sorted(marks - met):
            tap(pages, mark)
        met |= marks
        if page + 1 < pages.my_list.pages:
            pages.my_list.next()
            pages.settle()
    assert met == {"看表和样子：居民身份证", "看样子：居民户口簿", "郑州市高龄津贴申请表，空白表"}
    assert sorted(went for went in pages.went if went.startswith("attachment/")) == [f"attachment/{each}" for each in (TWO, PHOTO, COUNTER)]
    assert not pages.told.ticks(edition.item(EntryCode(CODE))), "the mark is not the tick"


def test_marks_of_a_guide_lead_to_the_forms(pages: Screen) -> None:
    pages.open(CODE)
    pages.guide.openTab("materials")
    pages.settle()
    met: set[str] = set()
    for page in range(pages.guide.reading.pages):
        assert pages.faults() == []
        marks = {str(item.property("name")) for item in pages.items("LookMark")}
        for mark in sorted(marks - met):
            tap(pages, mark)
        met |= marks
        if page + 1 < pages.guide.reading.pages:
            pages.guide.reading.next()
            pages.settle()
    assert met == {"看表和样子：居民身份证", "看样子：居民户口簿", "空白表：郑州市高龄津贴申请表"}
    assert sorted(went for went in pages.went if went.startswith("attachment/")) == [f"attachment/{each}" for each in (TWO, PHOTO, COUNTER)]


def test_papers_without_a_form_have_no_mark(pages: Screen) -> None:
    pages.my_list.enter("WHL-MZ-007", returning=False)
    pages.show("my-list")
    assert list(pages.items("LookMark")) == []
    pages.open("WHL-MZ-007")
    pages.guide.openTab("materials")
    pages.settle()
    assert list(pages.items("LookMark")) == []
