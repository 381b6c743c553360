"""Doubles of the voice: one that is ended by hand, one that speaks into a list; and a clock for both."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field


@dataclass
class Seconds:
    """A clock that nobody can set but the test."""

    passed: float = 1000.0

    def __call__(self) -> float:
        return self.passed


@dataclass
class HandVoice:
    """What is being said ends when the test says so."""

    said: list[str] = field(default_factory=list)
    chimes: list[bool] = field(default_factory=list)
    _under_way: list[Future[None]] = field(default_factory=list)

    def say(self, words: Sequence[str], *, chime: bool) -> Future[None]:
        assert not self.speaking, "two sentences at a time"
        self.said.append("".join(words))
        self.chimes.append(chime)
        over: Future[None] = Future()
        self._under_way.append(over)
        return over

    @property
    def speaking(self) -> bool:
        return bool(self._under_way)

    def end(self) -> None:
        self._under_way.pop().set_result(None)

    def close(self) -> None:
        self._under_way.clear()
