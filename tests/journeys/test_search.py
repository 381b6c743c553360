"""Found in one's own words, with one finger: features/search.feature."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytest_bdd import parsers, scenarios, then

from kiosk.application.queries.asked import search_misses
from kiosk.domain.numbering import business_day
from kiosk.roles.parts import Parts
from tests.journeys.entry_lines import first_line
from tests.journeys.kiosk_at_hand import KioskAtHand, accessible_name

scenarios("search.feature")
pytestmark = pytest.mark.usefixtures("at_hand")

EMPTY = "还没有输入"


@pytest.fixture(autouse=True)
def misses_before(kiosk: KioskAtHand) -> int:
    return misses(kiosk)


def misses(kiosk: KioskAtHand) -> int:
    """How many searches of this day found nothing, as another process sees it."""
    parts = Parts(data=kiosk.data, environment={})
    try:
        counted = search_misses(snapshot=parts.snapshot(), clock=kiosk.clock)
        assert counted.words == (), "words of one day are nobody's to read"
        return sum(of.times for of in counted.days if of.day == business_day(kiosk.clock.moment))
    finally:
        parts.close()


def files_with(folder: Path, text: str) -> Sequence[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and text.encode() in file.read_bytes()]


@then(parsers.parse("搜索框里是“{text}”"))
def field_holds(kiosk: KioskAtHand, text: str) -> None:
    kiosk.wait(lambda: text in kiosk.words(), lambda: f"{text}, but {kiosk.words()}")


@then("搜索框里什么也没有")
def field_is_empty(kiosk: KioskAtHand) -> None:
    kiosk.wait(lambda: any(accessible_name(item) == EMPTY for item in kiosk.shown()), "an empty field")


@then("下面列着常见的事，每一行都点得开")
def common_matters(kiosk: KioskAtHand) -> None:
    kiosk.wait(lambda: bool(first_line(kiosk)), "a row")
    kiosk.wait(lambda: kiosk.can_be_touched(first_line(kiosk)) == "", lambda: kiosk.can_be_touched(first_line(kiosk)))


@then("给我看三样最近的")
def three_nearest(kiosk: KioskAtHand) -> None:
    near = kiosk.kiosk.citizen.model("search").near.rows  # type: ignore[attr-defined]  # QML sees it as a QObject
    assert len(near) == 3
    for one in near:
        kiosk.wait(lambda one=one: kiosk.can_be_touched(one.spoken) == "", lambda one=one: kiosk.can_be_touched(one.spoken))  # type: ignore[misc]


@then("没找到的这一次记下了，只记次数")
def counted_without_words(kiosk: KioskAtHand, misses_before: int) -> None:
    kiosk.wait(lambda: misses(kiosk) == misses_before + 1, lambda: f"one more than {misses_before}, but {misses(kiosk)}")
    assert files_with(kiosk.data.root, "jiashizheng") == []
