"""What is stopped today: for the consoles and the command line. The screens of citizens have it with the hall (queries.queueing.HallNow).

Elsewhere: setting and lifting (commands.alerts), what an alert is (domain.alerts).
"""

from __future__ import annotations

from kiosk.application.ports import Clock, Snapshot
from kiosk.domain.alerts import Alert


def alerts_now(*, snapshot: Snapshot, clock: Clock) -> tuple[Alert, ...]:
    """Those that hold at this moment, oldest first."""
    with snapshot:
        return tuple(snapshot.alerts.standing(clock.now()))
