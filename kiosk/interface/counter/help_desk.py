"""What a console knows of help calls: which one concerns this counter now, and today's.

Here: the choice of the one call that the console shows, its words. Elsewhere: who goes (commands.assistance), how it looks (bar.py, help_page.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from kiosk.application.queries.assistance import HelpCallSeen, HelpNow, RingingCall
from kiosk.domain.assistance import ESCALATE_AFTER, HelpCallId, HelpCallState, HelpReason
from kiosk.domain.hall import CounterId
from kiosk.interface.counter.wishes import HelpStanding

REASON_WORDS = {
    HelpReason.SCREEN: "不会用屏",
    HelpReason.SIGHT: "看不清楚",
    HelpReason.HEARING: "听不清楚",
    HelpReason.WHAT: "不知办啥",
    HelpReason.PAPERS: "材料弄不清",
    HelpReason.WALKING: "走动不便",
    HelpReason.CHILDREN: "带着孩子",
    HelpReason.TALK: "想当面说",
}


@dataclass(frozen=True, slots=True)
class HelpState:
    """`call` rings here; `taken` is this counter's own; `there`: its helper has arrived. `gone`: who took the one that rang here a moment ago."""

    call: RingingCall | None = None
    taken: HelpCallSeen | None = None
    there: bool = False
    gone: str = ""
    more: int = 0
    """Calls that ring besides."""

    @property
    def standing(self) -> HelpStanding:
        if self.taken is not None:
            return HelpStanding.THERE if self.there else HelpStanding.ON_THE_WAY
        return HelpStanding.RINGING if self.call is not None else HelpStanding.QUIET

    @property
    def kiosk(self) -> int:
        known = self.taken or self.call
        return known.kiosk if known is not None else 0

    def rang(self, moment: datetime) -> int:
        """Whole seconds that the call has been ringing."""
        return max(0, int((moment - self.call.rung_at).total_seconds())) if self.call is not None else 0

    def late(self, moment: datetime) -> bool:
        return self.call is not None and self.rang(moment) >= ESCALATE_AFTER.total_seconds()

    def words(self, moment: datetime) -> str:
        match self.standing:
            case HelpStanding.QUIET:
                return ""
            case HelpStanding.RINGING:
                return "已叫值班长" if self.late(moment) else f"响 {self.rang(moment)} 秒"
            case HelpStanding.ON_THE_WAY:
                return "您去，在等"
            case HelpStanding.THERE:
                return "正在帮"
            case _:
                assert_never(self.standing)


def help_state(
    now: HelpNow | None, *, counter: CounterId, declined: frozenset[HelpCallId], there: frozenset[HelpCallId], before: HelpState
) -> HelpState:
    """`declined`: calls to which this console has said 走不开. `before`: as it was, so that a call which another counter took is told once."""
    if now is None:
        return HelpState()
    taken = next((seen for seen in now.today if seen.state is HelpCallState.TAKEN and seen.counter == counter), None)
    ringing = [call for call in now.ringing if call.id not in declined]
    gone = ""
    if before.call is not None and all(call.id != before.call.id for call in now.ringing):
        gone = _who_went(next((seen for seen in now.today if seen.id == before.call.id), None), counter)
    if taken is not None:
        return HelpState(None, taken, taken.id in there, more=len(ringing))
    return HelpState(ringing[0] if ringing else None, gone=gone if not ringing else "", more=max(0, len(ringing) - 1))


def _who_went(seen: HelpCallSeen | None, counter: CounterId) -> str:
    if seen is None or seen.counter == counter:
        return ""
    match seen.state:
        case HelpCallState.TAKEN | HelpCallState.DONE:
            return f"{seen.counter} 号窗口去了"
        case HelpCallState.CANCELLED:
            return "居民说不用了"
        case _:
            return ""
