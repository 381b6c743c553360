"""Whether the displays are heard, for staff.

Elsewhere: speaking (infrastructure.speech), what is spoken (the display).
"""

from __future__ import annotations

from kiosk.application.ports import Snapshot, VoiceSeen


def voices_now(*, snapshot: Snapshot) -> tuple[VoiceSeen, ...]:
    """Every display of the hall that was ever silent, as it stood when that last changed."""
    with snapshot:
        return tuple(snapshot.voices.now())
