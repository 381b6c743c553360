"""四减: what this hall has taken off an item, before and after. Only with the hall's own figures; without them nothing at all.

A figure of other halls would be no word of this one, so it is not shown even as a comparison.

Elsewhere: the figures (domain.catalog), the tab they stand in (guide_rows.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.catalog import Change, ServiceItem
from kiosk.interface.citizen.reading import ReadingRow, RowKind
from kiosk.interface.shared.fonts import icon_character
from kiosk.interface.shared.typography import set_words


def reduction_rows(item: ServiceItem) -> Iterator[ReadingRow]:
    """A heading, one row a figure that became smaller, and the hall's remark. `note` of a row is before, `tag` after."""
    reductions = item.reductions
    if reductions is None or reductions.is_hall_data is not True:
        return
    days = "个工作日" if (item.promised.unit or item.statutory.unit) == "工作日" else "天"
    rows = [
        ReadingRow(
            f"less-{key}",
            RowKind.CHANGE,
            label,
            note=f"{change.before} {unit}",
            tag=f"{change.after} {unit}",
            icon=icon_character(icon),
        )
        for key, label, change, unit, icon in (
            ("materials", "材料", reductions.materials, "样", "file-document-outline"),
            ("steps", "环节", reductions.steps, "个", "format-list-checks"),
            ("days", "时间", reductions.days, days, "clock-outline"),
            ("visits", "跑动", reductions.visits, "趟", "walk"),
        )
        if change is not None and _less(change)
    ]
    if rows:
        yield ReadingRow("less", RowKind.HEADING, "和以前比，少了多少")
        yield from rows
        if reductions.note:
            yield ReadingRow("less-note", RowKind.FACT, "说明", note=set_words(reductions.note))


def _less(change: Change) -> bool:
    return change.after < change.before
