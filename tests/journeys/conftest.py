"""The hall's words, and what they mean at a kiosk. The features (features/*.feature) are written for people of the hall; each of their
sentences stands here once.

`kiosk` is the kiosk in front of the person, `printer` what is plugged into it. One kiosk serves a whole feature, as in life: each scenario is
another person's visit. Steps that belong to one feature stand in its test module.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, then, when

from kiosk.domain.catalog import EntryCode
from kiosk.infrastructure.catalog_files.edition_file import POINTER
from kiosk.infrastructure.paths import DataDirectory
from tests.journeys.entry_lines import first_line
from tests.journeys.kiosk_at_hand import KioskAtHand, accessible_name, hall_with
from tests.support.halls import MONDAY_TEN, SHANGHAI, command
from tests.support.printer_double import PrinterDouble, PrinterMode

PAGES = {
    "首页": "home",
    "列表": "list",
    "生活事件": "life-event",
    "搜索": "search",
    "办事指南": "guide",
    "问几句": "questions",
    "我的清单": "my-list",
    "证明": "proof",
    "带走": "take-away",
    "取号": "ticket",
    "号票": "ticket-done",
    "找金小二": "helper",
    "告示": "notices",
    "到我了吗": "my-turn",
    "换打印纸": "change-roll",
}
PRINT_STATES = {"已打印": "printed", "没打出": "failed", "不知道": "unknown"}


@pytest.fixture(scope="session")
def opened_hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory after first use by a process of its own, with an edition in force."""
    data = DataDirectory(tmp_path_factory.mktemp("opened-hall"))
    made = command(data, "prepare", "--json")
    assert made.code == 0, made.err
    if not (data.editions / POINTER).exists():  # a checkout that was never set up has no compiled edition yet
        published = command(data, "catalog", "load", "--json")
        assert published.code == 0, published.err
    return data.root


def network_printer(printer: PrinterDouble) -> str:
    """The [printer] of hall.toml for this one."""
    return f'kind = "network"\naddress = "127.0.0.1:{printer.port}"\n'


@pytest.fixture(scope="module")
def printer() -> Iterator[PrinterDouble]:
    with PrinterDouble() as double:
        yield double
        assert double.broken_commands == []


