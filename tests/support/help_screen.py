"""The helper's page where somebody at a counter hears calls: the hall's side of it is a double that says what it is told to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.application.queries.assistance import HelpAtKiosk, HelpCallSeen
from kiosk.application.unavailable import Unavailable
from kiosk.domain.assistance import HelpCallId, HelpCallState, HelpReason
from kiosk.domain.hall import CounterId
from kiosk.domain.refusals import Refused
from kiosk.interface.citizen.help_watch import HelpWatch
from kiosk.interface.citizen.helper import HelperViewModel
from tests.support.halls import MONDAY_TEN
from tests.support.ticket_screen import TicketScreen


def call(state: HelpCallState = HelpCallState.RINGING, *, seconds: int = 5, counter: int | None = None) -> HelpCallSeen:
    return HelpCallSeen(
        id=HelpCallId(1),
        kiosk=1,
        place="",
        reason=HelpReason.TALK,
        state=state,
        rung_at=MONDAY_TEN,
        seconds=seconds,
        counter=CounterId(counter) if counter is not None else None,
        taken_by=None,
        taken_at=None,
        ended_at=None,
    )


OFFERED = HelpAtKiosk(listens=True, call=None)
RINGING = HelpAtKiosk(listens=True, call=call())
LOUDER = HelpAtKiosk(listens=True, call=call(seconds=61), escalated=True)
COMING = HelpAtKiosk(listens=True, call=call(HelpCallState.TAKEN, counter=3))
NOBODY = HelpAtKiosk(listens=False, call=None)


@dataclass
class Bell:
    """The hall's side. `refusal`: what ringing is answered."""

    now: HelpAtKiosk = OFFERED
    away: Unavailable | None = None
    refusal: Refused | None = None
    rung: list[HelpReason] = field(default_factory=list)
    cancelled: int = 0
    asked: int = 0

    def ask(self) -> HelpAtKiosk:
        self.asked += 1
        if self.away is not None:
            raise self.away
        return self.now

    def ring(self, reason: HelpReason) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.rung.append(reason)
        self.now = RINGING

    def cancel(self) -> None:
        self.cancelled += 1
        self.now = OFFERED


class HelpScreen(TicketScreen):
    """The pages around a number, with a bell."""

    def __init__(self, folder: Path, now: HelpAtKiosk = OFFERED, **more: Any) -> None:
        super().__init__(folder, **more)
        self.bell = Bell(now)
        self.calls = HelpWatch(ask=self.bell.ask, ring=self.bell.ring, cancel=self.bell.cancel, jobs=self.jobs, parent=self.owner)

    def helper(self) -> HelperViewModel:
        return HelperViewModel(
            hall=self.hall, clock=self.clock, queue=self.queue, taking=self.taking, navigator=self.navigator, calls=self.calls
        )
