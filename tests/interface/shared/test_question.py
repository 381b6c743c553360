"""One question at a time, and none lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.application.unavailable import DatabaseUnavailable, Unavailable
from kiosk.interface.shared.question import Question


class Worker:
    """Jobs that are answered when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[Unavailable], None] | None]] = []

    def run(self, deed: Any, done: Any, refused: Any = None, unavailable: Any = None) -> None:
        assert refused is None, "a question is not refused"
        self.waiting.append((deed, done, unavailable))

    def answer(self) -> None:
        deed, done, unavailable = self.waiting.pop(0)
        try:
            answer = deed()
        except Unavailable as why:
            assert unavailable is not None
            unavailable(why)
        else:
            done(answer)


class Hall:
    """Counts how often it was asked, and answers with the count; away while it is."""

    def __init__(self) -> None:
        self.asked = 0
        self.away: Unavailable | None = None

    def __call__(self) -> int:
        self.asked += 1
        if self.away is not None:
            raise self.away
        return self.asked


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.fixture
def heard() -> list[object]:
    return []


@pytest.fixture
def question(hall: Hall, worker: Worker, heard: list[object]) -> Question[int]:
    return Question(hall, worker, answered=heard.append, missing=heard.append)


def test_put_thrice_at_once_it_is_asked_twice(question: Question[int], worker: Worker, heard: list[object]) -> None:
    """The second time for all who came while the first was on its way: what they know of may be newer."""
    for _ in range(3):
        question.put()
    assert len(worker.waiting) == 1
    assert question.open
    worker.answer()
    assert (heard, len(worker.waiting)) == ([1], 1)
    worker.answer()
    assert (heard, worker.waiting, question.open) == ([1, 2], [], False)


def test_an_answer_is_told_before_the_next_is_asked_for(hall: Hall, worker: Worker) -> None:
    asked_when_told: list[int] = []
    question = Question(hall, worker, answered=lambda _: asked_when_told.append(len(worker.waiting)), missing=lambda _: None)
    question.put()
    question.put()
    worker.answer()
    assert asked_when_told == [0]
    assert len(worker.waiting) == 1


def test_a_hall_that_is_away_is_asked_again(question: Question[int], hall: Hall, worker: Worker, heard: list[object]) -> None:
    hall.away = DatabaseUnavailable()
    question.put()
    question.put()
    worker.answer()
    assert (heard, len(worker.waiting)) == ([hall.away], 1)


def test_a_question_that_nobody_will_answer_can_be_dropped(question: Question[int], worker: Worker, heard: list[object]) -> None:
    question.put()
    question.put()
    worker.waiting.clear()
    question.drop()
    question.put()
    assert len(worker.waiting) == 1
    worker.answer()
    assert (heard, worker.waiting) == ([1], [])
