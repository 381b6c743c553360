"""A clerk at the counter, without a mouse: features/clerks_morning.feature."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from kiosk.application.commands.demo_clerks import DEMO_PIN
from kiosk.domain.queueing import TicketState
from kiosk.domain.queueing.counters import CounterState
from kiosk.infrastructure.paths import DataDirectory
from tests.support.console_at_hand import ConsoleAtHand

scenarios("clerks_morning.feature")

STATES = {
    "叫了，在 1 号窗口": TicketState.CALLED,
    "办结了": TicketState.FINISHED,
    "过号了": TicketState.MISSED,
    "搁置了": TicketState.PARKED,
}


@pytest.fixture
def console(qapp: object, opened_hall: Path, tmp_path: Path) -> Iterator[ConsoleAtHand]:
    shutil.copytree(opened_hall, tmp_path / "counter-hall")
    made = ConsoleAtHand(DataDirectory(tmp_path / "counter-hall"))
    yield made
    made.close()


@given("1 号窗口的叫号台开着")
def console_stands(console: ConsoleAtHand) -> None:
    assert console.door == "shut"


@given("甲用 PIN 登录，打开窗口")
def signs_in(console: ConsoleAtHand) -> None:
    console.sign_in(person=2)
    assert console.counter_now().state is CounterState.OPEN
    console.step(11)


@given(parsers.parse("来了 {people:d} 个人取号"))
def people_come(console: ConsoleAtHand, people: int) -> None:
    for _ in range(people):
        console.take()


@given("2 号机有人找金小二")
def somebody_asks(console: ConsoleAtHand) -> None:
    console.ring()


@when(parsers.parse("按 {keys}"))
def presses(console: ConsoleAtHand, keys: str) -> None:
    console.keys(*keys.split("、"))


@when(parsers.parse("过了 {seconds:d} 秒"))
def time_passes(console: ConsoleAtHand, seconds: int) -> None:
    console.step(seconds)


@when("甲再输一遍 PIN")
def comes_back(console: ConsoleAtHand) -> None:
    console.type(DEMO_PIN)
    console.keys("Enter")


@then(parsers.parse('叫号台上是 "{number}"'))
def number_in_hand(console: ConsoleAtHand, number: str) -> None:
    assert console.says(number)
    assert console.bar("number") == number


@then(parsers.parse('大厅里 "{number}" 是{state}'))
def hall_has_it(console: ConsoleAtHand, number: str, state: str) -> None:
    assert console.ticket(number).state is STATES[state]
    if state.startswith("叫了"):
        assert console.ticket(number).counter == 1


@then(parsers.parse('大厅里 "{number}" 还在等'))
def still_waits(console: ConsoleAtHand, number: str) -> None:
    assert console.ticket(number).state is TicketState.WAITING


@then(parsers.parse('左边说 "{words}"'))
def left_block_says(console: ConsoleAtHand, words: str) -> None:
    assert console.message == words


@then("左边可以再叫它")
def may_be_called_again(console: ConsoleAtHand) -> None:
    assert [row.number for row in console.desk.waiting] == ["A001"]


@then(parsers.parse('等着的人是 "{numbers}"'))
def who_waits(console: ConsoleAtHand, numbers: str) -> None:
    assert [row.number for row in console.desk.waiting] == numbers.split("、")


@then(parsers.parse('叫号台写着 "{words}"'))
def bar_says(console: ConsoleAtHand, words: str) -> None:
    assert console.says(words)


@then(parsers.parse('操作记录的最后一笔是 "{act}"'))
def audit_says(console: ConsoleAtHand, act: str) -> None:
    assert console.acts()[-1] == act


@then("屏幕锁着")
def is_locked(console: ConsoleAtHand) -> None:
    assert console.door == "locked"


@then("要重新登录")
def is_shut(console: ConsoleAtHand) -> None:
    assert console.door == "shut"


@then(parsers.parse("1 号窗口{state}"))
def counter_stands(console: ConsoleAtHand, state: str) -> None:
    expected = {"开着": CounterState.OPEN, "暂停着": CounterState.PAUSED, "关了": CounterState.CLOSED}
    assert console.counter_now().state is expected[state]
