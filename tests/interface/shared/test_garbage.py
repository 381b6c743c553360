"""Garbage is collected where the screen lives."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from kiosk.interface.shared.garbage import ScreenGarbage


class Circle:
    def __init__(self) -> None:
        self.me = self
        self.where: list[str] = []


@pytest.fixture
def garbage(qapp: object) -> Iterator[ScreenGarbage]:
    made = ScreenGarbage()
    yield made
    made.close()
    assert gc.isenabled()


def test_a_worker_that_allocates_collects_nothing(garbage: ScreenGarbage) -> None:
    circle = Circle()
    gone = weakref.ref(circle)
    del circle
    heaps: list[int] = []
    worker = threading.Thread(target=lambda: heaps.append(len([[] for _ in range(200_000)])))
    worker.start()
    worker.join()
    assert gone() is not None
    garbage.collect_all()
    assert gone() is None


def test_the_young_are_looked_at_now_and_then(garbage: ScreenGarbage) -> None:
    circle = Circle()
    gone = weakref.ref(circle)
    del circle
    keep = [[] for _ in range(2 * gc.get_threshold()[0])]  # type: ignore[var-annotated]
    garbage.collect()
    assert gone() is None
    assert len(keep) > 0
