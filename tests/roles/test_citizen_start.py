"""`kiosk citizen` starts on whatever it finds: one sentence for what is wrong, the right exit code, and what can be served is served."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.infrastructure.paths import DataDirectory
from kiosk.infrastructure.printing.links import PaperWidth
from kiosk.interface.shared import fonts
from kiosk.roles import citizen
from kiosk.roles.parts import Parts
from tests.support.halls import CHECKOUT, MONDAY_TEN, environment
from tests.support.permissions import obey_permissions, read_only

SIZE = ("--size", "540x960")

WATCHED = """
import sys
from kiosk.roles import citizen
from kiosk.__main__ import main

wake = citizen.CitizenKiosk.wake

def woken(kiosk):
    wake(kiosk)
    def told():
        if kiosk.queue.answered:
            print(kiosk.home.property("ticketAwayText"), flush=True)
    kiosk.queue.changed.connect(told)

citizen.CitizenKiosk.wake = woken
sys.exit(main(sys.argv[1:]))
"""
"""`kiosk citizen` that says on stdout what its home screen says in the place of 取号, once the queue has been asked."""
