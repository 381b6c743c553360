"""Makes a damaged hall whole again: the newest backup that is whole, and the numbers that the issued log has beyond it.

Here: telling whether that is needed and doing it. Elsewhere: the backups (backups.py), the log (issued_log.py), who asks (roles.parts, in the
child process that also does first use). A file is only ever put aside, never written over or deleted. Where neither a backup nor a log lies
beside it nothing is done: the file may be another program's.

What comes back: every number with what was told when it was given. What does not: what was done to numbers since the backup (they wait again,
by their age), which counters were opened since, papers, and what persons ticked.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.application.unavailable import DatabaseDamaged, DatabaseUnavailable, Unavailable
from kiosk.domain.hall import DayKind
from kiosk.domain.queueing import ParkReason, PrintState, TicketClass, TicketEventKind, TicketState
from kiosk.domain.queueing.counters import CounterState
from kiosk.infrastructure.database.backups import Backups, require_whole
from kiosk.infrastructure.database.faults import meaning
from kiosk.infrastructure.database.issued_log import IssuedLog, IssuedNumber
from kiosk.infrastructure.database.readiness import Readiness, readiness
from kiosk.infrastructure.database.sqlite import BUSY_MS, driver

LATEST_DAYS = 2
"""What the quick look compares: today's file, and yesterday's, for a clock may have been set back."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovered:
    """`kept`: the name under which the bad file lies beside its old place. `backup`: None when there was none. `numbers`: from the log."""

    kept: str | None
    backup: str | None
    numbers: int


def can_recover(path: Path) -> bool:
    """There is something to recover from, which also says that the file is a hall's."""
    return bool(Backups(path).newest_first() or IssuedLog.beside(path).days())


def needs_recovery(path: Path, *, deep: bool) -> bool:
    """Quick: can it be opened, are its tables there, does it know the latest numbers of the log. Deep: every page, every row, every number.

    DatabaseDamaged where it is needed and nothing is kept to recover from.
    """
    try:
        if readiness(path) is Readiness.MISSING:
            return can_recover(path)
        examine(path, deep=deep)
        return any(_lost(path, deep=deep))
    except DatabaseDamaged as damage:
        if not can_recover(path):
            raise
        log.info("%s", damage)
        return True


def examine(path: Path, *, deep: bool) -> None:
    """DatabaseDamaged when something is amiss with a file that has seen first use; an older revision is looked at as far as it goes."""
    if deep:
        require_whole(path)
    if readiness(path) is not Readiness.CURRENT:
        return
    with _opened(path) as connection:
        _require_tables(connection, path)
        if deep:
            _require_sense(connection, path)


def recover(path: Path, *, now: Callable[[], datetime], bring_up_to_date: Callable[[Path], None]) -> Recovered | None:
    """The whole deed; None when nothing was amiss. To be called with the writer's lock held. `bring_up_to_date` makes or migrates the file.

    May be broken off anywhere and begun anew. DatabaseDamaged where nothing is kept to recover from, DatabaseUnavailable when the file cannot
    be moved (Windows: another program has it open).
    """
    if not needs_recovery(path, deep=True):
        return None
    kept, backup = None, None
    replaced = _must_be_replaced(path)
    if replaced:
        kept = _set_aside(path, now())
        restored = Backups(path).restore(path)
        backup = restored.name if restored is not None else None
        log.info("the database was damaged; kept as %s, restored from %s", kept, backup or "nothing")
    bring_up_to_date(path)
    numbers = _replay(path, replaced=replaced)
    return Recovered(kept, backup, numbers)


def _must_be_replaced(path: Path) -> bool:
    try:
        if readiness(path) is Readiness.MISSING:
            return True
        examine(path, deep=True)
    except DatabaseDamaged:
        return True
    return False


