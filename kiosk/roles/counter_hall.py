"""What one console may ask of its hall: signing in, the deeds of its counter, how it stands. Everything here blocks and runs on the worker.

Elsewhere: the deeds themselves (application.commands), the window that asks (counter.py), the same for citizens (citizen_hall.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from kiosk.application.commands import alerts, assistance, calling, counters, serving, staff, undo
from kiosk.application.commands.clerk import SignedInClerk
from kiosk.application.commands.front_desk import issue_at_desk
from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.application.ports import PrintOutcome, TicketMoment
from kiosk.application.queries.alerts import alerts_now
from kiosk.application.queries.assistance import HelpNow, help_now
from kiosk.application.queries.calendar import calendar_ahead
from kiosk.application.queries.counter_desk import CounterDesk, counter_desk
from kiosk.application.queries.figures import hall_figures
from kiosk.application.queries.staff import StaffSeen, staff_seen
from kiosk.application.queries.ticket_history import ticket_history
from kiosk.application.takeaway import Takeaway
from kiosk.domain.alerts import Alert, AlertReason
from kiosk.domain.assistance import HelpCall, HelpCallId
from kiosk.domain.catalog import CatalogList, Edition, EntryCode
from kiosk.domain.figures import Figures
from kiosk.domain.hall import CounterId, Hall, HallCalendar
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import ParkReason, Ticket, TicketClass, TicketId
from kiosk.domain.search import SearchIndex
from kiosk.domain.staff import Console, SignOutReason, StaffNumber, StaffSession
from kiosk.interface.shared.figures_words import figures_sheets
from kiosk.roles.counter_paper import CounterPaper
from kiosk.roles.parts import Parts, twice_when_full

Done = TypeVar("Done")
FOUND = 8
RECENT_ACTS = 400
"""How far back the audit is read for who signed in here last: some days of a busy counter."""


class CounterHall:
    """One counter's door to the hall. Safe to keep: each call opens its own transaction."""

    def __init__(self, parts: Parts, edition: Edition, counter: CounterId, paper: CounterPaper) -> None:
        self._parts = parts
        self._paper = paper
        self._edition = edition
        self._counter = counter
        self._place = f"counter:{counter}"

    @property
    def hall(self) -> Hall:
        return self._parts.hall

    # -- queries -----------------------------------------------------------------------------------------------------------

    def desk(self) -> CounterDesk:
        return counter_desk(counter=self._counter, snapshot=self._parts.snapshot(), clock=self._parts.clock, hall=self.hall)

    def help(self) -> HelpNow:
        return help_now(snapshot=self._parts.snapshot(), clock=self._parts.clock, hall=self.hall)

    def figures(self, first: date, last: date) -> Figures:
        return hall_figures(first=first, last=last, snapshot=self._parts.snapshot(), clock=self._parts.clock)

    def save_figures(self, figures: Figures) -> str:
        """The workbook, among the documents of whoever uses this computer. Where it is, in words. FileNotWritable, DiskFull."""
        from PySide6.QtCore import QStandardPaths

        from kiosk.infrastructure.spreadsheets.workbook_file import write_workbook

        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        path = folder / f"大厅数字 {figures.first.isoformat()} {figures.last.isoformat()}.xlsx"
        folder.mkdir(parents=True, exist_ok=True)
        write_workbook(path, figures_sheets(figures, edition=self._edition, hall=self.hall), at=self._parts.clock.now())
        return f"存好了：{path}"

    def calendar(self) -> HallCalendar:
        return calendar_ahead(snapshot=self._parts.snapshot(), clock=self._parts.clock)

    def history(self, ticket: TicketId) -> Sequence[TicketMoment]:
        return ticket_history(ticket=ticket, snapshot=self._parts.snapshot())

    def find_items(self, typed: str) -> Sequence[EntryCode]:
        """Items, no proofs."""
        items = (CatalogList.CONVENIENCE, CatalogList.SOCIAL_SECURITY)
        hits = self._index.rank(typed, 2 * FOUND)
        return [hit.code for hit in hits if self._edition.rows[hit.code].list in items][:FOUND]

    @cached_property
    def _index(self) -> SearchIndex:
        """Half a second of work, with the first letter that is typed."""
        return SearchIndex.of(self._edition)

    def people(self) -> Sequence[StaffSeen]:
        """All accounts: whoever signed in at this counter last first, then by number."""
        snapshot = self._parts.snapshot()
        with snapshot:
            acts = snapshot.audit.latest(RECENT_ACTS)
        here = [act.actor.removeprefix("staff:") for act in acts if act.act == "staff sign-in" and act.details.get("place") == self._place]
        order = {number: position for position, number in enumerate(dict.fromkeys(here))}
        seen = staff_seen(snapshot=self._parts.snapshot(), uptime=self._parts.uptime)
        return sorted(seen, key=lambda person: (order.get(person.number, len(order)), person.number))

    @property
    def prints(self) -> bool:
        return self._paper.prints

    def print_slip(self, document: Takeaway) -> Future[PrintOutcome]:
        return self._paper.print(document)

    # -- the door ----------------------------------------------------------------------------------------------------------

    def sign_in(self, number: StaffNumber, secret: str) -> StaffSession:
        parts = self._parts
        return staff.sign_in(
            number=number, secret=secret, console=Console.COUNTER, place=self._place, uow=parts.unit_of_work(), clock=parts.clock,
            uptime=parts.uptime, hasher=parts.secrets,
        )  # fmt: skip

    def unlock(self, session: StaffSession, secret: str) -> StaffSession:
        parts = self._parts
        return staff.unlock(
            session=session, secret=secret, place=self._place, uow=parts.unit_of_work(), clock=parts.clock, uptime=parts.uptime,
            hasher=parts.secrets,
        )  # fmt: skip

    def replace_secret(self, number: StaffNumber, secret: str, fresh: str) -> None:
        parts = self._parts
        staff.replace_secret(
            number=number, secret=secret, fresh=fresh, place=self._place, uow=parts.unit_of_work(), clock=parts.clock, uptime=parts.uptime,
            hasher=parts.secrets,
        )  # fmt: skip

    def lock(self, session: StaffSession, *, idle: bool) -> None:
        staff.lock(session=session, idle=idle, place=self._place, uow=self._parts.unit_of_work(), clock=self._parts.clock)

    def sign_out(self, session: StaffSession, reason: SignOutReason) -> None:
        staff.sign_out(session=session, reason=reason, place=self._place, uow=self._parts.unit_of_work(), clock=self._parts.clock)

    # -- deeds -------------------------------------------------------------------------------------------------------------

    def call_next(self, session: StaffSession) -> Ticket:
        return self._deed(calling.call_next, session)

    def call_this(self, session: StaffSession, ticket: TicketId) -> Ticket:
        return self._deed(calling.call_this, session, ticket=ticket)

    def recall(self, session: StaffSession) -> Ticket:
        return self._deed(calling.recall, session)

    def miss(self, session: StaffSession) -> Ticket:
        return self._deed(calling.miss, session)

    def rejoin(self, session: StaffSession, ticket: TicketId) -> Ticket:
        return self._deed(calling.rejoin, session, ticket=ticket)

    def start(self, session: StaffSession) -> Ticket:
        return self._deed(serving.start, session)

    def finish(self, session: StaffSession) -> Ticket:
        return self._deed(serving.finish, session)

    def park(self, session: StaffSession, reason: ParkReason) -> Ticket:
        return self._deed(serving.park, session, reason=reason)

    def take_back(self, session: StaffSession, ticket: TicketId) -> Ticket:
        return self._deed(serving.take_back, session, ticket=ticket)

    def transfer(self, session: StaffSession, to_line: LineId | None, to_counter: CounterId | None) -> Ticket:
        return self._deed(serving.transfer, session, to_line=to_line, to_counter=to_counter)

    def correct_item(self, session: StaffSession, item: str) -> Ticket:
        return self._deed(serving.correct_item, session, item=item, known_items=self._edition)

    def add_item(self, session: StaffSession, item: str) -> Ticket:
        return self._deed(serving.add_item, session, item=item, known_items=self._edition)

    def undo(self, session: StaffSession) -> Ticket:
        return self._deed(undo.undo, session)

    def open_counter(self, session: StaffSession) -> None:
        self._deed(counters.open_counter, session)

    def pause_counter(self, session: StaffSession) -> None:
        self._deed(counters.pause_counter, session)

    def resume_counter(self, session: StaffSession) -> None:
        self._deed(counters.resume_counter, session)

    def close_counter(self, session: StaffSession) -> None:
        self._deed(counters.close_counter, session)

    def take_help_call(self, session: StaffSession, call: HelpCallId) -> HelpCall:
        return self._deed(assistance.take_help_call, session, call=call)

    def help_call_done(self, session: StaffSession, call: HelpCallId) -> HelpCall:
        parts = self._parts
        return assistance.help_call_done(call=call, clerk=SignedInClerk(session), uow=parts.unit_of_work(), clock=parts.clock)

    def issue(self, session: StaffSession, line: LineId, ticket_class: TicketClass) -> TakenTicket:
        parts = self._parts

        def issued() -> TakenTicket:
            return issue_at_desk(
                line=line, item=None, ticket_class=ticket_class, request_id=None, clerk=SignedInClerk(session), uow=parts.unit_of_work(),
                clock=parts.clock, hall=parts.hall, known_items=self._edition,
            )  # fmt: skip

        return twice_when_full(issued)

    def standing_alerts(self) -> Sequence[Alert]:
        return alerts_now(snapshot=self._parts.snapshot(), clock=self._parts.clock)

    def set_alert(self, session: StaffSession, item: str | None, line: LineId | None, reason: AlertReason, until: datetime) -> Alert:
        parts = self._parts
        return alerts.set_alert(
            item=item, line=line, until=until, reason=reason, clerk=SignedInClerk(session), uow=parts.unit_of_work(), clock=parts.clock,
            hall=parts.hall, known_items=self._edition,
        )  # fmt: skip

    def lift_alert(self, session: StaffSession, item: str | None, line: LineId | None) -> Alert:
        parts = self._parts
        return alerts.lift_alert(item=item, line=line, clerk=SignedInClerk(session), uow=parts.unit_of_work(), clock=parts.clock)

    def _deed(self, command: Callable[..., Done], session: StaffSession, **what: object) -> Done:
        """Any command of a counter: they share their first needs."""
        parts = self._parts

        def done() -> Done:
            return command(
                counter=self._counter, clerk=SignedInClerk(session), uow=parts.unit_of_work(), clock=parts.clock, hall=parts.hall, **what
            )

        return twice_when_full(done)
