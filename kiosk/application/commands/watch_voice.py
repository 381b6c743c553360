"""Whether a display's calls are heard is written down, so that staff hear of it before the hall does.

Here: which word is news. Elsewhere: finding out (infrastructure.speech), the words for staff (interface).
"""

from __future__ import annotations

from kiosk.application.ports import Clock, UnitOfWork
from kiosk.application.unavailable import VoiceCause


def record_voice(*, display: str, silent: VoiceCause | None, uow: UnitOfWork, clock: Clock) -> bool:
    """Writes a change with its event and says whether it was one. A display that has always been heard is no news."""
    with uow:
        known = next((seen.silent for seen in uow.voices.now() if seen.display == display), None)
        if known == silent:
            return False
        uow.voices.record(display, silent, clock.now())
        uow.commit()
    return True
