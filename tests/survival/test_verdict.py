"""The soak's verdict: what counts as a fault."""

from __future__ import annotations

from typing import Any

import pytest

from tests.survival.__main__ import GROWTH_PERCENT, faults_of, together

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


def test_kiosks_side_by_side_count_as_one_and_hide_no_fault() -> None:
    one = TOUCHES | {"touches": 3, "pages": {"home": 2, "guide": 1}, "pages_not_reached": ["proof", "list"], "memory_mb": [1.0, 2.0]}
    other = one | {"touches": 4, "pages": {"home": 4}, "pages_not_reached": ["proof"], "exceptions": ["KeyError"]}
    other |= {"memory_mb": [1.0, 9.0], "growth_second_half_percent": GROWTH_PERCENT + 1}
    found = together([one, other])
    assert (found["touches"], found["pages"]) == (7, {"home": 6, "guide": 1})
    assert found["pages_not_reached"] == ["proof"]
    assert found["memory_mb"] == [1.0, 9.0]
    wrong = faults_of({"matter": "touches", "code": 0} | found, quick=False)
    assert [each.partition(":")[0].partition(" by ")[0] for each in wrong] == ["exceptions", "pages_not_reached", "memory grew"]
