"""今日停办, a number from the desk and 大厅数字 under keys, on a real console: short questions in the bar, a page over the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from kiosk.application.queries.alerts import alerts_now
from kiosk.domain.alerts import Alert, AlertId, AlertReason
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import StoppedToday
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.counter.stop_prompt import StopTarget, stop_prompt, stop_reason_prompt, stop_until_prompt
from tests.support.console_at_hand import ConsoleAtHand
from tests.support.halls import MONDAY_TEN, hall

ALLOWANCE = "WHL-MZ-001"
LINE_A = StopTarget(None, LineId("A"), "一口受理", None)


def alert(item: str | None = None, line: str | None = None) -> Alert:
    return Alert(
        id=AlertId(1),
        item=item,
        line=LineId(line) if line is not None else None,
        reason=AlertReason.OTHER,
        since=MONDAY_TEN,
        until=MONDAY_TEN + timedelta(hours=1),
    )


def standing(console: ConsoleAtHand) -> list[tuple[str | None, str | None, AlertReason, str]]:
    found = alerts_now(snapshot=console.parts.snapshot(), clock=console.clock)
    return [(each.item, each.line, each.reason, f"{each.until:%H:%M}") for each in found]


@pytest.fixture
def console(qtbot: QtBot, data: DataDirectory) -> Iterator[ConsoleAtHand]:
    made = ConsoleAtHand(data)
    made.take(ALLOWANCE)
    made.sign_in()
    yield made
    made.close()


def test_the_item_in_hand_or_a_line() -> None:
    without = stop_prompt(item=None, name="", hall=hall(), standing=())
    assert [choice.key for choice in without.choices] == ["A", "B", "H"]
    item = stop_prompt(item=ALLOWANCE, name="申请低保", hall=hall(), standing=(alert(line="B"),))
    assert [choice.key for choice in item.choices] == ["1", "A", "B", "H"]
    assert [choice.words for choice in item.choices[:3]] == ["申请低保 今天停办", "A 今天停办", "B 恢复办理"]
    chosen = item.choose("B").target
    assert chosen is not None
    assert (chosen.line, chosen.standing is not None) == ("B", True)
    assert item.target is None


@pytest.mark.parametrize(
    ("hour", "minute", "labels"),
    [(10, 0, ["11:00", "12:00", "今天"]), (10, 7, ["11:10", "12:10", "今天"]), (21, 58, ["23:00", "今天"]), (23, 30, ["今天"])],
)
def test_until_when(hour: int, minute: int, labels: list[str]) -> None:
    prompt = stop_until_prompt(LINE_A, AlertReason.SYSTEM, MONDAY_TEN.replace(hour=hour, minute=minute))
    assert [choice.label for choice in prompt.choices] == labels
    last = prompt.choose(str(len(labels))).until
    assert last is not None
    assert (last.hour, last.minute) == (23, 59)


def test_every_reason_offered_has_its_words() -> None:
    prompt = stop_reason_prompt(LINE_A)
    assert [prompt.choose(choice.key).reason for choice in prompt.choices] == [
        AlertReason.SYSTEM, AlertReason.NETWORK, AlertReason.DEVICE, AlertReason.STAFF, AlertReason.ORDERED, AlertReason.OTHER,
    ]  # fmt: skip
    assert prompt.choices[0].words == "一口受理：办事的系统暂时用不了"


def test_a_line_is_stopped_and_lifted_by_keys_alone(console: ConsoleAtHand) -> None:
    console.keys("Ctrl+B", "B", "Enter", "2", "Enter", "1", "Enter")
    assert standing(console) == [(None, "B", AlertReason.NETWORK, "11:00")]
    assert console.message == "社保 停办到 11:00，要恢复再按 Ctrl+B"
    with pytest.raises(StoppedToday):
        console.take(line="B")
    console.keys("Ctrl+B", "B")
    assert "社保 恢复办理" in console.bar("prompt")
    console.keys("Enter")
    assert standing(console) == []
    assert console.take(line="B") == "B001"
    assert [act for act in console.acts() if act.startswith("alert")] == ["alert set", "alert lift"]


def test_the_item_in_hand_is_stopped_while_its_number_stays(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "Ctrl+B", "1", "Enter", "1", "Enter", "3", "Enter")
    assert standing(console) == [(ALLOWANCE, None, AlertReason.SYSTEM, "23:59")]
    assert console.desk.current is not None


def test_esc_forgets_it_at_every_question(console: ConsoleAtHand) -> None:
    for keys in (("Ctrl+B",), ("Ctrl+B", "A", "Enter"), ("Ctrl+B", "A", "Enter", "1", "Enter")):
        console.keys(*keys, "Esc")
        assert console.bar("prompt") == ""
        console.keys("Enter")
    assert standing(console) == []


def test_each_question_fits_into_the_bar(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "Ctrl+B")
    for key in ("1", "1", "1"):
        scene = console.scene()
        assert [seen.words for seen in scene.words if seen.cut] == []
        console.keys(key, "Enter")


def test_the_page_of_figures_opens_chooses_saves_and_closes(
    console: ConsoleAtHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "documents"))
    for _ in range(5):
        console.take()
    console.keys("Ctrl+T", "Ctrl+1")
    assert console.says("大厅数字")
    assert console.says("11 月 23 日，今天到 10:00 为止")
    console.keys("Enter")
    (saved,) = (tmp_path / "documents").glob("*.xlsx")
    assert openpyxl.load_workbook(saved).sheetnames[0] == "概况"
    assert console.says("存好了")
    console.keys("Esc")
    assert not console.says("大厅数字 ")
    assert console.console.console.property("sheet") == ""


def test_nobody_sees_figures_before_signing_in(qtbot: QtBot, data: DataDirectory) -> None:
    made = ConsoleAtHand(data)
    made.keys("Ctrl+T")
    assert made.console.console.property("sheet") == ""
    made.close()


def test_a_number_from_the_desk(console: ConsoleAtHand) -> None:
    console.keys("Ctrl+N", "A", "Enter")
    assert "A 普通" in console.bar("prompt")
    console.keys("3", "Enter")
    assert console.message.startswith("A002 发好了，前面 0 人")
    assert console.ticket("A002").ticket_class is TicketClass.ASSISTED
    console.keys("Ctrl+N", "B", "Enter", "Enter")
    assert console.ticket("B001").ticket_class is TicketClass.NORMAL
    assert [act for act in console.acts() if act.startswith("desk")] == ["desk issue", "desk issue"]


def test_the_desk_gives_no_number_at_noon_and_says_why(console: ConsoleAtHand) -> None:
    console.clock.moment = MONDAY_TEN.replace(hour=12, minute=5)
    console.keys("Ctrl+N", "A", "Enter", "Enter")
    assert console.message.startswith("窗口中午休息")
