"""The installed PySide6 does not lose references to None, True and False.

PySide6 6.12.0 on Python 3.11 loses one at each call of some functions, until the interpreter aborts. A start-up test does not notice.
From Python 3.12 on these objects are immortal and their count says nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

_CALLS = 500

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")


@pytest.mark.parametrize("call", ["processEvents", "setObjectName"])
def test_no_reference_is_lost(qtbot: QtBot, call: str) -> None:
    thing = QObject()
    calls: dict[str, Callable[[], object]] = {
        "processEvents": QCoreApplication.processEvents,
        "setObjectName": lambda: thing.setObjectName("name"),
    }
    deed = calls[call]
    deed()
    before = [sys.getrefcount(each) for each in (None, True, False)]
    for _ in range(_CALLS):
        deed()
    after = [sys.getrefcount(each) for each in (None, True, False)]
    # Something else may let go of a few; a loss at each call is hundreds.
    assert all(now > then - _CALLS // 5 for then, now in zip(before, after, strict=True)), (before, after)
