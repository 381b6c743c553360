"""The soak's verdict: what counts as a fault."""

from __future__ import annotations

from typing import Any

import pytest

from tests.survival.__main__ import GROWTH_PERCENT, faults_of

KILL = {"matter": "kill", "code": 0, "faults": {}}
DAMAGE = {"matter": "damage", "code": 0, "faults": []}
TOUCHES = {
    "matter": "touches", "code": 0, "exceptions": [], "errors_in_the_log": [], "foreign_windows": [], "pages_not_reached": [],
    "growth_second_half_percent": GROWTH_PERCENT,
}  # fmt: skip


@pytest.mark.parametrize("found", [KILL, DAMAGE, TOUCHES])
def test_a_clean_run_has_no_fault(found: dict[str, Any]) -> None:
    assert faults_of(found, quick=False) == []


@pytest.mark.parametrize(
    "found",
    [
        KILL | {"faults": {"lost": 1}},
        DAMAGE | {"faults": ["zero header: KeyError"]},
        TOUCHES | {"exceptions": ["KeyError"]},
        TOUCHES | {"foreign_windows": ["print dialog"]},
        TOUCHES | {"pages_not_reached": ["proof"]},
        TOUCHES | {"growth_second_half_percent": GROWTH_PERCENT + 0.1},
        {"matter": "kill", "code": 1},
    ],
)
def test_whatever_must_not_be_is_one(found: dict[str, Any]) -> None:
    assert len(faults_of(found, quick=False)) == 1


def test_memory_of_a_short_run_says_nothing() -> None:
    assert faults_of(TOUCHES | {"growth_second_half_percent": 40.0}, quick=True) == []
