"""The console under keys, on a real hall: every key of the map where it is to be had and where it is not, and everything around it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.commands.demo_clerks import DEMO_PIN
from kiosk.application.commands.staff_accounts import first_admin
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.my_list import Choices
from kiosk.domain.queueing import TicketClass, TicketState
from kiosk.domain.queueing.counters import CounterState
from kiosk.domain.staff import LOCK_AFTER, Console, StaffNumber
from kiosk.infrastructure.paths import DataDirectory
from tests.support.console_at_hand import ConsoleAtHand

CARD, ALLOWANCE = "WHL-CL-001", "WHL-MZ-001"


@pytest.fixture
def door(qtbot: QtBot, data: DataDirectory) -> Iterator[ConsoleAtHand]:
    """A console at which nobody has signed in yet."""
    console = ConsoleAtHand(data)
    yield console
    console.close()


@pytest.fixture
def console(door: ConsoleAtHand) -> ConsoleAtHand:
    """Signed in, the counter open, three people waiting."""
    for item, kind in ((CARD, TicketClass.NORMAL), (ALLOWANCE, TicketClass.NORMAL), (None, TicketClass.NORMAL)):
        door.take(item, kind)
    door.sign_in()
    return door


# -- the door --------------------------------------------------------------------------------------------------------------------


def test_signing_in_opens_the_counter_and_shows_the_bar(console: ConsoleAtHand) -> None:
    assert console.door == "open"
    assert not console.wide
    assert console.counter_now().state is CounterState.OPEN
    assert console.bright == ["呼叫下一位", "暂停"]


def test_shift_enter_signs_in_without_opening(door: ConsoleAtHand) -> None:
    """A demonstration hall's counter is open by setting; nobody has opened it for this clerk."""
    door.sign_in(open_counter=False)
    assert door.door == "open"
    assert (door.bar("title"), door.bar("offer"), door.bright) == ("窗口没开", "开窗口", [])
    assert "counter open" not in door.acts()


def test_whoever_signed_in_here_last_stands_first(door: ConsoleAtHand) -> None:
    door.sign_in(person=3)
    door.keys("Shift+F12")
    assert door.door == "shut"
    assert door.console.sign_in._state.shown[0].number == StaffNumber("11")


def test_a_wrong_pin_keeps_the_person_and_empties_the_boxes(door: ConsoleAtHand) -> None:
    door.keys("Alt+2")
    door.type("135790")
    door.keys("Enter")
    view = door.console.sign_in._view
    assert door.door == "shut"
    assert view.filled == 0
    assert (view.told_lead, view.told_wrong) == ("刚才的 PIN 不对。", True)
    assert "2 次" in view.told_rest
    assert door.console.sign_in._state.chosen == StaffNumber("07")


def test_after_three_wrong_pins_the_account_waits_and_others_do_not(door: ConsoleAtHand) -> None:
    door.keys("Alt+1")
    for _ in range(3):
        door.type("135790")
        door.keys("Enter")
    assert not door.console.sign_in._view.can_try
    assert "错的次数太多" in door.console.sign_in._view.told_lead
    assert "1 分钟" in door.console.sign_in._view.told_rest
    door.type(DEMO_PIN)
    door.keys("Enter")
    assert door.door == "shut", "the right PIN does not help before the minute is over"
    door.sign_in(person=2)
    assert door.door == "open"


def test_another_number_is_typed_after_alt_0(door: ConsoleAtHand) -> None:
    door.keys("Alt+0")
    door.type("99")
    door.keys("Enter")
    assert "没有工号 99" in door.console.sign_in._view.told_lead
    door.keys("Alt+0")
    door.type("15")
    door.keys("Enter")
    door.type(DEMO_PIN)
    door.keys("Enter")
    assert door.console.console.session is not None
    assert door.console.console.session.number == StaffNumber("15")


