"""A process that takes part in a hall's day: `python -m tests.support.day_worker help|end|alert|pad|quota DATA COUNT COUNTER`.

Says `ready`, waits for a line, then does its deed COUNT times and prints what it won, one a line; what was refused is left out.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from kiosk.application.commands.alerts import set_alert
from kiosk.application.commands.assistance import take_help_call
from kiosk.application.commands.clerk import ToolClerk
from kiosk.application.commands.end_day import end_day
from kiosk.application.commands.front_desk import enter_pad_number
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.domain.alerts import AlertReason
from kiosk.domain.assistance import HelpCallId
from kiosk.domain.numbering import LineId
from kiosk.domain.queueing import TicketClass
from kiosk.domain.refusals import HelpCallOver, PadNumberEntered, QuotaReached
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock, hall

QUOTA = 25


def main(deed: str, folder: str, count: int, counter: int) -> None:
    parts = Parts(data=DataDirectory(Path(folder)))
    plain, clock = hall(minutes=1), StandingClock()
    lines = tuple(replace(line, quota=QUOTA if deed == "quota" else None) for line in plain.lines)
    made = replace(plain, counters=plain.counters if deed != "quota" else (), lines=lines)
    clerk = ToolClerk("os:test", made)
    with parts.snapshot():
        pass
    print("ready", flush=True)
    sys.stdin.readline()
    for turn in range(1, count + 1):
        uow = parts.unit_of_work()
        try:
            match deed:
                case "help":
                    call = take_help_call(call=HelpCallId(turn), counter=counter, clerk=clerk, uow=uow, clock=clock, hall=made)
                    print(call.id, flush=True)
                case "end":
                    clock.moment = MONDAY_TEN + timedelta(days=turn)
                    print(end_day(uow=uow, clock=clock, hall=made).tickets, flush=True)
                case "alert":
                    until = MONDAY_TEN + timedelta(minutes=counter + turn)
                    needs = {"uow": uow, "clock": clock, "hall": made}
                    alert = set_alert(
                        item=None,
                        line=LineId("A"),
                        until=until,
                        reason=AlertReason.OTHER,
                        clerk=clerk,
                        known_items=(),
                        **needs,  # type: ignore[arg-type]
                    )
                    print(alert.id, flush=True)
                case "pad":
                    ticket = enter_pad_number(
                        sequence=turn, line="A", item=None, ticket_class=TicketClass.NORMAL, given_at=None, clerk=clerk, uow=uow,
                        clock=clock, hall=made, known_items=(),
                    )  # fmt: skip
                    print(ticket.number, flush=True)
                case _:
                    taken = take_ticket(
                        line="A",
                        item=None,
                        ticket_class=TicketClass.NORMAL,
                        request_id=None,
                        uow=uow,
                        clock=clock,
                        hall=made,
                        known_items=(),
                    )
                    print(taken.number, flush=True)
        except (HelpCallOver, PadNumberEntered, QuotaReached):
            continue
    parts.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
