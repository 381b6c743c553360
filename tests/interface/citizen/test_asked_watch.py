"""When a search counts, once a session; what is asked for most comes between sessions; a database that is away harms nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.unavailable import DatabaseUnavailable
from kiosk.domain.catalog import EntryCode
from kiosk.interface.citizen import asked_watch
from kiosk.interface.citizen.asked_watch import SETTLED_MS, AskedWatch
from kiosk.interface.shared.jobs import WorkerJobs
from tests.support.ticket_screen import HeldJobs

A, B = EntryCode("WHL-MZ-005"), EntryCode("WHL-MZ-007")


class Hall:
    """Counts and answers on the worker."""

    def __init__(self) -> None:
        self.counted: list[str] = []
        self.answers: list[tuple[EntryCode, ...]] = []
        self.away = False

    def count(self, text: str) -> None:
        if self.away:
            raise DatabaseUnavailable("test", reason="locked")
        self.counted.append(text)

    def ask(self) -> tuple[EntryCode, ...]:
        if self.away:
            raise DatabaseUnavailable("test", reason="locked")
        return self.answers.pop(0) if self.answers else ()


@pytest.fixture
def hall(qapp: object) -> Hall:
    return Hall()


@pytest.fixture
def watch(hall: Hall) -> AskedWatch:
    return AskedWatch(count=hall.count, ask=hall.ask, jobs=HeldJobs())


def typed(watch: AskedWatch, *texts: str) -> None:
    for text in texts:
        watch.box_shows(text, missed=True)


def test_prefixes_on_the_way_are_not_counted(watch: AskedWatch, hall: Hall) -> None:
    typed(watch, "x", "xy", "xyz")
    assert hall.counted == []
    watch.settle()
    assert hall.counted == ["xyz"]


@pytest.mark.parametrize("leave", [AskedWatch.settle, AskedWatch.forget], ids=["cleared, left, helper", "session over"])
def test_who_leaves_is_done_with_the_text(watch: AskedWatch, hall: Hall, leave: Callable[[AskedWatch], None]) -> None:
    typed(watch, "暖气费")
    leave(watch)
    watch.box_shows("", missed=False)
    leave(watch)
    assert hall.counted == ["暖气费"]


def test_a_text_with_a_hit_does_not_count(watch: AskedWatch, hall: Hall) -> None:
    typed(watch, "社保卡丢了x")
    watch.box_shows("社保卡丢了", missed=False)
    watch.settle()
    assert hall.counted == []


def test_a_text_that_stands_counts_by_itself(hall: Hall, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SETTLED_MS >= 2_000, "slow fingers are still typing"
    monkeypatch.setattr(asked_watch, "SETTLED_MS", 20)
    watch = AskedWatch(count=hall.count, ask=hall.ask, jobs=HeldJobs())
    typed(watch, "暖", "暖气费")
    qtbot.waitUntil(lambda: hall.counted == ["暖气费"])
    typed(watch, "暖气费")
    watch.settle()
    assert hall.counted == ["暖气费"]


def test_once_a_session_and_text(watch: AskedWatch, hall: Hall) -> None:
    for _ in range(3):
        typed(watch, "暖气费")
        watch.settle()
        watch.count_miss("nqf")
    assert hall.counted == ["暖气费", "nqf"]
    watch.forget()
    typed(watch, "暖气费")
    watch.settle()
    assert hall.counted == ["暖气费", "nqf", "暖气费"]


def test_nothing_of_the_person_remains(watch: AskedWatch, hall: Hall) -> None:
    typed(watch, "张翠花")
    watch.settle()
    typed(watch, "张翠花的妈")
    watch.forget()
    assert "张翠花" not in repr(vars(watch))


def test_most_asked_is_renewed_between_sessions_and_tells_when_it_is_another(hall: Hall) -> None:
    hall.answers = [(A,), (A,), (A, B), ()]
    watch = AskedWatch(count=hall.count, ask=hall.ask, jobs=HeldJobs())
    told: list[tuple[EntryCode, ...]] = []
    watch.changed.connect(lambda: told.append(watch.most_asked))
    assert watch.most_asked == (A,)
    typed(watch, "xyz")
    watch.settle()
    assert len(hall.answers) == 3, "nothing moves while somebody searches"
    watch.forget()
    assert told == []
    watch.forget()
    watch.forget()
    assert told == [(A, B), ()]


def test_a_database_that_is_away_loses_the_count_and_nothing_else(hall: Hall, qtbot: QtBot) -> None:
    hall.answers = [(A,)]
    jobs = WorkerJobs()
    faults: list[Any] = []
    jobs.failed.connect(faults.append)
    watch = AskedWatch(count=hall.count, ask=hall.ask, jobs=jobs)
    qtbot.waitUntil(lambda: watch.most_asked == (A,))
    hall.away = True
    watch.count_miss("暖气费")
    watch.forget()
    qtbot.waitUntil(lambda: jobs.idle)
    assert (faults, watch.most_asked, hall.counted) == ([], (A,), [])
    hall.away = False
    watch.count_miss("暖气费")
    qtbot.waitUntil(lambda: hall.counted == ["暖气费"])
    jobs.close()


def test_counting_does_not_hold_the_screen_up(hall: Hall) -> None:
    jobs = HeldJobs(hold=True)
    watch = AskedWatch(count=hall.count, ask=hall.ask, jobs=jobs)
    watch.count_miss("暖气费")
    assert hall.counted == [], "it is the worker's"
    jobs.settle()
    jobs.settle()
    assert hall.counted == ["暖气费"]


def test_a_bug_in_the_question_is_met_once_and_never_goes_round(qtbot: QtBot) -> None:
    """The fault page ends the session, and the end of a session asks again."""
    asked: list[int] = []

    def broken() -> tuple[EntryCode, ...]:
        asked.append(1)
        raise RuntimeError("a bug")

    jobs = WorkerJobs()
    faults: list[object] = []
    watch = AskedWatch(count=lambda _: None, ask=broken, jobs=jobs)

    def fault_page(bug: object) -> None:
        faults.append(bug)
        watch.forget()

    jobs.failed.connect(fault_page)
    qtbot.waitUntil(lambda: len(faults) == 1)
    watch.forget()
    jobs.close()
    assert (len(asked), len(faults)) == (1, 1)
