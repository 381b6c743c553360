"""Rows of entries: every one of the 217 has a title and what a person needs at a glance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.catalog import CatalogList, EntryCode
from kiosk.interface.citizen.entry_rows import entry_page, entry_row_view, open_entry
from kiosk.interface.shared.navigator import Navigator
from tests.support.guide_screens import real_edition

EDITION = real_edition()


def test_every_entry_has_a_row_that_says_something() -> None:
    views = [entry_row_view(row, EDITION) for row in EDITION.rows.values()]
    assert len(views) == 217
    for view in views:
        proof = view.listKey in ("retained", "abolished")
        assert view.title
        assert view.spoken.startswith(view.title)
        assert bool(view.papers) is not proof
        assert bool(view.verdict) is proof
        assert view.subtitle != view.title


def test_proofs_say_their_verdict_and_what_replaces_or_issues_them() -> None:
    for row in EDITION.listed(CatalogList.ABOLISHED):
        view = entry_row_view(row, EDITION)
        assert (view.verdict, view.needed, bool(view.aside)) == ("不用开", False, True)
    retained = [entry_row_view(row, EDITION) for row in EDITION.listed(CatalogList.RETAINED)]
    assert {(view.verdict, view.needed, view.aside) for view in retained} == {("要开", True, "")}
    assert all(view.subtitle for view in retained)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("QX-01", "社区不再开，看户口簿"),
        ("QX-21", "派出所不再开，看身份证"),
        ("QX-77", "社区不再开"),
        ("BL-02", "谁开：户籍所在地公安派出所"),
        ("BL-34", "谁开：村（居）民委员会核实，街道确认；以自然资源部门征地资料为准"),
        ("BL-07", "谁开：公安派出所；车站机场公安制证点"),
    ],
)
def test_an_answer_names_who_issues_or_who_no_longer_does_and_what_replaces_it(code: str, answer: str) -> None:
    """Brackets of a long issuer are left to its page; those within a word stay."""
    row = EDITION.rows[EntryCode(code)]
    if code == "QX-77":
        row = replace(row, former_issuer="community", replaced_by=None)
    view = entry_row_view(row, EDITION, answering=True)
    assert (view.subtitle, view.aside) == (answer, "")
    assert answer in view.spoken


def test_without_an_answer_the_official_name_stands() -> None:
    silent = replace(EDITION.rows[EntryCode("QX-77")], former_issuer=None, replaced_by=None)
    assert entry_row_view(silent, EDITION, answering=True).subtitle == entry_row_view(silent, EDITION).subtitle


def test_plain_words_stand_under_the_title_where_they_say_more() -> None:
    row = EDITION.rows[EntryCode("WHL-CL-001")]
    assert entry_row_view(row, EDITION).subtitle == "残疾人证新办"
    told = replace(row, tagline="头一回办,证管10年。")
    assert entry_row_view(told, EDITION, in_plain_words=True).subtitle == "头一回办，证管 10 年"
    silent = replace(row, tagline=f"{row.plain_name}。")
    assert entry_row_view(silent, EDITION, in_plain_words=True).subtitle == "残疾人证新办"


def test_helpable_only_when_the_hall_says_so() -> None:
    row = EDITION.rows[EntryCode("WHL-CL-001")]
    shown = {value: entry_row_view(replace(row, helpable=value), EDITION) for value in (True, False, None)}
    assert {value: view.helpable for value, view in shown.items()} == {True: True, False: False, None: False}
    assert ["可帮办" in view.spoken for view in shown.values()] == [True, False, False]


def test_lit_characters_are_passed_on() -> None:
    view = entry_row_view(EDITION.rows[EntryCode("WHL-CL-001")], EDITION, matched=(1, 2))
    assert (view.matchStart, view.matchLength) == (1, 2)


@pytest.mark.parametrize(("code", "place"), [("WHL-CL-001", "guide/WHL-CL-001"), ("QX-01", "proof/QX-01"), ("BL-01", "proof/BL-01")])
def test_an_entry_opens_on_its_page(code: str, place: str) -> None:
    navigator = Navigator()
    open_entry(EDITION, navigator, code)
    assert str(navigator.here) == place
    assert place.startswith(entry_page(EDITION.rows[EntryCode(code)]))


def test_a_code_that_is_not_there_opens_nothing() -> None:
    navigator = Navigator()
    with pytest.raises(KeyError):
        open_entry(EDITION, navigator, "WHL-XX-999")
    assert str(navigator.here) == "home"
