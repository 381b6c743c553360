"""A question that a key has opened in the left block: where to (F7), why aside (F10). One key chooses, Enter does it, Esc forgets it.

Elsewhere: the keys (keyboard.py), the deeds that follow (deeds.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from kiosk.domain.hall import CounterId, Hall
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import ParkReason
from kiosk.interface.counter.desk_words import PARK_WORDS

_SHORT_REASONS = {
    ParkReason.PAPERS: "拿材料",
    ParkReason.COPIES: "复印",
    ParkReason.SYSTEM: "系统",
    ParkReason.DECISION: "等答复",
    ParkReason.OTHER: "别的",
}
COUNTER_KEYS = "12345678"


@dataclass(frozen=True, slots=True)
class Choice:
    """`key`: the key that chooses it. `label`: beside it on its chip. `words`: in the sentence once it is chosen."""

    key: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """`asks`: before anything is chosen. `chosen`: a choice's key."""

    asks: str
    choices: tuple[Choice, ...]
    chosen: str = ""

    def choose(self, key: str) -> Self:
        """The same prompt where there is no such choice."""
        return replace(self, chosen=key) if any(choice.key == key for choice in self.choices) else self

    @property
    def words(self) -> str:
        choice = next((choice for choice in self.choices if choice.key == self.chosen), None)
        return f"{choice.words}，按 Enter" if choice is not None else self.asks


@dataclass(frozen=True, slots=True)
class TransferPrompt(Prompt):
    def target(self, hall: Hall) -> tuple[LineId | None, CounterId | None]:
        """Nothing chosen: (None, None)."""
        if self.chosen.isdigit():
            return None, CounterId(int(self.chosen))
        return (LineId(self.chosen), None) if hall.line(self.chosen) is not None else (None, None)


@dataclass(frozen=True, slots=True)
class ParkPrompt(Prompt):
    @property
    def reason(self) -> ParkReason | None:
        return tuple(ParkReason)[int(self.chosen) - 1] if self.chosen else None


def transfer_prompt(number: str, counter: int, hall: Hall) -> TransferPrompt:
    """To another counter by its number, to a line by its letter. A counter that serves nothing is no choice."""
    counters: Sequence[Choice] = [
        Choice(str(each.id), "", f"{number} 转到 {each.id} 号窗口")
        for each in hall.counters
        if each.id != counter and each.lines and str(each.id) in COUNTER_KEYS
    ]
    lines = [Choice(line.id, "", f"{number} 转到 {line.id} {line.name}") for line in hall.lines]
    return TransferPrompt(f"{number} 转到哪个窗口、哪个队列", (*counters, *lines))


def park_prompt(number: str) -> ParkPrompt:
    choices = tuple(
        Choice(str(position), _SHORT_REASONS[reason], f"{number} 搁置：{PARK_WORDS[reason]}")
        for position, reason in enumerate(ParkReason, 1)
    )
    return ParkPrompt(f"{number} 为什么搁置", choices)
