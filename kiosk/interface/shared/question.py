"""A question to the hall that is put again and again: on the worker, one at a time.

Here: when it is asked. Elsewhere: what is asked (application.queries), what an answer means (the watches of each face), the worker (jobs.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from kiosk.application.unavailable import Unavailable
    from kiosk.interface.shared.jobs import Jobs

Answer = TypeVar("Answer")


class Question(Generic[Answer]):
    """`ask` runs on the worker; `answered` or `missing` is told on the screen's thread."""

    def __init__(
        self, ask: Callable[[], Answer], jobs: Jobs, *, answered: Callable[[Answer], None], missing: Callable[[Unavailable], None]
    ) -> None:
        self._ask = ask
        self._jobs = jobs
        self._answered = answered
        self._missing = missing
        self._again = False
        self.open = False
        """It is being asked. One whose asking met a bug stays open: the fault page shows and nothing asks again behind it."""

    def put(self) -> None:
        """Ask; while it is being asked, once more after that, for the answer on its way may have been read too early."""
        if self.open:
            self._again = True
            return
        self.open = True
        self._jobs.run(self._ask, self._told, unavailable=self._untold)

    def drop(self) -> None:
        """Nobody will answer any more: the next time it is put it is asked."""
        self.open = False
        self._again = False

    def _told(self, answer: Answer) -> None:
        self.open = False
        self._answered(answer)
        self._once_more()

    def _untold(self, why: Unavailable) -> None:
        self.open = False
        self._missing(why)
        self._once_more()

    def _once_more(self) -> None:
        if self._again:
            self._again = False
            self.put()
