"""One figure of the benchmark, and how several runs become one."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is held against `target`; `target` empty: only told, never missed. `floor` and `ratio` where something was measured beside it."""

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
    return Figure(name, round(value, 3), unit, _rounded(floor), _ratio(value, floor), f"≤ {limit:g} {unit}".strip(), value <= limit)


def at_least(name: str, value: float, unit: str, limit: float, *, floor: float | None = None) -> Figure:
    """`value` itself must not fall below `limit`."""
    return Figure(name, round(value, 3), unit, _rounded(floor), _ratio(value, floor), f"≥ {limit:g} {unit}".strip(), value >= limit)


def ratio_at_most(name: str, value: float, unit: str, floor: float, limit: float) -> Figure:
    """`value / floor` must not exceed `limit`."""
    return Figure(name, round(value, 3), unit, _rounded(floor), _ratio(value, floor), f"≤ {limit:g} ×", value / floor <= limit)


def told(name: str, value: float, unit: str, *, floor: float | None = None) -> Figure:
    """Without a target: it explains another figure."""
    return Figure(name, round(value, 3), unit, _rounded(floor), _ratio(value, floor), "", met=True)


def percentile(values: Sequence[float], percent: int) -> float:
    """The nearest-rank percentile: the 95th of 20 values is the 19th, of 3 values the last."""
    ordered = sorted(values)
    return ordered[max(1, -(-percent * len(ordered) // 100)) - 1]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def _rounded(floor: float | None) -> float | None:
    return None if floor is None else round(floor, 3)


def _ratio(value: float, floor: float | None) -> float | None:
    return round(value / floor, 3) if floor else None
