"""Damages a hall's database and looks what becomes of the hall: `python -m tests.survival.damage CASES SEED`; prints one JSON line.

Every case begins with the same hall: tickets of two days, some called, some given back, a backup in the middle, numbers after it. Half of the
cases find its last transactions in the write-ahead log, half in the file itself. Then something is damaged, by a seeded lot, and the hall is
opened as a kiosk opens it: the guides must stand, and numbers come either from a recovered database or not at all, with a clear word.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from kiosk.application.commands.calling import rehearse_call
from kiosk.application.commands.held_ticket import cancel_ticket
from kiosk.application.commands.take_ticket import TakenTicket, take_ticket
from kiosk.application.queries.queueing import queue_now
from kiosk.application.unavailable import DatabaseDamaged, Unavailable
from kiosk.domain.numbering import LineId, TicketNumber
from kiosk.domain.queueing import HeldNumber, TicketClass
from kiosk.infrastructure.database.backups import Backups
from kiosk.infrastructure.database.issued_log import IssuedLog
from kiosk.infrastructure.database.sqlite import driver
from kiosk.infrastructure.paths import DataDirectory
from kiosk.interface.shared.sentences import sentence
from kiosk.roles.parts import Parts
from tests.support.halls import MONDAY_TEN, StandingClock, hall

PAGE = 4096
TODAY, AFTER_BACKUP = 24, 12
HALL = hall(minutes=1)


@dataclass(frozen=True, slots=True)
class Hall:
    """Where it lies and which numbers were told to people: (day, number). `lively`: its last transactions are in the write-ahead log, which
    SQLite works into whatever file it finds as soon as it opens it."""

    data: DataDirectory
    told: frozenset[tuple[str, str]]
    lively: bool = False

    @property
    def database(self) -> Path:
        return self.data.database

    def beside(self, end: str) -> Path:
        return self.database.with_name(f"{self.database.name}{end}")


@dataclass(slots=True)
class Findings:
    """`served`, `refused`: how the hall went on. Every fault is a sentence; there must be none."""

    cases: int = 0
    served: int = 0
    refused: int = 0
    recovered: int = 0
    kinds: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


# -- the hall before --------------------------------------------------------------------------------------------------------------


def take(parts: Parts, clock: StandingClock, turn: int, line: str = "") -> TakenTicket:
    return take_ticket(
        line=line or "ABA"[turn % 3], item=None, ticket_class=list(TicketClass)[turn % 3], request_id=f"{clock.moment:%d}-{turn}",
        uow=parts.unit_of_work(), clock=clock, hall=HALL, known_items=(), on_paper=turn % 2 == 0,
    )  # fmt: skip


def build(folder: Path) -> Hall:
    """In a process of its own that is not allowed to tidy up: the write-ahead log stays where it is."""
    data, told = DataDirectory(folder), folder.with_suffix(".told")
    pid = os.fork()
    if not pid:
        parts, clock = Parts(data=data, environment={}), StandingClock(MONDAY_TEN - timedelta(days=3))
        parts.prepare()
        given = [take(parts, clock, turn) for turn in range(8)]
        clock.moment = MONDAY_TEN
        given += [take(parts, clock, turn) for turn in range(TODAY)]
        for counter in (1, 2, 3):
            rehearse_call(counter=counter, actor="os:test", uow=parts.unit_of_work(), clock=clock, hall=HALL)
        held = HeldNumber(number=TicketNumber(LineId("A"), 9), issued=clock.moment.time())
        cancel_ticket(held=held, uow=parts.unit_of_work(), clock=clock)
        parts.back_up()
        given += [take(parts, clock, turn) for turn in range(TODAY, TODAY + AFTER_BACKUP)]
        told.write_text(json.dumps([(ticket.day.isoformat(), ticket.number) for ticket in given]), "utf-8")
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    if status:
        raise RuntimeError("the hall could not be made")
    return Hall(data, frozenset((day, number) for day, number in json.loads(told.read_text("utf-8"))), lively=True)


def settled(lively: Hall, folder: Path) -> Hall:
    """The same hall with everything in the database file."""
    shutil.copytree(lively.data.root, folder)
    quiet = Hall(DataDirectory(folder), lively.told)
    with closing(driver().connect(str(quiet.database))) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    return quiet


# -- what is done to it -----------------------------------------------------------------------------------------------------------


def flip(file: Path, lot: random.Random, first: int, end: int, count: int) -> None:
    content = bytearray(file.read_bytes())
    end = min(end, len(content))
    for _ in range(count):
        at = lot.randrange(first, end)
        content[at] ^= lot.randrange(1, 256)
    file.write_bytes(content)


def roots(database: Path, kind: str) -> list[int]:
    """Root pages of all tables or indexes, read from a copy: looking must not change what is looked at."""
    with tempfile.TemporaryDirectory() as folder:
        for end in ("", "-wal"):
            if (part := database.with_name(f"{database.name}{end}")).exists():
                shutil.copy(part, Path(folder) / part.name)
        with closing(driver().connect(str(Path(folder) / database.name))) as connection:
            return [page for (page,) in connection.execute("SELECT rootpage FROM sqlite_master WHERE type = ? AND rootpage > 1", (kind,))]


def flip_page(hall: Hall, lot: random.Random, kind: str) -> None:
    pages = [page for page in roots(hall.database, kind) if page * PAGE <= hall.database.stat().st_size]
    page = lot.choice(pages)
    flip(hall.database, lot, (page - 1) * PAGE, page * PAGE, lot.choice((1, 4, 64, 512)))


def row_text(hall: Hall, lot: random.Random) -> None:
    """A value that SQLite does not mind and no program can read."""
    statement = lot.choice(
        (
            "UPDATE ticket SET issued_at = 'yesterday'", "UPDATE ticket SET wait_low = 'soon'", "UPDATE print_job SET state = 'quxued'",
            "UPDATE ticket SET item = CAST(x'ff41' AS TEXT)", "UPDATE series SET last = 1", "UPDATE calendar_day SET kind = '?'",
            "UPDATE alembic_version SET version_num = '0x04'", "ALTER TABLE print_job RENAME TO print_jbb", "DELETE FROM series",
        )
    )  # fmt: skip
    with closing(driver().connect(str(hall.database), isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)


def zero_page(hall: Hall, lot: random.Random) -> None:
    content = bytearray(hall.database.read_bytes())
    at = PAGE * lot.randrange(len(content) // PAGE)
    content[at : at + PAGE] = bytes(PAGE)
    hall.database.write_bytes(content)


def truncate(file: Path, length: int) -> None:
    os.truncate(file, min(length, file.stat().st_size))


def folder_instead(hall: Hall, _: random.Random) -> None:
    hall.database.unlink()
    hall.database.mkdir()
    (hall.database / "somebody's letter.txt").write_text("keep me", "utf-8")


def garble_wal(hall: Hall, lot: random.Random) -> None:
    if (wal := hall.beside("-wal")).exists():
        flip(wal, lot, 0, wal.stat().st_size, lot.choice((1, 16, 400)))
    else:
        wal.write_bytes(lot.randbytes(3 * PAGE))


def cut_wal(hall: Hall, lot: random.Random) -> None:
    if (wal := hall.beside("-wal")).exists():
        truncate(wal, lot.randrange(wal.stat().st_size))


def without_wal(hall: Hall, _: random.Random) -> None:
    for end in ("-wal", "-shm"):
        hall.beside(end).unlink(missing_ok=True)


def with_bad_backup(hall: Hall, lot: random.Random) -> None:
    for backup in Backups(hall.database).newest_first():
        flip(backup, lot, 0, 2 * PAGE, 900)
    flip(hall.database, lot, 0, 100, 60)


def with_bad_log(hall: Hall, lot: random.Random) -> None:
    for file in IssuedLog.beside(hall.database).days():
        flip(file, lot, 0, file.stat().st_size, 6)
    flip(hall.database, lot, 0, 100, 60)


def without_anything(hall: Hall, lot: random.Random) -> None:
    shutil.rmtree(Backups(hall.database).folder)
    shutil.rmtree(IssuedLog.beside(hall.database).folder)
    without_wal(hall, lot)
    hall.database.write_bytes(lot.randbytes(9000))


KINDS: dict[str, Callable[[Hall, random.Random], object]] = {
    "bytes of the header": lambda hall, lot: flip(hall.database, lot, 0, 100, lot.choice((1, 3, 20))),
    "zero header": lambda hall, _: hall.database.write_bytes(bytes(100) + hall.database.read_bytes()[100:]),
    "schema page": lambda hall, lot: flip(hall.database, lot, 100, PAGE, lot.choice((1, 8, 200))),
    "index page": lambda hall, lot: flip_page(hall, lot, "index"),
    "table page": lambda hall, lot: flip_page(hall, lot, "table"),
    "any bytes": lambda hall, lot: flip(hall.database, lot, 0, hall.database.stat().st_size, lot.choice((1, 10, 1000))),
    "a page of zeros": zero_page,
    "senseless rows": row_text,
    "truncated": lambda hall, lot: truncate(hall.database, lot.randrange(1, hall.database.stat().st_size)),
    "truncated at a page": lambda hall, lot: truncate(hall.database, PAGE * lot.randrange(1, hall.database.stat().st_size // PAGE)),
    "empty": lambda hall, _: truncate(hall.database, 0),
    "gone": lambda hall, _: hall.database.unlink(),
    "a folder instead": folder_instead,
    "another file instead": lambda hall, lot: hall.database.write_bytes(lot.randbytes(30_000)),
    "write-ahead log gone": without_wal,
    "write-ahead log garbled": garble_wal,
    "write-ahead log cut": cut_wal,
    "backup damaged too": with_bad_backup,
    "issued log damaged too": with_bad_log,
    "nothing to recover from": without_anything,
}


# -- the hall afterwards ----------------------------------------------------------------------------------------------------------


class QuickParts(Parts):
    """First use and recovery without a process for them: a case then takes a tenth of the time."""

    def _run_child(self) -> None:
        child = Parts(data=self.data, environment={"KIOSK_NOW": MONDAY_TEN.isoformat()})
        try:
            self.restored = child.prepare() or self.restored
        finally:
            child.close()


def judge(hall: Hall, kind: str, *, quick: bool, findings: Findings) -> None:
    """Opens the damaged hall and holds it against what people were told."""
    findings.cases += 1
    before = hall.database.read_bytes() if hall.database.is_file() else None
    parts = (QuickParts if quick else Parts)(data=hall.data, environment={"KIOSK_NOW": MONDAY_TEN.isoformat()})
    clock = StandingClock(MONDAY_TEN + timedelta(minutes=1))
    fault = findings.faults.append
    try:
        if not parts.edition_to_show()[0].rows:
            fault(f"{kind}: no guides")
        try:
            parts.mend()
            given = [(ticket.day.isoformat(), ticket.number) for ticket in (take(parts, clock, 1000 + turn) for turn in range(6))]
            queue_now(snapshot=parts.snapshot(), clock=clock, hall=HALL)
        except Unavailable as why:
            findings.refused += 1
            findings.kinds[kind] = type(why).__name__
            if not sentence(why) or not isinstance(why, DatabaseDamaged):
                fault(f"{kind}: refused as {type(why).__name__}")
            if not hall.lively and hall.database.is_file() and hall.database.read_bytes() != before:
                fault(f"{kind}: the damaged file was changed")
            if can_be_served(hall):
                fault(f"{kind}: refused with a backup at hand")
            return
        findings.served += 1
        findings.recovered += parts.restored is not None
        findings.kinds.setdefault(kind, "served")
        if set(given) & hall.told or len(set(given)) < len(given):
            fault(f"{kind}: given twice: {sorted(set(given) & hall.told)}")
    except Exception as bug:  # noqa: BLE001  (whatever it is, it is a fault of the product, and the other cases go on)
        fault(f"{kind}: {type(bug).__name__}: {bug}")
        return
    finally:
        parts.close()
    look(hall, kind, parts, before, given, fault)


def can_be_served(hall: Hall) -> bool:
    return bool(Backups(hall.database).newest_first() or IssuedLog.beside(hall.database).days())


def look(hall: Hall, kind: str, parts: Parts, before: bytes | None, given: Sequence[tuple[str, str]], fault: Callable[[str], None]) -> None:
    with closing(driver().connect(str(hall.database))) as connection:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            fault(f"{kind}: what is served is not whole")
        rows = connection.execute("SELECT day, line, sequence FROM ticket")
        written = {(day, f"{line}{sequence:03d}") for day, line, sequence in rows}
    # A line of the log that was damaged together with the database is a number that is lost to the queue, never one that is given again.
    lost = hall.told - written
    if (lost and kind != "issued log damaged too") or not set(given) <= written:
        fault(f"{kind}: lost {sorted(lost)[:3]}")
    if parts.restored is not None and (kept := parts.restored.facts()["path"]) is not None:
        path = Path(str(kept))
        if not os.path.lexists(path) or (before is not None and not hall.lively and path.read_bytes() != before):
            fault(f"{kind}: the damaged file was not kept as it was")
        if not sentence(parts.restored):
            fault(f"{kind}: nothing is said")


def judged(cases: int, seed: int, *, real_child_every: int = 20) -> Findings:
    findings = Findings()
    with tempfile.TemporaryDirectory(prefix="damage-") as folder:
        lively = build(Path(folder) / "lively")
        quiet = settled(lively, Path(folder) / "quiet")
        names = list(KINDS)
        for case in range(cases):
            kind = names[case % len(names)]
            # Each kind meets both halls in turn.
            model = (lively, quiet)[(case // len(names)) % 2]
            hall = Hall(DataDirectory(Path(folder) / f"case-{case}"), model.told, model.lively)
            shutil.copytree(model.data.root, hall.data.root)
            KINDS[kind](hall, random.Random(f"{seed}-{case}"))
            judge(hall, kind, quick=case % real_child_every != 0, findings=findings)
            shutil.rmtree(hall.data.root)
    return findings


if __name__ == "__main__":
    print(json.dumps(asdict(judged(int(sys.argv[1]), int(sys.argv[2]))), ensure_ascii=False))
