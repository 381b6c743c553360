"""In which order tickets are called.

Within a rank the oldest first; priority (soldiers and veterans; the old, disabled and pregnant) before normal, but never more than two priority
calls in a row while a normal ticket waits that the counter could call instead. The run of priority calls is kept for each line (`runs_after`): a
call counts for all lines of the counter that makes it, so that a counter of other lines neither shortens nor lengthens the run that somebody
suffers. From that follows the bound (docs/adr/0025): while a normal ticket waits, the counters of its line call at most 2 × (normal tickets they
call before it + 1) priority tickets. Only call-next counts.

A line of a greater weight counts as if its numbers had been taken so many numbers earlier (hall.Line.weight): nobody is overtaken by more
than that many who came later.

Elsewhere: what a counter may do with a ticket (deeds.py), claiming it before another counter does (infrastructure.database.tickets).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from kiosk.domain.hall import CounterId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing.tickets import SLOT, TicketClass, TicketId

PRIORITY_RUN = 2
"""Priority calls in a row while a normal ticket waits."""

REJOIN_BEHIND = 2
"""Whoever was missed and comes back lets so many of the same line and rank go first."""


class Waiting(Protocol):
    @property
    def id(self) -> TicketId: ...
    @property
    def turn(self) -> int: ...
    @property
    def ticket_class(self) -> TicketClass: ...


class Queued(Waiting, Protocol):
    """One that waits on a line, or for one counter."""

    @property
    def waits_on(self) -> LineId: ...
    @property
    def for_counter(self) -> CounterId | None: ...


W = TypeVar("W", bound=Waiting)
Q = TypeVar("Q", bound=Queued)


def by_turn(waiting: Iterable[W]) -> list[W]:
    """The lowest turn first; of the same turn the older ticket."""
    return sorted(waiting, key=lambda ticket: (ticket.turn, ticket.id))


def calling_order(waiting: Iterable[W], streak: int) -> Sequence[W]:
    """The order in which call-next would call `waiting` if nobody else came. `streak`: priority calls in a row just made."""
    in_turn = by_turn(waiting)
    priority = deque(ticket for ticket in in_turn if ticket.ticket_class.priority)
    normal = deque(ticket for ticket in in_turn if not ticket.ticket_class.priority)
    called: list[W] = []
    while priority or normal:
        if priority and (not normal or streak < PRIORITY_RUN):
            called.append(priority.popleft())
            streak += 1
        else:
            called.append(normal.popleft())
            streak = 0
    return called


def priority_is_next(*, priority_waits: bool, normal_waits: bool, streak: int) -> bool:
    """Whether the next call goes to a priority ticket. Somebody must wait."""
    return priority_waits and (not normal_waits or streak < PRIORITY_RUN)


def order_at(waiting: Iterable[Q], counter: CounterId, lines: Sequence[LineId], runs: Mapping[LineId, int]) -> Sequence[Q]:
    """Whom a counter of `lines` may call, in the order in which its call-next would: the first of them is called."""
    mine = [ticket for ticket in waiting if may_be_called_at(ticket, counter, lines)]
    return calling_order(mine, run_at(lines, runs, {ticket.waits_on for ticket in mine if not ticket.ticket_class.priority}))


def may_be_called_at(ticket: Queued, counter: CounterId, lines: Sequence[LineId]) -> bool:
    return ticket.waits_on in lines if ticket.for_counter is None else ticket.for_counter == counter


def run_at(lines: Sequence[LineId], runs: Mapping[LineId, int], normals_wait_on: Collection[LineId]) -> int:
    """The run that counts for a counter. A normal ticket that was sent to this very counter from another line suffers what any of its lines
    suffers."""
    return longest_run(runs, normals_wait_on if set(normals_wait_on) <= set(lines) else lines)


def longest_run(runs: Mapping[LineId, int], normals_wait_on: Iterable[LineId]) -> int:
    """The run that counts for a counter: the longest that a normal ticket has suffered which it could call. `normals_wait_on`: their lines."""
    return max((runs.get(line, 0) for line in normals_wait_on), default=0)


def runs_after(runs: Mapping[LineId, int], lines: Iterable[LineId], *, priority: bool) -> Mapping[LineId, int]:
    """The runs once a counter of `lines` has called."""
    return {**runs, **{line: runs.get(line, 0) + 1 if priority else 0 for line in lines}}


def runs_by_calls(
    lines: Iterable[LineId], calls: Iterable[tuple[CounterId, bool]], counters: Mapping[CounterId, Sequence[LineId]]
) -> Mapping[LineId, int]:
    """The runs of some lines, read off the calls themselves: for when one was undone. `calls`: latest first, each with its counter and whether the
    ticket had priority; `counters`: what they serve. A run is counted as far as it matters, to PRIORITY_RUN; no more calls are read than that."""
    open_runs, runs = dict.fromkeys(lines, 0), {}
    for counter, priority in calls:
        for line in set(open_runs).intersection(counters.get(counter, ())):
            open_runs[line] += priority
            if not priority or open_runs[line] == PRIORITY_RUN:
                runs[line] = open_runs.pop(line)
        if not open_runs:
            break
    return {**runs, **open_runs}


def ahead_of(ticket_class: TicketClass, *, same_before: int, others: int, streak: int) -> int:
    """How many of the waiting are called before a ticket: `calling_order` without the list.

    `same_before`: waiting tickets of the same rank (priority or normal) that are older. `others`: all waiting tickets of the other rank.
    """
    run = min(streak, PRIORITY_RUN)
    if ticket_class.priority:
        return same_before + min(others, (same_before + run) // PRIORITY_RUN)
    return same_before + min(others, PRIORITY_RUN - run + PRIORITY_RUN * same_before)


def slot_behind(row: Sequence[W]) -> tuple[int, int] | None:
    """Where somebody who was missed comes back: the turns from … to before …, at the first that is free behind all that were given there.

    `row`: those who wait on the same line in the same rank, in turn. None: nobody waits there, the old turn is as good. Two who come back
    behind the same ticket stand in the order in which they came.
    """
    if not row:
        return None
    base = row[min(REJOIN_BEHIND, len(row)) - 1].turn // SLOT * SLOT
    return base, base + SLOT
