"""What the hall is asked: searches without a hit are handed on to be counted, and what is asked for most is brought to the screen.

Here: when a search counts as one (settled, once a session), and the answer that the pages derive from. Elsewhere: what of a text may be kept
(domain.asked), counting (commands.count_miss) and reading (queries.asked), both on the worker.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.interface.shared.qml import QObject, Signal

if TYPE_CHECKING:
    from kiosk.application.unavailable import Unavailable
    from kiosk.domain.catalog import EntryCode
    from kiosk.interface.shared.jobs import Jobs

SETTLED_MS = 4_000
"""A text that stands so long without a hit was meant; whoever is still typing is quicker than that."""


class AskedWatch(QObject):
    """`most_asked`: codes of this edition, most asked first; empty until known and where the hall has too few tickets to tell.

    It is renewed between two sessions only: nothing moves while somebody reads. `changed` says that it is another.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        count: Callable[[str], None],
        ask: Callable[[], tuple[EntryCode, ...]],
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        """`count` and `ask` run on the worker."""
        super().__init__(parent)
        self._count = count
        self._ask = ask
        self._jobs = jobs
        self._standing = ""
        """What stands in the box without a hit, until it has settled."""
        self._counted: set[str] = set()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self.settle)
        self._asking = False
        self.most_asked: tuple[EntryCode, ...] = ()
        self.look()

    # -- searches without a hit --------------------------------------------------------------------------------------------

    def box_shows(self, text: str, *, missed: bool) -> None:
        """The page tells what stands in the search box and whether it found nothing. Safe to call with every derivation.

        A text without a hit is counted once it has stood for SETTLED_MS, also when the person has gone to another page meanwhile.
        """
        standing = text if missed else ""
        if standing == self._standing:
            return
        self._standing = standing
        if standing:
            self._settling.start()
        else:
            self._settling.stop()

    def settle(self) -> None:
        """The person is done with what stands in the box: has cleared it, left it, asked for 金小二. Call it before the box is emptied."""
        self._settling.stop()
        text, self._standing = self._standing, ""
        if text:
            self.count_miss(text)

    def count_miss(self, text: str) -> None:
        """A settled search found nothing. Counted once a session; a database that is away loses the count, never the search."""
        if text in self._counted:
            return
        self._counted.add(text)
        self._jobs.run(lambda: self._count(text), _counted, unavailable=_lost)

    # -- most asked --------------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Ask again, on the worker, unless a question is still open.

        Trap: a bug in the question ends in the fault page, which ends the session, which asks again. A question that met a bug stays open.
        """
        if not self._asking:
            self._asking = True
            self._jobs.run(self._ask, self._answered, unavailable=self._away)

    def _away(self, _: Unavailable) -> None:
        """What was known before stays true enough."""
        self._asking = False

    def _answered(self, most_asked: tuple[EntryCode, ...]) -> None:
        self._asking = False
        if most_asked != self.most_asked:
            self.most_asked = most_asked
            self.changed.emit()

    def forget(self) -> None:
        """The session ends: what still stood in the box is counted, and nothing of the person remains here."""
        self.settle()
        self._counted.clear()
        self.look()


def _counted(_: None) -> None:
    """Nobody waits for it."""


def _lost(_: Unavailable) -> None:
    """The worker has logged why; a count is not worth a word to the person."""
