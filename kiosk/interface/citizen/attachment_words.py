"""附件: what the hall's own forms are called, and where one is looked at. Light: guides and lists are made of it.

Elsewhere: the page that shows them (attachment.py).
"""

from __future__ import annotations

from kiosk.domain.catalog import AttachmentKind, EntryCode, Material, ServiceItem

PAGE = "attachment"
KIND_WORDS = {AttachmentKind.BLANK: "空白表", AttachmentKind.SAMPLE: "填好的样子"}
LOOK_WORDS = {AttachmentKind.BLANK: "看空白表", AttachmentKind.SAMPLE: "看样子"}


def look_words(material: Material) -> str:
    """What the mark beside a paper says; empty where there is nothing to look at."""
    kinds = {attachment.kind for attachment in material.attachments}
    if not kinds:
        return ""
    return "空白表" if kinds == {AttachmentKind.BLANK} else "看样子" if kinds == {AttachmentKind.SAMPLE} else "看表和样子"


def looked_at(item: EntryCode, paper: str) -> str:
    """The page's argument, `WHL-MZ-001/3`. `paper`: the material's position in its item."""
    return f"{item}/{paper}"


def paper_at(item: ServiceItem, paper: str) -> Material:
    """KeyError for a position that the item does not have, and for a paper with nothing to look at."""
    positions = {str(position): material for position, material in enumerate(item.materials)}
    if not positions[paper].attachments:
        raise KeyError(paper)
    return positions[paper]
