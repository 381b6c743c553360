"""A span that has to pass, counted by the machine's own running time and never by its clock.

A clock can be set: back, and a span would never end; forward, and it would be over at once. So what is stored is how much is left, and each
start of each machine counts it down for itself, from the first time it looks. Time in which nobody can prove that it passed (the machine was
off, another machine's time) is not counted: a span may last longer than it was meant to, never shorter, and it ends as soon as one machine has
run for that long after its first look.

Here: the counting. Elsewhere: where the running time comes from (infrastructure.uptime), where anchors are kept (infrastructure.database.staff).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

BootId = NewType("BootId", str)
"""One start of one machine, as far as the machine can tell its starts apart."""


@dataclass(frozen=True, slots=True)
class Uptime:
    """How long a machine has been running since a start. It only grows; after a restart it begins anew, with another `boot` where there is one."""

    boot: BootId
    seconds: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """At `since`, `left` seconds were still to pass. One for each start that has ever looked."""

    since: Uptime
    left: float


def seconds_left(anchors: Iterable[Anchor], now: Uptime) -> float:
    """What is left of the span; 0 when it is over, and without anchors.

    What another start has noted was true when it was noted, so it is an upper bound here. A running time smaller than this start's own anchor
    means a restart that the machine could not tell: then nothing has passed for certain.
    """
    known = [_left(anchor, now) for anchor in anchors]
    return max(0.0, min(known, default=0.0))


def _left(anchor: Anchor, now: Uptime) -> float:
    if anchor.since.boot == now.boot and anchor.since.seconds <= now.seconds:
        return anchor.left - (now.seconds - anchor.since.seconds)
    return anchor.left
