"""The issued log: every number that was given, one line each, beside the database and independent of it.

A second place for the one fact that must never be lost or given twice. When the database is damaged, a backup and this log make it whole again
(recovery.py). A line holds what is printed on a ticket: no person, no answers, no ticks.

Order: a line is written after the commit and while the writer's lock is still held, so lines stand in the order of issue and a number in the
log is a number in the database; it is brought to the disk after the lock is let go and before the number is told to anybody. A kill between
commit and line leaves a number that nobody was told.

Elsewhere: reading it back (recovery.py), the numbers themselves (tickets.py).
"""

from __future__ import annotations

import errno
import json
import logging
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.queueing import Ticket

DAYS_KEPT = 30

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class IssuedNumber:
    """A line: the ticket as it was told. `issued_at` as in the database, RFC 3339."""

    day: date
    line: str
    sequence: int
    item: str | None
    ticket_class: str
    issued_at: str
    ahead: int
    wait_low: int | None
    wait_high: int | None
    request_id: str | None


class IssuedLog:
    """A folder with one file for each business day. Any number of processes may write."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def beside(cls, database: Path) -> IssuedLog:
        return cls(database.with_name(f"{database.name}.issued"))

    def write(self, tickets: Sequence[Ticket]) -> list[int]:
        """Hands the lines to the operating system, where they survive the process; gives open descriptors for `sync`. OSError."""
        opened: list[int] = []
        try:
            for ticket in tickets:
                opened.append(self._open(ticket.day))
                _write_whole(opened[-1], _line(ticket))
        except OSError:
            self.close(opened)
            raise
        return opened

    def sync(self, opened: list[int]) -> None:
        """The lines are on disk, or the log says why not: the number stands in the database all the same."""
        try:
            for descriptor in opened:
                os.fsync(descriptor)
        except OSError as error:
            log.error("the issued log is not on disk: %s", error)  # noqa: TRY400  (a failing disk, no bug)
        finally:
            self.close(opened)

    @staticmethod
    def close(opened: list[int]) -> None:
        for descriptor in opened:
            with suppress(OSError):
                os.close(descriptor)

    def days(self) -> list[Path]:
        """The files, oldest day first."""
        return sorted(self.folder.glob("????-??-??.jsonl"))

    def numbers(self, file: Path) -> Iterator[IssuedNumber]:
        """The lines of one file in the order of issue. What is damaged or cut is left out."""
        for line in self._lines(file):
            number = _number(line)
            if number is not None:
                yield number

    def unreadable(self, file: Path) -> int:
        """How many lines of the file are damaged or cut."""
        return sum(_number(line) is None for line in self._lines(file))

    def forget_old(self) -> None:
        for file in self.days()[:-DAYS_KEPT]:
            file.unlink(missing_ok=True)

    @staticmethod
    def _lines(file: Path) -> list[bytes]:
        try:
            return [line for line in file.read_bytes().split(b"\n") if line]
        except OSError as error:
            log.warning("the issued log %s cannot be read: %s", file.name, error)
            return []

    def _open(self, day: date) -> int:
        file = self.folder / f"{day.isoformat()}.jsonl"
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        try:
            return os.open(file, flags)
        except FileNotFoundError:
            self.folder.mkdir(parents=True, exist_ok=True)
            made = os.open(file, flags | os.O_CREAT, 0o600)
            _sync_folder(self.folder)
            _sync_folder(self.folder.parent)
            return made


def _write_whole(descriptor: int, line: bytes) -> None:
    """In one write, so that processes do not mix their lines. A full disk may cut it: then it is no line, and the room has ended."""
    if os.write(descriptor, line) != len(line):
        raise OSError(errno.ENOSPC, "the line was cut")


def _sync_folder(folder: Path) -> None:
    """A new name is on disk when its folder is. Windows has no such thing and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _line(ticket: Ticket) -> bytes:
    """Begins with a line's end: a line that was cut before it takes no other with it."""
    facts = {
        "day": ticket.day.isoformat(),
        "line": ticket.number.line,
        "sequence": ticket.number.sequence,
        "item": ticket.item,
        "class": ticket.ticket_class.value,
        "at": ticket.issued_at.isoformat(),
        "ahead": ticket.ahead,
        "low": ticket.wait_low,
        "high": ticket.wait_high,
        "request": ticket.request_id,
    }
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n%08x %s\n" % (zlib.crc32(text), text)


def _number(line: bytes) -> IssuedNumber | None:
    check, _, text = line.partition(b" ")
    if check != b"%08x" % zlib.crc32(text):
        return None
    try:
        facts = json.loads(text)
        return IssuedNumber(
            day=date.fromisoformat(facts["day"]),
            line=str(facts["line"]),
            sequence=int(facts["sequence"]),
            item=facts["item"],
            ticket_class=str(facts["class"]),
            issued_at=str(facts["at"]),
            ahead=int(facts["ahead"]),
            wait_low=facts["low"],
            wait_high=facts["high"],
            request_id=facts["request"],
        )
    except (ValueError, KeyError, TypeError):
        return None
