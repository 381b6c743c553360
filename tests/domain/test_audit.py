"""The chain of hashes: what fits, what does not, and what a noted head adds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.audit import (
    EMPTY_HEAD,
    GENESIS,
    ChainFault,
    ChainFinding,
    ChainHead,
    ChainLink,
    NotedHead,
    NoteState,
    chain_findings,
    head_digits,
    link_digest,
    note_finding,
)


def chain(*contents: str, former: str = GENESIS, first: int = 1) -> list[ChainLink]:
    links = []
    for entry, text in enumerate(contents, first):
        content = (b"2026-11-23T10:00:00+08:00", b"staff:07", text.encode(), b"hall", b"{}")
        digest = link_digest(former=former, entry=entry, content=content)
        links.append(ChainLink(entry, content, former, digest))
        former = digest
    return links


WHOLE = chain("a", "b", "c", "d")
HEADS = [EMPTY_HEAD, *(ChainHead(link.entry, link.digest) for link in WHOLE)]


def faults(links: list[ChainLink]) -> list[tuple[str, int | None]]:
    return [(finding.fault.value, finding.entry) for finding in chain_findings(links)]


def test_a_whole_chain_and_an_empty_one() -> None:
    assert faults(WHOLE) == []
    assert faults([]) == []


def test_an_edit_is_named() -> None:
    assert faults([WHOLE[0], replace(WHOLE[1], content=WHOLE[2].content), *WHOLE[2:]]) == [("edited", 2)]
    assert faults([WHOLE[0], replace(WHOLE[1], content=None), *WHOLE[2:]]) == [("edited", 2)]


def test_an_edit_that_was_hashed_anew_breaks_the_next() -> None:
    (forged,) = chain("x", former=WHOLE[0].digest, first=2)
    assert faults([WHOLE[0], forged, *WHOLE[2:]]) == [("broken", 3)]


def test_deletion_insertion_and_order() -> None:
    assert faults([WHOLE[0], *WHOLE[2:]]) == [("broken", 3)]
    assert faults(WHOLE[1:]) == [("broken", 2)]
    between = replace(chain("x", former=WHOLE[1].digest, first=3)[0])
    assert ("broken", 3) in faults([*WHOLE[:2], between, *WHOLE[2:]])
    assert len(faults([WHOLE[0], WHOLE[2], WHOLE[1], WHOLE[3]])) == 3


def test_nothing_can_be_moved_from_one_field_to_the_next() -> None:
    one, other = (link_digest(former=GENESIS, entry=1, content=content) for content in ((b"ab", b"c"), (b"a", b"bc")))
    assert one != other
    assert link_digest(former=GENESIS, entry=11, content=(b"x",)) != link_digest(former=GENESIS, entry=1, content=(b"1x",))


def noted(settled: int, announced: int | None = None) -> NotedHead:
    return NotedHead(NoteState.NOTED, HEADS[settled], HEADS[settled if announced is None else announced])


@pytest.mark.parametrize(
    ("note", "head", "at_settled", "finding"),
    [
        (noted(4), HEADS[4], HEADS[4].digest, None),
        (noted(3, 4), HEADS[4], HEADS[3].digest, None),
        (noted(3, 4), HEADS[3], HEADS[3].digest, None),
        (noted(0), EMPTY_HEAD, None, None),
        (noted(4), HEADS[3], None, ChainFinding(ChainFault.CUT, 4)),
        (noted(4), EMPTY_HEAD, None, ChainFinding(ChainFault.CUT, 4)),
        (noted(2), HEADS[4], HEADS[2].digest, ChainFinding(ChainFault.ADDED, 3)),
        (noted(0), HEADS[1], None, ChainFinding(ChainFault.ADDED, 1)),
        (noted(4), ChainHead(4, "f" * 64), "f" * 64, ChainFinding(ChainFault.REWRITTEN, 4)),
        (noted(2), ChainHead(4, "f" * 64), "e" * 64, ChainFinding(ChainFault.REWRITTEN, 2)),
        (NotedHead(NoteState.MISSING), HEADS[1], None, ChainFinding(ChainFault.NOTE_MISSING, None)),
        (NotedHead(NoteState.MISSING), EMPTY_HEAD, None, None),
        (NotedHead(NoteState.UNREADABLE), HEADS[1], None, ChainFinding(ChainFault.NOTE_UNREADABLE, None)),
        (NotedHead(NoteState.UNREADABLE), EMPTY_HEAD, None, ChainFinding(ChainFault.NOTE_UNREADABLE, None)),
    ],
)
def test_the_noted_head_beside_the_chain(note: NotedHead, head: ChainHead, at_settled: str | None, finding: ChainFinding | None) -> None:
    assert note_finding(note, head, at_settled) == finding


def test_a_head_as_it_is_read_off_paper() -> None:
    head = ChainHead(3, "3f9c02ab7e11d0c4" + "0" * 48)
    assert head.short == "3f9c-02ab-7e11-d0c4"
    assert head_digits(" 3F9C 02AB-7e11–d0c4 ") == "3f9c02ab7e11d0c4"
    assert head_digits(head.digest) == head.digest


@pytest.mark.parametrize("text", ["", "3f9c", "3f9c-02ab-7e11-d0c", "3f9c-02ab-7e11-d0cg", "0" * 65])
def test_what_is_no_head(text: str) -> None:
    with pytest.raises(ValueError):
        head_digits(text)
