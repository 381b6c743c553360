"""One press, one request, one ticket; a pause after it; nothing of the person kept."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import NobodyWaiting, PauseBetweenTickets
from kiosk.interface.citizen.ticket_taking import PAUSE
from kiosk.interface.shared.navigator import HOME, Place
from tests.support.ticket_screen import TicketScreen

DONE = Place("ticket-done")
NORMAL = TicketClass.NORMAL


@pytest.fixture
def screen(qapp: object, tmp_path: Path) -> TicketScreen:
    return TicketScreen(tmp_path)


def press(screen: TicketScreen, line: str = "A", ticket_class: TicketClass = NORMAL) -> None:
    screen.taking.take(line=line, item=None, ticket_class=ticket_class)


def test_a_press_gives_the_number_and_no_way_back_to_the_press(screen: TicketScreen) -> None:
    press(screen)
    assert screen.taking.ticket is not None
    assert screen.taking.ticket.number == "A012"
    assert UUID(screen.desk.asked[0].request_id).version == 4
    assert screen.visited == [DONE]
    screen.navigator.back()
    assert screen.navigator.here == HOME


def test_presses_while_one_is_under_way_and_after_it_ask_nothing(qapp: object, tmp_path: Path) -> None:
    screen = TicketScreen(tmp_path, hold=True)
    press(screen)
    assert screen.taking.under_way
    press(screen)
    press(screen, "B")
    screen.jobs.settle()
    press(screen)
    screen.jobs.settle()
    assert len(screen.desk.asked) == 1
    assert not screen.taking.under_way


def test_the_request_id_stays_until_the_hall_has_answered(screen: TicketScreen) -> None:
    screen.desk.answer = DatabaseUnavailable(reason="locked")
    press(screen)
    assert isinstance(screen.taking.problem("A"), DatabaseUnavailable)
    screen.taking.put_aside()
    press(screen)
    first, second = (asked.request_id for asked in screen.desk.asked)
    assert first == second
    press(screen, ticket_class=TicketClass.ASSISTED)
    assert screen.desk.asked[2].request_id != first
    screen.desk.answer = NobodyWaiting(counter=1)
    press(screen, ticket_class=TicketClass.ASSISTED)
    press(screen, ticket_class=TicketClass.ASSISTED)
    assert screen.desk.asked[3].request_id == screen.desk.asked[2].request_id != screen.desk.asked[4].request_id


def test_a_problem_belongs_to_the_line_that_was_pressed(screen: TicketScreen) -> None:
    screen.desk.answer = NobodyWaiting(counter=1)
    press(screen, "H")
    assert screen.taking.problem("H") is screen.desk.answer
    assert screen.taking.problem("A") is None
    screen.taking.put_aside()
    assert screen.taking.problem("H") is None


@pytest.mark.parametrize(("after", "left"), [(0.0, PAUSE), (7.2, PAUSE - 7), (PAUSE - 0.1, 1)])
def test_a_further_number_within_the_pause_is_told_how_long(screen: TicketScreen, after: float, left: int) -> None:
    press(screen)
    screen.taking.forget()
    screen.seconds += after
    press(screen, "B")
    problem = screen.taking.problem("B")
    assert isinstance(problem, PauseBetweenTickets)
    assert problem.seconds_left == left
    assert len(screen.desk.asked) == 1
    screen.taking.forget()


def test_the_pause_counts_down_and_ends_by_itself(screen: TicketScreen) -> None:
    press(screen)
    screen.taking.forget()
    screen.seconds += PAUSE - 2
    press(screen)
    told = []
    screen.taking.changed.connect(lambda: told.append(screen.taking.problem("A")))
    screen.seconds += 1
    screen.taking.tick()
    screen.seconds += 1
    screen.taking.tick()
    assert [problem.seconds_left if isinstance(problem, PauseBetweenTickets) else None for problem in told] == [1, None]
    press(screen)
    assert len(screen.desk.asked) == 2


def test_after_the_pause_the_next_person_gets_a_number(screen: TicketScreen) -> None:
    press(screen)
    screen.taking.forget()
    screen.seconds += PAUSE
    screen.desk.number = 13
    press(screen)
    assert screen.taking.ticket is not None
    assert screen.taking.ticket.number == "A013"
    assert screen.desk.asked[0].request_id != screen.desk.asked[1].request_id


def test_a_number_that_comes_after_home_was_pressed_is_shown_there(qapp: object, tmp_path: Path) -> None:
    screen = TicketScreen(tmp_path, hold=True)
    screen.navigator.go("ticket")
    press(screen)
    screen.navigator.home()
    screen.taking.forget()
    screen.jobs.settle()
    assert screen.navigator.here == DONE


def test_a_number_that_comes_in_another_session_is_not_shown_to_a_stranger(qapp: object, tmp_path: Path) -> None:
    screen = TicketScreen(tmp_path, hold=True)
    press(screen)
    screen.taking.forget()
    screen.navigator.go("search")
    screen.jobs.settle()
    assert screen.navigator.here == Place("search")
    assert screen.taking.ticket is None


def test_forgetting_keeps_only_when_the_last_number_was_given(screen: TicketScreen) -> None:
    screen.taking.take(line="A", item="WHL-MARK-001", ticket_class=TicketClass.ASSISTED)
    screen.taking.forget()
    kept = {name: value for name, value in vars(screen.taking).items() if isinstance(value, str | float) and value != ""}
    assert kept == {"_given_at": screen.seconds}
    assert screen.taking.ticket is None
    assert screen.taking._wish is None
    assert screen.taking._problem is None
