"""The catalogue: what a hall answers for (items) and which papers nobody may ask for (proofs).

Here: the shapes of entries and editions, and questions that an entry answers about itself (how many papers to bring).
Elsewhere: how entries are found (domain.search), how they stand in files (infrastructure.catalog_files), what a screen says of them (interface).

Field names follow GB/T 39554, CPSV-AP 3.2 and HSDS 3. One rule runs through every field: None means *not verified*. It is never
zero and never "no"; a face says 以窗口答复为准 for it. Words are kept exactly as their source has them; faces set the punctuation.

The entries' many classes are loaded with the first entry that is asked for: the first frame shows none and does not pay for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.catalog.edition import Edition, LifeEvent, LifeEventGroup
from kiosk.domain.catalog.lists import CatalogList, DepartmentId, EntryCode, LifeEventId, ThemeId

if TYPE_CHECKING:
    from kiosk.domain.catalog.entries import (
        Answer,
        Attachment,
        AttachmentKind,
        Change,
        Condition,
        Entry,
        Fee,
        HallRole,
        LegalBasis,
        Material,
        MaterialForm,
        MaterialProvider,
        OnlineChannels,
        Proof,
        Reductions,
        Requirement,
        ServiceItem,
        Situation,
        Source,
        TimeLimit,
        Verdict,
        Verification,
        VerificationStatus,
    )
    from kiosk.domain.catalog.rows import Department, EntryRow, SearchKeys, Theme

__all__ = [
    "Answer",
    "Attachment",
    "AttachmentKind",
    "CatalogList",
    "Change",
    "Condition",
    "Department",
    "DepartmentId",
    "Edition",
    "Entry",
    "EntryCode",
    "EntryRow",
    "Fee",
    "HallRole",
    "LegalBasis",
    "LifeEvent",
    "LifeEventGroup",
    "LifeEventId",
    "Material",
    "MaterialForm",
    "MaterialProvider",
    "OnlineChannels",
    "Proof",
    "Reductions",
    "Requirement",
    "SearchKeys",
    "ServiceItem",
    "Situation",
    "Source",
    "Theme",
    "ThemeId",
    "TimeLimit",
    "Verdict",
    "Verification",
    "VerificationStatus",
]


def __getattr__(name: str) -> object:
    """The classes of entries.py and rows.py, when they are first named."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kiosk.domain.catalog import entries, rows

    return getattr(rows if hasattr(rows, name) else entries, name)
