"""Whether the audit is whole, what stands in it, and the head that goes on paper.

Elsewhere: the chain and its faults (domain.audit), noting its head anew (commands.audit).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.application.ports import AuditEntry, Snapshot, UnitOfWork
from kiosk.domain.audit import (
    EMPTY_HEAD,
    ChainFault,
    ChainFinding,
    ChainHead,
    ChainLink,
    NotedHead,
    NoteState,
    chain_findings,
    note_finding,
)

MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True)
class AuditReport:
    """`findings`: what is wrong, of what is wrong within the chain the first MOST_FINDINGS; `found`: how many there are. `note`: whether a head is noted beside the database, None when it was not to be looked at.
    `named_entry`: the entry whose head was given, None where none was given or it was not found."""

    entries: int
    head: ChainHead
    found: int
    findings: tuple[ChainFinding, ...]
    note: NoteState | None
    named_entry: int | None

    @property
    def whole(self) -> bool:
        return self.found == 0


def verify_audit(*, uow: UnitOfWork, snapshot: Snapshot, named_head: str | None = None, look_at_note: bool = True) -> AuditReport:
    """Checks every entry and what stands outside: the noted head, and `named_head`, the digits of a head that was printed (domain.audit).

    Without either, a chain that was cut at its end or computed anew passes for whole. The writer's lock is held only while the two heads are
    read; what is appended meanwhile is not looked at.
    """
    with uow:
        head, noted = uow.audit.head(), uow.audit.noted_head()
    findings: list[ChainFinding] = []
    found = 0
    watch = _Watch(noted, named_head)
    with snapshot:
        for finding in chain_findings(watch.over(snapshot.audit.links(head.entry))):
            found += 1
            if found <= MOST_FINDINGS:
                findings.append(finding)
    # What stands outside is told first: of a chain that was computed anew nothing else may show.
    outside = list(_outside(noted if look_at_note else None, head, watch))
    return AuditReport(
        entries=watch.entries,
        head=head,
        found=found + len(outside),
        findings=(*outside, *findings),
        note=noted.state if look_at_note else None,
        named_entry=watch.named_entry,
    )


def _outside(noted: NotedHead | None, head: ChainHead, watch: _Watch) -> Iterator[ChainFinding]:
    if noted is not None and (finding := note_finding(noted, head, watch.at_settled)) is not None:
        yield finding
    if watch.misses_the_named_head:
        yield ChainFinding(ChainFault.HEAD_UNKNOWN, None)


def audit_head(*, snapshot: Snapshot) -> ChainHead:
    """For the daily slip: EMPTY_HEAD before the first act."""
    with snapshot:
        return snapshot.audit.head()


def latest_acts(*, limit: int, snapshot: Snapshot) -> Sequence[AuditEntry]:
    """Newest first."""
    with snapshot:
        return snapshot.audit.latest(limit)


class _Watch:
    """Remembers, while the links go by, what stands at the noted entry and where the named head is."""

    def __init__(self, noted: NotedHead, named_head: str | None) -> None:
        self._settled = noted.settled.entry
        self._named = named_head
        self.entries = 0
        self.at_settled: str | None = None
        self.named_entry = 0 if named_head is not None and EMPTY_HEAD.digest.startswith(named_head) else None

    @property
    def misses_the_named_head(self) -> bool:
        return self._named is not None and self.named_entry is None

    def over(self, links: Iterator[ChainLink]) -> Iterator[ChainLink]:
        for link in links:
            self.entries += 1
            if link.entry == self._settled:
                self.at_settled = link.digest
            if self._named is not None and link.digest.startswith(self._named):
                self.named_entry = link.entry
            yield link
