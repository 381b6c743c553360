"""What holds for every test: an offscreen Qt, a data directory of its own, and nothing left running behind it.

Set here, before anything imports PySide6: platform and locale are read once, when Qt starts.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data directory of this test, for this process and those it starts. It does not exist yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("KIOSK_DATA", str(folder))
    monkeypatch.delenv("KIOSK_DATABASE", raising=False)
    monkeypatch.delenv("KIOSK_NOW", raising=False)
    return folder


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a Python thread or, where the test has a Qt application, a QThread at work, a busy pool or an active QTimer."""
    has_application = not {"qtbot", "qapp"}.isdisjoint(request.fixturenames)
    threads_before = set(threading.enumerate())
    timers_before = {id(each) for each in running_qt_objects()} if has_application else set()
    yield
    left: list[object] = [thread for thread in threading.enumerate() if thread not in threads_before and is_alive_for_long(thread)]
    if has_application and any(id(each) not in timers_before for each in running_qt_objects()):
        _let_qt_clear_up()
        left += [each for each in running_qt_objects() if id(each) not in timers_before]
    if left:
        pytest.fail(f"left running: {', '.join(map(repr, left))}", pytrace=False)


def is_alive_for_long(thread: threading.Thread) -> bool:
    """A thread that is about to end is given two seconds for it."""
    thread.join(timeout=2)
    return thread.is_alive()


def running_qt_objects() -> list[object]:
    """Active QTimers, QThreads at work and the global pool when it does not come to rest."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    import shiboken6
    from PySide6.QtCore import QThread, QThreadPool, QTimer

    pool = QThreadPool.globalInstance()
    found: list[object] = [] if pool.waitForDone(2000) else [pool]
    here = QThread.currentThread()
    # By type, not isinstance: that would ask __class__ of every proxy in the process.
    for each in [thing for thing in shiboken6.getAllValidWrappers() if issubclass(type(thing), (QTimer, QThread))]:
        if not shiboken6.isValid(each) or each is here:
            continue
        if (isinstance(each, QTimer) and each.isActive()) or (isinstance(each, QThread) and each.isRunning()):
            found.append(each)
    return found


def _let_qt_clear_up() -> None:
    """Objects in circles and those that asked to be deleted later are not left running; they only wait for their turn."""
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
