"""Searches on disk: what may not be read there is not there, and processes that count at once lose nothing."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command as alembic
from alembic.config import Config
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from kiosk.application.commands.count_miss import count_miss
from kiosk.application.queries.asked import search_misses
from kiosk.infrastructure.database import first_use
from kiosk.infrastructure.database.engine import WRITING, open_engine
from kiosk.infrastructure.database.fingerprints import KEY_BYTES
from kiosk.infrastructure.paths import DataDirectory
from kiosk.roles.parts import Parts
from tests.support.halls import CHECKOUT, MONDAY_TEN, StandingClock, environment

RARE = ("张翠花医保欠费", "zchybqf", "隔壁老王家的狗")
STORIES = ("410105199001011234", "我妈妈去年把户口本弄丢了怎么办", "我叫\u200b张翠花")
FREQUENT = "暖气费减免"


def miss(parts: Parts, text: str, day: int) -> None:
    clock = StandingClock(MONDAY_TEN + timedelta(days=day))
    count_miss(text=text, fingerprints=parts.fingerprints(), uow=parts.unit_of_work(), clock=clock)


def files_of(data: DataDirectory) -> Iterator[Path]:
    return (path for path in data.root.rglob("*") if path.is_file())


def spellings(text: str) -> list[bytes]:
    """As a database, a log or a dump would have it."""
    return [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"), text.encode("gb18030"), text.encode("unicode_escape")]


def places(data: DataDirectory, text: str) -> list[str]:
    """Files of the data directory in which the text can be read."""
    return [path.name for path in files_of(data) if any(spelling in path.read_bytes() for spelling in spellings(text))]


def test_no_byte_of_a_rare_search_is_on_disk(data: DataDirectory, parts: Parts, caplog: pytest.LogCaptureFixture) -> None:
    parts.keep_log("citizen")
    caplog.set_level(logging.DEBUG)
    for rare in RARE:
        for day in (0, 1):
            miss(parts, rare, day)
            # While the write-ahead log still holds everything that was written.
            assert places(data, rare) == []
    for story in STORIES:
        for day in range(4):
            miss(parts, story, day)
            assert places(data, story) == []
    for day in (0, 0, 1):
        assert places(data, FREQUENT) == []
        miss(parts, FREQUENT, day)
    assert places(data, FREQUENT) != [], "the test must be able to see what can be read"
    parts.close()
    assert [places(data, text) for text in (*RARE, *STORIES)] == [[]] * 6
    assert places(data, FREQUENT) == [data.database.name]


def test_an_error_in_the_database_does_not_tell_what_was_searched(data: DataDirectory) -> None:
    engine = open_engine(data.database)
    with pytest.raises(DBAPIError) as caught, engine.connect() as connection:
        connection.execute(sql("UPDATE no_such_table SET words = :words"), {"words": RARE[0]})
    engine.dispose()
    assert RARE[0] not in str(caught.value)


def test_the_key_lies_beside_the_database_and_is_nobody_elses(data: DataDirectory, parts: Parts) -> None:
    miss(parts, RARE[0], 0)
    key = data.database.with_name(f"{data.database.name}.key")
    assert len(key.read_bytes()) == KEY_BYTES
    assert key.read_bytes() not in data.database.read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def start(data: DataDirectory, text: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.searcher", str(data.root), text, str(count)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=CHECKOUT, env=environment(""),
    )  # fmt: skip


@pytest.mark.slow
def test_processes_that_count_the_same_text_at_once_lose_nothing(data: DataDirectory, parts: Parts) -> None:
    processes = [start(data, FREQUENT, 20) for _ in range(2)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
    misses = search_misses(snapshot=parts.snapshot(), clock=StandingClock(MONDAY_TEN + timedelta(days=1)))
    (words,) = misses.words
    assert (words.words, words.times, words.days) == (FREQUENT, 40, 2), "one key, whoever made it, and every count"
    assert sum(day.times for day in misses.days) == 40


def test_a_hall_of_the_first_release_is_brought_up_to_date_with_its_tickets(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.sqlite3"
    engine = open_engine(path)
    config = Config()
    config.set_main_option("script_location", str(Path(first_use.__file__).parent / "migrations"))
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        config.attributes["connection"] = connection
        alembic.upgrade(config, "0001")
    engine.dispose()
    old = sqlite3.connect(path)
    row = ("2026-11-20", "A", 1, "WHL-MZ-005", "normal", "2026-11-20T09:00:00+08:00", "waiting", 0)
    old.execute(
        "INSERT INTO ticket (day, line, sequence, item, ticket_class, issued_at, state, ahead) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row
    )
    old.commit()
    old.close()
    first_use.bring_up_to_date(path)
    parts = Parts(data=DataDirectory(tmp_path), environment={})
    try:
        miss(parts, FREQUENT, 0)
        with parts.snapshot() as snapshot:
            assert snapshot.asked.misses_between(MONDAY_TEN.date(), MONDAY_TEN.date()) == {MONDAY_TEN.date(): 1}
            assert snapshot.asked.tickets_by_item(MONDAY_TEN.date() - timedelta(days=9), MONDAY_TEN.date()) == {"WHL-MZ-005": 1}
    finally:
        parts.close()
