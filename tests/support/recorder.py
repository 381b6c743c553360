"""A process that does audited acts: `python -m tests.support.recorder record|guess DATA NAME COUNT`. Prints `ready`, waits for a line, then
prints one line for each act once it is committed.

`record` appends to the audit alone; `guess` tries wrong PINs on account 07 until it is refused.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.application.commands.staff import sign_in
from kiosk.domain.refusals import SignInDelayed, WrongSecret
from kiosk.domain.staff import Console, StaffNumber
from kiosk.infrastructure.paths import DataDirectory
from kiosk.infrastructure.uptime import MachineUptime
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock
from tests.support.staff import PlainHasher


def main(deed: str, folder: str, name: str, count: int) -> None:
    parts = Parts(data=DataDirectory(Path(folder)), environment={})
    with parts.snapshot():
        pass
    print("ready", flush=True)
    sys.stdin.readline()
    for turn in range(count):
        if deed == "record":
            with parts.unit_of_work() as uow:
                uow.audit.record(act="try", actor=name, at=MONDAY_TEN, subject="hall:test", details={"turn": turn})
                uow.commit()
            print(f"{name} {turn}", flush=True)
            continue
        try:
            sign_in(
                number=StaffNumber("07"), secret="111222", console=Console.COUNTER, place=name, uow=parts.unit_of_work(),
                clock=StandingClock(), uptime=MachineUptime(), hasher=PlainHasher(),
            )  # fmt: skip
        except WrongSecret as refused:
            print(f"wrong {refused.tries_left}", flush=True)
        except SignInDelayed:
            print("delayed", flush=True)
    parts.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