def test_a_one_time_code_is_replaced_at_the_first_sign_in(door: ConsoleAtHand) -> None:
    """The hall's first admin comes with a code, chooses a password, and is told that calling is not an admin's."""
    given = first_admin(
        number=StaffNumber("01"), lost=False, actor="os:test", uow=door.parts.unit_of_work(), clock=door.clock, uptime=door.uptime,
        hasher=door.parts.secrets,
    )  # fmt: skip
    door.console.sign_in.look()
    door.settle()
    door.keys("Alt+0")
    door.type("01")
    door.keys("Enter")
    door.type(given.code.lower())
    assert door.console.sign_in._view.field_text.replace("-", "") == given.code
    door.keys("Enter")
    assert door.console.sign_in._view.title == "选一个新密码"
    door.type("correct horse 9")
    door.keys("Enter")
    door.type("another horse 9")
    door.keys("Enter")
    assert door.console.sign_in._view.told_lead == "两遍不一样，"
    for _ in range(2):
        door.type("correct horse 9")
        door.keys("Enter")
    assert door.door == "open"
    assert door.message == "01 号没有叫号的权限，请找管理员"


def test_without_accounts_the_door_says_how_the_first_admin_is_made(qtbot: QtBot, data: DataDirectory) -> None:
    console = ConsoleAtHand(data, clerks=False)
    try:
        assert "还没有登录用的工号" in console.console.sign_in._view.nobody
        assert "kiosk staff first-admin" in console.console.sign_in._view.nobody_how
        console.keys("F2", "Enter")
        assert console.door == "shut"
    finally:
        console.close()


def test_nothing_that_was_typed_stays(door: ConsoleAtHand) -> None:
    door.sign_in()
    state = door.console.sign_in._state
    assert (state.typed, state.code, state.fresh) == ("", "", "")


# -- calling ---------------------------------------------------------------------------------------------------------------------


def test_a_number_from_the_call_to_its_end(console: ConsoleAtHand) -> None:
    console.keys("F2")
    assert console.bar("number") == "A001"
    assert console.bright == ["开始", "重呼", "过号", "转"]
    console.keys("F3")
    assert "还能重呼 2 次" in console.console.console.bar.view.block.before or "叫了" in console.console.console.bar.view.block.before
    console.keys("F4")
    assert console.bright == ["办结", "转"]
    console.keys("F5")
    assert console.ticket("A001").state is TicketState.FINISHED
    assert console.bar("title") == "A001 已办结"


def test_calling_a_second_number_is_refused_with_the_way_out(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "F2")
    assert console.message == "A001 还没办结，先按 F5 或 F7"
    assert console.ticket("A002").state is TicketState.WAITING
    console.step(7)
    assert console.message == ""


def test_recalls_are_counted_and_end(console: ConsoleAtHand) -> None:
    console.keys("F2", "F3", "F3", "F3", "F3")
    assert console.message == "A001 不能再重呼，来了按 F4，不来按 F6"


def test_finish_and_call(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "Shift+F5")
    console.settle()
    assert console.ticket("A001").state is TicketState.FINISHED
    assert console.bar("number") == "A002"


def test_finish_and_call_when_nobody_waits_finishes(door: ConsoleAtHand) -> None:
    door.take(CARD)
    door.sign_in()
    door.keys("F2", "F4", "Shift+F5")
    assert door.ticket("A001").state is TicketState.FINISHED
    assert "没有人" in door.message


def test_whoever_types_fast_is_not_refused_by_an_old_desk(console: ConsoleAtHand) -> None:
    console.press("F2")
    console.press("F4")
    console.settle()
    console.wait(lambda: console.desk.current is not None and console.desk.current.state is TicketState.SERVING, "both presses are done")


def test_a_key_that_is_held_or_bounces_is_one_press(console: ConsoleAtHand) -> None:
    console.uptime.seconds += 5
    console.press("F2")
    console.press("F2")
    console.settle()
    assert console.message == "", "the second one was the same press"
    assert [console.ticket(number).state for number in ("A001", "A002")] == [TicketState.CALLED, TicketState.WAITING]


def test_missed_and_back(console: ConsoleAtHand) -> None:
    console.keys("F2", "F6")
    assert console.ticket("A001").state is TicketState.MISSED
    console.keys("F11", "End", "Enter")
    assert console.ticket("A001").state is TicketState.WAITING
    assert [row.number for row in console.desk.waiting] == ["A002", "A003", "A001"]