@pytest.fixture(scope="module")
def at_hand(
    qapp: QApplication, opened_hall: Path, printer: PrinterDouble, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[KioskAtHand]:
    """The kiosk of a whole feature, with its printer."""
    made = KioskAtHand(hall_with(opened_hall, tmp_path_factory.mktemp("kiosk") / "data", printer=network_printer(printer)))
    yield made
    made.close()


@pytest.fixture
def kiosk(at_hand: KioskAtHand, printer: PrinterDouble) -> Iterator[KioskAtHand]:
    """One person's visit."""
    printer.mode = PrinterMode.OK
    printer.receipts.clear()
    at_hand.set_clock(MONDAY_TEN)
    at_hand.begin_visit()
    yield at_hand
    at_hand.end_visit()


def moment_of(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=SHANGHAI)


def number_of(kiosk: KioskAtHand) -> str:
    """The number of this visit: the last one taken."""
    return kiosk.new_tickets()[-1].number


# -- the hall and its time -----------------------------------------------------------------------------------------------------


@given(parsers.parse("今天是星期一，{clock}，大厅开着"))
def monday(kiosk: KioskAtHand, clock: str) -> None:
    kiosk.set_clock(moment_of(f"2026-11-23 {clock}"))
    kiosk.begin_visit()


@given(parsers.parse("大厅时间是 {moment}"))
def at_a_moment(kiosk: KioskAtHand, moment: str) -> None:
    kiosk.set_clock(moment_of(moment))
    kiosk.begin_visit()


@when(parsers.parse("到了 {clock}"))
def time_comes(kiosk: KioskAtHand, clock: str) -> None:
    kiosk.set_clock(moment_of(f"{kiosk.clock.moment:%Y-%m-%d} {clock}"))


@when(parsers.parse("过了 {seconds:d} 秒"))
def quiet(kiosk: KioskAtHand, seconds: int) -> None:
    kiosk.quiet_seconds(seconds)


@given("打印机是好的")
def printer_is_well(printer: PrinterDouble) -> None:
    printer.mode = PrinterMode.OK


# -- where one is --------------------------------------------------------------------------------------------------------------


@given(parsers.parse("我在 {place}"))
def i_am_at(kiosk: KioskAtHand, place: str) -> None:
    page, _, argument = place.partition("/")
    kiosk.kiosk.navigator.go(page, argument)
    assert kiosk.page == place
    kiosk.draw()


@then(parsers.parse("我还在 {place}"))
def i_am_still_at(kiosk: KioskAtHand, place: str) -> None:
    assert kiosk.page == place


@then(parsers.parse("我看到“{page}”这一页"))
def i_see(kiosk: KioskAtHand, page: str) -> None:
    kiosk.wait(lambda: kiosk.page.partition("/")[0] == PAGES[page], lambda: f"{page}, but {kiosk.page}: {' / '.join(kiosk.words())}")


# -- touching ------------------------------------------------------------------------------------------------------------------


@given(parsers.parse("我点“{name}”"))
@when(parsers.parse("我点“{name}”"))
def i_touch(kiosk: KioskAtHand, name: str) -> None:
    kiosk.touch(name)


@when(parsers.parse("我翻到并点“{name}”"))
def i_turn_and_touch(kiosk: KioskAtHand, name: str) -> None:
    kiosk.turn_pages_until(name)
    kiosk.touch(name)


@when(parsers.parse("我手抖，连点两下“{name}”"))
def i_tremble(kiosk: KioskAtHand, name: str) -> None:
    kiosk.touch(name, times=2)


@then(parsers.parse("没有“{name}”可点"))
def nothing_to_touch(kiosk: KioskAtHand, name: str) -> None:
    assert kiosk.can_be_touched(name)


@then(parsers.parse("一共点了 {times:d} 下"))
def touched_times(kiosk: KioskAtHand, times: int) -> None:
    assert kiosk.touches == times


@when(parsers.parse("我打字母“{letters}”"))
def i_type(kiosk: KioskAtHand, letters: str) -> None:
    for letter in letters:
        kiosk.touch(letter)


# -- reading -------------------------------------------------------------------------------------------------------------------


@then(parsers.parse("屏幕上写着“{words}”"))
@then(parsers.parse("屏幕问“{words}”"))
@then(parsers.parse("屏幕上说“{words}”"))
def it_says(kiosk: KioskAtHand, words: str) -> None:
    kiosk.read(words)


@then(parsers.parse("屏幕上没有“{words}”"))
def it_does_not_say(kiosk: KioskAtHand, words: str) -> None:
    kiosk.wait(lambda: not kiosk.says(words), f"{words} gone")


@then(parsers.parse("首页的大按钮写着“{words}”"))
def main_button_says(kiosk: KioskAtHand, words: str) -> None:
    def spoken() -> str:
        button = kiosk.pressable("一口受理 取号")
        return accessible_name(button) if button is not None else ""

    kiosk.wait(lambda: words in spoken(), lambda: f"{words}, but {spoken()}")


@then(parsers.parse("最大的字是“{words}”"))
def largest(kiosk: KioskAtHand, words: str) -> None:
    kiosk.wait(lambda: kiosk.largest_words() == words, lambda: f"{words}, but {kiosk.largest_words()}")


@then("最大的字是我的号")
def largest_is_my_number(kiosk: KioskAtHand) -> None:
    kiosk.wait(lambda: kiosk.page == "ticket-done", "the ticket's page")
    assert kiosk.largest_words() == number_of(kiosk)


@then(parsers.parse("“{name}”还选着"))
def still_chosen(kiosk: KioskAtHand, name: str) -> None:
    item = kiosk.pressable(name)
    assert item is not None
    assert item.property("checked")


@then(parsers.parse("第一行就是“{title}”"))
def first_is(kiosk: KioskAtHand, title: str) -> None:
    kiosk.wait(lambda: first_line(kiosk).startswith(title), lambda: f"{title}, but {first_line(kiosk)}")


@then(parsers.parse("第一行是“{title}”，写着“{words}”"))
def first_says(kiosk: KioskAtHand, title: str, words: str) -> None:
    first_is(kiosk, title)
    assert words in first_line(kiosk).split("，")


@then(parsers.parse("第一行说“{words}”"))
def first_tells(kiosk: KioskAtHand, words: str) -> None:
    assert words in first_line(kiosk)


# -- numbers -------------------------------------------------------------------------------------------------------------------


@then("给我看之前，数据库里已经有了这个号")
def on_disk_before_shown(kiosk: KioskAtHand) -> None:
    assert number_of(kiosk) in kiosk.on_disk_when_shown


@then("一个号也没有多")
def no_new_ticket(kiosk: KioskAtHand) -> None:
    assert kiosk.new_tickets() == []


@then("一共只多了一个号")
def one_new_ticket(kiosk: KioskAtHand) -> None:
    assert len(kiosk.new_tickets()) == 1


@then("一共多了两个号")
def two_new_tickets(kiosk: KioskAtHand) -> None:
    assert len(kiosk.new_tickets()) == 2


@then(parsers.parse("我的号以“{letter}”开头"))
def my_line(kiosk: KioskAtHand, letter: str) -> None:
    assert number_of(kiosk).startswith(letter)


@then(parsers.parse("号是给“{code}”取的"))
def for_the_item(kiosk: KioskAtHand, code: str) -> None:
    assert kiosk.new_tickets()[-1].item == EntryCode(code)


@then(parsers.parse("数据库记着“{state}”"))
def recorded(kiosk: KioskAtHand, state: str) -> None:
    kiosk.wait(lambda: kiosk.new_tickets()[-1].print_state.value == PRINT_STATES[state], lambda: f"{state}, but {kiosk.new_tickets()[-1]}")
