"""Taking a number at this screen: one press, one request, one ticket; then a pause.

Here: the deed's way from the press to the answer, shared by 取号 and 金小二. Elsewhere: the rule of the hall (application.commands.take_ticket),
what is said while it is under way and when it is refused (the pages), the number itself (ticket_done.py).
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from PySide6.QtCore import QTimer

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.unavailable import Unavailable
from kiosk.domain.my_list import Choices
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import PauseBetweenTickets, Refused
from kiosk.interface.shared.jobs import Jobs
from kiosk.interface.shared.navigator import HOME, Navigator
from kiosk.interface.shared.qml import QObject, Signal, Slot

PAUSE = 20
"""Seconds after a ticket before this screen gives another: room for the next person to step up, no room for a heap of numbers."""

log = logging.getLogger(__name__)


class TakeTicket(Protocol):
    """`take_ticket` with its unit of work, clock, hall and catalogue; the role makes it. Runs on the worker."""

    def __call__(
        self, *, line: str, item: str | None, ticket_class: TicketClass, choices: Choices | None, request_id: str
    ) -> TakenTicket: ...


@dataclass(frozen=True, slots=True)
class _Wish:
    line: str
    item: str | None
    ticket_class: TicketClass
    choices: Choices | None


class TicketTaking(QObject):
    """`ticket` is this session's number, `under_way` whether one is being taken. `changed` fires with every step.

    The request id belongs to the wish and stays until the hall has answered: after a database that went away in the middle, pressing again
    gives the ticket that may already be on disk and not a second one.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        take: TakeTicket,
        jobs: Jobs,
        navigator: Navigator,
        seconds: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._jobs = jobs
        self._navigator = navigator
        self._seconds = seconds
        self._wish: _Wish | None = None
        self._request = ""
        self._under_way = ""
        self._problem: tuple[str, Refused | Unavailable] | None = None
        self._given_at: float | None = None
        self.ticket: TakenTicket | None = None
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)

    @property
    def under_way(self) -> bool:
        return self._under_way != ""

    def problem(self, line: str) -> Refused | Unavailable | None:
        """Why the last press on this line gave no number; None once it was put aside."""
        return self._problem[1] if self._problem is not None and self._problem[0] == line else None

    def take(self, *, line: str, item: str | None, ticket_class: TicketClass, choices: Choices | None = None) -> None:
        """One number; `choices` go to the counter with it. A press while one is being taken, and one after this session has its number, do nothing."""
        if self.under_way or self.ticket is not None:
            return
        pause = self._pause_left()
        if pause > 0:
            self._refuse(line, PauseBetweenTickets(seconds_left=pause))
            self._second.start()
            return
        wish = _Wish(line, item, ticket_class, choices)
        if wish != self._wish:
            self._wish, self._request = wish, str(uuid.uuid4())
        request = self._under_way = self._request
        self._problem = None
        self.changed.emit()
        self._jobs.run(
            lambda: self._take(line=line, item=item, ticket_class=ticket_class, choices=choices, request_id=request),
            lambda ticket: self._taken(request, ticket),
            lambda refused: self._refused(request, line, refused),
            lambda missing: self._missing(request, line, missing),
        )

    def put_aside(self) -> None:
        """The person looks at the page anew: an earlier no is not held against them."""
        if self._problem is not None:
            self._problem = None
            self._second.stop()
            self.changed.emit()

    def forget(self) -> None:
        """The session ends. Only when the last number was given is kept."""
        self._wish, self._request, self._under_way = None, "", ""
        self._problem = None
        self.ticket = None
        self._second.stop()
        self.changed.emit()

    @Slot()
    def tick(self) -> None:
        """One second of a shown pause has passed. Tests call it; the timer does in life."""
        if self._problem is None or not isinstance(self._problem[1], PauseBetweenTickets):
            self._second.stop()
            return
        pause = self._pause_left()
        if pause > 0:
            self._refuse(self._problem[0], PauseBetweenTickets(seconds_left=pause))
        else:
            self.put_aside()

    def _pause_left(self) -> int:
        return 0 if self._given_at is None else max(0, ceil(self._given_at + PAUSE - self._seconds()))

    def _refuse(self, line: str, problem: Refused | Unavailable) -> None:
        self._problem = line, problem
        self.changed.emit()

    def _taken(self, request: str, ticket: TakenTicket) -> None:
        self._given_at = self._seconds()
        if request != self._under_way and self._navigator.here != HOME:
            # The session ended in the meantime and another has begun: a stranger is not shown this number.
            log.warning("ticket %s was taken for a session that had ended", ticket.number)
            return
        self._wish, self._request, self._under_way = None, "", ""
        self.ticket = ticket
        self.changed.emit()
        self._navigator.replace("ticket-done")

    def _refused(self, request: str, line: str, refused: Refused) -> None:
        if request == self._under_way:
            self._wish, self._request, self._under_way = None, "", ""
            self._refuse(line, refused)

    def _missing(self, request: str, line: str, missing: Unavailable) -> None:
        if request == self._under_way:
            self._under_way = ""
            self._refuse(line, missing)
