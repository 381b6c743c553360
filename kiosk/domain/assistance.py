"""Help calls: a person at a screen asks for somebody to come, and exactly one helper goes.

Here: what a call is, when it is told again louder, when it is over by itself. Elsewhere: the deeds (commands.assistance), who rings
(queries.assistance), the words (interface). A call knows a screen and a reason; nothing of whoever stands there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from kiosk.domain.hall import CounterId

HelpCallId = NewType("HelpCallId", int)

ESCALATE_AFTER = timedelta(seconds=60)
"""Nobody has gone: every console tells it louder, and whoever leads the hall is asked."""
LAPSE_AFTER = timedelta(minutes=15)
"""A call that nobody took is over: whoever called has gone by then, or was helped without a console."""


class HelpReason(StrEnum):
    """Why, by one touch."""

    SCREEN = "screen"
    SIGHT = "sight"
    HEARING = "hearing"
    WHAT = "what"
    """Does not know what is to be done."""
    PAPERS = "papers"
    WALKING = "walking"
    CHILDREN = "children"
    TALK = "talk"
    """Says it in person."""


class HelpCallState(StrEnum):
    RINGING = "ringing"
    TAKEN = "taken"
    DONE = "done"
    CANCELLED = "cancelled"
    """By whoever called."""
    LAPSED = "lapsed"
    """Nobody came, and it is too late; or the day ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCall:
    """`kiosk` is the number of the screen (Hall.kiosks says where it stands). `taken_by` is the actor of the audit, `staff:07`."""

    id: HelpCallId
    day: date
    kiosk: int
    reason: HelpReason
    state: HelpCallState
    rung_at: datetime
    counter: CounterId | None = None
    taken_by: str | None = None
    taken_at: datetime | None = None
    ended_at: datetime | None = None

    def state_at(self, moment: datetime) -> HelpCallState:
        """A call that rang for LAPSE_AFTER has lapsed, whether or not anybody has written it down."""
        return HelpCallState.LAPSED if self.state is HelpCallState.RINGING and self.rang(moment) >= LAPSE_AFTER else self.state

    def rang(self, moment: datetime) -> timedelta:
        """How long until somebody went, or until now. Never less than nothing: clocks are set."""
        return max((self.taken_at or self.ended_at or moment) - self.rung_at, timedelta())

    def is_stale(self, moment: datetime) -> bool:
        """Somebody went, and nobody has said for LAPSE_AFTER how it ended: the screen belongs to whoever stands there now."""
        return self.state is HelpCallState.TAKEN and self.taken_at is not None and moment - self.taken_at >= LAPSE_AFTER

    def is_escalated(self, moment: datetime) -> bool:
        return self.state_at(moment) is HelpCallState.RINGING and self.rang(moment) >= ESCALATE_AFTER
