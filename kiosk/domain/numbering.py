"""Business days and ticket numbers.

Here: what a number looks like and which day a moment belongs to. Elsewhere: who hands the next one out (the database, in one transaction).

A series is one line on one business day; it starts at 1 and has no end. Order is by sequence, never by clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

BusinessDay = NewType("BusinessDay", date)
"""The hall's date at the moment of issue."""

LineId = NewType("LineId", str)
"""One capital letter, the first character of a number."""

PAPER_PAD = LineId("P")
"""The letter on a pad of paper numbers, for when no screen gives any. No line has it, so that no number can be on a pad and on a screen."""

_NUMBER = re.compile(r"([A-Z])([0-9]{3}|[1-9][0-9]{3,8})", re.ASCII)


def business_day(moment: datetime) -> BusinessDay:
    """The day of an aware moment that is already in the hall's zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone has no business day")
    return BusinessDay(moment.date())


@dataclass(frozen=True, slots=True, order=True)
class TicketNumber:
    """A001 … A999, A1000: at least three digits, unique within its business day."""

    line: LineId
    sequence: int

    def __post_init__(self) -> None:
        if self.sequence < 1:
            raise ValueError("a series starts at 1")

    def __str__(self) -> str:
        return f"{self.line}{self.sequence:03d}"

    @classmethod
    def parse(cls, text: str) -> TicketNumber:
        """The only spelling of a number, lower case and surrounding blanks forgiven. ValueError for anything else."""
        match = _NUMBER.fullmatch(text.strip().upper())
        if match is None or int(match[2]) == 0:
            raise ValueError(f"not a ticket number: {text[:20]!r}")
        return cls(LineId(match[1]), int(match[2]))
