"""How words are set."""

from __future__ import annotations

import pytest

from kiosk.interface.shared.typography import in_a_row, minutes_range, set_words


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("年满16周岁,不是在校学生", "年满 16 周岁，不是在校学生"),
        ("国家《最低》(国发〔2014〕8号)", "国家《最低》（国发〔2014〕8号）"),
        ("60-70岁的老人", "60–70 岁的老人"),
        ("2026-01-01起", "2026-01-01 起"),
        ("先问窗口;再来", "先问窗口；再来"),
        ("带证件吗?", "带证件吗？"),
        ("https://example.org/a,b", "https://example.org/a,b"),
        ("plain (English), text", "plain (English), text"),
        ("", ""),
    ],
)
def test_words_are_set_for_reading(source: str, shown: str) -> None:
    assert set_words(source) == shown


def test_setting_twice_changes_nothing() -> None:
    once = set_words("满10年(含)换新的,1-2样")
    assert set_words(once) == once


@pytest.mark.parametrize(("low", "high", "shown"), [(15, 25, "15–25"), (5, 5, "5"), (None, 25, ""), (None, None, ""), (0, 3, "0–3")])
def test_a_range_is_never_invented(low: int | None, high: int | None, shown: str) -> None:
    assert minutes_range(low, high) == shown


def test_in_a_row() -> None:
    assert in_a_row(("户口簿", "身份证")) == "户口簿、身份证"
