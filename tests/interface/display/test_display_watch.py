"""The watch: what was called since, how old the last answer is, and that it never stops asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.application.queries.hall_display import DisplayNow
from kiosk.application.unavailable import DatabaseUnavailable, Unavailable
from kiosk.domain.announcing import Call, CallId, TakenBack
from kiosk.domain.refusals import Refused
from kiosk.interface.display.display_watch import STALE_SECONDS, DisplayWatch
from tests.support.display_views import answer, call
from tests.support.voice_double import Seconds


@dataclass
class HandJobs:
    """Deeds lie here until the test answers them."""

    under_way: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[Unavailable], None] | None]] = field(default_factory=list)

    def run(
        self,
        deed: Callable[[], Any],
        done: Callable[[Any], None],
        refused: Callable[[Refused], None] | None = None,
        unavailable: Callable[[Unavailable], None] | None = None,
    ) -> None:
        assert refused is None, "the hall refuses nobody a look"
        self.under_way.append((deed, done, unavailable))

    def answer(self) -> None:
        deed, done, unavailable = self.under_way.pop(0)
        try:
            result = deed()
        except Unavailable as missing:
            assert unavailable is not None
            unavailable(missing)
        else:
            done(result)


class Watched:
    """A watch, its questions and what it told."""

    def __init__(self) -> None:
        self.jobs = HandJobs()
        self.seconds = Seconds()
        self.asked: list[CallId | None] = []
        self.next: DisplayNow | Unavailable = answer()
        self.watch = DisplayWatch(self._ask, self.jobs, monotonic=self.seconds)
        self.began: list[tuple[Call, ...]] = []
        self.heard: list[tuple[Call | TakenBack, ...]] = []
        self.changes = 0
        self.watch.began.connect(self.began.append)
        self.watch.heard.connect(self.heard.append)
        self.watch.changed.connect(self._count)

    def _ask(self, seen: CallId | None) -> DisplayNow:
        self.asked.append(seen)
        if isinstance(self.next, Unavailable):
            raise self.next
        return self.next

    def _count(self) -> None:
        self.changes += 1

    def look(self, following: DisplayNow | Unavailable) -> None:
        self.next = following
        self.watch.look()
        self.jobs.answer()


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return Watched()


def test_the_first_answer_begins_and_the_next_ones_bring_news(watched: Watched) -> None:
    watched.look(answer(latest=(call("A002"),), seen=9))
    watched.look(answer(news=(call("A003", event=10),), seen=10))
    watched.look(answer(seen=10))
    assert watched.asked == [None, CallId(9), CallId(10)]
    assert watched.began == [(call("A002"),)]
    assert watched.heard == [(call("A003", event=10),)]


def test_a_database_of_an_older_copy_begins_anew(watched: Watched) -> None:
    watched.look(answer(latest=(), seen=50))
    watched.look(answer(latest=(call("A001"),), seen=40))
    watched.look(answer(news=(call("A002", event=41),), seen=41))
    assert watched.began == [(), (call("A001"),)]
    assert watched.asked[-1] == CallId(40)
    assert len(watched.heard) == 1


def test_without_an_answer_it_becomes_old_and_with_one_it_is_new_again(watched: Watched) -> None:
    watched.look(answer(seen=1))
    away = DatabaseUnavailable(reason="away", path="/d")
    watched.seconds.passed += STALE_SECONDS - 1
    watched.look(away)
    assert (watched.watch.stale, watched.watch.unavailable) == (False, away)
    watched.seconds.passed += 2
    watched.watch.tick()
    assert watched.watch.stale
    assert watched.watch.now is not None, "the last answer stays"
    watched.jobs.answer()
    watched.look(answer(seen=2, news=(call("A009", event=2),)))
    assert (watched.watch.stale, watched.watch.unavailable) == (False, None)
    assert watched.heard == [(call("A009", event=2),)], "what was called meanwhile is said now"


def test_a_question_that_hangs_makes_the_answer_old_too(watched: Watched) -> None:
    watched.look(answer(seen=1))
    watched.watch.look()
    watched.seconds.passed += STALE_SECONDS
    before = watched.changes
    watched.watch.tick()
    assert (watched.watch.stale, watched.changes, len(watched.jobs.under_way)) == (True, before + 1, 1)


def test_one_question_at_a_time_and_one_more_after_it(watched: Watched) -> None:
    watched.watch.look()
    watched.watch.look()
    watched.watch.look()
    assert len(watched.jobs.under_way) == 1
    watched.jobs.answer()
    assert len(watched.jobs.under_way) == 1
    watched.jobs.answer()
    assert watched.jobs.under_way == []


def test_a_question_that_broke_is_asked_again(watched: Watched) -> None:
    watched.watch.look()
    watched.jobs.under_way.clear()
    watched.watch.never_answered()
    watched.watch.tick()
    assert len(watched.jobs.under_way) == 1
