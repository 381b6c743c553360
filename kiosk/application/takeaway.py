"""What a person takes away from the screen: one frozen document for A4 paper, for the receipt roll and for QR codes.

Here: its shape, and how its text is divided among QR codes. Elsewhere: its words, which a face derives from an entry and a person's answers
(interface.citizen.takeaway_words), how it is drawn and printed (infrastructure.printing), how it stands on a screen (interface.citizen.take_away).

A document holds a person's own list. It is never written to the database or to a log, and is dropped when the session ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

QR_LONGEST = 130
"""Characters of one QR code at most: 390 bytes of UTF-8 are a version 15 code at level M, the finest that an old phone reads off a screen."""


class PapersKind(StrEnum):
    """Why papers stand together."""

    BRING = "bring"  # 自己带
    PERHAPS = "perhaps"  # 可能要带
    COUNTER = "counter"  # 到窗口填
    LATER = "later"  # 可后补
    OMITTED = "omitted"  # 不用带

    @property
    def ticked(self) -> bool:
        """A box to tick by hand stands before each paper of this kind."""
        return self in {PapersKind.BRING, PapersKind.PERHAPS}


@dataclass(frozen=True, slots=True)
class TakeawayPaper:
    """`note`: which pages, when, where to get it. `tag`: 看原件, 复印件 2 份. `have`: the person has ticked it on the screen."""

    name: str
    note: str = ""
    tag: str = ""
    have: bool = False


@dataclass(frozen=True, slots=True)
class TakeawayPapers:
    """`title` names the group with its count: `自己带 3 样`."""

    kind: PapersKind
    title: str
    papers: tuple[TakeawayPaper, ...]


@dataclass(frozen=True, slots=True)
class TakeawayFact:
    """`label`: 在哪办, 什么时候, 多久, 多少钱."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class TakeawaySection:
    """Sentences under a title, counted where they follow one another (`numbered`)."""

    title: str
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One item or one proof for one person, in words that are set for reading.

    `verdict`: 不用开 or 要开 with `needed`; empty for an item. `lead`: one sentence under the title. `answers`: what the person has told,
    empty without questions. `hotline`: where to ask by telephone.
    """

    code: str
    hall: str
    title: str
    official: str
    verdict: str
    needed: bool
    lead: str
    answers: tuple[str, ...]
    facts: tuple[TakeawayFact, ...]
    papers: tuple[TakeawayPapers, ...]
    sections: tuple[TakeawaySection, ...]
    basis: tuple[str, ...]
    verification: str
    edition: str
    date: str
    hotline: str
    qr_texts: tuple[str, ...]


def qr_texts_of(heading: str, parts: Sequence[str], *, longest: int = QR_LONGEST) -> tuple[str, ...]:
    """The parts as texts of at most `longest` characters, each of which says what it is and which of how many.

    Parts are lines; one is only broken where it alone is too long. The heading stands above them; of several it says which: `申请低保（1/2）`. Parts that are empty are left out.
    """
    lines = [part for part in parts if part]
    whole = "\n".join([heading, *lines])
    if len(whole) <= longest:
        return (whole,)
    marked = len(heading) + len("（10/10）")
    bodies = list(_filled(lines, longest - marked - 1))
    return tuple(f"{heading}（{number}/{len(bodies)}）\n{body}" for number, body in enumerate(bodies, 1))


def _filled(lines: Sequence[str], room: int) -> Iterator[str]:
    body = ""
    for line in lines:
        rest = line
        if body and len(body) + 1 + len(rest) <= room:
            body = f"{body}\n{rest}"
            continue
        if body:
            yield body
        while len(rest) > room:
            yield rest[:room]
            rest = rest[room:]
        body = rest
    if body:
        yield body
