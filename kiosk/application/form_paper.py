"""A form of the hall's own on its way to the A4 printer.

Here: its shape. Elsewhere: which forms there are (domain.catalog.Attachment), how one is printed (infrastructure.printing).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormPaper:
    """`pdf`: the hall's own file, where it is one, printed as it is. `pictures`: its pages as PNG or JPEG, for what takes no PDF."""

    pdf: bytes | None
    pictures: tuple[bytes, ...]