def _set_aside(path: Path, at: datetime) -> str | None:
    """The file with its log, under a name that was never used. None when there was no file."""
    stamp, turn = at.strftime("%Y%m%dT%H%M%S"), 1
    while any(path.parent.glob(f"{(kept := _kept_name(path, stamp, turn))}*")):
        turn += 1
    found = os.path.lexists(path)
    try:
        # The write-ahead log first: should the deed break off in between, an old log must not lie beside a new file.
        for end in ("-wal", "-shm", "-journal", ""):
            part = path.with_name(f"{path.name}{end}")
            if os.path.lexists(part):
                part.rename(path.with_name(f"{kept}{end}"))
        if found and not path.with_name(kept).is_dir():
            # What persons told today may be in it.
            path.with_name(kept).chmod(0o600)
    except OSError as error:
        raise DatabaseUnavailable(error, reason="locked", path=str(path)) from error
    return kept if found else None


def _kept_name(path: Path, stamp: str, turn: int) -> str:
    return f"{path.name}.damaged-{stamp}" + (f"-{turn}" if turn > 1 else "")


# -- numbers ---------------------------------------------------------------------------------------------------------------------


def _lost(path: Path, *, deep: bool) -> Iterator[object]:
    """What the database does not know of the log, and series that do not fit their tickets. Nothing for a file without tables for it."""
    issued = IssuedLog.beside(path)
    with _opened(path) as connection:
        if deep:
            yield from _unfit_series(connection)
        for file in issued.days() if deep else issued.days()[-LATEST_DAYS:]:
            if deep:
                yield from _unknown(connection, issued, file)
            else:
                highest: dict[tuple[str, str], int] = {}
                for number in issued.numbers(file):
                    series = number.day.isoformat(), number.line
                    highest[series] = max(highest.get(series, 0), number.sequence)
                for (day, line), sequence in highest.items():
                    row = connection.execute("SELECT last FROM series WHERE day = ? AND line = ?", (day, line)).fetchone()
                    if row is None or row[0] < sequence:
                        yield day, line


def _unfit_series(connection: Any) -> Iterator[object]:  # noqa: ANN401
    yield from connection.execute(
        "SELECT day, line FROM ticket AS t GROUP BY day, line"
        " HAVING max(sequence) > coalesce((SELECT last FROM series WHERE series.day = t.day AND series.line = t.line), 0)"
    )


def _unknown(connection: Any, issued: IssuedLog, file: Path) -> Iterator[IssuedNumber]:  # noqa: ANN401
    known: dict[tuple[str, str], set[int]] = {}
    seen: set[tuple[str, str, int]] = set()
    for number in issued.numbers(file):
        series = number.day.isoformat(), number.line
        if series not in known:
            rows = connection.execute("SELECT sequence FROM ticket WHERE day = ? AND line = ?", series)
            known[series] = {row[0] for row in rows}
        if number.sequence not in known[series] and (*series, number.sequence) not in seen:
            seen.add((*series, number.sequence))
            yield number


