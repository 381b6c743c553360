"""取号: what it shows, what may be chosen, and what a press does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.catalog import EntryCode
from kiosk.domain.hall import Counter, CounterId
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import BeyondClosing, HallClosed
from kiosk.interface.citizen.ticket import TicketViewModel, citizen_lines, line_for, ticket_facts
from kiosk.interface.citizen.ticket_taking import TicketTaking
from kiosk.interface.shared.navigator import Place
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, data, first_use, hall, parts  # noqa: F401  (fixtures)
from tests.support.ticket_screen import TicketScreen, hall_now

SENSITIVE = "WHL-MZ-003"
SOCIAL = "WHL-SB-018"


@pytest.fixture
def screen(qapp: object, tmp_path: Path) -> TicketScreen:
    return TicketScreen(tmp_path)


@pytest.fixture
def page(screen: TicketScreen) -> TicketViewModel:
    page = screen.ticket()
    page.enter("", False)
    return page


def facts(page: TicketViewModel) -> dict[str, str]:
    return {fact.key: fact.spoken for fact in page.facts.rows}


def chosen(page: TicketViewModel) -> tuple[list[str], list[str]]:
    return [board.key for board in page.classes.rows if board.chosen], [line.key for line in page.lines.rows if line.chosen]


def test_the_main_line_its_people_ahead_range_and_counters(page: TicketViewModel) -> None:
    assert page.title == "一口受理 取号"
    assert facts(page) == {"ahead": "前面 6 人", "wait": "大约等 15–25 分钟", "counters": "1、2、3 号窗口开着"}
    assert page.giving
    assert page.buttonText == "取一个号"
    assert chosen(page) == (["normal"], ["A"])


def test_unknown_is_said_in_words_and_never_as_zero() -> None:
    shape = hall()
    line = shape.lines[0]
    assert [fact.figure for fact in ticket_facts(None, line, TicketClass.NORMAL)] == ["正在看"]
    now = hall_now(shape, MONDAY_TEN, wait=(None, None))
    assert [fact.figure for fact in ticket_facts(now, line, TicketClass.NORMAL)] == ["6", "听叫号", "1、2、3"]


def test_a_priority_ticket_is_not_told_a_normal_tickets_figures() -> None:
    shape = hall()
    for kind in (TicketClass.MILITARY, TicketClass.ASSISTED):
        spoken = [fact.spoken for fact in ticket_facts(hall_now(shape, MONDAY_TEN), shape.lines[0], kind)]
        assert spoken[:2] == ["前面几个人，取号后看", "优先叫号"]


def test_counters_none_few_and_many() -> None:
    shape = hall(counters=())
    now = hall_now(shape, MONDAY_TEN)
    assert ticket_facts(now, shape.lines[0], TicketClass.NORMAL)[-1].figure == "暂时没有"
    many = replace(shape, counters=tuple(Counter(CounterId(n), (LineId("A"),)) for n in range(1, 9)))
    assert ticket_facts(hall_now(many, MONDAY_TEN), many.lines[0], TicketClass.NORMAL)[-1].spoken == "开着 8 个窗口"


def test_the_helpers_line_is_no_choice_here_and_one_line_is_no_choice_at_all() -> None:
    assert [line.id for line in citizen_lines(hall())] == ["A", "B"]
    only_a = replace(hall(), lines=hall().lines[:1])
    wanted = line_for("B", only_a)
    assert wanted is not None
    assert wanted.id == "A"
    assert line_for("A", replace(hall(), lines=())) is None


def test_an_item_brings_its_line_and_what_to_bring(screen: TicketScreen, page: TicketViewModel) -> None:
    page.enter(SOCIAL, False)
    assert page.title == "社保 取号"
    assert page.itemName == screen.edition.item(EntryCode(SOCIAL)).plain_name
    assert "带" in page.papersText or page.papersText == "问窗口"
    assert page.lineCount == 0
    page.takeTicket()
    assert (screen.desk.asked[0].line, screen.desk.asked[0].item) == ("B", SOCIAL)


def test_a_sensitive_item_is_named_to_the_person_here(screen: TicketScreen, page: TicketViewModel) -> None:
    assert screen.edition.item(EntryCode(SENSITIVE)).sensitive
    page.enter(SENSITIVE, False)
    assert page.itemName


@pytest.mark.parametrize("argument", ["WHL-XX-999", "QX-10", "\x00" * 10, "A" * 4096])
def test_what_is_no_item_is_no_page(page: TicketViewModel, argument: str) -> None:
    with pytest.raises(KeyError):
        page.enter(argument, False)


def test_choices_are_what_is_asked_for_and_returning_keeps_them(screen: TicketScreen, page: TicketViewModel) -> None:
    page.chooseClass("assisted")
    page.chooseLine("B")
    page.enter("", True)
    assert chosen(page) == (["assisted"], ["B"])
    page.takeTicket()
    assert (screen.desk.asked[0].line, screen.desk.asked[0].ticket_class) == ("B", TicketClass.ASSISTED)
    assert screen.navigator.here == Place("ticket-done")


def test_coming_anew_and_the_end_of_a_session_forget_every_choice(page: TicketViewModel) -> None:
    page.enter(SOCIAL, False)
    page.chooseClass("military")
    page.forget()
    assert (page.itemName, page.title, chosen(page)) == ("", "一口受理 取号", (["normal"], ["A"]))
    page.chooseClass("military")
    page.enter("", False)
    assert chosen(page)[0] == ["normal"]


def test_the_press_shows_at_once_that_it_is_under_way(qapp: object, tmp_path: Path) -> None:
    screen = TicketScreen(tmp_path, hold=True)
    page = screen.ticket()
    page.enter("", False)
    fired: list[bool] = []
    page.viewChanged.connect(lambda: fired.append(page.underWay))
    page.takeTicket()
    assert fired == [True]
    assert page.buttonText == "正在取号"
    screen.jobs.settle()
    assert not page.underWay


def test_a_session_with_a_number_is_led_back_to_it(screen: TicketScreen, page: TicketViewModel) -> None:
    page.takeTicket()
    page.enter("", False)
    assert page.buttonText == "看我的号 A012"
    page.takeTicket()
    assert len(screen.desk.asked) == 1
    assert screen.navigator.here == Place("ticket-done")


def test_closed_stands_instead_and_opens_by_itself(screen: TicketScreen, page: TicketViewModel) -> None:
    screen.clock.moment = MONDAY_TEN.replace(hour=12, minute=20)
    screen.queue.look()
    assert not page.giving
    assert (page.awayTitle, page.awayBoard, page.awayStarts) == ("中午休息", "13:00", "13:00 开始")
    screen.clock.moment = MONDAY_TEN.replace(hour=13)
    screen.queue.look()
    assert page.giving


def test_the_minutes_left_move_with_the_clock(screen: TicketScreen, page: TicketViewModel) -> None:
    screen.clock.moment = MONDAY_TEN.replace(hour=12, minute=20)
    screen.queue.look()
    screen.clock.moment += timedelta(minutes=5)
    screen.wall_clock.look()
    assert page.awayBoardNote == "还有 35 分钟，下午开到 17:00"


def test_refused_after_the_press_says_why_and_a_new_visit_may_press_again(screen: TicketScreen, page: TicketViewModel) -> None:
    screen.desk.answer = BeyondClosing(line="A", ahead=12, wait_low=50, minutes_left=20, closes_at=MONDAY_TEN.replace(hour=17))
    page.takeTicket()
    assert page.awayTitle == "今天的号发完了"
    page.enter("", False)
    assert page.giving


def test_an_older_no_gives_way_to_a_fresh_answer_of_the_queue(screen: TicketScreen, page: TicketViewModel) -> None:
    lunch = HallClosed(
        reason="lunch", opens_at=MONDAY_TEN.replace(hour=13), closes_at=MONDAY_TEN.replace(hour=17), day_name=None, assumed=False
    )
    screen.jobs.hold = True
    screen.desk.answer = lunch
    page.takeTicket()
    screen.jobs.settle()
    assert page.awayTitle == "中午休息"
    screen.clock.moment += timedelta(minutes=1)
    screen.jobs.settle()
    assert page.giving


def test_the_machine_away_sends_to_the_counter_and_comes_back(screen: TicketScreen, page: TicketViewModel) -> None:
    screen.away = DatabaseUnavailable(reason="away")
    screen.queue.look()
    assert (page.giving, page.awayTitle, page.awayBoard) == (False, "机器取号停了", "请到窗口")
    screen.away = None
    screen.queue.look()
    assert page.giving


def test_a_press_into_a_dead_database_says_so_and_keeps_the_request(screen: TicketScreen, page: TicketViewModel) -> None:
    screen.away = screen.desk.answer = DatabaseUnavailable(reason="locked")
    page.takeTicket()
    assert page.awayTitle == "机器取号停了"
    screen.away = screen.desk.answer = None
    page.enter("", True)
    page.takeTicket()
    assert screen.desk.asked[0].request_id == screen.desk.asked[1].request_id


def test_the_pause_is_told_in_the_buttons_place(screen: TicketScreen, page: TicketViewModel) -> None:
    page.takeTicket()
    page.forget()
    screen.seconds += 8
    page.takeTicket()
    assert page.giving
    assert page.buttonAwayText == "刚刚取过号，请过 12 秒再取"
    screen.taking.forget()


def test_what_can_be_done_meanwhile(screen: TicketScreen, page: TicketViewModel) -> None:
    page.openProofs()
    page.openSearch()
    page.leave()
    assert screen.visited == [Place("list", "abolished"), Place("search"), Place("list", "abolished")]
    assert (page.proofsNote, page.itemsNote) == ("86 项已经取消，不用跑", "97 项，先看要带什么")


def test_a_number_from_the_real_hall(screen: TicketScreen, parts: Parts) -> None:  # noqa: F811
    def take(*, line: str, item: str | None, ticket_class: TicketClass, choices: Choices | None, request_id: str) -> TakenTicket:
        return take_ticket(
            line=line,
            item=item,
            ticket_class=ticket_class,
            request_id=request_id,
            uow=parts.unit_of_work(),
            clock=parts.clock,
            hall=parts.hall,
            known_items=screen.edition,
            choices=choices,
        )

    screen.taking = TicketTaking(take=take, jobs=screen.jobs, navigator=screen.navigator)
    page = screen.ticket()
    page.enter(SENSITIVE, False)
    page.takeTicket()
    assert screen.taking.ticket is not None
    assert (screen.taking.ticket.number, screen.taking.ticket.item) == ("A001", SENSITIVE)


CONDITIONAL = "WHL-MZ-005"


def looked_at(screen: TicketScreen, *ticks: str, **answers: str) -> None:
    """The person has seen their list of CONDITIONAL and ticked these papers."""
    item = screen.edition.item(EntryCode(CONDITIONAL))
    for asked, answer in answers.items():
        screen.told.answer(item, asked, answer)
    screen.told.see_list(item)
    for key in ticks:
        screen.told.turn(item, key)


def test_missing_papers_are_asked_about_before_a_number_is_taken(screen: TicketScreen, page: TicketViewModel) -> None:
    looked_at(screen, "0", "1", "2")
    page.enter(CONDITIONAL, False)
    assert page.checkTitle == "缺 1 样，另有 1 样可能要，还要取号吗？"
    assert page.missingNames == "近期免冠照片；代办人身份证和委托书"
    assert page.adviceText == "缺了可能要再跑一趟。能不能后补，以窗口答复为准。"
    assert (page.buttonText, page.leaveText) == ("还是取号", "先不取")
    page.openList()
    assert screen.visited[-1] == Place("my-list", CONDITIONAL)


def test_nothing_is_said_to_be_missing_where_nobody_has_looked(screen: TicketScreen, page: TicketViewModel) -> None:
    page.enter(CONDITIONAL, False)
    assert (page.checkTitle, page.missingText, page.buttonText, page.leaveText) == ("东西带齐了吗", "", "取一个号", "先不取号")
    page.takeTicket()
    assert screen.desk.asked[-1].choices is None


def test_answers_and_ticks_go_with_the_number(screen: TicketScreen, page: TicketViewModel) -> None:
    looked_at(screen, "1", "0")
    page.enter(CONDITIONAL, False)
    page.takeTicket()
    choices = screen.desk.asked[-1].choices
    assert choices is not None
    assert (choices.answers, choices.ticks, choices.edition) == ((), ("0", "1"), screen.edition.content_hash)


def test_a_tick_changed_before_the_hall_has_answered_is_another_request(screen: TicketScreen, page: TicketViewModel) -> None:
    """The same request with other choices would be refused for ever."""
    looked_at(screen)
    page.enter(CONDITIONAL, False)
    screen.desk.answer = DatabaseUnavailable("away", reason="away", path="")
    page.takeTicket()
    page.takeTicket()
    screen.told.turn(screen.edition.item(EntryCode(CONDITIONAL)), "0")
    page.takeTicket()
    first, second, third = (asked.request_id for asked in screen.desk.asked)
    assert first == second != third
