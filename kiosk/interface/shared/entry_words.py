"""What lists say of an entry in two or three words: papers, time, replacement, verdict. Pure: domain values in, words out.

Unknown stays unknown: a figure nobody has answered for is 问窗口 or left out, never a zero. The guide's own, longer words are elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from kiosk.domain.catalog import Edition, EntryCode, EntryRow, Material, ServiceItem, Verdict, VerificationStatus
from kiosk.interface.shared.typography import set_words

ASK_AT_COUNTER = "问窗口"
"""Short for 以窗口答复为准, where there is no room for a sentence."""

NOT_VERIFIED = "内容待大厅核对"

# The catalogue's words for what stands in place of an abolished proof, as one says them.
_REPLACEMENTS = {
    "户口簿": "看户口簿",
    "身份证": "看身份证",
    "法定证件": "看法定证件",
    "法律文书": "看法律文书",
    "书面承诺": "写个承诺",
    "部门核验": "部门自己核",
    "数据共享": "部门自己查",
    "不再需要": "不再要了",
}


def papers_words(least: int, most: int) -> str:
    """`带 2 样`, `带 1–3 样`, `最多带 3 样` where all depend on the situation; 问窗口 for none, which lists cannot tell from unknown."""
    if most <= 0:
        return ASK_AT_COUNTER
    if least <= 0:
        return f"最多带 {most} 样"
    return f"带 {least} 样" if least >= most else f"带 {least}–{most} 样"


def brings_nothing(materials: Sequence[Material]) -> bool:
    """True only when papers are named and every one of them is fetched by the authorities, replaced by a promise or handed out here."""
    return bool(materials) and all(material.omitted or material.from_counter for material in materials)


def item_papers_words(item: ServiceItem) -> str:
    """As `papers_words`, and 什么都不用带 where the item's own papers say so for certain."""
    least, most = item.papers_to_bring
    return "什么都不用带" if brings_nothing(item.materials) else papers_words(least, most)


def time_words(days: int | None, unit: str | None) -> str:
    """`当场办好` for 0, `5 个工作日`, `30 天` for calendar days; empty when nobody has answered for it."""
    if days is None:
        return ""
    if days == 0:
        return "当场办好"
    return f"{days} 个{unit}" if unit == "工作日" else f"{days} 天"


def verdict_words(verdict: Verdict) -> str:
    match verdict:
        case Verdict.NEEDED:
            return "要开"
        case Verdict.NOT_NEEDED:
            return "不用开"
        case _:
            assert_never(verdict)


def replacement_words(replaced_by: str | None) -> str:
    """`看户口簿`; a word that is not in the list stands as it is, nothing known is empty."""
    return _REPLACEMENTS.get(replaced_by, set_words(replaced_by)) if replaced_by else ""


def title_words(row: EntryRow) -> str:
    """The plain name; the official one where there is none."""
    return set_words(row.plain_name or row.name)


def official_words(row: EntryRow) -> str:
    """The official name, empty where it says the same as the title."""
    return "" if row.name == row.plain_name else set_words(row.name)


def plain_sentence(row: EntryRow) -> str:
    """The first plain sentence without its full stop, empty where it only repeats the title."""
    said = row.tagline.rstrip("。")
    return "" if said in (row.plain_name, row.name) else set_words(said)


def any_pending(edition: Edition, codes: Iterable[EntryCode]) -> bool:
    """True when the hall has not answered for all of these yet. Looks no further than the first one that waits."""
    return any(edition.entry(code).verification.status is VerificationStatus.PENDING for code in codes)
