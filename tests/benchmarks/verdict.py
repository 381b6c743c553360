"""Whether a run of the benchmark is an answer of yes: every target met, or its miss explained in docs/performance.md.

A miss is explained by a row of the table under the heading "Missed targets": the figure's name in backticks, then the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tests.benchmarks.figure import Figure

_SECTION = re.compile(r"^#+ Missed targets\s*$(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\|\s*`([^`]+)`\s*\|\s*([^|\s][^|]*)\|", re.MULTILINE)


def explained_misses(page: str) -> frozenset[str]:
    """Names of the figures that `page` gives a reason for. A name without a reason explains nothing."""
    return frozenset(row[1] for section in _SECTION.finditer(page) for row in _ROW.finditer(section[1]))


def unexplained(figures: Iterable[Figure], explained: frozenset[str]) -> Sequence[Figure]:
    return [figure for figure in figures if not figure.met and figure.name not in explained]


def exit_code(figures: Iterable[Figure], explained: frozenset[str]) -> int:
    """0 or 1."""
    return 1 if unexplained(figures, explained) else 0


def table(figures: Sequence[Figure], explained: frozenset[str]) -> str:
    """For people: one line a figure."""
    rows = [("figure", "value", "floor", "ratio", "target", "")]
    for figure in figures:
        state = "" if not figure.target else "met" if figure.met else "missed, explained" if figure.name in explained else "MISSED"
        rows.append(
            (
                figure.name,
                f"{figure.value:g} {figure.unit}",
                "" if figure.floor is None else f"{figure.floor:g}",
                "" if figure.ratio is None else f"{figure.ratio:.2f}",
                figure.target,
                state,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
