"""The guard of tests/conftest.py sees what a test leaves running, and only that."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QThread, QTimer
from pytestqt.qtbot import QtBot

from tests import conftest


def test_an_active_timer_is_seen_until_it_stops(qtbot: QtBot) -> None:
    timer = QTimer()
    assert timer not in conftest.running_qt_objects()
    timer.start(60_000)
    assert timer in conftest.running_qt_objects()
    timer.stop()
    assert timer not in conftest.running_qt_objects()


def test_a_timer_in_a_circle_is_not_left_running_once_it_is_collected(qtbot: QtBot) -> None:
    before = len(conftest.running_qt_objects())
    circle: list[object] = [QTimer()]
    circle.append(circle)
    timer = circle[0]
    assert isinstance(timer, QTimer)
    timer.start(60_000)
    del timer, circle
    gc.collect()
    assert len(conftest.running_qt_objects()) == before


def test_a_running_qthread_is_seen_until_it_ends(qtbot: QtBot) -> None:
    thread = QThread()
    thread.start()
    assert thread in conftest.running_qt_objects()
    thread.quit()
    assert thread.wait(10_000)
    assert thread not in conftest.running_qt_objects()


def test_a_python_thread_that_ends_soon_is_waited_for() -> None:
    go = threading.Event()
    thread = threading.Thread(target=go.wait)
    thread.start()
    go.set()
    assert not conftest.is_alive_for_long(thread)
