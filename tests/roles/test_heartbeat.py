"""The sign of life, heard at the other end of its pipe."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.roles.heartbeat import BEAT, LEAVING, Heartbeat, heartbeat_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="reads a pipe without waiting")


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    os.set_blocking(ends[0], False)
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def heard(end: int) -> bytes:
    try:
        return os.read(end, 65536 * 4)
    except BlockingIOError:
        return b""


def test_it_beats_at_once_and_says_when_it_leaves(pipe: tuple[int, int], qtbot: QtBot) -> None:
    heartbeat = Heartbeat(pipe[1], unheard=lambda: pytest.fail("somebody listens"))
    heartbeat.start()
    qtbot.waitUntil(lambda: heard(pipe[0]) == BEAT)
    heartbeat.leave()
    assert heard(pipe[0]) == LEAVING


def test_a_listener_that_sleeps_holds_nobody_up(pipe: tuple[int, int]) -> None:
    heartbeat = Heartbeat(pipe[1], unheard=lambda: pytest.fail("somebody listens"))
    for _ in range(70_000):
        heartbeat._send(BEAT)
    heartbeat.beat()
    heartbeat.leave()
    assert heard(pipe[0]).startswith(BEAT)


def test_without_a_listener_it_says_so(pipe: tuple[int, int]) -> None:
    told: list[str] = []
    heartbeat = Heartbeat(pipe[1], unheard=lambda: told.append("nobody"))
    os.close(pipe[0])
    heartbeat.beat()
    assert told == ["nobody"]


def test_the_port_is_taken_out_of_the_environment(pipe: tuple[int, int]) -> None:
    environment = {"KIOSK_HEARTBEAT": str(pipe[1])}
    assert heartbeat_of(environment, unheard=lambda: None) is not None
    assert environment == {}
    assert heartbeat_of({}, unheard=lambda: None) is None
