"""What the application needs from outside, as Protocols.

Here: ports. Elsewhere: their adapters (infrastructure), the things that may be away (unavailable.py).
Long because every port has one home; each stands alone, with what it promises and no code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from kiosk.application.changes import Changed
from kiosk.application.form_paper import FormPaper
from kiosk.application.takeaway import Takeaway
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import Fact, PrintCause, VoiceCause
from kiosk.domain.alerts import Alert, AlertReason
from kiosk.domain.announcing import Call, CallId, TakenBack
from kiosk.domain.asked import MissedWords, Sightings
from kiosk.domain.assistance import HelpCall, HelpCallId, HelpReason
from kiosk.domain.audit import ChainHead, ChainLink, NotedHead
from kiosk.domain.countdown import Uptime
from kiosk.domain.figures import TicketCourse
from kiosk.domain.hall import CounterId, HallCalendar, SpecialDay
from kiosk.domain.my_list import Choices
from kiosk.domain.numbering import BusinessDay, LineId, TicketNumber
from kiosk.domain.queueing import NewTicket, PrintJob, PrintJobId, PrintState, Ticket, TicketClass, TicketEventKind, TicketId
from kiosk.domain.queueing.counters import CounterStanding, CounterState
from kiosk.domain.queueing.deeds import Deed, DeedDone
from kiosk.domain.staff import Role, SecretKind, StaffAccount, StaffMember, StaffNumber
from kiosk.domain.waiting.counter_events import CounterEvent
from kiosk.domain.waiting.estimate import WaitEstimate
from kiosk.domain.waiting.foresight import AtCounter, InQueue
from kiosk.domain.waiting.scores import ToldWait, WaitScore
from kiosk.domain.waiting.service_times import ServiceTimes


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

    def open_on(self, day: BusinessDay) -> Sequence[Ticket]:
        """Those that wait, are called, served, parked or missed, in the order of issue."""
        ...

    def waiting(self, day: BusinessDay) -> Sequence[Ticket]:
        """In turn (queueing.by_turn)."""
        ...

    def waiting_counts(self, day: BusinessDay, *, up_to_turn: int | None = None) -> Mapping[tuple[LineId, TicketClass], int]:
        """By the line they wait on. `up_to_turn`: only those whose turn is not after it."""
        ...

    def heads(self, day: BusinessDay, lines: Sequence[LineId], counter: CounterId) -> tuple[Ticket | None, Sequence[Ticket]]:
        """What is at a counter of `lines` (`at_counter`); and of those that it may call (queueing.may_be_called_at) the first of each rank on each
        line. One question: a call asks it with the lock in hand."""
        ...

    def next_turn(self, weight: int) -> int:
        """The turn that a ticket issued now would have."""
        ...

    def free_place(self, day: BusinessDay, first: int, end: int) -> int:
        """The turn behind all that were given from `first` to before `end` that day."""
        ...

    def at_counter(self, day: BusinessDay, counter: CounterId) -> Ticket | None:
        """Called or served there; at most one, by a constraint."""
        ...

    def at_counters(self, day: BusinessDay) -> Sequence[Ticket]:
        """Called or served anywhere."""
        ...

    def runs(self, day: BusinessDay) -> Mapping[LineId, int]:
        """Priority calls in a row just made for each line (queueing.runs_after); a line without one is left out."""
        ...

    def keep_runs(self, day: BusinessDay, runs: Mapping[LineId, int]) -> None: ...

    def calls_back(self, day: BusinessDay) -> Iterator[tuple[CounterId, bool]]:
        """The calls of call-next that stand, latest first: where, and whether the ticket had priority. Read only as far as it is asked."""
        ...

    def change(
        self,
        before: Ticket,
        after: Ticket,
        *,
        deed: Deed,
        at: datetime,
        counter: CounterId | None,
        staff: StaffNumber | None,
        details: Mapping[str, Fact],
    ) -> None:
        """A deed: the ticket's row and its event, by one conditional update. Where another deed came between: AlreadyCalled (a call), NotWaiting
        (a holder's cancel), else DeedOutOfTurn, each with how the ticket stands. `counter` and `staff`: where and by whom; None: neither."""
        ...

    def undo(self, now: Ticket, after: Ticket, event: int, *, at: datetime, counter: CounterId, staff: StaffNumber | None) -> None:
        """Puts `after` in the place of `now` and logs that `event` is undone; a constraint lets nobody undo it twice. Like `change`."""
        ...

    def last_deed_at(self, day: BusinessDay, counter: CounterId) -> DeedDone | None:
        """The counter's last deed to one of that day's tickets that is not undone."""
        ...

    def counter_figures(self, day: BusinessDay, counter: CounterId) -> tuple[int, int, float | None]:
        """(finished, missed, mean minutes of a service) at one counter; None before the first."""
        ...

    def note(
        self, ticket: TicketId, kind: TicketEventKind, at: datetime, *, counter: CounterId | None = None, staff: StaffNumber | None = None
    ) -> None:
        """An event that changes no state."""
        ...

    def doubts(self, ticket: TicketId) -> int:
        """How often a wrong time of issue was named for it."""
        ...

    def latest_called(self, day: BusinessDay, limit: int) -> Sequence[Ticket]:
        """Last call first; a call that was undone is none."""
        ...


class CounterRepository(Protocol):
    """What was said of counters, a row for each opening, pause and closing."""

    def said_of(self, day: BusinessDay, counter: CounterId) -> CounterStanding | None:
        """The last word of that day; None: nothing was said, the setting counts."""
        ...

    def said_on(self, day: BusinessDay) -> Mapping[CounterId, CounterStanding]: ...

    def say(
        self, day: BusinessDay, before: CounterStanding, state: CounterState, *, staff: StaffNumber | None, at: datetime
    ) -> CounterStanding:
        """The next word. A constraint settles it between consoles: CounterTakenOver when another came between."""
        ...


@dataclass(frozen=True, slots=True)
class TicketMoment:
    """One event of a ticket, for reading. `undone`: taken back since. `details`: where to, why, which item."""

    kind: TicketEventKind
    at: datetime
    counter: CounterId | None
    staff: StaffNumber | None
    undone: bool
    details: Mapping[str, str]


class TicketHistoryRepository(Protocol):
    """What has happened to tickets, for reading."""

    def of(self, ticket: TicketId) -> Sequence[TicketMoment]:
        """Oldest first."""
        ...


class CallRepository(Protocol):
    """Calls in the order in which they were made, for whoever makes them known to the hall."""

    def last(self) -> CallId:
        """Whatever came before is known; 0 in a hall without a past."""
        ...

    def after(self, last: CallId) -> Sequence[Call | TakenBack]:
        """What was made and taken back since, oldest first."""
        ...

    def latest(self, day: BusinessDay, limit: int) -> Sequence[Call]:
        """Of a business day, last call first, each ticket once, without those taken back."""
        ...


class PrintJobRepository(Protocol):
    def queue(self, ticket: TicketId, at: datetime) -> PrintJob: ...

    def queue_copy(self, ticket: TicketId, at: datetime) -> PrintJob | None:
        """The one copy of a ticket's paper, queued; None when it has had it. A copy that failed is queued again. A constraint settles it
        between kiosks."""
        ...

    def change(self, job: PrintJobId, state: PrintState, at: datetime, cause: str | None = None) -> None:
        """Moves a job on; a job that is printed, failed or unknown stays so."""
        ...

    def by_id(self, job: PrintJobId) -> PrintJob | None: ...

    def latest_of(self, ticket: TicketId) -> PrintJob | None: ...

    def latest_on(self, day: BusinessDay) -> Mapping[TicketId, PrintJob]:
        """The latest job of every ticket of a day that has one."""
        ...

    def on_day(self, day: BusinessDay) -> Sequence[PrintJob]:
        """All jobs of a day's tickets, oldest first."""
        ...

    def copy_of(self, ticket: TicketId) -> PrintJob | None: ...

    def unfinished(self) -> Sequence[PrintJob]:
        """Queued or printing, oldest first: after a restart these are failed, never printed."""
        ...


class PrinterRepository(Protocol):
    """What printers say of themselves, for staff."""

    def now(self) -> Sequence[PrinterSeen]:
        """Every printer that was ever heard of, as it stood when it last changed."""
        ...

    def record(self, printer: str, status: PrinterStatus, at: datetime) -> None:
        """A change, with its event."""
        ...


class VoiceRepository(Protocol):
    """Whether the displays are heard, for staff."""

    def now(self) -> Sequence[VoiceSeen]:
        """Every display of which anything was ever said, as it stood when it last changed."""
        ...

    def record(self, display: str, silent: VoiceCause | None, at: datetime) -> None:
        """A change, with its event."""
        ...


class ChoicesRepository(Protocol):
    """What persons told and ticked before they took their numbers. Kept for the clerk until the day is over."""

    def keep(self, ticket: TicketId, day: BusinessDay, choices: Choices) -> None: ...

    def of(self, ticket: TicketId) -> Choices | None:
        """None when nothing was told, and once its day is over."""
        ...

    def forget_other_days(self, today: BusinessDay) -> bool:
        """Deletes what is not of today, also what a wrong clock has dated ahead. True when there was something."""
        ...


class CalendarRepository(Protocol):
    """Holidays and make-up workdays: seeded once, then the hall's to edit."""

    def between(self, first: date, last: date) -> HallCalendar:
        """The special days of the span, both ends included, and which of its years are known."""
        ...

    def put(self, day: SpecialDay) -> None: ...

    def know_year(self, year: int) -> None:
        """From now on the year is complete, not assumed."""
        ...


class AskedRepository(Protocol):
    """Searches without a hit, and what tickets were taken for. What is kept of a text is decided in domain.asked."""

    def count_miss(self, day: BusinessDay) -> None:
        """One more on this day, whatever was searched."""
        ...

    def count_words(self, words: str, day: BusinessDay) -> bool:
        """One more of words that are kept already. False, and nothing counted, where they are not."""
        ...

    def sight(self, fingerprint: bytes, day: BusinessDay) -> Sightings:
        """One more of a text that is known by its fingerprint alone."""
        ...

    def keep_words(self, words: str, fingerprint: bytes) -> None:
        """From now on in words, with what was counted under the fingerprint."""
        ...

    def forget_old(self, day: BusinessDay) -> None:
        """Fingerprints older than SIGHTING_DAYS, words not missed for WORDS_DAYS."""
        ...

    def missed_words(self) -> Sequence[MissedWords]:
        """Most missed first."""
        ...

    def misses_between(self, first: date, last: date) -> Mapping[date, int]:
        """Days that had any, newest first, both ends included."""
        ...

    def tickets_by_item(self, first: date, last: date) -> Mapping[str, int]:
        """Item code → tickets of these business days, both ends included."""
        ...


class WaitRepository(Protocol):
    """Waiting times: the hall as the estimate sees it, what was learnt of it, what was told and how right that was. No person stands in it."""

    def learnt(self) -> ServiceTimes | None:
        """None while too little is known."""
        ...

    def learnt_until(self) -> BusinessDay | None:
        """The last day that was learnt from, also when it was too little."""
        ...

    def keep_learnt(self, times: ServiceTimes | None, until: BusinessDay) -> None:
        """In place of what was learnt before."""
        ...

    def present(self, day: BusinessDay, moment: datetime) -> tuple[Sequence[InQueue], Mapping[CounterId, AtCounter]]:
        """Who waits; and at each counter the ticket called last, if it is neither finished nor gone."""
        ...

    def counter_events(self, first: date, last: date) -> Mapping[BusinessDay, Sequence[CounterEvent]]:
        """By business day, in the order in which they happened; both ends included."""
        ...

    def priority_a_day(self, first: date, last: date) -> Mapping[tuple[LineId, int], float]:
        """Priority tickets that a day with tickets had on average, by line and PRIORITY_STEP of the day."""
        ...

    def tell(self, ticket: TicketId, estimate: WaitEstimate) -> None:
        """What was expected when the ticket was given; nothing when it was unknown."""
        ...

    def told_on(self, day: BusinessDay) -> Sequence[ToldWait]:
        """Of the tickets of a day that were called."""
        ...

    def unscored_days(self, first: date, last: date) -> Sequence[BusinessDay]:
        """Days with estimates that could be scored and were not; both ends included."""
        ...

    def keep_scores(self, day: BusinessDay, scores: Sequence[WaitScore]) -> None:
        """In place of that day's earlier ones."""
        ...

    def scores(self, first: date, last: date) -> Sequence[WaitScore]:
        """Newest day first, then by line; both ends included."""
        ...


class AlertRepository(Protocol):
    """今日停办. Of an item or a line there is one at a time; a constraint says so."""

    def standing(self, moment: datetime) -> Sequence[Alert]:
        """Those that hold at a moment, oldest first."""
        ...

    def set(self, *, item: str | None, line: LineId | None, reason: AlertReason, since: datetime, until: datetime) -> Alert:
        """In place of the one that the item or line has."""
        ...

    def end(self, alert: Alert, at: datetime) -> None:
        """Lifted before its time, or over."""
        ...

    def end_past(self, moment: datetime) -> int:
        """Those that do not hold any more are written down as over. How many there were."""
        ...


class HelpCallRepository(Protocol):
    """Help calls with their events. Who goes is settled by one conditional update."""

    def ring(self, *, day: BusinessDay, kiosk: int, reason: HelpReason, at: datetime) -> HelpCall:
        """A new call. One screen has at most one that rings: a constraint."""
        ...

    def by_id(self, call: HelpCallId) -> HelpCall | None: ...

    def latest_of(self, kiosk: int) -> HelpCall | None: ...

    def on_days(self, first: date, last: date) -> Sequence[HelpCall]:
        """Of these business days, both included, oldest first."""
        ...

    def take(self, call: HelpCallId, *, counter: CounterId, by: str, at: datetime) -> bool:
        """From ringing to taken. False when somebody was quicker, or it rings no more."""
        ...

    def done(self, call: HelpCallId, at: datetime) -> bool:
        """From taken to done."""
        ...

    def cancel(self, call: HelpCallId, at: datetime) -> bool:
        """From ringing or taken to cancelled, by whoever called."""
        ...

    def lapse(self, call: HelpCallId, at: datetime) -> bool:
        """From ringing to lapsed."""
        ...

    def end_until(self, day: BusinessDay, at: datetime) -> int:
        """Open calls of this day and those before it: what rang lapses, what was taken is done. How many there were."""
        ...


class HallDayRepository(Protocol):
    """The hall's day apart from its single tickets: quotas, days still open, numbers of the paper pad."""

    def given_on_line(self, day: BusinessDay, line: LineId, pad: LineId) -> int:
        """Numbers of a day that count against the line's quota, those of the pad for it included; not those given back or voided."""
        ...

    def given_for_item(self, day: BusinessDay, item: str) -> int:
        """Against the item's quota."""
        ...

    def open_days(self, until: BusinessDay) -> Sequence[BusinessDay]:
        """Days with tickets that are still open, this day and before."""
        ...

    def enter(self, new: NewTicket, sequence: int, *, waits_on: LineId) -> Ticket:
        """A ticket with a number that was given elsewhere, and its first event. A constraint lets no number stand twice."""
        ...


class FiguresRepository(Protocol):
    """How tickets went, for figures. Reads alone."""

    def courses(self, first: date, last: date) -> Sequence[TicketCourse]:
        """Of the tickets of these business days, both included, in the order of issue; those that were voided are left out."""
        ...

    def tickets(self, first: date, last: date) -> int:
        """How many that would be."""
        ...


class AuditRepository(Protocol):
    """Acts of staff and of the command line, a chain of hashes (domain.audit)."""

    def record(self, *, act: str, actor: str, at: datetime, subject: str, details: Mapping[str, Fact]) -> None:
        """Appends one act, in the transaction of the act. `actor`: the OS user or a staff number, `os:name`, `staff:07`. `details` hold no
        personal data."""
        ...

    def head(self) -> ChainHead:
        """The last entry; EMPTY_HEAD before the first."""
        ...

    def noted_head(self) -> NotedHead:
        """What is noted outside the database. Only in a unit of work is it of the same moment as `head`."""
        ...

    def note_anew(self) -> None:
        """With this transaction's commit the head is noted whatever was noted before. For an admin who knows why the two differ."""
        ...

    def links(self, until: int) -> Iterator[ChainLink]:
        """All entries up to this one, ascending, as they lie on disk."""
        ...

    def latest(self, limit: int) -> Sequence[AuditEntry]:
        """Newest first."""
        ...


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act, for reading."""

    entry: int
    at: str
    actor: str
    act: str
    subject: str
    details: Mapping[str, Fact]
    digest: str


class StaffRepository(Protocol):
    """Accounts of staff. What is conditional is one statement: two consoles cannot both be first."""

    def members(self) -> Sequence[StaffMember]:
        """Also those withdrawn, by number."""
        ...

    def member(self, number: StaffNumber) -> StaffMember | None: ...

    def account(self, number: StaffNumber) -> StaffAccount | None:
        """With the hash of the secret."""
        ...

    def add(self, number: StaffNumber, *, label: str | None, roles: frozenset[Role], at: datetime) -> bool:
        """An account that nothing opens yet: `give_code` follows. False when the number was ever given."""
        ...

    def give_code(self, number: StaffNumber, *, secret: str, expires_at: datetime, now: Uptime) -> None:
        """From now on only this code opens the account; no wrong try is held against it. CODE_LIFE of running time begins at `now`."""
        ...

    def replace_secret(self, number: StaffNumber, *, instead_of: str, kind: SecretKind, secret: str) -> bool:
        """False when the secret is no longer `instead_of` or the account was withdrawn."""
        ...

    def change_roles(self, number: StaffNumber, roles: frozenset[Role]) -> None: ...

    def change_label(self, number: StaffNumber, label: str | None) -> None: ...

    def withdraw(self, number: StaffNumber, at: datetime) -> None:
        """Secret and label are deleted, the number stays taken."""
        ...

    def charge(self, number: StaffNumber, now: Uptime) -> int:
        """One more wrong try and the delay it brings, before anybody knows whether it is wrong. The wrong tries so far, this one included."""
        ...

    def delay_left(self, number: StaffNumber, now: Uptime) -> float:
        """Seconds. In a unit of work this start of the machine begins to count by itself (domain.countdown)."""
        ...

    def code_left(self, number: StaffNumber, now: Uptime) -> float:
        """Seconds of running time that the code still has; like `delay_left`."""
        ...

    def proved(self, number: StaffNumber, *, secret: str, rehashed: str | None = None) -> bool:
        """The secret was right: wrong tries and delay are gone; `rehashed` takes the place of its hash. False when it was changed meanwhile."""
        ...

    def release(self, number: StaffNumber) -> None:
        """Wrong tries and delay are gone, by an admin's word."""
        ...


class SecretHasher(Protocol):
    """Turns secrets into what may be stored. Slow on purpose (some tenths of a second): never on a face's thread, never inside a transaction."""

    def hash(self, secret: str) -> str: ...

    def fits(self, stored: str, secret: str) -> bool: ...

    def is_outdated(self, stored: str) -> bool:
        """Made with other parameters than today's."""
        ...


class UptimeClock(Protocol):
    """How long this machine has been running, asleep included. Nobody can set it."""

    def now(self) -> Uptime: ...


class Snapshot(Protocol):
    """A consistent view for queries. Used as a context manager."""

    @property
    def tickets(self) -> TicketRepository: ...
    @property
    def counters(self) -> CounterRepository: ...
    @property
    def calls(self) -> CallRepository: ...
    @property
    def ticket_history(self) -> TicketHistoryRepository: ...
    @property
    def print_jobs(self) -> PrintJobRepository: ...
    @property
    def printers(self) -> PrinterRepository: ...
    @property
    def voices(self) -> VoiceRepository: ...
    @property
    def choices(self) -> ChoicesRepository: ...
    @property
    def calendar(self) -> CalendarRepository: ...
    @property
    def asked(self) -> AskedRepository: ...
    @property
    def waits(self) -> WaitRepository: ...
    @property
    def alerts(self) -> AlertRepository: ...
    @property
    def help_calls(self) -> HelpCallRepository: ...
    @property
    def hall_day(self) -> HallDayRepository: ...
    @property
    def figures(self) -> FiguresRepository: ...
    @property
    def audit(self) -> AuditRepository: ...
    @property
    def staff(self) -> StaffRepository: ...

    def __enter__(self) -> Self: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


class UnitOfWork(Snapshot, Protocol):
    """One transaction. Leaving without `commit` rolls back; after `commit` returns, the rows are on disk."""

    def commit(self) -> None: ...


class Fingerprints(Protocol):
    """By them a text is known again that is not kept."""

    def of(self, words: str) -> bytes:
        """The same for the same words. Unavailable when the key cannot be read."""
        ...


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
class PrinterSeen:
    """`name`: its address in hall.toml. `since`: when it last changed."""

    name: str
    status: PrinterStatus
    since: datetime


@dataclass(frozen=True, slots=True)
class VoiceSeen:
    """`display`: the name of its machine. `silent`: why it is not heard, None while it is. `since`: when that last changed."""

    display: str
    silent: VoiceCause | None
    since: datetime


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


class TakeawayPrinter(Protocol):
    """A printer for documents to take away: a sheet printer, or the roll that prints tickets too."""

    def print_takeaway(self, document: Takeaway, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        """PRINTED or UNKNOWN. PrinterUnavailable, with its reason, when the document is not on paper or not whole.

        `wanted` turns False when the session ends: what has not begun to come out by then never does.
        """
        ...


class SheetPrinter(TakeawayPrinter, Protocol):
    """The A4 printer: lists, and the hall's own forms."""

    def print_form(self, form: FormPaper, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:
        """As `print_takeaway`."""
        ...


class RollPrinter(Printer, TakeawayPrinter, Protocol):
    """The receipt printer: tickets and documents on one roll."""


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


class TakeawayDesk(Protocol):
    """Prints what people take away. Keeps no document longer than its printing takes, writes none anywhere. Never blocks, never refuses."""

    @property
    def sheet(self) -> bool:
        """True for A4 sheets, False for the receipt roll under the screen."""
        ...

    def submit(self, document: Takeaway) -> Future[PrintOutcome]:
        """The future holds the outcome, FAILED included, soon after the job's life is over at the latest.

        PRINTED only where the printer or its queue has confirmed it; handed over and not confirmed is UNKNOWN.
        """
        ...

    def forget(self) -> None:
        """The session ends: what has not begun is never printed, its future is cancelled. What is coming out comes out whole."""
        ...


class FormDesk(Protocol):
    """Prints the hall's own forms on A4, as TakeawayDesk does documents. There is none without an A4 printer: the roll prints no forms."""

    def submit(self, form: FormPaper) -> Future[PrintOutcome]: ...

    def forget(self) -> None: ...


class Voice(Protocol):
    """Says calls aloud, one after the other. Never blocks, never refuses."""

    def say(self, words: Sequence[str], *, chime: bool) -> Future[None]:
        """`words`: tokens of domain.announcing. The future is done when they are over, whether anybody could hear them or not."""
        ...

    def close(self) -> None:
        """What is being said breaks off, nothing else follows."""
        ...


class ChangeFeed(Protocol):
    """Tells of changes made by any process, from a thread of its own."""

    def start(self, listener: Callable[[Changed], None]) -> None: ...

    def close(self) -> None:
        """Ends the thread; `listener` is not called afterwards."""
        ...
