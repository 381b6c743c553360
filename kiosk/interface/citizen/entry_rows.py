"""One entry as one row of a board: lists, life events, search results, related entries. The words come from entry_words.

The rows of one page are made when that page is shown: a row may look into the whole entry, which is decoded on demand.

Elsewhere: the words (shared.entry_words), which entries stand on a page (list_page.py, life_event.py, search.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kiosk.domain.catalog import CatalogList, Edition, EntryCode, EntryRow, Verdict
from kiosk.interface.shared.entry_words import (
    item_papers_words,
    official_words,
    papers_words,
    plain_sentence,
    replacement_words,
    time_words,
    title_words,
    verdict_words,
)
from kiosk.interface.shared.list_names import list_name
from kiosk.interface.shared.navigator import Navigator
from kiosk.interface.shared.typography import set_words

PROOF_SCOPE = "proofs/"
"""Before the words of a search among the proofs alone: `search/proofs/亲属`. No search text has a stroke in it."""

_PROOFS = frozenset({CatalogList.RETAINED, CatalogList.ABOLISHED})
_LONG = 18
"""Beyond this an issuer does not fit the line of a narrow board: what stands in brackets is left to its page."""
_BRACKETS = re.compile("（[^（）]{2,}）")
_NO_LONGER = {"community": "社区不再开", "police": "派出所不再开"}


@dataclass(frozen=True, slots=True)
class EntryRowView:
    """What EntryBoard.qml shows. `papers` and `time` are empty for proofs, `verdict` for items; `aside` says what replaces an abolished
    proof. Characters `matchStart` to `matchStart + matchLength` of the title are lit (search); length 0 lights nothing."""

    key: str
    listKey: str
    listName: str
    title: str
    subtitle: str
    aside: str
    papers: str
    time: str
    helpable: bool
    verdict: str
    needed: bool
    matchStart: int
    matchLength: int
    spoken: str


def entry_page(row: EntryRow) -> str:
    """The page that shows an entry: `guide` for items, `proof` for proofs."""
    return "proof" if row.list in _PROOFS else "guide"


def open_entry(edition: Edition, navigator: Navigator, key: str) -> None:
    """Step to the page of the entry with this code. KeyError for a code that is not in the edition."""
    code = EntryCode(key)
    navigator.go(entry_page(edition.rows[code]), key)


def open_proof_search(navigator: Navigator) -> None:
    """Step to the search page, to look among the proofs alone."""
    navigator.go("search", PROOF_SCOPE)


def is_proof(row: EntryRow) -> bool:
    return row.list in _PROOFS


def entry_row_view(
    row: EntryRow, edition: Edition, *, in_plain_words: bool = False, answering: bool = False, matched: tuple[int, int] = (0, 0)
) -> EntryRowView:
    """The row of one entry. Under the title stands the official name, or with `in_plain_words` who or what it is for, where that is known.

    `answering`: under the title of a proof stands who issues it, or who no longer does and what replaces it.
    `matched`: (start, length) of the lit part, counted in the characters of `title_words(row)`.
    """
    return _proof_row(row, edition, answering, matched) if is_proof(row) else _item_row(row, edition, in_plain_words, matched)


def _item_row(row: EntryRow, edition: Edition, in_plain_words: bool, matched: tuple[int, int]) -> EntryRowView:
    title = title_words(row)
    papers = papers_words(row.least_papers, row.most_papers)
    if row.most_papers == 0:
        papers = item_papers_words(edition.item(row.code))
    time = time_words(row.days, row.days_unit)
    subtitle = (plain_sentence(row) if in_plain_words else "") or official_words(row)
    return EntryRowView(
        key=row.code,
        listKey=row.list,
        listName=list_name(row.list),
        title=title,
        subtitle=subtitle,
        aside="",
        papers=papers,
        time=time,
        helpable=row.helpable is True,
        verdict="",
        needed=False,
        matchStart=matched[0],
        matchLength=matched[1],
        spoken=_spoken(title, subtitle, papers, time, "可帮办" if row.helpable else ""),
    )


def _proof_row(row: EntryRow, edition: Edition, answering: bool, matched: tuple[int, int]) -> EntryRowView:
    title = title_words(row)
    official = official_words(row)
    verdict = Verdict.NOT_NEEDED if row.list is CatalogList.ABOLISHED else Verdict.NEEDED
    aside = replacement_words(row.replaced_by)
    issuer = edition.proof(row.code).issued_by if verdict is Verdict.NEEDED else None
    subtitle = official or (set_words(issuer) if issuer else "")
    if answering:
        subtitle, aside = _answer(row, issuer) or subtitle, ""
    return EntryRowView(
        key=row.code,
        listKey=row.list,
        listName=list_name(row.list),
        title=title,
        subtitle=subtitle,
        aside=aside,
        papers="",
        time="",
        helpable=False,
        verdict=verdict_words(verdict),
        needed=verdict is Verdict.NEEDED,
        matchStart=matched[0],
        matchLength=matched[1],
        spoken=_spoken(title, verdict_words(verdict), subtitle, aside),
    )


def _answer(row: EntryRow, issuer: str | None) -> str:
    """`谁开：原用人单位`, `社区不再开，看户口簿`. Two proofs of one name differ by who issues them: the police still do, the community no longer."""
    if row.list is CatalogList.RETAINED:
        words = set_words(issuer) if issuer else ""
        return f"谁开：{_BRACKETS.sub('', words) if len(words) > _LONG else words}" if words else ""
    return "，".join(part for part in (_NO_LONGER.get(row.former_issuer or ""), replacement_words(row.replaced_by)) if part)


def _spoken(*parts: str) -> str:
    return "，".join(part for part in parts if part)