def test_undo_counts_down_and_is_an_event(console: ConsoleAtHand) -> None:
    console.keys("F2", "F6")
    assert console.bar("offer") == "撤销 10 秒"
    console.step(3)
    assert console.bar("offer") == "撤销 7 秒"
    console.keys("Ctrl+Z")
    assert console.ticket("A001").state is TicketState.CALLED
    assert console.acts()[-1] == "ticket undo"
    console.step(11)
    assert console.bar("offer") == ""
    console.keys("Ctrl+Z")
    assert console.message == "没有能撤销的，按错了要在 10 秒内按 Ctrl+Z"


def test_transfer_asks_where_to_and_keeps_the_wait(console: ConsoleAtHand) -> None:
    console.keys("F2", "F7")
    assert console.bar("prompt") == "A001 转到哪个窗口、哪个队列"
    console.keys("B")
    assert console.bar("prompt") == "A001 转到 B 社保，按 Enter"
    console.keys("Esc")
    assert console.bar("prompt") == ""
    assert console.ticket("A001").state is TicketState.CALLED
    console.keys("F7", "2", "Enter")
    assert console.ticket("A001").state is TicketState.WAITING
    assert console.desk.current is None
    assert "A001" not in [row.number for row in console.desk.waiting], "it waits for counter 2 alone"


def test_parking_asks_why_and_the_number_comes_back(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "F10", "2")
    assert console.bar("prompt") == "A001 搁置：去复印、拍照，按 Enter"
    console.keys("Enter")
    assert console.ticket("A001").state is TicketState.PARKED
    console.keys("F11", "End", "Enter")
    assert console.bar("number") == "A001"
    assert console.ticket("A001").state is TicketState.SERVING


def test_calling_one_out_of_turn_asks_once(console: ConsoleAtHand) -> None:
    console.keys("F11", "Down", "Enter")
    assert console.desk.current is None
    assert "A002 前面还有 1 个" in console.console.console.window.queue.property("asks")
    console.keys("Enter")
    assert console.bar("number") == "A002"


def test_the_first_of_the_list_is_called_at_once(console: ConsoleAtHand) -> None:
    console.keys("F11", "Enter")
    assert console.bar("number") == "A001"


def test_enter_while_serving_says_what_comes_first(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "F11", "Enter")
    assert console.message == "A001 还没办结，先按 F5 或 F7，再叫 A002"


# -- the counter -----------------------------------------------------------------------------------------------------------------


def test_pause_and_resume(console: ConsoleAtHand) -> None:
    console.keys("F8")
    assert console.counter_now().state is CounterState.PAUSED
    assert console.bright == ["恢复"]
    console.keys("F2")
    assert console.message == "窗口暂停着，先按 F8 恢复"
    console.keys("F8")
    assert console.counter_now().state is CounterState.OPEN


def test_close_and_open(console: ConsoleAtHand) -> None:
    console.keys("Shift+F8")
    assert console.counter_now().state is CounterState.CLOSED
    assert (console.bar("title"), console.bar("offer")) == ("窗口没开", "开窗口")
    console.keys("Shift+F8")
    assert console.counter_now().state is CounterState.OPEN


def test_signing_out_closes_the_counter(console: ConsoleAtHand) -> None:
    console.keys("Shift+F12")
    assert console.door == "shut"
    assert console.counter_now().state is CounterState.CLOSED
    assert console.acts()[-1] == "staff sign-out"


def test_signing_out_with_a_number_in_hand_leaves_it_for_the_next_clerk(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "Shift+F12")
    assert console.door == "shut"
    console.sign_in(person=2)
    assert console.bar("number") == "A001"
    console.keys("F5")
    assert console.ticket("A001").state is TicketState.FINISHED


def test_a_counter_that_is_closed_elsewhere_says_so(console: ConsoleAtHand) -> None:
    session = console.console.console.session
    assert session is not None
    console.console.hall.close_counter(session)
    console.step()
    assert "在别处关了" in console.message


def test_a_counter_that_another_clerk_took_over_says_so(console: ConsoleAtHand) -> None:
    other = console.console.hall.sign_in(StaffNumber("15"), DEMO_PIN)
    console.console.hall.open_counter(other)
    console.step()
    assert console.bar("title") == "15 号在用这个窗口"
    console.keys("F2")
    assert console.message == "现在是 15 号在用这个窗口，要接回来按 Shift+F8"
    assert console.desk.current is None
    console.keys("Shift+F8", "F2")
    assert console.bar("number") == "A001"


