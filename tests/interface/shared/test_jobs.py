"""Work elsewhere, the outcome here."""

from __future__ import annotations

import logging
import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.unavailable import DiskFull, Unavailable
from kiosk.domain.refusals import NobodyWaiting, Refused
from kiosk.interface.shared.jobs import WorkerJobs


@pytest.fixture
def jobs(qapp: object) -> object:
    made = WorkerJobs()
    yield made
    made.close()


def raise_(error: Exception) -> None:
    raise error


def test_deeds_run_elsewhere_in_order_and_outcomes_come_here(jobs: WorkerJobs, qtbot: QtBot) -> None:
    outcomes: list[tuple[int, bool]] = []
    where: list[bool] = []

    def deed(number: int) -> int:
        where.append(threading.current_thread() is threading.main_thread())
        return number

    for number in range(5):
        jobs.run(partial(deed, number), lambda done: outcomes.append((done, threading.current_thread() is threading.main_thread())))
    qtbot.waitUntil(lambda: len(outcomes) == 5)
    assert outcomes == [(number, True) for number in range(5)]
    assert where == [False] * 5


def test_a_refusal_and_an_absence_have_their_own_answers(jobs: WorkerJobs, qtbot: QtBot) -> None:
    told: list[Refused | Unavailable] = []
    jobs.run(lambda: raise_(NobodyWaiting(counter=1)), lambda done: None, refused=told.append)
    jobs.run(lambda: raise_(DiskFull(path="x")), lambda done: None, unavailable=told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [type(each) for each in told] == [NobodyWaiting, DiskFull]


def test_a_bug_is_logged_and_told(jobs: WorkerJobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(jobs.failed) as failed:
        jobs.run(lambda: raise_(ZeroDivisionError("planted")), lambda done: None)
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert "planted" in caplog.text


def test_what_nobody_takes_shows_the_fault_page(jobs: WorkerJobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.failed) as failed:
        jobs.run(lambda: raise_(NobodyWaiting(counter=1)), lambda done: None)
    assert isinstance(failed.args[0], NobodyWaiting)


def test_after_closing_nothing_is_called_back(qapp: object, qtbot: QtBot) -> None:
    jobs = WorkerJobs()
    told: list[object] = []
    begun, go_on = threading.Event(), threading.Event()

    def deed() -> bool:
        begun.set()
        return go_on.wait(5)

    jobs.run(deed, told.append)
    assert begun.wait(5)
    go_on.set()
    jobs.close()
    jobs.run(lambda: 1, told.append)
    qtbot.wait(1)
    assert told == []
