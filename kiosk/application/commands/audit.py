"""What an admin does to the audit: nothing is ever changed in it; only the head that is noted beside it can be set to where it ends now.

Elsewhere: the chain itself (domain.audit), whether it is whole (queries.audit).
"""

from __future__ import annotations

from kiosk.application.commands.staff import acting
from kiosk.application.ports import Clock, UnitOfWork
from kiosk.domain.audit import ChainHead
from kiosk.domain.staff import Permission, StaffSession


def note_head_anew(*, session: StaffSession, uow: UnitOfWork, clock: Clock) -> ChainHead:
    """After a restored backup, or when the note was lost: from now on the note is right again. The act stands in the audit with what was noted
    before. Refuses SessionEnded, NotPermitted."""
    with uow:
        actor = acting(session=session, needs=Permission.AUDIT, uow=uow, clock=clock)
        noted, head = uow.audit.noted_head(), uow.audit.head()
        uow.audit.note_anew()
        uow.audit.record(
            act="audit note-anew",
            actor=actor,
            at=clock.now(),
            subject="hall:audit",
            details={
                "note": noted.state.value,
                "noted_entry": noted.settled.entry,
                "noted_head": noted.settled.digest,
                "entries": head.entry,
            },
        )
        after = uow.audit.head()
        uow.commit()
    return after
