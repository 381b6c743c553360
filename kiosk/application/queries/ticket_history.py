"""What has happened to one ticket: 这个号的经过.

Elsewhere: the events themselves (domain.queueing), their words (interface).
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.application.ports import Snapshot, TicketMoment
from kiosk.domain.queueing import TicketId


def ticket_history(*, ticket: TicketId, snapshot: Snapshot) -> Sequence[TicketMoment]:
    """Oldest first; nothing for a ticket that is not there."""
    with snapshot:
        return snapshot.ticket_history.of(ticket)