def _replay(path: Path, *, replaced: bool) -> int:
    """Writes what is missing and sets every series to its highest number; all in one transaction."""
    issued = IssuedLog.beside(path)
    with _opened(path) as connection:
        for pragma in ("synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        missing = [number for file in issued.days() for number in _unknown(connection, issued, file)]
        for number in missing:
            _insert(connection, number)
        connection.execute(
            "INSERT INTO series (day, line, last) SELECT day, line, max(sequence) FROM ticket WHERE true GROUP BY day, line"
            " ON CONFLICT (day, line) DO UPDATE SET last = max(last, excluded.last)"
        )
        for file in issued.days() if replaced else ():
            # Each line that cannot be read may have been a number of any line: none of them is given again.
            connection.execute("UPDATE series SET last = last + ? WHERE day = ?", (issued.unreadable(file), file.stem))
        connection.execute("COMMIT")
    return len(missing)


def _insert(connection: Any, number: IssuedNumber) -> None:  # noqa: ANN401
    """The ticket as it was told, waiting, with its event. A request id that another number has by now stays with that."""
    free = number.request_id is None or not connection.execute("SELECT 1 FROM ticket WHERE request_id = ?", (number.request_id,)).fetchone()
    row = (
        number.day.isoformat(), number.line, number.sequence, number.item, number.ticket_class, number.issued_at, TicketState.WAITING.value,
        number.ahead, number.wait_low, number.wait_high, number.request_id if free else None,
    )  # fmt: skip
    (ticket,) = connection.execute(
        "INSERT INTO ticket (day, line, sequence, item, ticket_class, issued_at, state, ahead, wait_low, wait_high, request_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        row,
    ).fetchall()[0]
    connection.execute(
        "INSERT INTO ticket_event (ticket_id, kind, at, detail) VALUES (?, ?, ?, 'recovered')",
        (ticket, TicketEventKind.ISSUED.value, number.issued_at),
    )


# -- looking ---------------------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """A connection that begins nothing by itself; the driver's errors come out in the port's words."""
    sqlite = driver()
    try:
        with closing(sqlite.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            yield connection
    except (sqlite.Error, UnicodeDecodeError) as error:
        raise _told(error, path) from error


def _told(error: Exception, path: Path) -> Unavailable:
    """A table or column that is not there is damage too: these statements are right for every whole file."""
    return meaning(error, path) or DatabaseDamaged(error, path=str(path))


def _require_tables(connection: Any, path: Path) -> None:  # noqa: ANN401
    from kiosk.infrastructure.database.schema import metadata

    for table in metadata.sorted_tables:
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
        if not {column.name for column in table.columns} <= columns:
            raise DatabaseDamaged(f"table {table.name}", path=str(path))


def _require_sense(connection: Any, path: Path) -> None:  # noqa: ANN401
    """Values that no repository could read. SQLite's own check sees pages and indexes, not what a row says."""
    moment = "datetime({0}) IS NULL"
    checks = {
        "ticket": f"state NOT IN {_among(TicketState)} OR ticket_class NOT IN {_among(TicketClass)} OR {moment.format('issued_at')}"
        f" OR date(day) IS NOT day OR typeof(sequence) <> 'integer' OR typeof(ahead) <> 'integer'"
        f" OR (called_at IS NOT NULL AND {moment.format('called_at')}) OR typeof(wait_low) NOT IN ('integer', 'null')"
        f" OR typeof(wait_high) NOT IN ('integer', 'null') OR typeof(counter) NOT IN ('integer', 'null')"
        f" OR (since IS NOT NULL AND {moment.format('since')}) OR typeof(recalls) <> 'integer' OR typeof(version) <> 'integer'"
        f" OR typeof(for_counter) NOT IN ('integer', 'null') OR typeof(place) NOT IN ('integer', 'null')"
        f" OR (parked_for IS NOT NULL AND parked_for NOT IN {_among(ParkReason)})",
        "ticket_event": f"kind NOT IN {_among(TicketEventKind)} OR {moment.format('at')} OR typeof(counter) NOT IN ('integer', 'null')"
        " OR (detail LIKE '{%' AND NOT json_valid(detail))",
        "counter_event": f"state NOT IN {_among(CounterState)} OR {moment.format('at')} OR date(day) IS NOT day"
        " OR typeof(counter) <> 'integer' OR typeof(turn) <> 'integer'",
        "print_job": f"state NOT IN {_among(PrintState)} OR {moment.format('queued_at')} OR {moment.format('changed_at')}",
        "calendar_day": f"kind NOT IN {_among(DayKind)} OR date(date) IS NOT date",
        "series": "date(day) IS NOT day OR typeof(last) <> 'integer'",
    }
    for table, senseless in checks.items():
        if connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {senseless})").fetchone() != (0,):  # noqa: S608
            raise DatabaseDamaged(f"a row of {table}", path=str(path))
    for table in ("ticket", "ticket_event", "print_job"):
        # Reads every text, which finds bytes that are no text.
        for _ in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608
            pass


def _among(kinds: Any) -> str:  # noqa: ANN401
    return "(" + ", ".join(f"'{kind.value}'" for kind in kinds) + ")"
