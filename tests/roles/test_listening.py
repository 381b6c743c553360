"""A role hears what others write, from the file that answers and from no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest

from kiosk.application.changes import Changed, Subject
from kiosk.application.unavailable import DatabaseUnavailable, Unavailable
from kiosk.roles.listening import Listening
from kiosk.roles.parts import Parts

SOMETHING = Changed(frozenset({Subject.QUEUEING}))


class Feed:
    def __init__(self) -> None:
        self.tell: Callable[[Changed], None] | None = None
        self.closed = False

    def start(self, listener: Callable[[Changed], None]) -> None:
        self.tell = listener

    def close(self) -> None:
        self.closed = True


class Files:
    """The parts of a hall, as far as listening asks for them."""

    def __init__(self) -> None:
        self.openings = 1
        self.away: Unavailable | None = None
        self.feeds: list[Feed] = []

    def change_feed(self, look_seconds: float | None = None) -> Feed:
        assert look_seconds is None, "as often as a person at a screen notices"
        if self.away is not None:
            raise self.away
        self.feeds.append(Feed())
        return self.feeds[-1]


class AtOnce:
    """Jobs that are done while they are handed over; `held` keeps their callbacks back."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] | None = None

    def run(self, deed: Callable[[], Any], done: Callable[[Any], None], refused: Any = None, unavailable: Any = None) -> None:
        assert refused is None
        try:
            result = deed()
        except Unavailable as why:
            unavailable(why)
        else:
            if self.held is None:
                done(result)
            else:
                self.held.append(lambda: done(result))


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def jobs() -> AtOnce:
    return AtOnce()


@pytest.fixture
def heard() -> list[object]:
    return []


@pytest.fixture
def listening(qapp: object, files: Files, jobs: AtOnce, heard: list[object]) -> Listening:
    made = Listening(cast("Parts", files), jobs)
    made.heard.connect(heard.append)
    made.began.connect(lambda: heard.append("began"))
    made.start()
    return made


def test_nothing_is_heard_before_it_is_started(qapp: object, files: Files, jobs: AtOnce) -> None:
    listening = Listening(cast("Parts", files), jobs)
    listening.follow()
    assert files.feeds == []
    listening.start()
    listening.follow()
    assert len(files.feeds) == 1


def test_one_feed_an_opening(listening: Listening, files: Files, heard: list[object]) -> None:
    listening.follow()
    listening.follow()
    (feed,) = files.feeds
    assert feed.tell is not None
    feed.tell(SOMETHING)
    assert heard == ["began", SOMETHING]


def test_a_database_that_was_away_is_listened_to_when_it_answers(listening: Listening, files: Files, heard: list[object]) -> None:
    files.away = DatabaseUnavailable()
    listening.follow()
    assert (files.feeds, heard) == ([], [])
    files.away = None
    listening.follow()
    assert (len(files.feeds), heard) == (1, ["began"])


def test_another_file_in_its_place_is_listened_to_instead(listening: Listening, files: Files) -> None:
    listening.follow()
    files.openings += 1
    listening.follow()
    assert [feed.closed for feed in files.feeds] == [True, False]


def test_one_that_has_just_begun_is_closed_too(listening: Listening, files: Files, jobs: AtOnce) -> None:
    """The worker started it, and its word never came: the role was closing."""
    jobs.held = []
    listening.follow()
    listening.close()
    assert [feed.closed for feed in files.feeds] == [True]
