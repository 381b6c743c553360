"""What this session has told and ticked, item by item: shared by the questions, the list, the guide and the way to a number.

Here: the answers and ticks themselves, in memory and nowhere else while no number is taken. Elsewhere: what follows from them
(domain.my_list), what goes to the counter with a number (application.commands.take_ticket).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.catalog import Edition, EntryCode, ServiceItem
from kiosk.domain.my_list import Choices, MyList, my_list
from kiosk.interface.shared.qml import QObject, Signal


@dataclass(slots=True)
class _Told:
    answers: dict[str, str] = field(default_factory=dict)
    ticks: frozenset[str] = frozenset()
    list_seen: bool = False


class Told(QObject):
    """`changed` fires when an answer or a tick has."""

    changed = Signal()

    def __init__(self, edition: Edition, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition = edition
        self._items: dict[EntryCode, _Told] = {}

    def answers(self, item: ServiceItem) -> Mapping[str, str]:
        return dict(self._of(item).answers)

    def ticks(self, item: ServiceItem) -> frozenset[str]:
        return self._of(item).ticks

    def list_of(self, item: ServiceItem) -> MyList | None:
        """The person's list; None until they have looked at it, for then nobody knows what they carry."""
        told = self._items.get(item.code)
        return my_list(item, told.answers) if told is not None and told.list_seen else None

    def choices(self, item: ServiceItem) -> Choices | None:
        """What goes with a number: None where the list was never looked at."""
        mine = self.list_of(item)
        if mine is None:
            return None
        shown = {paper.key for paper in mine.papers}
        ticks = tuple(sorted(self.ticks(item) & shown, key=int))
        return Choices(edition=self._edition.content_hash, answers=mine.answers, ticks=ticks)

    def answer(self, item: ServiceItem, question: str, answer: str) -> None:
        self._of(item).answers[question] = answer
        self.changed.emit()

    def take_back_answers(self, item: ServiceItem) -> None:
        """不答了: as if nothing had been asked. Ticks stay."""
        self._of(item).answers.clear()
        self.changed.emit()

    def turn(self, item: ServiceItem, key: str) -> None:
        """Ticks a paper, or takes the tick back."""
        self._of(item).ticks ^= {key}
        self.changed.emit()

    def see_list(self, item: ServiceItem) -> None:
        self._of(item).list_seen = True
        self.changed.emit()

    def forget(self) -> None:
        """The session ends."""
        if self._items:
            self._items.clear()
            self.changed.emit()

    def _of(self, item: ServiceItem) -> _Told:
        return self._items.setdefault(item.code, _Told())
