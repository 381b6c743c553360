"""Pictures of the display: `display`, or one of its states by name, from a throw-away copy of the data.

Where nothing was called today, a rehearsal hall takes numbers and calls them in the copy; a live hall shows what there is.

Elsewhere: pictures of the citizen's pages (shot.py).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtGui import QImage

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.application.queries.queueing import queue_now
from kiosk.domain.hall import Open
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import Refused
from kiosk.infrastructure.speech.silence import Silence
from kiosk.interface.shared.opening_words import next_ticket_moment
from kiosk.roles.display import HallDisplay
from kiosk.roles.parts import Parts
from kiosk.roles.screen import Modes, application
from kiosk.roles.spinning import spin, spin_until

ROUNDS = 5
"""Numbers of each line in a rehearsal."""
SETTLING_MS = 150


def display_picture(parts: Parts, state: str, *, size: tuple[int, int], modes: Modes) -> QImage | None:
    """None for a state that is none. `parts` are used up."""
    show = _STATES.get(state)
    if show is None:
        return None
    parts = _at_time(parts, closed=state == "closed")
    if state != "closed" and not parts.hall.live:
        _rehearse(parts)
    application()
    display = HallDisplay(parts, Silence())
    try:
        view = display.open(width=size[0], height=size[1], modes=modes)
        view.show()
        display.watch.look()
        spin_until(lambda: display.jobs.idle)
        show(display)
        spin(SETTLING_MS)
        return view.grabWindow()
    finally:
        display.close()


def _at_time(parts: Parts, *, closed: bool) -> Parts:
    """The same hall while it is open, or after its hours. A live hall keeps its own time."""
    opening = queue_now(snapshot=parts.snapshot(), clock=parts.clock, hall=parts.hall).opening
    if parts.hall.live or (isinstance(opening, Open) is not closed):
        return parts
    if isinstance(opening, Open):
        moment = opening.closes_at + timedelta(minutes=30)
    else:
        following = next_ticket_moment(opening)
        if following is None:
            return parts
        moment = following.at + timedelta(minutes=30)
    parts.close()
    return Parts(data=parts.data, environment={**os.environ, "KIOSK_NOW": moment.isoformat()})


def _rehearse(parts: Parts) -> None:
    """Numbers for every line, and a call to every counter that is open."""
    hall, clock = parts.hall, parts.clock
    try:
        for _ in range(ROUNDS):
            for line in hall.lines:
                take_ticket(
                    line=line.id, item=None, ticket_class=TicketClass.NORMAL, request_id=None,
                    uow=parts.unit_of_work(), clock=clock, hall=hall, known_items=parts.edition(),
                )  # fmt: skip
        for _ in range(2):
            for counter in hall.open_counters():
                rehearse_call(counter=counter.id, actor="os:shot", uow=parts.unit_of_work(), clock=clock, hall=hall)
    except Refused:
        return  # the hall says no: then what there is is the true picture


def _calling(display: HallDisplay) -> None:
    """The last call is on the board."""
    if display.announcer.last:
        display.announcer.hear([display.announcer.last[0]])


def _away(display: HallDisplay) -> None:
    """As if nobody had answered for a while."""
    display.watch.stale = True
    display.watch.changed.emit()


def _between(display: HallDisplay) -> None:
    """The first page of the lists."""
    for _ in display.hall.notices_on(display.parts.clock.now().date()):
        display.display.turn()


def _as_it_is(display: HallDisplay) -> None:
    """Nothing more."""


_STATES: Mapping[str, Callable[[HallDisplay], None]] = {
    "": _calling,
    "calling": _calling,
    "between": _between,
    "notice": _as_it_is,
    "away": _away,
    "closed": _as_it_is,
}
