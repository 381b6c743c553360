"""One figure of the benchmark, and how several runs become one."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is held against `target`: a limit (`at_most`) or a least share. `floor` and `ratio` where something was measured beside it."""

    name: str
    value: float
    unit: str
    floor: float | None
    ratio: float | None
    target: str
    met: bool

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def at_most(name: str, value: float, unit: str, limit: float, *, floor: float | None = None) -> Figure:
    """`value` itself must not exceed `limit`."""
    return Figure(name, round(value, 3), unit, floor, round(value / floor, 3) if floor else None, f"≤ {limit:g} {unit}".strip(), value <= limit)


def at_least(name: str, value: float, unit: str, limit: float, *, floor: float | None = None) -> Figure:
    return Figure(name, round(value, 3), unit, floor, round(value / floor, 3) if floor else None, f"≥ {limit:g} {unit}".strip(), value >= limit)


def ratio_at_most(name: str, value: float, unit: str, floor: float, limit: float) -> Figure:
    """`value / floor` must not exceed `limit`."""
    ratio = value / floor
    return Figure(name, round(value, 3), unit, round(floor, 3), round(ratio, 3), f"≤ {limit:g} ×", ratio <= limit)


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: 0.95 of 20 values is the 19th."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered) + 0.499) - 1))]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)
