"""A number from the desk (Ctrl+N), for somebody who cannot use the screen: two short questions, which line and which class.

Elsewhere: how a question is asked and answered (prompt.py), the deed and its rules (application.commands.front_desk).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.application.commands.take_ticket import TakenTicket
from kiosk.domain.hall import Hall
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass
from kiosk.interface.counter.prompt import Choice, Prompt
from kiosk.interface.counter.wishes import Words
from kiosk.interface.shared.typography import minutes_range

_CLASSES = {TicketClass.NORMAL: "普通", TicketClass.MILITARY: "军人", TicketClass.ASSISTED: "老残孕"}


@dataclass(frozen=True, slots=True)
class IssueLinePrompt(Prompt):
    @property
    def line(self) -> LineId | None:
        return LineId(self.chosen) if self.chosen else None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueClassPrompt(Prompt):
    line: LineId

    @property
    def ticket_class(self) -> TicketClass | None:
        return tuple(_CLASSES)[int(self.chosen) - 1] if self.chosen else None


def issue_prompt(hall: Hall) -> IssueLinePrompt:
    choices = tuple(Choice(line.id, line.name, f"发一个{line.name}的号") for line in hall.lines)
    return IssueLinePrompt("给不会用屏幕的人发号，哪个队列", choices)


def issue_class_prompt(line: LineId) -> IssueClassPrompt:
    """普通 is chosen already: Enter alone is enough."""
    choices = tuple(Choice(str(place), label, f"{line} {label}") for place, label in enumerate(_CLASSES.values(), 1))
    return IssueClassPrompt(f"{line} 哪一类人", choices, "1", line=line)


def issued_words(ticket: TakenTicket) -> Words:
    """What the clerk says to the person."""
    wait = minutes_range(ticket.wait_low, ticket.wait_high)
    return Words(f"{ticket.number} 发好了，", f"前面 {ticket.ahead} 人{f'，约 {wait} 分钟' if wait else ''}")
