"""Where the person is, and the way back. Holds places, knows no page.

Elsewhere: which pages there are (each face).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

_LONGEST_WAY = 40  # A wanderer's oldest steps are forgotten: the way back stays finite.


@dataclass(frozen=True, slots=True)
class Place:
    """One screen: the page and what it shows (`guide` of `WHL-MZ-001`). Written `guide/WHL-MZ-001`."""

    page: str
    argument: str = ""

    @classmethod
    def parse(cls, written: str) -> Self:
        page, _, argument = written.partition("/")
        return cls(page, argument)

    def __str__(self) -> str:
        return f"{self.page}/{self.argument}" if self.argument else self.page


HOME = Place("home")


class Navigator:
    """The way from home to here. Its one listener is told the place and whether the person came back to it (then what was chosen stays)."""

    def __init__(self) -> None:
        self._listener: Callable[[Place, bool], None] | None = None
        self._way: list[Place] = [HOME]

    def listen(self, listener: Callable[[Place, bool], None]) -> None:
        """The frame listens, once it is made: pages hold the navigator before there is a frame."""
        self._listener = listener

    def _moved(self, place: Place, returning: bool) -> None:
        if self._listener is not None:
            self._listener(place, returning)

    @property
    def here(self) -> Place:
        return self._way[-1]

    @property
    def can_go_back(self) -> bool:
        return len(self._way) > 1

    def go(self, page: str, argument: str = "") -> None:
        """Step forward. Going where one is already is no step; going home is `home`."""
        place = Place(page, argument)
        if place == HOME:
            self.home()
        elif place != self.here:
            self._way = [HOME, *self._way[1:][-_LONGEST_WAY:], place]
            self._moved(place, False)

    def replace(self, page: str, argument: str = "") -> None:
        """Stand elsewhere without a step to go back to: a ticket that was taken is not taken again by going back."""
        self._way = [HOME, Place(page, argument)]
        self._moved(self.here, False)

    def back(self) -> None:
        if self.can_go_back:
            self._way.pop()
            self._moved(self.here, True)

    def home(self) -> None:
        self._way = [HOME]
        self._moved(HOME, True)
