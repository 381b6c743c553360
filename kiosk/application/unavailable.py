"""The family of things that may be away: `Unavailable`. Adapters translate every library error into it at their edge.

Here: one class per thing, carrying facts. Elsewhere: ports (ports.py), refusals of the hall (domain.refusals), words (interface.shared.sentences).
A module of its own, for it is needed before the first frame and the ports are not.

    Unavailable
    ├── DatabaseUnavailable    locked, away, or not to be opened
    │   ├── DatabaseNewer          written by a newer program
    │   ├── DatabaseDamaged        not a whole database
    │   └── DatabaseUnsupported    another kind of database than this program offers
    ├── DataFolderReadOnly · DiskFull · FirstUsePending
    ├── FileNotWritable            a file that somebody asked for cannot be written where they said
    ├── SafeMode                   served without a database after too many crashes
    ├── DatabaseRestored · ReserveInUse · EndedUnexpectedly    said to staff, never raised: it goes on, but somebody should look
    ├── SettingsMalformed
    ├── EditionMissing · EditionNewer · EditionDamaged
    ├── AttachmentUnavailable      one form of the hall's, missing or damaged; everything else is served
    ├── PrinterUnavailable
    ├── VoiceUnavailable           calls are shown and not heard
    ├── FontMissing · DisplayMissing · AlreadyRunning · SqliteTooOld
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

Fact = str | int | bool | None | tuple[str, ...]


class Unavailable(Exception):
    """Something the kiosk needs is away. `facts()` is JSON-ready; `cause` holds the library's own words for the log, never for a face."""

    def __init__(self, cause: object = None, **facts: Fact) -> None:
        super().__init__(type(self).__name__, str(cause) if cause is not None else "")
        self.cause = str(cause) if cause is not None else None
        self._facts = dict(facts)

    def facts(self) -> Mapping[str, Fact]:
        return self._facts

    def __str__(self) -> str:
        return " ".join(str(part) for part in (type(self).__name__, self._facts or "", self.cause or "") if part)


class DatabaseUnavailable(Unavailable):
    """`reason`: locked | missing | away."""


class DatabaseNewer(DatabaseUnavailable):
    """`revision`: what the file says."""


class DatabaseDamaged(DatabaseUnavailable):
    """`path`."""


class DatabaseUnsupported(DatabaseUnavailable):
    """`kind`: the scheme of the URL."""


class DataFolderReadOnly(Unavailable):
    """`path`."""


class DiskFull(Unavailable):
    """`path`."""


class FileNotWritable(Unavailable):
    """`path`."""


class SafeMode(Unavailable):
    """The kiosk crashed too often: guides alone, until somebody starts it again. `times`; `screen` is `display` where it was that one: then it
    shows calls and says none."""


class DatabaseRestored(Unavailable):
    """`path`: where the damaged file is kept, None when none was there. `backup`: what it was restored from. `numbers`: taken from the issued log."""


class ReserveInUse(Unavailable):
    """The disk is full, and what was kept free for tickets is being used. `path`."""


class EndedUnexpectedly(Unavailable):
    """The run before this one. `how`: what the operating system says of it; `frozen`: its screen did not answer any more.
    `screen`: `display`, where it was that one."""


class FirstUsePending(Unavailable):
    """Another process makes or migrates the data and did not finish in time. `seconds`: how long was waited."""


class SettingsMalformed(Unavailable):
    """`path` and `faults`: one plain sentence each (where, what, how to mend)."""

    def __init__(self, *, path: str, faults: tuple[str, ...]) -> None:
        super().__init__(path=path, faults=faults)
        self.path = path
        self.faults = faults


class EditionMissing(Unavailable):
    """No published catalogue. `path`."""


class EditionNewer(Unavailable):
    """`path`, `format`."""


class EditionDamaged(Unavailable):
    """`path`."""


class AttachmentUnavailable(Unavailable):
    """One attachment of the edition, or the picture of one of its pages. `path`; `reason`: missing | damaged."""


class PrintCause(StrEnum):
    """Why a ticket is not certainly on paper. The values are stable: they stand in the database and in answers."""

    NOT_CONFIGURED = "not_configured"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    ERROR = "error"  # the printer itself says so: cutter, overheating, board
    UNREACHABLE = "unreachable"  # nobody answers at its address
    CONNECTION_LOST = "connection_lost"
    TIMED_OUT = "timed_out"
    NO_ANSWER = "no_answer"  # sent, but the printer cannot or does not tell its state
    RESTART = "restart"  # the kiosk was started again meanwhile
    PROGRAM_FAULT = "program_fault"
    NOT_WANTED = "not_wanted"  # its session ended before it began


class PrinterUnavailable(Unavailable):
    """`reason`: a PrintCause."""

    def __init__(self, cause: object = None, *, reason: PrintCause) -> None:
        super().__init__(cause, reason=reason.value)
        self.reason = reason


class VoiceCause(StrEnum):
    """Why calls are not heard, or not in the hall's own recording. The values are stable: they stand in the database."""

    MISSING = "missing"  # no folder of clips
    INCOMPLETE = "incomplete"  # words without a clip
    FAULTY = "faulty"  # a file that cannot be read or is no such WAV
    NO_PLAYER = "no_player"
    NO_DEVICE = "no_device"  # every player refused
    HANGS = "hangs"
    UNWRITABLE = "unwritable"  # the file that a sentence should go to


class VoiceUnavailable(Unavailable):
    """`reason`: a VoiceCause. `path` of what is faulty, `words` that have no clip."""

    def __init__(self, cause: object = None, *, reason: VoiceCause, path: str = "", words: tuple[str, ...] = ()) -> None:
        super().__init__(cause, reason=reason.value, path=path, words=words)
        self.reason = reason
        self.words = words


class FontMissing(Unavailable):
    """No font with the Hanzi of the screens."""


class DisplayMissing(Unavailable):
    """No screen to open a window on."""


class AlreadyRunning(Unavailable):
    """A second start. `role`."""


class SqliteTooOld(Unavailable):
    """`version`: no SQLite here is safe to write with."""
