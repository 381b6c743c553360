"""Reads back what the QR code of a paper ticket says, as a scanner types it.

The text is written by ticket_paper.qr_text_of. A keyboard scanner may lose the Hanzi of it on the way (many type ASCII alone), so what is
needed is read from letters and figures; the hall is compared where its name arrived.

Elsewhere: what a holder may then do (commands.held_ticket), the scanner (interface.shared.input_gate).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from kiosk.domain.numbering import LineId, TicketNumber
from kiosk.domain.queueing import HeldNumber

# The number, then year, month, day and time in this order with nothing but marks and Hanzi between them. The shortest number wins: without
# its comma `A0012026` is A001 of 2026.
_FACTS = re.compile(
    r"(?P<line>[A-Z])(?P<sequence>[0-9]{3,9}?)(?P<between>[^0-9A-Z]*)(?P<year>20[0-9]{2})[^0-9A-Z]+(?P<month>[0-9]{1,2})[^0-9A-Z]+"
    r"(?P<day>[0-9]{1,2})[^0-9A-Z]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})[^0-9A-Za-z]*",
    re.ASCII,
)
_BEFORE_NUMBER = "，号码 "


@dataclass(frozen=True, slots=True)
class TicketCode:
    """`hall`: the hall's name as it stands in the code, perhaps cut (ending in `…`); None when the Hanzi were lost."""

    hall: str | None
    held: HeldNumber
    day: date

    def is_of(self, hall: str) -> bool:
        """Whether the code may be of this hall: a cut name by its beginning; a lost one cannot speak against it."""
        if self.hall is None:
            return True
        return hall.startswith(self.hall[:-1]) if self.hall.endswith("…") else hall == self.hall


def read_ticket_code(text: str) -> TicketCode | None:
    """None for any other text: another code, another machine's ticket, half a scan."""
    line = text.strip()
    candidates = list(_FACTS.finditer(line))
    if not candidates or candidates[-1].end() != len(line):
        return None
    found = candidates[-1]
    try:
        number = TicketNumber(LineId(found["line"]), int(found["sequence"]))
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        issued = time(int(found["hour"]), int(found["minute"]))
    except ValueError:
        return None
    hall, mark, _ = line.rpartition(_BEFORE_NUMBER)
    return TicketCode(hall if mark else None, HeldNumber(number=number, issued=issued), day)
