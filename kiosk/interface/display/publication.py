"""What the display shows between calls: the published lists page by page, and the notices of the day.

Pure: edition and notices in, pages out. A page holds six rows, whole ones only; a notice is a page of its own. The notices come round between
two lists, so that a notice of today is seen within minutes.

Elsewhere: when which page is shown (display.py), the edition (domain.catalog).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from kiosk.domain.alerts import Alert
from kiosk.domain.catalog import CatalogList, Edition, EntryCode, EntryRow
from kiosk.domain.hall import Hall, Notice, NoticeKind
from kiosk.interface.shared.alert_words import again_words, alert_reason_words, stopped_until_words
from kiosk.interface.shared.entry_words import any_pending, plain_sentence, replacement_words, title_words
from kiosk.interface.shared.moments import short_date_words
from kiosk.interface.shared.typography import set_words

ROWS = 6
LONGEST_DETAIL = 32
"""Characters of the second column: two lines of its smaller type. What is longer gives way to the short word for the same."""

_BOARDS = {
    CatalogList.RETAINED: ("还要开\n的证明", "证明", "谁开"),
    CatalogList.ABOLISHED: ("不用开\n的证明", "证明", "现在怎么办"),
    CatalogList.CONVENIENCE: ("便民\n服务", "事情", "说的是"),
    CatalogList.SOCIAL_SECURITY: ("社保\n业务", "事情", "说的是"),
}
_KINDS = {NoticeKind.HALL: "大厅\n告示", NoticeKind.STREET: "街上\n的事"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page in the order in which they come round: a page of a list (from 1), or the notice at this place among those of today."""

    list: CatalogList | None
    place: int


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """`place`: its number in the list."""

    key: str
    place: str
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """`kind`: the list, or `notice`; its board has that colour. `title` is broken for the board; `text` is a notice's."""

    kind: str = ""
    heading: str = ""
    title: str = ""
    figure: str = ""
    page: int = 1
    pages: int = 1
    page_words: str = ""
    name_head: str = ""
    detail_head: str = ""
    edition_words: str = ""
    rows: tuple[PublishedRow, ...] = ()
    notice_title: str = ""
    text: str = ""


def leaves_of(edition: Edition, notices: int) -> tuple[Leaf, ...]:
    """Every page once round. Lists that are empty are left out."""
    noticed = tuple(Leaf(None, place) for place in range(notices))
    found: list[Leaf] = []
    for which in _BOARDS:
        if edition.counts[which]:
            found += [*noticed, *(Leaf(which, page) for page in range(1, _pages(edition, which) + 1))]
    return tuple(found) or noticed


def page_of(leaf: Leaf, edition: Edition, notices: Sequence[Notice]) -> PublishedPage:
    """IndexError for a notice that is not shown any more."""
    if leaf.list is None:
        return _notice_page(notices[leaf.place], leaf.place, len(notices))
    return _list_page(leaf.list, leaf.place, edition)


def alert_notice(alert: Alert, edition: Edition, hall: Hall) -> Notice:
    """今日停办, as a notice of the hall: what, why, and from when on it is done again."""
    line = hall.line(alert.line) if alert.line is not None else None
    row = edition.rows.get(EntryCode(alert.item)) if alert.item is not None else None
    name = title_words(row) if row is not None else line.name if line is not None else alert.item or alert.line or ""
    return Notice(
        f"{name} {stopped_until_words(alert.until)}",
        f"{alert_reason_words(alert.reason.value)}，{again_words(alert.until)}。",
        NoticeKind.HALL,
    )


def _pages(edition: Edition, which: CatalogList) -> int:
    return -(-edition.counts[which] // ROWS)


def _list_page(which: CatalogList, page: int, edition: Edition) -> PublishedPage:
    title, name_head, detail_head = _BOARDS[which]
    first = (page - 1) * ROWS
    rows = list(edition.listed(which))[first : first + ROWS]
    pending = any_pending(edition, [row.code for row in rows])
    pages = _pages(edition, which)
    return PublishedPage(
        kind=which.value,
        heading="公示",
        title=title,
        figure=str(edition.counts[which]),
        page=page,
        pages=pages,
        page_words=f"第 {page} 页 / 共 {pages} 页",
        name_head=name_head,
        detail_head=detail_head,
        edition_words=f"第 {edition.number} 版" + (" · 待大厅核对" if pending else ""),
        rows=tuple(PublishedRow(row.code, str(first + place), _name(row), _detail(row, edition)) for place, row in enumerate(rows, 1)),
    )


def _name(row: EntryRow) -> str:
    """Items in plain words; proofs by the name that stands on the paper somebody was asked for."""
    return set_words(row.name) if row.list in {CatalogList.RETAINED, CatalogList.ABOLISHED} else title_words(row)


def _detail(row: EntryRow, edition: Edition) -> str:
    match row.list:
        case CatalogList.RETAINED:
            return set_words(edition.proof(row.code).issued_by or "问窗口")
        case CatalogList.ABOLISHED:
            how = set_words(edition.proof(row.code).replacement_how or "")
            return how if 0 < len(how) <= LONGEST_DETAIL else replacement_words(row.replaced_by)
        case CatalogList.CONVENIENCE | CatalogList.SOCIAL_SECURITY:
            return plain_sentence(row)
        case _:
            assert_never(row.list)


def _notice_page(notice: Notice, place: int, notices: int) -> PublishedPage:
    return PublishedPage(
        kind="notice",
        heading="看一看",
        title=_KINDS[notice.kind],
        page=place + 1,
        pages=notices,
        page_words=_days_words(notice),
        notice_title=set_words(notice.title),
        text=set_words(notice.text),
    )


def _days_words(notice: Notice) -> str:
    first = short_date_words(notice.shown_from) if notice.shown_from else ""
    last = f"到 {short_date_words(notice.shown_until)}" if notice.shown_until else ""
    return f"{first}起\n{last}" if first and last else first or last
