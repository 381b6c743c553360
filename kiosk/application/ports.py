"""What the application needs from outside, as Protocols.

Here: ports. Elsewhere: their adapters (infrastructure), the things that may be away (unavailable.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from kiosk.application.changes import Changed
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import Fact, PrintCause
from kiosk.domain.hall import CounterId, HallCalendar, SpecialDay
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber
from kiosk.domain.queueing import NewTicket, PrintJob, PrintJobId, PrintState, Ticket, TicketClass, TicketId


class Clock(Protocol):
    """The hall's one clock."""

    def now(self) -> datetime:
        """Aware, in the hall's zone."""
        ...


class TicketRepository(Protocol):
    """Tickets with their events. Writing methods need a unit of work."""

    def issue(self, ticket: NewTicket) -> Ticket:
        """Allocates the next sequence of (day, line) and writes the ticket and its first event."""
        ...

    def by_request(self, request_id: str) -> Ticket | None: ...

    def by_number(self, day: BusinessDay, number: TicketNumber) -> Ticket | None:
        """The ticket of that business day."""
        ...

    def by_id(self, ticket: TicketId) -> Ticket | None: ...

    def on_day(self, day: BusinessDay) -> Sequence[Ticket]:
        """All of a day in the order of issue."""
        ...

    def waiting_counts(self, day: BusinessDay) -> Mapping[tuple[LineId, TicketClass], int]: ...

    def waiting_before(self, ticket: Ticket, lines: Sequence[LineId]) -> int:
        """Waiting tickets of the same rank (priority or normal) on `lines` that are older."""
        ...

    def priority_streak(self, day: BusinessDay) -> int:
        """Priority calls in a row just made in the hall."""
        ...

    def oldest_waiting(self, day: BusinessDay, lines: Sequence[LineId], *, priority: bool) -> Ticket | None: ...

    def claim(self, ticket: Ticket, counter: CounterId, at: datetime) -> Ticket:
        """From waiting to called, with its event and the hall's streak, by a conditional update. AlreadyCalled when somebody was quicker."""
        ...

    def latest_called(self, day: BusinessDay, limit: int) -> Sequence[Ticket]:
        """Last call first."""
        ...


class PrintJobRepository(Protocol):
    def queue(self, ticket: TicketId, at: datetime) -> PrintJob: ...

    def change(self, job: PrintJobId, state: PrintState, at: datetime, cause: str | None = None) -> None:
        """Moves a job on; a job that is printed, failed or unknown stays so."""
        ...

    def by_id(self, job: PrintJobId) -> PrintJob | None: ...

    def latest_of(self, ticket: TicketId) -> PrintJob | None: ...

    def latest_on(self, day: BusinessDay) -> Mapping[TicketId, PrintJob]:
        """The latest job of every ticket of a day that has one."""
        ...

    def unfinished(self) -> Sequence[PrintJob]:
        """Queued or printing, oldest first: after a restart these are failed, never printed."""
        ...


class CalendarRepository(Protocol):
    """Holidays and make-up workdays: seeded once, then the hall's to edit."""

    def between(self, first: date, last: date) -> HallCalendar:
        """The special days of the span, both ends included, and which of its years are known."""
        ...

    def put(self, day: SpecialDay) -> None: ...

    def remove(self, day: date) -> None: ...

    def know_year(self, year: int) -> None:
        """From now on the year is complete, not assumed."""
        ...


class AuditRepository(Protocol):
    def record(self, *, act: str, actor: str, at: datetime, subject: str, details: Mapping[str, Fact]) -> None:
        """`actor`: the OS user or a staff number, `os:name`. `details` hold no personal data."""
        ...


class Snapshot(Protocol):
    """A consistent view for queries. Used as a context manager."""

    @property
    def tickets(self) -> TicketRepository: ...
    @property
    def print_jobs(self) -> PrintJobRepository: ...
    @property
    def calendar(self) -> CalendarRepository: ...
    @property
    def audit(self) -> AuditRepository: ...

    def __enter__(self) -> Self: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


class UnitOfWork(Snapshot, Protocol):
    """One transaction. Leaving without `commit` rolls back; after `commit` returns, the rows are on disk."""

    def commit(self) -> None: ...


class PrinterCondition(StrEnum):
    """What a printer says of itself. UNKNOWN is neither good nor bad: no answer, or none that can be trusted."""

    READY = "ready"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    ERROR = "error"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """`paper_low` is None when the printer does not tell; a roll is never taken for full."""

    condition: PrinterCondition
    paper_low: bool | None = None


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """How a job ended: PRINTED when the printer confirmed it, UNKNOWN when it was sent and nobody confirmed, FAILED with its cause."""

    state: PrintState
    cause: PrintCause | None = None


class Printer(Protocol):
    """One printer. Both calls block for at most about `within` seconds and belong on the print thread, never on a face's."""

    def status(self, *, within: float) -> PrinterStatus:
        """What the printer says now. PrinterUnavailable when it cannot be reached at all."""
        ...

    def print_ticket(self, paper: TicketPaper, *, within: float) -> PrintOutcome:
        """PRINTED or UNKNOWN. PrinterUnavailable, with its reason, when the ticket is not on paper or not whole."""
        ...


class PrintDesk(Protocol):
    """Takes tickets for paper and keeps the state of each job in the database. Never blocks, never refuses."""

    def submit(self, *, job: PrintJobId, paper: TicketPaper) -> Future[PrintOutcome]:
        """Hands over a queued job. The future holds the outcome, FAILED included, soon after the job's life is over at the latest.

        A job that is no longer queued prints nothing: handing it over twice makes one paper, and the future tells how it stands.
        """
        ...

    def close(self) -> None:
        """No further ticket is printed. Returns soon, even with a printer that hangs."""
        ...


class ChangeFeed(Protocol):
    """Tells of changes made by any process, from a thread of its own."""

    def start(self, listener: Callable[[Changed], None]) -> None: ...

    def close(self) -> None:
        """Ends the thread; `listener` is not called afterwards."""
        ...
