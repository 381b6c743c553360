"""A fault of the catalogue: where it is, what it is and how to mend it, in one line for an editor.

Elsewhere: what is looked for (checker.py, attachments.py, source_tree.py).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """`file` is relative to catalog/; `field` is a path such as `materials[2].when`, empty for the file as a whole."""

    file: str
    field: str
    what: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file} · {self.field}" if self.field else self.file
        return f"{place}：{self.what}。{self.mend}"
