"""What the display in the hall shows: the calls made since it last looked, who waits, which counters are open.

Here: `DisplayNow`, facts that every person in the hall may see; no item and no class stand in it. Elsewhere: in which order and for how long the
calls are shown and said (domain.announcing, interface.display), the published lists and notices (the edition, hall.toml).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.ports import Clock, Snapshot
from kiosk.application.queries.queueing import HallNow, hall_within
from kiosk.domain.announcing import LAST_CALLS, Call, CallId, TakenBack
from kiosk.domain.hall import CounterId, Hall, Open
from kiosk.domain.numbering import business_day
from kiosk.domain.queueing.counters import CounterStanding, CounterState, standings


@dataclass(frozen=True, slots=True)
class DisplayNow:
    """`counters`: as the hall sees them; those that are open by setting alone count as closed while the hall is. `news`: what was called and
    taken back after what was `seen` before, oldest first. `latest`: the last calls of today, latest first, told only to whoever has seen
    nothing yet. `seen`: from here on the next look goes on."""

    hall: HallNow
    counters: tuple[tuple[CounterId, CounterState], ...]
    news: tuple[Call | TakenBack, ...]
    latest: tuple[Call, ...]
    seen: CallId


def hall_display(*, seen: CallId | None, snapshot: Snapshot, clock: Clock, hall: Hall) -> DisplayNow:
    """One consistent view. With `seen` None, or one that this database has not reached (it was replaced by an older copy), no call is news: what
    was called before a display started is not called again."""
    moment = clock.now()
    day = business_day(moment)
    with snapshot:
        last = snapshot.calls.last()
        news: tuple[Call | TakenBack, ...] = ()
        latest: tuple[Call, ...] = ()
        if seen is None or last < seen:
            latest = tuple(snapshot.calls.latest(day, LAST_CALLS))
        elif last > seen:
            news = tuple(snapshot.calls.after(seen))
        now = hall_within(snapshot=snapshot, moment=moment, hall=hall)
        said = standings(hall, snapshot.counters.said_on(day))
    serving = isinstance(now.opening, Open)
    counters = tuple((counter, _shown(standing, serving=serving)) for counter, standing in said.items())
    return DisplayNow(now, counters, news, latest, last)


def _shown(standing: CounterStanding, *, serving: bool) -> CounterState:
    """A clerk who has signed in serves people outside the hours too; a setting does not."""
    by_setting = standing.turn == 0
    return CounterState.CLOSED if by_setting and not serving else standing.state
