"""Between calls: every entry of the catalogue comes round once, six to a page, and the notices come between the lists."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.catalog import CatalogList, Edition
from kiosk.domain.hall import Notice, NoticeKind
from kiosk.infrastructure.catalog_files.edition_file import read_edition
from kiosk.infrastructure.paths import built_edition
from kiosk.interface.display.publication import LONGEST_DETAIL, ROWS, Leaf, leaves_of, page_of

NOTICES = (
    Notice("义诊", "12号上午在广场。", NoticeKind.STREET, date(2026, 11, 12), date(2026, 11, 30)),
    Notice("调整窗口", "3号窗口今天不开。", NoticeKind.HALL),
)


@pytest.fixture(scope="module")
def edition() -> Edition:
    return read_edition(built_edition())


def test_every_entry_once_round_and_whole_pages(edition: Edition) -> None:
    leaves = leaves_of(edition, 0)
    pages = [page_of(leaf, edition, ()) for leaf in leaves]
    assert sorted(row.key for page in pages for row in page.rows) == sorted(edition.rows)
    assert all(len(page.rows) == ROWS or page.page == page.pages for page in pages)
    assert all(row.name and row.detail for page in pages for row in page.rows)


def test_places_count_through_a_list(edition: Edition) -> None:
    second = page_of(Leaf(CatalogList.RETAINED, 2), edition, ())
    assert [row.place for row in second.rows] == ["7", "8", "9", "10", "11", "12"]
    assert (second.figure, second.page_words, second.title) == (
        str(edition.counts[CatalogList.RETAINED]),
        "第 2 页 / 共 6 页",
        "还要开\n的证明",
    )


def test_what_the_hall_has_not_answered_for_is_said(edition: Edition) -> None:
    assert page_of(Leaf(CatalogList.ABOLISHED, 1), edition, ()).edition_words == f"第 {edition.number} 版 · 待大厅核对"


def test_details_fit_two_lines(edition: Edition) -> None:
    details = [row.detail for leaf in leaves_of(edition, 0) for row in page_of(leaf, edition, ()).rows]
    assert max(map(len, details)) <= LONGEST_DETAIL


def test_notices_come_between_the_lists(edition: Edition) -> None:
    kinds = [page_of(leaf, edition, NOTICES).kind for leaf in leaves_of(edition, len(NOTICES))]
    runs = [kind for place, kind in enumerate(kinds) if place == 0 or kinds[place - 1] != kind]
    assert runs == ["notice", "retained", "notice", "abolished", "notice", "convenience", "notice", "social_security"]
    assert kinds.count("notice") == 4 * len(NOTICES)


def test_a_notice(edition: Edition) -> None:
    page = page_of(Leaf(None, 0), edition, NOTICES)
    assert (page.title, page.notice_title, page.text, page.page_words) == (
        "街上\n的事", "义诊", "12 号上午在广场。", "11 月 12 日起\n到 11 月 30 日",
    )  # fmt: skip
    assert page_of(Leaf(None, 1), edition, NOTICES).page_words == ""


def test_a_notice_that_is_over_is_no_page(edition: Edition) -> None:
    with pytest.raises(IndexError):
        page_of(Leaf(None, 2), edition, NOTICES)