# -- lock ------------------------------------------------------------------------------------------------------------------------


def test_f12_locks_and_the_pin_unlocks(console: ConsoleAtHand) -> None:
    console.keys("F2", "F12")
    assert console.door == "locked"
    assert console.bright == []
    console.keys("F5", "F2")
    assert console.ticket("A001").state is TicketState.CALLED
    console.type(DEMO_PIN)
    console.keys("Enter")
    assert console.door == "open"
    assert console.bar("number") == "A001"


def test_idle_locks(console: ConsoleAtHand) -> None:
    limit = LOCK_AFTER[Console.COUNTER].total_seconds()
    console.keys("F11")
    console.step(limit - 1)
    assert console.door == "open"
    console.step(2)
    assert console.door == "locked"
    assert console.acts()[-1] == "staff lock"


def test_a_clerk_who_serves_is_not_locked_so_soon(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4")
    console.step(LOCK_AFTER[Console.COUNTER].total_seconds() + 1)
    assert console.door == "open"


def test_another_clerk_may_come_in_at_a_lock(console: ConsoleAtHand) -> None:
    console.keys("F12")
    console.sign_in(person=2)
    assert console.door == "open"
    assert console.counter_now().staff == StaffNumber("07")
    assert "staff sign-out" in console.acts()


def test_yesterdays_session_is_over(console: ConsoleAtHand) -> None:
    console.keys("F2")
    console.step(24 * 3600)
    assert console.door == "shut"


# -- the window ------------------------------------------------------------------------------------------------------------------


def choices(console: ConsoleAtHand) -> Choices:
    """For a disability card: not for a child; identity card and household register are there."""
    return Choices(console.parts.edition().content_hash, (("needs_guardian", "no"),), ("0", "1"))


def test_papers_by_figures(door: ConsoleAtHand) -> None:
    door.take(CARD, choices=choices(door))
    door.sign_in()
    door.keys("F2", "F4")
    assert door.console.console.window.missing == 2
    door.keys("1")
    assert door.console.console.window.missing == 1
    door.keys("Shift+3")
    assert door.console.console.window.missing == 2
    door.keys("9")
    assert door.message == "没有第 9 样，看材料后面的数字"
    door.keys("F5", "Ctrl+Z")
    assert door.console.console.window.missing == 2, "what was looked at comes back with the number"
    door.keys("F5")
    door.step(11)
    assert door.console.console.window._sightings == {}, "and is forgotten when it has left for good"


def test_the_item_is_corrected_and_one_is_added(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "Ctrl+I")
    assert console.wide
    console.type("dibao")
    console.keys("Down", "Up", "Enter")
    assert console.ticket("A001").item is not None
    assert console.ticket("A001").item != CARD
    console.keys("Ctrl+J")
    console.type("dibao")
    console.keys("Enter")
    assert console.message == "这件事已经在这个号里了"
    console.keys("Ctrl+J")
    console.type("laonianzheng")
    console.keys("Enter")
    assert console.desk.current is not None
    assert len(console.desk.current.items) == 2


def test_esc_closes_the_search_and_changes_nothing(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "Ctrl+I")
    console.type("dibao")
    console.keys("Esc")
    assert console.console.console.window.matter.property("finding") == ""
    assert console.ticket("A001").item == CARD


def test_lines_and_finding(console: ConsoleAtHand) -> None:
    console.take(None, line="B")
    console.keys("F11", "Ctrl+L", "Ctrl+L")
    queue = console.console.console.window.queue
    assert [row.number for row in queue._waiting.rows] == ["B001"]
    console.keys("Ctrl+L", "Ctrl+L")
    console.keys("Ctrl+F")
    console.type("a003")
    assert [row.number for row in queue._waiting.rows] == ["A003"]
    console.keys("Esc", "Ctrl+F")
    console.type("dibao")
    assert [row.number for row in queue._waiting.rows] == ["A002"]


def test_the_past_of_a_number(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "Ctrl+H")
    words = [row.words for row in console.console.console.window.matter._history.rows]
    assert words == ["取号", "1 号窗口叫号，工号 03", "1 号窗口开始办，工号 03"]


def test_what_was_undone_stands_in_the_past(console: ConsoleAtHand) -> None:
    console.keys("F2", "F4", "F10", "1", "Enter", "Ctrl+Z")
    words = [row.words for row in console.console.console.window.matter._history.rows]
    assert "1 号窗口搁置，回去拿材料，工号 03（撤销了）" in words
    assert words[-1].startswith("1 号窗口撤销上一步")


def test_sheets_open_and_close(console: ConsoleAtHand) -> None:
    console.keys("F1")
    assert (console.wide, console.console.console.property("sheet")) == (True, "keys")
    console.keys("Esc")
    assert console.console.console.property("sheet") == ""
    console.keys("F2", "Ctrl+Q")
    assert console.console.console.property("sheet") == "rating"
    assert console.says("还没有好差评码")


def test_a_slip_without_a_printer_is_told(door: ConsoleAtHand) -> None:
    door.take(CARD, choices=choices(door))
    door.sign_in()
    door.keys("F2", "F4", "Ctrl+D")
    assert door.message == "这里没有打印机，请居民记下，或者用纸写给他"


# -- help ------------------------------------------------------------------------------------------------------------------------


def test_a_call_for_help_is_taken_and_done(console: ConsoleAtHand) -> None:
    console.keys("F9")
    assert console.message == "现在没有人找金小二，有人找会响"
    console.ring()
    console.step(23)
    assert (console.bar("helpTitle"), console.bar("helpText"), console.bar("helpLabel")) == ("2 号机", "响 23 秒", "我去")
    console.keys("F9")
    assert console.bar("helpLabel") == "到了"
    console.keys("Ctrl+F9")
    assert console.bar("helpLabel") == "帮完了"
    console.keys("Ctrl+F9")
    assert console.bar("helpTitle") == ""
    assert console.acts()[-1] == "help done"


def test_a_call_that_rings_too_long_is_told_louder(console: ConsoleAtHand) -> None:
    console.ring()
    console.step(61)
    assert console.bar("helpText") == "已叫值班长"
    assert console.console.console.bar.property("helpLate")


def test_who_cannot_go_is_left_alone(console: ConsoleAtHand) -> None:
    console.ring()
    console.keys("Shift+F9")
    assert console.bar("helpTitle") == ""


def test_a_call_that_another_counter_takes_is_told_for_a_moment(console: ConsoleAtHand) -> None:
    from kiosk.application.commands.assistance import take_help_call
    from kiosk.application.commands.clerk import SignedInClerk

    console.ring()
    other = console.console.hall.sign_in(StaffNumber("15"), DEMO_PIN)
    call = console.console.console._help.call
    assert call is not None
    take_help_call(
        call=call.id, counter=2, clerk=SignedInClerk(other), uow=console.parts.unit_of_work(), clock=console.clock, hall=console.parts.hall
    )
    console.step(1)
    assert console.bar("helpTitle") == "2 号窗口去了"
    console.step(4)
    assert console.bar("helpTitle") == ""


# -- away ------------------------------------------------------------------------------------------------------------------------


def test_a_hall_that_is_away_keeps_the_number_and_its_end(console: ConsoleAtHand, monkeypatch: pytest.MonkeyPatch) -> None:
    console.keys("F2", "F4")

    def away(*_: object, **__: object) -> None:
        raise DatabaseUnavailable("test", reason="away", path="x")

    monkeypatch.setattr(console.parts, "unit_of_work", away)
    monkeypatch.setattr(console.parts, "snapshot", away)
    console.step()
    assert console.bar("number") == "A001"
    assert console.message == "连不上大厅，办结先记在本机"
    assert "10:00 时" in console.bar("waitingUnit")
    assert console.bright == ["办结"]
    console.keys("F2")
    assert console.message == "连不上大厅，这一下先不能按，连上了再按"
    console.keys("F5")
    assert console.message == "连不上大厅，A001 的办结先记在本机"
    monkeypatch.undo()
    console.step(6)
    console.settle()
    assert console.ticket("A001").state is TicketState.FINISHED


def test_the_first_number_that_comes_is_heard(door: ConsoleAtHand, qtbot: QtBot) -> None:
    door.sign_in()
    door.keys("F2")
    assert door.message == "没有人等，新号来了会响一声"
    with qtbot.waitSignal(door.console.console.rings, check_params_cb=lambda what: what == "waiting"):
        door.take(CARD)
