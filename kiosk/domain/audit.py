"""The audit's chain: each entry carries the hash of the one before it and of its own content.

Here: how an entry is hashed, and what is wrong with a chain. Elsewhere: where entries lie and how they are appended (infrastructure.database.audit),
where the head is noted outside the database (infrastructure.database.audit_head), who asks (application.queries.audit).

The hash has no key: whoever can write the database can also compute it. So the chain alone shows what was changed without care; a chain that was
computed anew, or cut at its end, shows only beside a head that stands somewhere else: the noted head beside the database, or the head that was
printed on paper (docs/adr/0020).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

GENESIS = "0" * 64
"""What the first entry carries as the hash of the one before it."""

SHORT_DIGITS = 16
"""So much of a head is printed: 64 bits, in four groups."""

_FORMAT = b"jinxiaoer audit 1"


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last entry of a chain. `entry` 0 with GENESIS: there is none yet."""

    entry: int
    digest: str

    @property
    def short(self) -> str:
        """For paper: `3f9c-02ab-7e11-d0c4`."""
        return "-".join(self.digest[at : at + 4] for at in range(0, SHORT_DIGITS, 4))


EMPTY_HEAD = ChainHead(0, GENESIS)


@dataclass(frozen=True, slots=True)
class ChainLink:
    """An entry as it lies on disk, before anything in it is believed. `content`: at, actor, act, subject, details; None where a field is no text."""

    entry: int
    content: tuple[bytes, ...] | None
    former: str
    digest: str


class ChainFault(StrEnum):
    """What is wrong. The values are stable: they stand in answers."""

    EDITED = "edited"
    """The content of this entry is not what was hashed."""
    BROKEN = "broken"
    """Before this entry something was deleted, inserted, moved, or changed and hashed anew."""
    CUT = "cut"
    """The chain ends before an entry that was noted outside."""
    ADDED = "added"
    """After the noted head there are entries that the program did not note."""
    REWRITTEN = "rewritten"
    """The noted entry is there with another hash: the chain was computed anew."""
    HEAD_UNKNOWN = "head_unknown"
    """The head that was asked for (from paper) is nowhere in the chain: cut or computed anew."""
    NOTE_MISSING = "note_missing"
    """There are entries, but no head is noted beside the database: a cut end would not show."""
    NOTE_UNREADABLE = "note_unreadable"


@dataclass(frozen=True, slots=True)
class ChainFinding:
    """`entry`: where; None where it concerns no single entry."""

    fault: ChainFault
    entry: int | None


class NoteState(StrEnum):
    """Whether a head is noted outside the database."""

    NOTED = "noted"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class NotedHead:
    """What is noted outside: the head that was settled, and the one that was announced before its commit (the same when nothing is under way).

    After a power cut between the two, either may be the chain's head.
    """

    state: NoteState
    settled: ChainHead = EMPTY_HEAD
    announced: ChainHead = EMPTY_HEAD

    def fits(self, head: ChainHead) -> bool:
        return self.state is NoteState.NOTED and head in {self.settled, self.announced}


def link_digest(*, former: str, entry: int, content: tuple[bytes, ...]) -> str:
    """64 hexadecimal digits over the entry's number, its fields and the hash of the one before it. Each field goes in with its length, so that
    nothing can be moved from one field to the next."""
    running = hashlib.sha256(_FORMAT)
    for field in (former.encode(), str(entry).encode(), *content):
        running.update(len(field).to_bytes(8, "big"))
        running.update(field)
    return running.hexdigest()


def chain_findings(links: Iterable[ChainLink]) -> Iterator[ChainFinding]:
    """Of the chain alone, in the order of its entries. `links`: all of them, ascending."""
    previous = GENESIS
    for link in links:
        if link.content is None or link.digest != link_digest(former=link.former, entry=link.entry, content=link.content):
            yield ChainFinding(ChainFault.EDITED, link.entry)
        elif link.former != previous:
            yield ChainFinding(ChainFault.BROKEN, link.entry)
        previous = link.digest


def note_finding(noted: NotedHead, head: ChainHead, digest_at_settled: str | None) -> ChainFinding | None:
    """Of the noted head beside the chain's `head`, both read at the same moment. `digest_at_settled`: what the entry that was settled carries
    now; None when it is not there."""
    match noted.state:
        case NoteState.MISSING:
            return ChainFinding(ChainFault.NOTE_MISSING, None) if head != EMPTY_HEAD else None
        case NoteState.UNREADABLE:
            return ChainFinding(ChainFault.NOTE_UNREADABLE, None)
        case NoteState.NOTED if noted.fits(head):
            return None
        case NoteState.NOTED if head.entry < noted.settled.entry:
            return ChainFinding(ChainFault.CUT, noted.settled.entry)
        case NoteState.NOTED if noted.settled == EMPTY_HEAD or digest_at_settled == noted.settled.digest:
            return ChainFinding(ChainFault.ADDED, noted.settled.entry + 1)
        case NoteState.NOTED:
            return ChainFinding(ChainFault.REWRITTEN, noted.settled.entry)


def head_digits(text: str) -> str:
    """What somebody read off paper, as the beginning of a digest. ValueError for what is none: fewer than SHORT_DIGITS digits, or other signs."""
    digits = re.sub(r"[\s\-–]", "", text).lower()
    if not re.fullmatch(rf"[0-9a-f]{{{SHORT_DIGITS},64}}", digits):
        raise ValueError(text)
    return digits
