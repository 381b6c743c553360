"""What people take away in the lane of a printer: behind tickets, and nothing of it after its session."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.application.ports import PrinterCondition, PrinterStatus, PrintOutcome
from kiosk.application.takeaway import Takeaway
from kiosk.application.ticket_paper import TicketPaper
from kiosk.application.unavailable import PrintCause
from kiosk.domain.queueing import PrintJobId, PrintState
from kiosk.infrastructure.printing.lane import PrintLane
from kiosk.infrastructure.printing.links import NetworkLink, SerialLink
from kiosk.infrastructure.printing.spooler import Spooler
from kiosk.infrastructure.printing.takeaway_desk import LaneTakeawayDesk, carries_takeaways
from tests.support.takeaways import ABOLISHED, HARD_ITEM, RETAINED, takeaway
from tests.support.ticket_papers import paper

PATIENCE = 20.0
PRINTED = PrintOutcome(PrintState.PRINTED)


class Roll:
    """Prints when its gate is open, and notes what came out."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.reached = threading.Semaphore(0)
        self.printed: list[str] = []
        self.wanted: list[bool] = []

    def status(self, *, within: float) -> PrinterStatus:  # noqa: ARG002
        return PrinterStatus(PrinterCondition.READY, paper_low=False)

    def print_ticket(self, ticket: TicketPaper, *, within: float) -> PrintOutcome:  # noqa: ARG002
        return self._print(ticket.number)

    def print_takeaway(self, document: Takeaway, *, within: float, wanted: Callable[[], bool]) -> PrintOutcome:  # noqa: ARG002
        outcome = self._print(document.code)
        self.wanted.append(wanted())
        return outcome

    def _print(self, name: str) -> PrintOutcome:
        self.reached.release()
        assert self.gate.wait(PATIENCE)
        self.printed.append(name)
        return PRINTED


class NoBook:
    def begin(self, job: PrintJobId) -> PrintOutcome | None:  # noqa: ARG002
        return None

    def end(self, job: PrintJobId, outcome: PrintOutcome) -> None: ...

    def fail_left_over(self) -> None: ...


@pytest.fixture
def roll() -> Roll:
    return Roll()


@pytest.fixture
def spooler(roll: Roll) -> Iterator[Spooler]:
    running = Spooler(roll, book=NoBook(), life=PATIENCE)
    running.start()
    yield running
    roll.gate.set()
    running.close(within=PATIENCE)


@pytest.fixture
def desk(roll: Roll, spooler: Spooler) -> LaneTakeawayDesk:
    return LaneTakeawayDesk(roll, spooler.lane, sheet=False, life=PATIENCE)


def test_a_ticket_goes_before_documents_that_wait(roll: Roll, spooler: Spooler, desk: LaneTakeawayDesk) -> None:
    first, second = desk.submit(takeaway(HARD_ITEM)), desk.submit(takeaway(ABOLISHED))
    assert roll.reached.acquire(timeout=PATIENCE)
    tickets = [spooler.submit(PrintJobId(number), paper(number=f"A{number:03d}")) for number in (1, 2)]
    roll.gate.set()
    assert [future.result(PATIENCE) for future in (first, *tickets, second)] == [PRINTED] * 4
    assert roll.printed == [HARD_ITEM, "A001", "A002", ABOLISHED]


def test_what_has_not_begun_when_the_session_ends_is_never_printed(roll: Roll, spooler: Spooler, desk: LaneTakeawayDesk) -> None:
    begun, waiting = desk.submit(takeaway(HARD_ITEM)), desk.submit(takeaway(ABOLISHED))
    assert roll.reached.acquire(timeout=PATIENCE)
    desk.forget()
    assert waiting.cancelled()
    roll.gate.set()
    assert begun.result(PATIENCE) == PRINTED
    assert spooler.submit(PrintJobId(1), paper(number="A001")).result(PATIENCE) == PRINTED
    assert roll.printed == [HARD_ITEM, "A001"]
    assert roll.wanted == [False], "the printer was told that nobody waits any more"


def test_the_next_session_prints_again(roll: Roll, desk: LaneTakeawayDesk) -> None:
    desk.forget()
    roll.gate.set()
    assert desk.submit(takeaway(RETAINED)).result(PATIENCE) == PRINTED
    assert roll.wanted == [True]


def test_the_desk_keeps_nothing_of_a_session(roll: Roll, desk: LaneTakeawayDesk) -> None:
    roll.gate.set()
    desk.submit(takeaway(HARD_ITEM)).result(PATIENCE)
    desk.forget()
    assert desk._submitted == []


def test_a_printer_that_hangs_fails_the_document_and_not_the_screen(roll: Roll) -> None:
    lane = PrintLane("sheets")
    lane.start()
    desk = LaneTakeawayDesk(roll, lane, sheet=True, life=0.2)
    assert desk.sheet
    assert desk.submit(takeaway(ABOLISHED)).result(PATIENCE) == PrintOutcome(PrintState.FAILED, PrintCause.TIMED_OUT)
    roll.gate.set()
    lane.close(within=PATIENCE)


def test_after_the_end_of_the_program_nothing_is_printed(roll: Roll) -> None:
    lane = PrintLane("sheets")
    lane.start()
    lane.close(within=PATIENCE)
    outcome = LaneTakeawayDesk(roll, lane, sheet=True).submit(takeaway(ABOLISHED)).result(PATIENCE)
    assert outcome == PrintOutcome(PrintState.FAILED, PrintCause.PROGRAM_FAULT)
    assert roll.printed == []


def test_a_slow_line_carries_tickets_only() -> None:
    assert carries_takeaways(NetworkLink("127.0.0.1"))
    assert carries_takeaways(SerialLink("/dev/ttyS0", 115_200))
    assert not carries_takeaways(SerialLink("/dev/ttyS0", 38_400))
