"""A process that takes or calls tickets: `python -m tests.support.issuer take|call|cancel|reprint DATA COUNT [REQUEST-PREFIX]`.

Prints each number as soon as the deed was done, one a line: what stands on the pipe was acknowledged, whatever happens to the process next.
`cancel` and `reprint` try A001, A002 … and leave out those that are refused.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.held_ticket import cancel_ticket, reprint_ticket
from kiosk.application.commands.take_ticket import take_ticket
from kiosk.domain.numbering import LineId, TicketNumber
from kiosk.domain.queueing import HeldNumber, TicketClass
from kiosk.domain.refusals import AlreadyReprinted, NobodyWaiting, NotWaiting
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import StandingClock, hall


def main(deed: str, folder: str, count: int, request: str | None) -> None:
    parts = Parts(data=DataDirectory(Path(folder)))
    made, clock = hall(minutes=1), StandingClock()
    with parts.snapshot():
        pass
    print("ready", flush=True)
    sys.stdin.readline()
    for turn in range(count):
        if deed == "call":
            try:
                number = str(rehearse_call(counter=1 + turn % 3, actor="os:test", uow=parts.unit_of_work(), clock=clock, hall=made).number)
            except NobodyWaiting:
                break
        elif deed in {"cancel", "reprint"}:
            held = HeldNumber(number=TicketNumber(LineId("A"), turn + 1), issued=clock.now().time())
            try:
                if deed == "cancel":
                    number = str(cancel_ticket(held=held, uow=parts.unit_of_work(), clock=clock).number)
                else:
                    number = reprint_ticket(held=held, uow=parts.unit_of_work(), clock=clock).number
            except (NotWaiting, AlreadyReprinted):
                continue
        else:
            # Nobody can say how long it takes: otherwise numbers would end at closing time.
            number = take_ticket(
                line="A",
                item=None,
                ticket_class=list(TicketClass)[turn % 3] if request is None else TicketClass.NORMAL,
                request_id=f"{request}-{turn}" if request is not None else None,
                uow=parts.unit_of_work(),
                clock=clock,
                hall=replace(made, counters=()),
                known_items=(),
            ).number
        print(number, flush=True)
    parts.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else None)
