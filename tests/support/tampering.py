"""What somebody with the database file in hand may do to the audit: one seeded case changes something for certain and says what.

`careful` tamperers hash anew what they have changed and all that follows; `careless` ones do not. Nobody here touches the noted head.
"""
# ruff: noqa: S608  (columns of one known table)

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from kiosk.domain.audit import GENESIS, link_digest
from kiosk.infrastructure.database.sqlite import driver

TEXTS = ("at", "actor", "act", "subject", "details")
Row = list[Any]
"""id, the five texts, former, digest."""


def tamper(database: Path, seed: int) -> str:
    """Does the case of this seed; the words say what was done."""
    random = Random(seed)
    # In turn, so that any run of seeds has seen every kind.
    kind = KINDS[seed % len(KINDS)]
    with closing(driver().connect(str(database), isolation_level=None)) as connection:
        before = rows_of(connection)
        kind(connection, random)
        assert rows_of(connection) != before, f"{kind.__name__} changed nothing"
    return kind.__name__


def rows_of(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    columns = ", ".join(f"typeof({name}), CAST({name} AS BLOB)" for name in (*TEXTS, "former", "digest"))
    return connection.execute(f"SELECT id, {columns} FROM audit_entry ORDER BY id").fetchall()


def edit_a_text(connection: sqlite3.Connection, random: Random) -> None:
    entry, column = _any(connection, random), random.choice(TEXTS)
    (text,) = connection.execute(f"SELECT {column} FROM audit_entry WHERE id = ?", (entry,)).fetchone()
    at = random.randrange(len(text))
    other = random.choice([sign for sign in "0123456789abcxyz张: " if sign != text[at]])
    changed = random.choice([text[:at] + other + text[at + 1 :], text[:at] + text[at + 1 :], text[:at] + other + text[at:]])
    connection.execute(f"UPDATE audit_entry SET {column} = ? WHERE id = ?", (changed, entry))


def edit_and_hash_the_entry(connection: sqlite3.Connection, random: Random) -> None:
    """Not the last one: nothing follows that it would not fit (edit_and_hash_all_that_follows)."""
    entry = random.randrange(1, _last(connection))
    connection.execute("UPDATE audit_entry SET actor = 'staff:99' WHERE id = ?", (entry,))
    connection.execute("UPDATE audit_entry SET digest = ? WHERE id = ?", (_digest(_rows(connection, entry)[0]), entry))


def edit_and_hash_all_that_follows(connection: sqlite3.Connection, random: Random) -> None:
    entry = _any(connection, random)
    rows = _rows(connection)
    next(row for row in rows if row[0] == entry)[2] = "staff:99"
    _write(connection, _hashed(rows))


def edit_a_hash(connection: sqlite3.Connection, random: Random) -> None:
    entry, column = _any(connection, random), random.choice(("former", "digest"))
    connection.execute(f"UPDATE audit_entry SET {column} = ? WHERE id = ?", (f"{random.getrandbits(256):064x}", entry))


def change_the_kind_of_a_text(connection: sqlite3.Connection, random: Random) -> None:
    entry, column = _any(connection, random), random.choice(TEXTS)
    connection.execute(f"UPDATE audit_entry SET {column} = CAST({column} AS BLOB) WHERE id = ?", (entry,))


def hide_something_behind_a_nul(connection: sqlite3.Connection, random: Random) -> None:
    entry, column = _any(connection, random), random.choice(TEXTS)
    connection.execute(f"UPDATE audit_entry SET {column} = {column} || char(0) || 'x' WHERE id = ?", (entry,))


def write_what_is_no_text(connection: sqlite3.Connection, random: Random) -> None:
    entry, column = _any(connection, random), random.choice(TEXTS)
    connection.execute(f"UPDATE audit_entry SET {column} = CAST(x'ff80c1' AS TEXT) WHERE id = ?", (entry,))


def renumber_an_entry(connection: sqlite3.Connection, random: Random) -> None:
    last = _last(connection)
    entry = random.choice((last, _any(connection, random)))
    connection.execute("UPDATE audit_entry SET id = ? WHERE id = ?", (random.choice((last + 1, last + 900, 0, -3)), entry))


def delete_from_the_middle(connection: sqlite3.Connection, random: Random) -> None:
    first = random.randrange(1, _last(connection))
    last = random.randrange(first, min(first + 4, _last(connection)))
    connection.execute("DELETE FROM audit_entry WHERE id BETWEEN ? AND ?", (first, last))


def delete_and_close_the_gap(connection: sqlite3.Connection, random: Random) -> None:
    """Numbers and hashes are made to fit."""
    gone = random.randrange(1, _last(connection))
    rows = [row for row in _rows(connection) if row[0] != gone]
    _write(connection, _hashed(rows, renumbered=True))


def insert_into_the_middle(connection: sqlite3.Connection, random: Random) -> None:
    rows = _rows(connection)
    at = random.randrange(len(rows))
    _write(connection, [*rows[:at], _forged(random), *rows[at:]], renumbered=True)


def insert_and_hash_all_that_follows(connection: sqlite3.Connection, random: Random) -> None:
    rows = _rows(connection)
    at = random.randrange(len(rows))
    _write(connection, _hashed([*rows[:at], _forged(random), *rows[at:]], renumbered=True))


def append_an_entry_that_fits(connection: sqlite3.Connection, random: Random) -> None:
    _write(connection, _hashed([*_rows(connection), *(_forged(random) for _ in range(random.randint(1, 3)))], renumbered=True))


def swap_two_entries(connection: sqlite3.Connection, random: Random) -> None:
    rows = _rows(connection)
    one, other = random.sample(range(len(rows)), 2)
    rows[one], rows[other] = rows[other], rows[one]
    _write(connection, rows, renumbered=True)


def move_entries_and_hash_anew(connection: sqlite3.Connection, random: Random) -> None:
    rows = _rows(connection)
    one, other = random.sample(range(len(rows)), 2)
    rows[one], rows[other] = rows[other], rows[one]
    _write(connection, _hashed(rows, renumbered=True))


def swap_two_texts(connection: sqlite3.Connection, random: Random) -> None:
    entry = _any(connection, random)
    one, other = random.sample(TEXTS, 2)
    connection.execute(f"UPDATE audit_entry SET {one} = {other}, {other} = {one} WHERE id = ?", (entry,))


def cut_the_end(connection: sqlite3.Connection, random: Random) -> None:
    connection.execute("DELETE FROM audit_entry WHERE id > ?", (_last(connection) - random.randint(1, 5),))


def cut_the_last_entry(connection: sqlite3.Connection, random: Random) -> None:
    connection.execute("DELETE FROM audit_entry WHERE id = ?", (_last(connection),))


def cut_the_end_and_write_another(connection: sqlite3.Connection, random: Random) -> None:
    rows = _rows(connection)
    keep = len(rows) - random.randint(1, 4)
    _write(connection, _hashed([*rows[:keep], *(_forged(random) for _ in rows[keep:])], renumbered=True))


def delete_everything(connection: sqlite3.Connection, random: Random) -> None:
    connection.execute("DELETE FROM audit_entry")


KINDS: tuple[Callable[[sqlite3.Connection, Random], None], ...] = (
    edit_a_text,
    edit_and_hash_the_entry,
    edit_and_hash_all_that_follows,
    edit_a_hash,
    change_the_kind_of_a_text,
    hide_something_behind_a_nul,
    write_what_is_no_text,
    renumber_an_entry,
    delete_from_the_middle,
    delete_and_close_the_gap,
    insert_into_the_middle,
    insert_and_hash_all_that_follows,
    append_an_entry_that_fits,
    swap_two_entries,
    move_entries_and_hash_anew,
    swap_two_texts,
    cut_the_end,
    cut_the_last_entry,
    cut_the_end_and_write_another,
    delete_everything,
)

NEED_AN_ANCHOR = frozenset(
    {
        "edit_and_hash_all_that_follows",
        "delete_and_close_the_gap",
        "insert_and_hash_all_that_follows",
        "append_an_entry_that_fits",
        "move_entries_and_hash_anew",
        "cut_the_end",
        "cut_the_last_entry",
        "cut_the_end_and_write_another",
        "delete_everything",
    }
)
"""What the chain alone cannot show: the hash has no key."""


def _rows(connection: sqlite3.Connection, entry: int | None = None) -> list[Row]:
    where = "" if entry is None else f" WHERE id = {entry}"
    return [list(row) for row in connection.execute(f"SELECT id, {', '.join(TEXTS)}, former, digest FROM audit_entry{where} ORDER BY id")]


def _write(connection: sqlite3.Connection, rows: list[Row], *, renumbered: bool = False) -> None:
    connection.execute("BEGIN")
    connection.execute("DELETE FROM audit_entry")
    for number, row in enumerate(rows, 1):
        values = [number if renumbered else row[0], *row[1:]]
        connection.execute("INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    connection.execute("COMMIT")


def _hashed(rows: list[Row], *, renumbered: bool = False) -> list[Row]:
    former, hashed = GENESIS, []
    for number, row in enumerate(rows, 1):
        fresh = [number if renumbered else row[0], *row[1:6], former, ""]
        fresh[7] = former = _digest(fresh)
        hashed.append(fresh)
    return hashed


def _digest(row: Row) -> str:
    return link_digest(former=row[6], entry=row[0], content=tuple(text.encode() for text in row[1:6]))


def _forged(random: Random) -> Row:
    hashes = (f"{random.getrandbits(256):064x}" for _ in range(2))
    return [0, "2026-11-23T10:00:00+08:00", "staff:99", "counter-call", f"ticket:{random.randrange(1000)}", "{}", *hashes]


def _last(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT max(id) FROM audit_entry").fetchone()[0])


def _any(connection: sqlite3.Connection, random: Random) -> int:
    return random.randint(1, _last(connection))
