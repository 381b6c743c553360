"""Who may sign in here, and who waits.

Elsewhere: signing in (commands.staff), the accounts (commands.staff_accounts).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.application.ports import Snapshot, UptimeClock
from kiosk.domain.staff import Role, SecretKind, StaffNumber


@dataclass(frozen=True, slots=True)
class StaffSeen:
    """An account as screens show it. `kind`: what it asks for. `seconds_left` of a wait after wrong tries; 0: none."""

    number: StaffNumber
    label: str | None
    roles: tuple[Role, ...]
    kind: SecretKind
    seconds_left: int
    added_at: datetime
    withdrawn_at: datetime | None


def staff_seen(*, snapshot: Snapshot, uptime: UptimeClock) -> tuple[StaffSeen, ...]:
    """All accounts by number, withdrawn ones too."""
    with snapshot:
        return tuple(
            StaffSeen(
                number=member.number,
                label=member.label,
                roles=tuple(sorted(member.roles)),
                kind=member.kind,
                seconds_left=-int(-snapshot.staff.delay_left(member.number, uptime.now()) // 1),
                added_at=member.added_at,
                withdrawn_at=member.withdrawn_at,
            )
            for member in snapshot.staff.members()
        )
