"""The call for a helper from this screen: rung, on the way, given up; and whether anybody would hear one.

Here: its way between the page and the hall. Elsewhere: the rules (domain.assistance, commands.assistance), the words (helper.py). A call belongs to
the screen and not to a session: whoever stands there next sees that somebody is on the way, and not why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.domain.assistance import ESCALATE_AFTER, HelpCallState
from kiosk.interface.shared.qml import QObject, Signal, Slot
from kiosk.interface.shared.question import Question

if TYPE_CHECKING:
    from kiosk.application.queries.assistance import HelpAtKiosk
    from kiosk.application.unavailable import Unavailable
    from kiosk.domain.assistance import HelpReason
    from kiosk.domain.refusals import Refused
    from kiosk.interface.shared.jobs import Jobs


class HelpWatch(QObject):
    """`changed` fires with every answer that differs. `now` None: not known; then no call is offered. `under_way`: one is being made or given up."""

    changed = Signal()

    def __init__(
        self,
        *,
        ask: Callable[[], HelpAtKiosk],
        ring: Callable[[HelpReason], object],
        cancel: Callable[[], None],
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        """`ask`, `ring` and `cancel` run on the worker."""
        super().__init__(parent)
        self._question = Question(ask, jobs, answered=self._answered, missing=self._missing)
        self._ring = ring
        self._cancel = cancel
        self._jobs = jobs
        self.now: HelpAtKiosk | None = None
        self.under_way = False
        # Nothing is written when a call is told louder, so nobody tells of it.
        self._louder = QTimer(self)
        self._louder.setSingleShot(True)
        self._louder.timeout.connect(self.look)

    @property
    def rings(self) -> bool:
        return self.now is not None and self.now.call is not None and self.now.call.state is HelpCallState.RINGING

    @Slot()
    def look(self) -> None:
        """Ask again."""
        self._question.put()

    def ring(self, reason: HelpReason) -> None:
        """Rings; a press while one is under way does nothing."""
        self._do(lambda: self._ring(reason))

    def cancel(self) -> None:
        """不用来了."""
        self._do(self._cancel)

    def stop(self) -> None:
        """Nothing is waited for any more."""
        self._louder.stop()

    def _do(self, deed: Callable[[], object]) -> None:
        if self.under_way:
            return
        self.under_way = True
        self.changed.emit()
        self._jobs.run(deed, lambda _: self._did(), self._refused, lambda _: self._did())

    def _refused(self, _refused: Refused) -> None:
        """Nobody is there any more, or the call is over: the next look tells it."""
        self._did()

    def _did(self) -> None:
        self.under_way = False
        self.changed.emit()
        self.look()

    def _answered(self, now: HelpAtKiosk) -> None:
        differs, self.now = now != self.now, now
        if self.rings and not now.escalated:
            seconds = now.call.seconds if now.call is not None else 0
            self._louder.start(1000 * max(int(ESCALATE_AFTER.total_seconds()) - seconds + 1, 1))
        else:
            self._louder.stop()
        if differs:
            self.changed.emit()

    def _missing(self, _why: Unavailable) -> None:
        """The queue watch says why; here it only means that no call is offered."""
        differs, self.now = self.now is not None, None
        self._louder.stop()
        if differs:
            self.changed.emit()
