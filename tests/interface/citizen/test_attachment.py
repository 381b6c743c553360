"""The hall's own forms on the screen: which, which page, what paper; and nothing of it after the session."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.application.ports import PrintOutcome
from kiosk.application.unavailable import PrintCause
from kiosk.domain.catalog import Attachment, AttachmentKind, Edition, EntryCode, Material, MaterialForm, MaterialProvider, Requirement
from kiosk.domain.my_list import my_list
from kiosk.domain.queueing import PrintState
from kiosk.infrastructure.catalog_files.checker import check_catalog
from kiosk.infrastructure.catalog_files.edition_file import read_current_edition
from kiosk.infrastructure.catalog_files.edition_publishing import EditionFolder
from kiosk.interface.citizen.attachment import AttachmentViewModel
from kiosk.interface.citizen.attachment_words import look_words
from kiosk.interface.citizen.guide_rows import Tab, tab_rows
from kiosk.interface.citizen.my_list_rows import ListRowKind, list_rows
from kiosk.interface.shared.idle import READING
from kiosk.interface.shared.navigator import Navigator, Place
from tests.support.attached_catalog import CODE, attached_catalog
from tests.support.forms import HeldForms
from tests.support.ticket_screen import HeldJobs

PRINTED = PrintOutcome(PrintState.PRINTED)
TWO, PHOTO, COUNTER = f"{CODE}/0", f"{CODE}/1", f"{CODE}/3"


class Screen:
    """The page as the role wires it: walking there enters it."""

    def __init__(self, edition: Edition, desk: HeldForms | None) -> None:
        self.jobs = HeldJobs()
        self.navigator = Navigator()
        self.page = AttachmentViewModel(edition=edition, desk=desk, jobs=self.jobs, navigator=self.navigator)
        self.navigator.listen(self._moved)

    def _moved(self, place: Place, returning: bool) -> None:
        if place.page == "attachment":
            self.page.enter(place.argument, returning)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> EditionFolder:
    content = check_catalog(attached_catalog(tmp_path_factory.mktemp("hall") / "catalog"), today=date(2026, 11, 22)).content
    assert content is not None
    shelf = EditionFolder(tmp_path_factory.mktemp("editions"))
    shelf.publish(content)
    return shelf


@pytest.fixture
def edition(editions: EditionFolder) -> Edition:
    found = read_current_edition(editions.folder)
    assert found is not None
    return found


@pytest.fixture
def desk() -> HeldForms:
    return HeldForms()


@pytest.fixture
def screen(qapp: object, edition: Edition, desk: HeldForms) -> Screen:
    return Screen(edition, desk)


def material(*kinds: AttachmentKind) -> Material:
    attachments = tuple(Attachment(kind, "x.png", "0" * 64, ("1" * 64,)) for kind in kinds)
    return Material("表", MaterialForm.FORM, MaterialProvider.COUNTER, Requirement.REQUIRED, attachments=attachments)


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), ""),
        ((AttachmentKind.BLANK,), "空白表"),
        ((AttachmentKind.SAMPLE,), "看样子"),
        ((AttachmentKind.SAMPLE, AttachmentKind.BLANK), "看表和样子"),
    ],
)
def test_the_mark_says_what_there_is(kinds: tuple[AttachmentKind, ...], words: str) -> None:
    assert look_words(material(*kinds)) == words


def test_a_list_marks_the_papers_that_have_a_form_and_no_others(edition: Edition) -> None:
    item = edition.item(EntryCode(CODE))
    rows = list_rows(item, my_list(item, {}), frozenset(), frozenset())
    assert {row.key: row.look for row in rows if row.kind is ListRowKind.TICK and row.look} == {"0": "看表和样子", "1": "看样子"}
    (counter,) = [row for row in rows if row.kind is ListRowKind.LOOK]
    assert (counter.key, counter.look) == ("3", "空白表")
    assert rows[rows.index(counter) - 1].kind is ListRowKind.GROUP
    other = edition.item(EntryCode("WHL-MZ-007"))
    assert not any(row.look for row in list_rows(other, my_list(other, {}), frozenset(), frozenset()))


def test_a_guide_marks_them_too(edition: Edition) -> None:
    rows = tab_rows(Tab.MATERIALS, edition.item(EntryCode(CODE)), edition)
    assert {row.leads: row.look for row in rows if row.look} == {"0": "看表和样子", "1": "看样子", "3": "空白表"}
    assert all(bool(row.look) == bool(row.leads) for row in rows)


@pytest.mark.parametrize(
    "argument", ["", CODE, f"{CODE}/", f"{CODE}/2", f"{CODE}/99", f"{CODE}/-1", f"{CODE}/x", "WHL-MZ-007/0", "QX-10/0", "X/0"]
)
def test_what_has_no_form_is_no_page(screen: Screen, argument: str) -> None:
    with pytest.raises(KeyError):
        screen.page.enter(argument, returning=False)


def test_the_first_page_of_the_first_form(screen: Screen) -> None:
    assert screen.page.patience is READING
    screen.navigator.go("attachment", TWO)
    assert (screen.page.paper, screen.page.kind, screen.page.otherLabel) == ("居民身份证", "空白表", "看样子")
    assert screen.page.source.startswith("file:")
    assert (screen.page.placeText, screen.page.canPrevious, screen.page.canNext) == ("第 1 页，共 2 页", False, True)
    assert screen.page.printLabel == "打印"


def test_pages_turn_and_the_sample_begins_anew(screen: Screen) -> None:
    screen.navigator.go("attachment", TWO)
    first = screen.page.source
    screen.page.next()
    assert screen.page.source not in ("", first)
    assert (screen.page.placeText, screen.page.canPrevious, screen.page.canNext) == ("第 2 页，共 2 页", True, False)
    screen.page.next()
    assert screen.page.placeText == "第 2 页，共 2 页"
    screen.page.showOther()
    assert (screen.page.kind, screen.page.otherLabel, screen.page.paged) == ("填好的样子", "看空白表", False)
    screen.page.showOther()
    assert screen.page.source == first


def test_an_enlarged_page_is_read_part_by_part(screen: Screen) -> None:
    screen.navigator.go("attachment", TWO)
    screen.page.enlarge()
    screen.page.divided(2)
    assert screen.page.placeText == "第 1 页，共 2 页\n第 1 块，共 2 块"
    parts = []
    for _ in range(3):
        screen.page.next()
        parts.append(screen.page.placeText)
    assert parts == ["第 1 页，共 2 页\n第 2 块，共 2 块", "第 2 页，共 2 页\n第 1 块，共 2 块", "第 2 页，共 2 页\n第 2 块，共 2 块"]
    assert not screen.page.canNext
    screen.page.previous()
    screen.page.previous()
    assert screen.page.placeText == "第 1 页，共 2 页\n第 2 块，共 2 块"
    screen.page.enlarge()
    assert screen.page.placeText == "第 1 页，共 2 页"
    screen.page.divided(4)
    assert screen.page.placeText == "第 1 页，共 2 页"


def test_a_pdf_is_printed_as_it_is_and_a_photograph_as_pictures(screen: Screen, desk: HeldForms) -> None:
    screen.navigator.go("attachment", TWO)
    screen.page.printOut()
    assert (desk.forms[0].pdf or b"").startswith(b"%PDF-")
    assert len(desk.forms[0].pictures) == 2
    screen.navigator.go("attachment", PHOTO)
    screen.page.printOut()
    assert desk.forms[1].pdf is None
    assert desk.forms[1].pictures[0].startswith(b"\xff\xd8\xff")


def test_paper_is_told_as_it_stands(screen: Screen, desk: HeldForms) -> None:
    screen.navigator.go("attachment", TWO)
    assert screen.page.paperTitle == ""
    screen.page.printOut()
    screen.page.printOut()
    assert len(desk.forms) == 1
    assert (screen.page.paperTitle, screen.page.printLabel) == ("正在打印", "")
    desk.futures[0].set_result(PRINTED)
    assert (screen.page.paperTitle, screen.page.printLabel) == ("印好了，在旁边的打印机取", "再印一张")
    assert screen.page.paperNote == "没出纸？到窗口要一张。"
    screen.page.showOther()
    assert (screen.page.paperTitle, screen.page.printLabel) == ("", "打印")
    screen.page.printOut()
    screen.page.showOther()
    desk.futures[1].set_result(PrintOutcome(PrintState.FAILED, PrintCause.NO_PAPER))
    assert screen.page.paperTitle == "印好了，在旁边的打印机取"
    screen.page.showOther()
    assert (screen.page.paperTitle, screen.page.paperTone, screen.page.printLabel) == ("打印机没纸了", "alarm", "再试一次")
    assert "码" not in screen.page.paperNote


def test_a_bug_in_the_printer_is_a_paper_that_failed(screen: Screen, desk: HeldForms) -> None:
    screen.navigator.go("attachment", TWO)
    screen.page.printOut()
    desk.futures[0].set_exception(ZeroDivisionError())
    assert screen.page.paperTitle == "没印出来"


def test_without_an_a4_printer_there_is_no_button(qapp: object, edition: Edition) -> None:
    screen = Screen(edition, None)
    screen.navigator.go("attachment", TWO)
    assert screen.page.printLabel == ""
    screen.page.printOut()
    assert screen.page.paperTitle == ""


def test_the_end_of_a_session_wipes_what_was_looked_at(screen: Screen, desk: HeldForms) -> None:
    screen.navigator.go("attachment", TWO)
    screen.page.next()
    screen.page.enlarge()
    screen.page.printOut()
    screen.page.forget()
    assert desk.futures[0].cancelled()
    page = screen.page
    assert (page.paper, page.kind, page.source, page.placeText, page.paperTitle, page.printLabel, page.enlarged) == (
        "",
        "",
        "",
        "",
        "",
        "",
        False,
    )
    screen.navigator.go("attachment", PHOTO)
    assert (page.kind, page.enlarged, page.paperTitle) == ("填好的样子", False, "")


def test_what_is_found_after_the_session_is_shown_to_nobody(screen: Screen) -> None:
    screen.jobs.hold = True
    screen.navigator.go("attachment", TWO)
    screen.page.forget()
    screen.jobs.settle()
    assert screen.page.source == ""


def test_coming_back_finds_the_page_and_another_paper_begins_anew(screen: Screen) -> None:
    screen.navigator.go("attachment", TWO)
    screen.page.next()
    screen.navigator.go("helper")
    screen.navigator.back()
    assert screen.page.placeText == "第 2 页，共 2 页"
    screen.page.showOther()
    screen.navigator.go("attachment", COUNTER)
    assert (screen.page.kind, screen.page.placeText) == ("空白表", "第 1 页，共 2 页")
    screen.navigator.back()
    assert (screen.page.kind, screen.page.placeText) == ("空白表", "第 1 页，共 2 页")
    screen.page.close()


def test_a_damaged_picture_takes_only_its_page_away(screen: Screen, edition: Edition) -> None:
    blank = edition.item(EntryCode(CODE)).materials[0].attachments[0]
    path = edition.attached_file(blank.pictures[0])
    whole = path.read_bytes()
    try:
        path.write_bytes(b"x")
        screen.navigator.go("attachment", TWO)
        assert (screen.page.source, screen.page.awayText, screen.page.printLabel) == ("", "这张表现在打不开", "")
        screen.page.next()
        assert (screen.page.awayText, screen.page.printLabel) == ("", "打印")
        assert screen.page.source
        screen.page.printOut()
        assert screen.page.paperTitle == "没印出来"
    finally:
        path.write_bytes(whole)
    screen.page.previous()
    assert screen.page.awayText == ""
    assert Path(screen.page.source.removeprefix("file://")) == path
