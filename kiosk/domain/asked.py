"""What a hall is asked: what of a search without a hit may be kept, and when an item counts as asked for most.

Here: the rules and their thresholds. Elsewhere: counting (application.commands.count_miss), reading (application.queries.asked), when a search
counts as settled (interface.citizen.asked_watch).

A search may be somebody's name, address or trouble, typed once. So a text becomes words for the editors only when it was seen so often, on so
many days, that it is a way of speaking and not a person; until then nothing readable of it is written anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.domain.catalog import Edition, EntryCode

LONGEST_WORDS = 12
"""Characters; whoever writes more tells a story."""
LEAST_TIMES = 3
LEAST_DAYS = 2
SIGHTING_DAYS = 30
"""A text has so many days from its first sight to become words; then it is a new text again."""
WORDS_DAYS = 365
"""Words that nobody has missed for so long are forgotten."""

ASKED_DAYS = 90
"""Tickets of so many days, today included, tell what is asked for most."""
LEAST_TICKETS = 5
"""One family on one morning does not make an item a frequent one."""
LEAST_FREQUENT = 3
"""With fewer frequent items there is nothing to compare, and nothing is shown."""
MOST_FREQUENT = 6

# Every numeral, so that a telephone or identity number cannot come in another dress: full-width, circled, Hanzi.
_NUMBER_RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sightings:
    """How often and on how many business days a text was searched for without a hit."""

    times: int
    days: int

    @property
    def enough(self) -> bool:
        """It is a way of speaking: its words may be kept."""
        return self.times >= LEAST_TIMES and self.days >= LEAST_DAYS


@dataclass(frozen=True, slots=True)
class MissedWords:
    """Words that people search for here and do not find."""

    words: str
    times: int
    days: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class FrequentItem:
    """An item and the tickets that were taken for it within ASKED_DAYS."""

    code: EntryCode
    tickets: int


def countable_words(text: str) -> str | None:
    """The text in its one spelling (compatibility forms folded, lower case, no blanks or punctuation); None where only the number may be kept.

    None: longer than LONGEST_WORDS, a control or other invisible character in it, four numerals in a row whatever stands between them, nothing
    in it to read.
    """
    text = text.strip()
    if len(text) > LONGEST_WORDS or any(unicodedata.category(character).startswith("C") for character in text):
        return None
    words = "".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold())).replace("_", "")
    if not words or len(words) > LONGEST_WORDS or _has_number(words):
        return None
    return words


def _has_number(words: str) -> bool:
    run = 0
    for character in words:
        run = run + 1 if character.isnumeric() else 0
        if run == _NUMBER_RUN:
            return True
    return False


def frequent_items(tickets: Mapping[str, int], edition: Edition) -> tuple[FrequentItem, ...]:
    """The items that most tickets were taken for, at most MOST_FREQUENT; between equals the order of the edition.

    `tickets`: item code → tickets. Left out: fewer than LEAST_TICKETS, sensitive items (people stand behind one another), what is no longer in
    the edition. Empty where fewer than LEAST_FREQUENT remain.
    """
    shown = [
        FrequentItem(code, tickets[code])
        for code, row in edition.rows.items()
        if tickets.get(code, 0) >= LEAST_TICKETS and not row.sensitive
    ]
    if len(shown) < LEAST_FREQUENT:
        return ()
    return tuple(sorted(shown, key=lambda item: -item.tickets)[:MOST_FREQUENT])
