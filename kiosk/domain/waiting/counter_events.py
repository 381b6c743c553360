"""From what happened to tickets to how long they held their counters.

Here: the reading of one day's events. Elsewhere: the events (queueing, the database), what is learnt from the spans (service_times.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketId
from kiosk.domain.waiting.service_times import ServiceSpan

LONGEST_CHANGEOVER = timedelta(minutes=3)
"""A counter that calls within it was getting ready for the next holder; after that it paused."""


class CounterEventKind(StrEnum):
    """What matters to a counter of the events of a ticket; the others are left out."""

    CALLED = "called"
    FINISHED = "finished"
    MISSED = "missed"
    LEFT = "left"
    """Parked, transferred or cancelled: the counter is free, and how long the service takes is not known."""


@dataclass(frozen=True, slots=True)
class CounterEvent:
    """In the order in which they happened. `counter`: of a call, else None."""

    ticket: TicketId
    line: LineId
    item: str | None
    issued_at: datetime
    kind: CounterEventKind
    at: datetime
    counter: CounterId | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """A ticket at a counter."""

    call: CounterEvent
    released: CounterEvent


def service_spans(events: Iterable[CounterEvent]) -> Sequence[ServiceSpan]:
    """One span for each ticket that was served or did not come. `events`: of one day, in order.

    A counter whose next holder was waiting already is held until that call, at most LONGEST_CHANGEOVER longer than the service: so long does
    a ticket ahead cost those who wait. A second call of the same number changes nothing.
    """
    calls: dict[TicketId, CounterEvent] = {}
    ended: dict[CounterId, _Held] = {}
    spans: list[ServiceSpan] = []
    for event in events:
        if event.kind is CounterEventKind.CALLED:
            if event.ticket not in calls and event.counter is not None:
                before = ended.pop(event.counter, None)
                if before is not None:
                    spans.append(_span(before, event))
                calls[event.ticket] = event
            continue
        call = calls.pop(event.ticket, None)
        if call is None or call.counter is None:
            continue
        before = ended.pop(call.counter, None)
        if before is not None:
            spans.append(_span(before, None))
        if event.kind is not CounterEventKind.LEFT:
            ended[call.counter] = _Held(call, event)
    return [*spans, *(_span(held, None) for held in ended.values())]


def _span(held: _Held, following: CounterEvent | None) -> ServiceSpan:
    end = held.released.at
    if following is not None and following.issued_at <= end and timedelta() <= following.at - end <= LONGEST_CHANGEOVER:
        end = following.at
    return ServiceSpan(
        line=held.call.line,
        item=held.released.item,
        hour=held.call.at.hour,
        minutes=(end - held.call.at).total_seconds() / 60,
        missed=held.released.kind is CounterEventKind.MISSED,
    )
